"""What became of an article or a passage: made, added, carried over."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.console.messages import warn
from factcheck.console.screen import paint, put, say
from factcheck.model import LAYERS, PRIORITIES
from factcheck.report.typography import clip, tidy
from factcheck.report.wording import plural

if TYPE_CHECKING:
    from factcheck.adding import Added
    from factcheck.model import Article, Found
    from factcheck.updating import Updated


def inventory(
    found: Found, article: Article, seconds: float, path: Path, *, kept: Path | None = None
) -> None:
    """Say on stderr what ``init`` found in an article, where it is, and what to do next.

    ``seconds`` is how long it took; ``kept`` is where a worksheet that was replaced now is.
    """
    warn(article.warnings)
    if article.published is None and any(
        d.kind == "date" for a in found.assertions for d in a.details
    ):
        warn(["no publication date found, so days and years stay unresolved: give --date"])
    of_all = plural(len(found.sentences), "sentence")
    counted = f"{plural(len(found.assertions), 'assertion')} in {of_all}, {seconds:.1f} s"
    say((tidy(str(path)), "bold"), f"  {counted}")
    layers = Counter(a.layer for a in found.assertions)
    priorities = Counter(a.priority for a in found.assertions)
    reasons = Counter(s.reason for s in found.set_aside)
    if found.assertions:
        say(("  layer      ", "dim"), _numbers(layers, LAYERS))
        say(("  priority   ", "dim"), _numbers(priorities, PRIORITIES))
    aside = f": {_numbers(reasons, sorted(reasons))}" if reasons else ""
    say(("  set aside  ", "dim"), f"{plural(len(found.set_aside), 'sentence')}{aside}")
    for number, query in enumerate(found.queries):
        say((f"  {'' if number else 'queries':<9}  ", "dim"), tidy(query.text))
    if kept:
        say(("  kept       ", "dim"), f"the old worksheet is now {tidy(str(kept))}")
    command = f"factcheck check {shlex.quote(str(path))}"
    say(("  next       ", "dim"), f"fill in verdicts and evidence, then: {tidy(command)}")


def wrote(path: Path) -> None:
    """Say on stderr where a report was put."""
    say((tidy(str(path)), "bold"), "  written")


def added(what: Added) -> None:
    """Say on stderr which assertion ``add`` made, where it is, and what became of the rest."""
    new = what.assertion
    say((tidy(f"{what.path}:{what.line}"), "bold"), f"  {tidy(new.id)} added: {clip(new.text, 80)}")
    about = f"{new.layer}, {new.kind}, {new.priority}"
    said = f", said by {new.speaker}" if new.speaker else ""
    say(("  it is       ", "dim"), tidy(about + said))
    if what.parent:
        say(("  split from  ", "dim"), f"{tidy(what.parent)}, which stays as it is")
    if what.aside:
        gone = "no longer listed: all of it is numbered" if what.promoted else "still listed"
        say(("  set aside   ", "dim"), f"sentence {what.aside.sentence} is {gone}")


def updated(done: Updated, *, dry: bool) -> None:
    """Print on stdout what became of every assertion; on stderr where the worksheets are, what is next.

    ``dry`` says that nothing was to be written.
    """
    from rich.console import Console

    from factcheck.updating import table

    warn(done.warnings)
    if done.outcome is None:
        say((tidy(str(done.path)), "bold"), "  the article's text is the same: nothing to do")
        return
    if done.outcome.carried and all(each.now is None for each in done.outcome.carried):
        warn(["no assertion of the worksheet is in this article: is it a draft of the same story?"])
    screen = Console()
    put(paint(table.lines(done.outcome, screen.width), screen))
    if dry:
        say((tidy(str(done.path)), "bold"), "  not written: --dry-run")
        return
    say((tidy(str(done.path)), "bold"), "  updated")
    if done.kept:
        say(("  kept       ", "dim"), f"the old worksheet is now {tidy(str(done.kept))}")
    command = f"factcheck check {shlex.quote(str(done.path))}"
    say(("  next       ", "dim"), f"check again what is reworded, then: {tidy(command)}")


def summary(made: int, failed: int) -> None:
    """Say on stderr how many worksheets ``init`` made, and of how many articles it made none."""
    lost = f"; none for {plural(failed, 'article')}, see above" if failed else ""
    say(f"{plural(made, 'worksheet')} made{lost}")


def _numbers(counts: Counter[str], order: Iterable[str]) -> str:
    return ", ".join(f"{counts[name]:,} {name}" for name in order if counts[name])
