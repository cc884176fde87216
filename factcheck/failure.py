"""What is printed of a bug of ours, to be pasted into a report of it.

It has no word of an article: no message of an exception, no line of a text, of the command only its name
and the names of its options, of the traceback only our own places.
"""

from __future__ import annotations

import platform
import re
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck import __version__


def block(error: BaseException, argv: Sequence[str]) -> Iterator[str]:
    """The lines about ``error``, which ended the command ``argv``."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    yield f"factcheck {__version__}, Python {platform.python_version()}, {system}"
    yield f"command: {command(argv)}"
    for each in _chain(error):
        yield type(each).__qualname__
        yield from (f"  {place}" for place in _places(each))


def command(argv: Sequence[str]) -> str:
    """The command and its options by name; what was given to them is not told."""
    words = ["factcheck"]
    for number, word in enumerate(argv[1:]):
        option = re.match(r"--?[a-z][a-z-]*", word)
        is_name = number == 0 and re.fullmatch(r"[a-z-]{2,12}", word)
        words.append(option.group() if option else word if is_name else "…")
    return " ".join(words)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception and those that led to it, the last one first."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _places(error: BaseException) -> Iterator[str]:
    """Our own lines in the traceback, ``factcheck/report/json.py:12 in render``."""
    home = Path(__file__).resolve().parent
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename).resolve()
        if path.is_relative_to(home):
            yield f"{path.relative_to(home.parent).as_posix()}:{frame.lineno} in {frame.name}"
