"""How a file was read, for whoever wonders where a cell or a section comes from (``--debug-layout``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from auditor.output.layout.view import counted, identity, layout_words, note_lines, row_name, ways
from auditor.output.width import pad, shorten, visible, width
from auditor.output.words import Lang
from auditor.reading.layout import Layout, Piece, Taken

_PLACE = 16
_ROLE = 14


def layout_text(layout: Layout, lang: Lang = "zh", columns: int = 100) -> str:
    """The layout for a terminal: one block a line, a table with one row a line below it."""
    words = layout_words(lang)
    lines = [f"{words['file']}  {visible(layout.report.path)}  {layout.report.format}"]
    lines += [f"{words['report']}  {visible(identity(layout, lang))}", counted(layout, lang), ways(layout, lang)]
    if layout.notes:
        lines += [f"{words['notes']}：" if lang == "zh" else f"{words['notes']}:"]
        lines += [f"  {visible(line)}" for line in note_lines(layout)]
    lines.append("")
    for block in layout.blocks:
        lines += _block_lines(block, words, columns)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _block_lines(block: Taken, words: dict[str, str], columns: int) -> Iterator[str]:
    front = f"{pad(visible(block.where), _PLACE)}  {pad(words[block.role], _ROLE)}  "
    if not block.rows:
        behind = f"  → {row_name(block.addresses)}" if block.addresses else ""
        room = max(columns - width(front) - width(behind), 8)
        yield front + shorten(visible(block.text.replace("\n", " ")), room) + behind
        return
    yield front + words["table"]
    for number, row in enumerate(block.rows, 1):
        yield _row_line(number, row, columns)


def _row_line(number: int, row: Sequence[Piece], columns: int) -> str:
    names = tuple(piece.address for piece in row if piece.address)
    behind = f"  → {row_name(names)}" if names else ""
    unread = "  → ?" if any(piece.role == "unread" for piece in row) else ""
    texts = " | ".join(visible(piece.text.replace("\n", "")) for piece in row)
    front = f"    {number:>2}  "
    return front + shorten(texts, max(columns - width(front) - width(behind + unread), 8)) + behind + unread


def layout_to_dict(layout: Layout) -> dict[str, Any]:
    """The layout as plain data, the same for the same file."""
    return {
        "version": 1,
        "path": layout.report.path,
        "sha256": layout.report.sha256,
        "format": layout.report.format,
        "title": layout.report.title,
        "agency": layout.report.agency,
        "year": layout.report.year,
        "notes": [{"code": note.code, **note.details, "addresses": list(note.addresses)} for note in layout.notes],
        "blocks": [_block_data(block) for block in layout.blocks],
    }


def _block_data(block: Taken) -> dict[str, Any]:
    data: dict[str, Any] = {"where": block.where, "role": block.role, "part": block.part, "text": block.text}
    if block.addresses:
        data["addresses"] = list(block.addresses)
    if block.rows:
        data["rows"] = [[piece._asdict() for piece in row] for row in block.rows]
    return data
