"""Fields: what a page shows is their result, never their code.

A field begins, goes over from code to result, and ends at marks that may stand in different paragraphs. Which
marks belong together is found once, before the text is read. A field that is never closed hides nothing; one that
runs over the edge of a cell is a thing that is not read on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from attrs import field, mutable
from lxml import etree

from govdisclose.readers.docx._names import ALTERNATE, CHOICE, FALLBACK, choose
from govdisclose.readers.docx._symbols import symbol
from govdisclose.readers.docx._xml import W, flag, number
from govdisclose.shown import Piece, Sight

__all__ = ["MARK", "Fields", "Frame", "find_fields", "is_gone", "is_made", "without_result"]

MARK = W + "fldChar"
_TYPE = W + "fldCharType"
_GONE = frozenset(W + name for name in ("del", "moveFrom", "rt"))
_TC, _TR = W + "tc", W + "tr"
_STORIES = frozenset((W + "txbxContent", W + "body"))

# The text that something belongs to, a text box or the body, and its cell, or that text where it is in none.
_Story = tuple[etree._Element | None, etree._Element | None]
_Stories = dict[etree._Element, _Story]

# Fields that show nothing: entries of an index, marks, settings.
_SILENT = frozenset(("xe", "tc", "ta", "rd", "set", "private", "ask"))
# Fields that Word makes when it shows them, whatever is kept as their result.
_MADE = frozenset(("symbol", "eq", "formcheckbox", "formdropdown", "macrobutton", "gotobutton", "advance"))
_SYMBOL = re.compile(
    r'\s*symbol\s+(0x[0-9a-f]{1,4}|[0-9]{1,5})((?:\s+\\f\s+(?:"[^"]*"|\S+)|\s+\\\*\s+\w+)*)\s*', re.I
)
_FONT = re.compile(r'\\f\s+(?:"([^"]*)"|(\S+))', re.I)


@mutable
class Frame:
    """A field whose end has not come: its code so far, whether what follows is the result, and where that begins."""

    begin: etree._Element
    in_result: bool = False
    code: list[str] = field(factory=list)
    nested: bool = False
    kept_in: Sequence[object] | None = None
    kept_at: int = 0


@mutable
class Fields:
    """Which marks make fields, and the fields that are open where the reading stands.

    ``hiding``: beginnings whose code is closed. ``partners``: for each mark that closes a code or a field, its
    beginning. ``crossing``: marks of fields that run over the edge of a cell.
    """

    hiding: set[etree._Element] = field(factory=set)
    partners: dict[etree._Element, etree._Element] = field(factory=dict)
    crossing: set[etree._Element] = field(factory=set)
    stack: list[Frame] = field(factory=list)
    codes: int = 0

    @property
    def in_code(self) -> bool:
        """Whether what comes next is the code of a field, which is not shown."""
        return self.codes > 0


def find_fields(body: etree._Element, left_out: Container[etree._Element]) -> Fields | None:
    """The fields of a document; None if it has no mark of any. Cells in ``left_out`` are not read."""
    found: Fields | None = None
    known: _Stories = {}
    # Of each open field its beginning, the cell of that, and whether its result has begun.
    stacks: dict[etree._Element | None, list[tuple[etree._Element, etree._Element | None, bool]]] = {}
    for mark in body.iter(MARK):
        found = Fields() if found is None else found
        story, cell = _stories(mark, left_out, known)
        if story is None:
            continue
        stack = stacks.setdefault(story, [])
        kind = mark.get(_TYPE)
        if kind == "begin":
            stack.append((mark, cell, False))
            continue
        if not stack or (kind == "separate" and stack[-1][2]):
            continue
        begin, begun_in, separated = stack[-1]
        if begun_in is not cell:
            found.crossing |= {begin, mark}
            if kind == "end":
                stack.pop()
            continue
        if kind == "separate":
            stack[-1] = (begin, cell, True)
        elif kind == "end":
            stack.pop()
        else:
            continue
        found.partners[mark] = begin
        if kind == "separate" or not separated:
            found.hiding.add(begin)
    return found


def _stories(mark: etree._Element, left_out: Container[etree._Element], known: _Stories) -> _Story:
    """The text that a mark belongs to, and its cell. What was found of containers is kept in ``known``."""
    passed: list[etree._Element] = []
    child = mark
    at = mark.getparent()
    story: _Story = (None, None)
    while at is not None:
        if child in known:
            story = known[child]
            break
        passed.append(child)
        tag = at.tag
        if tag in _GONE or at in left_out or (tag == _TR and is_gone(at)):
            break
        if tag == ALTERNATE and child.tag in (CHOICE, FALLBACK) and choose(at) is not child:
            break
        if tag == _TC:
            story = (_stories(at, left_out, known)[0], at)
            break
        if tag in _STORIES:
            story = (at, at)
            break
        child, at = at, at.getparent()
    for one in passed:
        known[one] = story
    return story


def is_gone(row: etree._Element) -> bool:
    """Whether a row was deleted or is hidden."""
    properties = row.find(W + "trPr")
    return properties is not None and (
        properties.find(W + "del") is not None or flag(properties.find(W + "hidden"))
    )


def without_result(code: str, begin: etree._Element | None, *, nested: bool = False) -> list[Piece]:
    """What a field shows for which no result is kept."""
    words = code.split(None, 1)
    name = words[0].lower() if words else ""
    if name in _SILENT:
        return []
    if name == "formdropdown" and begin is not None:
        chosen = _chosen(begin)
        if chosen is not None:
            return [Piece(chosen)]
    if name == "symbol" and not nested:
        drawn = _symbol(code)
        return [Piece("", Sight.NOT_READ, "symbol") if drawn is None else Piece(drawn)]
    return [Piece("", Sight.NOT_READ, "control" if name.startswith("form") else "field")]


def is_made(code: str) -> bool:
    """Whether Word makes what the field shows each time, and no result is kept of it."""
    words = code.split(None, 1)
    return bool(words) and words[0].lower() in _MADE


def _symbol(code: str) -> str | None:
    found = _SYMBOL.fullmatch(code)
    if found is None:
        return None
    fonts = _FONT.findall(found[2])
    base = 16 if found[1].lower().startswith("0x") else 10
    return symbol("".join(fonts[-1]) if fonts else "Symbol", int(found[1], base))


def _chosen(begin: etree._Element) -> str | None:
    """The entry that a list in a form shows: the one that was chosen, or the one that it began with."""
    listed = begin.find(f"{W}ffData/{W}ddList")
    if listed is None:
        return None
    entries = [entry.get(W + "val", "") for entry in listed.iterfind(W + "listEntry")]
    first = number(listed.find(W + "default"), 0)
    at = number(listed.find(W + "result"), first)
    return entries[at] if 0 <= at < len(entries) else None
