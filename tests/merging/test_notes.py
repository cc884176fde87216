"""Notes of several people in one."""

from __future__ import annotations

import pytest

from factcheck.merging import notes


@pytest.mark.parametrize(
    ("reviewer", "expected"),
    [
        ("", ()),
        ("Ana", ("Ana",)),
        ("Ana, Ben", ("Ana", "Ben")),
        (" Ana ;Ben,, Ana", ("Ana", "Ben")),
    ],
)
def test_names(reviewer: str, expected: tuple[str, ...]) -> None:
    assert notes.names(reviewer) == expected


@pytest.mark.parametrize(
    ("note", "reviewer", "expected"),
    [
        ("", "Ana", ()),
        ("  ", "Ana", ()),
        ("Seen.", "Ana", (("Ana", "Seen."),)),
        ("Ana: seen.", "Ana", (("Ana", "Ana: seen."),)),
        ("Seen.", "Ana, Ben", (("Ana, Ben", "Seen."),)),
        ("Ana: a\nmore\nBen: b", "Ana, Ben", (("Ana", "a\nmore"), ("Ben", "b"))),
        ("x\nAna: a", "Ana, Ben", (("", "x"), ("Ana", "a"))),
        ("Ana, Ben: a\nCleo: c", "Ana, Ben, Cleo", (("Ana, Ben", "a"), ("Cleo", "c"))),
        ("Anabel: a", "Ana, Ben", (("Ana, Ben", "Anabel: a"),)),
    ],
)
def test_entries(note: str, reviewer: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert notes.entries(note, reviewer) == expected


@pytest.mark.parametrize(
    ("found", "reviewer", "expected"),
    [
        ((), "Ana", ""),
        ((("Ana", "Seen."),), "Ana", "Seen."),
        ((("Ana", "Seen."),), "Ana, Ben", "Ana: Seen."),
        ((("Ana", "Seen."), ("Ben", "Seen.")), "Ana, Ben", "Seen."),
        ((("Ana", "a"), ("Ben", "b")), "Ana, Ben", "Ana: a\nBen: b"),
        ((("Ana", "a"), ("", "x")), "Ana", "x\nAna: a"),
    ],
)
def test_joined(found: tuple[tuple[str, str], ...], reviewer: str, expected: str) -> None:
    assert notes.joined(found, reviewer) == expected


def test_what_was_joined_is_read_as_its_entries() -> None:
    found = (("", "x"), ("Ana", "a\nmore"), ("Ben", "b"))
    assert notes.entries(notes.joined(found, "Ana, Ben"), "Ana, Ben") == found
