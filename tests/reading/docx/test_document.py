"""What the DOCX reader hands on: the text a person sees with all changes accepted, and tables as laid out."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import ReadingError
from auditor.reading.blocks import Document, Grid, Paragraph, Picture
from auditor.reading.docx.document import blocks
from auditor.reading.docx.numbering import chinese_count

PATH = Path("清渠县公安局年报.docx")
_NAMES = nsdecls("w", "wp", "a", "pic", "r")


def _saved(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _read(document: Any) -> Document:
    return blocks(_saved(document), PATH)


def _texts(document: Any) -> list[str]:
    return [block.text for block in _read(document).blocks if isinstance(block, Paragraph)]


def _grids(document: Any) -> list[Grid]:
    return [block for block in _read(document).blocks if isinstance(block, Grid)]


def _append(document: Any, xml: str) -> None:
    """Put an element before the section settings, where Word puts the body's elements."""
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))


def _paragraph(inner: str) -> str:
    return f"<w:p {_NAMES}>{inner}</w:p>"


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_runs_that_split_a_number_are_one_text() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("全年收到申请")
    for piece in ("1", "2", "件"):
        paragraph.add_run(piece).bold = piece == "2"
    assert _texts(document) == ["全年收到申请12件"]


def test_paragraphs_and_tables_keep_their_order_and_say_where_they_stand() -> None:
    document = docx.Document()
    document.add_paragraph("二、主动公开政府信息情况")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "行政许可", "35"
    document.add_paragraph("三、收到和处理政府信息公开申请情况")
    first, grid, last = _read(document).blocks
    assert first == Paragraph("二、主动公开政府信息情况", "第1段")
    assert isinstance(grid, Grid)
    assert grid.where == "表1"
    assert last == Paragraph("三、收到和处理政府信息公开申请情况", "第2段")


def test_tracked_insertions_count_and_deletions_do_not() -> None:
    document = docx.Document()
    deleted = "<w:del w:id='1' w:author='审稿'><w:r><w:delText>11</w:delText></w:r></w:del>"
    inserted = f"<w:ins w:id='2' w:author='审稿'>{_run('12')}</w:ins>"
    moved = f"<w:moveFrom w:id='3' w:author='审稿'>{_run('旧句。')}</w:moveFrom>"
    _append(document, _paragraph(_run("收到申请") + deleted + inserted + moved + _run("件。")))
    assert _texts(document) == ["收到申请12件。"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next_one() -> None:
    document = docx.Document()
    mark = "<w:pPr><w:rPr><w:del w:id='1' w:author='审稿'/></w:rPr></w:pPr>"
    _append(document, _paragraph(mark + _run("全年办结申请")))
    _append(document, _paragraph(_run("9件。")))
    assert _texts(document) == ["全年办结申请9件。"]


def test_hidden_text_and_field_codes_are_not_printed() -> None:
    document = docx.Document()
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部备注</w:t></w:r>"
    field = (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> NUMPAGES </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>6</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    _append(document, _paragraph(_run("全文共") + field + hidden + _run("页")))
    assert _texts(document) == ["全文共6页"]


def test_a_line_break_parts_paragraphs() -> None:
    document = docx.Document()
    document.add_paragraph("一、总体情况\n2024年，县公安局主动公开信息86条。")
    assert _texts(document) == ["一、总体情况", "2024年，县公安局主动公开信息86条。"]


def test_the_text_of_a_box_is_read_once_though_it_is_stored_twice() -> None:
    box = f"<w:txbxContent>{'<w:p>' + _run('统计期限为全年') + '</w:p>'}</w:txbxContent>"
    xml = (
        f"<w:p {_NAMES} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
        "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "
        "xmlns:v='urn:schemas-microsoft-com:vml'><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    document = docx.Document()
    _append(document, xml)
    assert _texts(document) == ["统计期限为全年"]


def _numbered(document: Any, levels: str) -> None:
    """Give the document list 77 with these levels."""
    numbering = document.part.numbering_part.element
    abstract = parse_xml(f"<w:abstractNum {_NAMES} w:abstractNumId='77'>{levels}</w:abstractNum>")
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f"<w:num {_NAMES} w:numId='77'><w:abstractNumId w:val='77'/></w:num>"))


def _level(level: int, form: str, text: str) -> str:
    return f"<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/></w:lvl>"


def _item(text: str, level: int) -> str:
    numbers = f"<w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='77'/></w:numPr></w:pPr>"
    return _paragraph(numbers + _run(text))


def test_automatic_numbers_of_headings_are_part_of_the_text() -> None:
    document = docx.Document()
    _numbered(document, _level(0, "chineseCounting", "%1、") + _level(1, "japaneseCounting", "（%2）"))
    for text, level in (
        ("总体情况", 0),
        ("主动公开", 1),
        ("依申请公开", 1),
        ("主动公开政府信息情况", 0),
        ("行政许可", 1),
    ):
        _append(document, _item(text, level))
    assert _texts(document) == [
        "一、总体情况",
        "（一）主动公开",
        "（二）依申请公开",
        "二、主动公开政府信息情况",
        "（一）行政许可",
    ]


def test_a_bullet_is_no_number_and_a_level_can_show_its_parent() -> None:
    document = docx.Document()
    _numbered(document, _level(0, "decimal", "%1.") + _level(1, "decimal", "%1.%2") + _level(2, "bullet", "•"))
    for text, level in (("培训", 0), ("线上", 1), ("线下", 1), ("会议", 2)):
        _append(document, _item(text, level))
    assert _texts(document) == ["1.培训", "1.1 线上", "1.2 线下", "会议"]


def test_a_heading_style_brings_its_number() -> None:
    document = docx.Document()
    _numbered(document, _level(0, "chineseCountingThousand", "%1、"))
    style = document.styles["Heading 1"].element
    style.get_or_add_pPr().append(parse_xml(f"<w:numPr {_NAMES}><w:numId w:val='77'/></w:numPr>"))
    document.add_paragraph("总体情况", style="Heading 1")
    document.add_paragraph("存在的主要问题", style="Heading 1")
    assert _texts(document) == ["一、总体情况", "二、存在的主要问题"]


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "零"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (103, "一百零三"), (1010, "一千零一十")],
)
def test_chinese_counting(number: int, text: str) -> None:
    assert chinese_count(number) == text


