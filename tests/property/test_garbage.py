"""Whatever the bytes are, there is a result or an error of the library, and nothing else is raised."""

from __future__ import annotations

from contextlib import suppress
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import distinct_forms, examples

from govdisclose import parse, parse_document
from govdisclose.document import Document, Paragraph
from govdisclose.errors import GovdiscloseError
from govdisclose.grid import Cell, Grid
from govdisclose.layouts import CN_2021
from govdisclose.testing.documents import Filled
from govdisclose.testing.formats import BYTES

_HEADS = (
    b"",
    b"PK\x03\x04",
    b"<html><table><tr><td>",
    b"%PDF-1.4",
    b"\xd0\xcf\x11\xe0",
    b"\xff\xfe",
    b"\t\xe8\xa7\x84",
)


def _parse(source: bytes) -> None:
    with suppress(GovdiscloseError):
        parse(source)


@given(st.sampled_from(_HEADS), st.binary(max_size=400))
@examples(150)
def test_random_bytes(head: bytes, rest: bytes) -> None:
    _parse(head + rest)


@given(st.text(max_size=200))
@examples(150)
def test_random_text(text: str) -> None:
    _parse(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", BYTES)
@given(filled=distinct_forms(), seed=st.integers(0, 2**32 - 1))
@examples(12)
def test_a_mangled_report(name: str, filled: Filled, seed: int) -> None:
    random = Random(seed)  # noqa: S311
    source = bytearray(BYTES[name](filled.document))
    for _ in range(random.randint(1, 12)):
        start = random.randrange(len(source))
        end = min(start + random.choice([1, 1, 2, 7, 300, len(source)]), len(source))
        kind = random.randrange(4)
        if kind == 0:
            del source[start:end]
        elif kind == 1:
            source[start:end] = random.randbytes(min(end - start, 40))
        elif kind == 2:
            source[start:start] = source[start : min(end, start + 2000)]
        else:
            other = random.randrange(len(source))
            source[start:end] = source[other : other + end - start]
        if not source:
            break
    _parse(bytes(source))


_WORDS = [
    name
    for table in CN_2021.tables
    for _, part in table.parts()
    for tree in (part.boxhead, part.stub)
    if tree is not None
    for _, heading in tree.walk()
    for name in (heading.label,)
] + [
    "",
    " ",
    "0",
    "5",
    "/",
    "第二十条第（一）项",
    "信息内容",
    "申请人情况",
    "3 5",
    "- 4 -",
    "一、总体情况",
    "²",
    "\ufffd",
]


@st.composite
def _soup(draw: st.DrawFn) -> Document:
    """Grids of any labels anywhere, merged anyhow, with holes."""
    blocks: list[Paragraph | Grid] = [Paragraph("示例市2022年政府信息公开工作年度报告")]
    for number in range(1, draw(st.integers(1, 3)) + 1):
        random = Random(draw(st.integers(0, 2**32 - 1)))  # noqa: S311
        rows, columns = random.randint(1, 12), random.randint(1, 9)
        ragged = random.random() < 0.3
        taken: set[tuple[int, int]] = set()
        cells: list[Cell] = []
        for row in range(rows):
            for column in range(columns if not ragged else random.randint(1, columns)):
                if (row, column) in taken or (not ragged and random.random() < 0.05):
                    continue
                down, across = (
                    (1, 1) if ragged else (random.choice([1, 1, 1, 2, 3]), random.choice([1, 1, 1, 2, 4]))
                )
                over = {(row + r, column + c) for r in range(down) for c in range(across)}
                if over & taken or row + down > rows or column + across > columns:
                    down = across = 1
                    over = {(row, column)}
                taken |= over
                cells.append(Cell(random.choice(_WORDS), row, column, down, across))
        blocks.append(Grid(tuple(cells), rows, columns, number, ragged))
        blocks += [Paragraph(random.choice(_WORDS) or "。", at) for at in range(random.randint(0, 6))]
    return Document(tuple(blocks), "drawn")


@given(_soup())
@examples(400)
def test_labels_and_numbers_anywhere(document: Document) -> None:
    try:
        result = parse_document(document)
    except GovdiscloseError:
        return
    assert len({(entry.table, entry.row, entry.column) for entry in result.entries}) == len(result.entries)
    for item in result.findings:
        assert item.message("en")
        assert item.message("zh")
