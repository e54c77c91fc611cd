"""Whole reports that damage starts from: our own examples, and reports rendered in other layouts.

Everything here is the same on every run and every machine, so that a seed and an index name an input.
Others are added only where asked for (``MORE``): published files beside the checkout, which are not part of
it, and one drawing of each of the factory's layouts, which change with the factory.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from auditor.model import TableFormat
from tests.reading import rendered
from tests.reading.pdf.kit import Pdf, Span
from tests.reading.rendered import Box, Table

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "real"
MORE = ("factory", "real")
_VALUES = (
    "0",
    "0",
    "0",
    "0",
    "1",
    "2",
    "3",
    "12",
    "36",
    "107",
    "1,284",
    "7730.28",
    "",
    "/",
    "—",
    "无",
    "22(其中修订16件)",
)


class Structure(NamedTuple):
    """A sound report; ``suffix`` is that of its file."""

    name: str
    suffix: str
    data: bytes

    @property
    def text(self) -> str:
        """Of a format that is text."""
        for encoding in ("utf-8", "gb18030"):
            try:
                return self.data.decode(encoding)
            except UnicodeDecodeError:
                continue
        return self.data.decode("utf-16", "replace")


def cells_of(rng: Random, table_format: TableFormat = "2021") -> dict[str, str]:
    """Every cell of a format with some value; the sums need not hold."""
    return {address: rng.choice(_VALUES) for address in rendered.blank_cells(table_format)}


@cache
def structures(suffix: str, more: tuple[str, ...] = ()) -> tuple[Structure, ...]:
    """All reports to start from in the format of files with that suffix; ``more`` of ``MORE`` adds others."""
    found = [
        Structure(f"{path.parent.name}/{path.name}", suffix, path.read_bytes())
        for path in sorted((ROOT / "examples").glob(f"*/*.{suffix}"))
        if path.parent.name in ("clean", "faulty")
    ]
    rng = Random(f"structures of {suffix}")
    found += [Structure(name, suffix, data) for name, data in _RENDERED[suffix](rng)]
    if "factory" in more:
        found += [structure for structure in _drawn_by_factory() if structure.suffix == suffix]
    if "real" in more:
        found += [Structure(path.name, suffix, path.read_bytes()) for path in sorted(REAL.glob(f"*.{suffix}"))]
    return tuple(found)


@cache
def _drawn_by_factory() -> tuple[Structure, ...]:
    from tests.factory.facts import facts
    from tests.factory.layouts import all_layouts

    found: list[Structure] = []
    for name, layout in all_layouts().items():
        if layout.needs is None:
            rng = Random(f"structure {name}")
            drawn = layout.draw(facts(rng), rng)
            found.append(Structure(name, drawn.suffix.lstrip("."), drawn.data))
    return tuple(found)


def _texts(rng: Random) -> list[tuple[str, bytes]]:
    made = [
        rendered.as_text(cells_of(rng)),
        rendered.as_text(cells_of(rng, "2019"), "2019"),
        rendered.as_text(cells_of(rng), width=30),
        rendered.as_text(cells_of(rng)).replace(" |\n", "\n"),
        rendered.as_text(cells_of(rng)).replace(" |", "\n|"),
        rendered.as_markdown(cells_of(rng)).replace("## ", "").replace("# ", ""),
        rendered.as_markdown(cells_of(rng)).replace("## ", "").replace("# ", "").replace(" | ", "\t"),
    ]
    return [(f"text {number}", text.encode()) for number, text in enumerate(made)]


def _markdowns(rng: Random) -> list[tuple[str, bytes]]:
    formats: tuple[TableFormat, ...] = ("2021", "2019", "2021")
    return [(f"markdown {one}", rendered.as_markdown(cells_of(rng, one), one).encode()) for one in formats]


def _pages(rng: Random) -> list[tuple[str, bytes]]:
    word = "<p class=MsoNormal><span lang=EN-US>{0}<o:p></o:p></span></p>".format
    split = "".join
    menu = "<ul><li><a href='/a'>首页</a></li><li><a href='/b'>政务公开</a></li></ul>"
    made = [
        rendered.as_html(cells_of(rng)),
        rendered.as_html(cells_of(rng, "2019"), "2019"),
        rendered.as_html(cells_of(rng), cell=word, before=menu, after=menu),
        rendered.as_html(cells_of(rng), cell=lambda text: split(f"<span>{sign}</span>" for sign in text)),
        rendered.as_html(cells_of(rng), before="<table><tr><td>", after="</td></tr></table>"),
    ]
    pages = [(f"page {number}", text.encode()) for number, text in enumerate(made)]
    return [*pages, ("page in GBK", rendered.as_html(cells_of(rng), charset="gb2312").encode("gb18030"))]


def _packages(rng: Random) -> list[tuple[str, bytes]]:
    return [(f"package {one}", _package(cells_of(rng, one), one)) for one in ("2021", "2019", "2021")]


def _package(cells: dict[str, str], table_format: TableFormat) -> bytes:
    import docx

    document: Any = docx.Document()
    document.add_paragraph(rendered.TITLE)
    tables = _tables(cells, table_format)
    for key, heading in rendered.headings():
        document.add_paragraph(heading)
        for paragraph in rendered.PROSE[key]:
            document.add_paragraph(paragraph)
        if key in tables:
            _word_table(document, tables[key])
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _word_table(document: Any, table: Table) -> None:
    spans, width = placed(table)
    grid = document.add_table(rows=len(table), cols=width)
    for row, column, rowspan, colspan, text in spans:
        cell = grid.cell(row, column)
        if rowspan > 1 or colspan > 1:
            cell = cell.merge(grid.cell(row + rowspan - 1, column + colspan - 1))
        cell.text = text


def _tables(cells: dict[str, str], table_format: TableFormat) -> dict[str, Table]:
    return {
        "active": rendered.active_table(cells, table_format),
        "requests": rendered.requests_table(cells, table_format),
        "disputes": rendered.disputes_table(cells),
    }


def placed(table: Table) -> tuple[list[Span], int]:
    """The boxes of a table at their places in its grid, and the grid's width."""
    taken: set[tuple[int, int]] = set()
    spans: list[Span] = []
    for number, row in enumerate(table):
        column = 0
        for box in row:
            while (number, column) in taken:
                column += 1
            rowspan = min(box.rowspan, len(table) - number)
            spans.append(Span(number, column, rowspan, box.colspan, box.text))
            taken.update((number + a, column + b) for a in range(rowspan) for b in range(box.colspan))
    return spans, 1 + max(column for _, column in taken)


