from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from factcheck.assertions import details, mentions, reading, tense, titles
from factcheck.assertions.details import Inventory
from factcheck.language import dates
from factcheck.model import DETAIL_KINDS, Detail, Span

TUESDAY = dt.date(2019, 11, 19)
ARTICLE = (
    "Harbour Mayor Ann Hale said on Monday that the town's largest mill, built in 1904, would "
    "close in May and cost about 350 jobs, twice as many as the old brewery.\n\n"
    "“We have never before lost so much,” Hale, 61, told the Northport Gazette. "
    "“I cried today,” she said Sunday.\n\n"
    "The 2020 Sentra costs $19,000, 12% more than before, and NATO likes the iPhone 15. "
    "She called it “a wonder” at news@example.org."
)


@cache
def scanned(text: str) -> Inventory:
    read = reading.read(text)
    return details.scan(read.doc, read.people, read.quotations)


def ticks(text: str, part: str = "") -> list[tuple[str, str, str]]:
    start = text.index(part)
    span = Span(start, start + len(part or text))
    return [(d.kind, d.text, d.resolved) for d in scanned(text).within(span, TUESDAY)]


def test_everything_to_tick_in_a_sentence() -> None:
    assert ticks(ARTICLE, ARTICLE.split("\n", maxsplit=1)[0]) == [
        ("name", "Harbour", ""),
        ("title", "Mayor", ""),
        ("name", "Ann Hale", ""),
        ("date", "Monday", "2019-11-18"),
        ("superlative", "largest", ""),
        ("date", "1904", "1904"),
        ("date", "May", "2020-05"),
        ("figure", "about 350", ""),
        ("comparison", "twice as many as", ""),
    ]


def test_a_detail_is_the_articles_own_words_in_order() -> None:
    inventory = scanned(ARTICLE)
    starts = [item.span.start for item in inventory.items]
    assert starts == sorted(starts)
    for detail in inventory.within(Span(0, len(ARTICLE)), TUESDAY):
        assert detail.text in ARTICLE
        assert detail.text == detail.text.strip()
        assert detail.kind in DETAIL_KINDS


def test_a_span_lists_what_is_inside_and_once() -> None:
    assert ticks(ARTICLE, "built in 1904") == [("date", "1904", "1904")]
    assert ticks(ARTICLE, "would close") == []
    text = "Ann Hale met Ann Hale."
    assert [t[:2] for t in ticks(text)] == [("name", "Ann Hale")]


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        (
            "It opened on Thursday, May 7, 2015.",
            "May 7, 2015",
            [("date", "May 7, 2015", "2015-05-07")],
        ),
        ("It opened early in 2011.", "It opened early", []),
        ("It lost more than 39,000 jobs.", "39,000 jobs", [("figure", "39,000", "")]),
        ("They met Ann Hale there.", "Hale there", [("name", "Hale", "")]),
        ("It was the most liberal town.", "liberal town", []),
    ],
)
def test_of_what_a_span_cuts_the_part_inside_stays(
    text: str, part: str, expected: list[tuple[str, str, str]]
) -> None:
    assert ticks(text, part) == expected


def test_without_a_day_of_publication_only_the_absolute_is_resolved() -> None:
    found = scanned(ARTICLE).within(Span(0, 150), None)
    assert [(d.text, d.resolved) for d in found if d.kind == "date"] == [
        ("Monday", ""),
        ("1904", "1904"),
        ("May", ""),
    ]


def test_ages_money_products_and_contacts() -> None:
    assert ("age", "61", "") in ticks(ARTICLE)
    assert ticks(ARTICLE, ARTICLE.split("\n\n")[2]) == [
        ("date", "2020", "2020"),
        ("name", "Sentra", ""),
        ("money", "$19,000", ""),
        ("percent", "12%", ""),
        ("comparison", "more than", ""),
        ("name", "NATO", ""),
        ("name", "iPhone 15", ""),
        ("quoted", "a wonder", ""),
        ("contact", "news@example.org", ""),
    ]


def test_quoted_words_are_ticked_unless_they_are_the_assertion() -> None:
    assert ("quoted", "a wonder", "") in ticks(ARTICLE, "She called it “a wonder” at")
    assert ticks(ARTICLE, "“a wonder”") == []
    assert ticks("“A wonder,” she said.") == [("quoted", "A wonder", "")]


def test_today_in_a_quotation_is_the_day_of_speaking() -> None:
    assert ("date", "today", "2019-11-17") in ticks(ARTICLE, "“I cried today,” she said Sunday.")
    text = "On Friday the mill burned.\n\n“Today we wept,” said Ann Hale.\n\nIt is rebuilt today."
    assert [t for t in ticks(text) if t[1].casefold() == "today"] == [
        ("date", "Today", "2019-11-15"),
        ("date", "today", "2019-11-19"),
    ]


