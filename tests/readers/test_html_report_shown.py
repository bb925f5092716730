"""Whole reports as web pages with one cell touched: that entry is what is seen, and no other entry changes."""

from __future__ import annotations

import pytest

import govdisclose
from form_samples import filled
from govdisclose import Result
from govdisclose.writers import html

TOUCHED = "disclosure:documents/regulations:newly_made"
FIGURE = "7391"
SHEET = "</style>"


def source(cell: str, css: str = "") -> bytes:
    """A report with the figure 7391 in one cell, and in its place other markup."""
    written = html.write(filled(text="0", disclosure={"documents/regulations:newly_made": FIGURE})).decode()
    assert written.count(f"<td>{FIGURE}</td>") == 1
    markup = cell if cell.startswith("<td") else f"<td>{cell}</td>"
    return written.replace(f"<td>{FIGURE}</td>", markup).replace(SHEET, css + SHEET, 1).encode()


def entries(result: Result) -> dict[str, tuple[object, str]]:
    return {entry.path: (entry.value, entry.state.value) for entry in result.entries}


def noticed(result: Result) -> list[tuple[str, str, str]]:
    return [(item.kind, item.severity.value, item.path) for item in result.findings]


PLAIN = entries(govdisclose.parse(source(FIGURE)))


@pytest.mark.parametrize(
    ("cell", "css", "value", "kind"),
    [
        ("48", "", 48, ""),
        ("<u>4<b>8</b></u><input type=hidden value=9>", "", 48, ""),
        ("<ins>48</ins><!-- 7 -->", "", 48, ""),
        ("<b style='display:none;display:inline'>48</b>", "", 48, ""),
        ("<input value=48>", "", 48, ""),
        ("<td style='background:#000;color:#fff'>48</td>", "", 48, ""),
        ("<b class=a>48</b>", ".a:hover{display:none} .a::before{content:''}", 48, ""),
        ("48<sup>1</sup>", "", 48, "mark-left-out"),
        ("<ruby>48<rt>3</rt></ruby>", "", 48, "mark-left-out"),
        ("<del>48</del><ins>57</ins>", "", 57, "text-struck-out"),
        ("48<b style='opacity:0'>3</b>", "", 48, "text-unseen"),
        ("48<b style='color:white'>3</b>", "", 48, "text-unseen"),
        ("48<b class=a>3</b>", ".a{display:none}", 48, "text-unseen"),
    ],
)
def test_the_entry_is_the_number_that_is_seen(cell: str, css: str, value: int, kind: str) -> None:
    result = govdisclose.parse(source(cell, css))
    assert entries(result) == PLAIN | {TOUCHED: (value, "number")}
    assert noticed(result) == ([(kind, "info", TOUCHED)] if kind else [])


@pytest.mark.parametrize(
    ("cell", "css", "kind"),
    [
        ("<del>48</del>", "", "cell-struck-out"),
        ("<td style='text-decoration:line-through'>48</td>", "", "cell-struck-out"),
        ("<sup>48</sup>", "", "mark-uncertain"),
        ("4<img src=a.png>", "", "cell-not-read"),
        ("<img src=a.png>", "", "cell-is-picture"),
        ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "", "cell-not-read"),
        ("<iframe srcdoc=48></iframe>", "", "cell-not-read"),
        ("4<script>document.write(8)</script>", "", "cell-not-read"),
        ("<bdo dir=rtl>48</bdo>", "", "cell-not-read"),
        ("<input type=checkbox>", "", "cell-not-read"),
        ("<b>48</b>", "b::before{content:'1'}", "cell-not-read"),
        ("4<b>8</b>", "b:has(i){display:none}", "cell-not-read"),
    ],
)
def test_where_the_number_is_not_known_there_is_none_and_a_warning(cell: str, css: str, kind: str) -> None:
    result = govdisclose.parse(source(cell, css))
    assert entries(result) == PLAIN | {TOUCHED: (None, "unreadable")}
    assert (kind, "warning", TOUCHED) in noticed(result)
    assert {path for _, _, path in noticed(result)} == {TOUCHED}


@pytest.mark.parametrize(
    "cell",
    [
        "<span style='display:block'>4</span><span style='display:block'>8</span>",
        "4<span style='float:right'>8</span>",
        "4<span style='position:absolute'>8</span>",
    ],
)
def test_two_numbers_on_two_lines_are_no_number(cell: str) -> None:
    result = govdisclose.parse(source(cell))
    entry = next(item for item in result.entries if item.path == TOUCHED)
    assert entry.value is None
    assert entries(result) == PLAIN | {TOUCHED: (None, entry.state.value)}
    assert [severity for _, severity, path in noticed(result) if path == TOUCHED] == ["warning"]


def test_a_cell_with_nothing_to_be_seen_is_blank_with_a_warning() -> None:
    result = govdisclose.parse(source("<b style='display:none'>48</b>"))
    assert entries(result) == PLAIN | {TOUCHED: (None, "blank")}
    assert noticed(result) == [("cell-unseen", "warning", TOUCHED)]


@pytest.mark.parametrize("mark", ["<sup>1</sup>", "<sup><a href='#n'>[1]</a></sup>", "<small>1</small>"])
def test_a_mark_on_a_label_costs_nothing(mark: str) -> None:
    written = html.write(filled(text="0")).decode()
    label = "<td>规章</td>"
    assert label in written
    result = govdisclose.parse(written.replace(label, f"<td>规章{mark}</td>").encode())
    assert {entry.state.value for entry in result.entries} == {"number"}
    assert [item.severity.value for item in result.findings] == ["info"]


@pytest.mark.parametrize("label", ["<s>规章</s>", "<b style='display:none'>规章</b>"])
def test_a_label_that_is_struck_out_or_hidden_is_none(label: str) -> None:
    written = html.write(filled(text="0")).decode()
    result = govdisclose.parse(written.replace("<td>规章</td>", f"<td>{label}</td>").encode())
    lost = {entry.path for entry in result.entries if entry.value is None}
    columns = ("newly_made", "newly_disclosed", "total_disclosed")
    assert lost == {f"disclosure:documents/regulations:{column}" for column in columns}
    assert any(item.severity.value == "error" for item in result.findings)
