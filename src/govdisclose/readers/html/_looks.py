"""The looks of a page: which of its elements are to be looked at closely, and how the text within each is seen.

Nearly all text of nearly all pages is plain, whatever its styles say. The elements that can make it otherwise are found
once, from all styles of the page together: letters in white matter only where something is white behind them. Below
those elements alone looks are worked out.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from lxml import etree

from govdisclose.limits import Limits
from govdisclose.readers.html._cascade import Applied, Sheets
from govdisclose.readers.html._colours import BLACK, Colour
from govdisclose.readers.html._defaults import base_of
from govdisclose.readers.html._descend import descend, is_stacking, resolved
from govdisclose.readers.html._heavy import Heavy, is_blank_content
from govdisclose.readers.html._lengths import length
from govdisclose.readers.html._look import PLAIN_LOOK, Look, sight_of
from govdisclose.readers.html._shift import paints
from govdisclose.readers.html._style import BLOCK, CELLS, INLINE, KINDS, ROWS, is_within
from govdisclose.shown import Sight

__all__ = ["Looks"]

_MOST_TEXTS, _LONGEST = 64, 64


class Looks:
    """How the text of a page is seen, by element."""

    def __init__(self, root: etree._Element, limits: Limits) -> None:
        self.root = root
        self.quirks = _has_quirks(root)
        self.sheets = Sheets.of(root, limits, quirks=self.quirks)
        found = Heavy(root, self.sheets)
        self.heavy = found.elements
        self.pieced, self.touched, self.sprites = found.pieced, found.touched, found.sprites
        self.tables: Set[etree._Element] = frozenset()
        """The tables that are data: what stands in their cells is looked at more closely."""
        self._memo: dict[etree._Element, Look] = {}
        # By the look around and the tag: the look around, which the number is that of, and that within.
        self._plain: dict[tuple[int, object], tuple[Look, Look]] = {}
        self._exact: dict[etree._Element, bool] = {}
        self._summaries: dict[etree._Element, etree._Element | None] = {}
        self.any = bool(self.heavy)

    def within(self, tables: Set[etree._Element]) -> None:
        """From now on, the cells of these tables are cells."""
        self.tables = tables
        self._memo.clear()

    def is_exact(self, element: etree._Element) -> bool:
        """Whether the element, or one around it, is to be looked at closely."""
        return is_within(element, self._exact, self.heavy.__contains__)

    def look(self, element: etree._Element) -> Look:
        """How text within the element is seen."""
        path: list[etree._Element] = []
        one: etree._Element | None = element
        around = PLAIN_LOOK
        while one is not None:
            known = self._memo.get(one)
            if known is not None:
                around = known
                break
            path.append(one)
            one = one.getparent()
        for one in reversed(path):
            around = self._memo[one] = self._within(around, one)
        return around

    def is_removed(self, element: etree._Element) -> bool:
        """Whether the element is not on the page at all, as if it were not in the file."""
        look = self.look(element)
        return bool(look.gone) and not look.room

    def applied(self, element: etree._Element) -> Applied:
        """What applies to an element."""
        return self.sheets.applied(element, base_of(element))

    def generated(self, element: etree._Element, name: str) -> str:
        """What a style sheet puts ``before`` or ``after`` the text of an element and is seen there; mostly nothing."""
        if element not in self.touched:
            return ""
        found = [
            rule
            for rule in self.sheets.generated
            if rule.selector.pseudo == name and self.sheets.touches(rule, element)
        ]
        values = self.sheets.generated_at(element, found).get(name)
        if values is None:
            return ""
        every = {**dict(values.values)}
        for other in values.unsure:
            every.update(other)
        look = self.look(element)
        content = resolved(every.get("content", "none"), look.variables) or ""
        if is_blank_content(content):
            # A line or a ground may be drawn over the text.
            drawn = content[:1] in "\"'" and every.get("position") in ("absolute", "fixed") and paints(every)
            content = "drawn" if content and drawn else ""
        if not content:
            return ""
        seen = descend(look, element, every, quirks=self.quirks)
        return "" if sight_of(seen)[0] is Sight.UNSEEN else content

    def is_sprite(self, element: etree._Element) -> bool:
        """Whether an element without text shows the picture behind it, as large as a figure."""
        values = self.applied(element).values
        if values.get("background-image", "none") == "none":
            return False
        look = self.look(element)
        sides = [
            length(values.get(side, "0"), look.size, 100, bare=self.quirks) for side in ("width", "height")
        ]
        in_line = (
            KINDS.get(element.tag, INLINE) == INLINE and look.display in ("", "inline") and not look.placed
        )
        padding = [
            length(values.get(f"padding-{side}", "0"), look.size, 0) or 0.0 for side in ("left", "right")
        ]
        if in_line:
            return sum(padding) > 3
        sides[0] = None if sides[0] is None else sides[0] + sum(padding)
        return all(side is not None and side > 3 for side in sides)

    def _within(self, around: Look, element: etree._Element) -> Look:
        tag = element.tag
        whole = around
        if tag in CELLS and around.within != 2:
            around = around._replace(within=1 if self._is_cell(element) else 0)
        elif tag == "table" and around.within and element in self.tables:
            around = around._replace(within=0)
        applied = self.applied(element)
        values = applied.values
        plain = (id(whole), tag) if not values and not applied.unsure and around.within == 1 else None
        if plain is not None and tag in CELLS and plain in self._plain:
            look = self._plain[plain][1]  # a table may hold a hundred thousand cells of which nothing is said
        elif around.within == 1 and tag in CELLS:
            look = descend(around._replace(within=0), element, values, quirks=self.quirks)
            look = look._replace(within=1, anchored=values.get("position", "static") != "static")
            look = self._in_cell(look, around, element, values)
            if plain is not None:
                self._plain[plain] = whole, look
        elif not values and not applied.unsure:
            look = around
            if around.display or around.placed or around.before or around.after or around.within == 1:
                within = 2 if around.within else 0
                placed = is_stacking(around)
                look = around._replace(display="", placed=placed, before=0.0, after=0.0, within=within)
            if look.indent and KINDS.get(tag, INLINE) == BLOCK:
                look = descend(around, element, values, quirks=self.quirks)
        else:
            look = descend(around, element, values, quirks=self.quirks)
        if values and not look.within and not look.unread and tag not in ROWS and tag not in CELLS:
            look = self._in_row(look, around, element, values)
        if self.quirks and tag == "table":
            look = look._replace(**self._table_in_quirks(look, values))
        if tag == "table" and element in self.heavy:
            look = look._replace(grounds=look.grounds + self._columns(element))
        for other in applied.unsure:
            if _essence(descend(around, element, other, quirks=self.quirks)) != _essence(
                descend(around, element, values, quirks=self.quirks)
            ):
                look = look._replace(unread=look.unread or "style")
        if element in self.touched:
            look = self._of_letters(look, element)
        return self._in_details(look, element)

    def _in_cell(self, look: Look, around: Look, element: etree._Element, values: Any) -> Look:
        """What of a cell is judged as of a cell: it is not moved out of its place in the row."""
        judged = descend(around, element, values, quirks=self.quirks)
        return look._replace(
            unread=judged.unread, gone=judged.gone, room=judged.room, indent=judged.indent, shift=0.0
        )

    def _in_row(self, look: Look, around: Look, element: etree._Element, values: Any) -> Look:
        """Outside tables, what holds figures alone may be a cell of a row that is left as a line.

        It is judged as in a cell, since it is moved away from its labels. What holds words takes its figures along.
        """
        reverses = "flex" in look.display and (look.rtl or "reverse" in values.get("flex-direction", ""))
        if reverses and any(_holds_figures(child) for child in element.iterchildren("*")):
            return look._replace(unread="order")
        if not _holds_figures(element):
            return look
        if values.get("float") in (("left", "inline-start") if look.rtl else ("right", "inline-end")):
            return look._replace(unread="order")
        judged = descend(around._replace(within=2), element, values, quirks=self.quirks)
        return look._replace(unread=judged.unread, shift=judged.shift)

    def _is_cell(self, element: etree._Element) -> bool:
        table = next(element.iterancestors("table"), None)
        return table is not None and table in self.tables

    def _table_in_quirks(self, look: Look, values: Any) -> dict[str, Any]:
        """Without a document type, tables take neither the size nor the colour of the text around them."""
        changed: dict[str, Any] = {}
        if "font-size" not in values:
            changed["size"] = PLAIN_LOOK.size
        if "color" not in values:
            body = self.root.find("body")
            changed["colour"] = self.look(body).colour if body is not None and body in self._memo else BLACK
        return changed

    def _columns(self, table: etree._Element) -> tuple[Colour, ...]:
        """The grounds of the columns of a table: a cell may stand on any of them."""
        found: list[Colour] = []
        for column in table.iter("col", "colgroup"):
            look = descend(PLAIN_LOOK, column, self.applied(column).values, quirks=self.quirks)
            if look.grounds != PLAIN_LOOK.grounds:
                found += look.grounds
        return tuple(dict.fromkeys(found))[:16]

    def _of_letters(self, look: Look, element: etree._Element) -> Look:
        found = [
            rule
            for rule in self.sheets.generated
            if rule.selector.pseudo.startswith("first-") and self.sheets.touches(rule, element)
        ]
        for applied in self.sheets.generated_at(element, found).values():
            for values in (applied.values, *applied.unsure):
                seen = descend(look, element, values, quirks=self.quirks)
                if sight_of(seen) != sight_of(look):
                    return look._replace(unread=look.unread or "style")
        return look

    def _in_details(self, look: Look, element: etree._Element) -> Look:
        """In a cell, what an element that can be opened holds is not seen, but for its summary."""
        parent = element.getparent()
        if not look.within or parent is None or parent.tag != "details" or parent.get("open") is not None:
            return look
        if parent not in self._summaries:
            self._summaries[parent] = next(parent.iterchildren("summary"), None)
        if element is self._summaries[parent]:
            return look
        return look._replace(gone=look.gone or "hidden", room=False)


def _holds_figures(element: etree._Element) -> bool:
    """Whether all text within an element is figures, and there is some; no more is looked at than a row may hold."""
    found = False
    for number, text in enumerate(element.itertext()):
        stripped = str(text).strip()[:_LONGEST]
        if number > _MOST_TEXTS or any(map(str.isalpha, stripped)):
            return False
        found = found or any(map(str.isdigit, stripped))
    return found


def _has_quirks(root: etree._Element) -> bool:
    """Whether browsers read the page by the rules from before there were document types."""
    info: Any = root.getroottree().docinfo
    if not info.doctype:
        return True
    public = (info.public_id or "").lower()
    old = ("-//w3c//dtd html 3", "-//ietf//dtd html", "-//w3c//dtd html 4.0 transitional")
    loose = ("-//w3c//dtd html 4.01 transitional", "-//w3c//dtd html 4.01 frameset")
    return public.startswith(old) or (public.startswith(loose) and not info.system_url)


def _essence(look: Look) -> tuple[object, ...]:
    display = look.display
    return (
        sight_of(look),
        look.gone,
        look.hidden,
        display in ("", "inline"),
        look.placed,
        round(look.shift),
        look.struck,
    )
