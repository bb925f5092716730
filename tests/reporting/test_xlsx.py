"""The workbook, read back by a library that shares no code with the one that writes it."""

from __future__ import annotations

from io import BytesIO

import pytest
from attrs import evolve
from checked_samples import MIXED

from govdisclose.reporting import OUTPUTS, Item

openpyxl = pytest.importorskip("openpyxl")


def rows(content: bytes, sheet: str) -> list[list[object]]:
    book = openpyxl.load_workbook(BytesIO(content))
    return [[cell.value for cell in row] for row in book[sheet].iter_rows()]


def test_problems_all_and_a_summary_stand_in_sheets_of_their_own() -> None:
    content = OUTPUTS["xlsx"].make([Item("甲.docx", MIXED)], "zh")
    head, first = rows(content, "问题清单")
    assert head == [
        *("文件", "机关", "年度", "规则", "结果", "级别", "位置"),
        *("报告中的数", "比较依据", "依据数值", "差额", "说明", "处理建议"),
    ]
    assert first[:6] == ["甲.docx", "示例市示例局", 2023, "表内勾稽", "不符", "警告"]
    assert first[7:11] == [26, "新收=24；新收+上年结转=25", 24, 2]
    assert len(rows(content, "全部比对")) == 5
    assert rows(content, "汇总")[1] == ["甲.docx", "示例市示例局", 2023, "cn-2021", 1, 1, 1, 1]


def test_the_first_row_stays_and_can_be_filtered() -> None:
    book = openpyxl.load_workbook(BytesIO(OUTPUTS["xlsx"].make([Item("甲.docx", MIXED)], "en")))
    assert [(sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) for sheet in book] == [
        ("Problems", "A2", "A1:M2"),
        ("All compared", "A2", "A1:M5"),
        ("Summary", "A2", "A1:H2"),
    ]


def test_text_that_looks_like_a_formula_stays_text() -> None:
    odd = Item("=1+1", evolve(MIXED, organ="=HYPERLINK(1)"))
    assert rows(OUTPUTS["xlsx"].make([odd], "zh"), "汇总")[1][:2] == ["=1+1", "=HYPERLINK(1)"]
    book = openpyxl.load_workbook(BytesIO(OUTPUTS["xlsx"].make([odd], "zh")))
    assert book["汇总"]["A2"].data_type == "s"
