"""An invented report as an audit, for the outputs: every kind of mark, finding and cell that they show."""

from __future__ import annotations

from decimal import Decimal

from auditor.addresses import all_addresses
from auditor.model import (
    Audit,
    Cell,
    Figure,
    Finding,
    GridCell,
    Label,
    LabelledSentence,
    PrintedTable,
    Relation,
    Repair,
    Report,
    Section,
    Span,
)

OVERVIEW = (
    "2024年，安平县人民政府办公室按照《中华人民共和国政府信息公开条例》的要求推进政府信息公开工作。\n"
    "（一）主动公开。全年在县政府网站公开信息1280条，其中政务动态902条、目录信息378条。"
    "制发行政规范性文件2件，行政事业性收费12.60万元。\n"
    "（二）依申请公开。共收到政府信息公开申请12件，办结11件，未收到上年结转的申请。"
    "11件申请中产生行政复议2件，均维持。部分公开3件。公众咨询约300人次，办结率达100%。\n"
    "（三）监督保障。开展培训2期，覆盖近百人。"
)
PROBLEMS = (
    "我办在政务公开工作中取得了一定成绩，但仍存在公开内容不够丰富、公开形式较为单一等问题。"
    "“惠民资金”栏目全年只更新了3次，农户难以查到补贴标准。"
    "下一步，我办将进一步加强学习培训，6月底前补齐该栏目。"
)
OTHER = "本年度未收取信息处理费。"

CELLS: dict[str, int] = {
    "active.normative.made": 2,
    "active.normative.in_force": 9,
    "requests.new.natural": 9,
    "requests.new.business": 2,
    "requests.new.total": 11,
    "requests.granted.natural": 8,
    "requests.granted.business": 2,
    "requests.granted.total": 10,
    "requests.unavailable.not_held.natural": 1,
    "requests.unavailable.not_held.total": 1,
    "requests.handled.natural": 0,
    "requests.handled.business": 2,
    "requests.handled.total": 11,
    "disputes.review.upheld": 1,
    "disputes.review.other": 1,
    "disputes.review.total": 2,
}


def cells() -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for address in all_addresses("2021"):
        number = CELLS.get(address, 0)
        found[address] = Cell(number, str(number), "number", "grid", "表格")
    found["active.fees"] = Cell(Decimal("12.60"), "12.60", "number", "grid", "表二")
    found["requests.partial.total"] = Cell(None, "见附件", "unread", "grid", "表三第7行")
    found["requests.other.no_payment.natural"] = Cell(None, "", "blank", "grid", "表三")
    found["requests.denied.law.total"] = Cell(None, "", "derived", "grid", "表三", 0)
    found["disputes.review.pending"] = Cell(None, "/", "na", "grid", "表四")
    return found


def _figure(words: str, value: int | Decimal, address: str | None, nth: int = 0, **more: object) -> Figure:
    start = -1
    for _ in range(nth + 1):
        start = OVERVIEW.index(words, start + 1)
    settings: dict[str, object] = {
        "unit": words.lstrip("0123456789.近约") or None,
        "kind": "count",
        "approximate": False,
        "period": "current",
        "value_high": None,
        "confidence": 0.98 if address else 0.0,
        "reasons": ("收到……申请",) if address else ("不是表格统计的事项",),
        **more,
    }
    return Figure(words, start, start + len(words), "一", value, address=address, **settings)  # type: ignore[arg-type]


def figures() -> list[Figure]:
    new, handled = "requests.new.total", "requests.handled.total"
    return [
        _figure("1280条", 1280, None),
        _figure("902条", 902, None),
        _figure("378条", 378, None),
        _figure("2件", 2, "active.normative.made", expected=2, verdict="match"),
        _figure("12.60万元", Decimal("12.60"), "active.fees", kind="money", expected=Decimal("12.60"), verdict="match"),
        _figure("12件", 12, new, expected=11, verdict="mismatch", alternatives=(f"{new} + requests.carried_in.total",)),
        _figure("11件", 11, handled, expected=11, verdict="match", reasons=("办结",)),
        _figure(
            "未收到上年结转的申请",
            0,
            "requests.carried_in.total",
            kind="absence",
            unit=None,
            expected=0,
            verdict="match",
        ),
        _figure("11件", 11, new, nth=1, expected=11, verdict="match"),
        _figure("2件", 2, "disputes.review.total", nth=2, expected=2, verdict="match"),
        _figure("3件", 3, "requests.partial.total"),
        _figure("约300人次", 300, None, approximate=True),
        _figure("100%", 100, None, kind="rate"),
        _figure("2期", 2, None),
        _figure("近百人", 100, None, approximate=True),
    ]


