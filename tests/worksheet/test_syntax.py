"""What is not TOML is reported once, at its place, in words a journalist understands."""

from __future__ import annotations

import pytest

from factcheck import worksheet
from factcheck.worksheet import Document

START = "[worksheet]\nformat = 1\n[[assertion]]\n"
END = '\n[[set_aside]]\nsentence = 3\n[snapshot]\ntext = """Whole."""\n'

COMMA = "put a comma after each entry"
LINES = "a text of several lines goes between ''' and '''"
WITH_QUOTES = r"write \" for a quote inside the text, or put it all between " + "''' and '''"
EXAMPLE = 'write it as { source = "s1", locator = "p. 4" }'

# The text of an assertion, the place of the slip (lines from 1, in that text), message and hint.
CASES = [
    # A value that is no value
    ("verdict =", "1:10", "nothing stands after the =", 'write verdict = "" for no text'),
    ("verdict = # later", "1:11", "nothing stands after the =", 'write verdict = "" for no text'),
    (
        "verdict = confirmed",
        "1:11",
        "the value stands without quotes",
        'write verdict = "confirmed"',
    ),
    (
        "verdict = not true # see note",
        "1:11",
        "the value stands without quotes",
        'write verdict = "not true"',
    ),
    (
        "evidence = https://a.example/b",
        "1:12",
        "the value stands without quotes",
        'write evidence = ["https://a.example/b"]',
    ),
    (
        "evidence = [https://a.example/b]",
        "1:13",
        "the value stands without quotes",
        'write "https://a.example/b"',
    ),
    ('evidence = ["a", s1]', "1:18", "the value stands without quotes", 'write "s1"'),
    (
        "speaker_inferred = True",
        "1:20",
        "True is not a value that TOML knows",
        "write true",
    ),
    *(
        (f"accessed = {day}", "1:12", f"{day} is not a date that TOML knows", hint)
        for day, hint in (
            ("13.03.2025", "write accessed = 2025-03-13"),
            ("3.4.2025", "write accessed = 2025-04-03"),
            ("13/03/2025", "write accessed = 2025-03-13"),
            ("03/13/2025", "write accessed = 2025-03-13"),
            ("2025/03/13", "write accessed = 2025-03-13"),
            ("2025.3.4", "write accessed = 2025-03-04"),
            ("04/04/2025", "write accessed = 2025-04-04"),
            ("03/04/2025", "write it as 2026-01-31"),
            ("13.13.2025", "write it as 2026-01-31"),
            ("13.03.25", "write it as 2026-01-31"),
        )
    ),
    ("verdict = confirmd", "1:11", "the value stands without quotes", 'did you mean "confirmed"?'),
    (
        "verdict = yes",
        "1:11",
        "the value stands without quotes",
        'did you mean "confirmed" or "confirmed-with-change"?',
    ),
    (
        "verdict = False",
        "1:11",
        "the value stands without quotes",
        'did you mean "wrong" or "misleading"?',
    ),
    ("on_record = yes", "1:13", "yes is not a value that TOML knows", "write true"),
    (
        "accessed = 2026-02-30",
        "1:12",
        "2026-02-30 is not a date that TOML knows",
        "write it as 2026-01-31",
    ),
    (
        "sentence = 3,5",
        "1:12",
        "3,5 is not a number that TOML knows",
        'write a number as 12 or 1.5, or a text as "3,5"',
    ),
    ("evidence = ]", "1:12", "a value was expected, not ']'", 'put it there, such as "p. 4"'),
    ('verdict == "wrong"', "1:10", "a key is followed by one =", "take this one away"),
    # Quotes
    (
        "verdict = “confirmed”",
        "1:11",
        "“ is a curly quote; it cannot open a text",
        'begin and end the text with the straight quote "',
    ),
    (
        "evidence = [“s1”]",
        "1:13",
        "“ is a curly quote; it cannot open a text",
        'begin and end the text with the straight quote "',
    ),
    (
        'verdict = "confirmed”',
        "1:11",
        "the quote that opens this text is not closed on its line",
        'it ends in a curly quote: end it with the straight "',
    ),
    (
        'note = "He left\nand came back"',
        "1:8",
        "the quote that opens this text is not closed on its line",
        f'end it with "; {LINES}',
    ),
    (
        'note = "He said "yes" to us"',
        "1:17",
        "the text goes on after the quote that closes it",
        WITH_QUOTES,
    ),
    (
        'evidence = [\n  { source = "s1", passage = "He said "yes"" },\n]',
        "2:39",
        "the text goes on after the quote that closes it",
        WITH_QUOTES,
    ),
    (
        "note = 'I don't know'",
        "1:14",
        "the text goes on after the quote that closes it",
        "put the text between \" and \", or put it all between ''' and '''",
    ),
    (
        'note = "C:\\docs"',
        "1:11",
        'a backslash alone cannot stand between " and "',
        "write \\\\ for each backslash, or put the text between ' and '",
    ),
    (
        'note = "bell\x07"',
        "1:13",
        "a control character (number 7) stands in the text",
        "delete it, or write it as \\u0007 between straight double quotes",
    ),
    (
        "note = '''\nHe left.",
        "1:8",
        "the ''' that opens this text is never closed",
        "put ''' after the text's last word",
    ),
    (
        'note = """\nHe left.',
        "1:8",
        'the """ that opens this text is never closed',
        'put """ after the text\'s last word',
    ),
    # What follows a value
    (
        'verdict = "wrong",',
        "1:18",
        "nothing stands between a value and the end of its line",
        "take the comma away",
    ),
    (
        'verdict = "wrong";',
        "1:18",
        "nothing stands between a value and the end of its line",
        "take the semicolon away",
    ),
    (
        'verdict = "wrong" // so',
        "1:19",
        "nothing may stand after the value on its line",
        "put # before a remark",
    ),
    (
        'evidence = "s1", "s2"',
        "1:16",
        "several entries of evidence go between [ and ]",
        "put [ before the first and ] after the last",
    ),
    # Arrays and inline tables
    ('evidence = ["s1" "s2"]', "1:17", "a comma is missing between two entries of evidence", COMMA),
    (
        'evidence = [\n  { source = "s1" }\n  "s2"\n]',
        "2:20",
        "a comma is missing between two entries of evidence",
        COMMA,
    ),
    ("span = [10 20]", "1:11", "a comma is missing between two entries of span", COMMA),
    ('evidence = ["s1",, "s2"]', "1:18", "a comma too many", "take it away"),
    (
        'evidence = [\n  "s1",\ncorrection = "x"\nnote = "y"',
        "1:12",
        "the [ that opens here is never closed",
        "put ] after the last entry",
    ),
    (
        'evidence = [{ source = "s1" ]',
        "1:13",
        "the { that opens here is never closed",
        "put } at the end of the entry",
    ),
    (
        'evidence = [\n  {\n    source = "s1"\n  },\n]',
        "2:3",
        "{ … } is broken over several lines",
        "put it on one line; several of them go on a line each, with a comma after each",
    ),
    ('evidence = [{ source = "s1", }]', "1:28", "no comma stands before the }", "take it away"),
    (
        'evidence = [{ source = "s1" locator = "4" }]',
        "1:28",
        "a comma is missing inside { }",
        EXAMPLE,
    ),
    ('evidence = [{ source: "s1" }]', "1:15", "inside { } stands key = value", EXAMPLE),
    (
        "k = " + "[" * 60,
        "1:46",
        "brackets inside brackets, too many levels deep",
        "an entry goes between one [ and one ]",
    ),
    # Lines that are no entry
    (
        "verdict: confirmed",
        "1:1",
        "a key and its value are divided by =, not by :",
        'write verdict = "confirmed"',
    ),
    (
        'note "see file"',
        "1:1",
        "the = between the key and its value is missing",
        'write note = "see file"',
    ),
    (
        'my note = "see file"',
        "1:1",
        "a key is one word of the letters a to z, digits, - and _",
        "see factcheck schema",
    ),
    (
        "  ask Ana about this\nand about that",
        "1:3",
        "this line is no key = value, no [header] and no # comment",
        f"put # before a remark; {LINES}",
    ),
    (
        'verdict = "a"\nverdict = "b"',
        "2:1",
        "verdict is given twice",
        "the first is on line 4: keep one",
    ),
]


