"""``auditor audit``: every file through the audit, the outcome to its format, and the exit status."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.cli.delivery import Delivery, Failure, Outcome, delivery
from auditor.cli.inputs import Input, inputs_of
from auditor.cli.parsing import split_codes
from auditor.cli.progress import Progress
from auditor.cli.telling import describe, message_of, tell
from auditor.cli.words import word
from auditor.errors import AuditorError, UsageError
from auditor.model import Audit
from auditor.output.words import Lang
from auditor.settings import Settings, find_settings

_FAILING = {"error": {"error"}, "warning": {"error", "warning"}, "never": set[str]()}


def run(options: Namespace) -> int:
    """Audit the paths of a call.

    Raises:
        UsageError: the call makes no sense as a whole; a fault of one file is told and the rest goes on.
    """
    settings = find_settings(Path.cwd())
    lang: Lang = getattr(options, "lang", None) or settings.lang or "zh"
    select = _known(options.select or split_codes(settings.select))
    ignore = _known([*(options.ignore or ()), *split_codes(settings.ignore)])
    failing = _FAILING[options.fail_on or settings.fail_on or "error"]
    inputs = inputs_of(options.paths)
    if options.previous is not None and len(inputs) != 1:
        raise UsageError("previous_with_many", count=len(inputs))
    status = 0
    paths = [entry.path for entry in inputs]
    also_read = [] if options.previous is None else [Path(options.previous)]
    with delivery(options.format, options.output, paths, lang, also_read) as out:
        for outcome, path in _outcomes(inputs, options, settings, select, ignore, lang):
            delivered = _deliver(out, outcome, path, lang)
            if not delivered or isinstance(outcome, Failure):
                status = 2
            elif status == 0 and any(finding.severity in failing for finding in outcome.findings):
                status = 1
        out.close()
    return status


def _deliver(out: Delivery, outcome: Outcome, path: Path, lang: Lang) -> bool:
    """Hand an outcome to its format; whatever goes wrong there is told and stops no other file."""
    try:
        out.add(outcome, path)
    except BrokenPipeError:
        raise
    except AuditorError as fault:
        tell("fault", lang, message=message_of(fault, lang))
        return False
    except Exception as fault:
        tell("internal_file", lang, path=path, fault=describe(fault))
        return False
    return True


def _known(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes, each the beginning of some rule's code.

    Raises:
        UsageError: no rule begins so.
    """
    chosen = tuple(codes)
    if chosen:
        import auditor.checks  # noqa: F401  (registers every family)
        from auditor.checks.registry import registered

        for code in chosen:
            if not any(rule.startswith(code) for rule in registered()):
                raise UsageError("unknown_rule", code=code)
    return chosen


def _outcomes(
    inputs: list[Input],
    options: Namespace,
    settings: Settings,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    lang: Lang,
) -> Iterator[tuple[Outcome, Path]]:
    progress = Progress(len(inputs))
    for number, entry in enumerate(inputs, 1):
        progress.show(word("reading", lang, number=number, total=len(inputs), name=entry.path.name))
        outcome = _outcome(entry, options, settings, select, ignore)
        progress.clear()
        if isinstance(outcome, Failure):
            tell("fault", lang, message=message_of(outcome, lang))
        yield outcome, entry.path


def _outcome(
    entry: Input, options: Namespace, settings: Settings, select: tuple[str, ...], ignore: tuple[str, ...]
) -> Outcome:
    if entry.fault is not None:
        return _failure(entry.text, entry.fault)
    try:
        return _audit(entry.text, options, settings, select, ignore)
    except AuditorError as fault:
        return _failure(entry.text, fault)
    except Exception as fault:  # one bad file never stops the others
        words = describe(fault)
        return Failure(
            entry.text,
            "internal",
            word("internal_file", "zh", path=entry.text, fault=words),
            word("internal_file", "en", path=entry.text, fault=words),
        )


def _failure(path: str, fault: AuditorError) -> Failure:
    return Failure(path, fault.code, fault.message, fault.message_en)


def _audit(
    path: str, options: Namespace, settings: Settings, select: tuple[str, ...], ignore: tuple[str, ...]
) -> Audit:
    from auditor.stages import audit

    return audit(
        path, previous=options.previous, published=options.published, select=select, ignore=ignore, settings=settings
    )
