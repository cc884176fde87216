from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck import worksheet
from factcheck.cli import app
from factcheck.errors import ArticleError, FactcheckError, WorksheetError

STORY = """Title: Bridge to close
Published 2024-06-30

The Arden bridge will close on Monday, engineer Marta Quill said.

"It is safe," Quill told the council last year. Who will pay for it?
"""


@pytest.fixture
def here(here: Path) -> Path:
    (here / "bridge.txt").write_text(STORY, "utf-8")
    return here


def init(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(app, ["init", *arguments], input=text, prog_name="factcheck")


def without_created(path: Path) -> str:
    return re.sub(r"created = \S+", "created = …", path.read_text("utf-8"))


def test_an_article_becomes_a_worksheet_and_a_schema(here: Path) -> None:
    result = init("bridge.txt")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    assert "worksheets/bridge.toml" in result.stderr
    assert "set aside  1 sentence: 1 question" in result.stderr
    document = worksheet.read(here / "worksheets" / "bridge.toml")
    assert document.problems == ()
    assert document.worksheet.article.title == "Bridge to close"
    assert str(document.worksheet.article.published) == "2024-06-30"
    schema = json.loads((here / "worksheets" / "worksheet.schema.json").read_text("utf-8"))
    assert schema == worksheet.schema()


def test_the_same_article_gives_the_same_bytes(here: Path) -> None:
    assert init("bridge.txt", "-o", "a.toml").exit_code == 0
    assert init("bridge.txt", "-o", "b.toml").exit_code == 0
    assert without_created(here / "a.toml") == without_created(here / "b.toml")


def test_what_does_not_fit_is_asked(here: Path) -> None:
    told = "Police arrested 12 people, seven men and four women, on Monday.\n"
    (here / "arrests.txt").write_text(told, "utf-8")
    result = init("arrests.txt", "-o", "arrests.toml")
    assert "  queries    seven + four is 11, not 12\n" in result.stderr
    sheet = worksheet.read(here / "arrests.toml").worksheet
    assert [(query.text, query.answer) for query in sheet.queries] == [
        ("seven + four is 11, not 12", "")
    ]
    assert set(sheet.queries[0].assertions) <= {each.id for each in sheet.assertions}


def test_it_never_overwrites(here: Path) -> None:
    init("bridge.txt")
    sheet = here / "worksheets" / "bridge.toml"
    sheet.write_text(sheet.read_text("utf-8") + "# mine\n", "utf-8")
    before = sheet.read_bytes()
    result = init("bridge.txt")
    assert isinstance(result.exception, FactcheckError)
    assert "exists already" in result.exception.message
    assert "--force" in result.exception.hint
    assert sheet.read_bytes() == before
    assert init("bridge.txt", "--force").exit_code == 0
    assert (here / "worksheets" / "bridge.toml.1.bak").read_bytes() == before


def test_several_articles_one_bad(here: Path) -> None:
    (here / "empty.txt").write_text("", "utf-8")
    result = init("bridge.txt", "empty.txt", "missing.txt")
    assert result.exit_code == 2
    assert "empty.txt is empty" in result.stderr
    assert "missing.txt" in result.stderr
    assert "1 worksheet made; none for 2 articles, see above" in result.stderr
    assert (here / "worksheets" / "bridge.toml").exists()


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_two_articles_of_one_name_are_kept_apart(force: tuple[str, ...], here: Path) -> None:
    (here / "drafts").mkdir()
    for name in ("a.md", "a.txt"):
        (here / "drafts" / name).write_text(STORY, "utf-8")
    result = init("drafts", *force)
    assert result.exit_code == 2
    one, other = (str(Path("drafts") / name) for name in ("a.md", "a.txt"))
    made = Path("worksheets/a.toml")
    assert f"error: {other}: {made} is the worksheet of {one}, made just now" in result.stderr
    command = f"factcheck init {other} -o {Path('worksheets/a-txt.toml')}"
    assert f"hint: give this one another name: {command}\n" in result.stderr
    assert worksheet.read(made).worksheet.article.source == one
    assert list((here / "worksheets").glob("*.bak")) == []
    assert init(*command.split()[2:]).exit_code == 0


def test_two_articles_of_one_name_and_type(here: Path) -> None:
    for name in ("x", "y"):
        (here / name).mkdir()
        (here / name / "a.txt").write_text(STORY, "utf-8")
    result = init("x", "y")
    assert f"-o {Path('worksheets/a-2.toml')}\n" in result.stderr


@pytest.mark.parametrize(
    ("out", "message", "hint"),
    [
        (
            "out.txt",
            "out.txt: -o names a .toml file or a folder",
            "end it in .toml: -o out.toml; or make the folder first",
        ),
        (
            "bridge.txt",
            "bridge.txt: is a file; -o names a .toml file or a folder",
            "end it in .toml: -o bridge.toml",
        ),
    ],
)
def test_what_o_may_name(out: str, message: str, hint: str, here: Path) -> None:
    error = init("bridge.txt", "-o", out).exception
    assert isinstance(error, WorksheetError)
    assert (error.message, error.hint) == (message, hint)
    assert [each.name for each in here.iterdir()] == ["bridge.txt"]


def test_o_may_name_a_folder_with_a_dot_that_is_there(here: Path) -> None:
    (here / "2024.06").mkdir()
    assert init("bridge.txt", "-o", "2024.06").exit_code == 0
    assert (here / "2024.06" / "bridge.toml").exists()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("source", ["www.site.example/a", "www.site.example", "daily.example/a-b"])
def test_an_address_without_its_beginning_is_offered_one(source: str) -> None:
    error = init(source).exception
    assert isinstance(error, ArticleError)
    assert error.message == f"{source}: no such file"
    assert error.hint.endswith(f"for a web page write https://{source}")


def test_standard_input_is_named_by_its_title(here: Path) -> None:
    assert init("-", text=STORY).exit_code == 0
    assert (here / "worksheets" / "bridge-to-close.toml").exists()


def test_several_articles_do_not_fit_one_worksheet(here: Path) -> None:
    (here / "other.txt").write_text(STORY, "utf-8")
    result = init("bridge.txt", "other.txt", "-o", "one.toml")
    assert result.exit_code == 2
    assert "one worksheet cannot hold several articles" in result.stderr


def test_an_article_without_a_date_asks_for_it(here: Path) -> None:
    (here / "undated.txt").write_text("The bridge closed on Monday after it was hit.\n", "utf-8")
    assert "give --date" in init("undated.txt").stderr
    dated = init("undated.txt", "--date", "2024-06-30", "-o", "dated.toml")
    assert "give --date" not in dated.stderr
    assert 'resolved = "2024-06-24"' in (here / "dated.toml").read_text("utf-8")


@pytest.mark.parametrize("day", ["31/01/2024", "yesterday", "2024-02-30"])
def test_a_day_that_is_none(day: str, here: Path) -> None:
    result = init("bridge.txt", "--date", day)
    assert result.exit_code == 2
    assert f"{day} is no day in the form YYYY-MM-DD" in " ".join(result.stderr.split())
    assert not (here / "worksheets").exists()


def test_every_sentence_can_be_numbered_and_update_keeps_to_it(here: Path) -> None:
    assert init("bridge.txt", "--keep-all").exit_code == 0
    path = here / "worksheets" / "bridge.toml"
    made = worksheet.read(path).worksheet
    assert (made.mesh, made.set_aside) == ("all", ())
    assert made.assertions[-1].text == "Who will pay for it?"
    (here / "later.txt").write_text(STORY + "\nWho paid for the last one?\n", "utf-8")
    update = CliRunner().invoke(app, ["update", str(path), "later.txt"], prog_name="factcheck")
    assert update.exit_code == 0, update.stderr
    later = worksheet.read(path).worksheet
    assert (later.mesh, later.set_aside) == ("all", ())
    assert later.assertions[-1].text == "Who paid for the last one?"


def test_only_sure_facts_can_be_numbered(here: Path) -> None:
    assert init("bridge.txt", "--strict").exit_code == 0
    made = worksheet.read(here / "worksheets" / "bridge.toml").worksheet
    assert made.mesh == "strict"
    assert "Who will pay for it?" in [each.text for each in made.set_aside]


@pytest.mark.usefixtures("here")
def test_all_and_strict_exclude_one_another() -> None:
    result = init("bridge.txt", "--keep-all", "--strict")
    assert result.exit_code == 2
    assert "--keep-all and --strict exclude one another; give one of them" in result.stderr
