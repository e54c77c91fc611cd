"""The shipped example through the whole command, in processes of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.exchange import audit_from_dict

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "faulty" / "2024.html"


def _auditor(*call: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
    return subprocess.run([sys.executable, "-m", "auditor", *call], capture_output=True, env=environment, check=False)


@pytest.mark.parametrize("encoding", ["gbk", "cp936", "utf-8", "ascii"])
def test_the_audit_is_printed_on_any_console(encoding: str) -> None:
    done = _auditor("audit", str(EXAMPLE), PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    assert done.stderr == b""
    if encoding != "ascii":
        assert "禾汀县交通运输局 2024年年报" in done.stdout.decode(encoding)


def test_json_on_a_gbk_console_loses_nothing() -> None:
    on_gbk = _auditor("audit", str(EXAMPLE), "--format", "json", PYTHONIOENCODING="gbk")
    on_utf8 = _auditor("audit", str(EXAMPLE), "--format", "json", PYTHONIOENCODING="utf-8")
    assert on_gbk.stdout.isascii()
    assert json.loads(on_gbk.stdout) == json.loads(on_utf8.stdout.decode("utf-8"))


def test_the_json_is_an_audit_again() -> None:
    (data,) = json.loads(_auditor("audit", str(EXAMPLE), "--format", "json", PYTHONIOENCODING="utf-8").stdout)
    assert list(data) == [
        "version", "path", "sha256", "format", "title", "agency", "body", "year", "published", "sections", "cells",
        "cell_details", "figures", "relations", "findings", "sentences", "score",
    ]  # fmt: skip
    assert audit_from_dict(data).to_dict() == data


@pytest.mark.parametrize("form", ["terminal", "jsonl", "html"])
def test_the_same_report_gives_the_same_bytes(form: str, tmp_path: Path) -> None:
    outputs = []
    for seed in ("1", "2"):
        target = tmp_path / seed
        _auditor("audit", str(EXAMPLE), "--format", form, "--output", str(target), PYTHONHASHSEED=seed)
        outputs.append(target.read_bytes())
    assert outputs[0] == outputs[1]
    assert outputs[0]


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    line = f'"{sys.executable}" -m auditor audit "{EXAMPLE}" "{EXAMPLE.with_suffix(".txt")}" --format json'
    script = f"set -o pipefail; {line} | head -c 10"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", script], capture_output=True, env=environment, check=False, timeout=120)
    assert done.stderr == b""
    assert done.returncode in {0, 1, 141}


def test_figures_of_a_passage_come_from_standard_input() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    for encoding in ("utf-8", "gb18030"):
        done = subprocess.run(
            [sys.executable, "-m", "auditor", "figures", "-", "--year", "2024", "--format", "json"],
            input="全年共收到政府信息公开申请１２件。".encode(encoding),
            capture_output=True,
            env=environment,
            check=False,
        )
        (figure,) = json.loads(done.stdout)
        assert (figure["value"], figure["address"]) == (12, "requests.new.total")


def test_figures_of_a_report_and_of_a_text_file(tmp_path: Path) -> None:
    report = _auditor("figures", str(EXAMPLE), "--format", "jsonl", PYTHONIOENCODING="utf-8")
    assert len(report.stdout.splitlines()) > 20
    passage = tmp_path / "段落.txt"
    passage.write_text("全年共收到政府信息公开申请12件。", encoding="utf-8")
    assert "requests.new.total" in _auditor("figures", str(passage), PYTHONIOENCODING="utf-8").stdout.decode()
    missing = _auditor("figures", str(tmp_path / "没有.txt"), PYTHONIOENCODING="utf-8")
    assert missing.returncode == 2
    assert "找不到文件" in missing.stderr.decode()
