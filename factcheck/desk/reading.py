"""``factcheck.toml`` → :class:`~factcheck.desk.policy.Desk`. Whatever is wrong in it stops the command.

Verdicts are held to it, so nothing in it is passed over: a misspelt rule would be a rule that is off.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.desk.policy import NO_POLICY, PRESETS, SWITCHES, Desk, Owner, Policy, Publisher
from factcheck.errors import DeskError
from factcheck.model import PRIORITIES
from factcheck.scales import NEEDS, OUTCOMES, SCALES, Scale, Verdict
from factcheck.worksheet.slips import suggest, told

FILE = "factcheck.toml"
DAYS = "evidence-too-old"
"""The rule that is switched on with a number of days."""
_TABLES = ("desk", "rules", "owner", "scale", "publisher")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def find(start: str | Path) -> Path | None:
    """The nearest ``factcheck.toml`` from the folder ``start`` upward, None if there is none."""
    folder = Path(start).absolute()
    for each in (folder, *folder.parents):
        if (each / FILE).is_file():
            return each / FILE
    return None


def read(path: str | Path) -> Desk:
    """The desk's rules at ``path``. Raises DeskError, in one line, for anything that is wrong in it."""
    try:
        text = Path(path).read_text("utf-8-sig")
    except OSError as error:
        raise DeskError(f"{path}: cannot be read: {error.strerror}", "check the path") from None
    except UnicodeDecodeError:
        raise DeskError(f"{path}: is not UTF-8", "save it as UTF-8") from None
    return parse(text, str(path))


def parse(text: str, path: str = FILE) -> Desk:
    """The desk's rules in ``text``. Raises DeskError."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        slip = told(text, str(error))
        line = text.count("\n", 0, slip.offset) + 1
        raise DeskError(
            f"{path}:{line}: {slip.message}", slip.hint or _quoting(slip.message)
        ) from None
    at = _Place(path, text)
    at.known(data, _TABLES, "table")
    scales = {**SCALES, **{each.name: each for each in _scales(at, data)}}
    desk = at.table(data, "desk")
    at.known(desk, ("policy", "priorities", "scale"), "key of [desk]")
    scale = at.word(desk, "scale", tuple(scales), default="desk")
    return Desk(path, _policy(at, data, desk), scale, scales, _publisher(at, data))


def _quoting(message: str) -> str:
    """What is most often wrong: a word without quotation marks."""
    quoted = 'words stand in quotation marks: policy = "one"'
    return quoted if message.endswith("invalid value") else "compare the line with the README"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the file something is wrong, and what is taken out of it if it is right."""

    path: str
    text: str

    def wrong(self, word: str, message: str, hint: str = "") -> DeskError:
        found = (
            re.search(rf"(?<![\w-])[\"']?{re.escape(word)}(?![\w-])", self.text) if word else None
        )
        line = f":{self.text.count(chr(10), 0, found.start()) + 1}" if found else ""
        return DeskError(f"{self.path}{line}: {message}", hint)

    def known(self, table: Mapping[str, Any], names: Iterable[str], what: str) -> None:
        for name in table:
            if name not in names:
                raise self.wrong(name, f"unknown {what}: {name}", suggest(name, names))

    def table(self, data: Mapping[str, Any], name: str) -> dict[str, Any]:
        value = data.get(name, {})
        if not isinstance(value, dict):
            raise self.wrong(
                name, f"{name} must be a table", f"write [{name}] on a line of its own"
            )
        return value

    def tables(self, data: Mapping[str, Any], name: str, outer: str = "") -> list[dict[str, Any]]:
        value = data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            header = f"[[{outer}{name}]]"
            raise self.wrong(name, f"{name} must be a list of tables", f"write {header} above each")
        return value

    def text_of(self, data: Mapping[str, Any], name: str, default: str = "") -> str:
        value = data.get(name, default)
        if not isinstance(value, str):
            raise self.wrong(name, f"{name} must be text in quotation marks", f'write {name} = "…"')
        return value

    def word(
        self, data: Mapping[str, Any], name: str, words: tuple[str, ...], default: str = ""
    ) -> str:
        value = self.text_of(data, name, default)
        if value != default and value not in words:
            raise self.wrong(value, f'"{value}" is no {name} we know', suggest(value, words))
        return value

    def texts(
        self, data: Mapping[str, Any], name: str, default: tuple[str, ...]
    ) -> tuple[str, ...]:
        value = data.get(name, list(default))
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(name, f"{name} must be a list of texts", f'write {name} = ["…"]')
        return tuple(value)


