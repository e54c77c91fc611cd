"""Who reports, and for which year.

The title tells agency and year; a report without one tells them in the first sentence that has both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from auditor.reading.bodies import alternatives, body_of
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


class _Titles(NamedTuple):
    report: re.Pattern[str]
    other: re.Pattern[str]
    endings: tuple[str, ...]


@cache
def _titles() -> _Titles:
    words = load_lexicon("outline")["title"]
    ending = r"(?:[（(][^（）()]{1,12}[)）])?"
    kinds = "|".join([alternatives(words["kinds"]), *(_with_year(kind) for kind in words["with_year"])])
    return _Titles(
        re.compile(rf"(?P<before>.*?)(?:{kinds}){ending}"),
        re.compile(rf"(?P<before>.*?)(?:{alternatives(words['others'])}){ending}"),
        (*sorted({kind[-1] for kind in (*words["kinds"], *words["with_year"], *words["others"])}), ")", "）"),
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
    return _beside_others(compact) or partial or Identity(None, None, None)


_MOST_PARTS = 4
_SEPARATORS = re.compile(r"[_|｜\-–—]+")


def title_parts(line: str) -> tuple[str, ...]:
    """What a line without spaces may hold beside others: its field's value, or the parts between bars and dashes.

    Pages carry their title with the site's name behind it (…年度报告_县政府网站); a line with another number
    is a link with its date and may lead to another report.
    """
    named = _name_field().match(line)
    if named is not None:
        return (line[named.end() :],)
    parts = tuple(filter(None, _SEPARATORS.split(line)))
    numbered = sum(any(map(str.isdigit, part)) for part in parts)
    return parts if 1 < len(parts) <= _MOST_PARTS and numbered < 2 else ()


def _beside_others(lines: Sequence[str]) -> Identity | None:
    """The title where no line holds it alone."""
    for line in lines:
        for part in title_parts(line) if len(line) <= 100 else ():
            found = _title(part)
            if found is not None and found.agency and found.year:
                return found
    return None


def title_end(lines: Sequence[str], title: str) -> int:
    """The index of the first line below the title, 0 where no line belongs to it."""
    title = title.replace(" ", "")
    end = 0
    for index, line in enumerate(lines):
        plain = _SPACES.sub("", line).strip('《》“”"')
        if not title or not plain:
            continue
        # A title broken inside a word leaves a last line that is too short to be known by itself (…年 / 度报告).
        ends_it = 0 < index == end and title.endswith(plain)
        if ends_it or (len(plain) > 3 and plain in title) or title in title_parts(plain):
            end = index + 1
    return end


@cache
def _name_field() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(load_lexicon('outline')['page']['names'])})[：:]")


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
    lead, others = alternatives(lexicon["lead_in"]), alternatives(lexicon["not_first"])
    places = alternatives(lexicon["place_first"])
    units = f"(?:{_NAME}{{1,8}}?(?:省|自治区|市|州|盟|地区|县|区|旗|镇|乡)){{1,4}}?"
    name = f"(?:{units}|[省市县区州旗])(?!级){_NAME}{{0,16}}?(?:{alternatives(words)})"
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
