"""Noise in the cells of a Word document: marks, lines through, what is hidden, tracked changes; see ``cells``."""

from __future__ import annotations

from govdisclose.testing._cell_noise import CellNoise, On, Seen

__all__ = [
    "CHANGED",
    "HARMLESS",
    "LABELS",
    "MARKS",
    "PLAIN",
    "SHOWN",
    "STRUCK",
    "UNSEEN",
    "docx_noise",
    "run",
]

_NUMBER, _BLANK, _NONE, _OTHER = Seen.NUMBER, Seen.BLANK, Seen.NO_NUMBER, Seen.OTHER


def run(text: str, properties: str = "") -> str:
    """A run of the size of its cell, or of the size in its properties."""
    size = "" if "<w:sz " in properties else "$size"
    return f'<w:r><w:rPr>{properties}{size}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


PLAIN = run("$n")


def docx_noise(
    name: str,
    markup: str,
    seen: Seen = _NUMBER,
    *,
    cell: str = "",
    paragraph: str = "",
    styles: str = "",
    on: On = "entry",
    printed: Seen | None = None,
    harmless: bool = False,
) -> CellNoise:
    """A noise of a Word document."""
    return CellNoise(name, "docx", on, seen, markup, cell, paragraph, styles, printed, harmless)


def _beside(
    name: str, properties: str, *, styles: str = "", cell: str = "", printed: Seen | None = None
) -> CellNoise:
    """Digits after the number, of these properties."""
    return docx_noise(name, PLAIN + run("$x", properties), styles=styles, cell=cell, printed=printed)


def _style(properties: str, *, kind: str = "character", name: str = "x", base: str = "") -> str:
    below = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{name}$id"><w:name w:val="{name}$id"/>{below}'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )


_BY_STYLE = '<w:rStyle w:val="x$id"/>'
_CHANGE = 'w:id="9$id" w:author="甲" w:date="2023-01-05T09:00:00Z"'
_NOTE = '<w:vertAlign w:val="superscript"/>'
_CELL_STYLE = "TableText"
_LINKED = run("$n", '<w:u w:val="single"/><w:color w:val="0563C1"/>')

# fmt: off
MARKS = (
    _beside("raised", _NOTE),
    _beside("lowered", '<w:vertAlign w:val="subscript"/>'),
    _beside("raised-style", _BY_STYLE, styles=_style(_NOTE)),
    _beside("raised-style-inherited", _BY_STYLE, styles=_style(_NOTE, name="y") + _style("<w:b/>", base="y$id")),
    _beside("raised-position", '<w:position w:val="8"/><w:sz w:val="12"/>'),
    _beside("small", '<w:sz w:val="10"/>'),
    docx_noise("raised-note-of-its-own",
               PLAIN + f'<w:r><w:rPr>{_NOTE}</w:rPr><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>$x</w:t></w:r>'),
    docx_noise("raised-before", run("$x", _NOTE) + PLAIN, _NONE),
    docx_noise("raised-inside", run("$head") + run("$x", _NOTE) + run("$tail"), _NONE),
    docx_noise("raised-alone", run("$n", _NOTE), _NONE, printed=_NUMBER),
    docx_noise("gloss",
               '<w:r><w:ruby><w:rubyPr><w:hps w:val="8"/></w:rubyPr><w:rt>' + run("$x", '<w:sz w:val="8"/>') + "</w:rt>"
               f"<w:rubyBase>{PLAIN}</w:rubyBase></w:ruby></w:r>"),
)

STRUCK = (
    docx_noise("struck", run("$x", "<w:strike/>") + run(" ") + PLAIN),
    docx_noise("struck-twice", run("$x", "<w:dstrike/>") + run(" ") + PLAIN),
    docx_noise("struck-after", PLAIN + run(" $x", '<w:strike w:val="on"/>')),
    docx_noise("struck-style", run("$x", _BY_STYLE) + run(" ") + PLAIN, styles=_style("<w:strike/>")),
    docx_noise("struck-style-inherited", run("$x", _BY_STYLE) + run(" ") + PLAIN,
               styles=_style("<w:strike/>", name="y") + _style("<w:i/>", base="y$id")),
    docx_noise("struck-alone", run("$n", "<w:strike/>"), _NONE),
    docx_noise("struck-paragraph-style", PLAIN, _NONE, paragraph='<w:pStyle w:val="p$id"/>',
               styles=_style("<w:strike/>", kind="paragraph", name="p", base=_CELL_STYLE)),
    docx_noise("struck-inside", run("$head") + run("$x", "<w:strike/>") + run("$tail"), _NONE),
)

