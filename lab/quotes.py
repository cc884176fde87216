"""How many human-annotated attributions are found, and with which speaker, beside two peers.

    python -m lab.quotes FOLDER [--missed TYPE] [--extra TYPE] [--speakers]

FOLDER holds *.json with ``article_text`` and ``quotes``: the content's spans, the speaker's, the cue's,
and the type (direct, mixed, unquoted). A found content matches an annotated one when the words that they
share are at least half of the words of both together (Jaccard >= 0.5), one to one, the best pair first.
Precision is counted by the found content's own type, told by how many of its words are quoted. A
speaker is right when it holds the last word of the annotated one, or when it is what the project makes
of the words at the annotated speaker's place (*she*: Tessa Roe). The peers are textacy's direct
quotations (``pip install textacy``; left out where it is missing) and a baseline of cue verbs with
a complement clause.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.assertions import reading
from factcheck.assertions.reading import Reading

TYPES = ("direct", "mixed", "unquoted")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_CUES = frozenset("say tell add claim argue believe report announce state write note think".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words, by their numbers in the article, and who they are from; ``place`` is the speaker's."""

    words: frozenset[int]
    speaker: str
    type: str
    place: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """An article: its words' places, and which of them stand between marks of quotation."""

    read: Reading
    places: tuple[tuple[int, int], ...]
    quoted: frozenset[int]

    def words(self, start: int, end: int) -> frozenset[int]:
        """The numbers of the words in a range of characters."""
        return frozenset(n for n, (a, b) in enumerate(self.places) if a >= start and b <= end)

    def attribution(self, words: frozenset[int], speaker: str) -> Attribution:
        """With the type that the marks tell."""
        inside = len(words & self.quoted)
        kind = "unquoted" if not inside else ("direct" if inside >= 0.9 * len(words) else "mixed")
        return Attribution(words, speaker, kind)


System = Callable[[Text], list[Attribution]]


def prepare(text: str) -> Text:
    """Read an article."""
    read = reading.read(text)
    places = tuple((m.start(), m.end()) for m in _WORD.finditer(text))
    spans = [q.inner for q in read.quotations]
    inside = (
        n for n, (a, b) in enumerate(places) if any(s.start <= a and b <= s.end for s in spans)
    )
    return Text(read, places, frozenset(inside))


def ours(text: Text) -> list[Attribution]:
    """The project's reporting clauses and quotations, joined where they share words."""
    read = text.read
    spoken: list[tuple[frozenset[int], str]] = []
    for group in _joined(read):
        words: frozenset[int] = frozenset().union(
            *(text.words(read.quotations[q].span.start, read.quotations[q].span.end) for q in group)
        )
        spoken.append((words, read.voices[group[0]].speaker))
    out: list[tuple[frozenset[int], str]] = []
    for clause in read.clauses:
        if clause.content[0] == clause.content[1] or read.quoted[clause.cue] >= 0:
            continue
        span = read.span(*clause.content)
        words = text.words(span.start, span.end)
        meets = [s for s in spoken if words & s[0]]
        if any(len(words & s[0]) > len(words) / 2 and len(s[0]) >= len(words) for s in meets):
            continue  # the quotation itself is the better span
        spoken = [s for s in spoken if len(s[0] & words) < len(s[0]) / 2]
        out.append((words, clause.speaker))
    out += [(words, speaker) for words, speaker in spoken if speaker]
    out += _owned(text, [words for words, _ in out])
    return [text.attribution(words, speaker) for words, speaker in out if words]


def _owned(text: Text, taken: list[frozenset[int]]) -> Iterator[tuple[frozenset[int], str]]:
    """Paragraphs that are somebody's words without marks, where nothing else was found in them."""
    for number, speaker in text.read.owners.items():
        spans = [s.span for s in text.read.sentences if s.paragraph == number]
        words = text.words(spans[0].start, spans[-1].end)
        if words and not any(len(words & other) > len(words) / 2 for other in taken):
            yield words, speaker


def _joined(read: Reading) -> Iterator[list[int]]:
    """Quotations one after the other with the same speaker and little but the tag between them."""
    group: list[int] = []
    for number, (quotation, voice) in enumerate(zip(read.quotations, read.voices, strict=True)):
        if group:
            before = read.quotations[group[-1]]
            gap = len(read.text[before.span.end : quotation.span.start].split())
            same = read.voices[group[-1]].speaker == voice.speaker
            if not (
                same and gap <= 8 and min(before.words(read.text), quotation.words(read.text)) > 4
            ):
                yield group
                group = []
        group.append(number)
    if group:
        yield group


def cue_verbs(text: Text) -> list[Attribution]:
    """Cue verbs with a complement clause, and *according to*: subject and subtree."""
    out = []
    doc = text.read.doc
    for token in doc:
        if token.lemma_ in _CUES and token.pos_ == "VERB":
            content = next((c for c in token.children if c.dep_ == "ccomp"), None)
            subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
            if content is None:
                continue
            span = text.read.span(content.left_edge.i, content.right_edge.i + 1)
            who = "" if subject is None else " ".join(t.text for t in subject.subtree)
            out.append(text.attribution(text.words(span.start, span.end), who))
    return [a for a in out if a.words]


def textacy_quotations(text: Text) -> list[Attribution]:
    """Textacy's direct quotations on the same parse, paragraph by paragraph.

    It refuses a text with an odd number of marks; given the paragraphs one by one it loses less.
    """
    from textacy.extract import triples

    out = []
    for start, end in _paragraphs(text.read):
        part = text.read.doc[start:end].as_doc()
        place = text.read.doc[start].idx
        try:
            quotations = list(triples.direct_quotations(part))
        except ValueError:
            continue
        for found in quotations:
            words = text.words(place + found.content.start_char, place + found.content.end_char)
            if words:
                out.append(text.attribution(words, " ".join(t.text for t in found.speaker)))
    return out


