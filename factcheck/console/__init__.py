"""All of Rich: what people see on a terminal.

Words of an article or a worksheet are made visible before they come to Rich and reach it as
``Text``, never as markup. Documents go to stdout, everything else to stderr. Colour goes to a
terminal only, and not where ``NO_COLOR`` is set; nothing depends on it.
"""

from __future__ import annotations

from factcheck.console.joining import driven, git_set_up, merged, signed
from factcheck.console.making import added, inventory, summary, updated, wrote
from factcheck.console.messages import bug, fail, progress, warn
from factcheck.console.reports import overview, show
from factcheck.console.screen import STYLES, document, paint
from factcheck.console.sources import listed, saved, sources_added

__all__ = [
    "STYLES",
    "added",
    "bug",
    "document",
    "driven",
    "fail",
    "git_set_up",
    "inventory",
    "listed",
    "merged",
    "overview",
    "paint",
    "progress",
    "saved",
    "show",
    "signed",
    "sources_added",
    "summary",
    "updated",
    "warn",
    "wrote",
]
