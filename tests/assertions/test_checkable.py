"""What the model says, and that it says the same whatever stands beside."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.assertions import checkable, encoder

SPEECH = (
    "Thank you all for coming tonight.",
    "Last year the county built 412 homes, more than in the ten years before.",
    "I believe that our best days lie ahead of us.",
    "We will never give up on our young people.",
    "Who among us has not waited for a bus in the rain?",
    "Unemployment in Northmill fell from 9 to 6 percent between 2019 and 2023.",
)


def test_a_speech_is_told_apart() -> None:
    judged = checkable.judge(SPEECH)
    facts = [j.fact >= 0.5 for j in judged]
    assert facts == [False, True, False, False, False, True]
    nothing = [j.checkable for j, fact in zip(judged, facts, strict=True) if not fact]
    assert max(nothing) < 0.5
    assert min(judged[1].checkable, judged[5].checkable) > 0.9
    assert judged[1].urgency > 2 > judged[2].urgency


def test_probabilities_are_probabilities() -> None:
    for judgement in checkable.judge(SPEECH):
        assert sum(judgement.bases) == pytest.approx(1, abs=1e-5)
        assert sum(judgement.urgencies) == pytest.approx(1, abs=1e-5)
        assert 0 <= judgement.worth <= 1
        assert judgement.fact <= judgement.checkable <= 1 + 1e-5
        assert 0 <= judgement.urgency <= 3


def test_the_reason_is_the_likeliest_of_those_that_leave_nothing_to_check() -> None:
    bases = (0.3, 0.1, 0.1, 0.05, 0.2, 0.1, 0.1, 0.05)
    judgement = checkable.Judgement(bases, (0.0, 0.0, 0.5, 0.5), 0.0)
    assert judgement.reason == "prediction"
    assert judgement.checkable == pytest.approx(0.5)
    assert judgement.urgency == pytest.approx(2.5)


def test_no_sentence_no_judgement() -> None:
    assert checkable.judge(()) == ()


@settings(max_examples=15, deadline=None)
@given(st.permutations(SPEECH))
def test_a_vector_does_not_depend_on_what_else_is_encoded(order: list[str]) -> None:
    model = encoder.load()
    alone = {text: model.vectors([text])[0] for text in SPEECH}
    for text, row in zip(order, model.vectors(order), strict=True):
        assert np.array_equal(row, alone[text])


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_judged_the_same_twice(text: str) -> None:
    assert checkable.judge([text]) == checkable.judge([text])


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("He left.", "She stayed."), ("He left.", "She stayed.")),
        (("“He left.", "She stayed.”", "It rained."), ("“He left.", "“She stayed.”", "It rained.")),
        (('"He left.', 'She stayed."', "It rained."), ('"He left.', '“She stayed."', "It rained.")),
        # A new paragraph of a running quotation has its own mark.
        (
            ("“He left.", "“She stayed.”", "It rained."),
            ("“He left.", "“She stayed.”", "It rained."),
        ),
        (('"A" and "B".', "It rained."), ('"A" and "B".', "It rained.")),
    ],
)
def test_a_sentence_inside_a_quotation_shows_it(
    texts: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert tuple(checkable.marked(texts)) == expected


def test_a_quotation_that_is_never_closed_ends() -> None:
    marked = checkable.marked(["“It rained.", *["It rained."] * 12])
    assert [text.startswith("“") for text in marked] == [True] * 9 + [False] * 4


def test_the_model_is_small_enough_to_ship() -> None:
    folder = Path(checkable.__file__).parent / "weights"
    assert sum(file.stat().st_size for file in folder.iterdir()) <= 25_000_000
