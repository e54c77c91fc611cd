"""Which of the older formats a file is, by what it holds.

Word 97 to 2003 and WPS Writer write the same compound file (OLE); its directory names the streams in it.
"""

from __future__ import annotations

from pathlib import Path

from auditor.errors import ReadingError
from auditor.reading.blocks import FileFormat

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = b"{\\rtf"
ODT_TYPES = (
    b"application/vnd.oasis.opendocument.text",
    b"application/vnd.oasis.opendocument.text-template",
)

_ENTRY = 128
"""Bytes of a directory entry: its name in UTF-16, then the length of the name, and more."""
_WORD = "WordDocument"
_SHEETS = frozenset(("Workbook", "Book", "PowerPoint Document"))
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# The head of a Word stream: its magic number, and the bit that says that the text is encrypted;
# the versions are those of Word 97 to 2007.
_FIB, _FIB_FLAGS, _FIB_ENCRYPTED = b"\xec\xa5", 11, 0x01
_FIB_VERSIONS = (b"\xc1\x00", b"\xc0\x00", b"\xc2\x00", b"\xd9\x00", b"\x01\x01", b"\x0c\x01", b"\x12\x01")
_SECTOR = 512
# Word 2003's XML and the one-file form of OOXML name the program that wrote them.
_WORD_XML = (b'progid="Word.Document"', b"/word/2003/wordml")


def compound_kind(data: bytes, path: Path) -> FileFormat:
    """The kind of a compound file, ``doc`` or ``wps``, which differ by name only.

    Raises:
        ReadingError: ``encrypted``, ``spreadsheet`` (or slides), or ``old_word`` for a format that nothing reads.
    """
    if _ENCRYPTED in data:
        raise ReadingError("encrypted", path=path)
    if _has(data, _WORD):
        if _is_encrypted(data):
            raise ReadingError("encrypted", path=path)
        return "wps" if path.suffix.lower() in (".wps", ".wpt") else "doc"
    if any(_has(data, name) for name in _SHEETS):
        raise ReadingError("spreadsheet", path=path)
    if _word_heads(data):
        # The text is there but the directory is not: it stands near the end, which is missing.
        raise ReadingError("damaged", path=path, format="DOC")
    raise ReadingError("old_word", path=path)


def _has(data: bytes, name: str) -> bool:
    """Whether the directory has a stream of this name; entries stand at multiples of their size."""
    wanted = f"{name}\0".encode("utf-16-le")
    at = data.find(wanted)
    while at >= 0:
        if at % _ENTRY == 0 and data[at + 64 : at + 66] == len(wanted).to_bytes(2, "little"):
            return True
        at = data.find(wanted, at + 1)
    return False


def _is_encrypted(data: bytes) -> bool:
    """Whether the text of the Word stream is encrypted."""
    return any(data[at + _FIB_FLAGS] & _FIB_ENCRYPTED for at in _word_heads(data)[:1])


def _word_heads(data: bytes) -> list[int]:
    """Where heads of Word streams stand; a stream begins at a multiple of 512 bytes."""
    found: list[int] = []
    at = data.find(_FIB, _SECTOR)
    while at >= 0 and at + _FIB_FLAGS < len(data):
        if at % _SECTOR == 0 and data[at + 2 : at + 4] in _FIB_VERSIONS:
            found.append(at)
        at = data.find(_FIB, at + 1)
    return found


def is_word_xml(head: bytes) -> bool:
    """Whether a text begins as a document of Word in XML in one file (Word 2003, or “Flat OPC”)."""
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml") and any(mark in head for mark in _WORD_XML)
