"""The text that a PDF paints, with its places on the page: the half that parses untrusted bytes.

A PDF can hold loops, bombs and tables with billions of rows, and no library survives all of them.
So :func:`main` runs in a process of its own, with a limit on its memory and a watchdog on its time;
:mod:`~factcheck.articles.pdf` starts it. It takes the file on standard input and writes one JSON
object: ``{"problem": WORD}``, or ``pages`` with everything else that is known.
"""

from __future__ import annotations

import io
import json
import logging
import math
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfminer.pdfpage import PDFPage

Matrix = tuple[float, float, float, float, float, float]
PAGES = 300
"""The most pages that are read."""
CHARACTERS = 2_000_000
"""The most characters that are read, several times as many as a long novel has."""
RUNS = 300_000
"""The most pieces of text that are kept; a page of a newspaper has about 500."""
LATE = 75
"""The exit code of a process that took too long."""

_SPACE = 0.16  # em: words are further apart than that where no space is painted
_GAP = 0.9  # em: a wider gap may be the space between columns or cells
_BOLD = ("bold", "black", "heavy", "cmbx", "demi")


@dataclass(slots=True)
class Run:
    """Letters painted one after another on a line, in points; y goes up and is the base line.

    ``turn`` counts the quarters by which the text is turned to the left; the places are those after
    it was turned back. ``bold`` counts the letters that are bold.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: int = 0
    turn: int = 0


@dataclass(slots=True)
class Page:
    """What one page paints."""

    runs: list[Run] = field(default_factory=list)
    images: bool = False
    broken: bool = False


@dataclass(slots=True)
class Content:
    """What a whole file holds; ``rebuilt`` if its index was damaged."""

    pages: list[Page] = field(default_factory=list)
    title: str = ""
    author: str = ""
    language: str = ""
    rebuilt: bool = False
    attachments: int = 0


class Refused(Exception):  # noqa: N818 - a result, not a fault
    """The file is not read: ``problem`` is a key of ``pdf.PROBLEMS``."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def main(seconds: int, megabytes: int) -> None:
    """Read a PDF from standard input and write what is in it to standard output.

    No page, nor the opening of the file, may take longer than ``seconds``, and the process no more
    memory than ``megabytes`` where the system can limit it (Linux).
    """
    logging.disable()
    _limit_memory(megabytes)
    watchdog = Watchdog(seconds)
    try:
        found = asdict(read(sys.stdin.buffer.read(), watchdog.reset))
    except Refused as refused:
        found = {"problem": refused.problem}
    except MemoryError:
        found = {"problem": "memory"}
    watchdog.stop()
    json.dump(found, sys.stdout)


def read(data: bytes, progress: Callable[[], object] = lambda: None) -> Content:
    """The content of ``data``; ``progress`` is called before each page.

    Raises Refused, and MemoryError where memory is limited.
    """
    from pdfminer.pdfdocument import PDFXRefFallback
    from pdfminer.pdfpage import PDFPage

    progress()
    document = _open(data)
    content = Content(rebuilt=any(isinstance(x, PDFXRefFallback) for x in document.xrefs))
    _describe(document, content)
    interpreter, device = _machine()
    try:
        for page in islice(PDFPage.create_pages(document), PAGES + 1):
            progress()
            content.pages.append(_read_page(page, interpreter, device))
    except (Refused, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - the library raises anything for damaged files
        content.rebuilt = True
    if not content.pages:
        raise Refused("damaged")
    if len(content.pages) > PAGES:
        raise Refused("pages")
    return content


class Watchdog:
    """Ends the process with the code LATE, in the middle of what it does, unless reset in time."""

    def __init__(self, seconds: int) -> None:
        self._seconds = seconds
        self._timer: threading.Timer | None = None

    def reset(self) -> None:
        """Begin to wait anew."""
        self.stop()
        self._timer = threading.Timer(self._seconds, os._exit, (LATE,))
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """Wait no more."""
        if self._timer:
            self._timer.cancel()


def _limit_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    limit = megabytes * 1024**2
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    except (ValueError, OSError):  # a lower limit is set already, or the system knows none
        return


def _open(data: bytes) -> PDFDocument:
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser

    try:
        return PDFDocument(PDFParser(io.BytesIO(data)))
    except MemoryError:
        raise
    except PDFPasswordIncorrect:
        raise Refused("password") from None
    except PDFEncryptionError:
        raise Refused("encryption") from None
    except Exception:  # noqa: BLE001
        raise Refused("damaged") from None


def _describe(document: PDFDocument, content: Content) -> None:
    """Fill in what the file says of itself."""
    from pdfminer.pdftypes import dict_value, resolve1

    for info in document.info[:1]:
        content.title = _string(info.get("Title"))
        content.author = _string(info.get("Author"))
    content.language = _string(document.catalog.get("Lang"))
    try:
        names = dict_value(resolve1(document.catalog.get("Names", {})))
        files = dict_value(resolve1(names.get("EmbeddedFiles", {})))
        content.attachments = len(resolve1(files.get("Names", []))) // 2 or len(
            files.get("Kids", [])
        )
    except Exception:  # noqa: BLE001
        content.attachments = 0


