"""The names of the cells and what expressions over them are worth (addresses.md)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.addresses import (
    APPLICANTS,
    ORGANISATIONS,
    OUTCOMES,
    active_addresses,
    addresses_in,
    all_addresses,
    dispute_addresses,
    evaluate,
    members,
    parse,
    request_addresses,
    request_rows,
    result_rows,
    value_of,
)
from auditor.checks.examples import cells_of
from auditor.model import Cell

NEW, CARRIED_IN, HANDLED = (f"requests.{row}.total" for row in ("new", "carried_in", "handled"))


def number(value: int | Decimal) -> Cell:
    return Cell(value, str(value), "number", "test", "")


class TestVocabulary:
    def test_the_format_of_2021_has_two_hundred_cells(self) -> None:
        assert (len(active_addresses("2021")), len(request_addresses("2021")), len(dispute_addresses())) == (
            10,
            175,
            15,
        )
        assert len(set(all_addresses("2021"))) == 200

    def test_table_two_of_2021(self) -> None:
        assert set(active_addresses("2021")) == {
            *(f"active.regulations.{column}" for column in ("made", "repealed", "in_force")),
            *(f"active.normative.{column}" for column in ("made", "repealed", "in_force")),
            "active.licensing", "active.penalty", "active.coercion", "active.fees",
        }  # fmt: skip

    def test_rows_of_2021_in_printed_order(self) -> None:
        assert request_rows("2021") == (
            "new", "carried_in", "granted", "partial",
            "denied.state_secret", "denied.law", "denied.security", "denied.third_party", "denied.internal",
            "denied.process", "denied.enforcement_file", "denied.inquiry",
            "unavailable.not_held", "unavailable.needs_creation", "unavailable.unclear",
            "unprocessed.petition", "unprocessed.repeat", "unprocessed.publication", "unprocessed.excessive",
            "unprocessed.reconfirm",
            "other.no_correction", "other.no_payment", "other.other", "handled", "carried_out",
        )  # fmt: skip

    def test_the_format_of_2019_prints_other_processing_as_one_row(self) -> None:
        assert "other.all" in request_rows("2019")
        assert not {"other.no_correction", "other.no_payment", "other.other"} & set(request_rows("2019"))

    def test_results_leave_out_what_came_in_and_what_went_on(self) -> None:
        assert not {"new", "carried_in", "handled", "carried_out"} & set(result_rows("2021"))
        assert len(result_rows("2021")) == 21

    @pytest.mark.parametrize("address", all_addresses("2021"))
    def test_every_address_is_an_expression_of_itself(self, address: str) -> None:
        assert parse(address) == address
        assert members(address) is None


class TestGroups:
    @pytest.mark.parametrize(("group", "rows"), [("denied", 8), ("unavailable", 3), ("unprocessed", 5), ("other", 3)])
    def test_a_group_is_all_its_rows(self, group: str, rows: int) -> None:
        found = members(f"requests.{group}.*.total")
        assert found is not None
        assert len(found) == rows
        assert all(name.startswith(f"requests.{group}.") and name.endswith(".total") for name in found)

    def test_organisations_are_the_five_columns_but_persons(self) -> None:
        assert members("requests.new.organisations") == tuple(f"requests.new.{column}" for column in ORGANISATIONS)
        assert len(ORGANISATIONS) == 5

    def test_litigation_is_both_kinds(self) -> None:
        assert members("disputes.litigation.upheld") == (
            "disputes.litigation_direct.upheld",
            "disputes.litigation_after_review.upheld",
        )

    def test_a_group_of_organisations_adds_up_rows_and_columns(self) -> None:
        cells = cells_of({"requests.denied.law.business": 2, "requests.denied.process.legal": 1}, fill=0)
        assert value_of("requests.denied.*.organisations", cells) == 3

    def test_other_processing_is_its_one_row_where_that_is_printed(self) -> None:
        assert value_of("requests.other.*.total", cells_of({"requests.other.all.total": 4}, "2019", fill=0)) == 4

    def test_a_blank_counts_as_nought_beside_a_number(self) -> None:
        cells = cells_of({"requests.denied.law.total": 3, "requests.denied.process.total": ""}, fill=0)
        assert value_of("requests.denied.*.total", cells) == 3

    def test_blanks_alone_are_no_number(self) -> None:
        blanks: Mapping[str, object] = {
            f"disputes.{kind}.upheld": "" for kind in ("litigation_direct", "litigation_after_review")
        }
        assert value_of("disputes.litigation.upheld", cells_of(blanks)) is None

    @pytest.mark.parametrize("cells", [{"requests.denied.law.total": "?"}, {}])
    def test_an_unread_or_missing_cell_spoils_its_group(self, cells: dict[str, object]) -> None:
        printed = cells_of(cells, fill=0) if cells else {}
        assert value_of("requests.denied.*.total", printed) is None


class TestPlainCells:
    @pytest.mark.parametrize("printed", ["", "/", "—", "?", "减4"])
    def test_what_is_no_number_has_no_value(self, printed: str) -> None:
        assert value_of("active.penalty", cells_of({"active.penalty": printed})) is None

    def test_what_is_not_printed_has_no_value(self) -> None:
        assert value_of("active.penalty", {}) is None

    def test_a_blank_total_is_worth_the_sum_of_its_row(self) -> None:
        cells = cells_of({"requests.new.natural": 9, "requests.new.business": 2, NEW: ""})
        assert cells[NEW].number is None
        assert value_of(NEW, cells) == 11

    def test_decimals_stay_exact(self) -> None:
        assert value_of("active.fees", cells_of({"active.fees": "7730.28"})) == Decimal("7730.28")


class TestExpressions:
    CELLS = cells_of({NEW: 11, CARRIED_IN: 2, HANDLED: 12}, fill=0)

    @pytest.mark.parametrize(
        ("expression", "worth"),
        [
            (f"{NEW} + {CARRIED_IN}", 13),
            (f"{NEW} - {CARRIED_IN}", 9),
            (f"{NEW} - {CARRIED_IN} - {CARRIED_IN}", 7),
            (f"{HANDLED} / ({NEW} + {CARRIED_IN})", Fraction(12, 13)),
            (f"{CARRIED_IN} / {NEW}", Fraction(2, 11)),
            (f"{NEW} + {CARRIED_IN} / {CARRIED_IN}", 12),
            ("active.penalty / requests.carried_out.total", None),
            (f"{NEW} + requests.nowhere.total", None),
        ],
    )
    def test_worth(self, expression: str, worth: int | Fraction | None) -> None:
        assert evaluate(expression, self.CELLS) == worth

    def test_the_addresses_of_an_expression_from_left_to_right(self) -> None:
        assert list(addresses_in(f"{HANDLED} / ({NEW} + {CARRIED_IN})")) == [HANDLED, NEW, CARRIED_IN]

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "共11件",
            f"{NEW} +",
            f"({NEW}",
            f"{NEW})",
            "+",
            f"{NEW} {CARRIED_IN}",
            f"{NEW} * {CARRIED_IN}",
            f"{NEW}+{CARRIED_IN}",
            "()",
        ],
    )
    def test_what_is_no_expression_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match="expression"):
            parse(text)


def rows_total(cells: Mapping[str, Cell], *names: str) -> int:
    return sum(int(cells[name].number or 0) for name in names)


NUMBERS = st.integers(0, 10**6)
TABLE = st.fixed_dictionaries(dict.fromkeys(all_addresses("2021"), NUMBERS))


@settings(max_examples=15, deadline=None)
@given(TABLE, st.sampled_from([*APPLICANTS, "total"]), st.sampled_from(OUTCOMES))
def test_groups_over_random_tables_agree_with_a_direct_sum(table: dict[str, int], column: str, outcome: str) -> None:
    cells = {address: number(value) for address, value in table.items()}
    for group in ("denied", "unavailable", "unprocessed", "other"):
        direct = sum(table[f"requests.{row}.{column}"] for row in request_rows("2021") if row.startswith(f"{group}."))
        assert evaluate(f"requests.{group}.*.{column}", cells) == direct
    for row in request_rows("2021"):
        assert evaluate(f"requests.{row}.organisations", cells) == sum(
            table[f"requests.{row}.{name}"] for name in ("business", "research", "nonprofit", "legal", "other")
        )
    assert (
        evaluate(f"disputes.litigation.{outcome}", cells)
        == table[f"disputes.litigation_direct.{outcome}"] + table[f"disputes.litigation_after_review.{outcome}"]
    )


OPERANDS = ("requests.new.total", "requests.carried_in.total", "requests.handled.total", "active.fees")


@st.composite
def expressions(draw: st.DrawFn, depth: int = 3) -> tuple[str, str]:
    """An expression over addresses, and the same one over the variables a, b, c, d of Python."""
    place = draw(st.integers(0, len(OPERANDS) - 1))
    if depth == 0 or draw(st.booleans()):
        return OPERANDS[place], "abcd"[place]
    (left, left_code), (right, right_code) = draw(expressions(depth - 1)), draw(expressions(depth - 1))
    sign = draw(st.sampled_from(["+", "-", "/"]))
    return f"({left}) {sign} ({right})", f"({left_code}) {sign} ({right_code})"


@settings(deadline=None)
@given(expressions(), st.lists(NUMBERS, min_size=3, max_size=3), st.decimals(0, 10**5, places=2))
def test_an_expression_is_worth_what_arithmetic_says(made: tuple[str, str], counts: list[int], fees: Decimal) -> None:
    text, code = made
    values: list[int | Decimal] = [*counts, fees]
    cells = {name: number(value) for name, value in zip(OPERANDS, values, strict=True)}
    exact = {name: Fraction(value) for name, value in zip("abcd", values, strict=True)}
    try:
        expected = eval(code, {}, exact)
    except ZeroDivisionError:
        expected = None
    worth = evaluate(text, cells)
    assert (None if worth is None else Fraction(worth)) == expected
    assert not isinstance(worth, float)
