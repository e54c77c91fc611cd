"""Of several tables of one kind the first complete one counts, and the others are only compared (handbook 1.5)."""

from __future__ import annotations

from pathlib import Path
from random import Random

from auditor.reading import read
from tests.factory.facts import Facts, facts
from tests.factory.html.clean import html_table
from tests.factory.tables import requests_table


def _facts(*, one_row: bool) -> Facts:
    drawn = (facts(Random(seed)) for seed in range(400))
    return next(found for found in drawn if found.other_one_row == one_row and found.table_format == "2021")


def test_a_table_with_one_row_for_its_last_group_is_complete(tmp_path: Path) -> None:
    own, other = _facts(one_row=True), _facts(one_row=False)
    parts = ["<h1>禾汀县水利局2024年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>平稳。</p>"]
    parts += ["<p>三、收到和处理政府信息公开申请情况</p>", html_table(requests_table(own))]
    parts += ["<p>六、其他需要报告的事项</p><p>无。</p><p>附表</p>", html_table(requests_table(other))]
    path = tmp_path / "年报.html"
    path.write_text("".join(parts), encoding="utf-8")
    report = read(path)
    for address in ("requests.other.all.total", "requests.new.total", "requests.granted.natural"):
        assert report.cells[address].text == own.cells[address]
    assert "table_again" in {note.code for note in report.notes}
