"""One job done: the file read and audited, the result laid out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import AuditorError, ReadingError, describe
from auditor.worker.messages import AuditJob, Failure, FiguresJob, Job, LayoutJob, Outcome, Product, Rendering, failure

if TYPE_CHECKING:
    from auditor.model import Audit, Figure

_TEXTS = (".txt", ".md")
_NO_REPORT = ("not_a_report", "other_document")


def outcome_of(job: Job) -> Outcome:
    """The result of a job, or why there is none; a defect of the program is told like a fault of the file."""
    try:
        match job:
            case AuditJob():
                return _audited(job)
            case FiguresJob():
                return _listed(job)
            case LayoutJob():
                return _taken_apart(job)
    except AuditorError as fault:
        return failure(job.path, fault)
    except RecursionError:
        return failure(job.path, ReadingError("too_complex", path=job.path))
    except MemoryError:
        return out_of_memory(job)
    except re.error as fault:
        from auditor.shapes.checking import broken_pattern

        told = broken_pattern() or AuditorError("internal", path=job.path, fault=describe(fault))
        return failure(job.path, told)
    except Exception as fault:  # one bad file never stops the others
        return failure(job.path, AuditorError("internal", path=job.path, fault=describe(fault)))


def out_of_memory(job: Job) -> Failure:
    """What is told of a file that needs more memory than it may have."""
    megabytes = job.settings.limits.memory_megabytes
    return failure(job.path, ReadingError("too_much_memory", path=job.path, megabytes=megabytes))


def _audited(job: AuditJob) -> Product:
    from auditor.stages import audit

    done = audit(
        job.path,
        previous=job.previous,
        published=job.published,
        select=job.select,
        ignore=job.ignore,
        settings=job.settings,
    )
    counts = Counter[str](finding.severity for finding in done.findings)
    return Product(_laid_out(done, job.rendering), dict(counts))


def _laid_out(audit: Audit, rendering: Rendering) -> str:
    if rendering.format == "terminal":
        from auditor.output.terminal import Terminal

        return Terminal(rendering.lang, rendering.columns, rendering.colours).audit(audit)
    if rendering.format == "html":
        from auditor.output.page import page

        return page(audit, rendering.lang)
    from auditor.exchange import audit_to_dict
    from auditor.output.json_lines import json_block, json_line

    as_json = json_block if rendering.format == "json" else json_line
    return as_json(audit_to_dict(audit), rendering.encoding)


def _taken_apart(job: LayoutJob) -> Product:
    from auditor.reading.layout import layout

    found = layout(job.path, job.settings.limits, pictures=job.rendering.format == "html")
    rendering = job.rendering
    if rendering.format == "terminal":
        from auditor.output.layout import layout_text

        return Product(layout_text(found, rendering.lang, max(rendering.columns, 100)), {})
    if rendering.format == "html":
        from auditor.output.layout.page import layout_page

        return Product(layout_page(found, rendering.lang), {})
    from auditor.output.json_lines import json_block, json_line
    from auditor.output.layout import layout_to_dict

    as_json = json_block if rendering.format == "json" else json_line
    return Product(as_json(layout_to_dict(found), rendering.encoding), {})


def _listed(job: FiguresJob) -> Product:
    figures = _figures(job)
    rendering = job.rendering
    if rendering.format == "terminal":
        from auditor.output.terminal import Terminal

        return Product(Terminal(rendering.lang).figures(figures), {})
    return Product(_figures_json(figures, rendering), {})


def _figures(job: FiguresJob) -> Sequence[Figure]:
    import auditor

    if job.text is not None:
        return auditor.figures(job.text, year=job.year, agency=job.agency)
    from auditor.stages import audit

    path = Path(job.path)
    try:
        return audit(path, settings=job.settings).figures
    except ReadingError as fault:
        if fault.code not in _NO_REPORT or path.suffix.lower() not in _TEXTS:
            raise
        from auditor.reading.encoding import decode
        from auditor.reading.source import load

        text = decode(load(path, job.settings.limits).data, path).text
        return auditor.figures(text, year=job.year, agency=job.agency)


def _figures_json(figures: Sequence[Figure], rendering: Rendering) -> str:
    from auditor.exchange import figure_to_dict
    from auditor.output.json_lines import json_line

    lines = [json_line(figure_to_dict(figure), rendering.encoding) for figure in figures]
    if rendering.format == "json":
        return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"
    return "".join(line + "\n" for line in lines)
