"""What the head of a file declares: its fonts, its colours, and what its styles would hide or mark."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, mutable

from govdisclose.readers.rtf._codecs import SYMBOLS, page_of_charset, page_of_number
from govdisclose.readers.rtf._marks import Properties

__all__ = ["Font", "Sheet"]

_PICTURES = ("wingdings", "webdings", "marlett", "zapf dingbats", "zapfdingbats", "mt extra")
_PALE = 0xE6
_LEAST_SIZE, _LEAST_SCALE = 4, 20


@mutable
class Font:
    """A font of the file: its name, and the code page of its bytes, empty where the font says nothing of that."""

    name: str = ""
    page: str = ""

    def of_charset(self, number: int) -> None:
        self.page = page_of_charset(number) or self.page

    def of_page(self, number: int) -> None:
        self.page = page_of_number(number) or self.page

    @property
    def is_symbols(self) -> bool:
        return self.page == SYMBOLS

    @property
    def has_pictures(self) -> bool:
        """Whether its digits look like something else, whatever its character set is."""
        return self.name.lower().startswith(_PICTURES)


_NO_FONT = Font()


@mutable
class Sheet:
    """The tables of the head. Colours are six digits, empty for the one that the reader's program chooses.

    ``characters`` and ``paragraphs`` are the styles by their numbers, each with the properties of its characters.
    """

    fonts: dict[int, Font] = field(factory=dict)
    colours: list[str] = field(factory=list)
    characters: dict[int, Properties] = field(factory=dict)
    paragraphs: dict[int, Properties] = field(factory=dict)
    usual_font: int = 0
    page: str = ""

    def font(self, properties: Properties) -> Font:
        """The font of a run."""
        return self.fonts.get(properties.get("font", self.usual_font), _NO_FONT)

    def page_of(self, properties: Properties) -> str:
        """The code page of the bytes of a run, empty for that of the file."""
        page = self.font(properties).page
        if not page and "other" in properties:
            other = self.fonts.get(properties["other"], _NO_FONT).page
            page = "" if other == SYMBOLS else other
        return page

    def colour(self, number: int | None) -> str:
        """A colour by its number; empty for what no number names."""
        return self.colours[number] if number is not None and 0 <= number < len(self.colours) else ""

    def doubts(self, style: int | None, styles: Mapping[int, Properties], own: Properties) -> bool:
        """Whether a style hides or marks text that does not say of itself whether it is."""
        if style is None or style not in styles:
            return False
        said = styles[style]
        return bool(said) and any(name not in own for name in self._odd(said))

    def _odd(self, said: Properties) -> list[str]:
        odd = [
            name
            for name in ("strike", "dstrike", "vanish", "spv", "deleted", "level", "position", "combined")
            if said.get(name)
        ]
        if said.get("size", 24) < _LEAST_SIZE:
            odd.append("size")
        if said.get("scale", 100) < _LEAST_SCALE:
            odd.append("scale")
        if "colour" in said and self._is_pale(self.colour(said["colour"])):
            odd.append("colour")
        if "font" in said and (self.font(said).is_symbols or self.font(said).has_pictures):
            odd.append("font")
        return odd

    def _is_pale(self, colour: str) -> bool:
        return len(colour) == 6 and all(int(colour[at : at + 2], 16) >= _PALE for at in (0, 2, 4))
