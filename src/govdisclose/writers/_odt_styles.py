"""The parts of a written OpenDocument text that are the same in all: styles after GB/T 9704, the page, the manifest.

Fonts are named, with the one to take where a machine lacks it, and never embedded.
"""

from __future__ import annotations

from govdisclose.writers._odt_table import CELL_STYLES
from govdisclose.writers._setting import TITLE_SIZE

__all__ = ["CONTENT", "FLAT", "MANIFEST", "META", "MIMETYPE", "NAMESPACES", "STYLES"]

MIMETYPE = "application/vnd.oasis.opendocument.text"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    (
        *(
            f'xmlns:{prefix}="{_OPEN}{name}:1.0"'
            for prefix, name in (
                *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
                *(("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta")),
            )
        ),
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"',
    )
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LATIN = "Times New Roman"
# Each font with the one that stands in for it.
_FONTS = (
    ("方正小标宋简体", "SimSun"),
    ("仿宋", "FangSong"),
    ("黑体", "SimHei"),
    ("宋体", "SimSun"),
    (_LATIN, ""),
)
_SONG, _FANG, _HEI, _TITLE = "宋体", "仿宋", "黑体", "方正小标宋简体"


def _quoted(font: str) -> str:
    return f"&apos;{font}&apos;" if " " in font else font


_FACES = "".join(
    f'<style:font-face style:name="{name}" svg:font-family="{", ".join(_quoted(one) for one in (name, other) if one)}"/>'
    for name, other in _FONTS
)


def _style(name: str, font: str, points: float, paragraph: str, text: str = "", outline: str = "") -> str:
    shown = name.replace("_20_", " ")
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph"'
        f' style:parent-style-name="Standard"{outline}><style:paragraph-properties {paragraph}/>'
        f'<style:text-properties style:font-name="{_LATIN}" style:font-name-asian="{font}"'
        f' fo:font-size="{points:g}pt" style:font-size-asian="{points:g}pt" {text}/></style:style>'
    )


_CELL = 'fo:text-align="center" fo:margin-top="1pt" fo:margin-bottom="1pt"'
_SHEET = "".join(
    (
        '<style:default-style style:family="paragraph"><style:text-properties'
        f' style:font-name="{_LATIN}" style:font-name-asian="{_SONG}" fo:font-size="10.5pt"'
        ' style:font-size-asian="10.5pt" fo:language="en" fo:country="US" style:language-asian="zh"'
        ' style:country-asian="CN"/></style:default-style>',
        '<style:style style:name="Standard" style:family="paragraph"/>',
        _style(
            "Title",
            _TITLE,
            TITLE_SIZE,
            'fo:text-align="center" fo:margin-top="6pt" fo:margin-bottom="18pt" fo:keep-with-next="always"'
            ' style:text-autospace="none"',
        ),
        _style(
            "Heading_20_1",
            _HEI,
            16,
            'fo:text-indent="32pt" fo:margin-top="6pt" fo:margin-bottom="6pt" fo:keep-with-next="always"',
            'fo:font-weight="bold" style:font-weight-asian="bold"',
            ' style:default-outline-level="1"',
        ),
        _style(
            "Text_20_body", _FANG, 16, 'fo:text-indent="32pt" fo:text-align="justify" fo:line-height="150%"'
        ),
        *(_style(name, _SONG, points, _CELL) for name, points in CELL_STYLES),
    )
)
_PAGE = (
    '<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm"'
    ' fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="2.5cm" fo:margin-bottom="2.5cm"'
    ' fo:margin-left="2.5cm" fo:margin-right="2.5cm"/></style:page-layout>'
)
_MASTER = '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"/></office:master-styles>'
STYLES = (
    f"{_HEAD}<office:document-styles {NAMESPACES}><office:font-face-decls>{_FACES}</office:font-face-decls>"
    f"<office:styles>{_SHEET}</office:styles><office:automatic-styles>{_PAGE}</office:automatic-styles>{_MASTER}"
    "</office:document-styles>"
)
CONTENT = (
    f"{_HEAD}<office:document-content {{spaces}}><office:font-face-decls>{_FACES}</office:font-face-decls>"
    "<office:automatic-styles>{automatic}</office:automatic-styles>"
    "<office:body><office:text>{body}</office:text></office:body></office:document-content>"
)
_TITLED = "<office:meta><dc:title>{title}</dc:title></office:meta>"
META = f"{_HEAD}<office:document-meta {{spaces}}>{_TITLED}</office:document-meta>"
FLAT = (
    f'{_HEAD}<office:document {{spaces}} office:mimetype="{MIMETYPE}">{_TITLED}'
    f"<office:font-face-decls>{_FACES}</office:font-face-decls><office:styles>{_SHEET}</office:styles>"
    f"<office:automatic-styles>{_PAGE}{{automatic}}</office:automatic-styles>{_MASTER}"
    "<office:body><office:text>{body}</office:text></office:body></office:document>"
)
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
MANIFEST = (
    f'{_HEAD}<manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="1.3">'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (
            ("/", MIMETYPE),
            *((f"{name}.xml", "text/xml") for name in ("content", "styles", "meta")),
        )
    )
    + "</manifest:manifest>"
)
