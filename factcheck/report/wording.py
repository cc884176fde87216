"""The words that all formats share: numbers, dates, names of states, the method."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.model import Assertion, Signoff, Source

if TYPE_CHECKING:
    from factcheck.report.agreement import Agreement
    from factcheck.report.record import Report, State

LABELS: dict[State, str] = {
    "confirmed": "confirmed",
    "fix": "to fix",
    "unconfirmed": "could not confirm",
    "not-checkable": "not checkable",
    "unchecked": "unchecked",
    "unrecognised": "verdict not on the scale",
}
"""What a reader calls each state."""

FEW = 12
"""Numbers and ranges of a reason or a caveat that are listed; the sections below it list all."""

FEW_WORDS = 60
"""Cells that the words of an assertion get where it is only referred to."""

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def plural(number: int, one: str, several: str = "") -> str:
    """``1 fix``, ``1,200 assertions``: ``several`` is ``one`` with an s unless given."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def reply(assertion: Assertion) -> str:
    """What those whom an assertion accuses say to it; ``""`` where nothing is on record."""
    if assertion.reply.strip():
        return assertion.reply.strip()
    if assertion.reply_sought is None:
        return ""
    return "sought, no answer on record" if assertion.reply_sought else "not sought"


def enumerated(words: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def ranges(ids: Iterable[str]) -> tuple[str, ...]:
    """``ids`` in their order, three or more numbers that follow one another as ``12–14``.

    An id that is no plain number, such as ``7a``, always stands by itself.
    """
    return tuple(map(_range, _stretches(ids)))


def first_few(ids: Iterable[str], few: int) -> tuple[tuple[str, ...], str]:
    """The first ``few`` of the ranges of ``ids``, and words for how many ids there are beyond."""
    stretches = list(_stretches(ids))
    left = sum(map(len, stretches[few:]))
    return tuple(map(_range, stretches[:few])), f" and {left:,} more" if left else ""


def _stretches(ids: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """``ids`` cut into stretches of at least three numbers that follow one another, and single ids."""
    stretch: list[str] = []
    for each in (*ids, ""):
        if stretch and not _follows(stretch[-1], each):
            yield from [tuple(stretch)] if len(stretch) > 2 else [(one,) for one in stretch]
            stretch = []
        stretch.append(each)


def _follows(one: str, other: str) -> bool:
    numbers = _NUMBER.fullmatch(one) and _NUMBER.fullmatch(other)
    return bool(numbers) and int(other) == int(one) + 1


def _range(stretch: Sequence[str]) -> str:
    return called(stretch[0]) if len(stretch) == 1 else f"{stretch[0]}–{stretch[-1]}"


def called(identity: str) -> str:
    """An id as a reader sees it: a blank one is ``(no id)``."""
    return identity if identity.strip() else "(no id)"


def place(assertion: Assertion) -> str:
    """Where in the article it stands, ``¶ 4, sentence 9``; what is not known is left out."""
    paragraph = f"¶ {assertion.paragraph}" if assertion.paragraph > 0 else ""
    sentence = f"sentence {assertion.sentence}" if assertion.sentence > 0 else ""
    return ", ".join(filter(None, (paragraph, sentence)))


def tallied(counts: Mapping[str, int]) -> str:
    """``rule-a (2), rule-b (1)``, the most frequent first, then by name."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{name} ({number})" for name, number in ordered)


def day(date: dt.date) -> str:
    """``30 June 2024``, whatever the locale."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def verdict(word: str, state: State) -> str:
    """What to call a verdict: an empty one is ``unchecked``, a strange one is called that."""
    if state == "unrecognised":
        return f"{word.strip() or 'blank'} (not on the scale)"
    return word or "unchecked"


def named(source: Source | None) -> str:
    """What a source is called: its title, else where it is; "" for none that is described."""
    if source is None:
        return ""
    address = re.sub(r"^https?://(?:www\.)?", "", source.url.strip()).rstrip("/")
    return source.title.strip() or address or source.file.strip()


def about(source: Source) -> tuple[str, ...]:
    """What is known of a source beside its title and its addresses, each a short phrase."""
    facts = [source.author, source.publisher, source.kind]
    if source.tier:
        facts.append(f"{source.tier} source")
    if source.accessed:
        facts.append(f"read {day(source.accessed)}")
    if source.on_record is not None:
        facts.append("on the record" if source.on_record else "not on the record")
    if source.interest:
        facts.append(f"interest: {source.interest}")
    if source.independent_of:
        facts.append(f"independent of {enumerated(source.independent_of)}")
    return tuple(fact for fact in facts if fact)


def places(source: Source) -> tuple[tuple[str, str], ...]:
    """Where a source is kept, as ``(label, address)``; the label of its own address is empty."""
    kept = (
        ("", source.url),
        ("archived", source.archived),
        ("file", source.file),
        ("SHA-256", source.sha256),
    )
    return tuple((label, place) for label, place in kept if place)


def head(report: Report) -> tuple[tuple[str, str], ...]:
    """What stands under the title, as ``(label, value)``."""
    article = report.article
    people = [f"{c.name} ({c.checked:,})" for c in report.checkers if c.checked]
    facts = (
        ("by", article.byline),
        ("published", day(article.published) if article.published else "not known"),
        ("read from", article.source),
        ("at", article.url if article.url != article.source else ""),
        ("SHA-256", report.recorded or article.sha256),
        ("checked", f"{report.checked:,} of {plural(len(report.items), 'assertion')}"),
        ("checkers", enumerated(people) if people else "nobody named"),
        ("agreement", agreement(report.agreement) if report.agreement else ""),
        ("signed off", _signed(report)),
        ("worksheet", f"made {day(report.created)} by {report.tool or 'an unnamed tool'}"),
        ("scale", report.scale.name),
        ("policy", "; ".join(report.policy)),
        ("version", version(report)),
    )
    return tuple((label, value) for label, value in facts if value)


def version(report: Report) -> str:
    """For whom it is."""
    return "public" if report.public else "private, for the desk only"


def _house(report: Report) -> tuple[str, ...]:
    """By which rules of the house the sources were judged."""
    if not report.policy:
        return ()
    where = f" of {report.rulebook}" if report.rulebook else ""
    return (f"The verdicts were held to the policy{where}: {'; '.join(report.policy)}.",)


def _signed(report: Report) -> str:
    if report.signoff is None or not signature(report.signoff):
        return ""
    void = f"; void: {report.unsigned}" if report.unsigned else ""
    return signature(report.signoff) + void


def agreement(found: Agreement) -> str:
    """How reviewers who checked apart agree, in a sentence or two."""
    told = (
        f"{enumerated(found.reviewers)}, apart: {found.percent:.0f} % the same on "
        f"{plural(found.items, 'assertion')}"
    )
    if found.coefficient is None:
        return f"{told}; every verdict is the same word, so {found.measure} says nothing"
    said = f"{told}; {found.measure} {found.coefficient:.2f}"
    if found.few:
        return f"{said}, which means nothing with fewer than {found.enough} assertions"
    return said


def signature(signoff: Signoff) -> str:
    """Who signed, as what, when."""
    facts = (signoff.by, signoff.role, day(signoff.at.date()) if signoff.at else "")
    return ", ".join(fact.strip() for fact in facts if fact.strip())


def method(report: Report) -> tuple[str, ...]:
    """How the report came to be and where it ends, a sentence or two each."""
    aside = len({s.sentence for s in report.set_aside})
    asserted = len({i.assertion.sentence for i in report.items})
    unchecked = report.total.of("unchecked")
    hashed = (
        "Its text is the one that was numbered."
        if report.snapshot_intact
        else f"Its text was changed since it was numbered and now has SHA-256 "
        f"{report.article.sha256}."
    )
    if not report.recorded:
        hashed = "The worksheet does not record the hash of the text that was numbered."
    return (
        f"Compiled by {report.compiler} from a worksheet of format {report.format} that "
        f"{report.tool or 'an unnamed tool'} made on {day(report.created)}.",
        f"The article has {plural(len(report.article.text), 'character')} in "
        f"{plural(report.sentences, 'sentence')}. {hashed}",
        f"{plural(len(report.items), 'assertion')} from {plural(asserted, 'sentence')}; "
        f"{plural(aside, 'sentence')} set aside as not checkable, and so not checked.",
        "The software found and numbered the assertions, set sentences aside and counted. "
        "It gave no verdict: every verdict here is a person's.",
        f"{plural(unchecked, 'assertion')} {'has' if unchecked == 1 else 'have'} not been checked. "
        "Unchecked, could not confirm and wrong are three different things."
        if unchecked
        else "Every assertion has been given a verdict."
        if report.items and not report.total.of("unrecognised")
        else "Not every assertion has a verdict that the scale knows."
        if report.items
        else "There was no assertion to check.",
        *_house(report),
        "Evidence is as the checkers wrote it down; nothing was fetched to compile this. "
        "Contacts of sources stay in the worksheet.",
    )
