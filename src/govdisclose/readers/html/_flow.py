"""Elements to lines of text, by the rules of HTML for white space, blocks and what is not shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from lxml import etree

from govdisclose.limits import DEFAULT_LIMITS, Limits
from govdisclose.readers.html._lines import Lines
from govdisclose.readers.html._look import Look
from govdisclose.readers.html._looks import Looks
from govdisclose.readers.html._parts import Part, compose_parts, is_mark
from govdisclose.readers.html._style import (
    BLOCK,
    BREAK,
    INLINE,
    KINDS,
    PRE,
    SKIP,
    TABLE,
    TEXTUAL,
    THING,
    Line,
    collapse,
)
from govdisclose.readers.html._table import RawTable
from govdisclose.readers.html._things import parts_of_thing
from govdisclose.shown import Composed, Sight
from govdisclose.text import is_blank

_ASCII_SPACE = " \t\n\r\f"
_FEW = 10
_APART = 0.4
"""Of the size of the letters: text that stands so far from the text beside it is not joined to it."""
_PLAIN_CELLS = True
"""Whether cells of one line are read in the short way, which reads the same."""
_NO_TABLES: Mapping[etree._Element, RawTable] = MappingProxyType({})
_BREAKING = """
block flex grid table list-item flow-root table-row table-cell table-caption table-row-group -webkit-box
-webkit-flex -ms-flexbox
"""
_BROKEN = frozenset(_BREAKING.split())
"""What ``display`` makes a block of."""
_BOXES = ("input", "select", "textarea", "button")
"""Two of them beside each other show two values."""
_UNNUMBERED = ("none", "disc", "circle", "square")


def flow(
    root: etree._Element, looks: Looks, tables: Mapping[etree._Element, RawTable], limits: Limits
) -> list[Line | RawTable]:
    """The paragraphs below an element, and the tables of ``tables``, in reading order; no paragraph is blank.

    Tables that are not in ``tables`` are dissolved: their cells are blocks of text. Raises ``LimitError`` where
    preserved text has many more lines than there may be blocks.
    """
    items = _Walk(looks, tables, in_cell=False, limits=limits).walk(root).items
    return [item for item in items if isinstance(item, RawTable) or _shows(item.text)]


def cell_texts(cells: Iterable[etree._Element], looks: Looks) -> tuple[list[str], dict[int, Composed]]:
    """The texts of cells, a line for each of their paragraphs and line breaks; what is to be told of some, by place."""
    texts: list[str] = []
    told: dict[int, Composed] = {}
    for cell in cells:
        if looks.any and looks.is_exact(cell):
            text = None
        elif not len(cell):
            text = cell.text or ""
            texts.append(text if text.isalnum() else collapse(text))
            continue
        else:
            text = _plain_text(cell, looks)
        if text is None:
            composed = _exact_text(cell, looks)
            if composed.notes:
                told[len(texts)] = composed
            text = composed.text
        texts.append(text)
    return texts, told


def _exact_text(cell: etree._Element, looks: Looks) -> Composed:
    look = looks.look(cell)
    if look.keep and not len(cell) and cell not in looks.touched:
        return compose_parts([[Part.of(cell.text or "", look, literal=True)]], stripped=False)
    return compose_parts(
        _Walk(looks, _NO_TABLES, in_cell=True, exact=True).walk(cell).in_cell(), stripped=True
    )


def _plain_text(cell: etree._Element, looks: Looks) -> str | None:
    """The text of a cell in which nothing is to be looked at closely; None for another one."""
    if _PLAIN_CELLS and (text := _single_line(cell, looks)) is not None:
        return text
    walk = _Walk(looks, _NO_TABLES, in_cell=True)
    lines = walk.walk(cell)
    if walk.is_special:
        return None
    return "\n".join(item.text for item in lines.items if isinstance(item, Line)).strip(_ASCII_SPACE)


def _single_line(cell: etree._Element, looks: Looks) -> str | None:
    """The text of a cell that wraps one line of text, as nearly all do; None if this one does not."""
    node = cell
    while len(node) == 1:
        child = node[0]
        kind = KINDS.get(child.tag, INLINE)
        if kind == INLINE:
            break
        if kind > TEXTUAL or child.tag == "li" or (looks.any and child in looks.heavy):
            return None
        if (node.text and node.text.strip(_ASCII_SPACE)) or (child.tail and child.tail.strip(_ASCII_SPACE)):
            return None
        node = child
    parts = [node.text] if node.text else []
    if not _inline(node, looks, parts, 0):
        return None
    if len(parts) == 1:
        return collapse(parts[0])
    return None if looks.pieced and _may_differ(parts) else collapse("".join(parts))


def _inline(node: etree._Element, looks: Looks, parts: list[str], depth: int) -> bool:
    """Add the text below an element; False if there is more in it than few levels of text."""
    for child in node:
        if KINDS.get(child.tag, INLINE) != INLINE or (looks.any and child in looks.heavy):
            return False
        text = child.text
        if text:
            parts.append(text)
        if len(child) and (depth > _FEW or not _inline(child, looks, parts, depth + 1)):
            return False
        text = child.tail
        if text:
            parts.append(text)
    return True


def _may_differ(parts: Iterable[str]) -> bool:
    """Whether some of several texts may be a mark beside the others, by its size."""
    filled = [text for text in parts if not text.isspace() and text]
    return len(filled) > 1 and any(is_mark(text) for text in filled)


def _shows(text: str) -> bool:
    stripped = text.strip()
    return bool(stripped) and (unicodedata.category(stripped[0])[0] != "C" or not is_blank(stripped))


class _Walk:
    """One walk through an element. ``is_special``: a cell has more in it than plain text, and is to be walked exactly."""

    def __init__(
        self,
        looks: Looks,
        tables: Mapping[etree._Element, RawTable],
        *,
        in_cell: bool,
        exact: bool = False,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        self._limits = limits
        self._looks = looks
        self._tables = tables
        self._in_cell = in_cell
        self._exact = exact
        sized = (looks.any or looks.pieced) and not in_cell
        self._lines = Lines(in_cell=in_cell, look_of=looks.look if sized else None, limits=limits)
        self._texts: list[str] = []
        self.is_special = False

    def walk(self, root: etree._Element) -> Lines:
        """The lines below ``root``."""
        lines, looks = self._lines, self._looks
        look: Look | None = None
        if self._exact or (looks.any and looks.is_exact(root)):
            look = looks.look(root)
        keep: bool | None = KINDS.get(root.tag) == PRE or None
        self._begin(root, look, keep)
        # A stack and not recursion: the page, not Python, decides how deep it nests.
        stack = [(iter(root), root, False, keep, look)]
        while stack:
            children, parent, is_block, keep, look = stack[-1]
            for child in children:
                kind = KINDS.get(child.tag, INLINE)
                own: Look | None = None
                if look is not None or (looks.any and child in looks.heavy):
                    if self._in_cell and not self._exact:
                        self.is_special = True
                        return lines
                    own = looks.look(child) if kind != SKIP else None
                    if own is not None and child.tag == "details":
                        own = _closed(own, child)
                if kind == BREAK:
                    if own is None or not own.gone:
                        lines.end(force=self._in_cell)
                elif kind == THING:
                    if self._thing(child, keep, look):
                        return lines
                elif kind == TABLE and child in self._tables:
                    self._table(self._tables[child])
                elif kind != SKIP:
                    breaks = _breaks(kind, own, in_cell=self._in_cell)
                    if breaks:
                        lines.end()
                    inner_keep = True if kind == PRE else keep
                    self._begin(child, own, inner_keep)
                    if len(child):
                        stack.append((iter(child), child, breaks, inner_keep, own))
                        break
                    self._end(child, own)
                    if breaks:
                        lines.end()
                if child.tail:
                    self._add(child.tail, child, look, keep, parent)
            else:
                stack.pop()
                if stack:
                    self._end(parent, look)
                if is_block:
                    lines.end()
                if stack and parent.tail:
                    _, owner, _, keep, look = stack[-1]
                    self._add(parent.tail, parent, look, keep, owner)
        if look is not None:
            self._end(root, look)
        lines.end()
        if self._in_cell and not self._exact and looks.pieced and _may_differ(self._texts):
            self.is_special = True
        return lines

    def _add(
        self, text: str, at: etree._Element, look: Look | None, keep: bool | None, owner: etree._Element
    ) -> None:
        if look is not None:
            self._lines.add_look(text, at, look)
            return
        self._lines.add(text, at, preserved=keep, owner=owner)
        if self._in_cell and self._looks.pieced:
            self._texts.append(text)

    def _begin(self, element: etree._Element, look: Look | None, keep: bool | None) -> None:
        """What stands at the begin of an element, its first text with it."""
        if element.tag == "li" and self._is_numbered(element):
            self.is_special = self.is_special or not self._exact
            self._lines.add_part(Part("", Sight.NOT_READ, "generated"), element)
        if look is not None:
            if look.before >= _APART * look.size and (self._in_cell or _is_number(element)):
                self._lines.add_part(Part(" "), element)
            self._generated(element, "before", look)
            if element.tag == "q":
                self._lines.add_look("“", element, look)
            if (
                element.tag == "details"
                and self._in_cell
                and next(element.iterchildren("summary"), None) is None
            ):
                # A browser puts a word of its own there.
                self._lines.add_part(Part("", Sight.NOT_READ, "control"), element)
            if look.covers and not look.gone and not look.hidden and look.opacity:
                self._lines.add_part(Part("", Sight.NOT_READ, "moved"), element)
            if element in self._looks.sprites and not look.gone and self._looks.is_sprite(element):
                self._lines.add_part(Part("", Sight.NOT_READ, "picture"), element)
        if element.text:
            self._add(element.text, element, look, keep, element)

    def _end(self, element: etree._Element, look: Look | None) -> None:
        if look is None:
            return
        if element.tag == "q":
            self._lines.add_look("”", element, look)
        self._generated(element, "after", look)
        if look.after >= _APART * look.size and (self._in_cell or _is_number(element)):
            self._lines.add_part(Part(" "), element)

    def _generated(self, element: etree._Element, name: str, look: Look) -> None:
        """What a style sheet adds is seen and not read; outside tables, only figures matter."""
        content = self._looks.generated(element, name)
        if content and not look.gone and (self._in_cell or any(char.isdigit() for char in content)):
            self._lines.add_part(Part("", Sight.NOT_READ, "generated"), element)

    def _is_numbered(self, element: etree._Element) -> bool:
        """Whether a browser puts a number before an item of a list that begins with one itself."""
        parent = element.getparent()
        if parent is None or parent.tag != "ol":
            return False
        first = next((str(text) for text in element.itertext() if not str(text).isspace()), "")
        if not first.lstrip()[:1].isdigit():
            return False
        styles = [self._looks.applied(one).values.get("list-style-type") for one in (element, parent)]
        return next((style for style in styles if style), "decimal") not in _UNNUMBERED

    def _thing(self, element: etree._Element, keep: bool | None, look: Look | None) -> bool:
        """Add what is no text; True where the cell is then to be walked exactly."""
        parts = parts_of_thing(element, self._looks, in_cell=self._in_cell)
        if parts and self._in_cell and not self._exact:
            self.is_special = True
            return True
        before = element.getprevious()
        if (
            parts
            and before is not None
            and before.tag in _BOXES
            and element.tag in _BOXES
            and not before.tail
        ):
            self._lines.add_part(Part(" "), element)
        for part in parts:
            self._lines.add_part(part, element)
        return False

    def _table(self, table: RawTable) -> None:
        self._lines.end()
        for stray in table.strays:
            if isinstance(stray, Line):
                self._lines.items.append(stray)
            else:
                inner = _Walk(self._looks, self._tables, in_cell=False, limits=self._limits).walk(stray)
                self._lines.items.extend(inner.items)
        self._lines.items.append(table)


def _is_number(element: etree._Element) -> bool:
    """Whether the text of an element begins with a digit."""
    return (element.text or "").lstrip()[:1].isdigit()


def _closed(look: Look, element: etree._Element) -> Look:
    """The look of text that stands in ``<details>`` itself: in a cell it is seen once that is opened."""
    if not look.within or element.get("open") is not None:
        return look
    return look._replace(gone=look.gone or "hidden", room=False)


def _breaks(kind: int, look: Look | None, *, in_cell: bool) -> bool:
    """Whether an element begins and ends a line."""
    if look is None:
        return kind != INLINE
    if look.display == "none":
        return False
    if look.placed or look.display in _BROKEN:
        return True
    if in_cell and kind == BLOCK and look.display:
        # Outside cells nothing depends on it, and menus keep an entry a line.
        return False
    return kind != INLINE
