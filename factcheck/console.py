"""All of Rich: what people see on a terminal.

Words of an article or a worksheet are made visible before they come to Rich and reach it as
``Text``, never as markup. Documents go to stdout, everything else to stderr. Colour goes to a
terminal only, and not where ``NO_COLOR`` is set; nothing depends on it.
"""

from __future__ import annotations

import shlex
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from factcheck.model import LAYERS, PRIORITIES
from factcheck.report import board, terminal
from factcheck.report.typography import Line, clip, tidy
from factcheck.report.wording import plural, ranges, signature

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from factcheck.adding import Added
    from factcheck.errors import FactcheckError
    from factcheck.git import SetUp
    from factcheck.merging import Driven, Merged
    from factcheck.model import Article, Found
    from factcheck.report import Report
    from factcheck.report.overview import Row
    from factcheck.signing import Signed
    from factcheck.updating import Updated

Thing = TypeVar("Thing")

STYLES = {
    "title": "bold",
    "heading": "bold",
    "strong": "bold",
    "muted": "dim",
    "faint": "dim",
    "rule": "dim",
    "id": "bold",
    "source": "cyan",
    "high": "bold",
    "was": "red underline",
    "now": "green underline",
    "confirmed": "green",
    "fix": "red",
    "unconfirmed": "yellow",
    "not-checkable": "blue",
    "unrecognised": "magenta",
    "clear": "bold reverse green",
    "clear-after-fixes": "bold reverse yellow",
    "hold": "bold reverse red",
    "error": "red",
    "warning": "yellow",
}
"""The look of each role that :mod:`factcheck.report.terminal` names; another role is plain."""


def show(report: Report) -> None:
    """Print the report on stdout: as wide as the terminal, in colour where that is welcome."""
    from rich.console import Console

    screen = Console()
    _put(paint(terminal.lines(report, screen.width), screen))


def document(text: str) -> None:
    """Put a document on stdout: as it is on a terminal, as UTF-8 into a file or a pipe."""
    if sys.stdout.isatty():
        _put(text)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def paint(lines: Iterable[Line], screen: Console) -> str:
    """``lines`` as one string with the colours that ``screen`` shows.

    Built by hand: Rich would measure and wrap each line again, which takes seconds for a long
    record.
    """
    marks = _marks(screen)
    plain = ("", "")
    painted = []
    for line in lines:
        parts = []
        for text, role in line:
            before, after = marks.get(role, plain)
            parts.append(f"{before}{text}{after}" if text else "")
        painted.append("".join(parts).rstrip(" "))
    return "\n".join(painted) + "\n"


def _marks(screen: Console) -> dict[str, tuple[str, str]]:
    """Role → what turns its look on and off; nothing for a pipe or a terminal without colours."""
    from rich.color import ColorSystem
    from rich.style import Style

    if screen.color_system is None or screen.legacy_windows:
        return {}
    marks = {}
    for role, look in STYLES.items():
        style = Style.parse(look)
        if screen.no_color:
            style = style.without_color
        before, _, after = style.render("|", color_system=ColorSystem.STANDARD).partition("|")
        marks[role] = (before, after)
    return marks


