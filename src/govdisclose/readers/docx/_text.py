"""One paragraph of a Word document as the text that is seen, and the text boxes that it anchors."""

from __future__ import annotations

from itertools import pairwise

from lxml import etree

from govdisclose.readers.docx._fields import MARK, Frame, is_made
from govdisclose.readers.docx._formula import read_formula
from govdisclose.readers.docx._looks import DELETED, PLAIN, Look, Part, look, settle, whole
from govdisclose.readers.docx._names import (
    ALTERNATE,
    CLEAR,
    COUNTED,
    FORMULAS,
    MARKS,
    REFERENCES,
    SHAPES,
    SILENT,
    THINGS,
    UNDERSTOOD,
    choose,
    is_ignorable,
)
from govdisclose.readers.docx._pen import Pen, add_symbol, add_thing, look_of, note_look, shown_by, write
from govdisclose.readers.docx._properties import read_line, read_run
from govdisclose.readers.docx._things import Box, things
from govdisclose.readers.docx._walk import Line, Raw, Walk
from govdisclose.readers.docx._xml import M, W
from govdisclose.shown import Sight

__all__ = ["Unknown", "finish", "is_unknown", "plain_text", "read_paragraph"]

_PPR, _R, _RPR, _T, _BREAK = W + "pPr", W + "r", W + "rPr", W + "t", W + "br"
_RUBY, _BASE, _SYMBOL, _CODE, _VAL = W + "ruby", W + "rubyBase", W + "sym", W + "instrText", W + "val"
_SIZE, _STYLE, _FEW = W + "sz", W + "rStyle", 3
_SIMPLE, _ORDERS = W + "fldSimple", (W + "bdo", W + "dir")
_HOLDING = (_T, M + "t", _SYMBOL, *sorted(SHAPES), *sorted(THINGS), *sorted(COUNTED))
_DELETED_TEXT, _GONE = W + "delText", (W + "del", W + "moveFrom")


def read_paragraph(paragraph: etree._Element, walk: Walk, boxes: list[Box], depth: int) -> Line | None:
    """The text of a paragraph; None if it goes on in the next one. Its text boxes are added to ``boxes``."""
    if depth > walk.limits.depth:
        walk.limits.check("depth", depth)
    if walk.is_simple and (text := plain_text(paragraph, walk)) is not None:
        return text
    pen = Pen([], boxes)
    joined = False
    if walk.numbering is not None or walk.deleted or walk.looks:
        properties = paragraph.find(_PPR)
        if properties is not None:
            joined = walk.deleted and any(
                properties.find(f"{_RPR}/{W}{gone}") is not None for gone in ("del", "moveFrom")
            )
            if walk.looks:
                style = properties.find(W + "pStyle")
                pen.style = style.get(_VAL, "") if style is not None else ""
                pen.line = read_line(properties)
    if walk.looks or (walk.fields is not None and walk.fields.in_code) or not _short(paragraph, pen.parts):
        pen.parts.clear()
        _inline(paragraph, walk, pen, depth)
    if not walk.looks and not walk.in_cell and _may_be_marked(paragraph, pen.parts):
        return _sized(paragraph, walk, boxes, depth)
    parts = pen.parts
    if walk.numbering is not None:
        properties = paragraph.find(_PPR)
        if properties is not None and not (joined and not parts):
            prefix = _prefix(properties, walk, pen)
            if prefix is not None:
                parts.insert(0, prefix)
    if walk.carried:
        parts[:0] = walk.carried
        walk.carried = []
    walk.characters += sum([len(part) if part.__class__ is str else len(part[0]) for part in parts])
    if walk.characters > walk.limits.characters:
        walk.limits.check("characters", walk.characters)
    if joined and not boxes:
        walk.carried = parts
        return None
    return finish(parts, walk)


def plain_text(paragraph: etree._Element, walk: Walk) -> str | None:
    """The text of a paragraph of nothing but text, where nothing special is known of the document; else None."""
    parts: Raw = []
    if not _short(paragraph, parts) or (not walk.in_cell and _may_be_marked(paragraph, parts)):
        return None
    if walk.numbering is not None and len(paragraph):
        properties = paragraph.find(_PPR)
        if properties is not None and (prefix := walk.numbering.prefix(properties)[0]):
            parts.insert(0, prefix)
    if not parts:
        return ""
    text = "".join([part for part in parts if isinstance(part, str)])
    walk.characters += len(text)
    if walk.characters > walk.limits.characters:
        walk.limits.check("characters", walk.characters)
    return text


def _sized(paragraph: etree._Element, walk: Walk, boxes: list[Box], depth: int) -> Line | None:
    """A paragraph, with a look at the size of its letters."""
    boxes.clear()
    walk.sized = True
    line = read_paragraph(paragraph, walk, boxes, depth)
    walk.sized = False
    return line


