"""A slip: something in a worksheet's text that cannot be read, and what to do about it."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable
from typing import NamedTuple

import tomli_w

_DAY = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})")
_PLAIN = {
    "confirmed confirmed-with-change": "true yes correct right ok accurate",
    "wrong misleading": "false no incorrect inaccurate untrue",
    "locator": "page pages line row timestamp time minute",
    "passage": "quote quotation excerpt",
    "url": "link href web",
    "note": "comment comments remark remarks",
    "reviewer": "checker checked_by name initials",
    "correction": "fix change corrected",
}
_NEAR = {word: near.split() for near, words in _PLAIN.items() for word in words.split()}
"""What people write for a verdict of the desk's scale or for a key, and the words that may be meant."""
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")


class Slip(NamedTuple):
    """What is wrong: the offset at which, a message and what to do about it."""

    offset: int
    message: str
    hint: str = ""


def told(text: str, error: str) -> Slip:
    """What ``tomllib`` said, without its own place at the end."""
    match = _PLACE.search(error)
    message = _PLACE.sub("", error)
    offset = len(text.rstrip())
    if match and match[1]:
        before = text.split("\n")[: int(match[1]) - 1]
        offset = min(offset, sum(len(line) + 1 for line in before) + int(match[2]) - 1)
    return Slip(offset, f"this is not TOML: {message[:1].lower()}{message[1:]}")


def stray_line(line: str) -> tuple[str, str]:
    """Message and hint about a line that is no ``key = value``, comment or header."""
    if match := re.match(r"([A-Za-z0-9_-]+)\s*:(?!//)\s*(.*)", line, re.DOTALL):
        instead = f"{match[1]} = {_as_value(match[2].strip())}"
        return "a key and its value are divided by =, not by :", f"write {instead}"
    if match := re.match(r"([A-Za-z0-9_-]+)\s*([\"'\[{].*)", line, re.DOTALL):
        return "the = between the key and its value is missing", f"write {match[1]} = {match[2]}"
    if re.match(r"[\w \t-]+=", line):
        return "a key is one word of the letters a to z, digits, - and _", "see factcheck schema"
    hint = "put # before a remark; a text of several lines goes between ''' and '''"
    return "this line is no key = value, no [header] and no # comment", hint


def _as_value(text: str) -> str:
    return text if text[:1] in ('"', "'", "[", "{") else quoted(text)


def quoted(word: object) -> str:
    """``word`` as TOML spells it: a text in quotes."""
    return tomli_w.dumps({"k": word})[4:-1]


def suggest(word: str, known: Iterable[str]) -> str:
    """A hint: the known words that ``word`` may be meant to be, else all of them."""
    words = tuple(known)
    folded = {each.casefold(): each for each in words}
    wanted = word.strip().casefold()
    close = [each for each in _NEAR.get(wanted, ()) if each in folded]
    close = close or difflib.get_close_matches(wanted, folded, n=1)
    if close:
        return f"did you mean {' or '.join(quoted(folded[each]) for each in close)}?"
    return f"one of: {', '.join(words)}" if words else ""


def as_day(text: str) -> dt.date | None:
    """The day that ``text`` can only mean: the year first, or last where no month may be a day.

    A point divides day, month and year, in this order, wherever it is used.
    """
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4:
        orders = [(first, second, third)]
    elif len(match[4]) == 4:
        orders = [(third, second, first)]
        if match[2] != ".":
            orders.append((third, first, second))
    else:
        return None
    days = {day for order in orders if (day := _day(*order))}
    return days.pop() if len(days) == 1 else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
