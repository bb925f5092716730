"""Labels that a page has cut in two."""

from __future__ import annotations

import pytest

import govdisclose
from form_samples import grid, kinds, match_small, shown
from govdisclose.document import Document
from govdisclose.grammar import H, Layout, Table, tree
from govdisclose.grid import Grid

HEAD = (["项目", "<", "<", "甲", "乙组", "<", "总计"], ["^", "^", "^", "^", "乙一", "乙二", "^"])


def upper(*rows: list[str]) -> Grid:
    return grid(*HEAD, ["一、新收", "<", "<", "1", "0", "0", "1"], *rows)


def lower(*rows: list[str]) -> Grid:
    return grid(*rows, ["三、结转", "<", "<", "7", "0", "0", "7"], number=2)


def read(first: Grid, second: Grid) -> dict[str, object]:
    return dict(shown(match_small(first, second).entries))


def test_a_group_label_cut_by_a_page_is_joined() -> None:
    first = upper(
        ["二、办理", "（一）公开", "<", "2", "0", "0", "2"],
        ["^", "（二）不公", "1.秘密", "3", "0", "0", "3"],
    )
    second = lower(["", "开", "2.其他", "4", "0", "0", "4"])
    found = match_small(first, second)
    values = shown(found.entries)
    assert (values["done/closed/secret:a"], values["done/closed/other:a"]) == (3, 4)
    assert [item.facts["label"] for item in found.findings if item.kind == "label-joined"] == ["（二）不公开"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["", "（一）公", "<", "2", "", "", ""], ["", "开", "<", "", "0", "0", "2"]),
        (["", "（一）", "<", "2", "0", "0", "2"], ["", "公开", "<", "", "", "", ""]),
        (["", "（一）公", "<", "", "", "", ""], ["", "开", "<", "2", "0", "0", "2"]),
    ],
)
def test_a_row_cut_within_its_label_is_one_row(above: list[str], below: list[str]) -> None:
    above = ["二、办理", *above[1:]]
    found = match_small(upper(above), lower(below))
    values = shown(found.entries)
    assert [values[f"done/open:{column}"] for column in ("a", "group/b", "group/c", "total")] == [2, 0, 0, 2]
    assert "row-not-matched" not in kinds(found.findings)


def test_a_number_on_both_sides_of_the_cut_is_no_number() -> None:
    found = match_small(
        upper(["二、办理", "（一）公", "<", "17", "0", "0", "17"]),
        lower(["", "开", "<", "8", "", "", "8"]),
    )
    by_path = {f"{entry.row}:{entry.column}": entry for entry in found.entries}
    entry = by_path["done/open:a"]
    assert (entry.value, entry.state.value, entry.raw) == (None, "text", "17\n8")
    assert by_path["done/open:group/b"].value == 0


def test_two_whole_labels_are_never_joined() -> None:
    first = upper(["二、办理", "（一）公开", "<", "2", "0", "0", "2"])
    second = lower(["二、办理", "（三）其他", "<", "5", "0", "0", "5"])
    found = match_small(first, second)
    assert (shown(found.entries)["done/open:a"], shown(found.entries)["done/other:a"]) == (2, 5)
    assert "label-joined" not in kinds(found.findings)


def test_pieces_that_make_no_label_are_not_joined() -> None:
    first = upper(["二、办理", "（一）公", "<", "2", "0", "0", "2"])
    second = lower(["", "布", "<", "", "", "", ""])
    found = match_small(first, second)
    assert shown(found.entries)["done/open:a"] == "missing"
    assert "label-joined" not in kinds(found.findings)


def test_labels_within_one_grid_are_not_joined() -> None:
    found = match_small(
        upper(
            ["二、办理", "（一）公", "<", "2", "0", "0", "2"],
            ["", "开", "<", "", "", "", ""],
        )
    )
    assert shown(found.entries)["done/open:a"] == "missing"


Rows = tuple[list[str], ...]

CUT: Rows = (["项目", "<", "<", "甲", "乙组", "<", "总"], ["^", "^", "^", "^", "乙", "乙二", "^"])
BODY = (["一、新收", "<", "<", "1", "2", "3", "6"], ["三、结转", "<", "<", "7", "0", "0", "7"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (CUT, ["", "<", "<", "", "一", "", "计"]),
        (CUT[:1], ["", "<", "<", "", "乙一", "乙二", "计"]),
    ],
)
def test_headings_of_columns_that_a_page_cut_are_joined(first: Rows, second: list[str]) -> None:
    found = match_small(grid(*first), grid(second, *BODY, number=2))
    values = shown(found.entries)
    assert [values[f"first:{column}"] for column in ("a", "group/b", "group/c", "total")] == [1, 2, 3, 6]
    assert [values[f"left:{column}"] for column in ("a", "group/b", "group/c", "total")] == [7, 0, 0, 7]
    assert "总计" in [item.facts["label"] for item in found.findings if item.kind == "label-joined"]


@pytest.mark.parametrize(
    "second",
    [
        ["", "<", "<", "", "二", "", "计"],  # 乙二 is the heading of the next column
        ["", "<", "<", "", "一", "备注", "计"],  # nothing begins with 乙二
        ["", "<", "<", "", "三", "", "计"],  # no heading
    ],
)
def test_pieces_that_are_no_heading_together_stay_apart(second: list[str]) -> None:
    found = match_small(grid(*CUT), grid(second, *BODY, number=2))
    by_path = {f"{entry.row}:{entry.column}": entry for entry in found.entries}
    assert by_path["first:group/b"].value is None
    assert "column-missing" in kinds(found.findings)


BARE = Table(
    key="bare",
    title="无行标题",
    boxhead=tree(
        H("x", "甲"), H("y", "乙组", H("b", "乙一"), H("c", "乙二")), H("z", "丙组", H("b", "乙一"))
    ),
)


@pytest.mark.parametrize("repeated", ["", "甲"])
def test_a_table_without_a_stub_goes_on_where_the_page_ends_among_its_headings(repeated: str) -> None:
    document = Document(
        (
            grid(["甲", "乙组", "<", "丙组"]),
            grid([repeated, "乙一", "乙二", "乙一"], ["1", "2", "3", "4"], number=2),
        ),
        "html",
    )
    layout = Layout("bare", "无行标题", "示例", (BARE,))
    entries = govdisclose.parse_document(document, layouts=[layout]).entries
    assert [(entry.column, entry.value) for entry in entries] == [
        ("x", 1),
        ("y/b", 2),
        ("y/c", 3),
        ("z/b", 4),
    ]
