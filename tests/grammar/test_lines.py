"""Tables that survived only as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from form_samples import PROSE, TITLE, fill, kinds
from govdisclose import Document, Result, State, parse_document
from govdisclose.document import Paragraph
from govdisclose.grammar.draw import draw
from govdisclose.grammar.layout import Layout
from govdisclose.grid import Grid
from govdisclose.layouts import CN_2019, CN_2021

REVIEWS = {
    ":reconsideration/upheld": "3",
    ":reconsideration/other": "1",
    ":reconsideration/total": "4",
    ":litigation/after_reconsideration/upheld": "9",
    ":litigation/after_reconsideration/corrected": "1",
    ":litigation/after_reconsideration/total": "10",
}
DISCLOSURE = {
    "documents/normative_documents:newly_made": "21",
    "documents/normative_documents:total_disclosed": "101",
    "licensing/licences:change": "-15",
    "procurement/central_procurement:items": "12",
    "procurement/central_procurement:amount": "225940元",
}


def lines_of(found: Grid) -> list[list[str]]:
    """By row of the grid, the texts that begin in it."""
    rows: list[list[str]] = [[] for _ in range(found.rows)]
    for cell in found.cells:
        if cell.text:
            rows[cell.row].append(cell.text)
    return rows


def one_a_line(found: Grid) -> list[str]:
    return [text for row in lines_of(found) for text in row]


def row_a_line(found: Grid) -> list[str]:
    return [" ".join(row) for row in lines_of(found) if row]


def label_then_numbers(found: Grid) -> list[str]:
    """Labels one a line; the numbers of a row in one line."""
    made: list[str] = []
    for row in lines_of(found):
        numbers = [text for text in row if text[-1].isdigit() or text.endswith("元")]
        made += [text for text in row if text not in numbers]
        if numbers:
            made.append(" ".join(numbers))
    return made


def one_character_a_line(found: Grid) -> list[str]:
    made: list[str] = []
    for text in one_a_line(found):
        made += list(text) if not (text[-1].isdigit() or text.endswith("元")) else [text]
    return made


SHAPES = {
    "one cell a line": one_a_line,
    "one row a line": row_a_line,
    "the numbers of a row in one line": label_then_numbers,
    "one character a line": one_character_a_line,
}


def as_lines(document: Document, lines: Mapping[int, Iterable[str]]) -> Document:
    """The document with lines in place of its grids."""
    texts: list[str] = []
    for block in document.blocks:
        if isinstance(block, Grid):
            texts += lines[block.number]
        else:
            texts.append(block.text)
    paragraphs = tuple(Paragraph(text, number, line=number) for number, text in enumerate(texts, 1))
    return Document(paragraphs, "drawn")


def report(layout: Layout = CN_2019, **tables: Mapping[str, str]) -> Document:
    return draw(layout, fill(layout, "0", **tables), title=TITLE, prose=PROSE)


def parse(shape: str, layout: Layout = CN_2019, **tables: Mapping[str, str]) -> Result:
    document = report(layout, **tables)
    return parse_document(
        as_lines(document, {found.number: SHAPES[shape](found) for found in document.grids})
    )


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_a_full_form_is_read_from_every_shape_of_lines(shape: str) -> None:
    result = parse(shape, disclosure=DISCLOSURE, requests={"received:natural_person": "47"}, reviews=REVIEWS)
    assert result.layout is CN_2019
    assert {entry.state for entry in result.entries} == {State.NUMBER}
    printed = {
        f"{entry.table}:{entry.row}:{entry.column}": str(entry.value)
        for entry in result.entries
        if entry.value
    }
    assert printed == {
        "disclosure:documents/normative_documents:newly_made": "21",
        "disclosure:documents/normative_documents:total_disclosed": "101",
        "disclosure:licensing/licences:change": "-15",
        "disclosure:procurement/central_procurement:items": "12",
        "disclosure:procurement/central_procurement:amount": "225940",
        "requests:received:natural_person": "47",
        "reviews::reconsideration/upheld": "3",
        "reviews::reconsideration/other": "1",
        "reviews::reconsideration/total": "4",
        "reviews::litigation/after_reconsideration/upheld": "9",
        "reviews::litigation/after_reconsideration/corrected": "1",
        "reviews::litigation/after_reconsideration/total": "10",
    }
    assert [item.path for item in result.findings if item.kind == "table-from-lines"] == [
        "disclosure",
        "requests",
        "reviews",
    ]


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_the_form_of_2021_is_told_from_that_of_2019_in_lines(shape: str) -> None:
    result = parse(shape, CN_2021)
    assert result.layout is CN_2021
    assert result.read == 200
    assert [item for item in result.findings if item.severity == "error"] == []


def test_page_numbers_between_the_rows_are_no_numbers_of_a_row() -> None:
    document = report(requests={"received:natural_person": "47", "received:total": "47"})
    found = one_a_line(document.grids[1])
    made: list[str] = []
    for number, text in enumerate(found):
        if text[:1] in "12345678（" and not text.isdigit():
            made.append(("- 4 -", "— 5 —", "第 6 页", "－7－", "第8页 共9页")[number % 5])
        made.append(text)
    lines = {grid.number: one_a_line(grid) for grid in document.grids} | {2: made}
    result = parse_document(as_lines(document, lines))
    assert {entry.state for entry in result.entries} == {State.NUMBER}
    assert result.entry("requests", "received", "total").value == 47


def short(row: list[str], *, table: int = 2) -> Result:
    """Table 3 in lines, its first row with other numbers."""
    document = report()
    found = lines_of(document.grids[table - 1])
    at = next(number for number, texts in enumerate(found) if texts[0].startswith("一、本年新收"))
    found[at] = [found[at][0], *row]
    lines = {grid.number: one_a_line(grid) for grid in document.grids}
    lines[table] = [text for texts in found for text in texts]
    return parse_document(as_lines(document, lines))


def received(result: Result) -> list[object]:
    return [
        entry.value if entry.value is not None else entry.state.value
        for entry in result.entries
        if entry.row == "received"
    ]


@pytest.mark.parametrize(
    ("row", "values"),
    [
        (["47", "1", "48"], [*["unreadable"] * 6, 48]),
        (["4", "4"], [*["unreadable"] * 6, 4]),
        (["1", "2", "3", "4", "5", "6", "21"], [1, 2, 3, 4, 5, 6, 21]),
        (["69", "3", "665"], ["unreadable"] * 7),
        (["693665"], ["unreadable"] * 7),
        (["1", "2", "3", "4", "5", "6", "7", "28"], ["unreadable"] * 7),
        (["47", "1", "无", "48"], ["unreadable"] * 7),
    ],
)
def test_a_row_with_fewer_numbers_gives_only_what_is_certain(row: list[str], values: list[object]) -> None:
    result = short(row)
    assert received(result) == values
    if len(row) != 7:
        assert [item.path for item in result.findings if item.kind.startswith("row-too-")] == [
            "requests:received"
        ]


def test_what_is_certain_of_a_short_row_is_counted_in_the_finding() -> None:
    result = short(["47", "1", "48"])
    found = [item for item in result.findings if item.kind == "row-too-short"]
    assert [(item.path, dict(item.facts)) for item in found] == [
        ("requests:received", {"found": "3", "expected": "7", "kept": "1"})
    ]


@pytest.mark.parametrize("row", [["693665"], ["69", "3665"], ["4748"]])
def test_numbers_that_ran_together_are_never_taken(row: list[str]) -> None:
    assert [value for value in received(short(row)) if isinstance(value, int)] == []


def test_where_totals_are_blank_a_number_that_looks_like_one_is_not_taken() -> None:
    # 自然人 2, 商业企业 2 and no total; in the next row 1 and 4, which cannot be a part and its total
    document = report()
    found = lines_of(document.grids[1])
    at = next(number for number, texts in enumerate(found) if texts[0].startswith("一、本年新收"))
    found[at], found[at + 1] = [found[at][0], "2", "2"], [found[at + 1][0], "1", "4"]
    lines = {grid.number: one_a_line(grid) for grid in document.grids}
    lines[2] = [text for texts in found for text in texts]
    result = parse_document(as_lines(document, lines))
    values = {entry.value for entry in result.entries if entry.row in ("received", "carried_in")}
    assert values == {None}


@pytest.mark.parametrize(
    "mark", ["- 4 -", "-4-", "— 4 —", "第 4 页", "第4页/共12页", "－４－", "·4·", "4/12", "(4)", "P4"]
)
def test_a_page_number_is_never_the_number_of_an_empty_row(mark: str) -> None:
    document = report(CN_2021, disclosure={"enforcement/penalties:decisions": ""})
    found = one_a_line(document.grids[0])
    found.insert(found.index("行政强制"), mark)
    lines = {grid.number: one_a_line(grid) for grid in document.grids} | {1: found}
    result = parse_document(as_lines(document, lines))
    assert result.layout is CN_2021
    assert result.entry("disclosure", "enforcement/penalties", "decisions").value is None
    assert result.entry("disclosure", "enforcement/compulsory_measures", "decisions").value == 0


def test_a_row_whose_cells_are_all_blank_is_blank() -> None:
    assert received(short([])) == ["blank"] * 7


@pytest.mark.parametrize("row", [["0"], ["5"]])
def test_a_lone_number_belongs_to_no_column_for_certain(row: list[str]) -> None:
    assert received(short(row)) == ["unreadable"] * 7


def test_headings_in_an_order_that_decides_nothing_give_no_values() -> None:
    document = report()
    found = [text for text in one_a_line(document.grids[1]) if text not in ("商业企业", "科研机构", "总计")]
    lines = {grid.number: one_a_line(grid) for grid in document.grids} | {2: found}
    result = parse_document(as_lines(document, lines))
    assert {entry.value for entry in result.entries if entry.table == "requests"} == {None}
    assert "boxhead-undecided" in kinds(result.findings)


def test_labels_far_away_in_the_prose_are_not_the_table() -> None:
    document = report(requests={"received:natural_person": "47", "received:total": "47"})
    words = [f"第{number}段文字。" for number in range(40)]
    prose = ["自然人", "总计", "99", *words]
    lines = {grid.number: one_a_line(grid) for grid in document.grids}
    lines[2] = [*prose, *lines[2], *words, "其他", "总计", "88"]
    result = parse_document(as_lines(document, lines))
    assert result.entry("requests", "received", "natural_person").value == 47
    assert result.entry("requests", "received", "total").value == 47
    assert [entry.path for entry in result.entries if entry.value in (88, 99)] == []


def test_a_sentence_full_of_numbers_after_the_table_gives_none_to_the_last_row() -> None:
    document = report()
    lines = {grid.number: one_a_line(grid) for grid in document.grids}
    lines[3] = [*lines[3], "2019年共收到申请 12 件，答复 12 件。"]
    result = parse_document(as_lines(document, lines))
    assert {entry.value for entry in result.entries if entry.table == "reviews"} <= {0, None}


def test_prose_about_the_same_matters_is_no_table() -> None:
    prose = "本年收到申请 3 件，其中自然人 2 件，商业企业 1 件，总计 3 件。"
    texts = [*(block.text for block in report().paragraphs), prose]
    paragraphs = tuple(Paragraph(text, at, line=at) for at, text in enumerate(texts, 1))
    result = parse_document(Document(paragraphs, "drawn"))
    assert {entry.value for entry in result.entries} == {None}


def test_an_entry_from_lines_knows_its_line() -> None:
    result = parse("one cell a line", requests={"received:natural_person": "47"})
    document = report(requests={"received:natural_person": "47"})
    made = as_lines(document, {found.number: one_a_line(found) for found in document.grids})
    at = result.entry("requests", "received", "natural_person").at
    assert at is not None
    assert made.paragraphs[(at.line or 0) - 1].text == "47"


def test_lines_that_are_the_table_are_no_prose_of_the_section() -> None:
    section = parse("one cell a line").report.section("requests")
    assert section is not None
    assert section.text == ""


def test_the_one_row_of_table_4_with_a_blank_total_gives_no_wrong_number() -> None:
    # 行政复议 0 8 11 0 19; 未经复议直接起诉 0, blank, 3, 0, 3; 复议后起诉 6 0 0 0 and a blank total
    document = report()
    labels = [text for text in one_a_line(document.grids[2]) if not text.isdigit()]
    lines = {grid.number: one_a_line(grid) for grid in document.grids}
    lines[3] = [*labels, *["0", "8", "11", "0", "19", "0", "3", "0", "3", "6", "0", "0", "0"]]
    result = parse_document(as_lines(document, lines))
    found = [
        result.entry("reviews", "", f"litigation/direct/{key}").value
        for key in ("corrected", "other", "total")
    ]
    assert [
        value for value, printed in zip(found, (None, 3, 3), strict=True) if value not in (None, printed)
    ] == []
