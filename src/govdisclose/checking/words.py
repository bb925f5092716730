"""A place in the words of the form: 三、收到和处理… › （四）无法提供 › 1.本机关不掌握… › 总计."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from govdisclose.grammar.entry import entry_path
from govdisclose.grammar.layout import Layout
from govdisclose.text import one_line

__all__ = ["SHORT", "group_of", "place_words", "section_words"]

SHORT = 16
"""Characters: a longer label is cut where it is one of several in a place."""


def place_words(layout: Layout | None, path: str, *, short: bool = True) -> str:
    """An entry, row, column or table in the form's own words; the path itself where the form has no such place."""
    table_key, _, rest = path.partition(":")
    row, _, column = rest.partition(":")
    if layout is None or table_key not in {table.key for table in layout.tables}:
        return path
    table = layout.table(table_key)
    words = [section_words(layout, table_key) or table.title]
    try:
        labels = table.row_labels(row) if row else ()
        words += (
            labels[1:] if table.bands and len(labels) > 1 else labels
        )  # 第二十条第（一）项 tells nobody the row
        words += table.column_labels(row, column) if column else ()
    except (KeyError, ValueError):
        return path if row else words[0]  # a column of a stack is one of a band
    return " › ".join(_cut(word) if short else one_line(word) for word in words)


def group_of(paths: Sequence[str]) -> str:
    """The path of what several entries have in common: a group of rows, a column or a group of them, else the table."""
    keys, rows, columns = zip(*(path.split(":") for path in paths), strict=True)
    if len(set(keys)) > 1:
        return paths[0]
    row = "/".join(_common([item.split("/") for item in rows]))
    column = "/".join(_common([item.split("/") for item in columns]))
    return entry_path(keys[0], row, column)


def _common(parts: Sequence[Sequence[str]]) -> list[str]:
    """What all begin with."""
    return [same[0] for same in takewhile(lambda same: len(set(same)) == 1, zip(*parts, strict=False))]


def section_words(layout: Layout | None, key: str) -> str:
    """The official heading of a section; empty where the form has none of that key."""
    for section in layout.sections if layout is not None else ():
        if section.key == key:
            return section.label
    return ""


def _cut(word: str) -> str:
    word = one_line(word)
    return word if len(word) <= SHORT else f"{word[: SHORT - 1]}…"
