"""What the sheets of an ``.xls`` share: fonts, formats, looks of cells, colours, texts, and where each sheet begins."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field, frozen

from govdisclose.errors import EncryptedDocumentError, UnknownFormatError
from govdisclose.readers.docx._colour import AUTO, PAPER
from govdisclose.readers.spreadsheet._biff import BOF, Record, Records, Texts, numbers
from govdisclose.readers.spreadsheet._colours import PALETTE, indexed
from govdisclose.readers.spreadsheet._model import PLAIN_FONT, PLAIN_STYLE, Font, Run, Style
from govdisclose.readers.spreadsheet._numbers import BUILTIN
from govdisclose.readers.spreadsheet._strings import Text
from govdisclose.readers.spreadsheet._styles import is_symbols

__all__ = ["OLD", "Place", "Shared", "read_shared", "words"]

OLD = "this is a workbook of Excel 5 or 95, which is not read; save it as .xlsx"

_BIFF8 = 0x0600
_FILEPASS, _DATEMODE, _FONT, _FORMAT, _XF = 0x002F, 0x0022, 0x0031, 0x041E, 0x00E0
_PALETTE, _SST, _BOUNDSHEET, _RECALCID = 0x0092, 0x00FC, 0x0085, 0x01C1
_FIRST_OWN = 8
_BUILD = 101_716  # what LibreOffice calls itself; Excel 2002 is called so too
_SOLID = 1


@frozen
class Place:
    """A sheet that is shown: its name, and where its records begin."""

    name: str
    start: int


@define
class Shared:
    """All that is read before the sheets."""

    palette: dict[int, str] = field(factory=lambda: dict(enumerate(PALETTE)))
    fonts: list[Font] = field(factory=list)
    formats: dict[int, str] = field(factory=dict)
    styles: list[Style] = field(factory=list)
    strings: list[Text] = field(factory=list)
    places: list[Place] = field(factory=list)
    from_1904: bool = False
    computed: bool = False
    """The values of formulas are those that will be seen: the program that wrote them says so."""
    columns: int = 0
    """Columns that were given a width so far."""
    rough: bool = False
    """It is a program that writes 0 for texts that formulas give, as LibreOffice does."""

    def font(self, number: int) -> Font:
        """A font. There is none of the number 4."""
        number -= number > 4
        return self.fonts[number] if number < len(self.fonts) else PLAIN_FONT

    def style(self, number: int) -> Style:
        """The look of a cell."""
        return self.styles[number] if number < len(self.styles) else PLAIN_STYLE

    def colour(self, number: int) -> str:
        """The colour of a number; empty if there is none."""
        return indexed(number, self.palette)

    def text(self, characters: bytes, runs: Sequence[tuple[int, int]]) -> Text:
        """A text from its characters, and from where on it has which font."""
        if not runs:
            return words(characters)
        starts = [min(start, len(characters) // 2) for start, _ in runs]
        found = [Run(words(characters[: 2 * starts[0]]))]
        for at, (_, font) in enumerate(runs):
            end = starts[at + 1] if at + 1 < len(starts) else len(characters) // 2
            if end > starts[at]:
                found.append(Run(words(characters[2 * starts[at] : 2 * end]), self.font(font)))
        return tuple(run for run in found if run.text)


def words(characters: bytes) -> str:
    """UTF-16 as text, its line breaks as everywhere."""
    return characters.decode("utf-16-le", "replace").replace("\r\n", "\n").replace("\r", "\n")


def read_shared(records: Records) -> Shared:
    """Read what stands before the sheets. Raises ``UnreadableDocumentError``, one of its kinds or ``LimitError``."""
    found = Shared()
    looks: list[bytes] = []
    texts: Record | None = None
    fonts: list[bytes] = []
    for at, record in enumerate(records.at(0)):
        kind, data = record.kind, record.data
        if at == 0 and (kind != BOF or numbers("H", data)[0] != _BIFF8):
            raise UnknownFormatError(OLD)
        if kind == _FILEPASS:
            raise EncryptedDocumentError("the workbook asks for a password; save it without one")
        if kind == _DATEMODE:
            found.from_1904 = numbers("H", data)[0] == 1
        elif kind == _RECALCID:
            found.computed = True
            found.rough = numbers("I", data, 4)[0] == _BUILD
        elif kind == _FONT:
            fonts.append(data)
        elif kind == _FORMAT:
            found.formats[numbers("H", data)[0]] = words(Texts(record.chunks, 2).text()[0])
        elif kind == _XF:
            looks.append(data)
        elif kind == _PALETTE:
            for index in range(min(numbers("H", data)[0], 56)):
                red, green, blue = numbers("3B", data, 2 + 4 * index)
                found.palette[_FIRST_OWN + index] = f"{red:02X}{green:02X}{blue:02X}"
        elif kind == _SST:
            texts = record
        elif kind == _BOUNDSHEET:
            start, state, sort = numbers("IBB", data)
            if state & 3 == 0 and sort == 0:
                length = numbers("B", data, 6)[0]
                found.places.append(Place(words(Texts(record.chunks, 7).text(length)[0]), start))
    found.fonts = [_font(data, found) for data in fonts]
    found.styles = [_style(data, found) for data in looks]
    if texts is not None:
        _read_strings(texts, found)
    return found


def _read_strings(record: Record, found: Shared) -> None:
    _, count = numbers("II", record.data)
    reader = Texts(record.chunks, 8)
    while len(found.strings) < count and reader.more():
        found.strings.append(found.text(*reader.text()))


def _font(data: bytes, shared: Shared) -> Font:
    height, flags, colour, weight, raised = numbers("5H", data)
    name = words(Texts([data], 15).text(numbers("B", data, 14)[0])[0])
    return Font(
        shared.colour(colour),
        height // 10,
        weight >= 600,
        bool(flags & 8),
        "superscript" if raised == 1 else "subscript" if raised == 2 else "",
        is_symbols(name),
        name,
    )


def _style(data: bytes, shared: Shared) -> Style:
    font, code = numbers("HH", data)
    aligned, turned, indent = numbers("3B", data, 6)
    lines, more = numbers("II", data, 10)
    colours = numbers("H", data, 18)[0]
    pattern = more >> 26
    ink = _painted(shared.colour(colours & 0x7F), "000000")
    behind = _painted(shared.colour(colours >> 7 & 0x7F), PAPER)
    grounds = (PAPER,) if pattern == 0 else (ink,) if pattern == _SOLID else (ink, behind)
    return Style(
        shared.font(font),
        shared.formats.get(code, BUILTIN.get(code)),
        grounds,
        turned != 0,
        aligned & 7 == 4,
        bool(indent & 0x10),
        lines >> 30 != 0 and more >> 21 & 0xF != 0,
    )


def _painted(colour: str, automatic: str) -> str:
    return automatic if colour == AUTO else colour
