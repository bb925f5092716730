"""Fields, notes, tracked changes, pictures, drawings, formulas and controls in the cells of an OpenDocument text."""

from __future__ import annotations

import pytest
from odt_markup import (
    MIMETYPE,
    SPACES,
    UNREAD,
    archive,
    content,
    p,
    read,
    rows,
    shown,
    span,
    tbl,
    tc,
    text_style,
    texts,
    tr,
)

from govdisclose.document import DEFAULT_LIMITS
from govdisclose.readers.odt import READER

# --- fields


@pytest.mark.parametrize(
    "field",
    [
        "<text:page-number>2</text:page-number>",
        "<text:page-count>2</text:page-count>",
        "<text:word-count>2</text:word-count>",
        "<text:date>2</text:date>",
        "<text:time>2</text:time>",
        "<text:date text:fixed='true'>2</text:date>",
        "<text:title>2</text:title>",
        "<text:chapter>2</text:chapter>",
        "<text:file-name>2</text:file-name>",
        "<text:user-defined>2</text:user-defined>",
        "<text:user-field-get>2</text:user-field-get>",
        "<text:variable-get>2</text:variable-get>",
        "<text:bookmark-ref>2</text:bookmark-ref>",
        "<text:note-ref>2</text:note-ref>",
        "<text:table-formula>2</text:table-formula>",
        "<text:bibliography-mark>2</text:bibliography-mark>",
        "<text:hidden-text text:is-hidden='false' text:string-value='2'/>",
        "<text:hidden-text text:condition='ooow:a==1' text:string-value='2'/>",
        "<text:conditional-text text:string-value-if-true='2'/>",
    ],
)
def test_what_a_program_works_out_anew_costs_the_value_of_a_cell(field: str) -> None:
    assert shown("1" + field) == ("1" + UNREAD, ["cell-not-read"])


@pytest.mark.parametrize(
    "name", ["title", "chapter", "file-name", "bookmark-ref", "user-field-get", "creator"]
)
def test_in_a_line_what_the_file_keeps_of_such_a_field_is_read(name: str) -> None:
    assert texts(read(p(f"示例市<text:{name}>教育局</text:{name}>"))) == ["示例市教育局"]


def test_the_moment_of_looking_is_in_no_line() -> None:
    assert texts(read(p("发布于<text:date>2024年</text:date>示例市"))) == ["发布于示例市"]
    assert texts(read(p("<text:date text:fixed='true'>2024年</text:date>报告"))) == ["2024年报告"]


def test_a_field_that_shows_nothing_is_nothing() -> None:
    assert shown("12<text:conditional-text text:string-value-if-true=''/>") == ("12", [])
    assert shown("<text:conditional-text text:string-value-if-true='9'>12</text:conditional-text>") == (
        "12",
        [],
    )
    assert shown("12<text:title/>") == ("12", [])


def test_hidden_text_is_not_there() -> None:
    field = "<text:hidden-text text:condition='x' text:is-hidden='true' text:string-value='3'/>"
    assert shown("12" + field) == ("12", ["text-unseen"])


def test_a_paragraph_with_a_field_that_hides_it_cannot_be_told() -> None:
    field = "<text:hidden-paragraph text:condition='x' text:is-hidden='{}'/>"
    assert shown("12" + field.format("true")) == (UNREAD, ["cell-not-read"])
    assert shown("12" + field.format("false")) == ("12", [])
    assert shown("12<text:hidden-paragraph text:condition='x'/>") == (UNREAD, ["cell-not-read"])


LABELS = "<text:label text:value='11'/><text:label text:value='12'{}/>"


def test_a_list_shows_the_word_that_is_selected() -> None:
    selected = LABELS.format(" text:current-selected='true'")
    assert shown(f"<text:drop-down>{selected}12</text:drop-down>") == ("12", [])
    assert shown(f"<text:drop-down>{selected}11</text:drop-down>") == (UNREAD, ["cell-not-read"])
    assert shown(f"<text:drop-down>{LABELS.format('')}11</text:drop-down>") == (UNREAD, ["cell-not-read"])


def test_a_placeholder_asks_for_something() -> None:
    assert shown("12<text:placeholder>&lt;3&gt;</text:placeholder>") == ("12" + UNREAD, ["cell-not-read"])
    control = "<loext:content-control loext:showing-place-holder='true'>12</loext:content-control>"
    assert shown(control) == ("12" + UNREAD, ["cell-not-read"])


