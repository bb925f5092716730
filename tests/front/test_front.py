from __future__ import annotations

import datetime
import time

import pytest

from govdisclose.front import Front, read_front
from govdisclose.locate import Locator
from govdisclose.section import TextLine

TITLES = (
    "政府信息公开工作年度报告",
    "政府信息公开年度报告",
    "政务信息公开年度报告",
    "政府信息公开工作的年度报告",
    "政府信息公开工作报告",
    "政务公开工作年度报告",
)
WHOLE_2019 = (datetime.date(2019, 1, 1), datetime.date(2019, 12, 31))


def front(*texts: str, opening: str = "", metadata: str | None = None, known: bool = True) -> Front:
    lines = [TextLine(text, Locator(line=number)) for number, text in enumerate(texts, 1)]
    return read_front(lines, len(lines) if known else None, opening, TITLES, metadata)


def kinds(read: Front) -> list[str]:
    return [item.kind for item in read.findings]


@pytest.mark.parametrize(
    ("printed", "organ", "year"),
    [
        ("样例县水利局2019年政府信息公开工作年度报告", "样例县水利局", 2019),
        ("2024年样例县水利局政府信息公开工作年度报告", "样例县水利局", 2024),
        ("样例县水利局2019年度政府信息公开工作年度报告", "样例县水利局", 2019),
        ("样例县水利局 2024 年政府信息公开工作年度报告", "样例县水利局", 2024),
        ("样例县水利局二〇二〇年政府信息公开工作年度报告", "样例县水利局", 2020),
        ("样例县水利局二○二○年政府信息公开工作年度报告", "样例县水利局", 2020),
        ("样例县水利局２０２１年政府信息公开工作年度报告", "样例县水利局", 2021),
        ("样例县水利局2022年政府信息公开工作年度报告（图片版）（超链版）", "样例县水利局", 2022),
        ("样例县水利局2022年政务信息公开年度报告", "样例县水利局", 2022),
        ("样例县水利局2022年政府信息公开工作的年度报告", "样例县水利局", 2022),
        ("样例县水利局2022年政府信息公开工作报告.pdf", "样例县水利局", 2022),
        ("样例县水利局政府信息公开2022年度报告", "样例县水利局", 2022),
        ("样例县水利局政府信息公开工作年度报告（2022年度）", "样例县水利局", 2022),
        ("样例县水利局关于2022年政府信息公开工作年度报告", "样例县水利局", 2022),
        ("《样例县水利局2022年政府信息公开工作年度报告》", "样例县水利局", 2022),
        ("附件：样例县水利局2022年政府信息公开工作年度报告", "样例县水利局", 2022),
        ("首页 > 公开年报 > 样例县水利局2022年政府信息公开工作年度报告", "样例县水利局", 2022),
        ("标题：样例县水利局2022年政府信息公开工作年度报告", "样例县水利局", 2022),
        (
            "样例县城管局(样例县综合执法局)2022年政府信息公开年度报告",
            "样例县城管局（样例县综合执法局）",
            2022,
        ),
        ("样例县人民政府信息公开工作年度报告（2022年）", "样例县人民政府", 2022),
        ("样例县2022年政府信息公开工作年度报告", "样例县", 2022),
    ],
)
def test_a_title_names_organ_and_year_in_one_line(printed: str, organ: str, year: int) -> None:
    read = front(printed, "发布日期：2023-01-21")
    assert (read.organ, read.year, read.findings) == (organ, year, ())


def test_the_title_is_kept_as_printed() -> None:
    assert front("首页 > 样例县水利局 2022年政府信息公开工作年度报告").title == (
        "样例县水利局 2022年政府信息公开工作年度报告"
    )


def test_a_title_without_an_organ_says_so() -> None:
    read = front("2020年政府信息公开工作年度报告")
    assert (read.organ, read.year) == (None, 2020)
    assert kinds(read) == ["organ-not-found"]


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (("样例县水利局", "2019年政府信息公开工作年度报告"), 2019),
        (("样例县水利局", "", "2019年政府信息公开工作年度报告", "发布日期：2020年1月21日"), 2019),
        (("2019", "样例县水利局", "政府信息公开工作年度报告"), 2019),
        (("2019年度", "样例县水利局", "政府信息公开工作年度报告", "（2020年1月15日）"), 2019),
        (("样例县水利局2019年", "政府信息公开工作年度报告"), 2019),
        (("样例县水利局", "政府信息公开工作年度报告", "（2019年）"), 2019),
        (("样例县水利局", "2019年政府信息公开工作", "年度报告"), 2019),
    ],
)
def test_a_title_may_run_over_lines(lines: tuple[str, ...], year: int) -> None:
    read = front(*lines)
    assert (read.organ, read.year, kinds(read)) == ("样例县水利局", year, ["organ-from-line"])


