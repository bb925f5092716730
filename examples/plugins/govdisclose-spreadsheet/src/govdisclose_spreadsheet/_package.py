"""A first look into an ``.xlsx``: what it would cost to read it, before anything is believed or kept.

Every part is inflated here with a count; the markup of sheets and of shared strings is walked once. A cell far out in
the sheet, a part that inflates without end and a long text that a thousand cells share are all refused before calamine
makes room for them.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

from attrs import Factory, define
from govdisclose.document import Limits
from govdisclose.errors import DamagedDocumentError, EncryptedDocumentError

__all__ = ["examine_package"]

_CHUNK = 1 << 16
_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


def examine_package(source: bytes, limits: Limits) -> None:
    """Raise ``LimitError``, ``DamagedDocumentError`` or ``EncryptedDocumentError``, or nothing."""
    try:
        with zipfile.ZipFile(BytesIO(source)) as package:
            entries = package.infolist()
            limits.check("elements", len(entries), "the package")
            walk = _Walk(limits)
            inflated = 0
            for entry in entries:
                if entry.flag_bits & 1:
                    raise EncryptedDocumentError("the workbook asks for a password; save it without one")
                part = _inflate(package, entry, limits, inflated)
                inflated += len(part)
                if (
                    entry.filename.endswith((".xml", ".rels"))
                    or b"sheetData" in part
                    or b"sst" in part[:4096]
                ):
                    walk.part(entry.filename, part)
            walk.finish()
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise DamagedDocumentError(f"the package cannot be unpacked: {error}") from error


def _inflate(package: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits, before: int) -> bytes:
    """A part. All parts together count as one: they are all in one file."""
    chunks: list[bytes] = []
    size = before
    with package.open(entry) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            limits.check("inflated", size, entry.filename)
            chunks.append(chunk)
    return b"".join(chunks)


@define
class _Walk:
    """What is counted over all parts. A sheet is counted for itself."""

    limits: Limits
    elements: int = 0
    strings: list[int] = Factory(list)
    """The length of each shared string."""
    uses: dict[int, int] = Factory(dict)
    """How often each of them is used."""

    def part(self, name: str, content: bytes) -> None:
        """Walk the markup of one part."""
        state = _Part(self, name)
        parser = expat.ParserCreate()
        parser.StartElementHandler = state.start
        parser.EndElementHandler = state.end
        parser.CharacterDataHandler = state.text
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            raise DamagedDocumentError(f"{name} is not well formed: {error}") from error

    def finish(self) -> None:
        """Ask for the text that the cells share."""
        total = sum(
            self.strings[number] * times for number, times in self.uses.items() if number < len(self.strings)
        )
        self.limits.check("characters", total, "shared strings")


@define
class _Part:
    """Where the walk is in one part."""

    walk: _Walk
    name: str
    depth: int = 0
    row: int = -1
    column: int = -1
    rows: int = 0
    columns: int = 0
    kind: str = ""
    value: str | None = None
    string: int | None = None
    filled: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Note where a cell stands, and begin a value or a shared string."""
        self.walk.elements += 1
        self.depth += 1
        limits = self.walk.limits
        if self.walk.elements > limits.elements or self.depth > limits.depth:
            limits.check("elements", self.walk.elements, self.name)
            limits.check("depth", self.depth, self.name)
        name = tag.rpartition(":")[2]
        if name == "row":
            self.row = _number(attributes.get("r"), self.row + 2) - 1
            self.column = -1
        elif name == "c":
            reference = _REFERENCE.fullmatch(attributes.get("r", ""))
            self.column += 1
            if reference is not None:
                self.row, self.column = int(reference[2]) - 1, _column(reference[1])
            self.kind = attributes.get("t", "")
            self.filled = False
        elif name in ("v", "is"):
            self.value = ""
            self.filled = True
        elif name == "si":
            self.string = 0

    def end(self, tag: str) -> None:
        """Take a filled cell into account, a value that names a shared string, or a shared string."""
        self.depth -= 1
        name = tag.rpartition(":")[2]
        if name == "c" and self.filled:
            self.rows, self.columns = max(self.rows, self.row + 1), max(self.columns, self.column + 1)
            limits = self.walk.limits
            limits.check("rows", self.rows, self.name)
            limits.check("columns", self.columns, self.name)
            limits.check("cells", self.rows * self.columns, self.name)
        elif name == "v" and self.value is not None:
            if self.kind == "s":
                number = _number(self.value.strip(), -1)
                self.walk.uses[number] = self.walk.uses.get(number, 0) + 1
            self.value = None
        elif name == "si" and self.string is not None:
            self.walk.strings.append(self.string)
            self.string = None

    def text(self, text: str) -> None:
        """Count the text of a shared string, keep that of a value (a number, if it matters)."""
        if self.string is not None:
            self.string += len(text)
        elif self.value is not None and len(self.value) < 20:
            self.value += text[:20]


def _number(text: str | None, otherwise: int) -> int:
    return (
        int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else otherwise
    )


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