def fieldmark(kind: str, code: str = "", inside: str = "", *, separator: bool = True) -> str:
    param = (
        f'<field:param field:name="vnd.oasis.opendocument.field.code" field:value="{code}"/>' if code else ""
    )
    middle = "<field:fieldmark-separator/>" if separator else ""
    begin = f'<field:fieldmark-start field:type="vnd.oasis.opendocument.field.{kind}">{param}</field:fieldmark-start>'
    return f"{begin}{middle}{inside}<field:fieldmark-end/>"


def test_a_field_of_word_shows_its_result_and_not_its_code() -> None:
    assert shown(fieldmark("UNHANDLED", "QUOTE 9", "12")) == ("12", [])
    assert shown(fieldmark("FORMTEXT", "", "12", separator=False)) == ("12", [])
    mark = '<field:fieldmark-start field:type="x"/>9<field:fieldmark-separator/>12<field:fieldmark-end/>'
    assert shown(mark) == ("12", [])


def test_a_field_of_word_that_makes_its_result_is_not_read() -> None:
    assert shown(fieldmark("UNHANDLED", "EQ \\o(1,2)", "12")) == ("12" + UNREAD, ["cell-not-read"])


def test_a_field_of_word_that_never_ends_hides_nothing() -> None:
    assert shown('<field:fieldmark-start field:type="x"/>12') == ("12", [])
    assert shown("12<field:fieldmark-end/>") == ("12", [])


def test_a_list_in_a_form_shows_its_entry() -> None:
    params = "".join(
        f"<field:param field:name='Dropdown_ListEntry' field:value='{entry}'/>" for entry in (11, 12)
    )
    chosen = "<field:param field:name='Dropdown_Selected' field:value='1'/>"
    mark = "<field:fieldmark field:type='vnd.oasis.opendocument.field.FORM{}'>{}</field:fieldmark>"
    assert shown(mark.format("DROPDOWN", params + chosen)) == ("12", [])
    assert shown(mark.format("DROPDOWN", params)) == (UNREAD, ["cell-not-read"])
    assert shown(mark.format("CHECKBOX", "")) == (UNREAD, ["cell-not-read"])


def test_an_element_that_is_not_known_is_not_passed_over() -> None:
    assert shown("1<text:later>2</text:later>3") == (f"1{UNREAD}3", ["cell-not-read"])
    assert shown("1<x:later><text:span>2</text:span></x:later>") == ("1" + UNREAD, ["cell-not-read"])
    assert shown("12<x:later/>") == ("12", [])
    assert shown("<text:p>12</text:p><x:later>3</x:later>") == ("12\n" + UNREAD, ["cell-not-read"])


# --- notes


def note(attributes: str = "", citation: str = "1") -> str:
    return (
        f"<text:note text:note-class='footnote'><text:note-citation {attributes}>{citation}</text:note-citation>"
        "<text:note-body><text:p>本项不含下属单位</text:p></text:note-body></text:note>"
    )


def test_the_mark_of_a_note_is_no_digit() -> None:
    assert shown("12" + note()) == ("12", [])
    assert shown("12" + note("text:label='*'", "*")) == ("12", ["mark-left-out"])


def test_the_mark_of_a_note_that_its_style_does_not_raise_is_not_read() -> None:
    configured = "<text:notes-configuration text:note-class='footnote' text:citation-body-style-name='{}'/>"
    plain, raised = text_style("n", ""), text_style("n", 'style:text-position="super 58%"')
    assert shown("12" + note(), "", configured.format("n") + plain) == ("12" + UNREAD, ["cell-not-read"])
    assert shown("12" + note(), "", configured.format("n") + raised) == ("12", [])
    assert shown("12" + note(), "", configured.format("no such style")) == ("12", [])


# --- tracked changes


def regions(*inside: str) -> str:
    changed = "".join(
        f'<text:changed-region text:id="c{number}">{change}</text:changed-region>'
        for number, change in enumerate(inside, 1)
    )
    return f"<text:tracked-changes>{changed}</text:tracked-changes>"


INFO = "<office:change-info><dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>9</dc:creator></office:change-info>"


