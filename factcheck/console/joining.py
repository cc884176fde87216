"""What came of a merge, a sign-off, a set-up."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from factcheck.console.screen import paint, put, say
from factcheck.report.typography import tidy
from factcheck.report.wording import ranges, signature

if TYPE_CHECKING:
    from factcheck.git import SetUp
    from factcheck.merging import Driven, Merged
    from factcheck.signing import Signed


def merged(done: Merged) -> None:
    """Print on stdout what came of a merge; on stderr where the worksheet is, and what is next."""
    from rich.console import Console

    from factcheck.merging import table

    screen = Console()
    put(paint(table.lines(done, screen.width), screen))
    say((tidy(str(done.path)), "bold"), "  written")
    if done.kept:
        say(("  kept       ", "dim"), f"the old worksheet is now {tidy(str(done.kept))}")
    what = "" if done.clean else "settle what differs, then: "
    say(("  next       ", "dim"), f"{what}{tidy(f'factcheck check {shlex.quote(str(done.path))}')}")


def driven(done: Driven) -> None:
    """Say on stderr what git has to be told of a merge of two branches."""
    where = tidy(done.path)
    if done.carried:
        say(f"factcheck: {where}: {done.carried} was carried over to the other branch's draft")
    if done.outcome is None:
        how = "without a conflict" if done.clean else "with conflicts"
        say(f"factcheck: {where}: no worksheet that can be read whole; merged by lines, {how}")
        return
    for each in done.outcome.conflicts:
        found = "; ".join(
            f"{o.reviewer or 'nobody named'}: {o.verdict or '-'}" for o in each.opinion
        )
        say(f"factcheck: {where}: reviewers differ on assertion {tidy(each.id)}: {tidy(found)}")
    for other in done.outcome.differences:
        say(f"factcheck: {where}: {tidy(other.where)}: {tidy(other.key)} differs; see the comment")
    for kept in done.outcome.kept:
        say(
            f"factcheck: {where}: {tidy(kept)} was deleted on one branch, changed on the other: kept"
        )
    if not done.clean:
        say(("hint:", "bold"), f" settle it in {where} (factcheck check names it), then git add it")


def signed(done: Signed) -> None:
    """Say on stderr who signed what, or why it could not be signed."""
    where = (tidy(str(done.path)), "bold")
    if done.obstacles:
        say(where, "  not signed off")
        for each in done.obstacles:
            ids = f": {', '.join(map(tidy, ranges(each.ids)))}" if each.ids else ""
            say(f"  – {tidy(each.text)}{ids}")
        say(("  next       ", "dim"), f"factcheck check {tidy(shlex.quote(str(done.path)))}")
    elif done.signoff:
        what = (
            "signed off already, and nothing was changed since" if done.unchanged else "signed off"
        )
        say(where, f"  {what}: {tidy(signature(done.signoff))}")


def git_set_up(done: SetUp) -> None:
    """Say on stderr what was set up in a repository, and what is left to do."""
    say((tidy(str(done.attributes)), "bold"), "  added" if done.added else "  has it already")
    say(f"  {tidy(done.line)}")
    say((tidy(str(done.root)), "bold"), "  configured, this clone only")
    for name, value in done.settings.items():
        say((f"  {name}  ", "dim"), tidy(value))
    say(
        ("  next       ", "dim"),
        "commit .gitattributes; others run factcheck git-setup in their clone",
    )
