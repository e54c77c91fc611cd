"""The command line's side of the worker: hand a file over, wait so long and no longer, replace what broke."""

from __future__ import annotations

import threading
from contextlib import suppress
from types import TracebackType
from typing import cast

from auditor.errors import ReadingError
from auditor.worker.messages import Job, Outcome, Reply, failure, read, write
from auditor.worker.starting import Process, start

_LONGEST = 1_000_000  # seconds, some eleven days: every system's clock can wait so long


class Worker:
    """One worker at a time, started with the first job and closed at the end of the ``with`` block.

    ``fork`` says how processes are started, see :func:`auditor.worker.starting.start`.
    """

    def __init__(self, *, fork: bool | None = None) -> None:
        self._fork = fork
        self._process: Process | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the worker; no process is left behind."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.ended()
        process.replies.close()
        # A job that it did not take any more may wait in the buffer.
        with suppress(OSError):
            process.requests.close()

    def outcome(self, job: Job) -> Outcome:
        """The result of a job, or why there is none; never an exception over a file."""
        try:
            process = self._process = self._process or start(fork=self._fork)
        except OSError as fault:
            return failure(job.path, ReadingError("worker_failed", path=job.path, how=fault.strerror))
        clock = _Clock(process, min(job.settings.limits.seconds, _LONGEST))
        try:
            reply = _reply(process, job)
        finally:
            expired = clock.stop()
        if reply is not None:
            if reply.spent or expired:
                self.close()
            return reply.outcome
        process.kill()
        status = process.ended()
        self.close()
        if expired:
            return failure(job.path, ReadingError("too_slow", path=job.path, seconds=job.settings.limits.seconds))
        return failure(job.path, ReadingError("worker_died", path=job.path, how=_how(status)))


def _reply(process: Process, job: Job) -> Reply | None:
    try:
        write(process.requests, job)
    except OSError:
        # It ended before it had read the job; its status tells how.
        return None
    return cast("Reply | None", read(process.replies))


def _how(status: int) -> str:
    """How a process ended: the name of the signal, else its exit status."""
    import signal

    if status < 0:
        with suppress(ValueError):
            return signal.Signals(-status).name
    return str(status)


class _Clock:
    """Kills a process when its time is over.

    A thread rather than a wait on the pipe, because pipes of Windows can't be waited on.
    """

    def __init__(self, process: Process, seconds: int) -> None:
        self._process = process
        self._expired = False
        self._timer = threading.Timer(seconds, self._expire)
        self._timer.daemon = True
        self._timer.start()

    def _expire(self) -> None:
        self._expired = True
        self._process.kill()

    def stop(self) -> bool:
        """Stop the clock and say whether it had killed the process."""
        self._timer.cancel()
        self._timer.join()
        return self._expired
