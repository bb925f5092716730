"""From the look around an element to the look within it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from govdisclose.readers.html._colours import Colour, colour, over
from govdisclose.readers.html._lengths import SCREEN, font_size, length, number
from govdisclose.readers.html._look import Look
from govdisclose.readers.html._properties import colours_of, images
from govdisclose.readers.html._shift import moved, paints
from govdisclose.readers.html._style import CELLS, INLINE, KINDS, ROWS
from govdisclose.readers.html._weight import FLAT, GLOBAL, line_share
from govdisclose.shown import Sight

__all__ = ["SYMBOLS", "descend", "is_stacking", "resolved"]

_VARIABLE = re.compile(r"var\(\s*(--[^\s,()]+)\s*(?:,([^()]*))?\)")
_LONGEST = 400
_INLINE = ("inline", "inline-block", "inline-flex", "inline-grid", "inline-table", "contents", "ruby")
_INLINE_ALONE = ("inline", "contents", "ruby")
_CUTTING = ("hidden", "clip", "auto", "scroll", "overlay")
_INSET = re.compile(r"inset\(\s*(\d{1,3}(?:\.\d+)?)%")
_RECT = re.compile(r"rect\(([^()]*)\)")
SYMBOLS = re.compile(r"[\"']?(?:symbol|wingdings(?: [23])?|webdings|zapf ?dingbats)\b")


def resolved(value: str, variables: Mapping[str, str]) -> str | None:
    """A value with its variables put in; None where one is not known."""
    for _ in range(8):
        match = _VARIABLE.search(value)
        if match is None:
            break
        found: str | None = variables.get(match[1], match[2])
        if found is None:
            return None
        value = (value[: match.start()] + found + value[match.end() :]).strip()
        if len(value) > _LONGEST:
            return None
    return None if "var(" in value else value


def descend(around: Look, element: etree._Element, values: Mapping[str, str], *, quirks: bool) -> Look:
    """The look within an element to which ``values`` apply."""
    tag = element.tag
    within = around.within if around.within in (0, 2) else 2
    cell = tag in CELLS
    variables = around.variables
    own = {name: value for name, value in values.items() if name.startswith("--")}
    if own:
        variables = {**variables, **own}
    unread = around.unread
    if any("var(" in value for value in values.values()):
        known: dict[str, str] = {}
        for name, value in values.items():
            made = resolved(value, variables) if "var(" in value and not name.startswith("--") else value
            if made is not None:
                known[name] = made
            elif name in ("display", "visibility", "opacity", "position"):
                unread = "style"
        values = known
    get = values.get
    size, scaled = _size(around, get("font-size"), quirks)
    if size is None:
        size, unread = around.size, unread or ("style" if within == 2 else "")
    display = get("display", "")
    if display in GLOBAL or not display:
        display = "" if display != "initial" else "inline"
    if display.endswith("flex") and get("flex-direction", "").startswith("column"):
        display = display.removesuffix("flex") + "grid"  # its boxes stand one below the other
    floats = get("float", "none") not in ("none", *GLOBAL)
    position = get("position", "static")
    absolute = position in ("absolute", "fixed")
    is_inline = (display in _INLINE) if display else KINDS.get(tag, INLINE) == INLINE
    look = around._replace(
        hidden=_hidden(around, get("visibility")),
        size=size,
        scaled=scaled,
        control=around.control or "-control" in values,
        rtl=_inherited(get("direction"), around.rtl, "rtl", "ltr"),
        keep=_keep(get("white-space"), around.keep),
        variables=variables,
        display=display,
        placed=floats
        or absolute
        or is_stacking(around)
        or (display in _INLINE[1:5] and _fills(get("width", ""))),
        within=within,
        unread=unread,
        outlined=_outlined(around, values),
        covers=absolute and within == 2 and paints(values),
        before=0.0,
        after=0.0,
    )
    if is_inline and not cell and tag not in ROWS:
        look = _raised(look, around, values, quirks)
        look = look._replace(
            before=_side(values, "left", size, quirks), after=_side(values, "right", size, quirks)
        )
    if floats or absolute or display in _INLINE[1:5]:
        # A line is drawn through what flows in a block, not through blocks of their own in a line.
        look = look._replace(struck=False)
    look = _painted(look, around, values, quirks)
    line = get("text-decoration-line", "")
    if "line-through" in line and _drawn(get("text-decoration-color"), look):
        look = look._replace(struck=True)
    look = moved(look, element, values, position, quirks=quirks)
    look = _cut(look, element, values, is_inline=is_inline, absolute=absolute, quirks=quirks)
    bidi = get("unicode-bidi", "")
    if bidi.endswith("override"):
        look = look._replace(turned=look.rtl)
    elif bidi in ("isolate", "plaintext"):
        look = look._replace(turned=False)
    return _odd(look, element, values)


def is_stacking(look: Look) -> bool:
    """Whether each element within stands on a line of its own. Of several columns nobody can tell which they are."""
    return look.display in ("grid", "inline-grid", "-ms-grid")


def _fills(width: str) -> bool:
    """Whether nothing stands beside a box of that width."""
    return width.endswith("%") and (number(width) or 0.0) > 0.5


def _inherited(value: str | None, around: bool, yes: str, no: str) -> bool:
    return True if value == yes else False if value in (no, "initial") else around


def _hidden(around: Look, value: str | None) -> bool:
    if value is None or value in ("inherit", "unset"):
        return around.hidden
    return value in ("hidden", "collapse")


def _outlined(around: Look, values: Mapping[str, str]) -> bool:
    found = [
        value
        for name in ("text-shadow", "text-stroke")
        if (value := values.get(name, "inherit")) != "inherit"
    ]
    return any(value not in ("none", "0", "0px", *GLOBAL) for value in found) if found else around.outlined


def _keep(value: str | None, around: bool | None) -> bool | None:
    if value is None or value in ("inherit", "unset"):
        return around
    return value.split()[0] in ("pre", "pre-wrap", "break-spaces", "preserve")


def _size(around: Look, value: str | None, quirks: bool) -> tuple[float | None, bool]:
    if value is None or value in ("inherit", "unset"):
        return around.size, around.scaled
    scaled = value in ("smaller", "larger") or (value.endswith(("%", "em")) and not value.endswith("rem"))
    return font_size(value, around.size, bare=quirks), scaled


def _side(values: Mapping[str, str], side: str, em: float, quirks: bool) -> float:
    total = 0.0
    for edge in ("margin", "padding"):
        value = values.get(f"{edge}-{side}")
        if value:
            total += length(value, em, 0, bare=quirks) or 0.0
    return total


def _raised(look: Look, around: Look, values: Mapping[str, str], quirks: bool) -> Look:
    """Inline text above or below its line."""
    variant = values.get("font-variant-position", "").split()
    if values.get("-mark") or "super" in variant:
        return look._replace(mark=Sight.RAISED)
    if "sub" in variant:
        return look._replace(mark=Sight.LOWERED)
    value = values.get("vertical-align", "")
    if value in ("super", "sub"):
        return look._replace(mark=Sight.RAISED if value == "super" else Sight.LOWERED)
    if value and value not in GLOBAL:
        up = length(value, look.size, 1.2 * look.size, bare=quirks)
        return look._replace(shift=around.shift + up) if up else look
    if "top" not in values and "bottom" not in values and (raised := values.get("mso-text-raise")):
        return look._replace(shift=around.shift + (length(raised, look.size, look.size, bare=quirks) or 0.0))
    return look


def _drawn(value: str | None, look: Look) -> bool:
    """Whether a line of that colour is seen."""
    made = colour(value) if value else None
    return made is None or made.alpha > 0


def _painted(look: Look, around: Look, values: Mapping[str, str], quirks: bool) -> Look:
    """Colours: of the letters, and of what lies behind them."""
    letters = _colour(values.get("color"), around.colour, quirks)
    if letters is None:
        letters = around.colour
        look = look._replace(unread=look.unread or ("style" if look.within else ""))
    fill = values.get("text-fill-color")
    if fill and fill != "currentcolor":
        letters = _colour(fill, letters, quirks) or letters
    grounds, guessed = around.grounds, around.guessed
    if values.get("text-shadow", "none") not in ("none", *GLOBAL):
        guessed = True  # the shadow of letters that are not seen may be seen
    value = values.get("background-color")
    if value and value not in GLOBAL:
        made = _colour(value, letters, quirks)
        if made is None:
            guessed = True
        elif made.alpha:
            grounds = tuple(over(made, ground) for ground in grounds) if made.alpha < 1 else (made,)
            guessed = guessed and made.alpha < 1
    image = values.get("background-image", "none")
    if image != "none" and images(image):
        grounds, guessed = _behind(image, grounds, guessed)
    if values.get("background-clip") == "text":
        guessed = True
    opacity = around.opacity
    value = values.get("opacity")
    if value and value not in GLOBAL:
        share = number(value)
        if share is None:
            look = look._replace(unread=look.unread or ("style" if look.within else ""))
        else:
            opacity *= min(1.0, max(0.0, share))
    return look._replace(colour=letters, grounds=grounds, guessed=guessed, opacity=opacity)


def _behind(image: str, grounds: tuple[Colour, ...], guessed: bool) -> tuple[tuple[Colour, ...], bool]:
    """What lies behind letters on a gradient: any of its colours. On a picture nobody knows."""
    if "gradient" not in image or len(image) > _LONGEST:
        return grounds, True
    found = colours_of(image)[:8]
    if not found:
        return grounds, True
    return tuple(over(one, ground) for one in found for ground in grounds)[:64], guessed


def _colour(value: str | None, around: Colour, quirks: bool) -> Colour | None:
    """A colour; that around it where nothing is said; None for one that is not known."""
    if value is None or value in ("inherit", "unset", "currentcolor"):
        return around
    if value in ("initial", "revert", "revert-layer"):
        return Colour(0, 0, 0)
    return colour(value, bare=quirks)


def _cut(
    look: Look,
    element: etree._Element,
    values: Mapping[str, str],
    *,
    is_inline: bool,
    absolute: bool,
    quirks: bool,
) -> Look:
    """What is taken out of the page or cut off."""
    get = values.get
    if look.display == "none" or get("mso-hide") == "all":
        return look._replace(gone=look.gone or "hidden", room=look.room and bool(look.gone))
    if get("content-visibility") == "hidden":
        return look._replace(gone=look.gone or "hidden")
    rect = _RECT.search(get("clip", "")) if absolute else None
    if rect:
        sides = [length(side, look.size, bare=quirks) for side in rect[1].replace(",", " ").split()]
        if len(sides) == 4:
            top, right, bottom, left = sides
            if _empty(left, right) or _empty(top, bottom):
                return look._replace(gone=look.gone or "clipped", room=False)
            if None not in sides and look.within == 2:
                look = look._replace(unread=look.unread or "style")
    path = get("clip-path", "none")
    if path not in ("none", *GLOBAL):
        inset = _INSET.match(path)
        if (inset and float(inset[1]) >= 50) or path.startswith(("circle(0", "ellipse(0")):
            return look._replace(gone=look.gone or "clipped")
        if look.within:
            look = look._replace(unread=look.unread or "style")
    in_line = is_inline and look.display in ("", *_INLINE_ALONE) and not look.placed
    if in_line or element.tag in CELLS or element.tag in ROWS:
        return look
    low = line_share(get("line-height", "normal"))
    if low is not None and low < FLAT and get("overflow-y", get("overflow-x")) in _CUTTING:
        if low < 0.1 and "height" not in values:
            return look._replace(gone=look.gone or "clipped", room=False)
        look = look._replace(unread=look.unread or ("style" if look.within else ""))
    across = _bound(values, "width", look.size, quirks)
    down = _bound(values, "height", look.size, quirks)
    if across is not None and get("overflow-x", get("overflow-y")) in _CUTTING:
        if across <= 2:
            return look._replace(gone=look.gone or "clipped", room=False)
        if look.limit is None or across < look.limit:
            look = look._replace(limit=across)
    if down is not None and get("overflow-y", get("overflow-x")) in _CUTTING:
        if down <= 2:
            return look._replace(gone=look.gone or "clipped", room=False)
        if down < 0.6 * look.size and look.within == 2:
            look = look._replace(unread=look.unread or "style")
    return look


def _empty(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and high - low <= 1


def _bound(values: Mapping[str, str], side: str, em: float, quirks: bool) -> float | None:
    found = [
        made
        for name in (side, f"max-{side}")
        if (value := values.get(name))
        and (made := length(value, em, SCREEN[side], bare=quirks)) is not None
        and (not value.endswith("%") or not made)
    ]
    padded = side == "width" and values.get("padding-left")
    more = (length(values.get("padding-left", "0"), em, 0) or 0.0) if padded else 0.0
    return min(found) + more if found else None


def _odd(look: Look, element: etree._Element, values: Mapping[str, str]) -> Look:
    """What changes the drawing of text in ways that are not worked out."""
    get = values.get
    what = ""
    if get("all") not in (None, "inherit"):
        what = "style"
    kind = get("filter", "none")
    if kind not in ("none", *GLOBAL):
        if kind.startswith("opacity("):
            share = number(kind[8:].partition(")")[0])
            if share is not None:
                return look._replace(opacity=look.opacity * min(1.0, share))
        if not kind.startswith(("grayscale", "sepia", "saturate", "hue-rotate", "drop-shadow")):
            what = "style"
    if get("mask", "none") not in ("none", *GLOBAL) or get("text-security", "none") not in ("none", *GLOBAL):
        what = "style"
    if look.within:
        if get("mix-blend-mode", "normal") not in ("normal", *GLOBAL):
            what = "style"
        spacing = length(get("letter-spacing", "0"), look.size, 0)
        if spacing is not None and spacing < -0.25 * look.size:
            what = "style"
        if "reverse" in get("flex-direction", "") or get("order", "0") not in ("0", *GLOBAL):
            what = "order"
        if look.rtl and "flex" in get("display", ""):
            what = "order"  # its boxes stand from right to left
        if SYMBOLS.match(get("font-family", "")):
            what = "symbol"
    return look._replace(unread=look.unread or what) if what else look
