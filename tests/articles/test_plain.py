from __future__ import annotations

import datetime as dt

import pytest

from factcheck.articles import plain
from factcheck.articles.document import Document
from factcheck.errors import ArticleError

TEXT = (
    " date 2024-06-30 “The bridge is open,” the mayor said on Sunday.\n\n"
    "It cost £4m — twice the budget.\n"
)
DOCUMENT = Document(
    ("“The bridge is open,” the mayor said on Sunday.", "It cost £4m — twice the budget."),
    published=dt.date(2024, 6, 30),
)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_whatever_the_encoding_and_the_line_ends(codec: str, end: str) -> None:
    assert plain.read(TEXT.replace("\n", end).encode(codec)) == DOCUMENT


def test_what_was_dropped_is_told_once() -> None:
    document = plain.read(b"By Ann Example\n\nThe \x1b[1mmayor\x1b[0m said\x00 so.\n")
    assert document == Document(
        ("The mayor said so.",),
        byline="Ann Example",
        warnings=("dropped 2 terminal escapes", "dropped 1 control character"),
    )


def test_markup_like_words_are_words() -> None:
    text = "[bold]No[/bold] <b>markup</b> here, said {name} & co. '''x''' \\n"
    assert plain.read(text.encode()).paragraphs == (text,)


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(ArticleError, match="not text"):
        plain.read(bytes(range(256)) * 8)
