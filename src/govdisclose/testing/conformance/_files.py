"""Documents to be written in a format, and files to try a reader with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from random import Random

from govdisclose.document import Document, Paragraph
from govdisclose.grid import Cell
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.testing.conformance._forms import filled_in
from govdisclose.testing.formats import BYTES
from govdisclose.testing.grids import grid_of

__all__ = ["GARBAGE", "documents", "files_of_others", "mangled"]

GARBAGE: tuple[bytes, ...] = (
    b"",
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"PK\x03\x04",
    b"PK\x05\x06" + bytes(18),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    b"%PDF-1.4\n%%EOF",
    b"{\\rtf1 }",
    b"<?xml version='1.0'?>",
    b"<html><table><tr><td>",
    b"\x89PNG\r\n\x1a\n",
    bytes(range(256)) * 8,
)
"""Files of no format, or with the first bytes of one and nothing more."""

_LONG = "依法公开政府信息，" * 400
_AWKWARD = (
    ("<b>&amp;</b>", 1, 1),
    ("\"引号\" ‘单’ 'x'", 1, 2),
    ("𠀀㐀⻔", 1, 1),
    ("007", 1, 1),
    ("+2", 1, 1),
    ("1,234", 1, 1),
    ("=1+1", 1, 1),
    ("0.10", 1, 1),
    ("/", 2, 1),
    ("３", 1, 1),
    ("TRUE", 1, 1),
    ("2022-01-31", 1, 1),
    ("１．全角", 1, 1),
    ("a\\b`c`", 1, 1),
)


@lru_cache(maxsize=1)
def documents() -> tuple[Document, ...]:
    """Both national forms, and a document of texts and merges that formats stumble over."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    texts = iter(_AWKWARD)
    for row in range(4):
        for column in range(4):
            if (row, column) in taken:
                continue
            text, down, across = next(texts, ("", 1, 1))
            taken |= {(row + r, column + c) for r in range(down) for c in range(across)}
            cells.append(Cell(text, row, column, down, across))
    odd = (
        Paragraph("示例市教育局2022年政府信息公开工作年度报告", 1),
        Paragraph(_LONG, 2),
        grid_of(cells, number=1),
        Paragraph("x < y & z > 1", 3),
        grid_of([Cell("左", 0, 0), Cell("右", 0, 1), Cell("下", 1, 0, 1, 2)], number=2),
    )
    return (filled_in(CN_2019).document, filled_in(CN_2021).document, Document(odd, "drawn"))


def files_of_others(reader: str) -> Iterator[tuple[str, bytes]]:
    """Files of the formats that the library writes itself, but for that of the reader."""
    for name, write in BYTES.items():
        if name.partition("-")[0] != reader:
            for number, document in enumerate(documents()):
                yield f"{name} file {number + 1}", write(document)


def mangled(sources: Sequence[bytes], count: int) -> Iterator[tuple[str, bytes]]:
    """Truncated and damaged copies, each with what was done to it; the same ones at every run."""
    for number, source in enumerate(sources, 1):
        for size in (1, 4, 8, 100, 600, len(source) // 2, len(source) - 1):
            if size < len(source):
                yield f"file {number} cut at {size} bytes", source[:size]
        for seed in range(count):
            yield f"file {number} damaged with seed {seed}", _damaged(source, Random(f"{number} {seed}"))  # noqa: S311


def _damaged(source: bytes, random: Random) -> bytes:
    copy = bytearray(source)
    for _ in range(random.randint(1, 8)):
        start = random.randrange(len(copy) + 1)
        end = min(start + random.choice([1, 1, 2, 7, 300]), len(copy))
        kind = random.randrange(4)
        if kind == 0:
            del copy[start:end]
        elif kind == 1:
            copy[start:end] = random.randbytes(end - start)
        elif kind == 2:
            copy[start:start] = copy[start : min(start + 2000, len(copy))]
        else:
            other = random.randrange(len(copy) + 1)
            copy[start:end] = copy[other : other + end - start]
    return bytes(copy)
