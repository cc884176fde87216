"""Characters: what may stand in an article's text and what may not."""

from __future__ import annotations

import re
import unicodedata

# CSI, OSC and the two-byte escapes of ECMA-48, also with the one-byte CSI of 8-bit terminals.
_ESCAPE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-Z\\-~]|\x9b[0-9;]*m"
)
_SUSPECT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# A form feed or vertical tab is a line break, but not amid other control characters.
_JUNK = re.compile(r"[\x0b\x0c]*(?:[\x00-\x06\x08\x0e-\x1a\x1c-\x1f\x7f][\x0b\x0c]*)+")
_C1 = re.compile(r"[\x80-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"
    r"\ufffe\uffff\U000e0000-\U000e007f]"
)
_JOINERS = "\u200c\u200d"
_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_OVERRIDES = re.compile(r"[\u202d\u202e]")
_TAGS = re.compile(r"(?<=\U0001f3f4)[\U000e0020-\U000e007e]+\U000e007f")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u109f\u1780-\u17ff\u1950-\u19ff\ua9e0-\uaa7f]")
_BREAK = re.compile(r"\r\n?|[\x0b\x0c\u2028]")
_PARAGRAPH = "\u2029"
_STOPS = '.!?:;…"”’'
_RULE = re.compile(r"[\s\-=_*#~.+|•·–—]+")


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    r"""``text`` without what no article needs, and one-liners about what went.

    Terminal escapes, control characters and direction overrides go with a warning; soft hyphens,
    zero-width characters and byte-order marks go where they carry no meaning: joiners stay in
    scripts and emoji that need them, zero-width spaces stay where they divide words. Line ends
    become ``\n``. What is left is composed (Unicode NFC), so that words
    typed by hand are found.
    """
    text, warnings = _without_controls(text) if _SUSPECT.search(text) else (text, [])
    if _INVISIBLE.search(text):
        text = _drop_invisible(text)
    return unicodedata.normalize("NFC", text), tuple(warnings)


def _without_controls(text: str) -> tuple[str, list[str]]:
    warnings: list[str] = []
    text, surrogates = _SURROGATE.subn("\ufffd", text)
    controls = sum(len(run) for run in _JUNK.findall(text))
    text = _JUNK.sub("", text)
    text, escapes = _ESCAPE.subn("", text)
    text, others = _CONTROL.subn("", text)
    text = _BREAK.sub("\n", text).replace(_PARAGRAPH, "\n\n")
    text = _C1.sub(_from_windows, text)
    text, overrides = _OVERRIDES.subn("", text)
    for count, what in (
        (escapes, "terminal escape"),
        (controls + others, "control character"),
        (overrides, "direction override"),
    ):
        if count:
            warnings.append(f"dropped {count} {what}{'s' if count > 1 else ''}")
    if surrogates:
        warnings.append(f"{surrogates} broken character(s) shown as \ufffd")
    return text, warnings


def one_line(text: str) -> str:
    """``text`` with every run of white space, line breaks too, as one space; trimmed."""
    return " ".join(text.split())


def label(text: str) -> str:
    """``text`` as a title or a name: one clean line."""
    return one_line(clean(text)[0])


def unbroken(text: str) -> list[str]:
    """The paragraphs of ``text``, in which a line feed is a break that its author forced.

    Such a break ends a paragraph, unless a sentence goes on after it in a small letter.
    """
    out: list[str] = []
    for line in filter(None, map(one_line, text.split("\n"))):
        if out and line[0].islower() and out[-1][-1] not in _STOPS:
            out[-1] += " " + line
        else:
            out.append(line)
    return out


def is_rule(paragraph: str) -> bool:
    """Whether ``paragraph`` is a dividing line, such as ``* * *`` or ``-----``."""
    return _RULE.fullmatch(paragraph) is not None


def foreign_script(text: str) -> bool:
    """Whether most letters of ``text`` (of its first 20,000 characters) are not Latin."""
    letters = [c for c in text[:20_000] if c.isalpha()]
    latin = sum(
        c < "\u0250" or "\u1e00" <= c <= "\u1eff" or "\ufb00" <= c < "\ufb10" for c in letters
    )
    return bool(letters) and latin < 0.4 * len(letters)


def _from_windows(match: re.Match[str]) -> str:
    # A C1 control in decoded text is nearly always a Windows-1252 byte that somebody read as
    # Latin-1; browsers map them in the same way (WHATWG HTML, numeric character references).
    return match[0].encode("latin-1").decode("cp1252", "ignore")


def _drop_invisible(text: str) -> str:
    flags = {m.start() + i for m in _TAGS.finditer(text) for i in range(len(m[0]))}
    right_to_left = _RIGHT_TO_LEFT.search(text) is not None

    def keep(match: re.Match[str]) -> str:
        char, at = match[0], match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if char in _JOINERS:
            wanted = _joins(before) and bool(after.strip())
        elif char == "\u200b":
            wanted = all(_WITHOUT_SPACES.match(c) for c in (before, after))
        elif char in _MARKS:
            wanted = right_to_left
        else:
            wanted = at in flags
        return char if wanted else ""

    return _INVISIBLE.sub(keep, text)


def _joins(char: str) -> bool:
    # Latin, Greek and Cyrillic letters and general punctuation never need a joiner.
    return char >= "\u0590" and not "\u1e00" <= char < "\u20d0" and not char.isspace()
