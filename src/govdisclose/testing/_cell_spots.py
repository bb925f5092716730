"""Where the cells of a written report stand in its source, and other markup in their place; see ``cells``."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from string import Template
from zipfile import ZIP_DEFLATED, ZipFile

from govdisclose.testing._cell_noise import CellNoise
from govdisclose.testing._docx_parts import NAMESPACES, PARTS, with_content_types, with_relations

__all__ = ["in_docx", "in_html", "words"]

_RUN = r'<w:r>(?:<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr>)?<w:t xml:space="preserve">{}</w:t></w:r>'
_PROPERTIES = re.compile(r"<w:pPr>.*?</w:pPr>", re.DOTALL)
_PARAGRAPH_STYLE = re.compile(r"<w:pStyle [^>]*/>")


def words(text: str, others: str, number: int) -> dict[str, str]:
    """What the names in a template stand for: ``text`` is what was drawn, ``others`` digits that are no part of it."""
    last = text[-1:]
    return {
        "n": text,
        "x": others,
        "head": text[:1],
        "tail": text[1:],
        "init": text[:-1],
        "last": last,
        "code": str(ord(last)) if last else "",
        "turned": text[::-1],
        "id": str(number),
    }


def in_html(data: bytes, spots: Mapping[str, tuple[CellNoise, Mapping[str, str]]]) -> bytes:
    """The page with noise in cells. ``spots`` is by the text that stands in the cell as it was written."""
    page = data.decode()
    styles = []
    for text, (noise, names) in spots.items():
        markup, cell, css = (Template(part).substitute(names) for part in _parts(noise))
        styles.append(css)

        def put(match: re.Match[str], markup: str = markup, cell: str = cell) -> str:
            return f"<td{match[1]}{' ' if cell else ''}{cell}>{markup}</td>"

        page, count = re.subn(rf"<td([^>]*)>{re.escape(text)}</td>", put, page)
        assert count == 1, (text, count)
    return page.replace("</style>", "\n".join([*styles, "</style>"]), 1).encode()


def _parts(noise: CellNoise) -> tuple[str, str, str]:
    return noise.markup, noise.cell, noise.styles


def in_docx(data: bytes, spots: Mapping[str, tuple[CellNoise, Mapping[str, str]]]) -> bytes:
    """The Word document with noise in cells. ``spots`` is by the text that stands in the cell as it was written."""
    target = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as changed:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = _document(content.decode(), spots).encode()
            elif name == "word/styles.xml":
                added = "".join(Template(noise.styles).substitute(names) for noise, names in spots.values())
                content = content.decode().replace("</w:styles>", f"{added}</w:styles>").encode()
            elif name == "word/_rels/document.xml.rels":
                content = with_relations(content.decode()).encode()
            elif name == "[Content_Types].xml":
                content = with_content_types(content.decode()).encode()
            changed.writestr(name, content)
        for name, content in PARTS.items():
            changed.writestr(name, content)
    return target.getvalue()


def _document(xml: str, spots: Mapping[str, tuple[CellNoise, Mapping[str, str]]]) -> str:
    declared = set(re.findall(r'xmlns:(\w+)="', xml[: xml.index("<w:body>")]))
    more = [item for item in NAMESPACES.split() if item[6:].partition("=")[0] not in declared]
    xml = xml.replace("<w:document ", f"<w:document {' '.join(more)} ", 1)
    for text, (noise, names) in spots.items():
        at = xml.index(f">{text}</w:t>")
        start, end = xml.rindex("<w:tc>", 0, at), xml.index("</w:tc>", at)
        xml = xml[:start] + _cell(xml[start:end], text, noise, names) + xml[end:]
    return xml


def _cell(xml: str, text: str, noise: CellNoise, names: Mapping[str, str]) -> str:
    paragraph = Template(noise.paragraph).substitute(names)
    found = _PROPERTIES.search(xml)
    assert found is not None
    properties = found[0]
    if paragraph.startswith("<w:pStyle"):
        properties = _PARAGRAPH_STYLE.sub(paragraph, properties)
    else:
        properties = properties.replace("</w:pPr>", f"{paragraph}</w:pPr>")
    xml = xml.replace(found[0], properties, 1)
    if noise.cell:
        xml = xml.replace("<w:vAlign ", Template(noise.cell).substitute(names) + "<w:vAlign ", 1)

    def put(match: re.Match[str]) -> str:
        return Template(noise.markup).substitute(names, size=match[1] or "", ppr=properties)

    xml, count = re.subn(_RUN.format(re.escape(text)), put, xml, flags=re.DOTALL)
    assert count == 1, (text, count)
    return xml
