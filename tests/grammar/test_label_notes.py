"""Notes at the end of a label: marks and instructions in brackets are left out, and it is said."""

from __future__ import annotations

import pytest

from form_samples import filled, grid, kinds, ragged, read_small, relabel, shown
from govdisclose import parse_document
from govdisclose.findings import Severity
from govdisclose.grammar import H, Table, amount, tree
from govdisclose.grammar.layout import Layout
from govdisclose.grid import Grid
from govdisclose.layouts import CN_2019, CN_2021

TABLE = Table(
    "small",
    "小表",
    boxhead=tree(H("made", "制发件数"), H("money", "收费金额", entry=amount()), H("sum", "总计")),
    stub=tree(H("rules", "规章"), H("papers", "规范性文件", aliases=["文件"]), H("both", "（三）其他")),
    stubhead="项目",
)
HEAD = ["项目", "制发件数", "收费金额", "总计"]
VALUES = {
    "rules:made": 1, "rules:money": 2, "rules:sum": 3,
    "papers:made": 4, "papers:money": 5, "papers:sum": 6,
    "both:made": 7, "both:money": 8, "both:sum": 9,
}  # fmt: skip
MARKS = [
    "①",
    "⑳",
    "*",
    "＊",
    "※",
    "†",
    "‡",
    "#",
    "＃",
    "[1]",
    "［1］",
    "[12]",
    "注1",
    "注：2",
    "（注3）",
    "¹",
    "①②",
    "*、#",
]


def table(rules: str = "规章", papers: str = "规范性文件", both: str = "（三）其他", *heads: str) -> Grid:
    return grid(list(heads) or HEAD, [rules, "1", "2", "3"], [papers, "4", "5", "6"], [both, "7", "8", "9"])


def notes(found: Grid) -> list[tuple[str, str]]:
    """The findings on notes, by path; there may be no other weighty one."""
    result = read_small(found, table=TABLE)
    assert shown(result.entries) == VALUES
    assert not [
        item
        for item in result.findings
        if item.severity is not Severity.INFO and item.path.startswith("small")
    ]
    return [(item.path, item.facts["note"]) for item in result.findings if item.kind == "label-with-note"]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_behind_the_label_of_a_row_is_left_out_and_named(mark: str) -> None:
    assert notes(table(f"规章{mark}")) == [("small:rules", mark)]
    assert notes(table("规章", f"规范性文件 {mark}")) == [("small:papers", mark)]
    assert notes(table("规章", "规范性文件", f"（三）其他{mark}")) == [("small:both", mark)]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_behind_the_label_of_a_column_is_left_out_and_named(mark: str) -> None:
    heads = ["项目", f"制发件数{mark}", "收费金额", f"总计\n{mark}"]
    assert notes(table("规章", "规范性文件", "（三）其他", *heads)) == [
        ("small::made", mark),
        ("small::sum", mark),
    ]


def test_the_finding_names_label_mark_and_official_label() -> None:
    found = read_small(table("规章", "文件①"), table=TABLE)
    assert [
        (item.kind, dict(item.facts)) for item in found.findings if item.path == "small:papers"
    ] == [
        ("label-with-note", {"found": "文件①", "official": "规范性文件", "note": "①"}),
        ("label-by-alias", {"found": "文件①", "official": "规范性文件"}),
    ]  # fmt: skip


def test_a_unit_before_the_mark_is_the_unit_of_the_column() -> None:
    heads = ["项目", "制发件数", "收费金额（单位：万元）①", "总计"]
    found = read_small(table("规章", "规范性文件", "（三）其他", *heads), table=TABLE)
    assert [entry.unit for entry in found.entries if entry.column == "money"] == ["万元"] * 3


@pytest.mark.parametrize(
    "label",
    [
        "规章1",
        "规章一",
        "规章（1）",
        "规章（一）",
        "规章1.",
        "规①章",
        "规章、",
        "①",
        "*",
        "规章及文件①",
        "其他规章*",
        "规章a",
    ],
)
def test_what_is_no_mark_at_the_end_of_a_known_label_is_reported(label: str) -> None:
    found = read_small(table(label), table=TABLE)
    assert shown(found.entries) == VALUES | dict.fromkeys(
        ["rules:made", "rules:money", "rules:sum"], "missing"
    )
    assert {"row-not-matched", "row-missing"} <= set(kinds(found.findings))


@pytest.mark.parametrize(
    "words",
    [
        "（设区的市人民政府填报）",
        "(标题为“规定”“办法”的公文)",
        "（指2019年印发的文件，不含转发）",
        "（含（部门）制定的）",
        "(含转发的)①",
        "（由本单位填报）",
        "（行政机关制定发布的决定、公告、通告，以及标题采用“规定”“办法”等字样的公文，一般情况下属于规范性文件）",
        "（件）",
        "（单位：件）",
    ],
)
def test_an_instruction_in_brackets_is_left_out_and_named(words: str) -> None:
    assert notes(table(f"规章{words}")) == [("small:rules", words)]
    heads = ["项目", f"制发件数{words}", "收费金额", "总计"]
    assert notes(table("规章", "规范性文件", "（三）其他", *heads)) == [("small::made", words)]


