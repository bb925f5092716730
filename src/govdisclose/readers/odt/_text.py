"""One paragraph of an OpenDocument text as one of a Word document."""

from __future__ import annotations

import re

from attrs import mutable
from lxml import etree

from govdisclose.readers._wordml import escape
from govdisclose.readers._wordml import text as written
from govdisclose.readers.odt._fields import (
    chosen,
    close_field,
    open_field,
    separate_field,
    shown_condition,
    shown_label,
)
from govdisclose.readers.odt._lengths import count
from govdisclose.readers.odt._lists import Prefix
from govdisclose.readers.odt._looks import UNSURE, line_markup
from govdisclose.readers.odt._names import (
    COUNTED,
    DRAW,
    FIELD,
    LOEXT,
    MOMENTS,
    REMADE,
    SHAPES,
    SHOWN,
    SILENT,
    STYLE_NAME,
    TEXT,
)
from govdisclose.readers.odt._properties import Properties, over
from govdisclose.readers.odt._styles import Style
from govdisclose.readers.odt._things import (
    CONTROL,
    FIELD_THING,
    PICTURE,
    UNKNOWN_THING,
    drawn,
    formula_of,
    written_formula,
)
from govdisclose.readers.odt._walk import Walk, is_hidden

__all__ = ["holds_something", "write_paragraph"]

_SPACE = re.compile("[ \t\r\n]+")
_SPAN, _LINK, _S, _TAB, _BREAK = (TEXT + name for name in ("span", "a", "s", "tab", "line-break"))
_CHANGE, _CHANGE_START, _CHANGE_END = (TEXT + name for name in ("change", "change-start", "change-end"))
_NOTE, _RUBY, _RUBY_BASE = TEXT + "note", TEXT + "ruby", TEXT + "ruby-base"
_HIDDEN_TEXT, _CONDITION, _HIDES = (
    TEXT + name for name in ("hidden-text", "conditional-text", "hidden-paragraph")
)
_PLACEHOLDER = TEXT + "placeholder"
_RAISED: Properties = {"raised": "super", "shrunk": 58.0}


@mutable
class Pen:
    """What was written of a paragraph. ``space``: white space that comes next is none, as some stands before it."""

    parts: list[str]
    extra: str
    space: bool = True


def write_paragraph(element: etree._Element, walk: Walk, depth: int, prefix: Prefix | None = None) -> str:
    """A ``text:p`` or ``text:h``, with the number that is counted before it."""
    style = walk.sheet.style("paragraph", element.get(STYLE_NAME))
    known = walk.lines.get(id(style))
    if known is None:
        unsure = UNSURE if _differs(style, walk) else ""
        known = walk.lines[id(style)] = (style, line_markup(style.line, walk.sheet.paper), unsure)
    pen = Pen([], walk.extra + known[2])
    if walk.hides:
        pen.extra += _hidden_by_field(element)
    if prefix is not None:
        _write_prefix(prefix, walk, pen, style.text)
    _inline(element, walk, pen, style.text, depth)
    line = known[1]
    if walk.deleting:  # its end is deleted as well
        line += "<w:rPr><w:del/></w:rPr>"
    about = f"<w:pPr>{line}</w:pPr>" if line else ""
    walk.count(len(about) + len("<w:p></w:p>"))
    return f"<w:p>{about}{''.join(pen.parts)}</w:p>"


def _differs(style: Style, walk: Walk) -> bool:
    """Whether it depends on a condition how the paragraphs of a style look."""
    found = [walk.sheet.style("paragraph", name) for name in style.maps if name]
    looks = {
        (tuple(walk.looks.runs("1一", item.text)), line_markup(item.line, walk.sheet.paper))
        for item in (style, *found)
    }
    return len(looks) > 1


def _hidden_by_field(element: etree._Element) -> str:
    """A paragraph may be hidden by a field in it. Programs show it all the same, or on the screen, or not at all."""
    return UNSURE if any(is_hidden(item) is not False for item in element.iter(_HIDES)) else ""


