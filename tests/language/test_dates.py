from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language import date_rules, dates

TUESDAY = dt.date(2019, 11, 19)

# What is found, and what it means on Tuesday 19 November 2019 when it is told in the past tense.
PAST: tuple[tuple[str, str, str], ...] = (
    ("It closed on June 30, 2024.", "June 30, 2024", "2024-06-30"),
    ("It closed on 30 June 2024.", "30 June 2024", "2024-06-30"),
    ("It closed on 2024-06-30.", "2024-06-30", "2024-06-30"),
    ("It closed on 25/12/2018.", "25/12/2018", "2018-12-25"),
    ("It closed on 12/25/2018.", "12/25/2018", "2018-12-25"),
    ("It closed on 03/04/2018.", "03/04/2018", ""),
    ("It opened Feb. 14 at noon sharp", "Feb. 14", "2019-02-14"),
    ("It opened on the 14th of May.", "14th of May", "2019-05-14"),
    ("It opened on  Nov. 25 with songs.", "Nov. 25", "2018-11-25"),
    ("It opened on Feb. 29 with songs.", "Feb. 29", "2016-02-29"),
    ("It opened on Thursday, May 7, 2015.", "Thursday, May 7, 2015", "2015-05-07"),
    ("It rained Monday night (March 4).", "Monday night (March 4)", "2019-03-04"),
    ("It opened on Monday, Nov. 11, early", "Monday, Nov. 11", "2019-11-11"),
    ("It opened on Monday 11 November.", "Monday 11 November", "2019-11-11"),
    ("It ran May 3-5 in the park.", "May 3-5", "2019-05-03/2019-05-05"),
    ("It ran 3 to 5 May 2018 here.", "3 to 5 May 2018", "2018-05-03/2018-05-05"),
    ("Nov. 20 to Dec. 11 was wet.", "Nov. 20 to Dec. 11", "2018-11-20/2018-12-11"),
    ("It ran Dec. 28 to Jan. 3, 2017.", "Dec. 28 to Jan. 3, 2017", "2016-12-28/2017-01-03"),
    ("She left on Monday.", "Monday", "2019-11-18"),
    ("She left Tuesday.", "Tuesday", "2019-11-19"),
    ("She left late Friday night.", "late Friday night", "2019-11-15"),
    ("She left last Tuesday.", "last Tuesday", "2019-11-12"),
    ("It is shut on Sundays.", "Sundays", ""),
    ("Book on a Sunday.", "Sunday", ""),
    ("She left yesterday.", "yesterday", "2019-11-18"),
    ("She left the day before yesterday.", "the day before yesterday", "2019-11-17"),
    ("The show closes tomorrow.", "tomorrow", "2019-11-20"),
    ("She spoke earlier today.", "earlier today", "2019-11-19"),
    ("It burned overnight.", "overnight", "2019-11-18/2019-11-19"),
    ("It is currently shut.", "currently", "2019-11-19"),
    ("It fell last year.", "last year", "2018"),
    ("It fell last month.", "last month", "2019-10"),
    ("It fell last week.", "last week", "2019-11-11/2019-11-17"),
    ("It fell earlier this week.", "earlier this week", "2019-11-18/2019-11-19"),
    ("It fell earlier this month.", "earlier this month", "2019-11"),
    ("It opens later this year.", "later this year", "2019"),
    ("It opens next month.", "next month", "2019-12"),
    ("It rained over the weekend.", "the weekend", "2019-11-16/2019-11-17"),
    ("It rained last weekend.", "last weekend", "2019-11-16/2019-11-17"),
    ("It rained in May.", "May", "2019-05"),
    ("It rained in December.", "December", "2018-12"),
    ("They used April to train.", "April", "2019-04"),
    ("It was the wettest November.", "November", "2019-11"),
    ("It rained last November.", "last November", "2018-11"),
    ("It rained in May 2017.", "May 2017", "2017-05"),
    ("the 2021 July unrest", "2021 July", "2021-07"),
    ("It rained in early August.", "early August", "2019-08"),
    ("It rained in mid-July.", "mid-July", "2019-07"),
    ("It rained from May to July.", "from May to July", "2019-05/2019-07"),
    ("It rained between November and March.", "between November and March", "2018-11/2019-03"),
    ("It rained in 2017.", "2017", "2017"),
    ("She was born in 1809 abroad.", "1809", "1809"),
    ("the 2018-19 season", "2018-19", "2018/2019"),
    ("It ran between 2015 and 2017.", "between 2015 and 2017", "2015/2017"),
    ("It was the fashion of the 1990s.", "the 1990s", "1990/1999"),
    ("in the mid-1970s", "the mid-1970s", "1974/1976"),
    ("in the early '90s", "the early '90s", "1990/1993"),
    ("in the sixties", "the sixties", "1960/1969"),
    ("a 19th-century mill", "19th-century", "1801/1900"),
    ("It was due by the end of 2025.", "the end of 2025", "2025-12-31"),
    ("It was sold at the end of 2018.", "the end of 2018", "2018-12"),
    ("It was due by the end of the year.", "the end of the year", "2019-12-31"),
    ("It was due by the end of May 2018.", "the end of May 2018", "2018-05-31"),
    ("Sales fell in the third quarter of 2018.", "the third quarter of 2018", "2018-07/2018-09"),
    ("Sales fell in Q3 2018.", "Q3 2018", "2018-07/2018-09"),
    ("Sales fell in the third quarter.", "the third quarter", "2019"),
    ("Sales fell in the fourth quarter.", "the fourth quarter", ""),
    ("in the 2018-19 fiscal year", "2018-19 fiscal year", "2018/2019"),
    ("results for fiscal year 2019", "fiscal year 2019", "2019"),
    ("results for fiscal 2019", "fiscal 2019", "2019"),
    ("in the current financial year", "the current financial year", ""),
    ("It was more than in the same month last year.", "the same month last year", "2018"),
    ("It was more than in the same period a year ago.", "the same period a year ago", "2018"),
    ("It lost 40 jobs so far this year.", "so far this year", "2019-01-01/2019-11-19"),
    ("Shares are up 40% year to date.", "year to date", "2019-01-01/2019-11-19"),
    ("It rained this week.", "this week", "2019-11-18/2019-11-19"),
    ("It rained this past Sunday.", "this past Sunday", "2019-11-17"),
    ("It rained this past June.", "this past June", "2019-06"),
    ("It rained early in May.", "early in May", "2019-05"),
    ("In August Hale met them.", "August", "2019-08"),
    ("It ran from Friday to Sunday.", "from Friday to Sunday", "2019-11-15/2019-11-17"),
    ("It ran from last year up to 2025.", "from last year up to 2025", "2018/2025"),
    ("It rained a week ago today.", "a week ago today", "2019-11-12"),
    ("It rained a week ago Sunday.", "a week ago Sunday", "2019-11-10"),
    ("It rained a year and a half ago.", "a year and a half ago", ""),
    ("It rained two to three years ago.", "two to three years ago", ""),
    ("It was sold 12 to 18 hours after it.", "12 to 18 hours after", ""),
    ("over the next couple of weeks", "next couple of weeks", ""),
    ("in the days following the fire", "the days following", ""),
    ("in the months since the fire", "the months since", ""),
    ("Since the Sept. 11 attacks", "Sept. 11", "2001-09-11"),
    ("Figures published today show it.", "today", "2019-11-19"),
    ("In a Monday statement she said so.", "Monday", "2019-11-18"),
    ("It opens on the first Monday in June.", "Monday", ""),
    ("the Friday before the vote", "Friday", ""),
    ("It rang at 1 p.m. Central time.", "1 p.m. Central time", ""),
    ("in the first half of 2018", "the first half of 2018", "2018-01/2018-06"),
    ("the first four months of this year", "the first four months of this year", "2019-01/2019-04"),
    ("It was sold in spring 2018.", "spring 2018", "2018"),
    ("It was sold two years ago.", "two years ago", "2017"),
    ("It was sold nearly a decade ago.", "nearly a decade ago", "2009"),
    ("It was sold more than 20 years ago.", "more than 20 years ago", ""),
    ("It was sold a month ago.", "a month ago", "2019-10"),
    ("It was sold three days ago.", "three days ago", "2019-11-16"),
    ("“[Ten] years ago it began.”", "[Ten] years ago", "2009"),
    ("It came just days ago.", "just days ago", "2019-11"),
    ("over the past 10 months", "past 10 months", "2019-01/2019-11"),
    ("in the past 24 hours", "past 24 hours", "2019-11-18/2019-11-19"),
    ("in recent days", "recent days", "2019-11"),
    ("in recent weeks", "recent weeks", ""),
    ("It was recently sold.", "recently", ""),
    ("It was sold three days later.", "three days later", ""),
    ("a year after the fire", "a year after", ""),
    ("It fell from the year before.", "the year before", "2018"),
    ("the week after the fire", "the week after", ""),
    ("It was shut on Christmas Day.", "Christmas Day", "2018-12-25"),
    ("It was shut on Easter Monday 2018.", "Easter Monday 2018", "2018-04-02"),
    ("They voted on Election Day.", "Election Day", "2019-11-05"),
    ("after 9/11 they moved", "9/11", "2001-09-11"),
    ("It was back at 15:11 GMT.", "15:11 GMT", ""),
    ("It was back at 9.30am today", "9.30am", ""),
    ("It was back by noon.", "noon", ""),
    ("It was found in the early hours", "the early hours", ""),
    ("at a late-morning meeting", "late-morning", ""),
    ("It lost more last season.", "last season", ""),
    ("Sales rose from a year earlier.", "a year earlier", "2018"),
)


