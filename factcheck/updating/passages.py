"""Sentences that belong together in both drafts, and which of their tokens are the same.

The tokens are compared with rapidfuzz's longest common subsequence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import Span
from factcheck.updating.alignment import Alignment
from factcheck.updating.normal import Token
from factcheck.updating.versions import Version

_EDGES = frozenset(",;:-")
_JOINTS = frozenset({".", ",", ";", ":", "-", "and", "but"})
SMALL = frozenset(
    """a an the of in on at to for by and or but as is was are were be been has have had will would with
    that which who it its he she they his her their this from s""".split()
)
"""Words that say little by themselves."""
_TURNS = frozenset(
    """not no never none neither nor without hardly scarcely barely cannot t deny denies denied denying
    refute refutes refuted false falsely untrue wrong wrongly if unless whether may might could would
    should allegedly alleged alleges reportedly reported reports purportedly supposedly apparently
    perhaps possibly probably likely unlikely claim claims claimed say says said according according
    believe believes believed doubt doubts doubted suggest suggests suggested rumour rumoured rumor
    rumored fail fails failed tell tells told report announce announces announced argue argues argued
    insist insists insisted admit admits admitted estimate estimates estimated""".split()
)
"""Words that turn or weaken what stands beside them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens ``olds`` and ``news`` of both drafts, whole sentences; ``kept`` old ones to the same new.

    ``exact`` says that all words are the same, ``moved`` that it stands elsewhere in the order.
    """

    olds: Span
    news: tuple[int, ...]
    kept: Mapping[int, int]
    exact: bool
    moved: bool


class Passages:
    """The passages of two drafts, each worked out once."""

    def __init__(self, old: Version, new: Version, alignment: Alignment) -> None:
        self.old, self.new = old, new
        self._alignment = alignment
        self._sharing: dict[int, list[int]] = {}
        for i, partners in enumerate(alignment.partners):
            for j in partners:
                self._sharing.setdefault(j, []).append(i)
        self._made: dict[tuple[int, int], Passage | None] = {}

    def of(self, tokens: Span) -> Passage | None:
        """The passage that holds ``tokens`` of the old draft; None if its words are gone."""
        sentences = self.old.sentences(tokens)
        if not sentences:
            return None
        ends = sentences[0], sentences[-1]
        if ends not in self._made:
            self._made[ends] = self._make(sentences)
        return self._made[ends]

    def _make(self, sentences: range) -> Passage | None:
        partners = [self._alignment.partners[i] for i in sentences]
        news = sorted({j for found in partners for j in found})
        if not news:
            return None
        olds = sorted({*sentences, *(i for j in news for i in self._sharing[j])})
        if olds != list(range(olds[0], olds[-1] + 1)):
            olds = list(sentences)
        numbers = [n for j in news for n in _numbers(self.new.bounds[j])]
        span = Span(self.old.bounds[olds[0]].start, self.old.bounds[olds[-1]].end)
        together = news == list(range(news[0], news[-1] + 1))
        exact = together and all(i in self._alignment.exact for i in olds)
        moved = any(i in self._alignment.moved for i in sentences)
        kept = (
            dict(zip(_numbers(span), numbers, strict=True))
            if exact
            else _compare(self._forms(self.old, span, olds), self._forms_of(news), span, numbers)
        )
        return Passage(span, tuple(numbers), kept, exact, moved)

    def _forms_of(self, news: Sequence[int]) -> list[str]:
        return [form for j in news for form in self._forms(self.new, self.new.bounds[j], [j])]

    def _forms(self, version: Version, span: Span, sentences: Sequence[int]) -> list[str]:
        """The tokens' forms; the capital at a sentence's start is none."""
        forms = [token.form for token in version.tokens[span.start : span.end]]
        for number in sentences:
            bound = version.bounds[number]
            first = next((n for n in _numbers(bound) if version.tokens[n].said), None)
            if first is not None:
                forms[first - span.start] = _small(version.tokens[first])
        return forms


def project(passage: Passage, tokens: Span, new: Version) -> Span | None:
    """Where ``tokens`` of the old draft stand now: what replaces them; None if nothing does."""
    inside = [n for n in _numbers(tokens) if n in passage.kept]
    if not inside:
        return None
    place = {number: at for at, number in enumerate(passage.news)}
    before = max((n for n in passage.kept if n < tokens.start), default=None)
    after = min((n for n in passage.kept if n >= tokens.end), default=None)
    low = place[passage.kept[before]] + 1 if before is not None else 0
    high = place[passage.kept[after]] if after is not None else len(passage.news)
    left = passage.olds.start if before is None else before + 1
    right = passage.olds.end if after is None else after
    first, last = place[passage.kept[inside[0]]], place[passage.kept[inside[-1]]] + 1
    start = low + _part(first - low, tokens.start - left, inside[0] - tokens.start)
    end = high - _part(high - last, right - tokens.end, tokens.end - 1 - inside[-1])
    while start < end and new.tokens[passage.news[start]].form in _EDGES:
        start += 1
    while start < end and new.tokens[passage.news[end - 1]].form in _EDGES:
        end -= 1
    if start >= end or passage.news[end - 1] - passage.news[start] != end - 1 - start:
        return None
    return Span(passage.news[start], passage.news[end - 1] + 1)


def unaltered(passage: Passage, tokens: Span, old: Version) -> Span | None:
    """Where the very words of ``tokens`` stand in the new draft, one after another, or None.

    A full stop or comma at their end may be missing.
    """
    end = bare(old, tokens).end
    images = [passage.kept.get(n, -1) for n in range(tokens.start, end)]
    if not images or images[0] < 0 or images != list(range(images[0], images[0] + len(images))):
        return None
    last = images[-1] + 1
    for n in range(end, tokens.end):
        if passage.kept.get(n) != last:
            break
        last += 1
    return Span(images[0], last)


def bare(version: Version, tokens: Span) -> Span:
    """``tokens`` without the full stop or comma at their end."""
    end = tokens.end
    while end > tokens.start + 1 and version.tokens[end - 1].form in {".", ","}:
        end -= 1
    return Span(tokens.start, end)


def weight(version: Version, tokens: Span, kept: Mapping[int, int] | None = None) -> float:
    """How much ``tokens`` say; with ``kept`` only those that are kept."""
    return sum(_worth(version.tokens[n]) for n in _numbers(tokens) if kept is None or n in kept)


def harmless(passage: Passage, tokens: Span, image: Span, old: Version, new: Version) -> bool:
    """Whether what changed around unaltered ``tokens`` is only how clauses are joined.

    Where a sentence was split or joined it is not, if another clause has a word that may have turned
    or weakened this one, and does so no more: "He denied that it rained, and that it snowed".
    """
    if not all(form in _JOINTS for form in _around(passage, tokens, image, old, new)):
        return False
    alone = len(old.sentences(passage.olds)) == len({new.sentence(n) for n in passage.news}) == 1
    outside = (n for n in _numbers(passage.olds) if not tokens.start <= n < tokens.end)
    return alone or not any(old.tokens[n].form.casefold() in _TURNS for n in outside)


def heads(passage: Passage, tokens: Span, image: Span, old: Version, new: Version) -> bool:
    """Whether ``tokens`` are the clause at the sentence's head, and all that changed comes after "and".

    What comes there may not have a word that turns or weakens the whole: "…, he said".
    """
    if tokens.start != passage.olds.start or image.start != passage.news[0]:
        return False
    if len(old.sentences(passage.olds)) > 1:
        return False
    rest = [
        *(old.tokens[n].form for n in range(tokens.end, passage.olds.end)),
        *(new.tokens[n].form for n in passage.news if n >= image.end),
    ]
    if any(form.casefold() in _TURNS for form in rest):
        return False
    return all(_joint(version, at) for version, at in ((old, tokens.end), (new, image.end)))


def _joint(version: Version, at: int) -> bool:
    """Whether a clause or sentence ends at ``at``: "and", "but", a semicolon or a full stop follows."""
    forms = [token.form for token in version.tokens[at : at + 2]]
    return forms[:1] in (["and"], ["but"], [";"], ["."]) or forms in ([",", "and"], [",", "but"])


def _around(passage: Passage, tokens: Span, image: Span, old: Version, new: Version) -> list[str]:
    """The forms that were taken out of, or put into, the passage outside ``tokens``."""
    kept = set(passage.kept.values())
    gone = [n for n in _numbers(passage.olds) if n not in passage.kept]
    come = [n for n in passage.news if n not in kept]
    return [old.tokens[n].form for n in gone if not tokens.start <= n < tokens.end] + [
        new.tokens[n].form for n in come if not image.start <= n < image.end
    ]


def _compare(
    olds: Sequence[str], news: Sequence[str], span: Span, numbers: Sequence[int]
) -> dict[int, int]:
    from rapidfuzz.distance import LCSseq

    kept: dict[int, int] = {}
    codes = LCSseq.opcodes(olds, news)
    for at, code in enumerate(codes):
        if code.tag == "equal":
            run = range(code.src_end - code.src_start)
            inner = 0 < at < len(codes) - 1
            forms = olds[code.src_start : code.src_end]
            if inner and len(forms) <= 2 and all(f in SMALL or f in _EDGES for f in forms):
                continue  # by chance, between words that have nothing in common
            for n in run:
                kept[span.start + code.src_start + n] = numbers[code.dest_start + n]
    return kept


def _part(room: int, outside: int, inside: int) -> int:
    """How much of ``room`` new tokens belongs to the ``outside`` of old ones that they replace."""
    if not room or not outside:
        return 0
    return round(room * outside / (outside + inside))


def _worth(token: Token) -> float:
    if not token.said:
        return 0.0
    return 0.3 if token.form.casefold() in SMALL else 1.0


def _small(token: Token) -> str:
    return token.form[:1].lower() + token.form[1:]


def _numbers(span: Span) -> range:
    return range(span.start, span.end)
