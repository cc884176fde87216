"""The bytes of a worksheet after an update: those that had to change, and no other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from factcheck import checks, updating
from factcheck.model import Article, Found, Query, sha256
from factcheck.worksheet import Document, parse

NOW = dt.datetime(2026, 11, 25, 8, 30, tzinfo=dt.UTC)
OLD = "The pool opened in 1958, and the fund paid. It rained on Monday. Who came?\n\nA dog barked."
NEW = (
    "It rained on Monday. Snow fell on Friday.\n\nThe pool opened in 1957, and the fund paid. Why?"
)
SHEET = f"""\
#:schema ./worksheet.schema.json
# Pool: fact-check worksheet. 4 assertions.

[worksheet]
format = 1
created = 2026-11-24T10:00:00Z
tool = "factcheck 0.1.0"
scale = "desk"
highest = 4
desk = "city"  # our own key

[article]
title = "Pool"
byline = "A. B."
source = "pool.txt"
url = ""
language = "en"
sha256 = "{sha256(OLD)}"

[signoff]
by = "Ana"  # by telephone
at = 2026-11-24T12:00:00Z

[[source]]
id = "s1"
title = "Register"

[[query]]
text = "Answered long ago?"
assertions = ["1"]
why = "because"
answer = "Yes."  # Ana

# our own
[[query]]
text = "Asked by hand?"
answer = ""

[[query]]
text = "The machine's, and gone?"  # Ben: silly
assertions = ["2"]
why = ""
answer = ""

# Ana: the big one
[[ assertion ]]  # first
id = "1"
text = "The pool opened in 1958"   # verbatim
sentence = 1
paragraph = 1
span = [ 0, 23 ]
layer = "narration"
kind = "date"
priority = "high"   # raised by hand
details = [
  {{ kind = "date", text = "1958" }},  # the year
]
verdict = "confirmed"
evidence = [ "s1", # the register
]
correction = ""
note = '''
Two lines
# of note'''
reviewer = "Ana"

[[ assertion . evidence ]]  # not TOML's business
url = "https://example.org/pool"

[[assertion]]
id = "1a"
text = "opened in 1958"
verdict = "wrong"
correction = "1957"
colour = "red"

[[assertion]]
id = "2"
text = "the fund paid."
sentence = 1
paragraph = 1
span = [29, 43]
layer = "narration"
kind = "event"
priority = "normal"
details = []
verdict = ""
evidence = []
correction = ""
note = ""
reviewer = ""

[[assertion]]
id = "3"
text = "It rained on Monday."
sentence = 2
paragraph = 1
span = [44, 64]
layer = "narration"
kind = "event"
priority = "normal"
details = []
verdict = "confirmed"
evidence = ["s1"]
correction = ""
note = ""
reviewer = "Ben"

# nobody heard it
[[assertion]]
id = "4"
text = "A dog barked."
sentence = 4
paragraph = 2
span = [76, 89]
layer = "narration"
kind = "event"
priority = "low"
details = []
verdict = "unsupported"
note = "Nobody heard it."
reviewer = "Ben"

[[assertion.evidence]]
url = "https://example.org/dog"

# asides
[[set_aside]]
text = "Who came?"  # we did
sentence = 3
paragraph = 1
span = [65, 74]
reason = "question"

[snapshot]
text = '''
{OLD}'''
"""
SHEET = SHEET.replace('evidence = [ "s1", # the register\n]\n', "")


@pytest.fixture
def find(finder: Callable[[Article], Found]) -> Callable[[Article], Found]:
    """The finder, which asks something of the old draft and something of the new one."""

    def made(article: Article) -> Found:
        old = article.text == OLD
        text = "The machine's, and gone?" if old else "1957 or 1958?"
        found = finder(article)
        ids = tuple(a.id for a in found.assertions if "pool" in a.text)
        return replace(found, queries=(Query(text, ids, "so"),))

    return made


def after(document: Document, find: Callable[[Article], Found], draft: Article) -> str:
    return updating.follow(document, draft, find(draft), find, NOW)[0]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_whole_file(
    ends: str, golden: Callable[[str, str], None], find: Callable[[Article], Found]
) -> None:
    document = parse(SHEET.replace("\n", ends), "w.toml")
    assert not document.problems
    draft = Article(NEW, title="Pool", byline="C. D.", published=dt.date(2026, 11, 25), source="p2")
    text = after(document, find, draft)
    assert text.count("\r\n") == (text.count("\n") if ends == "\r\n" else 0)
    golden("followed.toml", text.replace("\r\n", "\n"))
    rules = {f.rule for f in checks.run(parse(text, "w.toml")) if f.severity == "error"}
    assert rules == {"unknown-key", "verdict-without-evidence"}


def test_with_the_same_article_no_byte_changes(find: Callable[[Article], Found]) -> None:
    document = parse(SHEET, "w.toml")
    assert after(document, find, Article(OLD, title="Another")) == SHEET


def test_back_to_the_first_draft_the_words_come_back(find: Callable[[Article], Found]) -> None:
    away = parse(after(parse(SHEET, "w.toml"), find, Article(NEW)), "w.toml")
    assert [each.id for each in away.worksheet.retired] == ["4"]
    back = parse(after(away, find, Article(OLD)), "w.toml")
    four = next(a for a in back.worksheet.assertions if a.id == "4")
    assert (four.verdict, four.note, four.recheck, four.status) == (
        "unsupported",
        "Nobody heard it.",
        "",
        "unchanged",
    )
    assert '[[assertion.evidence]]\nurl = "https://example.org/dog"' in back.text
    assert not back.worksheet.retired or {r.id for r in back.worksheet.retired} == {"5"}


def test_a_new_assertion_never_comes_between_another_and_its_evidence(
    find: Callable[[Article], Found],
) -> None:
    stray = '[[assertion.evidence]]\nurl = "https://example.org/late"\n\n'
    source = '[[source]]\nid = "s2"\n\n'
    text = SHEET.replace("# nobody heard it\n", f"{source}{stray}# nobody heard it\n")
    before = parse(text, "w.toml")
    assert before.worksheet.assertions[3].evidence[-1].url == "https://example.org/late"
    now = parse(after(before, find, Article(NEW)), "w.toml")
    (three,) = [a for a in now.worksheet.assertions if a.id == "3"]
    assert three.evidence[-1].url == "https://example.org/late"
    assert [a.id for a in now.worksheet.assertions] == ["1", "1a", "2", "3", "5"]


def test_a_signoff_is_voided_once(find: Callable[[Article], Found]) -> None:
    first = parse(after(parse(SHEET, "w.toml"), find, Article(NEW)), "w.toml")
    assert first.worksheet.signoff
    assert first.worksheet.signoff.voided == NOW
    later = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
    draft = Article(OLD)
    second, _ = updating.follow(first, draft, find(draft), find, later)
    assert "2027" not in second
