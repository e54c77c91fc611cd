"""An audit for a terminal, readable at 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from auditor.exchange import plain
from auditor.model import Audit, Figure, Finding, Report, Severity
from auditor.output.evidence import (
    SEVERITIES,
    Quote,
    cell_kinds,
    cell_text,
    cells_of,
    expression_name,
    message_of,
    missing_parts,
    part_name,
    quotes,
    severities,
    state_of,
    stated,
    tally,
)
from auditor.output.width import pad, shorten, visible, width, wrap
from auditor.output.words import Lang, say

_COLOURS: Mapping[str, str] = {"error": "31;1", "warning": "33;1", "info": "36", "title": "1", "faint": "2"}
_MOST_CELLS = 6
_MOST_QUOTES = 4
_NEAR = 24  # characters of a sentence shown beside its mark
_TELLING = 16  # a mark of this many characters is read without what stands around it
_MOST_MARKED = 90


class Terminal:
    """How the text is laid out: language, columns, and whether colours may be used."""

    def __init__(self, lang: Lang = "zh", columns: int = 80, colours: bool = False) -> None:
        self.lang = lang
        self.columns = columns
        self.colours = colours

    def audit(self, audit: Audit) -> str:
        """The whole text of one audit."""
        lines = [*self._head(audit), ""]
        if not audit.findings:
            lines.append(say("none_found", self.lang))
        for severity in SEVERITIES:
            findings = [finding for finding in audit.findings if finding.severity == severity]
            if findings:
                lines += self._group(severity, findings, audit.report)
        return "\n".join(lines).rstrip("\n") + "\n"

    def total(self, counts: Mapping[str, int], files: int, failed: int) -> str:
        """The last line after several files."""
        return say("total_files", self.lang, count=files, failed=failed, **counts) + "\n"

    def figures(self, figures: Sequence[Figure]) -> str:
        """A list of figures, one a line."""
        if not figures:
            return say("no_figures", self.lang) + "\n"
        heads = say("figure_columns", self.lang).split("|")
        rows = [heads, *(self._figure_row(figure) for figure in figures)]
        columns = [min(max(width(row[at]) for row in rows), 24) for at in range(len(heads) - 1)]
        return "".join(self._row(row, columns) for row in rows)

    def _row(self, row: Sequence[str], columns: Sequence[int]) -> str:
        cells = [pad(shorten(text, size), size) for text, size in zip(row, columns, strict=False)]
        return "  ".join([*cells, row[-1]]).rstrip() + "\n"

    def _figure_row(self, figure: Figure) -> list[str]:
        value = str(plain(figure.value))
        if figure.value_high is not None:
            value += f"–{plain(figure.value_high)}"
        return [
            visible(figure.text.replace("\n", " ")),
            ("~" if figure.approximate else "") + value,
            visible(figure.unit or ""),
            say(figure.kind, self.lang),
            say(state_of(figure), self.lang),
            figure.address or "-",
        ]

    def _head(self, audit: Audit) -> Iterator[str]:
        report, lang = audit.report, self.lang
        counts = tally(audit.figures)
        year = say("year", lang, year=report.year) if report.year else say("no_year", lang)
        agency = report.agency or say("no_agency", lang)
        yield from self._paint(
            wrap(f"{agency}　{year}" if lang == "zh" else f"{agency}, {year}", self.columns), "title"
        )
        yield from wrap(report.title or say("no_title", lang), self.columns)
        lines = (
            say("source", lang, path=report.path),
            say("parts_line", lang, parts=self._parts(report)),
            say("cells_line", lang, cells=self._cells(report)),
            say("figures_line", lang, figures=say("figures_read", lang, count=counts.figures, **counts._asdict())),
            say("findings_line", lang, **severities(audit.findings)),
        )
        indent = " " * (6 if lang == "zh" else 9)
        for line in lines:
            yield from wrap_keeping_head(line, self.columns, indent)

    def _parts(self, report: Report) -> str:
        missing = missing_parts(report)
        if not missing:
            return say("parts_all", self.lang)
        joint = say("parts_joint", self.lang)
        return say("parts_some", self.lang, count=6 - len(missing), missing=joint.join(missing))

    def _cells(self, report: Report) -> str:
        kinds = cell_kinds(report)
        if not kinds:
            return say("cells_none", self.lang)
        numbers = kinds.pop("number", 0)
        derived = kinds.pop("derived", 0)
        kinds["blank"] = kinds.get("blank", 0) + derived
        joint = say("parts_joint", self.lang)
        rest = "".join(f"{joint}{say(f'cell_{kind}', self.lang)} {count}" for kind, count in kinds.items() if count)
        return say("cells_read", self.lang, count=len(report.cells), numbers=numbers, rest=rest)

    def _group(self, severity: Severity, findings: Sequence[Finding], report: Report) -> Iterator[str]:
        head = say("severity_line", self.lang, name=say(severity, self.lang), count=len(findings))
        yield from self._paint([head], severity)
        for finding in findings:
            yield from self._finding(finding, report)
        yield ""

    def _finding(self, finding: Finding, report: Report) -> Iterator[str]:
        lines = wrap(message_of(finding, self.lang), self.columns, f"{finding.rule}  ", " " * 6)
        code = self._colour(finding.rule, finding.severity)
        yield code + lines[0][len(finding.rule) :]
        yield from lines[1:]
        for around in quotes(report, finding.spans)[:_MOST_QUOTES]:
            joint = "：" if self.lang == "zh" else ": "
            yield from self._detail("in_prose", part_name(around.section, self.lang) + joint + shown(around))
        said = stated(finding)
        if said is not None:
            yield from self._detail("in_prose", say("stated", self.lang, value=said))
        yield from self._cell_lines(finding, report)
        yield from self._repair(finding)

    def _cell_lines(self, finding: Finding, report: Report) -> Iterator[str]:
        addresses = cells_of(finding, report.cells)
        for address in addresses[:_MOST_CELLS]:
            name = expression_name(address, self.lang)
            yield from self._detail("in_cells", f"{name} = {cell_text(report.cells.get(address), self.lang)}")
        if len(addresses) > _MOST_CELLS:
            yield from self._detail("in_cells", say("more_cells", self.lang, count=len(addresses)))

    def _repair(self, finding: Finding) -> Iterator[str]:
        repair = finding.repair
        if repair is None:
            return
        name = expression_name(repair.address, self.lang)
        yield from self._detail("in_repair", say("repair_text", self.lang, name=name, value=plain(repair.value)))
        for relation in repair.relations:
            if relation in finding.message:
                continue
            yield from self._detail("in_relations", relation)

    def _detail(self, key: str, text: str) -> Iterator[str]:
        mark = say(key, self.lang)
        columns = 8 if self.lang == "zh" else 11
        lines = wrap(text, self.columns, pad(f"      {mark}", columns + 1), " " * (columns + 1))
        yield lines[0].replace(mark, self._colour(mark, "faint"), 1)
        yield from lines[1:]

    def _paint(self, lines: Sequence[str], name: str) -> Iterator[str]:
        return (self._colour(line, name) for line in lines)

    def _colour(self, text: str, name: str) -> str:
        return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if self.colours else text


def shown(around: Quote) -> str:
    """A quotation with its marks in corner brackets, and of the rest what stands next to them."""
    pieces = [(text.replace("\n", " "), marked) for text, marked in around.pieces]
    marks = [text for text, marked in pieces if marked]
    if around.whole or (len(marks) == 1 and len(marks[0]) >= _TELLING):
        return _cut("".join(marks), _MOST_MARKED, _MOST_MARKED // 2)
    last = len(pieces) - 1
    told: list[str] = []
    for at, (text, marked) in enumerate(pieces):
        if marked:
            told.append(f"【{_cut(text, _MOST_MARKED, _MOST_MARKED // 2)}】")
        else:
            told.append(_cut(text, 0 if at == 0 else _NEAR, 0 if at == last else _NEAR))
    return "".join(told)


def _cut(text: str, head: int, tail: int) -> str:
    """``text`` without its middle where it is longer than ``head`` and ``tail`` together."""
    if len(text) <= head + tail + 2:
        return text
    return text[:head] + "…" + (text[-tail:] if tail else "")


def wrap_keeping_head(line: str, columns: int, indent: str) -> list[str]:
    """Wrap a line whose first word is a head set off by spaces, which wrapping would close up."""
    head, _, text = line.partition(" ")
    return wrap(text.strip(), columns, pad(head, len(indent)), indent)
