"""Fold, split and label: which printings are one label."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclose.text import (
    LONGEST_LABEL,
    Enumerator,
    Label,
    fold,
    fold_prose,
    is_blank,
    label,
    one_line,
    simplify,
    split,
    unradical,
)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("总计", "总计"),
        ("其他结 果", "其他结果"),
        ("本年新\n制作数量", "本年新制作数量"),
        ("商 业 企\r\n业", "商业企业"),
        ("三\n本\n年\n度\n办\n理\n结\n果", "三本年度办理结果"),
        ("　总　计　", "总计"),
        ("总\u00a0计", "总计"),
        ("总\u2003计\u2009", "总计"),
        ("总\t计", "总计"),
        ("总\u200b计", "总计"),
        ("\ufeff总计", "总计"),
        ("总\u2060计\u200d", "总计"),
        ("总\u00ad计", "总计"),
        ("\u202d总计\u202c", "总计"),
        ("总\x07计", "总计"),
        ("（三）不予公开", "(三)不予公开"),
        ("(三) 不予公开", "(三)不予公开"),
        ("区分处理的，只计这一情形", "区分处理的,只计这一情形"),
        ("区分处理的,只计这一情形", "区分处理的,只计这一情形"),
        ("单位：万元", "单位:万元"),
        ("本年增／减", "本年增/减"),
        ("危及“三安全一稳定”", '危及"三安全一稳定"'),
        ('危及"三安全一稳定"', '危及"三安全一稳定"'),
        ("危及＂三安全一稳定＂", '危及"三安全一稳定"'),
        ("危及〝三安全一稳定〞", '危及"三安全一稳定"'),
        ("危及「三安全一稳定」", '危及"三安全一稳定"'),
        ("危及『三安全一稳定』", '危及"三安全一稳定"'),
        ("危及„三安全一稳定‟", '危及"三安全一稳定"'),
        ("‘甲’", "'甲'"),
        ("１．属于国家秘密", "1.属于国家秘密"),
        ("⼀、总体情况", "一、总体情况"),
        ("⾏政许可", "行政许可"),
        ("⼆、上年结转", "二、上年结转"),
        ("自然⼈", "自然人"),
        ("⽂件", "文件"),
        ("⺠政局", "民政局"),
        ("⻓春市", "长春市"),
        ("厦⻔市", "厦门市"),
        ("⻅附表", "见附表"),
        ("⻋辆", "车辆"),
        ("⻛险", "风险"),
        ("⻩山市", "黄山市"),
        ("⻬齐", "齐齐"),
        ("⻰⻳", "龙龟"),
        ("", ""),
        (" \n\u3000", ""),
    ],
)
def test_two_printings_of_one_label_fold_to_one_form(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("first", "second"),
    [("结果维持", "结果纠正"), ("总计", "合计"), ("规章", "规范性文件"), ("行政许可", "行政处罚")],
)
def test_different_labels_stay_different(first: str, second: str) -> None:
    assert fold(first) != fold(second)


def test_every_cjk_radical_that_nfkc_leaves_is_a_plain_character_or_itself() -> None:
    radicals = [chr(code) for code in range(0x2E80, 0x2F00) if unicodedata.category(chr(code)) == "So"]
    changed = [char for char in radicals if fold(char) != char]
    assert all("\u4e00" <= fold(char) <= "\u9fff" for char in changed)
    assert len(changed) == 77


@pytest.mark.parametrize("code", range(0x2F00, 0x2FD6))
def test_every_kangxi_radical_becomes_a_plain_character(code: int) -> None:
    assert "\u4e00" <= fold(chr(code)) <= "\u9fff"


# Letters with loose accents are left out: no label has them, and composing them depends on white space between.
CHINESE = st.text(
    alphabet=st.one_of(
        st.characters(
            min_codepoint=0x2E80, max_codepoint=0x9FFF, categories=["Lo", "So", "Nl", "Zs", "Ps", "Pe"]
        ),
        st.characters(min_codepoint=0xFF01, max_codepoint=0xFF5E),
        st.sampled_from("、，。（）()[]“”‘’0123456789 \u3000\u00a0\u200b\n\t/+-"),
    ),
    max_size=60,
)


@given(CHINESE)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("folded", "enumerator", "core"),
    [
        ("一、总体情况", Enumerator(1, 1), "总体情况"),
        ("一.总体情况", Enumerator(1, 1), "总体情况"),
        ("一,总体情况", Enumerator(1, 1), "总体情况"),
        ("一:总体情况", Enumerator(1, 1), "总体情况"),
        ("六、其他", Enumerator(1, 6), "其他"),
        ("十、其他", Enumerator(1, 10), "其他"),
        ("十一、其他", Enumerator(1, 11), "其他"),
        ("二十、其他", Enumerator(1, 20), "其他"),
        ("二十三、其他", Enumerator(1, 23), "其他"),
        ("(一)予以公开", Enumerator(2, 1), "予以公开"),
        ("(七)总计", Enumerator(2, 7), "总计"),
        ("(一)、予以公开", Enumerator(2, 1), "予以公开"),
        ("(十二)其他", Enumerator(2, 12), "其他"),
        ("1.属于国家秘密", Enumerator(3, 1), "属于国家秘密"),
        ("1、属于国家秘密", Enumerator(3, 1), "属于国家秘密"),
        ("1,属于国家秘密", Enumerator(3, 1), "属于国家秘密"),
        ("12.其他", Enumerator(3, 12), "其他"),
        ("总计", None, "总计"),
        ("3.27万元", None, "3.27万元"),
        ("7390.1", None, "7390.1"),
        ("1,234", None, "1,234"),
        ("2019年政府信息公开工作年度报告", None, "2019年政府信息公开工作年度报告"),
        ("123.其他", None, "123.其他"),
        ("一、", None, "一、"),
        ("(一)", None, "(一)"),
        ("1.", None, "1."),
        ("一二、其他", None, "一二、其他"),
        ("十十、其他", None, "十十、其他"),
        ("十一二、其他", None, "十一二、其他"),
        ("二三十、其他", None, "二三十、其他"),
        ("第二十条第(一)项", None, "第二十条第(一)项"),
        ("三本年度办理结果", None, "三本年度办理结果"),
        ("", None, ""),
    ],
)
def test_the_enumerator_is_split_off_the_words(folded: str, enumerator: Enumerator | None, core: str) -> None:
    assert split(folded) == Label(enumerator, core)


@pytest.mark.parametrize(
    ("printed", "number"),
    [("（一）予以公开", 1), ("(一)、予以公开", 1), ("（ 一 ） 予以公开", 1), ("（⼀）予以公开", 1)],
)
def test_a_label_is_folded_before_it_is_split(printed: str, number: int) -> None:
    assert label(printed) == Label(Enumerator(2, number), "予以公开")


@pytest.mark.parametrize(
    "printed", ["１．属于国家秘密", "1、属于国家秘密", "1. 属于国家 秘密", "1 .\n属于国家秘密"]
)
def test_the_mark_after_the_numeral_does_not_matter(printed: str) -> None:
    assert label(printed) == Label(Enumerator(3, 1), "属于国家秘密")


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("總計", "总计"),
        ("自然人", "自然人"),
        ("主動公開政府信息情況", "主动公开政府信息情况"),
        ("結果糾正", "结果纠正"),
        ("尚未審結", "尚未审结"),
        ("行政復議", "行政复议"),
        ("行政訴訟", "行政诉讼"),
        ("規範性文件", "规范性文件"),
    ],
)
def test_traditional_characters_of_the_labels_have_simplified_ones(traditional: str, simplified: str) -> None:
    assert simplify(traditional) == simplified


@pytest.mark.parametrize(
    "text", ["", " ", "\u00a0", "\u3000", "\n\t", "\u200b", "\ufeff", "\u2060 \u3000", "\u00ad"]
)
def test_white_space_and_invisible_characters_are_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["0", "/", "—", "无", "　0", "\u200b0", ".", "\ufffd"])
def test_anything_that_is_printed_is_not_blank(text: str) -> None:
    assert not is_blank(text)


@given(st.text(max_size=LONGEST_LABEL + 50))
def test_label_gives_the_same_for_kept_and_for_long_texts(text: str) -> None:
    assert label(text) == split(fold(text))


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("⼀、总体情况", "一、总体情况"),
        ("⾏政 许可：\u2f00件", "行政 许可：一件"),
        ("\u2fd5", "龠"),
        ("⺠政局", "民政局"),
        ("（一） １２ “总计”", "（一） １２ “总计”"),
        ("", ""),
    ],
)
def test_radicals_become_plain_characters_and_nothing_else_changes(printed: str, plain: str) -> None:
    assert unradical(printed) == plain


@pytest.mark.parametrize(
    ("text", "folded"), [("规章\ufffc", "规章"), ("\ufffc", "\ufffc"), ("\ufffc \ufffc", "\ufffc")]
)
def test_what_was_not_read_takes_nothing_from_a_label_and_is_not_blank(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert not is_blank(text)


@pytest.mark.parametrize(
    "text",
    [
        "甲" * 401,
        " " + "甲" * 400,
        "\ufdfa" * 50,
        "规" + "\u0301" * 31,
        "\u0316\u0301" * 16,
        "か\u3099" + "\u3099" * 31,
    ],
)
def test_what_cannot_be_a_label_is_left_as_it_is(text: str) -> None:
    assert fold(text) == text
    assert label(text) == (None, text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("规" + "\u0316" * 30, "规" + "\u0316" * 30), ("甲 " * 200, "甲" * 200), ("か\u3099", "が")],
)
def test_what_can_be_a_label_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_prose_is_folded_piece_by_piece() -> None:
    assert fold_prose("规 章，" * 400) == "规章," * 400
    assert fold_prose("") == ""


def test_whether_a_text_is_blank_is_whether_folding_leaves_nothing() -> None:
    for code in (
        *range(0x3000, 0x3040),
        *range(0x250),
        *range(0x2000, 0x2100),
        0xFEFF,
        0xE0001,
        0x3164,
        0xFFA0,
    ):
        text = f"{chr(code)} \u200b"
        assert is_blank(text) == (fold(text) == ""), hex(code)


def test_a_line_of_a_message_is_the_beginning_of_a_long_text() -> None:
    assert one_line(" 规\n 章 ") == "规 章"
    assert one_line("甲 " * 5_000) == " ".join("甲" * 1_000) + "…"
