"""Packages of Word files, written part by part with fixed times: the same body gives the same bytes."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from struct import pack

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES: Mapping[str, str] = {
    "w": _WORD,
    "r": _OFFICE,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
}
"""Prefixes that every document of the factory may use."""
WPS_NAMES: Mapping[str, str] = {**NAMES, "wpsCustomData": "http://www.wps.cn/officeDocument/2013/wpsCustomData"}

_MEDIA = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "comments": "comments",
    "header1": "header",
    "footer1": "footer",
}
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_FIXED = (2025, 1, 20, 9, 30, 0)


def declared(names: Mapping[str, str] = NAMES) -> str:
    """The declarations of the prefixes."""
    return " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in names.items())


def element(tag: str, content: str, names: Mapping[str, str] = NAMES) -> str:
    """A part's root element with the prefixes declared."""
    ignorable = ' mc:Ignorable="w14"' if "w14" in names else ""
    return f"<{tag} {declared(names)}{ignorable}>{content}</{tag}>"


def packed(parts: Mapping[str, str | bytes], *, folder: str = "word", main: str = "document") -> bytes:
    """The package of these parts: names without ``.xml`` are parts of Word, others are kept (``media/a.png``)."""
    names = {name: f"{name if name != 'document' else main}.xml" for name in parts if name in _MEDIA}
    types = "".join(
        f'<Override PartName="/{folder}/{file}" ContentType='
        f'"application/vnd.openxmlformats-officedocument.wordprocessingml.{_MEDIA[name]}+xml"/>'
        for name, file in names.items()
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    )
    relations = [
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{_kind(name)}" Target="{names.get(name, name)}"/>'
        for at, name in enumerate((name for name in parts if name != "document"), 1)
    ]
    linked = f'<Relationships xmlns="{_RELATIONS}">{"".join(relations)}</Relationships>'
    start = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="{folder}/{names["document"]}"/>'
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f"{defaults}{types}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{start}</Relationships>',
        f"{folder}/_rels/{names['document']}.rels": linked,
        **{f"{folder}/{names.get(name, name)}": content for name, content in parts.items()},
    }
    return zipped(files)


def _kind(name: str) -> str:
    if name.startswith("afchunk"):
        return "aFChunk"
    return "image" if name.startswith("media/") else name.rstrip("1")


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of these files in this order, all with one fixed time."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            data = content if isinstance(content, bytes) else (_HEAD + content).encode()
            package.writestr(zipfile.ZipInfo(name, _FIXED), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def image() -> bytes:
    """A small grey PNG."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return pack(">I", len(content)) + kind + content + pack(">I", zlib.crc32(kind + content))

    head = pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xc0" * 8) * 8)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
