"""What a made-up report says, before any layout: who, when, which cells, which prose.

The numbers satisfy every identity of the tables (handbook 2.1, 2.2), from a township without a single
request to a province with thousands; the same seed gives the same facts.
"""

from __future__ import annotations

from random import Random
from typing import Literal, NamedTuple, get_args

from auditor.addresses import APPLICANTS, DISPUTE_KINDS, OUTCOMES, active_addresses, result_rows
from auditor.model import TableFormat
from tests.factory.prose import Chapter, chapters_of

Size = Literal["township", "department", "county", "city", "province"]

# How many requests of a column a report of each size may have, and how many documents table 二 may name.
_SCALE: dict[Size, int] = {"township": 2, "department": 12, "county": 60, "city": 400, "province": 3000}
_PLACES = (
    *("禾汀", "柳荫", "石桥", "云岭", "青崖", "松川", "白渡", "枫林", "安禾", "梧川"),
    *("澄湖", "望江", "临溪", "东屏", "南浦", "清渠", "高坪", "长泽", "玉田", "和顺"),
)
_BUREAUS = (
    *("水利局", "教育局", "民政局", "财政局", "统计局", "交通运输局", "卫生健康委员会"),
    *("市场监督管理局", "城市管理局", "审计局", "农业农村局"),
)


class Facts(NamedTuple):
    """A report without a layout.

    ``cells`` holds the text that each cell of the standard tables shows, by address; ``other_one_row``
    says that 三（六） is one row.  ``chapters`` are the six parts in order, a preamble with ``part``
    ``preamble`` before them where there is one.
    """

    size: Size
    agency: str
    year: int
    title: str
    table_format: TableFormat
    other_one_row: bool
    cells: dict[str, str]
    chapters: tuple[Chapter, ...]


def facts(rng: Random) -> Facts:
    """A report's facts, drawn from a seeded source."""
    size = rng.choice(get_args(Size))
    year = rng.choice((2019, 2020, *range(2021, 2026), *range(2021, 2026)))
    # The wrong format for the year occurs in real reports (handbook 1.4).
    natural_format: TableFormat = "2019" if year < 2021 else "2021"
    other: TableFormat = "2021" if natural_format == "2019" else "2019"
    table_format = other if rng.random() < 0.08 else natural_format
    one_row = table_format == "2019" or rng.random() < 0.1
    agency = _agency(rng, size)
    cells = _active(rng, size, table_format) | _requests(rng, size, one_row) | _disputes(rng, size)
    title = rng.choice(
        (
            f"{agency}{year}年政府信息公开工作年度报告",
            f"{agency}{year}年政府信息公开工作年度报告",
            f"{agency}{year}年度政府信息公开工作年度报告",
            f"{agency}{year}年政府信息公开年度报告",
        )
    )
    return Facts(size, agency, year, title, table_format, one_row, cells, chapters_of(rng, agency, year, cells))


def _agency(rng: Random, size: Size) -> str:
    place = rng.choice(_PLACES)
    upper = rng.choice([other for other in _PLACES if other != place])
    kind = rng.choice("县区")
    match size:
        case "township":
            names = (f"{place}镇人民政府", f"{upper}{kind}{place}乡人民政府", f"{place}街道办事处")
            return rng.choice((*names, f"{upper}市{place}区{place}街道办事处", f"{upper}经济开发区管理委员会"))
        case "department":
            above = (f"{place}县", f"{place}区", f"{place}市", f"{upper}市{place}区", f"{place}自治县")
            return f"{rng.choice(above)}{rng.choice(_BUREAUS)}"
        case "county":
            return rng.choice((f"{place}{kind}人民政府", f"{place}{kind}人民政府办公室"))
        case "city":
            return rng.choice((f"{place}市人民政府", f"{place}市人民政府办公室"))
        case "province":
            return rng.choice((f"{place}省人民政府", f"{place}省人民政府办公厅"))


def _amount(rng: Random, size: Size) -> int:
    """Mostly nothing, else up to the size's scale with small numbers most often."""
    if rng.random() < 0.55:
        return 0
    return int(_SCALE[size] * rng.random() ** 3) + rng.randint(0, 3)


