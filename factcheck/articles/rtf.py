"""Rich Text Format: .rtf.

Only what a reader of the page sees is kept; where something else held words, a warning says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.articles import office, rtf_characters, rtf_tokens
from factcheck.articles.document import Document, Kind
from factcheck.articles.rtf_story import Story
from factcheck.articles.rtf_tokens import Token
from factcheck.errors import ArticleError

_IGNORED = frozenset(
    word
    for words in (
        "stylesheet colortbl listtable listoverridetable rsidtbl revtbl filetbl template",
        "pict nonshppict shprslt sp objclass objname objdata objalias objsect",
        "listtext pntext pnseclvl pntxta pntxtb",  # numbers and signs before the items of lists
        "ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn",  # lines above footnotes
        "xe tc tcn bkmkstart bkmkend nonesttables",
    )
    for word in words.split()
)
# Groups whose own text is not shown, while some group in them may be; and such groups.
_MUTED = frozenset({"fonttbl", "info", "object", "shpinst", "do", "upr"})
_UNMUTED = frozenset({"ud", "result"})
_BOXES = frozenset({"shptxt", "dptxbxtext"})
_ASIDE = {
    **{f"header{which}": "page headers" for which in ("", "l", "r", "f")},
    **{f"footer{which}": "page footers" for which in ("", "l", "r", "f")},
    "annotation": "comments",
    "moMath": "formulas",
    "moMathPara": "formulas",
}
_STARRED = frozenset({"footnote", "fldinst"}) | _MUTED | _UNMUTED | _BOXES | frozenset(_ASIDE)
_ENDS = frozenset({"par", "sect", "page", "column"})
_DOCUMENT_PAGES = {"mac": 10000, "pc": 437, "pca": 850, "ansi": 1252}
_HEADINGS = frozenset({"title", "heading"})
_DEEPEST = 100_000
_AGAIN = "open it in the program that made it and save it again"


def read(data: bytes) -> Document:
    """The article in ``data``; what is cut off or damaged is read as far as it goes.

    Revisions are taken as accepted. Footnotes and endnotes are the last paragraphs. Raises
    ArticleError for what is not RTF and for what holds no text.
    """
    data = rtf_tokens.plain(data).lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if not data.startswith(b"{\\rtf"):
        raise ArticleError("this is not RTF: it does not begin with {\\rtf", _AGAIN)
    reader = _Reader()
    reader.run(data)
    paragraphs = reader.body.finish()
    return office.compose(
        paragraphs,
        notes=[paragraph for note in reader.notes for paragraph in note.finish()],
        headline=paragraphs[0].text if paragraphs and paragraphs[0].kind in _HEADINGS else "",
        title=" ".join(line.text for line in reader.info["title"].finish()),
        author=" ".join(line.text for line in reader.info["author"].finish()),
        left_out=reader.left_out,
        warnings=reader.warnings(),
    )


@dataclass(frozen=True, slots=True)
class _State:
    """What holds until the group ends.

    Text goes to ``story``; a text box comes after the paragraph of ``anchor``, even if it stands
    in another box. ``role`` is the group's name where its control words or text mean something else; ``aside``
    names what is left out; ``replaced`` counts the characters that stand in for one of Unicode.
    """

    story: Story
    anchor: Story
    role: str = ""
    aside: str = ""
    muted: bool = False
    hidden: bool = False
    deleted: bool = False
    in_table: bool = False
    kind: Kind = "prose"
    font: int | None = None
    replaced: int = 1


class _Reader:
    """Goes through the tokens once; groups are a stack, so that their depth is no matter."""

    def __init__(self) -> None:
        self.body = Story()
        self.notes: list[Story] = []
        self.info = {"title": Story(), "author": Story()}
        self.left_out: set[str] = set()
        self.page = "cp1252"
        self.charsets: dict[int | None, int] = {}
        self.names: dict[int | None, str] = {}
        self.default: int | None = None
        self.instruction = ""
        self.state = _State(self.body, self.body)
        self.stack: list[_State] = []
        self.bytes = bytearray()
        self.skip = 0  # characters that stand in for one of Unicode
        self.ignored = 0  # depth in a group that is left out
        self.starred = False
        self.more = False
        self.unread = 0

    def run(self, data: bytes) -> None:
        """Read ``data`` to the end of its outermost group."""
        tokens = rtf_tokens.split(data)
        for token in tokens:
            if self.ignored:
                self.ignored += (token.kind == "open") - (token.kind == "close")
                if not self.ignored:
                    self._close()
            elif token.kind == "text":
                self._take(token.data)
            else:
                self._decode()
                self._step(token)
            if not self.stack:
                break
        self._decode()
        self.more = any(token.kind == "open" or token.data.strip() for token in tokens)

    def warnings(self) -> list[str]:
        """What was damaged."""
        found = []
        if self.stack:
            found.append("the file is cut off: read as far as it goes")
        if self.more:
            found.append("there is more behind the end of the RTF: left out")
        if self.unread:
            found.append(f"{self.unread} character(s) without a meaning, shown as \ufffd")
        return found

    def _step(self, token: Token) -> None:
        if token.kind == "open":
            self._open()
        elif token.kind == "close":
            self._close()
        elif token.word == "*":
            self.starred = True
        else:
            starred, self.starred = self.starred, False
            if token.word in _IGNORED or (starred and token.word not in _STARRED):
                self.ignored = 1
            elif not (self._destination(token.word) or self._character(token)):
                self._layout(token.word, token.number)
                self._format(token.word, token.number)

    def _open(self) -> None:
        if len(self.stack) > _DEEPEST:
            raise ArticleError(
                f"its groups nest over {_DEEPEST:,} deep: this is no article", _AGAIN
            )
        self.stack.append(self.state)
        self.skip, self.starred = 0, False

    def _close(self) -> None:
        closed, self.state = self.state, self.stack.pop()
        self.skip, self.starred = 0, False
        if closed.role == "fldinst" != self.state.role:
            self._write(rtf_characters.field(self.instruction))
            self.instruction = ""

    def _destination(self, word: str) -> bool:
        state, aside = self.state, self._aside()
        if word in _ASIDE:
            self.state = replace(state, aside=_ASIDE[word], muted=False)
        elif word in _MUTED:
            role = word if word in {"fonttbl", "info"} else state.role
            self.state = replace(state, role=role, muted=True)
        elif word in _UNMUTED:
            self.state = replace(state, muted=False)
        elif word == "fldinst":
            self.state = replace(state, role=word)
        elif word == "footnote" or word in _BOXES:
            story = Story()
            (self.notes if word == "footnote" else state.anchor.boxes).append(story)
            anchor = story if word == "footnote" else state.anchor
            self.state = _State(story, anchor, aside=aside, replaced=state.replaced)
        elif state.role == "info" and word in self.info:
            self.info[word] = Story()  # the last counts: it is the one in Unicode
            self.state = replace(state, story=self.info[word], muted=False)
        else:
            return False
        return True

    def _character(self, token: Token) -> bool:
        if token.word == "u":
            self._write(self._unicode(token.number or 0))
            self.skip = self.state.replaced
        elif token.word not in rtf_characters.NAMED:
            return False
        elif self.skip:
            self.skip -= 1
        else:
            self._write(rtf_characters.NAMED[token.word])
        return True

    def _layout(self, word: str, number: int | None) -> None:
        state = self.state
        if word == "pard":
            self.state = replace(state, in_table=False, kind="prose")
        elif word == "intbl":
            self.state = replace(state, in_table=True)
        elif word == "outlinelevel":
            kind: Kind = "heading" if number in range(1, 9) else "prose"
            self.state = replace(state, kind="title" if number == 0 else kind)
        elif state.muted or self._aside() or state.role:
            return
        elif word in _ENDS and state.in_table:
            state.story.parts.append("\n")
        elif word in _ENDS:
            state.story.end(state.kind)
        elif word == "cell":
            state.story.end_cell()
        elif word == "row":
            state.story.end_row()
        elif word == "nestcell":
            state.story.parts.append(" | ")

    def _format(self, word: str, number: int | None) -> None:
        state = self.state
        if word == "f":
            self.state = replace(state, font=number)
        elif word == "plain":
            self.state = replace(state, hidden=False, deleted=False, font=None)
        elif word == "v":
            self.state = replace(state, hidden=number != 0)
        elif word in {"deleted", "mvf"}:
            self.state = replace(state, deleted=number != 0)
        elif word == "uc":
            self.state = replace(state, replaced=max(number or 0, 0))
        elif word == "deff":
            self.default = number
        elif word == "fcharset" and state.role == "fonttbl":
            self.charsets[state.font] = number or 0
        elif word == "ansicpg" or word in _DOCUMENT_PAGES:
            self.page = rtf_characters.page(_DOCUMENT_PAGES.get(word, number or 1252))

    def _unicode(self, number: int) -> str:
        code = number + 0x10000 if number < 0 else number
        name = self._encoding()
        if 0xF000 <= code <= 0xF0FF and name in {rtf_characters.SYMBOL, rtf_characters.PICTURES}:
            return rtf_characters.decode(bytes([code - 0xF000]), name)
        return chr(code) if 0 <= code <= 0x10FFFF else "\ufffd"

    def _take(self, data: bytes) -> None:
        self.starred = False
        skipped = min(self.skip, len(data))
        self.skip -= skipped
        self.bytes += data[skipped:]

    def _decode(self) -> None:
        if self.bytes:
            data = bytes(self.bytes)
            self.bytes.clear()
            self._write(rtf_characters.decode(data, self._encoding()))

    def _encoding(self) -> str:
        font = self.default if self.state.font is None else self.state.font
        if self.state.role == "fonttbl" or font not in self.charsets:
            return self.page
        return rtf_characters.charset(self.charsets[font], self.names.get(font, "")) or self.page

    def _aside(self) -> str:
        state = self.state
        return state.aside or (
            "deleted text" if state.deleted else "hidden text" if state.hidden else ""
        )

    def _write(self, text: str) -> None:
        state = self.state
        if state.role == "fonttbl":
            self.names[state.font] = self.names.get(state.font, "") + text
        elif state.role == "fldinst":
            self.instruction += text
        elif state.muted:
            return
        elif aside := self._aside():
            self.left_out |= {aside} if text.strip() else set()
        else:
            self.unread += text.count("\ufffd")
            state.story.parts.append(text)
