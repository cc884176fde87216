"""What an assertion may hold, in the article or retired: rows of :mod:`factcheck.worksheet.format`."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import DETAIL_KINDS, KINDS, LAYERS, PRIORITIES, STANCES, STATUSES, Span
from factcheck.worksheet.keys import Key, Table, persons

_EVIDENCE = Key(
    "evidence",
    "What the verdict rests on: addresses, ids of sources, or tables such as "
    '{ source = "s1", locator = "p. 4", passage = "…" }.',
    "tables",
    default=(),
    bare=True,
)
_CORRECTION = Key("correction", 'What should stand in place of the whole text, or "cut".', "prose")
_NOTE = Key("note", "Anything the editor should know, such as where you looked.", "prose")

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
        *persons(
            Key("verdict", 'Your finding; "" while it is unchecked.', "verdict"),
            _EVIDENCE,
            _CORRECTION,
            Key(
                "reply_sought",
                "Whether those whom it accuses were asked for their side.",
                "boolean",
                optional=True,
                default=None,
            ),
            Key("reply", "What they answered, and when.", "prose", optional=True),
            _NOTE,
            Key("reviewer", "Who gave the verdict."),
            Key(
                "opinion",
                "What each reviewer found, where they differ.",
                "tables",
                optional=True,
                default=(),
                apart=True,
            ),
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
        persons(
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

OPINION = Table(
    "assertion.opinion",
    "What one reviewer found, where reviewers differ; the verdict that holds stands in the assertion.",
    tuple(
        persons(
            Key("reviewer", "Who found it."),
            Key("verdict", 'That person\'s finding; "" if there is none yet.', "verdict"),
            _EVIDENCE,
            replace(_CORRECTION, optional=True),
            replace(_NOTE, optional=True),
        )
    ),
    array=True,
)

_OPINION_EVIDENCE = replace(
    EVIDENCE, name="assertion.opinion.evidence", about="How a source bears on an opinion."
)
OF_ASSERTIONS = (ASSERTION, DETAILS, EVIDENCE, OPINION, _OPINION_EVIDENCE)
"""The tables of an assertion, each below what it belongs to."""


def retired(table: Table) -> Table:
    """The same table for an assertion whose words left the article."""
    name = table.name.replace("assertion", "retired", 1)
    about = table.about
    if name == "retired":
        about = "An assertion whose words left the article; it comes back by itself if they do."
    return replace(table, name=name, about=about)
