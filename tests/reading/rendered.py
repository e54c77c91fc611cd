"""A report of our own, from known cells, rendered in the layouts that the tests read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from auditor.addresses import all_addresses
from auditor.model import TableFormat
from auditor.resources import load_lexicon


class Box(NamedTuple):
    """A cell as laid out."""

    text: str
    rowspan: int = 1
    colspan: int = 1


Table = list[list[Box]]

PROSE = {
    "overview": [
        "2024年，清渠县水利局认真执行政府信息公开制度，全年工作平稳。",
        "（一）主动公开。全年发布水情信息36条。",
        "（二）依申请公开。全年收到政府信息公开申请4件。",
        "（三）政府信息管理。修订审核办法1项。",
        "（四）政府信息公开平台建设。调整专栏2个。",
        "（五）监督保障。开展培训3次。",
    ],
    "active": [],
    "requests": [],
    "disputes": [],
    "problems": ["水库水位信息更新偶有延迟。明年由办公室逐月核对。"],
    "other": ["本年度未收取信息处理费。"],
}
TITLE = "清渠县水利局2024年政府信息公开工作年度报告"


def blank_cells(table_format: TableFormat = "2021", text: str = "0") -> dict[str, str]:
    """Every cell of a format with the same text."""
    return dict.fromkeys(all_addresses(table_format), text)


def active_table(cells: Mapping[str, str], table_format: TableFormat = "2021") -> Table:
    """Table 二, four columns wide."""
    rows: Table = []
    for block in load_lexicon(f"tables/{table_format}")["active"]:
        rows.append([Box(block["heading"], 1, 4)])
        columns = block["columns"]
        rows.append(_filled([Box("信息内容"), *(Box(column["label"]) for column in columns)]))
        for row in block["rows"]:
            names = [".".join(filter(None, ("active", row["key"], column["key"]))) for column in columns]
            rows.append(_filled([Box(row["label"]), *(Box(cells[name]) for name in names)]))
    return rows


def _filled(row: list[Box]) -> list[Box]:
    return [*row[:-1], row[-1]._replace(colspan=4 - len(row) + 1)]


def requests_table(cells: Mapping[str, str], table_format: TableFormat = "2021") -> Table:
    """Table 三, ten columns wide."""
    form: Any = load_lexicon(f"tables/{table_format}")["requests"]
    heads = [column["label"] for column in form["columns"]]
    rows: Table = [
        [Box(form["note"], 3, 3), Box(form["applicants"], 1, 7)],
        [Box(heads[0], 2), Box(form["organisations"], 1, 5), Box(heads[6], 2)],
        [Box(head) for head in heads[1:6]],
    ]
    groups = {group["key"]: group["label"] for group in form["groups"]}
    keys = [row["key"] for row in form["rows"]]
    seen: set[str] = set()
    for row in form["rows"]:
        key = row["key"]
        values = [Box(cells[f"requests.{key}.{column['key']}"]) for column in form["columns"]]
        if key in ("new", "carried_in", "carried_out"):
            rows.append([Box(row["label"], 1, 3), *values])
            continue
        labels = [Box(form["results"], len(keys) - 3)] if key == "granted" else []
        group = key.partition(".")[0]
        if group in groups and "." in key and not key.endswith(".all"):
            if group not in seen:
                labels.append(Box(groups[group], sum(1 for other in keys if other.startswith(f"{group}."))))
                seen.add(group)
            labels.append(Box(row["label"]))
        else:
            labels.append(Box(row["label"], 1, 2))
        rows.append([*labels, *values])
    return rows


def disputes_table(cells: Mapping[str, str]) -> Table:
    """Table 四, fifteen columns wide."""
    form = load_lexicon("tables/2021")["disputes"]
    outcomes = [outcome["label"] for outcome in form["outcomes"]]
    kinds = form["kinds"]
    values = [Box(cells[f"disputes.{kind['key']}.{outcome['key']}"]) for kind in kinds for outcome in form["outcomes"]]
    return [
        [Box("行政复议", 1, 5), Box("行政诉讼", 1, 10)],
        [*(Box(head, 2) for head in outcomes), Box(kinds[1]["label"], 1, 5), Box(kinds[2]["label"], 1, 5)],
        [Box(head) for _ in range(2) for head in outcomes],
        values,
    ]


def flat(table: Table, width: int) -> str:
    """One cell a line, ended by a bar; cells that others span leave a bare bar at the row's end."""
    lines = []
    for row in table:
        lines += [f"{box.text} |".lstrip() if box.text else " |" for box in row]
        if len(row) < width:
            lines.append("|" * (width - len(row)))
    return "\n".join(lines)


