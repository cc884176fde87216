from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.assertions import figures

FOUND: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("It cost $1 million, then £2,000.", (("money", "$1 million"), ("money", "£2,000"))),
    ("a $7,500 credit of up to €5bn", (("money", "$7,500"), ("money", "up to €5bn"))),
    ("NZ $ 26 million, US$5", (("money", "NZ $ 26 million"), ("money", "US$5"))),
    ("between $5 and $10", (("money", "between $5 and $10"),)),
    ("between 25 and 75 cents", (("money", "between 25 and 75 cents"),)),
    ("three and four, 16 to 80", tuple(("figure", n) for n in ("three", "four", "16", "80"))),
    ("3-5 years, 40 to 50 percent", (("measure", "3-5 years"), ("percent", "40 to 50 percent"))),
    ("less than 15 cents an hour", (("money", "less than 15 cents"),)),
    ("billions of pounds", (("money", "billions of pounds"),)),
    ("a two-year $44.6 billion budget", (("measure", "two-year"), ("money", "$44.6 billion"))),
    ("90-plus percent, then 0.1%", (("percent", "90-plus percent"), ("percent", "0.1%"))),
    ("fifty-one per cent", (("percent", "fifty-one per cent"),)),
    ("her nine-month-old son", (("age", "nine-month-old"),)),
    ("He is 73 years old.", (("age", "73 years old"),)),
    ("aged 42, in his 40s", (("age", "aged 42"), ("age", "in his 40s"))),
    ("300 miles in 3.5 seconds", (("measure", "300 miles"), ("measure", "3.5 seconds"))),
    (
        "a 15.6-inch screen, 149 horsepower",
        (("measure", "15.6-inch"), ("measure", "149 horsepower")),
    ),
    ("a near 1-1/2 year war", (("measure", "1-1/2 year"),)),
    ("by five-and-a-half points", (("measure", "five-and-a-half points"),)),
    ("after half an hour", (("measure", "half an hour"),)),
    (
        "hundreds of miles, a few days",
        (("measure", "hundreds of miles"), ("measure", "a few days")),
    ),
    ("They waited for months.", (("measure", "months"),)),
    ("A win by 6-4, 7-6 (4).", (("score", "6-4"), ("score", "7-6 (4)"))),
    ("200-300 people came", (("figure", "200-300"),)),
    ("one in three visits", (("figure", "one in three"),)),
    ("about two-thirds, cut by a third", (("figure", "about two-thirds"), ("figure", "a third"))),
    ("half of them, half a million", (("figure", "half"), ("figure", "half a million"))),
    ("cut in half; the second half", (("figure", "half"), ("figure", "second"))),
    ("the 6-foot-5 guard went 3-for-5", (("measure", "6-foot-5"), ("figure", "3-for-5"))),
    ("their 10-2-1 record, up 2x", (("score", "10-2-1"), ("figure", "2x"))),
    ("for a decade, nearly a year", (("measure", "a decade"), ("measure", "nearly a year"))),
    ("the third-largest first round", (("figure", "third"), ("figure", "first"))),
    ("double the price of triple glass", (("figure", "double"), ("figure", "triple"))),
    ("a handful; a few boats", (("figure", "a handful"), ("figure", "a few"))),
    ("world No 38, then #2", (("figure", "No 38"), ("figure", "#2"))),
    ("rose 18-fold, over 42 times", (("figure", "18-fold"), ("figure", "over 42 times"))),
    ("his 200th match, the third map", (("figure", "200th"), ("figure", "third"))),
    ("It doubled, twice.", (("figure", "doubled"), ("figure", "twice"))),
    ("thousands of fans, a majority", (("figure", "thousands"), ("figure", "a majority"))),
    ("several dozen, several more", (("figure", "several dozen"), ("figure", "several"))),
    (
        "more than 39,000 and 107 or more",
        (("figure", "more than 39,000"), ("figure", "107 or more")),
    ),
    ("a 131-page report on twelve", (("figure", "131-page"), ("figure", "twelve"))),
    ("rose 7/32 to 27,934.02", (("figure", "7/32"), ("figure", "27,934.02"))),
    ("a 21-6 win, 5-4 as", (("score", "21-6"), ("score", "5-4"))),
    ("lost 14-21 this week; 10-15 boats", (("score", "14-21"), ("figure", "10-15"))),
    ("about 3 in 10, level 3 out of 5", (("figure", "about 3 in 10"), ("figure", "3 out of 5"))),
    ("by 2-to-1 or four to one", (("figure", "2-to-1"), ("figure", "four to one"))),
    ("the 2,000th visit, a second visit", (("figure", "2,000th"), ("figure", "second"))),
    ("half-dozen, half-billion euro", (("figure", "half-dozen"), ("money", "half-billion euro"))),
    ("a multibillion-dollar plan", (("money", "multibillion-dollar"),)),
    (
        "no more than 7%, $4 million dollars",
        (("percent", "no more than 7%"), ("money", "$4 million dollars")),
    ),
    ("one hundred and twenty-eight men", (("figure", "one hundred and twenty-eight"),)),
    (
        "2,500 metric tons, 90 miles per gallon",
        (("measure", "2,500 metric tons"), ("measure", "90 miles per gallon")),
    ),
    ("girls aged 11, 9 and 7 at 2°C", (("age", "aged 11, 9 and 7"), ("measure", "2°C"))),
    (
        "in less than an hour, in a matter of weeks",
        (("measure", "less than an hour"), ("measure", "a matter of weeks")),
    ),
    ("back-to-back multi-year bans", (("figure", "back-to-back"), ("figure", "multi-year"))),
    ("All on board, all passengers", (("figure", "All"), ("figure", "all"))),
    ("Both unbeaten teams, both women", (("figure", "Both"), ("figure", "both"))),
    (
        "Many of the men; none of it; the pair",
        (("figure", "Many"), ("figure", "none"), ("figure", "pair")),
    ),
    ("at minus 12 degrees, −4 points", (("measure", "minus 12 degrees"), ("measure", "−4 points"))),
    ("She was 34 when Hale died at 80.", (("age", "34"), ("age", "80"))),
    (
        "went 0-16 in 2017, 5 in 2019",
        (("score", "0-16"), ("figure", "2017"), ("figure", "5"), ("figure", "2019")),
    ),
    ("about 20p more", (("money", "about 20p"),)),
    ("a Boeing 737-800", (("figure", "737-800"),)),
    ("most voters in both countries", (("figure", "most"), ("figure", "both"))),
)


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_numbers_with_their_units_and_hedges(
    text: str, expected: tuple[tuple[str, str], ...]
) -> None:
    assert tuple((kind, span.of(text)) for kind, span in figures.find(text)) == expected


def test_every_pattern_has_an_example() -> None:
    texts = [text for text, _ in FOUND]
    idle = [
        row.pattern.pattern for row in figures.ROWS if not any(row.pattern.search(t) for t in texts)
    ]
    assert idle == []


@pytest.mark.parametrize(
    "text",
    [
        "She doubled down at half-time with a high-five.",
        "He came second to none in a 4x4 with COVID-19 and a F-16.",
        "A second later a third party spoke; they split seconds.",
        "Both Ann and Bob wanted the most.",
        "The majority leader stayed.",
        "It underscores a second of all this; all is as it was.",
        "She waited a second.",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert figures.find(text) == ()


@given(st.text(alphabet=st.sampled_from(list("0123456789 ,.-%$£/aonetwhalf\n")), max_size=40))
def test_numbers_lie_in_order_apart_and_trimmed(text: str) -> None:
    end = 0
    for _, span in figures.find(text):
        assert span.start >= end
        assert span.of(text).strip(" ,") == span.of(text) != ""
        assert "\n" not in span.of(text)
        end = span.end
