"""Older office formats: read through LibreOffice where it is there, else refused with what to do."""

from __future__ import annotations

import hashlib
import os
import stat
import time
import zipfile
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from auditor.errors import ReadingError
from auditor.reading import read
from auditor.reading.limits import DEFAULT, Limits
from auditor.reading.office.finding import VARIABLE, soffice
from auditor.reading.office.kinds import compound_kind, is_word_xml
from auditor.reading.source import load, report_files
from tests.factory.checking import check
from tests.factory.docx.converted import converted
from tests.factory.docx.word import WordPen
from tests.factory.facts import facts
from tests.factory.layouts import Rendered

needs_libreoffice = pytest.mark.skipif(soffice() is None, reason="LibreOffice (soffice) is not installed")
needs_shell = pytest.mark.skipif(os.name != "posix", reason="the stand-in for LibreOffice is a shell script")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _compound(*streams: str, head: bytes = b"") -> bytes:
    """The beginning of a compound file: a header, one sector for ``head``, a directory that names ``streams``."""
    directory = b"".join(
        f"{name}\0".encode("utf-16-le").ljust(64, b"\0") + (2 * len(name) + 2).to_bytes(2, "little") + b"\0" * 62
        for name in ("Root Entry", *streams)
    )
    return _OLE.ljust(512, b"\0") + head.ljust(512, b"\0") + directory


_FIB = b"\xec\xa5\xc1\x00" + b"\0" * 6
_PLAIN_WORD = _compound("WordDocument", head=_FIB + b"\x00\x00")


def _code(path: Path, limits: Limits = DEFAULT) -> str:
    with pytest.raises(ReadingError) as fault:
        read(path, limits)
    assert str(path) in fault.value.message
    assert str(path) in fault.value.message_en
    return fault.value.code


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


# What a file is, by what it holds.


def test_word_and_wps_write_the_same_format_and_differ_by_name() -> None:
    assert compound_kind(_PLAIN_WORD, Path("年报.doc")) == "doc"
    assert compound_kind(_PLAIN_WORD, Path("年报.wps")) == "wps"
    assert compound_kind(_PLAIN_WORD, Path("年报")) == "doc"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_compound("EncryptedPackage", "EncryptionInfo"), "encrypted"),
        (_compound("WordDocument", head=_FIB + b"\x00\x01"), "encrypted"),
        (_compound("Workbook"), "spreadsheet"),
        (_compound("PowerPoint Document"), "spreadsheet"),
        (_compound("MatOST"), "old_word"),
        (_compound(head=_FIB + b"\x00\x00"), "damaged"),
    ],
)
def test_other_compound_files_are_refused_by_their_reason(tmp_path: Path, data: bytes, code: str) -> None:
    assert _code(_file(tmp_path, "年报.doc", data)) == code


def test_a_sheet_embedded_in_a_report_does_not_make_it_a_sheet() -> None:
    assert compound_kind(_compound("Workbook", "WordDocument", head=_FIB + b"\x00\x00"), Path("年报.doc")) == "doc"


def test_the_name_of_a_stream_in_the_text_is_no_stream() -> None:
    data = _compound("Workbook") + b"\0" * 6 + "WordDocument\0".encode("utf-16-le")
    with pytest.raises(ReadingError, match=r"年报\.doc"):
        compound_kind(data, Path("年报.doc"))


@pytest.mark.parametrize(("name", "kind"), [("年报.rtf", "rtf"), ("年报.doc", "rtf"), ("年报.txt", "rtf")])
def test_rtf_is_known_by_its_first_letters(tmp_path: Path, name: str, kind: str) -> None:
    assert load(_file(tmp_path, name, rb"{\rtf1\ansi \u24180?}")).format == kind


def test_an_opendocument_text_is_known_by_its_type_and_a_sheet_is_refused(tmp_path: Path) -> None:
    def package(kind: str) -> bytes:
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
            archive.writestr("content.xml", "<a/>")
        return out.getvalue()

    assert load(_file(tmp_path, "年报.odt", package("text"))).format == "odt"
    assert _code(_file(tmp_path, "数据.ods", package("spreadsheet"))) == "archive"