def _prints(rng: Random) -> list[tuple[str, bytes]]:
    cells = cells_of(rng)
    tables = _tables(cells, "2021")
    heads = dict(rendered.headings())
    requests = Pdf().text(180, 40, rendered.TITLE, 16).text(72, 70, heads["requests"])
    _drawn(requests, tables["requests"], 90, 26)
    short = Pdf().text(180, 40, rendered.TITLE, 16).text(72, 70, heads["active"])
    _drawn(short, tables["active"], 90, 24)
    short.next_page().text(72, 60, heads["disputes"])
    _drawn(short, tables["disputes"], 80, 30)
    bare = Pdf().text(72, 60, heads["requests"])
    _drawn(bare, tables["requests"], 90, 26, ruled=False)
    prose = Pdf().text(180, 40, rendered.TITLE, 16)
    y = 80
    for key, heading in heads.items():
        prose.text(72, y, heading)
        for paragraph in rendered.PROSE[key]:
            y += 24
            prose.paragraph(y, paragraph)
        y += 30
    prose.text(290, 820, "- 1 -")
    return [(f"print {number}", made.data()) for number, made in enumerate((requests, short, bare, prose))]


def _drawn(pdf: Pdf, table: list[list[Box]], top: float, height: float, *, ruled: bool = True) -> None:
    spans, width = placed(table)
    step = 500 / width
    xs = list(accumulate([48.0, *[step] * width]))
    ys = list(accumulate([top, *[height] * len(table)]))
    pdf.table(xs, ys, [span._replace(text=span.text[:24]) for span in spans], ruled=ruled)


_RENDERED = {"txt": _texts, "md": _markdowns, "html": _pages, "docx": _packages, "pdf": _prints}
SUFFIXES = tuple(_RENDERED)
