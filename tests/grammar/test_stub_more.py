"""Stubs: labels repeated beside themselves, and groups that are none of the form's."""

from __future__ import annotations

from form_samples import SMALL, grid, kinds, match_small, shown
from govdisclose.grid import Grid

HEAD = (
    ["项目", "<", "<", "甲", "乙组", "<", "总计"],
    ["^", "^", "^", "^", "乙一", "乙二", "^"],
)
TOTALS = [f"{path}:total" for path in SMALL.stub.leaves] if SMALL.stub else []


def table(*stubs: list[str]) -> Grid:
    return grid(*HEAD, *([*stub, "0", "0", "0", str(number)] for number, stub in enumerate(stubs, 1)))


def totals(found: Grid) -> list[object]:
    values = shown(match_small(found).entries)
    return [values[path] for path in TOTALS]


def test_a_group_repeated_beside_itself_does_not_end_the_labels_of_the_row() -> None:
    found = table(
        ["一、新收", "一、新收", "一、新收"],
        ["二、办理", "二、办理", "（一）公开"],
        ["二、办理", "（二）不公开", "1.秘密"],
        ["二、办理", "（二）不公开", "2.其他"],
        ["二、办理", "二、办理", "（三）其他"],
        ["二、办理", "二、办理", "（四）总计"],
        ["三、结转", "三、结转", "三、结转"],
    )
    assert totals(found) == [1, 2, 3, 4, 5, 6, 7]
    assert kinds(match_small(found).findings) == []


def test_rows_under_empty_cells_below_an_unknown_group_are_none_of_the_forms() -> None:
    found = table(
        ["一、新收", "", ""],
        ["二、别处", "（一）公开", ""],
        ["", "（二）不公开", "1.秘密"],
        ["", "", "2.其他"],
        ["", "（三）其他", ""],
        ["", "（四）总计", ""],
        ["三、结转", "", ""],
    )
    assert totals(found) == [1, "missing", "missing", "missing", "missing", "missing", 7]
    assert kinds(match_small(found).findings) == ["row-missing", "row-not-matched"]
