"""Words are found as they stand or otherwise typed; what is not there has a nearest passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.worksheet import passages

TEXT = (
    "It rained on “Monday”.\u00a0 The so-called ‘wall’ cost 25,000 euros — or more … It rained.\n\n"
    "Ada’s party starts an art-fair."
)


def found(words: str, text: str = TEXT) -> list[str]:
    return [span.of(text) for span in passages.find(words, text)]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("It rained", ["It rained", "It rained"]),
        ("  It rained.\n", ["It rained."]),
        ("on Sunday", []),
        ("", []),
        (" \n", []),
        ('"Monday"', ["“Monday”"]),
        ("so–called 'wall'", ["so-called ‘wall’"]),
        ("25,000 euros - or more ...", ["25,000 euros — or more …"]),
        ("euros—or", ["euros — or"]),
        ("The\nso-called", ["The so-called"]),
        ('on "Monday". The', ["on “Monday”.\u00a0 The"]),
        ("Ada's", ["Ada’s"]),
        ("rained. Ada’s", []),  # not from one paragraph into the next
        ("it rained", []),
    ],
)
def test_finding(words: str, places: list[str]) -> None:
    assert found(words) == places


@pytest.mark.parametrize("words", ["000", "25", "5,000", "art", "arty starts", "euro", "rain"])
def test_a_part_of_a_word_or_figure_is_none(words: str) -> None:
    assert found(words, TEXT.replace("an art-fair", "a fair")) == []


def test_the_very_characters_count_first() -> None:
    assert found('"a" and', "“a” and \"a\" and 'a' and") == ['"a" and']


def test_places_may_overlap() -> None:
    assert [(s.start, s.end) for s in passages.find("ha ha", "ha ha ha")] == [(0, 5), (3, 8)]


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        ("it raind on monday", "It rained on “Monday"),
        ("the so called wall cost 25,000 euro", "The so-called ‘wall’ cost 25,000 euros"),
        ("xyzzy qqqq", None),
        ("", None),
    ],
)
def test_the_nearest_passage(words: str, nearest: str | None) -> None:
    span = passages.nearest(words, TEXT)
    assert (span.of(TEXT) if span else None) == nearest


def test_a_text_without_words_has_no_nearest_passage() -> None:
    assert passages.nearest("it rained", "") is None
    assert passages.nearest("it rained", " \n ") is None


texts = st.text("ab 1,.'’\"“-–—…\n\u00a0İ", max_size=40)


@given(texts, texts, texts)
def test_words_that_stand_alone_are_found_where_they_stand(
    before: str, words: str, after: str
) -> None:
    if not words.strip():
        assert passages.find(words, before) == ()
        return
    text = f"{before} x {words} x {after}"
    places = passages.find(words, text)
    assert words.strip() in [span.of(text) for span in places]
    assert all(span.of(text) == words.strip() for span in places)


@given(texts, texts)
def test_the_nearest_passage_is_one(words: str, text: str) -> None:
    span = passages.nearest(words, text)
    assert span is None or (0 <= span.start < span.end <= len(text))
    assert span is None or span.of(text) == span.of(text).strip()
