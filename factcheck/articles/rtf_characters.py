"""The characters of RTF: those with names, code pages, and the font called Symbol."""

from __future__ import annotations

import codecs
import re

NAMED = {
    "~": "\u00a0",
    "_": "-",
    "-": "",
    "tab": "\t",
    "\t": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwbo": "\u200b",
    "zwnbo": "\u2060",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
"""Control words and symbols that stand for text. A non-breaking hyphen is an ordinary one."""

SYMBOL = "symbol"
"""The name here of the encoding of the font Symbol."""

PICTURES = "pictures"
"""The name here of the encoding of other fonts of signs, whose characters have no meaning."""

_CHARSETS = {
    0: 1252,
    77: 10000,
    128: 932,
    129: 949,
    130: 1361,
    134: 936,
    136: 950,
    161: 1253,
    162: 1254,
    163: 1258,
    177: 1255,
    178: 1256,
    186: 1257,
    204: 1251,
    222: 874,
    238: 1250,
    254: 437,
    255: 850,
}
_PAGES = {65001: "utf-8", 10000: "mac_roman", 10007: "mac_cyrillic", 10029: "mac_latin2"}
_SYMBOLS = dict(
    zip(
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        b"\xa2\xa3\xa5\xae\xb0\xb1\xb2\xb3\xb4\xb6\xb7\xb8\xb9\xbb\xbc\xac\xad\xaf\xd6\xe5",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ′≤∞→°±″≥×∂•÷≠≈…←↑↓√∑",
        strict=True,
    )
)
_FIELD = re.compile(
    r"\s*SYMBOL\s+(?P<code>(?P<hex>0x)[0-9a-f]{1,6}|[0-9]{1,7})(?P<wide>(?:\s.*)?\\u\b)?(?:.*\\f\s*\"?(?P<font>[^\"\\]+))?",
    re.IGNORECASE,
)


def page(number: int) -> str:
    """The encoding for the code page ``number``; Windows-1252 if there is none."""
    name = _PAGES.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def charset(number: int, font: str) -> str:
    r"""The encoding for a font's ``\fcharset``; empty where that is the document's own."""
    if number == 2:
        return SYMBOL if "symbol" in font.lower() else PICTURES
    return page(_CHARSETS[number]) if number in _CHARSETS else ""


def decode(data: bytes, name: str) -> str:
    """``data`` in the encoding ``name``; U+FFFD for what has no meaning in it."""
    if name in {SYMBOL, PICTURES}:
        return "".join(_sign(byte, name) for byte in data)
    return data.decode(name, "replace")


def field(instruction: str) -> str:
    r"""The character that a field of the sort ``SYMBOL 109 \f "Symbol"`` shows, else nothing."""
    match = _FIELD.match(instruction)
    if not match:
        return ""
    code, font = int(match["code"], 16 if match["hex"] else 10), (match["font"] or "").strip()
    if match["wide"]:
        return chr(code) if code <= 0x10FFFF else "\ufffd"
    name = charset(2, font) if re.search("symbol|dings", font, re.I) else "cp1252"
    return decode(bytes([code & 0xFF]), name)


def _sign(byte: int, name: str) -> str:
    if byte < 0x40 and (name == SYMBOL or byte == 0x20):
        return chr(byte)  # figures and most punctuation are where they are in ASCII
    return _SYMBOLS.get(byte, "\ufffd") if name == SYMBOL else "\ufffd"