def _paragraphs(read: Reading) -> Iterator[tuple[int, int]]:
    """The token ranges of the paragraphs."""
    numbers: dict[int, tuple[int, int]] = {}
    for sentence, (start, end) in zip(read.sentences, read.bounds, strict=True):
        numbers[sentence.paragraph] = (numbers.get(sentence.paragraph, (start, end))[0], end)
    yield from numbers.values()


def annotated(text: Text, quotes: list[dict[str, Any]]) -> list[Attribution]:
    """The annotators' attributions."""
    return [
        Attribution(
            frozenset().union(*(text.words(a, b) for a, b in quote["spans"])),
            quote["speaker"] or "",
            quote["type"],
            tuple((a, b) for a, b in quote["speaker_spans"] or ()),
        )
        for quote in quotes
    ]


def match(gold: list[Attribution], found: list[Attribution]) -> list[tuple[int, int]]:
    """One-to-one pairs with Jaccard >= 0.5, the best first."""
    ranked = sorted(
        (
            (-len(g.words & f.words) / len(g.words | f.words), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if g.words & f.words
        )
    )
    pairs: list[tuple[int, int]] = []
    for value, i, j in ranked:
        if -value >= 0.5 and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def right_speaker(text: Text, gold: Attribution, found: Attribution) -> bool:
    """Whether both name the same speaker."""
    words = _WORD.findall(gold.speaker.casefold())
    said = _WORD.findall(found.speaker.casefold())
    if words and (words[-1] in said or (said and said[-1] in words)):
        return True
    for clause in text.read.clauses:
        if clause.source[0] == clause.source[1] or clause.speaker != found.speaker:
            continue
        span = text.read.span(*clause.source)
        if any(span.start < b and a < span.end for a, b in gold.place):
            return True
    return False


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--missed", default="", choices=["", *TYPES])
    parser.add_argument("--extra", default="", choices=["", *TYPES])
    parser.add_argument("--speakers", action="store_true")
    args = parser.parse_args()
    systems: dict[str, System] = {"ours": ours, "cue verbs": cue_verbs}
    try:
        import textacy.extract.triples  # noqa: F401
    except ImportError:
        print("textacy is not installed: left out")
    else:
        systems["textacy direct"] = textacy_quotations
    counts = {name: Counter[str]() for name in systems}
    for file in sorted(args.folder.glob("*.json")):
        record = json.loads(file.read_text("utf-8"))
        text = prepare(record["article_text"])
        gold = annotated(text, record["quotes"])
        for name, system in systems.items():
            found = system(text)
            pairs = match(gold, found)
            _count(counts[name], text, gold, found, pairs)
            if name == "ours":
                _show(args, text, gold, found, pairs)
    for name, n in counts.items():
        print(f"\n{name:16}{'P':>8}{'R':>8}{'F1':>8}{'speaker':>9}{'found':>7}{'of':>6}")
        for kind in (*TYPES, "all"):
            print(_row(n, kind))
    return 0


def _count(
    n: Counter[str],
    text: Text,
    gold: list[Attribution],
    found: list[Attribution],
    pairs: list[tuple[int, int]],
) -> None:
    for item in gold:
        n.update((f"{item.type} gold", "all gold"))
    for item in found:
        n.update((f"{item.type} made", "all made"))
    for i, j in pairs:
        n.update((f"{gold[i].type} hit", "all hit", f"{found[j].type} apt", "all apt"))
        if gold[i].speaker:
            n.update((f"{gold[i].type} named", "all named"))
            if right_speaker(text, gold[i], found[j]):
                n.update((f"{gold[i].type} who", "all who"))


def _row(n: Counter[str], kind: str) -> str:
    precision = n[f"{kind} apt"] / max(n[f"{kind} made"], 1)
    recall = n[f"{kind} hit"] / max(n[f"{kind} gold"], 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    who = n[f"{kind} who"] / max(n[f"{kind} named"], 1)
    return (
        f"  {kind:14}{precision:8.3f}{recall:8.3f}{f1:8.3f}{who:9.3f}"
        f"{n[f'{kind} hit']:7}{n[f'{kind} gold']:6}"
    )


def _show(
    args: argparse.Namespace,
    text: Text,
    gold: list[Attribution],
    found: list[Attribution],
    pairs: list[tuple[int, int]],
) -> None:
    def words(item: Attribution) -> str:
        span = text.places[min(item.words)][0], text.places[max(item.words)][1]
        return " ".join(text.read.text[slice(*span)].split())[:200]

    hit, apt = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, item in enumerate(gold):
        if item.type == args.missed and i not in hit and item.words:
            start = text.places[min(item.words)][0]
            around = " ".join(text.read.text[max(start - 60, 0) : start].split())
            print(f"missed {item.speaker!r} | …{around} [[{words(item)}]]")
    for j, item in enumerate(found):
        if item.type == args.extra and j not in apt:
            print(f"extra {item.speaker!r} | {words(item)}")
    for i, j in pairs:
        if args.speakers and gold[i].speaker and not right_speaker(text, gold[i], found[j]):
            print(f"{gold[i].type} {gold[i].speaker!r} {found[j].speaker!r} | {words(gold[i])}")


if __name__ == "__main__":
    raise SystemExit(main())
