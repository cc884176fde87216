"""Rules that a house may switch on: what it asks of the sources of a verdict (``factcheck.toml``).

They are asked of verdicts that settle something: the statement stands, or has to change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck import accusing
from factcheck.checks.case import Case, Citation, Mark, clip
from factcheck.checks.independence import enough, reason
from factcheck.desk import PRESETS
from factcheck.errors import FactcheckError
from factcheck.model import Assertion, Source
from factcheck.worksheet import Block, seal

_SPOKEN = ("recording", "transcript")
_ONLINE = ("http://", "https://")


def too_few_sources(case: Case) -> Iterator[Mark]:
    """A verdict that rests on fewer sources than the house's policy asks for.

    Why: one source may be wrong, and two that copy one another are one. Sources count as independent unless
    something speaks against it: the same web domain, publisher, author, agency or owner, or saved copies
    with the same text. Whoever knows better says so in independent_of. Mere context does not count, nor does what
    contradicts a verdict that stands.

    Bad:

        evidence = ["https://daily.example/a", "https://daily.example/b"]      # policy = "two-independent"

    Good:

        evidence = ["https://daily.example/a", "https://council.example/minutes.pdf"]
    """
    preset = case.desk.policy.preset
    for block, each in case.settled if preset else ():
        sources = _bearing(case, each)
        if not _satisfies(case, sources, preset):
            told = _told(case, sources)
            place = case.document.place(block, "evidence")
            hint = "find another source"
            if len(sources) > 1:
                hint += ", or say in independent_of that two are independent after all"
            yield Mark(place, f"{told}; the house asks for {PRESETS[preset]}", hint)


def relying(case: Case, reference: str) -> tuple[str, ...]:
    """The ids of assertions that satisfy the policy, and would not without the source of that id or address."""
    preset = case.desk.policy.preset
    found = []
    for _, each in case.settled if preset else ():
        sources = _bearing(case, each)
        left = [source for source in sources if source.id != reference]
        if len(left) < len(sources) and _satisfies(case, sources, preset):
            found += [] if _satisfies(case, left, preset) else [each.id]
    return tuple(found)


def superlative_without_primary(case: Case) -> Iterator[Mark]:
    """A superlative whose verdict rests on no primary source. Off unless factcheck.toml switches it on.

    Why: "largest" and "first ever" are copied from paper to paper; only the record itself settles them.

    Bad:

        details = [{ kind = "superlative", text = "largest" }]
        evidence = ["https://daily.example/bridge"]

    Good:

        evidence = ["s1"]      # and s1 has tier = "primary"
    """
    for block, each in _asked(case, "superlative-without-primary"):
        word = next((d.text for d in each.details if d.kind == "superlative"), "")
        if word and not any(s.tier == "primary" for s in _bearing(case, each)):
            place = case.document.place(block, "evidence")
            yield Mark(
                place, f"{clip(word)} rests on no primary source", 'find one, tier = "primary"'
            )


def quotation_without_recording(case: Case) -> Iterator[Mark]:
    """A quotation whose verdict rests on no recording or transcript. Off unless factcheck.toml switches it on.

    Why: notes and reports of others have the gist; only the recording has the words. Words that were written
    are borne out by the writing itself: a primary source, with the passage.

    Bad:

        kind = "quotation"
        evidence = ["https://daily.example/interview"]

    Good:

        evidence = ["s1"]      # and s1 has kind = "recording" or "transcript"
    """
    for block, each in _asked(case, "quotation-without-recording"):
        if each.kind == "quotation" and each.layer != "content" and not _on_record(case, each):
            place = case.document.place(block, "evidence")
            hint = "find the recording, or the writing that it is from, with its passage"
            yield Mark(place, "the quotation rests on no recording or transcript", hint)


def accusation_without_reply(case: Case) -> Iterator[Mark]:
    """An accusation without word that those accused were asked. Off unless factcheck.toml switches it on.

    Why: fairness asks for it, and so do the courts. One note counts for all of a sentence. If none is called
    for, such as after a final verdict of a court, say in reply why.

    Bad:

        text = "the treasurer took bribes"
        verdict = "confirmed"

    Good:

        verdict = "confirmed"
        reply_sought = true
        reply = "Denies it; mail of 12 October."
    """
    heard = {
        each.sentence
        for each in case.worksheet.assertions
        if each.reply_sought or each.reply.strip()
    }
    for block, each in _asked(case, "accusation-without-reply"):
        if each.sentence not in heard and accusing.accuses(each.text):
            heard.add(each.sentence)
            place = case.document.place(block, "text", value=True)
            message = "this accuses, and nothing says that a reply was sought"
            yield Mark(place, message, "ask, then write reply_sought = true and reply")


def web_source_unsaved(case: Case) -> Iterator[Mark]:
    """A page on the web without a saved copy or archived link. Off unless factcheck.toml switches it on.

    Why: pages change and go; what a verdict rests on has to be there when somebody asks.

    Bad:

        [[source]]
        url = "https://council.example/minutes"

    Good:

        [[source]]
        url = "https://council.example/minutes"
        file = "evidence/minutes.html"
    """
    for source, place in _web_sources(case, "web-source-unsaved"):
        if not source.file.strip() and not source.archived.strip():
            message = f"no copy of {clip(source.url, 80)} is saved or archived"
            known = source.url in case.described
            hint = "factcheck sources save" if known else "factcheck sources add --all --save"
            yield Mark(place, message, hint)


def evidence_too_old(case: Case) -> Iterator[Mark]:
    """Evidence that was looked at too many days ago. Off unless factcheck.toml gives the number of days.

    Why: pages change and figures are revised; look again before the piece goes out. Once it is signed off,
    the day of the signature counts.

    Bad:

        accessed = 2024-01-31      # more than the days that the house allows

    Good:

        accessed = 2026-11-20
    """
    days = case.desk.policy.days
    until, used = _closing(case), case.resting
    for block, source in case.sources if days else ():
        age = (until - source.accessed).days if source.accessed else 0
        if age > days and source.id in used:
            place = case.document.place(block, "accessed", value=True)
            message = f"{source.id} was looked at {age} days ago; the house allows {days}"
            yield Mark(place, message, "look again, then write the new date")
    for source, place in _web_sources(case, "", always=bool(days)):
        if source.accessed is None:
            message = f"nothing says when {clip(source.url, 80)} was looked at"
            yield Mark(place, message, "write accessed in its [[source]]")


def _asked(case: Case, rule: str) -> Iterator[tuple[Block, Assertion]]:
    return iter(case.settled if rule in case.desk.policy.switched else ())


def _bearing(case: Case, assertion: Assertion) -> list[Source]:
    """The sources that bear the verdict out, each once."""
    verdict = case.scale.get(assertion.verdict)
    side = "supports" if verdict and verdict.outcome == "confirmed" else "contradicts"
    cited = [e for e in assertion.evidence if e.stance in ("", side)]
    if not cited and side == "contradicts":  # right in the letter, and yet to be changed
        cited = [e for e in assertion.evidence if e.stance != "context"]
    found = {e.reference: _source(case, e.reference) for e in cited if e.reference.strip()}
    return list({source.id: source for source in found.values()}.values())


def _source(case: Case, reference: str) -> Source:
    """The source that evidence names; an address that nobody described is one of its own."""
    return case.described.get(reference) or Source(reference, url=reference)


def _satisfies(case: Case, sources: Sequence[Source], preset: str) -> bool:
    def against(one: Source, other: Source) -> str:
        return reason(one, other, case.desk.policy.owners, lambda a, b: _alike(case, a, b))

    match preset:
        case "two-independent":
            return enough(sources, 2, against)
        case "primary-or-three":
            primary = any(source.tier == "primary" for source in sources)
            return primary or enough(sources, 3, against)
    return bool(sources)


def _told(case: Case, sources: Sequence[Source]) -> str:
    """What there is instead."""
    if not sources:
        return "no source bears this verdict out"
    if len(sources) == 1:
        return f"the verdict rests on one source, {sources[0].id}"
    owners = case.desk.policy.owners
    for one, other in combinations(sources, 2):
        why = reason(one, other, owners, lambda a, b: _alike(case, a, b))
        if why:
            return f"{one.id} and {other.id} {why}"
    return f"the verdict rests on {len(sources)} sources"


def _alike(case: Case, one: Source, other: Source) -> bool:
    """Whether two reports are the same copy; what reports on nothing is not asked."""
    if case.copies is None or not (_reports(one) and _reports(other)):
        return False
    try:
        return case.copies.alike(one.file, other.file)
    except (OSError, FactcheckError):
        return False  # told by file-unreadable


def _reports(source: Source) -> bool:
    """Whether it may be a news report of which there is a copy: called one, or a page that reports on others."""
    page = source.kind in ("", "web-page") and bool(source.url)
    called = source.kind == "news-report"
    return bool(source.file) and (called or (page and source.tier == "secondary"))


def _on_record(case: Case, assertion: Assertion) -> bool:
    for each in assertion.evidence:
        source = _source(case, each.reference)
        written = source.tier == "primary" and each.passage.strip()
        if each.stance != "context" and (source.kind in _SPOKEN or written):
            return True
    return False


def _web_sources(
    case: Case, rule: str, *, always: bool = False
) -> Iterator[tuple[Source, tuple[int, int]]]:
    """Each page on the web that a verdict rests on, and where it is written; each once."""
    if not always and rule not in case.desk.policy.switched:
        return
    used = case.resting
    for block, source in case.sources:
        if source.id in used and source.url.startswith(_ONLINE):
            yield source, case.document.place(block, "url", value=True)
    seen: set[str] = set()
    for citation in case.citations:
        url = citation.evidence.reference
        if url.startswith(_ONLINE) and url in used and url not in case.described:
            if url not in seen:
                yield Source(url, url=url), _cited_at(case, citation)
            seen.add(url)


def _cited_at(case: Case, citation: Citation) -> tuple[int, int]:
    return case.cited_at(citation, "url")


def _closing(case: Case) -> dt.date:
    """The day up to which evidence ages: that of the signature if it holds, else today."""
    signed = case.worksheet.signoff
    if signed and signed.at and not seal.broken(case.worksheet):
        return signed.at.date()
    return case.today
