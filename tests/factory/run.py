"""The factory's measurement: many made-up reports in every layout, drawn, read and compared.

    python -m tests.factory.run --per-layout 50 --seed 7 [--only html/] [--keep FOLDER] [--markdown FILE]

The same seed draws the same files.  Exits with 1 where a target of the project is missed.
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
from os import cpu_count
from pathlib import Path
from random import Random

from auditor.errors import AuditorError
from auditor.reading import read
from tests.factory.checking import Outcome, check, summed
from tests.factory.facts import facts
from tests.factory.layouts import Rendered, all_layouts

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


def _one(name: str, seed: int, index: int, keep: str | None) -> tuple[str, int, Outcome]:
    drawn = drawn_of(name, seed, index)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"report{drawn.suffix}"
        outcome = outcome_of(drawn, path)
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


def table_of(counts: dict[str, dict[str, int]]) -> str:
    """The counts as a Markdown table."""
    lines = [
        "| layout | reports | cells | right | unread | undetermined (read) | reports wrong | facts right |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, count in counts.items():
        share = f"{100 * count['right'] / count['cells']:.3f} %" if count["cells"] else "—"
        told = f"{100 * (count['facts'] - count['faults']) / count['facts']:.2f} %" if count["facts"] else "—"
        lines.append(
            f"| {name} | {count['reports']} | {count['cells']} | {share} | {count['unread']} "
            f"| {count['lost']} ({count['lost_read']}) | {count['reports_wrong']} | {told} |"
        )
    return "\n".join(lines)


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
    parser.add_argument("--markdown", help="file to write the table to")
    options = parser.parse_args(arguments)
    names = [
        name
        for name, item in all_layouts().items()
        if name.startswith(options.only) and (item.needs is None or shutil.which(item.needs))
    ]
    outcomes: dict[str, list[Outcome]] = {name: [] for name in names}
    for name, index, outcome in outcomes_of(names, options.per_layout, options.seed, options.keep):
        outcomes[name].append(outcome)
        if outcome.wrong or outcome.silent or outcome.parts:
            shown = {"wrong": outcome.wrong[:3], "silent": outcome.silent[:3], "parts": outcome.parts[:2]}
            print(f"{name} {index}: {json.dumps(shown, ensure_ascii=False)[:600]}", file=sys.stderr)
    counts = summed(outcomes)
    text = table_of(counts)
    print(text)
    if options.markdown:
        Path(options.markdown).write_text(text + "\n", encoding="utf-8")
    faults = missed(counts)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
