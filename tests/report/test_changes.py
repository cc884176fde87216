"""Which words a proposed change touches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.changes import Piece, compare


@pytest.mark.parametrize(
    ("current", "proposed", "before", "after"),
    [
        (
            "lost 412 jobs last year",
            "lost 142 jobs last year",
            (("lost ", False), ("412", True), (" jobs last year", False)),
            (("lost ", False), ("142", True), (" jobs last year", False)),
        ),
        (
            "closed in March",
            "closed in late March",
            (("closed in ", False), ("March", False)),
            (("closed in ", False), ("late", True), (" ", False), ("March", False)),
        ),
        ("it shut", "nothing in common", (("it shut", False),), (("nothing in common", False),)),
        ("words", "", (("words", False),), (("", False),)),
    ],
)
def test_compare(
    current: str, proposed: str, before: tuple[Piece, ...], after: tuple[Piece, ...]
) -> None:
    assert compare(current, proposed) == (before, after)


text = st.text(alphabet="ab .é東\n", max_size=20)


@given(text, text)
def test_the_pieces_are_the_texts(current: str, proposed: str) -> None:
    before, after = compare(current, proposed)
    assert "".join(piece for piece, _ in before) == current
    assert "".join(piece for piece, _ in after) == proposed
    if current == proposed:
        assert not any(touched for _, touched in (*before, *after))
