"""A cell of a Word file is what its page shows. The pages were printed with an office program and looked at."""

from __future__ import annotations

import pytest
from docx_markup import (
    LIST,
    PICTURE,
    RAISED,
    TWELVE,
    UNREAD,
    bare,
    check,
    code,
    fill,
    graphic,
    inline,
    mark,
    math,
    mr,
    par,
    read,
    rpr,
    run,
    shd,
    shown,
    val,
)
from docx_samples import p, tbl, tc, texts, tr


def field(text: str, *result: str) -> str:
    return mark("begin") + code(text) + mark("separate") + "".join(result) + mark("end")


def solid(value: str, alpha: str = "") -> str:
    change = f'<w14:alpha w14:val="{alpha}"/>' if alpha else ""
    return fill(f'<w14:solidFill><w14:srgbClr w14:val="{value}">{change}</w14:srgbClr></w14:solidFill>')


def anchored(graphic: str, size: tuple[int, int]) -> str:
    return inline(graphic, size=size).replace("wp:inline", "wp:anchor")


def boxed(text: str) -> str:
    return f"<wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx>"


def vml(inside: str, attributes: str = 'style="width:40pt;height:15pt"') -> str:
    return f"<w:r><w:pict><v:shape {attributes}>{inside}</v:shape></w:pict></w:r>"


def ruby(base: str, gloss: str) -> str:
    return f"<w:r><w:ruby><w:rt>{run(gloss)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase></w:ruby></w:r>"


def sym(font: str, char: str, *properties: str) -> str:
    return f'<w:r>{rpr(*properties)}<w:sym w:font="{font}" w:char="{char}"/></w:r>'


def note(attributes: str = "", *properties: str, after: str = "") -> str:
    return f"<w:r>{rpr(*properties)}<w:footnoteReference {attributes}/>{after}</w:r>"


def choice(needs: str, first: str, other: str, more: str = "") -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{needs}">{first}</mc:Choice>{more}'
        f"<mc:Fallback>{other}</mc:Fallback></mc:AlternateContent>"
    )


