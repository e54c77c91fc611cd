"""``auditor figures``: the figures of a report or of a passage, without any rule."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from auditor.errors import ReadingError
from auditor.model import Figure
from auditor.output.words import Lang
from auditor.settings import find_settings

_TEXTS = (".txt", ".md")


def run(options: Namespace) -> int:
    """List the figures.

    Raises:
        ReadingError: the file can't be read, or is neither a report nor a text.
    """
    lang: Lang = getattr(options, "lang", None) or find_settings(Path.cwd()).lang or "zh"
    figures = _figures(options)
    if options.format == "terminal":
        from auditor.output.terminal import Terminal

        sys.stdout.write(Terminal(lang).figures(figures))
    else:
        _write_json(figures, as_list=options.format == "json")
    return 0


def _figures(options: Namespace) -> list[Figure]:
    if options.path == "-":
        return _of_text(_decoded(sys.stdin.buffer.read()), options)
    from auditor.stages import audit

    path = Path(options.path)
    try:
        return audit(path).figures
    except ReadingError:
        if path.suffix.lower() not in _TEXTS or not path.is_file():
            raise
        text = _decoded(path.read_bytes())
        if "\0" in text or not text.strip():
            raise
        return _of_text(text, options)


def _of_text(text: str, options: Namespace) -> list[Figure]:
    import auditor

    figures: list[Figure] = auditor.figures(text, year=options.year, agency=options.agency)
    return figures


def _decoded(data: bytes) -> str:
    """Text in UTF-8, or else in GB18030, which covers GBK and GB2312."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _write_json(figures: list[Figure], as_list: bool) -> None:
    from auditor.exchange import figure_to_dict
    from auditor.output.json_lines import json_line

    lines = [json_line(figure_to_dict(figure), sys.stdout.encoding) for figure in figures]
    if as_list:
        sys.stdout.write("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n")
    else:
        sys.stdout.write("".join(line + "\n" for line in lines))
