"""Fact-check worksheets: number every assertion, fill in verdicts, compile the memo.

The commands as functions::

    import factcheck

    draft = factcheck.draft("story.txt")            # read the article, find its assertions
    factcheck.save(draft, Path("story.toml"))       # a new worksheet, never over an old one
    document = factcheck.read("story.toml")         # … filled in by people; with places
    findings = factcheck.check(document)            # the desk's rules, sorted by place
    report = factcheck.compile_report(document.worksheet, findings)
    print(factcheck.FORMATS["markdown"](report))
    factcheck.update("story.toml", "story-v2.txt")  # … carried over to a later draft
    factcheck.merge(["ana.toml", "ben.toml"], "story.toml")  # … several reviewers
    factcheck.add("story.toml", "the exact words")  # number a passage by hand

Nothing heavy is loaded before it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.adding import add as add
    from factcheck.articles import load as load
    from factcheck.assertions import find as find
    from factcheck.checking import check as check
    from factcheck.drafting import draft as draft
    from factcheck.drafting import save as save
    from factcheck.merging import merge as merge
    from factcheck.report import FORMATS as FORMATS
    from factcheck.report import compile as compile_report
    from factcheck.signing import sign as sign
    from factcheck.sourcing import sources as sources
    from factcheck.updating import update as update
    from factcheck.worksheet import parse as parse
    from factcheck.worksheet import read as read
    from factcheck.worksheet import render as render
    from factcheck.worksheet import schema as schema
    from factcheck.worksheet import write as write

__version__ = "0.1.0"

_FACE = {
    "add": ("factcheck.adding", "add"),
    "load": ("factcheck.articles", "load"),
    "find": ("factcheck.assertions", "find"),
    "draft": ("factcheck.drafting", "draft"),
    "save": ("factcheck.drafting", "save"),
    "parse": ("factcheck.worksheet", "parse"),
    "read": ("factcheck.worksheet", "read"),
    "render": ("factcheck.worksheet", "render"),
    "write": ("factcheck.worksheet", "write"),
    "schema": ("factcheck.worksheet", "schema"),
    "check": ("factcheck.checking", "check"),
    "compile_report": ("factcheck.report", "compile"),
    "FORMATS": ("factcheck.report", "FORMATS"),
    "merge": ("factcheck.merging", "merge"),
    "sign": ("factcheck.signing", "sign"),
    "sources": ("factcheck.sourcing", "sources"),
    "update": ("factcheck.updating", "update"),
}

__all__ = [
    "FORMATS",
    "add",
    "check",
    "compile_report",
    "draft",
    "find",
    "load",
    "merge",
    "parse",
    "read",
    "render",
    "save",
    "schema",
    "sign",
    "sources",
    "update",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _FACE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _FACE[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
