"""Noise in the cells of a Word document: fields, symbols, controls, pictures, formulas, order, lines; see ``cells``."""

from __future__ import annotations

from govdisclose.testing._cell_noise import Seen
from govdisclose.testing._cells_docx import PLAIN, docx_noise, run

__all__ = ["CONTROLS", "FIELDS", "LABEL_THINGS", "LINES", "ORDER", "THINGS"]

# Of what the format says and the program that prints does otherwise, ``printed`` is what was seen on its pages.
_NUMBER, _BLANK, _NONE, _OTHER = Seen.NUMBER, Seen.BLANK, Seen.NO_NUMBER, Seen.OTHER
_INLINE = (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="76200" cy="114300"/>'
    '<wp:docPr id="5$id" name="p$id"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="5$id" name="p$id"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="rIdPicture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="76200" cy="114300"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
_SHAPE = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="254000" cy="177800"/>'
    '<wp:docPr id="6$id" name="s$id"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
    'wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="254000" cy="177800"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:rPr><w:sz w:val="16"/>'
    '</w:rPr><w:t>{}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing>"
)


def _field(code: str, result: str | None) -> str:
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


_IMAGE = '<v:imagedata r:id="rIdPicture"/></v:shape>'


def _form(content: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="f$id"/><w:enabled/>{content}</w:ffData></w:fldChar>'
        "</w:r>"
    )


def _math(content: str) -> str:
    return f"<m:oMath>{content}</m:oMath>"


