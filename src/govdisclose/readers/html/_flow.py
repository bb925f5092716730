"""Elements to lines of text, by the rules of HTML for white space, blocks and what is not shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Set
from types import MappingProxyType

from lxml import etree

from govdisclose.errors import LimitError
from govdisclose.limits import Limits
from govdisclose.readers.html._style import (
    BREAK,
    INLINE,
    KINDS,
    PRE,
    SKIP,
    TABLE,
    TEXTUAL,
    Hiding,
    Line,
    collapse,
    source_line,
)
from govdisclose.readers.html._table import RawTable
from govdisclose.text import is_blank

_ASCII_SPACE = " \t\n\r\f"
_BLANK_LINES = re.compile(r"\n\s*\n")
_FEW = 10
_SLACK = 4  # lines for each block that a page may have: some of them show nothing
_PLAIN_CELLS = True
"""Whether cells of one line are read in the short way, which reads the same."""
_NO_TABLES: Mapping[etree._Element, RawTable] = MappingProxyType({})


def flow(
    root: etree._Element, hiding: Hiding, tables: Mapping[etree._Element, RawTable], limits: Limits
) -> list[Line | RawTable]:
    """The paragraphs below an element, and the tables of ``tables``, in reading order; no paragraph is blank.

    Tables that are not in ``tables`` are dissolved: their cells are blocks of text. Raises ``LimitError`` where
    preserved text has many more lines than there may be blocks.
    """
    return [
        item
        for item in _walk(root, hiding, tables, most=_SLACK * limits.blocks)
        if isinstance(item, RawTable) or _shows(item.text)
    ]


def cell_texts(cells: Iterable[etree._Element], blanked: Set[etree._Element], hiding: Hiding) -> list[str]:
    """The texts of cells, a line for each of their paragraphs and line breaks; of ``blanked`` ones nothing."""
    texts: list[str] = []
    for cell in cells:
        if blanked and cell in blanked:
            texts.append("")
        elif len(cell) or cell in hiding.styles:
            texts.append(_cell_text(cell, hiding))
        else:
            text = cell.text or ""
            texts.append(text if text.isalnum() else collapse(text))
    return texts


def _cell_text(cell: etree._Element, hiding: Hiding) -> str:
    style = hiding.style(cell)
    if style.blanked:
        return ""
    if not len(cell):
        return (cell.text or "") if style.preserved else collapse(cell.text or "")
    if not style.preserved and _PLAIN_CELLS and (text := _single_line(cell, hiding)) is not None:
        return text
    items = _walk(cell, hiding, _NO_TABLES, in_cell=True)
    return "\n".join(item.text for item in items if isinstance(item, Line)).strip(_ASCII_SPACE)


def _single_line(cell: etree._Element, hiding: Hiding) -> str | None:
    """The text of a cell that wraps one line of text, as nearly all do; None if this one does not."""
    node = cell
    while len(node) == 1:
        child = node[0]
        kind = KINDS.get(child.tag, INLINE)
        if kind == INLINE:
            break
        if kind > TEXTUAL or (hiding.any and child in hiding.styles):
            return None
        if (node.text and node.text.strip(_ASCII_SPACE)) or (child.tail and child.tail.strip(_ASCII_SPACE)):
            return None
        node = child
    parts = [node.text or ""]
    return collapse("".join(parts)) if _inline(node, hiding, parts, 0) else None


def _inline(node: etree._Element, hiding: Hiding, parts: list[str], depth: int) -> bool:
    """Add the text below an element; False if there is more in it than few levels of text."""
    for child in node:
        if KINDS.get(child.tag, INLINE) != INLINE or (hiding.any and child in hiding.styles):
            return False
        text = child.text
        if text:
            parts.append(text)
        if len(child) and (depth > _FEW or not _inline(child, hiding, parts, depth + 1)):
            return False
        text = child.tail
        if text:
            parts.append(text)
    return True


def _shows(text: str) -> bool:
    stripped = text.strip()
    return bool(stripped) and (unicodedata.category(stripped[0])[0] != "C" or not is_blank(stripped))


class _Lines:
    """Lines under construction. Text of elements that keep white space enters a line as it is."""

    __slots__ = ("_begun", "_in_cell", "_literal", "_most", "_parts", "items")

    def __init__(self, most: int, *, in_cell: bool) -> None:
        self.items: list[Line | RawTable] = []
        self._most = most
        self._in_cell = in_cell
        self._parts: list[str] = []
        self._begun: etree._Element | None = None
        self._literal = False

    def add(self, text: str, at: etree._Element, *, preserved: bool | None) -> None:
        """Text goes on in the current line; preserved text breaks it at its own line breaks."""
        if not self._parts:
            self._begun = at
        if preserved and self._in_cell:
            self._literally(text)
        elif preserved:
            # blank lines are no paragraphs, and a page may hold millions of them
            text = _BLANK_LINES.sub("\n", text)
            found = len(self.items) + text.count("\n")
            if self._most and found > self._most:
                raise LimitError("blocks", self._most // _SLACK, found, "lines of preserved text")
            first, *others = text.split("\n")
            self._literally(first)
            for other in others:
                self.end()
                self._begun = at
                self._literally(other)
        elif self._literal:
            self._parts.append(collapse(text))
        else:
            self._parts.append(text)

    def _literally(self, text: str) -> None:
        if not self._literal:
            self._parts = [collapse("".join(self._parts))] if self._parts else []
            self._literal = True
        self._parts.append(text)

    def end(self, *, force: bool = False) -> None:
        """The line ends here; ``force`` makes a line of nothing too, which a ``<br>`` in a cell does."""
        parts = self._parts
        if parts:
            text = parts[0] if len(parts) == 1 else "".join(parts)
            if not self._literal:
                text = collapse(text)
                if not self._in_cell:
                    text = text.strip()
            if text or force:
                line = None if self._in_cell or self._begun is None else source_line(self._begun)
                self.items.append(Line(text, line))
            parts.clear()
            self._literal = False
        elif force:
            self.items.append(Line("", None))


def _walk(
    root: etree._Element,
    hiding: Hiding,
    tables: Mapping[etree._Element, RawTable],
    *,
    in_cell: bool = False,
    most: int = 0,
) -> list[Line | RawTable]:
    lines = _Lines(most, in_cell=in_cell)
    keep: bool | None = hiding.style(root).preserved or KINDS.get(root.tag) == PRE
    if root.text:
        lines.add(root.text, root, preserved=keep)
    # A stack and not recursion: the page, not Python, decides how deep it nests.
    stack = [(iter(root), root, False, keep)]
    while stack:
        children, parent, is_block, keep = stack[-1]
        for child in children:
            kind = KINDS.get(child.tag, INLINE)
            if kind == BREAK:
                lines.end(force=in_cell)
            elif kind != SKIP:
                own_keep = keep or kind == PRE
                if hiding.any and child in hiding.styles:
                    style = hiding.styles[child]
                    if style.removed or style.blanked:
                        kind = SKIP
                    elif style.preserved is not None:
                        own_keep = style.preserved
                if kind == TABLE and child in tables:
                    lines.end()
                    table = tables[child]
                    for stray in table.strays:
                        lines.items.extend(
                            [stray] if isinstance(stray, Line) else _walk(stray, hiding, tables)
                        )
                    lines.items.append(table)
                elif kind != SKIP:
                    if kind != INLINE:
                        lines.end()
                    if child.text:
                        lines.add(child.text, child, preserved=own_keep)
                    if len(child):
                        stack.append((iter(child), child, kind != INLINE, own_keep))
                        break
                    if kind != INLINE:
                        lines.end()
            if child.tail:
                lines.add(child.tail, child, preserved=keep)
        else:
            stack.pop()
            if is_block:
                lines.end()
            if stack and parent.tail:
                lines.add(parent.tail, parent, preserved=stack[-1][3])
    lines.end()
    return lines.items
