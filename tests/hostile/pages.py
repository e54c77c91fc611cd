"""Hostile web pages: nesting, tables that never end, what a browser would run or fetch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.hostile.case import READ, Case, html_report, written

_ACTIVE = (
    "<script>location='http://127.0.0.1:9/x'</script><script src='http://127.0.0.1:9/x.js'></script>"
    "<iframe src='http://127.0.0.1:9/f'></iframe><iframe src='file:///etc/passwd'></iframe>"
    "<img src='http://127.0.0.1:9/i.png' onerror='alert(1)'><a href='javascript:alert(1)'>附件</a>"
    "<object data='file:///etc/passwd'></object><embed src='http://127.0.0.1:9/e'>"
    "<svg xmlns:xlink='http://www.w3.org/1999/xlink'><image xlink:href='http://127.0.0.1:9/s'/></svg>"
)
_FETCHED = (
    "<meta http-equiv='refresh' content='0;url=http://127.0.0.1:9/'><base href='http://127.0.0.1:9/'>"
    "<link rel='stylesheet' href='http://127.0.0.1:9/s.css'>"
)
_DOCTYPE = (
    "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY a 'aaaaaaaaaa'>"
    "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
)


def _page(name: str, make: Callable[[], str]) -> Callable[[Path], Path]:
    return lambda folder: written(folder, f"{name}.html", make())


def _rows(rows: int, columns: int, cell: str) -> str:
    return "<table>" + ("<tr>" + cell * columns + "</tr>") * rows + "</table>"


def _case(
    zh: str, en: str, make: Callable[[], str], outcomes: tuple[str, ...], quick: bool = True, family: str = "HTML"
) -> Case:
    return Case(family, zh, en, _page(en.replace(" ", "-").replace("/", "-"), make), outcomes, quick)


_DEEP = (READ, "too_complex", "not_a_report")

CASES = [
    _case("嵌套 10 万层 div", "100,000 nested div", lambda: html_report(before="<div>" * 100_000), _DEEP),
    _case(
        "正文之后嵌套 10 万层", "100,000 nested div after", lambda: html_report(after="<div>" * 100_000), _DEEP, False
    ),
    _case("10 万个未闭合的 font", "100,000 open font tags", lambda: html_report(inside="<font>字" * 100_000), _DEEP),
    _case(
        "10 万个未闭合的 b 与 i", "100,000 open b and i", lambda: html_report(inside="<b><i>字" * 50_000), _DEEP, False
    ),
    _case("嵌套 10 万层列表", "100,000 nested lists", lambda: html_report(inside="<ul><li>" * 50_000), _DEEP, False),
    _case(
        "嵌套 1 万层表格",
        "10,000 nested tables",
        lambda: html_report(inside="<table><tr><td>" * 10_000 + "1" + "</td></tr></table>" * 10_000),
        _DEEP,
    ),
    _case(
        "嵌套 60 层表格，各有数据",
        "60 nested tables with cells",
        lambda: html_report(inside="<table><tr><td>规章</td><td>1" * 60 + "</td></tr></table>" * 60),
        (READ,),
    ),
    _case(
        "100 万格的表格",
        "a table of 1,000,000 cells",
        lambda: html_report(inside=_rows(1000, 1000, "<td>1")),
        ("too_complex",),
    ),
    _case(
        "29 万格的长表格",
        "a table of 290,000 cells",
        lambda: html_report(inside=_rows(29_000, 9, "<td>1")),
        ("too_complex", READ),
        False,
    ),
    _case(
        "未闭合的表格 100 个",
        "100 open tables",
        lambda: html_report(inside="<table><td>1" * 100),
        _DEEP,
    ),
    _case(
        "rowspan、colspan 各 10 万",
        "rowspan and colspan of 100,000",
        lambda: html_report(inside=_rows(5_000, 2, "<td rowspan=100000 colspan=100000>规章</td>")),
        (READ, "too_complex", "too_long"),
    ),
    _case(
        "10 MB 的属性",
        "an attribute of 10 MB",
        lambda: html_report(inside=f"<p title='{'长' * 3_300_000}'>字</p>"),
        (READ, "too_complex", "too_long"),
    ),
    _case(
        "10 万个属性",
        "100,000 attributes",
        lambda: html_report(inside="<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">字</p>"),
        (READ, "too_complex", "too_long"),
    ),
    _case(
        "没有结束的注释 15 MB",
        "a comment of 15 MB",
        lambda: html_report(after="<!--" + "长" * 5_000_000),
        (READ, "too_complex", "too_long"),
    ),
    _case(
        "没有结束的脚本 15 MB",
        "a script of 15 MB",
        lambda: html_report(after="<script>" + "长" * 5_000_000),
        (READ, "too_complex", "too_long"),
    ),
    _case(
        "一行 5 MB",
        "one line of 5 MB",
        lambda: html_report(inside="<p>" + "长" * 1_700_000 + "</p>"),
        (READ, "too_complex", "too_long"),
    ),
    _case("29 万个空标签", "290,000 empty tags", lambda: html_report(inside="<br>" * 290_000), (READ,)),
    _case(
        "14 万段",
        "140,000 paragraphs",
        lambda: html_report(inside="<p>水库</p>" * 140_000),
        (READ, "too_complex", "too_long"),
        False,
    ),
    _case(
        "14 万个链接",
        "140,000 links",
        lambda: html_report(after="<a href=x>水库</a>" * 140_000),
        (READ, "too_complex", "too_long"),
        False,
    ),
    _case(
        "正文重复 300 遍",
        "the article 300 times",
        lambda: html_report() * 300,
        (READ, "too_complex", "too_long"),
        False,
    ),
    _case(
        "脚本、框架、跳转、file:// 资源",
        "scripts frames refresh file",
        lambda: html_report(_ACTIVE, _ACTIVE, _ACTIVE, _FETCHED),
        (READ,),
    ),
    _case(
        "实体炸弹与外部实体",
        "entity bomb and external entity",
        lambda: html_report(inside="<p>&x;&c;</p>").replace("<!doctype html>", _DOCTYPE),
        (READ,),
    ),
    _case(
        "数字字符引用 100 万个",
        "a million character references",
        lambda: html_report(inside="<p>" + "&#x4e00;" * 1_000_000),
        (READ, "too_complex", "too_long"),
    ),
    _case(
        "不合法的字符引用",
        "impossible character references",
        lambda: html_report(inside="<p>&#x110000;&#xD800;&#0;&#-1;&#99999999999999999999;"),
        (READ,),
    ),
]
