"""Many results to one file: each format puts their parts together under one head."""

from __future__ import annotations

import io
import json
import pickle

import pytest
from export_samples import water_bureau

from govdisclose.export import EXPORTERS, from_json, to_json, write_csv, write_jsonl

WATER = water_bureau()
PAIRS = [("甲.docx", WATER), ("乙.docx", WATER)]


def written(name: str) -> str:
    file = io.BytesIO()
    EXPORTERS[name].write(PAIRS, file)
    return file.getvalue().decode("utf-8")


def test_json_of_many_is_an_array_of_what_one_is() -> None:
    text = written("json")
    one, two = json.loads(text)
    assert (one["source"], two["source"]) == ("甲.docx", "乙.docx")
    assert from_json(json.dumps(two, ensure_ascii=False)).entries == WATER.entries
    assert text == f"[\n{to_json(WATER, source='甲.docx')},\n{to_json(WATER, source='乙.docx')}\n]\n"


def test_json_of_none_is_an_empty_array_and_of_one_alone_an_object() -> None:
    none, alone = io.BytesIO(), io.BytesIO()
    EXPORTERS["json"].write([], none)
    with EXPORTERS["json"].join(alone, False) as add:
        add(EXPORTERS["json"].part(WATER, "甲.docx"))
    assert none.getvalue() == b"[]\n"
    assert alone.getvalue().decode() == to_json(WATER, source="甲.docx") + "\n"


def test_lines_and_rows_are_those_of_the_functions() -> None:
    lines, rows = io.StringIO(), io.StringIO()
    write_jsonl(PAIRS, lines)
    write_csv(PAIRS, rows)
    assert (written("jsonl"), written("csv")) == (lines.getvalue(), rows.getvalue())


def test_the_spreadsheet_of_a_format_is_the_same_rows_for_excel() -> None:
    excel = EXPORTERS["csv"].spreadsheet
    assert excel is not None
    file, text = io.BytesIO(), io.StringIO()
    excel.write(PAIRS, file)
    write_csv(PAIRS, text, excel=True)
    assert file.getvalue().decode("utf-8") == text.getvalue()


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_a_format_can_be_sent_between_processes(name: str) -> None:
    assert pickle.loads(pickle.dumps(EXPORTERS[name])) == EXPORTERS[name]  # noqa: S301
