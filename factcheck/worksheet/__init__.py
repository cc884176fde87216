"""The worksheet: one TOML file that people fill in.

``new`` makes a worksheet of an article, ``render`` lays it out, ``write`` puts it on disk,
``find`` lists the worksheets of a folder, ``read`` and ``parse`` give one back with a place for everything in it, ``schema`` describes it to
editors.
"""

from __future__ import annotations

from factcheck.worksheet.document import Document, parse, read
from factcheck.worksheet.file import find, first_words, new, renew, write
from factcheck.worksheet.json_schema import schema, schema_text
from factcheck.worksheet.layout import render
from factcheck.worksheet.loading import Block

__all__ = [
    "Block",
    "Document",
    "find",
    "first_words",
    "new",
    "parse",
    "read",
    "render",
    "renew",
    "schema",
    "schema_text",
    "write",
]
