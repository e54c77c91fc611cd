"""Hostile text: prose that makes patterns go back and forth, numbers without end, lines without end."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.case import READ, Case, text_report, written

_EITHER = (READ, "too_complex", "too_large", "too_long")


def _prose(zh: str, en: str, bomb: Callable[[], str], part: int = 0, quick: bool = False) -> Case:
    name = f"{en.replace(' ', '-').replace('/', '-')}.txt"
    return Case("文字", zh, en, lambda folder: written(folder, name, text_report(bomb(), part)), _EITHER, quick)


def _file(
    zh: str, en: str, name: str, data: Callable[[], str | bytes], outcomes: tuple[str, ...], quick: bool = True
) -> Case:
    return Case("文字", zh, en, lambda folder: written(folder, name, data()), outcomes, quick)


_NONE = ("not_a_report", "too_complex", "too_large", "too_long", "binary", "empty", "damaged")

CASES = [
    _prose("“其中1件”2 万字", "20,000 characters of 其中1件", lambda: "其中1件" * 5_000, quick=True),
    _prose("“其中1件，”18 万字", "180,000 characters of 其中1件 with commas", lambda: "其中1件，" * 36_000),
    _prose("“其中1件。”18 万字", "180,000 characters of 其中1件 as sentences", lambda: "其中1件。" * 36_000),
    _prose("顿号隔开的 6 万个数", "60,000 numbers parted by 、", lambda: "、".join(["3件"] * 60_000)),
    _prose(
        "顿号隔开的 2 千个数",
        "2,000 numbers parted by 、",
        lambda: "共6000件，其中" + "、".join(["3件"] * 2_000) + "。",
        quick=True,
    ),
    _prose(
        "逗号隔开的 2 千个数",
        "2,000 numbers parted by commas",
        lambda: "，".join(f"甲{n}类{n}件" for n in range(2_000)) + "。",
        quick=True,
    ),
    _prose(
        "“分别为”后 1 万个数",
        "10,000 numbers after 分别为",
        lambda: "分别为" + "、".join(f"{n}件" for n in range(10_000)) + "。",
    ),
    _prose("4 MB 没有句号", "4 MB without a full stop", lambda: "公开信息和办理申请" * 150_000),
    _prose("18 万字没有标点，间有数字", "180,000 characters without punctuation", lambda: "公开信息12件" * 26_000),
    _prose(
        "1.5 万字没有句号，间有数字",
        "15,000 characters without punctuation",
        lambda: "公开信息12件" * 1_800,
        quick=True,
    ),
    _prose("括号嵌套 9 万层", "90,000 nested brackets", lambda: "（" * 90_000 + "1件" + "）" * 90_000),
    _prose("括号嵌套 5 千层", "5,000 nested brackets", lambda: "（1件" * 5_000 + "）" * 5_000, quick=True),
    _prose("引号不闭合 3 万个", "30,000 open quotes", lambda: "“公开1件" * 30_000),
    _prose("18 万位的数", "a number of 180,000 digits", lambda: "9" * 180_000 + "件。", quick=True),
    _prose("5 千位的数", "a number of 5,000 digits", lambda: "收到申请" + "9" * 5_000 + "件。", quick=True),
    _prose("18 万位的小数", "a decimal of 180,000 digits", lambda: "0." + "9" * 180_000 + "%。", quick=True),
    _prose("带千分逗号的长数", "a long number with commas", lambda: "1" + ",000" * 40_000 + "件。", quick=True),
    _prose("“万”18 万个", "180,000 times 万", lambda: "一" + "万" * 180_000 + "件。", quick=True),
    _prose("“亿”2 千个", "2,000 times 亿", lambda: "一" + "亿" * 2_000 + "件。", quick=True),
    _prose("中文数字 18 万字", "180,000 Chinese digits", lambda: "三" * 180_000 + "件。", quick=True),
    _prose("“十百千万”18 万字", "180,000 characters of 十百千万", lambda: "一十百千万" * 36_000 + "件。", quick=True),
    _prose("“三分之”连写", "三分之 in a row", lambda: "三分之" * 60_000 + "一。"),
    _prose("“百分之”连写", "百分之 in a row", lambda: "百分之" * 60_000 + "五。"),
    _prose("小数点连写", "decimal points in a row", lambda: "1." * 90_000 + "件。"),
    _prose("“年”连写", "years in a row", lambda: "2024年" * 36_000 + "。"),
    _prose("“比上年增长”连写", "growth in a row", lambda: "比上年增长3%" * 25_000 + "。"),
    _prose("“未”连写", "denials in a row", lambda: "未收到申请" * 36_000 + "。"),
    _prose("“均”连写", "universals in a row", lambda: "均为0件" * 45_000 + "。"),
    _prose("“县政府”连写", "bodies in a row", lambda: "县政府办公室" * 30_000 + "。"),
    _prose("空格 100 万个", "1,000,000 spaces", lambda: " " * 1_000_000 + "1件。", quick=True),
    _prose("连字符 9 万个", "90,000 hyphens", lambda: "1-" * 90_000 + "件。"),
    _prose("句号 18 万个", "180,000 full stops", lambda: "。" * 180_000),
    _prose("第五部分 1.5 万句", "15,000 sentences in part five", lambda: "公开意识有待进一步提高。" * 15_000, part=4),
    _prose(
        "第五部分一句 18 万字",
        "a sentence of 180,000 in part five",
        lambda: "公开意识有待进一步提高，" * 15_000,
        part=4,
    ),
    _prose(
        "第一部分 1 万句不同的话",
        "10,000 different sentences",
        lambda: "".join(f"公开第{n}类信息{n}件。" for n in range(10_000)),
    ),
    _file("一行 5 MB", "one line of 5 MB", "line.txt", lambda: "长" * 1_650_000, (*_NONE,)),
    _file("一行 5 MB 的数字", "one line of 5 MB of digits", "digits.txt", lambda: "7" * 4_900_000, (*_NONE,)),
    _file("100 万行", "1,000,000 lines", "lines.txt", lambda: text_report("") + "1 |\n" * 1_000_000, _EITHER),
    _file(
        "19 万行的数字",
        "190,000 lines of numbers",
        "numbers.txt",
        lambda: text_report("\n" + "0\n" * 190_000, part=2),
        _EITHER,
        False,
    ),
    _file(
        "19 万行带竖线的数字",
        "190,000 barred lines",
        "barred.txt",
        lambda: text_report("\n" + "0 |\n" * 190_000, part=2),
        _EITHER,
        False,
    ),
    _file(
        "19 万个标题",
        "190,000 headings",
        "headings.txt",
        lambda: text_report("") + "一、总体情况\n" * 190_000,
        _EITHER,
        False,
    ),
    _file(
        "100 万格的文本表格",
        "a text table of 1,000,000 cells",
        "cells.txt",
        lambda: text_report("\n" + ("1|" * 1_000 + "\n") * 1_000, part=2),
        ("too_complex",),
    ),
    _file(
        "19 万格的文本表格",
        "a text table of 190,000 cells",
        "wide.txt",
        lambda: text_report("\n" + ("1|" * 1_000 + "\n") * 190, part=2),
        _EITHER,
        False,
    ),
    _file(
        "100 万格的 Markdown 表格",
        "a Markdown table of 1,000,000 cells",
        "cells.md",
        lambda: "# " + text_report("\n" + ("|1" * 1_000 + "|\n") * 1_000, part=2),
        ("too_complex",),
    ),
    _file("100 万个竖线", "1,000,000 bars", "bars.txt", lambda: text_report("\n" + "|" * 1_000_000, part=2), _EITHER),
    _file(
        "制表符 100 万个", "1,000,000 tabs", "tabs.txt", lambda: text_report("\n" + "1\t" * 1_000_000, part=2), _EITHER
    ),
    _file(
        "Markdown 记号连写",
        "Markdown marks in a row",
        "marks.md",
        lambda: "# " + text_report("**" * 400_000 + "[" * 400_000 + "![](" * 100_000),
        _EITHER,
        False,
    ),
    _file("零字节", "no byte at all", "zero.txt", lambda: b"", ("empty",)),
    _file("只有空格", "spaces only", "spaces.txt", lambda: b" \r\n" * 1_000_000, ("empty",)),
    _file("只有 NUL", "NULs only", "nul.html", lambda: b"\0" * 4_000_000, ("empty",)),
    _file(
        "NUL 与文字相间",
        "NULs between letters",
        "nuls.txt",
        lambda: b"\0".join(b"%d" % (n % 10) for n in range(100_000)),
        ("binary", "not_a_report"),
    ),
    _file(
        "UTF-16 LE 带 BOM",
        "UTF-16 LE with BOM",
        "u16le.txt",
        lambda: b"\xff\xfe" + text_report("").encode("utf-16-le"),
        (READ,),
    ),
    _file(
        "UTF-16 BE 带 BOM",
        "UTF-16 BE with BOM",
        "u16be.txt",
        lambda: b"\xfe\xff" + text_report("").encode("utf-16-be"),
        (READ,),
    ),
    _file(
        "UTF-32 LE 带 BOM",
        "UTF-32 LE with BOM",
        "u32le.txt",
        lambda: b"\xff\xfe\0\0" + text_report("").encode("utf-32-le"),
        (READ, "binary", "not_a_report"),
    ),
    _file(
        "UTF-32 BE 带 BOM",
        "UTF-32 BE with BOM",
        "u32be.txt",
        lambda: b"\0\0\xfe\xff" + text_report("").encode("utf-32-be"),
        (READ, "binary", "not_a_report"),
    ),
    _file(
        "UTF-16 无 BOM", "UTF-16 without BOM", "u16.txt", lambda: text_report("").encode("utf-16-le"), (READ, "binary")
    ),
    _file("UTF-7", "UTF-7", "u7.txt", lambda: text_report("").encode("utf-7"), (READ, "not_a_report")),
    _file(
        "UTF-16 截在字中间",
        "UTF-16 cut within a character",
        "u16cut.txt",
        lambda: b"\xff\xfe" + text_report("").encode("utf-16-le")[:-1],
        (READ, "binary", "not_a_report"),
    ),
    _file(
        "UTF-8 截在字中间",
        "UTF-8 cut within a character",
        "u8cut.txt",
        lambda: text_report("终").encode()[:-3],
        (READ,),
    ),
    _file(
        "GBK 截在字中间",
        "GBK cut within a character",
        "gbkcut.txt",
        lambda: text_report("终").encode("gbk")[:-2],
        (READ,),
    ),
    _file("BOM 之后什么也没有", "nothing behind the BOM", "bom.txt", lambda: b"\xef\xbb\xbf", ("empty",)),
    _file(
        "十万种杂字节",
        "bytes of all kinds",
        "noise.txt",
        lambda: bytes((n * 7919 + n // 3) % 256 for n in range(100_000)),
        ("binary",),
    ),
]
