from __future__ import annotations

import pytest

from factcheck.assertions import reading

# The last reporting clause's speaker.
CASES = {
    "a letter that was sent": (
        "The harbour board sent a letter to the mayor on Monday. The letter said the bridge was unsafe.",
        "The harbour board",
    ),
    "a letter from somebody": (
        "A letter from the harbour board reached the mayor. The letter said the bridge was unsafe.",
        "the harbour board",
    ),
    "said in a statement": (
        "The navy said in a statement that two ships had met. The statement said nobody was hurt.",
        "navy",
    ),
    "somebody's report": (
        "The navy’s report said that two ships had met.",
        "navy",
    ),
    "a letter of which nothing is known": (
        "A letter was found in the boat. The letter said the bridge was unsafe.",
        "The letter",
    ),
    "another letter": (
        "The harbour board sent a letter on Monday. A letter reached the mayor. The letter said no.",
        "The letter",
    ),
    "a share of those polled": (
        "A new Herald poll shows support for the bridge. Fifty-one percent say that it is needed.",
        "A new Herald poll",
    ),
    "a share without a poll": (
        "The bridge is old. Fifty-one percent say that it is needed.",
        "Fifty-one percent",
    ),
    "a newspaper that the pipeline passes over": (
        "The Advocate chided the mayor on Monday. The newspaper said that he was late.",
        "The Advocate",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_whose_writing_speaks(name: str) -> None:
    text, expected = CASES[name]
    said = [c for c in reading.read(text).clauses if c.reports]
    assert said[-1].speaker == expected
