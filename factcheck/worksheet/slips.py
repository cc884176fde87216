"""A slip: something in a worksheet's text that cannot be read, and what to do about it."""

from __future__ import annotations

import re
from typing import NamedTuple

import tomli_w

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
