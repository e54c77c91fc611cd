"""Each quick hostile input through the command line: an expected outcome, one line, the right status.

Nothing here asserts a time; a hang is ended by the product's own limit, which the settings set low enough.
"""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path
from typing import Any

import pytest

import auditor
from auditor.cli import main
from tests.hostile.case import READ, Case, html_report, written
from tests.hostile.cases import CASES

QUICK = [case for case in CASES if case.quick]


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker is a copy of this process: whatever asks for a socket there ends as a defect of the program."""

    def refused(*_: Any, **__: Any) -> Any:
        raise AssertionError("a socket was asked for")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


def outcome(case: Case, folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Status, code of refusal (or ``READ``) and what stands on standard error."""
    path = os.fspath(case.make(folder))
    status = main(["audit", path, "--format", "jsonl", "--fail-on", "never"])
    seen = capsys.readouterr()
    codes = [json.loads(line).get("error", {}).get("code", READ) for line in seen.out.splitlines()]
    assert len(codes) == 1, seen
    return status, codes[0], seen.err


@pytest.mark.skipif(not hasattr(os, "fork"), reason="makes links, pipes and names of a Unix system")
@pytest.mark.parametrize("case", QUICK, ids=[f"{case.family}-{case.en}" for case in QUICK])
def test_a_hostile_input_is_read_or_refused_in_one_line(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, code, said = outcome(case, tmp_path, capsys)
    assert code in case.outcomes, said
    assert status == (0 if code == READ else 2)
    assert len(said.splitlines()) == (0 if code == READ else 1), said
    assert "Traceback" not in said
    assert "\x1b" not in said


def test_the_names_of_the_inputs_are_their_own() -> None:
    names = [(case.family, case.en) for case in CASES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("depth", [300, 400])
def test_tags_left_open_hundreds_deep_lose_no_part_of_the_report(depth: int, tmp_path: Path) -> None:
    """The parser's usual bound is 256; what stands deeper was dropped without a word."""
    path = written(tmp_path, "年报.html", html_report(inside="<font>水库" * depth))
    assert [section.number for section in auditor.read(path).sections if section.number] == list("一二三四五六")
