"""What came of a merge, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import merging
from factcheck.merging.record import Difference, Outcome
from factcheck.model import Assertion
from factcheck.report import agreement, wording
from factcheck.report.layout import Page, flow, heading, page, sign
from factcheck.report.typography import Line, Run, clip, tidy

_FEW = 60


def lines(done: merging.Merged, cells: int) -> Iterator[Line]:
    """What became of the assertions of all worksheets, for a terminal ``cells`` wide, 100 at most."""
    worksheet = done.after.worksheet
    differing = [each for each in worksheet.assertions if each.disagreed]
    sheet = page(cells, (each.id for each in worksheet.assertions))
    yield from flow(sheet, (worksheet.article.title or "(no title)", "title"))
    for path, outcome in zip(done.paths[1:], done.outcomes, strict=True):
        yield from flow(
            sheet, (f"{done.paths[0]} with {path}: ", "strong"), (_counted(outcome), "")
        )
    agreed = agreement.measure(worksheet)
    if agreed:
        yield from flow(sheet, (wording.agreement(agreed), ""))
    if differing:
        yield from heading(sheet, "Reviewers differ", len(differing))
        for each in differing:
            yield from _differing(sheet, each)
    yield from _listed(sheet, done)


def _counted(outcome: Outcome) -> str:
    parts = (
        (len(outcome.taken), "taken over"),
        (len(outcome.joined), "joined"),
        (len(outcome.added), "added"),
        (len(outcome.conflicts), "differ"),
    )
    return ", ".join(f"{number:,} {what}" for number, what in parts if number) or "nothing new"


def _differing(sheet: Page, each: Assertion) -> Iterator[Line]:
    first = sign(sheet, None, each.id)
    yield from flow(sheet, (each.text, ""), indent=sheet.hang, first=first)
    for opinion in each.opinion:
        told: list[Run] = [(opinion.reviewer or "nobody named", "strong"), (": ", "")]
        told.append((opinion.verdict or "no verdict", "warning"))
        if opinion.correction:
            told.append((f", proposed: {clip(opinion.correction, _FEW)}", ""))
        yield from flow(sheet, *told, indent=sheet.hang)


def _listed(sheet: Page, done: merging.Merged) -> Iterator[Line]:
    """What else a person should look at."""
    told = [
        *(line for outcome in done.outcomes for line in _renamed(outcome)),
        *(_different(each) for outcome in done.outcomes for each in outcome.differences),
    ]
    if told:
        yield from heading(sheet, "Look at", len(told))
        for line in told:
            yield from flow(sheet, (line, ""))


def _renamed(outcome: Outcome) -> Iterator[str]:
    for each in outcome.renamed:
        yield f"{each.what} {tidy(each.before)} of the other worksheet is {tidy(each.now)} here"


def _different(each: Difference) -> str:
    kept, other = (clip(value, _FEW) for value in (each.kept, each.other))
    return f"{tidy(each.where)}, {tidy(each.key)}: {kept} here, {other} there (kept as a comment)"