@pytest.mark.parametrize(("text", "words", "meaning"), PAST)
def test_what_is_told_in_the_past(text: str, words: str, meaning: str) -> None:
    found = dates.find(text)
    assert (found[0].text, dates.resolve(found[0], TUESDAY)) == (words, meaning)
    assert found[0].span.of(text) == words


def test_every_form_has_an_example_and_a_rule() -> None:
    found = {e.form for text, _, _ in PAST for e in dates.find(text)}
    forms = {row.kind for row in dates.FORMS}
    assert found == forms
    assert set(date_rules.RULES) == forms


@pytest.mark.parametrize(
    "text",
    [
        "She may be late and may march on.",
        "May we ask? March against the wind. Will you?",
        "The second of them won a place.",
        "The Sunday Times said so.",
        "A text of 2019 words and 1,999 people.",
        "It cost $2019 or £ 1999, on Route 1950.",
        "More than 2000 came; the flat has 2050 square feet.",
        "Phone 1999-2020-11 or see version 10.2.1.",
        "Ms August spoke. So did June Hale and April Fox.",
        "Black Friday is a name; so is Super Tuesday.",
        "He won 7-5, 6-3 in an hour at 20:80.",
        "They marched; the march went on. The autumn of life.",
        "USA Today wrote it.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [e.text for e in dates.find(text) if e.form != "holiday"] == []


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("It will open on Friday.", "2019-11-22"),
        ("It will open on Tuesday.", "2019-11-19"),
        ("It will open next Tuesday.", "2019-11-26"),
        ("It will open on May 16.", "2020-05-16"),
        ("It will open in January.", "2020-01"),
        ("It will open in November.", "2019-11"),
        ("It will open this weekend.", "2019-11-23/2019-11-24"),
        ("It will open on Christmas Eve.", "2019-12-24"),
        ("It will open within days.", ""),
        ("It will stay shut this week.", "2019-11-18/2019-11-24"),
        ("It will open this coming Friday.", "2019-11-22"),
        ("It will run from Friday to Sunday.", "2019-11-22/2019-11-24"),
        ("Results for the third quarter will come.", ""),
        ("It will last for the next two years.", "2019-11/2021-11"),
    ],
)
def test_what_is_still_to_come(text: str, meaning: str) -> None:
    assert dates.resolve(dates.find(text)[0], TUESDAY, past=False) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("the 3 December meeting", "2019-12-03"),
        ("the attack on April 3", "2019-04-03"),
        ("a vote in December", "2019-12"),
        ("a vote in April", "2019-04"),
        ("open Monday to Friday", ""),
    ],
)
def test_the_nearest_where_no_verb_tells(text: str, meaning: str) -> None:
    assert dates.resolve(dates.find(text)[0], TUESDAY, past=None) == meaning