HARMLESS = [
    par(run("12", val("u", "single"))),
    par(run("12", val("strike", 0), val("dstrike", 0), val("vanish", "false"))),
    par(run("12", val("vertAlign", "baseline"), val("position", 0), val("w", 100))),
    par(run("1"), '<w:bookmarkStart w:id="1" w:name="b"/>', run("2"), '<w:bookmarkEnd w:id="1"/>'),
    par(run("1"), "<w:proofErr/>", "<w:permStart/>", run("2"), "<w:commentRangeEnd/>"),
    par("<w:r><w:lastRenderedPageBreak/><w:t>1</w:t><w:softHyphen/><w:t>2</w:t><w:commentReference/></w:r>"),
    par(TWELVE, note("", RAISED)),
    par(TWELVE, note("", val("rStyle", "Raised"))),
    par(TWELVE, note("", val("rStyle", "NotInTheSheet"))),
    par(run("12", val("color", "000000"), shd("auto"))),
    par(run("12", val("color", "FF0000"), val("highlight", "yellow"))),
    par(run("12", val("color", "D9D9D9"))),
    par(run("12", val("color", "FFFFFF"), shd("000000"))),
    par(run("12", val("color", "FFFFFF"), val("highlight", "blue"))),
    par(run("12", val("color", "FFFFFF"), shd("auto", "solid"))),
    par(run("12", shd("000000"))),
    par(run("12", val("color", "FFFFFF")), properties=val("pStyle", "DarkLine")),
    par(TWELVE, properties=val("pStyle", "DarkLine")),
    par(run("12", val("color", "FFFFFF"), solid("000000"))),
    par(run("12", solid("000000", "40000"))),
    par(run("12", val("rStyle", "Shown"))),
    par(run("12", val("vanish", 0)), properties=val("pStyle", "HiddenLine")),
    par(run("12", val("strike", 0)), properties=val("pStyle", "StruckLine")),
    par(TWELVE, properties=rpr(val("vanish"), val("strike"))),
    par(run("12", f'<w:rPrChange w:id="1">{rpr(val("strike"), val("vanish"))}</w:rPrChange>')),
    par(
        TWELVE, properties=f'<w:pPrChange w:id="1"><w:pPr>{val("pStyle", "HiddenLine")}</w:pPr></w:pPrChange>'
    ),
    par(run("1", val("position", 6)), run("2", val("position", 6))),
    par(run("1"), run("2", val("position", 2))),
    par(run("1"), run("2", val("sz", 18))),
    par(run("12", val("rStyle", "Hidden"), val("vanish", 0))),
    par(run("12", val("rStyle", "HiddenLine"))),  # a style of paragraphs, which a run cannot have
    par(run("1", val("rtl", 1)), run("2", val("rtl", 1))),
    par(f'<w:dir w:val="rtl">{TWELVE}</w:dir>'),
    par(f'<w:bdo w:val="ltr">{TWELVE}</w:bdo>'),
    par(TWELVE, properties=val("bidi")),
    par(ruby("12", "3")),
    par(field("DOCPROPERTY x", TWELVE)),
    par(field(f"IF {field('DOCPROPERTY y', run('9'))}", TWELVE)),
    par(TWELVE, bare('XE "规章"')),
    par(f'<w:fldSimple w:instr="DOCPROPERTY x">{TWELVE}</w:fldSimple>'),
    par(f'<w:hyperlink w:anchor="x">{TWELVE}</w:hyperlink>'),
    par(run("1"), mark("begin"), run("2")),
    par(choice("w14", TWELVE, run("34"))),
    par(choice("x", run("34"), TWELVE)),
    par(choice("nowhere", run("34"), TWELVE)),
    par(choice("x", run("34"), run("56"), f'<mc:Choice Requires="w14 wps">{TWELVE}</mc:Choice>')),
    par(TWELVE, f"<x:shape>{run('3')}</x:shape>"),
    par(f"<x:through>{TWELVE}</x:through>"),
    par("<w:r>", "<x:mark/><w:t>12</w:t></w:r>"),
    par("<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>", TWELVE, "</w:sdtContent></w:sdt>"),
    par(
        "<w:sdt><w:sdtPr><w:showingPlcHdr w:val='0'/></w:sdtPr><w:sdtContent>",
        TWELVE,
        "</w:sdtContent></w:sdt>",
    ),
    par(math(mr("12"))),
    par(
        math(
            f'<w:del w:id="1">{mr("3")}</w:del><w:ins w:id="2">{mr("12", "<m:rPr><m:nor/></m:rPr>")}</w:ins>'
        )
    ),
    par(f'<w:del w:id="1">{run("9")}</w:del>', TWELVE, f'<w:moveFrom w:id="2">{run("9")}</w:moveFrom>'),
    par(TWELVE, inline(PICTURE, '<wp:docPr id="1" hidden="1"/>')),
    par(TWELVE, inline(PICTURE, size=(9525, 9525))),
    par(TWELVE, anchored(PICTURE, (1440000, 1440000))),
    par(TWELVE, vml("<v:imagedata/>", 'style="position:absolute;width:120pt;height:120pt"')),
    par(TWELVE, vml("<v:imagedata/>", 'style="width:12pt;height:12pt;visibility:hidden"')),
    par(inline(graphic("wordprocessingShape", boxed("12")), size=(500000, 200000))),
    par(sym("Symbol", "F031"), sym("Symbol", "F032")),
    par(run("1"), sym("Arial", "0032")),
    par(run("1"), bare('SYMBOL 50 \\f "Arial"')),
    par(run("1"), bare("SYMBOL 0x32 \\f SimSun \\* MERGEFORMAT")),
    par(run("1"), mark("begin"), code('SYMBOL 50 \\f "Arial"'), mark("separate"), run("("), mark("end")),
    par(bare("FORMDROPDOWN", LIST)),
]


