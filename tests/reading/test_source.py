"""Wrong input: one clear line in Chinese that says what to do, and no other exception."""

from __future__ import annotations

import time
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.errors import ReadingError
from auditor.reading import read, report_files
from tests.reading.rendered import as_html, as_text, blank_cells


def _package(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in names:
            package.writestr(name, "<x/>")
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NOISE = bytes((i * 7919 + i // 3) % 256 for i in range(5000))
FILES: dict[str, tuple[str, bytes]] = {
    "年报.txt": ("empty", b""),
    "空白.html": ("empty", b" \r\n\n"),
    "图片.png": ("image", b"\x89PNG\r\n\x1a\n" + NOISE),
    "照片.pdf": ("image", b"\xff\xd8\xff\xe0" + NOISE),
    "二进制.txt": ("binary", NOISE),
    "旧版.doc": ("old_word", OLE + NOISE),
    "旧版.wps": ("old_word", OLE + NOISE),
    "加密.docx": ("encrypted", OLE + NOISE + "EncryptedPackage".encode("utf-16-le")),
    "版式.ofd": ("ofd", _package("OFD.xml", "Doc_0/Document.xml")),
    "存档.mht": ("mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n<html>"),
    "压缩.zip": ("archive", _package("年报.html")),
    "压缩.rar": ("archive", b"Rar!\x1a\x07\x00" + NOISE),
    "表格.xlsx": ("spreadsheet", _package("xl/workbook.xml")),
    "改名.docx": ("damaged", b"plain words, no package"),
    "残缺.docx": ("damaged", _package("[Content_Types].xml", "word/document.xml")[:60]),
    "残缺.pdf": ("damaged", b"%PDF-1.7\n1 0 obj\n<<"),
    "新闻.html": (
        "not_a_report",
        "<html><body><h1>县政府召开会议</h1><p>会议部署了政务公开工作。</p></body></html>".encode(),
    ),
    "随笔.txt": ("not_a_report", "今天天气晴好，水库水位平稳。".encode()),
    "总结.txt": ("other_document", "清渠县水利局2024年政务公开工作总结\n全年工作平稳，成效良好。".encode()),
}


def _refused(path: Path | str) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read(path)
    error = caught.value
    assert "\n" not in error.message
    assert any("\u4e00" <= character <= "\u9fff" for character in error.message)
    assert error.message_en
    return error


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_report_is_refused(tmp_path: Path, name: str) -> None:
    code, data = FILES[name]
    path = tmp_path / name
    path.write_bytes(data)
    assert _refused(path).code == code


def test_a_missing_file_a_folder_and_an_address_are_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path / "没有.html").code == "missing"
    assert _refused(tmp_path).code == "is_folder"
    assert _refused("https://www.example.cn/nb.html").code == "url"
    assert _refused("x" * 5000).code == "name_too_long"


def test_sixty_megabytes_of_html_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "大.html"
    with path.open("wb") as file:
        file.write(b"<html><body>")
        file.truncate(60_000_000)
    error = _refused(path)
    assert error.code == "too_large"
    assert "60" in error.message


def test_a_hundred_thousand_nested_tags_end_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "深.html"
    path.write_text("<html><body>" + "<div>" * 100_000 + "一、总体情况", encoding="utf-8")
    assert _refused(path).code in ("not_a_report", "too_complex")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("满.html", "<p>水库</p>" * 160_000),
        ("嵌.html", "<table><tr><td>规章</td><td>" * 20_000),
        ("跨.html", "<table>" + "<tr><td rowspan=9999 colspan=9999>规章</td><td>0</td></tr>" * 5_000),
        ("长.txt", "二〇二四年，" + "县局" * 200_000),
        ("大.txt", "0 |\n" * 1_300_000),
    ],
)
def test_files_made_to_cost_end_soon_in_a_line(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    start = time.monotonic()
    assert _refused(path).code in ("not_a_report", "too_complex", "too_large", "too_long")
    assert time.monotonic() - start < 10


def test_a_summary_with_the_six_parts_is_read_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "总结.txt"
    path.write_text(as_text(blank_cells(), title="清渠县水利局2024年政务公开工作总结"), encoding="utf-8")
    report = read(path)
    assert [note.code for note in report.notes] == ["other_document"]
    assert (report.agency, report.year, len(report.cells)) == ("清渠县水利局", 2024, 200)


def test_a_wrong_extension_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    path.write_text(as_html(blank_cells()), encoding="utf-8")
    assert read(path).format == "html"


def test_the_report_files_of_a_folder_are_sorted_and_audits_left_out(tmp_path: Path) -> None:
    for name in ("乙.html", "甲.docx", "丙.csv", "甲.audit.html", "~$甲.docx", ".隐藏.txt", "下/丁.PDF"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [path.name for path in report_files(tmp_path)] == ["丁.PDF", "乙.html", "甲.docx"]


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError) as caught:
        report_files(tmp_path)
    assert caught.value.code == "no_reports"


_HTML, _TEXT = as_html(blank_cells()).encode(), as_text(blank_cells()).encode()


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_read_or_refused_and_nothing_else(tmp_path: Path, data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([_HTML, _TEXT]))
    at = data.draw(st.integers(0, len(whole)))
    cut = data.draw(st.integers(0, 4000))
    path = tmp_path / "年报"
    path.write_bytes(whole[:at] + data.draw(st.binary(max_size=40)) + whole[at + cut :])
    with suppress(ReadingError):
        assert read(path).sha256
