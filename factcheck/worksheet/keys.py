"""What can be said of a table of a worksheet and of a key in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Type = Literal[
    "text",  # a string, on one line
    "verdict",  # a string: a word of the worksheet's scale
    "scale",  # a string: the name of a scale
    "prose",  # a string, over several lines where it holds line breaks
    "snapshot",  # a string, always over several lines
    "integer",
    "boolean",
    "date",
    "datetime",
    "span",  # two integers, 0 <= start <= end
    "texts",  # an array of strings
    "tables",  # an array of tables, described in TABLES as "<table>.<key>"
]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a table.

    ``about`` is one line for a person: an editor shows it as hover text. ``words`` are the allowed
    values, if the vocabulary is closed. ``optional`` keys are left out of a written worksheet while
    they are empty. ``required`` keys must be there, or the worksheet makes no sense. ``bare`` says
    that an entry of an array of tables may also be a plain string. ``example`` is the value shown
    in the commented template of a written worksheet. ``apart`` says that the entries of an array of
    tables are written as blocks of their own, below.
    """

    name: str
    about: str
    type: Type = "text"
    words: tuple[str, ...] = ()
    half: Literal["machine", "person"] = "machine"
    optional: bool = False
    required: bool = False
    default: object = ""
    bare: bool = False
    example: str = ""
    apart: bool = False

    @property
    def may_be_blank(self) -> bool:
        """Whether ``""`` stands for "not filled in yet" beside the allowed words."""
        return self.half == "person"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: ``[name]``, or ``[[name]]`` if there may be several (``array``)."""

    name: str
    about: str
    keys: tuple[Key, ...]
    array: bool = False
    required: bool = False

    @property
    def header(self) -> str:
        """The header as it is written."""
        return f"[[{self.name}]]" if self.array else f"[{self.name}]"

    @property
    def names(self) -> tuple[str, ...]:
        """The keys' names, in the order in which they are written."""
        return tuple(key.name for key in self.keys)

    def get(self, name: str) -> Key | None:
        """The key called ``name``, if the table may have it."""
        return next((key for key in self.keys if key.name == name), None)


def persons(*keys: Key) -> Iterator[Key]:
    """The same keys as ones that people fill in."""
    return (replace(key, half="person") for key in keys)