def _put(text: str) -> None:
    """Write to stdout; what its encoding does not have becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def overview(rows: Sequence[Row]) -> None:
    """Print the table of ``status`` on stdout, as wide as the terminal."""
    from rich.console import Console

    screen = Console()
    _put(paint(board.lines(rows, screen.width), screen))


def fail(error: FactcheckError) -> None:
    """Say on stderr what is wrong, and below it what to do."""
    _say(("error:", "bold red"), f" {tidy(error.message)}")
    if error.hint:
        _say(("hint:", "bold"), f" {tidy(error.hint)}")


def warn(messages: Iterable[str]) -> None:
    """Say on stderr what was dropped or repaired, one line each."""
    for message in messages:
        _say(("warning:", "bold yellow"), f" {tidy(message)}")


def bug(error: BaseException) -> None:
    """Say on stderr that we failed, with a block to paste."""
    from factcheck import failure

    _say(("error:", "bold red"), " factcheck has failed; this is a bug of ours, not of your file")
    _say(("hint:", "bold"), " please report it with the block below, which holds none of your text")
    _say("")
    for line in failure.block(error, sys.argv):
        _say(line)


def progress(things: Sequence[Thing]) -> Iterator[Thing]:
    """``things`` one by one, with a bar on stderr if that is a terminal and there are several."""
    if len(things) < 2 or not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import track

    screen = Console(stderr=True)
    yield from track(things, description="", console=screen, transient=True)


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
    _say((tidy(str(path)), "bold"), f"  {counted}")
    layers = Counter(a.layer for a in found.assertions)
    priorities = Counter(a.priority for a in found.assertions)
    reasons = Counter(s.reason for s in found.set_aside)
    if found.assertions:
        _say(("  layer      ", "dim"), _numbers(layers, LAYERS))
        _say(("  priority   ", "dim"), _numbers(priorities, PRIORITIES))
    aside = f": {_numbers(reasons, sorted(reasons))}" if reasons else ""
    _say(("  set aside  ", "dim"), f"{plural(len(found.set_aside), 'sentence')}{aside}")
    for number, query in enumerate(found.queries):
        _say((f"  {'' if number else 'queries':<9}  ", "dim"), tidy(query.text))
    if kept:
        _say(("  kept       ", "dim"), f"the old worksheet is now {tidy(str(kept))}")
    command = f"factcheck check {shlex.quote(str(path))}"
    _say(("  next       ", "dim"), f"fill in verdicts and evidence, then: {tidy(command)}")


def wrote(path: Path) -> None:
    """Say on stderr where a report was put."""
    _say((tidy(str(path)), "bold"), "  written")


def added(what: Added) -> None:
    """Say on stderr which assertion ``add`` made, where it is, and what became of the rest."""
    new = what.assertion
    _say(
        (tidy(f"{what.path}:{what.line}"), "bold"), f"  {tidy(new.id)} added: {clip(new.text, 80)}"
    )
    about = f"{new.layer}, {new.kind}, {new.priority}"
    said = f", said by {new.speaker}" if new.speaker else ""
    _say(("  it is       ", "dim"), tidy(about + said))
    if what.parent:
        _say(("  split from  ", "dim"), f"{tidy(what.parent)}, which stays as it is")
    if what.aside:
        gone = "no longer listed: all of it is numbered" if what.promoted else "still listed"
        _say(("  set aside   ", "dim"), f"sentence {what.aside.sentence} is {gone}")


def updated(done: Updated, *, dry: bool) -> None:
    """Print on stdout what became of every assertion; on stderr where the worksheets are, what is next.

    ``dry`` says that nothing was to be written.
    """
    from rich.console import Console

    from factcheck.updating import table

    warn(done.warnings)
    if done.outcome is None:
        _say((tidy(str(done.path)), "bold"), "  the article's text is the same: nothing to do")
        return
    if done.outcome.carried and all(each.now is None for each in done.outcome.carried):
        warn(["no assertion of the worksheet is in this article: is it a draft of the same story?"])
    screen = Console()
    _put(paint(table.lines(done.outcome, screen.width), screen))
    if dry:
        _say((tidy(str(done.path)), "bold"), "  not written: --dry-run")
        return
    _say((tidy(str(done.path)), "bold"), "  updated")
    if done.kept:
        _say(("  kept       ", "dim"), f"the old worksheet is now {tidy(str(done.kept))}")
    command = f"factcheck check {shlex.quote(str(done.path))}"
    _say(("  next       ", "dim"), f"check again what is reworded, then: {tidy(command)}")


def merged(done: Merged) -> None:
    """Print on stdout what came of a merge; on stderr where the worksheet is, and what is next."""
    from rich.console import Console

    from factcheck.merging import table

    screen = Console()
    _put(paint(table.lines(done, screen.width), screen))
    _say((tidy(str(done.path)), "bold"), "  written")
    if done.kept:
        _say(("  kept       ", "dim"), f"the old worksheet is now {tidy(str(done.kept))}")
    what = "" if done.clean else "settle what differs, then: "
    _say(
        ("  next       ", "dim"), f"{what}{tidy(f'factcheck check {shlex.quote(str(done.path))}')}"
    )


def driven(done: Driven) -> None:
    """Say on stderr what git has to be told of a merge of two branches."""
    where = tidy(done.path)
    if done.carried:
        _say(f"factcheck: {where}: {done.carried} was carried over to the other branch's draft")
    if done.outcome is None:
        how = "without a conflict" if done.clean else "with conflicts"
        _say(f"factcheck: {where}: no worksheet that can be read whole; merged by lines, {how}")
        return
    for each in done.outcome.conflicts:
        found = "; ".join(
            f"{o.reviewer or 'nobody named'}: {o.verdict or '-'}" for o in each.opinion
        )
        _say(f"factcheck: {where}: reviewers differ on assertion {tidy(each.id)}: {tidy(found)}")
    for other in done.outcome.differences:
        _say(f"factcheck: {where}: {tidy(other.where)}: {tidy(other.key)} differs; see the comment")
    for kept in done.outcome.kept:
        _say(
            f"factcheck: {where}: {tidy(kept)} was deleted on one branch, changed on the other: kept"
        )
    if not done.clean:
        _say(
            ("hint:", "bold"), f" settle it in {where} (factcheck check names it), then git add it"
        )


def signed(done: Signed) -> None:
    """Say on stderr who signed what, or why it could not be signed."""
    where = (tidy(str(done.path)), "bold")
    if done.obstacles:
        _say(where, "  not signed off")
        for each in done.obstacles:
            ids = f": {', '.join(map(tidy, ranges(each.ids)))}" if each.ids else ""
            _say(f"  – {tidy(each.text)}{ids}")
        _say(("  next       ", "dim"), f"factcheck check {tidy(shlex.quote(str(done.path)))}")
    elif done.signoff:
        what = (
            "signed off already, and nothing was changed since" if done.unchanged else "signed off"
        )
        _say(where, f"  {what}: {tidy(signature(done.signoff))}")


def git_set_up(done: SetUp) -> None:
    """Say on stderr what was set up in a repository, and what is left to do."""
    _say((tidy(str(done.attributes)), "bold"), "  added" if done.added else "  has it already")
    _say(f"  {tidy(done.line)}")
    _say((tidy(str(done.root)), "bold"), "  configured, this clone only")
    for name, value in done.settings.items():
        _say((f"  {name}  ", "dim"), tidy(value))
    _say(
        ("  next       ", "dim"),
        "commit .gitattributes; others run factcheck git-setup in their clone",
    )


def summary(made: int, failed: int) -> None:
    """Say on stderr how many worksheets ``init`` made, and of how many articles it made none."""
    lost = f"; none for {plural(failed, 'article')}, see above" if failed else ""
    _say(f"{plural(made, 'worksheet')} made{lost}")


def _numbers(counts: Counter[str], order: Iterable[str]) -> str:
    return ", ".join(f"{counts[name]:,} {name}" for name in order if counts[name])


def _say(*parts: str | tuple[str, str]) -> None:
    """One line on stderr, however long; parts may have a style."""
    from rich.console import Console
    from rich.text import Text

    line: Text = Text.assemble(*parts)
    Console(stderr=True).print(line, soft_wrap=True, highlight=False)