def test_a_title_cut_inside_its_phrase_is_read_with_its_organ() -> None:
    read = front("样例县水利局2019年政府信息公", "开工作年度报告")
    assert (read.organ, read.year, read.findings) == ("样例县水利局", 2019, ())


@pytest.mark.parametrize(
    "date", ["2020年12月31日", "2020 年 12 月 31 日", "截至2020年12月31日", "二〇二〇年十二月三十一日"]
)
def test_the_last_day_of_a_year_beside_the_title_gives_the_year(date: str) -> None:
    read = front("政府信息公开工作年度报告", "样例县水利局", date)
    assert (read.organ, read.year) == ("样例县水利局", 2020)
    assert kinds(read) == ["organ-from-line", "year-from-text"]


@pytest.mark.parametrize("date", ["2020-01-21", "2020年1月21日", "发布日期：2020年1月21日", "2020年3月31日"])
def test_a_date_of_publication_is_not_the_year(date: str) -> None:
    read = front("样例县水利局政府信息公开工作年度报告", date)
    assert (read.year, kinds(read)) == (None, ["year-not-found"])


def test_without_a_title_the_organ_and_the_opening_serve() -> None:
    read = front("样例县水利局", opening="2021年度，本局办结来信若干。")
    assert (read.title, read.organ, read.year) == (None, "样例县水利局", 2021)
    assert kinds(read) == ["title-not-found", "organ-from-line", "year-from-text"]


def test_without_a_title_two_names_decide_nothing() -> None:
    read = front("样例县水利局", "欢迎您", "示例县林业局")
    assert read.organ is None
    assert "organ-undecided" in kinds(read)


def test_two_names_on_both_sides_of_the_title_decide_nothing() -> None:
    read = front("样例县水利局", "2021年政府信息公开工作年度报告", "示例县林业局")
    assert (read.organ, kinds(read)) == (None, ["organ-undecided"])
    assert dict(read.findings[0].facts) == {"first": "样例县水利局", "second": "示例县林业局"}


def test_the_page_title_decides_between_two_names() -> None:
    read = front(
        "样例县人民政府",
        "2021年政府信息公开工作年度报告",
        "示例县林业局",
        metadata="示例县林业局2021年政府信息公开工作年度报告-样例县人民政府",
    )
    assert (read.organ, kinds(read)) == ("示例县林业局", ["organ-from-line"])


def test_a_list_of_names_before_the_title_is_no_organ() -> None:
    read = front("示例县林业局", "样例县水利局", "2021年政府信息公开工作年度报告")
    assert (read.organ, kinds(read)) == (None, ["organ-not-found"])


@pytest.mark.parametrize(
    "line", ["县政府门户网站", "办公室", "本局", "来源 样例局", "网上办", "办好2021年样例局", "人民政府"]
)
def test_a_line_that_is_no_name_gives_no_organ(line: str) -> None:
    assert front(line, "2021年政府信息公开工作年度报告").organ is None


def test_of_several_titles_the_nearest_before_section_one_wins() -> None:
    read = front(
        "示例县林业局2018年政府信息公开工作年度报告",
        "样例县水利局2019年政府信息公开工作年度报告",
        "当前位置：首页 > 示例县林业局2020年政府信息公开工作年度报告",
    )
    assert (read.organ, read.year) == ("样例县水利局", 2019)


def test_without_a_first_section_the_first_title_is_taken() -> None:
    read = front(
        "样例县水利局2019年政府信息公开工作年度报告",
        "示例县林业局2018年政府信息公开工作年度报告",
        known=False,
    )
    assert (read.organ, read.year) == ("样例县水利局", 2019)


def test_prose_that_names_the_report_is_no_title() -> None:
    read = front("根据规定，现公布样例县水利局2019年政府信息公开工作年度报告")
    assert read.title is None


@pytest.mark.parametrize(
    "metadata",
    [
        "样例县水利局2019年政府信息公开工作年度报告-样例县人民政府",
        "样例县人民政府 公开年报 样例网 | 样例县水利局2019年政府信息公开工作年度报告 | 首页",
        "样例县水利局2019年政府信息公开工作年度报告_样例网",
    ],
)
def test_the_title_of_the_page_is_the_last_resort(metadata: str) -> None:
    read = front("正文", metadata=metadata)
    assert (read.title, read.organ, read.year) == (
        "样例县水利局2019年政府信息公开工作年度报告",
        "样例县水利局",
        2019,
    )


