"""How well web pages are read: word F1 of the body, titles and dates found.

    python lab/pages.py FOLDER

FOLDER holds ``manifest.json``, a list of pages with ``file``, ``expected`` (a file with the body's
text), ``body_source``, ``expected_title`` and ``expected_date``. One line a page is printed, then
the means. F1 is of the words as a bag, in small letters. Dates before 1990 are junk in the
manifest and are left out; a date is right if it is the day that is written, in the publisher's
time zone or in UTC.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import json
import re
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from factcheck import articles
from factcheck.articles import dates
from factcheck.model import Article

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Score:
    """One page's figures; ``date`` is None where no true date is known."""

    name: str
    human: bool
    precision: float
    recall: float
    title: bool
    date: bool | None
    seconds: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main() -> None:
    """Print a line a page and the means."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    entries = json.loads((folder / "manifest.json").read_text("utf-8"))
    scores = [score(folder, entry) for entry in entries]
    for one in scores:
        print(
            f"{one.f1:.3f} ({one.precision:.3f} {one.recall:.3f}) title {_mark(one.title)} "
            f"date {_mark(one.date)} {one.seconds:4.1f} s {'H' if one.human else ' '} {one.name}"
        )
    _summary("human ground truth", [one for one in scores if one.human])
    _summary("other", [one for one in scores if not one.human])
    _summary("all", scores)


def score(folder: Path, entry: dict[str, str]) -> Score:
    """The figures of one page of the manifest."""
    started = time.perf_counter()
    article = articles.load(str(folder / entry["file"]))
    seconds = time.perf_counter() - started
    expected = (folder / entry["expected"]).read_text("utf-8")
    precision, recall = overlap(article.text, expected)
    return Score(
        name=Path(entry["file"]).stem,
        human="human ground truth" in entry["body_source"],
        precision=precision,
        recall=recall,
        title=_same_title(article.title, entry["expected_title"]),
        date=_same_date(article, entry["expected_date"] or ""),
        seconds=seconds,
    )


def overlap(text: str, expected: str) -> tuple[float, float]:
    """Precision and recall of the words of ``text`` against those of ``expected``."""
    ours = Counter(_WORD.findall(text.lower()))
    theirs = Counter(_WORD.findall(expected.lower()))
    shared = (ours & theirs).total()
    return shared / max(ours.total(), 1), shared / max(theirs.total(), 1)


def _same_title(ours: str, expected: str) -> bool:
    return _WORD.findall(ours.lower()) == _WORD.findall(expected.lower())


def _same_date(article: Article, expected: str) -> bool | None:
    day = dates.iso(expected)
    if day is None or day.year < 1990:
        return None
    days = {day}
    with contextlib.suppress(ValueError):
        days.add(dt.datetime.fromisoformat(expected).astimezone(dt.UTC).date())
    return article.published in days


def _mark(right: bool | None) -> str:
    return {True: "yes", False: "NO ", None: "-  "}[right]


def _summary(name: str, scores: list[Score]) -> None:
    dated = [one.date for one in scores if one.date is not None]
    print(
        f"{name}: {len(scores)} pages, F1 {_mean([one.f1 for one in scores]):.3f}, "
        f"precision {_mean([one.precision for one in scores]):.3f}, "
        f"recall {_mean([one.recall for one in scores]):.3f}, "
        f"titles {sum(one.title for one in scores)}/{len(scores)}, "
        f"dates {sum(dated)}/{len(dated)}"
    )


def _mean(values: list[float]) -> float:
    return sum(values) / max(len(values), 1)


if __name__ == "__main__":
    main()
