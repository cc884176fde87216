"""The parts of the terminal report: bar, legend, blocks, index lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.layout import bar, flow, legend, page, sign, table
from factcheck.report.record import STATES, Tally
from factcheck.report.typography import Line


def shown(*lines: Line) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in lines]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 1, 0, 0, 0, 0), "█████▞▞▞▞▞"),
        ((98, 1, 0, 0, 1, 0), "████████▞·"),
        ((0, 0, 0, 0, 7, 0), "··········"),
        ((1, 1, 1, 0, 0, 0), "████▞▞▞▒▒▒"),
        ((0, 0, 0, 0, 0, 0), ""),
    ],
)
def test_bar(numbers: tuple[int, ...], expected: str) -> None:
    assert shown(bar(Tally("all", numbers), 10)) == [expected]


@given(st.tuples(*[st.integers(0, 3000)] * len(STATES)), st.integers(len(STATES), 100))
def test_a_bar_is_full_and_leaves_no_state_out(numbers: tuple[int, ...], cells: int) -> None:
    runs = bar(Tally("all", numbers), cells)
    assert [role for _, role in runs] == [s for s, n in zip(STATES, numbers, strict=True) if n]
    assert sum(len(text) for text, _ in runs) == (cells if any(numbers) else 0)
    sizes = {role: len(text) for text, role in runs}
    for state, number in zip(STATES, numbers, strict=True):
        exact = number * cells / max(1, sum(numbers))
        assert not number or abs(sizes[state] - exact) <= len(STATES)


def test_legend_breaks_between_states() -> None:
    tally = Tally("all", (12, 3, 1, 0, 7, 0))
    assert shown(*legend(page(44, ()), tally)) == [
        "  █ confirmed 12   ▞ to fix 3",
        "  ▒ could not confirm 1   · unchecked 7",
    ]


def test_table_has_words_where_they_fit_and_signs_where_not() -> None:
    groups = {"priority": (Tally("high", (2, 0, 1, 0, 10, 0)), Tally("low"))}
    assert shown(*table(page(60, ()), groups)) == [
        "                             could not",
        "  priority   all  confirmed    confirm  unchecked",
        "  high        13          2          1         10",
        "  low          0          0          0          0",
    ]
    assert shown(*table(page(36, ()), groups)) == [
        "  priority   all     █     ▒     ·",
        "  high        13     2     1    10",
        "  low          0     0     0     0",
    ]


def test_flow_hangs() -> None:
    sheet = page(24, ())
    first: Line = (("  –", "muted"),)
    assert shown(*flow(sheet, ("one two three four five", ""), indent=4, first=first)) == [
        "  – one two three four",
        "    five",
    ]
    assert shown(*flow(sheet, ("words", ""), indent=2, first=(("long label", ""),))) == [
        "long label",
        "  words",
    ]
    assert shown(*flow(sheet, ("", ""), indent=4, first=first)) == ["  –"]


def test_an_id_longer_than_its_column_has_a_line_of_its_own() -> None:
    sheet = page(40, ["1", "a-very-long-id-of-a-person"])
    lead = sign(sheet, "fix", "a-very-long-id-of-a-person")
    assert shown(*flow(sheet, ("words", ""), indent=sheet.hang, first=lead)) == [
        "  ▞ a-very-long-id-of-a-person",
        "              words",
    ]
