"""Documents of Word 97 made byte by byte, for what no program would write on purpose."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from govdisclose.document import Document, Grid

__all__ = ["Cell", "Files", "Par", "Piece", "Run", "Style", "doc", "ole", "par", "row", "sprm", "written"]

TEXT = 2048
"""Where the text begins in the main stream."""

_PAGE = 512


def sprm(code: int, operand: int | bytes = 1) -> bytes:
    """One property. A number is written in as many bytes as the code asks for; bytes of a code that counts are counted."""
    size = (1, 1, 2, 4, 2, 2, 0, 3)[code >> 13]
    if isinstance(operand, bytes):
        count = (
            b"" if size else struct.pack("<H", len(operand) + 1) if code == 0xD608 else bytes([len(operand)])
        )
        return struct.pack("<H", code) + count + operand
    return struct.pack("<H", code) + (operand & (1 << 8 * size) - 1).to_bytes(size, "little")


@frozen
class Run:
    """Text with the properties of its characters."""

    text: str
    properties: bytes = b""


@frozen
class Par:
    """A paragraph: its runs, its mark, the number of its style, its properties and those of the mark."""

    runs: Sequence[Run] = ()
    mark: str = "\r"
    style: int = 0
    properties: bytes = b""
    of_mark: bytes = b""


@frozen
class Style:
    """``kind`` 1 for paragraphs, 2 for characters."""

    kind: int = 1
    characters: bytes = b""
    lines: bytes = b""
    base: int = 0xFFF


@frozen
class Piece:
    """So many characters, in one or two bytes, with a property of its own: a short number, or the index of a group."""

    length: int
    width: int = 2
    prm: int = 0
    codec: str = "cp1252"


@frozen
class Cell:
    """A cell of a row: text or paragraphs, its width in twips and the flags of its merges."""

    content: str | Sequence[Par] = ""
    width: int = 1000
    flags: int = 0


@frozen
class Files:
    """What else stands in a document. ``tables``: bytes of the table stream by their index in the head."""

    styles: Sequence[Style | None] = (Style(),)
    pieces: Sequence[Piece] = ()
    groups: Sequence[bytes] = ()
    tables: Mapping[int, bytes] = field(factory=dict)
    after: str = ""
    counts: Sequence[int] | None = None
    version: int = 0xC1
    flags: int = 0x0200
    data: bytes = b""
    behind: Mapping[int, bytes] = field(factory=dict)
    """Bytes behind one of ``tables`` that its length does not count."""


def par(*texts: str | Run, **more: object) -> Par:
    """A paragraph of texts and runs."""
    return Par(tuple(text if isinstance(text, Run) else Run(text) for text in texts), **more)  # type: ignore[arg-type]


def row(*cells: str | Cell, left: int = -108, more: bytes = b"", of_mark: bytes = b"") -> list[Par]:
    """The paragraphs of a row: those of its cells and the one that ends it. ``more`` are properties of the row."""
    inside = sprm(0x2416)
    found: list[Par] = []
    listed = [cell if isinstance(cell, Cell) else Cell(cell) for cell in cells]
    for cell in listed:
        content = [par(cell.content)] if isinstance(cell.content, str) else list(cell.content)
        found += [
            Par(
                item.runs,
                item.mark,
                item.style,
                (b"" if item.mark == "\x07" else inside) + item.properties,
                item.of_mark,
            )
            for item in content[:-1]
        ]
        last = content[-1]
        found.append(Par(last.runs, "\x07", last.style, inside + last.properties, last.of_mark))
    ended = inside + sprm(0x2417) + sprm(0xD608, defined(listed, left)) + more
    return [*found, Par((), "\x07", 0, ended, of_mark)]


def defined(cells: Sequence[Cell], left: int) -> bytes:
    """The operand that says where cells stand."""
    edges = [left]
    for cell in cells:
        edges.append(edges[-1] + cell.width)
    flags = b"".join(struct.pack("<H18x", cell.flags) for cell in cells)
    return bytes([len(cells)]) + struct.pack(f"<{len(edges)}h", *edges) + flags


def doc(paragraphs: Iterable[Par], files: Files | None = None) -> bytes:
    """The file."""
    files = files or Files()
    chars: list[tuple[int, int, bytes]] = []
    pars: list[tuple[int, int, bytes]] = []
    data = bytearray(files.data)
    text = ""
    for item in paragraphs:
        start = len(text)
        for run in (*item.runs, Run(item.mark, item.of_mark)):
            if run.text:
                chars.append((len(text), len(text) + len(run.text), run.properties))
                text += run.text
        properties = item.properties
        if len(properties) > 400:
            place = len(data)
            data += struct.pack("<H", len(properties)) + properties
            properties = sprm(0x6646, place)
        pars.append((start, len(text), struct.pack("<H", item.style) + properties))
    length = len(text)
    if files.after:
        chars.append((length, length + len(files.after), b""))
        pars.append((length, length + len(files.after), b"\0\0"))
        text += files.after
    pieces = files.pieces or (Piece(len(text)),)
    main, places, clx = _text(text, pieces, files.groups)
    main += bytes(-len(main) % _PAGE)
    table = bytearray()
    where: dict[int, tuple[int, int]] = {}
    for index, spans, wide in ((12, chars, False), (13, pars, True)):
        starts: list[int] = []
        pages: list[int] = []
        for start, page in _pages(_by_place(spans, places), wide=wide):
            starts.append(start)
            pages.append(len(main) // _PAGE)
            main += page
        last = max((end for _, end, _ in _by_place(spans, places)), default=TEXT)
        _put(table, where, index, struct.pack(f"<{2 * len(pages) + 1}I", *starts, last, *pages))
    _put(table, where, 33, clx)
    _put(table, where, 1, _styles(files.styles))
    for index, content in files.tables.items():
        _put(table, where, index, content)
        table += files.behind.get(index, b"")
    counts = files.counts if files.counts is not None else (length,)
    _head(main, where, counts, files)
    streams = {"WordDocument": bytes(main), "1Table" if files.flags & 0x200 else "0Table": bytes(table)}
    return ole(streams | ({"Data": bytes(data)} if data else {}))


def _text(
    text: str, pieces: Sequence[Piece], groups: Sequence[bytes]
) -> tuple[bytearray, list[tuple[int, int]], bytes]:
    """The main stream, of each character where it stands and how wide it is, and the table of pieces."""
    main = bytearray(TEXT)
    places: list[tuple[int, int]] = []
    starts, entries = [0], b""
    at = 0
    for piece in pieces:
        part = text[at : at + piece.length]
        place = len(main)
        places += [(place + index * piece.width, piece.width) for index in range(len(part))]
        if piece.width == 1:
            main += part.encode(piece.codec) + bytes(len(part) & 1)
            entries += struct.pack("<HIH", 0, place * 2 | 0x40000000, piece.prm)
        else:
            main += part.encode("utf-16-le", "surrogatepass")
            entries += struct.pack("<HIH", 0, place, piece.prm)
        at += piece.length
        starts.append(at)
    listed = b"".join(b"\1" + struct.pack("<H", len(group)) + group for group in groups)
    table = struct.pack(f"<{len(starts)}I", *starts) + entries
    return main, places, listed + b"\2" + struct.pack("<I", len(table)) + table


def _by_place(
    spans: Sequence[tuple[int, int, bytes]], places: Sequence[tuple[int, int]]
) -> list[tuple[int, int, bytes]]:
    """Spans of characters as spans of bytes, in the order of the stream."""
    found: list[tuple[int, int, bytes]] = []
    for start, end, properties in spans:
        begin = start
        for at in range(start, end):
            place, width = places[at]
            if at + 1 == end or places[at + 1][0] != place + width:
                found.append((places[begin][0], place + width, properties))
                begin = at + 1
    return sorted(found)


def _pages(spans: Sequence[tuple[int, int, bytes]], *, wide: bool) -> list[tuple[int, bytes]]:
    """Pages of runs, each with the place where it begins."""
    found: list[tuple[int, bytes]] = []
    held: list[tuple[int, int, bytes]] = []
    step = 17 if wide else 5
    room = 0
    for span in spans:
        size = step + len(span[2]) + 4
        if held and (room + size > 480 or held[-1][1] != span[0]):
            found.append(_page(held, wide=wide))
            held, room = [], 0
        held.append(span)
        room += size
    return [*found, _page(held, wide=wide)] if held else found


def _page(spans: Sequence[tuple[int, int, bytes]], *, wide: bool) -> tuple[int, bytes]:
    page = bytearray(_PAGE)
    page[-1] = len(spans)
    struct.pack_into(f"<{len(spans) + 1}I", page, 0, *(start for start, _, _ in spans), spans[-1][1])
    first, end = 4 * (len(spans) + 1), _PAGE - 1
    for index, (_, _, properties) in enumerate(spans):
        if not properties:
            continue
        if wide:
            even = len(properties) % 2 == 0
            entry = (
                b"\0" + bytes([len(properties) // 2]) if even else bytes([len(properties) // 2 + 1])
            ) + properties
        else:
            entry = bytes([len(properties)]) + properties
        end = (end - len(entry)) & ~1
        page[end : end + len(entry)] = entry
        page[first + (13 if wide else 1) * index] = end // 2
    return spans[0][0], bytes(page)


def _styles(styles: Sequence[Style | None]) -> bytes:
    content = struct.pack("<HHHHHHHHHH", 18, len(styles), 10, 1, 91, 15, 0, 0, 0, 0)
    for style in styles:
        if style is None:
            content += b"\0\0"
            continue
        parts = [style.characters] if style.kind == 2 else [b"\0\0" + style.lines, style.characters]
        body = struct.pack("<HHHHH", 0, style.kind | style.base << 4, len(parts), 0, 0)
        body += struct.pack("<H", 1) + "a".encode("utf-16-le") + b"\0\0"
        for item in parts:
            body += struct.pack("<H", len(item)) + item + bytes(len(item) & 1)
        content += struct.pack("<H", len(body)) + body
    return content


def _put(table: bytearray, where: dict[int, tuple[int, int]], index: int, content: bytes) -> None:
    where[index] = len(table), len(content)
    table += content


def _head(main: bytearray, where: Mapping[int, tuple[int, int]], counts: Sequence[int], files: Files) -> None:
    struct.pack_into("<HH6xH", main, 0, 0xA5EC, files.version, files.flags)
    struct.pack_into("<H", main, 0x20, 14)
    struct.pack_into("<H", main, 0x3E, 22)
    struct.pack_into(f"<{len(counts)}I", main, 0x4C, *counts)
    struct.pack_into("<H", main, 0x98, 93)
    for index, (place, size) in where.items():
        struct.pack_into("<II", main, 0x9A + 8 * index, place, size)


def ole(streams: Mapping[str, bytes]) -> bytes:
    """An OLE file of some streams, none of them small."""
    padded = {name: data + bytes(max(4096 - len(data), 0)) for name, data in streams.items()}
    body = b""
    starts: dict[str, int] = {}
    chain: list[int] = []
    for name, data in padded.items():
        starts[name] = len(chain)
        count = -(-len(data) // 512)
        chain += [*range(len(chain) + 1, len(chain) + count), 0xFFFFFFFE]
        body += data + bytes(-len(data) % 512)
    entries = [_entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)]
    names = list(padded)
    for index, name in enumerate(names):
        following = index + 2 if index + 1 < len(names) else 0xFFFFFFFF
        entries.append(_entry(name, 2, 0xFFFFFFFF, starts[name], len(padded[name]), following))
    directory = b"".join(entries)
    directory += bytes(-len(directory) % 512)
    first = len(chain)
    count = len(directory) // 512
    chain += [*range(first + 1, first + count), 0xFFFFFFFE]
    body += directory
    tables, more = 1, 0
    while len(chain) + tables + more > tables * 128:
        tables += 1
        more = max(-(-(tables - 109) // 127), 0)
    table_at, more_at = len(chain), len(chain) + tables
    chain += [0xFFFFFFFD] * tables + [0xFFFFFFFC] * more
    chain += [0xFFFFFFFF] * (tables * 128 - len(chain))
    body += struct.pack(f"<{len(chain)}I", *chain)
    listed = [*range(table_at, table_at + tables)]
    for index in range(more):
        part = listed[109 + 127 * index : 236 + 127 * index]
        following = more_at + index + 1 if index + 1 < more else 0xFFFFFFFE
        body += struct.pack("<128I", *part, *([0xFFFFFFFF] * (127 - len(part))), following)
    head = struct.pack(
        "<8s16x5H6xIII4xIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6),
        *(0, tables, first, 4096, 0xFFFFFFFE, 0, more_at if more else 0xFFFFFFFE, more),
    )
    return head + struct.pack("<109I", *(listed[:109] + [0xFFFFFFFF] * (109 - len(listed)))) + body


def _entry(name: str, kind: int, child: int, start: int, size: int, right: int = 0xFFFFFFFF) -> bytes:
    coded = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII36xIII",
        coded.ljust(64, b"\0"),
        len(coded),
        kind,
        1,
        0xFFFFFFFF,
        right,
        child,
        start,
        size,
        0,
    )


def written(document: Document) -> bytes:
    """A document as a file: every text, and merged cells."""
    found: list[Par] = []
    for block in document.blocks:
        if isinstance(block, Grid):
            if found and found[-1].mark == "\x07":
                found.append(par())
            found += _rows(block)
        else:
            found.append(par(_plain(block.text)))
    return doc([*found, *([par()] if found and found[-1].mark == "\x07" else [])])


def _plain(text: str) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    return "".join(map(chr, struct.unpack(f"<{len(units) // 2}H", units))).replace("\n", "\x0b")


def _rows(grid: Grid) -> list[Par]:
    found: list[Par] = []
    for number in range(grid.rows):
        cells: list[Cell] = []
        for cell in sorted(grid.cells, key=lambda cell: cell.column):
            if cell.row <= number < cell.row + cell.rowspan:
                flags = 0 if cell.rowspan == 1 else 0x60 if cell.row == number else 0x20
                text = _plain(cell.text or "") if cell.row == number else ""
                cells.append(Cell(text, 100 * cell.colspan, flags))
        starts = [cell.column for cell in grid.cells if cell.row <= number < cell.row + cell.rowspan]
        found += row(*cells, left=100 * min(starts, default=0))
    return found
