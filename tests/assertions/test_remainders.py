from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.assertions import reading, remainders
from factcheck.assertions.candidates import Candidate
from factcheck.assertions.choices import Choice


def choice(read: reading.Reading, words: str) -> Choice:
    """The words, which stand once in the first sentence, as chosen."""
    place = read.text.index(words)
    inside = [t.i for t in read.doc if place <= t.idx < place + len(words)]
    plain = frozenset(("narration",))
    span = Candidate(inside[0], inside[-1] + 1, 1, inside[0], frozenset(), plain)
    return Choice(span, "narration", "event")


def joined(text: str, *words: str) -> list[str]:
    read = reading.read(text)
    found = remainders.join(
        read, remainders.places(read).get(1, ()), [choice(read, each) for each in words]
    )
    return [read.span(c.span.start, c.span.end).of(text) for c in found]


@pytest.mark.parametrize(
    ("text", "words", "longer"),
    [
        (
            "As of October, the ferry line had a fleet of 270 boats.",
            "the ferry line had a fleet of 270 boats",
            "As of October, the ferry line had a fleet of 270 boats",
        ),
        (
            "The council of Dunsorrel said so in a statement on Tuesday.",
            "The council of Dunsorrel said so in a statement",
            "The council of Dunsorrel said so in a statement on Tuesday",
        ),
        (
            "The shares reached a peak above $68,000 by November 2021.",
            "a peak above $68,000",
            "a peak above $68,000 by November 2021",
        ),
    ],
)
def test_a_date_beside_a_span_joins_it(text: str, words: str, longer: str) -> None:
    assert joined(text, words) == [longer]


def test_a_date_that_some_span_holds_joins_no_other() -> None:
    text = "Police arrested six people on Monday and closed the bridge."
    assert joined(text, "arrested six people on Monday", "closed the bridge") == [
        "arrested six people on Monday",
        "closed the bridge",
    ]


def test_a_date_behind_other_words_stays_out() -> None:
    text = "Police arrested six people and closed the old bridge on Monday."
    assert joined(text, "Police arrested six people") == ["Police arrested six people"]


def test_no_mark_of_quotation_is_crossed() -> None:
    text = "“The bridge is closed,” Monday’s notice said."
    assert joined(text, "The bridge is closed") == ["The bridge is closed"]


SENTENCE = "In May 2021, police seized 30 grams, $4,000 and two cars in Elmsford on Friday."


@given(st.lists(st.tuples(st.integers(0, 21), st.integers(1, 6)), max_size=4))
def test_spans_only_grow_and_none_is_lost(places: list[tuple[int, int]]) -> None:
    read = reading.read(SENTENCE)
    size = len(read.doc)
    plain = frozenset(("narration",))
    before = [
        Choice(Candidate(a, min(a + n, size), 1, a, frozenset(), plain), "narration", "event")
        for a, n in places
        if a < size
    ]
    after = remainders.join(read, remainders.places(read).get(1, ()), before)
    assert len(after) == len(before)
    held = {i for c in before for i in range(c.span.start, c.span.end)}
    kept = {i for c in after for i in range(c.span.start, c.span.end)}
    ends = {i for i in held if i in read.ends.loose or i in read.ends.joiners}
    assert held - ends <= kept