@pytest.mark.parametrize("content", HARMLESS)
def test_what_changes_nothing_on_the_page_changes_nothing(content: str) -> None:
    text, kinds = shown(content)
    assert (text.strip(), kinds) == ("12", [])


@pytest.mark.parametrize(
    "properties",
    [
        val("strike"),
        val("dstrike"),
        val("rStyle", "Struck"),
        val("rStyle", "StruckTwice"),
        val("rStyle", "Struck") + val("vertAlign", "superscript"),
    ],
)
def test_struck_digits_are_not_there(properties: str) -> None:
    assert shown(par(run("12", properties), run("15"))) == ("15", ["text-struck-out"])
    assert shown(par(run("12", properties))) == (UNREAD, ["cell-struck-out"])


def test_a_style_of_the_paragraph_strikes_all_but_what_says_no() -> None:
    content = par(run("12"), run("15", val("strike", 0)), properties=val("pStyle", "StruckLine"))
    assert shown(content) == ("15", ["text-struck-out"])


@pytest.mark.parametrize(
    ("properties", "why"),
    [
        (val("vanish"), "hidden"),
        (val("rStyle", "Hidden"), "hidden"),
        (val("rStyle", "HiddenToo"), "hidden"),
        (val("rStyle", "Round"), "hidden"),
        (val("color", "FFFFFF"), "colour"),
        (val("color", "FDFDFD"), "colour"),
        ('<w:color w:val="auto" w:themeColor="background1"/>', "colour"),
        (val("rStyle", "White"), "colour"),
        (val("color", "000000") + shd("000000"), "colour"),
        (val("color", "FFFF00") + val("highlight", "yellow"), "colour"),
        (val("color", "7F7F7F") + shd("FFFFFF", "pct50", "000000"), "colour"),
        (solid("FFFFFF"), "colour"),
        (val("sz", 2), "small"),
        (val("sz", "1pt"), "small"),
        (val("rStyle", "Tiny"), "small"),
        (val("w", 1), "small"),
        (fill("<w14:noFill/>"), "transparent"),
        (solid("000000", "100000"), "transparent"),
    ],
)
def test_digits_that_cannot_be_seen_are_not_there(properties: str, why: str) -> None:
    assert shown(par(TWELVE, run("3", properties))) == ("12", ["text-unseen"])
    assert shown(par(run("3", properties), TWELVE)) == ("12", ["text-unseen"])
    assert shown(par(run("3", properties))) == ("", ["cell-unseen"])
    document = read(tbl(tr(tc("规章"), f"<w:tc>{par(run('3', properties))}</w:tc>")))
    assert [item.facts["why"] for item in document.findings] == [why]


@check(
    [
        (par(run("3"), properties=val("pStyle", "HiddenLine")) + par(TWELVE), "\n12", "text-unseen"),
        (par(TWELVE) + par(run("3"), properties=val("pStyle", "WhiteLine")), "12\n", "text-unseen"),
        # hidden text takes no room: the digits on both sides stand together
        (par(run("1"), run("9", val("vanish")), run("2")), "12", "text-unseen"),
        (
            par(run("1"), run("9", val("color", "FFFFFF")), run("2")),
            f"1{UNREAD}2",
            "text-unseen number-divided",
        ),
    ]
)
def test_what_is_not_seen_is_left_out_wherever_it_stands(content: str, text: str, kinds: str) -> None:
    assert shown(content) == (text, kinds.split())


