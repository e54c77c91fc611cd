"""An office's own dates and names change what is found in its reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditor.cli import main

REPORT = """# 安平县教育局2024年政府信息公开工作年度报告

现将{author}2024年政府信息公开工作年度报告公布如下。

一、总体情况

2024年，我局认真做好政府信息公开工作，全年公开信息12条。

二、主动公开政府信息情况

三、收到和处理政府信息公开申请情况

四、政府信息公开行政复议、行政诉讼情况

五、存在的主要问题及改进情况

“招生”栏目全年只更新3次。

六、其他需要报告的事项

未收取信息处理费。
"""


def _codes(folder: Path, capsys: pytest.CaptureFixture[str], *call: str, author: str = "安平县教育局") -> list[str]:
    report = folder / "年报.md"
    report.write_text(REPORT.format(author=author), encoding="utf-8")
    main(["audit", str(report), "--format", "json", *call])
    (audit,) = json.loads(capsys.readouterr().out)
    return [finding["rule"] for finding in audit["findings"]]


def test_a_local_limit_is_stricter_than_the_law(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "S101" not in _codes(tmp_path, capsys, "--published", "2025-01-29")
    (tmp_path / "auditor.toml").write_text('[publish_by]\ndepartment = "01-28"\n', encoding="utf-8")
    assert "S101" in _codes(tmp_path, capsys, "--published", "2025-01-29")
    assert "S101" not in _codes(tmp_path, capsys, "--published", "2025-01-28")


def test_a_name_of_its_own_is_no_other_body(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "L302" in _codes(tmp_path, capsys, author="安平县体育局")
    (tmp_path / "auditor.toml").write_text('own_names = ["安平县体育局"]\n', encoding="utf-8")
    assert "L302" not in _codes(tmp_path, capsys, author="安平县体育局")
