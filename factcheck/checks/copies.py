"""Rules about saved copies of sources, and the passages that are said to stand in them.

They ask a :class:`~factcheck.checks.case.Copies` that the command gives, and keep silent without one.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import numerals, quoting
from factcheck.checks.case import Case, Citation, Mark, clip
from factcheck.checks.quoting import Found
from factcheck.errors import FactcheckError
from factcheck.model import Assertion, Source

_COUNTED = ("figure", "money", "percent", "measure", "score", "age")


def file_unreadable(case: Case) -> Iterator[Mark]:
    """A saved copy that is not there, or that cannot be read.

    Why: what a verdict rests on should be at hand when somebody asks. Paths count from the folder of
    the worksheet.

    Bad:

        file = "evidence/minuts.pdf"

    Good:

        file = "evidence/minutes.pdf"
    """
    quoted = {c.evidence.reference for c in case.citations if c.evidence.passage.strip()}
    for block, source in case.sources:
        if source.file and case.copies is not None:
            reason = _unreadable(case, source, words=bool(quoted & {source.id, source.url}))
            if reason:
                yield Mark(case.document.place(block, "file", value=True), reason, "check the path")


def _unreadable(case: Case, source: Source, *, words: bool) -> str:
    """Why the copy cannot be read, "" if it can; ``words`` says that its text is needed."""
    assert case.copies is not None  # noqa: S101 - asked before
    try:
        case.copies.sha256(source.file)
        if words:
            case.copies.find(source.file, "x")
    except OSError as error:
        return f"the saved copy cannot be read: {error.strerror or error}"
    except FactcheckError as error:
        return f"the saved copy cannot be read: {error.message}"
    return ""


def file_changed(case: Case) -> Iterator[Mark]:
    """A saved copy that is not the file that was saved: its SHA-256 differs.

    Why: a verdict rests on what was read then. If the new file is the right one, take the line
    sha256 out or write the new hash, and check again what rests on the source.

    Bad:

        sha256 = "0000…"      # of another file

    Good:

        sha256 = "9f86…"      # of the file as it lies there
    """
    for block, source in case.sources:
        if source.file and source.sha256.strip() and case.copies is not None:
            now = _hash(case, source)
            if now and now != source.sha256.strip().lower():
                message = f"{source.file} was changed since it was saved (its SHA-256 is {now})"
                hint = "restore the file, or write the new hash and check again what rests on it"
                yield Mark(case.document.place(block, "sha256", value=True), message, hint)


def _hash(case: Case, source: Source) -> str:
    try:
        return case.copies.sha256(source.file) if case.copies is not None else ""
    except OSError:
        return ""  # told by file-unreadable


def passage_not_found(case: Case) -> Iterator[Mark]:
    """A passage that does not stand in the saved copy of its source.

    Why: whoever quotes a source must be able to show the place. Marks, dashes, blanks and capitals may
    differ; what was left out is written … or [...].

    Bad:

        { source = "s1", passage = "the bridge was never finished" }

    Good:

        { source = "s1", passage = "the bridge opened in May 2019" }
    """
    for citation, source, found in _looked_up(case):
        if found.match == "none":
            message = f"{source.file} has no such passage: {clip(citation.evidence.passage)}"
            yield Mark(case.cited_at(citation, "passage"), message, "copy it from the source")


def passage_misquoted(case: Case) -> Iterator[Mark]:
    """A passage that has another figure, another name or another "not" than the saved copy of its source.

    Why: it is the very error that the check is there to find.

    Bad:

        { source = "s1", passage = "cost 40,000 pounds" }

    Good:

        { source = "s1", passage = "cost 400,000 pounds" }
    """
    yield from _near(case, altered=True)


def passage_differs(case: Case) -> Iterator[Mark]:
    """A passage that stands in the saved copy of its source in nearly these words.

    Why: a word or a letter is other than in the source. It may be a slip, or a letter that a scanner
    misread; what changes a figure, a name or a "not" is an error (``passage-misquoted``).

    Bad:

        { source = "s1", passage = "the brigde opened in May 2019" }

    Good:

        { source = "s1", passage = "the bridge opened in May 2019" }
    """
    yield from _near(case, altered=False)


def _near(case: Case, *, altered: bool) -> Iterator[Mark]:
    """The passages that are nearly those of their source; ``altered`` ones say something else."""
    for citation, source, found in _looked_up(case):
        passage = citation.evidence.passage
        if found.match == "near" and quoting.alters(passage, found.words) == altered:
            message = f"{source.file} says {clip(found.words, 120)}, not {clip(passage)}"
            yield Mark(case.cited_at(citation, "passage"), message, "copy it from the source")


def unquoted_figure(case: Case) -> Iterator[Mark]:
    """A figure of an assertion that stands occurs in none of the passages that are to bear it out.

    Why: the verdict may rest on another place than the one that is quoted. Only a note: the figure may
    be worked out from what the passage says.

    Bad:

        text = "it cost 40,000 pounds"
        verdict = "confirmed"
        evidence = [{ source = "s1", passage = "The costs were borne by the town." }]

    Good:

        evidence = [{ source = "s1", passage = "The costs, 40,000 pounds, were borne by the town." }]
    """
    for block, each in case.assertions:
        verdict = case.scale.get(each.verdict)
        stands = verdict and verdict.outcome == "confirmed"
        passages = [e.passage for e in each.evidence if e.passage.strip() and e.stance in _BEARING]
        if stands and passages:
            missing = _missing(each, passages)
            if missing:
                told = ", ".join(f'"{figure}"' for figure in missing)
                message = f"no passage of its evidence has {told}"
                yield Mark(case.document.place(block, "evidence"), message, "quote the place")


_BEARING = ("", "supports")


def _missing(assertion: Assertion, passages: list[str]) -> list[str]:
    known = [number.value for passage in passages for number in numerals.named(passage)]
    return [
        detail.text
        for detail in assertion.details
        if detail.kind in _COUNTED
        and (told := numerals.named(detail.text))
        and not any(number.rounds(value) for number in told for value in known)
    ]


def _looked_up(case: Case) -> Iterator[tuple[Citation, Source, Found]]:
    """Each passage of a source with a saved copy that can be read, and how it fits."""
    if case.copies is None:
        return
    for citation in case.citations:
        source = case.described.get(citation.evidence.reference)
        if source is None or not source.file or not citation.evidence.passage.strip():
            continue
        try:
            yield citation, source, case.copies.find(source.file, citation.evidence.passage)
        except (OSError, FactcheckError):
            continue  # told by file-unreadable
