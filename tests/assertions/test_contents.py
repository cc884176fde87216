from __future__ import annotations

import pytest

from factcheck.assertions import reading

# A sentence, its speaker, and what is said; an empty content where none is told.
CASES = [
    ("Marta Quill said the bridge was safe.", "Marta Quill", "the bridge was safe"),
    ("The bridge was safe, Marta Quill said.", "Marta Quill", "The bridge was safe"),
    ("The bridge was safe, said Marta Quill.", "Marta Quill", "The bridge was safe"),
    ("Marta Quill promised to close the bridge.", "Marta Quill", "to close the bridge"),
    ("Marta Quill denied closing the bridge.", "Marta Quill", "closing the bridge"),
    ("Marta Quill accused Paul Brand of fraud.", "Marta Quill", "Paul Brand of fraud"),
    ("Marta Quill warned of a long winter.", "Marta Quill", "of a long winter"),
    ("Marta Quill rejected the claim.", "Marta Quill", "the claim"),
    ("The survey shows a tight race.", "The survey", "a tight race"),
    ("According to Marta Quill, the bridge was safe.", "Marta Quill", ", the bridge was safe."),
    ("Marta Quill told the Herald about it.", "Marta Quill", "about it"),
    ("Marta Quill spoke on Monday.", "Marta Quill", ""),
]


@pytest.mark.parametrize(("text", "speaker", "content"), CASES)
def test_what_a_clause_says_was_said(text: str, speaker: str, content: str) -> None:
    read = reading.read(text)
    clause = read.clauses[0]
    start, end = clause.content
    said = read.span(start, end).of(text) if start < end else ""
    assert (clause.speaker, said) == (speaker, content)


NOUNS = [
    ("Few believe the mayor's claim that it works.", "the mayor", "that it works"),
    ("It followed criticism from Marta Quill.", "Marta Quill", ""),
    ("The claim is on page three.", None, ""),
]


@pytest.mark.parametrize(("text", "speaker", "content"), NOUNS)
def test_nouns_that_carry_what_was_said(text: str, speaker: str | None, content: str) -> None:
    read = reading.read(text)
    found = [c for c in read.clauses if c.verb.endswith("(noun)")]
    assert [c.speaker for c in found] == ([] if speaker is None else [speaker])
    for clause in found:
        start, end = clause.content
        assert (read.span(start, end).of(text) if start < end else "") == content


def test_the_source_behind_a_title_that_was_just_given() -> None:
    read = reading.read("Jobs will go in May, said the firm's recently named chair Marta Quill.")
    assert [c.speaker for c in read.clauses if c.verb == "say"] == ["Marta Quill"]


HEADLINES = [
    ("Marta Quill: The bridge will stay shut.", ["Marta Quill"]),
    ("Survey: Few want the bridge to close.", ["Survey"]),
    ("Bridge Facts: It opened in May and cost a million.", []),
    ("The Price: It cost a million pounds in all.", []),
    ("Marta Quill: the early years.", []),
]


@pytest.mark.parametrize(("text", "speakers"), HEADLINES)
def test_a_name_before_a_colon_speaks(text: str, speakers: list[str]) -> None:
    assert [c.speaker for c in reading.read(text).clauses if c.verb == ":"] == speakers


def test_minds_and_boards_speak_too() -> None:
    read = reading.read("Residents are worried that the bridge will close.")
    assert [(c.verb, c.speaker) for c in read.clauses] == [("worried (mind)", "Residents")]
    read = reading.read("The banner read: “It works.”")
    assert [(c.verb, c.speaker) for c in read.clauses if c.reports] == [("read", "The banner")]
    read = reading.read("Marta Quill read the book.")
    assert read.clauses == ()
