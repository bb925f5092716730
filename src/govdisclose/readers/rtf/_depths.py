"""What a file declares of its lists."""

from __future__ import annotations

from attrs import field, mutable

from govdisclose.readers._wordml import escape, number_format
from govdisclose.readers.rtf._codecs import joined

__all__ = ["DEEPEST", "Depth", "List"]

DEEPEST = 9


@mutable
class Depth:
    """One level of a list."""

    format: int = 0
    start: int = 1
    follow: int = 0
    text: str = ""
    numbers: str = ""

    def markup(self, at: int) -> str:
        """The ``w:lvl``: places of numbers in the text, which are said beside it, become %1 to %9."""
        places = {ord(place) for place in self.numbers}
        shown = "".join(
            f"%{ord(char) + 1}" if index in places and ord(char) < DEEPEST else char
            for index, char in enumerate(self.text[1:], 1)
        )
        suffix = "" if self.follow == 0 else f'<w:suff w:val="{"nothing" if self.follow == 2 else "space"}"/>'
        return (
            f'<w:lvl w:ilvl="{at}"><w:start w:val="{self.start}"/>'
            f'<w:numFmt w:val="{number_format(self.format)}"/>{suffix}'
            f'<w:lvlText w:val="{escape(joined(shown))}"/></w:lvl>'
        )


@mutable
class List:
    """A list of levels by its id, or the use of one by its number."""

    id: int = 0
    number: int = 0
    depths: list[Depth] = field(factory=list)
