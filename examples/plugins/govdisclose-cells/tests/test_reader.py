"""What must hold of every reader, what a file says, and what is printed in the samples."""

from __future__ import annotations

from pathlib import Path

import pytest
from govdisclose.document import Limits
from govdisclose.errors import DamagedDocumentError, EmptyDocumentError, LimitError
from govdisclose.testing.conformance import reader_tests, sample_tests

from cells import packed, write
from govdisclose_cells import READER

test_the_reader = reader_tests(READER, write)
test_the_samples = sample_tests(Path(__file__).parents[1] / "samples", readers=[READER])


def test_lines_and_cells_come_in_their_order() -> None:
    source = packed(
        '{"text": "示例市水利局"}',
        '{"table": 1, "at": [0, 0], "spans": [1, 2], "text": "项目"}',
        '{"table": 1, "at": [1, 1], "text": "12"}',
        '{"table": 1, "at": [1, 0], "text": "规章"}',
        '{"table": 2, "at": [0, 0], "text": "合计"}',
    )
    document = READER.read(source, Limits())
    assert ["示例市水利局"] == [paragraph.text for paragraph in document.paragraphs]
    assert [[("项目", 0, 0, 1, 2), ("规章", 1, 0, 1, 1), ("12", 1, 1, 1, 1)], [("合计", 0, 0, 1, 1)]] == [
        [(cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in grid.cells]
        for grid in document.grids
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": 12}', "line 2: the text is none"),
        ('["text"]', "line 2 is no object"),
        ("text", "line 2 is no JSON"),
        ("[" * 100_000, "line 2 is no JSON"),
        ('{"table": 1, "text": "12"}', "line 2: at is None"),
        ('{"table": 1, "at": [0, -1]}', r"line 2: at is \[0, -1\]"),
        ('{"table": 1, "at": [0, true]}', r"line 2: at is \[0, True\]"),
        ('{"table": 1, "at": [0, 0], "spans": [0, 1]}', "line 2: the cell spans nothing"),
        ('{"table": "1", "at": [0, 0]}', "line 2: table is '1'"),
    ],
)
def test_a_line_that_is_none_is_named(line: str, message: str) -> None:
    with pytest.raises(DamagedDocumentError, match=message):
        READER.read(packed(line), Limits())


def test_two_cells_in_one_place() -> None:
    line = '{"table": 1, "at": [0, 0], "text": "12"}'
    with pytest.raises(DamagedDocumentError, match="table 1: two cells cover row 0, column 0"):
        READER.read(packed(line, line), Limits())


def test_a_file_that_says_nothing() -> None:
    with pytest.raises(EmptyDocumentError, match="the file holds no text"):
        READER.read(packed(), Limits())


def test_a_file_that_is_cut_off() -> None:
    with pytest.raises(DamagedDocumentError, match="the file is cut off"):
        READER.read(packed('{"text": "示例市水利局"}')[:-9], Limits())


@pytest.mark.parametrize(
    ("line", "limit"),
    [
        ('{"table": 1, "at": [0, 999999999]}', "columns"),
        ('{"table": 1, "at": [999999999, 0]}', "rows"),
        ('{"table": 1, "at": [0, 0], "spans": [20000, 250]}', "cells"),
        ('{"table": 1, "at": [19000, 200]}', "cells"),
        (" " * 70_000_000, "inflated"),
        ("\n" * 400_001, "elements"),
    ],
    ids=["column", "row", "spans", "area", "white space", "lines"],
)
def test_what_costs_too_much_is_refused_before_room_is_made_for_it(line: str, limit: str) -> None:
    source = packed(line)
    assert len(source) < 100_000
    with pytest.raises(LimitError) as error:
        READER.read(source, Limits())
    assert limit == error.value.limit
