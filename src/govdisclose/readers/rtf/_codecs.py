"""From bytes to text, by the code page of the file and the character set of the font."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder

from attrs import mutable

__all__ = ["SYMBOLS", "Decoder", "joined", "page_of_charset", "page_of_number"]

SYMBOLS = "symbols"
"""In place of a code page: of a font whose characters are pictures, whatever their numbers are elsewhere."""

_USUAL = "cp1252"
_WIDE = frozenset(("gb18030", "cp932", "cp949", "cp950", "johab"))
_PAGES = frozenset(
    (
        *(437, 720, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869, 874, 932, 949),
        *(950, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258),
    )
)
_OTHERS = {
    936: "gb18030",
    54936: "gb18030",
    1361: "johab",
    10000: "mac-roman",
    10008: "gb18030",
    65001: "utf-8",
}
_CHARSETS = {
    2: SYMBOLS,
    77: "mac-roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_SURROGATE = re.compile("[\ud800-\udfff]")


def page_of_number(number: int) -> str:
    """The name of a code page; empty for one that is not known."""
    return _OTHERS.get(number, f"cp{number}" if number in _PAGES else "")


def page_of_charset(number: int) -> str:
    """The code page of a font's character set; empty where that says nothing, as 0 and 1 do."""
    return _CHARSETS.get(number, "")


@mutable
class Decoder:
    """Decodes what comes in pieces: the two bytes of a character may stand in two of them.

    ``declared``: the code page that the file names, empty for none. Then what is Chinese in GB 18030 is taken for that.
    """

    declared: str = ""
    _page: str = ""
    _held: bytes = b""

    @property
    def holds(self) -> bool:
        """Whether the first byte of a character waits for the second."""
        return bool(self._held)

    def decode(self, raw: str, page: str) -> str:
        """The text of some bytes, but for the first byte of a character that is not whole."""
        page = page or self.declared
        lost = self.end() if page != self._page else ""
        self._page = page
        data = self._held + raw.encode("latin-1", "replace")
        self._held = b""
        if not page:
            return lost + _guessed(data)
        decoder = getincrementaldecoder(page)("replace")
        text = decoder.decode(data)
        if page in _WIDE or page == "utf-8":
            self._held = decoder.getstate()[0]
        return lost + text

    def end(self) -> str:
        """What is left of a character whose second byte never came."""
        held, self._held = self._held, b""
        return "\N{REPLACEMENT CHARACTER}" + held[1:].decode(self._page, "replace") if held else ""


def _guessed(data: bytes) -> str:
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return data.decode(_USUAL, "replace")


def joined(text: str) -> str:
    """Text in which the halves of characters beyond U+FFFF, which RTF names singly, are made whole."""
    if _SURROGATE.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
