"""Lines of text under construction."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from govdisclose.errors import LimitError
from govdisclose.limits import DEFAULT_LIMITS, Limits
from govdisclose.readers.html._look import Look
from govdisclose.readers.html._parts import Part, collapsed, line_pieces, may_be_marked
from govdisclose.readers.html._style import Line, collapse, source_line
from govdisclose.readers.html._table import RawTable
from govdisclose.shown import compose_line

__all__ = ["Lines"]

_BLANK_LINES = re.compile(r"\n\s*\n")
_SLACK = 4  # lines for each block that a page may have: some of them show nothing


class Lines:
    """Lines of plain text, or of pieces where not all of it is plain.

    Text of elements that keep white space enters a line as it is.
    """

    __slots__ = (
        "_begun",
        "_in_cell",
        "_limits",
        "_literal",
        "_look_of",
        "_owners",
        "_parts",
        "_pieces",
        "items",
        "pieces",
    )

    def __init__(
        self,
        *,
        in_cell: bool,
        look_of: Callable[[etree._Element], Look] | None = None,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        """``look_of`` tells how plain text looks within an element, where letters on a line may differ in size."""
        self._limits = limits
        self.items: list[Line | RawTable] = []
        self.pieces: list[list[Part]] = []
        """In a cell, the pieces of each of the ``items``; empty lists where all are plain."""
        self._in_cell = in_cell
        self._parts: list[str] = []
        self._owners: list[etree._Element] = []
        """The element that holds each piece of the line, where ``look_of`` is given."""
        self._look_of = look_of
        self._pieces: list[Part] | None = None
        self._begun: etree._Element | None = None
        self._literal = False

    def add(self, text: str, at: etree._Element, *, preserved: bool | None, owner: etree._Element) -> None:
        """Plain text of ``owner`` goes on in the current line; preserved text breaks it at its own line breaks."""
        if self._look_of is not None:
            if preserved or self._pieces is not None:
                self.add_part(Part.of(text, self._look_of(owner), literal=bool(preserved)), at)
                return
            self._owners.append(owner)
        if self._pieces is not None:
            self._add_piece(Part(text, literal=bool(preserved)), at)
            return
        if not self._parts:
            self._begun = at
        if preserved:
            first, *others = self._split(text)
            self._literally(first)
            for other in others:
                self.end(force=True)
                self._begun = at
                self._literally(other)
        elif self._literal:
            self._parts.append(collapse(text))
        else:
            self._parts.append(text)

    def add_look(self, text: str, at: etree._Element, look: Look) -> None:
        """Text of a look goes on in the current line."""
        self.add_part(Part.of(text, look, literal=bool(look.keep)), at)

    def add_part(self, part: Part, at: etree._Element) -> None:
        """A piece goes on in the current line."""
        if self._pieces is None:
            if not self._parts:
                self._begun = at
            self._pieces = self._as_pieces()
            self._literal = False
        self._add_piece(part, at)

    def _as_pieces(self) -> list[Part]:
        """The plain texts of the line, which are taken out of it."""
        texts, self._parts = self._parts, []
        owners, self._owners = self._owners, []
        if self._look_of is None:
            return [Part(text, literal=self._literal) for text in texts]
        return [Part.of(text, self._look_of(owner)) for text, owner in zip(texts, owners, strict=True)]

    def _add_piece(self, part: Part, at: etree._Element) -> None:
        if self._pieces is None:
            self._pieces = []
            self._begun = at
        if not part.literal or "\n" not in part.text:
            self._pieces.append(part)
            return
        first, *others = self._split(part.text)
        self._pieces.append(part._replace(text=first))
        for other in others:
            self.end(force=True)
            self._begun = at
            self._pieces = [part._replace(text=other)]

    def _split(self, text: str) -> list[str]:
        """Preserved text line by line. Raises ``LimitError`` for many more lines than there may be blocks."""
        if not self._in_cell:
            text = _BLANK_LINES.sub(
                "\n", text
            )  # they are no paragraphs, and a page may hold millions of them
        most, found = self._limits.blocks, len(self.items) + text.count("\n")
        if found > _SLACK * most:
            raise LimitError("blocks", most, found, "lines of preserved text")
        return text.split("\n")

    def _literally(self, text: str) -> None:
        if not self._literal:
            self._parts = [collapse("".join(self._parts))] if self._parts else []
            self._literal = True
        self._parts.append(text)

    def end(self, *, force: bool = False) -> None:
        """The line ends here; ``force`` makes a line of nothing too, which a ``<br>`` in a cell does."""
        if self._pieces is not None:
            self._end_pieces(self._pieces, force=force)
            return
        parts = self._parts
        if len(self._owners) > 1 and may_be_marked(parts):
            self._end_pieces(self._as_pieces(), force=force)
            return
        self._owners.clear()
        if parts:
            text = parts[0] if len(parts) == 1 else "".join(parts)
            if not self._literal:
                text = collapse(text)
                if not self._in_cell:
                    text = text.strip()
            if text or force:
                line = None if self._in_cell or self._begun is None else source_line(self._begun)
                self._add_line(Line(text, line), [])
            parts.clear()
            self._literal = False
        elif force:
            self._add_line(Line("", None), [])

    def _end_pieces(self, pieces: list[Part], *, force: bool) -> None:
        self._pieces = None
        made = collapsed(pieces, stripped=not self._in_cell)
        if not made and not force:
            return
        if self._in_cell:
            self._add_line(Line("", None), made)
            return
        text = compose_line(line_pieces(made))
        if not any(part.literal for part in made):
            text = text.strip()
        if text or force:
            self._add_line(Line(text, None if self._begun is None else source_line(self._begun)), [])

    def in_cell(self) -> list[list[Part]]:
        """The pieces of a cell, line by line."""
        return [
            pieces or [Part(item.text, literal=True)]
            for item, pieces in zip(self.items, self.pieces, strict=True)
            if isinstance(item, Line)
        ]

    def _add_line(self, line: Line, pieces: list[Part]) -> None:
        self.items.append(line)
        if self._in_cell:
            self.pieces.append(pieces)
