from __future__ import annotations

import pytest

from factcheck.assertions import wordings

FOUND: tuple[tuple[str, str, str], ...] = (
    ("See https://example.org/a?b=1.", "contact", "https://example.org/a?b=1"),
    ("Write to desk@example.co.uk, please", "contact", "desk@example.co.uk"),
    ("as @ann_hale wrote", "contact", "@ann_hale"),
    ("under #SaveTheMill they", "contact", "#SaveTheMill"),
    ("on example.com/news today", "contact", "example.com/news"),
    ("call +44 20 7946 0958 now", "contact", "+44 20 7946 0958"),
    ("for the first time since", "superlative", "for the first time"),
    ("It has never before been shut.", "superlative", "never before"),
    ("Ice had never been seen there before.", "superlative", "never been seen there before"),
    ("Prices have never been higher.", "superlative", "never been higher"),
    ("The lake had never been so low.", "superlative", "never been so low"),
    ("an unprecedented move", "superlative", "unprecedented"),
    ("a record-breaking year", "superlative", "record-breaking"),
    ("an all-time low", "superlative", "all-time"),
    ("the very first bridge", "superlative", "very first"),
    ("the league’s leading scorer", "superlative", "leading"),
    ("It was a town first.", "superlative", "first"),
    ("the only bridge", "superlative", "only"),
    ("It set a record in town.", "superlative", "record"),
    ("in record time", "superlative", "record"),
    ("the town's largest mill", "superlative", "largest"),
    ("the worst fire", "superlative", "worst"),
    ("the most liberal town", "superlative", "most liberal"),
    ("a unanimous vote", "superlative", "unanimous"),
    ("twice as many as", "comparison", "twice as many as"),
    ("three times more", "comparison", "three times more"),
    ("far more popular than", "comparison", "far more popular than"),
    ("as high as the mast", "comparison", "as high as"),
    ("compared with last year", "comparison", "compared with"),
    ("They are more likely to go.", "comparison", "more likely"),
)


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_wordings(text: str, kind: str, words: str) -> None:
    assert (kind, words) in [(k, span.of(text)) for k, span in wordings.find(text)]


def test_every_pattern_has_an_example() -> None:
    idle = [
        row.pattern.pattern
        for row in wordings.ROWS
        if not any(row.pattern.search(text) for text, _, _ in FOUND)
    ]
    assert idle == []


@pytest.mark.parametrize(
    "text",
    [
        "The forest guest at the west coast digest.",
        "They did their best at best, said the best man.",
        "If only they had kept it for the record.",
        "The First Lady spoke of a first name.",
        "no later than May, at least most of them, in the most part",
        "Mr. Hale.Then he left at 9.30 with 1,200 5,000 men. A costume in #1.",
        "The letter had never been answered, and he had never seen or had it.",
        "They had never met before the vote.",
        "He was a record company's first aid man.",
        "the leading edge of the fire leading up to it, leading the way",
    ],
)
def test_what_is_none(text: str) -> None:
    assert [(k, span.of(text)) for k, span in wordings.find(text)] == []


@pytest.mark.parametrize("piece", ["a", "1", "a.", "a-", "one ", " "])
def test_long_runs_do_not_stall(piece: str) -> None:
    assert list(wordings.find(piece * 20_000)) == []
