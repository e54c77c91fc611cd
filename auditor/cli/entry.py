"""From a command line to an exit status, whatever happens on the way."""

from __future__ import annotations

import os
import sys

from auditor.cli.words import language_of, word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

INTERRUPTED = 130  # what a shell shows for a program that Ctrl-C ended
PIPE_CLOSED = 141  # … and for one whose reader (head, less) went away


def run(arguments: list[str]) -> int:
    """Run one command; faults become one line on standard error and status 2."""
    _make_streams_safe()
    lang = language_of(arguments) or "zh"
    try:
        status = _run(arguments, lang)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        print("\n" + word("interrupted", lang), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Python flushes standard output once more at its end; give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as fault:  # the program's outermost edge
        return _tell(fault, lang)


def _run(arguments: list[str], lang: str) -> int:
    from auditor.cli.parsing import parse

    try:
        options = parse(arguments, lang)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 2
    return _command(options)


def _command(options: Namespace) -> int:
    if options.command == "audit":
        from auditor.cli import auditing

        return auditing.run(options)
    if options.command == "figures":
        from auditor.cli import passages

        return passages.run(options)
    if options.command == "train":
        from auditor.cli import training

        return training.run(options)
    if options.command == "evaluate":
        from auditor.cli import evaluating

        return evaluating.run(options)
    from auditor.cli import rulebook

    return rulebook.explain(options) if options.command == "explain" else rulebook.rules(options)


def _make_streams_safe() -> None:
    """A character that the console's encoding lacks (GBK has no ``•``) becomes ``?`` instead of a fault.

    Where standard output or error is closed, what would go there goes nowhere.
    """
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _tell(fault: Exception, lang: str) -> int:
    from auditor.cli.telling import message_of, tell
    from auditor.errors import AuditorError, describe

    if isinstance(fault, AuditorError):
        tell("fault", lang, message=message_of(fault, lang))
        return 2
    tell("internal", lang, fault=describe(fault))
    return 2
