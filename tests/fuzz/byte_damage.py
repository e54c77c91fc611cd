"""Damage to a file's bytes, whatever they mean."""

from __future__ import annotations

from random import Random

from tests.fuzz.oddities import BYTES, few


def damaged(rng: Random, data: bytes, other: bytes) -> bytes:
    """``data`` with some bytes flipped, lost, doubled, moved, or taken from ``other``."""
    for _ in range(few(rng)):
        data = rng.choice(_WAYS)(rng, data, other)
    return data


def _place(rng: Random, data: bytes) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    longest = rng.choice((1, 2, 8, 64, 1024, len(data)))
    return start, min(len(data), start + rng.randint(1, max(1, longest)))


def _flip(rng: Random, data: bytes, other: bytes) -> bytes:
    if not data:
        return data
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 4, 32))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _write(rng: Random, data: bytes, other: bytes) -> bytes:
    at, _ = _place(rng, data)
    piece = rng.choice(BYTES)
    return data[:at] + piece + data[at + len(piece) * rng.randrange(2) :]


def _delete(rng: Random, data: bytes, other: bytes) -> bytes:
    start, end = _place(rng, data)
    return data[:start] + data[end:]


def _double(rng: Random, data: bytes, other: bytes) -> bytes:
    start, end = _place(rng, data)
    times = rng.choice((2, 2, 3, 20)) if end - start < 2000 else 2
    return data[:start] + data[start:end] * times + data[end:]


def _move(rng: Random, data: bytes, other: bytes) -> bytes:
    start, end = _place(rng, data)
    piece, rest = data[start:end], data[:start] + data[end:]
    at, _ = _place(rng, rest)
    return rest[:at] + piece + rest[at:]


def _truncate(rng: Random, data: bytes, other: bytes) -> bytes:
    at = rng.choice((rng.randrange(len(data) + 1), max(0, len(data) - rng.randrange(64)), rng.randrange(64)))
    return data[:at]


def _splice(rng: Random, data: bytes, other: bytes) -> bytes:
    start, end = _place(rng, other)
    at, until = _place(rng, data)
    return data[:at] + other[start:end] + data[rng.choice((at, until)) :]


_WAYS = (_flip, _flip, _write, _write, _delete, _double, _move, _truncate, _splice)
