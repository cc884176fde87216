"""How well the desk's triage agrees with labelled sentences.

    python -m lab.priority LABELS.jsonl [--wrong]

LABELS holds doc, text, basis and priority (3 high, 2 normal, 1 low), in the order of its documents; only F and
A are measured, each sentence as one assertion. Prints the quadratically weighted kappa (Cohen 1968) of rules
alone and of rules and model, the confusion, and how often each theme's sentences are high by the annotator.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.assertions import checkable, details, priority, reading
from factcheck.assertions.checkable import CHECKABLE
from factcheck.model import Span
from lab import figures
from lab.train import material

RANKS = {"low": 1, "normal": 2, "high": 3}


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with the annotator's rank, that of the rules alone, and ours with its reason."""

    text: str
    gold: int
    rules: int
    ours: str
    why: str


def ranked(labels: Path) -> Iterator[Ranked]:
    """Every sentence that states a fact or that somebody said something."""
    for document in material.labels(labels):
        judged = checkable.judge([s.text for s in document.sentences])
        for sentence, judgement in zip(document.sentences, judged, strict=True):
            if sentence.basis not in CHECKABLE[:2] or not sentence.priority:
                continue
            text = " ".join(sentence.text.split())
            read = reading.read(text)
            found = details.scan(read.doc, read.people, read.quotations)
            ticks = found.within(Span(0, len(text)), None)
            rules = priority.of(text, "event", "narration", ticks)
            ours, why = priority.explain(text, "event", "narration", ticks, judgement.urgency)
            yield Ranked(text, sentence.priority, RANKS[rules], ours, why)


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("labels", type=Path)
    parser.add_argument("--wrong", action="store_true")
    args = parser.parse_args()
    rows = list(ranked(args.labels))
    gold, ours = [r.gold for r in rows], [RANKS[r.ours] for r in rows]
    alone = figures.kappa(gold, [r.rules for r in rows], 4)
    print(
        f"{len(rows)} sentences, quadratic kappa: rules {alone:.3f}, "
        f"rules and model {figures.kappa(gold, ours, 4):.3f}"
    )
    table = Counter(zip(gold, ours, strict=True))
    print("annotator (rows), ours (columns): low, normal, high")
    for rank in (1, 2, 3):
        print(f"{rank:4}" + "".join(f"{table[rank, other]:7}" for other in (1, 2, 3)))
    themes: dict[str, Counter[int]] = {}
    for row in rows:
        themes.setdefault(f"{row.ours}: {row.why}", Counter())[row.gold] += 1
    print("\ntheme: annotator's low, normal, high")
    for name, counts in sorted(themes.items()):
        print(f"{name:32}" + "".join(f"{counts[rank]:6}" for rank in (1, 2, 3)))
    if args.wrong:
        for row in sorted(rows, key=lambda r: (r.gold, r.ours)):
            if RANKS[row.ours] != row.gold:
                print(f"{row.gold} {row.ours:7}{row.why:24}{row.text[:200]}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
