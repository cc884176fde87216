"""What goes wrong, what to know, how far it is."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from factcheck.console.screen import say
from factcheck.report.typography import tidy

if TYPE_CHECKING:
    from factcheck.errors import FactcheckError

Thing = TypeVar("Thing")


def fail(error: FactcheckError) -> None:
    """Say on stderr what is wrong, and below it what to do."""
    say(("error:", "bold red"), f" {tidy(error.message)}")
    if error.hint:
        say(("hint:", "bold"), f" {tidy(error.hint)}")


def warn(messages: Iterable[str]) -> None:
    """Say on stderr what was dropped or repaired, one line each."""
    for message in messages:
        say(("warning:", "bold yellow"), f" {tidy(message)}")


def bug(error: BaseException) -> None:
    """Say on stderr that we failed, with a block to paste."""
    from factcheck import failure

    say(("error:", "bold red"), " factcheck has failed; this is a bug of ours, not of your file")
    say(("hint:", "bold"), " please report it with the block below, which holds none of your text")
    say("")
    for line in failure.block(error, sys.argv):
        say(line)


def progress(things: Sequence[Thing]) -> Iterator[Thing]:
    """``things`` one by one, with a bar on stderr if that is a terminal and there are several."""
    if len(things) < 2 or not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import track

    screen = Console(stderr=True)
    yield from track(things, description="", console=screen, transient=True)
