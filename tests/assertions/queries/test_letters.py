from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.assertions.queries.letters import alike, distance

words = st.text("abcn", min_size=1, max_size=7)


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("Cowan", "Cowan", 0),
        ("Cowan", "Cowen", 1),
        ("Michele", "Michelle", 1),
        ("Kristen", "Kirsten", 1),
        ("Cowan", "Cowmen", 2),
        ("Cowan", "Quinn", 3),
        ("Ann", "Annabel", 3),
    ],
)
def test_distance(one: str, other: str, letters: int) -> None:
    assert distance(one, other, 2) == letters
    assert distance(other, one, 2) == letters


@given(words, words, words)
def test_it_measures(one: str, other: str, third: str) -> None:
    far = 99
    assert (distance(one, other, far) == 0) == (one == other)
    assert distance(one, other, far) == distance(other, one, far)
    assert abs(len(one) - len(other)) <= distance(one, other, far) <= max(len(one), len(other))
    assert distance(one + third, other + third, far) <= distance(one, other, far)


@given(words, words, st.integers(0, 4))
def test_a_limit_changes_nothing_below_it(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == min(distance(one, other, 99), most + 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cowan", "Cowen"),
        ("Mohammed", "Muhammad"),
        ("Kathryn", "Catherine"),
        ("Jonson", "Johnson"),
        ("Zelensky", "Zelenskyy"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dorlan", "Dorlans"),
        ("Kennedy", "Kennedies"),
        ("Trump", "Trumpism"),
        ("Brown", "Crown"),
        ("Trump", "Trumpet"),
        ("Roe", "Rot"),
        ("Hale", "Hales"),
        ("Cowan", "cowan"),
    ],
)
def test_two_words(one: str, other: str) -> None:
    assert not alike(one, other)
