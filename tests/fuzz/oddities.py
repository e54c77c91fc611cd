"""What stands in files where it should not: odd characters, numbers, names of encodings, bytes."""

from __future__ import annotations

import string
from random import Random

CHARACTERS = (
    "\u202e", "\u202d", "\u2066", "\u2069", "\u200b", "\u200d", "\u200e", "\ufeff", "\u00ad", "\u0301", "\u20dd",
    "\ufe0f", "\u3099", "\x00", "\x01", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ufffd",
    "\ufffe", "\uffff", "\ue000", "\U0001f600", "\U000e0041", "\U0010ffff", "⼀", "⼆", "⾏", "⼈", "⼝", "㈠", "㊀",
    "①", "⑳", "Ⅻ", "½", "²", "₃", "㎡", "％", "﹪", "‰", "０", "９", "٣", "७", "๓", "𝟛", "〇", "零", "壹", "貳", "廿",
    "卅", "亿", "兆", "点", "分之", "余", "多", "|", "||", "｜", "\t", "\u3000", "\u00a0", "\u2003", "/", "／", "—",
    "-", "－", "+", "#", "*", "`", "\\", "$", "{0}", "%s", "（", "）", "(", ")", "【", "《", "”", "'", '"', "<", ">",
    "&", "&amp;", "，", ",", "。", ".", "、", "：", "；",
)  # fmt: skip

NUMBERS = (
    "0", "00", "007", "-0", "-1", "+1", "1.", ".5", "1.0", "1.50", "1..2", "1,2", "1,23", "1,234", "1，234",
    "1,234,56", "12 345", "1e5", "1E400", "nan", "NaN", "inf", "Infinity", "-inf", "0x10", "1_000", "１２３", "٣٤",
    "²³", "½", "1/0", "0/0", "1/3", "0%", "100%", "1000%", "-5%", "99.999999999999999999999999999999%", "2147483648",
    "4294967296", "9223372036854775808", "99999999999999999999999999999999", "0.00000000000000000000000000000001",
    "一万亿", "万", "三万5千", "十十", "百百", "零点", "点五", "百分之", "百分之零", "百分之一百二十", "零分之一",
    "三分之零", "两三", "十几", "3.5.7", "2024年", "9999年", "0000年", "2024-02-30", "13月32日", "2024年13月32日",
    "0年0月0日", "3～5", "5～3", "3-5", "3至", "至5", "0倍", "负1", "增长-5%", "0个百分点", "成", "十一成",
)  # fmt: skip

SPANS = (
    "0", "1", "-1", "2", "3", "7", "50", "99", "300", "1000", "65535", "2147483648", "9" * 30, "9" * 5000, "", " 2 ",
    "two", "2.5", "1e3", "%", "２", "٣", "²", "\x01", "0x7", "+2", "NaN",
)  # fmt: skip

ENCODINGS = (
    "utf-8", "utf8", "UTF-16", "utf-16-le", "utf-32", "utf-7", "gb2312", "gbk", "gb18030", "big5", "hz", "euc-kr",
    "shift_jis", "iso-2022-jp", "latin-1", "ascii", "cp1252", "windows-936", "idna", "punycode", "undefined",
    "unicode_escape", "raw_unicode_escape", "rot13", "base64", "zlib", "hex", "quopri", "uu", "bz2", "mbcs", "oem",
    "charmap", "unknown-8bit", "x-user-defined", "none", "..", "a.b", "aliases", "__init__", "0" * 30,
)  # fmt: skip

BYTES = (
    b"\x00", b"\xff", b"\x80", b"\x7f", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80", b"\x81\x30\x81\x30", b"\x1b$B", b"\xff\xff\xff\xff", b"\x00\x00\x00\x00",
    b"\x7f\xff\xff\xff", b"\r", b"\n", b"PK\x03\x04", b"%PDF-", b"<", b">", b"]]>", b"<!--", b"<![CDATA[",
    b"endstream", b"endobj", b"\xa1\xa1", b"\xe4",
)  # fmt: skip

SENTENCES = (
    "全年收到政府信息公开申请0件，同比增长100%。", "全年无政府信息公开申请。", "上年为0件，今年为0件，增长0%。",
    "共3件，其中5件、7件。", "其中，其中，其中1件。", "均为0件。", "分别为1、2、3、4、5件。", "一是；二是；三是。",
    "（（（（（（（（", "））））））））", "百分之百分之百分之", "1、2、3、4、5、6、7、8、9、10",
    "第二十条第（一）项", "三、本年度办理结果", "总计", "信息内容", "一、", "六、其他需要报告的事项", "行政复议",
    "较上年减少100%，是上年的0倍。", "占总数的0%，占比0/0。", "2024年度政府信息公开工作年度报告",
    "根据（国办公开办函〔2021〕30号）", "- 2 -", "第1页 共0页",
)  # fmt: skip


def digits(rng: Random) -> str:
    """A run of digits, sometimes longer than any number and than Python turns into one."""
    length = rng.choice((3, 9, 19, 20, 40, 81, 400, 4299, 4301, 6000))
    return rng.choice(string.digits) * length


def number(rng: Random) -> str:
    """A number as nobody should write it."""
    return digits(rng) if rng.random() < 0.15 else rng.choice(NUMBERS)


def scrap(rng: Random) -> str:
    """Some odd text."""
    return rng.choice(
        (rng.choice(CHARACTERS), rng.choice(CHARACTERS) * rng.randint(2, 60), number(rng), rng.choice(SENTENCES))
    )


def few(rng: Random, most: int = 12) -> int:
    """How many damages one input takes: mostly one or two."""
    count = 1
    while count < most and rng.random() < 0.6:
        count += 1
    return count