def html_table(table: Table, cell: Callable[[str], str] = lambda text: f"<p>{text}</p>") -> str:
    """A table with rowspan and colspan."""
    rows = []
    for row in table:
        tags = []
        for box in row:
            spans = "".join(
                f' {name}="{span}"' for name, span in (("rowspan", box.rowspan), ("colspan", box.colspan)) if span > 1
            )
            tags.append(f"<td{spans}>{cell(box.text)}</td>")
        rows.append(f"<tr>{''.join(tags)}</tr>")
    return f"<table border='1'>{''.join(rows)}</table>"


def pipe_table(table: Table, width: int) -> str:
    """A Markdown table: what a cell spans is empty."""
    grid = [[""] * width for _ in table]
    taken: set[tuple[int, int]] = set()
    for i, row in enumerate(table):
        column = 0
        for box in row:
            while (i, column) in taken:
                column += 1
            grid[i][column] = box.text
            taken.update((i + a, column + b) for a in range(box.rowspan) for b in range(box.colspan))
            column += box.colspan
    lines = [f"| {' | '.join(row)} |" for row in grid]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _tables(cells: Mapping[str, str], table_format: TableFormat) -> dict[str, tuple[Table, int]]:
    return {
        "active": (active_table(cells, table_format), 4),
        "requests": (requests_table(cells, table_format), 10),
        "disputes": (disputes_table(cells), 15),
    }


def headings() -> list[tuple[str, str]]:
    """Key and numbered standard title of each part."""
    return [(part["key"], f"{part['number']}、{part['title']}") for part in load_lexicon("outline")["parts"]]


def as_text(
    cells: Mapping[str, str], table_format: TableFormat = "2021", title: str = TITLE, width: int | None = None
) -> str:
    """The report as flattened text; ``width`` wraps its prose."""
    tables = _tables(cells, table_format)
    lines = [title] if title else []
    for key, heading in headings():
        lines.append(heading)
        for paragraph in PROSE[key]:
            lines += (
                [paragraph] if width is None else [paragraph[i : i + width] for i in range(0, len(paragraph), width)]
            )
        if key in tables:
            lines.append(flat(*tables[key]))
    return "\n".join(lines)


def as_markdown(cells: Mapping[str, str], table_format: TableFormat = "2021") -> str:
    """The report as Markdown with pipe tables."""
    tables = _tables(cells, table_format)
    lines = [f"# {TITLE}"]
    for key, heading in headings():
        lines += ["", f"## {heading}", "", *("\n\n".join(PROSE[key]).split("\n"))]
        if key in tables:
            lines += ["", pipe_table(*tables[key]), ""]
    return "\n".join(lines)


def as_html(
    cells: Mapping[str, str],
    table_format: TableFormat = "2021",
    *,
    title: str = TITLE,
    cell: Callable[[str], str] = lambda text: f"<p>{text}</p>",
    before: str = "",
    after: str = "",
    charset: str = "utf-8",
) -> str:
    """The report as a page; ``before`` and ``after`` stand around the article."""
    tables = _tables(cells, table_format)
    article = [f"<p style='text-align:center'>{title}</p>"] if title else []
    for key, heading in headings():
        article.append(f"<p><strong>{heading}</strong></p>")
        article += [f"<p>&nbsp;&nbsp;{paragraph}</p>" for paragraph in PROSE[key]]
        if key in tables:
            article.append(html_table(tables[key][0], cell))
    head = f"<html><head><meta charset='{charset}'></head><body>"
    return f"{head}{before}<div class='article'>{''.join(article)}</div>{after}</body></html>"
