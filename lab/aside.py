"""How well set-asides, by rules and model, agree with labelled sentences and annotated articles.

    python -m lab.aside LABELS.jsonl            doc, n, text, basis (F A Q checkable; O P U C B not)
    python -m lab.aside GOLD_FOLDER             SLUG.txt with SLUG.json
    … --wrong                                    prints the sentences on which they differ
    … --lines                                    labels: every sentence a paragraph

Labels carry no paragraphs. A line without a final mark or a question is taken for one of its own; all
others of a document run on, so quotations over several sentences are seen; except in speeches.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck.assertions import aside, checkable, reading, setting, sieve
from factcheck.model import Article, Reason, Span

BASES = {"O": "opinion", "P": "prediction", "U": "question", "C": "request", "B": "boilerplate"}
KINDS = {
    "command": "request",
    "hypothetical": "prediction",
    "heading": "boilerplate",
    "image-credit": "boilerplate",
    "credit": "boilerplate",
    "caption": "boilerplate",
    "pull-quote": "boilerplate",
}
_CLOSERS = "\"'”’»)] "


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with the annotator's reason and ours; empty is checkable."""

    source: str
    text: str
    gold: str
    ours: str
    rule: str


def reasons(read: reading.Reading) -> Mapping[int, Reason | None]:
    """Why the finder sets each sentence aside."""
    judged = checkable.judge([s.span.of(read.text) for s in read.sentences])
    return sieve.reasons(read, Article(read.text), judged)


def judge(read: reading.Reading, span: Span, why: Mapping[int, Reason | None]) -> tuple[str, str]:
    """Our reason and rule for what stands in ``span``: checkable if one sentence of it is."""
    out = []
    for sentence in read.sentences:
        middle = (sentence.span.start + sentence.span.end) // 2
        inside = span.start <= middle < span.end
        around = sentence.span.start <= (span.start + span.end) // 2 < sentence.span.end
        if inside or around:
            here = setting.place(read, sentence.number)
            rule = aside.decide(here) if here else None
            named = rule.name if rule else "" if here else "no word"
            out.append((why[sentence.number] or "", named))
    return min(out, key=lambda pair: (bool(pair[0]), bool(pair[1]))) if out else ("", "")


def labels(file: Path, *, lines: bool) -> Iterator[Judged]:
    """The labelled sentences, document by document."""
    documents: dict[str, list[dict[str, str]]] = defaultdict(list)
    with file.open(encoding="utf-8") as stream:
        for record in stream:
            row = json.loads(record)
            documents[row["doc"]].append(row)
    for rows in documents.values():
        text, spans = "", []
        for row in rows:
            line = " ".join(row["text"].split())
            if text:
                text += (
                    "\n\n"
                    if lines or "speech" in row["source"] or not _ends(line) or not _ends(text)
                    else " "
                )
            spans.append(Span(len(text), len(text) + len(line)))
            text += line
        read = reading.read(text)
        why = reasons(read)
        for row, span in zip(rows, spans, strict=True):
            ours, rule = judge(read, span, why)
            yield Judged(row["source"], span.of(text), BASES.get(row["basis"], ""), ours, rule)


def _ends(line: str) -> bool:
    """A line that may run on: it has a final mark and is no question of an interviewer."""
    return line.rstrip(_CLOSERS)[-1:] in tuple(".!…,;:") or line.endswith(tuple(_CLOSERS))


def gold(folder: Path) -> Iterator[Judged]:
    """The annotated sentences, article by article."""
    for file in sorted(folder.glob("*.json")):
        article = file.with_suffix(".txt")
        if not article.exists():
            continue
        read = reading.read(article.read_text("utf-8"))
        why = reasons(read)
        for row in json.loads(file.read_text("utf-8"))["sentences"]:
            ours, rule = judge(read, Span(row["start"], row["end"]), why)
            kind = row["not_checkable_kind"] or ""
            yield Judged("gold", row["text"], KINDS.get(kind, kind), ours, rule)


def figures(rows: list[Judged]) -> str:
    """Precision, recall and F1 of "checkable", with the counts."""
    hit = sum(not r.gold and not r.ours for r in rows)
    made = sum(not r.ours for r in rows)
    want = sum(not r.gold for r in rows)
    p, r = hit / max(made, 1), hit / max(want, 1)
    f1 = 2 * p * r / max(p + r, 1e-9)
    always = want / max(len(rows), 1)
    return f"{len(rows):6}{want:7}{p:8.3f}{r:8.3f}{f1:8.3f}{always:10.3f}"


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("material", type=Path)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--lines", action="store_true")
    args = parser.parse_args()
    found = (
        gold(args.material) if args.material.is_dir() else labels(args.material, lines=args.lines)
    )
    rows = list(found)
    print(f"{'checkable':16}{'n':>6}{'gold':>7}{'P':>8}{'R':>8}{'F1':>8}{'base P':>10}")
    for source in sorted({r.source for r in rows}):
        print(f"{source:16}{figures([r for r in rows if r.source == source])}")
    print(f"{'all':16}{figures(rows)}")
    print("\nrule: taken rightly with the right reason, rightly, wrongly")
    for rule in sorted({r.rule for r in rows if r.ours}):
        own = [r for r in rows if r.rule == rule and r.ours]
        exact, right = sum(r.gold == r.ours for r in own), sum(bool(r.gold) for r in own)
        print(f"{rule or 'model':16}{exact:6}{right:6}{len(own) - right:6}")
    print("\nannotator (rows) and rules (columns)")
    names = ["", *sorted({r.gold for r in rows if r.gold} | {r.ours for r in rows if r.ours})]
    print(" " * 14 + "".join(f"{n or 'checkable':>13}" for n in names))
    table = Counter((r.gold, r.ours) for r in rows)
    for name in names:
        print(f"{name or 'checkable':14}" + "".join(f"{table[name, n]:13}" for n in names))
    if args.wrong:
        for row in rows:
            if bool(row.gold) != bool(row.ours):
                print(
                    f"{row.source:10} {row.gold or '-':12} {row.ours or '-':12} {row.rule:12} {row.text[:220]}"
                )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
