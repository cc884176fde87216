"""What is learnt from: documents of labelled sentences, two families of labels."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.assertions.checkable import BASES

WORTHS = ("NFS", "UFS", "CFS")
"""ClaimBuster's labels: non-factual, unimportant factual, check-worthy factual sentence."""

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence; ``basis`` counts in BASES, ``worth`` in WORTHS, ``priority`` is 0 to 3.

    A label that a family does not have is ``UNKNOWN``.
    """

    text: str
    basis: int = UNKNOWN
    priority: int = UNKNOWN
    worth: int = UNKNOWN


@dataclass(frozen=True, slots=True)
class Document:
    """Sentences that stand one after another; ``source`` says what sort of text they are from."""

    source: str
    sentences: tuple[Labelled, ...]


def labels(file: Path) -> list[Document]:
    """Documents with ``basis`` and ``priority`` (fields source, doc, text, basis, priority)."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows(file):
        found.setdefault(row["doc"], []).append(row)
    return [
        Document(
            group[0]["source"],
            tuple(Labelled(r["text"], BASES.index(r["basis"]), r["priority"]) for r in group),
        )
        for group in found.values()
    ]


def debates(file: Path, without: Iterable[str] = ()) -> list[Document]:
    """ClaimBuster's debates with ``worth``, but for the sentences ``without``."""
    left_out = set(without)
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows(file):
        if row["text"] not in left_out:
            found.setdefault(row["doc_id"], []).append(row)
    return [
        Document(
            "debate",
            tuple(
                Labelled(r["text"], worth=WORTHS.index(r["orig_label"]))
                for r in sorted(group, key=lambda r: int(r["sentence_id"]))
            ),
        )
        for group in found.values()
    ]


def rows(file: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
