"""How a passage stands in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checks.quoting import Found, Match, Text, alters

SOURCE = Text(
    "Minutes of 13 May. “The bridge cost 1.2 million crowns,” said the clerk – not 12 million. "
    "The eﬃciency of the north\u00adern span fell by −3 to 5 %. We re-\nopened it on 9\u00a0June."
)


@pytest.mark.parametrize(
    ("passage", "match"),
    [
        ("The bridge cost 1.2 million crowns", "exact"),
        ('"the bridge cost 1.2 million crowns," said the clerk', "alike"),
        ("said the clerk - not 12 million", "alike"),
        ("The efficiency of the northern span", "alike"),
        ("We reopened it on 9 June", "alike"),
        ("We re-opened it on 9 June", "alike"),
        ("fell by -3 to 5%", "alike"),
        ("Minutes of 13 May … said the clerk", "alike"),
        ("Minutes of 13 May [...] not 12 million.", "alike"),
        ("The bridge [at Tollen] cost 1.2 million crowns", "alike"),
        ("said the clerk … Minutes of 13 May", "none"),
        ("The bridge cost 12 million crowns", "near"),
        ("The bridge cost 1.3 million crowns", "near"),
        ("cost 2 million crowns", "near"),
        ("fell by 3 to 5 %", "near"),
        ("The bridge lost 1.2 million crowns", "near"),
        ("he bridge cost 1.2 million crown", "near"),
        ("No whale was seen in the harbour", "none"),
        ("…", "none"),
        ("", "none"),
    ],
)
def test_find(passage: str, match: Match) -> None:
    assert SOURCE.find(passage).match == match


def test_what_comes_nearest_is_shown_in_whole_words() -> None:
    assert SOURCE.find("The bridge lost 1.2 million crowns") == Found(
        "near", "“The bridge cost 1.2 million crowns,”"
    )


def test_an_empty_text_has_nothing() -> None:
    assert Text("").find("The bridge") == Found("none")


words = st.lists(
    st.text(st.characters(categories=["Ll", "Lu"], max_codepoint=0x24F), min_size=1, max_size=8)
    | st.integers(0, 9999).map(str),
    min_size=2,
    max_size=12,
)


@given(words, words, words)
def test_what_stands_there_is_found_however_it_is_typed(
    before: list[str], said: list[str], after: list[str]
) -> None:
    text = Text(" ".join(("«", *before, "“", *said, "”", *after)))
    for mark in (" ", "\u00a0", "\n", " – ", " “"):
        if mark == " – " and any(word.isdigit() for word in said):
            continue  # between figures a dash tells
        assert text.find(mark.join(said)).match in ("exact", "alike")


@given(words, st.data())
def test_another_word_is_never_taken_for_the_same(said: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(said) - 1))
    other = said[at] + "q" if said[at].isalpha() else str(int(said[at]) + 1)
    text = Text(f"before {' '.join(said)} after")
    changed = " ".join((*said[:at], other, *said[at + 1 :]))
    assert text.find(changed).match not in ("exact", "alike")


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("opened in 2017 and cost six million", "opened in 2018 and cost nine million"),
        ("93 businesses closed", "39 businesses closed"),
        ("fell by 3 to 5 %", "fell by −3 to 5 %"),
        ("cost $40,000", "cost €40,000"),
        ("rose by 5", "rose by 5%"),
        ("the council did approve it", "the council did not approve it"),
        ("the council did not approve it", "the council approved it"),
        ("he couldn't say", "he could say"),
        ("Mayor Ana Ruiz refused it", "Mayor Eva Ruiz refused it"),
        ("said Marta Quill in May", "said Marta Quell in May"),
        ("about two hundred people", "about three hundred people"),
    ],
)
def test_what_changes_the_meaning_of_a_passage(passage: str, words: str) -> None:
    assert alters(passage, words)


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("It cots 4 million euros", "It cost 4 million euros"),
        ("the brigde opened in May 2019", "the bridge opened in May 2019"),
        ("It cost 40000 pounds", "It cost 40,000 pounds"),
        ("the bridge opened in May", "In 2019 the bridge opened in May not June"),
        ("opened to trafic", "opened to all traffic"),
        ("thirty-seven boats came in", "37 boats came"),
    ],
)
def test_what_may_be_a_slip(passage: str, words: str) -> None:
    assert not alters(passage, words)
