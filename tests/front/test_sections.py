from __future__ import annotations

import time

import pytest

from govdisclose.front import FoundSections, find_sections
from govdisclose.locate import Locator
from govdisclose.section import Section, TextLine
from section_samples import KEYS, SECTIONS

PLAIN = (
    "一、总体情况",
    "本局全年认真回答群众来电。",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "人手不足，来年补足。",
    "六、其他需要报告的事项",
    "无。",
)


def find(*texts: str, sections: tuple[Section, ...] = SECTIONS) -> FoundSections:
    lines = [TextLine(text, Locator(line=number)) for number, text in enumerate(texts, 1)]
    return find_sections(lines, sections)


def proses(found: FoundSections) -> dict[str, str]:
    return {section.key: section.text for section in found.found}


def kinds(found: FoundSections) -> list[str]:
    return [item.kind for item in found.findings]


def test_a_plain_report_has_six_sections_with_their_prose_and_no_finding() -> None:
    found = find("样例县水利局2019年政府信息公开工作年度报告", *PLAIN)
    assert [section.key for section in found.found] == KEYS
    assert proses(found)["overview"] == "本局全年认真回答群众来电。"
    assert proses(found)["disclosure"] == ""
    assert proses(found)["others"] == "无。"
    assert found.first == 1
    assert found.found[0].at == Locator(line=2)
    assert found.findings == ()


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("一、概述", "overview"),
        ("一、主要工作概述", "overview"),
        ("一、基本工作情况", "overview"),
        ("二、行政机关主动公开政府信息情况", "disclosure"),
        ("三、依申请公开政府信息情况", "requests"),
        ("四、政府信息公开行政法复议、行政诉讼情况", "reviews"),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "reviews"),
        ("五、存在的主要问题及改进措施", "problems"),
        ("五、存在问题及改进情况", "problems"),
        ("五．存在的主要问题及改进情况", "problems"),
        ("六 其他需要报告的事项", "others"),
        ("　　一 、 总 体 情 况" + " " * 20, "overview"),
        ("⼀、总体情况", "overview"),
        ("一、總體情況", "overview"),
        ("\ufeff一、总体情况", "overview"),
        ("[bookmark: _Toc1]一、总体情况", "overview"),
        ("总体情况", "overview"),
    ],
)
def test_a_heading_may_be_printed_in_many_ways(printed: str, key: str) -> None:
    assert [section.key for section in find("前文。", printed, "后文。").found] == [key]


@pytest.mark.parametrize(
    "printed",
    [
        "包括总体情况、主动公开政府信息情况等六个部分。",
        "总体情况：良好。",
        "（一）总体情况",
        "1.总体情况",
        "二、总体情况",
        "一、总体情况良好",
        "一、总体情况……………3",
        "一、总体情况 3",
        "一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况",
        "三、本年度办理结果",
        "四、结转下年度继续办理",
    ],
)
def test_a_line_that_only_resembles_a_heading_is_none(printed: str) -> None:
    assert find("前文。", printed, "后文。").found == ()


@pytest.mark.parametrize(
    ("printed", "heading", "prose"),
    [
        ("六、其他需要报告的事项：无。", "六、其他需要报告的事项", "无。"),
        ("六、其他需要报告的事项 无", "六、其他需要报告的事项", "无"),
        ("六、其他需要报告的事项　本年度没有。", "六、其他需要报告的事项", "本年度没有。"),
        ("六、其他需要报告的事项\n无。", "六、其他需要报告的事项", "无。"),
        ("六、其他需要报告的事项：", "六、其他需要报告的事项", ""),
        ("六、其他需要 报告的事项。无", "六、其他需要 报告的事项", "无"),
    ],
)
def test_prose_may_stand_on_the_line_of_a_numbered_heading(printed: str, heading: str, prose: str) -> None:
    (section,) = find(printed).found
    assert (section.heading, section.text) == (heading, prose)


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        (("一、", "总体情况"), "一、总体情况"),
        (("一", "总体情况"), "一总体情况"),
        (("一、", "", "总体情况"), "一、总体情况"),
        (
            ("四、政府信息公开行政复议、", "行政诉讼情况"),
            "四、政府信息公开行政复议、行政诉讼情况",
        ),
    ],
)
def test_a_heading_may_run_over_two_lines(lines: tuple[str, ...], heading: str) -> None:
    (section,) = find(*lines, "本年度如下。").found
    assert (section.heading, section.text) == (heading, "本年度如下。")


def test_a_number_alone_does_not_join_with_other_words() -> None:
    assert find("一、", "工作概览", "本年度如下。").found == ()


