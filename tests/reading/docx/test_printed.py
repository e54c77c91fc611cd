"""What a Word page shows and what it doesn't: fields, contents, prompts, hidden words, page tables, odd packages."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.errors import ReadingError
from auditor.reading.blocks import Document, Grid, Paragraph
from auditor.reading.docx.document import blocks
from tests.factory.docx.fields import field
from tests.factory.docx.parts import element, packed

PATH = Path("清渠县公安局年报.docx")


def _run(text: str, settings: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{settings}</w:rPr>' if settings else ''}<w:t>{text}</w:t></w:r>"


def _paragraph(inner: str, settings: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{settings}</w:pPr>' if settings else ''}{inner}</w:p>"


def _cell(inner: str, settings: str = "") -> str:
    return f"<w:tc>{f'<w:tcPr>{settings}</w:tcPr>' if settings else ''}{inner}</w:tc>"


def _table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def _words(*texts: str) -> str:
    return "".join(_cell(_paragraph(_run(text))) for text in texts)


def _read(body: str, **parts: str | bytes) -> Document:
    return blocks(packed({"document": element("w:document", f"<w:body>{body}</w:body>"), **parts}), PATH)


def _shown(body: str, **parts: str | bytes) -> list[str | list[str]]:
    """Paragraphs as texts, tables as lists of texts."""
    found = _read(body, **parts).blocks
    return [
        block.text if isinstance(block, Paragraph) else [slot.text for slot in block.slots]
        for block in found
        if isinstance(block, Paragraph | Grid)
    ]


# Text.


def test_a_field_inside_the_code_of_another_prints_nothing() -> None:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    inner = field("MERGEFIELD 数", _run("44"))
    code = f"{begin}<w:r><w:instrText> IF </w:instrText></w:r>{inner}{middle}{_run('12')}{end}"
    assert _shown(_paragraph(_run("收到") + code + _run("件"))) == ["收到12件"]


def test_marks_without_width_part_no_number() -> None:
    soft = "<w:r><w:softHyphen/></w:r>"
    inner = _run("1\u200b") + soft + _run("2\u00ad") + _run("\ufeff4") + "<w:r><w:noBreakHyphen/></w:r>" + _run("8")
    assert _shown(_paragraph(inner)) == ["124-8"]


@pytest.mark.parametrize(
    ("char", "font", "shown"),
    [("F032", "Symbol", "2"), ("F0FE", "Wingdings", "□"), ("2014", "宋体", "—"), ("zz", "", "□")],
)
def test_a_symbol_is_a_digit_only_where_its_font_has_digits(char: str, font: str, shown: str) -> None:
    symbol = f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'
    assert _shown(_paragraph(_run("1") + symbol)) == [f"1{shown}"]


def test_text_in_a_hidden_style_is_not_printed() -> None:
    hidden = '<w:style w:type="character" w:styleId="b"><w:name w:val="批注"/><w:rPr><w:vanish/></w:rPr></w:style>'
    based = '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="内部"/><w:basedOn w:val="b"/></w:style>'
    body = _paragraph(_run("收到申请") + _run("99", '<w:rStyle w:val="b"/>') + _run("12件"))
    body += _paragraph(_run("内部掌握"), '<w:pStyle w:val="c"/>')
    assert _shown(body, styles=element("w:styles", hidden + based)) == ["收到申请12件"]


def test_a_prompt_is_no_content() -> None:
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    inline = _cell(_paragraph(prompt.format(_run("单击此处输入文字。"))))
    whole = prompt.format(_cell(_paragraph(_run("单击此处输入文字。"))))
    assert _shown(_table(_words("行政许可") + inline + whole)) == [["行政许可", "", ""]]


def test_a_heading_broken_by_hand_is_one_line_and_a_sentence_is_not() -> None:
    line = "<w:r><w:br/></w:r>"
    heading = _paragraph(_run("三、收到和处理") + line + _run("政府信息公开申请情况"))
    sentence = _paragraph(_run("一、总体情况") + line + _run("全年工作平稳。"))
    assert _shown(heading + sentence) == ["三、收到和处理政府信息公开申请情况", "一、总体情况", "全年工作平稳。"]


def test_old_lettering_is_a_line() -> None:
    shape = '<w:pict><v:shape><v:textpath string="清渠县公安局年度报告"/></v:shape></w:pict>'
    assert _shown(_paragraph(f"<w:r>{shape}</w:r>")) == ["清渠县公安局年度报告"]


# Paragraphs that run on.


def test_a_hidden_paragraph_mark_joins_what_it_parts() -> None:
    mark = "<w:rPr><w:vanish/></w:rPr>"
    assert _shown(_paragraph(_run("（一）主动公开。"), mark) + _paragraph(_run("全年公开信息9条。"))) == [
        "（一）主动公开。全年公开信息9条。"
    ]


def test_text_runs_on_into_no_table() -> None:
    mark = "<w:rPr><w:del w:id='1' w:author='审稿'/></w:rPr>"
    assert _shown(_paragraph(_run("上文"), mark) + _table(_words("行政许可", "3")) + _paragraph(_run("下文"))) == [
        "上文",
        ["行政许可", "3"],
        "下文",
    ]


# Contents.


def test_a_table_of_contents_is_no_part_of_the_report() -> None:
    toc = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    styled = _paragraph(_run("一、总体情况1"), '<w:pStyle w:val="11"/>')
    linked = _paragraph(f'<w:hyperlink w:anchor="_Toc123">{_run("二、主动公开")}</w:hyperlink>')
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    held = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{_paragraph(_run('三、其他'))}</w:sdtContent></w:sdt>"
    head, text = _paragraph(_run("目 录")), _paragraph(_run("一、总体情况"))
    assert _shown(head + styled + linked + held + text, styles=element("w:styles", toc)) == ["一、总体情况"]


# Tables.


def test_deleted_cells_and_hidden_rows_are_gone() -> None:
    gone = _cell(_paragraph(_run("99")), "<w:cellDel w:id='1' w:author='审稿'/>")
    hidden = "<w:trPr><w:hidden/></w:trPr>" + _words("旧", "旧")
    assert _shown(_table(_words("行政许可") + gone + _words("3"), hidden)) == [["行政许可", "3"]]


def test_a_tracked_merge_counts_as_merged() -> None:
    first = _cell(_paragraph(_run("办理结果")), "<w:cellMerge w:id='1' w:author='审稿' w:vMerge='rest'/>")
    below = _cell(_paragraph(""), "<w:cellMerge w:id='2' w:author='审稿' w:vMerge='cont'/>")
    grid = next(iter(_read(_table(first + _words("3"), below + _words("4"))).blocks))
    assert isinstance(grid, Grid)
    assert [slot[2:] for slot in grid.slots] == [(2, 1, "办理结果"), (1, 1, "3"), (1, 1, "4")]


def test_a_page_laid_out_by_a_table_reads_as_the_page() -> None:
    article = _paragraph(_run("一、总体情况")) + _table(
        _words("行政许可", "3", "4", "5"), _words("处罚", "1", "2", "3")
    )
    assert _shown(_table(_cell("<w:p/>") + _cell(article + "<w:p/>") + _cell("<w:p/>"))) == [
        "一、总体情况",
        ["行政许可", "3", "4", "5", "处罚", "1", "2", "3"],
    ]


def test_a_column_of_prose_is_no_cell() -> None:
    text = "全年工作平稳有序，各项任务按期完成。" * 15
    assert _shown(_table(_words("一、总体情况", text))) == ["一、总体情况", text]


def test_prose_across_a_table_parts_it() -> None:
    note = "注：本表数据由各科室按月报送、办公室逐项核对，" * 3
    wide = _cell(_paragraph(_run(note)), '<w:gridSpan w:val="2"/>')
    assert _shown(_table(_words("许可", "3"), wide, _words("处罚", "4"))) == [["许可", "3"], note, ["处罚", "4"]]


def test_numbers_are_counted_once_where_a_table_turns_out_to_be_a_page() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    text = "全年工作平稳有序，各项任务按期完成。" * 15
    cell = _cell(_paragraph(_run("总体情况"), item) + _paragraph(_run(text)))
    body = _table(cell + _words("栏目")) + _paragraph(_run("主动公开"), item)
    assert _shown(body, numbering=element("w:numbering", lists)) == ["一、总体情况", text, "栏目", "二、主动公开"]


# Packages.


@pytest.mark.parametrize("archived", [False, True])
def test_a_page_kept_inside_is_read_as_a_page(archived: bool) -> None:
    page = "<html><meta charset='utf-8'><body><p>一、总体情况</p><p>全年公开信息=9条。</p></body></html>".encode()
    if archived:
        coded = b"".join(b"=%02X" % byte for byte in page)
        page = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        page += b'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
        page += coded + b"\r\n--b--\r\n"
    found = _shown('<w:altChunk r:id="rId1"/>', **{"afchunk.htm": page})
    assert found == ["一、总体情况", "全年公开信息=9条。"]


def test_a_document_type_is_refused_as_word_refuses_it() -> None:
    plain = element("w:document", f"<w:body>{_paragraph(_run('全年'))}</w:body>")
    data = packed({"document": f"<!DOCTYPE w:document>{plain}"})
    with pytest.raises(ReadingError) as fault:
        blocks(data, PATH)
    assert fault.value.code == "damaged"


def test_styles_that_are_broken_are_damage_where_they_are_needed() -> None:
    broken = '<w:styles xmlns:w="x"><w:vanish></w:styles>'
    with pytest.raises(ReadingError) as fault:
        _read(_paragraph(_run("全年")), styles=broken)
    assert fault.value.code == "damaged"
