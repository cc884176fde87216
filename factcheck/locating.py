"""Which place of the article a person means, and how it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.checks.case import clip
from factcheck.errors import WorksheetError
from factcheck.language import sentences
from factcheck.model import Assertion, SetAside, Span, sha256
from factcheck.worksheet import Document, passages, standing
from factcheck.worksheet.standing import Claim

_SHOWN = 9  # places that are listed
_AROUND = 30  # characters shown on either side of a place


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet that can be added to, with what it claims of the article's text."""

    document: Document
    text: str
    assertions: tuple[Claim[Assertion], ...]
    set_aside: tuple[Claim[SetAside], ...]

    @property
    def claims(self) -> tuple[Claim[Assertion] | Claim[SetAside], ...]:
        """All of them, assertions first."""
        return (*self.assertions, *self.set_aside)


def sheet_of(document: Document) -> Sheet:
    """``document`` with what it claims of the article.

    Raises :class:`WorksheetError` if it cannot be read whole, or if its snapshot is not the text
    that was numbered.
    """
    path, text = document.path, document.worksheet.article.text
    if document.problems:
        first = document.problems[0]
        raise WorksheetError(
            f"{path}:{first.line}:{first.column}: cannot be read: {first.message}",
            "put it right first; factcheck check shows what can be read and what cannot",
        )
    if document.worksheet.sha256.lower() not in ("", sha256(text)):
        raise WorksheetError(
            f"{path}: the snapshot is not the text that was numbered (its SHA-256 differs)",
            "restore it from an earlier copy first",
        )
    return Sheet(document, text, standing.assertions(document), standing.set_aside(document))


def named(sheet: Sheet, name: str) -> Claim[Assertion]:
    """The assertion with the id ``name``. Raises :class:`WorksheetError` if there is none."""
    claim = next((claim for claim in sheet.assertions if claim.noun.id == name), None)
    if claim is None:
        known = [claim.noun.id for claim in sheet.assertions]
        hint = f"known: {known[0]} … {known[-1]}" if known else "it has none at all"
        raise WorksheetError(f"{sheet.document.path}: no assertion has the id {name!r}", hint)
    return claim


def chosen(sheet: Sheet, words: str, nth: int | None, within: Claim[Assertion] | None) -> Span:
    """The place that is meant by ``words``: the only one, the ``nth`` (from 1), the one ``within``.

    Raises :class:`WorksheetError` if there is no such place, or if it is not certain which is meant.
    """
    path = sheet.document.path
    everywhere = passages.find(words, sheet.text)
    places = [span for span in everywhere if within is None or within.span.holds(span)]
    if not everywhere:
        near = passages.nearest(words, sheet.text)
        hint = f"did you mean {clip(near.of(sheet.text), 160)}?" if near else ""
        raise WorksheetError(
            f"{path}: these words are not in the article: {clip(words)}",
            hint or "give the article's own words, as they stand in [snapshot]",
        )
    if within and not places:
        raise WorksheetError(
            f"{path}: these words are not in assertion {within.noun.id}: {clip(words)}",
            f"where they stand: {_listed(sheet, everywhere[:_SHOWN])}",
        )
    if not 1 <= (nth or len(places)) <= (len(places) if nth else 1):
        times = "once" if len(places) == 1 else f"{len(places)} times"
        more = f"; and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
        raise WorksheetError(
            f"{path}: these words stand in the article {times}: {clip(words)}",
            f"say which with --nth: {_listed(sheet, places[:_SHOWN])}{more}",
        )
    return places[nth - 1 if nth else 0]


def _listed(sheet: Sheet, places: Iterable[Span]) -> str:
    """The places, numbered from 1, each with what it is called and some words around it."""
    told = []
    for count, span in enumerate(places, 1):
        holding = (claim for claim in sheet.claims if claim.span.holds(span))
        holder = min(holding, key=lambda claim: len(claim.span), default=None)
        sentence, paragraph = numbers(sheet, span, holder)
        same = [claim.noun.id for claim in sheet.assertions if claim.span == span]
        known = f" (numbered {', '.join(same)})" if same else ""
        around = clip(_around(span, sheet.text), 120)
        told.append(f"{count} in sentence {sentence}, paragraph {paragraph}{known}: {around}")
    return "; ".join(told)


def _around(span: Span, text: str) -> str:
    """The words at ``span`` with whole words on both sides, as far as its paragraph goes."""
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before = text[start : span.start].rpartition("\n")[2]
    if start and span.start - len(before) == start:
        before = re.sub(r"\A\S*\s", "… ", before)
    after = text[span.end : end].partition("\n")[0]
    if end < len(text) and span.end + len(after) == end:
        after = re.sub(r"\s\S*\Z", " …", after)
    return f"{before}{span.of(text)}{after}"


def numbers(
    sheet: Sheet, span: Span, holder: Claim[Assertion] | Claim[SetAside] | None
) -> tuple[int, int]:
    """The numbers of the sentence and the paragraph of ``span``.

    They are those of the claim that holds it, else of one in the same sentence, else they are
    counted on from the last sentence before that has a claim.
    """
    if holder:
        return holder.noun.sentence, holder.noun.paragraph
    whole = sentences.split(sheet.text)
    own = next((each for each in whole if span.start < each.span.end), whole[-1])
    claims = [claim for claim in sheet.claims if claim.noun.sentence]
    for each in reversed(whole[: own.number]):
        met = next((claim.noun for claim in claims if claim.span.meets(each.span)), None)
        if met:
            return met.sentence + own.number - each.number, own.paragraph
    return own.number, own.paragraph
