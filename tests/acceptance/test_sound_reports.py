"""Sound reports of the factory, audited whole: nothing contradicts itself in them, and nothing is said to.

What a layout does not let anybody read takes part in no finding about numbers.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from auditor.reading import read
from auditor.stages import audit_report
from tests.factory.facts import facts
from tests.factory.layouts import all_layouts

_SEED = 611
_NUMBERS = ("N", "I", "T", "Y")
_OWN_PROGRAM = {name for name, layout in all_layouts().items() if layout.needs}


@pytest.mark.parametrize("name", sorted(all_layouts().keys() - _OWN_PROGRAM))
def test_a_sound_report_has_no_contradiction(name: str, tmp_path: Path) -> None:
    rng = Random(f"{_SEED}/{name}")
    drawn = all_layouts()[name].draw(facts(rng), rng)
    path = tmp_path / f"年报{drawn.suffix}"
    path.write_bytes(drawn.data)
    report = read(path)
    audit = audit_report(report)
    contradictions = [
        finding for finding in audit.findings if finding.rule.startswith(_NUMBERS) and finding.severity == "error"
    ]
    assert contradictions == []
    unread = {address for address, cell in report.cells.items() if cell.kind == "unread"}
    unread |= {address for address in drawn.lost if address not in report.cells}
    resting = [
        (finding.rule, address)
        for finding in audit.findings
        if finding.rule.startswith(_NUMBERS)
        for address in finding.addresses
        if address in unread
    ]
    assert resting == []
