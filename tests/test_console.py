"""What people see: errors, bugs, the inventory of init, colours and their absence."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from factcheck import console, failure, report
from factcheck.errors import FactcheckError, WorksheetError
from factcheck.model import (
    Article,
    Assertion,
    Evidence,
    Found,
    Query,
    Sentence,
    SetAside,
    Span,
    Worksheet,
)
from factcheck.report import terminal

WORDS = "the mayor of Vessnay"
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def assertion(number: int, verdict: str = "", **facts: str) -> Assertion:
    return Assertion(
        str(number),
        f"[bold]words[/bold] {number} 東京",
        number,
        1,
        Span(0, 5),
        facts.pop("layer", "narration"),
        "event",
        verdict=verdict,
        evidence=(Evidence(url="https://paper.example"),) if verdict else (),
        **facts,  # type: ignore[arg-type]
    )


def compiled() -> report.Report:
    sheet = Worksheet(
        Article("[red]words[/red]", title="[link=x]Title[/link] :smile:"),
        dt.datetime(2024, 6, 30, tzinfo=dt.UTC),
        "factcheck 0.1.0",
        assertions=(
            assertion(1, "confirmed"),
            assertion(2, "wrong", correction="[bold]words[/bold] two 東京"),
            assertion(3, priority="high"),
        ),
    )
    return replace(report.compile(sheet), compiler="factcheck 0.1.0")


def screen(**facts: object) -> Console:
    plain: dict[str, object] = {
        "file": io.StringIO(),
        "force_terminal": True,
        "color_system": "standard",
        "no_color": False,
        "legacy_windows": False,
        "width": 80,
    }
    return Console(**(plain | facts))  # type: ignore[arg-type]


def test_fail_says_what_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    console.fail(WorksheetError("x.toml: is no worksheet", "name another"))
    out, err = capsys.readouterr()
    assert (out, err) == ("", "error: x.toml: is no worksheet\nhint: name another\n")


def test_fail_is_one_line_however_long_and_never_markup(
    capsys: pytest.CaptureFixture[str],
) -> None:
    long = "[bold red]a[/] :smile: \x1b[31m\n" + "word " * 60 + "end"
    console.fail(FactcheckError(long))
    shown = "[bold red]a[/] :smile: ␛[31m " + "word " * 60 + "end"
    assert capsys.readouterr().err == f"error: {shown}\n"


def test_warn(capsys: pytest.CaptureFixture[str]) -> None:
    console.warn(["two tables were left out", "a [b]\x07"])
    assert capsys.readouterr().err == "warning: two tables were left out\nwarning: a [b]␇\n"


def test_bug_tells_our_places_and_no_word_of_a_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        sys, "argv", ["factcheck", "add", f"{WORDS}.toml", "--title=" + WORDS, "-o", WORDS]
    )
    broken = compiled()
    object.__setattr__(broken, "created", WORDS)
    try:
        try:
            json.loads(WORDS)
        except ValueError as error:
            terminal.render(broken)
            raise AssertionError from error
    except Exception as error:  # noqa: BLE001 - whatever it is
        console.bug(error)
    out, err = capsys.readouterr()
    assert out == ""
    assert WORDS not in err
    lines = err.splitlines()
    assert lines[0] == "error: factcheck has failed; this is a bug of ours, not of your file"
    assert lines[1].startswith("hint: please report it")
    assert re.fullmatch(r"factcheck \S+, Python 3\.\S+, .+", lines[3])
    assert lines[4] == "command: factcheck add … --title -o …"
    assert lines[5] == "AttributeError"
    places = [line for line in lines[6:] if line.startswith("  ")]
    assert re.fullmatch(r"  factcheck/report/terminal\.py:\d+ in render", places[0])
    assert all(re.fullmatch(r"  factcheck/\S+\.py:\d+ in \S+", place) for place in places)
    assert "JSONDecodeError" in lines


@pytest.mark.parametrize(
    ("argv", "shown"),
    [
        (["x"], "factcheck"),
        (["x", "report", "a.toml", "-f", "json"], "factcheck report … -f …"),
        (["x", "a story.txt"], "factcheck …"),
        (["x", "add", "--words=secret words", "-"], "factcheck add --words …"),
    ],
)
def test_the_command_of_a_bug(argv: list[str], shown: str) -> None:
    assert failure.command(argv) == shown


def test_progress_gives_everything_and_is_silent_in_a_pipe(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert list(console.progress(["a", "b", "c"])) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")


def test_progress_shows_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    assert list(console.progress([1, 2])) == [1, 2]
    assert "━" in stream.getvalue()
    stream.truncate(0)
    assert list(console.progress([1])) == [1]
    assert stream.getvalue().strip("\0") == ""


def test_inventory(capsys: pytest.CaptureFixture[str]) -> None:
    found = Found(
        tuple(Sentence(Span(n, n + 1), n + 1, 1) for n in range(5)),
        (
            assertion(1, priority="high"),
            assertion(2, layer="said"),
            assertion(3, layer="content"),
            assertion(4),
        ),
        (
            SetAside("a", 4, 1, Span(0, 1), "opinion"),
            SetAside("b", 5, 1, Span(1, 2), "question"),
        ),
        (Query("[b]Two[/b] spellings?\x1b", ("1",)), Query("Two sums?")),
    )
    article = Article("abcde", warnings=("one table was left out",))
    path = Path("worksheets/it is.toml")
    console.inventory(found, article, 0.84, path, kept=Path("worksheets/it is.toml.1.bak"))
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "warning: one table was left out\n"
        "worksheets/it is.toml  4 assertions in 5 sentences, 0.8 s\n"
        "  layer      2 narration, 1 said, 1 content\n"
        "  priority   1 high, 3 normal\n"
        "  set aside  2 sentences: 1 opinion, 1 question\n"
        "  queries    [b]Two[/b] spellings?␛\n"
        "             Two sums?\n"
        "  kept       the old worksheet is now worksheets/it is.toml.1.bak\n"
        "  next       fill in verdicts and evidence, then: "
        "factcheck check 'worksheets/it is.toml'\n"
    )


def test_inventory_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    console.inventory(Found((), (), ()), Article(""), 0, Path("w.toml"))
    assert capsys.readouterr().err == (
        "w.toml  0 assertions in 0 sentences, 0.0 s\n"
        "  set aside  0 sentences\n"
        "  next       fill in verdicts and evidence, then: factcheck check w.toml\n"
    )


@pytest.mark.parametrize(
    ("made", "failed", "line"),
    [
        (3, 0, "3 worksheets made"),
        (1, 2, "1 worksheet made; none for 2 articles, see above"),
    ],
)
def test_summary(made: int, failed: int, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    console.summary(made, failed)
    assert capsys.readouterr().err == f"{line}\n"


def test_colours_change_nothing_but_colour(golden: Callable[[str, str], None]) -> None:
    lines = list(terminal.lines(compiled(), 80))
    painted = console.paint(lines, screen())
    plain = "\n".join(line.rstrip(" ") for line in ANSI.sub("", painted).split("\n"))
    assert plain == terminal.render(compiled(), 80)
    golden("terminal-colours.txt", painted.replace("\x1b", "␛"))


def test_a_pipe_gets_no_colour() -> None:
    lines = list(terminal.lines(compiled(), 80))
    for mute in (
        screen(force_terminal=False, color_system="auto"),
        screen(color_system=None),
        screen(legacy_windows=True),
    ):
        assert console.paint(lines, mute) == terminal.render(compiled(), 80)


def test_no_color_keeps_weight_and_loses_colour() -> None:
    painted = console.paint(terminal.lines(compiled(), 80), screen(no_color=True))
    codes = Counter(code for found in ANSI.findall(painted) for code in found[2:-1].split(";"))
    assert set(codes) == {"0", "1", "2", "4", "7"}


def test_show_is_as_wide_as_the_screen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    console.show(compiled())
    out, err = capsys.readouterr()
    assert (out, err) == (terminal.render(compiled(), 72), "")


class Narrow(io.TextIOWrapper):
    """A stream whose encoding has few characters."""


def test_a_screen_without_our_characters_still_shows_the_report(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Narrow(raw, encoding="ascii"))
    console.show(compiled())
    assert b"Line by line 3 ?????" in raw.getvalue()


def test_a_document_into_a_pipe_is_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Narrow(raw, encoding="cp1252"))
    console.document("東京 \ud800\n")
    assert raw.getvalue() == "東京 \\ud800\n".encode()
