"""How well the desk's triage agrees with labelled sentences.

    python -m lab.priority LABELS.jsonl [--wrong]

LABELS holds text, basis and priority (3 high, 2 normal, 1 low); only F and A are measured, each
sentence as one assertion. Prints the quadratically weighted kappa (Cohen 1968), the confusion, and
how often each theme's sentences are high by the annotator.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from factcheck.assertions import details, priority, reading
from factcheck.model import Span

RANKS = {"low": 1, "normal": 2, "high": 3}


def kappa(pairs: list[tuple[int, int]]) -> float:
    """Quadratically weighted kappa of pairs of ranks; 1 is full agreement, 0 chance."""
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = sum((a - b) ** 2 for a, b in pairs) / len(pairs)
    chance = sum(left[a] * right[b] * (a - b) ** 2 for a in left for b in right) / len(pairs) ** 2
    return 1 - seen / chance if chance else 1.0


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--wrong", action="store_true")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.labels.read_text("utf-8").splitlines()]
    rows = [r for r in rows if r["basis"] in "FA" and r["priority"]]
    pairs: list[tuple[int, int]] = []
    themes: dict[str, Counter[int]] = {}
    wrong = []
    for row in rows:
        text = " ".join(row["text"].split())
        read = reading.read(text)
        ticks = details.scan(read.doc, read.people, read.quotations).within(
            Span(0, len(text)), None
        )
        ours, why = priority.explain(text, "event", "narration", ticks)
        pairs.append((row["priority"], RANKS[ours]))
        themes.setdefault(f"{ours}: {why}", Counter())[row["priority"]] += 1
        if row["priority"] != RANKS[ours]:
            wrong.append(f"{row['priority']} {ours:7}{why:24}{text[:200]}")
    print(f"{len(pairs)} sentences, quadratic kappa {kappa(pairs):.3f}")
    table = Counter(pairs)
    print("annotator (rows), rules (columns): low, normal, high")
    for gold in (1, 2, 3):
        print(f"{gold:4}" + "".join(f"{table[gold, ours]:7}" for ours in (1, 2, 3)))
    print("\ntheme: annotator's low, normal, high")
    for name, counts in sorted(themes.items()):
        print(f"{name:32}" + "".join(f"{counts[rank]:6}" for rank in (1, 2, 3)))
    if args.wrong:
        print("\n".join(sorted(wrong)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
