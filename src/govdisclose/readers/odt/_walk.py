"""One reading of a text: its styles, its lists, and where the reading stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import field, mutable
from lxml import etree

from govdisclose.limits import Limits
from govdisclose.readers.odt._lists import Lists
from govdisclose.readers.odt._looks import Looks
from govdisclose.readers.odt._names import TEXT
from govdisclose.readers.odt._package import Source
from govdisclose.readers.odt._styles import Sheet

__all__ = ["HIDDEN", "Walk", "is_hidden"]

HIDDEN = "<w:vanish/>"
"""Of a run that is not shown."""


@mutable
class Walk:
    """One reading.

    ``blocks`` writes the paragraphs and tables of a container. ``deleted`` is the text of each tracked deletion by its
    name, ``deleting`` the names of those that are open; ``separated`` are the marks of fields whose result begins at a
    mark of its own, ``closed`` those that end. ``extra`` is said of every run: that what holds it is hidden.
    """

    limits: Limits
    source: Source
    sheet: Sheet
    looks: Looks
    lists: Lists
    blocks: Callable[[etree._Element, Walk, int], str]
    deleted: Mapping[str, str]
    separated: frozenset[etree._Element]
    closed: frozenset[etree._Element]
    hides: bool
    deleting: set[str] = field(factory=set)
    extra: str = ""
    in_cell: bool = False
    written: int = 0
    lines: dict[int, tuple[object, str, str]] = field(factory=dict)

    def check_depth(self, depth: int) -> None:
        """Raise ``LimitError`` where elements are nested too deep."""
        if depth > self.limits.depth:
            self.limits.check("depth", depth)

    def count(self, characters: int) -> None:
        """Count what was written. Raises ``LimitError`` as soon as it is more than a part may hold."""
        self.written += characters
        if self.written > self.limits.inflated:
            self.limits.check("inflated", self.written, "the text with its styles")


_ALWAYS = ("ooow:true", "true", "ooow:1", "1", "ooow:1==1", "of:true()")
_NEVER = ("ooow:false", "false", "ooow:0", "0", "of:false()")


def is_hidden(element: etree._Element) -> bool | None:
    """Whether a field or a section with a condition is hidden; None: nobody can tell.

    The file keeps what the condition came to. Where it says the opposite of a condition that always or never holds,
    programs will differ.
    """
    kept = element.get(TEXT + "is-hidden")
    condition = element.get(TEXT + "condition", "").replace(" ", "").lower()
    if kept is None:
        return True if condition in _ALWAYS else False if condition in _NEVER else None
    hidden = kept == "true"
    if condition in (_NEVER if hidden else _ALWAYS):
        return None
    return hidden