def test_a_missing_section_is_reported_with_its_official_heading() -> None:
    found = find(*(line for line in PLAIN if not line.startswith("五、")))
    assert [section.key for section in found.found] == [
        "overview",
        "disclosure",
        "requests",
        "reviews",
        "others",
    ]
    assert [(item.kind, dict(item.facts)) for item in found.findings] == [
        ("section-not-found", {"section": "五、存在的主要问题及改进情况"})
    ]


def test_a_document_without_headings_gives_no_section_and_no_first_line() -> None:
    found = find("一段文字。")
    assert (found.found, found.first) == ((), None)
    assert kinds(found) == ["section-not-found"] * 6


@pytest.mark.parametrize("extra", ["七、附件", "七、统计表", "八、下年打算"])
def test_a_numbered_heading_that_the_form_lacks_ends_the_last_section(extra: str) -> None:
    found = find(*PLAIN, extra, "附表略。")
    assert proses(found)["others"] == "无。"
    assert [section.key for section in found.found] == KEYS


def test_a_part_in_place_of_a_missing_section_ends_the_one_before_it() -> None:
    found = find(
        "四、政府信息公开行政复议、行政诉讼情况", "无。", "五、下年打算", "多读书。", "六、其他需要报告的事项"
    )
    assert proses(found) == {"reviews": "无。", "others": ""}


def test_numbered_paragraphs_inside_a_section_do_not_end_it() -> None:
    found = find(
        "一、总体情况",
        "二、抓好培训",
        "办班两期。",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "三、本年度办理结果",
        "四、结转下年度继续办理",
        "以上为表。",
        "四、政府信息公开行政复议、行政诉讼情况",
    )
    assert proses(found)["overview"] == "二、抓好培训\n办班两期。"
    assert proses(found)["requests"] == "三、本年度办理结果\n四、结转下年度继续办理\n以上为表。"


def test_a_navigation_list_of_bare_headings_is_left_out() -> None:
    navigation = [line[2:] for line in PLAIN if line[1] == "、"]
    found = find(*navigation, "样例县水利局", *PLAIN)
    assert found.first == 7
    assert proses(found)["overview"] == "本局全年认真回答群众来电。"
    assert found.findings == ()


def test_a_numbered_table_of_contents_is_left_out() -> None:
    contents = [line for line in PLAIN if line[1] == "、"]
    found = find(*contents, "本报告依照规定编制，" * 60, *PLAIN)
    assert found.first == 7
    assert proses(found)["others"] == "无。"
    assert found.findings == ()


def test_a_blank_form_still_has_its_sections() -> None:
    found = find(*(line for line in PLAIN if line[1] == "、"))
    assert [section.key for section in found.found] == KEYS
    assert set(proses(found).values()) == {""}


def test_bare_headings_serve_where_no_list_of_them_stands() -> None:
    found = find(*(line[2:] if line[1] == "、" else line for line in PLAIN))
    assert [section.key for section in found.found] == KEYS
    assert found.findings == ()


def test_of_a_repeated_heading_the_one_with_the_most_prose_is_taken_and_reported() -> None:
    found = find(
        "一、总体情况", "目录略", "一、总体情况", "本局全年认真回答群众来电，并编印手册。", *PLAIN[2:]
    )
    assert proses(found)["overview"] == "本局全年认真回答群众来电，并编印手册。"
    assert [(item.kind, item.at, dict(item.facts)) for item in found.findings] == [
        ("section-repeated", Locator(line=3), {"section": "一、总体情况", "count": "2"})
    ]


def test_a_numbered_heading_is_preferred_to_a_bare_one() -> None:
    found = find(*PLAIN[:7], "其他需要报告的事项", "没有别的。", *PLAIN[7:])
    assert proses(found)["others"] == "无。"
    assert kinds(found) == ["section-repeated"]


def test_two_sections_in_the_wrong_order_are_both_found() -> None:
    found = find(*PLAIN[:5], *PLAIN[7:], *PLAIN[5:7])
    assert proses(found)["others"] == "无。"
    assert proses(found)["problems"] == "人手不足，来年补足。"
    assert [section.key for section in found.found][-2:] == ["others", "problems"]


def test_an_alias_without_a_number_agrees_with_any() -> None:
    sections = (Section("overview", "一、总体情况", ("概述",)),)
    assert [section.key for section in find("三、概述", sections=sections).found] == ["overview"]
    assert find("三、总体情况", sections=sections).found == ()


def test_a_huge_line_costs_little() -> None:
    began = time.process_time()
    found = find("一、总体情况 " + "数据" * 5_000_000, "一、" + "总" * 10_000_000, " " * 10_000_000)
    assert len(found.found) == 1
    assert time.process_time() - began < 2


def test_many_repeated_headings_cost_little() -> None:
    began = time.process_time()
    found = find(*PLAIN * 3000)
    assert [section.key for section in found.found] == KEYS
    assert time.process_time() - began < 5
