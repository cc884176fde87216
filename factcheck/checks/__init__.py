"""The desk's rules, as a linter.

A rule is a small generator: it looks at a :class:`factcheck.checks.case.Case` and yields a mark for
each place it objects to. Its id is its function's name with hyphens, its manual its docstring. To
add one, write the function and name it in ``_BY_SEVERITY``.
"""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factcheck.checks import anchor, corrections, evidence, numbers, policy, progress, shape
from factcheck.checks import copies as saved
from factcheck.checks.case import Case, Copies, Mark
from factcheck.desk import Desk
from factcheck.model import Finding
from factcheck.worksheet import Document


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id, how much its findings matter, and the generator that finds."""

    id: str
    severity: str
    find: Callable[[Case], Iterator[Mark]]

    @property
    def manual(self) -> str:
        """What the rule wants and why, with a bad and a good example."""
        return inspect.getdoc(self.find) or ""

    @property
    def summary(self) -> str:
        """The manual's first line."""
        return self.manual.partition("\n")[0]


_BY_SEVERITY: dict[str, tuple[Callable[[Case], Iterator[Mark]], ...]] = {
    # The report must not be called clear.
    "error": (
        shape.syntax,
        shape.wrong_type,
        shape.missing_table,
        shape.missing_key,
        shape.missing_id,
        shape.duplicate_id,
        shape.unknown_table,
        shape.unknown_key,
        shape.unknown_verdict,
        shape.unknown_word,
        anchor.text_not_in_article,
        anchor.snapshot_changed,
        anchor.sentence_uncovered,
        evidence.verdict_without_evidence,
        evidence.unsupported_without_note,
        evidence.empty_evidence,
        evidence.unknown_source,
        evidence.duplicate_source,
        evidence.malformed_url,
        evidence.evidence_is_the_article,
        saved.file_changed,
        saved.passage_not_found,
        saved.passage_misquoted,
        policy.too_few_sources,
        policy.superlative_without_primary,
        policy.quotation_without_recording,
        policy.accusation_without_reply,
        policy.web_source_unsaved,
        policy.evidence_too_old,
        progress.reviewers_differ,
        corrections.fix_without_correction,
    ),
    # Likely a mistake; a person should look.
    "warning": (
        shape.swallowed_block,
        anchor.span_disagrees,
        numbers.number_missing,
        numbers.unknown_assertion,
        evidence.accessed_in_future,
        saved.file_unreadable,
        saved.passage_differs,
        progress.words_changed,
        progress.signoff_void,
        progress.verdict_without_reviewer,
        corrections.correction_without_fix,
        corrections.correction_incomplete,
        progress.placeholder_text,
    ),
    # No fault.
    "note": (
        evidence.unused_source,
        saved.unquoted_figure,
        progress.unchecked,
        progress.unanswered_query,
    ),
}
RULES: dict[str, Rule] = {
    name: Rule(name, severity, find)
    for severity, finders in _BY_SEVERITY.items()
    for find in finders
    for name in [find.__name__.replace("_", "-")]
}
"""Every rule by its id."""

_ABOUT_READING = ("syntax", "wrong-type")
_FIRST = ("syntax", "snapshot-changed")  # others may only follow from these


def run(
    document: Document,
    today: dt.date | None = None,
    *,
    copies: Copies | None = None,
    desk: Desk | None = None,
) -> tuple[Finding, ...]:
    """Everything that the rules find in ``document``, sorted by place, ``syntax`` and ``snapshot-changed`` first.

    ``today`` is the day on which it is checked, by default the present one. ``copies`` reads the saved
    copies of sources; without it nothing is said about them. ``desk`` has the rules of the house. In a block that is not
    TOML only the syntax is reported, and on the line of a value of a wrong type only that.
    """
    case = Case(document, today or dt.date.today(), copies, desk or Desk())
    found = {
        document.finding(mark.place, rule.severity, rule.id, mark.message, mark.hint)
        for rule in RULES.values()
        for mark in rule.find(case)
    }
    unread = _unread_lines(document)
    kept = (each for each in found if each.rule in _ABOUT_READING or each.line not in unread)
    return tuple(sorted(kept, key=lambda each: (_rank(each.rule), each)))


def _rank(rule: str) -> int:
    return _FIRST.index(rule) if rule in _FIRST else len(_FIRST)


def _unread_lines(document: Document) -> set[int]:
    """The lines on which a finding may be gone once what could not be read is put right."""
    lines = {problem.line for problem in document.problems}
    ends = [block.line for block in document.blocks[1:]] + [document.text.count("\n") + 2]
    for block, end in zip(document.blocks, ends, strict=False):
        if block.broken:
            lines.update(range(block.line, end))
    return lines
