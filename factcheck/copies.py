"""Saved copies of sources: their hashes, and the passages that stand in them.

All visible text of a page counts, not its article alone: a passage may be a line of a table or a
caption. Other formats are read as articles are. No language model is loaded for it.
"""

from __future__ import annotations

import csv
import hashlib
import io
from functools import cached_property
from pathlib import Path

from factcheck.checks.quoting import Found, Text

_PAGES = (".html", ".htm", ".xhtml")
_TABLES = {".csv": ",", ".tsv": "\t"}
_WRITTEN = (".docx", ".odt", ".fodt", ".rtf")
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data dfn em font i ins kbd mark q s small span strong sub sup time u var"
    " wbr".split()
)
_WORDS = 5  # a piece of prose has more blanks than a heading or a link
_LITTLE = 300  # bytes of prose below which two texts may be alike by chance
_MOST = 0.5
_UNSEEN = "//script | //style | //noscript | //template"


class SavedCopies:
    """The files that a worksheet names, read as they are asked for, each once."""

    def __init__(self, folder: str | Path) -> None:
        """``folder`` is the worksheet's: paths count from it."""
        self._folder = Path(folder)
        self._files: dict[str, _File] = {}

    def sha256(self, file: str) -> str:
        """SHA-256 of the file's bytes, in hexadecimal. Raises OSError if it cannot be read."""
        return self._file(file).sha256

    def find(self, file: str, passage: str) -> Found:
        """How ``passage`` stands in the file. Raises OSError, or ArticleError if it has no text."""
        return self._file(file).text.find(passage)

    def alike(self, file: str, other: str) -> bool:
        """Whether most of the prose of the file that has less stands in the other one too.

        The bytes between tags and line ends are compared, so it costs little more than reading. Raises
        OSError.
        """
        one, two = self._file(file).pieces, self._file(other).pieces
        less = min(sum(map(len, one)), sum(map(len, two)))
        return less >= _LITTLE and sum(map(len, one & two)) >= _MOST * less

    def _file(self, file: str) -> _File:
        if file not in self._files:
            self._files[file] = _File(self._folder / file)
        return self._files[file]


class _File:
    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def sha256(self) -> str:
        with self._path.open("rb", buffering=0) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()

    @cached_property
    def pieces(self) -> frozenset[bytes]:
        data = self._path.read_bytes()
        parts = data.replace(b"<", b"\n").replace(b">", b"\n").split(b"\n")
        return frozenset(each.strip() for each in parts if each.count(b" ") > _WORDS)

    @cached_property
    def text(self) -> Text:
        return Text(read(self._path.read_bytes(), self._path.suffix.lower()))


def read(data: bytes, suffix: str) -> str:
    """All text of a file of that type (``.pdf``, ``.html`` …); of an unknown type as it is.

    What an article does without is there too: the running heads of a PDF, the sidebars of a page. The rows of a table stand in it twice: as they are in the file, and with blanks between the cells.

    Raises ArticleError where there is none to read: a scanned or encrypted PDF, a broken DOCX.
    """
    from factcheck.articles import LOADERS, encoding, pdf  # only where a file is opened

    if suffix == ".pdf":
        return pdf.words(data)
    if suffix in _PAGES:
        return _page(encoding.decode(data)[0])
    if suffix in _WRITTEN:
        document = LOADERS[suffix](data)
        return "\n\n".join((document.title, document.byline, *document.paragraphs))
    text, _ = encoding.decode(data)
    if suffix in _TABLES:
        rows = csv.reader(io.StringIO(text), delimiter=_TABLES[suffix])
        return "\n".join((text, *(" ".join(row) for row in rows)))
    return text


def _page(text: str) -> str:
    """The words of a page that a reader may see, those of each block apart from the next."""
    from lxml import etree

    from factcheck.articles import html

    tree = html.parse(text)
    for node in tree.xpath(_UNSEEN):
        node.drop_tree()
    parts: list[str] = []
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        parts.append("" if node.tag in _INLINE else "\n")
        parts.append((node.text if event == "start" else node.tail) or "")
    return "".join(parts)
