"""What stands in text and is no text: controls, which show their value; pictures and drawings, which are not read.

Decided: a control whose value is shown whole is read (text boxes, the chosen option, a button's words). One that shows
something else (a tick, a slider, dots for a password, an example in grey), or may cut its value off, is not read. What
is empty shows nothing. Of a formula, plain numbers are read; anything stacked or raised is not.
"""

from __future__ import annotations

import re

from lxml import etree

from govdisclose.readers.html._lengths import length
from govdisclose.readers.html._look import Look, is_away
from govdisclose.readers.html._looks import Looks
from govdisclose.readers.html._parts import Part
from govdisclose.readers.html._style import collapse, text_of
from govdisclose.shown import Sight

__all__ = ["parts_of_thing"]

_PICTURES = {
    "applet": "object",
    "audio": "object",
    "canvas": "drawing",
    "embed": "object",
    "iframe": "embedded",
    "image": "picture",
    "img": "picture",
    "marquee": "moved",
    "object": "object",
    "svg": "picture",
    "video": "object",
}
_TEXT_BOXES = frozenset(("text", "search", "tel", "url", "email", "number"))
_BUTTONS = frozenset(("button", "submit", "reset"))
_OTHER_BOXES = """
hidden password checkbox radio range color file image date datetime-local month time week
"""
_KNOWN_BOXES = frozenset((*_TEXT_BOXES, *_BUTTONS, *_OTHER_BOXES.split()))
_EMPHASIS = ("b", "strong", "span", "i", "em", "u")
_FLAT = frozenset(("math", "semantics", "mrow", "mn", "mi", "mo", "mtext", "mstyle", "mspace", "mpadded"))
_NOTES = frozenset(("annotation", "annotation-xml"))
_SCRIPTS = re.compile(r"(?:(?:text|application)/(?:x-)?(?:java|ecma|j|vb)script.*|module|)", re.IGNORECASE)
_SIDES = ("width", "height")
_SIDE = re.compile(r"\s*([0-9]{1,6}(?:\.[0-9]{1,6})?)\s*(?:px)?\s*")
_NUMBER = re.compile(r"-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?")
_TINY = 3.0  # pixels: what is no larger holds a place and shows nothing


def parts_of_thing(element: etree._Element, looks: Looks, *, in_cell: bool) -> list[Part]:
    """The pieces that such an element is."""
    tag = str(element.tag)
    if tag == "script":
        # It may write where it stands. In a line that matters beside digits alone.
        runs = _SCRIPTS.fullmatch((element.get("type") or "").strip()) and (
            element.get("src") or element.text
        )
        return [_unread("script")] if runs else []
    look = looks.look(element)
    if is_away(look):
        return _hidden_text(element, tag, look) if in_cell else []
    if tag in _PICTURES:
        if _is_tiny(element, looks, look) or (tag == "audio" and element.get("controls") is None):
            return []
        return [_unread(_PICTURES[tag])]
    if tag == "math":
        return _formula(element, look)
    if tag in ("meter", "progress"):
        return [_unread("control")]
    text = _value(element, tag)
    if not in_cell:
        # Boxes to search the site, lists of links: they are no text of a report.
        return [_unread("control")] if text is None or (text.strip() and tag != "button") else []
    if text is None or (tag == "input" and _is_narrow(element, looks, look, text)):
        return [_unread("control")]
    return [Part.of(text, look)] if text.strip() else []


def _unread(what: str) -> Part:
    return Part("", Sight.NOT_READ, what)


def _hidden_text(element: etree._Element, tag: str, look: Look) -> list[Part]:
    text = "" if tag in _PICTURES or tag == "math" else _value(element, tag) or ""
    return [Part.of(text, look)] if text.strip() else []


def _is_tiny(element: etree._Element, looks: Looks, look: Look) -> bool:
    values = looks.applied(element).values
    for name in _SIDES:
        value = values.get(name)
        if value and value != "auto":
            made = length(value, look.size, bare=looks.quirks)
            if made is not None and made <= _TINY:
                return True
            continue
        side = _SIDE.fullmatch(element.get(name, ""))
        if side and float(side[1]) <= _TINY:
            return True
    return False


def _formula(element: etree._Element, look: Look) -> list[Part]:
    texts: list[str] = []
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag in _NOTES or not isinstance(node.tag, str):
            continue
        if node.tag not in _FLAT or any(name in node.attrib for name in ("style", "class", "hidden", "dir")):
            return [_unread("formula")]
        if node.text:
            texts.append(node.text.strip())
        # Text after an element stands in no element of its own, and is not drawn by all browsers.
        if any(child.tail and child.tail.strip() for child in node):
            return [_unread("formula")]
        stack.extend(reversed(node))
    return [Part.of("".join(texts), look)]


def _value(element: etree._Element, tag: str) -> str | None:
    """The text that a control shows; None if it shows something else."""
    if tag == "input":
        return _input(element)
    if tag == "textarea":
        text = text_of(element)
        text = text.replace("\r\n", "\n").removeprefix("\n")
        rows = element.get("rows", "2")
        lines = text.rstrip("\n").count("\n") + 1
        if lines > (int(rows) if rows.isascii() and rows.isdigit() and len(rows) < 4 and int(rows) else 2):
            return None
        return None if not text.strip() and (element.get("placeholder") or "").strip() else text
    if tag == "select":
        return _chosen(element)
    if len(element):
        # The words of a button, where nothing but plain emphasis stands in it.
        inner = [child for child in element.iter("*") if child is not element]
        plain = all(child.tag in _EMPHASIS and not child.attrib for child in inner)
        return collapse(text_of(element)) if plain else None
    return collapse(element.text or "")


def _input(element: etree._Element) -> str | None:
    kind = (element.get("type") or "text").strip().lower()
    value = (element.get("value") or "").replace("\n", "").replace("\r", "")
    if kind not in _KNOWN_BOXES:
        kind = "text"
    if kind == "hidden":
        return ""
    if kind in _BUTTONS:
        return value if element.get("value") is not None or kind == "button" else None
    if kind == "password":
        return None if value or (element.get("placeholder") or "").strip() else ""
    if kind not in _TEXT_BOXES:
        return None
    if kind == "number" and not _NUMBER.fullmatch(value.strip()):
        value = ""
    if not value.strip() and (element.get("placeholder") or "").strip():
        return None
    return value


def _is_narrow(element: etree._Element, looks: Looks, look: Look, text: str) -> bool:
    """Whether the box may cut its value off."""
    size = element.get("size", "")
    if size.isascii() and size.isdigit() and len(size) < 5 and 0 < int(size) < len(text):
        return True
    value = looks.applied(element).values.get("width", "")
    made = length(value, look.size, bare=looks.quirks) if value and value != "auto" else None
    return made is not None and made < 0.6 * look.size * len(text)


def _chosen(element: etree._Element) -> str | None:
    options = list(element.iter("option"))
    size = element.get("size", "1").strip()
    if element.get("multiple") is not None or size not in ("", "0", "1"):
        return None
    chosen = [one for one in options if one.get("selected") is not None][-1:]
    chosen = chosen or [one for one in options if not _is_disabled(one)][:1]
    if not chosen:
        return ""
    shown = (chosen[0].get("label") or "").strip()
    return shown or collapse(text_of(chosen[0]))


def _is_disabled(option: etree._Element) -> bool:
    parent = option.getparent()
    group = parent is not None and parent.tag == "optgroup" and parent.get("disabled") is not None
    return option.get("disabled") is not None or group
