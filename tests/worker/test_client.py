"""The worker: what it gives back, what it survives, and that nothing is left of it."""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest

from auditor.reading.limits import Limits
from auditor.settings import Settings
from auditor.worker import client, starting
from auditor.worker.client import Worker
from auditor.worker.messages import AuditJob, Failure, Outcome, Product, Rendering
from auditor.worker.work import outcome_of
from tests.output.sample_audit import sample

ROOT = Path(__file__).resolve().parents[2]
CLEAN, FAULTY = (ROOT / "examples" / folder / "2024.html" for folder in ("clean", "faulty"))
FORKED = pytest.mark.skipif(not hasattr(os, "fork"), reason="the fake stages reach the worker by fork")


def job(path: Path | str, limits: Limits | None = None, format_name: str = "jsonl") -> AuditJob:
    return AuditJob(str(path), None, None, (), (), Settings(limits=limits or Limits()), Rendering(format_name, "zh"))


@pytest.fixture(params=["fork", "interpreter"])
def worker(request: pytest.FixtureRequest) -> Iterator[Worker]:
    if request.param == "fork" and not hasattr(os, "fork"):
        pytest.skip("this system has no fork")
    with Worker(fork=request.param == "fork") as started:
        yield started


def pid_of(worker: Worker) -> int:
    process: Any = worker._process
    return int(process._pid if isinstance(process, starting.Forked) else process._process.pid)


def no_child_is_left() -> bool:
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


@pytest.mark.parametrize("format_name", ["terminal", "json", "jsonl", "html"])
def test_it_gives_what_the_same_process_would(worker: Worker, format_name: str) -> None:
    for path in (CLEAN, FAULTY, ROOT / "没有.html"):
        assert worker.outcome(job(path, format_name=format_name)) == outcome_of(job(path, format_name=format_name))


def test_it_is_started_with_the_first_file_and_kept_for_the_others(worker: Worker) -> None:
    assert worker._process is None
    worker.outcome(job(CLEAN))
    first = pid_of(worker)
    worker.outcome(job(FAULTY))
    worker.outcome(job(ROOT / "没有.html"))
    assert pid_of(worker) == first


def test_nothing_is_left_of_it(worker: Worker) -> None:
    worker.outcome(job(CLEAN))
    pid = pid_of(worker)
    worker.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    worker.close()


def test_one_that_was_killed_meanwhile_is_told_and_replaced(worker: Worker) -> None:
    worker.outcome(job(CLEAN))
    os.kill(pid_of(worker), signal.SIGKILL)
    broken = worker.outcome(job(CLEAN))
    assert isinstance(broken, Failure)
    assert broken.code == "worker_died"
    assert isinstance(worker.outcome(job(CLEAN)), Product)


def test_a_system_that_allows_no_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(*, fork: bool | None = None) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(client, "start", start)
    with Worker() as none:
        told = none.outcome(job(CLEAN))
    assert isinstance(told, Failure)
    assert told.code == "worker_failed"


Deed = Callable[[], object]


def _sleep() -> None:
    time.sleep(300)


def _loop() -> None:
    while True:
        pass


def _allocate() -> object:
    # Pages that are never written take no memory, but they take address space, which is what is bounded.
    return bytearray(3_000_000_000)


def _pile_up() -> object:
    pile: list[bytes] = []
    while True:
        pile.append(bytes(1_000_000))


def _recurse() -> object:
    return _recurse()


def _segfault() -> None:
    faulthandler.disable()  # pytest's own, which would print here
    os.kill(os.getpid(), signal.SIGSEGV)


def _leave() -> None:
    os._exit(7)


def _exit() -> None:
    sys.exit(3)


def _print() -> None:
    print("a library's own words")
    os.write(1, b"and those of its C code\n")
    sys.stdin.read()


@FORKED
class TestDeeds:
    """Every file named as below meets a stage that does such a deed; all others are the sample."""

    @pytest.fixture(autouse=True)
    def _stages(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def audit(path: str, **_: object) -> object:
            deed = DEEDS.get(Path(path).name)
            if deed is not None:
                deed()
            return sample()

        module = ModuleType("auditor.stages")
        module.audit = audit  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "auditor.stages", module)

    def _both(self, name: str, limits: Limits) -> tuple[Outcome, Outcome]:
        with Worker(fork=True) as worker:
            return worker.outcome(job(name, limits)), worker.outcome(job("好.html", limits))

    @pytest.mark.parametrize(
        ("name", "code", "words"),
        [
            ("sleep", "too_slow", "1 秒"),
            ("loop", "too_slow", "seconds"),
            ("pile_up", "too_much_memory", "500 MB"),
            ("allocate", "too_much_memory", "memory_megabytes"),
            ("recurse", "too_complex", "复杂"),
            ("segfault", "worker_died", "SIGSEGV"),
            ("leave", "worker_died", "7"),
            ("exit", "worker_died", "损坏"),
        ],
    )
    def test_a_file_that_runs_away_is_one_line_and_the_next_is_audited(self, name: str, code: str, words: str) -> None:
        told, after = self._both(name, Limits(seconds=1, memory_megabytes=500))
        assert isinstance(told, Failure)
        assert told.code == code
        assert words in told.message
        assert name in told.message_en
        assert "\n" not in told.message + told.message_en
        assert isinstance(after, Product)
        assert no_child_is_left()

    def test_what_libraries_print_goes_nowhere(self, capfd: pytest.CaptureFixture[str]) -> None:
        told, _ = self._both("print", Limits())
        assert isinstance(told, Product)
        assert capfd.readouterr().out == ""

    def test_what_waits_in_a_buffer_is_not_written_twice(self, tmp_path: Path) -> None:
        target = tmp_path / "out"
        with target.open("w", encoding="utf-8") as stream:
            stream.write("once\n")
            self._both("好.html", Limits())
        assert target.read_text(encoding="utf-8") == "once\n"


DEEDS: dict[str, Deed] = {
    "sleep": _sleep,
    "loop": _loop,
    "pile_up": _pile_up,
    "allocate": _allocate,
    "recurse": _recurse,
    "segfault": _segfault,
    "leave": _leave,
    "exit": _exit,
    "print": _print,
}


def test_a_system_without_fork_alarm_and_bounds_of_memory_has_the_clock(tmp_path: Path) -> None:
    """As on Windows: a second interpreter does the work, and only its time is bounded."""
    without = (
        "import os, signal, sys; sys.modules['resource'] = None\n"
        "for module, name in ((os, 'fork'), (signal, 'alarm')): hasattr(module, name) and delattr(module, name)\n"
    )
    (tmp_path / "sitecustomize.py").write_text(without, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "auditor", "audit", str(CLEAN), "--format", "jsonl"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode() == cast(Product, outcome_of(job(CLEAN))).text + "\n"