def test_merged_cells_keep_their_spans() -> None:
    document = docx.Document()
    table = document.add_table(3, 4)
    table.cell(0, 0).merge(table.cell(1, 1)).text = "申请人情况"
    table.cell(0, 2).merge(table.cell(0, 3)).text = "法人或其他组织"
    table.cell(2, 0).text, table.cell(2, 3).text = "新收", "7"
    (grid,) = _grids(document)
    assert (grid.rows, grid.columns) == (3, 4)
    spans = {slot.text: slot[:4] for slot in grid.slots if slot.text}
    assert spans == {
        "申请人情况": (0, 0, 2, 2),
        "法人或其他组织": (0, 2, 1, 2),
        "新收": (2, 0, 1, 1),
        "7": (2, 3, 1, 1),
    }


def test_a_row_may_begin_right_of_the_first_column_and_deleted_rows_are_gone() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = (
        f"<w:tr>{cell.format('甲')}{cell.format('乙')}</w:tr>"
        f"<w:tr><w:trPr><w:del w:id='1' w:author='审稿'/></w:trPr>{cell.format('旧')}{cell.format('旧')}</w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell.format('3')}</w:tr>"
    )
    document = docx.Document()
    _append(document, f"<w:tbl {_NAMES}><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")
    (grid,) = _grids(document)
    assert [(*slot[:2], slot.text) for slot in grid.slots] == [(0, 0, "甲"), (0, 1, "乙"), (1, 1, "3")]


def test_rows_and_cells_inside_content_controls_are_read() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    wrapped = f"<w:sdt><w:sdtContent>{cell.format('12')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{cell.format('行政处罚')}{wrapped}</w:tr></w:sdtContent></w:sdt>"
    document = docx.Document()
    _append(document, f"<w:tbl {_NAMES}><w:tblPr/><w:tblGrid/>{row}</w:tbl>")
    (grid,) = _grids(document)
    assert [slot.text for slot in grid.slots] == ["行政处罚", "12"]


def test_a_frame_of_one_cell_around_the_report_is_no_table() -> None:
    document = docx.Document()
    frame = document.add_table(1, 1).cell(0, 0)
    frame.paragraphs[0].text = "一、总体情况"
    inner = frame.add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "行政强制", "4"
    first, grid = (block for block in _read(document).blocks if not isinstance(block, Paragraph) or block.text)
    assert isinstance(first, Paragraph)
    assert first.text == "一、总体情况"
    assert isinstance(grid, Grid)
    assert [slot.text for slot in grid.slots] == ["行政强制", "4"]


def test_a_table_inside_a_cell_stands_after_the_outer_one() -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "办理结果"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "予以公开", "5"
    grids = _grids(document)
    assert [[slot.text for slot in grid.slots] for grid in grids] == [["办理结果", ""], ["予以公开", "5"]]


def test_paragraphs_of_a_cell_stand_on_lines_of_their_own() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "商业\n企业"
    table.cell(0, 1).text = "3"
    table.cell(0, 1).add_paragraph("5")
    (grid,) = _grids(document)
    assert [slot.text for slot in grid.slots] == ["商业\n企业", "3\n5"]