def findings() -> list[Finding]:
    at, all_at = OVERVIEW.index("12件"), OVERVIEW.index("均维持")
    second = OVERVIEW.index("11件", OVERVIEW.index("11件") + 1)
    return [
        Finding(
            "N101",
            "error",
            "文字写收到申请12件，表三“一、本年新收”·总计为11。",
            "The text says 12 requests, table 3 has 11.",
            ("requests.new.total",),
            {"stated": "12", "cells": {"requests.new.total": 11}},
            None,
            (Span("一", at, at + 3), Span("一", second, second + 3)),
            "f101",
        ),
        Finding(
            "T201",
            "error",
            "表三“（七）总计”·自然人印为0，应为9。",
            "Table 3, handled, natural persons: 0 is printed, 9 is due.",
            ("requests.handled.natural",),
            {"cells": {"requests.handled.natural": 0}},
            Repair("requests.handled.natural", 9, ("9 + 0 = 9 + 0", "8 + 1 = 9", "9 + 2 = 11")),
            (),
            "f201",
        ),
        Finding(
            "N401",
            "warning",
            "文字说复议均维持，而表四有其他结果1件。",
            "The text says all reviews were upheld; one had another result.",
            ("disputes.review.upheld", "disputes.review.other"),
            {},
            None,
            (Span("一", all_at, all_at + 3),),
            "f401",
        ),
        Finding(
            "S501",
            "info",
            "第一部分没有“政府信息管理”一节。",
            "Part 1 has no section on information management.",
            (),
            {},
            None,
            (),
            "f501",
        ),
    ]


def _sentence(words: str, label: str, role: str) -> LabelledSentence:
    start = PROBLEMS.index(words)
    end = PROBLEMS.index("。", start) + 1
    reasons = ("公开内容不够丰富",) if label == "boilerplate" else ()
    return LabelledSentence("五", start, end, PROBLEMS[start:end], Label(label, role, None, reasons))  # type: ignore[arg-type]


def report(tables: tuple[PrintedTable, ...] = ()) -> Report:
    titles = (
        ("一", "总体情况", OVERVIEW), ("二", "主动公开政府信息情况", ""), ("三", "收到和处理政府信息公开申请情况", ""),
        ("四", "政府信息公开行政复议、行政诉讼情况", ""), ("五", "存在的主要问题及改进情况", PROBLEMS),
        ("六", "其他需要报告的事项", OTHER),
    )  # fmt: skip
    return Report(
        path="安平县政府办2024.html",
        sha256="ab" * 32,
        format="html",
        title="安平县人民政府办公室2024年政府信息公开工作年度报告",
        agency="安平县人民政府办公室",
        body="县政府办",
        year=2024,
        published=None,
        sections=tuple(Section(number, title, text, None, number) for number, title, text in titles),
        cells=cells(),
        table_format="2021",
        tables=tables,
    )


def sample(tables: tuple[PrintedTable, ...] = ()) -> Audit:
    """The audit that the tests of the outputs look at."""
    return Audit(
        report(tables),
        figures(),
        [
            Relation("sum", {"total": (0,), "parts": (1, 2)}, True, "1280 = 902 + 378", section="一"),
            Relation("same", {"figures": (5, 8)}, False, "12 ≠ 11", section="一"),
        ],
        findings(),
        [
            _sentence("我办在", "boilerplate", "problem"),
            _sentence("“惠民", "substantive", "problem"),
            _sentence("下一步", "mixed", "measure"),
        ],
    )


def printed_table() -> PrintedTable:
    """Table 四 as a report printed it, its fifteen cells in one row under one head."""
    names = [
        f"disputes.{kind}.{outcome}"
        for kind in ("review", "litigation_direct", "litigation_after_review")
        for outcome in ("upheld", "corrected", "other", "pending", "total")
    ]
    held = cells()
    row = tuple(GridCell(held[name].text, address=name) for name in names)
    return PrintedTable("disputes", ((GridCell("行政复议", colspan=5), GridCell("行政诉讼", colspan=10)), row))