@pytest.mark.parametrize(
    "words",
    [
        "（万件）",
        "（单位：百件）",
        "（%）",
        "（占比）",
        "（其中：市级）",
        "（上年）",
        "（累计数）",
        "（美元）",
        "（2018）",
        "（甲",
        "）甲（",
        "()",
    ],
)
def test_words_in_brackets_that_make_it_another_number_are_not_left_out(words: str) -> None:
    found = read_small(table(f"规章{words}"), table=TABLE)
    assert [entry.value for entry in found.entries if entry.row == "rules"] == [None] * 3
    heads = ["项目", "制发件数", f"收费金额{words}", "总计"]
    found = read_small(table("规章", "规范性文件", "（三）其他", *heads), table=TABLE)
    assert [entry.value for entry in found.entries if entry.column == "money"] == [None] * 3
    assert "column-not-matched" in kinds(found.findings)


def test_a_unit_of_things_is_none_of_money() -> None:
    heads = ["项目", "制发件数（件）", "收费金额（件）", "总计（份）"]
    found = read_small(table("规章", "规范性文件", "（三）其他", *heads), table=TABLE)
    assert [entry.value for entry in found.entries] == [1, None, 3, 4, None, 6, 7, None, 9]


def test_two_rows_that_differ_by_their_notes_alone_give_no_values() -> None:
    for first, second in (("规章①", "规章②"), ("规章", "规章*"), ("规章（市级制定）", "规章（县级制定）")):
        found = read_small(grid(HEAD, [first, "1", "2", "3"], [second, "4", "5", "6"]), table=TABLE)
        assert [entry.value for entry in found.entries] == [None] * 9
        assert "row-repeated" in kinds(found.findings)


def test_two_columns_that_differ_by_their_notes_alone_give_no_values() -> None:
    for first, second in (("总计①", "总计②"), ("总计", "总计*"), ("总计（市级部门）", "总计（县级部门）")):
        found = read_small(grid(["项目", first, second], ["规章", "1", "2"]), table=TABLE)
        assert [entry.value for entry in found.entries] == [None] * 9
        assert "column-repeated" in kinds(found.findings)


def test_beside_the_label_as_it_is_one_with_an_instruction_is_another_row_or_column() -> None:
    found = read_small(
        grid(HEAD, ["规章", "1", "2", "3"], ["规章（县级制定）", "7", "8", "9"], ["文件", "4", "5", "6"]),
        table=TABLE,
    )
    assert shown(found.entries) == VALUES | dict.fromkeys(["both:made", "both:money", "both:sum"], "missing")
    assert [item.facts["label"] for item in found.findings if item.kind == "row-not-matched"] == [
        "规章（县级制定）"
    ]
    found = read_small(grid(["项目", "总计（县级制定）", "总计"], ["规章", "1", "3"]), table=TABLE)
    assert shown(found.entries)["rules:sum"] == 3
    assert "column-not-matched" in kinds(found.findings)


def test_headings_that_differ_by_their_own_notes_keep_them() -> None:
    table = TABLE.derive(stub=tree(H("all", "文件数"), H("some", "文件数（网上公开）"), H("none", "其他")))
    rows = [["文件数（现场公开）", "1", "2", "3"], ["文件数*", "4", "5", "6"], ["其他①", "7", "8", "9"]]
    found = read_small(grid(HEAD, *rows), table=table)
    assert [entry.value for entry in found.entries] == [None] * 6 + [7, 8, 9]


def test_a_mark_on_a_group_is_told_once_and_opens_the_group() -> None:
    table = TABLE.derive(
        stub=tree(H("g", "甲组", H("a", "一类"), H("b", "二类")), H("h", "乙组", H("a", "一类")))
    )
    found = grid(
        ["项目", "<", *HEAD[1:]],
        ["甲组①", "一类", "1", "2", "3"],
        ["^", "二类", "4", "5", "6"],
        ["乙组[2]", "一类", "7", "8", "9"],
    )
    result = read_small(found, table=table)
    assert [entry.value for entry in result.entries] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [item.path for item in result.findings if item.kind == "label-with-note"] == ["small:g", "small:h"]


def test_labels_with_notes_are_known_in_lines_and_in_rows_without_edges() -> None:
    rows = [
        ["项目", "制发件数①", "收费金额", "总计"],
        ["规章*", "1", "2", "3"],
        ["规范性文件(标题为规定、办法的)", "4", "5", "6"],
    ]
    lines = [text for row in rows for text in row]
    want = VALUES | dict.fromkeys(["both:made", "both:money", "both:sum"], "missing")
    for blocks in ([ragged(*rows)], lines):
        result = read_small(*blocks, table=TABLE, format="text")
        assert shown(result.entries) == want
        assert {item.path for item in result.findings if item.kind == "label-with-note"} == {
            "small::made", "small:rules", "small:papers"
        }  # fmt: skip


@pytest.mark.parametrize("layout", [CN_2019, CN_2021])
def test_marks_on_titles_heads_and_headings_of_the_national_forms_lose_nothing(layout: Layout) -> None:
    document = filled(layout, "0")
    words = (
        "第二十条第（一）项",
        "信息内容",
        "规章",
        "自然人",
        "申请人情况",
        "总计",
        "（三）不予公开",
        "行政诉讼",
        "尚未审结",
    )
    noted = relabel(document, **{word: f"{word}①" for word in words})
    result = parse_document(noted)
    assert result.layout is layout
    assert all(entry.value == 0 for entry in result.entries)
    assert not [item for item in result.findings if item.severity is not Severity.INFO]
    paths = {item.path for item in result.findings if item.kind == "label-with-note"}
    assert {
        "disclosure:documents/regulations", "requests::natural_person", "requests::total",
        "requests:results/refused", "reviews::litigation", "reviews::reconsideration/pending",
        "reviews::litigation/direct/pending",
    } <= paths  # fmt: skip
