"""The worksheet: one TOML file that people fill in.

``new`` makes a worksheet of an article, ``render`` lays it out, ``write`` puts it on disk, ``find``
lists the worksheets of a folder, ``read`` and ``parse`` give one back with a place for everything in
it, ``revise`` puts a changed one in the place of the one that was read, ``schema`` describes it to
editors.
"""

from __future__ import annotations

from factcheck.worksheet.disk import renew, revise, write
from factcheck.worksheet.document import Document, parse, read
from factcheck.worksheet.file import find, first_words, new
from factcheck.worksheet.json_schema import schema, schema_text
from factcheck.worksheet.layout import render, schema_file
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
    "revise",
    "schema",
    "schema_file",
    "schema_text",
    "write",
]
