"""Heads that lost words or whole rows, and the ways to write table 四."""

from __future__ import annotations

from random import Random

from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout
from tests.factory.tables import Box, Table
from tests.factory.text.cells import barred_lines, some_blanks
from tests.factory.text.pages import Writer, is_head, own_texts, text_report
from tests.factory.text.rows import joined_rows
from tests.factory.text.spaced import spaced_rows

_HALVES = {"结果维持": "结果", "结果纠正": "结果", "其他结果": "其他", "尚未审结": "尚未"}
_OTHERS = {"商业企业": "企业", "科研机构": "机构", "社会公益组织": "社会公益", "法律服务机构": "法律服务"}


def any_writer(rng: Random) -> Writer:
    """One of the plain ways to write rows."""
    return rng.choice(
        (
            barred_lines(rng, leftovers=rng.choice(("end", "place", "gone")), breaks=False),
            joined_rows(rng),
            joined_rows(rng, leading=True, trailing=True, spans=rng.choice(("own", "empty"))),
            spaced_rows(rng),
            lambda part, table: ["\t".join(row) for row in own_texts(table)],
            lambda part, table: [text for row in own_texts(table) for text in row],
        )
    )


def _with_heads(table: Table, words: dict[str, str]) -> Table:
    return [[box._replace(text=words.get(box.text, box.text)) for box in row] for row in table]


@layout("text/heads-fragments")
def fragments(facts: Facts, rng: Random) -> Rendered:
    """Heads of which the second line was lost: 结果 for 结果纠正, 尚未 for 尚未审结."""
    chosen = {whole: half for whole, half in (_HALVES | _OTHERS).items() if rng.random() < 0.7}
    write = any_writer(rng)
    return text_report(some_blanks(facts, rng), rng, lambda part, table: write(part, _with_heads(table, chosen)))


@layout("text/heads-lost")
def lost_heads(facts: Facts, rng: Random) -> Rendered:
    """Whole rows of heads are gone, all of them or some; the labels of the rows tell what they are."""
    write = any_writer(rng)
    share = rng.choice((0.4, 1.0))

    def beheaded(part: str, table: Table) -> list[str]:
        kept = [row for row in table if not is_head(row) or rng.random() >= share]
        # A head no longer reaches into the rows below it that are gone.
        return write(part, [[box._replace(rowspan=1) for box in row] if is_head(row) else row for row in kept])

    return text_report(some_blanks(facts, rng), rng, beheaded)


def _values(table: Table) -> list[str]:
    return [box.text for row in table for box in row if box.address]


@layout("text/disputes-one-line")
def one_line(facts: Facts, rng: Random) -> Rendered:
    """The fifteen numbers of table 四 in one line, whatever the other tables look like."""
    others = any_writer(rng)
    between = rng.choice((" ", "  ", "\t", " | ", "|", "\u3000"))
    heads = rng.random() < 0.7

    def write(part: str, table: Table) -> list[str]:
        if part != "disputes":
            return others(part, table)
        head = [between.join(row) for row in own_texts(table)[:-1]] if heads else []
        return [*head, between.join(_values(table))]

    return text_report(some_blanks(facts, rng), rng, write)


@layout("text/disputes-lines")
def fifteen_lines(facts: Facts, rng: Random) -> Rendered:
    """The fifteen numbers of table 四 on fifteen lines, perhaps each with a bar; heads on their own lines."""
    others = any_writer(rng)
    end = rng.choice(("", "", " |", "|"))
    gap = [""] * rng.choice((0, 0, 1))

    def write(part: str, table: Table) -> list[str]:
        if part != "disputes":
            return others(part, table)
        return [line for row in own_texts(table) for text in row for line in (text + end, *gap)]

    return text_report(some_blanks(facts, rng), rng, write)


@layout("text/disputes-three-rows")
def three_rows(facts: Facts, rng: Random) -> Rendered:
    """Table 四 turned into three rows of five, each with its label."""
    write = any_writer(rng)

    def turned(part: str, table: Table) -> list[str]:
        return write("", _turned(table, rng)) if part == "disputes" else write(part, table)

    return text_report(some_blanks(facts, rng), rng, turned)


def _turned(table: Table, rng: Random) -> Table:
    outcomes = [box.text for box in table[1][:5]]
    direct, after = table[1][5].text, table[1][6].text
    values = table[-1]
    prefix = rng.choice(("", "行政诉讼：", "行政诉讼（{}）"))
    names = [prefix.format(name) if "{}" in prefix else prefix + name for name in (direct, after)]
    rows: Table = [[Box(rng.choice(("", "类别", "项目"))), *(Box(outcome) for outcome in outcomes)]]
    for at, name in enumerate((table[0][0].text, *names)):
        rows.append([Box(name), *values[5 * at : 5 * at + 5]])
    return rows


@layout("text/disputes-three-tables")
def three_tables(facts: Facts, rng: Random) -> Rendered:
    """Table 四 as three small tables, each below its own label with its own heads."""
    write = any_writer(rng)
    court_first = rng.random() < 0.6
    gap = [""] * rng.choice((0, 1))

    def apart(part: str, table: Table) -> list[str]:
        if part != "disputes":
            return write(part, table)
        heads, values = table[1][:5], table[-1]
        labels = ([table[0][0].text], [table[1][5].text], [table[1][6].text])
        if court_first:
            labels[1].insert(0, table[0][1].text)
        lines: list[str] = []
        for at, names in enumerate(labels):
            rows: Table = [[Box(name)] for name in names]
            rows += [[Box(head.text) for head in heads], values[5 * at : 5 * at + 5]]
            lines += [*write("", rows), *gap]
        return lines

    return text_report(some_blanks(facts, rng), rng, apart)