@pytest.mark.parametrize(
    ("text", "anchors", "meaning"),
    [
        ("Two days later he left.", ("2019-03-30",), "2019-04-01"),
        ("A year later he left.", ("2016",), "2017"),
        ("Three months earlier he left.", ("2018", "2019-02"), "2018-11"),
        ("He left the next day.", ("2019-11", "2019-02-28"), "2019-03-01"),
        ("He left later that day.", ("2019-02-28",), "2019-02-28"),
        ("He left the next Tuesday night.", ("2019-03-03",), "2019-03-05"),
        ("He left the previous weekend.", ("2019-08-17",), "2019-08-10/2019-08-11"),
        ("He left the previous night.", (), ""),
        ("He left that Friday.", ("2019-03-05",), "2019-03-08"),
        ("It was less in the same month last year.", ("2019-10-03",), "2018-10"),
        ("He left that Friday.", (), ""),
        ("On June 30 he left.", ("2016-06-29",), "2016-06-30"),
        ("On June 30 he left.", ("2016-06-29", "2017-06"), "2019-06-30"),
        ("On Nov. 12 he left.", ("2016-11-08",), "2019-11-12"),
        ("On Tuesday, Nov. 15, he left.", ("2016-11-08",), "2016-11-15"),
        ("On Monday, Nov. 18, he left.", ("2013-11-08",), "2019-11-18"),
        ("On Monday, Nov. 15, he left.", ("2016-11-08",), ""),
    ],
)
def test_what_counts_from_an_earlier_date(
    text: str, anchors: tuple[str, ...], meaning: str
) -> None:
    assert dates.resolve(dates.find(text)[0], TUESDAY, anchors=anchors) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("on June 30, 2024", "2024-06-30"),
        ("in May 2019", "2019-05"),
        ("in 2019", "2019"),
        ("so far this year", ""),
        ("this year up to 2027", ""),
        ("the third quarter", ""),
        ("on June 30", ""),
        ("on Monday", ""),
        ("last week", ""),
        ("in May", ""),
        ("two years ago", ""),
        ("by the end of the year", ""),
        ("on Halloween", ""),
        ("on Thanksgiving", ""),
        ("on February 30, 2019", ""),
    ],
)
def test_only_what_is_absolute_without_a_day_of_publication(text: str, meaning: str) -> None:
    assert dates.resolve(dates.find(text)[0], None) == meaning


