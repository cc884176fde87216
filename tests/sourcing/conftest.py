from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import worksheet

TEXT = "The bridge opened in 2019. It cost 4 million euros. Nobody fell. Work took two years."
HEAD = """\
[worksheet]
format = 1
created = 2026-11-24T10:00:00Z
tool = "factcheck 0.1.0"
scale = "desk"

[article]
title = "The bridge"
byline = ""
published = 2026-11-20
source = "bridge.txt"
url = ""
language = "en"
sha256 = ""

# A source is described once and named by its id in any evidence.
# [[source]]
# id = "s1"
"""


def block(number: int, text: str, verdict: str, evidence: str) -> str:
    start = TEXT.index(text)
    return f"""
[[assertion]]
id = "{number}"
text = "{text}"
sentence = {number}
paragraph = 1
span = [{start}, {start + len(text)}]
layer = "narration"
kind = "event"
priority = "high"
details = []
verdict = "{verdict}"
evidence = {evidence}
correction = ""
note = ""
reviewer = "Ana"
"""


@pytest.fixture
def bridge(tmp_path: Path) -> Callable[..., Path]:
    """``bridge(sources, *evidence)`` writes a worksheet; each assertion is confirmed by one of ``evidence``."""

    def write(sources: str, *evidence: str) -> Path:
        sentences = [each.rstrip(".") + "." for each in TEXT.split(". ")]
        blocks = [
            block(n, sentences[n - 1], "confirmed" if each != "[]" else "", each)
            for n, each in enumerate(evidence, start=1)
        ]
        path = tmp_path / "bridge.toml"
        shot = f"\n[snapshot]\ntext = '''\n{TEXT}'''\n"
        path.write_text(HEAD + sources + "".join(blocks) + shot, "utf-8")
        assert not worksheet.read(path).problems
        return path

    return write
