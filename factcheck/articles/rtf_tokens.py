"""RTF as tokens: groups, control words and runs of bytes.

After the Rich Text Format Specification, version 1.9.1 (Microsoft, 2008).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from factcheck.articles import encoding

_TOKEN = re.compile(
    rb"(?P<text>[^\\{}]+)"
    rb"|(?P<open>\{)|(?P<close>\})"
    rb"|(?P<hex>(?:\\'[0-9a-fA-F]{2})+)"
    rb"|\\(?P<word>[a-zA-Z]+)(?P<number>-?[0-9]{1,10})?[ ]?"
    rb"|\\(?P<symbol>[^a-zA-Z])"
    rb"|\\"
)
_BREAKS = dict.fromkeys((b"\r", b"\n"), "par")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Token(NamedTuple):
    """``{``, ``}``, a control word or symbol with its number, or bytes of text in some code page."""

    kind: Literal["open", "close", "word", "text"]
    word: str = ""
    number: int | None = None
    data: bytes = b""


def split(data: bytes) -> Iterator[Token]:
    """The tokens of ``data``, as far as it goes; binary data and line ends are left out."""
    place = 0
    while match := _TOKEN.match(data, place):
        place, kind = match.end(), match.lastgroup
        if kind == "text":
            yield Token("text", data=match[0].translate(None, b"\r\n\x00"))
        elif kind == "open":
            yield Token("open")
        elif kind == "close":
            yield Token("close")
        elif kind == "hex":
            yield Token("text", data=bytes.fromhex(match[0].replace(b"\\'", b"").decode("ascii")))
        elif kind == "symbol":
            yield _symbol(match["symbol"])
        elif kind in {"word", "number"}:
            word, number = match["word"].decode("ascii"), match["number"]
            token = Token("word", word, None if number is None else int(number))
            yield token
            if word == "bin":
                place += max(token.number or 0, 0)


def plain(data: bytes) -> bytes:
    r"""``data`` in the 7 bits that RTF has, with ``\u`` for what some programs write as Unicode.

    Bytes that are no Unicode are left as they are: they are in some code page.
    """
    if data.startswith(_WIDE) or data[:64].count(0) > 8:
        text = encoding.decode(data)[0]
    elif data.isascii() or b"\\bin" in data:
        return data
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data
    return re.sub(r"[^\x00-\x7f]+", _escaped, text).encode("ascii")


def _escaped(match: re.Match[str]) -> str:
    return r"{\uc0" + "".join(rf"\u{ord(char)}" for char in match[0]) + "}"


def _symbol(symbol: bytes) -> Token:
    if symbol in b"\\{}":
        return Token("text", data=symbol)
    return Token("word", _BREAKS.get(symbol, symbol.decode("latin-1")))
