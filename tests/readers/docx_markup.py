"""Markup of Word documents, piece by piece, and what is read of a cell of it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from docx_samples import package, tbl, tc, tr

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


def bare(text: str, data: str = "") -> str:
    return mark("begin", data) + code(text) + mark("end")


def fill(inside: str) -> str:
    return f"<w14:textFill>{inside}</w14:textFill>"


def inline(graphic: str, about: str = '<wp:docPr id="1"/>', size: tuple[int, int] = (90000, 120000)) -> str:
    extent = f'<wp:extent cx="{size[0]}" cy="{size[1]}"/>'
    return f"<w:r><w:drawing><wp:inline>{extent}{about}{graphic}</wp:inline></w:drawing></w:r>"


def graphic(uri: str, inside: str = "") -> str:
    return f'<a:graphic><a:graphicData uri="urn:x/{uri}">{inside}</a:graphicData></a:graphic>'


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
