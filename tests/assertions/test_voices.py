from __future__ import annotations

import pytest

from factcheck.assertions import reading

# A text, and the speaker of each of its quotations; a tilde marks one that is inferred.
CASES = {
    "a tag behind": ("“It works,” Marta Quill said.", ["Marta Quill"]),
    "a name behind the verb": ("“It works,” said Marta Quill.", ["Marta Quill"]),
    "who was told is not who speaks": (
        "“It works,” Sen. Marta Quill, the chair, told the Herald.",
        ["Marta Quill"],
    ),
    "one word in somebody's sentence": (
        "Marta Quill called the bridge “unsafe” on Monday.",
        ["Marta Quill"],
    ),
    "no tag": (
        "“It works,” Marta Quill said.\n\n“Nobody believed us.”",
        ["Marta Quill", "~Marta Quill"],
    ),
    "never closed": (
        "“It works,” a ferry source told the Herald. “That would be a fine thing.\n\n“We stop for nobody.",
        ["a ferry source", "~a ferry source", "~a ferry source"],
    ),
    "over paragraphs without marks of their own": (
        "“It works.\n\nNobody believed us.\n\nNow they do,” Marta Quill said.",
        ["Marta Quill", "Marta Quill", "Marta Quill"],
    ),
    "the tag stands at the end of a breath": (
        "“It works.\n\n“Nobody believed us,” said Marta Quill.",
        ["Marta Quill", "Marta Quill"],
    ),
    "a new person is introduced": (
        "“It works,” Marta Quill said.\n\nPaul Brand used stronger words on Tuesday.\n\n“It is a disgrace.”",
        ["Marta Quill", "~Paul Brand"],
    ),
    "a colon": ("Marta Quill's banner was plain: “It works.”", ["Marta Quill's banner"]),
    "the nearest of two that lead": (
        "The video shows a banner that read “It works.”",
        ["a banner"],
    ),
    "signed": (
        "The week in one line:\n\n“So far it has worked for us all.” — Marta Quill",
        ["Marta Quill"],
    ),
    "marks that do not match": (
        '"It works,” Marta Quill said. “Go.”',
        ["Marta Quill", "~Marta Quill"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_speaker_of_each_quotation(name: str) -> None:
    text, expected = CASES[name]
    voices = reading.read(text).voices
    assert [("~" if v.inferred else "") + v.speaker for v in voices] == expected


SOURCES = [
    "a ferry source",
    "a ministry of ports official",
    "a source",
    "port officials",
]


@pytest.mark.parametrize("source", SOURCES)
def test_unnamed_sources_are_kept_as_described(source: str) -> None:
    read = reading.read(f"The bridge will open in May, {source} told the Herald on Monday.")
    assert [c.speaker for c in read.clauses if c.verb == "tell"] == [source]


TITLED = {
    "Councillor Tobin Brand": "Tobin Brand",
    "Alderman Tobin Brand": "Tobin Brand",
    "Coun. Tobin Brand": "Tobin Brand",
    "Superintendent Ada Quill": "Ada Quill",
    "Detective Sgt. Ada Quill": "Ada Quill",
    "Chief Justice Ada Quill": "Ada Quill",
    "Fire Chief Dunstan Brand": "Dunstan Brand",
    "Sheriff Tobin Brand": "Tobin Brand",
    "Archbishop Tobin Brand": "Tobin Brand",
    "Rabbi Tobin Brand": "Tobin Brand",
    "The Justice Department": "Justice Department",
    "General Motors": "General Motors",
    "The General Harbour Authority": "General Harbour Authority",
    "Major League Baseball": "Major League Baseball",
}


@pytest.mark.parametrize("source", TITLED)
def test_a_title_is_no_part_of_the_name(source: str) -> None:
    read = reading.read(f"{source} said the bridge will open in May.")
    assert [c.speaker for c in read.clauses if c.verb == "say"] == [TITLED[source]]


OWNED = {
    "a post and its credit line": (
        "Readers were amused.\n\nI love that they built it twice.\n\n— Marta Quill (@quill) March 3, 2020",
        {2: "Marta Quill", 3: "Marta Quill"},
    ),
    "an interview": (
        "QUILL: Will it hold?\n\nBRAND: It will.\n\nFor years.\n\nQUILL: Thank you.",
        {1: "Quill", 2: "Brand", 3: "Brand", 4: "Quill"},
    ),
    "a post below a colon": (
        "Marta Quill wrote on Sunday:\n\nThe bridge is a joy.\n\nThe council met.",
        {2: "Marta Quill"},
    ),
    "letters": (
        "It is a fine bridge.\n\nMarta Quill.\n\nIt is not.\n\nPaul Brand.\n\nWho cares?\n\n@ferryman.",
        {
            1: "Marta Quill",
            2: "Marta Quill",
            3: "Paul Brand",
            4: "Paul Brand",
            5: "@ferryman",
            6: "@ferryman",
        },
    ),
    "headings are no signatures": ("Marta Quill\n\nBuilt it.\n\nPaul Brand\n\nDid not.", {}),
    "one label is no interview": ("NOTE: The bridge is closed.\n\nIt reopens in May.", {}),
}


@pytest.mark.parametrize("name", OWNED)
def test_paragraphs_that_are_somebodys_words(name: str) -> None:
    text, expected = OWNED[name]
    assert reading.read(text).owners == expected
