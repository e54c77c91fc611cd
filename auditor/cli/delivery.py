"""Where the audits of a call go: each format takes one outcome after the other and closes at the end."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol, TextIO

from auditor.cli.telling import message_of
from auditor.cli.words import word
from auditor.errors import UsageError
from auditor.output.words import Lang
from auditor.worker.messages import Failure, Outcome, Rendering


class Delivery(Protocol):
    """A format on its way out; ``rendering`` is what it wants from the worker."""

    rendering: Rendering

    def add(self, outcome: Outcome, path: Path, /) -> None:
        """Deliver one outcome; ``path`` is the file as the call names it."""

    def close(self) -> None:
        """Deliver what stands after the last one."""


class Purpose(NamedTuple):
    """What is delivered: the ending of its pages, and whether a total of the findings stands at the end."""

    ending: str
    totals: bool


AUDITS = Purpose(".audit.html", True)
LAYOUTS = Purpose(".layout.html", False)


@contextmanager
def delivery(
    format_name: str,
    output: str | None,
    paths: Sequence[Path],
    lang: Lang,
    also_read: Sequence[Path] = (),
    purpose: Purpose = AUDITS,
) -> Iterator[Delivery]:
    """The delivery of a call, its output file opened and closed; no file that the call reads is written to.

    Raises:
        UsageError: the output file can't be written, is one of the inputs, or is a folder (or no folder)
            where the format needs the other.
    """
    if format_name == "html":
        yield _Pages(output, paths, lang, (*paths, *also_read), purpose)
        return
    if output is None:
        yield _streamed(format_name, sys.stdout, lang, len(paths), purpose)
        return
    target = Path(output)
    _refuse_inputs(target, (*paths, *also_read))
    if target.is_dir():
        raise UsageError("output_is_folder", path=target)
    try:
        stream = target.open("w", encoding="utf-8", errors="replace", newline="\n")
    except OSError as fault:
        raise UsageError("output_unwritable", path=target, fault=fault.strerror) from fault
    with stream:
        yield _streamed(format_name, stream, lang, len(paths), purpose)


def _streamed(format_name: str, stream: TextIO, lang: Lang, files: int, purpose: Purpose) -> Delivery:
    if format_name == "terminal":
        return _Screen(stream, lang, files, purpose)
    return _Json(stream, lang, as_list=format_name == "json")


def _refuse_inputs(target: Path, paths: Sequence[Path]) -> None:
    if any(target.resolve() == path.resolve() for path in paths):
        raise UsageError("output_is_input", path=target)


class _Screen:
    def __init__(self, stream: TextIO, lang: Lang, files: int, purpose: Purpose) -> None:
        on_screen = stream.isatty()
        columns = min(_columns(), 100) if on_screen else 80
        colours = on_screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self.rendering = Rendering("terminal", lang, columns, colours)
        self.stream = stream
        self.files = files
        self.totals = purpose.totals and files > 1
        self.failed = 0
        self.counts: Counter[str] = Counter({"error": 0, "warning": 0, "info": 0})

    def add(self, outcome: Outcome, _path: Path, /) -> None:
        if isinstance(outcome, Failure):
            self.failed += 1
            return
        self.counts.update(outcome.severities)
        self.stream.write(outcome.text + ("\n" if self.files > 1 else ""))

    def close(self) -> None:
        if self.totals:
            from auditor.output.terminal import Terminal

            self.stream.write(Terminal(self.rendering.lang).total(self.counts, self.files, self.failed))


class _Json:
    def __init__(self, stream: TextIO, lang: Lang, as_list: bool) -> None:
        self.rendering = Rendering("json" if as_list else "jsonl", lang, encoding=stream.encoding)
        self.stream = stream
        self.any = False

    def add(self, outcome: Outcome, _path: Path, /) -> None:
        text = self._failed(outcome) if isinstance(outcome, Failure) else outcome.text
        if self.rendering.format == "json":
            self.stream.write((",\n" if self.any else "[\n") + text)
        else:
            self.stream.write(text + "\n")
        self.any = True

    def _failed(self, failed: Failure) -> str:
        from auditor.exchange import failure_to_dict
        from auditor.output.json_lines import json_block, json_line

        as_json = json_block if self.rendering.format == "json" else json_line
        message = message_of(failed, self.rendering.lang)
        return as_json(failure_to_dict(failed.path, failed.code, message), self.rendering.encoding)

    def close(self) -> None:
        if self.rendering.format == "json":
            self.stream.write("\n]\n" if self.any else "[]\n")


class _Pages:
    """HTML pages: one file, one beside each report, or one each in a folder."""

    def __init__(
        self, output: str | None, paths: Sequence[Path], lang: Lang, read: Sequence[Path], purpose: Purpose
    ) -> None:
        self.rendering = Rendering("html", lang)
        self.targets = _page_targets(output, paths, purpose.ending)
        for target in self.targets.values():
            _refuse_inputs(target, read)

    def add(self, outcome: Outcome, path: Path, /) -> None:
        if isinstance(outcome, Failure):
            return
        target = self.targets[path]
        try:
            target.write_bytes(outcome.text.encode("utf-8", "replace"))
        except OSError as fault:
            raise UsageError("output_unwritable", path=target, fault=fault.strerror) from fault
        print(word("wrote", self.rendering.lang, path=target))

    def close(self) -> None:
        """Every page is complete when its outcome was added."""


def _page_targets(output: str | None, paths: Sequence[Path], ending: str) -> dict[Path, Path]:
    """Where the page of each report goes; reports that differ in their ending only keep it in the page's name."""
    given = None if output is None else Path(output)
    if given is not None and len(paths) == 1 and not given.is_dir():
        return {paths[0]: given}
    if given is not None:
        if given.is_file():
            raise UsageError("output_not_folder", path=given)
        try:
            given.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise UsageError("output_unwritable", path=given, fault=fault.strerror) from fault
    targets = {path: (path.parent if given is None else given) / f"{path.stem}{ending}" for path in paths}
    shared = Counter(targets.values())
    for path, target in targets.items():
        if shared[target] > 1:
            targets[path] = target.with_name(path.name + ending)
    return _numbered(targets, ending)


def _numbered(targets: dict[Path, Path], ending: str) -> dict[Path, Path]:
    """Pages of files of one name from different folders, gathered in one folder, get a number."""
    taken: set[Path] = set()
    for path, target in targets.items():
        number = 2
        while targets[path] in taken:
            targets[path] = target.with_name(f"{path.name}-{number}{ending}")
            number += 1
        taken.add(targets[path])
    return targets


def _columns() -> int:
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, 40)
    except OSError:
        return 80
