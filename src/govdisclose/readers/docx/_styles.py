"""The style sheet of a Word document: the run properties of its styles, with all that they are based on.

A chain of styles may be as long as the sheet, and a circle: each style is worked out once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import define, field, frozen
from lxml import etree

from govdisclose.readers.docx._colour import shading
from govdisclose.readers.docx._properties import TOGGLES, Properties, over, read_line, read_run
from govdisclose.readers.docx._xml import W, number

__all__ = ["NO_STYLE", "UNPREFIXED", "UNSURE", "Sheet", "Style", "is_harmless", "read_sheet"]

# In the bytes of a sheet: properties that may hide or mark text. A sheet without them need not be read for those.
_ODD = (
    *(
        b"anish",
        b"ebHidden",
        b"trike",
        b"vertAlign",
        b"position",
        b"textFill",
        b"highlight",
        b"eastAsianLayout",
    ),
    *(b":rtl", b":shd ", b":w ", b"dings", b"arlett", b"ingbats", b"exact", b'="-', b"='-"),
    *(b"&", b"\0"),
)
UNPREFIXED = re.compile(rb"xmlns\s*=")
"""Of a part in which names may stand without a prefix: it is not searched for names with one."""
_VALUED = (b":color ", b":sz ")
_PLAIN_VALUE = re.compile(rb"\w+:val=[\"'](?:auto|[0-9A-Ba-b][0-9A-Fa-f]{5}|[4-9]|\d\d\d?)[\"']\s*/?>")


_KEPT = 50_000  # bytes: longer sheets are not remembered
UNSURE = "?"
"""Of a property that two kinds of style switch on: Word has them cancel each other out, other programs do not."""


@frozen
class Style:
    """What a style says, its base included. ``parts``: of a table style, by part of the table."""

    properties: Properties
    parts: Mapping[str, Properties] = field(factory=dict)
    bands: tuple[int, int] = (1, 1)


NO_STYLE = Style({})


@define
class Sheet:
    """The styles by kind and name; ``usual`` is the paragraph style of paragraphs that name none."""

    defaults: Properties
    own: Mapping[tuple[str, str], etree._Element]
    usual: str
    usual_table: str
    found: dict[tuple[str, str], Style] = field(factory=dict)

    def style(self, kind: str, name: str) -> Style:
        """A style with its bases; one that is not there, or is of another kind, says nothing."""
        chain: list[tuple[str, etree._Element]] = []
        passed: set[str] = set()
        at = name
        base = NO_STYLE
        while at not in passed:
            known = self.found.get((kind, at))
            if known is not None:
                base = known
                break
            own = self.own.get((kind, at))
            if own is None:
                break
            passed.add(at)
            chain.append((at, own))
            parent = own.find(W + "basedOn")
            at = parent.get(W + "val", "") if parent is not None else ""
        for named, own in reversed(chain):
            base = _based(base, _style(own, kind))
            self.found[kind, named] = base
        return base

    def run(self, paragraph: str, character: str, table: Properties) -> dict[str, str]:
        """The properties of a run before its own: of the document, the table, the paragraph and the characters."""
        levels = (
            table,
            self.style("paragraph", paragraph or self.usual).properties,
            self.style("character", character).properties if character else {},
        )
        found = dict(self.defaults)
        for level in levels:
            found |= level
        for name in TOGGLES:
            if self.defaults.get(name) != "1":
                on = sum(level.get(name) == "1" for level in levels)
                found[name] = UNSURE if on > 1 else str(on)
        return found


def _based(base: Style, own: Style) -> Style:
    parts = dict(base.parts)
    for part, properties in own.parts.items():
        parts[part] = over(parts.get(part, {}), properties)
    bands = own.bands if own.parts or own.bands != (1, 1) else base.bands
    return Style(over(base.properties, own.properties), parts, bands)


def is_harmless(data: bytes) -> bool:
    """Whether the bytes of a sheet show at once that no style hides, strikes or marks anything."""
    # The names of styles that are not in use: most of the sheet, and no properties.
    names = data.find(b"latentStyles"), data.rfind(b"latentStyles")
    data = data[: max(names[0], 0)] + data[max(names[1], 0) :]
    return _is_plain(data) if len(data) > _KEPT else _is_plain_kept(data)


def _is_plain(data: bytes) -> bool:
    if any(name in data for name in _ODD) or UNPREFIXED.search(data):
        return False
    return all(_PLAIN_VALUE.match(value) for name in _VALUED for value in data.split(name)[1:])


# Files of one office mostly have the same sheet.
_is_plain_kept = lru_cache(maxsize=16)(_is_plain)


def read_sheet(root: etree._Element | None) -> Sheet:
    """The sheet of a ``w:styles``; None: one without styles."""
    own: dict[tuple[str, str], etree._Element] = {}
    usual = {"paragraph": "", "table": ""}
    for style in () if root is None else root.iterfind(W + "style"):
        kind = style.get(W + "type", "paragraph")
        name = style.get(W + "styleId", "")
        if style.get(W + "default") in ("1", "true", "on") and kind in usual:
            usual[kind] = name
        own[kind, name] = style
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
    return Sheet(read_run(defaults), own, usual["paragraph"], usual["table"])


def _style(style: etree._Element, kind: str) -> Style:
    properties = _all(style)
    if kind != "table":
        return Style(properties)
    parts = {part.get(W + "type", ""): _all(part) for part in style.iterfind(W + "tblStylePr")}
    table = style.find(W + "tblPr")
    bands = [
        max(number(table.find(f"{W}tblStyle{side}BandSize") if table is not None else None, 1), 1)
        for side in ("Row", "Col")
    ]
    return Style(properties, parts, (bands[0], bands[1]))


def _all(parent: etree._Element) -> dict[str, str]:
    """The properties of runs, of lines and, of a table style, of cells."""
    found = {**read_run(parent.find(W + "rPr")), **read_line(parent.find(W + "pPr"))}
    for place in (f"{W}tblPr/{W}shd", f"{W}tcPr/{W}shd"):
        shaded = parent.find(place)
        if shaded is not None:
            found["cell"] = shading(shaded)
    return found
