"""The year in the sentence that opens section one."""

from __future__ import annotations

import time

import pytest
from front_shapes import R, front, kinds

# --- the year in the opening

OPENINGS: tuple[tuple[str, int | None], ...] = (
    ("现将2021年度政府信息公开工作情况报告如下：", 2021),
    ("根据有关要求，现将我局2021年政府信息公开工作情况报告如下。", 2021),
    ("现公布我局2019年度政府信息公开工作年度报告。", 2019),
    ("现向社会公布示例市财政局2019年度政府信息公开年度报告。", 2019),
    (
        "按照《关于做好2022年政府信息公开工作年度报告编制工作的通知》要求，现将2021年度政府信息公开情况报告如下。",
        2021,
    ),
    (
        "根据关于做好2022年政府信息公开年度报告编制工作的通知要求现将2021年度政府信息公开工作情况公布如下。",
        2021,
    ),
    ("现将二〇二一年度政务公开工作情况报告如下：", 2021),
    ("本报告是示例市财政局2020年政府信息公开工作年度报告。", 2020),
    ("编制2020年度政府信息公开工作年度报告。", 2020),
    ("根据《中华人民共和国政府信息公开条例》编制本报告。", None),
    ("请按时报送2022年政府信息公开工作年度报告。", None),
    ("与2020年政府信息公开情况相比，现有增加。", None),
    ("（发布日期：2021年1月20日）政府信息公开", None),
)


@pytest.mark.parametrize(("sentence", "year"), OPENINGS)
def test_the_opening_gives_the_year_that_the_title_does_not(sentence: str, year: int | None) -> None:
    assert front(sentence).year == year


def test_the_prose_of_section_one_may_tell_of_another_years_report() -> None:
    assert (
        front("示例市财政局" + R, opening="（一）年初按时发布2021年度政府信息公开工作年度报告。").year is None
    )
    assert front("示例市财政局" + R, opening="现将2021年度政府信息公开工作情况报告如下。").year == 2021


def test_an_opening_of_another_year_does_not_move_the_title() -> None:
    read = front("示例市财政局2022年" + R, "现将2021年度政府信息公开工作情况报告如下：")
    assert (read.year, kinds(read)) == (2022, ["year-contradicted"])


def test_without_a_title_two_years_in_the_text_decide_nothing() -> None:
    read = front(
        "示例市财政局" + R,
        "现将2021年度政府信息公开工作情况报告如下：",
        "统计期限自2022年1月1日起至2022年12月31日止。",
    )
    assert (read.year, kinds(read)) == (None, ["year-undecided"])


def test_a_period_that_lost_characters_leaves_the_year_to_the_title() -> None:
    read = front("示例市财政局2022年" + R, "统计期限自20221月1日起至202212月31日止。")
    assert (read.year, read.period, kinds(read)) == (2022, None, ["period-unreadable"])


@pytest.mark.parametrize(
    "piece", ["(", "【", "2022年", "- ", "<a ", "[a](", "报告 ", "一、", "《", "现将2021年", "甲\n", "> "]
)
def test_a_page_of_marks_costs_little(piece: str) -> None:
    line = piece * 5_000 + "政府信息公开工作年度报告" + piece * 5_000
    began = time.process_time()
    front(*[line] * 80, opening=line, metadata=line)
    assert time.process_time() - began < 3
