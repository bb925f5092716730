"""Tables without rules: which column a value stands in."""

from __future__ import annotations

import pytest
from pdf_samples import BACKENDS, FILES, form, found, pages, read, text
from pdf_unruled import HEAD, NAMES, PLAIN, centred, kinds, row, wide

import govdisclose
from govdisclose.grammar.heading import H, tree
from govdisclose.grammar.table import Table

pytestmark = pytest.mark.parametrize("backend", BACKENDS)
CASES = form(
    Table(
        "cases",
        "案件",
        boxhead=tree(
            H("review", "行政复议", H("upheld", "维持"), H("total", "总计")),
            H("suit", "行政诉讼", H("upheld", "维持"), H("corrected", "纠正"), H("total", "总计")),
        ),
    )
)


# --- columns


def test_columns_are_found_by_the_headings_that_values_stand_under(backend: str) -> None:
    document = read(pages(PLAIN + row(200, "其他文件", "7", "", "/")), backend)
    assert found(document) == [["1", "22", "333"], ["4", "5", "6"], ["7", "", "/"]]
    assert document.grids == ()
    [note] = [item for item in govdisclose.parse_document(document, layouts=[FILES]).findings if item.path]
    assert (note.kind, dict(note.facts), note.path) == ("columns-by-alignment", {"count": "3"}, "files")


def test_what_is_no_form_s_stays_lines(backend: str) -> None:
    document = read(pages(PLAIN), backend)
    assert document.grids == ()
    assert [item.text for item in document.paragraphs] == [
        "信息内容",
        "上年数量",
        "本年数量",
        "合计",
        "规章 1 22 333",
        "规范性文件 4 5 6",
    ]


@pytest.mark.parametrize("side", ["left", "right"])
def test_values_may_begin_or_end_where_their_headings_do(side: str, backend: str) -> None:
    content = b""
    for y, words in (
        (260, ("信息内容", *NAMES)),
        (240, ("规章", "1", "22", "333")),
        (220, ("规范性文件", "4567", "5", "6")),
    ):
        for x, word in zip((20, 120, 200, 280), words, strict=True):
            left = x if side == "left" or x == 20 else x + 40 - wide(word, 10)
            content += text(left, y, word)
    content += row(200, "其他文件")
    assert found(read(pages(content), backend))[:2] == [["1", "22", "333"], ["4567", "5", "6"]]


def test_an_empty_cell_under_a_heading_is_blank(backend: str) -> None:
    content = HEAD + row(240, "规章", "1", "", "3") + row(220, "规范性文件", "", "5", "")
    content += row(200, "其他文件", "7", "8", "9")
    assert found(read(pages(content), backend)) == [["1", "", "3"], ["", "5", ""], ["7", "8", "9"]]


def test_a_column_without_any_value_is_blank(backend: str) -> None:
    content = HEAD + row(240, "规章", "1", "", "3") + row(220, "规范性文件", "4", "", "6")
    content += row(200, "其他文件", "7", "", "9")
    assert found(read(pages(content), backend)) == [["1", "", "3"], ["4", "", "6"], ["7", "", "9"]]


def test_a_value_between_two_columns_is_in_neither_for_sure(backend: str) -> None:
    content = PLAIN + row(200, "其他文件") + centred(190, 200, "7") + centred(310, 200, "8")
    document = read(pages(content), backend)
    assert found(document) == [["1", "22", "333"], ["4", "5", "6"], ["?", "?", "8"]]
    assert kinds(document)[:3] == ["columns-by-alignment", "place-uncertain", "place-uncertain"]


def test_values_that_moved_towards_the_next_heading_are_not_taken_for_its(backend: str) -> None:
    # the blank of the first column was left out, and the numbers stand a little to the left of theirs
    content = PLAIN + row(200, "其他文件") + centred(215, 200, "7") + centred(295, 200, "8")
    assert found(read(pages(content), backend))[2] == ["?", "?", "?"]


def test_two_values_in_one_column_are_no_value(backend: str) -> None:
    content = PLAIN + row(200, "其他文件", "7", "", "9") + centred(223, 200, "1") + centred(237, 200, "2")
    assert found(read(pages(content), backend))[2] == ["7", "?", "9"]


def test_a_number_as_wide_as_two_columns_is_in_neither(backend: str) -> None:
    content = PLAIN + row(200, "其他文件", "7") + text(215, 200, "1234567890123456789012")
    assert found(read(pages(content), backend))[2] == ["7", "?", "?"]


def test_values_under_no_heading_make_those_beside_them_uncertain(backend: str) -> None:
    content = HEAD + b"".join(
        row(y, label, "1", "2", "3") + centred(350, y, "4")
        for y, label in ((240, "规章"), (220, "规范性文件"), (200, "其他文件"))
    )
    assert found(read(pages(content), backend)) == [["1", "2", "?"]] * 3


def test_a_heading_may_stand_on_several_lines(backend: str) -> None:
    # one or two characters a line, beside others that do the same
    narrow = form(
        Table(
            "narrow",
            "窄表",
            boxhead=tree(H("group", "社会公益组织"), H("person", "自然人"), H("total", "合计")),
            stub=tree(H("rules", "规章"), H("others", "其他")),
        )
    )
    content = (
        b"".join(centred(150, y, words) for y, words in ((278, "社会"), (266, "公益"), (254, "组织")))
        + b"".join(centred(172, y, char) for y, char in ((278, "自"), (266, "然"), (254, "人")))
        + centred(194, 272, "合")
        + centred(194, 260, "计")
        + b"".join(
            text(20, y, label)
            + b"".join(centred(x, y, word) for x, word in zip((150, 172, 194), values, strict=True))
            for y, label, values in ((235, "规章", "123"), (215, "其他", "/56"))
        )
    )
    assert found(read(pages(content), backend), narrow) == [["1", "2", "3"], ["/", "5", "6"]]


def cases(first: float, second: float) -> bytes:
    middles = (60, 110, 160, 210, 260)
    return (
        centred(first, 280, "行政复议")
        + centred(second, 280, "行政诉讼")
        + b"".join(
            centred(x, 260, word)
            for x, word in zip(middles, ("维持", "总计", "维持", "纠正", "总计"), strict=True)
        )
        + b"".join(centred(x, 240, word) for x, word in zip(middles, "12345", strict=True))
    )


def test_headings_over_others_stand_over_the_columns_that_the_form_gives_them(backend: str) -> None:
    assert found(read(pages(cases(85, 210)), backend), CASES) == [["1", "2", "3", "4", "5"]]


def test_a_heading_over_the_columns_of_another_gives_no_value(backend: str) -> None:
    document = read(pages(cases(210, 85)), backend)
    with pytest.raises(govdisclose.NotAReportError):
        govdisclose.parse_document(document, layouts=[CASES])
