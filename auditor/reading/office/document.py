"""DOC, WPS, RTF and ODT: converted to DOCX by LibreOffice, then read as such.

Steps: ``kinds`` (which format it is; called before, where files are sniffed) -> ``finding`` (where LibreOffice
is) -> ``converting`` -> the DOCX reader.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from auditor.errors import ReadingError
from auditor.reading.blocks import Document
from auditor.reading.docx import document as docx
from auditor.reading.limits import DEFAULT, MEGABYTE, Limits
from auditor.reading.office.converting import to_docx
from auditor.reading.office.kinds import OLE, RTF


def blocks(data: bytes, path: Path, limits: Limits = DEFAULT) -> Document:
    """The paragraphs, tables and pictures of a file in reading order.

    Raises:
        ReadingError: LibreOffice is not there, could not convert the file or took too long; or what it made
            is beyond the limits.
    """
    suffix = _suffix(data)
    if suffix == "odt":
        _check_package(data, path, limits)
    converted = to_docx(data, suffix, path, limits)
    try:
        return docx.blocks(converted, path, limits)
    except ReadingError as fault:
        if fault.code == "damaged":
            raise ReadingError("office_failed", path=path) from fault
        raise


def _suffix(data: bytes) -> str:
    """The suffix that tells LibreOffice the format."""
    if data.startswith(OLE):
        return "doc"
    if data.startswith(RTF):
        return "rtf"
    return "odt" if data.startswith(b"PK") else "xml"


def _check_package(data: bytes, path: Path, limits: Limits) -> None:
    """Refuse an ODT that unpacks to more than a report can hold, before another program unpacks it."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError) as fault:
        raise ReadingError("damaged", path=path, format="ODT") from fault
    unpacked = sum(member.file_size for member in members)
    largest = max((member.file_size for member in members if member.filename.endswith(".xml")), default=0)
    if (
        len(members) > limits.docx_members
        or unpacked > limits.docx_unpacked_megabytes * MEGABYTE
        or largest > limits.docx_part_megabytes * MEGABYTE
    ):
        raise ReadingError("docx_too_big", path=path)
