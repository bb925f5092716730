"""A cell of an OpenDocument text is what its page shows. The pages were printed with an office program and looked at."""

from __future__ import annotations

import pytest
from odt_markup import UNREAD, box_style, p, read, shown, span, text_style, texts

HARMLESS = [
    ("12", ""),
    (span("12", "s"), 'style:text-underline-style="solid"'),
    (span("12", "s"), 'style:text-line-through-style="none" style:text-line-through-type="none"'),
    (span("12", "s"), 'text:display="true"'),
    (span("12", "s"), 'fo:background-color="#ffff00"'),
    (span("12", "s"), 'fo:color="#ffffff" fo:background-color="#000000"'),
    (span("12", "s"), 'style:use-window-font-color="true" loext:opacity="0%"'),
    (span("12", "s"), 'fo:color="#000000" loext:opacity="100%"'),
    (span("12", "s"), 'style:text-position="0% 100%" style:text-scale="90%" fo:letter-spacing="0.02in"'),
    (span("12", "s"), 'fo:letter-spacing="-0.5pt"'),
    (span("12", "s"), 'fo:font-size="80%"'),
    ("1<text:bookmark text:name='b'/>2<text:soft-page-break/>", ""),
    ("1<text:bookmark-start text:name='b'/>2<text:bookmark-end text:name='b'/>", ""),
    ("1<office:annotation><text:p>9</text:p></office:annotation>2<office:annotation-end/>", ""),
    ("<text:change-start text:change-id='c'/>12<text:change-end text:change-id='c'/>", ""),
    ("<text:a xlink:href='x'>12</text:a>", ""),
    ("<text:ruby><text:ruby-base>12</text:ruby-base><text:ruby-text>3</text:ruby-text></text:ruby>", ""),
    ("<text:text-input>12</text:text-input>", ""),
    ("<text:variable-set text:name='v' office:value='12'>12</text:variable-set>", ""),
    ("12<text:variable-set text:name='v' text:display='none'>7</text:variable-set>", ""),
    ("<text:sequence text:name='n' style:num-format='1'>12</text:sequence>", ""),
    ("<text:meta-field>12</text:meta-field>", ""),
    ("12<text:script>7</text:script>", ""),
    ("12<text:toc-mark text:string-value='7'/><text:alphabetical-index-mark text:string-value='7'/>", ""),
    ("<loext:content-control>12</loext:content-control>", ""),
    ("12<office:forms><form:form>7</form:form></office:forms>", ""),
    ("  12\n  ", ""),
]


@pytest.mark.parametrize(("inside", "properties"), HARMLESS)
def test_what_changes_nothing_changes_nothing(inside: str, properties: str) -> None:
    text, kinds = shown(inside, text_style("s", properties))
    assert (text.strip(), kinds) == ("12", [])


@pytest.mark.parametrize(
    "properties",
    [
        'style:text-line-through-style="solid"',
        'style:text-line-through-style="solid" style:text-line-through-type="double"',
        'style:text-line-through-type="single"',
        'style:text-line-through-style="wave"',
    ],
)
def test_struck_out_is_not_there(properties: str) -> None:
    style = text_style("s", properties)
    assert shown(span("12", "s") + " 15", style) == (" 15", ["text-struck-out"])
    assert shown(span("12", "s"), style) == (UNREAD, ["cell-struck-out"])


def test_a_line_of_a_type_and_of_no_style_cannot_be_told() -> None:
    style = text_style("s", 'style:text-line-through-style="none" style:text-line-through-type="single"')
    assert shown("1" + span("2", "s"), style) == ("1" + UNREAD, ["cell-not-read"])


@pytest.mark.parametrize(
    ("properties", "why"),
    [
        ('text:display="none"', "hidden"),
        ('fo:color="#ffffff"', "colour"),
        ('fo:color="#F8F8F8"', "colour"),
        ('fo:color="#ff0000" fo:background-color="#ff0000"', "colour"),
        ('fo:color="#000000" loext:opacity="0%"', "transparent"),
        ('fo:font-size="1pt"', "small"),
        ('fo:font-size="5%"', "small"),
        ('style:font-size-rel="-11pt"', "small"),
        ('style:text-scale="5%"', "small"),
    ],
)
def test_what_is_not_seen_is_not_there(properties: str, why: str) -> None:
    style = text_style("s", properties)
    assert shown("12 " + span("3", "s"), style) == ("12 ", ["text-unseen"])
    assert shown(span("3", "s"), style) == ("", ["cell-unseen"])