def _may_be_marked(paragraph: etree._Element, parts: Raw) -> bool:
    """Whether one run of a line may be a mark, by its size, at a number in another one."""
    if len(parts) < 2:
        return False
    texts = [part.strip() for part in parts if isinstance(part, str) and not part.isspace()]
    if not any(
        (len(one) <= _FEW or len(other) <= _FEW) and one[-1:].isdigit() and other[:1].isdigit()
        for one, other in pairwise(texts)
    ):
        return False
    # A field is open once it was read: such a line is not read twice.
    return next(paragraph.iter(MARK), None) is None and next(paragraph.iter(_SIZE, _STYLE), None) is not None


def _short(paragraph: etree._Element, parts: Raw) -> bool:
    """Collect the runs of a paragraph that holds nothing but text, as nearly all do; false if it holds more."""
    for child in paragraph:
        if child.tag == _R:
            for piece in child:
                tag = piece.tag
                if tag == _T:
                    if piece.text:
                        parts.append(piece.text)
                elif tag != _RPR:
                    return False
        elif child.tag != _PPR:
            return False
    return True


def finish(parts: Raw, walk: Walk) -> Line:
    """A paragraph, once all of it is read."""
    texts = [part for part in parts if isinstance(part, str)]
    if len(texts) == len(parts):
        return texts[0] if len(texts) == 1 else "".join(texts)
    pieces = settle(parts, in_cell=walk.in_cell)
    if all(piece.sight is Sight.PLAIN for piece in pieces):
        return "".join(piece.text for piece in pieces)
    return pieces


def _prefix(properties: etree._Element, walk: Walk, pen: Pen) -> str | Part | None:
    """The number that Word counts; its looks are those of the end of the paragraph, then of the level of the list."""
    assert walk.numbering is not None
    text, level = walk.numbering.prefix(properties)
    if not text or (walk.fields is not None and walk.fields.in_code):
        return None
    if not walk.looks:
        return text
    found = walk.sheets.sheet.run(pen.style, "", walk.around.properties) | pen.line
    found |= read_run(properties.find(_RPR))
    seen = look(found | read_run(level), walk.around)
    return Part(text, seen)


def _inline(parent: etree._Element, walk: Walk, pen: Pen, depth: int) -> None:
    """Collect the runs of a paragraph."""
    if depth > walk.limits.depth:
        walk.limits.check("depth", depth)
    for child in parent:
        tag = child.tag
        if tag == _R:
            _run(child, walk, pen, depth + 1)
        elif tag == _PPR:
            continue
        elif tag in CLEAR:
            if tag == _SIMPLE:
                _simple_field(child, walk, pen, depth + 1)
            elif tag in _ORDERS and child.get(_VAL) == "rtl":
                _turned(child, walk, pen, depth + 1)
            else:
                _inline(child, walk, pen, depth + 1)
        elif tag == ALTERNATE:
            chosen = choose(child)
            if chosen is not None:
                _inline(chosen, walk, pen, depth + 2)
        elif tag in FORMULAS:
            if walk.fields is None or not walk.fields.in_code:
                pen.parts += read_formula(child, walk.limits, depth, lambda run: look_of(run, walk, pen))
        elif tag in _GONE:
            _deleted(child, walk, pen)
        elif tag not in SILENT:
            _other(child, walk, pen, None, depth + 1)


def _deleted(change: etree._Element, walk: Walk, pen: Pen) -> None:
    """Text of a cell that was deleted with tracked changes: known, in case that nothing else is left there."""
    if not walk.in_cell or (walk.fields is not None and walk.fields.in_code):
        return
    for run in change.iter(_R):
        text = "".join(piece.text or "" for piece in run.iterchildren(_DELETED_TEXT, _T))
        seen = look_of(run, walk, pen) if text else PLAIN
        if text and seen.sight is not Sight.UNSEEN:
            pen.parts.append(Part(text, seen._replace(sight=Sight.UNSEEN, what=DELETED, room=False)))


class Unknown:
    """What an element is that the reader has no rule for: nothing, a thing, or a container of what it knows."""

    NOTHING, THING, CONTAINER = range(3)


def is_unknown(element: etree._Element, walk: Walk) -> int:
    """What an element is that is none of those with a meaning where it stands."""
    tag = str(element.tag)
    if tag[1:].partition("}")[0] not in UNDERSTOOD:
        ignorable = is_ignorable(element, walk.ignorable)
        if ignorable is None:
            return Unknown.CONTAINER
        return Unknown.NOTHING if ignorable else Unknown.THING
    return Unknown.THING if next(element.iter(*_HOLDING), None) is not None else Unknown.NOTHING


def _other(element: etree._Element, walk: Walk, pen: Pen, seen: Look | None, depth: int) -> None:
    if element.tag in THINGS:
        add_thing(THINGS[element.tag], walk, pen, seen)
        return
    if depth > walk.limits.depth:
        walk.limits.check("depth", depth)
    kind = is_unknown(element, walk)
    if kind == Unknown.THING:
        add_thing("unknown", walk, pen, seen)
    elif kind == Unknown.CONTAINER:
        if seen is None:
            _inline(element, walk, pen, depth)
        else:
            _pieces(element, walk, pen, seen, depth)


