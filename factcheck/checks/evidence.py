"""Rules about evidence: does every verdict rest on something, and can it be found again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import addresses
from factcheck.checks.case import Case, Mark
from factcheck.checks.shape import repeated
from factcheck.worksheet.slips import suggest


def verdict_without_evidence(case: Case) -> Iterator[Mark]:
    """A verdict that rests on no evidence.

    Why: the editor must be able to follow you. Only not-checkable needs none; unsupported says in
    its note where you looked (see unsupported-without-note).

    Bad:

        verdict = "confirmed"
        evidence = []

    Good:

        verdict = "confirmed"
        evidence = ["https://council.example/minutes.pdf"]
    """
    for block, each in case.assertions:
        verdict = case.scale.get(each.verdict)
        if verdict and verdict.needs == "evidence" and not each.evidence:
            yield Mark(
                case.document.place(block, "evidence" if "evidence" in block.keys else "verdict"),
                f'the verdict "{each.verdict}" rests on no evidence',
                'write evidence = ["https://…"], or the id of a [[source]]',
            )


def unsupported_without_note(case: Case) -> Iterator[Mark]:
    """A verdict of unsupported, or its like on another scale, that does not say where you looked.

    Why: "we found nothing" is worth as much as the places that were searched.

    Bad:

        verdict = "unsupported"
        note = ""

    Good:

        verdict = "unsupported"
        note = "Not in the council's minutes of 2018-2020; the press office did not answer."
    """
    for block, each in case.assertions:
        verdict = case.scale.get(each.verdict)
        searched = each.note.strip() or any(evidence.reference for evidence in each.evidence)
        if verdict and verdict.needs == "note" and not searched:
            yield Mark(
                case.document.place(block, "note" if "note" in block.keys else "verdict"),
                f'the verdict "{verdict.word}" does not say where you looked',
                "say it in note",
            )


def empty_evidence(case: Case) -> Iterator[Mark]:
    """An entry of evidence that names neither a source nor an address.

    Why: a passage without its source proves nothing.

    Bad:

        evidence = [{ passage = "opened in 2019" }]

    Good:

        evidence = [{ source = "s1", passage = "opened in 2019" }]
    """
    for citation in case.citations:
        if not citation.evidence.reference.strip():
            message = "this evidence names neither a source nor an address"
            yield Mark(case.cited_at(citation, "source"), message, 'add source = "s1" or url = "…"')


def unknown_source(case: Case) -> Iterator[Mark]:
    """Evidence that names a source which is not described.

    Why: nobody can look it up.

    Bad:

        evidence = ["s9"]      # there is no [[source]] with id = "s9"

    Good:

        [[source]]
        id = "s9"
        title = "Minutes of the council"
    """
    known = {source.id for source in case.worksheet.sources}
    for citation in case.citations:
        name = citation.evidence.source
        if name and name not in known:
            yield Mark(case.cited_at(citation, "source"), *_no_such_source(name, known))
    for block, source in case.sources:
        for number, name in enumerate(source.independent_of):
            if name not in known:
                place = case.document.place(block, "independent_of", item=number)
                yield Mark(place, *_no_such_source(name, known))


def _no_such_source(name: str, known: set[str]) -> tuple[str, str]:
    hint = suggest(name, sorted(known))
    if re.search(r"\s", name.strip()) and not hint.startswith("did you mean"):
        hint = "a remark goes in note; evidence takes an address or the id of a [[source]]"
    elif not hint.startswith("did you mean"):
        hint = f'add a [[source]] block with id = "{name}"'
        if "." in name:
            hint += ", or begin a web address with https://"
    return f'no [[source]] has the id "{name}"', hint


def duplicate_source(case: Case) -> Iterator[Mark]:
    """Two sources have the same id.

    Why: evidence that names it could mean either.

    Bad:

        id = "s1"      # twice

    Good:

        id = "s1"
        id = "s2"
    """
    return repeated(case, ((block, each.id) for block, each in case.sources), "source")


def unused_source(case: Case) -> Iterator[Mark]:
    """A source that no evidence names.

    Why: perhaps a verdict was meant to rest on it. Only a note: it may be there for the record.

    Bad:

        [[source]]
        id = "s2"      # and "s2" stands in no evidence

    Good:

        evidence = ["s2"]
    """
    used = {citation.evidence.reference for citation in case.citations}
    used |= {each.reference for _, retired in case.retired for each in retired.evidence}
    for block, source in case.sources:
        if source.id.strip() and not used & ({source.id, source.url} - {""}):
            place = case.document.place(block, "id", value=True)
            yield Mark(place, f'no evidence names the source "{source.id}"')


def malformed_url(case: Case) -> Iterator[Mark]:
    """A web address that cannot be right: no scheme, no host, a blank or a password in it, or cut off.

    Why: a reader of the report must be able to follow it, and must not learn a password from it; reports leave
    passwords out. Nothing is fetched to find out.

    Bad:

        evidence = ["www.council.example/minutes", "https://council.example/min…"]

    Good:

        evidence = ["https://council.example/minutes"]
    """
    for block in case.document.rows("article")[:1]:
        if wrong := addresses.fault(case.worksheet.article.url):
            yield Mark(case.document.place(block, "url", value=True), *wrong)
    for block, source in case.sources:
        for key, url in (("url", source.url), ("archived", source.archived)):
            if wrong := addresses.fault(url):
                yield Mark(case.document.place(block, key, value=True), *wrong)
    for citation in case.citations:
        if wrong := addresses.fault(citation.evidence.url):
            yield Mark(case.cited_at(citation, "url"), *wrong)


def evidence_is_the_article(case: Case) -> Iterator[Mark]:
    """Evidence that is the article itself.

    Why: an article cannot bear out its own statements.

    Bad:

        evidence = ["https://daily.example/bridge"]      # the article's own address

    Good:

        evidence = ["https://council.example/minutes.pdf"]
    """
    article = case.worksheet.article
    own = {addresses.normal(each) for each in (article.url, article.source)} - {"-", ""}
    files = {source.id: (source.url, source.file) for source in case.worksheet.sources}
    for citation in case.citations:
        named = (citation.evidence.url, *files.get(citation.evidence.source, ()))
        if own & {addresses.normal(each) for each in named}:
            message = "this evidence is the article itself"
            hint = "name what the article rests on, not the article"
            yield Mark(case.cited_at(citation, "source"), message, hint)


def accessed_in_future(case: Case) -> Iterator[Mark]:
    """A source that was looked at on a day that has not come yet.

    Why: a typing error in the date; it makes the record worthless.

    Bad:

        accessed = 2062-01-31

    Good:

        accessed = 2026-01-31
    """
    for block, source in case.sources:
        if source.accessed and source.accessed > case.today:
            place = case.document.place(block, "accessed", value=True)
            yield Mark(place, f"{source.accessed} has not come yet", "check the date")
