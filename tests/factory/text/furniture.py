"""What stands around and between the lines of a page: page numbers, words of the website, wrapped lines."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.tables import Table, tables_of
from tests.factory.text.cells import some_blanks
from tests.factory.text.heads import any_writer
from tests.factory.text.pages import Style, Writer, date_line, page_lines, style_of, text_report
from tests.factory.text.rows import joined_rows
from tests.factory.text.spaced import spaced_rows

_PAGE_NUMBERS = ("- {} -", "—{}—", "— {} —", "第{}页", "第 {} 页 共 {} 页", "{}/{}", "-{}-", "{}")
_ABOVE = (
    ("首页", "政务公开", "政府信息公开年报", "正文"),
    ("当前位置：首页 > 政务公开 > 政府信息公开年报",),
    ("网站首页", "走进{place}", "新闻中心", "政务公开", "办事服务", "互动交流"),
    ("无障碍阅读", "关怀版", "登录", "注册"),
)
_META = (
    "来源：{agency}  浏览次数：{count}",
    "发布时间：{year}-01-19 09:30  来源：{agency}  字体：[大 中 小]",
    "【字体：大 中 小】【打印】【关闭】",
    "浏览次数：{count}",
)
_BELOW = (
    "打印本页  关闭窗口",
    "上一篇：{place}{year}年预算公开情况",
    "下一篇：{place}{year}年政务公开工作要点",
    "主办：{agency}  联系我们  网站地图",
    "版权所有：{agency}",
    "网站标识码：3300{count}",
    "分享到：",
)


def _words(line: str, facts: Facts, rng: Random) -> str:
    place = facts.agency[:2]
    return line.format(agency=facts.agency, place=place, year=facts.year + 1, count=rng.randint(10, 9999))


def _framed(facts: Facts, rng: Random, body: list[str]) -> str:
    above = [_words(line, facts, rng) for group in rng.sample(_ABOVE, rng.randint(0, 2)) for line in group]
    below = [_words(line, facts, rng) for line in rng.sample(_BELOW, rng.randint(1, 4))]
    if rng.random() < 0.3:
        # The name of the page in the browser's window.
        above.insert(0, rng.choice(("{}_{}", "{}-{}网站", "{} - {}门户网站")).format(facts.title, facts.agency))
    meta = [_words(rng.choice(_META), facts, rng)] if rng.random() < 0.6 else []
    return "\n".join([*above, *meta, *body, *below])


@layout("text/website-words")
def website(facts: Facts, rng: Random) -> Rendered:
    """The whole text of a page: navigation above the title, links and the footer below part six."""
    facts = some_blanks(facts, rng)
    write = any_writer(rng)
    tables = {part: write(part, table) for part, table in tables_of(facts).items()}
    return rendered(facts, _framed(facts, rng, page_lines(facts, style_of(rng), tables)), ".txt")


def _paged(lines: Sequence[str], rng: Random, every: int, numbers: Sequence[str] = _PAGE_NUMBERS) -> list[str]:
    """The lines with a page number below every so many lines, now and then with an empty line around it."""
    number = rng.choice(numbers)
    pages = -(-len(lines) // every)
    head = rng.choice(("", "", "", "\f"))
    found: list[str] = []
    for page in range(pages):
        found += lines[page * every : (page + 1) * every]
        found += [number.format(page + 1, pages)]
        if head and page + 1 < pages:
            found.append(head)
    return found


@layout("text/page-numbers")
def page_numbers(facts: Facts, rng: Random) -> Rendered:
    """The text of a printed page: lines of one width, and page numbers in sentences and between rows."""
    facts = some_blanks(facts, rng)
    write = rng.choice((spaced_rows(rng), joined_rows(rng), joined_rows(rng, leading=True, trailing=True)))
    style = style_of(rng)._replace(width=rng.randint(28, 42), gap=0)
    tables = {part: write(part, table) for part, table in tables_of(facts).items()}
    lines = _paged(page_lines(facts, style, tables), rng, rng.randint(24, 38))
    return rendered(facts, "\n".join(lines), ".txt")


@layout("text/page-numbers-cells")
def page_numbers_in_cells(facts: Facts, rng: Random) -> Rendered:
    """Page numbers and running heads between the cells of a table that stands one cell a line."""
    facts = some_blanks(facts, rng)
    end = rng.choice(("", " |", "|"))

    def write(_: str, table: Table) -> list[str]:
        return [box.text + end for row in table for box in row]

    style = style_of(rng)._replace(gap=0)
    tables = {part: write(part, table) for part, table in tables_of(facts).items()}
    # A bare 2/6 or 2 between values can't be told from a value by anyone.
    lines = _paged(page_lines(facts, style, tables), rng, rng.randint(40, 60), _PAGE_NUMBERS[:5])
    return rendered(facts, "\n".join(lines), ".txt")


def wrapped_style(rng: Random) -> Style:
    """Prose broken at a fixed width, with or without an indent of the first lines."""
    return style_of(rng)._replace(width=rng.choice((26, 30, 35, 38, 40)), gap=rng.choice((0, 0, 1)))


@layout("text/wrapped")
def wrapped(facts: Facts, rng: Random) -> Rendered:
    """Sentences broken at every so many characters."""
    return text_report(some_blanks(facts, rng), rng, any_writer(rng), style=wrapped_style(rng))


@layout("text/dated")
def dated(facts: Facts, rng: Random) -> Rendered:
    """A line with the date of publication below the title."""
    facts = some_blanks(facts, rng)
    write: Writer = any_writer(rng)
    style = style_of(rng)
    tables = {part: write(part, table) for part, table in tables_of(facts).items()}
    lines = page_lines(facts, style, tables)
    return rendered(facts, "\n".join([lines[0], date_line(facts, rng), *lines[1:]]), ".txt")