@pytest.mark.parametrize(
    ("words", "published", "meaning"),
    [
        ("on Easter Sunday", dt.date(2000, 12, 1), "2000-04-23"),
        ("on Easter Sunday", dt.date(2008, 12, 1), "2008-03-23"),
        ("on Easter Sunday", dt.date(2038, 12, 1), "2038-04-25"),
        ("on Good Friday", dt.date(2024, 12, 1), "2024-03-29"),
        ("on Memorial Day", dt.date(2019, 12, 1), "2019-05-27"),
        ("on Labor Day", dt.date(2019, 12, 1), "2019-09-02"),
        ("on Martin Luther King Jr. Day", dt.date(2019, 12, 1), "2019-01-21"),
        ("on Thanksgiving", dt.date(2019, 12, 1), "2019-11-28"),
        ("on Thanksgiving", dt.date(2019, 10, 20), ""),
        ("on Independence Day", dt.date(2019, 10, 20), ""),
        ("on Palm Sunday", dt.date(2019, 10, 20), "2019-04-14"),
        ("on Presidents’ Day", dt.date(2019, 10, 20), "2019-02-18"),
        ("on April Fools' Day", dt.date(2019, 10, 20), "2019-04-01"),
        ("on New Year’s Eve", dt.date(2019, 10, 20), "2018-12-31"),
    ],
)
def test_feasts(words: str, published: dt.date, meaning: str) -> None:
    assert dates.resolve(dates.find(words)[0], published) == meaning


