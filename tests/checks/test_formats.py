"""Findings as text, JSON and annotations."""

from __future__ import annotations

import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checks import RULES, formats
from factcheck.checks.characters import width
from factcheck.model import Finding


def finding(**changed: object) -> Finding:
    given = {
        "path": "w.toml",
        "line": 3,
        "column": 11,
        "severity": "error",
        "rule": "unknown-verdict",
        "message": "no such verdict",
        "hint": "did you mean that?",
        "excerpt": 'verdict = "x"',
    }
    return Finding(**{**given, **changed})  # type: ignore[arg-type]


def lines(text: str) -> list[str]:
    return text.split("\n")


def test_a_finding_as_text() -> None:
    assert formats.text([finding(), finding(hint="", excerpt="")]) == (
        "w.toml:3:11: error: no such verdict [unknown-verdict]\n"
        '    verdict = "x"\n'
        "              ^\n"
        "    hint: did you mean that?\n"
        "w.toml:3:11: error: no such verdict [unknown-verdict]\n"
    )


def test_colours_change_no_word() -> None:
    coloured = formats.text([finding()], colour=True)
    assert "\x1b[31merror\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == formats.text([finding()])


@pytest.mark.parametrize(
    ("excerpt", "column", "shown", "caret"),
    [
        ("ab", 2, "ab", 1),
        ("ab", 3, "ab", 2),
        ("a\nb\x7f c", 5, "a␊b␡ c", 4),
        ("\ta\x1b[31m\u202eb", 8, " a␛[31m<U+202E>b", 7),
        ("橋 b", 3, "橋 b", 3),
        ("e\u0301 b", 4, "e\u0301 b", 2),
        ("x" * 96, 96, "x" * 96, 95),
        ("a" * 50 + "b" * 400, 20, "a" * 50 + "b" * 45 + "…", 19),
        ("a" * 300 + "b" * 300, 301, "…" + "a" * 31 + "b" * 63 + "…", 32),
        ("a" * 300 + "b" * 20, 320, "…" + "a" * 74 + "b" * 20, 94),
        ("橋" * 190, 60, "…" + "橋" * 15 + "橋" * 32 + "…", 31),
    ],
)
def test_the_caret_stands_below_its_character(
    excerpt: str, column: int, shown: str, caret: int
) -> None:
    text = formats.text([finding(excerpt=excerpt, column=column)])
    assert lines(text)[1] == "    " + shown
    assert lines(text)[2] == "    " + " " * caret + "^"


@pytest.mark.parametrize("cells", [40, 60, 80])
@pytest.mark.parametrize("column", [1, 30, 41, 75, 120, 300])
@pytest.mark.parametrize("sign", ["a", "橋", "\x1b"])
def test_no_excerpt_is_wider_than_the_terminal(cells: int, column: int, sign: str) -> None:
    text = formats.text([finding(excerpt=sign * 300, column=column)], cells=cells)
    shown, caret = lines(text)[1:3]
    assert width(shown) <= cells
    assert caret.endswith("^")
    assert width(caret) <= cells


def test_words_wrap_on_a_terminal_and_no_rule_is_broken() -> None:
    each = finding(
        message='the verdict "wrong" asks for a change, but none is proposed',
        rule="fix-without-correction",
        hint="say in correction what the article should say",
    )
    told = formats.text([each], cells=48, wrap=True)
    assert told == (
        'w.toml:3:11: error: the verdict "wrong" asks for\n'
        "    a change, but none is proposed\n"
        "    [fix-without-correction]\n"
        '    verdict = "x"\n'
        "              ^\n"
        "    hint: say in correction what the article\n"
        "          should say\n"
    )
    assert lines(formats.text([each], cells=48))[0].endswith("[fix-without-correction]")
    coloured = formats.text([each], cells=48, wrap=True, colour=True)
    assert re.sub(r"\x1b\[\d+m", "", coloured) == told


hostile = st.text(st.sampled_from("ab\n\r\t\x00\x1b\x7f\x85\u2028\u202e\ud800%:,[]🧑"), max_size=8)


@given(hostile, hostile, hostile, hostile, st.integers(1, 9))
def test_no_format_lets_a_text_steer_the_terminal(
    path: str, message: str, hint: str, excerpt: str, column: int
) -> None:
    each = finding(path=path, message=message, hint=hint, excerpt=excerpt, column=column)
    for name in ("text", "github"):
        written = formats.FORMATS[name]([each])
        written.encode("utf-8")
        assert not set(written) & set("\r\t\x00\x1b\x7f\x85\u2028\u202e\ud800")
    assert len(formats.text([each]).splitlines()) in (1, 2, 3, 4)
    assert len(formats.github([each]).splitlines()) == 1
    written = formats.json([each])
    written.encode("utf-8")
    assert len(json.loads(written)["findings"]) == 1


def test_github_escapes_what_it_documents() -> None:
    each = finding(path="a,b:c%.toml", message="50%: a, b\nc", hint="", severity="note", rule="r")
    assert formats.github([each]) == (
        "::notice file=a%2Cb%3Ac%25.toml,line=3,col=11,title=r::50%25: a, b%0Ac\n"
    )


def test_json_counts_by_severity() -> None:
    found = [finding(), finding(severity="note"), finding(severity="note")]
    assert json.loads(formats.json(found))["counts"] == {"error": 1, "warning": 0, "note": 2}
    assert json.loads(formats.json([]))["findings"] == []


@pytest.mark.parametrize(
    ("found", "files", "words"),
    [
        ([], 1, "1 worksheet: no errors"),
        ([finding()], 2, "2 worksheets: 1 error"),
        (
            [finding(), finding(), finding(severity="warning")],
            1,
            "1 worksheet: 2 errors, 1 warning",
        ),
        (
            [finding(severity="note", rule="unchecked")] * 21
            + [finding(severity="note", rule="unused-source")],
            1,
            "1 worksheet: no errors; 21 unchecked; 1 unused source",
        ),
    ],
)
def test_the_summary(found: list[Finding], files: int, words: str) -> None:
    assert formats.summary(found, files) == words


def test_several_notes_are_told_in_the_plural() -> None:
    names = [name for name, rule in RULES.items() if rule.severity == "note"]
    found = [finding(severity="note", rule=name) for name in names for _ in range(13)]
    assert formats.summary(found, 1) == (
        "1 worksheet: no errors; 13 unanswered queries; 13 unchecked; 13 unquoted figures; 13 unused sources"
    )


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("terminal", "no_colour", "term", "wanted"),
    [
        (True, "", "xterm", True),
        (True, "1", "xterm", False),
        (True, "", "dumb", False),
        (False, "", "xterm", False),
    ],
)
def test_when_colours_are_welcome(
    monkeypatch: pytest.MonkeyPatch, no_colour: str, term: str, *, terminal: bool, wanted: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setenv("TERM", term)
    stream = Terminal() if terminal else io.StringIO()
    assert formats.colourful(stream) is wanted
