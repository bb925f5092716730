"""Fields over several paragraphs, tracked changes of cells and of text, and paragraphs outside tables."""

from __future__ import annotations

import pytest
from docx_markup import (
    LIST,
    PICTURE,
    RAISED,
    SPACES,
    TWELVE,
    UNREAD,
    bare,
    check,
    code,
    inline,
    mark,
    math,
    mr,
    par,
    read,
    rpr,
    run,
    shown,
    val,
)
from docx_samples import p, package, tbl, tc, texts, tr

from govdisclose.document import DEFAULT_LIMITS
from govdisclose.readers.docx import READER

# --- fields over more than one paragraph or cell


def test_the_code_of_a_field_is_left_out_over_paragraphs() -> None:
    content = par(mark("begin"), code("IF")) + par(run("9"), mark("separate"), TWELVE, mark("end"), run("件"))
    assert shown(content) == ("\n12件", [])
    assert texts(read(content + p("后"))) == ["12件", "后"]


def test_a_table_in_the_code_of_a_field_is_not_there() -> None:
    hidden = tbl(tr(tc("规章"), tc("9")))
    body = par(mark("begin"), code("IF")) + hidden + par(mark("separate"), run("无"), mark("end"))
    assert texts(read(body + p("后"))) == ["无", "后"]


def test_a_field_that_runs_over_the_edge_of_a_cell_is_not_read() -> None:
    first = f"<w:tc>{par(run('1'), mark('begin'), code('IF'))}</w:tc>"
    second = f"<w:tc>{par(run('2'), mark('separate'), run('3'), mark('end'))}</w:tc>"
    document = read(tbl(tr(tc("规章"), first, second)))
    assert texts(document) == [f"规章|1{UNREAD}|2{UNREAD}3{UNREAD}"]


def test_fields_whose_marks_were_deleted_hide_nothing() -> None:
    gone = f'<w:del w:id="1">{mark("begin")}{code("IF")}</w:del>'
    assert shown(par(gone, run("1"), mark("separate"), run("2"), mark("end"))) == ("12", [])


# --- tracked changes of cells

DELETED, INSERTED = '<w:cellDel w:id="1"/>', '<w:cellIns w:id="1"/>'
THREE = tr(tc("规章"), tc("1"), tc("2"))


def test_a_deleted_cell_is_gone_where_the_row_then_fits() -> None:
    document = read(tbl(THREE, tr(tc("总计"), tc("9", DELETED), tc("7"), tc("8")), THREE))
    assert (texts(document), document.findings) == (["规章|1|2|总计|7|8|规章|1|2"], ())


def test_a_row_that_a_tracked_change_leaves_too_short_or_long_has_no_value_from_there_on() -> None:
    document = read(tbl(THREE, tr(tc("总计"), tc("9", DELETED), tc("7")), THREE))
    assert texts(document) == [f"规章|1|2|总计|7{UNREAD}|规章|1|2"]
    assert [(item.kind, item.facts["what"]) for item in document.findings] == [("cell-not-read", "tracked")]
    document = read(tbl(THREE, tr(tc("总计"), tc("7"), tc("9", INSERTED), tc("8")), THREE))
    assert texts(document) == [f"规章|1|2|总计|7|9{UNREAD}|规章|1|2"]


def test_a_column_that_was_deleted_is_gone() -> None:
    rows = [tr(tc(word), tc("9", DELETED), tc("7")) for word in ("规章", "总计")]
    document = read(tbl(*rows))
    assert (texts(document), document.findings) == (["规章|7|总计|7"], ())


def test_former_changes_of_cells_are_not_read() -> None:
    former = f"<w:tcPrChange><w:tcPr>{DELETED}</w:tcPr></w:tcPrChange>"
    assert texts(read(tbl(tr(tc("规章"), tc("12", former))))) == ["规章|12"]


def test_a_tracked_merge_counts_where_it_is_the_merge_of_the_cell() -> None:
    merge = '<w:cellMerge w:vMerge="cont"/>'
    rows = (tr(tc("三、", val("vMerge", "restart")), tc("1")), tr(tc("", val("vMerge"), merge), tc("2")))
    document = read(tbl(*rows))
    assert (texts(document), document.findings) == (["三、|1|2"], ())


def test_cells_inside_an_unknown_container_leave_the_row_without_values() -> None:
    document = read(tbl(THREE, tr(tc("总计"), f"<w:novelty>{tc('9')}</w:novelty>", tc("7")), THREE))
    assert texts(document) == [f"规章|1|2|总计|7{UNREAD}|规章|1|2"]


