"""Both drafts of an article beside one another, and what the finder makes of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from factcheck.model import Article, Found, Span
from factcheck.updating.alignment import align
from factcheck.updating.passages import Passages
from factcheck.updating.versions import Version, version


@dataclass(frozen=True, slots=True)
class Drafts:
    """The old draft and the new one, ``article``, in which the finder made ``found``.

    ``both`` has what belongs together; ``free`` are the new sentences that are not, word for word,
    those of the old draft. ``again`` is what the finder makes of the old draft: it takes its time, and is
    asked for only where a key of the machine's and the new draft differ.
    """

    old: Version
    new: Version
    both: Passages
    free: frozenset[int]
    article: Article
    found: Found
    again: Callable[[], Found]


def compare(
    texts: tuple[str, Article],
    sentences: tuple[Sequence[Span], Sequence[Span]],
    found: Found,
    again: Callable[[], Found],
    returning: Collection[str] = (),
) -> Drafts:
    """The old text and the new article, each with its ``sentences``; see :func:`.alignment.align`."""
    text, article = texts
    old, new = version(text, sentences[0]), version(article.text, sentences[1])
    alignment = align(old, new, returning)
    same = {alignment.partners[i][0] for i in alignment.exact}
    free = frozenset(range(len(new.bounds))) - same
    return Drafts(old, new, Passages(old, new, alignment), free, article, found, again)
