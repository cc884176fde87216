"""The project speaks of itself alone.

No tracked file names the place where it was written: no host that packages came from, no path of
one machine, no trailer that a tool adds to a commit.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Written so that no pattern matches its own text.
PLACES = {
    "a package registry": r"\b(?:pypi|pythonhosted|npmjs|debian|ubuntu|crates)\.(?:org|com|io)\b",
    "a path of one machine": r"(?<![\w.~-])/(?:root|home|work|Users)/",
    "a tool's trailer": r"(?i)\b(?:co-authored[-]by|generated [w]ith|signed-off[-]by)\b",
}


def mentions(text: str) -> list[str]:
    """The places that ``text`` names, with their line numbers."""
    return [
        f"{number}: {what}: {line.strip()[:80]}"
        for number, line in enumerate(text.splitlines(), 1)
        for what, pattern in PLACES.items()
        if re.search(pattern, line)
    ]


def tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: which files are ours cannot be told")
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    )
    return [ROOT / name.decode() for name in listed.stdout.split(b"\0") if name]


def test_no_tracked_file_names_a_workplace() -> None:
    found = []
    for path in tracked():
        content = path.read_bytes() if path.is_file() else b""
        if b"\0" not in content:
            text = content.decode("utf-8", "replace")
            found += [f"{path.relative_to(ROOT)}:{line}" for line in mentions(text)]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://" + "pypi" + ".org/simple",
        "see https://files." + "pythonhosted" + ".org/x",
        "deb http://deb." + "debian" + ".org/debian stable main",
        "cd " + "/root" + "/project",
        'open("' + "/home" + '/somebody/x")',
        "co-authored" + "-by: Somebody <somebody@mail.example>",
    ],
)
def test_a_mention_is_told(line: str) -> None:
    assert len(mentions(f"fine\n{line}\n")) == 1
    assert mentions(f"fine\n{line}\n")[0].startswith("2: ")


@pytest.mark.parametrize(
    "line",
    [
        "https://www.dunsorrel.example/home/who-we-are",
        "src/work/file",
        "~/data/x",
        "Debian and PyPI are fine words",
    ],
)
def test_other_words_are_not(line: str) -> None:
    assert mentions(line) == []
