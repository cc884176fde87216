"""Two branches of one worksheet: git's merge driver.

git names three files: what both branches came from, ours, theirs. What is merged goes where ours
is. Files that are no worksheets, or that cannot be read whole, are merged by git itself, line by line.
"""

from __future__ import annotations

import datetime as dt
import subprocess
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from factcheck import drafting, updating, worksheet
from factcheck.errors import WorksheetError
from factcheck.merging.joining import join
from factcheck.merging.record import Outcome
from factcheck.model import MESHES, Article, Found, Mesh
from factcheck.worksheet import Document, disk
from factcheck.worksheet.whole import refuse_ambiguous, refuse_broken


@dataclass(frozen=True, slots=True)
class Driven:
    """What became of a merge of two branches.

    ``outcome`` is None where git merged by lines; ``clean`` says whether nobody has to settle
    anything; ``carried`` says which side was brought to the other one's draft first.
    """

    path: str
    outcome: Outcome | None
    clean: bool
    carried: str = ""


def drive(
    base: Path, ours: Path, theirs: Path, path: str = "", now: dt.datetime | None = None
) -> Driven:
    """Merge ``theirs`` into the file at ``ours``; ``base`` is what both came from, empty if nothing.

    ``path`` is what the file is called in the repository. If one branch alone has a later draft of the
    article, the other is carried over to it first. Raises WorksheetError, with ``ours`` as it was, if
    each branch has a draft of its own.
    """
    name = path or str(ours)
    sides = _read(base, name), _read(ours, name), _read(theirs, name)
    before, mine, yours = sides
    if mine is None or yours is None or (before is None and base.read_bytes().strip()):
        return Driven(name, None, _by_lines(base, ours, theirs))
    read = mine
    before, mine, yours, carried = _one_draft(before, mine, yours)
    moment = now or dt.datetime.now(dt.UTC).replace(microsecond=0)
    text, outcome = join(mine, yours, before, moment)
    disk.revise(ours, read, text)
    return Driven(name, outcome, outcome.clean, carried)


def _read(file: Path, name: str) -> Document | None:
    """The worksheet, None if it is none or cannot be read whole."""
    try:
        document = replace(worksheet.read(file), path=name)
        refuse_broken(document, "merge")
        refuse_ambiguous(document, "merge")
    except WorksheetError:
        return None
    return document


def _by_lines(base: Path, ours: Path, theirs: Path) -> bool:
    """Git's own merge of text; whether it is without conflicts."""
    labels = ("-L", "ours", "-L", "base", "-L", "theirs")
    command = ("git", "merge-file", *labels, str(ours), str(base), str(theirs))
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - paths
    if done.returncode < 0 or done.returncode > 127:
        raise WorksheetError(
            f"{ours}: git could not merge it: {done.stderr.strip()}",
            "both versions are in the index: git show :2:PATH, git show :3:PATH",
        )
    return done.returncode == 0


def _one_draft(
    before: Document | None, mine: Document, yours: Document
) -> tuple[Document | None, Document, Document, str]:
    """All three brought to the draft of the branch that alone has a later one, and which was carried."""
    text = before.worksheet.article.text if before else None
    drafts = mine.worksheet.article, yours.worksheet.article
    if drafts[0].text == drafts[1].text:
        same = before and text == drafts[0].text
        return (before if same else _carried(before, drafts[0])), mine, yours, ""
    if text == drafts[0].text:
        return _carried(before, drafts[1]), _carry(mine, drafts[1]), yours, "ours"
    if text == drafts[1].text:
        return _carried(before, drafts[0]), mine, _carry(yours, drafts[0]), "theirs"
    raise WorksheetError(
        f"{mine.path}: each branch has a draft of the article that the other has not",
        "ours stays in the file. Theirs: git show :3:PATH > theirs.toml. Bring both to one draft with "
        "factcheck update, then factcheck merge",
    )


def _carried(document: Document | None, article: Article) -> Document | None:
    return None if document is None else _carry(document, article)


def _carry(document: Document, article: Article) -> Document:
    """The worksheet after it was updated to ``article``."""
    mesh: Mesh = next((each for each in MESHES if each == document.worksheet.mesh), "usual")
    find: partial[Found] = partial(drafting.find, mesh=mesh)
    after, _ = updating.follow(document, article, find(article), find)
    return worksheet.parse(after, document.path)
