"""The page: complete, escaped, the same for the same audit, and nothing fetched."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import html

from auditor.addresses import all_addresses
from auditor.model import Audit, Section
from auditor.output.page import page
from auditor.output.page.links import links_of
from auditor.output.page.prose import passages
from tests.output.sample_audit import OVERVIEW, printed_table, sample

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}&lt;"


def pick(tree: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    """The elements of a path like ``#prose a.figure``: an id first, then an element with its classes."""
    within, _, step = path.rpartition(" ")
    scope = tree.get_element_by_id(within.removeprefix("#")) if within else tree
    name, *classes = step.split(".")
    wanted = "".join(f"[contains(concat(' ', @class, ' '), ' {each} ')]" for each in classes)
    return list(scope.xpath(f".//{name or '*'}{wanted}"))


@pytest.fixture(scope="module")
def tree() -> html.HtmlElement:
    return html.document_fromstring(page(sample()))


def test_every_figure_has_a_mark_and_a_row(tree: html.HtmlElement) -> None:
    marked = {number for mark in pick(tree, "a.figure") for number in mark.get("data-figures").split()}
    assert marked == {str(number) for number in range(len(sample().figures))}
    for number in marked:
        assert tree.get_element_by_id(f"figure-{number}") is not None


def test_every_cell_of_the_report_has_its_place(tree: html.HtmlElement) -> None:
    for address in all_addresses("2021"):
        assert tree.get_element_by_id(f"cell-{address}") is not None


def test_every_finding_stands_with_its_message_and_code(tree: html.HtmlElement) -> None:
    cards = pick(tree, "li.finding")
    assert [pick(card, "code")[0].text for card in cards] == ["N101", "T201", "N401", "S501"]
    for card, finding in zip(cards, sample().findings, strict=True):
        assert finding.message in card.text_content()


def test_every_link_leads_to_a_place_on_the_page(tree: html.HtmlElement) -> None:
    places = set(tree.xpath("//@id"))
    targets = {link.removeprefix("#") for link in tree.xpath("//a/@href")}
    assert targets <= places


def test_no_id_stands_twice(tree: html.HtmlElement) -> None:
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_figure_links_to_its_cell_and_the_cell_back(tree: html.HtmlElement) -> None:
    mark = tree.get_element_by_id("mark-5")
    assert mark.text == "12件"
    assert "mismatch" in mark.get("class")
    assert mark.get("href") == "#cell-requests.new.total"
    cell = tree.get_element_by_id("cell-requests.new.total")
    assert cell.get("data-figures") == "5 8"
    assert pick(cell, "a")[0].get("href") == "#mark-5"


def test_the_prose_reads_as_the_report_has_it(tree: html.HtmlElement) -> None:
    paragraphs = [each.text_content() for each in pick(tree, "#prose p")]
    assert "\n".join(paragraphs[:4]) == OVERVIEW


def test_unread_and_blank_cells_are_marked(tree: html.HtmlElement) -> None:
    unread = tree.get_element_by_id("cell-requests.partial.total")
    assert "unread" in unread.get("class").split()
    assert "未读出" in unread.text_content()
    assert "blank" in tree.get_element_by_id("cell-requests.other.no_payment.natural").get("class").split()


def test_boilerplate_sentences_are_marked(tree: html.HtmlElement) -> None:
    (sentence,) = pick(tree, "#prose span.sentence.boilerplate")
    assert "公开内容不够丰富" in sentence.text_content()
    assert "套话·问题" in sentence.text_content()


def test_relations_stand_with_their_formulas(tree: html.HtmlElement) -> None:
    rows = [row.text_content() for row in pick(tree, "#relations tr")[1:]]
    assert "1280 = 902 + 378" in rows[0]
    assert "成立" in rows[0]
    assert "不成立" in rows[1]


def test_a_printed_table_is_shown_as_it_was_printed_and_nothing_is_lost() -> None:
    tree = html.document_fromstring(page(sample((printed_table(),))))
    table = pick(tree, "table.disputes")[0]
    assert [len(row) for row in pick(table, "tr")] == [2, 15]
    for address in all_addresses("2021"):
        assert tree.get_element_by_id(f"cell-{address}") is not None


def test_a_table_printed_twice_gives_each_cell_one_place() -> None:
    text = page(sample((printed_table(), printed_table())))
    assert text.count('id="cell-disputes.review.total"') == 1


def test_hostile_text_stays_text() -> None:
    audit = sample()
    report = replace(
        audit.report,
        title=HOSTILE,
        agency=HOSTILE,
        path=HOSTILE,
        sections=(Section("一", HOSTILE, HOSTILE + OVERVIEW, None, HOSTILE),),
        cells={
            address: cell._replace(text=HOSTILE, where=HOSTILE, kind="text")
            for address, cell in audit.report.cells.items()
        },
    )
    figures = [replace(figure, text=HOSTILE, unit=HOSTILE, reasons=(HOSTILE,)) for figure in audit.figures]
    findings = [
        replace(finding, message=HOSTILE, message_en=HOSTILE, values={"stated": HOSTILE}) for finding in audit.findings
    ]
    relations = [replace(relation, formula=HOSTILE) for relation in audit.relations]
    text = page(Audit(report, figures, relations, findings, audit.sentences))
    tree = html.document_fromstring(text)
    assert len(pick(tree, "script")) == 1
    assert pick(tree, "img") == []
    assert tree.xpath("//@onerror") == []
    assert HOSTILE in pick(tree, "h1")[0].text_content()


def test_nothing_is_fetched() -> None:
    text = page(sample())
    assert "http://" not in text
    assert "https://" not in text
    assert not re.search(r"<(?:link|img|iframe)\b|@import|url\(", text)
    assert "default-src 'none'" in text


def test_the_same_audit_gives_the_same_bytes() -> None:
    assert page(sample()) == page(sample())


def test_english_has_english_labels() -> None:
    text = page(sample(), "en")
    assert '<html lang="en">' in text
    assert "The text says 12 requests" in text
    assert "Errors found: 2" in text
    assert "发现的问题" not in text


def test_a_report_without_tables_figures_and_findings_has_a_page() -> None:
    audit = sample()
    bare = replace(audit.report, cells={}, title=None, agency=None, year=None, sections=())
    text = page(Audit(bare, [], [], []))
    assert "没有读到表格" in text
    assert "没有发现问题" in text


def test_a_place_where_something_is_missing_is_shown() -> None:
    audit = sample()
    point = audit.findings[0].spans[0]._replace(end=audit.findings[0].spans[0].start)
    missing = replace(audit.findings[0], spans=(point,))
    tree = html.document_fromstring(page(replace(audit, findings=[missing])))
    assert len(pick(tree, "#prose span.flag.point")) == 1
    assert tree.get_element_by_id("at-0") is not None


def test_overlapping_figures_share_one_mark_and_no_text_is_said_twice() -> None:
    audit = sample()
    wide = replace(audit.figures[5], start=audit.figures[5].start - 2)
    both = replace(audit, figures=[*audit.figures, wide])
    (overview, *_) = passages(both, links_of(both))
    text = "\n".join(
        "".join(piece.text for run in paragraph for piece in run.pieces) for paragraph in overview.paragraphs
    )
    assert text == OVERVIEW
    marks = [piece.figures for paragraph in overview.paragraphs for run in paragraph for piece in run.pieces]
    assert (15, 5) in marks
