"""Paragraphs of an RTF document while they are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.articles import prose
from factcheck.articles.document import Kind, Paragraph


@dataclass(slots=True, eq=False)
class Story:
    """Paragraphs that are being put together: the body, a note, a text box, a property.

    ``boxes`` stand in the present paragraph and come after it.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    boxes: list[Story] = field(default_factory=list)

    def end(self, kind: Kind = "prose") -> None:
        """End the paragraph, and the row of a table that was left open before it."""
        if self.cells:
            text = self._text()
            self.end_row()
            self.parts.append(text)
        self.paragraphs += [Paragraph(line, kind) for line in prose.unbroken(self._text())]
        self._end_boxes()

    def end_cell(self) -> None:
        """End a cell of a table."""
        self.cells.append(prose.one_line(self._text()))

    def end_row(self) -> None:
        """End a row of a table; what stands behind its last cell belongs to it."""
        row = " | ".join((*self.cells, prose.one_line(self._text()))).strip(" |")
        self.paragraphs += [Paragraph(row, "row")] if row else []
        self.cells.clear()
        self._end_boxes()

    def finish(self) -> list[Paragraph]:
        """All paragraphs, the last one too, though its end is missing."""
        self.end()
        return self.paragraphs

    def _end_boxes(self) -> None:
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.paragraphs += box.finish()

    def _text(self) -> str:
        text = "".join(self.parts)
        self.parts.clear()
        # Characters beyond U+FFFF come as two surrogates, each with a control word of its own.
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
