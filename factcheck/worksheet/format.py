"""What a worksheet may hold: one row for each key of each table.

The order in which keys are written, what the reader accepts, the rules ``unknown-key`` and
``unknown-word`` and the JSON Schema for editors are all worked out from :data:`TABLES`. A new key
is a new row here and a field of the same name in :mod:`factcheck.model`; a new table is a new
entry.
"""

from __future__ import annotations

from factcheck.model import (
    FORMAT,
    MESHES,
    REASONS,
    SOURCE_KINDS,
    TIERS,
    Span,
)
from factcheck.scales import DESK
from factcheck.worksheet.assertion_format import OF_ASSERTIONS, retired
from factcheck.worksheet.keys import Key, Table, persons

WORKSHEET = Table(
    "worksheet",
    "What this file is.",
    (
        Key(
            "format",
            "Version of the worksheet format.",
            "integer",
            required=True,
            default=FORMAT,
        ),
        Key("created", "When the worksheet was made.", "datetime", default=None),
        Key("tool", "The program that made it, with its version."),
        Key(
            "scale",
            "The scale that the verdicts are taken from.",
            "scale",
            default=DESK.name,
        ),
        Key(
            "mesh",
            "What was numbered: usual, what may be checkable; all, every sentence; strict, sure facts.",
            words=MESHES,
            optional=True,
            default="usual",
        ),
        Key(
            "highest",
            "The highest number ever given to an assertion; none is given twice.",
            "integer",
            optional=True,
            default=0,
        ),
        Key(
            "merged",
            "Who checked it apart from one another, before factcheck merge joined their worksheets.",
            "texts",
            optional=True,
            default=(),
        ),
    ),
    required=True,
)

ARTICLE = Table(
    "article",
    "The article that is checked.",
    (
        Key("title", "The headline, else the article's first words."),
        Key("byline", "Who wrote the article."),
        Key("published", "The day on which it was published.", "date", optional=True, default=None),
        Key("source", "Where the article was read from, as it was given to factcheck init."),
        Key("url", "The article's own address on the web."),
        Key("language", "Language of the article, as a two-letter code.", default="en"),
        Key("sha256", "SHA-256 of the snapshot's text as UTF-8.", required=True),
    ),
    required=True,
)

SOURCE = Table(
    "source",
    "A source, described once and named by its id in any evidence.",
    tuple(
        persons(
            Key("id", "A short name, for use in evidence.", required=True, example='"s1"'),
            Key(
                "kind",
                "What sort of source it is.",
                words=SOURCE_KINDS,
                optional=True,
                example='"document"',
            ),
            Key(
                "tier",
                "primary: first-hand or the record itself; secondary: it reports on others.",
                words=TIERS,
                optional=True,
                example='"primary"',
            ),
            Key("title", "Its title or headline.", optional=True, example='""'),
            Key("author", "Who wrote or said it.", optional=True, example='""'),
            Key("publisher", "Who published or keeps it.", optional=True, example='""'),
            Key(
                "published",
                "The day on which it was published, as 2026-01-31 without quotes.",
                "date",
                optional=True,
                default=None,
            ),
            Key("url", "Its address on the web.", optional=True, example='""'),
            Key("archived", "Address of an archived copy.", optional=True),
            Key(
                "accessed",
                "The day on which you looked at it, as 2026-01-31 without quotes.",
                "date",
                optional=True,
                default=None,
                example="2026-01-31",
            ),
            Key("file", "Path of a saved copy.", optional=True),
            Key("sha256", "SHA-256 of the saved copy.", optional=True),
            Key(
                "on_record",
                "Whether a person spoke on the record.",
                "boolean",
                optional=True,
                default=None,
            ),
            Key("interest", "What the source stands to gain from being believed.", optional=True),
            Key(
                "independent_of",
                "Ids of the sources that this one does not rest on.",
                "texts",
                optional=True,
                default=(),
            ),
            Key("contact", "How to reach the source. Never part of a report.", optional=True),
        )
    ),
    array=True,
)

QUERY = Table(
    "query",
    "Something in the article that does not fit something else in it: a question, no verdict.",
    (
        Key("text", "The question, in words.", required=True),
        Key("assertions", "Ids of the assertions concerned.", "texts", default=()),
        Key("why", "The proof: the article's own words, with the numbers of their sentences."),
        *persons(Key("answer", 'How it was settled; "" while it is open.', "prose")),
    ),
    array=True,
)

SIGNOFF = Table(
    "signoff",
    "Who let the piece go. Any later change of the article or of a verdict voids it.",
    (
        *persons(
            Key("by", "Who signed.", optional=True),
            Key("role", "As what: checker, editor, lawyer …", optional=True),
            Key("at", "When it was signed.", "datetime", optional=True, default=None),
        ),
        Key("article", "SHA-256 of the article's text that was signed for.", optional=True),
        Key("verdicts", "SHA-256 of the verdicts that were signed for.", optional=True),
        Key(
            "voided",
            "When an update or a merge voided it.",
            "datetime",
            optional=True,
            default=None,
        ),
    ),
)

SET_ASIDE = Table(
    "set_aside",
    "A sentence that is not checkable, with the reason.",
    (
        Key("text", "The article's exact words.", required=True),
        Key("sentence", "Number of the sentence, from 1.", "integer", default=0),
        Key("paragraph", "Number of its paragraph, from 1.", "integer", default=0),
        Key(
            "span",
            "Where the words stand in the snapshot: first character and the one after the last.",
            "span",
            default=Span(0, 0),
        ),
        Key("reason", "Why there is nothing to check.", words=REASONS),
    ),
    array=True,
)

SNAPSHOT = Table(
    "snapshot",
    "The article's text as it was when the worksheet was made.",
    (
        Key(
            "text",
            "The whole text; paragraphs are divided by a blank line. Do not edit it.",
            "snapshot",
            required=True,
        ),
    ),
    required=True,
)

_ALL = (
    WORKSHEET,
    ARTICLE,
    SIGNOFF,
    SOURCE,
    QUERY,
    *OF_ASSERTIONS,
    *map(retired, OF_ASSERTIONS),
    SET_ASIDE,
    SNAPSHOT,
)
TABLES: dict[str, Table] = {table.name: table for table in _ALL}
"""Every table by its dotted name, in the order in which they are written."""