def _active(rng: Random, size: Size, table_format: TableFormat) -> dict[str, str]:
    cells: dict[str, str] = {}
    for address in active_addresses(table_format):
        amount = _amount(rng, size) * rng.choice((1, 1, 7, 40))
        text = str(amount)
        if address == "active.fees":
            text = rng.choice(("0", str(amount), f"{amount}.{rng.randint(1, 99):02d}", f"{amount}.{rng.randint(1, 9)}"))
        elif address == "active.procurement.amount":
            text = rng.choice(("0元", f"{amount * 1000 + 5}元", f"{amount}.{rng.randint(1, 9)}万元"))
        elif address.endswith(".change"):
            small = rng.randint(0, 20)
            text = rng.choice((str(small), f"-{small + 1}", f"减{small + 1}", f"+{small}", f"增{small + 1}", "0"))
        cells[address] = text
    return _plausible(cells, size)


def _plausible(cells: dict[str, str], size: Size) -> dict[str, str]:
    """Documents as they can be: in force at least those made and not repealed (handbook 2.3); 规章 of cities only."""
    number = {address: int(text) for address, text in cells.items() if text.isdecimal()}
    for kind in ("active.regulations", "active.normative"):
        if kind == "active.regulations" and size not in ("city", "province"):
            cells |= {address: "0" for address in cells if address.startswith(kind)}
        elif f"{kind}.in_force" in cells:
            added = max(number[f"{kind}.made"] - number[f"{kind}.repealed"], 0)
            cells[f"{kind}.in_force"] = str(number[f"{kind}.in_force"] + added)
        else:
            opened = min(number[f"{kind}.opened"], number[f"{kind}.created"])
            cells[f"{kind}.opened"] = str(opened)
            cells[f"{kind}.open_total"] = str(number[f"{kind}.open_total"] + opened)
    return cells


def _requests(rng: Random, size: Size, one_row: bool) -> dict[str, str]:
    rows = result_rows("2019" if one_row else "2021")
    busy = rng.sample(APPLICANTS, rng.randint(1, len(APPLICANTS)))
    numbers: dict[str, dict[str, int]] = {row: {} for row in (*rows, "new", "carried_in", "handled", "carried_out")}
    for column in APPLICANTS:
        active = column in busy
        for row in rows:
            likely = 0.8 if row in ("granted", "partial", "unavailable.not_held") else 0.25
            numbers[row][column] = _amount(rng, size) if active and rng.random() < likely else 0
        handled = sum(numbers[row][column] for row in rows)
        out = rng.randint(0, 3 + handled // 10) if active and rng.random() < 0.5 else 0
        carried = rng.randint(0, min(handled + out, 2 + handled // 10)) if rng.random() < 0.5 else 0
        numbers["handled"][column], numbers["carried_out"][column] = handled, out
        numbers["carried_in"][column], numbers["new"][column] = carried, handled + out - carried
    cells: dict[str, str] = {}
    for row, values in numbers.items():
        cells |= {f"requests.{row}.{column}": str(values[column]) for column in APPLICANTS}
        cells[f"requests.{row}.total"] = str(sum(values.values()))
    return cells


def _disputes(rng: Random, size: Size) -> dict[str, str]:
    cells: dict[str, str] = {}
    for kind in DISPUTE_KINDS:
        values = [_amount(rng, size) // 8 for _ in OUTCOMES]
        cells |= {f"disputes.{kind}.{name}": str(value) for name, value in zip(OUTCOMES, values, strict=True)}
        cells[f"disputes.{kind}.total"] = str(sum(values))
    return cells


def blanked(facts: Facts, rng: Random, mark: str, share: float = 1.0) -> Facts:
    """The same report with zeros shown as ``mark`` (``""``, ``/``, ``—``): all of them, or a share of the rows.

    A whole row is marked or not, as offices do it.
    """
    rows = sorted({address.rpartition(".")[0] for address in facts.cells})
    marked = {row for row in rows if rng.random() < share}
    cells = {
        address: mark if text == "0" and address.rpartition(".")[0] in marked else text
        for address, text in facts.cells.items()
    }
    return facts._replace(cells=cells)


def remarked(facts: Facts, rng: Random) -> Facts:
    """The same report with a remark in some cells of table 二: 22（其中修订16件）."""
    cells = dict(facts.cells)
    for address in active_addresses(facts.table_format):
        text = cells[address]
        if text.isdecimal() and int(text) > 1 and rng.random() < 0.5:
            left, right = rng.choice((("（", "）"), ("(", ")")))
            cells[address] = f"{text}{left}其中修订{rng.randint(1, int(text))}件{right}"
    return facts._replace(cells=cells)