# --- paragraphs


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (par(run("共"), run("9", val("strike")), run("12件")), "共12件"),
        (par(run("共12"), run("3", val("rStyle", "Hidden")), run("件")), "共12件"),
        (par(run("共12"), run("3", val("color", "FFFFFF")), run("件")), "共12件"),
        (par(run("共12"), run("1", RAISED), run("件")), "共12¹件"),
        (par(run("共1"), inline(PICTURE), run("件")), f"共1{UNREAD}件"),
        (par(run("共"), inline(PICTURE), run("件")), "共件"),
        (par(run("共12件"), run("9", val("webHidden"))), "共12件9"),
        (par(math(f"<m:rad><m:e>{mr('3')}</m:e></m:rad>")), "\ufffd"),
    ],
)
def test_a_line_outside_tables_is_what_is_seen_of_it(content: str, text: str) -> None:
    assert texts(read(content)) == [text]


LISTS = (
    f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:suff w:val="nothing"/><w:lvlText w:val="%1."/>{}</w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)
ITEM = f"<w:numPr>{val('numId', 1)}</w:numPr>"


@pytest.mark.parametrize(
    ("level", "end", "text", "kinds"),
    [
        ("", "", "1.规章", []),
        (rpr(val("vanish")), "", "规章", ["text-unseen"]),
        ("", rpr(val("strike")), "规章", ["text-struck-out"]),
        (rpr(val("strike", 0)), rpr(val("strike")), "1.规章", []),
    ],
)
def test_a_counted_number_looks_as_the_end_of_its_paragraph_does(
    level: str, end: str, text: str, kinds: list[str]
) -> None:
    content = par(run("规章"), properties=ITEM + end)
    assert shown(content, numbering=LISTS.format(level)) == (text, kinds)


def test_two_numbers_with_a_tab_between_are_not_joined() -> None:
    assert shown(par("<w:r><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r>")) == ("1 2", [])


def test_strict_files_are_read_in_all_their_names() -> None:
    strict = (
        'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" '
        'xmlns:m="http://purl.oclc.org/ooxml/officeDocument/math" '
        'xmlns:a="http://purl.oclc.org/ooxml/drawingml/main" '
        'xmlns:wp="http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"'
    )
    body = tbl(tr(f"<w:tc>{par(math(mr('12')))}</w:tc>", f"<w:tc>{par(run('1'), inline(PICTURE))}</w:tc>"))
    assert texts(READER.read(package(body, strict), DEFAULT_LIMITS)) == [f"12|1{UNREAD}"]


def deleted(text: str, *properties: str, kind: str = "del") -> str:
    name = "t" if kind == "moveFrom" else "delText"
    gone = f"<w:r>{rpr(*properties)}<w:{name}>{text}</w:{name}></w:r>"
    return f'<w:{kind} w:id="1" w:author="甲">{gone}</w:{kind}>'


SMALL = val("sz", 10)


@check(
    [
        (par(deleted("47")), "", "cell-unseen"),
        (par(deleted("47", kind="moveFrom")), "", "cell-unseen"),
        (par(deleted("4"), deleted("7")) + par(), "", "cell-unseen"),
        (par(deleted("47"), run("12")), "12", ""),
        (par(run("1"), deleted("47"), run("2")), "12", ""),
        (par(deleted("47"), run("3", SMALL)), UNREAD, "mark-uncertain"),
        (par(run("47", val("strike")), run("3", SMALL)), UNREAD, "cell-struck-out mark-uncertain"),
        (par(deleted("47", SMALL), run("12", SMALL)), "12", ""),
        (par(deleted("47"), inline(PICTURE)), UNREAD, "cell-is-picture"),
        (par(deleted("47", val("vanish"))), "", ""),
    ]
)
def test_a_cell_whose_text_was_deleted_under_tracking_is_told_and_a_mark_left_of_it_is_no_number(
    content: str, text: str, kinds: str
) -> None:
    found, told = shown(content)
    assert (found.strip(), sorted(told)) == (text, kinds.split())


def test_what_was_deleted_is_named() -> None:
    document = read(tbl(tr(tc("规章"), f"<w:tc>{par(deleted('47'))}</w:tc>")))
    assert [item.facts for item in document.findings] == [{"text": "47", "why": "deleted"}]


def test_a_list_of_a_form_looks_as_its_field_does() -> None:
    assert shown(par(bare("FORMDROPDOWN", LIST), properties=val("pStyle", "WhiteLine"))) == (
        "",
        ["cell-unseen"],
    )
    assert shown(par(bare("FORMDROPDOWN", LIST), properties=val("pStyle", "StruckLine")))[1] == [
        "cell-struck-out"
    ]


@pytest.mark.parametrize("around", ["{}", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"])
def test_small_digits_at_digits_of_a_line_are_marks(around: str) -> None:
    def line(*runs: str) -> list[str]:
        return texts(read(around.format(par(*runs)) + p("后")))[:1]

    assert line(run("37"), run("6", SMALL)) == ["37⁶"]
    assert line(run("规章 37 "), run("6", SMALL), run(" 8")) == ["规章 37⁶ 8"]
    assert line(run("6", SMALL), run("37")) == ["⁶37"]
    assert line(run("3"), run("7", val("sz", 21))) == ["37"]
    assert line(run("20"), run("23", val("sz", 20)), run("年")) == ["2023年"]
    assert line(run("37"), run("部分", SMALL), run("6", SMALL)) == ["37部分6"]