CREDIT = "— Tessa Roe (@tessaroe) November 12, 2019"


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        (f"Two were sent home today.\n\n{CREDIT}", "2019-11-12"),
        (f"Two were sent home today. {CREDIT}", "2019-11-12"),
        (f"Two were sent home yesterday.\n\n{CREDIT[:-4]}2016", "2016-11-11"),
        (f"Two were sent home today.\n\nRoe wrote of it.\n\n{CREDIT}", "2019-11-19"),
        (f"{CREDIT}\n\nTwo were sent home today.", "2019-11-19"),
        (f"Two were sent home today, wrote Roe:\n\n{CREDIT}", "2019-11-19"),
        ("Two were sent home today.\n\n— Tessa Roe (@tessaroe)", "2019-11-19"),
        (f"Two were sent home today.\n\n{CREDIT} in a post", "2019-11-19"),
    ],
)
def test_today_in_a_post_is_the_day_in_its_credit(text: str, resolved: str) -> None:
    assert ("date", resolved) in [(t[0], t[2]) for t in ticks(text) if "day" in t[1]]


def test_the_day_of_a_post_needs_no_day_of_publication() -> None:
    text = f"Two were sent home today.\n\n{CREDIT}"
    found = scanned(text).within(Span(0, 25), None)
    assert Detail("date", "today", "2019-11-12") in found


def test_later_dates_count_from_earlier_ones() -> None:
    text = "The mill burned on 3 May 2016. The next day Ann Hale resigned. She died a year later."
    assert [t[1:] for t in ticks(text) if t[0] == "date"] == [
        ("3 May 2016", "2016-05-03"),
        ("The next day", "2016-05-04"),
        ("a year later", "2017"),
    ]


