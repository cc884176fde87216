"""The schema, by the engines that editors use."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from factcheck import worksheet
from factcheck.model import (
    Article,
    Assertion,
    Detail,
    Evidence,
    Query,
    SetAside,
    Source,
    Span,
    Worksheet,
)
from factcheck.scales import DESK, SCALES
from factcheck.worksheet.format import TABLES
from factcheck.worksheet.layout import schema_file

GOOD = worksheet.render(
    Worksheet(
        Article("Ana said it. Lovely.", title="It", published=dt.date(2026, 1, 31)),
        dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC),
        "factcheck 0.1.0",
        sources=(Source("s1", kind="document", accessed=dt.date(2026, 2, 1), on_record=True),),
        queries=(Query("It or that?", ("1",), "“it” (sentence 1)", "It."),),
        assertions=(
            Assertion(
                "1",
                "Ana said it.",
                1,
                1,
                Span(0, 12),
                "said",
                "quotation",
                speaker="Ana",
                details=(Detail("name", "Ana"), Detail("date", "today", "2026-01-31")),
                verdict="confirmed",
                evidence=(
                    Evidence(url="https://council.example"),
                    Evidence(source="s1", locator="p. 4", stance="supports"),
                ),
                reviewer="Ben",
            ),
        ),
        set_aside=(SetAside("Lovely.", 2, 1, Span(13, 20), "opinion"),),
    )
)
BLOCKS = (
    GOOD.replace('evidence = [\n  "https://council.example",\n', "unused = [\n")
    .replace('unused = [\n  { source = "s1", locator = "p. 4", stance = "supports" },\n]\n', "")
    .replace('reviewer = "Ben"\n', 'reviewer = "Ben"\n\n[[assertion.evidence]]\nsource = "s1"\n')
)

# What is changed in the good worksheet, and a word that each engine uses of the fault.
FAULTS = {
    "misspelt verdict": ('verdict = "confirmed"', 'verdict = "confirmd"', ["confirmd"]),
    "unknown key": ('reviewer = "Ben"', 'reviewr = "Ben"', ["reviewr"]),
    "unknown table": ("[[set_aside]]", "[[set_asides]]", ["set_asides"]),
    "misspelt stance": ('stance = "supports"', 'stance = "suports"', ["suports"]),
    "evidence that is a number": ('"https://council.example"', "7", ["7", "Integer"]),
    "a number as id": ('id = "1"\ntext', "id = 1\ntext", ["string", "String"]),
    "a number as date": ("published = 2026-01-31", "published = 31", ["31", "LocalDate"]),
}


def test_the_schema_is_one(golden: Callable[[str, str], None]) -> None:
    jsonschema.Draft7Validator.check_schema(worksheet.schema())
    assert json.loads(worksheet.schema_text()) == worksheet.schema()
    golden(schema_file("desk"), worksheet.schema_text())


def test_the_schema_has_every_key_with_a_description() -> None:
    properties = worksheet.schema()["properties"]
    for table in TABLES.values():
        if "." in table.name:
            continue
        one = properties[table.name]["items"] if table.array else properties[table.name]
        assert tuple(one["properties"]) == table.names
        assert one["additionalProperties"] is False
        assert all(each["description"] for each in one["properties"].values())
    assert properties["assertion"]["items"]["properties"]["verdict"]["enum"] == ["", *DESK.words]


def test_a_scale_has_a_schema_of_its_own_words() -> None:
    text = worksheet.render(replace(worksheet.parse(GOOD, "w.toml").worksheet, scale="politifact"))
    assert text.startswith("#:schema ./worksheet.politifact.schema.json\n")
    assert "# verdict: true | mostly-true | half-true" in text
    schema = worksheet.schema(SCALES["politifact"])
    verdict = schema["properties"]["assertion"]["items"]["properties"]["verdict"]
    assert verdict["enum"] == ["", *SCALES["politifact"].words]
    assert len(verdict["x-taplo"]["docs"]["enumValues"]) == len(verdict["enum"])
    assert schema["properties"]["worksheet"]["properties"]["scale"]["enum"] == ["politifact"]


def plain(value: Any) -> Any:
    """Values of TOML as JSON has them."""
    match value:
        case dict():
            return {key: plain(each) for key, each in value.items()}
        case list():
            return [plain(each) for each in value]
        case dt.date():
            return value.isoformat()
    return value


def by_jsonschema(text: str, _: Path) -> str:
    validator = jsonschema.Draft7Validator(worksheet.schema())
    return "\n".join(str(each) for each in validator.iter_errors(plain(tomllib.loads(text))))


def program(name: str) -> str:
    beside = Path(sys.executable).with_name(name + (".exe" if os.name == "nt" else ""))
    found = str(beside) if beside.exists() else shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed: pip install {name}")
    return found


def linted(command: list[str], text: str, folder: Path) -> str:
    """What a linter says of ``text``, which lies beside its schema; ``""`` if it is content."""
    (folder / schema_file("desk")).write_text(worksheet.schema_text(), "utf-8")
    (folder / "w.toml").write_text(text, "utf-8")
    done = subprocess.run(
        [*command, "w.toml"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, "NO_COLOR": "1", "HOME": str(folder), "XDG_CACHE_HOME": str(folder)},
    )
    return done.stdout + done.stderr if done.returncode else ""


def by_taplo(text: str, folder: Path) -> str:
    return linted([program("taplo"), "lint", "--no-auto-config"], text, folder)


def by_tombi(text: str, folder: Path) -> str:
    return linted([program("tombi"), "lint", "--offline"], text, folder)


ENGINES = [by_jsonschema, by_taplo, by_tombi]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("text", [GOOD, BLOCKS], ids=["inline", "blocks"])
def test_a_good_worksheet_passes(
    engine: Callable[[str, Path], str], text: str, tmp_path: Path
) -> None:
    assert worksheet.parse(text, "w.toml").problems == ()
    assert engine(text, tmp_path) == ""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_reported(
    engine: Callable[[str, Path], str], fault: str, tmp_path: Path
) -> None:
    old, new, words = FAULTS[fault]
    assert old in GOOD
    said = engine(GOOD.replace(old, new, 1), tmp_path)
    assert any(word in said for word in words)
