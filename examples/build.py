"""Build the example reports: ``python -m examples.build``, or ``--check`` whether they are in step.

Two years of one invented bureau, each clean and with planted faults, each as HTML, DOCX, PDF and
flattened text. The same sources give the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from examples.making.faults import faults, faulty, page_date
from examples.making.html_page import page
from examples.making.model import YEARS, ExampleReport, clean
from examples.making.pdf_file import pdf_file
from examples.making.text_file import flattened
from examples.making.word_file import word_file

FOLDER = Path(__file__).resolve().parent
_LIST = ("<!-- faults:begin -->\n", "<!-- faults:end -->\n")


def built() -> Iterator[tuple[Path, bytes]]:
    """Every generated file with its bytes."""
    for year in YEARS:
        yield from _formats(FOLDER / "clean", clean(year), clean(year).published)
        yield from _formats(FOLDER / "faulty", faulty(year), page_date(year))
    yield FOLDER / "README.md", _readme().encode("utf-8")


def _formats(folder: Path, report: ExampleReport, published: str) -> Iterator[tuple[Path, bytes]]:
    stem = str(report.year)
    yield folder / f"{stem}.html", page(report, published)
    yield folder / f"{stem}.docx", word_file(report)
    yield folder / f"{stem}.pdf", pdf_file(report)
    yield folder / f"{stem}.txt", flattened(report)


def _readme() -> str:
    """The README with its list of faults as ``faults.toml`` has it."""
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    before, rest = text.split(_LIST[0])
    after = rest.split(_LIST[1])[1]
    lines = []
    for year in reversed(YEARS):
        lines += [f"### faulty/{year}", "", "| 位置 place | 错误 fault | rule |", "| --- | --- | --- |"]
        for fault in faults(year):
            rules = ", ".join(fault.rules) or fault.family
            lines.append(f"| {fault.place} | {fault.what}<br>{fault.what_en} | {rules} |")
        lines.append("")
    return before + _LIST[0] + "\n" + "\n".join(lines) + _LIST[1] + after


def _content(path: Path, data: bytes) -> object:
    """What has to agree: the bytes, or the parts of a DOCX, whose packing depends on zlib."""
    if path.suffix != ".docx":
        return data
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _in_step(path: Path, data: bytes) -> bool:
    return path.exists() and _content(path, path.read_bytes()) == _content(path, data)


def main(arguments: list[str]) -> int:
    """Write the files, or with ``--check`` name those that are out of step; the exit status."""
    stale = {path: data for path, data in built() if not _in_step(path, data)}
    if "--check" in arguments:
        for path in stale:
            print(f"out of step, run `make examples`: {path.relative_to(FOLDER.parent)}", file=sys.stderr)
        return 1 if stale else 0
    for path, data in stale.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        print(path.relative_to(FOLDER.parent))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
