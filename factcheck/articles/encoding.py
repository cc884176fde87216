"""Bytes to text, in the encodings that newsrooms meet."""

from __future__ import annotations

import codecs
import re

from factcheck.errors import ArticleError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = bytes({*range(0x20), 0x7F} - set(b"\t\n\x0b\x0c\r\x08\x1b"))
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 200_000
_LEGACY = {"cp1252": "", "mac_roman": "Mac Roman", "cp850": "the DOS code page 850"}

# Signs that a single-byte page was read with the wrong table: a capital after a small letter
# ("donÕt"), a symbol inside a word, an opening quotation mark in a word, a letter-like sign alone.
_ODD = re.compile(
    r"(?<=[a-zß-ÿ])[À-ÞŠŽŒŸ]"
    r"|(?<=[^\W\d_])[¡-©«-´¶-¿×÷“”„†‡ˆ˜‰€∂-≥◊ﬁﬂ░-▓│-╬█▄■](?=[^\W\d_])"
    r"|[\x80-\x9f]"
    r"|(?<![^\W\d_])[ÒÓÕÔÐÑ](?![^\W\d_])"
)


def decode(data: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """``data`` as text, and one-liners about what had to be guessed or repaired.

    ``declared`` is the encoding that the document itself names, if it does. A byte-order mark
    wins, then valid UTF-8, then what is declared, then Windows-1252 (of which Latin-1 is a part);
    charset-normalizer is asked only when these do not fit. Raises ArticleError for bytes that are
    no text.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name)
    if wide := _wide(data):
        return data.decode(wide, "replace"), ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        _refuse_binary(data, 0.3)
        return text, _doubly_encoded(text)
    _refuse_binary(data, 0.05)
    return _declared(data, declared) or _stray(data) or _single_byte(data)


def _marked(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    if name == "utf-8" and (repaired := _stray(data)):
        return repaired
    return data.decode(name, "replace"), ()


def _wide(data: bytes) -> str:
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _refuse_binary(data: bytes, share: float) -> None:
    controls = len(data) - len(data.translate(None, _BINARY))
    if controls > share * len(data):
        raise ArticleError(
            "this is not text: it is full of control bytes",
            "save the article as text, Word, OpenDocument, RTF, PDF or HTML",
        )


def _doubly_encoded(text: str) -> tuple[str, ...]:
    if "â€" not in text and "Ã" not in text:
        return ()
    found = len(re.findall(r"â€[™œ\x9d˜”“¦]|Ã[©¨¡±³¼¶]", text))
    if not found:
        return ()
    return (f"{found} character(s) were encoded twice by another program, such as “â€™” for “’”",)


def _declared(data: bytes, declared: str) -> tuple[str, tuple[str, ...]] | None:
    try:
        name = codecs.lookup(declared).name
        # A web page that says ISO-8859-1 means Windows-1252 (WHATWG Encoding, labels).
        text = data.decode("cp1252" if name in {"iso8859-1", "ascii"} else name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return (text, ()) if isinstance(text, str) else None


def _stray(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8 with a few bytes that are not, read as Windows-1252 one by one."""
    replaced = data.decode("utf-8", "replace")
    bad = replaced.count("\ufffd") - data.count("\ufffd".encode())
    good = len(re.findall(r"[^\x00-\x7f\ufffd]", replaced[: 50 * _SAMPLE]))
    if not bad:
        return replaced, ()
    if good < bad:
        return None
    text = data.decode("utf-8", _STRAY)
    return text, (f"{bad} byte(s) are not UTF-8: read as Windows-1252 where possible",)


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    taken = error.object[error.start : error.start + 3]
    if re.fullmatch(rb"\xed[\xa0-\xbf][\x80-\xbf]", taken):  # half of a surrogate pair
        return "\ufffd", error.start + 3
    end = max(error.end, error.start + 1)
    return error.object[error.start : end].decode("cp1252", "replace"), end


_STRAY = "factcheck.stray"
codecs.register_error(_STRAY, _read_stray)


def _single_byte(data: bytes) -> tuple[str, tuple[str, ...]]:
    sample = data[:_SAMPLE]
    high = len(_HIGH.findall(sample))
    if high <= 0.3 * len(sample.translate(None, b" \t\r\n")):
        odd = {name: len(_ODD.findall(sample.decode(name, "replace"))) for name in _LEGACY}
        best = min(odd, key=lambda name: odd[name])
        if odd["cp1252"] <= max(1, 0.1 * high) or odd["cp1252"] <= odd[best]:
            best = "cp1252"
        if odd[best] <= max(1, 0.3 * high):
            note = (
                (f"read as {_LEGACY[best]}: a guess, check the accents",) if _LEGACY[best] else ()
            )
            return data.decode(best, "replace"), note
    return _guess(data)


def _guess(data: bytes) -> tuple[str, tuple[str, ...]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise ArticleError(
            "this is not text in any encoding that is known here", "save the article as UTF-8"
        )
    text = data.decode(best.encoding, "replace").replace("\x85", "\n")
    return text, (f"read as {best.encoding}: a guess, check the accents",)