def problems(document: Document) -> list[tuple[str, str, str]]:
    return [(f"{p.line}:{p.column}", p.message, p.hint) for p in document.problems]


@pytest.mark.parametrize(("text", "place", "message", "hint"), CASES)
def test_a_slip_is_named_at_its_place(text: str, place: str, message: str, hint: str) -> None:
    line, column = place.split(":")
    document = worksheet.parse(START + text + END, "w.toml")
    assert problems(document) == [(f"{int(line) + 3}:{column}", message, hint)]
    assert {p.rule for p in document.problems} == {"syntax"}
    # The blocks below are read all the same.
    assert [each.sentence for each in document.worksheet.set_aside] == [3]
    assert document.worksheet.article.text == "Whole."


def test_the_rest_of_a_broken_block_is_read() -> None:
    text = 'id = "7"\nverdict = wrong\nnote = "checked"\nevidence = ["s1"\nreviewer = "Ana"'
    document = worksheet.parse(START + text + END, "w.toml")
    (assertion,) = document.worksheet.assertions
    assert (assertion.id, assertion.verdict, assertion.note, assertion.reviewer) == (
        "7",
        "",
        "checked",
        "Ana",
    )
    assert [p.line for p in document.problems] == [5, 7]


def test_every_broken_block_is_reported_in_one_run() -> None:
    text = "".join(f'[[assertion]]\nid = "{n}"\nverdict = wrong\n' for n in range(1, 6))
    document = worksheet.parse("[worksheet]\nformat = 1\n" + text, "w.toml")
    assert [p.line for p in document.problems] == [5, 8, 11, 14, 17]
    assert [a.id for a in document.worksheet.assertions] == ["1", "2", "3", "4", "5"]


