"""What is not a report: one clear line in Chinese each, exit status 2, and the other files are audited all the same."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from reportlab.pdfgen import canvas

from auditor.cli import main
from tests.hostile.case import PARTS

ROOT = Path(__file__).resolve().parents[2]
SOUND = ROOT / "examples" / "clean" / "2024.html"

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0f01f0005000"
    "1ff89993d1d0000000049454e44ae426082"
)


def page(title: str, body: str) -> bytes:
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    return f"<!doctype html><html>{head}<body>{body}</body></html>".encode()


def missing(folder: Path) -> Path:
    return folder / "没有这份.html"


def folder_without_reports(folder: Path) -> Path:
    where = folder / "空文件夹"
    where.mkdir()
    (where / "封面.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    return where


def empty(folder: Path) -> Path:
    return written(folder / "空.html", b"")


def image(folder: Path) -> Path:
    return written(folder / "表三.png", PNG)


def image_called_html(folder: Path) -> Path:
    return written(folder / "年报.html", PNG)


def scan(folder: Path) -> Path:
    buffer = io.BytesIO()
    drawn = canvas.Canvas(buffer)
    drawn.rect(60, 60, 400, 700, fill=1)
    drawn.showPage()
    drawn.save()
    return written(folder / "扫描件.pdf", buffer.getvalue())


def truncated_docx(folder: Path) -> Path:
    document = Document()
    for title, text in PARTS:
        document.add_paragraph(title)
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return written(folder / "截断.docx", buffer.getvalue()[: len(buffer.getvalue()) // 2])


def other_page(folder: Path) -> Path:
    article = "<h1>云溪县图书馆春节开放时间</h1><p>正月初三起恢复借阅，读者可凭身份证入馆。</p>" * 3
    return written(folder / "通知.html", page("云溪县图书馆", article))


def binary_called_text(folder: Path) -> Path:
    return written(folder / "年报.txt", bytes(range(256)) * 40)


def sixty_megabytes(folder: Path) -> Path:
    line = "<p>云溪县发布天气信息。</p>\n".encode()
    return written(
        folder / "很大.html", page("天气", "").replace(b"</body>", line * (60_000_000 // len(line)) + b"</body>")
    )


def ofd(folder: Path) -> Path:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("OFD.xml", "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016'/>")
        archive.writestr("Doc_0/Document.xml", "<ofd:Document/>")
    return written(folder / "年报.ofd", buffer.getvalue())


def mht(folder: Path) -> Path:
    head = b'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
    return written(folder / "年报.mht", head + b"Content-Type: text/html\r\n\r\n<html></html>\r\n--x--\r\n")


def summary_without_parts(folder: Path) -> Path:
    text = "<h1>云溪县水务局2024年政务公开工作总结</h1><p>2024年，我局扎实推进政务公开，全年公开信息86条。</p>"
    return written(folder / "总结.html", page("总结", text))


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


WRONG: list[tuple[Callable[[Path], Path], str]] = [
    (missing, "找不到"),
    (folder_without_reports, "没有年报"),
    (empty, "空文件"),
    (image, "图片"),
    (image_called_html, "图片"),
    (scan, "扫描"),
    (truncated_docx, "损坏"),
    (other_page, "六个部分"),
    (binary_called_text, "文本"),
    (sixty_megabytes, "MB"),
    (ofd, "OFD"),
    (mht, "MHT"),
    (summary_without_parts, "六个部分"),
]


def only_line(shown: str) -> str:
    lines = [line for line in shown.splitlines() if line.strip()]
    assert len(lines) == 1, shown
    return lines[0]


def assert_clear(line: str, path: str, words: str) -> None:
    """It names the file and the fault, says what to do, and holds no trace of the program."""
    assert words in line
    assert Path(path).name in line
    assert any(advice in line for advice in ("请", "须是")), line
    assert "Traceback" not in line
    assert "Error" not in line


@pytest.mark.parametrize(("make", "words"), WRONG, ids=lambda value: getattr(value, "__name__", None))
def test_one_line_and_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], Path], words: str
) -> None:
    path = make(tmp_path)
    assert main(["audit", str(path)]) == 2
    seen = capsys.readouterr()
    assert seen.out == ""
    assert_clear(only_line(seen.err), str(path), words)


def test_a_url(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "https://www.example.gov.cn/nb/2024.html"]) == 2
    seen = capsys.readouterr()
    assert seen.out == ""
    assert_clear(only_line(seen.err), "https://www.example.gov.cn/nb/2024.html", "网址")


@pytest.mark.parametrize(("make", "words"), WRONG, ids=lambda value: getattr(value, "__name__", None))
def test_the_other_file_is_audited_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], Path], words: str
) -> None:
    path = make(tmp_path)
    assert main(["audit", str(path), str(SOUND), "--format", "json"]) == 2
    refused, audited = json.loads(capsys.readouterr().out)
    assert refused["version"] == 1
    assert set(refused) == {"version", "path", "error"}
    assert words in refused["error"]["message"]
    assert audited["agency"] == "禾汀县交通运输局"
    assert len(audited["cells"]) == 200


def test_in_a_process_of_its_own_with_a_gbk_console(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "auditor", "audit", str(scan(tmp_path)), str(missing(tmp_path))],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    shown = run.stderr.decode("gbk")
    assert run.returncode == 2, shown
    assert len(shown.strip().splitlines()) == 2, shown
    assert "扫描" in shown
    assert "找不到" in shown


class TestSummaryOfAnotherTitle:
    """A 政务公开工作总结: with the six parts it is audited and the title is warned of."""

    def with_parts(self, folder: Path) -> Path:
        body = "".join(f"<h2>{title}</h2><p>{text}</p>" for title, text in PARTS)
        return written(folder / "总结.html", page("总结", f"<h1>云溪县水务局2024年政务公开工作总结</h1>{body}"))

    def test_with_six_parts_it_is_audited(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = self.with_parts(tmp_path)
        assert main(["audit", str(path), "--format", "json", "--fail-on", "never"]) == 0
        (audited,) = json.loads(capsys.readouterr().out)
        assert [section["number"] for section in audited["sections"] if section["number"]] == list("一二三四五六")
        title = [finding for finding in audited["findings"] if finding["rule"] == "S103"]
        assert [finding["severity"] for finding in title] == ["warning"]
        assert [figure["text"] for figure in audited["figures"] if figure["address"]][:1] == ["2件"]

    def test_in_a_word_file_too(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        document = Document()
        document.add_paragraph("云溪县水务局2024年政务公开工作总结")
        for title, text in PARTS:
            document.add_paragraph(title)
            document.add_paragraph(text)
        path = tmp_path / "总结.docx"
        document.save(str(path))
        assert main(["audit", str(path), "--format", "json", "--fail-on", "never"]) == 0
        (audited,) = json.loads(capsys.readouterr().out)
        assert [f["severity"] for f in audited["findings"] if f["rule"] == "S103"] == ["warning"]
