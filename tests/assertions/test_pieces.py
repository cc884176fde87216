"""Which word pieces a span has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from factcheck.assertions import candidates, checkable, encoder, pieces, reading
from factcheck.assertions.candidates import Candidate

TEXT = (
    "“The Wexcombe bridge cost $3.5 million,” said Ada Quill-Straker.\n\n"
    "“It wasn’t cheap. Nobody asked\tus.”"
)


def words_of(text: str, start: int, end: int, number: int) -> list[str]:
    """The pieces of the tokens ``start`` to ``end`` of sentence ``number``, as the encoder reads them."""
    read = reading.read(text)
    encoded, _ = checkable.read([s.span.of(text) for s in read.sentences])
    span = Candidate(start, end, number, start, frozenset(), frozenset())
    found = pieces.of(read, encoded.cut, [span])
    ids = [each for sentence in encoded.cut.ids for each in sentence]
    known: Tokenizer = encoder.load()._tokenizer
    return [str(known.id_to_token(each)) for each in ids[found.start[0] : found.end[0]]]


@pytest.mark.parametrize(
    ("start", "end", "number", "expected"),
    [
        (1, 4, 1, "the we ##x ##combe bridge"),
        (4, 8, 1, "cost $ 3 . 5 million"),
        (0, 1, 1, "“"),
        (11, 15, 1, "ada qui ##ll - st ##rak ##er"),
    ],
)
def test_a_span_has_the_pieces_of_its_words(
    start: int, end: int, number: int, expected: str
) -> None:
    assert words_of(TEXT, start, end, number) == expected.split()


def test_a_mark_put_before_a_quoted_sentence_is_no_part_of_it() -> None:
    read = reading.read(TEXT)
    low, high = read.bounds[2]
    assert read.doc[low:high].text.split() == ["Nobody", "asked", "us.”"]
    assert words_of(TEXT, low, low + 2, 3) == ["nobody", "asked"]


@given(
    st.lists(st.sampled_from(("Ada", "said", "x" * 90, "é\u0301", "€", "…", "\u200b", "40", "🙂")))
)
def test_every_span_has_pieces_of_its_own_sentence(words: list[str]) -> None:
    text = " ".join(words) + " It rained."
    read = reading.read(text)
    encoded, _ = checkable.read([s.span.of(text) for s in read.sentences])
    found = [c for s in read.sentences for c in candidates.propose(read, s.number)]
    some = pieces.of(read, encoded.cut, found)
    for place, candidate in enumerate(found):
        low, high = encoded.cut.places[candidate.sentence - 1 : candidate.sentence + 1]
        assert low < some.start[place] < some.end[place] <= high
        assert low < some.head[place] < high