def test_what_was_deleted_stands_apart_and_is_no_text() -> None:
    before = regions(f"<text:deletion>{INFO}<text:p>15</text:p></text:deletion>")
    assert shown("<text:change text:change-id='c1'/>12", before=before) == ("12", [])
    assert shown("<text:change text:change-id='c1'/>", before=before) == ("", ["cell-unseen"])
    assert texts(read(before + p("一<text:change text:change-id='c1'/>二"))) == ["一二"]


def test_what_was_deleted_and_stands_between_marks_is_no_text() -> None:
    before = regions(f"<text:deletion>{INFO}</text:deletion>")
    marked = "<text:change-start text:change-id='c1'/>5<text:change-end text:change-id='c1'/>"
    assert shown(marked + "46", before=before) == ("46", [])
    assert shown(marked, before=before) == ("", ["cell-unseen"])


def test_what_was_inserted_and_then_deleted_is_no_text() -> None:
    before = regions(f"<text:insertion>{INFO}</text:insertion><text:deletion>{INFO}</text:deletion>")
    marked = "<text:change-start text:change-id='c1'/>5<text:change-end text:change-id='c1'/>"
    assert shown(marked + "46", before=before) == ("46", [])


def test_what_was_inserted_or_formatted_is_text() -> None:
    for change in ("insertion", "format-change"):
        before = regions(f"<text:{change}>{INFO}</text:{change}>")
        marked = "<text:change-start text:change-id='c1'/>46<text:change-end text:change-id='c1'/>"
        assert shown(marked, before=before) == ("46", [])


def test_a_deletion_over_the_end_of_a_paragraph_joins_two() -> None:
    before = regions("<text:deletion/>")
    body = p("示例<text:change-start text:change-id='c1'/>旧") + p(
        "文<text:change-end text:change-id='c1'/>市"
    )
    assert texts(read(before + body)) == ["示例市"]


def test_nothing_that_stands_in_a_deletion_is_seen() -> None:
    before = regions("<text:deletion/>")
    marked = (
        "12<text:change-start text:change-id='c1'/><text:tab/><draw:frame text:anchor-type='as-char'><draw:image"
        " xlink:href='a.png'/></draw:frame><text:page-number>2</text:page-number>"
        "<text:change-end text:change-id='c1'/>"
    )
    assert shown(marked, before=before) == ("12", [])


# --- what is drawn

SMALL = 'svg:width="5pt" svg:height="10pt"'
LARGE = 'svg:width="120pt" svg:height="120pt"'
IMAGE = '<draw:image xlink:href="Pictures/1.png"/>'


def frame(inside: str, anchor: str = "as-char", size: str = SMALL, name: str = "frame") -> str:
    return f'<draw:{name} text:anchor-type="{anchor}" {size}>{inside}</draw:{name}>'


@pytest.mark.parametrize(
    "thing",
    [
        frame(IMAGE),
        frame(IMAGE, "char"),
        frame(IMAGE, "paragraph", ""),
        frame(IMAGE, size=""),
        frame('<draw:object xlink:href="./Object 1"/>' + IMAGE),
        frame('<draw:object-ole xlink:href="./Object 1"/>'),
        frame('<draw:floating-frame xlink:href="x.html"/>'),
        frame('<draw:plugin xlink:href="x"/>'),
        frame("", name="custom-shape"),
        frame("<text:p/>", name="rect"),
        frame("", name="path"),
        frame("", name="g", size=""),
        f'<draw:g text:anchor-type="as-char">{frame(IMAGE)}</draw:g>',
        '<draw:control text:anchor-type="as-char" draw:control="c1"/>',
        '<draw:control text:anchor-type="paragraph" draw:control="c1"/>',
        f'<draw:a xlink:href="x">{frame(IMAGE)}</draw:a>',
        frame("", name="line"),
        frame("", "paragraph", LARGE, "line"),
        frame("", "paragraph", LARGE, "connector"),
        frame('<draw:enhanced-geometry draw:type="line"/>', "char", LARGE, "custom-shape"),
        frame('<text:p>9</text:p><draw:enhanced-geometry draw:text-path="true"/>', name="custom-shape"),
    ],
)
def test_what_is_drawn_in_a_cell_costs_its_value(thing: str) -> None:
    text, kinds = shown("12" + thing)
    assert text.replace("\n", "") == "12" + UNREAD
    assert kinds == ["cell-not-read"]