def test_weeks_end_on_sunday() -> None:
    sunday = dt.date(2019, 11, 24)
    meant = {t: dates.resolve(dates.find(t)[0], sunday) for t in ("this week", "last weekend")}
    assert meant == {"this week": "2019-11-18/2019-11-24", "last weekend": "2019-11-16/2019-11-17"}


def test_a_list_shares_its_article() -> None:
    found = dates.find("Book on a Tuesday, Wednesday or Sunday, but not on Monday.")
    assert [(e.text, dates.resolve(e, TUESDAY)) for e in found] == [
        ("Tuesday", ""),
        ("Wednesday", ""),
        ("Sunday", ""),
        ("Monday", "2019-11-18"),
    ]


@pytest.mark.parametrize(
    ("text", "past", "meaning"),
    [
        ("She spoke on Wednesday, March 13.", True, ""),  # a Thursday, and not that of last year
        ("She spoke on Friday, March 20.", True, ""),  # a Thursday to come
        ("She spoke on Thursday, March 13.", True, "2025-03-13"),
        ("She spoke on Friday, March 14.", True, "2025-03-14"),
        ("The vote of Monday, March 17, was put off.", True, "2025-03-17"),
        ("She spoke on Wednesday, May 1.", True, "2024-05-01"),
        ("She spoke on Tuesday, May 1.", True, ""),
        ("She will speak on Monday, March 17.", False, "2025-03-17"),
        ("She will speak on Tuesday, March 17.", False, ""),
        ("the meeting on Monday, March 17", None, "2025-03-17"),
        ("the meeting on Monday, March 10", None, "2025-03-10"),
        ("the meeting on Tuesday, March 10", None, ""),
        ("She spoke on Wednesday, March 13, 2024.", True, "2024-03-13"),
        ("She spoke on Thursday, Feb. 29.", True, "2024-02-29"),
        ("She spoke on Thursday, Feb. 30.", True, ""),
    ],
)
def test_a_weekday_and_a_day_without_a_year_are_near_the_publication(
    text: str, past: bool | None, meaning: str
) -> None:
    friday = dt.date(2025, 3, 14)
    assert dates.resolve(dates.find(text)[0], friday, past=past) == meaning


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("It burned overnight.", "today"),
        ("It fell on Tuesday night. She was kept overnight.", "vague"),
        ("It burned overnight on Tuesday.", "vague"),
        ("It burned overnight. She spoke on Tuesday.", "today"),
        (
            "It fell on Tuesday. "
            + "It was a long wall of old bricks. " * 10
            + "It burned overnight.",
            "today",
        ),
    ],
)
def test_the_night_of_a_day_that_stands_before_is_left_open(text: str, form: str) -> None:
    (night,) = (e for e in dates.find(text) if e.text == "overnight")
    assert night.form == form
    assert dates.resolve(night, TUESDAY) == ("2019-11-18/2019-11-19" if form == "today" else "")


def test_no_expression_crosses_a_paragraph() -> None:
    found = dates.find("It closed in May\n\n2019 was wet.\n\nlast\nweek")
    assert [e.text for e in found] == ["May", "2019"]


_PIECES = st.sampled_from(
    [text for text, _, _ in PAST]
    + [
        "the 0th century",
        "99 decades ago",
        "31 April",
        "Feb. 29, 1900",
        "\n",
        "the past 999 years",
        "5",
    ]
)
_MEANING = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?)?")


@given(
    st.lists(_PIECES, max_size=5).map(" ".join),
    st.none() | st.dates(),
    st.sampled_from([True, False, None]),
    st.lists(st.sampled_from(["2019", "2019-02", "2019-02-28", "0001-01-01", "9999-12-31"])),
)
def test_whatever_the_words_and_the_day(
    text: str, published: dt.date | None, past: bool | None, anchors: list[str]
) -> None:
    end = 0
    for found in dates.find(text):
        assert found.span.start >= end
        assert found.span.of(text) == found.text
        assert found.text == found.text.strip() != ""
        end = found.span.end
        assert _MEANING.fullmatch(dates.resolve(found, published, past=past, anchors=anchors))


@given(st.text(max_size=80))
def test_any_text_may_be_searched(text: str) -> None:
    assert all(e.span.of(text) == e.text for e in dates.find(text))