@pytest.mark.parametrize(
    "properties",
    [
        'style:text-position="super 58%"',
        'style:text-position="33% 58%"',
        'style:text-position="33% 100%"',
        'fo:font-size="6pt"',
        'fo:font-size="50%"',
    ],
)
def test_a_raised_or_small_digit_is_a_mark(properties: str) -> None:
    assert shown("12" + span("1", "s"), text_style("s", properties)) == ("12", ["mark-left-out"])


@pytest.mark.parametrize("properties", ['style:text-position="sub 58%"', 'style:text-position="-33% 58%"'])
def test_a_lowered_digit_is_a_mark(properties: str) -> None:
    assert shown("12" + span("1", "s"), text_style("s", properties)) == ("12", ["mark-left-out"])


@pytest.mark.parametrize(
    "properties",
    [
        'text:display="condition" text:condition="none"',
        'style:text-combine="lines"',
        'fo:letter-spacing="-0.5in"',
        'style:font-name="Wingdings"',
        "fo:font-family=\"'Wingdings 2'\"",
        'fo:color="#000000" loext:opacity="5%"',
    ],
)
def test_what_cannot_be_told_costs_the_value(properties: str) -> None:
    style = text_style("s", properties)
    assert shown("1" + span("2", "s"), style) == ("1" + UNREAD, ["cell-not-read"])


# --- styles


def test_a_style_says_what_its_parents_say() -> None:
    styles = text_style("a", 'text:display="none"') + text_style("b", 'fo:font-weight="bold"', "a")
    assert shown("12" + span("3", "c"), text_style("c", "", "b"), styles) == ("12", ["text-unseen"])


def test_the_nearest_style_decides() -> None:
    styles = text_style("a", 'text:display="none"') + text_style("b", 'text:display="true"', "a")
    assert shown(span("12", "b"), "", styles) == ("12", [])


def test_a_style_made_for_one_place_goes_before_a_common_one_of_its_name() -> None:
    assert shown(span("12", "a"), text_style("a", ""), text_style("a", 'text:display="none"')) == ("12", [])


def test_a_circle_of_styles_ends() -> None:
    styles = text_style("a", 'text:display="none"', "b") + text_style("b", "", "a")
    assert shown("12" + span("3", "a"), "", styles) == ("12", ["text-unseen"])


def test_the_default_style_and_the_standard_style_hold_for_paragraphs_without_one() -> None:
    hidden = '<style:text-properties text:display="none"/>'
    default = f'<style:default-style style:family="paragraph">{hidden}</style:default-style>'
    shows = text_style("shows", 'text:display="true"', family="paragraph")
    body = p("示例市", "shows") + p("一") + p("二", "no such style")
    assert texts(read(body, shows, default)) == ["示例市"]
    standard = text_style("Standard", 'text:display="true"', family="paragraph")
    assert texts(read(body, shows, default + standard)) == ["示例市", "一", "二"]


def test_the_style_of_a_paragraph_holds_for_its_text() -> None:
    style = text_style("P1", 'style:text-line-through-style="solid"', family="paragraph")
    assert shown(p("12", "P1"), style) == (UNREAD, ["cell-struck-out"])
    assert shown(p("12", "P1") + p("15"), style) == ("\n15", ["text-struck-out"])


def test_spans_within_spans_add_up() -> None:
    style = text_style("a", 'fo:color="#ffffff"') + text_style("b", 'fo:background-color="#000000"')
    assert shown(span(span("12", "b"), "a"), style) == ("12", [])
    halves = text_style("h", 'fo:font-size="30%"')
    assert shown("12 " + span(span("3", "h"), "h"), halves) == ("12 ", ["text-unseen"])


