from __future__ import annotations

import pytest

from factcheck.checks import anchor
from factcheck.model import SetAside, Span


@pytest.mark.parametrize(
    ("listed", "left"),
    [
        ("The dam broke.", " Nobody was hurt."),
        ("The dam broke", ". Nobody was hurt."),
    ],
)
def test_what_follows_a_finished_sentence_is_told(listed: str, left: str) -> None:
    claim = SetAside(listed, 1, 1, Span(0, len(listed)), "no-claim")
    (found,) = anchor._tail(listed + left, [claim])
    assert found == (Span(len(listed), len(listed + left)), "the end of a paragraph is")


@pytest.mark.parametrize("left", [". 789–808, August 2008.", " in May, said Roe.", ".  m. sharp"])
def test_the_rest_of_a_sentence_is_not_told(left: str) -> None:
    listed = "The Journal of Dams, vol. 17, pp"
    claim = SetAside(listed, 1, 1, Span(0, len(listed)), "no-claim")
    assert anchor._tail(listed + left, [claim]) == []
