"""Damage to a PDF: the numbers, operators and entries of its objects, its table of objects, its bytes."""

from __future__ import annotations

import re
import zlib
from functools import cache
from random import Random
from typing import NamedTuple

from tests.fuzz import byte_damage
from tests.fuzz.oddities import few

_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"^(.*?)stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_TRAILER = re.compile(rb"trailer\s*(<<.*?>>)\s*startxref", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\w.])-?\d+\.?\d*(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z][\w-]*")
_ODD_NUMBERS = (
    b"0", b"-1", b"1e10", b"NaN", b"nan", b"inf", b"-inf", b"99999999999", b"-99999999999", b"0.0000001",
    b"2147483647", b"-2147483648", b"4294967296", b"1000000", b".", b"-", b"--5", b"1.2.3", b"16777217", b"3.4e38",
    b"340282350000000000000000000000000000000000", b"1" * 60, b"null", b"(x)", b"[]", b"", b"+7", b"90", b"0.5",
)  # fmt: skip
_OPERATORS = (
    b"BT", b"ET", b"Tf", b"Tm", b"Td", b"Tj", b"TJ", b"T*", b"re", b"l", b"m", b"c", b"h", b"S", b"s", b"f", b"f*",
    b"B", b"n", b"W", b"q", b"Q", b"cm", b"Do", b"gs", b"Tz", b"Tc", b"Tw", b"TL", b"Tr", b"Ts", b"'", b'"', b"BI",
    b"ID", b"EI", b"sh", b"BMC", b"EMC",
)  # fmt: skip
_LINES = (
    b"q 1 0 0 1 0 0 cm", b"q " * 200, b"Q " * 50, b"0 0 0 0 0 0 cm", b"1e30 0 0 1e30 0 0 cm", b"0 1 -1 0 300 300 cm",
    b"0 0 595 842 re S", b"0 0 100000000 100000000 re f", b"10 10 m 10 NaN l S", b"BT /F1 0 Tf (1) Tj ET",
    b"BT /Nope 12 Tf 50 50 Td (12) Tj ET", b"-50 Tz", b"999999 Tc",
    b"BT /F2 9 Tf 1 0 0 -1 100 100 Tm <4E005E74> Tj ET", b"3 Tr", b"7 Tr", b"[(1) 99999 (2) -99999 (3)] TJ",
    b"/Fm1 Do", b"BI /W 1 /H 1 ID x EI",
    *(b" ".join(b"%d 100 1 1 re f" % (7 * x) for x in range(80)) for _ in range(1)),
    b"100 100 200 0.5 re f 100 100 0.5 200 re f",
)  # fmt: skip
_ENTRIES = (
    b"/Rotate 90", b"/Rotate 180", b"/Rotate 270", b"/Rotate 45", b"/Rotate -90", b"/UserUnit 1000",
    b"/MediaBox [0 0 0 0]", b"/MediaBox [0 0 1e9 1e9]", b"/MediaBox [595 842 0 0]", b"/MediaBox [-1000 -1000 -1 -1]",
    b"/MediaBox [0 0]", b"/MediaBox [a b c d]", b"/CropBox [100 100 200 200]", b"/CropBox [9000 9000 9001 9001]",
    b"/MediaBox [0 0 NaN NaN]", b"/Contents []", b"/Contents null", b"/Resources << >>", b"/Filter /FlateDecode",
    b"/Filter [/ASCIIHexDecode /FlateDecode]", b"/Filter /Nope", b"/Count 100000", b"/Count -1", b"/Kids []",
    b"/Kids [1 0 R 1 0 R]", b"/Parent 1 0 R", b"/Length 0", b"/Length 99999999", b"/DW 0", b"/DW -1000",
    b"/W [0 10000 0]", b"/Encoding /Identity-H", b"/Encoding /Identity-V", b"/ToUnicode 1 0 R",
    b"/Encrypt << /Filter /Standard >>", b"/Type /Catalog", b"/Type /ObjStm /N 5 /First 3",
)  # fmt: skip


class Parts(NamedTuple):
    """A file taken apart: its objects by number, and what its trailer says."""

    objects: tuple[tuple[int, bytes], ...]
    trailer: bytes


@cache
def parts_of(data: bytes) -> Parts:
    """The objects of a file, their streams unpacked where that is simple."""
    found: dict[int, bytes] = {}
    for match in _OBJECT.finditer(data):
        found[int(match[1])] = _unpacked(match[2].strip())
    trailer = _TRAILER.search(data)
    return Parts(tuple(found.items()), trailer[1] if trailer else b"<< /Root 1 0 R >>")


def _unpacked(body: bytes) -> bytes:
    stream = _STREAM.match(body)
    if stream is None:
        return body
    head, content = stream[1], stream[2]
    if b"/DecodeParms" in head or b"/ObjStm" in head:
        return body
    if b"ASCII85Decode" in head:
        import base64

        content = base64.a85decode(b"<~" + content.strip().removesuffix(b"~>") + b"~>", adobe=True)
    if b"FlateDecode" in head:
        content = zlib.decompressobj().decompress(content)
    head = re.sub(rb"/Filter\s*(\[[^\]]*\]|/\w+)", b"", head)
    return head + b"stream\n" + content + b"\nendstream"


