"""Sentences of every kind against the tables of one report: what each number is held against, and how it fares."""

from __future__ import annotations

import pytest
from prose_samples import ENTRIES, assessed, said

from govdisclose.checking.assessment import Outcome

REQUESTS: list[tuple[str, list[str]]] = [
    ("新收到申请41件。", ["41 holds 新收"]),
    ("共受理依申请公开44件。", ["44 holds 新收+上年结转"]),
    ("接到申请40件。", ["40 broken 新收"]),
    ("答复申请39件，回复38件。", ["39 holds 办结", "38 not_assessable other-readings"]),
    ("办理申请44件。", ["44 holds 新收+上年结转"]),
    ("处理申请41件。", ["41 holds 新收"]),
    ("处理申请42件。", ["42 broken 办结"]),
    ("上年结转3件，结转下年5件。", ["3 holds 上年结转", "5 holds 结转下年"]),
    ("5件顺延至下一年度办理。", ["5 holds 结转下年"]),
    ("上年度结转4件。", ["4 broken 上年结转"]),
    ("其中自然人30件、商业企业11件。", ["30 holds 新收·自然人", "11 holds 新收·商业企业"]),
    ("自然人申请31件。", ["31 broken 新收·自然人"]),
]
ROWS: list[tuple[str, list[str]]] = [
    (
        "予以公开17件，部分公开4件，不予公开3件，无法提供11件，不予处理2件，其他处理2件。",
        [
            "17 holds 予以公开",
            "4 holds 部分公开",
            "3 holds 不予公开各项之和",
            "11 holds 无法提供各项之和",
            "2 holds 不予处理各项之和",
            "2 holds 其他处理各项之和",
        ],
    ),
    ("公开和部分公开21件。", ["21 holds 予以公开+部分公开"]),
    ("本机关不掌握9件。", ["9 holds 本机关不掌握相关政府信息"]),
    ("因本机关不掌握而无法提供11件。", ["11 holds 无法提供各项之和"]),
    ("因本机关不掌握而无法提供10件。", ["10 broken 本机关不掌握相关政府信息"]),
    ("没有现成信息需另行制作2件。", ["2 holds 没有现成信息需要另行制作"]),
    ("内部事务信息不予公开2件。", ["2 broken 属于三类内部事务信息"]),
    ("重复申请1件，信访举报投诉类2件。", ["1 holds 重复申请", "2 broken 信访举报投诉类申请"]),
    ("逾期不补正1件，其他1件。", ["1 holds 逾期不补正", "1 holds 其他"]),
    ("同意公开17件，公开16件。", ["17 holds 予以公开", "16 not_assessable other-readings"]),
    ("不予公开4件。", ["4 broken 不予公开各项之和"]),
]
REVIEWS: list[tuple[str, list[str]]] = [
    (
        "行政复议7件，维持4件，纠正1件，未审结2件。",
        ["7 holds 复议总计", "4 holds 复议结果维持", "1 holds 复议结果纠正", "2 holds 复议尚未审结"],
    ),
    ("行政复议5件。", ["5 holds 复议总计−复议尚未审结"]),
    (
        "行政诉讼5件，其中直接起诉3件、复议后起诉2件。",
        ["5 holds 直接起诉总计+复议后起诉总计", "3 holds 直接起诉总计", "2 holds 复议后起诉总计"],
    ),
    ("行政诉讼4件。", ["4 holds 直接起诉总计+复议后起诉总计−直接起诉尚未审结−复议后起诉尚未审结"]),
    ("行政诉讼6件。", ["6 broken 直接起诉总计+复议后起诉总计"]),
    ("行政复议和行政诉讼共12件。", ["12 holds 复议总计+直接起诉总计+复议后起诉总计"]),
    ("行政复议、行政诉讼分别为7件、5件。", ["7 holds 复议总计", "5 holds 直接起诉总计+复议后起诉总计"]),
    ("行政复议8件，其中结果维持5件。", ["8 broken 复议总计", "5 broken 复议结果维持"]),
]
DOC: list[tuple[str, list[str]]] = [
    (
        "制发规范性文件6件，废止8件，现行有效52件。",
        ["6 holds 规范性文件制发", "8 holds 规范性文件废止", "52 holds 规范性文件现行有效"],
    ),
    ("制定规范性文件7件。", ["7 broken 规范性文件制发"]),
    ("废止规范性文件9件，现行有效60件。", ["9 broken 规范性文件废止", "60 not_assessable other-readings"]),
    ("公开规范性文件20件。", ["20 not_assessable other-readings"]),
    ("作出行政许可决定1256件、行政处罚决定319件。", ["1256 holds 行政许可", "319 broken 行政处罚"]),
    ("行政处罚300件。", ["300 not_assessable other-readings"]),
    ("主动公开行政处罚决定300件。", ["300 not_assessable other-readings"]),
    ("行政事业性收费87.56万元。", ["87.56 holds 收费金额"]),
    ("行政事业性收费875600元。", ["875600 holds 收费金额"]),
    ("行政事业性收费88.56万元。", ["88.56 broken 收费金额"]),
    ("收取信息处理费600元。", []),
]
SHARE: list[tuple[str, list[str]]] = [
    ("予以公开17件，占43.5%。", ["17 holds 予以公开", "43.5% holds 予以公开/办结"]),
    (
        "予以公开17件，占43.6%；部分公开4件，占10.3%。",
        ["17 holds 予以公开", "43.6% holds 予以公开/办结", "4 holds 部分公开", "10.3% holds 部分公开/办结"],
    ),
    ("予以公开17件，占44%。", ["17 holds 予以公开", "44% holds 予以公开/办结"]),
    ("予以公开17件，占52.1%。", ["17 holds 予以公开", "52.1% broken 予以公开/办结"]),
    ("办结率88.6%，答复率100%。", ["88.6% holds 办结/新收+上年结转"]),
]
NUMBERS: list[tuple[str, list[str]]] = [
    ("收到申请四十一件。", ["四十一 holds 新收"]),
    ("收到申请４１件。", ["４１ holds 新收"]),
    ("收到申请约40件。", ["约40 holds 新收"]),
    ("收到申请近50件。", ["近50 holds 新收"]),
    ("收到申请40余件。", ["40余 holds 新收"]),
    ("收到申请40多件。", ["40多 holds 新收"]),
    ("收到申请超40件。", ["超40 holds 新收"]),
    ("收到申请约60件。", ["约60 broken 新收"]),
    ("收到申请一百二十件。", ["一百二十 broken 新收"]),
    ("办理行政许可1,256件。", ["1,256 holds 行政许可"]),
    ("作出行政许可0.13万件。", ["0.13万 holds 行政许可"]),
]
ZERO: list[tuple[str, list[str]]] = [
    ("未收到政府信息公开申请。", ["未收到政府信息公开申请 broken 新收"]),
    ("未发生行政复议、行政诉讼。", ["未发生行政复议、行政诉讼 broken 复议总计+直接起诉总计+复议后起诉总计"]),
    ("未制发、废止规范性文件。", ["未制发、废止规范性文件 broken 规范性文件制发+规范性文件废止"]),
    ("未实施行政强制。", ["未实施行政强制 broken 行政强制"]),
    ("无上年结转申请。", ["无上年结转申请 broken 上年结转"]),
    ("零复议、零诉讼。", ["零复议 broken 复议总计", "零诉讼 broken 直接起诉总计+复议后起诉总计"]),
    ("无正当理由大量反复申请0件。", ["0 holds 无正当理由大量反复申请"]),
    ("收到申请0件。", ["0 broken 新收"]),
]
ASIDE: list[tuple[str, list[str]]] = [
    ("公开信息41条，其中行政许可类信息30条。", []),
    ("收到申请41件，其中网上30件、信函11件。", ["41 holds 新收"]),
    ("涉及征地的申请20件。", []),
    ("收到群众来信41件，回复40件。", []),
    ("上半年收到申请20件。", []),
    ("近三年收到申请120件。", []),
    ("2023年收到申请35件，2024年收到申请41件。", ["41 holds 新收"]),
    ("申请量比上年增加6件。", []),
    ("2024年结转至2025年5件。", ["5 holds 结转下年"]),
    ("转2025年继续办理5件。", ["5 holds 结转下年"]),
    ("2023年结转至2024年3件。", ["3 holds 上年结转"]),
    ("受理工单500件，办结480件。", []),
    ("编发公报12期，解读文件9件。", []),
]
SCOPE: list[tuple[str, list[str]]] = [
    ("全市收到申请820件，我局收到41件。", ["820 not_asked wider-scope", "41 holds 新收"]),
    ("全市收到申请820件，办结800件。", ["820 not_asked wider-scope", "800 not_asked wider-scope"]),
    ("收到申请41件，全系统收到申请90件。", ["41 holds 新收", "90 not_asked wider-scope"]),
]


