"""Which id comes next."""

from __future__ import annotations

import pytest

from factcheck.worksheet import Document, numbering, parse


def sheet(*ids: str, highest: str = "", more: str = "") -> Document:
    blocks = "".join(f'[[assertion]]\nid = "{name}"\n' for name in ids)
    return parse(f"[worksheet]\nformat = 1\n{highest}\n{blocks}{more}", "w.toml")


@pytest.mark.parametrize(
    ("name", "number"),
    [("7", 7), ("7b", 7), ("12aa", 12), ("", 0), ("x", 0), ("07", 0), ("7-1", 0), ("1" * 10, 0)],
)
def test_the_number_of_an_id(name: str, number: int) -> None:
    assert numbering.number(name) == number


@pytest.mark.parametrize(
    ("document", "following"),
    [
        (sheet(), 1),
        (sheet("1", "3"), 4),
        (sheet("1", "3b", "x"), 4),
        (sheet("1", highest="highest = 9"), 10),
        (sheet("12", highest="highest = 9"), 13),
        (sheet("1", more='[[retired]]\nid = "20"\n[[source]]\nid = "99"\n'), 21),
    ],
)
def test_the_number_after_the_highest_ever_given(document: Document, following: int) -> None:
    assert numbering.following(document) == following


@pytest.mark.parametrize(
    ("ids", "name", "part"),
    [
        (("7",), "7", "7a"),
        (("7", "7a", "70b"), "7", "7b"),
        (("7", "7c"), "7", "7d"),  # 7a and 7b may have been there
        (("7", "7a"), "7a", "7b"),
        (("7", "7B"), "7", "7c"),
        (("7", "7z"), "7", "7aa"),
        (("7", "7az"), "7", "7ba"),
        (("7", "7zz"), "7", "7aaa"),
    ],
)
def test_the_next_part_of_an_assertion(ids: tuple[str, ...], name: str, part: str) -> None:
    assert numbering.part(sheet(*ids), name) == part


def test_what_has_no_number_has_no_parts() -> None:
    with pytest.raises(ValueError, match="'x' has no number"):
        numbering.part(sheet("x"), "x")
