"""Whose figures a sentence tells: the body's own, the whole region's, an office's, those below.

Rules: docs/figures.md 3.1; words in ``lexicons/claims/scopes.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditor.claims.quantities import Quantity
from auditor.claims.sentence import Sentence
from auditor.claims.setting import Setting
from auditor.language.normalise import normalise
from auditor.language.phrases import trie_pattern
from auditor.resources import load_lexicon


class ScopeMark(NamedTuple):
    """A word that says whose figures follow; ``own``: the report's body's; ``local``: only in its own phrase."""

    start: int
    end: int
    own: bool
    local: bool = False


@cache
def _scope_pattern() -> re.Pattern[str]:
    lexicon = load_lexicon("claims/scopes")
    levels = lexicon["levels"]

    def spelled(key: str) -> str:
        words = [normalise(entry.replace("{level}", level)) for entry in lexicon[key] for level in levels]
        return trie_pattern(words)

    return re.compile(
        rf"(?P<office>{spelled('office')})|(?P<own>{spelled('own')})|(?P<subordinate>{spelled('subordinate')})|"
        rf"(?P<wide>{spelled('wide')})|(?<![一-鿿])(?P<short>[省市县区州旗][局厅委办])(?!直|属|系统)|(?P<own_level>[县市区省州旗](?:人民政府|政府)?本级)|(?P<government>[县市区省州旗]人民政府|[县市区省州旗]政府)|"
        rf"(?P<unit>(?:[一-鿿]{{1,4}}|(?<=[，。；：]))(?:{trie_pattern(lexicon['units'])}))(?=共|未|没有|收到|受理|办理|制定|制发|作出|答复|出台|新收|印发|全年|年内|审查|备案|，)"
    )


# 代表区政府受理: the office acts; the government named is not whose figure it is.
_ON_BEHALF = re.compile(r"(?:代表|代|以|为|由|向|经|报|按照|围绕|在)[^，。；]{0,3}$")


# 代县政府答复19件: answers of the government, which the office writes.
_INSTEAD = re.compile(r"代为?$")
_IS_PARTY = re.compile(r"(?:作)?为(?:被申请人|被告|被诉|当事)")


# 其中各乡镇11件、县直单位47件: a body that is an item of a list is that item's alone.
_IN_LIST = re.compile(r"(?:其中|、)\s*$")


def scope_marks(sentence: Sentence, setting: Setting) -> list[ScopeMark]:
    """The words of scope of a sentence; none where the body is unknown."""
    if setting.body is None:
        return []
    marks: list[ScopeMark] = []
    for match in _scope_pattern().finditer(sentence.text, sentence.start, sentence.end):
        if match.lastgroup == "government" and _ON_BEHALF.search(sentence.text, sentence.start, match.start()):
            if setting.body.endswith("政府办") and _IS_PARTY.match(sentence.text, match.end()):
                # 以区政府为被申请人的行政复议: no case of the office.
                marks.append(ScopeMark(match.start(), match.end(), own=False))
            elif setting.body.endswith("政府办") and _INSTEAD.search(sentence.text, sentence.start, match.start()):
                marks.append(ScopeMark(match.start(), match.end(), own=False, local=True))
            continue
        if match.lastgroup == "subordinate" and marks and marks[-1].own and _WITH.fullmatch(
            sentence.text, marks[-1].end, match.start()
        ):
            # 全县各级各部门 is the whole county, 市政府及各部门 the whole city.
            continue
        own = _is_own(match.lastgroup or "", match.group(), setting)
        if own is not None:
            listed = match.lastgroup in ("subordinate", "unit", "office") and _IN_LIST.search(
                sentence.text, sentence.start, match.start()
            )
            marks.append(ScopeMark(match.start(), match.end(), own, bool(listed)))
    # 6个街道各收到12件: so many bodies, none of which is the one that reports.
    for quantity in sentence.quantities:
        if counts_bodies(sentence, quantity) and _EACH.match(sentence.text, quantity.end):
            marks.append(ScopeMark(quantity.start, quantity.end, own=False, local=True))
    return sorted(marks)


_WITH = re.compile(r"(?:[及和与]其?|以及)?")
_EACH = re.compile(r"[^，。；\d]{1,6}(?:各|共|分别)")
_TOWNS = ("镇", "乡", "街道")


def _is_own(kind: str, word: str, setting: Setting) -> bool | None:
    body = setting.body or ""
    government = body.endswith("政府")
    if kind == "own":
        return not (government and word.endswith(("办", "办公室")) and word[0] in "我本")
    if kind == "short":
        # 省局 in the report of a bureau of the province.
        return bool(setting.agency) and word[0] in (setting.agency or "") and (setting.agency or "").endswith(word[1])
    if kind == "own_level":
        return False if government else None
    if kind == "government":
        return True if government else None
    if kind == "office":
        return body.endswith("政府办")
    if kind == "subordinate":
        if government and word in ("各级各部门", "各级"):
            return None
        return False
    if kind == "unit":
        named = setting.agency or ""
        if named.endswith(word[-3:]):
            return True
        if word[0] in "我本该全各" or (body in _TOWNS and word.endswith(_TOWNS)):
            return None
        return False if government or body.endswith("政府办") else None
    level = next((mark for mark in word if mark in "省市州盟县区旗镇乡街"), "")
    if body.endswith("政府"):
        return _same_region(level, body[0])
    if body in _TOWNS or body == "开发区":
        return level in {"镇": "镇", "乡": "乡镇", "街道": "街", "开发区": "区"}[body]
    return word in ("全系统", "辖区") or (None if not level else False)


def _same_region(level: str, own: str) -> bool | None:
    """Whether 全<level> is the region of a government of level ``own``; None where the word names none."""
    if not level or level in "我":
        return None
    return {"省": "省市区", "市": "市州盟区", "县": "县区旗市"}.get(own, own).find(level) >= 0


@cache
def _bodies_counted() -> re.Pattern[str]:
    return re.compile(trie_pattern(map(normalise, load_lexicon("claims/scopes")["counted_bodies"])))


def counts_bodies(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a quantity counts departments, towns and the like (12个部门)."""
    return quantity.unit in ("个", "家", "所") and _bodies_counted().match(sentence.text, quantity.end) is not None


def scope_is_own(sentence: Sentence, marks: list[ScopeMark], position: int) -> bool:
    """Whether a figure at ``position`` is the body's own: the last word of scope in its limb decides."""
    own = True
    for mark in marks:
        if mark.start >= position:
            break
        if "；" in sentence.text[mark.end : position]:
            continue
        if mark.local and sentence.phrase_start(position) > mark.start:
            continue
        own = mark.own
    return own
