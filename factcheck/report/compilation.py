"""Worksheet → Report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from factcheck import __version__
from factcheck.checks.addresses import without_credentials
from factcheck.desk import Desk
from factcheck.model import (
    LAYERS,
    PRIORITIES,
    Assertion,
    Evidence,
    Finding,
    Opinion,
    Source,
    Worksheet,
)
from factcheck.report import agreement
from factcheck.report.record import (
    STATES,
    Checker,
    Citation,
    Count,
    Item,
    Report,
    Rest,
    State,
    Tally,
    View,
)
from factcheck.report.standing import judge
from factcheck.scales import Scale
from factcheck.worksheet import seal

_WITHHELD = "(message withheld: it quotes the contact of a source)"


def compile(  # noqa: A001
    worksheet: Worksheet, findings: Iterable[Finding] = (), desk: Desk | None = None
) -> Report:
    """Everything a report says about ``worksheet``, given the ``findings`` of its check by the rules of ``desk``.

    The same worksheet and findings give an equal report: no clock and no file is read. A scale
    that we do not know makes every verdict ``unrecognised``. Never raises on a worksheet's values.
    """
    desk = desk or Desk()
    scale = desk.scale_of(worksheet.scale)
    sources = {s.id: _public(s) for s in worksheet.sources}
    items = _items(worksheet.assertions, scale, sources)
    kept = _without_contacts(findings, worksheet.sources)
    numbers = {a.sentence for a in worksheet.assertions} | {s.sentence for s in worksheet.set_aside}
    sentences = max(numbers, default=0)
    unaccounted = tuple(n for n in range(1, sentences + 1) if n not in numbers)
    intact = not worksheet.sha256 or worksheet.sha256 == worksheet.article.sha256
    return Report(
        article=replace(worksheet.article, url=without_credentials(worksheet.article.url)),
        recorded=worksheet.sha256,
        created=worksheet.created,
        tool=worksheet.tool,
        compiler=f"factcheck {__version__}",
        scale=scale,
        policy=desk.policy.words,
        rulebook=Path(desk.path).name,
        format=worksheet.format,
        standing=judge(
            items,
            kept,
            unaccounted,
            text_intact=intact,
            queries=worksheet.queries,
            unsigned=seal.broken(worksheet),
        ),
        checkers=_checkers(items, frozenset(worksheet.merged)),
        agreement=agreement.measure(worksheet),
        signoff=worksheet.signoff,
        unsigned=seal.broken(worksheet),
        items=items,
        must_fix=tuple(i for i in items if i.state == "fix"),
        unconfirmed=tuple(i for i in items if i.state == "unconfirmed"),
        open=tuple(sorted((i for i in items if _is_open(i)), key=_by_priority)),
        differ=tuple(i for i in items if i.assertion.disagreed),
        recheck=tuple(i for i in items if i.recheck),
        retired=tuple(i for i in _cited(worksheet.retired, scale, sources) if _is_told(i)),
        queries=tuple(sorted(worksheet.queries, key=lambda query: query.answered)),
        high=tuple(i for i in items if i.assertion.priority == "high"),
        single_source=tuple(i for i in items if i.single_source),
        total=_tally("all", items),
        verdicts=_verdicts(items, scale),
        priorities=_tallies(PRIORITIES, items, [i.assertion.priority for i in items]),
        layers=_tallies(LAYERS, items, [i.assertion.layer for i in items]),
        sources=_rests(items, sources),
        set_aside=tuple(sorted(worksheet.set_aside, key=lambda s: (s.sentence, s.span.start))),
        findings=kept,
        sentences=sentences,
        unaccounted=unaccounted,
        publisher=desk.publisher,
    )


def _public(source: Source) -> Source:
    """A source without its contact, and without passwords in its addresses."""
    url, archived = map(without_credentials, (source.url, source.archived))
    return replace(source, contact="", url=url, archived=archived)


def _is_open(item: Item) -> bool:
    return item.state in {"unchecked", "unrecognised"}


def _by_priority(item: Item) -> int:
    # A priority that we do not know may be a misspelt one: it goes with the normal ones.
    return {"high": 0, "low": 2}.get(item.assertion.priority, 1)


def _state(verdict: str, scale: Scale) -> State:
    if not verdict:
        return "unchecked"
    known = scale.get(verdict)
    if known is None:
        return "unrecognised"
    return known.outcome


def _items(
    assertions: Sequence[Assertion], scale: Scale, sources: Mapping[str, Source]
) -> tuple[Item, ...]:
    ordered = sorted(assertions, key=lambda a: (a.sentence, a.span.start, -a.span.end))
    return _cited(ordered, scale, sources)


def _is_told(item: Item) -> bool:
    """Whether a person had found something on a retired assertion."""
    return bool(
        item.assertion.verdict or item.citations or item.assertion.note.strip() or item.views
    )


def _cited(
    assertions: Sequence[Assertion], scale: Scale, sources: Mapping[str, Source]
) -> tuple[Item, ...]:
    by_url = {s.url: s for s in sources.values() if s.url}
    return tuple(
        Item(
            a,
            _state(a.verdict, scale),
            tuple(_citation(e, sources, by_url) for e in a.evidence),
            tuple(_view(o, scale, sources, by_url) for o in a.opinion),
        )
        for a in assertions
    )


def _view(
    opinion: Opinion, scale: Scale, sources: Mapping[str, Source], by_url: Mapping[str, Source]
) -> View:
    return View(
        opinion.reviewer,
        opinion.verdict,
        _state(opinion.verdict, scale),
        tuple(_citation(e, sources, by_url) for e in opinion.evidence),
        opinion.correction,
        opinion.note,
    )


def _citation(
    evidence: Evidence, sources: Mapping[str, Source], by_url: Mapping[str, Source]
) -> Citation:
    if evidence.source:
        source = sources.get(evidence.source)
        known = source is not None
    else:
        source = by_url.get(without_credentials(evidence.url))
        known = True
    return Citation(
        source.id if source else evidence.source or without_credentials(evidence.url),
        source,
        known,
        evidence.locator,
        evidence.passage,
        evidence.stance,
    )


def _checkers(items: Iterable[Item], apart: frozenset[str]) -> tuple[Checker, ...]:
    """Everybody who is named; of those who checked ``apart`` and agree, each one."""
    checked: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for item in items:
        name = item.assertion.reviewer.strip()
        people = [each.strip() for each in name.split(",")]
        for each in people if apart.issuperset(people) else [name] if name else []:
            (left if _is_open(item) else checked)[each] += 1
            (checked if _is_open(item) else left)[each] += 0
    return tuple(Checker(name, checked[name], left[name]) for name in sorted(checked))


def _tally(name: str, items: Iterable[Item]) -> Tally:
    counts = Counter(item.state for item in items)
    return Tally(name, tuple(counts[state] for state in STATES))


def _tallies(names: Sequence[str], items: Sequence[Item], keys: Sequence[str]) -> tuple[Tally, ...]:
    groups: dict[str, list[Item]] = {name: [] for name in names}
    for item, key in zip(items, keys, strict=True):
        groups.setdefault(key, []).append(item)
    return tuple(_tally(name, group) for name, group in groups.items())


def _verdicts(items: Iterable[Item], scale: Scale) -> tuple[Count, ...]:
    counts = Counter(item.assertion.verdict for item in items)
    known = [
        Count(v.word, counts.pop(v.word, 0), _state(v.word, scale), v.meaning)
        for v in scale.verdicts
    ]
    unchecked = Count("", counts.pop("", 0), "unchecked", "Nobody has given a verdict.")
    others = [
        Count(word, counts[word], "unrecognised", "Not a word of the scale.")
        for word in sorted(counts)
    ]
    return (*known, unchecked, *others)


def _rests(items: Sequence[Item], sources: Mapping[str, Source]) -> tuple[Rest, ...]:
    rests = {s.id: Rest(s.id, s, known=True) for s in sources.values()}
    uses: dict[tuple[str, str], dict[str, None]] = {}

    def use(reference: str, how: str, item: Item) -> None:
        uses.setdefault((reference, how), {})[item.assertion.id] = None

    for item in items:
        own = {citation.reference for citation in item.citations}
        found = (c for view in item.views for c in view.citations if c.reference not in own)
        for citation in (*item.citations, *found):
            ref = citation.reference
            rests.setdefault(ref, Rest(ref, None, citation.known))
            use(ref, "context" if citation.stance == "context" else "bears", item)
            if citation.stance == "contradicts":
                use(ref, "contradicts", item)
        if len(item.rests_on) == 1:
            use(item.rests_on[0], "alone", item)

    def ids(reference: str, how: str) -> tuple[str, ...]:
        return tuple(uses.get((reference, how), ()))

    return tuple(
        replace(
            rest,
            bears=ids(ref, "bears"),
            contradicts=ids(ref, "contradicts"),
            context=ids(ref, "context"),
            alone=ids(ref, "alone"),
        )
        for ref, rest in rests.items()
    )


def _without_contacts(
    findings: Iterable[Finding], sources: Iterable[Source]
) -> tuple[Finding, ...]:
    """The findings without the lines they quote, and without any message that tells a contact."""
    contacts = [s.contact.strip() for s in sources if s.contact.strip()]

    def clean(text: str) -> str:
        return _WITHHELD if any(contact in text for contact in contacts) else text

    return tuple(
        replace(f, excerpt="", message=clean(f.message), hint=clean(f.hint)) for f in findings
    )