def test_a_month_printed_with_its_year_lends_it() -> None:
    text = "The court ruled on June 29 2016 that he must go. On June 30 he had already fled."
    assert [t[2] for t in ticks(text) if t[0] == "date"] == ["2016-06-29", "2016-06-30"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Ivo Brandt met Dr. Hale.", ["Ivo Brandt", "Hale"]),
        ("Ann Hale's house is in Northport.", ["Ann Hale", "Northport"]),
        ("They opposed SB 1062 in the Senate.", ["SB 1062", "Senate"]),
        ("Ludwig van Brandt wrote it.", ["Ludwig van Brandt"]),
        ("The Office of Harbour Works paid.", ["Office of Harbour Works"]),
        ("However, many Still Said No.", []),
        ("Ann King met them. They heard that King left.", ["Ann King", "King"]),
        ("The king met them; the King left.", []),
        ("They met at the G7 over COVID-19.", ["G7", "COVID-19"]),
        ("She left on Monday in May.", []),
        ("PLEASE call now, please.", []),
        ("Mills said no. They run ten mills.", []),
        ("They have a KRM 212 Lancer launcher.", ["KRM 212 Lancer"]),
        ("They asked Councillor Ann Hale to leave.", ["Ann Hale"]),
        ("They met Town Treasurer Ann Hale there.", ["Ann Hale"]),
        ("They met Prince Albert there.", ["Prince Albert"]),
        ("NORTHPORT — The Harbour Council met.", ["NORTHPORT", "Harbour Council"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    doc = reading.read(text).doc
    assert [span.of(text) for _, span in mentions.names(doc)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Former state Sen. Ann Hale left.", ["Former state Sen."]),
        ("Ann Hale, chief economist at Brandt Bank, left.", ["chief economist"]),
        ("Longtime physician Dr. Ann Hale left.", ["Longtime physician"]),
        ("Ann Hale, who never left, wrote.", []),
        ("Green tea. Ann Hale left.", []),
        ("Ann Hale, the town’s chief engineer, left.", ["chief engineer"]),
        ("Its director, Ann Hale, 58, left.", ["director"]),
        ("They met Town Treasurer Ann Hale there.", ["Town Treasurer"]),
        ("Councillor Tobin Eskrigg, who voted no, left.", ["Councillor"]),
        ("They met council members Ann Hale and Ivo Brandt.", ["council members"]),
    ],
)
def test_titles(text: str, expected: list[str]) -> None:
    doc = reading.read(text).doc
    named = [span for _, span in mentions.names(doc)]
    assert [span.of(text) for span in titles.find(doc, named)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. firms made it in the U.S.", [("place", "U.S.")]),
        ("They sold it to firms in the U.S., she said.", [("place", "U.S.")]),
        ("They live in Northport.", [("place", "Northport")]),
        ("NORTHPORT — The mill shut.", [("place", "NORTHPORT")]),
        (
            "NORTHPORT, (Wire) - Northport shut it.",
            [("place", "NORTHPORT"), ("place", "Northport")],
        ),
        ("It shut.\n\nOLD HARBOUR (Wire) -- It shut.", [("place", "OLD HARBOUR")]),
        (
            "OLD/NEW PORT, Calif. (Wire) — It shut.",
            [("place", p) for p in ("OLD", "NEW PORT", "Calif.")],
        ),
    ],
)
def test_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert [t[:2] for t in ticks(text)] == expected


def test_a_dateline_with_its_day() -> None:
    assert ticks("NORTHPORT, March 14 (Wire) — The council voted.") == [
        ("place", "NORTHPORT", ""),
        ("date", "March 14", "2019-03-14"),
    ]


def test_half_as_much_is_one_comparison() -> None:
    text = "It uses half as much water as the old one."
    assert ticks(text) == [("comparison", "half as much water as", "")]


def test_a_person_who_is_ticked_as_no_name_has_no_title() -> None:
    doc = reading.read("They met Mayor Ann Hale").doc
    assert titles.find(doc, ()) == ()


def test_an_age_after_a_role_and_listed_days() -> None:
    assert ("age", "52", "") in ticks("The mayor, 52, left.")
    text = "The mayor will meet them on Monday and Tuesday."
    assert [t[2] for t in ticks(text) if t[0] == "date"] == ["2019-11-25", "2019-11-26"]


def test_an_hour_belongs_to_the_day_beside_it() -> None:
    text = "It shut at 5 p.m. on Monday. At 6 p.m. she left, and on Friday at 15:11 GMT she called."
    assert [t for t in ticks(text) if t[0] == "time"] == [
        ("time", "5 p.m.", "2019-11-18"),
        ("time", "6 p.m.", "2019-11-18"),
        ("time", "15:11 GMT", "2019-11-15"),
    ]
    ahead = "The hearing is due to take place in the Mill Hall at 7 p.m. on Monday."
    assert [t for t in ticks(ahead) if t[0] in ("time", "date")] == [
        ("time", "7 p.m.", "2019-11-25"),
        ("date", "Monday", "2019-11-25"),
    ]
    assert ticks("It shut at 5 p.m. for good.") == [("time", "5 p.m.", "")]
    late = "It left on Monday and landed just after midnight."
    assert ("time", "midnight", "") in ticks(late)
    apart = ticks(
        "She left on Monday.\n\nThe mill holds a talk at 6 p.m. for all.\n\nFriday is free."
    )
    assert ("time", "6 p.m.", "") in apart


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("The council met on Friday.", True),
        ("The council has met since Friday.", True),
        ("The council had left by Friday.", True),
        ("The council will meet on Friday.", False),
        ("The council is due to meet on Friday.", False),
        ("The council is set to be dissolved on Friday.", False),
        ("The show opens to the public on Friday.", False),
        ("She asked for answers no later than Friday.", False),
        ("They trained ahead of Friday.", False),
        ("Hale would meet them on Friday.", False),
        ("Hale would not meet them on Friday.", None),
        ("Sales are up from May.", None),
        ("The vote is to be held from May.", False),
        ("She announced her decision to veto the bill on Friday.", None),
        ("The vote was postponed until Friday.", False),
        ("The rule applies starting Friday.", False),
        ("The show on Friday", None),
        ("Call or write by Friday.", False),
        ("Vote for Ann Hale on Friday.", None),  # it may be an old call
        ("We’ve used Friday to train.", True),
        ("The council on Friday extended the permit.", True),
        ("The council on Friday did extend the permit.", True),
        ("On Friday the judge set a new date.", True),
        ("The judge set a hearing for Friday.", False),
        ("The council delayed the vote on Friday.", True),
        ("Hale & Co reports earnings Friday.", False),
        ("The Gazette reports Friday that Hale left.", True),
        ("Hale says she will be allowed to sing at the show on Friday.", False),
        ("The plan will be discussed in a meeting on Friday, Hale said.", False),
        ("The vote is due to take place in the Mill Hall at noon on Friday.", False),
        ("The vote is set to take place in the Mill Hall at noon on Friday.", False),
        ("The vote is being held in the Mill Hall at noon on Friday.", False),
        ("The vote will begin at noon on Friday.", False),
        ("The vote began in the Mill Hall at noon on Friday.", True),
        ("The vote is due at noon on Friday.", False),
        ("A vote due in the Mill Hall on Friday has been moved.", False),
        ("Hale said the vote is due to begin on Friday.", False),
        ("Hale said the vote was due to begin on Friday.", False),
        ("The vote was due to begin on Friday.", None),  # and did it?
        ("Hale is accused of having left on Friday.", True),
        ("Police are investigating a fire on Friday.", None),
    ],
)
def test_tense(text: str, *, past: bool | None) -> None:
    doc = reading.read(text).doc
    (found,) = (date for date in dates.find(text) if not date.clock)
    assert tense.past(doc, found.span) is past


@pytest.mark.parametrize(
    ("text", "counts"),
    [("One senator left.", True), ("No one left.", False), ("This one is one of the best.", False)],
)
def test_one_is_a_number_before_what_it_counts(text: str, *, counts: bool) -> None:
    assert any(kind == "figure" for kind, _, _ in ticks(text)) is counts


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“”", "A"])
def test_texts_with_nothing_to_tick(text: str) -> None:
    assert scanned(text).within(Span(0, len(text)), TUESDAY) == ()


def test_many_chained_dates_take_no_time() -> None:
    text = "It burned on 3 May 2016. " + "The next day it burned. " * 60
    found = scanned(text).within(Span(0, len(text)), TUESDAY)
    assert Detail("date", "The next day", "2016-05-04") in found
