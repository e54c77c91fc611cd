"""Titles, headings, encodings: the parts of a text file that are no table."""

from __future__ import annotations

import codecs
from random import Random

from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.prose import HAN, told_in_prose
from tests.factory.tables import tables_of
from tests.factory.text.cells import some_blanks
from tests.factory.text.heads import any_writer
from tests.factory.text.pages import page_lines, style_of, text_report

_NUMBERED = ("{}、{}", "{}、 {}", "{} 、{}", "{}.{}", "第{}部分：{}", "第{}部分　{}", "（{}）{}", "{}，{}", "{}{}")
_ARABIC = ("{}.{}", "{}. {}", "{}、{}", "{}．{}")


@layout("text/untitled")
def untitled(facts: Facts, rng: Random) -> Rendered:
    """No title: agency and year stand in the first sentence that has both."""
    chapters = told_in_prose(facts.chapters, facts.agency, facts.year)
    return text_report(facts._replace(title="", chapters=chapters), rng, any_writer(rng))


@layout("text/title-two-lines")
def title_broken(facts: Facts, rng: Random) -> Rendered:
    """The title over two lines, cut behind the agency, before the year's rest, or anywhere."""
    title = facts.title
    year = title.index(str(facts.year))
    cut = rng.choice((year, year, title.index("政府信息公开"), rng.randint(4, len(title) - 3)))
    style = style_of(rng)._replace(title_at=cut, title=rng.choice(("{}", "        {}", "　　　　{}")))
    return text_report(some_blanks(facts, rng), rng, any_writer(rng), style=style)


@layout("text/encodings")
def encodings(facts: Facts, rng: Random) -> Rendered:
    """UTF-8 with and without a mark at its beginning, GB18030, UTF-16; lines that end in LF, CRLF or CR."""
    write = any_writer(rng)
    facts = some_blanks(facts, rng)
    tables = {part: write(part, table) for part, table in tables_of(facts).items()}
    text = "\n".join([*page_lines(facts, style_of(rng), tables), ""]).replace("\n", rng.choice(("\n", "\r\n", "\r")))
    data = {
        "utf-8": lambda: text.encode(),
        "marked": lambda: codecs.BOM_UTF8 + text.encode(),
        "gb18030": lambda: text.encode("gb18030"),
        "little": lambda: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        "big": lambda: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    }
    return rendered(facts, data[rng.choice(sorted(data))](), ".txt")


@layout("text/headings")
def headings(facts: Facts, rng: Random) -> Rendered:
    """Headings in other shapes: numbered in Arabic, in brackets, with spaces, without any number."""
    pattern = rng.choice((*_NUMBERED, *_ARABIC, "{1}", "{}、{}：", "{}、{}。"))
    digits = pattern in _ARABIC and rng.random() < 0.7
    names = "123456" if digits else HAN[:6]
    return _headed(facts, rng, [pattern.format(name, "\0") for name in names])


@layout("text/headings-restart")
def restarting(facts: Facts, rng: Random) -> Rendered:
    """Numbers that start over, skip one, stand twice, or are all 一."""
    numbers = rng.choice(
        ("一二一二三四", "一二三一二三", "一一一一一一", "一二四五六七", "一二三四四五", "一二二三四五", "一三三四五六")
    )
    return _headed(facts, rng, [f"{name}、\0" for name in numbers])


def _headed(facts: Facts, rng: Random, shapes: list[str]) -> Rendered:
    shown = dict(zip([chapter.part for chapter in facts.chapters if chapter.heading], shapes, strict=True))
    chapters = tuple(
        chapter._replace(heading=shown[chapter.part].replace("\0", chapter.title)) if chapter.heading else chapter
        for chapter in facts.chapters
    )
    return text_report(some_blanks(facts._replace(chapters=chapters), rng), rng, any_writer(rng))


@layout("text/pictured")
def pictured(facts: Facts, rng: Random) -> Rendered:
    """Tables as pictures, of which a text file keeps nothing or a link."""
    gone = [part for part in ("active", "requests", "disputes") if rng.random() < 0.6] or ["requests"]
    write = any_writer(rng)
    markdown = rng.random() < 0.5
    trace = ["![表格](images/table.png)"] if markdown else []
    tables = {part: trace if part in gone else write(part, table) for part, table in tables_of(facts).items()}
    lost = [address for address in facts.cells if address.partition(".")[0] in gone]
    text = "\n".join(page_lines(facts, style_of(rng)._replace(gap=1), tables))
    return rendered(facts, text, ".md" if markdown else ".txt", lost)
