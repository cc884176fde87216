"""How long an update takes beside the finder, for an article of 10,000 words.

Usage::

    python -m lab.updating              all revisions
    python -m lab.updating --words 40000

The finder is left out: its place takes one that cuts at commas. A row is a sort of revision: how many
seconds the alignment, the new text and its last check take, and how many assertions were carried. The
exit code is 1 when one takes longer than allowed for 10,000 words.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from factcheck import updating, worksheet
from factcheck.language import sentences
from factcheck.model import Article, Assertion, Found, Span

LIMIT = 2.0
"""Seconds for 10,000 words."""
_NOUNS = """bridge council harbour school roof vote budget fire road mayor clinic report strike mill
    flood museum ferry pool court market garden tower station library quarry bakery union board""".split()
_VERBS = "opened closed lost won cost moved sold built left found paid cut raised counted".split()
_NAMES = (
    "Ruiz Holm Vossel Penhale Kreen Jandek Orsk Tully Moll Anstey Corvin Hals Rask Otter".split()
)
_PARAGRAPH = 4  # sentences


def written(words: int, seed: int) -> list[str]:
    """Sentences of about ``words`` words, each unlike the others."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    made: list[str] = []
    count = 0
    while count < words:
        noun, verb = dice.choice(_NOUNS), dice.choice(_VERBS)
        more = " ".join(dice.choices(_NOUNS, k=dice.randrange(2, 12)))
        number, year = dice.randrange(10_000), dice.randrange(1900, 2026)
        made.append(
            f"The {noun} of {dice.choice(_NAMES)} {verb} {number} {more}, and in {year} it "
            f"{dice.choice(_VERBS)} the {dice.choice(_NOUNS)}."
        )
        count += len(made[-1].split())
    return made


def alike(words: int, seed: int) -> list[str]:
    """Sentences of about ``words`` words that differ in their figures only."""
    return [f"Ward {n + seed} spent {n} marks on its {n} bridges." for n in range(words // 8)]


def light(old: list[str]) -> list[str]:
    """Every tenth sentence has another figure."""
    return [re.sub(r"\d+", "77", s, count=1) if n % 10 == 0 else s for n, s in enumerate(old)]


def heavy(old: list[str]) -> list[str]:
    """Every sentence has other words, and every third is gone."""
    return [
        re.sub(r"\bthe\b", "that old", s, count=1).replace(" and ", " but ")
        for n, s in enumerate(old)
        if n % 3
    ]


def shuffled(old: list[str]) -> list[str]:
    """All sentences in another order, every tenth with another figure."""
    other = light(old)
    random.Random(2).shuffle(other)  # noqa: S311 - no secret
    return other


def unlike(old: list[str]) -> list[str]:
    """Another article of the same words."""
    return written(sum(len(s.split()) for s in old), seed=9)


REVISIONS: dict[str, Callable[[list[str]], list[str]]] = {
    "light": light,
    "heavy": heavy,
    "shuffled": shuffled,
    "unlike": unlike,
}


def article(parts: list[str]) -> Article:
    """``parts`` as paragraphs of some sentences."""
    rows = [" ".join(parts[n : n + _PARAGRAPH]) for n in range(0, len(parts), _PARAGRAPH)]
    return Article("\n\n".join(rows), title="Figures")


def find(draft: Article) -> Found:
    """Each clause as an assertion, cut at ``, and``."""
    cut = sentences.split(draft.text)
    asserted: list[Assertion] = []
    for sentence in cut:
        text = sentence.span.of(draft.text)
        middle = text.find(", and ")
        pieces = [(0, len(text))] if middle < 0 else [(0, middle), (middle + 6, len(text))]
        for start, end in pieces:
            span = Span(sentence.span.start + start, sentence.span.start + end)
            asserted.append(
                Assertion(
                    str(len(asserted) + 1),
                    span.of(draft.text),
                    sentence.number,
                    sentence.paragraph,
                    span,
                    "narration",
                    "event",
                )
            )
    return Found(cut, tuple(asserted), ())


def measure(old: list[str], new: list[str]) -> tuple[float, int, int]:
    """Seconds, how many assertions were carried, and how many there were."""
    before, after = article(old), article(new)
    now = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
    sheet = worksheet.new(before, find(before), scale="desk", created=now, tool="bench")
    filled = tuple(replace(a, verdict="not-checkable") for a in sheet.assertions)
    document = worksheet.parse(worksheet.render(replace(sheet, assertions=filled)), "bench.toml")
    found = find(after)
    began = time.perf_counter()
    _, outcome = updating.follow(document, after, found, find, now)
    taken = time.perf_counter() - began
    carried = outcome.carried if outcome else ()
    return taken, sum(c.now is not None for c in carried), len(carried)


def main() -> int:
    """Measure, print the table, return the exit code."""
    parser = argparse.ArgumentParser(description="Measure updates.")
    parser.add_argument("--words", type=int, default=10_000, help="length of the article (10000)")
    words = parser.parse_args().words
    over = False
    print(f"{'article':8} {'revision':9}{'seconds':>8}{'carried':>9}{'of':>7}")
    for sort, make in (("unlike", written), ("alike", alike)):
        old = make(words, 1)
        for name, revise in REVISIONS.items():
            taken, carried, number = measure(old, revise(old))
            over = over or taken > LIMIT * words / 10_000
            print(f"{sort:8} {name:9}{taken:8.2f}{carried:9,}{number:7,}", flush=True)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
