"""Laws of the table rules: sound tables are silent, one misprint is one finding that names it."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from auditor.addresses import dispute_addresses, request_addresses
from tests.checks.tables.sound_tables import COUNTS, errors_on, findings_on, named, sound_disputes, sound_requests

SUMS = ("T300", "T301", "T302", "T303", "T304", "T305", "T306", "T311", "T401", "T402")


@given(sound_requests(), sound_disputes())
@settings(max_examples=60, deadline=None)
def test_a_sound_table_has_no_finding_about_sums(requests: dict[str, int], disputes: dict[str, int]) -> None:
    assert findings_on(requests | disputes, *SUMS) == []
    assert errors_on(requests | disputes) == []


@given(sound_requests("2019"))
@settings(max_examples=20, deadline=None)
def test_nor_has_one_of_the_2019_format(requests: dict[str, int]) -> None:
    assert errors_on(requests, table_format="2019") == []
    assert errors_on(requests, table_format="2021") == []


@given(sound_requests(), st.sampled_from(request_addresses("2021")), COUNTS)
@settings(max_examples=150, deadline=None)
def test_one_misprint_in_table_three_is_one_error_that_repairs_it(
    cells: dict[str, int], address: str, printed: int
) -> None:
    right = cells[address]
    assume(printed != right)
    (finding,) = errors_on(cells | {address: printed})
    assert finding.rule == "T300"
    assert finding.repair is not None
    assert (finding.repair.address, finding.repair.value) == (address, right)
    assert finding.addresses == (address,)


@given(sound_requests("2019"), st.sampled_from(request_addresses("2019")), COUNTS)
@settings(max_examples=50, deadline=None)
def test_so_it_is_where_the_last_result_is_one_row(cells: dict[str, int], address: str, printed: int) -> None:
    right = cells[address]
    assume(printed != right)
    (finding,) = errors_on(cells | {address: printed}, table_format="2019")
    assert finding.repair is not None
    assert (finding.repair.address, finding.repair.value) == (address, right)


@given(sound_disputes(), st.sampled_from(dispute_addresses()), COUNTS)
@settings(max_examples=80, deadline=None)
def test_one_misprint_in_table_four_is_one_error_with_the_cell_among_its_candidates(
    cells: dict[str, int], address: str, printed: int
) -> None:
    right = cells[address]
    assume(printed != right)
    (finding,) = errors_on(cells | {address: printed})
    assert finding.rule == "T401"
    assert (address, right) in named(finding)


@given(sound_requests(), st.lists(st.sampled_from(request_addresses("2021")), min_size=2, max_size=2, unique=True))
@settings(max_examples=120, deadline=None)
def test_two_misprints_are_both_named(cells: dict[str, int], addresses: list[str]) -> None:
    altered = cells | {address: cells[address] + 3 + index for index, address in enumerate(addresses)}
    errors = errors_on(altered)
    assume(not any(finding.rule == "T311" for finding in errors))
    told = {cell for finding in errors for cell in named(finding)}
    one_would_do = len(errors) == 1 and errors[0].repair is not None
    assert one_would_do or told >= {(address, cells[address]) for address in addresses}
    assert len(errors) <= 2


@given(sound_requests(), st.sampled_from(request_addresses("2021")), COUNTS)
@settings(max_examples=40, deadline=None)
def test_the_name_of_a_finding_does_not_depend_on_values(cells: dict[str, int], address: str, printed: int) -> None:
    right = cells[address]
    assume(printed != right)
    first = errors_on(cells | {address: printed})
    second = errors_on(cells | {address: printed + right + 1})
    assert [finding.fingerprint for finding in first] == [finding.fingerprint for finding in second]


@given(sound_requests(), st.sampled_from(request_addresses("2021")))
@settings(max_examples=80, deadline=None)
def test_a_blank_in_a_sound_table_is_at_most_a_warning_that_names_it(cells: dict[str, int], address: str) -> None:
    found = findings_on(cells | {address: ""}, *SUMS)
    assert all(finding.severity == "warning" for finding in found)
    assert all(named(finding) == {(address, cells[address])} for finding in found)
    assert len(found) <= 1
    if not cells[address]:
        assert found == []


@given(sound_requests(), st.sampled_from(request_addresses("2021")), st.sampled_from(["?", "详见附表"]))
@settings(max_examples=40, deadline=None)
def test_nothing_is_said_of_what_could_not_be_read(cells: dict[str, int], address: str, printed: str) -> None:
    assert findings_on(cells | {address: printed}, *SUMS) == []


@given(
    sound_requests(),
    st.lists(st.sampled_from(request_addresses("2021")), min_size=2, max_size=2, unique=True),
    COUNTS,
)
@settings(max_examples=80, deadline=None)
def test_a_blank_beside_a_misprint_does_not_hide_it(cells: dict[str, int], addresses: list[str], printed: int) -> None:
    wrong, blank = addresses
    assume(printed != cells[wrong])
    for finding in errors_on(cells | {wrong: printed, blank: ""}):
        assert (wrong, cells[wrong]) in named(finding) or not finding.repair
