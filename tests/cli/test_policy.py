"""The rules of a house, as a person meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck import worksheet
from factcheck.cli import app
from factcheck.errors import DeskError, WorksheetError

OWN = """\
[desk]
policy = "two-independent"
scale = "harbour"

[[scale]]
name = "harbour"
[[scale.verdict]]
word = "holds"
meaning = "It holds."
outcome = "confirmed"
number = 2
[[scale.verdict]]
word = "leaks"
meaning = "It does not hold."
outcome = "fix"
number = 1
"""


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [*arguments], env={"COLUMNS": "80", "NO_COLOR": "1"})
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def house(here: Path, sheet: str) -> Path:
    """A worksheet on a scale of the house's own, in a folder below its rules."""
    (here / "factcheck.toml").write_text(OWN, "utf-8")
    (here / "desk").mkdir()
    filled = sheet.replace('scale = "desk"', 'scale = "harbour"').replace('"wrong"', '"leaks"')
    path = here / "desk" / "bridge.toml"
    path.write_text(filled, "utf-8")
    return path


def test_check_goes_by_the_policy_and_the_scale_of_the_house(house: Path) -> None:
    code, out, _ = run("check", str(house))
    assert code == 1
    assert "[too-few-sources]" in out
    assert "unknown-verdict" not in out
    code, out, _ = run("check", str(house), "--policy", "one")
    assert (code, out) == (0, "")
    code, out, _ = run("check", str(house), "--policy", "none")
    assert (code, out) == (0, "")


def test_the_report_names_them(house: Path) -> None:
    _, out, _ = run("report", str(house), "-f", "markdown")
    assert "harbour" in out
    assert "two-independent: at least two sources" in out
    assert "of factcheck.toml" in out
    assert "It does not hold." in out
    _, out, _ = run("report", str(house), "-f", "markdown", "--policy", "none")
    assert "two-independent" not in out


def test_status_and_signoff_go_by_them(house: Path) -> None:
    _, out, _ = run("status", str(house), "-f", "json")
    assert "factcheck check" in out
    code, _, err = run("signoff", str(house), "--by", "Ada")
    assert (code, "factcheck check finds 1 error" in err) == (1, True)


def test_the_schema_offers_the_words_of_the_house(house: Path) -> None:
    name = str(house.parent / "worksheet.harbour.schema.json")
    assert run("schema", "--scale", "harbour", "-o", name)[0] == 0
    assert '"holds",\n' in Path(name).read_text("utf-8")
    with pytest.raises(DeskError, match="no scale is called stars"):
        run("schema", "--scale", "stars")


def test_rules_that_cannot_be_read_stop_a_command(house: Path) -> None:
    (house.parent / "factcheck.toml").write_text("[desk]\npolcy = 1\n", "utf-8")
    code, out, err = run("check", str(house))
    assert (code, out) == (2, "")
    assert "factcheck.toml:2: unknown key of [desk]: polcy" in err
    code, out, _ = run("status", str(house))
    assert (code, "polcy" in out) == (2, True)
    with pytest.raises(DeskError):
        run("report", str(house))


def test_init_takes_the_scale_of_the_house(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck import drafting
    from factcheck.model import Found

    monkeypatch.setattr(drafting, "find", lambda *_: Found((), (), ()))
    folder = house.parent
    (folder / "story.txt").write_text("The bridge opened in 2019.", "utf-8")
    out = folder / "story.toml"
    assert run("init", str(folder / "story.txt"), "-o", str(out))[0] == 0
    text = out.read_text("utf-8")
    assert text.startswith("#:schema ./worksheet.harbour.schema.json\n")
    assert "# verdict: holds | leaks\n" in text
    assert "a deleted block is missed" not in text
    assert worksheet.read(out).worksheet.scale == "harbour"
    assert '"leaks"' in (folder / "worksheet.harbour.schema.json").read_text("utf-8")
    other = folder / "other.toml"
    args = ("init", str(folder / "story.txt"), "-o", str(other), "--scale")
    assert run(*args, "politifact")[0] == 0
    assert "worksheet.politifact.schema.json" in other.read_text("utf-8")
    with pytest.raises(WorksheetError, match="no scale is called stars"):
        run(*args, "stars", "--force")
