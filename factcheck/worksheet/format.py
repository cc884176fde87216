"""What a worksheet may hold: one row for each key of each table.

The order in which keys are written, what the reader accepts, the rules ``unknown-key`` and
``unknown-word`` and the JSON Schema for editors are all worked out from :data:`TABLES`. A new key
is a new row here and a field of the same name in :mod:`factcheck.model`; a new table is a new
entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.model import (
    DETAIL_KINDS,
    FORMAT,
    KINDS,
    LAYERS,
    MESHES,
    PRIORITIES,
    REASONS,
    SOURCE_KINDS,
    STANCES,
    STATUSES,
    TIERS,
    Span,
)
from factcheck.scales import DESK, SCALES
from factcheck.worksheet.keys import Key, Table

VERDICTS: tuple[str, ...] = tuple(
    dict.fromkeys(word for scale in SCALES.values() for word in scale.words)
)
"""The words of all scales, best first, each once."""


def _person(*keys: Key) -> Iterable[Key]:
    return (replace(key, half="person") for key in keys)


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
            words=tuple(SCALES),
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
        _person(
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
        *_person(Key("answer", 'How it was settled; "" while it is open.', "prose")),
    ),
    array=True,
)

ASSERTION = Table(
    "assertion",
    "One statement that could be true while its neighbour is false.",
    (
        Key(
            "id",
            'Its number, as text. Split 7 by hand into "7a" and "7b"; never renumber.',
            required=True,
        ),
        Key("text", "The article's exact words.", required=True),
        Key("sentence", "Number of its sentence, from 1.", "integer", default=0),
        Key("paragraph", "Number of its paragraph, from 1.", "integer", default=0),
        Key(
            "span",
            "Where the words stand in the snapshot: first character and the one after the last.",
            "span",
            default=Span(0, 0),
        ),
        Key(
            "layer",
            "narration: the article's own voice; said: that somebody said it; "
            "content: what they said, taken as a claim about the world.",
            words=LAYERS,
            default="narration",
        ),
        Key("kind", "What sort of statement it is.", words=KINDS),
        Key("speaker", "Who said it.", optional=True),
        Key(
            "speaker_inferred",
            "Whether the speaker was worked out from the context.",
            "boolean",
            optional=True,
            default=False,
        ),
        Key(
            "priority",
            "high: would hurt if wrong. Check these first.",
            words=PRIORITIES,
            default="normal",
        ),
        Key(
            "details",
            "Names, figures and dates in it, to compare with a source one by one.",
            "tables",
            default=(),
        ),
        Key(
            "status",
            "What became of it in this draft of the article. Left out in a first draft.",
            words=STATUSES,
            optional=True,
        ),
        Key(
            "recheck",
            "What was checked, where the article says something else now. Take the line out once "
            "the verdict holds for the new words.",
            optional=True,
        ),
        *_person(
            Key("verdict", 'Your finding; "" while it is unchecked.', words=VERDICTS),
            Key(
                "evidence",
                "What the verdict rests on: addresses, ids of sources, or tables such as "
                '{ source = "s1", locator = "p. 4", passage = "…" }.',
                "tables",
                default=(),
                bare=True,
            ),
            Key("correction", "What the article should say instead.", "prose"),
            Key("note", "Anything the editor should know, such as where you looked.", "prose"),
            Key("reviewer", "Who gave the verdict."),
        ),
    ),
    array=True,
)

DETAILS = Table(
    "assertion.details",
    "Words that a checker compares with a source.",
    (
        Key("kind", "What sort of detail it is.", words=DETAIL_KINDS, required=True),
        Key("text", "The article's exact words.", required=True),
        Key(
            "resolved",
            "A date worked out: 2024-06-30, 2023-05, 2023 or 2023-05/2023-07.",
            optional=True,
        ),
    ),
    array=True,
)

EVIDENCE = Table(
    "assertion.evidence",
    "How a source bears on the assertion.",
    tuple(
        _person(
            Key("source", "Id of a [[source]].", optional=True),
            Key("url", "An address, for a source that is not described.", optional=True),
            Key("locator", "Where in the source: page, row, time stamp.", optional=True),
            Key("passage", "The source's own words.", optional=True),
            Key(
                "stance",
                "Whether it supports or contradicts the assertion, or gives context.",
                words=STANCES,
                optional=True,
            ),
        )
    ),
    array=True,
)

SIGNOFF = Table(
    "signoff",
    "Who let the piece go. A later draft of the article voids it.",
    (
        *_person(
            Key("by", "Who signed.", optional=True),
            Key("role", "As what: checker, editor, lawyer …", optional=True),
            Key("at", "When it was signed.", "datetime", optional=True, default=None),
        ),
        Key("article", "SHA-256 of the article's text that was signed for.", optional=True),
        Key("verdicts", "SHA-256 of the verdicts that were signed for.", optional=True),
        Key(
            "voided",
            "When a later draft of the article voided it.",
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

_OF_ASSERTIONS = (ASSERTION, DETAILS, EVIDENCE)


def _retired(table: Table) -> Table:
    """The same table for an assertion whose words left the article."""
    name = table.name.replace("assertion", "retired", 1)
    about = table.about
    if name == "retired":
        about = "An assertion whose words left the article; it comes back by itself if they do."
    return replace(table, name=name, about=about)


_ALL = (
    WORKSHEET,
    ARTICLE,
    SIGNOFF,
    SOURCE,
    QUERY,
    *_OF_ASSERTIONS,
    *map(_retired, _OF_ASSERTIONS),
    SET_ASIDE,
    SNAPSHOT,
)
TABLES: dict[str, Table] = {table.name: table for table in _ALL}
"""Every table by its dotted name, in the order in which they are written."""
