"""What became of sources: listed, described, saved."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.console.messages import warn
from factcheck.console.screen import paint, put, say
from factcheck.report.typography import tidy
from factcheck.report.wording import enumerated, plural, ranges

if TYPE_CHECKING:
    from factcheck.sourcing import Added, Kept, Listing, Saved

_LOOKS = {"saved": "green", "unchanged": "green", "changed": "yellow", "failed": "red"}


def listed(listing: Listing) -> None:
    """Print the sources on stdout; on stderr what to do about addresses that nobody described."""
    from rich.console import Console

    from factcheck.sourcing import table

    screen = Console()
    put(paint(table.lines(listing, screen.width), screen))
    if listing.undescribed:
        _next(listing.path, "add", "--all")


def sources_added(path: Path, made: Sequence[Added]) -> None:
    """Say on stderr which sources were described, and what rests on each."""
    if not made:
        say((tidy(str(path)), "bold"), "  every address that is evidence is described already")
    for each in made:
        if each.stripped:
            warn(["the name and password in the address were left out"])
        source = each.source
        say((tidy(f"{path}: {source.id}"), "bold"), f"  {tidy(source.url or source.file)}")
        if source.title:
            say(("  it is       ", "dim"), tidy(source.title))
        rests = enumerated(map(tidy, ranges(each.bears))) if each.bears else "nothing yet"
        say(("  evidence of ", "dim"), rests)
    unsaved = [each.source.id for each in made if each.source.url and not each.source.file]
    if unsaved:
        _next(path, "save", *unsaved)


def saved(done: Saved) -> None:
    """Say on stderr what came of each source, where the record is, and what is left."""
    for each in done.kept:
        _one(each)
    if done.passed:
        verb = "has" if len(done.passed) == 1 else "have"
        told = f"{enumerated(map(tidy, done.passed))} {verb} a copy already; --again asks anew"
        say(("  passed over ", "dim"), told)
    if done.warc:
        say(("  record      ", "dim"), tidy(str(done.warc)))
    if not done.kept and not done.passed:
        say((tidy(str(done.path)), "bold"), "  no [[source]] has an address to save")
    if done.undescribed:
        what = plural(len(done.undescribed), "address is", "addresses are")
        say(("  not sources ", "dim"), f"{what} evidence and no [[source]] yet")
        _next(done.path, "add", "--all", "--save")


def _one(kept: Kept) -> None:
    where = f"  {tidy(kept.file)}" if kept.file else f"  {tidy(kept.source.url)}"
    say((tidy(kept.source.id), "bold"), "  ", (kept.what, _LOOKS[kept.what]), where)
    if kept.message:
        say(f"  {tidy(kept.message)}")
    if kept.hint:
        say(("  hint:", "bold"), f" {tidy(kept.hint)}")
    if kept.archived:
        say(("  archived    ", "dim"), tidy(kept.archived))
    if kept.archive:
        say(("  not archived", "yellow"), f" {tidy(kept.archive)}")


def _next(path: Path, *words: str) -> None:
    command = shlex.join(("factcheck", "sources", words[0], str(path), *words[1:]))
    say(("  next        ", "dim"), tidy(command))
