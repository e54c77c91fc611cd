"""``auditor figures``: the figures of a report or of a passage, without any rule."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from auditor.cli.telling import message_of, tell
from auditor.errors import ReadingError
from auditor.output.words import Lang
from auditor.reading.limits import MEGABYTE, Limits
from auditor.settings import find_settings
from auditor.worker.client import Worker
from auditor.worker.messages import Failure, FiguresJob, Rendering


def run(options: Namespace) -> int:
    """List the figures.

    Raises:
        ReadingError: standard input gives more than a text may have.
    """
    settings = find_settings(Path.cwd())
    lang: Lang = getattr(options, "lang", None) or settings.lang or "zh"
    text = _standard_input(settings.limits) if options.path == "-" else None
    rendering = Rendering(options.format, lang, encoding=sys.stdout.encoding)
    with Worker() as worker:
        outcome = worker.outcome(FiguresJob(options.path, text, options.year, options.agency, settings, rendering))
    if isinstance(outcome, Failure):
        tell("fault", lang, message=message_of(outcome, lang))
        return 2
    sys.stdout.write(outcome.text)
    return 0


def _standard_input(limits: Limits) -> str:
    """Text in UTF-8, or else in GB18030, which covers GBK and GB2312."""
    most = limits.text_megabytes * MEGABYTE
    data = sys.stdin.buffer.read(most + 1)
    if len(data) > most:
        raise ReadingError("too_large", path="-", size=f"> {limits.text_megabytes}", limit=limits.text_megabytes)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")
