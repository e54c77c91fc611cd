"""A lexicon compared with its shape: the first fault, if any, is raised with its file, its line and what to do."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from auditor.errors import LexiconError
from auditor.shapes.forms import SHAPES, Shape
from auditor.shapes.kinds import KINDS

Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """What is wrong: where (keys and places in lists), the code of its text, and what fills that."""

    path: Path
    code: str
    details: Mapping[str, object]


def require_shape(name: str, data: Mapping[str, Any], text: str) -> None:
    """Compare a lexicon with its shape; one without a shape passes.

    Raises:
        LexiconError: it looks otherwise.
    """
    for fault in faults(name, data):
        raise _error(name, fault, text)


def broken_pattern() -> LexiconError | None:
    """The error of the first pattern of all lexicons that is no regular expression.

    Asked only where something could not be compiled: to compile every pattern on every loading would take
    longer than all the rest.
    """
    from auditor.resources import lexicon_bytes, load_lexicon

    for name, shape in SHAPES.items():
        for fault in _faults(load_lexicon(name), shape, (), _wrong_patterns):
            return _error(name, fault, lexicon_bytes(f"{name}.toml").decode("utf-8-sig"))
    return None


def not_toml(name: str, fault: tomllib.TOMLDecodeError) -> LexiconError:
    """The error of a file that is no TOML."""
    from auditor.shapes.telling import lexicon_error

    place = re.search(r"\(at line (\d+), column (\d+)\)", str(fault))
    line = int(place[1]) if place else None
    return lexicon_error(f"{name}.toml", line, "toml", {"fault": str(fault)})


def not_text(name: str, fault: UnicodeDecodeError) -> LexiconError:
    """The error of a file that is not in UTF-8."""
    from auditor.shapes.telling import lexicon_error

    return lexicon_error(f"{name}.toml", fault.object.count(b"\n", 0, fault.start) + 1, "encoding", {})


def faults(name: str, data: Mapping[str, Any]) -> Iterator[Fault]:
    """Every way in which a lexicon differs from its shape, in the order of the file's keys."""
    yield from _faults(data, SHAPES.get(name, "any"), (), _wrong_values)


_Wrong = Iterator[tuple[tuple[int, ...], str, dict[str, object]]]


def _wrong_values(value: Any, kind: str) -> _Wrong:
    return KINDS[kind](value)


def _wrong_patterns(value: Any, kind: str) -> _Wrong:
    if kind == "pattern":
        yield from _wrong_pattern(value, ())
    elif kind == "patterns":
        for place, pattern in enumerate(value):
            yield from _wrong_pattern(pattern, (place,))


def _wrong_pattern(pattern: str, where: tuple[int, ...]) -> _Wrong:
    try:
        re.compile(pattern)
    except re.error as fault:
        yield where, "no_pattern", {"pattern": pattern, "fault": fault}


def _faults(value: Any, shape: Shape, path: Path, wrong: Callable[[Any, str], _Wrong]) -> Iterator[Fault]:
    if isinstance(shape, str):
        for where, code, details in wrong(value, shape):
            yield Fault((*path, *where), code, details)
    elif isinstance(shape, list):
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            yield Fault(path, "no_tables", {})
            return
        for place, item in enumerate(value):
            yield from _faults(item, shape[0], (*path, place), wrong)
    else:
        yield from _faults_of_table(value, shape, path, wrong)


def _faults_of_table(
    value: Any, shape: Mapping[str, Shape], path: Path, wrong: Callable[[Any, str], _Wrong]
) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(path, "no_table", {"known": _names(shape)})
        return
    for key, inner in value.items():
        known = _shape_of(key, shape)
        if known is None:
            yield Fault((*path, key), "unknown_key", {"known": _names(shape)})
        else:
            yield from _faults(inner, known, (*path, key), wrong)
    for key in shape:
        if key not in value and key[-1] not in "?*":
            yield Fault(path, "missing_key", {"missing": key})


def _shape_of(key: str, shape: Mapping[str, Shape]) -> Shape | None:
    known = shape.get(key) or shape.get(f"{key}?")
    if known is None:
        known = next((inner for name, inner in shape.items() if name[-1] == "*" and key.startswith(name[:-1])), None)
    return known


def _names(shape: Mapping[str, Shape]) -> tuple[str, ...]:
    return tuple(key.rstrip("?") for key in shape)


def _error(name: str, fault: Fault, text: str) -> LexiconError:
    from auditor.shapes.places import line_of
    from auditor.shapes.telling import lexicon_error

    details = dict(fault.details)
    if isinstance(details.get("first"), int):
        details["first"] = line_of(text, (*fault.path[:-1], details["first"]))  # type: ignore[arg-type]
    keys = [part for part in fault.path if isinstance(part, str)]
    details |= {"key": keys[-1] if keys else "", "section": ".".join(keys) or name}
    return lexicon_error(f"{name}.toml", line_of(text, fault.path), fault.code, details)