def _write_prefix(prefix: Prefix, walk: Walk, pen: Pen, look: Properties) -> None:
    inside = walk.looks.inside(look, prefix.style) if prefix.style else look
    if prefix.text is not None:
        _put(prefix.text, walk, pen, inside)
    elif not prefix.picture:
        _thing(UNKNOWN_THING, walk, pen, inside)
    elif walk.in_cell:
        _thing(PICTURE, walk, pen, inside)


def _inline(parent: etree._Element, walk: Walk, pen: Pen, look: Properties, depth: int) -> None:
    """The text of an element, and of those inside it."""
    walk.check_depth(depth)
    if parent.text:
        _write(parent.text, walk, pen, look)
    for child in parent:
        tag = child.tag
        if tag in (_SPAN, _LINK):
            name = child.get(STYLE_NAME)
            _inline(child, walk, pen, walk.looks.inside(look, name) if name else look, depth + 1)
        elif tag == _S:
            spaces = count(child.get(TEXT + "c"))
            walk.count(spaces)
            _put(" " * spaces, walk, pen, look)
            pen.space = False
        elif tag in (_TAB, _BREAK):
            _thing("<w:tab/>" if tag == _TAB else "<w:br/>", walk, pen, look)
            pen.space = False
        elif tag not in SILENT or tag == _CHANGE_END:
            _special(child, walk, pen, look, depth + 1)
        if child.tail:
            _write(child.tail, walk, pen, look)


def _special(element: etree._Element, walk: Walk, pen: Pen, look: Properties, depth: int) -> None:
    """What is no plain text."""
    tag = str(element.tag)
    if tag in SHAPES:
        _shape(element, walk, pen, look, depth)
    elif tag in SHOWN or tag in REMADE or tag in MOMENTS:
        if element.get(TEXT + "display") != "none":
            now = tag in MOMENTS and element.get(TEXT + "fixed") != "true"
            if now or (tag not in SHOWN and walk.in_cell and _says_something(element)):
                _thing(FIELD_THING, walk, pen, look)
            else:
                _inline(element, walk, pen, look, depth)
    elif tag in COUNTED or tag == _PLACEHOLDER:
        _thing(CONTROL if tag == _PLACEHOLDER else FIELD_THING, walk, pen, look)
    elif tag == _RUBY:
        for base in element.iterchildren(_RUBY_BASE):
            _inline(base, walk, pen, look, depth)
    elif tag == _NOTE:
        _note(element, walk, pen, look)
    elif tag in (_CHANGE, _CHANGE_START, _CHANGE_END):
        _change(element, walk, pen, look)
    elif tag == DRAW + "a":
        for child in element:
            _special(child, walk, pen, look, depth + 1)
    elif tag == LOEXT + "content-control":
        _control(element, walk, pen, look, depth)
    elif tag.startswith(FIELD):
        _field(element, walk, pen, look)
    elif not _condition(element, walk, pen, look) and holds_something(element):
        _thing(UNKNOWN_THING, walk, pen, look)


def holds_something(element: etree._Element) -> bool:
    """Whether there is text in an element that is not known, or anything that is drawn."""
    if next(element.iter(*SHAPES), None) is not None:
        return True
    return _says_something(element)


def _says_something(element: etree._Element) -> bool:
    return any(str(part).strip() for part in element.itertext())


def _condition(element: etree._Element, walk: Walk, pen: Pen, look: Properties) -> bool:
    """Fields whose text stands in an attribute, or is one of several. False: it is none."""
    tag = element.tag
    if tag == _HIDDEN_TEXT:
        shown = element.get(TEXT + "string-value") or "".join(map(str, element.itertext()))
        if is_hidden(element):
            _put(shown, walk, pen, over(look, {"hidden": "1"}))
        elif shown.strip():  # programs differ in what they show of one that is not hidden
            _thing(FIELD_THING, walk, pen, look)
    elif tag == _HIDES:
        pass  # it hides its paragraph, and shows nothing itself
    elif tag in (_CONDITION, TEXT + "drop-down"):
        text = shown_condition(element) if tag == _CONDITION else shown_label(element)
        if text is None:
            _thing(FIELD_THING if tag == _CONDITION else CONTROL, walk, pen, look)
        else:
            _write(text, walk, pen, look)
    else:
        return False
    return True