def test_a_style_that_depends_on_a_condition_cannot_be_told() -> None:
    styles = text_style("hide", 'text:display="none"', family="paragraph") + (
        '<style:style style:name="c" style:family="paragraph">'
        '<style:map style:condition="table()" style:apply-style-name="{}"/></style:style>'
    )
    assert shown(p("12", "c"), "", styles.format("hide")) == (UNREAD, ["cell-not-read"])
    assert shown(p("12", "c"), "", styles.format("Standard")) == ("12", [])


def test_letters_and_chinese_letters_have_sizes_of_their_own() -> None:
    style = text_style("s", 'fo:font-size="1pt" style:font-size-asian="12pt"')
    assert shown(span("12件", "s"), style) == ("件", ["text-unseen"])


# --- grounds


WHITE = text_style("w", 'fo:color="#ffffff"')


@pytest.mark.parametrize(
    ("ground", "kinds"), [("#1f3864", []), ("transparent", ["cell-unseen"]), ("#ffffff", ["cell-unseen"])]
)
def test_white_letters_are_seen_on_a_dark_cell(ground: str, kinds: list[str]) -> None:
    style = WHITE + box_style("d", "table-cell", f'fo:background-color="{ground}"')
    text, found = shown(span("12", "w"), style, cell='table:style-name="d"')
    assert (text, found) == ("" if kinds else "12", kinds)


def test_white_letters_are_seen_on_a_dark_paragraph() -> None:
    style = WHITE + box_style("d", "paragraph", 'fo:background-color="#000000"')
    assert shown(p(span("12", "w"), "d"), style) == ("12", [])


def test_black_letters_are_not_seen_on_a_black_cell() -> None:
    style = text_style("k", 'fo:color="#000000"') + box_style(
        "d", "table-cell", 'fo:background-color="#000000"'
    )
    assert shown(span("12", "k"), style, cell='table:style-name="d"') == ("", ["cell-unseen"])
    # Letters without a colour turn white where the ground is dark.
    assert shown("12", style, cell='table:style-name="d"') == ("12", [])


def test_a_picture_behind_a_cell_is_not_read() -> None:
    picture = '<style:background-image xlink:href="Pictures/1.png"/>'
    style = box_style("d", "table-cell", "", picture)
    assert shown("12", style, cell='table:style-name="d"') == ("12\n" + UNREAD, ["cell-not-read"])
    assert shown(
        "12", box_style("d", "table-cell", "", "<style:background-image/>"), cell='table:style-name="d"'
    ) == (
        "12",
        [],
    )


def test_a_slanting_border_crosses_a_number() -> None:
    style = box_style("d", "table-cell", 'style:diagonal-tl-br="0.5pt solid #000000"')
    assert shown("12", style, cell='table:style-name="d"') == ("12" + UNREAD, ["cell-not-read"])
    none = box_style("d", "table-cell", 'style:diagonal-tl-br="none"')
    assert shown("12", none, cell='table:style-name="d"') == ("12", [])


def test_a_page_of_a_dark_colour_is_a_ground() -> None:
    page = (
        '<style:page-layout style:name="Page"><style:page-layout-properties fo:background-color="#000000"/>'
        "</style:page-layout>"
    )
    assert shown(span("12", "w"), WHITE + page) == ("12", [])


@pytest.mark.parametrize(
    "properties",
    ['fo:line-height="1pt"', 'fo:margin-left="-20cm"', 'fo:text-indent="-20cm"', 'fo:line-height="10%"'],
)
def test_lines_that_are_cut_off_or_moved_away_cannot_be_told(properties: str) -> None:
    assert shown(p("12", "d"), box_style("d", "paragraph", properties)) == (UNREAD, ["cell-not-read"])


@pytest.mark.parametrize(
    "properties", ['fo:line-height="12pt"', 'fo:line-height="80%"', 'fo:text-indent="-20pt"']
)
def test_lines_of_usual_height_and_place_are_read(properties: str) -> None:
    assert shown(p("12", "d"), box_style("d", "paragraph", properties)) == ("12", [])
