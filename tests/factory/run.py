"""The factory's measurement: many made-up reports in every layout, drawn, read and compared.

    python -m tests.factory.run --per-layout 50 --seed 7 [--only html/] [--keep FOLDER] [--write FILE]

``--write`` puts the table between the markers of a document (docs/layouts.md).  The same seed draws the
same files.  Exits with 1 where a target of the project is missed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from math import floor, sqrt
from os import cpu_count
from pathlib import Path
from random import Random

from auditor.errors import AuditorError
from auditor.reading import read
from tests.factory.checking import Outcome, check, summed
from tests.factory.facts import facts
from tests.factory.layouts import FAMILIES, Rendered, all_layouts

CELLS_RIGHT = 0.9995
FACTS_RIGHT = 0.999


def drawn_of(name: str, seed: int, index: int) -> Rendered:
    """Report ``index`` of a layout and a seed."""
    rng = Random(f"{seed}/{name}/{index}")
    return all_layouts()[name].draw(facts(rng), rng)


def outcome_of(drawn: Rendered, path: Path) -> Outcome:
    """What reading the file yields; a refused file is one whose every cell is said to be unread."""
    path.write_bytes(drawn.data)
    try:
        report = read(path)
    except AuditorError as fault:
        told = 3 + 2 * len(drawn.chapters)
        return Outcome(len(drawn.cells), 0, len(drawn.cells), len(drawn.lost), 0, (), (), told, (fault.code,) * told)
    return check(report, drawn)


def _crashed(drawn: Rendered, fault: Exception) -> Outcome:
    """Every cell missing without a word, and no part right."""
    told = 3 + 2 * len(drawn.chapters)
    silent = tuple(drawn.cells)
    return Outcome(len(silent), 0, len(silent), len(drawn.lost), 0, (), silent, told, (f"crash: {fault!r}",) * told)


def _one(name: str, seed: int, index: int, keep: str | None) -> tuple[str, int, Outcome]:
    drawn = drawn_of(name, seed, index)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"report{drawn.suffix}"
        try:
            outcome = outcome_of(drawn, path)
        except Exception as fault:
            # One crash shall not hide what becomes of the thousands of other reports.
            outcome = _crashed(drawn, fault)
        if keep and (outcome.wrong or outcome.silent or outcome.parts or outcome.right < outcome.determined):
            kept = Path(keep) / f"{name.replace('/', '-')}-{seed}-{index}{drawn.suffix}"
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, kept)
    return name, index, outcome


def outcomes_of(
    names: list[str], per_layout: int, seed: int, keep: str | None = None
) -> Iterator[tuple[str, int, Outcome]]:
    """The outcome of every report, layout by layout."""
    jobs = [(name, index) for name in names for index in range(per_layout)]
    with ProcessPoolExecutor(cpu_count()) as pool:
        names_of, indices = zip(*jobs, strict=True)
        yield from pool.map(_one, names_of, repeat(seed), indices, repeat(keep), chunksize=5)


def interval(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's formula; the cells are taken as independent of each other."""
    if not of:
        return 0.0, 1.0
    z = 1.959964
    share = right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    # At the ends the formula is exact, the floating point isn't.
    return 0.0 if not right else middle - half, 1.0 if right == of else middle + half


_HEADS = (
    ("版式 / layout", "---"),
    ("报告 / reports", "---:"),
    ("确定的格 / cells", "---:"),
    ("读对 / right", "---:"),
    ("95 %", "---:"),
    ("未读 / unread", "---:"),
    ("不能确定（读出）/ undetermined (read)", "---:"),
    ("错格报告 / reports wrong", "---:"),
    ("标题等 / facts right", "---:"),
)


def _percent(share: float) -> str:
    """A share in per cent, cut rather than rounded: what is not all never looks like all."""
    return f"{floor(share * 100_000) / 1000:.3f}"


