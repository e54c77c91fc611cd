"""A seeded sample of the long run (``make fuzz``): some hundred inputs, every one read or refused in one line."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.inputs import made
from tests.fuzz.once import guarded

SEED = 20_250_131
INPUTS = 300
BATCH = 50


@pytest.mark.parametrize("start", range(0, INPUTS, BATCH))
def test_damaged_files_are_read_or_refused(tmp_path: Path, start: int) -> None:
    for index in range(start, start + BATCH):
        outcome = guarded(made(SEED, index), tmp_path, Random(index))
        assert not outcome.is_fault, f"python -m tests.fuzz.run --seed {SEED} --only {index}\n{outcome}"


def test_an_input_is_the_same_each_time() -> None:
    assert all(made(SEED, index) == made(SEED, index) for index in range(40))
