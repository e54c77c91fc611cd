"""The value of one numeral, in every way that Chinese text writes it."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language import numbers
from auditor.language.normalise import normalise
from auditor.language.numerals import Value, percent_of, value_of

WRITTEN: list[tuple[str, Value]] = [
    ("12", 12),
    ("１２", 12),
    ("1,204", 1204),
    ("1，204", 1204),
    ("12,345,678", 12345678),
    ("3 702", 3702),
    ("98.50", Decimal("98.50")),
    ("1,234.56", Decimal("1234.56")),
    ("零", 0),
    ("〇", 0),
    ("十", 10),
    ("十二", 12),
    ("二十", 20),
    ("廿三", 23),
    ("卅", 30),
    ("两", 2),
    ("一百零三", 103),
    ("一百〇三", 103),
    ("一百一十", 110),
    ("一百一", 110),
    ("三百五", 350),
    ("一千零五十", 1050),
    ("一千零五", 1005),
    ("一千五", 1500),
    ("两千零四十八", 2048),
    ("一万二", 12000),
    ("一万零二", 10002),
    ("十万零五百", 100500),
    ("三亿二", 320000000),
    ("一亿零三百万", 103000000),
    ("两万亿", 2 * 10**12),
    ("二〇二四", 2024),
    ("3万5千", 35000),
    ("3万5", 35000),
    ("3万500", 30500),
    ("1亿2000万", 120000000),
    ("1.2亿", 120000000),
    ("2.3万", 23000),
    ("１．８万", 18000),
    ("1.23456万", Decimal("12345.6")),
    ("3千5百", 3500),
    ("壹佰", 100),
    ("壹仟贰佰叁拾肆", 1234),
    ("伍万陆仟", 56000),
    ("三萬五千", 35000),
    ("兩億", 200000000),
    ("九十八点五", Decimal("98.5")),
    ("三點一四", Decimal("3.14")),
    ("零点零五", Decimal("0.05")),
    ("一点二亿", 120000000),
    ("三分之一", Fraction(1, 3)),
    ("千分之五", Fraction(5, 1000)),
    ("1/3", Fraction(1, 3)),
    ("两千零四十八又二分之一", Fraction(4097, 2)),
    ("负三", -3),
    ("-12.5", Decimal("-12.5")),
    ("百", 100),
    ("十余万", 100000),
    ("3000多万", 30000000),
    ("二百多", 200),
    ("五 十 六", 56),
]


@pytest.mark.parametrize(("text", "value"), WRITTEN)
def test_reads(text: str, value: Value) -> None:
    assert value_of(text) == value
    assert type(value_of(text)) is type(value)
    assert value_of(normalise(text)) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "件",
        "三四",
        "三四十",
        "一二百",
        "十几",
        "几十",
        "百千",
        "1.2.3",
        "三点",
        "三分之",
        "零分之三",
        "1/0",
        "点五",
        "一五一十",
        "12三",
        "1,20",
        "1" * 5000,
        "万" * 5000,
    ],
)
def test_no_certain_value(text: str) -> None:
    assert value_of(text) is None


def test_per_cents() -> None:
    assert percent_of("百分之九十八点五") == Decimal("98.5")
    assert percent_of("百分之百") == 100
    assert percent_of("５０％") == 50
    assert percent_of("12.50%") == Decimal("12.50")
    assert percent_of("12") is None


def write_section(number: int) -> str:
    """A number below ten thousand as a schoolbook writes it."""
    text, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if gap and text else "") + "零一二三四五六七八九"[digit] + sign
            gap = False
        else:
            gap = True
    return text


def write(number: int) -> str:
    """``number`` in Chinese numerals; written apart from the reader, from the schoolbook's rules."""
    if number == 0:
        return "零"
    sections = []
    rest = number
    while rest:
        rest, section = divmod(rest, 10_000)
        sections.append(section)
    text, gap = "", False
    for place in range(len(sections) - 1, -1, -1):
        section = sections[place]
        if not section:
            gap = True
            continue
        if text and (gap or section < 1000):
            text += "零"
        text += write_section(section) + ["", "万", "亿", "万亿"][place]
        gap = False
    return text.replace("万亿", "万", 1) if number >= 10**12 and sections[2] else text


@given(st.integers(0, 10**12) | st.integers(0, 20_000))
def test_every_integer_reads_back(number: int) -> None:
    assert value_of(write(number)) == number
    assert value_of(str(number)) == number
    assert value_of(f"{number:,}") == number


@given(st.integers(0, 10**8), st.text("0123456789", min_size=1, max_size=8))
def test_every_decimal_reads_back(whole: int, places: str) -> None:
    spoken = write(whole) + "点" + "".join("零一二三四五六七八九"[int(digit)] for digit in places)
    assert value_of(spoken) == value_of(f"{whole}.{places}") == Decimal(f"{whole}.{places}")
    assert str(value_of(spoken)) == f"{whole}.{places}"


@given(st.integers(0, 10**6), st.integers(1, 10**4), st.integers(1, 10**4))
def test_every_fraction_reads_back(whole: int, above: int, below: int) -> None:
    assert value_of(f"{write(below)}分之{write(above)}") == Fraction(above, below)
    assert value_of(f"{write(whole)}又{write(below)}分之{write(above)}") == whole + Fraction(above, below)


@given(st.integers(0, 10**12))
def test_every_integer_is_read_before_a_measure_word(number: int) -> None:
    if number:
        assert [found.value for found in numbers(f"共收到{write(number)}件来信")] == [number]
    assert [found.value for found in numbers(f"共收到{number}件来信")] == [number]
