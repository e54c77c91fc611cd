"""One hostile input: how it is made and what may become of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "clean"
READ = "read"
"""The file is read as a report, with or without findings."""


class Case(NamedTuple):
    """A hostile input.

    ``make`` writes it in a folder and gives its path; ``outcomes`` are the codes of refusal that are right,
    or ``READ``; ``quick`` ones run in the tests.
    """

    family: str
    zh: str
    en: str
    make: Callable[[Path], Path | str]
    outcomes: tuple[str, ...]
    quick: bool = True


def written(folder: Path, name: str, data: bytes | str) -> Path:
    """A file of these bytes."""
    path = folder / name
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


PARTS = (
    ("一、总体情况", "2024年，我局认真推进政务公开，全年公开信息86条。"),
    ("二、主动公开政府信息情况", "公开规划计划、财政预算、办事指南等信息。"),
    ("三、收到和处理政府信息公开申请情况", "全年收到政府信息公开申请2件，均已答复。"),
    ("四、政府信息公开行政复议、行政诉讼情况", "未发生行政复议、行政诉讼。"),
    ("五、存在的主要问题及改进情况", "目录里“防汛物资”一栏更新迟了两个月，已定专人按月核对。"),
    ("六、其他需要报告的事项", "本年度未收取信息处理费。"),
)
TITLE = "云溪县水务局2024年政府信息公开工作年度报告"


def text_report(prose: str, part: int = 0) -> str:
    """A plain text report with ``prose`` behind the own words of one of its parts (from 0)."""
    lines = [TITLE]
    for at, (heading, words) in enumerate(PARTS):
        lines += [heading, words + (prose if at == part else "")]
    return "\n".join(lines) + "\n"


def html_report(before: str = "", inside: str = "", after: str = "", head: str = "") -> str:
    """A page of a report with markup before the article, in its first part and behind it."""
    parts = [f"<h2>{heading}</h2><p>{words}</p>{inside if not at else ''}" for at, (heading, words) in enumerate(PARTS)]
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{TITLE}</title>{head}</head>"
        f"<body>{before}<h1>{TITLE}</h1>{''.join(parts)}{after}</body></html>"
    )
