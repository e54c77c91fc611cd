"""The package of a Word file: its parts, found by their relations as Word finds them.

Only what the text needs is unpacked (the document itself, its styles and its numbering), so neither a broken
picture nor a macro is ever touched.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from functools import cached_property
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from lxml.etree import LxmlError, XMLParser, fromstring

from auditor.errors import ReadingError
from auditor.reading.limits import MEGABYTE, Limits

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Every way in which opening a damaged package makes zipfile or lxml give up.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    LxmlError,
    KeyError,
    IndexError,
    ValueError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)
# The names of the strict dialect (ISO/IEC 29500 strict) differ from the usual ones in this beginning only.
_STRICT_MARK = b"http://purl.oclc.org/ooxml/"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"
# XML in UTF-16, whose bytes can't be looked through.
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_USUAL_DOCUMENT = "word/document.xml"


class _Relation(NamedTuple):
    """A link from one part to another."""

    key: str
    kind: str
    target: str


class Package:
    """An opened Word file; its parts are parsed when they are first asked for."""

    def __init__(self, data: bytes, path: Path, limits: Limits) -> None:
        """Open the package.

        Raises:
            ReadingError: encrypted, an old .doc, broken, or beyond the limits.
        """
        if data.startswith(_OLE):
            raise ReadingError("encrypted" if _ENCRYPTED in data else "old_word", path=path)
        self._path = path
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _DAMAGE as fault:
            raise self._damaged() from fault
        members = self._zip.infolist()
        most = limits.docx_part_megabytes * MEGABYTE
        if (
            len(members) > limits.docx_members
            or sum(member.file_size for member in members) > limits.docx_unpacked_megabytes * MEGABYTE
            or any(member.file_size > most and member.filename.endswith((".xml", ".rels")) for member in members)
        ):
            raise ReadingError("docx_too_big", path=path)
        # Names of parts are compared without case; some programs write them with backslashes.
        self._members = {member.filename.replace("\\", "/").lstrip("/").lower(): member for member in members}
        self._most = most
        self._relations: dict[str, list[_Relation]] = {}
        self._parser = XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, collect_ids=False
        )
        self._document = self._related("", "/officedocument") or _USUAL_DOCUMENT

    def _damaged(self) -> ReadingError:
        return ReadingError("damaged", path=self._path, format="DOCX")

    @cached_property
    def body(self) -> Any:
        """The element that holds the document's paragraphs and tables."""
        root = self._parsed(self._document)
        body = None if root is None else next((child for child in root if str(child.tag).endswith("}body")), None)
        if body is None:
            raise self._damaged()
        return body

    @cached_property
    def styles(self) -> Any | None:
        """The root of the styles, None where the file has none."""
        return self._parsed(self._related(self._document, "/styles"))

    @cached_property
    def _styles_text(self) -> bytes:
        return (self._content(self._related(self._document, "/styles")) or b"").lower()

    def styles_may_hold(self, wanted: tuple[bytes, ...]) -> bool:
        """Whether it is worth parsing the styles: a look at their bytes in lower case, which costs a tenth."""
        text = self._styles_text
        return any(word in text for word in wanted) or text.startswith(_WIDE)

    @cached_property
    def numbering(self) -> Any | None:
        """The root of the lists' definitions, None where the file has none."""
        return self._parsed(self._related(self._document, "/numbering"))

    def _related(self, part: str, kind: str) -> str | None:
        """The name of the first part that ``part`` is related to in this way."""
        targets = (relation.target for relation in self._relations_of(part) if relation.kind.endswith(kind))
        target = next(targets, None)
        return None if target is None else _resolved(part.rpartition("/")[0], target)

    def chunk(self, key: str) -> bytes | None:
        """The content of the file that the document takes in under this relation (``w:altChunk``)."""
        folder = self._document.rpartition("/")[0]
        for relation in self._relations_of(self._document):
            if relation.key == key and relation.kind.endswith("/afchunk"):
                return self._content(_resolved(folder, relation.target))
        return None

    def _relations_of(self, part: str) -> list[_Relation]:
        if part not in self._relations:
            folder, _, name = part.rpartition("/")
            root = self._parsed(f"{folder}/_rels/{name}.rels".lstrip("/"))
            self._relations[part] = [
                _Relation(relation.get("Id", ""), relation.get("Type", "").lower(), relation.get("Target", ""))
                for relation in (() if root is None else root)
                if relation.get("TargetMode") != "External"
            ]
        return self._relations[part]

    def _content(self, name: str | None) -> bytes | None:
        member = self._members.get(name.lower()) if name is not None else None
        if member is None:
            return None
        if member.flag_bits & 1:
            raise ReadingError("encrypted", path=self._path)
        if member.file_size > self._most:
            raise ReadingError("docx_too_big", path=self._path)
        try:
            # Never more than the directory tells: read() without a number unpacks all that there is first.
            with self._zip.open(member) as part:
                content = part.read(member.file_size + 1)
        except _DAMAGE as fault:
            raise self._damaged() from fault
        return _STRICT.sub(_USUAL, content) if _STRICT_MARK in content else content

    def _parsed(self, name: str | None) -> Any | None:
        content = self._content(name)
        if content is None:
            return None
        try:
            root = fromstring(content, self._parser)
        except _DAMAGE as fault:
            raise self._damaged() from fault
        # Word writes no document type, and opens no file that has one: it is where entity bombs stand.
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._damaged()
        return root


def _resolved(folder: str, target: str) -> str:
    """A relation's target as a name in the package."""
    if target.startswith("/"):
        return target[1:]
    parts: list[str] = []
    for step in PurePosixPath(folder, target.replace("\\", "/")).parts:
        if step == "..":
            del parts[-1:]
        else:
            parts.append(step)
    return "/".join(parts)
