from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles import heading
from factcheck.articles.heading import Heading

DAY = dt.date(2024, 6, 30)
PROSE = "The mayor opened the bridge on Sunday."


def test_a_date_on_the_line_where_the_prose_begins() -> None:
    found = heading.read(f" date 2024-06-30 {PROSE}\n\nMore.")
    assert found == Heading(rest=f"{PROSE}\n\nMore.", published=DAY)


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("Date: June 30, 2024", Heading(PROSE, published=DAY)),
        ("DATE 30 June 2024", Heading(PROSE, published=DAY)),
        ("Date:2024-06-30", Heading(PROSE, published=DAY)),
        ("Title: Bridge opens", Heading(PROSE, title="Bridge opens")),
        ("Headline: Bridge: it opens", Heading(PROSE, title="Bridge: it opens")),
        ("By Ann Example", Heading(PROSE, byline="Ann Example")),
        ("By ANN EXAMPLE and BO SAMPLE", Heading(PROSE, byline="ANN EXAMPLE and BO SAMPLE")),
        ("By Ann Example, Daily Sample", Heading(PROSE, byline="Ann Example, Daily Sample")),
        ("By Ludo van der Example", Heading(PROSE, byline="Ludo van der Example")),
        ("By The Example Press", Heading(PROSE, byline="The Example Press")),
        ("Byline: Ann Example", Heading(PROSE, byline="Ann Example")),
        ("Author: Ann Example", Heading(PROSE, byline="Ann Example")),
        ("Published June 30, 2024", Heading(PROSE, published=DAY)),
        ("Published: 2024-06-30T10:00Z", Heading(PROSE, published=DAY)),
        ("Published on 30 June 2024 at 10:15 BST", Heading(PROSE, published=DAY)),
        ("Updated 3:45 PM EDT, Sun June 30, 2024", Heading(PROSE, published=DAY)),
        ("Updated July 2, 2024\nPublished June 30, 2024", Heading(PROSE, published=DAY)),
        ("Published June 30, 2024 | Updated July 2, 2024", Heading(PROSE, published=DAY)),
        ("Source: Example News", Heading(PROSE, site="Example News")),
        ("URL: https://example.org/a?b=1", Heading(PROSE, url="https://example.org/a?b=1")),
        ("June 30, 2024", Heading(PROSE, published=DAY)),
        ("By Ann Example | June 30, 2024", Heading(PROSE, byline="Ann Example", published=DAY)),
        (
            "Title: A\nBy: B C\n\nDate: 2024-06-30\nSource: D\nURL: http://e.org/",
            Heading(PROSE, "A", "B C", DAY, "http://e.org/", "D"),
        ),
    ],
)
def test_metadata(top: str, expected: Heading) -> None:
    assert heading.read(f"{top}\n\n{PROSE}") == expected
    assert heading.read(f"\n\n{top}\n{PROSE}") == expected


@pytest.mark.parametrize(
    "line",
    [
        "Date night in London was a success for the Samples.",
        "By Monday the town was empty.",
        "By The Time You Read This",
        "By June Everything Was Over",
        "By some accounts it was worse.",
        "Published reports say that the bridge is unsafe.",
        "Published June 30, 2024, the report says that the bridge is unsafe.",
        "Updated figures show a rise of 3 per cent.",
        "Source: a man close to the deal said that the bank would fail.",
        "URL: see below",
        "Update: the mayor resigned on Tuesday.",
        "June 30, 2024, was the hottest day on record.",
        "Warning: this article contains figures.",
        "Section: Politics",
    ],
)
def test_prose_is_not_eaten(line: str) -> None:
    text = f"{line}\n\n{PROSE}"
    assert heading.read(text).rest == text


def test_labels_below_the_first_prose_are_prose() -> None:
    text = f"{PROSE}\n\nDate: 2024-06-30\nBy Ann Example"
    assert heading.read(text) == Heading(text)


def test_a_headline_is_the_title_and_stays() -> None:
    text = f"Bridge opens after three years\n\n{PROSE}"
    assert heading.read(text) == Heading(text, title="Bridge opens after three years")


def test_a_block_below_a_headline_is_metadata() -> None:
    found = heading.read(
        f"Bridge opens after three years\nBy Ann Example\nJune 30, 2024\n\n{PROSE}"
    )
    assert found == Heading(
        f"Bridge opens after three years\n\n{PROSE}",
        title="Bridge opens after three years",
        byline="Ann Example",
        published=DAY,
    )


def test_a_headline_above_a_byline_may_be_short() -> None:
    found = heading.read(
        "Police held 12\nBy Anna Bell\n12 March 2026\n\nPolice arrested 12 people."
    )
    assert (found.title, found.byline) == ("Police held 12", "Anna Bell")
    assert found.published == dt.date(2026, 3, 12)
    assert found.rest == "Police held 12\n\nPolice arrested 12 people."


def test_a_headline_between_the_date_and_the_byline() -> None:
    head = heading.read(
        "date 2026-11-20\n\nHarbour bridge to close for two years\n\nBy Lena Marsh\n\nThe bridge closed."
    )
    assert (head.title, head.byline) == ("Harbour bridge to close for two years", "Lena Marsh")
    assert str(head.published) == "2026-11-20"
    assert head.rest == "Harbour bridge to close for two years\n\nThe bridge closed."


@pytest.mark.parametrize(
    "rest",
    [
        "The bridge closed on Monday.\n\nBy Monday it rained.",
        "Title: A\n\nNo headline here at all\n\nIt rained.",
    ],
)
def test_prose_below_a_date_is_no_headline(rest: str) -> None:
    assert heading.read(f"date 2026-11-20\n\n{rest}").title in ("", "A")


def test_what_says_nothing_is_left_out_and_said_so() -> None:
    found = heading.read(f"Title: Bridge opens\nSection: Local\nTags: bridge, river\n\n{PROSE}")
    assert found.rest == PROSE
    assert found.warnings == (
        "left out of the heading: Local",
        "left out of the heading: bridge, river",
    )


def test_a_date_that_may_be_two_days_is_asked_for() -> None:
    found = heading.read(f"Date: 05/06/2024\n{PROSE}")
    assert found.published is None
    assert found.rest == PROSE
    assert found.warnings == ("the date 05/06/2024 may be two days: name it with --date",)


def test_nothing_but_metadata() -> None:
    assert heading.read("Title: A\nDate: 2024-06-30").rest == ""


@given(st.text("TitleDaBy:ux 2024-06/30,.\n|"))
def test_the_rest_is_always_made_of_the_end_of_the_text(text: str) -> None:
    rest = heading.read(text).rest.split()
    words = text.split()
    headline = rest and words and rest[0] == words[0]
    assert headline or rest == words[len(words) - len(rest) :]
