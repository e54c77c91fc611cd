"""``auditor rules`` lists every rule, ``auditor explain`` prints one page."""

from __future__ import annotations

import pytest

import auditor.checks  # noqa: F401  (registers every family)
from auditor.checks.registry import registered
from auditor.cli import main
from auditor.output.width import width


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_is_listed_once(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--lang", lang]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(registered())


def test_a_page_says_what_why_and_when_and_fits_80_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "t201"]) == 0
    text = capsys.readouterr().out
    for words in ("T201", "检查什么", "为什么", "依据", "会报的例子", "不报的例子"):
        assert words in text
    assert max(map(width, text.splitlines())) <= 80


def test_a_rule_that_does_not_exist_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "Q999"]) == 2
    seen = capsys.readouterr()
    assert seen.out == ""
    assert "Q999" in seen.err