def test_the_title_of_the_page_gives_what_the_printed_one_leaves_out() -> None:
    read = front("政府信息公开工作年度报告", metadata="样例县水利局2019年政府信息公开工作年度报告")
    assert (read.organ, read.year, kinds(read)) == (
        "样例县水利局",
        2019,
        ["organ-from-line", "year-from-text"],
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "所列数据的统计期限自2019年1月1日起至2019年12月31日止。",
        "统计期限为从2019年1月1日到2019年12月31日。",
        "统计期限：2019年1月1日至12月31日",
        "本报告数据统计自 2019 年 1 月 1 日至 2019 年 12 月 31 日",
        "2019年1月1日至同年12月31日为统计时限",
        "统计期限为2019年1月1日—2019年12月31日",
    ],
)
def test_the_period_is_read_from_its_sentence(sentence: str) -> None:
    before = front("样例县水利局2019年政府信息公开工作年度报告", sentence)
    inside = front("样例县水利局2019年政府信息公开工作年度报告", opening=sentence)
    assert (before.period, before.findings) == (WHOLE_2019, ())
    assert (inside.period, inside.findings) == (WHOLE_2019, ())


def test_a_new_organ_may_report_a_part_of_a_year() -> None:
    read = front("样例县水利局2019年政府信息公开工作年度报告", "统计期限为2019年3月1日至12月31日。")
    assert read.period == (datetime.date(2019, 3, 1), datetime.date(2019, 12, 31))


@pytest.mark.parametrize(
    "sentence",
    [
        "统计期限为20231月1日至2023年12月31日。",
        "统计期限为2023年1月1日至202312月31日。",
        "统计期限为2023年2月30日至2023年12月31日。",
        "统计时限为2023年12月31日至2023年1月1日。",
        "统计期限为全年。",
    ],
)
def test_a_period_that_lost_characters_is_not_guessed(sentence: str) -> None:
    read = front("样例县水利局2023年政府信息公开工作年度报告", sentence)
    assert (read.period, kinds(read)) == (None, ["period-unreadable"])


@pytest.mark.parametrize(
    "sentence",
    [
        "据统计，2019年1月1日至6月30日来访数据下降。",
        "申请在期限内办结。",
        "2019年1月1日至2019年12月31日来客很多。",
    ],
)
def test_other_spans_are_no_period(sentence: str) -> None:
    read = front("样例县水利局2019年政府信息公开工作年度报告", sentence)
    assert (read.period, read.findings) == (None, ())


def test_the_period_gives_the_year_where_the_title_has_none() -> None:
    read = front("样例县水利局政府信息公开工作年度报告", "统计期限自2019年1月1日起至2019年12月31日止。")
    assert (read.year, kinds(read)) == (2019, ["year-from-text"])


def test_a_period_of_another_year_does_not_move_the_title() -> None:
    read = front("样例县水利局2020年政府信息公开工作年度报告", "统计期限自2019年1月1日起至2019年12月31日止。")
    assert (read.year, read.period) == (2020, WHOLE_2019)
    assert [(item.kind, item.facts["year"], item.facts["other"]) for item in read.findings] == [
        ("year-contradicted", "2020", "2019")
    ]


@pytest.mark.parametrize(
    "opening",
    ["2019年1月，本局成立。", "2019年以来，成绩喜人。", "2019年新修订的条例施行。", "自2019年起。", ""],
)
def test_an_opening_that_dates_something_else_gives_no_year(opening: str) -> None:
    assert front("样例县水利局政府信息公开工作年度报告", opening=opening).year is None


@pytest.mark.parametrize(
    ("organ", "province"),
    [
        ("浙江省样例局", "浙江省"),
        ("北京市样例区水利局", "北京市"),
        ("黑龙江省样例县水利局", "黑龙江省"),
        ("广西壮族自治区样例局", "广西壮族自治区"),
        ("内蒙古样例旗水利局", "内蒙古自治区"),
        ("新疆样例县水利局", "新疆维吾尔自治区"),
        ("海南证监局", "海南省"),
        ("海南藏族自治州水利局", None),
        ("吉林市样例局", None),
        ("北京路街道办事处", None),
        ("新疆路街道办事处", None),
        ("河南蒙古族自治县水利局", None),
        ("样例市水利局", None),
    ],
)
def test_only_a_name_that_begins_with_a_province_gives_one(organ: str, province: str | None) -> None:
    assert front(f"{organ}2019年政府信息公开工作年度报告").province == province


def test_huge_lines_cost_little() -> None:
    began = time.process_time()
    front("统计期限" * 2_000_000, "报告" * 5_000_000, "(" * 5_000_000, opening="数据" * 5_000_000)
    assert time.process_time() - began < 2


def test_an_empty_document_is_told_as_such() -> None:
    read = read_front([], None, "", TITLES, None)
    assert (read.title, read.organ, read.year, read.period, read.province) == (None, None, None, None, None)
    assert kinds(read) == ["title-not-found", "organ-not-found", "year-not-found"]
