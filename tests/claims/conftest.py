"""Cases that the product does not read right yet.

Each is written down as it should be and expected to fail; ``strict`` makes the run fail as soon as one is
read right, so that its line is taken out here.
"""

from __future__ import annotations

import pytest

OPEN_CASES = {
    "test_those_that_arise_from_disclosure_among_all_reviews": "因政府信息公开引发的2件 behind all reviews has no link",
    "test_a_rate_is_not_that_of_another_action": "公开25件，办复率100%: taken for the rate of those published",
    "test_a_total_over_several_bodies_is_not_one_bodys_own": "合计 over several bodies is taken for the office's own",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        name = item.name.encode().decode("unicode_escape") if "\\u" in item.name else item.name
        for case, reason in OPEN_CASES.items():
            if item.path.parent.name in ("claims", "linking", "relations") and name.startswith(case):
                item.add_marker(pytest.mark.xfail(strict=True, reason=reason))
