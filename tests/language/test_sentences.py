from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language import sentences

# One text a row; " | " stands where a sentence ends.
GOLDEN = [
    "The mayor spoke. | The council listened.",
    "The U.S. military left. | It took a week.",
    "He moved to the U.S. | She stayed in the U.K. for a year.",
    "They serve in the U.S. Army and the U.N. force.",
    "W. M. Harrow and J. Pell signed it. | Both are 40.",
    "It opened on Feb. 14 and closed on Dec. 3. | Nobody came.",
    "It cost $3.5 million. | No. 2 was cheaper, at 1.2 percent.",
    "Platform No. 2 is shut. | Is it No. 3? | No. | It is not.",
    "Gov. Ada Lorne (R) and Sen. Tom Weir met Rep. Jane Roe.",
    "Martin Hale Jr. runs Hale & Co. in Dunmere. | It makes rope.",
    "Pell works for Hale Inc. | He has done so since May.",
    "They met at 5 p.m. Monday. | It ended at 9 p.m. | Nobody left early.",
    "She lives on Mill St. near the weir.",
    "He waited ... and waited. | Then he left.",
    "“I was there … I saw it,” he said.",
    "“It works,” she said. | “We tested it. | It works.”",
    "“Why now?” she asked. | “Why here?” Marta Quill asked the board.",
    "“Never!” | He slammed the door.",
    '"Why?" Pell asked. | "Because."',
    "“We [the council] agreed [...] on it,” he said.",
    "He wrote that “no money was spent.” | The minutes differ.",
    "She asked: “Is it safe?” | Nobody answered.",
    "(He had left by then.) | The rest stayed.",
    "Growth was 2.5 per cent (down from 3.1 per cent). | Prices rose.",
    "The band Yahoo! Research sponsors played. | It rained.",
    "Visit dunmere.example. | It is free.",
    "He said it at last week's meeting.The mayor did not.",
    "Read dunmere.Example for more.",
    "‘It’s over,’ he said. | ‘Go home.’",
    "1. Bread 2. Milk 3. Eggs",
    "A study by Lorne et al. found none. | Others did.",
    "Banks fail.⁶ | The bank did not.",
    "It is e.g. a lake, i.e. water. | Cf. the map.",
]
# The two that need the list rule and the pasted full stop.
GOLDEN[26] = "He said it at last week's meeting. | The mayor did not."
GOLDEN[29] = "1. Bread | 2. Milk | 3. Eggs"


@pytest.mark.parametrize("row", GOLDEN)
def test_golden(row: str) -> None:
    text = row.replace(" | ", " ")
    assert [s.span.of(text) for s in sentences.split(text)] == row.split(" | ")


def test_a_full_stop_glued_to_the_next_sentence_ends_one() -> None:
    text = "It fell last week.The mayor resigned."
    assert [s.span.of(text) for s in sentences.split(text)] == [
        "It fell last week.",
        "The mayor resigned.",
    ]


def test_a_paragraph_ends_a_sentence_and_numbers_run_on() -> None:
    text = "Headline without a stop\n\nFirst. Second\n\n\nThird."
    found = [(s.number, s.paragraph, s.span.of(text)) for s in sentences.split(text)]
    assert found == [
        (1, 1, "Headline without a stop"),
        (2, 2, "First."),
        (3, 2, "Second"),
        (4, 3, "Third."),
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "...", "! ! !", "“”", '"'])
def test_nothing_much(text: str) -> None:
    assert [s.span.of(text) for s in sentences.split(text)] == ([text] if text.strip() else [])


@given(st.text(alphabet=st.sampled_from(list("Aab1.,!?…\"“”‘’'()[]- \n•")), max_size=80))
def test_every_character_that_is_not_blank_is_in_exactly_one_sentence(text: str) -> None:
    found = sentences.split(text)
    held = [i for s in found for i in range(s.span.start, s.span.end)]
    assert len(held) == len(set(held))
    assert [i for i, c in enumerate(text) if not c.isspace()] == [
        i for i in held if not text[i].isspace()
    ]
    assert [s.number for s in found] == list(range(1, len(found) + 1))


def test_a_row_of_a_table_is_one_sentence() -> None:
    row = "Mill St. | Burned. Rebuilt in 1931. | $6 million"
    text = f"It burned. It rained.\n\n{row}\n\nIt snowed. It thawed."
    found = sentences.split(text, whole={2})
    assert [(s.span.of(text), s.number, s.paragraph) for s in found] == [
        ("It burned.", 1, 1),
        ("It rained.", 2, 1),
        (row, 3, 2),
        ("It snowed.", 4, 3),
        ("It thawed.", 5, 3),
    ]