def _drawing(wide: int, high: int) -> str:
    size = f"<wp:extent cx='{wide * 12700}' cy='{high * 12700}'/>"
    graphic = "<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='rId1'/></pic:blipFill></pic:pic>"
    return _paragraph(
        f"<w:r><w:drawing><wp:inline>{size}{graphic}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def test_a_picture_that_could_hold_a_table_is_named_and_a_small_mark_is_not() -> None:
    document = docx.Document()
    _append(document, _drawing(400, 250))
    _append(document, _drawing(40, 40))
    assert _read(document).blocks == (Picture("第1段"),)


def test_the_title_is_the_centred_lines_at_the_top() -> None:
    document = docx.Document()
    for text in ("清渠县公安局", "2024年政府信息公开工作年度报告"):
        document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("现公布年度报告。")
    document.add_paragraph("此后的居中行不是标题").alignment = WD_ALIGN_PARAGRAPH.CENTER
    assert _read(document).title_hint == "清渠县公安局2024年政府信息公开工作年度报告"


# Files that can't be read.


def _code(data: bytes) -> str:
    with pytest.raises(ReadingError) as fault:
        blocks(data, PATH)
    assert str(PATH) in fault.value.message
    return fault.value.code


def _outcome(data: bytes) -> str:
    try:
        blocks(data, PATH)
    except ReadingError as fault:
        return fault.code
    return "read"


def _sample() -> bytes:
    document = docx.Document()
    document.add_paragraph("全年收到申请12件。")
    document.add_table(2, 2).cell(0, 0).text = "行政许可"
    return _saved(document)


def test_a_truncated_file_is_broken() -> None:
    data = _sample()
    assert _code(data[: len(data) // 2]) == "damaged"
    assert _code(b"") == "damaged"


def test_a_package_without_its_document_is_broken() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("说明.txt", "不是文档")
    assert _code(out.getvalue()) == "damaged"


def _replaced(name: str, content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(_sample())) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            target.writestr(member.filename, content if member.filename == name else source.read(member))
    return out.getvalue()


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    assert _code(_replaced("word/document.xml", b" " * (17 * 1024 * 1024))) == "docx_too_big"


def test_more_cells_than_a_report_can_hold_are_refused() -> None:
    head = b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:tbl><w:tr>"
    body = b"<w:tc><w:p/></w:tc>" * 110_000
    assert (
        _code(_replaced("word/document.xml", head + body + b"</w:tr></w:tbl></w:body></w:document>")) == "docx_too_big"
    )


def test_an_entity_bomb_and_too_deep_nesting_are_damage() -> None:
    bomb = b"<?xml version='1.0'?><!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'>" + b"".join(
        b"<!ENTITY %c '%s'>" % (98 + i, (b"&%c;" % (97 + i)) * 10) for i in range(9)
    )
    body = (
        b"]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>"
        b"&j;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert _code(_replaced("word/document.xml", bomb + body)) == "damaged"
    deep = b"<w:p xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + b"<w:r>" * 5000
    assert _code(_replaced("word/document.xml", deep)) == "damaged"


def test_an_encrypted_file_and_an_old_doc_are_told_apart() -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    assert _code(head + "EncryptedPackage".encode("utf-16-le")) == "encrypted"
    assert _code(head + "WordDocument".encode("utf-16-le")) == "old_word"


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused_but_never_crashes(at: int, junk: bytes) -> None:
    data = bytearray(_SAMPLE)
    at %= len(data)
    data[at : at + len(junk)] = junk
    assert _outcome(bytes(data)) in {"read", "damaged", "docx_too_big"}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_markup_is_read_or_refused_but_never_crashes(data: st.DataObject) -> None:
    with zipfile.ZipFile(BytesIO(_SAMPLE)) as package:
        xml = package.read("word/document.xml")
    at = data.draw(st.integers(0, len(xml) - 1))
    junk = data.draw(st.sampled_from([b"", b"-1", b"9" * 30, b"<w:tbl>", b"<w:tc/>", b"</w:p>", b"<w:p/>", b"\xff"]))
    cut = data.draw(st.integers(0, 40))
    assert _outcome(_replaced("word/document.xml", xml[:at] + junk + xml[at + cut :])) in {"read", "damaged"}


_SAMPLE = _sample()


def test_sizes_in_zip_headers_may_lie() -> None:
    """A member that claims to be small gives only that much."""
    data = bytearray(_replaced("word/document.xml", b" " * 10_000_000))
    central = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    struct.pack_into("<L", data, central + 24, 100)
    assert _code(bytes(data)) == "damaged"
