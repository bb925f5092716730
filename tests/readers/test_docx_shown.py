"""A cell of a Word file is what its page shows. The pages were printed with an office program and looked at."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from test_read_docx import p, package, tbl, tc, texts, tr

from govdisclose.document import DEFAULT_LIMITS, Document
from govdisclose.readers.docx import READER

UNREAD = "\ufffc"
SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "x": "urn:example:extension",
        "y": "urn:example:unknown",
    }.items()
)
SPACES += ' mc:Ignorable="w14 x" mc:ProcessContent="x:through"'


def val(name: str, value: object = None) -> str:
    return f"<w:{name}/>" if value is None else f'<w:{name} w:val="{value}"/>'


def run(text: str, *properties: str) -> str:
    return f'<w:r><w:rPr>{"".join(properties)}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def style(name: str, *inside: str, kind: str = "character", base: str = "", usual: bool = False) -> str:
    default = ' w:default="1"' if usual else ""
    based = val("basedOn", base) if base else ""
    return f'<w:style w:type="{kind}"{default} w:styleId="{name}">{based}{"".join(inside)}</w:style>'


def rpr(*properties: str) -> str:
    return f"<w:rPr>{''.join(properties)}</w:rPr>"


def shd(fill: str, pattern: str = "clear", ink: str = "auto") -> str:
    return f'<w:shd w:val="{pattern}" w:color="{ink}" w:fill="{fill}"/>'


def mark(kind: str, data: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{data}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>'


def field(text: str, *result: str) -> str:
    return mark("begin") + code(text) + mark("separate") + "".join(result) + mark("end")


def bare(text: str, data: str = "") -> str:
    return mark("begin", data) + code(text) + mark("end")


def fill(inside: str) -> str:
    return f"<w14:textFill>{inside}</w14:textFill>"


def solid(value: str, alpha: str = "") -> str:
    change = f'<w14:alpha w14:val="{alpha}"/>' if alpha else ""
    return fill(f'<w14:solidFill><w14:srgbClr w14:val="{value}">{change}</w14:srgbClr></w14:solidFill>')


def inline(graphic: str, about: str = '<wp:docPr id="1"/>', size: tuple[int, int] = (90000, 120000)) -> str:
    extent = f'<wp:extent cx="{size[0]}" cy="{size[1]}"/>'
    return f"<w:r><w:drawing><wp:inline>{extent}{about}{graphic}</wp:inline></w:drawing></w:r>"


def anchored(graphic: str, size: tuple[int, int]) -> str:
    return inline(graphic, size=size).replace("wp:inline", "wp:anchor")


def graphic(uri: str, inside: str = "") -> str:
    return f'<a:graphic><a:graphicData uri="urn:x/{uri}">{inside}</a:graphicData></a:graphic>'


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


def math(inside: str) -> str:
    return f"<m:oMath>{inside}</m:oMath>"


def mr(text: str, properties: str = "") -> str:
    return f"<m:r>{properties}<m:t>{text}</m:t></m:r>"


RAISED = val("vertAlign", "superscript")
PICTURE = graphic("picture", "<a:blip/>")
LIST = f"<w:ffData><w:ddList>{val('result', 1)}{val('listEntry', '9')}{val('listEntry', '12')}</w:ddList></w:ffData>"
STYLES = (
    f"<w:styles {SPACES}><w:docDefaults><w:rPrDefault>{rpr(val('sz', 21))}</w:rPrDefault></w:docDefaults>"
    + style("Usual", kind="paragraph", usual=True)
    + style("Hidden", rpr(val("vanish")))
    + style("HiddenToo", base="Hidden")
    + style("Shown", rpr(val("vanish", 0)), base="Hidden")
    + style("Struck", rpr(val("strike")))
    + style("StruckTwice", rpr(val("dstrike")))
    + style("Raised", rpr(RAISED))
    + style("RaisedToo", base="Raised")
    + style("White", rpr(val("color", "FFFFFF")))
    + style("Tiny", rpr(val("sz", 2)))
    + style("Round", rpr(val("vanish")), base="RoundToo")
    + style("RoundToo", base="Round")
    + style("HiddenLine", rpr(val("vanish")), kind="paragraph", base="Usual")
    + style("StruckLine", rpr(val("strike")), kind="paragraph")
    + style("WhiteLine", rpr(val("color", "FFFFFF")), kind="paragraph")
    + style("DarkLine", f"<w:pPr>{shd('000000')}</w:pPr>", kind="paragraph")
    + style(
        "Headed",
        f'<w:tblStylePr w:type="firstRow">{rpr(val("color", "FFFFFF"))}<w:tcPr>{shd("203864")}</w:tcPr>'
        "</w:tblStylePr>",
        kind="table",
    )
    + style("HiddenTable", rpr(val("vanish")), kind="table")
    + "</w:styles>"
)


def read(body: str, **parts: str) -> Document:
    return READER.read(package(body, SPACES, **({"styles": STYLES} | parts)), DEFAULT_LIMITS)


def shown(cell: str, *properties: str, **parts: str) -> tuple[str, list[str]]:
    """The text of a cell, and the kinds of finding that are told of it."""
    held = f"<w:tc><w:tcPr>{''.join(properties)}</w:tcPr>{cell}</w:tc>"
    document = read(tbl(tr(tc("规章"), held), tr(tc("总计"), tc("7"))), **parts)
    assert [text.text for text in document.grids[0].cells if text.column == 0] == ["规章", "总计"]
    assert {str(item.at) for item in document.findings} <= {"table 1, row 1, column 2"}
    return document.grids[0].cells[1].text, [item.kind for item in document.findings]


def check(cases: Iterable[tuple[str, str, str]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("content", "text", "kinds"), cases)


TWELVE = run("12")

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


def test_the_ground_of_a_cell_decides_what_is_seen_on_it() -> None:
    white, black = par(run("12", val("color", "FFFFFF"))), par(run("12", val("color", "000000")))
    assert shown(white, shd("1F3864")) == ("12", [])
    assert shown(black, shd("000000")) == ("", ["cell-unseen"])
    assert shown(par(TWELVE), shd("000000")) == ("12", [])
    assert shown(par(run("12", val("color", "808080"))), shd("7F7F7F")) == ("", ["cell-unseen"])


def test_the_ground_of_a_table_or_a_row_decides_where_the_cell_says_nothing() -> None:
    white = f"<w:tc>{par(run('12', val('color', 'FFFFFF')))}</w:tc>"
    row = tr(tc("规章"), white)
    dark = shd("1F3864")
    assert texts(read(tbl(row).replace("<w:tblPr/>", f"<w:tblPr>{dark}</w:tblPr>"))) == ["规章|12"]
    assert texts(read(tbl(row.replace("<w:trPr>", f"<w:tblPrEx>{dark}</w:tblPrEx><w:trPr>")))) == ["规章|12"]
    assert texts(read(tbl(row))) == ["规章|"]


def headed(look: str) -> str:
    row = tr(tc("规章"), tc("12"))
    body = tbl(row, row)
    return body.replace("<w:tblPr/>", f"<w:tblPr>{val('tblStyle', 'Headed')}<w:tblLook {look}/></w:tblPr>")


def test_white_letters_of_a_table_style_are_seen_on_its_own_ground() -> None:
    for look in ('w:firstRow="1" w:noHBand="1" w:noVBand="1"', 'w:val="0620"', 'w:firstRow="0"'):
        document = read(headed(look))
        assert (texts(document), document.findings) == (["规章|12|规章|12"], ())


def test_a_row_of_a_table_style_that_a_cell_paints_white_is_not_seen() -> None:
    body = headed('w:firstRow="1"').replace("<w:tcPr></w:tcPr>", f"<w:tcPr>{shd('FFFFFF')}</w:tcPr>", 2)
    document = read(body)
    assert texts(document) == ["||规章|12"]
    assert [item.kind for item in document.findings] == ["cell-unseen"] * 2


def test_a_table_style_can_hide_all_of_it() -> None:
    hidden = f"<w:tblPr>{val('tblStyle', 'HiddenTable')}</w:tblPr>"
    document = read(tbl(tr(tc("规章"), tc("12"))).replace("<w:tblPr/>", hidden) + p("后"))
    assert texts(document) == ["|", "后"]


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
