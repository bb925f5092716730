"""Texts of an ``.xlsx``: those that cells share, and those that stand in a cell."""

from __future__ import annotations

import re

from lxml import etree

from govdisclose.readers.spreadsheet._model import Run
from govdisclose.readers.spreadsheet._parts import Parts, local, named
from govdisclose.readers.spreadsheet._styles import Styles

__all__ = ["Text", "read_strings", "text_of", "unescaped"]

Text = str | tuple[Run, ...]

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Characters that markup cannot hold are written as ``_x000D_``."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def text_of(item: etree._Element, styles: Styles) -> Text:
    """The text of an ``si`` or ``is``. What is said of its pronunciation is no part of it."""
    runs: list[Run] = []
    for part in item:
        name = local(part)
        if name == "t":
            runs.append(Run(unescaped(part.text or "")))
        elif name == "r":
            look = next(named(part, "rPr"), None)
            text = "".join(unescaped(each.text or "") for each in named(part, "t"))
            runs.append(Run(text, styles.font(look, styles.usual) if look is not None else None))
    if all(run.font is None for run in runs):
        return "".join(run.text for run in runs)
    return tuple(runs)


def read_strings(parts: Parts, book: str, styles: Styles) -> list[Text]:
    """The shared strings. Raises as ``Parts.tree`` does."""
    name = parts.related(book, "sharedStrings")
    if name is None:
        return []
    return [text_of(item, styles) for item in named(parts.tree(name), "si")]
