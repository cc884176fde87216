"""Characters made visible and measured."""

from __future__ import annotations

import pytest

from factcheck.checks.characters import visible, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("a\x00b\x7fc\x9bd", "a␀b␡c<U+009B>d"),
        ("abc\u202egnp.exe", "abc<U+202E>gnp.exe"),
        ("\u2066x\u2069 \u2028", "<U+2066>x<U+2069> <U+2028>"),
        ("half \ud800", "half <U+D800>"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("فلفل \u200dé 👩‍🚒", "فلفل \u200dé 👩‍🚒"),
    ],
)
def test_controls_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("東京", 4), ("e\u0301", 1), ("\u200b\u200d", 0), ("한", 2), ("ｗ", 2), ("", 0)],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells
