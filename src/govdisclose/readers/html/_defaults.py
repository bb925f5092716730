"""What tags and attributes say of text by themselves, as declarations that any style sheet overrides."""

from __future__ import annotations

from lxml import etree

from govdisclose.readers.html._colours import Colour, legacy

__all__ = ["HEAVY_TAGS", "SIZED_TAGS", "base_of"]

_STRUCK = {"text-decoration-line": "line-through"}
_GLOSS = {"-mark": "raised", "font-size": "50%"}
_KEPT = {"white-space": "pre"}
_BOX = {"color": "black", "background-color": "white", "font-size": "13.333px", "-control": "yes"}
_BASES: dict[str, dict[str, str]] = {
    "bdi": {"unicode-bidi": "isolate"},
    "bdo": {"unicode-bidi": "isolate-override"},
    "big": {"font-size": "larger"},
    "button": _BOX | {"background-color": "#efefef"},
    "del": _STRUCK,
    "input": _BOX,
    "listing": _KEPT,
    "mark": {"background-color": "yellow", "color": "black"},
    "plaintext": _KEPT,
    "pre": _KEPT,
    "rp": {"display": "none"},
    "rt": _GLOSS,
    "rtc": _GLOSS,
    "s": _STRUCK,
    "select": _BOX,
    "small": {"font-size": "smaller"},
    "strike": _STRUCK,
    "sub": {"vertical-align": "sub", "font-size": "smaller"},
    "sup": {"vertical-align": "super", "font-size": "smaller"},
    "textarea": _BOX,
    "xmp": _KEPT,
}
"""What a browser declares for tags. What begins with one hyphen is no property of CSS."""
HEAVY_TAGS = ("del", "s", "strike", "sup", "sub", "rt", "rtc", "rp", "bdo", "dialog", "details", "q")
"""Tags that make of their text something other than plain text."""
SIZED_TAGS = ("small", "big", "font")
_SIZES = ("10px", "13px", "16px", "18px", "24px", "32px", "48px")
_NONE: dict[str, str] = {}


def base_of(element: etree._Element) -> dict[str, str]:
    """The declarations of a tag and its attributes, in a mapping that may be added to."""
    tag = str(element.tag)
    values = dict(_BASES.get(tag, _NONE))
    attributes = element.attrib
    if not attributes:
        if tag == "dialog":
            values["display"] = "none"
        return values
    get = attributes.get
    if tag == "font":
        _font(element, values)
    elif tag == "a" and get("href") is not None:
        values["color"] = "#0000ee"
    elif tag == "body" and (made := legacy(get("text") or "")):
        values["color"] = _hex(made)
    elif tag == "dialog" and get("open") is None:
        values["display"] = "none"
    if ground := get("bgcolor"):
        made = legacy(ground)
        if made:
            values["background-color"] = _hex(made)
    if get("background"):
        values["background-image"] = "url(picture)"
    direction = (get("dir") or "").strip().lower()
    if direction in ("ltr", "rtl"):
        values["direction"] = direction
        values.setdefault("unicode-bidi", "isolate")
    if get("hidden") is not None or get("popover") is not None:
        values["display"] = "none"
    return values


def _font(element: etree._Element, values: dict[str, str]) -> None:
    made = legacy(element.get("color") or "")
    if made:
        values["color"] = _hex(made)
    if face := element.get("face"):
        values["font-family"] = face.lower()
    size = (element.get("size") or "").strip()
    digits = size.lstrip("+-")
    if digits.isascii() and digits.isdigit() and len(digits) < 4:
        step = int(digits)
        if size != digits:
            step = 3 - step if size.startswith("-") else 3 + step
        values["font-size"] = _SIZES[min(7, max(1, step)) - 1]


def _hex(made: Colour) -> str:
    return f"#{int(made.red):02x}{int(made.green):02x}{int(made.blue):02x}"
