from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from factcheck.assertions import columns, reading
from factcheck.assertions.columns import counted

READ = reading.read("Ada Quill, 34, told the board that two bridges failed. She left.")
KNOWN = columns.of(READ)


@given(st.lists(st.booleans()), st.integers(0, 50), st.integers(0, 50))
def test_running_totals_count_any_range(flags: list[bool], one: int, other: int) -> None:
    start, end = sorted((min(one, len(flags)), min(other, len(flags))))
    total = counted(np.asarray(flags, dtype=bool))
    assert total[end] - total[start] == sum(flags[start:end])


def test_flags_agree_with_the_pipeline() -> None:
    doc = READ.doc
    assert KNOWN.is_one("POS", ("VERB",)).tolist() == [t.pos_ == "VERB" for t in doc]
    assert KNOWN.is_one("LOWER", ("board", "unheard-of")).tolist() == [
        t.lower_ == "board" for t in doc
    ]
    assert KNOWN.is_such("ORTH", str.istitle).tolist() == [t.text.istitle() for t in doc]
    assert KNOWN.number.tolist() == [t.like_num for t in doc]
    assert KNOWN.head.tolist() == [t.head.i for t in doc]


def test_children_and_depth_agree_with_the_pipeline() -> None:
    doc = READ.doc
    nouns = KNOWN.is_one("POS", ("NOUN",))
    assert KNOWN.of_children(nouns).tolist() == [
        sum(c.pos_ == "NOUN" for c in t.children) for t in doc
    ]
    assert KNOWN.depth.tolist() == [len(list(t.ancestors)) for t in doc]


def test_a_child_is_found_between_two_places() -> None:
    doc = READ.doc
    told = next(t for t in doc if t.text == "told")
    subject = next(c for c in told.children if c.dep_ == "nsubj")
    flags = KNOWN.is_one("DEP", ("nsubj",))
    heads = np.asarray([told.i, told.i])
    starts = np.asarray([subject.i, subject.i + 1])
    ends = np.asarray([told.i, told.i])
    assert KNOWN.has_child(flags, heads, starts, ends).tolist() == [True, False]
