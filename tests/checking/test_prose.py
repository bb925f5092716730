"""Prose against tables: what a number may mean, what it never means, and what is not about the tables at all."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from govdisclose import parse_document
from govdisclose.checking import Assessment, Example, Outcome, check, find_rule
from govdisclose.checking.example import result_of
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.testing.sentences import HELD_OUT, TEMPLATES, altered, report

RULE = find_rule("prose-against-table")
PATHS = {
    "N": "requests:received:total",
    "C": "requests:carried_in:total",
    "P": "requests:results/total:total",
    "O": "requests:carried_out:total",
    "G": "requests:results/granted:total",
    "PG": "requests:results/partially_granted:total",
    "d7": "requests:results/refused/enforcement_files:total",
    "u1": "requests:results/unavailable/not_held:total",
    "u2": "requests:results/unavailable/not_compiled:total",
    "Nn": "requests:received:natural_person",
    "RV": "reviews::reconsideration/total",
    "Rm": "reviews::reconsideration/upheld",
    "Rp": "reviews::reconsideration/pending",
    "A": "reviews::litigation/direct/total",
    "B": "reviews::litigation/after_reconsideration/total",
    "DM": "disclosure:documents/normative_documents:issued",
    "DR": "disclosure:documents/normative_documents:repealed",
    "DV": "disclosure:documents/normative_documents:in_force",
    "LIC": "disclosure:licensing/licences:decisions",
    "FEE": "disclosure:fees/administrative_fees:amount",
}


Values = Mapping[str, str | int]


def assessed(
    text: str, values: Values, section: str = "overview", organ: str = "示例市示例局"
) -> list[Assessment]:
    entries = {PATHS[code]: str(value) for code, value in values.items()}
    result = result_of(Example(prose={section: text}, entries=entries, organ=organ))
    return list(check(result, rules=[RULE]).assessments)


def said(text: str, values: Values, section: str = "overview", organ: str = "示例市示例局") -> str:
    """Each number with its outcome and the words of its first basis: ``26 broken 新收``."""
    return "; ".join(
        f"{item.text} {item.outcome}" + (f" {item.bases[0].words}" if item.bases else "")
        for item in assessed(text, values, section, organ)
    )


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("全年收到政府信息公开申请26件。", {"N": 26}, "26 holds 新收"),
        ("全年收到政府信息公开申请26件。", {"N": 24, "C": 2}, "26 holds 新收+上年结转"),
        ("全年收到政府信息公开申请26件。", {"N": 24, "C": 1}, "26 broken 新收"),
        ("全年收到政府信息公开申请26件。", {"N": 24, "P": 26}, "26 broken 新收"),
        ("受理申请七件，均已办结。", {"N": 7, "P": 7}, "七 holds 新收"),
        ("新收申请９件，上年结转１件，办结１０件。", {"N": 9, "C": 1, "P": 10},
         "９ holds 新收; １ holds 上年结转; １０ holds 办结"),
        ("本局受理申请1,256件。", {"N": 1256}, "1,256 holds 新收"),
        ("其中3件结转下年度继续办理。", {"O": 3}, "3 holds 结转下年"),
        ("其中3件结转下年度继续办理。", {"O": 2}, "3 broken 结转下年"),
        ("予以公开6件，占办结总数的42.8%。", {"G": 6, "P": 14}, "6 holds 予以公开; 42.8% holds 予以公开/办结"),
        ("予以公开6件，占办结总数的42.9%。", {"G": 6, "P": 14}, "6 holds 予以公开; 42.9% holds 予以公开/办结"),
        ("予以公开6件，占办结总数的43.1%。", {"G": 6, "P": 14}, "6 holds 予以公开; 43.1% broken 予以公开/办结"),
        ("20件予以公开、6件部分公开。", {"G": 20, "PG": 6}, "20 holds 予以公开; 6 holds 部分公开"),
        ("公开和部分公开26件。", {"G": 20, "PG": 6}, "26 holds 予以公开+部分公开"),
        ("制发行政规范性文件3件，废止1件。", {"DM": 3, "DR": 1}, "3 holds 规范性文件制发; 1 holds 规范性文件废止"),
        ("制发行政规范性文件3件。", {"DM": 2}, "3 broken 规范性文件制发"),
        ("现行有效行政规范性文件31件。", {"DV": 28}, "31 not_assessable 规范性文件现行有效"),
        ("作出行政许可决定640件。", {"LIC": 640}, "640 holds 行政许可"),
        ("行政事业性收费125.3万元。", {"FEE": "125.3"}, "125.3 holds 收费金额"),
        ("行政事业性收费1253000元。", {"FEE": "125.3"}, "1253000 holds 收费金额"),
        ("收到申请约30件。", {"N": 33}, "约30 holds 新收"),
        ("收到申请30余件。", {"N": 33}, "30余 holds 新收"),
    ],
)  # fmt: skip
def test_a_number_agrees_with_one_of_its_bases_or_is_wrong(text: str, values: Values, expected: str) -> None:
    assert said(text, values) == expected


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("未收到政府信息公开申请。", {}, "未收到政府信息公开申请 holds 新收"),
        ("未收到政府信息公开申请。", {"N": 1}, "未收到政府信息公开申请 broken 新收"),
        ("未发生行政诉讼案件。", {"B": 2}, "未发生行政诉讼 broken 直接起诉总计+复议后起诉总计"),
        (
            "无行政复议、行政诉讼。",
            {"RV": 1},
            "无行政复议、行政诉讼 broken 复议总计+直接起诉总计+复议后起诉总计",
        ),
        ("1件因本机关不掌握而无法提供。", {"u1": 1, "u2": 4}, "1 holds 本机关不掌握相关政府信息"),
        ("无法提供5件。", {"u1": 1, "u2": 4}, "5 holds 无法提供各项之和"),
    ],
)
def test_zero_may_be_said_in_words_and_a_group_is_the_sum_of_its_rows(
    text: str, values: Values, expected: str
) -> None:
    assert said(text, values) == expected


def test_reviews_may_be_counted_with_or_without_those_that_are_pending() -> None:
    values: Values = {"RV": 10, "Rm": 4, "Rp": 3}
    assert said("被申请行政复议10件，已审结7件，其中维持4件。", values, "reviews") == (
        "10 holds 复议总计; 7 holds 复议总计−复议尚未审结; 4 holds 复议结果维持"
    )


@pytest.mark.parametrize(
    "text",
    [
        "全年主动公开政府信息1256条，其中政策文件类41条。",
        "网站发布解读稿件26篇，微信推送96条。",
        "同比增长9.5%，比上年多12件。",
        "收到信访件32件，网民留言85条。",
        "申请人关注征地拆迁34件、教育12件。",
        "其中网上申请20件、信函申请6件。",
        "近五年来共收到申请210件。",
        "上半年收到申请18件。",
        "收取信息处理费600元。",
        "召开培训会3次，培训120余人次。",
        "街道每月答复一次。",
        "平均办理时限12个工作日。",
        "无其他需要报告的事项。",
    ],
)
def test_what_is_not_about_the_tables_is_left_alone(text: str) -> None:
    assert [item for item in assessed(text, {"N": 1, "P": 1}) if item.outcome is not Outcome.NOT_ASKED] == []


# --- scope, period, blanks


def test_a_wider_scope_is_not_compared_in_an_organs_own_report() -> None:
    text = "指导全区办理申请420件，本机关收到申请11件，答复11件。"
    assert said(text, {"N": 11, "P": 11}) == "11 holds 新收; 11 holds 办结"


def test_the_whole_area_is_the_scope_of_a_governments_report() -> None:
    assert said("全市共收到申请120件。", {"N": 118}, organ="示例市人民政府") == "120 broken 新收"


def test_last_years_number_is_none_of_this_years() -> None:
    assert said("2022年收到申请31件，2023年收到申请26件。", {"N": 26}) == "26 holds 新收"


def test_a_blank_cell_is_not_zero() -> None:
    (item,) = assessed("全年制发行政规范性文件0件。", {"DM": ""})
    assert (item.outcome, item.reason, item.bases[0].value) == (Outcome.NOT_ASSESSABLE, "blank", None)


def test_of_two_numbers_of_one_basis_in_a_sentence_the_other_is_not_wrong_where_one_agrees() -> None:
    found = {item.text: item.outcome for item in assessed("收到申请26件，收到申请9件。", {"N": 26})}
    assert found["26"] is Outcome.HOLDS
    assert found.get("9") is not Outcome.BROKEN


def test_the_place_in_the_text_is_given_in_characters() -> None:
    (item,) = assessed("本局认真落实条例。\n全年收到申请26件。", {"N": 24})
    assert (item.section, item.text, item.start, item.value) == ("overview", "26", 16, 26)
    assert (item.said, [basis.value for basis in item.bases]) == ("全年收到申请26件", [24, 24])
    assert item.paths == ("requests:received:total", "requests:carried_in:total")
    assert item.at is not None
    assert item.at.paragraph == 4


def test_a_form_without_words_for_prose_is_not_compared() -> None:
    from attrs import evolve

    result = result_of(Example(prose={"overview": "收到申请26件。"}))
    mute = parse_document(result.document, layouts=[evolve(CN_2021, lexicon=None)])
    (item,) = check(mute, rules=[RULE]).assessments
    assert (item.outcome, item.reason) == (Outcome.NOT_ASSESSABLE, "no-words-for-prose")


# --- drawn reports


@pytest.mark.parametrize("templates", [TEMPLATES, HELD_OUT], ids=["seen", "held out"])
def test_no_number_of_a_drawn_report_is_called_wrong(templates: tuple[str, ...]) -> None:
    numbers = 0
    for number in range(60):
        telling = report(number, (CN_2021, CN_2019)[number % 2], templates)
        checked = check(parse_document(telling.document, layouts=[telling.layout]), rules=[RULE])
        numbers += len(checked.assessments)
        assert [(item.text, item.said) for item in checked.broken] == []
    assert numbers > 500


def test_an_altered_cell_is_mostly_found() -> None:
    disagreeing = found = 0
    for number in range(60):
        telling, path = altered(report(number, CN_2021, TEMPLATES), number)
        if not path:
            continue
        checked = check(parse_document(telling.document, layouts=[telling.layout]), rules=[RULE])
        broken = {(item.section, item.start) for item in checked.broken}
        for item in telling.said:
            if item.meanings and not telling.agrees(item):
                disagreeing += 1
                found += (item.section, item.start) in broken
    assert disagreeing > 50
    assert found / disagreeing > 0.85
