from __future__ import annotations

import pytest

from factcheck.assertions import reading, voice
from factcheck.assertions.candidates import Candidate

# A text, words of it, and who speaks in them; a tilde marks one that is inferred.
CASES = {
    "one of several who speak together": (
        "It has come under criticism from activists, lawmakers and traders in Quill.",
        "lawmakers",
        "lawmakers",
    ),
    "a person among those who speak together": (
        "The allies, including Paul Brand and Marta Quill, condemned the plan.",
        "including Paul Brand",
        "Paul Brand",
    ),
    "the last of those who speak together, with what they did": (
        "The allies, including Paul Brand and Marta Quill, condemned the plan.",
        "Marta Quill, condemned the plan",
        "Marta Quill",
    ),
    "people who do something, in the article's words": (
        "Traders in the old harbour joined in the chorus of criticism.",
        "joined in the chorus",
        "~Traders in the old harbour",
    ),
    "a threat that somebody else reports is no word of the one who is said to threaten": (
        "A clerk close to the talks said Quill Harbour had threatened to leave.",
        "Quill Harbour had threatened to leave",
        "A clerk close to the talks",
    ),
    "a report that is spoken of does not speak": (
        "Marta Quill told the paper that the board had ignored an engineer's report.",
        "the board had ignored an engineer's report",
        "Marta Quill",
    ),
    "a thing says nothing": ("The blaze raised questions.", "raised questions", ""),
    "done by nobody in particular": ("The bridge is seen as a folly.", "seen as a folly", ""),
    "a post's paragraph": (
        "Marta Quill, who has a stall, wrote about it on Monday:\n\nSales are down. Two of us left.\n\n"
        "— Marta Quill (@quill) March 12, 2025",
        "Sales are down",
        "Marta Quill",
    ),
    "a credit line": (
        "Marta Quill, who has a stall, wrote about it on Monday:\n\nSales are down. Two of us left.\n\n"
        "— Marta Quill (@quill) March 12, 2025",
        "— Marta Quill (@quill) March 12, 2025",
        "Marta Quill",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_speaks(name: str) -> None:
    text, words, expected = CASES[name]
    read = reading.read(text)
    low = text.index(words)
    inside = [t for t in read.doc if low <= t.idx < low + len(words)]
    start, end = inside[0].i, inside[-1].i + 1
    head = next(t.i for t in inside if t.head == t or not start <= t.head.i < end)
    found = Candidate(start, end, read.numbers[start], head, frozenset(), frozenset(("said",)))
    speaker, inferred = voice.speaker(read, found)
    assert ("~" if inferred else "") + speaker == expected
