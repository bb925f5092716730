"""The style sheets of a page: what they hide is not there, what cannot be told has no value, the ordinary is silent."""

from __future__ import annotations

import pytest
from html_cell import check, noted, read

from govdisclose.grid import UNREAD
from govdisclose.readers.html._colours import Colour, colour, legacy
from govdisclose.readers.html._css import declarations, rules
from govdisclose.readers.html._lengths import font_size, length
from govdisclose.readers.html._media import Truth, media

HIDDEN = ["text-unseen:hidden"]
NOT_READ = ["cell-not-read:style"]


@pytest.mark.parametrize(
    ("css", "markup"),
    [
        (".old{display:none}", "<b class=old>3</b>"),
        (".old{display:none}", "<b class='new old'>3</b>"),
        ("b.old.gone{display:none}", "<b class='gone old'>3</b>"),
        ("#one{visibility:hidden}", "<b id=one>3</b>"),
        ("i{display:none}", "<i>3</i>"),
        ("I { DISPLAY : NONE }", "<i>3</i>"),
        ("[data-old]{display:none}", "<b data-old>3</b>"),
        ("[class^='ol']{display:none}", "<b class=old>3</b>"),
        ("[lang|=zh]{display:none}", "<b lang=zh-CN>3</b>"),
        ("td .old{display:none}", "<span><b class=old>3</b></span>"),
        ("td > .old{display:none}", "<b class=old>3</b>"),
        ("b + i{display:none}", "<b></b><i>3</i>"),
        ("b ~ i{display:none}", "<b></b><u></u><i>3</i>"),
        ("td:nth-child(2) i:first-child{display:none}", "<i>3</i>"),
        ("i:not(.kept){display:none}", "<i>3</i>"),
        (":is(.a, .old){display:none}", "<b class=old>3</b>"),
        ("p, .old, q{display:none}", "<b class=old>3</b>"),
        ("<!-- .old{display:none} -->", "<b class=old>3</b>"),
        ("/* } */ .old{display:none", "<b class=old>3</b>"),
        ("a{b:'}'} .old{display:none}", "<b class=old>3</b>"),
        (".\\6fld{display:none}", "<b class=old>3</b>"),
        ("@charset 'utf-8'; .old{display:none}", "<b class=old>3</b>"),
        ("@media screen{.old{display:none}}", "<b class=old>3</b>"),
        ("@media (min-width: 600px){.old{display:none}}", "<b class=old>3</b>"),
        ("@supports (display:grid){.old{display:none}}", "<b class=old>3</b>"),
        ("@layer x{.old{display:none}}", "<b class=old>3</b>"),
        ("td{& .old{display:none}}", "<b class=old>3</b>"),
        ("td{.old{display:none}}", "<b class=old>3</b>"),
    ],
)
def test_what_the_sheet_of_the_page_hides_is_not_there(css: str, markup: str) -> None:
    check(f"48{markup}", "48", HIDDEN, css)


@pytest.mark.parametrize(
    "css",
    [
        ".other{display:none}",
        ".old{display:none} .old{display:inline}",
        ".old{display:inline!important} b.old{display:none}",
        "b.old{display:inline} .old{display:none}",
        "#one.old{display:inline} b.old{display:none}",
        ".old{--x:{display:none}}",
        ".old:hover{display:none}",
        "td..old{display:none}",
        "@media (max-width: 700px){.old{display:none}}",
        "@media handheld{.old{display:none}}",
        "@layer x{.old{display:none}} .old{display:inline}",
        "@font-face{.old{display:none}}",
        "@keyframes x{from{display:none}}",
        ".old:not(b){display:none}",
        "p > .old{display:none}",
        ".old::before{content:''} .old::after{content:none}",
        ".old::marker{display:none}",
    ],
)
def test_what_the_sheet_does_not_hide_is_there(css: str) -> None:
    check("4<b class=old id=one>8</b>", "48", [], css)


def test_the_style_of_an_element_is_above_the_sheet_but_for_what_is_important() -> None:
    check("<b class=old style='display:inline'>48</b>", "48", [], ".old{display:none}")
    check(
        "<b class=old style='display:inline'>48</b>",
        "",
        ["cell-unseen:hidden"],
        ".old{display:none!important}",
    )
    check("<b class=old style='display:inline!important'>48</b>", "48", [], ".old{display:none!important}")


