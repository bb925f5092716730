"""The parts of a Word file that noise in its cells asks for: notes, a list, a picture, an embedded page."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from types import MappingProxyType

from govdisclose.testing._cells_html_things import PIXELS

__all__ = ["NAMESPACES", "PARTS", "with_content_types", "with_relations"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in (
        ("w", _W),
        ("r", f"{_OFFICE}/relationships"),
        ("m", f"{_OFFICE}/math"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("o", "urn:schemas-microsoft-com:office:office"),
        ("far", "urn:example:nobody-knows-it"),
    )
)
"""What the root of a document declares, for whatever markup stands in it."""


def _notes(kind: str) -> str:
    text = "<w:r><w:t>本项数据不含下属单位。</w:t></w:r>"
    marks = "".join(
        f'<w:{kind} w:type="{sort}" w:id="{at}"><w:p><w:r><w:{sort}/></w:r></w:p></w:{kind}>'
        for at, sort in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return (
        f'<w:{kind}s xmlns:w="{_W}">{marks}<w:{kind} w:id="2"><w:p><w:r><w:{kind}Ref/></w:r>{text}</w:p></w:{kind}>'
        f"</w:{kind}s>"
    )


_LIST = (
    f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
    '<w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)
_KINDS = {
    "rIdFootnotes": ("footnotes", "footnotes.xml"),
    "rIdEndnotes": ("endnotes", "endnotes.xml"),
    "rIdList": ("numbering", "numbering.xml"),
    "rIdPicture": ("image", "media/three.png"),
    "rIdChunk": ("aFChunk", "chunk.html"),
}

PARTS: Mapping[str, bytes] = MappingProxyType(
    {
        "word/footnotes.xml": _notes("footnote").encode(),
        "word/endnotes.xml": _notes("endnote").encode(),
        "word/numbering.xml": _LIST.encode(),
        "word/media/three.png": base64.b64decode(PIXELS.partition(",")[2]),
        "word/chunk.html": b"<html><body><p>73</p></body></html>",
    }
)
"""By name in the package, what is put in."""


def with_relations(xml: str) -> str:
    """The relations of the document, with those of the parts."""
    added = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
        for key, (kind, target) in _KINDS.items()
    )
    return xml.replace("</Relationships>", f"{added}</Relationships>")


def with_content_types(xml: str) -> str:
    """The list of types, with those of the parts."""
    added = '<Default Extension="png" ContentType="image/png"/><Default Extension="html" ContentType="text/html"/>'
    added += "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_CONTENT}.{name}+xml"/>'
        for name in ("footnotes", "endnotes", "numbering")
    )
    return xml.replace("</Types>", f"{added}</Types>")
