"""The lock names no place to fetch from, hashes everything, and covers what the project declares."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tools.lock_entries import entries

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def canonical(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0]).lower()


def test_no_address_and_no_path_stands_in_the_lock() -> None:
    assert not re.search(r"://|--(?:extra-)?index|--find-links|^-|^[./]|@ ", LOCK, re.MULTILINE)


def test_every_entry_has_a_hash() -> None:
    pinned = re.findall(r"^[A-Za-z0-9._-]+==.*\n(.*)", LOCK, re.MULTILINE)
    assert pinned
    assert all(line.strip().startswith("--hash=sha256:") for line in pinned)


def test_everything_declared_is_locked_build_backends_too() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    declared = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *extras["test"],
        *extras["dev"],
    ]
    locked = {canonical(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", LOCK, re.MULTILINE)}
    assert {canonical(requirement) for requirement in declared} - {"zwgk-auditor"} <= locked
    assert "setuptools" in locked


def test_an_entry_is_taken_whole() -> None:
    lock = "a==1 \\\n    --hash=sha256:1 \\\n    --hash=sha256:2\nb==2 ; os_name == 'nt' \\\n    --hash=sha256:3\n"
    assert entries(lock, ["a"]) == "a==1 \\\n    --hash=sha256:1 \\\n    --hash=sha256:2\n"
    assert entries(lock, ["b"]) == "b==2 ; os_name == 'nt' \\\n    --hash=sha256:3\n"


def test_a_name_that_is_not_locked_is_said() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        entries("a==1 \\\n    --hash=sha256:1\n", ["nowhere"])
