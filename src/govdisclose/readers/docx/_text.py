"""One paragraph of a Word document as the text that is printed, and the text boxes that it anchors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import mutable
from lxml import etree

from govdisclose.limits import Limits
from govdisclose.readers.docx._grid import Merge
from govdisclose.readers.docx._numbering import Numbering
from govdisclose.readers.docx._xml import W, flag

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE, _CHOICE, _FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"
_PPR, _R, _RPR, _T, _BREAK = W + "pPr", W + "r", W + "rPr", W + "t", W + "br"
_FIELD, _RUBY, _BOX = W + "fldChar", W + "ruby", W + "txbxContent"

# Containers that print their content as if they were not there; w:del and w:moveFrom are not among them.
CLEAR = frozenset(
    W + name
    for name in (
        "sdt",
        "sdtContent",
        "ins",
        "moveTo",
        "smartTag",
        "hyperlink",
        "fldSimple",
        "customXml",
        "dir",
        "bdo",
        "rubyBase",
    )
)
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FORMULAS = frozenset((_M + "oMath", _M + "oMathPara"))
_FORMULA_PLAIN = FORMULAS | {
    _M + name for name in ("r", "rPr", "t", "sty", "nor", "oMathParaPr", "jc", "ctrlPr")
}
MARKS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_SHAPES = frozenset((W + "drawing", W + "pict", W + "object"))


@mutable
class Walk:
    """One reading: its limits and count, and what the part holds at all: the rest is not looked for.

    ``spans`` has what is said of each merged ``w:tc``: its columns, what it says of the cell above, and whether
    it is the rest of the cell before it; ``carried`` is the text of a paragraph that goes on in the next one.
    """

    limits: Limits
    numbering: Numbering | None
    hidden: bool
    deleted: bool
    special: bool
    spans: Mapping[etree._Element, tuple[int, Merge, bool]]
    characters: int = 0
    carried: str = ""


def branch(alternate: etree._Element) -> Iterator[etree._Element]:
    """The one branch of an ``mc:AlternateContent`` that is printed: both say the same."""
    chosen = alternate.find(_CHOICE)
    if chosen is None:
        chosen = alternate.find(_FALLBACK)
    if chosen is not None:
        yield chosen


def read_paragraph(
    paragraph: etree._Element, walk: Walk, boxes: list[etree._Element], depth: int
) -> str | None:
    """The text of a paragraph; None if it goes on in the next one. Its text boxes are added to ``boxes``."""
    parts: list[str] = []
    _inline(paragraph, walk, parts, boxes, [], depth)
    text = parts[0] if len(parts) == 1 else "".join(parts)
    joined = False
    if walk.numbering is not None or walk.deleted:
        properties = paragraph.find(_PPR)
        if properties is not None:
            joined = walk.deleted and properties.find(f"{_RPR}/{W}del") is not None
            if walk.numbering is not None and not (joined and not text):
                text = walk.numbering.prefix(properties) + text
        if walk.carried:
            text, walk.carried = walk.carried + text, ""
    walk.characters += len(text)
    if walk.characters > walk.limits.characters:
        walk.limits.check("characters", walk.characters)
    if joined and not boxes:
        walk.carried = text
        return None
    return text


def _inline(
    parent: etree._Element,
    walk: Walk,
    parts: list[str],
    boxes: list[etree._Element],
    fields: list[int],
    depth: int,
) -> None:
    """Collect the runs of a paragraph. ``fields`` holds where the open fields began in ``parts``."""
    if depth > walk.limits.depth:
        walk.limits.check("depth", depth)
    for child in parent:
        tag = child.tag
        if tag == _R:
            _run(child, walk, parts, boxes, fields, depth + 1)
        elif tag == _PPR:
            continue
        elif tag in CLEAR:
            _inline(child, walk, parts, boxes, fields, depth + 1)
        elif tag == ALTERNATE:
            for chosen in branch(child):
                _inline(chosen, walk, parts, boxes, fields, depth + 2)
        elif tag in FORMULAS:
            parts.append(_formula(child))


def _run(
    run: etree._Element,
    walk: Walk,
    parts: list[str],
    boxes: list[etree._Element],
    fields: list[int],
    depth: int,
) -> None:
    for piece in run:
        tag = piece.tag
        if tag == _T:
            text = piece.text
            if text:
                parts.append(text)
        elif tag == _RPR:
            if walk.hidden and flag(piece.find(W + "vanish")):
                return
        elif tag in MARKS:
            parts.append(MARKS[tag])
        elif tag == _BREAK:
            # A page break before the first word is no line break of the text.
            if parts or piece.get(W + "type") not in ("page", "column"):
                parts.append("\n")
        elif tag == _FIELD:
            _field(piece.get(W + "fldCharType", ""), parts, fields)
        elif tag in _SHAPES:
            _boxes(piece, walk, boxes, depth + 1)
        elif tag == ALTERNATE:
            if depth > walk.limits.depth:
                walk.limits.check("depth", depth)
            for chosen in branch(piece):
                _run(chosen, walk, parts, boxes, fields, depth + 2)
        elif tag == _RUBY:
            _inline(piece, walk, parts, boxes, fields, depth + 1)


def _field(mark: str, parts: list[str], fields: list[int]) -> None:
    """Drop the code of a field and keep its result. A field that is never closed hides nothing."""
    if mark == "begin":
        fields.append(len(parts))
    elif fields and mark in ("separate", "end"):
        begun = fields.pop()
        if begun >= 0:
            del parts[begun:]
        if mark == "separate":
            fields.append(-1)  # what follows is the result


def _formula(formula: etree._Element) -> str:
    """A formula in one line; U+FFFD for a fraction, a root and all that one line cannot say."""
    if any(child.tag not in _FORMULA_PLAIN for child in formula.iter(_M + "*")):
        return "\N{REPLACEMENT CHARACTER}"
    return "".join(child.text or "" for child in formula.iter(_M + "t"))


def _boxes(shape: etree._Element, walk: Walk, boxes: list[etree._Element], depth: int) -> None:
    if depth > walk.limits.depth:
        walk.limits.check("depth", depth)
    for child in shape:
        if child.tag == _BOX:
            boxes.append(child)
        elif child.tag == ALTERNATE:
            for chosen in branch(child):
                _boxes(chosen, walk, boxes, depth + 2)
        else:
            _boxes(child, walk, boxes, depth + 1)
