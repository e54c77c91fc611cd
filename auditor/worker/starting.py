"""A worker process started, in one of two ways.

By fork where that is safe: it takes some 2 ms and needs nothing imported twice.  Not where the process has other
threads (their locks would stay locked in the child for ever), not on macOS (its own libraries start threads), and
Windows has no fork: there a second interpreter is started.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from typing import BinaryIO, Protocol

from auditor.errors import describe


class Process(Protocol):
    """A running worker: where its jobs go, where its replies come from."""

    requests: BinaryIO
    replies: BinaryIO

    def kill(self) -> None:
        """End it at once; nothing happens where it has ended already."""

    def ended(self) -> int:
        """Wait for its end and give its status: 0 or more by itself, minus the signal's number by a signal."""


def may_fork() -> bool:
    """Whether this process can be forked safely."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def start(*, fork: bool | None = None) -> Process:
    """A new worker; ``fork`` says how, without it the system decides.

    Raises:
        OSError: the system allows no further process.
    """
    return Forked() if (may_fork() if fork is None else fork) else Interpreter()


class Forked:
    """A worker that is a copy of this process."""

    def __init__(self) -> None:
        # What waits in a buffer would be in the copy as well.
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        request_end, requests = os.pipe()
        replies, reply_end = os.pipe()
        try:
            self._pid = os.fork()
        except OSError:
            for end in (request_end, requests, replies, reply_end):
                os.close(end)
            raise
        if self._pid == 0:
            _be_worker(request_end, reply_end, (requests, replies))
        os.close(request_end)
        os.close(reply_end)
        self.requests: BinaryIO = os.fdopen(requests, "wb")
        self.replies: BinaryIO = os.fdopen(replies, "rb")
        self._status: int | None = None

    def kill(self) -> None:
        """End it at once."""
        if self._status is None:
            import signal

            # Not waited for yet, so the number can't belong to another process.
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)

    def ended(self) -> int:
        """Wait for its end and give its status."""
        if self._status is None:
            self._status = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        return self._status


def _be_worker(request_end: int, reply_end: int, others: tuple[int, int]) -> None:
    """Be the copy: serve, and never go back into what the original was doing."""
    status = 1
    try:
        from auditor.worker.serving import hide_standard_streams, serve

        for end in others:
            os.close(end)
        hide_standard_streams()
        with os.fdopen(request_end, "rb") as requests, os.fdopen(reply_end, "wb") as replies:
            serve(requests, replies)
        status = 0
    except Exception as fault:  # the end of the process is near; the client says that it came
        describe(fault)
    finally:
        os._exit(status)


class Interpreter:
    """A worker in a second interpreter, which finds the same modules as this one."""

    def __init__(self) -> None:
        places = [os.path.abspath(place) for place in sys.path]  # noqa: PTH100
        self._process = subprocess.Popen(
            # -P: the working folder, which holds strangers' files, is no place for modules.
            [sys.executable, "-P", "-m", "auditor.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.requests: BinaryIO = self._process.stdin  # type: ignore[assignment]
        self.replies: BinaryIO = self._process.stdout  # type: ignore[assignment]

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def ended(self) -> int:
        """Wait for its end and give its status."""
        return self._process.wait()
