"""An ``.xls`` or ``.et``: the stream of its records, and the cells of each sheet."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from struct import pack, unpack

from attrs import define, field

from govdisclose.errors import DamagedDocumentError, EncryptedDocumentError, LimitError, UnknownFormatError
from govdisclose.limits import Limits
from govdisclose.readers.spreadsheet._biff import Record, Records, Texts, numbers
from govdisclose.readers.spreadsheet._model import Area, Condition, Formula, RawCell, RawSheet, Value
from govdisclose.readers.spreadsheet._objects import Objects
from govdisclose.readers.spreadsheet._rules import areas_of, change_of
from govdisclose.readers.spreadsheet._shared import OLD, Place, Shared, read_shared, words

__all__ = ["sheets"]

_NUMBER, _RK, _MULRK, _LABELSST, _LABEL, _RSTRING = 0x0203, 0x027E, 0x00BD, 0x00FD, 0x0204, 0x00D6
_BOOLERR, _FORMULA, _STRING, _ROW, _COLINFO = 0x0205, 0x0006, 0x0207, 0x0208, 0x007D
_DEFCOLWIDTH, _STANDARDWIDTH, _DEFAULTROWHEIGHT, _WINDOW2, _MERGED = 0x0055, 0x0099, 0x0225, 0x023E, 0x00E5
_CONDFMT, _CF, _CONDFMT12 = 0x01B0, 0x01B1, 0x0879
_ERRORS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
    43: "#GETTING_DATA",
}
_COLUMNS, _MOST_COLUMNS = 256, 2_000_000
_OPERATORS = frozenset((b"\x03", b"\x04", b"\x05", b"\x06", b"\x07"))
_FUNCTIONS = frozenset(bytes((count, kind, 0)) for kind in (0, 4, 5, 6, 7) for count in range(1, 31))


def sheets(source: bytes, limits: Limits) -> Iterator[RawSheet]:
    """The sheets that are shown, in their order. Raises ``UnreadableDocumentError``, its kinds or ``LimitError``."""
    records = Records(_stream(source), limits)
    shared = read_shared(records)
    for place in shared.places:
        found = _Reading(shared, place)
        for at, record in enumerate(records.at(place.start)):
            if at == 0 and (record.kind != 0x0809 or numbers("HH", record.data)[1] != 0x10):
                break  # a sheet of another kind: of a chart, of macros
            found.take(record)
        else:
            yield found.finished()


def _stream(source: bytes) -> bytes:
    from olefile import OleFileIO

    try:
        with OleFileIO(BytesIO(source)) as file:
            names = {"/".join(name).lower(): name for name in file.listdir()}
            if "workbook" in names:
                data: bytes = file.openstream(names["workbook"]).read()
                return data
    except Exception as error:  # a damaged file makes olefile raise whatever its parts raise
        raise DamagedDocumentError(f"the OLE file cannot be opened ({error})") from error
    if "encryptedpackage" in names:
        raise EncryptedDocumentError("the workbook is encrypted; save it without a password")
    if "book" in names:
        raise UnknownFormatError(OLD)
    raise DamagedDocumentError("the OLE file holds no workbook")


@define
class _Reading:
    """A sheet while its records come."""

    shared: Shared
    place: Place
    sheet: RawSheet = field(init=False)
    objects: Objects = field(factory=Objects)
    areas: tuple[Area, ...] = ()
    last: tuple[int, int] | None = None
    """The place of the formula whose text comes next."""

    def __attrs_post_init__(self) -> None:
        self.sheet = RawSheet(
            self.place.name, usual_font=self.shared.font(0), from_1904=self.shared.from_1904
        )

    def take(self, record: Record) -> None:
        """Take one record into account. Raises ``DamagedDocumentError``."""
        kind, data, sheet = record.kind, record.data, self.sheet
        if kind in _CELLS:
            self._cell(record)
        elif kind == _STRING:
            if self.last is not None:
                old = sheet.cells[self.last]
                sheet.cells[self.last] = old._replace(value=words(Texts(record.chunks).text()[0]))
                self.last = None
        elif kind == _ROW:
            row, _, _, height = numbers("4H", data)
            flags = numbers("H", data, 12)[0]
            sheet.rows.add(row)
            if flags & 0x20 or height & 0x7FFF == 0:
                sheet.hidden_rows.add(row)
            if flags & 0x40:
                sheet.heights[row] = (height & 0x7FFF) / 20
        elif kind == _COLINFO:
            first, last, width = numbers("3H", data)
            hidden = bool(numbers("H", data, 8)[0] & 1) or width == 0
            columns = range(first, min(last + 1, _COLUMNS))
            self.shared.columns += len(columns)
            if self.shared.columns > _MOST_COLUMNS:
                raise LimitError("columns", _MOST_COLUMNS, self.shared.columns, "all sheets", fixed=True)
            sheet.set_columns(columns, width / 256, hidden=hidden)
        elif kind == _DEFCOLWIDTH:
            sheet.usual_width = float(min(numbers("H", data)[0], 255))
        elif kind == _STANDARDWIDTH:
            sheet.usual_width = numbers("H", data)[0] / 256
        elif kind == _DEFAULTROWHEIGHT:
            sheet.others_hidden = bool(numbers("H", data)[0] & 2)
        elif kind == _WINDOW2:
            flags = numbers("H", data)[0]
            sheet.codes, sheet.zeros = bool(flags & 1), bool(flags & 0x10)
        elif kind == _MERGED:
            (count,) = numbers("H", data)
            for at in range(count):
                top, bottom, left, right = numbers("4H", data, 2 + 8 * at)
                if top <= bottom and left <= right < _COLUMNS:
                    sheet.merged.append(Area(top, left, bottom, right))
        elif kind in (_CONDFMT, _CONDFMT12):
            self.areas = areas_of(data, 0 if kind == _CONDFMT else 12)
            if kind == _CONDFMT12:
                sheet.conditions.append(Condition(self.areas, (change_of(b"", self.shared),)))
        elif kind == _CF:
            sheet.conditions.append(Condition(self.areas, (change_of(data, self.shared),)))
        else:
            self.objects.take(record)

    def finished(self) -> RawSheet:
        """The sheet, when all its records have come."""
        self.sheet.things += self.objects.things()
        return self.sheet

    def _cell(self, record: Record) -> None:
        kind, data = record.kind, record.data
        row, column = numbers("HH", data)
        if kind == _MULRK:
            for at in range((len(data) - 6) // 6):
                style, code = numbers("HI", data, 4 + 6 * at)
                self._put(row, column + at, style, _short(code))
            return
        style = numbers("H", data, 4)[0]
        value: Value = None
        formula: Formula = ""
        if kind == _NUMBER:
            value = _long(data, 6)
        elif kind == _RK:
            value = _short(numbers("I", data, 6)[0])
        elif kind == _LABELSST:
            number = numbers("I", data, 6)[0]
            value = self.shared.strings[number] if number < len(self.shared.strings) else None
        elif kind == _LABEL:
            value = words(Texts(record.chunks, 6).text()[0])
        elif kind == _BOOLERR:
            code, wrong = numbers("BB", data, 6)
            value = _ERRORS.get(code) if wrong else bool(code)
        elif kind == _FORMULA:
            sort, _, code, _, _, _, end, flags = numbers("6BHH", data, 6)
            formula = "field" if self.shared.computed and not flags & 1 else "formula"
            if end != 0xFFFF:
                value = _long(data, 6)
                if self.shared.rough and not value and not _gives_number(data[22:]):
                    formula = "formula"
            elif sort == 0:
                value = ""
            elif sort in (1, 2):
                value = bool(code) if sort == 1 else _ERRORS.get(code)
            else:
                value = ""
            self.last = (row, column) if end == 0xFFFF and sort == 0 else None
        self._put(row, column, style, value, formula)

    def _put(self, row: int, column: int, style: int, value: Value, formula: Formula = "") -> None:
        if column >= _COLUMNS or (value == "" and not formula):
            return
        at = row, column
        if at in self.sheet.cells:
            self.sheet.doubled.add(at)
        self.sheet.cells[at] = RawCell(value, self.shared.style(style), formula)


_CELLS = frozenset((_NUMBER, _RK, _MULRK, _LABELSST, _LABEL, _RSTRING, _BOOLERR, _FORMULA))


def _gives_number(tokens: bytes) -> bool:
    """Whether a formula gives a number, or an error, whatever it is given: a sum, or a calculation at its end."""
    return tokens[-1:] in _OPERATORS or tokens[-4:-2] == b"\x19\x10" or tokens[-3:] in _FUNCTIONS


def _long(data: bytes, at: int) -> float:
    found: tuple[float] = unpack("<d", pack("<Q", numbers("Q", data, at)[0]))
    return found[0]


def _short(code: int) -> float:
    """A number in four bytes: the upper half of a long one, or a whole number; either may be in hundredths."""
    if code & 2:
        value = float((code >> 2) - (1 << 30 if code & 0x80000000 else 0))
    else:
        value = float(unpack("<d", pack("<Q", (code & 0xFFFFFFFC) << 32))[0])
    return value / 100 if code & 1 else value
