"""Queries: what in an article does not fit something else in it.

Only what the article's own words prove. A desk that is asked about nothing stops reading, so a rule
that is not sure stays silent. ``RULES`` are all rules, each with texts on which it fires and texts
on which it must not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from factcheck.assertions.details import Inventory
from factcheck.assertions.queries import (
    ages,
    brands,
    changes,
    counts,
    days,
    introductions,
    listings,
    shares,
    spellings,
    sums,
)
from factcheck.assertions.queries.story import Doubt, Rule, Story
from factcheck.assertions.reading import Reading
from factcheck.model import Assertion, Query

RULES: tuple[Rule, ...] = (
    *spellings.RULES,
    *brands.RULES,
    *introductions.RULES,
    *shares.RULES,
    *changes.RULES,
    *sums.RULES,
    *listings.RULES,
    *counts.RULES,
    *days.RULES,
    *ages.RULES,
)


def find(
    read: Reading,
    inventory: Inventory,
    assertions: Sequence[Assertion],
    published: dt.date | None,
) -> tuple[Query, ...]:
    """What a careful checker would query at once, in the order of the text.

    ``assertions`` are the article's, with their ids; a query names those at the places that it is
    about.
    """
    story = Story(read, inventory, published)
    doubts = (doubt for rule in RULES for doubt in rule.find(story))
    ordered = sorted(doubts, key=lambda doubt: (min(doubt.places), doubt.text))
    return tuple(_query(doubt, assertions) for doubt in ordered)


def _query(doubt: Doubt, assertions: Sequence[Assertion]) -> Query:
    ids = dict.fromkeys(
        each.id for place in sorted(doubt.places) for each in assertions if each.span.meets(place)
    )
    return Query(doubt.text, tuple(ids), doubt.why)
