"""Recall of names, figures and dates when the annotator's own spans are given.

    python -m lab.details FOLDER [--missed names|figures|dates|resolved] [--extra KIND]

FOLDER holds SLUG.txt and SLUG.json. Each annotated assertion's span is handed to
:meth:`Inventory.within`, so that the figures do not depend on the finder. A listed value counts as
found where either text holds the other, letter case and marks folded. Under "noise": details an
assertion has on average, by kind, and how many of them the annotator does not list.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.assertions import details, reading
from factcheck.model import Detail, Span

_FOLDS = str.maketrans("“”„‘’–—\xa0\n\t\r", '"""\'\'--    ')


def fold(text: str) -> str:
    """Marks, blanks and letter case made alike, one character to one."""
    return text.translate(_FOLDS).casefold()


def listed(item: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The annotator's values that are printed in the assertion: sort, text, resolved."""
    quote = fold(item["source_quote"])
    for sort in ("names", "figures"):
        for value in item.get(sort) or []:
            if fold(str(value)) in quote:
                yield sort, fold(str(value)), ""
    for value in item.get("dates") or []:
        text = fold(str(value.get("text", "")))
        if text and text in quote:
            yield "dates", text, str(value.get("resolved") or "")


def articles(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, text and annotation of every article."""
    for file in sorted(folder.glob("*.json")):
        article = file.with_suffix(".txt")
        if article.exists() and not file.stem.endswith(".2"):
            yield file.stem, article.read_text("utf-8"), json.loads(file.read_text("utf-8"))


def _meets(key: str, text: str) -> bool:
    return key in text or text in key


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--missed", default="")
    parser.add_argument("--extra", default="")
    args = parser.parse_args()
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    noise: Counter[str] = Counter()
    spent = 0.0
    assertions = 0
    for slug, text, gold in articles(args.gold):
        day = gold.get("article_date")
        published = dt.date.fromisoformat(day) if day else None
        read = reading.read(text)
        begun = time.perf_counter()
        inventory = details.scan(read.doc, read.people, read.quotations)
        spent += time.perf_counter() - begun
        for item in gold["assertions"]:
            assertions += 1
            begun = time.perf_counter()
            span = Span(item["start"], item.get("end", item["start"] + len(item["source_quote"])))
            ticks = inventory.within(span, published)
            spent += time.perf_counter() - begun
            marked = list(listed(item))
            _tally(slug, item, ticks, marked, wanted, found, args.missed)
            for tick in ticks:
                noise[tick.kind] += 1
                if not any(_meets(key, fold(tick.text)) for _, key, _ in marked):
                    noise[f"{tick.kind} not listed"] += 1
                    if args.extra == tick.kind:
                        print(f"{slug[:20]:20} {tick.text!r} | {item['source_quote'][:110]}")
    print(f"{assertions} assertions, {spent:.2f} s for scanning and all spans")
    for sort in ("names", "figures", "dates", "resolved", "resolved where dated"):
        print(
            f"{sort:22}{found[sort]:5} of {wanted[sort]:5}  {found[sort] / max(wanted[sort], 1):.4f}"
        )
    print("noise: a kind's details an assertion, and the share that the annotator does not list")
    for kind in sorted(k for k in noise if "not listed" not in k):
        share = noise[f"{kind} not listed"] / noise[kind]
        print(f"  {kind:14}{noise[kind] / assertions:7.3f}{share:8.2f}")
    return 0


def _tally(
    slug: str,
    item: dict[str, Any],
    ticks: tuple[Detail, ...],
    marked: list[tuple[str, str, str]],
    wanted: Counter[str],
    found: Counter[str],
    missed: str,
) -> None:
    for sort, key, resolved in marked:
        hits = [t for t in ticks if _meets(key, fold(t.text))]
        outcomes = {sort: bool(hits)}
        if sort == "dates":
            outcomes["resolved"] = any(t.resolved and t.resolved == resolved for t in hits)
            if resolved:
                outcomes["resolved where dated"] = outcomes["resolved"]
        for name, right in outcomes.items():
            wanted[name] += 1
            found[name] += right
            if name == missed and not right:
                got = [(t.text, t.resolved) for t in (hits or ticks)]
                print(f"{slug[:20]:20} {key!r} {resolved} | {item['source_quote'][:100]} | {got}")


if __name__ == "__main__":
    raise SystemExit(main())
