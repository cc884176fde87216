"""Where sentences begin and end.

The guideline of the desk: a paragraph break always ends a sentence; a full stop, question or
exclamation mark ends one, also inside a quotation that runs over several sentences; abbreviations,
initials, figures and ellipses do not; a tag (``"Why?" she asked``) stays with its quotation.

The text is never changed: each rule looks at one mark and what stands on both sides of it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from factcheck.language import abbreviations as words
from factcheck.model import Sentence, Span

_PARAGRAPH = re.compile(r"\S.*?(?=\n[ \t]*\n|\Z)", re.DOTALL)
_NOTES = "⁰¹²³⁴⁵⁶⁷⁸⁹"  # the mark of a footnote
_CLOSERS = "\"'”’»)]"
_MARK = re.compile(
    r"(?P<mark>[.!?](?:[ \xa0][.!?])+|[.!?…]+)"  # . . .   or   ?!
    rf"(?P<close>[{re.escape(_CLOSERS)}{_NOTES}]*(?:[ \xa0][”’»](?=\s|$))?)"
    r"(?P<gap>\s+|$|(?=[A-Z“‘]))"
)
_NEXT = re.compile(r"""["'“‘«(\[*•–—-]*\s*(?P<word>[^\s"“”‘«»()\[\]]*)""")
_BEFORE = re.compile(r"[^\s\"“”‘«»()\[\]—]*$")
_ITEM = re.compile(r"(?:^|(?<=\s))(?P<bullet>[•⁃▪‣]\s*)?(?P<key>\d{1,2}|[a-z])(?P<dot>\.\)|[.)])\s")
_BULLET = re.compile(r"(?<=\s)[•⁃▪‣](?=\s?\S)")
_TAG = re.compile(
    r"(?:[A-Z][\w'’.-]*\s+){1,4}(?:[a-z]+ly\s+|then\s+|later\s+|also\s+)?(?P<verb>[a-z]+)\b"
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A mark that may end a sentence, with its surroundings."""

    text: str  # the paragraph
    begin: int  # where the running sentence began
    mark: str
    at: int  # of the mark
    close: str
    end: int  # after the closers
    word: str  # what follows, without opening marks
    opener: bool  # whether an opening mark stands before it
    blank: bool  # whether a blank divides the two

    @property
    def before(self) -> str:
        found = _BEFORE.search(self.text, self.begin, self.at)
        return found.group() if found else ""

    @property
    def starter(self) -> bool:
        return _bare(self.word) in words.STARTERS


def split(text: str, whole: Container[int] = ()) -> tuple[Sentence, ...]:
    """Sentences of ``text`` in order; paragraphs are divided by blank lines.

    Every character that is not blank lies in exactly one sentence. The paragraphs whose numbers (from
    1) are in ``whole``, such as the rows of a table, are one sentence each.
    """
    found: list[Sentence] = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text), 1):
        cut = _keep if number in whole else _cut
        for span in cut(paragraph.group(), paragraph.start()):
            found.append(Sentence(span, len(found) + 1, number))
    return tuple(found)


def paragraphs(text: str) -> tuple[Span, ...]:
    """The places of the paragraphs, without the blanks around them."""
    return tuple(
        Span(m.start(), m.start() + len(m.group().rstrip())) for m in _PARAGRAPH.finditer(text)
    )


def _keep(paragraph: str, offset: int) -> Iterator[Span]:
    yield Span(offset, offset + len(paragraph.rstrip()))


def _cut(paragraph: str, offset: int) -> Iterator[Span]:
    begin = 0
    for end in _ends(paragraph):
        piece = paragraph[begin:end]
        body = piece.strip()
        if body:
            start = begin + len(piece) - len(piece.lstrip())
            yield Span(offset + start, offset + start + len(body))
        begin = end


def _ends(paragraph: str) -> Iterator[int]:
    items = _item_starts(paragraph)
    keys = _keys(items, paragraph)
    begin, position = 0, 0
    while True:
        found = _MARK.search(paragraph, position)
        stop = found.start() if found else len(paragraph)
        for item in items:
            if begin < item <= stop:
                yield item
                begin = item
        if not found:
            break
        position = found.end("close") or found.end()
        if position <= found.start():
            position = found.end()
        if found.start() not in keys and _is_end(_place(paragraph, begin, found)):
            yield found.end("close")
            begin = found.end("close")
    yield len(paragraph)


def _place(paragraph: str, begin: int, found: re.Match[str]) -> _Place:
    following = _NEXT.match(paragraph, found.end())
    word = following.group("word") if following else ""
    return _Place(
        text=paragraph,
        begin=begin,
        mark=found.group("mark"),
        at=found.start(),
        close=found.group("close"),
        end=found.end("close"),
        word=word,
        opener=following is not None and following.start("word") > found.end(),
        blank=bool(found.group("gap")),
    )