def test_word_xml_in_one_file_is_a_word_document() -> None:
    old = b'<?xml version="1.0"?>\r\n<?mso-application progid="Word.Document"?><w:wordDocument/>'
    assert is_word_xml(old)
    assert is_word_xml(b"\xef\xbb\xbf" + old)
    assert not is_word_xml(b"<html>" + old)


def test_a_folder_means_these_files_too(tmp_path: Path) -> None:
    for name in ("甲.doc", "乙.wps", "丙.rtf", "丁.odt", "戊.xls", "~$甲.doc"):
        (tmp_path / name).touch()
    assert {path.name for path in report_files(tmp_path)} == {"甲.doc", "乙.wps", "丙.rtf", "丁.odt"}


# LibreOffice that is not there, fails or never ends.


def test_without_libreoffice_one_line_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "none"))
    path = _file(tmp_path, "年报.wps", _PLAIN_WORD)
    with pytest.raises(ReadingError) as fault:
        read(path)
    assert fault.value.code == "office_missing"
    assert "WPS 文件" in fault.value.message
    assert "LibreOffice" in fault.value.message
    assert "\n" not in fault.value.message


def _stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv(VARIABLE, str(program))


@needs_shell
def test_a_conversion_that_yields_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, monkeypatch, "exit 0")
    assert _code(_file(tmp_path, "年报.doc", _PLAIN_WORD)) == "office_failed"


@needs_shell
def test_a_conversion_to_something_broken_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = 'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; echo broken > "$2/report.docx"'
    _stand_in(tmp_path, monkeypatch, out)
    assert _code(_file(tmp_path, "年报.doc", _PLAIN_WORD)) == "office_failed"


@needs_shell
def test_a_conversion_that_never_ends_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "child"
    _stand_in(tmp_path, monkeypatch, f"(sleep 30; touch {mark}) & echo $! > {mark}.pid; sleep 30")
    path = _file(tmp_path, "年报.doc", _PLAIN_WORD)
    start = time.monotonic()
    assert _code(path, Limits(seconds=3)) == "office_slow"
    assert time.monotonic() - start < 10
    child = int(mark.with_suffix(".pid").read_text())
    assert not _runs(child)


def _runs(pid: int) -> bool:
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        # Ended, but nobody has asked for its status yet.
        status = Path(f"/proc/{pid}/stat")
        if status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z":
            return False
        time.sleep(0.1)
    return True


# LibreOffice itself.


def _drawn(suffix: str, target: str) -> Rendered:
    rng = Random("office")
    drawn = WordPen(facts(rng), rng).rendered()
    return drawn._replace(data=converted(drawn.data, ".docx", target), suffix=suffix)


@needs_libreoffice
@pytest.mark.parametrize(
    ("suffix", "target", "kind"),
    [
        (".doc", "doc:MS Word 97", "doc"),
        (".wps", "doc:MS Word 97", "wps"),
        (".rtf", "rtf", "rtf"),
        (".odt", "odt", "odt"),
    ],
)
def test_an_older_format_is_read_cell_by_cell(tmp_path: Path, suffix: str, target: str, kind: str) -> None:
    drawn = _drawn(suffix, target)
    report = read(_file(tmp_path, f"年报{suffix}", drawn.data))
    outcome = check(report, drawn)
    assert (outcome.right, outcome.wrong, outcome.silent, outcome.parts) == (len(drawn.cells), (), (), ())
    assert report.format == kind
    assert report.sha256 == hashlib.sha256(drawn.data).hexdigest()


@needs_libreoffice
def test_a_file_that_libreoffice_cannot_open_is_told(tmp_path: Path) -> None:
    assert _code(_file(tmp_path, "年报.doc", _PLAIN_WORD)) in ("office_failed", "not_a_report")


@needs_libreoffice
def test_linked_files_are_not_fetched(tmp_path: Path) -> None:
    from http.server import BaseHTTPRequestHandler, HTTPServer
    from threading import Thread

    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Listener)
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    picture = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{address}/a.png" \\d}}{{\fldrslt x}}}}'
    text = rf'{{\field{{\*\fldinst INCLUDETEXT "{address}/b.rtf"}}{{\fldrslt x}}}}{{\*\template {address}/c.dotm}}'
    path = _file(tmp_path, "年报.rtf", f"{{\\rtf1\\ansi a{picture}{text}}}".encode())
    try:
        assert _code(path) == "not_a_report"
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []
