"""A declaration that is wrong in kind is refused where it is built: what was given, what was expected, all at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govdisclose.errors import DeclarationError
from govdisclose.grammar import H, Layout, Section, Table, Tree, amount, balance, stack, tree, within
from govdisclose.layouts import CN_2021

# What a checker of types would refuse is written here on purpose.
h: Any = H
trees: Any = tree
tables: Any = Table
layouts: Any = Layout
sections: Any = Section
balances: Any = balance
parts: Any = within
edits: Any = CN_2021.derive

COLUMNS = tree(H("a", "甲"), H("b", "乙"))
ROWS = tree(H("one", "第一行"), H("two", "第二行"))
TABLE = Table("t", "表", boxhead=COLUMNS, stub=ROWS)


def form(**changes: object) -> Layout:
    found: Layout = layouts("x", **{"title": "格式", "source": "通知", "tables": (TABLE,), **changes})
    return found


BROKEN: dict[str, tuple[Callable[[], object], str]] = {
    "aliases are one string": (
        lambda: tree(h("a", "甲", aliases="今年")),
        "a: aliases is the string '今年', which would be its characters; expected ['今年']",
    ),
    "an alias is no string": (
        lambda: tree(h("a", "甲", aliases=[2019])),
        "a: aliases holds 2019 (int); expected a string",
    ),
    "aliases are no list": (
        lambda: tree(h("a", "甲", aliases=7)),
        "a: aliases is 7 (int); expected a tuple: (a string, …)",
    ),
    "a wording stands where a heading belongs": (
        lambda: tree(h("a", "甲", "乙")),
        "a: '乙' (str) stands where a heading belongs; expected H(key, label); "
        "another wording of a heading is one of its aliases=[…]",
    ),
    "a list of headings stands where a heading belongs": (
        lambda: trees([H("a", "甲")]),
        "the tree: [Heading(key='a', label='甲', children=(), total=False, alia… (list) stands where a heading "
        "belongs; expected H(key, label)",
    ),
    "a tree is made of one heading": (
        lambda: Tree(H("a", "甲")),  # type: ignore[arg-type]
        "the tree: headings is Heading(key='a', label='甲', children=(), total=False, alias… (Heading); "
        "expected headings: tree(H(key, label), …)",
    ),
    "a kind of number is not called": (
        lambda: tree(h("a", "甲", entry=amount)),
        "a: entry is the function amount; expected a kind of number such as count() or amount(): call it, amount()",
    ),
    "a kind of number is its name": (
        lambda: tree(h("a", "甲", entry="count")),
        "a: entry is 'count' (str); expected a kind of number such as count() or amount()",
    ),
    "a place that a label has not": (
        lambda: tree(H("a", "{yaer}年度")),
        "a: '{yaer}年度' has {yaer}; the only place that a label may have is {year}",
    ),
    "a key is no string": (
        lambda: tree(h(1, "甲")),
        "the tree: a key is 1 (int); expected snake_case English",
    ),
    "a label is no string": (
        lambda: tree(h("a", None)),
        "a: label is None (NoneType); expected the official wording",
    ),
    "a total is a word": (
        lambda: tree(H("b", "乙"), h("a", "总计", total="yes")),
        "a: total is 'yes' (str); expected True or False",
    ),
    "a boxhead is a list": (
        lambda: tables("t", "表", boxhead=[H("a", "甲")]),
        "t: boxhead is [Heading(key='a', label='甲', children=(), total=False, alia… (list); "
        "expected a tree: tree(H(key, label), …)",
    ),
    "a stub is one heading": (
        lambda: tables("t", "表", boxhead=COLUMNS, stub=H("a", "甲")),
        "t: stub is Heading(key='a', label='甲', children=(), total=False, alias… (Heading); "
        "expected a tree: tree(H(key, label), …)",
    ),
    "a record is no attrs class": (
        lambda: tables("t", "表", boxhead=COLUMNS, record=dict),
        "t: record is the class dict; expected an attrs class",
    ),
    "a table's kind of number is not called": (
        lambda: tables("t", "表", boxhead=COLUMNS, entry=amount),
        "t: entry is the function amount; expected a kind of number such as count() or amount(): call it, amount()",
    ),
    "identities are one of them": (
        lambda: tables("t", "表", boxhead=COLUMNS, stub=ROWS, identities=balance("x", ["one"], ["two"])),
        "t: identities is Balance(id='x', left=('one',), right=('two',), relation=Rel… (Balance); "
        "expected a tuple: (an identity: balance(…), …)",
    ),
    "several identities stand where one belongs": (
        lambda: tables("t", "表", boxhead=COLUMNS, stub=ROWS, identities=(within("x", ["one"], "two"),)),
        "t: identities holds (Balance(id='x', left=('one',), right=('two',), relation=Re… (tuple); "
        "expected an identity: balance(…); write * before it to put its members here",
    ),
    "an identity of one string": (
        lambda: balances("x", "one", ["two"]),
        "identity 'x': 'one' is one string; expected a list of row paths: ['one']",
    ),
    "a whole of several rows": (
        lambda: parts("x", ["one"], ["two"]),
        "identity 'x': the whole is ['two'] (list); expected the path of one row",
    ),
    "an identity of a row that is nearly there": (
        lambda: Table("t", "表", boxhead=COLUMNS, stub=ROWS, identities=(balance("x", ["one"], ["twoo"]),)),
        "t: identity 'x' names 'twoo', no row of it; did you mean 'two'?",
    ),
    "a layout of one table": (
        lambda: form(tables=TABLE),
        "x: tables is Table(key='t', title='表', boxhead=Tree(headings=(Heading(ke… (Table); "
        "expected a tuple: (a Table, …)",
    ),
    "a layout of a section": (
        lambda: form(tables=Section("a", "一、概述")),
        "x: tables is Section(key='a', label='一、概述', aliases=()) (Section); expected a tuple: (a Table, …)",
    ),
    "a heading stands where a table belongs": (
        lambda: form(tables=(H("a", "甲"),)),
        "x: tables holds Heading(key='a', label='甲', children=(), total=False, alias… (Heading); expected a Table",
    ),
    "titles are one string": (
        lambda: form(titles="报告"),
        "x: titles is the string '报告', which would be its characters; expected ['报告']",
    ),
    "two sections of one wording": (
        lambda: form(sections=(Section("a", "一、概述"), Section("b", "二、概述"))),
        "x: the heading '二、概述' of the section 'b' is that of 'a' too",
    ),
    "a section's aliases are one string": (
        lambda: sections("a", "一、概述", "概述"),
        "a: aliases is the string '概述', which would be its characters; expected ['概述']",
    ),
    "a variant has the id of its base": (
        lambda: CN_2021.derive("cn-2021", "格式", "通知"),
        "cn-2021: a variant needs an id of its own; this is that of the form it is derived from",
    ),
    "a variant has the id of the form below its base": (
        lambda: CN_2021.derive("cn-2019", "格式", "通知"),
        "cn-2019: a variant needs an id of its own; this is that of the form it is derived from",
    ),
    "a variant of a heading": (
        lambda: edits("x", "格式", "通知", ROWS.at("one")),
        "x: Heading(key='one', label='第一行', children=(), total=False, a… (Heading) stands where a Table belongs",
    ),
    "a table that is nearly there": (
        lambda: CN_2021.table("request"),
        "cn-2021 has no table 'request': disclosure, requests, reviews; did you mean 'requests'?",
    ),
    "a heading that is nearly there": (
        lambda: ROWS.at("onee"),
        "no heading at 'onee': the tree holds one, two; did you mean 'one'?",
    ),
    "a stack of a tree": (
        lambda: stack("s", "表", COLUMNS),  # type: ignore[arg-type]
        "s: bands holds Tree(headings=(Heading(key='a', label='甲', children=(), tot… (Tree); expected a Table",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_in_kind_is_refused_with_what_was_expected(name: str) -> None:
    build, message = BROKEN[name]
    with pytest.raises(DeclarationError) as caught:
        build()
    assert str(caught.value) == message


def test_several_mistakes_are_told_in_one_go() -> None:
    with pytest.raises(DeclarationError) as caught:
        tree(
            H("first", "第一行"),
            h("Second", "第二行", aliases="二"),
            H("third", "第一行"),
            H("first", "{jahr}年"),
        )
    assert str(caught.value) == (
        "4 mistakes:\n"
        "- Second: the key 'Second' is not snake_case English\n"
        "- Second: aliases is the string '二', which would be its characters; expected ['二']\n"
        "- first: '{jahr}年' has {jahr}; the only place that a label may have is {year}\n"
        "- third: the label '第一行' cannot be told from that of first (labels are compared without white space "
        "and enumerator)"
    )


def test_a_layout_tells_all_that_is_wrong_with_it() -> None:
    with pytest.raises(DeclarationError) as caught:
        form(title=None, titles=("报告", 1), sections=[Section("a", "一、概述")])
    assert str(caught.value) == (
        "3 mistakes:\n"
        "- x: title is None (NoneType); expected the name of the form\n"
        "- x: sections is [Section(key='a', label='一、概述', aliases=())] (list); expected a tuple: (a Section, …)\n"
        "- x: titles holds 1 (int); expected a string"
    )