def _string(value: object) -> str:
    """A text string of the file: UTF-16 or UTF-8 with a mark, else PDFDocEncoding."""
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    try:
        value = resolve1(value)
    except Exception:  # noqa: BLE001
        return ""
    if not isinstance(value, bytes):
        return ""
    value = value[:2000]
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le")):
        if value.startswith(mark):
            return value[len(mark) :].decode(name, "ignore")
    return decode_text(value)


def _read_page(page: PDFPage, interpreter: PDFPageInterpreter, device: Any) -> Page:
    device.page = found = Page()
    try:
        x0, y0, x1, y1 = page.mediabox
        device.box = (y1 - y0, x1 - x0) if page.rotate in {90, 270} else (x1 - x0, y1 - y0)
        interpreter.process_page(page)
    except (Refused, MemoryError):
        raise
    except Exception:  # noqa: BLE001
        found.broken = True
    return found


def _machine() -> tuple[PDFPageInterpreter, Any]:
    """The interpreter of pdfminer and a device for it that keeps runs and no shapes.

    Its own layout analysis is left out: it compares all boxes of a page with one another.
    """
    from pdfminer.pdfdevice import PDFTextDevice
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager

    class Device(PDFTextDevice):
        page = Page()
        box = (0.0, 0.0)
        left = CHARACTERS
        runs_left = RUNS

        def render_image(self, *_: object) -> None:
            self.page.images = True

        def render_char(
            self,
            matrix: Matrix,
            font: PDFFont,
            fontsize: float,
            scaling: float,
            rise: float,
            cid: int,
            *_: object,
        ) -> float:
            advance: float = font.char_width(cid) * fontsize * scaling
            x, y = matrix[4] + rise * matrix[2], matrix[5] + rise * matrix[3]
            if -2 <= x <= self.box[0] + 2 and -2 <= y <= self.box[1] + 2:
                glyph = _glyph(matrix, font, cid, (x, y, advance, fontsize))
                self.left -= len(glyph.text)
                self.runs_left -= add(self.page.runs, glyph)
                if self.left < 0 or self.runs_left < 0:
                    raise Refused("characters")
            return advance

    resources = PDFResourceManager()
    device = Device(resources)
    return PDFPageInterpreter(resources, device), device


def _glyph(
    matrix: Matrix, font: PDFFont, cid: int, where: tuple[float, float, float, float]
) -> Run:
    """One letter; ``where`` is its place on the page, and its width and size in text space."""
    from pdfminer.pdffont import PDFType3Font, PDFUnicodeNotDefined

    x, y, advance, fontsize = where
    a, b, c, d, *_ = matrix
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        text = "\ufffd"
    turn = round(math.atan2(b, a) / (math.pi / 2)) % 4
    x, y = ((x, y), (y, -x), (-x, -y), (-y, x))[turn]
    unit = 1000 * abs(font.vscale) if isinstance(font, PDFType3Font) else 1
    size = max(abs(fontsize) * math.hypot(c, d) * unit, 0.1)
    bold = any(mark in str(font.fontname).lower() for mark in _BOLD)
    return Run(text, x, x + abs(advance) * math.hypot(a, b), y, size, int(bold), turn)


def add(runs: list[Run], glyph: Run) -> bool:
    """Put ``glyph`` at the end of the last run, or begin a new run with it: True then."""
    glyph.bold *= len(glyph.text.strip())
    last = runs[-1] if runs else None
    if last is None or last.turn != glyph.turn or not _follows(last, glyph):
        if glyph.text.strip():
            runs.append(glyph)
        return bool(glyph.text.strip())
    gap = (glyph.x0 - last.x1) / last.size
    if gap < -0.3 and last.text.endswith(glyph.text) and abs(glyph.x1 - last.x1) < 0.1 * last.size:
        return False  # painted twice, to look bold
    apart = gap > _SPACE and not last.text.endswith(" ") and not glyph.text.startswith(" ")
    last.text += " " + glyph.text if apart else glyph.text
    last.bold += glyph.bold
    last.x1 = max(last.x1, glyph.x1)
    return False


def _follows(last: Run, glyph: Run) -> bool:
    return (
        abs(last.y - glyph.y) < 0.1 * last.size
        and 0.7 < glyph.size / last.size < 1.4
        and -0.9 < (glyph.x0 - last.x1) / last.size < _GAP
    )
