"""What the product costs, as ratios of two medians measured in the same run: ``make bench``.

Absolute times differ from machine to machine, ratios hardly do.  Nothing is asserted here.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
OWN_EXAMPLE = ROOT / "examples" / "clean" / "2024.txt"
# Stands beside the repository on some machines; it is no part of the project.
FLAT_EXAMPLE = ROOT.parent / "shared" / "example" / "zhenba-2024.txt"

WARM_RUNS = 60
COLD_RUNS = 9
FORMAT_RUNS = 7


class Ratio(NamedTuple):
    """One comparison: medians in seconds, and the goal that the quotient should stay below."""

    what: str
    against: str
    seconds: float
    seconds_against: float
    goal: Decimal

    def line(self) -> str:
        """The comparison for the terminal."""
        ratio = self.seconds / self.seconds_against
        verdict = "ok" if ratio < self.goal else "above the goal"
        times = f"{self.seconds * 1000:.1f} ms / {self.seconds_against * 1000:.1f} ms"
        return f"{ratio:5.2f}  (goal < {self.goal}, {verdict})  {self.what} / {self.against}  [{times}]"


def medians(one: Callable[[], object], other: Callable[[], object], runs: int) -> tuple[float, float]:
    """The median seconds of both, run by turns so that a busy moment hits both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for call, taken in zip((one, other), times, strict=True):
            start = time.perf_counter()
            call()
            taken.append(time.perf_counter() - start)
    return median(times[0]), median(times[1])


def warm(path: Path) -> Ratio:
    """A warm audit of ``path`` against ``jieba.cut`` of its whole text."""
    import jieba

    import auditor

    text = path.read_text(encoding="utf-8")
    jieba.setLogLevel("ERROR")

    def cut() -> object:
        return list(jieba.cut(text))

    def audit() -> object:
        return auditor.audit(path)

    for _ in range(3):
        cut()
        audit()
    return Ratio(
        f"warm audit of {path.name}",
        f"jieba.cut of {len(text)} characters",
        *medians(audit, cut, WARM_RUNS),
        Decimal(1),
    )


def format_ratios() -> Iterator[Ratio]:
    """Reading a file against what somebody would otherwise run on it, format by format."""
    from benchmarks.formats import COMPARED

    for compared in COMPARED:
        for path in compared.files():
            one, other = compared.pair(path)
            one()
            other()
            taken = medians(one, other, FORMAT_RUNS)
            yield Ratio(f"reading {path.name}", compared.against, *taken, compared.goal)


def _process(command: Sequence[str]) -> Callable[[], object]:
    def run() -> object:
        return subprocess.run(command, check=True, capture_output=True)

    return run


def _command(*arguments: str) -> list[str]:
    """The installed ``auditor`` command of this environment, or the module where it isn't installed."""
    script = Path(sys.executable).with_name("auditor")
    start = [str(script)] if script.exists() else [sys.executable, "-m", "auditor"]
    return [*start, *arguments]


def cold(what: str, command: Sequence[str], against: str, goal: int) -> Ratio:
    """A whole process against ``python -c against``."""
    one, other = _process(command), _process([sys.executable, "-c", against])
    one()
    other()
    return Ratio(what, f'python -c "{against}"', *medians(one, other, COLD_RUNS), Decimal(goal))


def main() -> None:
    """Measure and print."""
    for path in (OWN_EXAMPLE, FLAT_EXAMPLE):
        if path.exists():
            print(warm(path).line())
        else:
            print(f"    -  {path.name} is not there, not measured")
    print(cold("auditor --help", _command("--help"), "pass", 4).line())
    audit = _command("audit", str(OWN_EXAMPLE), "--fail-on", "never")
    print(cold("auditor audit", audit, "import spacy", 2).line())
    for ratio in format_ratios():
        print(ratio.line())


if __name__ == "__main__":
    main()