@pytest.mark.parametrize(("text", "expected"), REQUESTS)
def test_requests_their_carry_over_and_applicants(text: str, expected: list[str]) -> None:
    assert expected == said(text)


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_outcomes_of_requests_and_their_reasons(text: str, expected: list[str]) -> None:
    assert expected == said(text, section="requests")


@pytest.mark.parametrize(("text", "expected"), REVIEWS)
def test_reviews_and_lawsuits(text: str, expected: list[str]) -> None:
    assert expected == said(text, section="reviews")


@pytest.mark.parametrize(("text", "expected"), DOC)
def test_documents_decisions_and_fees(text: str, expected: list[str]) -> None:
    assert expected == said(text)


@pytest.mark.parametrize(("text", "expected"), SHARE)
def test_shares_rounded_or_cut(text: str, expected: list[str]) -> None:
    assert expected == said(text)


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers_as_people_print_them(text: str, expected: list[str]) -> None:
    assert expected == said(text)


@pytest.mark.parametrize(("text", "expected"), ZERO)
def test_zero_in_digits_and_in_words(text: str, expected: list[str]) -> None:
    assert expected == said(text)


@pytest.mark.parametrize(("text", "expected"), ASIDE)
def test_what_is_not_about_the_tables(text: str, expected: list[str]) -> None:
    assert expected == said(text)


