"""The demonstration agrees with itself.

The story's planted errors are in it, nothing else is wrong in it, and the documents fit one another,
down to the sums and the weekdays.
"""

from __future__ import annotations

import calendar
import csv
import datetime as dt
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "worksheets"
EVIDENCE = FOLDER / "evidence"
STORY = (FOLDER / "dunsorrel-pool.txt").read_text(encoding="utf-8")
MONTHS = {name[:3]: number for number, name in enumerate(calendar.month_name) if name}
DATED = re.compile(r"(\w+day), (\w{3})\w*\.? (\d{1,2})(?:, (\d{4}))?")


def read(name: str) -> str:
    """A document in one line, so that a passage is found across line ends."""
    return " ".join((EVIDENCE / name).read_text(encoding="utf-8").split())


def wrong_weekdays(text: str) -> list[str]:
    """The dates in ``text`` that fell on another day of the week; 2026 where no year is given."""
    found = []
    for match in DATED.finditer(" ".join(text.split())):
        weekday, month, day, year = match.groups()
        date = dt.date(int(year or 2026), MONTHS[month], int(day))
        if calendar.day_name[date.weekday()] != weekday:
            found.append(match[0])
    return found


def budget() -> dict[str, dict[str, int]]:
    """The amounts in dollars, by section and line."""
    table: dict[str, dict[str, int]] = {}
    with (EVIDENCE / "pool-budget.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            table.setdefault(row["section"], {})[row["line"]] = int(row["amount_usd"])
    return table


def test_the_story_is_as_long_as_a_story() -> None:
    assert 450 <= len(STORY.split()) <= 650


def test_one_weekday_is_wrong_in_the_story() -> None:
    assert len(DATED.findall(STORY)) == 3
    assert wrong_weekdays(STORY) == ["Friday, Sept. 5, 2024"]


@pytest.mark.parametrize("path", sorted(EVIDENCE.iterdir()), ids=lambda path: path.name)
def test_no_weekday_is_wrong_in_the_documents(path: Path) -> None:
    assert wrong_weekdays(path.read_text(encoding="utf-8")) == []


def test_the_budget_adds_up_and_the_story_does_not() -> None:
    for section in ("costs", "funds"):
        lines = dict(budget()[section])
        assert lines.pop("Total") == sum(lines.values()) == 3_650_000
    assert "$3.85 million" in STORY
    for part in ("$1.8 million", "$1.2 million", "$650,000"):
        assert part in STORY


def test_the_storys_other_figures_follow_from_the_budget() -> None:
    costs, reserve = budget()["costs"], budget()["reserve"]
    assert round(100 * costs["Construction"] / costs["Total"]) == 79
    assert round(100 * costs["Contingency"] / costs["Total"]) == 8
    after = reserve.pop("Balance after the transfer")
    assert after == reserve["Balance 2026-09-30"] - budget()["funds"]["Reserve fund"] == 2_800_000
    lower = [line for line, amount in reserve.items() if amount <= after]
    assert max(lower) == "Balance 2015-12-31"
    assert round(100 * (18_400 / 17_360 - 1)) == 6
    assert round(100 * (62 - 23) / 62) == 63


def test_one_quotation_is_not_what_was_said() -> None:
    transcript = read("meeting-transcript.txt")
    quoted = [words.rstrip(",") for words in re.findall(r'"([^"]+)"', STORY)]
    assert len(quoted) == 7
    changed = [words for words in quoted if words.rstrip(".") not in transcript]
    assert changed == ["If the weather is with us, people will be swimming here by June of 2028"]
    assert changed[0].replace("will", "could") in transcript


def test_one_title_is_not_on_the_staff_page() -> None:
    page = read("town-staff.html")
    assert "Town Treasurer Marisel Ondrake" in STORY
    assert "<td>Marisel Ondrake</td><td>Finance Director</td><td>2011</td>" in page
    assert "<td>Corwin Thessaby</td><td>Director of Public Works</td>" in page


def test_the_leak_is_disputed() -> None:
    assert "31,000 gallons of water a week" in STORY
    assert "31,000 gallons a week" in read("county-order.txt")
    assert "about 19,000 gallons a week" in read("council-minutes.md")
    assert "about nineteen thousand" in read("meeting-transcript.txt")


@pytest.mark.parametrize("words", ["oldest", "withdrew", "second contractor"])
def test_what_could_not_be_confirmed_is_in_no_document(words: str) -> None:
    assert words in STORY
    assert [path.name for path in EVIDENCE.iterdir() if words in read(path.name)] == []
