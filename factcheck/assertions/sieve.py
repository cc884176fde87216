"""Which sentences are checked: what is certain by rule, all else by the model.

Headings, credits, questions and rows of tables are known by their form, and quoted or reported words can
always be held against the recording. Of the rest the model says how likely there is something to check; the
rules for opinions, predictions and requests (:mod:`.aside`) are asked where it hesitates. All leans to
recall: a sentence that is let pass costs a checker a glance, one that is taken away may cost a correction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.assertions import aside, checkable, setting

if TYPE_CHECKING:
    from factcheck.assertions.checkable import Judgement
    from factcheck.assertions.choices import Choice
    from factcheck.assertions.reading import Reading
    from factcheck.model import Article, Mesh, Reason

_SOFT = frozenset(("opinion", "prediction", "request"))
OVERRULED = 0.9
"""A rule for opinions, predictions or requests counts only below this probability."""
DOUBTED = 0.8
"""Only a sentence below this probability of a fact is looked at clause by clause."""
VAGUE = 0.1
"""A clause below this probability is no assertion beside others of its sentence."""
SURE = 0.8
"""``strict`` keeps a sentence from this probability of a fact."""


def reasons(
    reading: Reading,
    article: Article,
    judged: Sequence[Judgement],
    mesh: Mesh = "usual",
) -> Mapping[int, Reason | None]:
    """Why each sentence (by its number) is set aside; None where it is checked.

    ``judged`` has what the model says of each sentence, in their order. Sentences without a word are
    set aside whatever the mesh.
    """
    return {
        sentence.number: _reason(reading, article, sentence.number, judgement, mesh)
        for sentence, judgement in zip(reading.sentences, judged, strict=True)
    }


def clauses(reading: Reading, chosen: Sequence[Choice], judgement: Judgement) -> tuple[Choice, ...]:
    """The choices of a sentence without opinions that stand beside a fact, in the writer's own voice.

    Only a sentence of which the model doubts that it is all fact is looked at, and one choice always stays.
    """
    if judgement.fact >= DOUBTED or len(chosen) < 2:
        return tuple(chosen)
    own = [choice for choice in chosen if choice.layer == "narration"]
    texts = [reading.span(c.span.start, c.span.end).of(reading.text) for c in own]
    idle = {
        choice
        for choice, each in zip(own, checkable.alone(texts), strict=True)
        if each.checkable < VAGUE and choice.kind != "identity-title"
    }
    return tuple(choice for choice in chosen if choice not in idle) or tuple(chosen[:1])


def _reason(
    reading: Reading, article: Article, number: int, judgement: Judgement, mesh: Mesh
) -> Reason | None:
    here = setting.place(reading, number)
    if here is None:
        return "boilerplate"
    paragraph = reading.sentences[number - 1].paragraph
    if mesh == "all" or paragraph in article.rows:
        return None
    ruled = aside.reason(here, paragraph, article.headings)
    if mesh == "strict" and judgement.fact < SURE:
        return ruled or judgement.reason
    if ruled is not None:
        return None if ruled in _SOFT and judgement.checkable >= OVERRULED else ruled
    if here.quoted or here.spoken or aside.is_whole(reading, number):
        return None
    return judgement.reason if judgement.checkable < checkable.ENOUGH else None
