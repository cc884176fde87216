"""What is learnt from: the candidates of each article, measured, with what the annotator underlined."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.assertions import (
    candidates,
    checkable,
    choices,
    columns,
    encoder,
    features,
    pieces,
    reading,
)
from factcheck.assertions.candidates import Candidate
from factcheck.model import KINDS, LAYERS, Span, sha256

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

AGREES = 0.5  # Jaccard of the words from which two spans are the same assertion
_PASSAGE = 80  # characters by which a text is known to be another's copy


@dataclass(frozen=True, slots=True)
class Text:
    """One annotated article: its sentences in word pieces, its candidates, and what they should be.

    ``places`` has for each candidate its sentence and, counted in it, its first piece, the one after its
    last and that of its ruling word; ``rows`` what is measured of it. ``values`` has a column for the best
    agreement in any layer and one for each of LAYERS, 0 to 1; ``kinds`` a one for the kind of the assertion that
    a span agrees with, all zeros where with none.
    """

    codes: tuple[tuple[int, ...], ...]
    places: Numbers
    rows: Floats
    values: Floats
    kinds: Floats


def annotated(folder: Path, tokenizer: Any) -> list[Text]:
    """Every article of ``folder`` that has an annotation."""
    files = [f for f in sorted(folder.glob("*.json")) if f.with_suffix(".txt").exists()]
    return [
        _text(f.with_suffix(".txt").read_text("utf-8"), json.loads(f.read_text("utf-8")), tokenizer)
        for f in files
    ]


def texts(*folders: Path) -> list[str]:
    """Every ``*.txt`` of ``folders``, in the order of their names."""
    return [f.read_text("utf-8") for place in folders for f in sorted(place.glob("*.txt"))]


def read_by_us(folder: Path, readings: Path, closed: list[str], tokenizer: Any) -> list[Text]:
    """The texts of ``folder`` that ``readings`` annotates, as far as they were read; none of ``closed``.

    A line of ``readings`` is a text's SHA-256, the character up to which it was read, and the
    assertions as start, end, layer and kind: where something stands, none of the words.
    """
    lines = readings.read_text("utf-8").splitlines()
    known = {entry["sha256"]: entry for entry in map(json.loads, lines)}
    found = [(text, known.get(sha256(text))) for text in texts(folder)]
    return [
        _text(
            text[: entry["read_to"]],
            {"assertions": [_mark(*m) for m in entry["assertions"]]},
            tokenizer,
        )
        for text, entry in found
        if entry and not any(_copies(text, one) for one in closed)
    ]


def _mark(start: int, end: int, layer: str, kind: str) -> dict[str, Any]:
    return {"start": start, "end": end, "layer": layer, "kind": kind}


def _copies(text: str, other: str) -> bool:
    places = range(0, max(len(text) - _PASSAGE, 1), 10 * _PASSAGE)
    return any(text[i : i + _PASSAGE] in other for i in places)


def _text(text: str, gold: dict[str, Any], tokenizer: Any) -> Text:
    read = reading.read(text)
    found = tuple(c for s in read.sentences for c in candidates.propose(read, s.number))
    rows = features.rows(read, found, columns.spans(read, found))
    plain = [s.span.of(text) for s in read.sentences]
    shown = checkable.marked(plain)
    cut = encoder.cut(tokenizer, shown, checkable.leads(plain, shown))
    where = pieces.of(read, cut, found)
    inside = np.stack([where.start, where.end, where.head]) - cut.places[where.sentence]
    values, kinds = _targets(read, found, gold["assertions"])
    return Text(cut.ids, np.stack([where.sentence, *inside], 1), rows, values, kinds)


def _targets(
    read: reading.Reading, found: tuple[Candidate, ...], marked: list[dict[str, Any]]
) -> tuple[Floats, Floats]:
    shares = np.zeros((len(found), len(LAYERS)), dtype=np.float32)
    best = np.zeros(len(found), dtype=np.float32)
    kinds = np.zeros((len(found), len(KINDS)), dtype=np.float32)
    for item in marked:
        end = item["end"] if "end" in item else item["start"] + len(item["source_quote"])
        span = Span(item["start"], end)
        tokens = [t.i for t in read.doc if span.start < t.idx + len(t) and t.idx < span.end]
        if not tokens:
            continue
        mark = Candidate(tokens[0], tokens[-1] + 1, 0, tokens[0], frozenset(), frozenset())
        layer = LAYERS.index(item["layer"])
        for i, candidate in enumerate(found):
            share = choices.overlap(read, candidate, mark)
            shares[i, layer] = max(shares[i, layer], share)
            if share >= AGREES and share > best[i] and item["kind"] in KINDS:
                best[i] = share
                kinds[i] = np.eye(len(KINDS), dtype=np.float32)[KINDS.index(item["kind"])]
    every = np.concatenate([shares.max(axis=1, keepdims=True), shares], axis=1)
    return _worth(every), kinds


def _worth(shares: Floats) -> Floats:
    """What an agreement is worth: little below the line at which two spans count as one."""
    worth: Floats = np.where(shares >= AGREES, 0.4 + 0.6 * shares, 0.3 * shares)
    return worth.astype(np.float32)
