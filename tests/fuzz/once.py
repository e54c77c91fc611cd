"""One input: read, audited, held to what holds of everything that is read; how long it took.

The clock is that of the process, so that a busy machine makes nothing slow.
"""

from __future__ import annotations

import resource
import signal
import time
import traceback
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from auditor.errors import AuditorError
from auditor.model import Audit
from auditor.stages import audit_report, narrative, read
from tests.fuzz import invariants
from tests.fuzz.inputs import Input

SLOW = 2.0
"""Seconds of processor time from which on an input is called slow."""
GIVEN_UP = 20.0
"""Seconds of processor time after which an input is given up as a hang."""
HEAVY = 200
"""Megabytes that one input may add to the peak memory of the process."""
_AGENCIES = ("禾汀县交通运输局", "街道", "县政府办", None, "")


class TooSlow(BaseException):
    """Raised by the timer; no ``except Exception`` takes it for its own."""


class Outcome(NamedTuple):
    """What became of an input.

    ``result`` is ``read``, ``refused`` (by the code in ``detail``), ``broken`` (an invariant), ``crash``, ``hang``,
    ``slow`` or ``heavy``; the long run adds ``died`` for a process that ended.
    """

    result: str
    detail: str
    seconds: float
    trace: str = ""

    @property
    def is_fault(self) -> bool:
        """Whether someone has to look at it."""
        return self.result not in ("read", "refused")


def guarded(item: Input, folder: Path, chance: Random) -> Outcome:
    """What becomes of an input; nothing that it raises goes further.

    ``chance`` decides whether the audit, the outputs and a second reading are tried too.
    """
    signal.signal(signal.SIGPROF, _stop)
    before = peak()
    start = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, GIVEN_UP)
    try:
        result, detail, trace = _tried(item, folder, chance)
    except TooSlow:
        result, detail, trace = "hang", "", traceback.format_exc()
    except BaseException as fault:
        result, detail, trace = "crash", told(fault), traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    seconds = time.process_time() - start
    if result in ("read", "refused"):
        if seconds > SLOW:
            result, detail = "slow", f"{detail} {seconds:.1f} s"
        elif peak() - before > HEAVY:
            result, detail = "heavy", f"{detail} {peak() - before} MB"
    return Outcome(result, detail, seconds, trace)


def _stop(number: int, frame: Any) -> None:
    raise TooSlow


def peak() -> int:
    """The most memory that the process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def told(fault: BaseException) -> str:
    """An exception by its kind and the line of ours that it comes from."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if "auditor" in frame.filename]
    place = f"{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else "?"
    return f"{type(fault).__name__} in {place}"


def _tried(item: Input, folder: Path, chance: Random) -> tuple[str, str, str]:
    fault = prose_fault(item.data, chance) if item.kind == "prose" else None
    if item.kind != "prose":
        path = folder / f"input.{item.kind}"
        path.write_bytes(item.data)
        try:
            fault = file_fault(path, chance)
        except AuditorError as refusal:
            return "refused", refusal.code, ""
    return ("broken", fault, fault) if fault else ("read", "", "")


def prose_fault(data: bytes, chance: Random) -> str | None:
    """What the reading of a text breaks, None where all holds."""
    text = data.decode("utf-8", "surrogatepass")
    year, agency = chance.choice((2024, None)), chance.choice(_AGENCIES)
    reading = narrative(text, year=year, agency=agency)
    if chance.random() < 0.05 and narrative(text, year=year, agency=agency) != reading:
        return "the same text is read otherwise the second time"
    return invariants.first(invariants.of_reading(reading, text))


def file_fault(path: Path, chance: Random | None = None) -> str | None:
    """What the reading of a file breaks, None where all holds; without ``chance`` all is tried.

    Raises:
        AuditorError: the file is refused.
    """
    report = read(path)
    fault = invariants.first(invariants.of_report(report))
    if fault or (chance and chance.random() > 0.25):
        return fault
    audit = audit_report(report)
    fault = invariants.first(invariants.of_audit(audit))
    if fault is None and not (chance and chance.random() > 0.03):
        fault = _shown_fault(audit, path)
    return fault


def _shown_fault(audit: Audit, path: Path) -> str | None:
    """What goes wrong where an audit is shown, or made a second time."""
    from auditor.output.page import page
    from auditor.output.terminal import Terminal

    for lang in ("zh", "en"):
        Terminal(lang).audit(audit).encode("gb18030", "replace")
        page(audit, lang).encode("utf-8")
    if audit_report(read(path), audit.report).to_dict() != audit_report(read(path), audit.report).to_dict():
        return "the same file is audited otherwise the second time"
    return None
