"""What a hint suggests for a word that is not known."""

from __future__ import annotations

import pytest

from factcheck.scales import DESK
from factcheck.worksheet.assertion_format import ASSERTION, EVIDENCE
from factcheck.worksheet.format import SOURCE
from factcheck.worksheet.slips import suggest


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("page", EVIDENCE.names, 'did you mean "locator"?'),
        ("quote", EVIDENCE.names, 'did you mean "passage"?'),
        ("link", SOURCE.names, 'did you mean "url"?'),
        ("comment", ASSERTION.names, 'did you mean "note"?'),
        ("reviewr", ASSERTION.names, 'did you mean "reviewer"?'),
        ("true", DESK.words, 'did you mean "confirmed" or "confirmed-with-change"?'),
        # A name means a reviewer only where there may be one.
        ("initials", SOURCE.names, f"one of: {', '.join(SOURCE.names)}"),
    ],
)
def test_what_may_be_meant(word: str, known: tuple[str, ...], hint: str) -> None:
    assert suggest(word, known) == hint
