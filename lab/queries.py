"""What is asked of a folder of articles, to be judged by eye.

    python -m lab.queries FOLDER…

Each ``NAME.txt`` is read whole as an article's text; a ``NAME.json`` beside it may have its
``article_date``. Prints every query with the rule that asked and its proof, then what the rules take.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from collections.abc import Iterator
from pathlib import Path

from factcheck.assertions import details, queries, reading
from factcheck.assertions.queries.story import Story


def published(path: Path) -> dt.date | None:
    """The day of publication from the file beside an article; None where there is none."""
    beside = path.with_suffix(".json")
    if not beside.exists():
        return None
    try:
        return dt.date.fromisoformat(json.loads(beside.read_text("utf-8"))["article_date"] or "")
    except (KeyError, TypeError, ValueError):
        return None


def stories(folders: list[Path]) -> Iterator[tuple[str, Story]]:
    """Each article's name with what the rules look at."""
    for path in sorted(path for folder in folders for path in folder.glob("*.txt")):
        read = reading.read(path.read_text("utf-8"))
        inventory = details.scan(read.doc, read.people, read.quotations)
        yield path.stem, Story(read, inventory, published(path))


def main() -> int:
    """Print the queries, the time and how many articles have none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    seconds, words, silent, articles = 0.0, 0, 0, 0
    for name, story in stories(parser.parse_args().folders):
        began = time.perf_counter()
        found = [(rule.name, doubt) for rule in queries.RULES for doubt in rule.find(story)]
        seconds += time.perf_counter() - began
        words += len(story.text.split())
        articles += 1
        silent += not found
        for rule, doubt in found:
            print(f"{name}: {rule}: {doubt.text}\n    {doubt.why}")
    print(f"{articles} articles, {silent} without a query", end="; ")
    print(f"{1e6 * seconds / max(words, 1):.1f} ms for 1,000 words")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
