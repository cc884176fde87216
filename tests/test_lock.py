"""The locks hold what pyproject.toml asks for, with hashes.

``requirements-dev.lock`` is what the tests run with, ``requirements.lock`` the same without the
tools. CONTRIBUTING.md says how to renew them.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
TOOLS = [Requirement(text) for text in PROJECT["dependency-groups"]["dev"]]
BACKEND = [Requirement(text) for text in PROJECT["build-system"]["requires"]]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


@dataclass(frozen=True, slots=True)
class Pin:
    """One entry of a lock: a name at one version, for the machines that the marker tells."""

    name: str
    version: Version
    marker: Marker | None
    hashes: tuple[str, ...]

    def serves(self, python: str) -> bool:
        here = {"python_version": python, "python_full_version": f"{python}.0"}
        return self.marker is None or self.marker.evaluate(here)


def read(name: str) -> list[Pin]:
    """The entries of a lock file; any line that is neither entry nor comment is an error."""
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    entries = "\n".join(lines).replace("\\\n", " ").splitlines()
    pins = []
    for entry in filter(None, entries):
        stated, *hashes = re.split(r"\s+--hash=", entry)
        requirement = Requirement(stated)
        (specifier,) = requirement.specifier
        assert specifier.operator == "==", entry
        pins.append(
            Pin(
                canonicalize_name(requirement.name),
                Version(specifier.version),
                requirement.marker,
                tuple(hashes),
            )
        )
    return pins


LOCKS = {"requirements.lock": RUNTIME, "requirements-dev.lock": [*RUNTIME, *TOOLS, *BACKEND]}


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("python", PYTHONS)
def test_every_dependency_is_pinned_at_a_version_that_we_allow(lock: str, python: str) -> None:
    pins = [pin for pin in read(lock) if pin.serves(python)]
    for requirement in LOCKS[lock]:
        found = [pin for pin in pins if pin.name == canonicalize_name(requirement.name)]
        assert len(found) == 1, f"{requirement} is not in {lock}: renew it, see CONTRIBUTING.md"
        assert found[0].version in requirement.specifier, f"{found[0]} is not {requirement}"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_its_hashes(lock: str) -> None:
    pins = read(lock)
    assert len(pins) > len(LOCKS[lock])
    wrong = [
        pin
        for pin in pins
        if not pin.hashes
        or not all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in pin.hashes)
    ]
    assert wrong == []


def test_both_locks_pin_the_same_versions() -> None:
    tested = {(pin.name, pin.version) for pin in read("requirements-dev.lock")}
    shipped = {(pin.name, pin.version) for pin in read("requirements.lock")}
    assert shipped - tested == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_to_fetch_from(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"(?i)https?://\S*|--(?:extra-)?index-url|--find-links", text) == []