def _field(element: etree._Element, walk: Walk, pen: Pen, look: Properties) -> None:
    """A mark of a field as Word has them."""
    tag = str(element.tag).removeprefix(FIELD)
    if tag == "fieldmark":
        text = chosen(element)
        if text is None:
            _thing(CONTROL, walk, pen, look)
        else:
            _put(text, walk, pen, look)
    elif tag == "fieldmark-start" and element in walk.closed:
        for piece in open_field(element, separated=element in walk.separated):
            _thing(piece, walk, pen, look)
    elif tag == "fieldmark-separator":
        _thing(separate_field(), walk, pen, look)
    elif tag == "fieldmark-end":
        _thing(close_field(), walk, pen, look)


def _control(element: etree._Element, walk: Walk, pen: Pen, look: Properties, depth: int) -> None:
    """A content control. One that shows what to fill in shows nothing of the report."""
    prompts = element.get(LOEXT + "showing-place-holder") == "true"
    mark = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>" if prompts else ""
    _add(walk, pen, f"<w:sdt>{mark}<w:sdtContent>")
    _inline(element, walk, pen, look, depth)
    _add(walk, pen, "</w:sdtContent></w:sdt>")


def _shape(element: etree._Element, walk: Walk, pen: Pen, look: Properties, depth: int) -> None:
    formula = formula_of(element, walk) if element.tag == DRAW + "frame" else None
    if formula is None:
        markup = drawn(element, walk, depth)
        if markup:
            _thing(markup, walk, pen, look)
    elif not walk.deleting:
        _add(walk, pen, written_formula(formula, walk, depth))
        pen.space = False


def _note(note: etree._Element, walk: Walk, pen: Pen, look: Properties) -> None:
    """The mark of a note: one that is counted, or one of the author's own."""
    citation = note.find(TEXT + "note-citation")
    name = walk.sheet.notes.get(note.get(TEXT + "note-class", "footnote"), "")
    if not walk.sheet.has("text", name):
        seen: Properties = over(look, _RAISED)  # the program's own style for such marks
    else:
        seen = walk.looks.inside(look, name)
    label = citation.get(TEXT + "label") if citation is not None else None
    own = ' w:customMarkFollows="1"' if label else ""
    _thing(f"<w:footnoteReference{own}/>{written(label) if label else ''}", walk, pen, seen)


def _change(element: etree._Element, walk: Walk, pen: Pen, look: Properties) -> None:
    """A tracked change. What was deleted stands apart, or between two marks."""
    name = element.get(TEXT + "change-id", "")
    if element.tag == _CHANGE_END:
        walk.deleting.discard(name)
    elif name in walk.deleted:
        if element.tag == _CHANGE_START:
            walk.deleting.add(name)
        else:
            _delete(walk.deleted[name], walk, pen, look)


def _add(walk: Walk, pen: Pen, markup: str) -> None:
    walk.count(len(markup))
    pen.parts.append(markup)


def _write(text: str, walk: Walk, pen: Pen, look: Properties) -> None:
    """Characters of the file: any white space is one space, and none after another one."""
    text = _SPACE.sub(" ", text)
    if pen.space and text[0] == " ":
        text = text[1:]
    if text:
        pen.space = text[-1] == " "
        _put(text, walk, pen, look)


def _put(text: str, walk: Walk, pen: Pen, look: Properties) -> None:
    if walk.deleting:
        _delete(text, walk, pen, look)
        return
    for properties, piece in walk.looks.runs(text, look, pen.extra):
        _add(walk, pen, f"<w:r>{properties}{written(piece)}</w:r>")


def _delete(text: str, walk: Walk, pen: Pen, look: Properties) -> None:
    if text and walk.in_cell:
        for properties, piece in walk.looks.runs(text, look, pen.extra):
            _add(walk, pen, f"<w:del><w:r>{properties}<w:delText>{escape(piece)}</w:delText></w:r></w:del>")


def _thing(markup: str, walk: Walk, pen: Pen, look: Properties) -> None:
    """What is no text, in a run of its own."""
    if walk.deleting:
        return
    properties = walk.looks.runs("1", look, pen.extra)[0][0]
    _add(walk, pen, f"<w:r>{properties}{markup}</w:r>")
    pen.space = False
