"""A folder to run commands in, and a worksheet of two assertions that two people share."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import sha256

TEXT = "The [b]bridge[/b] opened in 2019. It cost \u20ac3 million."
SHEET = f"""\
[worksheet]
format = 1
created = 2024-06-30T10:00:00Z
tool = "factcheck 0.1.0"
scale = "desk"

[article]
title = "The [b]bridge[/b]"
source = "bridge.txt"
sha256 = "{sha256(TEXT)}"

[[source]]
id = "s1"
kind = "interview"
title = "The engineer"
contact = "engineer@example.org"

[[assertion]]
id = "1"
text = "The [b]bridge[/b] opened in 2019."
sentence = 1
paragraph = 1
span = [0, 33]
layer = "narration"
kind = "event"
priority = "normal"
verdict = "wrong"
evidence = [{{ source = "s1", passage = "We opened in 2018.", stance = "contradicts" }}]
correction = "The [b]bridge[/b] opened in 2018."
reviewer = "Ana"

[[assertion]]
id = "2"
text = "It cost \u20ac3 million."
sentence = 2
paragraph = 1
span = [34, 54]
layer = "narration"
kind = "statistic"
priority = "high"
reviewer = "Ben"

[snapshot]
text = "{TEXT}"
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the working one, before a terminal 80 cells wide."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.fixture
def text() -> str:
    """The article of ``sheet``."""
    return TEXT


@pytest.fixture
def sheet() -> str:
    """A worksheet: one assertion is wrong, says Ana; the other is left to Ben."""
    return SHEET
