"""Conditional formats of an ``.xlsx``, those that later versions added included."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from govdisclose.readers.spreadsheet._model import Change, Condition
from govdisclose.readers.spreadsheet._parts import Parts, local, named, truth, whole
from govdisclose.readers.spreadsheet._places import areas
from govdisclose.readers.spreadsheet._styles import Styles, few

__all__ = ["read_conditions"]

_SCALES = frozenset(("colorScale",))
_BARS = frozenset(("dataBar", "iconSet"))


def read_conditions(root: etree._Element, styles: Styles, parts: Parts) -> Iterator[Condition]:
    """The conditions of a sheet that may change how its cells are seen. Nobody works out whether they hold."""
    for item in root.iter():
        if local(item) != "conditionalFormatting":
            continue
        texts = [item.get("sqref"), *(part.text for part in named(item, "sqref"))]
        parts.count(sum(text.count(" ") for text in texts if text))
        where = tuple(area for text in texts for area in areas(text))
        changes = [_change(rule, styles) for rule in named(item, "cfRule")]
        kept = tuple(change for change in changes if change != Change())
        if where and kept:
            yield Condition(where, kept)


def _change(rule: etree._Element, styles: Styles) -> Change:
    number = whole(rule.get("dxfId"), -1)
    if 0 <= number < len(styles.changes):
        return styles.changes[number]
    for part in rule:
        name = local(part)
        if name == "dxf":
            return styles.change(part)
        if name in _SCALES:
            return Change(None, few(styles.colour(item, "") for item in named(part, "color")))
        if name in _BARS:
            return Change(odd=not truth(part, "showValue"))
    return Change(odd=number >= 0)