@pytest.mark.parametrize(
    ("css", "text"),
    [
        ("b:has(i){display:none}", "4" + UNREAD),
        ("b:lang(zh){color:transparent}", "4" + UNREAD),
        ("@media print{b{display:none}}", "4" + UNREAD),
        ("@container (width > 9px){b{opacity:0}}", "4" + UNREAD),
        ("@supports not (display:grid){b{text-decoration:line-through}}", "4" + UNREAD),
        ("b::first-letter{font-size:0}", "4" + UNREAD),
        ("b{color:color-mix(in srgb, white, white)}", "4" + UNREAD),
        ("b{mask:linear-gradient(black, transparent)}", "4" + UNREAD),
    ],
)
def test_where_it_cannot_be_told_whether_a_figure_is_seen_there_is_no_value(css: str, text: str) -> None:
    check("4<b>8</b>", text, NOT_READ, css)


@pytest.mark.parametrize(
    ("css", "text"),
    [
        ("b::before{content:'1'}", f"4{UNREAD}8"),
        ("b:after{content:attr(class)}", f"48{UNREAD}"),
        ("tr:first-child td:nth-child(2)::before{content:counter(x)}", UNREAD + "48"),
        (
            "b{position:relative} b::after{content:'';position:absolute;top:50%;border-top:1px solid}",
            f"48{UNREAD}",
        ),
    ],
)
def test_what_a_sheet_adds_is_shown_and_not_read(css: str, text: str) -> None:
    check("4<b>8</b>", text, ["cell-not-read:generated"], css)


ORDINARY = """
@charset "utf-8"; @import url(base.css);
@font-face { font-family: icons; src: url(a.woff) }
* { margin: 0; padding: 0; box-sizing: border-box } *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% } body { font: 14px/1.5 "Microsoft YaHei", sans-serif; color: #333; background: #fff }
a { color: #333; text-decoration: none } a:hover { color: #c00; text-decoration: underline } a:active { opacity: .5 }
.clear:after { content: ""; display: table; clear: both } .clear { zoom: 1 }
.menu li { float: left; position: relative } .menu li:before { content: "\\b7" } .menu ul { display: none }
.menu li:hover > ul, .menu li:focus-within > ul { display: block } .logo a { text-indent: -9999px; display: block }
table { border-collapse: collapse; border-spacing: 0 } th { background: #4472c4; color: #fff } td { padding: 8px 10px }
tr:nth-child(even) { background-color: #f5f7fa } tr:hover td { background: #eee } td:first-child { text-align: left }
td { vertical-align: middle; word-break: break-all; overflow: hidden; text-overflow: ellipsis }
input::placeholder { color: transparent } ::selection { color: #fff; background: #333 }
sup { font-size: 75%; line-height: 0; position: relative; vertical-align: baseline; top: -.5em }
img { vertical-align: middle; max-width: 100%; border: 0 } .icon::before { font-family: icons; content: "\\e600" }
.content:not(.full) { max-width: 1200px; margin: 0 auto } h2 + p { margin-top: 0 } .a:has(> .b) { padding: 0 }
@media (max-width: 768px) { td { display: block; width: 100% } .hide-phone { display: none } }
@media print { * { color: #000 !important; background: transparent !important; text-shadow: none !important }
  .noprint { display: none } a[href]:after { content: " (" attr(href) ")" } tr { page-break-inside: avoid } }
@media print { body * { visibility: hidden } #report, #report * { visibility: visible } }
td::after { content: "\\200b" } #app { display: flex; flex-direction: column } .page { display: grid }
.footer { background: #333; color: #fff } .footer a { color: #ddd; opacity: .8 } .btn { transform: scale(1.02) }
"""


@pytest.mark.parametrize(
    "cell",
    [
        "48",
        "<a href='a'>48</a>",
        "<p>48</p>",
        "<p class=MsoNormal><span style='font-size:12px;color:#333;background:#fff'>48</span></p>",
        "<td class='hide-phone' style='width:20px;text-align:center'>48</td>",
        "<td><b>4</b><span>8</span></td>",
    ],
)
@pytest.mark.parametrize("opening", ["<!doctype html>", ""])
def test_the_sheets_of_ordinary_sites_say_nothing_of_ordinary_cells(cell: str, opening: str) -> None:
    check(cell, "48", [], ORDINARY, opening)


def test_light_letters_on_a_dark_heading_and_menus_are_read_as_ever() -> None:
    menu = "<div class=menu><ul><li>不显示</ul></div><div class=footer><a href=a>主办单位</a></div>"
    table = "<table><tr><th>项目<th>数量<tr><td>办法<td>48<sup>1</sup></table>"
    document = read(f"<!doctype html><style>{ORDINARY}</style>{menu}{table}")
    assert [block.text for block in document.paragraphs] == ["主办单位"]
    assert [cell.text for cell in document.grids[0].cells] == ["项目", "数量", "办法", "48"]
    assert noted(document) == ["mark-left-out"]