@pytest.mark.parametrize(("text", "expected"), SCOPE)
def test_numbers_of_a_wider_scope(text: str, expected: list[str]) -> None:
    assert expected == said(text)


def test_an_assessment_tells_where_the_number_stands_and_what_it_was_held_against() -> None:
    (item,) = assessed("工作有序。\n　全年共收到 申请26件，均已办妥。")
    assert (item.section, item.text, item.start, item.value) == ("overview", "26", 14, 26)
    assert item.said == "全年共收到 申请26件"
    assert [(basis.words, basis.value) for basis in item.bases] == [("新收", 41), ("新收+上年结转", 44)]
    assert item.paths == ("requests:received:total", "requests:carried_in:total")


def test_the_basis_that_fits_stands_first() -> None:
    (item,) = assessed("全年收到申请44件。")
    assert item.bases[0].words == "新收+上年结转"
    assert item.outcome is Outcome.HOLDS


def test_a_blank_cell_is_not_assessable() -> None:
    assert ["0 not_assessable blank"] == said_blank("制发规范性文件0件。")
    assert ["41 holds 新收"] == said_blank("收到申请41件。")
    assert ["40 not_assessable blank"] == said_blank("收到申请40件。")
    assert ["未发生行政诉讼 not_assessable blank"] == said_blank("未发生行政诉讼。")


def said_blank(text: str) -> list[str]:
    items = assessed(text, entries={"requests:received:total": "41"}, rest="")
    return [f"{item.text} {item.outcome.value} {item.reason or item.bases[0].words}" for item in items]


def test_of_two_numbers_of_one_basis_one_of_which_agrees_the_other_is_of_another_scope() -> None:
    assert ["40 not_assessable other-readings", "41 holds 新收"] == said(
        "窗口一收到申请40件，共收到申请41件。"
    )


def test_in_the_report_of_an_area_its_numbers_are_those_of_the_table() -> None:
    assert ["40 broken 新收"] == said("全市收到申请40件。", organ="示例市人民政府")
    assert ["9 not_asked narrower-scope"] == said("市政府办公室收到申请9件。", organ="示例市人民政府")


def test_a_scope_named_a_sentence_before_leaves_the_next_one_unsure() -> None:
    assert ["820 not_asked wider-scope", "800 not_assessable other-readings"] == said(
        "全市收到申请820件。办结申请800件。"
    )


def test_cells_that_the_form_does_not_have_are_not_asked() -> None:
    items = assessed("废止规范性文件3件。", layout="cn-2019", entries={})
    assert [(item.outcome, item.reason) for item in items] == [(Outcome.NOT_ASKED, "not-in-the-form")]


def test_the_form_of_2019_counts_new_documents_and_procurement() -> None:
    entries = {
        "disclosure:documents/normative_documents:newly_made": "9",
        "disclosure:documents/normative_documents:total_disclosed": "64",
        "disclosure:procurement/central_procurement:items": "6",
        "disclosure:procurement/central_procurement:amount": "251万元",
    }
    text = "新制作规范性文件9件，对外公开总数65件。集中采购6项，采购总金额251万元。"
    found = [(item.text, item.outcome.value) for item in assessed(text, layout="cn-2019", entries=entries)]
    assert found == [("9", "holds"), ("65", "broken"), ("6", "holds"), ("251", "holds")]


def test_reviews_outside_their_section_must_be_about_disclosure_to_be_called_wrong() -> None:
    assert ["320 not_assessable other-readings"] == said("受理行政复议案件320件。")
    assert ["9 broken 复议总计"] == said("因政府信息公开被申请行政复议9件。")


def test_a_report_without_numbers_has_no_assessment() -> None:
    assert [] == assessed("公开制度健全，各项工作有序开展。", entries=ENTRIES)
