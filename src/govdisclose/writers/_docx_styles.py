"""The styles of a written Word document, after GB/T 9704: title, headings, text and tables in the fonts of offices.

Fonts are named, with the one to take where a machine lacks it, and never embedded.
"""

from __future__ import annotations

from docx.document import Document as Package
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt

from govdisclose.writers._setting import TITLE_SIZE

__all__ = ["CELL_STYLES", "FONT_TABLE", "set_styles"]

CELL_STYLES = (("TableText", 10.5), ("TableTextSmall", 9.0))
"""The ids of the styles of cells with their points: 五号, and 小五 where columns are narrow."""

_SONG, _FANG, _HEI, _TITLE = "宋体", "仿宋", "黑体", "方正小标宋简体"
_LATIN = "Times New Roman"
_KEPT = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid"}

# Each font with the one that stands in for it: the same one under the name that a Mac or an office suite has.
FONT_TABLE = "".join(
    f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
    for name, other in ((_TITLE, _SONG), (_FANG, "FangSong"), (_HEI, "SimHei"), (_SONG, "SimSun"))
)


def _style(
    key: str, name: str, font: str, points: float, paragraph: str, run: str = "", after: str = ""
) -> str:
    """A paragraph style. ``after`` is the id of the style of the paragraph that Enter makes behind it."""
    halves = round(points * 2)
    following = f'<w:next w:val="{after}"/>' if after else ""
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>'
        f'<w:rFonts w:hint="eastAsia" w:ascii="{_LATIN}" w:eastAsia="{font}" w:hAnsi="{_LATIN}"/>{run}'
        f'<w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/></w:rPr></w:style>'
    )


_CELL = '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>'
_STYLES = (
    _style(
        "Title",
        "Title",
        _TITLE,
        TITLE_SIZE,
        '<w:keepNext/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        '<w:spacing w:before="120" w:after="360"/><w:jc w:val="center"/>',
        after="BodyText",
    ),
    _style(
        "Heading1",
        "heading 1",
        _HEI,
        16,
        '<w:keepNext/><w:spacing w:before="120" w:after="120"/><w:ind w:firstLineChars="200" w:firstLine="640"/>'
        '<w:outlineLvl w:val="0"/>',
        "<w:b/>",
        after="BodyText",
    ),
    _style(
        "BodyText",
        "Body Text",
        _FANG,
        16,
        '<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="640"/>'
        '<w:jc w:val="both"/>',
    ),
    *(
        _style(key, name, _SONG, points, _CELL)
        for (key, points), name in zip(CELL_STYLES, ("Table Text", "Table Text Small"), strict=True)
    ),
)


def set_styles(package: Package) -> None:
    """Put these styles in the place of the template's, of which only the ones that every document needs stay."""
    sheet = package.styles.element
    for style in list(sheet.style_lst):
        if style.styleId not in _KEPT:
            sheet.remove(style)
    for text in _STYLES:
        sheet.append(parse_xml(text))
    for defaults in sheet.iterfind(qn("w:docDefaults")):
        for language in defaults.iter(qn("w:lang")):
            language.set(qn("w:eastAsia"), "zh-CN")
        for spacing in defaults.iter(qn("w:spacing")):
            spacing.set(qn("w:after"), "0")
            spacing.set(qn("w:line"), "240")
    normal = package.styles["Normal"]
    normal.font.name, normal.font.size = _SONG, Pt(10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _SONG)
