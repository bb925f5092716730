"""Word 97 documents made to cost more than they weigh: each ends within the bounds that are promised."""

from __future__ import annotations

import struct
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from doc_writer import Files, Par, Piece, Run, Style, doc, ole, par, row, sprm
from hypothesis import given, settings
from hypothesis import strategies as st
from olefile import OleFileIO

from bounded import said_of
from govdisclose.document import DEFAULT_LIMITS
from govdisclose.errors import LimitError, UnreadableDocumentError
from govdisclose.readers.doc import READER

LIMIT, DAMAGED = "LimitError", "DamagedDocumentError"


def plain(text: str = "12", **more: object) -> bytes:
    return doc([par(text)], Files(**more))  # type: ignore[arg-type]


def pieces_over_each_other() -> bytes:
    """900 pieces, each of the same 100,000 characters."""
    source = doc([par("1" * 100_000)], Files(pieces=(Piece(100_001, 1),)))
    starts = b"".join(struct.pack("<I", 100_000 * at) for at in range(901))
    clx = starts + struct.pack("<HIH", 0, 2048 * 2 | 0x40000000, 0) * 900
    return _with_table(source, 33, b"\2" + struct.pack("<I", len(clx)) + clx)


def pieces_without_end() -> bytes:
    clx = b"".join(struct.pack("<I", at // 1000) for at in range(500_001)) + bytes(8 * 500_000)
    return _with_table(plain(), 33, b"\2" + struct.pack("<I", len(clx)) + clx)


def pages_without_end() -> bytes:
    """A million times the same page, for which each place in the text is another one."""
    count = 1_000_000
    table = struct.pack(f"<{count + 1}I", *range(2048, 2049 + count)) + struct.pack("<I", 5) * count
    return _with_table(plain(), 12, table)


def properties_that_name_themselves() -> bytes:
    """A list of properties in the data stream that names its own place, thousands of times."""
    group = sprm(0x6646, 0) * 10_000
    data = struct.pack("<H", len(group)) + group
    return doc([par("12", properties=sprm(0x6646, 0))] * 50, Files(data=data))


def properties_in_the_data_stream() -> bytes:
    """Paragraphs that each name other places in 60,000 bytes of properties."""
    group = sprm(0x0835) * 20_000
    data = struct.pack("<H", 0xFFFF & len(group)) * 40 + group
    return doc(
        [par("12", properties=sprm(0x6646, 2 * number) + sprm(0x2405, number)) for number in range(40)] * 5,
        Files(data=data),
    )


def styles_without_end() -> bytes:
    """4,000 styles, each based on the one before."""
    styles = tuple(Style(base=max(number - 1, 0) & 0xFFF, characters=sprm(0x0835)) for number in range(4_000))
    return doc([par("12", style=3_999)], Files(styles=styles))


def lists_without_end() -> bytes:
    table = struct.pack("<H", 0xFFFF) + b"".join(
        struct.pack("<ii18sBB", at, 0, b"", 0, 0) for at in range(0xFFFF)
    )
    over = struct.pack("<I", 200_000) + b"".join(
        struct.pack("<IIIBBBB", 1, 0, 0, 255, 0, 0, 0) for _ in range(200_000)
    )
    level = struct.pack("<iBB9sBiiBBBB", 1, 0, 0, b"", 2, 0, 0, 0, 0, 0, 0) + struct.pack("<H", 0)
    return doc(
        [par("12", properties=sprm(0x460B, 1))],
        Files(tables={73: table, 74: over}, behind={73: level * 300_000}),
    )


def boxes_that_hold_all() -> bytes:
    """2,000 boxes, each of which is the whole story of boxes."""
    count, text = 2_000, "1" * 5_000 + "\r\r"
    table = struct.pack(f"<{count + 2}I", *([0, len(text) - 1] * (count // 2)), 0, len(text))
    table += struct.pack("<IIHIII", 1, 0, 0, 0, 7, 0) * (count + 1)
    return doc([par("12")], Files(tables={56: table}, after=text, counts=(3, 0, 0, 0, 0, 0, len(text))))


def drawings_in_each_other() -> bytes:
    inner = b""
    for _ in range(30_000):
        inner = struct.pack("<HHI", 15, 0xF003, len(inner)) + inner
    content = struct.pack("<HHI", 15, 0xF000, 0) + b"\0" + struct.pack("<HHI", 15, 0xF002, len(inner)) + inner
    return doc([par("12")], Files(tables={50: content}))


def paragraphs_without_end() -> bytes:
    return doc([Par((Run("\r" * 500_000),))], Files(pieces=(Piece(500_001, 1),)))


def fields_in_each_other() -> bytes:
    special = sprm(0x0855)
    text = "\x13" * 100_000 + "\x15" * 100_000
    return doc([par(Run(text, special), "12")])


def fields_that_never_end() -> bytes:
    return doc([par(Run("\x13" * 500_000, sprm(0x0855)))], Files(pieces=(Piece(500_001, 1),)))


def tables_in_each_other() -> bytes:
    return doc([par("1", properties=sprm(0x2416) + sprm(0x6649, depth)) for depth in range(1, 5_000)])


def tables_that_open_and_close() -> bytes:
    deep = sprm(0x2416) + sprm(0x6649, 60)
    return doc([par("1", properties=deep), par("2")] * 8_000)


def rows_of_their_own_edges() -> bytes:
    rows = [one for number in range(3_000) for one in row("1", "2", left=number * 7)]
    return doc(rows)


def rows_with_cells_added() -> bytes:
    more = sprm(0x7621, 0x0001_FF00) * 200
    return doc([one for number in range(500) for one in row("1", more=more + sprm(0x9407, number))])


def runs_of_their_own() -> bytes:
    runs = [Run("1", sprm(0x4A43, 20 + number % 3_000) + sprm(0x6870, number)) for number in range(30_000)]
    return doc([par(*runs)])


def long_text() -> bytes:
    return doc([Par((Run("政" * 9_000_000),))])


def a_circle_of_sectors() -> bytes:
    """The table of sectors leads from the second sector of the text back to the first."""
    source = doc([par("1" * 100_000)])
    table = struct.unpack_from("<I", source, 76)[0]
    return source[: 512 * (table + 1)] + struct.pack("<II", 1, 0) + source[512 * (table + 1) + 8 :]


def a_circle_of_entries() -> bytes:
    source = plain()
    place = source.index("WordDocument".encode("utf-16-le")) + 68
    return source[:place] + struct.pack("<III", 1, 1, 1) + source[place + 12 :]


def tables_of_sectors_without_end() -> bytes:
    head = bytearray(plain()[:512])
    struct.pack_into("<I", head, 44, 0x00FFFFFF)
    struct.pack_into("<II", head, 68, 0, 0x00020000)
    return bytes(head) + b"\0" * 19_000_000


def a_directory_in_a_circle() -> bytes:
    """19 MB whose directory is one sector that follows itself."""
    sectors = 37_000
    tables = sectors // 128 + 1
    chain = [*range(sectors)] + [0xFFFFFFFF] * (tables * 128 - sectors)
    head = bytearray(plain()[:512])
    struct.pack_into("<II", head, 44, tables, 109)
    struct.pack_into("<109I", head, 76, *range(109))
    return bytes(head) + struct.pack(f"<{len(chain)}I", *chain) + bytes(512 * (sectors - tables))


def _with_table(source: bytes, index: int, content: bytes) -> bytes:
    """The file with another table in the place of one, put behind all others."""
    with OleFileIO(BytesIO(source)) as file:
        streams = {name[0]: file.openstream(name).read() for name in file.listdir()}
    place = len(streams["1Table"])
    main = bytearray(streams["WordDocument"])
    struct.pack_into("<II", main, 0x9A + 8 * index, place, len(content))
    return ole({"WordDocument": bytes(main), "1Table": streams["1Table"] + content})


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (pieces_over_each_other, f"{LIMIT} characters"),
        (pieces_without_end, f"{LIMIT} elements"),
        (pages_without_end, f"{LIMIT} elements"),
        (properties_that_name_themselves, "read"),
        (properties_in_the_data_stream, f"{LIMIT} elements"),
        (styles_without_end, "read"),
        (lists_without_end, f"{LIMIT} elements"),
        (boxes_that_hold_all, "read"),
        (drawings_in_each_other, "read"),
        (paragraphs_without_end, f"{LIMIT} elements"),
        (fields_in_each_other, "read"),
        (fields_that_never_end, "EmptyDocumentError"),
        (tables_in_each_other, f"{LIMIT} depth"),
        (tables_that_open_and_close, "read"),
        (rows_of_their_own_edges, f"{LIMIT} columns"),
        (rows_with_cells_added, "read"),
        (runs_of_their_own, "read"),
        (long_text, f"{LIMIT} characters"),
        (a_circle_of_sectors, DAMAGED),
        (a_circle_of_entries, DAMAGED),
        (tables_of_sectors_without_end, DAMAGED),
        (a_directory_in_a_circle, "UnknownFormatError"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_hostile_document_ends_within_the_bounds(make: object, said: str, tmp_path: Path) -> None:
    assert callable(make)
    assert said_of(make(), tmp_path, "read_doc", suffix="doc") == said


DOCUMENT = doc([par("总体情况"), *row("规章", "12"), *row("规范性文件", "3"), par("后")])


@given(st.lists(st.tuples(st.integers(0, len(DOCUMENT) - 1), st.binary(min_size=1, max_size=8)), max_size=8))
@settings(max_examples=200, deadline=None)
def test_a_damaged_document_is_read_or_refused_with_a_typed_error(changes: list[tuple[int, bytes]]) -> None:
    source = bytearray(DOCUMENT)
    for at, data in changes:
        source[at : at + len(data)] = data
    with suppress(UnreadableDocumentError, LimitError):
        READER.read(bytes(source), DEFAULT_LIMITS)


@given(st.integers(0, len(DOCUMENT)))
@settings(max_examples=60, deadline=None)
def test_a_document_that_was_cut_off_is_read_or_refused_with_a_typed_error(size: int) -> None:
    with suppress(UnreadableDocumentError, LimitError):
        READER.read(DOCUMENT[:size], DEFAULT_LIMITS)