CHANGED = (
    docx_noise("changed-deleted-inserted",
               f'<w:del {_CHANGE}><w:r><w:delText>$x</w:delText></w:r></w:del><w:ins {_CHANGE}>{PLAIN}</w:ins>'),
    docx_noise("changed-deleted-alone", f'<w:del {_CHANGE}><w:r><w:delText>$n</w:delText></w:r></w:del>', _NONE),
    docx_noise("changed-moved-away", f'<w:moveFrom {_CHANGE}>{run("$x")}</w:moveFrom>{PLAIN}'),
    docx_noise("changed-deleted-in-inserted",
               f'<w:ins {_CHANGE}><w:del w:id="8$id" w:author="乙"><w:r><w:delText>$x</w:delText></w:r></w:del></w:ins>{PLAIN}',
               printed=_OTHER),
)

_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="{}"/>'

UNSEEN = (
    _beside("unseen-vanish", "<w:vanish/>"),
    _beside("unseen-vanish-style", _BY_STYLE, styles=_style("<w:vanish/>")),
    _beside("unseen-vanish-inherited",
            _BY_STYLE, styles=_style("<w:vanish/>", name="y") + _style("<w:b/>", base="y$id")),
    _beside("unseen-white", '<w:color w:val="FFFFFF"/>'),
    _beside("unseen-white-style", _BY_STYLE, styles=_style('<w:color w:val="FFFFFF"/>')),
    _beside("unseen-theme-white", '<w:color w:val="FFFFFF" w:themeColor="background1"/>'),
    _beside("unseen-tiny", '<w:sz w:val="2"/><w:szCs w:val="2"/>'),
    _beside("unseen-tiny-style", _BY_STYLE, styles=_style('<w:sz w:val="2"/>')),
    _beside("unseen-colour-of-cell", '<w:color w:val="D9D9D9"/>', cell=_SHADE.format("D9D9D9")),
    _beside("unseen-colour-of-run", '<w:color w:val="FFFF00"/><w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'),
    _beside("unseen-colour-of-highlight", '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'),
    _beside("unseen-theme-over-value", '<w:color w:val="000000" w:themeColor="background1"/>', printed=_OTHER),
    _beside("unseen-narrow", '<w:w w:val="1"/>'),
    _beside("unseen-no-fill", "<w14:textFill><w14:noFill/></w14:textFill>", printed=_OTHER),
    docx_noise("unseen-colour-of-paragraph", PLAIN + run("$x", '<w:color w:val="00B0F0"/>'),
               paragraph=_SHADE.format("00B0F0")),
    docx_noise("unseen-alone", run("$n", "<w:vanish/>"), _BLANK),
    docx_noise("unseen-alone-white", run("$n", '<w:color w:val="FFFFFF"/>'), _BLANK),
    docx_noise("unseen-paragraph-style", PLAIN, _BLANK, paragraph='<w:pStyle w:val="p$id"/>',
               styles=_style("<w:vanish/>", kind="paragraph", name="p", base=_CELL_STYLE)),
    docx_noise("unseen-white-paragraph-style", PLAIN, _BLANK, paragraph='<w:pStyle w:val="p$id"/>',
               styles=_style('<w:color w:val="FFFFFF"/>', kind="paragraph", name="p", base=_CELL_STYLE)),
)

SHOWN = (
    docx_noise("shown-strike-off-over-style",
               run("$n", _BY_STYLE + '<w:strike w:val="0"/>'), styles=_style("<w:strike/>")),
    docx_noise("shown-vanish-off-over-style",
               run("$n", _BY_STYLE + '<w:vanish w:val="false"/>'), styles=_style("<w:vanish/>")),
    docx_noise("shown-white-on-dark", run("$n", '<w:color w:val="FFFFFF"/>'), cell=_SHADE.format("1F3864")),
    docx_noise("shown-size-over-style",
               run("$n", _BY_STYLE + '<w:sz w:val="18"/>'), styles=_style('<w:sz w:val="2"/>')),
    docx_noise("shown-on-web-hidden", run("$n", "<w:webHidden/>"), printed=_BLANK),
    docx_noise("shown-struck-before-change",
               f'<w:r><w:rPr>$size<w:rPrChange {_CHANGE}><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>$n</w:t></w:r>'),
    docx_noise("shown-struck-twice-is-not", run("$n", _BY_STYLE), printed=_NONE, paragraph='<w:pStyle w:val="p$id"/>',
               styles=_style("<w:strike/>") + _style("<w:strike/>", kind="paragraph", name="p", base=_CELL_STYLE)),
    docx_noise("shown-hidden-twice-is-not", run("$n", _BY_STYLE), printed=_BLANK, paragraph='<w:pStyle w:val="p$id"/>',
               styles=_style("<w:vanish/>") + _style("<w:vanish/>", kind="paragraph", name="p", base=_CELL_STYLE)),
    docx_noise("shown-other-default-style", PLAIN, styles=_style("<w:vanish/>")),
)

