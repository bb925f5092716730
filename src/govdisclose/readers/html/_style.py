"""What tags and styles say of text: block or inline, shown or hidden, white space kept or not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from attrs import frozen
from lxml import etree

INLINE, BLOCK, TABLE, SKIP, BREAK, PRE = range(6)
TEXTUAL = TABLE
"""Kinds up to this one hold text of which nothing more is to be known."""

_BLOCKS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p search
section summary tbody td tfoot th thead tr ul
"""
_NOT_SHOWN = """
script style noscript template textarea select option optgroup datalist button title iframe object noframes
noembed audio video canvas meta link base col param
"""
KINDS: dict[object, int] = {
    **dict.fromkeys(_BLOCKS.split(), BLOCK),
    **dict.fromkeys(_NOT_SHOWN.split(), SKIP),
    **dict.fromkeys((etree.Comment, etree.ProcessingInstruction, etree.Entity), SKIP),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), PRE),
    "br": BREAK,
    "table": TABLE,
}
"""What each tag is to text; any other tag is inline."""

_SPACES = re.compile(r"[ \t\n\r\f]+")
_NOT_DISPLAYED = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_NOT_VISIBLE = re.compile(r"visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_PRESERVED = re.compile(r"white-space\s*:\s*(?:pre|pre-wrap|break-spaces)\b(?!-)", re.IGNORECASE)
_NORMAL = re.compile(r"white-space\s*:\s*(?:normal|nowrap|pre-line)\b", re.IGNORECASE)
_STYLES: Callable[[etree._Element], Any] = etree.XPath("//@style", smart_strings=False)
_HIDDEN = etree.XPath("boolean(//@hidden)")
_STYLED: Callable[[etree._Element], Any] = etree.XPath("//*[@style or @hidden]")

_LINES_KNOWN = 65535  # libxml2 counts no further


class Line(NamedTuple):
    """A line of text and the line of the source that it begins on."""

    text: str
    line: int | None


class Style(NamedTuple):
    """What a style attribute says of text: taken out, blanked, white space kept (None: it does not say)."""

    removed: bool
    blanked: bool
    preserved: bool | None


@lru_cache(maxsize=4096)
def _style(declarations: str) -> Style:
    preserved = True if _PRESERVED.search(declarations) else False if _NORMAL.search(declarations) else None
    return Style(
        bool(_NOT_DISPLAYED.search(declarations)), bool(_NOT_VISIBLE.search(declarations)), preserved
    )


PLAIN = Style(removed=False, blanked=False, preserved=None)


@frozen
class Hiding:
    """The elements whose own style hides text or keeps white space, or says that it does not; few pages have any."""

    styles: Mapping[etree._Element, Style]
    any: bool

    @classmethod
    def of(cls, root: etree._Element) -> Hiding:
        """Look once at all styles of the page; the attribute ``hidden`` counts as ``display:none``."""
        declared = _STYLES(root)
        hides = bool(_HIDDEN(root))
        if not hides and all(_style(text) == PLAIN for text in set(declared)):
            return cls({}, any=False)
        styles: dict[etree._Element, Style] = {}
        for element in _STYLED(root):
            get = element.get
            declarations = get("style")
            style = _style(declarations) if declarations else PLAIN
            if hides and get("hidden") is not None:
                style = style._replace(removed=True)
            if style != PLAIN:
                styles[element] = style
        return cls(styles, any=True)

    def style(self, element: etree._Element) -> Style:
        """The style of one element."""
        return self.styles.get(element, PLAIN)


def collapse(text: str) -> str:
    """Runs of ASCII white space to one space, none at the ends. Other spaces are characters."""
    return _SPACES.sub(" ", text).strip(" ")


def source_line(element: etree._Element) -> int | None:
    """The line of the source where an element begins, where libxml2 knows it."""
    line: object = element.sourceline
    return line if isinstance(line, int) and line < _LINES_KNOWN else None


def text_of(element: etree._Element) -> str:
    """All text below an element, hidden or not."""
    return "".join(str(text) for text in element.itertext())
