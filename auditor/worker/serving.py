"""The worker's side: job after job until the other side ends, within bounds of memory and time."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import BinaryIO, cast

from auditor.reading.limits import MEGABYTE, Limits
from auditor.worker.messages import Failure, Job, Reply, read, write
from auditor.worker.work import out_of_memory, outcome_of

try:
    import resource
except ImportError:  # Windows has no such bounds: there the client's clock alone ends a runaway file
    resource = None  # type: ignore[assignment]

_STATM = Path("/proc/self/statm")
_LONGEST = 1_000_000
_GRACE = 10
"""Seconds that the client has for killing the worker before the worker's own alarm does."""


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Do the jobs that come until no more come."""
    _die_quietly()
    start = _address_space()
    while (job := cast("Job | None", read(requests))) is not None:
        limits = job.settings.limits
        _bound(start, limits)
        outcome = outcome_of(job)
        # What a large file leaves behind would make less room for the next one: every file finds the same.
        grown = _address_space() - start > limits.memory_megabytes * MEGABYTE // 4
        spent = grown or (isinstance(outcome, Failure) and outcome.code == "too_much_memory")
        try:
            write(replies, Reply(outcome, spent))
        except MemoryError:
            write(replies, Reply(out_of_memory(job), spent=True))
        if hasattr(signal, "alarm"):
            signal.alarm(0)


def _die_quietly() -> None:
    """Ctrl-C ends the worker without a word, and a crash leaves no core file: the client tells what happened."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _bound(start: int, limits: Limits) -> None:
    """Let this job take so much memory, and end it should the client be gone when its time is over."""
    if resource is not None and start:
        most = start + limits.memory_megabytes * MEGABYTE
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    if hasattr(signal, "alarm"):
        signal.alarm(min(limits.seconds, _LONGEST) + _GRACE)


def _address_space() -> int:
    """Bytes of address space that this process has; 0 where the system (macOS, Windows) can't bound it."""
    try:
        pages = int(_STATM.read_bytes().split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Serve over standard input and output, in an interpreter of its own."""
    requests, replies = os.dup(0), os.dup(1)
    hide_standard_streams()
    with os.fdopen(requests, "rb") as asked, os.fdopen(replies, "wb") as told:
        serve(asked, told)


def hide_standard_streams() -> None:
    """Whatever a library prints or asks for goes nowhere; faults still go to standard error."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
