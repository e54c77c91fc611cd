"""What goes to the worker and what comes back: plain values that can be pickled."""

from __future__ import annotations

import pickle
import struct
from collections.abc import Mapping
from datetime import date
from typing import BinaryIO, Literal, NamedTuple

from auditor.errors import AuditorError
from auditor.paths import printable
from auditor.settings import Settings

_LENGTH = struct.Struct("!Q")


class Rendering(NamedTuple):
    """How a result is laid out; ``columns`` and ``colours`` are the terminal's, ``encoding`` the stream's."""

    format: str
    lang: Literal["zh", "en"]
    columns: int = 80
    colours: bool = False
    encoding: str | None = "utf-8"


class AuditJob(NamedTuple):
    """A report to audit; the fields are those of :func:`auditor.stages.audit`."""

    path: str
    previous: str | None
    published: date | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    settings: Settings
    rendering: Rendering


class FiguresJob(NamedTuple):
    """A report or a passage whose figures are listed; ``text`` is given where it came by standard input."""

    path: str
    text: str | None
    year: int | None
    agency: str | None
    settings: Settings
    rendering: Rendering


class LayoutJob(NamedTuple):
    """A report of which is shown how it was read; nothing is audited."""

    path: str
    settings: Settings
    rendering: Rendering


Job = AuditJob | FiguresJob | LayoutJob


class Product(NamedTuple):
    """A finished result: its text, and how many findings of each severity it has."""

    text: str
    severities: Mapping[str, int]


class Failure(NamedTuple):
    """A file that could not be worked on; the messages are in both languages."""

    path: str
    code: str
    message: str
    message_en: str


Outcome = Product | Failure


class Reply(NamedTuple):
    """What the worker says: the outcome, and whether it is spent and wants to be replaced."""

    outcome: Outcome
    spent: bool


def failure(path: str, fault: AuditorError) -> Failure:
    """The failure that a fault of the file ``path`` makes."""
    return Failure(printable(path), fault.code, fault.message, fault.message_en)


def write(stream: BinaryIO, message: Job | Reply) -> None:
    """Send a message: its length, then its pickle."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read(stream: BinaryIO) -> object | None:
    """The next message, None where the other side has ended, also in the middle of one."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return pickle.loads(data) if len(data) == length else None
