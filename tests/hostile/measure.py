"""Every hostile input through the real command line: what it prints, its time, its peak memory, its status.

``make hostile`` (``python -m tests.hostile.measure``) prints the table and puts it into ``docs/robustness.md``;
with words behind it only the inputs whose English name holds one of them are run, and nothing is written.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.hostile.case import ROOT, Case
from tests.hostile.cases import CASES

PAGE = ROOT / "docs" / "robustness.md"
BEGIN, END = "<!-- hostile: begin -->", "<!-- hostile: end -->"
_LONGEST_LINE = 150


class Measured(NamedTuple):
    """One run of the command line."""

    case: Case
    size: int
    printed: str
    seconds: float
    megabytes: int
    status: int

    def row(self) -> str:
        """The line of the table."""
        cells = (
            self.case.family,
            f"{self.case.zh}<br>{self.case.en}",
            _size(self.size),
            self.printed.replace("|", "\\|"),
            f"{self.seconds:.1f}",
            str(self.megabytes),
            str(self.status),
        )
        return "| " + " | ".join(cells) + " |"


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1000:.1f} kB"


def measured(number: int) -> Measured:
    """The case run in a folder of its own.

    The file is made by another process: on Linux a new process starts with the peak memory of the one that
    started it, so this one stays small.  The peak is the larger of command and worker.
    """
    case = CASES[number]
    with tempfile.TemporaryDirectory() as folder:
        made = subprocess.run(
            [sys.executable, "-m", "tests.hostile.measure", "--make", str(number), folder],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            check=True,
        )
        path = made.stdout
        command = [sys.executable, "-m", "auditor", "audit", os.fsdecode(path), "--fail-on", "never"]
        start = time.perf_counter()
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, **_UTF8}
        ) as run:
            assert run.stdout is not None
            shown = run.stdout.read()
            _, status, used = os.wait4(run.pid, 0)
            seconds = time.perf_counter() - start
            run.returncode = os.waitstatus_to_exitcode(status)
        printed = _printed(shown.decode("utf-8", "replace"), folder)
        size = _bytes_of(path)
    peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Measured(case, size, printed, seconds, -(-peak // 1_000_000), run.returncode)


_UTF8 = {"PYTHONIOENCODING": "utf-8"}


def _bytes_of(path: bytes) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116  (the name may be no text)
    except OSError:
        return 0


def _printed(shown: str, folder: str) -> str:
    """What a person sees, in a line: the refusal, or the heart of the audit."""
    shown = shown.replace(folder + os.sep, "").replace(folder, "…")
    lines = [line for line in shown.splitlines() if line.strip()]
    heart = [line for line in lines if re.match("(?:表格|文字|结果)  ", line)]
    text = "；".join(re.sub(r"\s+", " ", line) for line in (heart or lines[:3]))
    return text if len(text) <= _LONGEST_LINE else text[: _LONGEST_LINE - 1] + "…"


def table(rows: Sequence[Measured]) -> str:
    """The table of the documentation."""
    titles = (
        "类 / kind",
        "输入 / input",
        "大小 / size",
        "屏幕上的话 / printed",
        "秒 / s",
        "内存 MB / peak",
        "状态 / status",
    )
    head = "| " + " | ".join(titles) + " |"
    return "\n".join([head, "| --- | --- | ---: | --- | ---: | ---: | ---: |", *(row.row() for row in rows)])


def main(arguments: Sequence[str]) -> None:
    """Run the cases chosen by words of their English names, or all."""
    if arguments[:1] == ["--make"]:
        made = CASES[int(arguments[1])].make(Path(arguments[2]))
        sys.stdout.buffer.write(os.fsencode(made))
        return
    chosen = [n for n, case in enumerate(CASES) if not arguments or any(word in case.en for word in arguments)]
    rows = []
    for number in chosen:
        rows.append(measured(number))
        print(rows[-1].row(), flush=True)
    slowest, largest = max(row.seconds for row in rows), max(row.megabytes for row in rows)
    print(f"{len(rows)} inputs, slowest {slowest:.1f} s, largest {largest} MB")
    if not arguments:
        page = PAGE.read_text(encoding="utf-8")
        before, after = page.split(BEGIN)[0], page.split(END)[1]
        PAGE.write_text(f"{before}{BEGIN}\n{table(rows)}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
