"""Rules about the work itself: what is open, who did it, what the editor still needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.case import Case, Mark, clip
from factcheck.model import Opinion
from factcheck.worksheet import seal
from factcheck.worksheet.format import TABLES

# TK is the newsroom's own mark for "to come". Verbatim passages are not searched.
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TK(?:TK)*|TBD|TBC)\b|\bxxx+\b|\?\?\?|\b[Ll]orem ipsum\b"
    r"|\bexample\.(?:com|org|net)\b"
)
_NOT_SEARCHED = ("id", "passage", "sha256", "contact")


def unchecked(case: Case) -> Iterator[Mark]:
    """An assertion that has no verdict yet.

    Why: so that nobody forgets it. Only a note: a worksheet in progress is no fault.

    Bad:

        verdict = ""

    Good:

        verdict = "confirmed"
    """
    for block, each in case.assertions:
        if not each.verdict and not each.disagreed:
            state = "has evidence but no verdict" if each.evidence else "is unchecked"
            yield Mark(case.document.place(block, "verdict"), f"{_name(each.id)} {state}")


def words_changed(case: Case) -> Iterator[Mark]:
    """A verdict on words that the article has changed since.

    Why: factcheck update carried the verdict to a later draft and noted in recheck what was checked.
    Only a person can say whether the verdict holds for the new words. The report does not call the
    piece clear until then.

    Bad:

        text = "the bridge opened in 2020"
        recheck = "the bridge opened in 2019"
        verdict = "confirmed"

    Good:

        text = "the bridge opened in 2020"
        verdict = "wrong"      # checked again, and the line recheck taken out
    """
    for block, each in case.assertions:
        if each.recheck.strip():
            state = "the verdict is" if each.verdict else "what was found is"
            yield Mark(
                case.document.place(block, "recheck"),
                f"{state} about other words or another context: {clip(each.recheck, 120)}",
                "look at it again, then take this line out",
            )


def reviewers_differ(case: Case) -> Iterator[Mark]:
    """Reviewers differ on an assertion, and nobody has said what holds.

    Why: factcheck merge found different verdicts or corrections, and no program may choose. Give the
    verdict that holds, with its evidence; the opinions may stay, as a record of who found what.

    Bad:

        verdict = ""

        [[assertion.opinion]]
        reviewer = "Ana"
        verdict = "confirmed"

        [[assertion.opinion]]
        reviewer = "Ben"
        verdict = "wrong"

    Good:

        verdict = "wrong"
        reviewer = "Cleo"

        [[assertion.opinion]]
        reviewer = "Ana"
        verdict = "confirmed"

        [[assertion.opinion]]
        reviewer = "Ben"
        verdict = "wrong"
    """
    for block, each in case.assertions:
        if each.disagreed:
            alike = len({o.verdict for o in each.opinion}) == 1
            found = (_opinion(o, corrected=alike) for o in each.opinion)
            yield Mark(
                case.document.place(block, "verdict"),
                f"reviewers differ on {_name(each.id)}: {'; '.join(found)}",
                "give the verdict that holds; the opinions may stay",
            )


def _opinion(opinion: Opinion, *, corrected: bool) -> str:
    """Who found what; ``corrected`` with the proposed words too, for that is what differs."""
    words = f" ({clip(opinion.correction) if opinion.correction else 'no correction'})"
    said = f"{opinion.reviewer.strip() or 'nobody named'}: {opinion.verdict or 'no verdict'}"
    return said + (words if corrected else "")


def signoff_void(case: Case) -> Iterator[Mark]:
    """A sign-off that no longer holds: the article or a verdict was changed since.

    Why: whoever signed let another piece go than the one that lies there now. Notes may be added; a
    change of the text, a verdict, its evidence or a source asks for a new signature.

    Bad:

        [signoff]
        by = "Ada Quill"
        verdicts = "…"      # of other verdicts than the worksheet has now

    Good:

        the same after factcheck signoff WORKSHEET --by "Ada Quill"
    """
    reason = seal.broken(case.worksheet)
    for block in case.document.rows("signoff")[:1] if reason else ():
        place = case.document.place(block, "voided" if "voided" in block.keys else "by")
        yield Mark(place, f"the sign-off is void: {reason}", "sign again: factcheck signoff")


def unanswered_query(case: Case) -> Iterator[Mark]:
    """A query about the article's own words that nobody has answered.

    Why: two things in the article do not fit together, so one of them may have to change. Only a
    note: where there is nothing in it, say so in answer, or delete the block.

    Bad:

        answer = ""

    Good:

        answer = "Two people: father and son."
    """
    for block, each in case.queries:
        if not each.answered:
            message = f"a query is open: {' '.join(each.text.split())}"
            yield Mark(case.document.place(block, "answer"), message, "settle it in answer")


def _name(identifier: str) -> str:
    return f"assertion {identifier}" if identifier else "this assertion"


def verdict_without_reviewer(case: Case) -> Iterator[Mark]:
    """A verdict that nobody has signed.

    Why: the editor must know whom to ask.

    Bad:

        verdict = "confirmed"
        reviewer = ""

    Good:

        verdict = "confirmed"
        reviewer = "Ana"
    """
    for block, each in case.assertions:
        if each.verdict and not each.reviewer.strip():
            key = "reviewer" if "reviewer" in block.keys else "verdict"
            place = case.document.place(block, key)
            yield Mark(place, "the verdict has no reviewer", 'write reviewer = "your name"')


def placeholder_text(case: Case) -> Iterator[Mark]:
    """A placeholder was left standing: TK, TODO, TBD, xxx, ???, example.com.

    Why: what was to come has not come. The article's own words and quoted passages are not
    searched.

    Bad:

        note = "TK: ask the press office"

    Good:

        note = "The press office confirmed it by mail."
    """
    for block in case.document.blocks:
        table = TABLES.get(block.table)
        for key in table.keys if table else ():
            value = block.data.get(key.name)
            if key.half == "person" and key.name not in _NOT_SEARCHED and isinstance(value, str):
                yield from _placeholder(value, case.document.place(block, key.name, value=True))
    for citation in case.citations:
        if citation.item is not None:
            evidence = citation.evidence
            said = f"{evidence.url} {evidence.locator}"
            yield from _placeholder(said, case.cited_at(citation, "url"))


def _placeholder(text: str, place: tuple[int, int]) -> Iterator[Mark]:
    if match := _PLACEHOLDER.search(text):
        yield Mark(place, f'the placeholder "{match.group()}" was left standing', "replace it")