def _policy(at: _Place, data: Mapping[str, Any], desk: Mapping[str, Any]) -> Policy:
    preset = at.word(desk, "policy", (*PRESETS, NO_POLICY))
    priorities = at.texts(desk, "priorities", PRIORITIES)
    for each in priorities:
        if each not in PRIORITIES:
            raise at.wrong(each, f'"{each}" is no priority', suggest(each, PRIORITIES))
    rules = at.table(data, "rules")
    at.known(rules, (*SWITCHES, DAYS), "rule that can be switched")
    for name in SWITCHES:
        if not isinstance(rules.get(name, False), bool):
            raise at.wrong(name, f"{name} is neither true nor false", f"write {name} = true")
    days = rules.get(DAYS, 0)
    if not isinstance(days, int) or isinstance(days, bool) or days < 0:
        raise at.wrong(DAYS, f"{DAYS} is no number of days", f"write {DAYS} = 30")
    return Policy(
        "" if preset == NO_POLICY else preset,
        tuple(each for each in PRIORITIES if each in priorities),
        frozenset(name for name in SWITCHES if rules.get(name)),
        days,
        tuple(_owner(at, each) for each in at.tables(data, "owner")),
    )


def _publisher(at: _Place, data: Mapping[str, Any]) -> Publisher | None:
    if "publisher" not in data:
        return None
    table = at.table(data, "publisher")
    names = ("name", "url", "page", "licence")
    at.known(table, names, "key of [publisher]")
    values = {name: at.text_of(table, name).strip() for name in names}
    for name in ("name", "url", "page"):
        if not values[name]:
            raise at.wrong("publisher", f"[publisher] has no {name}", f'write {name} = "…"')
    for name in ("url", "page", "licence"):
        if values[name] and not values[name].startswith(("http://", "https://")):
            raise at.wrong(values[name], f"the {name} of [publisher] is no address", "https://…")
    return Publisher(**values)


def _owner(at: _Place, table: Mapping[str, Any]) -> Owner:
    at.known(table, ("name", "holds"), "key of [[owner]]")
    owner = Owner(at.text_of(table, "name").strip(), at.texts(table, "holds", ()))
    if not owner.name or not owner.holds:
        raise at.wrong("owner", "an [[owner]] needs name and holds", 'holds = ["daily.example"]')
    return owner


def _scales(at: _Place, data: Mapping[str, Any]) -> Iterable[Scale]:
    taken = set(SCALES)
    for table in at.tables(data, "scale"):
        at.known(table, ("name", "verdict"), "key of [[scale]]")
        name = at.text_of(table, "name")
        if not _WORD.fullmatch(name):
            raise at.wrong(name or "scale", f'"{name}" cannot name a scale', _PLAIN)
        if name in taken:
            raise at.wrong(name, f"there is a scale {name} already", "give yours another name")
        taken.add(name)
        verdicts = tuple(_verdict(at, each) for each in at.tables(table, "verdict", "scale."))
        words = [each.word for each in verdicts]
        if not any(each.settles for each in verdicts):
            hint = 'write [[scale.verdict]] blocks, one at least with outcome = "confirmed"'
            raise at.wrong(name, f"the scale {name} has no verdict that settles anything", hint)
        if twice := [each for each in words if words.count(each) > 1]:
            raise at.wrong(twice[0], f"the scale {name} has {twice[0]} twice", "take one out")
        yield Scale(name, verdicts)


_PLAIN = "use the small letters a to z, digits and hyphens"


def _verdict(at: _Place, table: Mapping[str, Any]) -> Verdict:
    names = ("word", "label", "meaning", "outcome", "number", "needs")
    at.known(table, names, "key of [[scale.verdict]]")
    word = at.text_of(table, "word")
    if not _WORD.fullmatch(word):
        raise at.wrong(word or "verdict", f'"{word}" cannot be a verdict', _PLAIN)
    outcome = at.word(table, "outcome", OUTCOMES)
    if not outcome:
        hint = f"write outcome = {' | '.join(OUTCOMES)}"
        raise at.wrong(word, f"the verdict {word} does not say its outcome", hint)
    number = table.get("number")
    if number is not None and (
        not isinstance(number, int) or isinstance(number, bool) or number < 1
    ):
        raise at.wrong(word, f"the number of {word} is no whole number from 1", "higher is truer")
    usual = {"unconfirmed": "note", "not-checkable": "nothing"}.get(outcome, "evidence")
    needs = at.word(table, "needs", NEEDS, default=usual)
    meaning = at.text_of(table, "meaning")
    label = at.text_of(table, "label")
    # The words were held against their vocabularies right above.
    return Verdict(word, meaning, outcome, number, needs, label)  # type: ignore[arg-type]
