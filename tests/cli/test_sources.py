"""``factcheck sources``, as a person types it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from factcheck import worksheet
from factcheck.cli import app

if TYPE_CHECKING:
    from tests.conftest import Site

HTML = {"Content-Type": "text/html"}
PAGE = b"<title>Minutes</title><p>The bridge opened in 2019."


def run(*arguments: str) -> tuple[int, str, str]:
    env = {"COLUMNS": "80", "NO_COLOR": "1"}
    result = CliRunner().invoke(app, ["sources", *arguments], env=env)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def bridge(here: Path, sheet: str, site: Site) -> Path:
    """A worksheet whose first assertion rests on a page of ``site``."""
    site["/minutes"] = (200, HTML, PAGE)
    old = '{ source = "s1", passage = "We opened in 2018.", stance = "contradicts" }'
    assert old in sheet
    filled = sheet.replace(old, f'"{site.root}/minutes"').replace('id = "s1"', 'id = "engineer"')
    path = here / "bridge.toml"
    path.write_text(filled, "utf-8")
    return path


def test_from_an_address_to_a_saved_source(bridge: Path, site: Site) -> None:
    name, url = str(bridge), f"{site.root}/minutes"
    code, out, err = run(name)
    assert (code, url in out) == (0, True)
    assert f"factcheck sources add {name} --all" in err.replace("\n", " ")
    code, out, err = run("add", name, "--all", "--tier", "primary")
    assert (code, out) == (0, "")
    assert f"{name}: s1  {url}\n  evidence of 1\n" in err
    assert f"factcheck sources save {name} s1" in err
    assert site.asked == []
    code, _, err = run("save", name)
    assert (code, site.asked) == (1, [])
    assert "s1  failed" in err
    assert "--allow-private" in err
    code, out, err = run("save", name, "--allow-private")
    assert (code, out) == (0, "")
    source = worksheet.read(bridge).worksheet.sources[1]
    assert (source.tier, source.title) == ("primary", "Minutes")
    assert f"s1  saved  {source.file}" in err
    assert (bridge.parent / source.file).read_bytes() == PAGE
    code, _, err = run("save", name, "--allow-private")
    assert (code, "s1 has a copy already; --again asks anew" in err) == (0, True)
    site["/minutes"] = (200, HTML, PAGE + b" It closed.")
    code, _, err = run("save", name, "--again", "--allow-private")
    assert (code, "s1  changed" in err, "--take-new" in err) == (1, True, True)
    code, out, _ = run("list", name, "-f", "json")
    assert (code, json.loads(out)["sources"][1]["copy"]) == (0, "kept")


def test_add_and_save_in_one(bridge: Path, site: Site) -> None:
    code, _, err = run("add", str(bridge), f"{site.root}/minutes", "--save")
    assert (code, "s1  failed" in err) == (1, True)  # this machine is private


def test_mistakes(bridge: Path) -> None:
    for arguments, said in (
        (("add", str(bridge)), "name an address"),
        (("add", str(bridge), "https://a.example/", "https://b.example/", "--id", "x"), "for one"),
        (("list", str(bridge), "-f", "xml"), "none of text, json"),
    ):
        code, _, err = run(*arguments)
        assert (code, said in err) == (2, True)


def test_nothing_left_to_add(here: Path, sheet: str) -> None:
    (here / "w.toml").write_text(sheet, "utf-8")
    code, _, err = run("add", "w.toml", "--all")
    assert (code, "described already" in err) == (0, True)
    code, _, err = run("save", "w.toml")
    assert (code, "no [[source]] has an address to save" in err) == (0, True)


def test_add_and_save_from_this_machine(bridge: Path, site: Site) -> None:
    code, _, err = run("add", str(bridge), "--all", "--save", "--allow-private")
    assert (code, site.asked) == (0, ["/minutes"])
    assert "s1  saved" in err


def test_a_file_of_ones_own(bridge: Path) -> None:
    notes = bridge.parent / "notes.txt"
    notes.write_text("Six to one.", "utf-8")
    code, out, err = run("add", str(bridge), "--file", str(notes), "--id", "tape")
    assert (code, out) == (0, "")
    assert f"{bridge}: tape  notes.txt\n" in err
    assert "sources save" not in err
    assert worksheet.read(bridge).worksheet.sources[-1].file == "notes.txt"


def test_a_command_misspelt(bridge: Path) -> None:
    code, _, err = run("lst", str(bridge))
    assert code == 2
    assert "lst" in err
    assert "list" in err
