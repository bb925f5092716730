"""Heading trees: what a declaration must hold to, and every edit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclose.errors import DeclarationError
from govdisclose.grammar import H, Heading, Tree, amount, tree
from govdisclose.grammar.totals import totals_of
from govdisclose.layouts.cn_2019 import APPLICANTS, OUTCOMES

TREE = tree(
    H("a", "甲"),
    H("group", "乙组", H("b", "乙一"), H("c", "乙二")),
    H("total", "总计", total=True, aliases=["合计"]),
)


@pytest.mark.parametrize(
    ("declare", "message"),
    [
        (lambda: tree(), "a tree needs at least one heading"),
        (lambda: tree(H("A", "甲")), "A: the key 'A' is not snake_case English"),
        (lambda: tree(H("甲", "甲")), "甲: the key '甲' is not snake_case English"),
        (lambda: tree(H("a-b", "甲")), "a-b: the key 'a-b' is not snake_case English"),
        (lambda: tree(H("a/b", "甲")), "a/b: the key 'a/b' is not snake_case English"),
        (lambda: tree(H("", "甲")), ": the key '' is not snake_case English"),
        (lambda: tree(H("a", "甲"), H("a", "乙")), "a: the key stands twice under the tree"),
        (
            lambda: tree(H("g", "组", H("a", "甲"), H("a", "乙"))),
            "g/a: the key stands twice under g",
        ),
        (lambda: tree(H("a", "")), "a: the label '' is blank"),
        (lambda: tree(H("a", " \u3000")), "a: the label ' \\u3000' is blank"),
        (lambda: tree(H("a", "甲", aliases=[" "])), "a: the label ' ' is blank"),
        (
            lambda: tree(H("a", "甲"), H("b", "甲")),
            "b: the label '甲' cannot be told from that of a "
            "(labels are compared without white space and enumerator)",
        ),
        (
            lambda: tree(H("g", "组", H("a", "1.其他"), H("b", "2、其 他"))),
            "g/b: the label '2、其 他' cannot be told from that of g/a "
            "(labels are compared without white space and enumerator)",
        ),
        (
            lambda: tree(H("a", "甲", aliases=["乙"]), H("b", "乙")),
            "b: the label '乙' cannot be told from that of a "
            "(labels are compared without white space and enumerator)",
        ),
        (
            lambda: tree(H("g", "其他", H("a", "3.其他"))),
            "g/a: the label '3.其他' is that of the heading over it",
        ),
        (
            lambda: tree(H("g", "组", H("a", "甲"), aliases=["甲"])),
            "g/a: the label '甲' is that of the heading over it",
        ),
        (
            lambda: tree(H("a", "甲"), H("s", "总计", total=True), H("t", "合计", total=True)),
            "the tree: two totals among siblings, 's' and 't'",
        ),
        (
            lambda: tree(H("g", "组", H("t", "合计", total=True))),
            "g/t: a total needs siblings to be the sum of",
        ),
        (
            lambda: tree(H("a", "甲"), H("t", "总计", H("b", "乙"), total=True)),
            "t: a total has no headings under it",
        ),
    ],
)
def test_a_wrong_declaration_is_refused_with_its_path(declare: Callable[[], Tree], message: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        declare()
    assert str(caught.value) == message


def test_a_declaration_error_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="needs at least one heading"):
        tree()


def test_one_label_may_stand_under_two_headings() -> None:
    made = tree(H("g", "组", H("x", "其他")), H("h", "队", H("x", "其他")))
    assert made.leaves == ("g/x", "h/x")


def test_an_alias_may_repeat_the_label_of_its_own_heading() -> None:
    assert tree(H("a", "一、甲", aliases=["甲", "1.甲"])).leaves == ("a",)


def test_the_leaves_come_in_the_order_of_the_form() -> None:
    assert TREE.leaves == ("a", "group/b", "group/c", "total")
    assert [path for path, _ in TREE.walk()] == ["a", "group", "group/b", "group/c", "total"]


def test_the_trees_of_the_2019_form_have_7_columns_and_23_rows() -> None:
    assert (len(APPLICANTS.leaves), len(OUTCOMES.leaves)) == (7, 23)


def test_a_heading_is_found_by_its_path() -> None:
    assert TREE.at("group/c").label == "乙二"
    assert TREE.labels("group/c") == ("乙组", "乙二")
    assert ("group/c" in TREE, "c" in TREE, 3 in TREE) == (True, False, False)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("x", "no heading at 'x': the tree holds a, group, total"),
        ("group/x", "no heading at 'group/x': group holds b, c"),
        ("group/b/x", "no heading at 'group/b/x': group/b holds nothing"),
        ("", "no heading at '': the tree holds a, group, total"),
    ],
)
def test_a_path_that_is_not_there_names_the_nearest_part(path: str, message: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        TREE.at(path)
    assert str(caught.value) == message


# --- edits


def test_replace_puts_another_heading_in_place() -> None:
    made = TREE.replace("group", H("group", "丙"))
    assert made.leaves == ("a", "group", "total")
    assert made.at("group").label == "丙"


def test_drop_leaves_out_a_heading_with_all_under_it() -> None:
    assert TREE.drop("group").leaves == ("a", "total")
    assert TREE.drop("group/b").leaves == ("a", "group/c", "total")


def test_drop_of_the_last_child_leaves_a_leaf() -> None:
    assert TREE.drop("group/b").drop("group/c").leaves == ("a", "group", "total")


def test_drop_of_everything_is_refused() -> None:
    with pytest.raises(DeclarationError, match="a tree needs at least one heading"):
        tree(H("a", "甲")).drop("a")


def test_insert_puts_a_heading_beside_another() -> None:
    new = H("new", "新")
    assert TREE.insert(new, before="a").leaves == ("new", "a", "group/b", "group/c", "total")
    assert TREE.insert(new, after="group/b").leaves == ("a", "group/b", "group/new", "group/c", "total")
    assert TREE.insert(new, before="total").leaves == ("a", "group/b", "group/c", "new", "total")


def test_insert_needs_exactly_one_place() -> None:
    with pytest.raises(DeclarationError, match="insert 'new': give one of before= and after="):
        TREE.insert(H("new", "新"))
    with pytest.raises(DeclarationError, match="insert 'new': give one of before= and after="):
        TREE.insert(H("new", "新"), before="a", after="a")


def test_append_puts_a_heading_last() -> None:
    new = H("new", "新")
    assert TREE.append(new).leaves == ("a", "group/b", "group/c", "total", "new")
    assert TREE.append(new, under="group").leaves == ("a", "group/b", "group/c", "group/new", "total")
    assert TREE.append(new, under="a").leaves == ("a/new", "group/b", "group/c", "total")


def test_alias_adds_wordings_and_relabel_keeps_them() -> None:
    made = TREE.alias("total", "共计").relabel("total", "总数")
    assert (made.at("total").label, made.at("total").aliases) == ("总数", ("合计", "共计"))


@pytest.mark.parametrize(
    "edit",
    [
        lambda: TREE.replace("x", H("x", "丁")),
        lambda: TREE.drop("x"),
        lambda: TREE.insert(H("x", "丁"), before="y"),
        lambda: TREE.append(H("x", "丁"), under="y"),
        lambda: TREE.alias("x", "丁"),
        lambda: TREE.relabel("x", "丁"),
    ],
)
def test_an_edit_of_what_is_not_there_is_refused(edit: Callable[[], Tree]) -> None:
    with pytest.raises(DeclarationError, match=r"no heading at '[xy]': the tree holds a, group, total"):
        edit()


@pytest.mark.parametrize(
    "edit",
    [
        lambda: TREE.insert(H("a", "丁"), after="a"),
        lambda: TREE.append(H("d", "甲")),
        lambda: TREE.alias("a", "合计"),
        lambda: TREE.relabel("group/b", "乙二"),
        lambda: TREE.append(H("d", "丁"), under="total"),
    ],
)
def test_an_edit_that_makes_a_wrong_tree_is_refused(edit: Callable[[], Tree]) -> None:
    with pytest.raises(DeclarationError):
        edit()


def test_an_edit_leaves_the_tree_as_it_was() -> None:
    before = TREE.leaves
    TREE.drop("group")
    assert TREE.leaves == before


NEW = H("brand_new", "崭新", H("inner", "内"))


@given(st.sampled_from([path for path, _ in OUTCOMES.walk()]), st.booleans())
def test_drop_after_insert_is_identity(path: str, before: bool) -> None:
    made = OUTCOMES.insert(NEW, before=path) if before else OUTCOMES.insert(NEW, after=path)
    parent = path.rpartition("/")[0]
    assert made.drop(f"{parent}/brand_new" if parent else "brand_new") == OUTCOMES


@given(st.sampled_from([path for path, heading in OUTCOMES.walk() if not heading.total]))
def test_drop_after_append_is_identity(path: str) -> None:
    assert OUTCOMES.append(NEW, under=path).drop(f"{path}/brand_new") == OUTCOMES


@given(st.sampled_from([path for path, _ in OUTCOMES.walk()]))
def test_replacing_a_heading_by_itself_is_identity(path: str) -> None:
    assert OUTCOMES.replace(path, OUTCOMES.at(path)) == OUTCOMES


def test_equal_trees_are_equal_and_hash_alike() -> None:
    again = tree(*TREE.headings)
    assert (again == TREE, hash(again) == hash(TREE)) == (True, True)


def test_a_heading_is_a_value() -> None:
    made = H("a", "甲", aliases=["乙"], entry=amount())
    assert made == Heading("a", "甲", (), False, ("乙",), amount())


def test_a_total_is_the_sum_of_the_leaves_of_its_siblings() -> None:
    assert totals_of(TREE) == (("total", ("a", "group/b", "group/c")),)


def test_the_total_of_results_counts_every_leaf_under_its_siblings() -> None:
    ((path, parts),) = totals_of(OUTCOMES)
    assert path == "results/total"
    assert len(parts) == 19
    assert parts[0] == "results/granted"
    assert parts[-1] == "results/other"


def test_a_total_within_a_part_is_not_counted_twice() -> None:
    made = tree(
        H("g", "组", H("a", "甲"), H("b", "乙"), H("sum", "小计", total=True)),
        H("total", "总计", total=True),
    )
    assert totals_of(made) == (("g/sum", ("g/a", "g/b")), ("total", ("g/a", "g/b")))
