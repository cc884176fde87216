"""What counts as the same words."""

from __future__ import annotations

import pytest

from factcheck.updating.normal import same, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('"It rained," he said.', "“It rained,” he said."),
        ("'It rained,' he said.", '"It rained," he said.'),
        ("« It rained »", '"It rained"'),
        ("the town's roof", "the town’s roof"),
        ("the vote was 5-2", "the vote was 5–2"),
        ("rain — and snow", "rain -- and snow"),
        ("rain—and snow", "rain – and snow"),
        ("5\u00a0percent", "5 percent"),
        ("$ 5", "$5"),
        ("one\ntwo", "one two"),
        ("one  two ", " one two"),
        ("ﬁve oﬃcers", "five officers"),
        ("caf\u00e9", "cafe\u0301"),
        ("co\u00adoperate", "cooperate"),
        ("wait...", "wait…"),
        ("wait . . .", "wait…"),
        ("well\u2011known", "well-known"),
        ("'It opened in 2019' he said", '"It opened in 2019" he said'),
    ],
)
def test_the_same(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 percent", "6 percent"),
        ("12,000", "12.000"),
        ("12 000", "12000"),
        ("rooms 1, 500 and 3", "rooms 1,500 and 3"),
        ("He was. 5 left", "He was .5 left"),
        ("Monday", "monday"),
        ("it rained, and", "it rained and"),
        ("re-form", "reform"),
        ("a part", "apart"),
        ("10²", "102"),
        ("½", "1/2"),
        ("its", "it's"),
        ("a wall of 6'", 'a wall of 6"'),
        ('"It rained"', "It rained"),
        ("did", "did not"),
        ("it rained.", "it rained?"),
        ("Petra", "Peter"),
    ],
)
def test_not_the_same(one: str, other: str) -> None:
    assert not same(one, other)


def test_tokens_have_their_places() -> None:
    text = "It’s $3.5m…"
    assert [(token.form, token.span.of(text)) for token in tokens(text)] == [
        ("It", "It"),
        ('"', "’"),
        ("s", "s"),
        ("$", "$"),
        ("3.5", "3.5"),
        ("m", "m"),
        ("…", "…"),
    ]