def _line(name: str, count: dict[str, int]) -> str:
    right = f"{_percent(count['right'] / count['cells'])} %" if count["cells"] else "—"
    low, high = interval(count["right"], count["cells"])
    told = f"{_percent((count['facts'] - count['faults']) / count['facts'])} %" if count["facts"] else "—"
    sides = f"{_percent(low)}–{_percent(high)}" if count["cells"] else "—"
    cells = (
        *(name, count["reports"], count["cells"], right, sides, count["unread"]),
        *(f"{count['lost']} ({count['lost_read']})", count["reports_wrong"], told),
    )
    return f"| {' | '.join(map(str, cells))} |"


def totals(counts: dict[str, dict[str, int]]) -> dict[str, int]:
    """The counts of several layouts added up."""
    return {key: sum(count[key] for count in counts.values()) for key in next(iter(counts.values()))}


def table_of(counts: dict[str, dict[str, int]]) -> str:
    """The counts as a Markdown table, by layout, by family and in all."""
    lines = [f"| {' | '.join(row)} |" for row in zip(*_HEADS, strict=True)]
    for family in FAMILIES:
        own = {name: count for name, count in counts.items() if name.startswith(f"{family}/")}
        lines += [_line(name, count) for name, count in own.items()]
        if own:
            lines.append(_line(f"**{family}**", totals(own)))
    if counts:
        lines.append(_line("**全部 / all**", totals(counts)))
    return "\n".join(lines)


def written(document: str, text: str) -> str:
    """The document with the text between its markers."""
    if document.count(_BEGIN) != 1 or document.count(_END) != 1:
        raise ValueError(f"the document needs {_BEGIN} and {_END} once each")
    before, _, rest = document.partition(_BEGIN)
    return f"{before}{_BEGIN}\n{text}\n{_END}{rest.partition(_END)[2]}"


_BEGIN, _END = "<!-- factory -->", "<!-- /factory -->"


def missed(counts: dict[str, dict[str, int]]) -> list[str]:
    """The targets that a run misses, in words."""
    faults: list[str] = []
    for name, count in counts.items():
        if count["right"] < CELLS_RIGHT * count["cells"]:
            faults.append(f"{name}: {count['right']} of {count['cells']} cells read right")
        if count["reports_wrong"]:
            faults.append(f"{name}: {count['reports_wrong']} reports with a silently wrong cell")
        if count["silent"]:
            faults.append(f"{name}: {count['silent']} cells missing without a word")
    facts_told = sum(count["facts"] for count in counts.values())
    wrong = sum(count["faults"] for count in counts.values())
    if wrong > (1 - FACTS_RIGHT) * facts_told:
        faults.append(f"sections, title, agency, year: {wrong} of {facts_told} wrong")
    return faults


def main(arguments: list[str] | None = None) -> int:
    """Run the measurement of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--per-layout", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="layouts whose name begins so")
    parser.add_argument("--keep", help="folder for the files that were not read perfectly")
    parser.add_argument("--write", help="document to put the table in, between its markers")
    options = parser.parse_args(arguments)
    chosen = [item for item in all_layouts().values() if item.name.startswith(options.only)]
    absent = [item.name for item in chosen if not item.drawable]
    names = [item.name for item in chosen if item.drawable]
    outcomes: dict[str, list[Outcome]] = {name: [] for name in names}
    for name, index, outcome in outcomes_of(names, options.per_layout, options.seed, options.keep):
        outcomes[name].append(outcome)
        if outcome.wrong or outcome.silent or outcome.parts:
            shown = {"wrong": outcome.wrong[:3], "silent": outcome.silent[:3], "parts": outcome.parts[:2]}
            print(f"{name} {index}: {json.dumps(shown, ensure_ascii=False)[:600]}", file=sys.stderr)
    counts = summed(outcomes)
    said = [
        f"每种版式{options.per_layout}份，种子{options.seed}。",
        f"{options.per_layout} reports a layout, seed {options.seed}.",
        *([f"未测 / not run: {', '.join(absent)}."] if absent else []),
    ]
    text = "\n".join([*said, "", table_of(counts)])
    print(text)
    if options.write:
        path = Path(options.write)
        path.write_text(written(path.read_text(encoding="utf-8"), text), encoding="utf-8")
    faults = missed(counts)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
