"""Web pages inside a Word file (``w:altChunk``): what pages with a “save as Word” button make."""

from __future__ import annotations

from pathlib import Path

from auditor.reading.blocks import Block
from auditor.reading.limits import Limits

_MIME = b"MIME-Version:"


def chunk_blocks(content: bytes, path: Path, limits: Limits) -> tuple[Block, ...]:
    """The blocks of a page that a document takes in, none of a chunk in another format."""
    page = _page_of(content) if _MIME.lower() in content[:500].lower() else content
    if b"<" not in page[:1000] or page.startswith((b"PK", b"{")):
        return ()
    from auditor.reading.html import document as html

    return html.blocks(page, path, limits).blocks


def _page_of(message: bytes) -> bytes:
    """The page in an MHT archive."""
    from email import message_from_bytes

    for part in message_from_bytes(message).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            return page if isinstance(page, bytes) else b""
    return b""
