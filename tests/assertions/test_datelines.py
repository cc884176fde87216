from __future__ import annotations

import pytest

from factcheck.assertions import datelines


def found(text: str) -> list[tuple[str, list[str], str]]:
    return [
        (
            line.span.of(text),
            [place.of(text) for place in line.places],
            line.agency.of(text) if line.agency else "",
        )
        for line in datelines.find(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HARBOUR — The mill shut.", [("HARBOUR —", ["HARBOUR"], "")]),
        ("\nOLD HARBOUR -- It shut.", [("OLD HARBOUR --", ["OLD HARBOUR"], "")]),
        ("ST. IVO, Maine (Wire) - It.", [("ST. IVO, Maine (Wire) - ", ["ST. IVO"], "(Wire)")]),
        (
            "OLD/NEW PORT, May 3 (Wire) — It shut.",
            [("OLD/NEW PORT, May 3 (Wire) —", ["OLD", "NEW PORT"], "(Wire)")],
        ),
        (
            "The mill shut.\n\nHARBOUR (Wire) — It shut.",
            [("HARBOUR (Wire) —", ["HARBOUR"], "(Wire)")],
        ),
        ("Mill to shut\n\nHARBOUR — It shut.", [("HARBOUR —", ["HARBOUR"], "")]),
        ("The mill shut.\n\nHARBOUR — that is the question.", []),
        ("Harbour — The mill shut.", []),
        ("A — B", []),
        ("HARBOUR said no - to all.", []),
        ("", []),
    ],
)
def test_datelines(text: str, expected: list[tuple[str, list[str], str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("piece", ["A", "A ", "A, ", "A (", "A -"])
def test_long_runs_do_not_stall(piece: str) -> None:
    assert found("\n" * 10_000 + piece * 10_000) in ([], [("A -", ["A"], "")])