_OK = tuple(
    docx_noise(f"ok-{name}", markup, cell=cell, harmless=True)
    for name, markup, cell in (
        ("underlined", run("$head", '<w:u w:val="single"/>') + run("$tail", '<w:u w:val="double"/>'), ""),
        ("bold", run("$n", "<w:b/><w:bCs/>"), ""),
        ("strike-off", run("$n", '<w:strike w:val="0"/><w:dstrike w:val="false"/>'), ""),
        ("vanish-off", run("$n", '<w:vanish w:val="0"/>'), ""),
        ("baseline", run("$n", '<w:vertAlign w:val="baseline"/><w:position w:val="0"/>'), ""),
        ("bookmark", f'{run("$head")}<w:bookmarkStart w:id="7$id" w:name="b$id"/>{run("$tail")}<w:bookmarkEnd w:id="7$id"/>', ""),
        ("highlight", run("$n", '<w:highlight w:val="yellow"/>'), ""),
        ("ground", PLAIN, _SHADE.format("E7E6E6")),
        ("colour", run("$n", '<w:color w:val="C00000"/>'), ""),
        ("automatic", run("$n", '<w:color w:val="auto"/>'), ""),
        ("spelling", f'<w:proofErr w:type="spellStart"/>{run("$head")}<w:proofErr w:type="spellEnd"/>{run("$tail")}', ""),
        ("inserted", f"<w:ins {_CHANGE}>{PLAIN}</w:ins>", ""),
        ("field", f'<w:fldSimple w:instr=" QUOTE $n ">{PLAIN}</w:fldSimple>', ""),
        ("long-field", '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE $n </w:instrText></w:r>'
         f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{PLAIN}<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
        ("content-control", f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{PLAIN}</w:sdtContent></w:sdt>", ""),
        ("link", f'<w:hyperlink w:anchor="top">{_LINKED}</w:hyperlink>', ""),
        ("page-break-of-last-time", '<w:r><w:lastRenderedPageBreak/></w:r>' + PLAIN, ""),
        ("smart-tag", f'<w:smartTag w:uri="urn:x" w:element="n">{PLAIN}</w:smartTag>', ""),
        ("larger", run("$n", '<w:sz w:val="24"/>'), ""),
        ("spacing", run("$n", '<w:spacing w:val="6"/><w:kern w:val="2"/>'), ""),
)
)
HARMLESS = (
    *_OK,
    docx_noise("ok-paragraph-mark", PLAIN, paragraph="<w:rPr><w:strike/><w:vanish/></w:rPr>", harmless=True),
    docx_noise("ok-comment", f'<w:commentRangeStart w:id="3"/>{PLAIN}<w:commentRangeEnd w:id="3"/>', harmless=True),
    docx_noise("ok-moved-here", f'<w:moveTo {_CHANGE}>{PLAIN}</w:moveTo>', harmless=True),
    docx_noise("note-counted", PLAIN + f'<w:r><w:rPr>{_NOTE}</w:rPr><w:footnoteReference w:id="2"/></w:r>'),
)

LABELS = (
    docx_noise("label-raised", PLAIN + run("$x", _NOTE), on="label"),
    docx_noise("label-raised-style", PLAIN + run("$x", _BY_STYLE), on="label", styles=_style(_NOTE)),
    docx_noise("label-footnote",
               PLAIN + f'<w:r><w:rPr>{_NOTE}</w:rPr><w:footnoteReference w:id="2"/></w:r>', on="label"),
    docx_noise("label-endnote",
               PLAIN + f'<w:r><w:rPr>{_NOTE}</w:rPr><w:endnoteReference w:id="2"/></w:r>', on="label"),
    docx_noise("label-circled", run("$n①"), on="label"),
    docx_noise("label-star", run("$n*"), on="label"),
    docx_noise("label-bracket", PLAIN + run("［$x］"), on="label"),
    docx_noise("label-note", run("$n注$x"), on="label"),
    docx_noise("label-hidden-beside", PLAIN + run("$x", "<w:vanish/>"), on="label"),
    docx_noise("label-struck-beside", run("原项目", "<w:strike/>") + PLAIN, on="label"),
    docx_noise("label-white-beside", PLAIN + run("$x", '<w:color w:val="FFFFFF"/>'), on="label"),
    docx_noise("label-struck", run("$n", "<w:strike/>"), _NONE, on="label"),
    docx_noise("label-hidden", run("$n", "<w:vanish/>"), _NONE, on="label"),
    docx_noise("label-white", run("$n", '<w:color w:val="FFFFFF"/>'), _NONE, on="label"),
    docx_noise("label-deleted", f'<w:del {_CHANGE}><w:r><w:delText>$n</w:delText></w:r></w:del>', _NONE, on="label"),
    docx_noise("label-digit", PLAIN + run("$x"), _NONE, on="label"),
    docx_noise("label-ok-bold", run("$n", "<w:b/>"), on="label", harmless=True),
    docx_noise("label-ok-highlight", run("$n", '<w:highlight w:val="yellow"/>'), on="label", harmless=True),
)
