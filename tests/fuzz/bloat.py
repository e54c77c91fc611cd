"""One thing of a text said far too often: what a search that goes back over a text does not finish."""

from __future__ import annotations

from random import Random

from tests.fuzz.oddities import scrap

_UNITS = (
    " ", "\u3000", "\t", "\n", "|", " |", "| ", "\n|", "||\n", "（", "(", "）", "((", "1", "1 ", "1、", "1,", "1.",
    "，", "。", "；", "、", "一", "一、", "(一)", "第", "第一", "其中", "其中1件，", "分别为1、2件", "0件、", "共",
    "占", "比上年", "增长1%", "均为0件。", "无", "未收到", "年", "2024年", "月", "日", "-", "—", "#", "# ", "--- |",
    "\\", '"', "“", "《", "\u200b", "\u0301", "&", "&nbsp;", "<b>", "<p>", "<td>", "<tr>", "<table>", "<", "<a ",
    "<!--", "总计", "自然人", "行政复议", "0\n", "0 |\n", "12\n", "信息内容\n", "政府信息公开", "一、总体情况\n",
    "1件，", "（1件）", "百分之", "万", "十", "零",
)  # fmt: skip


def bloated(rng: Random, text: str) -> str:
    """``text`` with something in it repeated up to a hundred thousand characters."""
    at = rng.randrange(len(text) + 1)
    own = text[at : at + rng.choice((1, 2, 5, 12, 40, 300))]
    unit = rng.choice((rng.choice(_UNITS), rng.choice(_UNITS), own, scrap(rng))) or "0"
    length = rng.choice((1_000, 5_000, 20_000, 100_000))
    return text[:at] + unit * (length // len(unit) + 1) + text[at:]
