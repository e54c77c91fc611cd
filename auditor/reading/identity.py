"""Who reports, for which year, and what kind of body that is.

The title tells agency and year; a report without one tells them in the first sentence that has both.
The kinds of body and their words are in ``lexicons/bodies.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from auditor.resources import load_lexicon

_DIGITS = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "000123456789" + "0123456789")
_YEAR = r"(?:(?:19|20)\d{2}|[二2２][〇○零0０][〇○零一二三四五六七八九\d０-９]{2})"
_YEAR_OF = re.compile(rf"({_YEAR})\s*年(?:度)?")
_SPACES = re.compile(r"\s+")
_CLAUSE = re.compile(r"[，,。；;：:（）()“”《》、\s]+")
_SENTENCE = re.compile(r"[^。！？\n]+")
_HAN = "\u4e00-\u9fff"
_NAME = f"[{_HAN}·]"


class Identity(NamedTuple):
    """The title as printed and what it, or the first fitting sentence, tells."""

    title: str | None
    agency: str | None
    year: int | None
    other_document: bool = False


def year_of(text: str) -> int | None:
    """The first year with 年 in a text, in Arabic or Chinese digits."""
    found = _YEAR_OF.search(text)
    return int(found.group(1).translate(_DIGITS)) if found is not None else None


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


class _Titles(NamedTuple):
    report: re.Pattern[str]
    other: re.Pattern[str]
    endings: tuple[str, ...]


@cache
def _titles() -> _Titles:
    words = load_lexicon("outline")["title"]
    ending = r"(?:[（(][^（）()]{1,12}[)）])?"
    kinds = "|".join([_alternatives(words["kinds"]), *(_with_year(kind) for kind in words["with_year"])])
    return _Titles(
        re.compile(rf"(?P<before>.*?)(?:{kinds}){ending}"),
        re.compile(rf"(?P<before>.*?)(?:{_alternatives(words['others'])}){ending}"),
        tuple({kind[-2:] for kind in (*words["kinds"], *words["with_year"], *words["others"])}),
    )


def _with_year(kind: str) -> str:
    """A wording with the year in its middle: 政府信息公开工作2024年度报告."""
    before, _, after = kind.partition("{year}")
    return rf"{re.escape(before)}{_YEAR}\s*{re.escape(after)}"


_TRIM = re.compile(r"^(?:关于|附件\d*[：:]?|【[^】]*】)|(?:的|关于)$|^[《“\"]|[》”\"]$")
# Paths (首页>政务公开>…) and fields (名称：…) end in the words of a title, too.
_NO_TITLE = re.compile(r"[，。；：:>＞»›|｜/\\→]")


def title_of(lines: Sequence[str]) -> Identity:
    """The title among the lines before the first part; it may stand on two or three lines."""
    compact = [_SPACES.sub("", line) for line in lines]
    partial: Identity | None = None
    for last in range(1, len(compact) + 1):
        for first in range(last - 1, max(last - 4, -1), -1):
            joined = "".join(compact[first:last])
            if len(joined) > 60:
                break
            found = _title(joined)
            if found is None and first == last - 1 and not joined.endswith(_titles().endings):
                break
            if found is not None and found.agency and found.year:
                return _of_more_lines(compact[:last], first, found)
            # The words of a menu (政务公开, 政府信息公开年报) make a title, too, but name no year.
            if found is not None and (partial is None or (found.agency and not partial.agency)):
                partial = found
    return partial or Identity(None, None, None)


_MOST_LINES = 3


def _of_more_lines(lines: Sequence[str], first: int, found: Identity) -> Identity:
    """The title with the lines above it, where it was broken inside the agency's name (云岭镇人 / 民政府2021年…)."""
    if _is_whole_name(found.agency or ""):
        return found
    for start in range(first - 1, max(len(lines) - 1 - _MOST_LINES, -1), -1):
        joined = _title("".join(lines[start:]))
        if joined is not None and joined.agency and joined.year and _is_whole_name(joined.agency):
            return joined
    return found


def _is_whole_name(agency: str) -> bool:
    """Whether a name has the place or level before the kind of body: 办公室 and 民政府 are ends of names."""
    return body_of(agency) not in (None, "街道") or _STREET.fullmatch(agency) is not None


_STREET = re.compile(r".{2,}(?:街道|地区)(?:办事处|办)?")


def _title(text: str) -> Identity | None:
    text = text.strip('《》“”"')
    for pattern, other in ((_titles().report, False), (_titles().other, True)):
        found = pattern.fullmatch(text)
        if found is not None and not _NO_TITLE.search(_TRIM.sub("", text)):
            before = _TRIM.sub("", found["before"])
            if pattern.match(before) is not None:
                # The title and what follows it on the page (_县政府网站, a menu's 政府信息公开年报) are no longer one.
                continue
            agency = _YEAR_OF.sub("", before)
            agency = re.sub(rf"{_YEAR}$|^{_YEAR}|(?:的|关于)$|^关于", "", agency)
            return Identity(text, agency or None, year_of(before) or year_of(text), other)
    return None


@cache
def _agency_pattern() -> re.Pattern[str]:
    endings = load_lexicon("bodies")["endings"]
    words = [word for kind in ("office", "government", "street", "zone", "department") for word in endings[kind]]
    lexicon = load_lexicon("bodies")
    lead, others = _alternatives(lexicon["lead_in"]), _alternatives(lexicon["not_first"])
    places = _alternatives(lexicon["place_first"])
    units = f"(?:{_NAME}{{1,8}}?(?:省|自治区|市|州|盟|地区|县|区|旗|镇|乡)){{1,4}}?"
    name = f"(?:{units}|[省市县区州旗])(?!级){_NAME}{{0,16}}?(?:{_alternatives(words)})"
    # A street has its name alone before the kind of body, as its district is often left out.
    name = f"(?:{name}|{_NAME}{{2,6}}?街道办事处)"
    said_of_it = rf"{_NAME}{{0,8}}(?:的|下|要求|精神)$"
    return re.compile(rf"(?:{lead})*(?:(?={places})|(?!{others}))(?P<agency>{name})(?!{said_of_it})")


def in_sentences(texts: Iterable[str]) -> Identity:
    """Agency and year of the first sentence that has both; the year alone if no sentence has."""
    alone: int | None = None
    for text in texts:
        for found in _SENTENCE.finditer(text):
            sentence = found.group()
            year = year_of(sentence)
            if year is None:
                continue
            alone = alone if alone is not None else year
            agency = _agency_in(sentence)
            if agency is not None:
                return Identity(None, agency, year)
    return Identity(None, None, alone)


def _agency_in(sentence: str) -> str | None:
    for clause in _CLAUSE.split(_YEAR_OF.sub("，", sentence)):
        found = _agency_pattern().match(clause)
        if found is not None:
            return found["agency"]
    return None


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
        kind: re.compile(rf"(?P<place>.*?)(?P<name>{_alternatives(words)})")
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
