"""A surname that stands before, or without, any full name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions import cues
from factcheck.assertions.queries.spellings import lone_surname
from factcheck.assertions.queries.story import Doubt, Rule, Story
from factcheck.assertions.roles import ROLES
from factcheck.model import Span

_HONORED = re.compile(r"\b(?:Mr|Mrs|Ms)\.? (?P<name>[A-Z][\w’'-]+)(?! [A-Z])(?=[\s,.;:]|['’]s|$)")


def never_in_full(story: Story) -> Iterator[Doubt]:
    """``Mr. Hale said``, and nobody is told which Hale."""
    told = _given_in_full(story)
    seen: set[str] = set()
    for match in _HONORED.finditer(story.text):
        name, span = match["name"].removesuffix("'s").removesuffix("’s"), Span(*match.span())
        if name in seen:
            continue
        seen.add(name)
        known = name.casefold() in told or name.casefold() in ROLES
        if known or story.is_quoted(span.start) or not _is_someone(story, match):
            continue
        if not _is_misspelt(story, span):
            yield Doubt(
                f'Who is "{match[0]}"? The text gives no first name', story.quote(span), (span,)
            )


def _is_misspelt(story: Story, span: Span) -> bool:
    """Whether it is asked already if the name is another's in a second spelling."""
    return any(place.meets(span) for doubt in lone_surname(story) for place in doubt.places)


def _is_someone(story: Story, match: re.Match[str]) -> bool:
    """Somebody who speaks or has an office; Ms. Marvel and Mr. Robot are characters."""
    token = story.token(match.start("name"))
    speaks = token.dep_ == "nsubj" and token.head.lemma_ in cues.REPORTING
    home = story.home(match.start())
    before = story.text[max(match.start() - 40, home.start) : match.start()]
    return speaks or any(word.casefold() in ROLES for word in re.findall(r"[\w-]+", before))


def before_in_full(story: Story) -> Iterator[Doubt]:
    """``Hale said …``, and only later ``Ann Hale, the mayor``."""
    full: dict[str, Span] = {}
    bare: dict[str, Span] = {}
    doc = story.read.doc
    for mention in story.read.people.mentions:
        words = mention.name.split()
        end = doc[mention.end - 1]
        span = Span(doc[mention.start].idx, end.idx + len(end))
        if len(words) > 1:
            full.setdefault(words[-1], span)
        elif mention.name not in full and mention.name not in bare:
            bare[mention.name] = span
    after_another = _after_another(story)
    for name, span in bare.items():
        known = after_another.get(name, span.start) < span.start
        if name in full and not known and _stands_alone(story, span):
            yield Doubt(
                f'"{name}" stands before the full name is given',
                f"{story.quote(span)}; {story.quote(full[name])}",
                (span,),
            )


def _given_in_full(story: Story) -> set[str]:
    """Every capitalised word, folded, that has another before it that is no title."""
    pattern = re.compile(
        r"\b(?!(?:Mr|Mrs|Ms|Miss|Dr)\b)[A-Z][\w.’'-]*[\"”)]? (?:[a-z]{2,3} )?([A-Z][\w-]+)"
    )
    held: set[str] = set()
    place = 0
    while match := pattern.search(story.text, place):
        held.add(match[1].casefold())
        place = match.start(1)
    return held


def _stands_alone(story: Story, span: Span) -> bool:
    """The subject of its sentence in the article's own voice, without a title, office or "the"."""
    token = story.token(span.start)
    own = token.dep_ in ("nsubj", "nsubjpass") and not story.is_quoted(span.start)
    before = token.nbor(-1) if token.i else None
    told = before is not None and (
        before.text in ("the", "The", "a", "an")
        or before.pos_ in ("PROPN", "NOUN", "ADJ")
        or (before.text.endswith(".") and not token.is_sent_start)
    )
    return own and not told and not _is_headline(story, span)


def _is_headline(story: Story, span: Span) -> bool:
    """A heading, a question as one, or a headline or standfirst: there a surname may do."""
    number = story.sentence(span.start)
    sentences = story.read.sentences
    here = sentences[number - 1]
    near = sentences[max(number - 2, 0) : number + 1]
    alone = sum(each.paragraph == here.paragraph for each in near) == 1
    asks = here.span.of(story.text).rstrip().endswith("?")
    early = number <= 2 or (alone and here.paragraph <= 2)
    return early or not story.is_prose(number) or (alone and asks)


def _after_another(story: Story) -> dict[str, int]:
    """Where each capitalised word first stands right after another word."""
    found: dict[str, int] = {}
    for match in re.finditer(r"(?<=[\w.\"”)] )[A-Z][\w’'-]*", story.text):
        found.setdefault(match[0].removesuffix("'s").removesuffix("’s"), match.start())
    return found


RULES: tuple[Rule, ...] = (
    Rule(
        "never-in-full",
        never_in_full,
        ("The undersecretary for roads, Mr. Tosca, left on Monday. Mr. Tosca said it was late.",),
        (
            "Peter Tosca left on Monday. Mr. Tosca said it was late.",
            "Mr. Peter Tosca left on Monday.",
            "The film Mr. Tosca opened on Monday.",
            "Ann Hale told Mr. Speaker and Mr. President that it was late.",
            'Ann Hale said: "I told Mr. Tosca to leave." She left on Monday.',
        ),
    ),
    Rule(
        "before-in-full",
        before_in_full,
        (
            "The bridge is closed. It is old. Brandle said on Monday that it was late. "
            "Peter Brandle, the mayor, lives in Ostburg.",
        ),
        (
            "The bridge is closed. Peter Brandle said on Monday that it was late. Brandle left.",
            "The bridge is closed. President Brandle said so on Monday. Peter Brandle is 60.",
            "The Brandle family left on Monday. Peter Brandle said that it was late.",
        ),
    ),
)
