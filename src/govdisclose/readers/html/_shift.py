"""What is moved from its place: off the page, out of its cell, above or below its line, turned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from govdisclose.readers.html._colours import colour
from govdisclose.readers.html._lengths import SCREEN, length, number
from govdisclose.readers.html._look import Look
from govdisclose.readers.html._style import CELLS, INLINE, KINDS, ROWS
from govdisclose.readers.html._weight import GLOBAL

__all__ = ["moved", "paints"]

_OFF_PAGE = 1000.0
_OUT = -200.0
_INDENTED = 100.0
_FUNCTION = re.compile(r"([a-z0-9]+)\(([^()]*)\)")


def moved(
    look: Look, element: etree._Element, values: Mapping[str, str], position: str, *, quirks: bool
) -> Look:
    """The look of an element that is moved by its position, its margins, an indent or a transformation."""
    em = look.size
    absolute = position in ("absolute", "fixed")
    if absolute or position in ("relative", "sticky", "-webkit-sticky"):
        look = _offset(look, element, values, absolute=absolute, quirks=quirks)
    across = down = 0.0
    above = values.get("margin-top", "")
    has_margins = element.tag not in CELLS and (element.tag not in ROWS or element.tag == "table")
    if above.startswith("-") and has_margins and not _in_line(look, element):
        down = length(above, em, 0, bare=quirks) or 0.0
    for name in ("margin-left", "margin-right") if has_margins else ():
        value = values.get(name, "")
        if value.startswith(("-", "calc(")):
            across = min(across, length(value, em, 0, bare=quirks) or 0.0)
    # A transformation does nothing to text in a line.
    for kind, given in () if _in_line(look, element) else _functions(values):
        made = _turned(kind, given, em)
        if isinstance(made, str):
            if made == "clipped":
                return look._replace(gone=look.gone or made)
            look = look._replace(unread=look.unread or made)
        else:
            across, down = across + made[0], down + made[1]
    zoom = values.get("zoom", "1")
    if zoom not in ("normal", *GLOBAL) and (share := number(zoom)) is not None:
        look = look._replace(size=look.size * share) if share != 1 else look
    if (
        max(abs(across), abs(down)) < _OFF_PAGE
        and not _in_line(look, element)
        and not _functions_move(values)
    ):
        # A block that hangs a little out of its cell, as word processors write it, is where it seems.
        across = down = 0.0
    look = _away(look, element, across, down)
    return _indented(look, element, values, quirks=quirks)


def _offset(
    look: Look, element: etree._Element, values: Mapping[str, str], *, absolute: bool, quirks: bool
) -> Look:
    sides: dict[str, float | None] = {}
    for name in ("left", "right", "top", "bottom"):
        value = values.get(name, "auto")
        if value != "auto" and value not in GLOBAL:
            whole = SCREEN["width" if name in ("left", "right") else "height"]
            sides[name] = length(value, look.size, None if value.endswith("%") else whole, bare=quirks)
    known = [side for side in sides.values() if side is not None]
    if any(abs(side) >= _OFF_PAGE for side in known):
        return look._replace(gone=look.gone or "off-page", room=not absolute)
    if not absolute:
        across, down = sides.get("left"), sides.get("top")
        if "left" not in sides:
            across = -(sides.get("right") or 0.0)
        if "top" not in sides:
            down = -(sides.get("bottom") or 0.0)
        look = _away(look, element, across or 0.0, down or 0.0)
    elif look.within == 2:
        still = (
            all(not side for side in sides.values())
            and (not sides or look.anchored)
            and None not in sides.values()
        )
        if not still or look.covers:
            look = look._replace(unread=look.unread or "moved")
    return look._replace(anchored=look.within > 0)


def paints(values: Mapping[str, str]) -> bool:
    """Whether an element without text is seen: its ground, a picture, a line around it."""
    ground = values.get("background-color", "transparent")
    made = colour(ground)
    if ground not in GLOBAL and (made is None or made.alpha > 0):
        return True
    if values.get("background-image", "none") not in ("none", *GLOBAL):
        return True
    lines = (values.get(f"border{side}", "none") for side in ("", "-top", "-bottom"))
    return any(line.split()[0] not in ("0", "0px", "none", "hidden", *GLOBAL) for line in lines)


def _away(look: Look, element: etree._Element, across: float, down: float) -> Look:
    """Moved by so many pixels to the right and down from where it would stand."""
    if not across and not down:
        return look
    if max(abs(across), abs(down)) >= _OFF_PAGE:
        return look._replace(gone=look.gone or "off-page")
    if not look.within and element.tag not in ROWS:
        return look
    if element.tag == "table":
        return look
    if abs(across) >= 0.25 * look.size or abs(down) >= look.size:
        return look._replace(unread=look.unread or "moved")
    return look._replace(shift=look.shift - down)


def _in_line(look: Look, element: etree._Element) -> bool:
    plain = KINDS.get(element.tag, INLINE) == INLINE and look.display in ("", "inline", "contents")
    return plain and not look.placed


def _functions_move(values: Mapping[str, str]) -> bool:
    return next(_functions(values), None) is not None


def _indented(look: Look, element: etree._Element, values: Mapping[str, str], *, quirks: bool) -> Look:
    """The first line of a block, and of the blocks within it, begins so far to the right."""
    value = values.get("text-indent")
    if value and value not in GLOBAL:
        found = length(value.split()[0], look.size, 400, bare=quirks)
        if found is not None:
            look = look._replace(indent=found)
    if not look.indent or _in_line(look, element):
        return look
    if look.indent < _OUT or look.indent >= _OFF_PAGE:
        return look._replace(gone=look.gone or "off-page")
    if look.within and not -_INDENTED < look.indent < _INDENTED:
        return look._replace(unread=look.unread or "moved")
    return look


def _functions(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in ("translate", "rotate", "scale"):
        value = values.get(name, "none")
        if value not in ("none", *GLOBAL):
            yield name, value.replace(" ", ",")
    value = values.get("transform", "none")
    if value not in ("none", *GLOBAL):
        found = _FUNCTION.findall(value)
        yield from found or [("unknown", "")]


def _turned(kind: str, given: str, em: float) -> tuple[float, float] | str:
    """By how much a transformation moves; or what it does instead."""
    parts = [part for part in re.split(r"[\s,]+", given.strip()) if part]
    if kind.startswith("translate") or kind == "perspective":
        found = [length(part, em, None if part.endswith("%") else 0) or 0.0 for part in parts]
        if kind in ("translatez", "perspective") or not found:
            return 0.0, 0.0
        if kind == "translatey":
            return 0.0, found[0]
        return found[0], (found[1] if len(found) > 1 and kind != "translatex" else 0.0)
    numbers = [number(re.sub(r"(?:deg|rad|turn|grad)$", "", part)) for part in parts]
    if not numbers or None in numbers:
        return "turned"
    known = [one for one in numbers if one is not None]
    if kind.startswith("scale"):
        if any(not one for one in known):
            return "clipped"
        return (0.0, 0.0) if all(one >= 0.3 for one in known) else "turned"
    if kind.startswith(("rotate", "skew")):
        return (0.0, 0.0) if all(abs(one) % 360 < 1e-6 for one in known) else "turned"
    if kind == "matrix" and known[:4] == [1, 0, 0, 1] and len(known) == 6:
        return known[4], known[5]
    return "turned"