def _run(run: etree._Element, walk: Walk, pen: Pen, depth: int) -> None:
    _pieces(run, walk, pen, look_of(run, walk, pen), depth)


def _pieces(run: etree._Element, walk: Walk, pen: Pen, seen: Look, depth: int) -> None:
    """The content of a run."""
    parts = pen.parts
    for piece in run:
        tag = piece.tag
        if tag == MARK:
            _mark(piece, walk, pen)
        elif tag == _CODE:
            if walk.fields is not None and walk.fields.stack:
                frame = walk.fields.stack[-1]
                if not frame.in_result:
                    frame.code.append(piece.text or "")
        elif tag == _RPR or (walk.fields is not None and walk.fields.in_code):
            continue
        elif tag == _T:
            write(piece.text, pen, seen)
        elif tag in MARKS:
            write(MARKS[tag], pen, seen)
        elif tag == _BREAK:
            # A page break before the first word is no line break of the text.
            if parts or piece.get(W + "type") not in ("page", "column"):
                write("\n", pen, seen)
        elif tag in SHAPES:
            for thing in things(piece, walk.limits, depth + 1):
                if isinstance(thing, Box):
                    pen.boxes.append(thing)
                elif thing.what:
                    add_thing(thing.what, walk, pen, seen)
                else:
                    walk.crossed = True
        elif tag == ALTERNATE:
            if depth > walk.limits.depth:
                walk.limits.check("depth", depth)
            chosen = choose(piece)
            if chosen is not None:
                _pieces(chosen, walk, pen, seen, depth + 2)
        elif tag == _RUBY:
            _ruby(piece, walk, pen, depth + 1)
        elif tag == _SYMBOL:
            add_symbol(piece, walk, pen, seen)
        elif tag in REFERENCES:
            seen = note_look(piece, run, walk, pen, seen)
        elif tag in COUNTED:
            add_thing("field", walk, pen, seen)
        elif tag not in SILENT:
            _other(piece, walk, pen, seen, depth + 1)


def _ruby(ruby: etree._Element, walk: Walk, pen: Pen, depth: int) -> None:
    """The text under a gloss. The gloss itself is none of it."""
    for child in ruby:
        if child.tag == _BASE:
            _inline(child, walk, pen, depth + 1)


def _turned(element: etree._Element, walk: Walk, pen: Pen, depth: int) -> None:
    """Text that runs from right to left. In an embedding a number stays as it is; an override turns it round."""
    inner = Pen([], pen.boxes, pen.style, pen.line, pen.bare)
    _inline(element, walk, inner, depth)
    shown = whole(inner.parts).strip()
    turns = (
        len(shown) > 1 if element.tag == _ORDERS[0] else any(map(str.isdigit, shown)) and not shown.isdigit()
    )
    if turns:
        add_thing("order", walk, pen, None)
    else:
        pen.parts += inner.parts


def _simple_field(element: etree._Element, walk: Walk, pen: Pen, depth: int) -> None:
    inner = Pen([], pen.boxes, pen.style, pen.line, pen.bare)
    _inline(element, walk, inner, depth)
    code = element.get(W + "instr", "")
    run = next(element.iterchildren(_R), None)
    seen = look_of(element if run is None else run, walk, pen)
    hidden = walk.fields is not None and walk.fields.in_code
    if code.strip() and not hidden and (is_made(code) or not inner.parts):
        pen.parts += shown_by(code, None, inner.parts, seen)
    else:
        pen.parts += inner.parts


def _mark(mark: etree._Element, walk: Walk, pen: Pen) -> None:
    """A field begins, goes over to its result, or ends. One that is never closed hides nothing."""
    fields = walk.fields
    if fields is None:
        return
    if mark in fields.crossing:
        add_thing("field", walk, pen, None)
        return
    if mark in fields.hiding:
        if fields.stack:
            fields.stack[-1].nested = True
        fields.stack.append(Frame(mark))
        fields.codes += 1
        return
    begin = fields.partners.get(mark)
    if begin is None or not fields.stack or fields.stack[-1].begin is not begin:
        return
    frame = fields.stack[-1]
    if mark.get(W + "fldCharType") == "separate":
        frame.in_result = True
        frame.kept_in, frame.kept_at = pen.parts, len(pen.parts)
        fields.codes -= 1
        return
    fields.stack.pop()
    code = "".join(frame.code)
    kept: Raw = []
    if not frame.in_result:
        fields.codes -= 1
    elif not is_made(code):
        return
    elif frame.kept_in is pen.parts:
        kept = pen.parts[frame.kept_at :]
        del pen.parts[frame.kept_at :]
    if not fields.in_code and code.strip():
        run = frame.begin.getparent()
        seen = PLAIN if run is None else look_of(run, walk, pen)
        pen.parts += shown_by(code, begin, kept, seen, nested=frame.nested)
