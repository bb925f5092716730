"""What tags are to text: block or inline, shown or not, something other than text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

INLINE, BLOCK, TABLE, PRE, SKIP, BREAK, THING = range(7)
TEXTUAL = TABLE
"""Kinds up to this one hold text of which nothing more is to be known."""

_BLOCKS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p search
section summary tbody td tfoot th thead tr ul
"""
_NOT_SHOWN = """
style noscript template option optgroup datalist title noframes noembed meta link base col param source track area
"""
_THINGS = """
applet audio button canvas embed iframe image img input marquee math meter object progress script select svg
textarea video
"""
KINDS: dict[object, int] = {
    **dict.fromkeys(_BLOCKS.split(), BLOCK),
    **dict.fromkeys(_NOT_SHOWN.split(), SKIP),
    **dict.fromkeys(_THINGS.split(), THING),
    **dict.fromkeys((etree.Comment, etree.ProcessingInstruction, etree.Entity), SKIP),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), PRE),
    "br": BREAK,
    "table": TABLE,
}
"""What each tag is to text; any other tag is inline."""

CELLS = ("td", "th")
GROUPS = ("thead", "tbody", "tfoot")
ROWS = ("table", "tr", *GROUPS)
"""What holds the cells of a table."""

_SPACES = re.compile(r"[ \t\n\r\f]+")

_LINES_KNOWN = 65535  # libxml2 counts no further


class Line(NamedTuple):
    """A line of text and the line of the source that it begins on."""

    text: str
    line: int | None


def collapse(text: str) -> str:
    """Runs of ASCII white space to one space, none at the ends. Other spaces are characters."""
    return _SPACES.sub(" ", text).strip(" ")


def single_spaced(text: str) -> str:
    """Runs of ASCII white space to one space, at the ends too."""
    return _SPACES.sub(" ", text)


def source_line(element: etree._Element) -> int | None:
    """The line of the source where an element begins, where libxml2 knows it."""
    line: object = element.sourceline
    return line if isinstance(line, int) and line < _LINES_KNOWN else None


def text_of(element: etree._Element) -> str:
    """All text below an element, hidden or not."""
    return "".join(str(text) for text in element.itertext())


def is_within(
    element: etree._Element, known: dict[etree._Element, bool], holds: Callable[[etree._Element], bool]
) -> bool:
    """Whether something holds of an element or of one around it. What was found is kept in ``known``."""
    path: list[etree._Element] = []
    found = False
    one: etree._Element | None = element
    while one is not None:
        before = known.get(one)
        if before is not None:
            found = before
            break
        path.append(one)
        if holds(one):
            found = True
            break
        one = one.getparent()
    known.update(dict.fromkeys(path, found))
    return found