def _is_end(place: _Place) -> bool:
    if not place.text[place.end :].strip():
        return True
    if not place.blank:
        return _glued(place)
    if not place.word:
        return place.opener and place.mark[0] in ".!?"
    first = place.word[0]
    if first.islower() and place.opener and _is_item_key(place):
        return True
    if first.islower() or (first in ",;:.&/%)" and not place.opener):
        return False
    if place.mark[0] in "!?":
        return not _shouted(place) and not _tag_follows(place)
    if len(place.mark) > 1 or place.mark == "…":
        return _ellipsis_ends(place)
    return _stop_ends(place)


def _is_item_key(place: _Place) -> bool:
    """``here. (ii) And``, ``here. [b] Last``: a bracketed key begins a sentence."""
    return bool(re.match(r"\s*[(\[](?:[a-z]|[ivx]+|\d+)[)\]]\s", place.text[place.end :]))


def _glued(place: _Place) -> bool:
    """``…last week.The mayor`` as pasted from a web page; never inside ``Gawker.com``."""
    last = place.text[max(place.at - 2, 0) : place.at]
    closed = bool(place.close) or place.word[:1].isupper()
    return len(last) == 2 and last.isalpha() and last.islower() and closed and place.starter


def _shouted(place: _Place) -> bool:
    """``Yahoo! Research``: the mark belongs to the name."""
    return (
        place.mark == "!"
        and not place.close
        and place.before.casefold() in words.SHOUTED_NAMES
        and not place.starter
    )


def _tag_follows(place: _Place) -> bool:
    """``"Why?" Brooke asked``: the quotation's tag belongs to its sentence."""
    if not set(place.close) & set("\"'”’»"):
        return False
    found = _TAG.match(place.text[place.end :].lstrip())
    return found is not None and found.group("verb") in words.TAG_VERBS and not place.starter


def _ellipsis_ends(place: _Place) -> bool:
    if place.close.startswith("]") and place.text[place.at - 1 : place.at] == "[":
        return False
    before = place.text[place.begin : place.at].strip()
    if not before:
        return False
    pause = place.text[place.at - 1 : place.at].isspace() and len(place.mark) <= 3
    if pause:  # "I was there … I saw it"
        return place.starter and _bare(place.word) not in ("i", "i'm", "i've", "i'd", "i'll")
    return place.word[0].isupper() or place.opener


def _stop_ends(place: _Place) -> bool:
    before = place.before
    bare = _bare(before)
    if place.close and not set(place.close) <= set("'’") | {"]"}:
        # A closed quotation or bracket after the stop: "... in the U.S." She left.
        return not (set(place.close) <= {")"} and bare in words.LEADING)
    if _is_initial(before):
        return _initial_ends(place, before)
    if before.isdigit() and not place.text[place.begin : place.at - len(before)].strip(" •⁃"):
        return False  # "1. The first item"
    if bare in words.LEADING:
        return False
    if bare in words.BEFORE_FIGURE and place.word[:1].isdigit():
        return False
    if bare in words.CLOCK:
        return _clock_ends(place)
    if bare == "no":
        return True
    if bare in words.EITHER or _is_acronym(before):
        return place.starter or place.opener
    return True


def _is_initial(before: str) -> bool:
    return len(before) == 1 and before.isalpha() and before.isupper()


def _initial_ends(place: _Place, initial: str) -> bool:
    """``Albert I. Jones`` goes on; ``you and I. Did you`` ends."""
    ahead = place.text[place.begin : place.at - 1].split()
    named = bool(ahead) and ahead[-1][:1].isupper() and len(ahead[-1]) > 1
    if initial == "I" and ahead and not named:
        return True
    return bool(ahead) and not named and place.starter


def _clock_ends(place: _Place) -> bool:
    if _bare(place.word) in words.WEEKDAYS_MONTHS_ZONES:
        return False
    # "At 5 a.m. Mr. Smith went": the sentence has hardly begun.
    return place.starter or len(place.text[place.begin : place.at].split()) > 4


def _is_acronym(before: str) -> bool:
    return bool(re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", before))


def _bare(word: str) -> str:
    return word.casefold().replace("’", "'").rstrip(".,;:!?'")


def _item_starts(paragraph: str) -> list[int]:
    """Where list items begin that a page printed in one line: ``1. … 2. …``, ``• … • …``."""
    items = list(_ITEM.finditer(paragraph))
    starts = [m.start() for m in items if _follows(m, items)]
    if paragraph[:1] in "•⁃▪‣":
        starts += [m.start() for m in _BULLET.finditer(paragraph)]
    return sorted(set(starts))


def _follows(item: re.Match[str], items: list[re.Match[str]]) -> bool:
    """Whether an item stands in a run that starts the paragraph with 1 or a."""
    first = items[0]
    if first.start() != 0 or first.group("dot") != item.group("dot"):
        return False
    order = [m.group("key") for m in items]
    position = items.index(item)
    if first.group("key").isdigit():
        return order[position].isdigit() and int(order[position]) == int(order[0]) + position
    return len(order) > 2 and ord(order[position]) == ord(order[0]) + position


def _keys(items: list[int], paragraph: str) -> frozenset[int]:
    """The places of the stops that belong to an item's own number."""
    found = (_ITEM.match(paragraph, start) for start in items)
    return frozenset(m.start("dot") for m in found if m)