@pytest.mark.parametrize(
    "marked",
    [
        run("1", RAISED),
        run("1", val("vertAlign", "subscript")),
        run("1", val("rStyle", "Raised")),
        run("1", val("rStyle", "RaisedToo")),
        run("1", val("position", 6)),
        run("1", val("position", -8)),
        run("1", val("sz", 14)),
        run("*", val("sz", 12)),
        sym("Symbol", "F031", RAISED),
        note('w:customMarkFollows="1"', RAISED, after="<w:t>1</w:t>"),
        note('w:customMarkFollows="1"', after="<w:t>1</w:t>"),
    ],
)
def test_a_raised_or_small_sign_after_digits_is_a_mark(marked: str) -> None:
    assert shown(par(TWELVE, marked)) == ("12", ["mark-left-out"])
    assert shown(par(marked, TWELVE)) == (f"12{UNREAD}", ["mark-uncertain"])


def test_a_mark_on_a_label_is_left_out_and_told() -> None:
    label = f"<w:tc>{par(run('规章'), run('1', RAISED))}</w:tc>"
    document = read(tbl(tr(label, tc("12")), tr(tc("总计"), tc("7"))))
    assert texts(document) == ["规章|12|总计|7"]
    assert [item.kind for item in document.findings] == ["mark-left-out"]


def test_small_words_of_a_label_and_small_digits_of_prose_are_no_marks() -> None:
    small = val("sz", 14)
    assert shown(par(run("部分公开"), run("（区分处理）", small))) == ("部分公开（区分处理）", [])
    body = par(run("示例市"), run("2023", small), run("年"))
    assert texts(read(body + tbl(tr(f"<w:tc>{body}</w:tc>")))) == ["示例市2023年"] * 2


@check(
    [
        (par(TWELVE, inline(PICTURE)), f"12{UNREAD}", "cell-not-read"),
        (par(inline(PICTURE)), UNREAD, "cell-is-picture"),
        (par(TWELVE, anchored(PICTURE, (90000, 120000))), f"12{UNREAD}", "cell-not-read"),
        (par(inline(graphic("chart"))), UNREAD, "cell-not-read"),
        (par(inline(graphic("diagram"))), UNREAD, "cell-not-read"),
        (par(run("1"), inline(graphic("wordprocessingShape", "<wps:wsp/>"))), f"1{UNREAD}", "cell-not-read"),
        (par(vml('<v:textpath string="12"/>')), UNREAD, "cell-not-read"),
        (
            par(vml('<v:textpath string="12"/>', 'style="position:absolute;width:30pt;height:15pt"')),
            UNREAD,
            "cell-not-read",
        ),
        (par("<w:r><w:object><o:OLEObject/></w:object></w:r>"), UNREAD, "cell-not-read"),
        (par("<w:r><w:object><w:control/></w:object></w:r>"), UNREAD, "cell-not-read"),
        (par(choice("w14", "<w14:contentPart/>", TWELVE)), UNREAD, "cell-not-read"),
        ("<w:altChunk/>" + par(), f"{UNREAD}\n", "cell-not-read"),
        (par(TWELVE) + "<w:altChunk/>", f"12\n{UNREAD}", "cell-not-read"),
        (par(run("1"), sym("Wingdings", "F032")), f"1{UNREAD}", "cell-not-read"),
        (par(run("1"), sym("Unheard Of", "0032")), f"1{UNREAD}", "cell-not-read"),
        (par(run("1"), run("2", '<w:rFonts w:ascii="Wingdings"/>')), f"1{UNREAD}", "cell-not-read"),
        (par(run("1"), bare('SYMBOL 50 \\f "Wingdings"')), f"1{UNREAD}", "cell-not-read"),
        (par(run("1"), bare("EQ \\o(2)")), f"1{UNREAD}", "cell-not-read"),
        (par(run("1"), bare("= 1 + 1")), f"1{UNREAD}", "cell-not-read"),
        (par(run("1"), '<w:fldSimple w:instr="SEQ x"/>'), f"1{UNREAD}", "cell-not-read"),
        (par(bare("FORMDROPDOWN")), UNREAD, "cell-not-read"),
        (par(bare("FORMCHECKBOX")), UNREAD, "cell-not-read"),
        (par("<w:r><w:t>1</w:t><w:pgNum/></w:r>"), f"1{UNREAD}", "cell-not-read"),
        (par(run("1"), f"<y:shape>{run('2')}</y:shape>"), f"1{UNREAD}", "cell-not-read"),
        (par(run("1"), f"<w:novelty>{run('2')}</w:novelty>"), f"1{UNREAD}", "cell-not-read"),
        (par(TWELVE, note()), f"12{UNREAD}", "cell-not-read"),
        (par(f'<w:bdo w:val="rtl">{TWELVE}</w:bdo>'), UNREAD, "cell-not-read"),
        (par(f'<w:dir w:val="rtl">{run("1-2")}</w:dir>'), UNREAD, "cell-not-read"),
        (par(run("1"), run("2", val("rtl"))), f"1{UNREAD}", "cell-not-read"),
        (par(run("12", '<w:eastAsianLayout w:combine="1"/>')), UNREAD, "cell-not-read"),
        (par(run("12", val("spacing", -200))), UNREAD, "cell-not-read"),
        (par(run("12", val("specVanish"))), UNREAD, "cell-not-read"),
        (par(run("12", val("webHidden"))), UNREAD, "cell-not-read"),
        (
            par(run("12", val("rStyle", "Hidden")), properties=val("pStyle", "HiddenLine")),
            UNREAD,
            "cell-not-read",
        ),
        (par(TWELVE, properties='<w:spacing w:line="20" w:lineRule="exact"/>'), UNREAD, "cell-not-read"),
        (
            par(math(f"<m:sSup><m:e>{mr('3')}</m:e><m:sup>{mr('2')}</m:sup></m:sSup>")),
            UNREAD,
            "cell-not-read",
        ),
        (
            par(
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>",
                TWELVE,
                "</w:sdtContent></w:sdt>",
            ),
            f"12{UNREAD}",
            "cell-not-read",
        ),
        (
            par(TWELVE, anchored(graphic("wordprocessingShape", "<wps:cNvCnPr/>"), (300000, 0))),
            f"12{UNREAD}",
            "cell-not-read",
        ),
        (
            par(anchored(graphic("wordprocessingShape", boxed("3")), (500000, 200000))),
            f"\n3\n{UNREAD}",
            "cell-not-read",
        ),
    ]
)
def test_a_cell_that_shows_what_is_not_read_has_no_value(content: str, text: str, kinds: str) -> None:
    assert shown(content) == (text, kinds.split())