def test_an_unclosed_text_does_not_swallow_the_blocks_below() -> None:
    document = worksheet.parse(
        "[worksheet]\n"
        "format = 1\n"
        "[[assertion]]\n"
        'id = "1"\n'
        "note = '''\n"
        "never closed\n"
        "\n"
        "[[assertion]]\n"
        'id = "2"\n'
        "note = '''\n"
        "A quotation:\n"
        "[[assertion]]\n"
        "'''\n"
        "[snapshot]\n"
        "text = '''\n"
        "[[assertion]]\n"
        "'''\n",
        "w.toml",
    )
    assert problems(document) == [
        (
            "5:8",
            "the ''' that opens this text is never closed",
            "put ''' after the text's last word",
        )
    ]
    assert [a.id for a in document.worksheet.assertions] == ["1", "2"]
    assert document.worksheet.assertions[1].note == "A quotation:\n[[assertion]]\n"
    assert document.worksheet.article.text == "[[assertion]]\n"


HEADERS = [
    (
        "[[assertion]\n",
        "3:1",
        "this line is no table header as TOML writes it",
        "write [[assertion]]",
    ),
    (
        "[[assertion]] 7\n",
        "3:1",
        "this line is no table header as TOML writes it",
        "write [[assertion]]",
    ),
    (
        "[[asertion]\n",
        "3:1",
        "this line is no table header as TOML writes it",
        "write [[assertion]], alone on its line",
    ),
    ("[assertion]\n", "3:1", "[assertion] has the wrong brackets", "write [[assertion]]"),
    ("[[article]]\n", "3:1", "[[article]] has the wrong brackets", "write [article]"),
    ("[article]\n[article]\n", "4:1", "[article] stands twice", "the first is on line 3: keep one"),
    (
        "[[assertion.evidence]]\n",
        "3:1",
        "[[assertion.evidence]] stands before any [[assertion]]",
        "",
    ),
    (
        "[[assertion]]\nevidence = []\n[[assertion.evidence]]\n",
        "5:1",
        "evidence is given twice, as evidence = [ ] and as a [[assertion.evidence]] block",
        "delete line 4 (evidence = …) after moving what it holds",
    ),
]


@pytest.mark.parametrize(("text", "place", "message", "hint"), HEADERS)
def test_headers(text: str, place: str, message: str, hint: str) -> None:
    document = worksheet.parse("[worksheet]\nformat = 1\n" + text, "w.toml")
    assert problems(document) == [(place, message, hint)]


def test_windows_line_ends_move_no_place() -> None:
    text = START + 'evidence = [\n  "a"\n  "b"\n]\nverdict = wrong' + END
    document = worksheet.parse("\ufeff" + text.replace("\n", "\r\n"), "w.toml")
    assert [(p.line, p.column, p.excerpt) for p in document.problems] == [
        (5, 6, '  "a"'),
        (8, 11, "verdict = wrong"),
    ]
