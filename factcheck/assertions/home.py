"""The sentence around a token, by the marks that the parser left.

spaCy's own ``token.sent`` asks each time whether the whole document is annotated, which makes a
long article's cost grow with the square of its length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def bounds(token: Token) -> tuple[int, int]:
    """The first token of the sentence that holds ``token``, and the one after its last."""
    doc = token.doc
    start, end = token.i, token.i + 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return start, end