def test_the_words_beside_a_slanting_line_are_read() -> None:
    words = par(anchored(graphic("wordprocessingShape", boxed("项目")), (500000, 200000)))
    assert shown(words) == ("\n项目", [])


def test_a_number_under_a_slanting_border_is_crossed_out() -> None:
    borders = f"<w:tcBorders>{val('tl2br', 'single')}</w:tcBorders>"
    assert shown(par(TWELVE), borders) == (f"12{UNREAD}", ["cell-not-read"])
    assert shown(par(run("项目")), borders) == ("项目", [])
    assert shown(par(), borders) == ("", [])
    assert shown(par(TWELVE), borders.replace("single", "nil")) == ("12", [])


def test_a_row_lower_than_its_text_has_no_value() -> None:
    low = tr(tc("规章"), tc("12"), properties='<w:trHeight w:val="20" w:hRule="exact"/>')
    assert texts(read(tbl(low, tr(tc("总计"), tc("7"))))) == [f"{UNREAD}|{UNREAD}|总计|7"]
    least = low.replace("exact", "atLeast")
    assert texts(read(tbl(least, tr(tc("总计"), tc("7"))))) == ["规章|12|总计|7"]


def test_a_prompt_in_a_control_around_a_cell_is_no_number() -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{tc('0')}</w:sdtContent></w:sdt>"
    assert texts(read(tbl(tr(tc("规章"), control)))) == [f"规章|0{UNREAD}"]
    assert texts(read(tbl(tr(tc("规章"), control.replace(">0<", ">点击输入<"))))) == ["规章|点击输入"]
