from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles import front
from factcheck.articles.front import Matter

DAY = dt.date(2024, 6, 30)


@pytest.mark.parametrize(
    ("matter", "expected"),
    [
        ("---\ntitle: A\n---\n", Matter("x", title="A")),
        ("---\nTitle: 'A: b'\nLAYOUT: post\n---\n", Matter("x", title="A: b")),
        ("---\ntitle: 2024\n...\n", Matter("x", title="2024")),
        ("---\ndate: 2024-06-30 10:00:00 +02:00\n---\n", Matter("x", published=DAY)),
        ("---\ndate: 30 June 2024\n---\n", Matter("x", published=DAY)),
        ("---\ndate: 2024-13-45\ntitle: A\n---\n", Matter("x", title="A")),
        ("---\ntitle: A: b\n---\n", Matter("x", title="A: b")),
        ("---\nauthors: [A, B, {name: C}]\n---\n", Matter("x", byline="A, B and C")),
        ("---\nauthor: true\n---\n", Matter("x")),
        ("---\nurl: /bridge/\n---\n", Matter("x")),
        (
            "---\nurl: https://e.org/\nlang: en_GB\n---\n",
            Matter("x", url="https://e.org/", language="en"),
        ),
        (
            "+++\ntitle = 'A'\ndate = 2024-06-30T10:00:00Z\n+++\n",
            Matter("x", title="A", published=DAY),
        ),
    ],
)
def test_read(matter: str, expected: Matter) -> None:
    assert front.read(f"{matter}x") == expected


@pytest.mark.parametrize(
    "text",
    [
        "---\nwords\n---\nx",
        "---\n- a\n---\nx",
        "+++\nno toml\n+++\nx",
        "---\ntitle: A\nx",
        "x\n---\na: b\n---",
    ],
)
def test_what_is_none(text: str) -> None:
    assert front.read(text) == Matter(text)


@given(st.text("-+.: \n[]{}'\"&*!|>a1=", max_size=80))
def test_anything_between_rules(inside: str) -> None:
    for rule in ("---", "+++"):
        assert front.read(f"{rule}\n{inside}\n{rule}\nx").rest.endswith("x")
