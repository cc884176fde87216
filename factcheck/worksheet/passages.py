"""Where words stand in an article, however they are typed, and which passage is nearest to them."""

from __future__ import annotations

import re

from factcheck.model import Span

_DOUBLE = '"“”„‟«»″'
_SINGLE = "'‘’‚‛‹›′`"
_DASHES = "-‐‑‒–—―−"
_MOST = 400  # characters that are looked for; a page takes seconds
_LEAST = 70  # of 100; below that the nearest passage is about something else
_TOKEN = re.compile(
    rf"(?P<dash>\s*[{_DASHES}]+\s*)|(?P<double>[{_DOUBLE}]|''|``)|(?P<single>[{_SINGLE}])"
    r"|(?P<dots>…|\.\.\.)|(?P<blank>\s+)|(?P<other>.)",
    re.DOTALL,
)
_LOOSE = {
    "dash": rf"\s*[{_DASHES}]+\s*",
    "double": rf"(?:[{_DOUBLE}]|''|``)",
    "single": rf"[{_SINGLE}]",
    "dots": r"(?:…|\.\.\.)",
    "blank": r"(?:(?!\n\s*\n)\s)+",  # never from one paragraph into the next
}
_PLAIN = str.maketrans(
    {
        mark: plain
        for marks, plain in ((_DOUBLE, '"'), (_SINGLE, "'"), (_DASHES, "-"))
        for mark in marks
    }
)


def find(words: str, text: str) -> tuple[Span, ...]:
    """The places in ``text`` at which ``words`` stand as whole words, in order.

    The very characters count first. If they stand nowhere, other quotation marks, dashes and blanks
    count as the same. No words stand nowhere.
    """
    words = words.strip()
    if not words:
        return ()
    return _places(re.escape(words), words, text) or _places(_loose(words), words, text)


def only(words: str, text: str) -> Span | None:
    """Where the very ``words`` stand in ``text`` if they stand there once, else None."""
    start = text.find(words) if words else -1
    if start < 0 or text.find(words, start + 1) >= 0:
        return None
    return Span(start, start + len(words))


def certain(words: str, span: Span, text: str) -> Span | None:
    """The place that ``span`` gives ``words`` in ``text`` if they stand there, else their only one."""
    if words and span.of(text) == words:
        return Span(span.start, span.start + len(words))  # a span may end too late
    return only(words, text)


def nearest(words: str, text: str) -> Span | None:
    """The passage of ``text``, in whole words, whose letters are most like ``words``, if any is.

    Likeness is the share of letters that two passages of one length have in common (rapidfuzz's
    partial ratio); capital letters do not count.
    """
    from rapidfuzz import fuzz

    wanted = _folded(words.strip()[:_MOST])
    found = fuzz.partial_ratio_alignment(wanted, _folded(text), score_cutoff=_LEAST)
    if found is None:
        return None
    start, end = found.dest_start, found.dest_end
    while 0 < start < len(text) and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    passage = text[start:end]
    start += len(passage) - len(passage.lstrip())
    return Span(start, start + len(passage.strip())) if passage.strip() else None


def _places(pattern: str, words: str, text: str) -> tuple[Span, ...]:
    # Looked ahead, so that places may overlap: which of them is meant is asked, not guessed.
    whole = re.compile(f"{_before(words[0])}(?=({pattern}){_after(words[-1])})")
    return tuple(Span(*match.span(1)) for match in whole.finditer(text))


def _before(first: str) -> str:
    if first.isdigit():
        return r"(?<!\w)(?<!\d[.,])"  # 000 is no word of 25,000
    return r"(?<!\w)" if first.isalnum() else ""


def _after(last: str) -> str:
    if last.isdigit():
        return r"(?!\w)(?![.,]\d)"
    return r"(?!\w)" if last.isalnum() else ""


def _loose(words: str) -> str:
    return "".join(
        _LOOSE.get(match.lastgroup or "") or re.escape(match.group())
        for match in _TOKEN.finditer(words)
    )


def _folded(text: str) -> str:
    """``text`` in small letters with plain marks, as long as before."""
    return "".join(
        low if len(low := each.lower()) == 1 else each for each in text.translate(_PLAIN)
    )
