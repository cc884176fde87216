"""What is wrong with a piece of text that is not TOML, in words that a journalist can act on.

:func:`explain` is asked only about a ``key = value`` that ``tomllib`` has refused.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.scales import DESK, SCALES
from factcheck.worksheet.format import TABLES
from factcheck.worksheet.slips import Slip, as_day, quoted, suggest, told

CURLY = "“”„‟«»‘’‚‛"
_TOKEN = re.compile(
    r'"{3}[^"\\]*(?:(?:\\.|""?(?!"))[^"\\]*)*"{3,5}|'
    r"'{3}[^']*(?:''?(?!')[^']*)*'{3,5}|"
    r'"{3}|\'{3}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|["\']|'
    r"#[^\n]*|[\[\]{},=:\n]|[^\S\n]+|[^\s\"'\[\]{},=#:]+(?::[^\s\"'\[\]{},=#:]+)*",
    re.DOTALL,
)
_BAD_ESCAPE = re.compile(r'\\(?![btnfr"\\]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})')
_BAD_ESCAPE_LINES = re.compile(r'\\(?![btnfr"\\\s]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})')
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b")
_DEEPEST = 40
_LISTS = frozenset(
    key.name for table in TABLES.values() for key in table.keys if key.type in ("texts", "tables")
)


_WORDS = {key.name: key.words for table in TABLES.values() for key in table.keys if key.words} | {
    "kind": (),  # each table has kinds of its own
    "verdict": DESK.words,
}
_OTHERS = frozenset(word for scale in SCALES.values() for word in scale.words)


class _Slipped(Exception):  # noqa: N818 - carries a finding out of the walk; not an error
    def __init__(self, offset: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.slip = Slip(offset, message, hint)


class _Token(NamedTuple):
    offset: int
    text: str


def explain(text: str, key: str, value: int, error: str) -> Slip:
    """Say what is wrong with ``text``, a ``key = value`` whose value begins at offset ``value``.

    ``error`` is what ``tomllib`` said of it, used where nothing better is known.
    """
    try:
        _Walk(text, key, value).run()
    except _Slipped as slipped:
        return slipped.slip
    return told(text, error)


class _Walk:
    """Goes over one value as TOML's grammar wants it and stops at the first slip."""

    def __init__(self, text: str, key: str, value: int) -> None:
        self.text = text
        self.key = key
        self.start = value
        self.tokens = list(self._scan(value))
        self.at = 0

    def _scan(self, position: int) -> Iterator[_Token]:
        while match := _TOKEN.match(self.text, position):
            word = match.group()
            if word == "\n" or not (word.isspace() or word[0] == "#"):
                yield _Token(position, word)
            position = match.end()

    def run(self) -> None:
        """Raise ``_Slipped`` where the value goes wrong; return if nothing wrong is seen."""
        if self._peek().text in ("", "\n"):
            self._stop(
                self.start, "nothing stands after the =", f'write {self.key} = "" for no text'
            )
        self._value(depth=0)
        rest = self._peek()
        if rest.text:
            self._after(self.tokens[self.at - 1], rest)

    def _stop(self, offset: int, message: str, hint: str = "") -> None:
        raise _Slipped(offset, message, hint)

    def _peek(self, ahead: int = 0) -> _Token:
        if self.at + ahead < len(self.tokens):
            return self.tokens[self.at + ahead]
        return _Token(len(self.text.rstrip()), "")

    def _skip_lines(self) -> _Token:
        while self._peek().text == "\n":
            self.at += 1
        return self._peek()

    def _value(self, depth: int) -> None:
        token = self._peek()
        self.at += 1
        if depth > _DEEPEST:
            message = "brackets inside brackets, too many levels deep"
            self._stop(token.offset, message, "an entry goes between one [ and one ]")
        if token.text == "[":
            self._array(token, depth)
        elif token.text == "{":
            self._table(token, depth)
        elif token.text[:1] in ("'", '"'):
            self._string(token)
        else:
            self._scalar(token, depth)

    def _array(self, opener: _Token, depth: int) -> None:
        while (token := self._skip_lines()).text != "]":
            if not token.text:
                self._unclosed(opener, "]")
            if token.text == ",":
                self._stop(token.offset, "a comma too many", "take it away")
            self._value(depth + 1)
            last = self.tokens[self.at - 1]
            token = self._skip_lines()
            if token.text == ",":
                self.at += 1
            elif token.text not in ("]", ""):
                self._between(last, token)
        self.at += 1

    def _between(self, last: _Token, token: _Token) -> None:
        same_line = "\n" not in self.text[last.offset + len(last.text) : token.offset]
        if same_line and last.text[-1:] in "\"'" and token.text[0] not in "\"'[{":
            self._after(last, token)
        self._stop(
            last.offset + len(last.text),
            f"a comma is missing between two entries of {self.key}",
            "put a comma after each entry",
        )

    def _table(self, opener: _Token, depth: int) -> None:
        while (token := self._peek()).text != "}":
            self._pair(opener, token, depth)
            last = self.tokens[self.at - 1]
            token = self._peek()
            if token.text == ",":
                self.at += 1
                if self._peek().text == "}":
                    self._stop(token.offset, "no comma stands before the }", "take it away")
            elif token.text in ("\n", "", "]"):
                self._broken_line(opener)
            elif token.text != "}":
                if last.text[-1:] in "\"'" and self._peek(1).text != "=":
                    self._after(last, token)
                self._stop(
                    last.offset + len(last.text),
                    "a comma is missing inside { }",
                    'write it as { source = "s1", locator = "p. 4" }',
                )
        self.at += 1

    def _pair(self, opener: _Token, token: _Token, depth: int) -> None:
        if token.text in ("\n", "", "]"):
            self._broken_line(opener)
        self.at += 1
        follows = self._peek()
        if follows.text != "=":
            hint = 'write it as { source = "s1", locator = "p. 4" }'
            self._stop(token.offset, "inside { } stands key = value", hint)
        self.at += 1
        self._value(depth + 1)

    def _broken_line(self, opener: _Token) -> None:
        rest = self.text[opener.offset :].split("\n")[0]
        if "}" in self.text[opener.offset :] and "}" not in rest:
            self._stop(
                opener.offset,
                "{ … } is broken over several lines",
                "put it on one line; several of them go on a line each, with a comma after each",
            )
        self._unclosed(opener, "}")

    def _unclosed(self, opener: _Token, closer: str) -> None:
        after = "after the last entry" if closer == "]" else "at the end of the entry"
        self._stop(
            opener.offset,
            f"the {opener.text} that opens here is never closed",
            f"put {closer} {after}",
        )

    def _string(self, token: _Token) -> None:
        quotes = token.text[:3] if token.text[:3] in ('"""', "'''") else token.text[0]
        if token.text == quotes:
            self._unclosed_string(token)
        bad = _BAD_ESCAPE if quotes == '"' else _BAD_ESCAPE_LINES
        if quotes[0] == '"' and (match := bad.search(token.text.replace("\\\\", "··"))):
            self._stop(
                token.offset + match.start(),
                'a backslash alone cannot stand between " and "',
                r"write \\ for each backslash, or put the text between ' and '",
            )
        clean = token.text if len(quotes) == 1 else token.text.replace("\r\n", "\n ")
        if match := _CONTROL.search(clean):
            number = ord(match.group())
            self._stop(
                token.offset + match.start(),
                f"a control character (number {number}) stands in the text",
                f"delete it, or write it as \\u{number:04x} between straight double quotes",
            )

    def _unclosed_string(self, token: _Token) -> None:
        if len(token.text) == 3:
            self._stop(
                token.offset,
                f"the {token.text} that opens this text is never closed",
                f"put {token.text} after the text's last word",
            )
        line = self.text[token.offset :].split("\n")[0]
        hint = f"end it with {token.text}; a text of several lines goes between ''' and '''"
        if line.rstrip(" ,]}\r")[-1:] in CURLY:
            hint = f"it ends in a curly quote: end it with the straight {token.text}"
        self._stop(token.offset, "the quote that opens this text is not closed on its line", hint)

    def _scalar(self, token: _Token, depth: int) -> None:
        word = token.text
        if word[:1] in CURLY and word:
            self._stop(
                token.offset,
                f"{word[0]} is a curly quote; it cannot open a text",
                'begin and end the text with the straight quote "',
            )
        if word == "=":
            self._stop(token.offset, "a key is followed by one =", "take this one away")
        if word in ("", ",", "]", "}", ":", "\n"):
            self._stop(
                token.offset,
                f"a value was expected, not {word!r}" if word else "a value is missing",
                'put it there, such as "p. 4"',
            )
        if depth == 0:
            end = self.text.find("\n", token.offset)
            whole = self.text[token.offset : len(self.text) if end < 0 else end]
            whole = whole.split(" #")[0].strip()
        else:
            whole = word
        if not _readable(whole):
            self._bare(token.offset, whole, depth)

    def _bare(self, offset: int, word: str, depth: int) -> None:
        text = f"[{quoted(word)}]" if depth == 0 and self.key in _LISTS else quoted(word)
        instead = f"{self.key} = {text}" if depth == 0 else text
        words = _WORDS.get(self.key, ()) if depth == 0 else ()
        near = suggest(word, words) if word not in words and word not in _OTHERS else ""
        if near.startswith("did you mean"):
            self._stop(offset, "the value stands without quotes", near)
        if word.lower() in ("true", "false", "yes", "no"):
            right = "true" if word.lower() in ("true", "yes") else "false"
            self._stop(offset, f"{word} is not a value that TOML knows", f"write {right}")
        if _DATE.match(word):
            day = as_day(word)
            hint = f"write {self.key} = {day}" if day and depth == 0 else "write it as 2026-01-31"
            self._stop(offset, f"{word} is not a date that TOML knows", hint)
        if word[0].isdecimal():
            hint = f"write a number as 12 or 1.5, or a text as {text}"
            self._stop(offset, f"{word} is not a number that TOML knows", hint)
        self._stop(offset, "the value stands without quotes", f"write {instead}")

    def _after(self, last: _Token, rest: _Token) -> None:
        """Something follows a value that is complete."""
        if rest.text == "," and self.key in _LISTS and last.text[-1:] != "]":
            message = f"several entries of {self.key} go between [ and ]"
            self._stop(rest.offset, message, "put [ before the first and ] after the last")
        if rest.text[0] in ",;":
            message = "nothing stands between a value and the end of its line"
            hint = f"take the {'comma' if rest.text[0] == ',' else 'semicolon'} away"
            self._stop(rest.offset, message, hint)
        if last.text[-1:] in ("'", '"') and rest.text[0] not in "/-(":
            instead = (
                'put the text between " and "'
                if last.text[-1] == "'"
                else r"write \" for a quote inside the text"
            )
            self._stop(
                last.offset + len(last.text) - 1,
                "the text goes on after the quote that closes it",
                f"{instead}, or put it all between ''' and '''",
            )
        message = "nothing may stand after the value on its line"
        self._stop(rest.offset, message, "put # before a remark")


def _readable(word: str) -> bool:
    try:
        tomllib.loads(f"k = {word}")
    except (ValueError, RecursionError):
        return False
    return True
