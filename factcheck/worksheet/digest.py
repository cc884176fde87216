"""A worksheet as plain lines, so that ``git diff`` shows what people changed.

Each assertion, source and query has its own paragraph; what is not filled in is left out, and so are
the places of words, which change with every draft. The article's text comes last, a paragraph a line.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Assertion, Evidence, Opinion, Query, Source, Worksheet
from factcheck.worksheet.document import Document
from factcheck.worksheet.format import TABLES
from factcheck.worksheet.layout import one_line

HEADS = r"^((assertion|retired|source|query|set aside) .*)$"
"""A regular expression for the lines that say what the ones below are about."""


def digest(document: Document) -> str:
    """The worksheet's values as lines; what could not be read is left out, so it says that first."""
    parts = ["\n".join(lines) for lines in _parts(document.worksheet)]
    if document.problems:
        count = len(document.problems)
        parts.insert(0, f"not readable whole: {count} {'problem' if count == 1 else 'problems'}")
    return "\n\n".join(parts) + "\n"


def _parts(sheet: Worksheet) -> Iterator[list[str]]:
    yield list(_about(sheet))
    yield from (list(_source(each)) for each in sheet.sources)
    yield from (list(_query(each)) for each in sheet.queries)
    for name, group in (("assertion", sheet.assertions), ("retired", sheet.retired)):
        yield from (list(_assertion(name, each)) for each in group)
    for aside in sheet.set_aside:
        yield [f"set aside ({one_line(aside.reason)}): {one_line(aside.text)}"]
    yield ["text", *(f"  {line}" for line in sheet.article.text.split("\n") if line.strip())]


def _about(sheet: Worksheet) -> Iterator[str]:
    article = sheet.article
    yield f"worksheet, scale {one_line(sheet.scale)}"
    published = article.published.isoformat() if article.published else ""
    values = {"title": article.title, "byline": article.byline, "url": article.url}
    yield from _filled({**values, "published": published, "merged": ", ".join(sheet.merged)})
    if sheet.signoff:
        yield f"  signed off by {one_line(sheet.signoff.by)} ({one_line(sheet.signoff.role)})"
        if sheet.signoff.voided:
            yield f"  sign-off voided {sheet.signoff.voided.isoformat()}"


def _source(source: Source) -> Iterator[str]:
    yield f"source {one_line(source.id)}"
    names = (name for name in TABLES["source"].names if name not in ("id", "contact"))
    values = {name: getattr(source, name) for name in names}
    told = {n: ", ".join(v) if isinstance(v, tuple) else v for n, v in values.items()}
    yield from _filled({n: "" if v is None else str(v) for n, v in told.items()})
    if source.contact:
        yield "  contact: given"


def _query(query: Query) -> Iterator[str]:
    yield f"query {one_line(query.text)}"
    yield from _filled({"about": ", ".join(query.assertions), "answer": query.answer})


def _assertion(name: str, each: Assertion) -> Iterator[str]:
    yield f"{name} {one_line(each.id)}: {one_line(each.text)}"
    facts = [each.layer, each.kind, f"{each.priority} priority", each.status]
    if each.speaker:
        facts.append(f"said by {each.speaker}" + (" (inferred)" if each.speaker_inferred else ""))
    yield f"  {one_line(', '.join(fact for fact in facts if fact))}"
    for detail in each.details:
        day = f" = {detail.resolved}" if detail.resolved else ""
        yield f"  {one_line(detail.kind)}: {one_line(detail.text + day)}"
    yield from _filled({"check again, it was": each.recheck})
    own = Opinion(each.reviewer, each.verdict, each.evidence, each.correction, each.note)
    yield from _found(own, "  ")
    for opinion in each.opinion:
        yield f"  opinion of {one_line(opinion.reviewer) or 'nobody named'}"
        yield from _found(Opinion("", *_rest(opinion)), "    ")


def _rest(opinion: Opinion) -> tuple[str, tuple[Evidence, ...], str, str]:
    return opinion.verdict, opinion.evidence, opinion.correction, opinion.note


def _found(opinion: Opinion, lead: str) -> Iterator[str]:
    yield from _filled({"verdict": opinion.verdict, "reviewer": opinion.reviewer}, lead)
    for each in opinion.evidence:
        facts = [each.reference, each.locator, each.stance]
        told = ", ".join(fact for fact in facts if fact)
        passage = f": “{each.passage}”" if each.passage else ""
        yield f"{lead}evidence: {one_line(told + passage)}"
    yield from _filled({"correction": opinion.correction, "note": opinion.note}, lead)


def _filled(values: dict[str, str], lead: str = "  ") -> Iterator[str]:
    """A line for each value that is not empty, one more for each further line of it."""
    for name, value in values.items():
        first, *more = value.split("\n") if value.strip() else ("",)
        if first or more:
            yield f"{lead}{name}: {one_line(first)}"
            yield from (f"{lead}  {one_line(line)}" for line in more)
