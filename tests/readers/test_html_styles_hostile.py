"""Pages whose styles cost more than they weigh, each in a process of its own whose time and memory are measured."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bounded import said_of


def styled(css: str, body: str = "<p>x</p>") -> str:
    return f"<!doctype html><style>{css}</style>{body}"


def in_cell(markup: str) -> str:
    return f"<table><tr><td>{markup}<td>2</table>"


CASES: dict[str, tuple[Callable[[], str], str]] = {
    "many rules": (lambda: styled(".a{display:none}" * 9_000, "<p class=a>x" * 900), "LimitError styles"),
    "many rules on many cells": (
        lambda: styled("td{opacity:.5}" * 900, "<table>" + "<tr><td>1<td>2" * 3_000 + "</table>"),
        "LimitError styles",
    ),
    "a long chain of descendants": (
        lambda: styled("i" + " div" * 60 + " b{display:none}", "<div>" * 150 + "<b>1</b>" * 2_000),
        "LimitError styles",
    ),
    "siblings of siblings": (
        lambda: styled("b~i~i~i~i~i~u{display:none}", "<i>1</i>" * 3_000 + "<u>x</u>" * 50),
        "LimitError styles",
    ),
    "places among siblings": (
        lambda: styled("i:nth-of-type(2n){display:none}", "<p>" + "<i>1</i>" * 60_000),
        "read",
    ),
    "blocks never closed": (lambda: styled("a{" * 400_000), "LimitError depth"),
    "brackets never closed": (lambda: styled("a{color:" + "(" * 500_000), "read"),
    "no selector ever": (lambda: styled("a;" * 300_000), "read"),
    "marks of comments": (lambda: styled("a<!--" * 300_000), "read"),
    "selectors in selectors": (lambda: styled(":is(" * 900 + "a" + ")" * 900 + "{display:none}"), "read"),
    "nested lists": (lambda: styled(".a,.b,.c{" * 20 + "display:none" + "}" * 20), "LimitError characters"),
    "variables of variables": (
        lambda: styled(
            ":root{"
            + "".join(f"--b{at}:var(--b{at + 1}) var(--b{at + 1});" for at in range(60))
            + "} p{color:var(--b0);display:var(--b0)}",
            "<p>x" * 3_000,
        ),
        "read",
    ),
    "layers": (
        lambda: styled("".join(f"@layer l{at}{{a{{display:none}}}}" for at in range(9_000)), "<a>x</a>" * 90),
        "LimitError styles",
    ),
    "colours": (
        lambda: "".join(f"<p style='color:#{at:06x};background:#{at * 7:06x}'>x" for at in range(20_000)),
        "read",
    ),
    "a long gradient": (
        lambda: f"<p style='background:linear-gradient({'#000,' * 200_000}#fff)'>x",
        "read",
    ),
    "a long transformation": (lambda: f"<p style='transform:scale(1{' ' * 90_000}1'>x", "read"),
    "a long font": (lambda: f"<p style='font:{'a ' * 100_000}'>x", "read"),
    "styles that all differ": (
        lambda: "".join(f"<p style='font-size:{at % 997}px;opacity:.{at}'>x<b>y</b>" for at in range(25_000)),
        "read",
    ),
    "pieces of a cell": (lambda: in_cell("<s>1</s>2" * 40_000), "read"),
    "something before each cell": (
        lambda: styled("*::before{content:'1'}", "<table>" + "<tr><td>1<td>2" * 8_000 + "</table>"),
        "read",
    ),
    "options": (lambda: in_cell("<select>" + "<option>1" * 100_000 + "</select>"), "read"),
    "a formula": (lambda: in_cell("<math>" + "<mrow>" * 90 + "<mn>1</mn>" * 90_000), "read"),
    "numbered items": (lambda: in_cell("<ol><li>" * 80 + "1<i>2</i>" * 60_000), "read"),
    "a closed part": (lambda: in_cell("<details>" + "<b>1</b>" * 60_000), "read"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_style_ends_soon_and_in_little_memory(case: str, tmp_path: Path) -> None:
    make, expected = CASES[case]
    assert said_of(make().encode(), tmp_path, "read_html") == expected
