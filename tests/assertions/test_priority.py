from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.assertions import priority, themes
from factcheck.model import DETAIL_KINDS, KINDS, LAYERS, PRIORITIES, Detail


def rank(
    text: str, *details: tuple[str, str], kind: str = "event", layer: str = "narration"
) -> str:
    return priority.of(text, kind, layer, tuple(Detail(k, t) for k, t in details))


@pytest.mark.parametrize("theme", themes.HIGH, ids=lambda t: t.name)
def test_each_risky_theme(theme: themes.Theme) -> None:
    assert priority.explain(theme.fires, "event", "narration", ()) == ("high", theme.name)
    assert rank(theme.passes) == "normal"


@pytest.mark.parametrize("theme", themes.LOW, ids=lambda t: t.name)
def test_each_trivial_theme(theme: themes.Theme) -> None:
    assert priority.explain(theme.fires, "event", "narration", ()) == ("low", theme.name)
    assert rank(theme.passes) == "normal"


FIGURES = [
    ("the bridge cost $4m", (("money", "$4m"),), "high"),
    ("it took 12% of the traffic", (("percent", "12%"),), "high"),
    ("the town has 1,200 trees", (("figure", "1,200"),), "high"),
    ("the town has 12 trees", (("figure", "12"),), "normal"),
    ("the town lost more than 12 trees", (("figure", "12"),), "high"),
    ("the town has two trees", (("figure", "two"),), "normal"),
    ("she is 41", (("age", "41"),), "normal"),
    ("the first half ended 0-0", (("score", "0-0"), ("superlative", "first")), "normal"),
]


@pytest.mark.parametrize(("text", "details", "expected"), FIGURES)
def test_figures(text: str, details: tuple[tuple[str, str], ...], expected: str) -> None:
    assert rank(text, *details) == expected


def test_a_statistic_is_high_whatever_its_words() -> None:
    assert rank("few stayed", kind="statistic") == "high"


def test_exact_words_names_and_what_was_said_are_never_low() -> None:
    words = "I remember the smell"
    assert rank(words) == "low"
    assert rank(words, kind="quotation", layer="said") == "normal"
    assert rank(words, layer="said") == "normal"
    assert rank("our mayor", kind="identity-title") == "normal"


def test_something_to_tick_makes_a_trifle_normal() -> None:
    assert rank("she smiled and waved") == "low"
    assert rank("she smiled and waved", ("date", "Monday")) == "normal"


@given(
    st.text(max_size=60),
    st.sampled_from(KINDS),
    st.sampled_from(LAYERS),
    st.lists(st.tuples(st.sampled_from(DETAIL_KINDS), st.text(max_size=12)), max_size=3),
)
def test_any_text_has_a_priority(
    text: str, kind: str, layer: str, details: list[tuple[str, str]]
) -> None:
    assert rank(text, *details, kind=kind, layer=layer) in PRIORITIES


@given(st.sampled_from(themes.HIGH), st.text(alphabet="abc ", max_size=20))
def test_more_words_never_lower_a_risk(theme: themes.Theme, more: str) -> None:
    assert rank(f"{theme.fires}, {more}") == "high"
