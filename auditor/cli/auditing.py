"""``auditor audit``: every file through the worker, what it gives back to its place, and the exit status."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.cli.delivery import AUDITS, LAYOUTS, Delivery, delivery
from auditor.cli.inputs import Input, inputs_of
from auditor.cli.parsing import split_codes
from auditor.cli.progress import Progress
from auditor.cli.telling import message_of, tell
from auditor.cli.words import word
from auditor.errors import AuditorError, LexiconError, UsageError
from auditor.output.words import Lang
from auditor.settings import Settings, find_settings
from auditor.worker.client import Worker
from auditor.worker.messages import AuditJob, Failure, LayoutJob, Outcome, Rendering, failure

_FAILING = {"error": {"error"}, "warning": {"error", "warning"}, "never": set[str]()}


def run(options: Namespace) -> int:
    """Audit the paths of a call.

    Raises:
        UsageError: the call makes no sense as a whole; a fault of one file is told and the rest goes on.
    """
    settings = find_settings(Path.cwd())
    lang: Lang = getattr(options, "lang", None) or settings.lang or "zh"
    select = _known(options.select or split_codes(settings.select))
    ignore = _known([*(options.ignore or ()), *split_codes(settings.ignore)])
    failing = _FAILING[options.fail_on or settings.fail_on or "error"]
    inputs = inputs_of(options.paths)
    if options.previous is not None and len(inputs) != 1:
        raise UsageError("previous_with_many", count=len(inputs))
    status = 0
    paths = [entry.path for entry in inputs]
    also_read = [] if options.previous is None else [Path(options.previous)]
    purpose = LAYOUTS if options.debug_layout else AUDITS
    with Worker() as worker, delivery(options.format, options.output, paths, lang, also_read, purpose) as out:
        jobs = [(entry, _job(entry, options, settings, select, ignore, out.rendering)) for entry in inputs]
        for outcome, path in _outcomes(jobs, worker, lang):
            delivered = _deliver(out, outcome, path, lang)
            if not delivered or isinstance(outcome, Failure):
                status = 2
            elif status == 0 and any(outcome.severities.get(severity) for severity in failing):
                status = 1
        out.close()
    return status


def _deliver(out: Delivery, outcome: Outcome, path: Path, lang: Lang) -> bool:
    """Hand an outcome to its place; one that can't be written there is told and stops no other file."""
    try:
        out.add(outcome, path)
    except AuditorError as fault:
        tell("fault", lang, message=message_of(fault, lang))
        return False
    return True


def _known(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes, each the beginning of some rule's code.

    Raises:
        UsageError: no rule begins so.
    """
    chosen = tuple(codes)
    if chosen:
        import auditor.checks  # noqa: F401  (registers every family)
        from auditor.checks.registry import registered

        for code in chosen:
            if not any(rule.startswith(code) for rule in registered()):
                raise UsageError("unknown_rule", code=code)
    return chosen


def _job(
    entry: Input,
    options: Namespace,
    settings: Settings,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    rendering: Rendering,
) -> AuditJob | LayoutJob:
    if options.debug_layout:
        return LayoutJob(entry.text, settings, rendering)
    return AuditJob(entry.text, options.previous, options.published, select, ignore, settings, rendering)


def _outcomes(
    jobs: list[tuple[Input, AuditJob | LayoutJob]], worker: Worker, lang: Lang
) -> Iterator[tuple[Outcome, Path]]:
    progress = Progress(len(jobs))
    for number, (entry, job) in enumerate(jobs, 1):
        progress.show(word("reading", lang, number=number, total=len(jobs), name=entry.path.name))
        outcome = worker.outcome(job) if entry.fault is None else failure(entry.text, entry.fault)
        progress.clear()
        if isinstance(outcome, Failure) and outcome.code == "lexicon":
            # It would be the same for every file.
            raise LexiconError(outcome.message, outcome.message_en)
        if isinstance(outcome, Failure):
            tell("fault", lang, message=message_of(outcome, lang))
        yield outcome, entry.path