def _term(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


_DELETED = 'w:id="9$id" w:author="甲" w:date="2023-01-05T09:00:00Z"'

# fmt: off
FIELDS = (
    docx_noise("field-symbol", run("$init") + _field("SYMBOL $code \\f Symbol", None)),
    docx_noise("field-equation", _field("EQ \\o($n)", None)),
    docx_noise("field-in-field", _field("IF 1 = 1 $n", PLAIN), printed=_OTHER),
    docx_noise("field-nested",
               '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE </w:instrText></w:r>'
               + _field("PAGE", run("$x")) +
               f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{PLAIN}<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    docx_noise("field-over-paragraphs",
               '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE </w:instrText></w:r></w:p><w:p>$ppr'
               '<w:r><w:instrText>$x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
               f'{PLAIN}<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    docx_noise("symbol", run("$init") + '<w:r><w:rPr>$size</w:rPr><w:sym w:font="Symbol" w:char="F03$last"/></w:r>'),
    docx_noise("symbol-dingbat", PLAIN + '<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>', _NONE),
    docx_noise("page-number-mark", PLAIN + "<w:r><w:pgNum/></w:r>", _NONE, printed=_NUMBER),
)

CONTROLS = (
    docx_noise("control-list",
               _form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="$x"/><w:listEntry w:val="$n"/></w:ddList>')
               + '<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    docx_noise("control-text",
               _form('<w:textInput><w:default w:val="$x"/></w:textInput>') + "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
               f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{PLAIN}<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    docx_noise("control-box",
               PLAIN + _form('<w:checkBox><w:sizeAuto/><w:checked/></w:checkBox>')
               + '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', _NONE),
    docx_noise("control-choice",
               '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value="$x"/><w:listItem w:value="$n"/></w:dropDownList></w:sdtPr>'
               f"<w:sdtContent>{PLAIN}</w:sdtContent></w:sdt>"),
)

THINGS = (
    docx_noise("picture-after", PLAIN + _INLINE, _NONE),
    docx_noise("picture-before", _INLINE + PLAIN, _NONE),
    docx_noise("picture-alone", _INLINE, _NONE),
    docx_noise("picture-vml",
               PLAIN + '<w:r><w:pict><v:shape style="width:8pt;height:12pt">' + _IMAGE + "</w:pict></w:r>",
               _NONE),
    docx_noise("object",
               PLAIN + '<w:r><w:object><v:shape id="o$id" style="width:8pt;height:12pt">' + _IMAGE +
               '<o:OLEObject Type="Embed" ProgID="Package" ShapeID="o$id" DrawAspect="Content" ObjectID="_$id"/></w:object>'
               "</w:r>",
               _NONE),
    # without a frame and in small letters it stands after the number as a raised mark does
    docx_noise("text-box", PLAIN + f"<w:r>{_SHAPE.format('$x')}</w:r>", _NONE, printed=_NUMBER),
    docx_noise("text-box-alone", f"<w:r>{_SHAPE.format('$n')}</w:r>"),
    docx_noise("word-art",
               '<w:r><w:pict><v:shape style="width:30pt;height:12pt" type="#_x0000_t136" fillcolor="black">'
               '<v:textpath style="font-family:SimSun" string="$n"/></v:shape></w:pict></w:r>', _NONE, printed=_BLANK),
    docx_noise("line-drawn",
               PLAIN + '<w:r><w:pict><v:line style="position:absolute;z-index:1" from="0,6pt" to="24pt,6pt" strokecolor="black"/>'
               "</w:pict></w:r>"),
    docx_noise("choice-not-understood",
               f'<mc:AlternateContent><mc:Choice Requires="far">{run("$x")}</mc:Choice><mc:Fallback>{PLAIN}</mc:Fallback>'
               "</mc:AlternateContent>"),
    docx_noise("embedded-page", f'</w:p><w:altChunk r:id="rIdChunk"/><w:p>$ppr{PLAIN}', _NONE, printed=_NUMBER),
    docx_noise("formula", _math(_term("$n")), printed=_OTHER),
    docx_noise("formula-deleted",
               _math(f'<w:del {_DELETED}><m:r><m:t>$x</m:t></m:r></w:del>' + _term("$n")), printed=_OTHER),
    docx_noise("formula-power",
               _math(f"<m:sSup><m:e>{_term('$head')}</m:e><m:sup>{_term('$tail')}</m:sup></m:sSup>"), _NONE, printed=_OTHER),
    docx_noise("formula-fraction",
               _math(f"<m:f><m:num>{_term('$head')}</m:num><m:den>{_term('$tail')}</m:den></m:f>"), _NONE, printed=_OTHER),
    docx_noise("counted-item", PLAIN, _NONE, paragraph='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'),
)

ORDER = (
    docx_noise("order-character", run("\u202e$turned\u202c")),
    docx_noise("order-turned", '<w:bdo w:val="rtl">' + run("$turned") + "</w:bdo>", printed=_OTHER),
    docx_noise("order-two-lines-in-one",
               run("$n", '<w:eastAsianLayout w:id="$id" w:combine="1"/>'), _NONE, printed=_NUMBER),
    docx_noise("order-upright", run("$n", '<w:eastAsianLayout w:id="$id" w:vert="1"/>')),
    docx_noise("order-right-to-left-digits", run("$n", "<w:rtl/>")),
    docx_noise("turned-cell", PLAIN, cell='<w:textDirection w:val="btLr"/>'),
)

LINES = (
    docx_noise("lines-br", run("$head") + "<w:r><w:br/></w:r>" + run("$tail"), _NONE),
    docx_noise("lines-cr", run("$head") + "<w:r><w:cr/></w:r>" + run("$tail"), _NONE),
    docx_noise("lines-paragraphs", run("$head") + "</w:p><w:p>$ppr" + run("$tail"), _NONE),
    docx_noise("lines-table",
               '</w:p><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="400"/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p>'
               + run("$head") + "</w:p></w:tc></w:tr></w:tbl><w:p>$ppr" + run("$tail"), _NONE),
    docx_noise("apart-tab", run("$head") + "<w:r><w:tab/></w:r>" + run("$tail"), _NONE, printed=_OTHER),
)

LABEL_THINGS = (
    docx_noise("label-picture", _INLINE, _NONE, on="label"),
    docx_noise("label-control",
               f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{PLAIN}</w:sdtContent></w:sdt>", on="label"),
)
