from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.assertions import quotes


def quoted(text: str) -> list[str]:
    return [q.span.of(text) for q in quotes.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “it works” twice.", ["“it works”"]),
        ('He said "it works" twice.', ['"it works"']),
        ("‘It’s the dogs’ dinner, isn’t it?’ he said.", ["‘It’s the dogs’ dinner, isn’t it?’"]),
        ("'It works,' he said. 'Go.'", ["'It works,'", "'Go.'"]),
        ("The workers' pay rose in the '90s.", []),
        ("Rock ’n’ roll isn’t dead.", []),
        ("“He told me ‘no’ and left.”", ["“He told me ‘no’ and left.”"]),
        ('A 6\'2" man said "hello" to her.', ['"hello"']),
        ("A stray mark.” Then more.", []),
        ('“Mixed marks" are closed.', ['“Mixed marks"']),
        ("He said ''it works'' twice. ''Go.''", ["''it works''", "''Go.''"]),
        ("A 6'2'' man spoke.", []),
        ("Nothing quoted here.", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = '"First part.\n\n"Second part," he said. "Third."'
    found = quotes.find(text)
    assert [(q.span.of(text), q.group, q.closed) for q in found] == [
        ('"First part.', 0, False),
        ('"Second part,"', 0, True),
        ('"Third."', 1, True),
    ]


def test_one_never_closed_ends_with_its_paragraph() -> None:
    text = "“It never ends.\n\nThe council met."
    found = quotes.find(text)
    assert [(q.span.of(text), q.closed) for q in found] == [("“It never ends.", False)]


@given(st.text(alphabet=st.sampled_from(list("ab ,.\"“”‘’'\n")), max_size=60))
def test_quotations_lie_in_order_and_inside_one_paragraph(text: str) -> None:
    found = quotes.find(text)
    ends = [0, *(q.span.end for q in found)]
    assert all(q.span.start >= end for q, end in zip(found, ends, strict=False))
    assert all("\n\n" not in q.span.of(text) for q in found)
    assert all(q.span.holds(q.inner) and q.inner.of(text).strip() for q in found)
