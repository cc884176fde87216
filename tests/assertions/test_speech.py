from __future__ import annotations

import pytest

from factcheck.assertions import reading

# What is written, and who speaks in each quotation or reporting clause.
QUOTATIONS = [
    ("“It works,” Marta Quill said.", ["Marta Quill"]),
    ("“It works,” said Marta Quill, the engineer.", ["Marta Quill"]),
    ("“It works,” said engineer Marta Quill. “We tested it.”", ["Marta Quill", "Marta Quill"]),
    ("Marta Quill spoke first. “It works,” Quill said.", ["Marta Quill"]),
    ("Marta Quill arrived. “It works,” she said.", ["Marta Quill"]),
    ("“It works,” a council source told the Herald.", ["a council source"]),
    ("According to the report, the bridge is “unsafe.”", ["the report"]),
    ("Marta Quill told the board: “It works.”", ["Marta Quill"]),
]


@pytest.mark.parametrize(("text", "speakers"), QUOTATIONS)
def test_the_speaker_of_a_quotation(text: str, speakers: list[str]) -> None:
    assert [v.speaker for v in reading.read(text).voices] == speakers


def test_a_quotation_without_a_tag_takes_the_running_speaker_and_says_so() -> None:
    read = reading.read("“It works,” Marta Quill said.\n\n“Nobody believed us.”")
    assert [(v.speaker, v.inferred) for v in read.voices] == [
        ("Marta Quill", False),
        ("Marta Quill", True),
    ]


def test_reporting_clauses_tell_what_is_said() -> None:
    read = reading.read("The ministry said that two bridges were closed.")
    clause = read.clauses[0]
    assert (clause.verb, clause.speaker) == ("say", "The ministry")
    assert read.span(*clause.content).of(read.text) == "that two bridges were closed"


def test_a_far_subject_is_not_the_speaker_of_a_tag_at_the_end() -> None:
    read = reading.read("The timing raises the question of who rules, a source told the Herald.")
    assert [c.speaker for c in read.clauses if c.verb == "tell"] == ["a source"]