def damaged(rng: Random, data: bytes, other: bytes) -> bytes:
    """A file with some of its objects or its bytes damaged."""
    if rng.random() < 0.15:
        return byte_damage.damaged(rng, data, other)
    parts = parts_of(data)
    objects = dict(parts.objects)
    trailer = parts.trailer
    for _ in range(few(rng)):
        chosen = _chosen(rng, objects)
        if chosen is None:
            break
        if rng.random() < 0.06:
            trailer = _renumbered(rng, trailer)
        elif rng.random() < 0.08:
            _objects_damaged(rng, objects, dict(parts_of(other).objects), chosen)
        elif b"stream" in objects[chosen] and rng.random() < 0.85:
            objects[chosen] = _stream_damaged(rng, objects[chosen])
        else:
            objects[chosen] = _entry_damaged(rng, objects[chosen])
    written = _written(rng, objects, trailer)
    return byte_damage.damaged(rng, written, other) if rng.random() < 0.06 else written


def _chosen(rng: Random, objects: dict[int, bytes]) -> int | None:
    """Some object, rather one that draws or that is a page or a font."""
    telling = [number for number, body in objects.items() if b"stream" in body or b"/Page" in body or b"/Font" in body]
    pool = telling if telling and rng.random() < 0.85 else list(objects)
    return rng.choice(pool) if pool else None


def _objects_damaged(rng: Random, objects: dict[int, bytes], others: dict[int, bytes], chosen: int) -> None:
    way = rng.randrange(4)
    if way == 0:
        del objects[chosen]
    elif way == 1:
        objects[chosen] = objects[rng.choice(list(objects))]
    elif way == 2:
        objects[chosen] = rng.choice(list(others.values()))
    else:
        objects[chosen] = rng.choice(
            (
                b"null",
                b"[ ]",
                b"<< >>",
                b"%d 0 R" % chosen,
                b"(text)",
                b"<< /Kids [%d 0 R] /Count 1 /Type /Pages >>" % chosen,
            )
        )


def _entry_damaged(rng: Random, body: bytes) -> bytes:
    way = rng.randrange(4)
    if way == 0:
        return _renumbered(rng, body)
    if way == 1:
        return body.replace(b"<<", b"<< " + rng.choice(_ENTRIES) + b" ", 1)
    names = list(_NAME.finditer(body))
    if not names:
        return body
    chosen = rng.choice(names)
    if way == 2:
        return body[: chosen.start()] + b"/X" + body[chosen.end() :]
    return body[: chosen.start()] + rng.choice(names).group() + body[chosen.end() :]


def _renumbered(rng: Random, body: bytes) -> bytes:
    numbers = list(_NUMBER.finditer(body))
    if not numbers:
        return body
    chosen = rng.choice(numbers)
    return body[: chosen.start()] + rng.choice(_ODD_NUMBERS) + body[chosen.end() :]


def _stream_damaged(rng: Random, body: bytes) -> bytes:
    head, _, rest = body.partition(b"stream\n")
    content, _, _ = rest.rpartition(b"\nendstream")
    lines = content.split(b"\n")
    for _ in range(few(rng, 30)):
        at = rng.randrange(len(lines))
        end = at + rng.choice((1, 1, 1, 3, 20))
        way = rng.randrange(9)
        if way == 0:
            del lines[at:end]
        elif way == 1:
            lines[at:end] = lines[at:end] * rng.choice((2, 3, 8))
        elif way == 2:
            lines[at:at] = [rng.choice(_LINES)]
        elif way in (3, 4, 5):
            lines[at] = _renumbered(rng, lines[at])
        elif way == 6:
            words = lines[at].split(b" ")
            words[rng.randrange(len(words))] = rng.choice((b"", rng.choice(_OPERATORS)))
            lines[at] = b" ".join(words)
        elif way == 7:
            lines[at] = byte_damage.damaged(rng, lines[at], content)
        else:
            shift = b"%d" % rng.choice((1, -1, 3, 50, 300))
            lines[at:at] = [b"1 0 0 1 " + shift + b" " + shift + b" cm"]
        if not lines:
            lines = [b""]
    return head + b"stream\n" + b"\n".join(lines) + b"\nendstream"


def _written(rng: Random, objects: dict[int, bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places: dict[int, int] = {}
    honest = rng.random()
    for number, body in objects.items():
        if b"stream\n" in body and honest < 0.9:
            head, _, rest = body.partition(b"stream\n")
            length = len(rest.rpartition(b"\nendstream")[0])
            head = re.sub(rb"/Length \d+", b"/Length %d" % length, head, count=1)
            body = head + b"stream\n" + rest
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    size = max(places, default=0) + 1
    if honest < 0.93:
        out += b"xref\n0 %d\n0000000000 65535 f \n" % size
        for number in range(1, size):
            at = places.get(number)
            wrong = rng.random() < 0.002
            out += b"%010d 00000 n \n" % (at + 7 * wrong) if at is not None else b"0000000000 65535 f \n"
    if honest < 0.96:
        out += (
            b"trailer\n"
            + trailer
            + b"\nstartxref\n%d\n%%%%EOF\n" % (start if honest < 0.91 else rng.randrange(start + 1))
        )
    return bytes(out)
