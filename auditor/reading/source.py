"""From a path to bytes and their format: by what the file holds, hardly by its name.

Whatever can't be a report is refused here with one line that says what to do instead.
"""

from __future__ import annotations

import hashlib
import re
from errno import EACCES, ELOOP, ENAMETOOLONG, EPERM
from io import BytesIO
from os import fstat
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO, NamedTuple, cast

from auditor.errors import ReadingError
from auditor.paths import printable
from auditor.reading.blocks import FileFormat
from auditor.reading.limits import DEFAULT, MEGABYTE, Limits
from auditor.reading.office.kinds import ODT_TYPES, OLE, RTF, compound_kind, is_word_xml

SUFFIXES = frozenset(
    {".html", ".htm", ".shtml", ".docx", ".pdf", ".txt", ".md", ".markdown", ".doc", ".wps", ".rtf", ".odt"}
)
"""What counts as a report file in a folder."""

_URL = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
_OPENING = {EACCES: "no_permission", EPERM: "no_permission", ELOOP: "link_loop", ENAMETOOLONG: "name_too_long"}
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
)
_MHT = re.compile(rb"^(?:From:|MIME-Version:|Subject:|Snapshot-Content-Location:)", re.IGNORECASE)
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|div|p|table|tr|td|meta|span|title|article|section|font|br|h[1-6]|script)[\s>/]",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(rb"(?m)^(?:#{1,6} |\|[ :]*-{2,}[-| :]*\|[ \t]*\r?$)")


class Source(NamedTuple):
    """A file as it was given."""

    path: str
    data: bytes
    sha256: str
    format: FileFormat


def load(path: str | Path, limits: Limits = DEFAULT) -> Source:
    """The bytes of a file with their format and hash; never more bytes than the limits allow are read.

    Raises:
        ReadingError: there is no such file, it can't be a report, or it is larger than a report may be.
    """
    if isinstance(path, str) and _URL.match(path):
        raise ReadingError("url", path=path)
    file = Path(path)
    try:
        _require_file(file)
        with file.open("rb") as opened:
            return _loaded(opened, file, limits)
    except FileNotFoundError as fault:
        raise ReadingError("missing", path=path) from fault
    except (OSError, ValueError) as fault:
        if getattr(fault, "errno", None) in _OPENING:
            raise ReadingError(_OPENING[cast(OSError, fault).errno or 0], path=path) from fault
        reason = getattr(fault, "strerror", None) or type(fault).__name__
        raise ReadingError("not_readable", path=path, reason=reason) from fault


def _require_file(file: Path) -> None:
    """Refuse what can't be opened or never ends: a pipe waits for a writer, ``/dev/zero`` goes on for ever."""
    mode = file.stat().st_mode
    if S_ISDIR(mode):
        raise ReadingError("is_folder", path=file)
    if not S_ISREG(mode):
        raise ReadingError("no_file", path=file)


def _loaded(opened: BinaryIO, file: Path, limits: Limits) -> Source:
    head = opened.read(8192)
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        # Spaces alone, however many; a file that only begins so is looked at further on.
        head += opened.read(most_bytes("text", limits))
        if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
            raise ReadingError("empty", path=file)
    packed = head.startswith(_ZIP)
    # What these two hold stands at their end.
    if packed:
        head = _whole(head, opened, file, "docx", limits)
    elif head.startswith(OLE):
        head += opened.read(most_bytes("docx", limits))
    kind = _zipped(head, file) if packed else sniff(head, file)
    data = _whole(head, opened, file, kind, limits)
    return Source(printable(file), data, hashlib.sha256(data).hexdigest(), kind)


def _whole(head: bytes, opened: BinaryIO, file: Path, kind: FileFormat, limits: Limits) -> bytes:
    """All bytes of a file of which ``head`` has been read.

    Raises:
        ReadingError: ``too_large``; the file is not read then.
    """
    limit = most_bytes(kind, limits)
    size = fstat(opened.fileno()).st_size
    data = head + opened.read(max(limit + 1 - len(head), 0)) if size <= limit else head
    # A file may grow while it is read.
    if size > limit or len(data) > limit:
        size = max(size, len(data))
        raise ReadingError("too_large", path=file, size=_megabytes(size), limit=_megabytes(limit))
    return data


def most_bytes(kind: FileFormat, limits: Limits) -> int:
    """The most bytes that a file of a format may have."""
    megabytes: dict[str, int] = {
        "html": limits.html_megabytes,
        "text": limits.text_megabytes,
        "markdown": limits.text_megabytes,
        **dict.fromkeys(("docx", "doc", "wps", "rtf", "odt"), limits.docx_megabytes),
        "pdf": limits.pdf_megabytes,
    }
    return megabytes[kind] * MEGABYTE


def _megabytes(size: int) -> str:
    """A size for a person (60, 5.1); one that is over a limit never looks like the limit."""
    whole, rest = divmod(size, MEGABYTE)
    return f"{whole}.{-(-rest // 100_000) % 10 or 9}" if rest else str(whole)


def sniff(head: bytes, path: Path) -> FileFormat:
    """The format that the first bytes tell; the name decides only between plain text and Markdown.

    Raises:
        ReadingError: it is a known format that can't be read, or none.
    """
    if head.startswith(OLE):
        return compound_kind(head, path)
    if head.startswith(RTF):
        return "rtf"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for mark, code in _MAGIC:
        if head.startswith(mark) and not (mark == b"BM" and head[6:10] != b"\x00" * 4):
            raise ReadingError(code, path=path)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        raise ReadingError("image", path=path)
    if _MHT.match(head) and b"multipart/related" in head.lower():
        raise ReadingError("mht", path=path)
    return _written(head, path)


def _written(head: bytes, path: Path) -> FileFormat:
    # UTF-16, with its mark or without.
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or head.count(0) * 8 > len(head)
    plain = head.replace(b"\x00", b"") if wide else head
    suffix = path.suffix.lower()
    if is_word_xml(head):
        return "doc"
    # Each search goes through all of the head: not without the sign that every match holds.
    marked = suffix in (".md", ".markdown") or ((b"# " in plain or b"--" in plain) and _MARKDOWN.search(plain))
    if b"<" in plain and _MARKUP.search(plain) and not (marked and _begins_as_markdown(plain)):
        return "html"
    if marked:
        return "markdown"
    if suffix in (".docx", ".pdf", ".doc", ".wps", ".rtf", ".odt"):
        raise ReadingError("damaged", path=path, format=suffix[1:].upper())
    return "text"


def _begins_as_markdown(plain: bytes) -> bool:
    """Whether Markdown's own marks or text stand before the first tag: Markdown may hold tags, too."""
    return plain.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"<"


def _zipped(data: bytes, path: Path) -> FileFormat:
    """What kind of package a zip is, by the names inside."""
    import zipfile

    suffix = path.suffix.lower()
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = package.namelist()
            if "mimetype" in names and package.open("mimetype").read(100).strip() in ODT_TYPES:
                return "odt"
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError) as fault:
        if suffix == ".ofd":
            raise ReadingError("ofd", path=path) from fault
        if suffix == ".docx" or b"word/" in data or b"[Content_Types].xml" in data:
            raise ReadingError("damaged", path=path, format="DOCX") from fault
        raise ReadingError("archive", path=path) from fault
    # Some programs write the names with backslashes.
    lowered = [name.replace("\\", "/").lower() for name in names]
    if any(name.startswith("word/") for name in lowered):
        return "docx"
    if "ofd.xml" in lowered or suffix == ".ofd":
        raise ReadingError("ofd", path=path)
    if any(name.startswith(("xl/", "ppt/")) for name in lowered):
        raise ReadingError("spreadsheet", path=path)
    if suffix == ".docx":
        raise ReadingError("damaged", path=path, format="DOCX")
    raise ReadingError("archive", path=path)


def report_files(folder: str | Path) -> list[Path]:
    """The report files in a folder and the folders below it, sorted by path.

    Raises:
        ReadingError: there is no such folder, or no report file in it.
    """
    root = Path(folder)
    if not root.is_dir():
        raise ReadingError("missing", path=folder)
    found = sorted(
        path
        for path in root.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not path.name.startswith((".", "~$"))
        and ".audit." not in path.name
    )
    if not found:
        raise ReadingError("no_reports", path=folder)
    return found
