from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles import lines

PARAGRAPHS = (
    "The council of Eastbridge said on Monday that the new crossing over the river would open in "
    "June, two years later than it had promised when work began.",
    "“We are sorry for the delay,” said Ann Example, who leads the council. “It was out of our "
    "hands.”",
    "The bridge cost £4m. That is twice the budget that was set in 2019, when the long-term plan "
    "was agreed; the difference will be paid by the region over the next ten years or so.",
    "It carries cars, buses and bicycles.",
)


def wrapped(width: int, between: str = "\n\n", indent: str = "") -> str:
    return between.join(textwrap.fill(p, width, initial_indent=indent) for p in PARAGRAPHS)


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100, 120])
def test_wrapped_paragraphs_are_joined(width: int) -> None:
    assert lines.paragraphs(wrapped(width)) == PARAGRAPHS


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_paragraphs_that_are_set_in(width: int) -> None:
    assert lines.paragraphs(wrapped(width, "\n", "    ")) == PARAGRAPHS


def test_one_paragraph_a_line_stays_so() -> None:
    assert lines.paragraphs("\n".join(PARAGRAPHS)) == PARAGRAPHS
    assert lines.paragraphs("\n\n".join(PARAGRAPHS)) == PARAGRAPHS


def test_short_lines_of_one_sentence_each_stay_apart() -> None:
    text = "The bridge is open.\nIt cost a lot.\nNobody was hurt when it was built.\nThat is all."
    assert lines.paragraphs(text) == tuple(text.split("\n"))


def test_lists_and_headings_stay_apart() -> None:
    text = (
        "What it cost\n"
        + textwrap.fill(PARAGRAPHS[0], 60)
        + "\n- steel: £2m, which is a great deal more than had been\n  foreseen by anybody"
        + "\n- stone: £1m\n* wages\n1. first\n2) second\n(a) third\n• fourth"
    )
    assert lines.paragraphs(text) == (
        "What it cost",
        PARAGRAPHS[0],
        "- steel: £2m, which is a great deal more than had been foreseen by anybody",
        "- stone: £1m",
        "* wages",
        "1. first",
        "2) second",
        "(a) third",
        "• fourth",
    )


def test_a_list_without_marks_is_no_paragraph() -> None:
    names = "apples\npears\nplums and cherries\nbread"
    assert lines.paragraphs(names) == tuple(names.split("\n"))


def test_results_are_no_paragraph() -> None:
    table = "Eastbridge 2, Westbridge 1\nNorthton 0, Southton 0\nOldham 3, Newham 4"
    assert lines.paragraphs(table) == tuple(table.split("\n"))


def test_ragged_lines_are_joined_where_the_sentence_goes_on() -> None:
    text = (
        "The council of Eastbridge said on Monday that the new\n"
        "crossing over the river would open\n"
        "in June, two years later than it had promised when\n"
        "work began."
    )
    assert lines.paragraphs(text) == (PARAGRAPHS[0],)


def test_a_blank_line_after_every_wrapped_line() -> None:
    text = "\n\n".join(textwrap.wrap(" ".join(PARAGRAPHS[:3]), 60))
    assert lines.paragraphs(text) == (" ".join(PARAGRAPHS[:3]),)


def test_a_hyphen_at_the_edge_stays_unless_the_word_is_known() -> None:
    def known(word: str) -> bool:
        return word in {"government", "no-one"}

    def joined(line: str, following: str, *, keep: bool) -> str:
        return lines.before(line, following, known, keep=keep) + following

    assert joined("the govern-", "ment said", keep=True) == "the government said"
    assert joined("the long-", "term plan", keep=True) == "the long-term plan"
    assert joined("the bud-", "get", keep=False) == "the budget"
    assert joined("to no-", "one", keep=False) == "to no-one"
    assert joined("Stoke-", "On", keep=False) == "Stoke-On"
    assert joined("al-", "Amr", keep=True) == "al-Amr"
    assert joined("an 18-", "fold rise", keep=True) == "an 18-fold rise"
    assert joined("two-", "and three-year", keep=False) == "two- and three-year"
    assert joined("and –", "so", keep=False) == "and – so"


def test_a_full_line_goes_on_with_what_only_looks_like_an_item() -> None:
    for word in ("(R)", "6.", "E.", "—", "(IE9)"):
        text = (
            "The council of Eastbridge said on Monday that the new crossing over\n"
            f"{word} river would open in June, two years later than it had promised\n"
            "when work began, which is more than the neighbours can bear to hear."
        )
        assert len(lines.paragraphs(text)) == 1


@given(st.text("ab .-\n", max_size=200))
def test_no_character_is_lost_but_blanks(text: str) -> None:
    joined = "".join(lines.paragraphs(text)).replace(" ", "")
    # A word that was cut loses its hyphen where the whole word is known.
    assert joined.replace("-", "") == "".join(text.split()).replace("-", "")
