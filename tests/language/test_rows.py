from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from factcheck.language import rows

TABLE = (
    rows.row("price", r"(?:about_)?[$€]\d+", "$ €"),
    rows.row("count", r"(?:(?:about|some)_)?\b\d+_(?:men|women)\b", rows.DIGITS),
    rows.row("year", r"\bin_(?:1|2)\d\d\d\b", rows.FOUR),
    rows.row("site", r"www\.\S+", "www", reach=1000),
)


def found(text: str) -> list[tuple[str, str]]:
    level = rows.level(text)
    return [(TABLE[n].kind, m.group()) for n, m in rows.matches(TABLE, rows.index(TABLE), level)]


def test_row_by_row_and_in_text_order() -> None:
    text = "In 2019 about\xa0$5 went to some 40 men, ABOUT €7 to 3 women in 2021."
    assert found(text) == [
        ("price", "about $5"),
        ("price", "ABOUT €7"),
        ("count", "some 40 men"),
        ("count", "3 women"),
        ("year", "In 2019"),
        ("year", "in 2021"),
    ]


def test_no_match_crosses_a_line() -> None:
    assert found("about\n$5, some 40\nmen") == [("price", "$5")]


def test_a_word_before_the_window_is_seen() -> None:
    far = "x" * (rows.REACH - 3)
    assert found(f"about{far} $5") == [("price", "$5")]
    assert found("www." + "a" * 500) == [("site", "www." + "a" * 500)]


_WORDS = st.sampled_from(
    ["about ", "$", "€", "5", " men", " women", "in ", "2019", "\n", "some ", "x" * 90]
)


@given(st.lists(_WORDS, max_size=30).map("".join))
def test_the_cues_lose_nothing(text: str) -> None:
    whole = [
        (number, match.span())
        for number, row in enumerate(TABLE)
        for match in re.finditer(row.pattern, text)
    ]
    near = rows.matches(TABLE, rows.index(TABLE), text)
    assert [(number, match.span()) for number, match in near] == whole