def test_a_sheet_for_print_or_of_another_language_is_none_for_the_screen() -> None:
    page = "<style media='(max-width: 600px)'>b{display:none}</style><style type='text/less'>b{display:none}</style>"
    assert [block.text for block in read(f"{page}<p>甲<b>乙</b>").paragraphs] == ["甲乙"]


def test_declarations_are_parted_as_browsers_part_them() -> None:
    found = declarations("a:b;;c : d ! important; e; f:'x;y' ; g:url(p;q) /* ; h:i */; j:(k;l)")
    assert [(one.name, one.value, one.important) for one in found] == [
        ("a", "b", False),
        ("c", "d", True),
        ("f", "'x;y'", False),
        ("g", "url(p;q)", False),
        ("j", "(k;l)", False),
    ]


def test_rules_know_their_conditions_and_layers() -> None:
    found, _ = rules(
        "@layer p, q; a{b:c} @media print{d{e:f}} @layer q{g{h:i}} @media (width<9px){j{k:l}}", 999
    )
    assert [(rule.selectors, rule.sure, rule.layer) for rule in found] == [
        ("a", True, None),
        ("d", False, None),
        ("g", True, 1),
    ]


@pytest.mark.parametrize(
    ("query", "truth"),
    [
        ("", Truth.YES),
        ("screen and (min-width: 20em)", Truth.YES),
        ("only screen and (max-width: 768px)", Truth.NO),
        ("not print", Truth.UNKNOWN),
        ("print", Truth.UNKNOWN),
        ("print and (max-width: 5px)", Truth.NO),
        ("(400px <= width <= 2000px)", Truth.YES),
        ("(prefers-color-scheme: dark)", Truth.NO),
        ("(orientation: landscape), print", Truth.YES),
        ("(grid)", Truth.UNKNOWN),
        ("speech", Truth.NO),
    ],
)
def test_the_page_is_seen_on_a_wide_screen(query: str, truth: Truth) -> None:
    assert media(query) is truth


@pytest.mark.parametrize(
    ("text", "pixels"),
    [
        ("3px", 3),
        ("1.5pt", 2),
        ("2em", 20),
        ("50%", 60),
        ("-.5in", -48),
        ("calc(1px + 2em * 3)", 61),
        ("max(1px, min(5px, 9px))", 5),
        ("clamp(2px, 1px, 3px)", 2),
        ("-100vw", -1280),
        ("7", None),
        ("0", 0),
        ("calc(1px +", None),
        ("auto", None),
    ],
)
def test_lengths_are_pixels(text: str, pixels: float | None) -> None:
    assert length(text, 10, 120) == (None if pixels is None else pytest.approx(pixels))


def test_sizes_are_of_the_letters_around() -> None:
    sizes = [font_size(text, 20) for text in ("50%", "smaller", "medium", "1.5em", "inherit", "-3px")]
    assert sizes == [10, pytest.approx(50 / 3), 16, 30, 20, None]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("#0f0", Colour(0, 255, 0)),
        ("#00ff0080", Colour(0, 255, 0, 128 / 255)),
        ("Rebeccapurple", Colour(102, 51, 153)),
        ("rgb(100% 0 0 / 50%)", Colour(255, 0, 0, 0.5)),
        ("hsl(120, 100%, 50%)", Colour(0, 255, 0)),
        ("hwb(0 100% 0%)", Colour(255, 255, 255)),
        ("oklch(1 0 0)", Colour(255, 255, 255)),
        ("colour", None),
        ("color(srgb 1 1 1)", None),
    ],
)
def test_colours_are_those_of_browsers(text: str, made: Colour | None) -> None:
    assert colour(text) == (None if made is None else pytest.approx(made, abs=0.5))


def test_attributes_name_colours_by_rules_of_their_own() -> None:
    assert [legacy(text) for text in ("#fff", "ff0000", "chucknorris", "")] == [
        Colour(255, 255, 255),
        Colour(255, 0, 0),
        Colour(192, 0, 0),
        None,
    ]


def test_the_place_of_a_cell_is_that_which_it_has_once_the_markup_is_mended() -> None:
    page = (
        "<!DOCTYPE html><style>td:nth-child(3) { display: none } td:last-child { color: red }</style>"
        "<table><tr><td>规章<td><div>12<td>7<tr><td>文件<td>5<td>6</table>"
    )
    found = read(page)
    assert [cell.text for cell in found.grids[0].cells] == ["规章", "12", "文件", "5"]