@pytest.mark.parametrize(
    "thing",
    [
        frame(IMAGE, "paragraph", LARGE),
        frame(IMAGE, "page", LARGE),
        frame("", "char", LARGE, "ellipse"),
        f'<draw:g text:anchor-type="char">{frame(IMAGE, size=LARGE)}</draw:g>',
        f'<draw:frame draw:display="none" text:anchor-type="as-char" {SMALL}>{IMAGE}</draw:frame>',
        frame(""),
        frame("<svg:title>9</svg:title><svg:desc>9</svg:desc>"),
    ],
)
def test_a_seal_over_a_cell_and_what_is_not_shown_cost_nothing(thing: str) -> None:
    assert shown("12" + thing) == ("12", [])


def test_a_picture_alone_is_named() -> None:
    assert shown(frame(IMAGE)) == (UNREAD, ["cell-is-picture"])


def test_a_text_box_in_the_line_is_text_and_one_that_floats_over_a_cell_is_not() -> None:
    box = "<draw:text-box><text:p>12</text:p></draw:text-box>"
    assert shown(frame(box)) == ("\n12", [])
    assert shown("1" + frame(box, "paragraph", LARGE)) == ("1\n12\n" + UNREAD, ["cell-not-read"])
    assert shown("规章" + frame("<draw:text-box><text:p>件</text:p></draw:text-box>", "char")) == (
        "规章\n件",
        [],
    )


def test_the_words_of_a_shape_and_of_a_group_are_those_of_a_text_box() -> None:
    words = frame("<text:p>12</text:p>", name="custom-shape")
    assert shown(words) == ("\n12", [])
    assert shown(f'<draw:g text:anchor-type="as-char">{words}</draw:g>') == ("\n12", [])


def test_the_text_of_a_box_follows_its_paragraph() -> None:
    box = frame("<draw:text-box><text:p>一</text:p><text:p>二</text:p></draw:text-box>", "page", LARGE)
    assert texts(read(box + p("示例市" + box) + p("三"))) == ["一", "二", "示例市", "一", "二", "三"]


# --- formulas

NOTE = "<math:annotation>9</math:annotation>"
FORMULA = f"<draw:object><math:math><math:semantics>{{}}{NOTE}</math:semantics></math:math></draw:object>"


@pytest.mark.parametrize(
    ("inside", "text", "kinds"),
    [
        ("<math:mn>12</math:mn>", "12", []),
        ("<math:mrow><math:mn>1</math:mn><math:mo>+</math:mo><math:mn>2</math:mn></math:mrow>", "1+2", []),
        ("<math:mrow><math:mn>1</math:mn><math:mn>2</math:mn></math:mrow>", UNREAD, ["cell-not-read"]),
        ("<math:msup><math:mn>3</math:mn><math:mn>2</math:mn></math:msup>", UNREAD, ["cell-not-read"]),
        ("<math:mfrac><math:mn>1</math:mn><math:mn>2</math:mn></math:mfrac>", UNREAD, ["cell-not-read"]),
    ],
)
def test_a_formula_is_text_where_it_is_a_line_of_text(inside: str, text: str, kinds: list[str]) -> None:
    assert shown(frame(FORMULA.format(inside))) == (text, kinds)


def test_a_formula_of_a_package_stands_in_a_part_of_its_own() -> None:
    body = tbl(tr(tc("规章"), tc(p(frame('<draw:object xlink:href="./Object 1"/>' + IMAGE)))))
    formula = f"<math:math {SPACES}><math:mn>12</math:mn></math:math>".encode()
    source = archive({"content.xml": content(body), "Object 1/content.xml": formula})
    (grid,) = READER.read(source, DEFAULT_LIMITS).grids
    assert rows(grid) == [["规章", "12"]]
    assert source.startswith(b"PK") and MIMETYPE in source[:100]
    lost = READER.read(archive({"content.xml": content(body)}), DEFAULT_LIMITS)
    assert rows(lost.grids[0]) == [["规章", UNREAD]]


def test_white_space_is_one_space_and_more_of_it_is_counted() -> None:
    line = (
        " 一 \n 二<text:s/>三<text:s text:c='3'/>四" + span(" 五", "x") + "<text:tab/>六<text:line-break/>七"
    )
    assert texts(read(p(line))) == ["一 二 三   四 五\t六\n七"]
