"""Reading what a person wrote, however they wrote it."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck import worksheet
from factcheck.model import Assertion, Evidence, Span, Worksheet
from factcheck.worksheet import Document
from factcheck.worksheet.evidence import from_string

SNAPSHOT = "The bridge, a beauty, opened in 2019. It cost a lot.\n\nWork took a year."


def parse(text: str) -> Document:
    head = "[worksheet]\nformat = 1\n"
    return worksheet.parse(f"{head}{text}\n[snapshot]\ntext = '''\n{SNAPSHOT}'''\n", "w.toml")


def assertions(text: str) -> tuple[Assertion, ...]:
    document = parse(text)
    assert document.problems == ()
    return document.worksheet.assertions


SEVEN = """
[[assertion]]
id = "7"
text = "The bridge, a beauty, opened in 2019."
sentence = 1
paragraph = 1
span = [0, 37]
layer = "content"
kind = "event"
speaker = "Ana Ruiz"
priority = "high"
"""


def test_a_part_inherits_from_the_whole_and_finds_its_place() -> None:
    _, part = assertions(SEVEN + '[[assertion]]\nid = "7a"\ntext = "opened in 2019"\n')
    assert part == Assertion(
        "7a",
        "opened in 2019",
        1,
        1,
        Span(22, 36),
        "content",
        "event",
        speaker="Ana Ruiz",
        priority="high",
    )


def test_what_a_person_wrote_in_a_part_is_not_changed() -> None:
    (part,) = assertions(
        SEVEN + '[[assertion]]\nid = "7a"\ntext = "a beauty"\nlayer = "narration"\n'
        "sentence = 9\nspan = [1, 2]\npriority = 'low'\nverdict = 'not-checkable'\n"
    )[1:]
    assert (part.layer, part.sentence, part.span) == ("narration", 9, Span(1, 2))
    assert (part.priority, part.verdict, part.kind) == ("low", "not-checkable", "event")


def test_a_part_whose_whole_is_gone_finds_its_sentence_by_its_place() -> None:
    part, _ = assertions(
        '[[assertion]]\nid = "8a"\ntext = "took a year"\n'
        '[[assertion]]\nid = "9"\ntext = "Work took a year."\nsentence = 3\nparagraph = 2\n'
        'span = [54, 71]\nlayer = "narration"\nkind = "event"\npriority = "normal"\n'
    )
    assert (part.sentence, part.paragraph, part.span) == (3, 2, Span(59, 70))
    assert (part.layer, part.kind, part.priority) == ("narration", "", "normal")


@pytest.mark.parametrize("words", ["o", "not there", ""])
def test_words_that_stand_nowhere_or_twice_have_no_place(words: str) -> None:
    (part,) = assertions(f'[[assertion]]\nid = "x"\ntext = "{words}"\n')
    assert (part.span, part.sentence, part.paragraph) == (Span(0, 0), 0, 0)


def test_evidence_in_every_form() -> None:
    (inline, blocks, empty) = assertions(
        "[[assertion]]\n"
        'evidence = ["https://a.example/b", "s1", { source = "s2", stance = "context" }]\n'
        "[[assertion]]\n"
        "[[assertion.evidence]]\n"
        'source = "s1"\n'
        "[[assertion.evidence]]\n"
        'url = "https://a.example"\n'
        'passage = "x"\n'
        "[[assertion]]\n"
        "evidence = []\n"
    )
    assert inline.evidence == (
        Evidence(url="https://a.example/b"),
        Evidence(source="s1"),
        Evidence(source="s2", stance="context"),
    )
    assert blocks.evidence == (
        Evidence(source="s1"),
        Evidence(url="https://a.example", passage="x"),
    )
    assert empty.evidence == ()


def test_evidence_written_both_ways_is_reported_and_read() -> None:
    document = parse(
        '[[assertion]]\nevidence = ["s1"]\n[[assertion.evidence]]\nsource = "s2"\n'
        '[[assertion]]\nid = "2"\n'
    )
    assert [(p.line, p.rule) for p in document.problems] == [(5, "syntax")]
    first, second = document.worksheet.assertions
    assert first.evidence == (Evidence(source="s1"), Evidence(source="s2"))
    assert second.id == "2"


@pytest.mark.parametrize(
    ("text", "is_address"),
    [
        ("https://a.example", True),
        ("http://a", True),
        ("www.a.example", True),
        ("a.example/b", True),
        ("minutes/2019.pdf", True),
        ("doi:10.1000/182", True),
        ("s1", False),
        ("a.example", False),
        ("minutes of 3/4", False),
        (r"C:\minutes.pdf", False),
        ("", False),
    ],
)
def test_a_string_is_an_address_or_the_id_of_a_source(text: str, *, is_address: bool) -> None:
    assert from_string(text) == (Evidence(url=text) if is_address else Evidence(source=text))


def test_a_value_of_a_wrong_type_is_read_where_its_meaning_is_plain() -> None:
    document = parse(
        "[article]\n"
        "published = 2026-01-31T09:00:00\n"
        "title = 1984\n"
        "[[source]]\n"
        'accessed = "31.01.2026"\n'
        'on_record = "yes"\n'
        'independent_of = "s2"\n'
        "[[assertion]]\n"
        "id = 7\n"
        'sentence = "3"\n'
        "paragraph = true\n"
        "span = [1, -1]\n"
        "verdict = true\n"
        "details = [7]\n"
        "evidence = { source = 's1' }\n"
    )
    sheet = document.worksheet
    assert (sheet.article.title, sheet.article.published) == ("1984", dt.date(2026, 1, 31))
    assert sheet.sources[0].accessed == dt.date(2026, 1, 31)
    assert sheet.sources[0].on_record is None
    assert sheet.sources[0].independent_of == ()
    (first,) = sheet.assertions
    assert (first.id, first.sentence, first.paragraph, first.span) == ("7", 3, 0, Span(0, 0))
    assert (first.verdict, first.evidence) == ("true", (Evidence(source="s1"),))
    assert {(p.line, p.column, p.message, p.hint) for p in document.problems} == {
        (
            4,
            13,
            "published must be a date without quotes, not a date or time",
            "write published = 2026-01-31",
        ),
        (5, 9, "title must be a text in quotes, not a number", 'write title = "1984"'),
        (
            7,
            12,
            "accessed must be a date without quotes, not a text in quotes",
            "write accessed = 2026-01-31",
        ),
        (8, 13, "on_record must be true or false, without quotes, not a text in quotes", ""),
        (
            9,
            18,
            "independent_of must be a list of texts, not a text in quotes",
            'write it as ["s1", "s2"]',
        ),
        (11, 6, "id must be a text in quotes, not a number", 'write id = "7"'),
        (
            12,
            12,
            "sentence must be a whole number without quotes, not a text in quotes",
            "write sentence = 3",
        ),
        (13, 13, "paragraph must be a whole number without quotes, not true", ""),
        (14, 8, "span must be two whole numbers, the smaller first", "write it as [120, 164]"),
        (
            15,
            11,
            "verdict must be a text in quotes, not true",
            'did you mean "confirmed" or "confirmed-with-change"?',
        ),
        (16, 12, "an entry of details must be a { … } table, not a number", ""),
        (
            17,
            12,
            "evidence must be a list, not a table",
            "put it between [ and ]: evidence = [ … ]",
        ),
    }


def test_a_worksheet_with_nothing_but_its_table_has_values_of_every_type() -> None:
    sheet = worksheet.parse("[worksheet]\n", "w.toml").worksheet
    assert isinstance(sheet, Worksheet)
    assert sheet.created == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    assert (sheet.article.text, sheet.assertions, sheet.scale) == ("", (), "desk")


@pytest.mark.parametrize(
    ("snapshot", "places"),
    [
        ("text = '''\nab\ncd'''", [(4, 1), (4, 2), (5, 1)]),
        ("text = '''ab\ncd'''", [(3, 11), (3, 12), (4, 1)]),
        ('text = """\nab\ncd"""', [(4, 1), (4, 1), (5, 1)]),
        ('text = "ab\\ncd"', [(3, 8), (3, 8), (3, 8)]),
        ("text = '''\r\nab\r\ncd'''", [(4, 1), (4, 2), (5, 1)]),
        ("# none", [(1, 1), (1, 1), (1, 1)]),
    ],
)
def test_a_place_in_the_snapshot(snapshot: str, places: list[tuple[int, int]]) -> None:
    document = worksheet.parse(f"[worksheet]\n[snapshot]\n{snapshot}\n", "w.toml")
    assert [document.snapshot_place(offset) for offset in (0, 1, 3)] == places
