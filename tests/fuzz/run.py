"""The long run: ``python -m tests.fuzz.run --inputs 100000 --seed 1`` (``make fuzz``).

Two processes take turns at the inputs; one that dies or stands still is a finding like any other and is
replaced.  ``--start`` goes on where a run was stopped, ``--only`` makes one input again and says what it does.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import multiprocessing
import resource
import sys
import time
from collections import Counter
from multiprocessing.connection import Connection, wait
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, cast

from tests.fuzz.inputs import made
from tests.fuzz.once import Outcome, guarded, peak
from tests.fuzz.structures import MORE

_STANDS_STILL = 120.0
"""Seconds after which a process that tells nothing of its input is ended: it is somewhere that no timer reaches."""
_MEMORY = 4 << 30
_EVERY = 25


class Order(NamedTuple):
    """What a process is to do: the inputs from ``start`` in steps of ``step`` up to ``end``."""

    seed: int
    start: int
    end: int
    step: int
    more: tuple[str, ...]
    folder: Path


def kept(folder: Path, order: Order, index: int, outcome: Outcome) -> None:
    """Write an input that someone has to look at, with what it did."""
    item = made(order.seed, index, more=order.more)
    name = f"{item.kind}-{order.seed}-{index}-{outcome.result}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.{'txt' if item.kind == 'prose' else item.kind}").write_bytes(item.data)
    said = f"{outcome.result}: {outcome.detail}\n{outcome.seconds:.2f} s\n{outcome.trace}"
    (folder / f"{name}.log").write_text(said, encoding="utf-8", errors="backslashreplace")


def work(order: Order, current: Any, results: Connection) -> None:
    """Do an order and send, now and then, what was counted."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    counts: Counter[tuple[str, str, str]] = Counter()
    times: Counter[str] = Counter()
    with TemporaryDirectory() as temporary:
        for done, index in enumerate(range(order.start, order.end, order.step), 1):
            current.value = index
            faulthandler.dump_traceback_later(_STANDS_STILL, exit=True)
            item = made(order.seed, index, more=order.more)
            outcome = guarded(item, Path(temporary), Random(f"{order.seed}:{index}:tried"))
            counts[(item.kind, outcome.result, outcome.detail if outcome.result != "slow" else "")] += 1
            times[item.kind] += round(outcome.seconds * 1e6)
            if outcome.is_fault:
                kept(order.folder, order, index, outcome)
            if done % _EVERY == 0:
                results.send((counts, times, peak()))
                counts, times = Counter(), Counter()
    faulthandler.cancel_dump_traceback_later()
    results.send((counts, times, peak()))
    results.close()


class _Worker:
    """A process with its order, and where it is."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.current = multiprocessing.Value("q", order.start)
        self.results, theirs = multiprocessing.Pipe(duplex=False)
        self.process = multiprocessing.Process(target=work, args=(order, self.current, theirs), daemon=True)
        self.process.start()
        theirs.close()


class Tally:
    """What the processes have told so far."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str, str]] = Counter()
        self.times: Counter[str] = Counter()
        self.peak = 0
        self.begun = time.monotonic()

    def add(self, told: tuple[Counter[tuple[str, str, str]], Counter[str], int]) -> None:
        """Take in what one process counted since it last told."""
        self.counts += told[0]
        self.times += told[1]
        self.peak = max(self.peak, told[2])

    @property
    def total(self) -> int:
        """Inputs done."""
        return sum(self.counts.values())

    def lines(self) -> list[str]:
        """The counts by kind and result, then the reasons of refusals and faults."""
        kinds = sorted({kind for kind, _, _ in self.counts})
        results = ("read", "refused", "crash", "hang", "died", "slow", "heavy", "broken")
        lines = [f"{'kind':8}" + "".join(f"{name:>9}" for name in (*results, "inputs", "ms each"))]
        for kind in kinds:
            by = Counter(
                {name: sum(n for (k, r, _), n in self.counts.items() if (k, r) == (kind, name)) for name in results}
            )
            average = self.times[kind] / max(1, by.total()) / 1000
            lines.append(f"{kind:8}" + "".join(f"{by[name]:9}" for name in results) + f"{by.total():9}{average:9.2f}")
        lines.append(f"{self.total} inputs in {time.monotonic() - self.begun:.0f} s, peak memory {self.peak} MB")
        reasons = sorted(((r, k, d, n) for (k, r, d), n in self.counts.items() if r != "read"), key=str)
        return lines + [f"  {result:8} {kind:6} {count:6}  {detail}" for result, kind, detail, count in reasons]


def run(orders: list[Order], tally: Tally, end: int) -> None:
    """Have all orders done, a process each."""
    workers = {worker.results: worker for worker in map(_Worker, orders)}
    shown = time.monotonic()
    while workers:
        for results in cast("list[Connection]", wait(list(workers), timeout=5)):
            try:
                tally.add(results.recv())
            except EOFError:
                worker = workers.pop(results)
                worker.process.join()
                if worker.process.exitcode:
                    again = _replaced(worker, tally)
                    if again.order.start < again.order.end:
                        workers[again.results] = again
        if time.monotonic() - shown > 20:
            shown = time.monotonic()
            faults = sum(n for (_, result, _), n in tally.counts.items() if result not in ("read", "refused"))
            lowest = min((worker.current.value for worker in workers.values()), default=end)
            print(f"{tally.total} done, {faults} to look at, go on with --start {lowest}", flush=True)


def _replaced(worker: _Worker, tally: Tally) -> _Worker:
    index = worker.current.value
    outcome = Outcome("died", f"exit status {worker.process.exitcode}", 0.0)
    kind = made(worker.order.seed, index, more=worker.order.more).kind
    tally.counts[(kind, outcome.result, outcome.detail)] += 1
    kept(worker.order.folder, worker.order, index, outcome)
    return _Worker(worker.order._replace(start=index + worker.order.step))


def main(arguments: list[str] | None = None) -> int:
    """The command; 1 where there is something to look at."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run", description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="the index to begin with")
    parser.add_argument("--only", type=int, help="one index")
    parser.add_argument("--workers", type=int, default=multiprocessing.cpu_count())
    parser.add_argument(
        "--crashers", type=Path, default=Path("build/fuzz"), help="where inputs go that break something"
    )
    parser.add_argument(
        "--more", nargs="*", choices=MORE, default=[], help="what to start from besides the fixed reports"
    )
    given = parser.parse_args(arguments)
    more = tuple(sorted(given.more))
    if given.only is not None:
        order = Order(given.seed, given.only, given.only + 1, 1, more, given.crashers)
        with TemporaryDirectory() as temporary:
            outcome = guarded(
                made(given.seed, given.only, more=more),
                Path(temporary),
                Random(f"{given.seed}:{given.only}:tried"),
            )
        kept(given.crashers, order, given.only, outcome)
        print(*outcome, sep="\n")
        return int(outcome.is_fault)
    tally = Tally()
    firsts = range(given.start, given.start + given.workers)
    run(
        [Order(given.seed, first, given.inputs, given.workers, more, given.crashers) for first in firsts],
        tally,
        given.inputs,
    )
    print("\n".join(tally.lines()))
    given.crashers.mkdir(parents=True, exist_ok=True)
    rows = [[*key, count] for key, count in sorted(tally.counts.items())]
    (given.crashers / f"counts-{given.seed}-{given.start}.json").write_text(
        json.dumps(rows, ensure_ascii=False, indent=0), encoding="utf-8"
    )
    return int(any(result not in ("read", "refused") for _, result, _ in tally.counts))


if __name__ == "__main__":
    sys.exit(main())
