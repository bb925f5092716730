from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from attrs import evolve
from export_samples import grants, water_bureau

from govdisclose.export import COLUMNS, csv_rows, write_csv
from govdisclose.result import Result

WATER = water_bureau()


def written(*results: Result, source: str = "a.txt", excel: bool = False) -> str:
    file = io.StringIO(newline="")
    write_csv([(source, result) for result in results], file, excel=excel)
    return file.getvalue()


def in_excel(raw: str) -> str:
    """What stands for a cell's text in a file for Excel."""
    result = grants()
    result = evolve(result, entries=(evolve(result.entries[0], raw=raw),))
    row = next(csv.DictReader(io.StringIO(written(result, excel=True).removeprefix("\ufeff"), newline="")))
    return row["raw"]


def test_the_columns_are_these() -> None:
    assert ",".join(COLUMNS) == (
        "source,organ,year,layout,table,row,column,row_label,column_label,value,unit,state,raw,place"
    )


def test_each_entry_is_a_row_in_the_order_of_the_form() -> None:
    head = "a.txt,示例市水务局,2023,cn-2021,"
    documents = head + "disclosure,documents/"
    assert written(WATER).split("\n")[:12] == [
        ",".join(COLUMNS),
        documents + "regulations,issued,第二十条第（一）项/规章,本年制发件数,"
        '0,,number,0,"table 1, row 3, column 2"',
        documents + "regulations,repealed,第二十条第（一）项/规章,本年废止件数,"
        ',,blank,,"table 1, row 3, column 3"',
        documents + "regulations,in_force,第二十条第（一）项/规章,现行有效件数,"
        ',,not_applicable,/,"table 1, row 3, column 4"',
        documents + "normative_documents,issued,第二十条第（一）项/行政规范性文件,本年制发件数,"
        '12,,number,12,"table 1, row 4, column 2"',
        documents + "normative_documents,repealed,第二十条第（一）项/行政规范性文件,本年废止件数,"
        ',,text,详见附表,"table 1, row 4, column 3"',
        documents + "normative_documents,in_force,第二十条第（一）项/行政规范性文件,现行有效件数,"
        '1204,,number,"1,204","table 1, row 4, column 4"',
        head + "disclosure,licensing/licences,decisions,第二十条第（五）项/行政许可,本年处理决定数量,"
        '35,,number,35,"table 1, row 7, column 2"',
        head + "disclosure,enforcement/penalties,decisions,第二十条第（六）项/行政处罚,本年处理决定数量,"
        '8,,number,8,"table 1, row 10, column 2"',
        head + "disclosure,enforcement/compulsory_measures,decisions,第二十条第（六）项/行政强制,"
        '本年处理决定数量,0,,number,0,"table 1, row 11, column 2"',
        head + "disclosure,fees/administrative_fees,amount,第二十条第（八）项/行政事业性收费,"
        '本年收费金额（单位：万元）,7390.10,万元,number,7390.10,"table 1, row 14, column 2"',
        head + "requests,received,natural_person,一、本年新收政府信息公开申请数量,自然人,,,missing,,",
    ]


def test_labels_go_from_the_outermost_inwards() -> None:
    rows = {(row["row"], row["column"]): row for row in csv_rows(WATER)}
    row = rows["results/refused/state_secret", "legal_person/other"]
    assert row["row_label"] == "三、本年度办理结果/（三）不予公开/1.属于国家秘密"
    assert row["column_label"] == "法人或其他组织/其他"


def test_a_table_without_stub_has_neither_row_nor_row_label() -> None:
    first, *_ = csv_rows(grants(), "b.txt")
    assert first == {
        "source": "b.txt",
        "organ": "示例县民政局",
        "year": "2022",
        "layout": "grants-1",
        "table": "grants",
        "row": "",
        "column": "paid",
        "row_label": "",
        "column_label": "发放金额（万元）",
        "value": "3.50",
        "unit": "万元",
        "state": "number",
        "raw": "3.50",
        "place": "table 1, row 2, column 1",
    }


def test_missing_entries_are_rows_too() -> None:
    assert len(list(csv_rows(WATER))) == 200


def test_what_is_not_known_is_empty() -> None:
    result = evolve(WATER, layout=None, report=evolve(WATER.report, organ=None, year=None))
    row = next(csv_rows(result))
    assert [row[name] for name in ("organ", "year", "layout", "row_label")] == [
        "",
        "",
        "",
        "第二十条第（一）项/规章",
    ]


def test_several_reports_stand_under_one_line_of_names() -> None:
    lines = written(WATER, grants()).splitlines()
    assert len(lines) == 1 + 200 + 2
    assert sum(line.startswith("source,") for line in lines) == 1


def test_a_plain_file_has_neither_mark_nor_escape() -> None:
    raw = "=1+1\u202e\u200b"
    text = written(grants(raw))
    assert text.startswith("source,")
    assert "\r" not in text
    assert f",{raw}," in text


def test_a_line_break_in_a_cell_is_quoted() -> None:
    text = written(grants("3\r4\n5"))
    assert ',"3\r4\n5",' in text
    assert [row[12] for row in csv.reader(io.StringIO(text, newline=""))] == ["raw", "3\r4\n5", "2"]


def test_a_lone_surrogate_can_be_written() -> None:
    result = grants(organ="示例\ud800局")
    assert "示例\ufffd局" in written(result)
    assert "示例\\ud800局" in written(result, excel=True)


def test_a_file_for_excel_begins_with_the_mark_and_ends_its_rows_in_its_way(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        write_csv([("a.txt", grants())], file, excel=True)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfsource,organ,")
    assert content.count(b"\r\n") == content.count(b"\n") == 3


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(1)", "'@SUM(1)"),
        ("+2+cmd", "'+2+cmd"),
        ("-15-3", "'-15-3"),
        ("-", "'-"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("  =1", "'  =1"),
        ("＝1+1", "'＝1+1"),
        ("-15", "-15"),
        ("+2", "+2"),
        ("-1,234.50", "-1,234.50"),
        ("1-2", "'1-2"),
        ("3/4", "'3/4"),
        ("3月4日", "'3月4日"),
        ("1e9", "'1e9"),
        ("007", "'007"),
        ("123456789012345", "123456789012345"),
        ("1234567890123456", "'1234567890123456"),
        ("/", "/"),
        ("", ""),
        ("详见附表", "详见附表"),
        ("12件", "12件"),
        ("3\u202e4", "3\\u202e4"),
        ("\u200b=1", "\\u200b=1"),
        ("a\x00b", "a\\u0000b"),
    ],
)
def test_for_excel_text_stays_text(raw: str, expected: str) -> None:
    assert in_excel(raw) == expected


def test_for_excel_labels_and_numbers_are_left_alone() -> None:
    rows = list(csv.DictReader(io.StringIO(written(WATER, excel=True).removeprefix("\ufeff"), newline="")))
    assert rows == list(csv_rows(WATER, "a.txt"))


def test_for_excel_a_negative_value_stays_a_number() -> None:
    result = evolve(WATER, entries=(evolve(WATER.entries[0], value=-15, raw="减15"),))
    row = next(csv.DictReader(io.StringIO(written(result, excel=True).removeprefix("\ufeff"), newline="")))
    assert (row["value"], row["raw"]) == ("-15", "减15")


def test_for_excel_the_source_and_the_organ_are_made_inert() -> None:
    text = written(grants(organ="=1"), source="@a.txt", excel=True)
    assert text.splitlines()[1].startswith("'@a.txt,'=1,2022,")
