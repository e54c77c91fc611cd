"""An office's settings: ``auditor.toml``, or ``[tool.auditor]`` in ``pyproject.toml``.

The nearest such file counts, from the working folder upwards.  Every key is optional; a key that does
not exist or holds the wrong kind of value is refused with its name.  The keys::

    lang = "zh"                  # language of the output, zh or en
    fail_on = "warning"          # error, warning or never
    select = ["N", "T201"]       # only these rules
    ignore = ["B"]               # not these rules
    own_names = ["安平县", "安平县政府办"]   # names that mean the office itself

    [publish_by]                 # local limits, stricter than the law's (handbook 1.1): month-day of the next year
    government = "02-20"         # reports of a people's government
    department = "01-28"         # all other bodies

    [limits]                     # what one file may ask for; every key of auditor.reading.limits, whole numbers
    seconds = 120                # a longer wait for a slow machine
    memory_megabytes = 2000
    pdf_pages = 800
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal, cast

from auditor.errors import UsageError
from auditor.reading.limits import DEFAULT, KEYS, Limits

FILE = "auditor.toml"
BODIES = ("government", "department")
_LANGS = ("zh", "en")
_FAIL_ON = ("error", "warning", "never")
_KEYS = ("lang", "fail_on", "select", "ignore", "own_names", "publish_by", "limits")

_HIGHEST = 1_000_000_000
"""No limit goes higher: beyond it a number of seconds or bytes is a slip of the hand, and some systems fail."""

MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Settings:
    """What an office has set; an absent setting is None or empty."""

    lang: Literal["zh", "en"] | None = None
    fail_on: Literal["error", "warning", "never"] | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    own_names: tuple[str, ...] = ()
    publish_by: Mapping[str, MonthDay] = field(default_factory=dict)
    limits: Limits = DEFAULT

    def local_limit(self, body: str | None, year: int) -> date | None:
        """The last day that this office allows for the report on ``year`` of a kind of body, if it set one.

        ``body`` is written as in ``Report.body``; 县政府, 市政府 … are governments, all others departments.
        """
        kind = "government" if body is not None and body.endswith("政府") else "department"
        limit = self.publish_by.get(kind)
        return None if limit is None else date(year + 1, *limit)


def find_settings(folder: Path) -> Settings:
    """The settings that hold in ``folder``.

    Raises:
        UsageError: the settings file is not valid TOML, or has a wrong key or value.
    """
    for place in (folder, *folder.parents):
        own, project = place / FILE, place / "pyproject.toml"
        if own.is_file():
            return parse_settings(_load(own), own)
        if project.is_file():
            section = _load(project).get("tool", {}).get("auditor")
            if section is not None:
                return parse_settings(section, project)
    return Settings()


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as fault:
        raise UsageError("settings_broken", path=path, fault=fault) from fault


def parse_settings(data: Mapping[str, Any], path: Path) -> Settings:
    """The settings in ``data``; ``path`` is named where one is wrong.

    Raises:
        UsageError: a key does not exist, or its value is of the wrong kind.
    """
    for key in data:
        if key not in _KEYS:
            raise UsageError("settings_key", path=path, key=key, keys="、".join(_KEYS))
    return Settings(
        lang=cast(Any, _choice(data, "lang", _LANGS, path)),
        fail_on=cast(Any, _choice(data, "fail_on", _FAIL_ON, path)),
        select=_texts(data, "select", path),
        ignore=_texts(data, "ignore", path),
        own_names=_texts(data, "own_names", path),
        publish_by=_publish_by(data.get("publish_by", {}), path),
        limits=_limits(data.get("limits", {}), path),
    )


def _choice(data: Mapping[str, Any], key: str, choices: tuple[str, ...], path: Path) -> str | None:
    value = data.get(key)
    if value is None or value in choices:
        return cast("str | None", value)
    raise UsageError("settings_value", path=path, key=key, value=value, wanted="、".join(choices))


def _texts(data: Mapping[str, Any], key: str, path: Path) -> tuple[str, ...]:
    value = data.get(key, [])
    if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
        return tuple(value)
    raise UsageError("settings_value", path=path, key=key, value=value, wanted='["…", "…"]')


def _publish_by(data: Any, path: Path) -> dict[str, MonthDay]:
    if not isinstance(data, dict):
        raise UsageError("settings_value", path=path, key="publish_by", value=data, wanted="[publish_by]")
    limits: dict[str, MonthDay] = {}
    for body, text in data.items():
        if body not in BODIES:
            raise UsageError("settings_key", path=path, key=f"publish_by.{body}", keys="、".join(BODIES))
        limits[body] = _month_day(text, f"publish_by.{body}", path)
    return limits


def _limits(data: Any, path: Path) -> Limits:
    if not isinstance(data, dict):
        raise UsageError("settings_value", path=path, key="limits", value=data, wanted="[limits]")
    for key, value in data.items():
        if key not in KEYS:
            raise UsageError("settings_key", path=path, key=f"limits.{key}", keys="、".join(KEYS))
        if type(value) is not int or not 1 <= value <= _HIGHEST:
            raise UsageError("settings_value", path=path, key=f"limits.{key}", value=value, wanted=f"1–{_HIGHEST}")
    return Limits(**data)


def _month_day(text: Any, key: str, path: Path) -> MonthDay:
    try:
        month, day = map(int, str(text).split("-"))
        date(2023, month, day)  # a common year: a limit must exist in every year
    except ValueError as fault:
        raise UsageError("settings_value", path=path, key=key, value=text, wanted='"01-28"') from fault
    return month, day
