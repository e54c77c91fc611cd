"""What kind of body reports: its level and kind, as its name tells them.

The kinds of body and their words are in ``lexicons/bodies.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from auditor.resources import load_lexicon

_SPACES = re.compile(r"\s+")


def alternatives(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


class _Bodies(NamedTuple):
    office: re.Pattern[str]
    government: re.Pattern[str]
    street: re.Pattern[str]
    zone: re.Pattern[str]
    department: re.Pattern[str]
    cities: frozenset[str]
    municipalities: frozenset[str]
    short: dict[str, str]
    national: tuple[str, ...]


@cache
def _bodies() -> _Bodies:
    lexicon = load_lexicon("bodies")
    patterns = {
        kind: re.compile(rf"(?P<place>.*?)(?P<name>{alternatives(words)})")
        for kind, words in lexicon["endings"].items()
        if kind != "national"
    }
    return _Bodies(
        **{kind: patterns[kind] for kind in ("office", "government", "street", "zone", "department")},
        cities=frozenset(lexicon["county_cities"].split()),
        municipalities=frozenset(lexicon["municipalities"]),
        short=lexicon["short"],
        national=tuple(lexicon["endings"]["national"]),
    )


# The units of a full name from above; 市 in 市场 or 城市 is none, nor is 区 in 区划.
_UNIT = r"(?:[^\W省市县区旗盟]{2,9}?自治州|[^\W省市县区旗盟]{2,6}?(?:(?<!城)市(?!场|政|容|民)|州(?!市)|盟|地区))"
_PLACE = re.compile(
    rf"(?P<province>[^\W市县区旗盟]{{2,3}}?省|[^\W市县旗盟]{{2,6}}?自治区)?(?P<city>{_UNIT})?"
    rf"(?P<county>[^\W省]{{1,9}}?(?:自治县|自治旗|林区|特区|新区|县(?!级)|区(?!划|域|块)|旗|(?<!城)市(?!场|政|容|民)))?"
)


# A second name in brackets: 清渠县人民政府办公室（清渠县外事办公室）
_BRACKETED = re.compile(r"[（(][^（）()]*[)）]$")


def body_of(agency: str) -> str | None:
    """The kind of body that an agency's name tells, None where it does not.

    Takes full names (镇巴县人民政府办公室 → 县政府办) and kinds (街道, 县政府办, 市教育局 → 市部门).
    Values: 省, 市, 县 with 政府, 政府办 or 部门, and 镇, 乡, 街道, 开发区, 其他.
    """
    name = _BRACKETED.sub("", _SPACES.sub("", agency))
    bodies = _bodies()
    if not name:
        return None
    if name in ("镇", "乡", "街道", "开发区", "其他"):
        return name
    office = bodies.office.fullmatch(name)
    if office is not None:
        return _of_government(office["place"], "政府办")
    government = bodies.government.fullmatch(name)
    if government is not None:
        return _of_government(government["place"], "政府")
    if bodies.street.fullmatch(name):
        return "街道"
    if name.startswith(bodies.national):
        return "其他"
    if bodies.zone.fullmatch(name) and not name.endswith(("监督管理委员会", "国有资产管理委员会", "城市管理委员会")):
        return "开发区"
    if name.endswith("镇"):
        return "镇"
    if name.endswith("乡"):
        return "乡"
    if bodies.department.fullmatch(name):
        level = _department_level(name)
        return f"{level}部门" if level else None
    level = _level(name)
    return f"{level}政府" if level else None


def _of_government(place: str, kind: str) -> str | None:
    if place.endswith(("镇", "乡")):
        return place[-1]
    if place.endswith(("街道", "街道办事处")):
        return "街道"
    level = _level(place)
    return f"{level}{kind}" if level else None


def _level(place: str) -> str | None:
    """The level of the last unit of a place: 省, 市 or 县."""
    bodies = _bodies()
    if place in bodies.short:
        return bodies.short[place]
    if place in bodies.municipalities:
        return "省"
    if place.endswith(("省", "自治区")):
        return "省"
    if place.endswith(("县", "旗", "区")) and not place.endswith("地区"):
        return "县"
    if place.endswith("市"):
        return _city_level(place)
    return "市" if place.endswith(("州", "盟", "地区")) else None


def _city_level(place: str) -> str:
    """市 for a city with districts, 县 for a county-level one."""
    name = place[:-1]
    return "县" if any(name[-length:] in _bodies().cities for length in (2, 3, 4)) else "市"


def _department_level(name: str) -> str | None:
    bodies = _bodies()
    if name[0] in "省市县区州旗盟" and not name.startswith(("市场", "市政", "区划")):
        return bodies.short[name[0]]
    found = _PLACE.match(name)
    if found is None or not found.group():
        return None
    county, city = found["county"], found["city"]
    if county is not None:
        return _level(county) if not county.endswith("市") else _city_level(county)
    return _level(city) if city is not None else "省"
