"""Numbers: of sentences in the new draft, of new assertions, of those that a query names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from factcheck.model import Assertion, Found, Span, Worksheet
from factcheck.updating.matching import overlap
from factcheck.updating.record import Carried
from factcheck.updating.versions import Version

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


def highest(sheet: Worksheet) -> int:
    """The highest number that an assertion of the worksheet was ever given."""
    ids = [each.id for each in (*sheet.assertions, *sheet.retired)]
    return max([sheet.highest, *(int(m.group()) for m in map(_NUMBER.match, ids) if m)])


def place(found: Found, span: Span) -> tuple[int, int]:
    """The numbers of the sentence and the paragraph in which ``span`` begins."""
    at = bisect_right(found.sentences, span.start, key=lambda each: each.span.start) - 1
    if at < 0:
        return 0, 0
    return found.sentences[at].number, found.sentences[at].paragraph


def names(
    found: Found,
    carried: Sequence[Carried],
    fresh: Sequence[Assertion],
    new: Version,
) -> dict[str, str]:
    """The ids that the finder's queries name to those in the worksheet, as far as there are any."""
    wanted = {name for query in found.queries for name in query.assertions}
    by_span = {each.span: each.id for each in fresh}
    standing = [(new.touched(c.now.span), c.now) for c in carried if c.now is not None]
    known: dict[str, str] = {}
    for each in found.assertions:
        if each.id not in wanted:
            continue
        if each.span in by_span:
            known[each.id] = by_span[each.span]
            continue
        tokens = new.touched(each.span)
        near = max(standing, key=lambda pair: overlap(tokens, pair[0]), default=None)
        if near is not None and overlap(tokens, near[0]) > 0:
            known[each.id] = near[1].id
    return known
