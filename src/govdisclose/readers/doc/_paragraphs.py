"""The properties of paragraphs: where they stand in tables, their lists, their ground and the height of their lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from govdisclose.readers.doc._bytes import i16, i32, u16
from govdisclose.readers.doc._colours import ground, ground_of_index

__all__ = ["Lines", "Paragraph", "apply_lines", "paragraph_of"]

Lines = Mapping[str, object]
"""What was said of a paragraph, by name."""

_SWITCHES = {0x2416: "in_table", 0x2417: "row_end", 0x244B: "inner_cell", 0x244C: "inner_row"}
_DEPTH, _DEEPER, _LEVEL, _LIST = 0x6649, 0x664A, 0x260A, 0x460B
_HEIGHT, _GROUND, _GROUND_INDEXED = 0x6412, 0xC64D, 0x442D
_KNOWN = frozenset((*_SWITCHES, _DEPTH, _DEEPER, _LEVEL, _LIST, _HEIGHT, _GROUND, _GROUND_INDEXED))
_NO_LIST = 0xF801


@frozen
class Paragraph:
    """``depth``: of how many tables it is a part. ``list``: the number of its list from 1, 0 for none.

    ``markup`` is what stands in its ``w:pPr`` of ground and lines.
    """

    depth: int
    ends_row: bool
    ends_cell: bool
    list: int
    level: int
    markup: str


def apply_lines(found: dict[str, object], properties: Iterable[tuple[int, bytes]]) -> dict[str, object]:
    """Set what the properties say."""
    for code, operand in properties:
        if code not in _KNOWN:
            continue
        if code in _SWITCHES:
            found[_SWITCHES[code]] = bool(operand[0])
        elif code == _DEPTH:
            found["depth"] = i32(operand, 0)
        elif code == _DEEPER:
            depth = found.get("depth", 0)
            assert isinstance(depth, int)
            found["depth"] = depth + i32(operand, 0)
        elif code == _LEVEL:
            found["level"] = operand[0]
        elif code == _LIST:
            found["list"] = u16(operand, 0)
        elif code == _HEIGHT:
            height = i16(operand, 0)
            found["line"] = -height if height < 0 and not u16(operand, 2) else 0
        elif code == _GROUND:
            found["ground"] = ground(operand)
        elif code == _GROUND_INDEXED:
            found["ground"] = ground_of_index(u16(operand, 0))
    return found


def paragraph_of(found: Lines) -> Paragraph:
    """What all of it comes to."""
    said, level, listed, line = (_number(found, name) for name in ("depth", "level", "list", "line"))
    depth = max(said, 1) if found.get("in_table") else 0
    if listed > _NO_LIST:
        listed = 0x10000 - listed  # the list was taken away, its indents were kept
    elif listed == _NO_LIST:
        listed = 0
    markup = str(found.get("ground", ""))
    if line:
        markup += f'<w:spacing w:line="{line}" w:lineRule="exact"/>'
    inner = depth > 1
    return Paragraph(
        depth,
        bool(found.get("inner_row" if inner else "row_end")) and depth > 0,
        inner and bool(found.get("inner_cell")),
        listed,
        level if level < 9 else 0,
        markup,
    )


def _number(found: Lines, name: str) -> int:
    value = found.get(name, 0)
    return value if isinstance(value, int) else 0
