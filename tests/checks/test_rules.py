"""Every rule fires where its fixture says, and nowhere else.

A fixture is a worksheet as a person would write it. ``# expect: rule`` stands on the line of the
finding; ``# expect +2: rule`` two lines above it. Fixtures in ``good`` come as near to a rule's
fault as they may.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import checking, checks, worksheet
from factcheck.checks import formats
from factcheck.model import Finding

FIXTURES = Path(__file__).parent / "fixtures"
BAD = sorted((FIXTURES / "bad").glob("*.toml"))
GOOD = sorted((FIXTURES / "good").glob("*.toml"))
TODAY = dt.date(2026, 11, 24)
EXPECT = re.compile(r"# expect(?: ([+-]\d+))?: ([a-z, -]+)")


def found(path: Path) -> tuple[Finding, ...]:
    """What is found by the house's rules of that name in ``policies``, if there are any."""
    house = FIXTURES / "policies" / path.name
    policy = str(house) if house.exists() else ""
    return checking.check(worksheet.read(path), TODAY, policy=policy)


def expected(path: Path) -> list[tuple[int, str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return sorted(
        (number + int(match[1] or 0), rule.strip())
        for number, line in enumerate(lines, start=1)
        for match in EXPECT.finditer(line)
        for rule in match[2].split(",")
    )


def places(findings: tuple[Finding, ...]) -> list[tuple[int, str]]:
    return sorted((each.line, each.rule) for each in findings)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_worksheet_has_exactly_the_findings_that_it_says(path: Path) -> None:
    assert expected(path), f"{path.name} expects nothing: it belongs in good/"
    assert places(found(path)) == expected(path)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_worksheet_has_no_findings(path: Path) -> None:
    assert expected(path) == []
    assert places(found(path)) == []


def test_every_rule_has_a_fixture_that_fires_and_one_that_does_not() -> None:
    assert {path.stem for path in BAD} == set(checks.RULES)
    assert {path.stem for path in GOOD} == set(checks.RULES)
    silent = [path.stem for path in BAD if path.stem not in {rule for _, rule in expected(path)}]
    assert silent == []


def test_what_a_person_sees(golden: Callable[[str, str], None]) -> None:
    shown = [
        formats.text([dataclass_with_path(each, f"{path.stem}.toml") for each in found(path)])
        for path in BAD
    ]
    golden("findings.txt", "\n".join(shown))


def dataclass_with_path(finding: Finding, path: str) -> Finding:
    from dataclasses import replace

    return replace(finding, path=path)


@pytest.mark.parametrize("rule", checks.RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_has_a_manual_with_both_examples(rule: checks.Rule) -> None:
    assert re.fullmatch(
        r"[^\n]+\.\n\nWhy: .+\n\nBad:\n\n    .+\n\nGood:\n\n    .+", rule.manual, re.DOTALL
    )
    assert rule.severity in ("error", "warning", "note")
