"""A table that survived only as lines of text: one cell a line, or the numbers of a row in one line.

The text is cut at white space into pieces, the pieces put together to labels (longest first), and the labels to
rows: a row begins at a label of the stub and holds what follows up to the next one. The rows become a grid
without column edges, so that the same match reads them; the headings must be there, and blank cells have left
no trace.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from govdisclose.grammar.index import index_of
from govdisclose.grammar.lookup import BOXHEAD, SPANNER, STUB, STUBHEAD, band_index
from govdisclose.grammar.row import Run
from govdisclose.grammar.section import TextLine
from govdisclose.grammar.table import Table
from govdisclose.grammar.values import State, amount, change, parse_value
from govdisclose.grid import UNREAD, Cell, Grid
from govdisclose.text import fold, label, simplify, wording

__all__ = ["find_lines"]

_PAGE = re.compile(r"[-—–－·]+\s*\d{1,4}\s*[-—–－·]+|第\s*\d{1,4}\s*页(?:\s*[,，/共]*\s*\d*\s*页?)?")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⁺⁻⁽⁾₊₋₍₎"
_UNIT = re.compile(
    rf"(?<=[0-9０-９{UNREAD}{_RAISED}])\s+(?=(?:[件条项个宗次份元]|[千万亿]元|百万元)(?:\s|$))"
)  # 5 件 is one piece
_GLUED = re.compile(  # a label with digits behind it, with what says of them that they are not the whole number
    rf"(.*[^0-9０-９.,+{UNREAD}{_RAISED}-])([{UNREAD}{_RAISED}]*[0-9０-９][0-9０-９.,]*[{UNREAD}{_RAISED}]*)"
)
_HIGH = re.compile(rf"[\[(（［【]?[{_RAISED}]+[\])）］】]?")
_MARK = re.compile(rf"[\[(（［【]?[{_RAISED}①-⑳*＊※†‡#]+[\])）］】]?|[\[［【]\d{{1,2}}[\]］】]", re.ASCII)
_DIGITS = re.compile(r"[0-9０-９][0-9０-９.,，．]*")
_MOST_PIECES = 40  # of one label: one character a line is the worst that is met
_MOST_LINES = 20_000
_MOST_PIECES_IN_ALL = 200_000  # no report has a hundredth of it; what has is not looked through
_MOST_IDLE = 30  # tokens without a label, within one table
_LONGEST_LINE = 400
_VALUES = (State.NUMBER, State.NOT_APPLICABLE, State.UNREADABLE)


class _Piece(NamedTuple):
    text: str
    line: int


class _Token(NamedTuple):
    """A label or a value, with the lines that it stands on. ``roles`` are by table, 0 for no label of it."""

    text: str
    roles: tuple[int, ...]
    lines: tuple[int, ...]


def find_lines(
    tables: Sequence[Table],
    wanted: Sequence[Table],
    lines: Sequence[TextLine],
    is_section: Callable[[str], bool],
) -> dict[str, tuple[list[Run], set[int]]]:
    """The ``wanted`` ones of a layout's tables that stand in lines, every time they stand there.

    By key, runs over grids made of the lines, and which lines they took. ``is_section`` knows the headings at
    which no table goes on.
    """
    found: dict[str, tuple[list[Run], set[int]]] = {}
    if len(lines) > _MOST_LINES:
        return found
    stretches: list[list[_Piece]] = [[]]
    for at, line in enumerate(lines):
        if len(line.text) > _LONGEST_LINE or is_section(line.text):
            stretches.append([])
        elif not _PAGE.fullmatch(line.text.strip()):
            stretches[-1] += [_Piece(piece, at) for piece in _UNIT.sub("", line.text).split()]
    if sum(map(len, stretches)) > _MOST_PIECES_IN_ALL:
        return found
    by_table: dict[int, list[list[_Token]]] = {}
    for pieces in stretches:
        for number, tokens in _divide(_tokens(tables, pieces)):
            by_table.setdefault(number, []).append(tokens)
    for number, table in enumerate(tables):
        groups = [group for tokens in by_table.get(number, ()) for group in _groups(number, tokens)]
        groups = [group for group in groups if _is_enough(table, number, group)]
        if table in wanted and groups:
            runs = [_one_table(table, number, group, lines) for group in groups]
            found[table.key] = (runs, {line for group in groups for token in group for line in token.lines})
    return found


def _one_table(table: Table, number: int, tokens: Sequence[_Token], lines: Sequence[TextLine]) -> Run:
    rows = _rows(table, number, tokens)
    width = max(len(row) for row in rows)
    cells = tuple(
        Cell(token.text, at, column, line=lines[token.lines[0]].at.line)
        for at, row in enumerate(rows)
        for column, token in enumerate(row)
    )
    grid = Grid(cells, len(rows), width, number=0, ragged=True)
    return Run(grid, range(len(rows)))


def _tokens(tables: Sequence[Table], pieces: Sequence[_Piece]) -> list[_Token]:
    """Pieces to labels and values; a label is as long as one can be."""
    prefixes = set().union(*(_prefixes(table) for table in tables))
    none = (0,) * len(tables)
    tokens: list[_Token] = []
    at = 0
    while at < len(pieces):
        best: tuple[int, tuple[int, ...]] | None = None
        folded = printed = ""
        for end in range(at, min(at + _MOST_PIECES, len(pieces))):
            if printed.isdigit() and pieces[end].text[:1].isdigit():
                break  # 7 and 3.其他 are a number and a label
            folded += fold(pieces[end].text.rstrip(_RAISED))
            printed += pieces[end].text
            simple = simplify(folded)
            if label(simple).core not in prefixes and simple not in prefixes:
                shorter = wording(printed).shorter
                if not any(simplify(without.core) in prefixes for without in shorter):
                    break
            bare = printed.rstrip(_RAISED)
            roles = tuple(_roles(table, printed) or _roles(table, bare) for table in tables)
            if any(roles):
                best = (end + 1, roles)
        if best is None:
            text, line = pieces[at]
            glued = _GLUED.fullmatch(text)
            if glued is not None and any(roles := tuple(_roles(table, glued[1]) for table in tables)):
                tokens.append(_Token(glued[1], roles, (line,)))
                text = glued[2]  # one number, or several run together: never taken apart
            if tokens and _is_part(text, tokens[-1], on_line=tokens[-1].lines[-1] == line):
                before = tokens.pop()
                lines = before.lines if before.lines[-1] == line else (*before.lines, line)
                if any(before.roles) and _HIGH.fullmatch(text):
                    text = ""  # a mark takes nothing from a label
                tokens.append(before._replace(text=before.text + text, lines=lines))
            else:
                tokens.append(_Token(text, none, (line,)))
            at += 1
            continue
        end, roles = best
        text = "".join(piece.text.rstrip(_RAISED) for piece in pieces[at:end])
        tokens.append(_Token(text, roles, tuple(dict.fromkeys(piece.line for piece in pieces[at:end]))))
        at = end
    return tokens


def _is_part(text: str, before: _Token, *, on_line: bool) -> bool:
    """Whether text is no cell of its own: a mark at what is before it, or a thing that was not read.

    Alone it may be either, and then its row has a cell too few: that is seen, and one too many shifts the others.
    """
    if _HIGH.fullmatch(text):
        return True
    return on_line and (not text.strip(UNREAD) or (not any(before.roles) and bool(_MARK.fullmatch(text))))


def _roles(table: Table, text: str) -> int:
    roles = 0
    for _, part in table.parts():
        roles |= band_index(part).roles(text)
    return roles


def _divide(tokens: Sequence[_Token]) -> list[tuple[int, list[_Token]]]:
    """Tokens to tables: a label that one table alone knows decides, the others go on."""
    divided: list[tuple[int, list[_Token]]] = []
    pending: list[_Token] = []
    for token in tokens:
        known = [number for number, roles in enumerate(token.roles) if roles]
        if len(known) == 1:
            if not divided or divided[-1][0] != known[0]:
                divided.append((known[0], pending))
            pending = []
        elif known and not divided:
            pending.append(token)
            continue
        if divided:
            divided[-1][1].append(token)
    return divided


def _groups(number: int, tokens: list[_Token]) -> list[list[_Token]]:
    """Stretches from a first label to the last value after a last one; labels far from each other part them."""
    labels = [at for at, token in enumerate(tokens) if token.roles[number]]
    groups: list[list[int]] = []
    for at in labels:
        if groups and at - groups[-1][-1] <= _MOST_IDLE:
            groups[-1].append(at)
        else:
            groups.append([at])
    found: list[list[_Token]] = []
    for group in groups:
        end = group[-1] + 1
        while end < len(tokens) and _is_value(tokens[end].text):
            end += 1
        found.append(tokens[group[0] : end])
    return found


def _is_enough(table: Table, number: int, tokens: Sequence[_Token]) -> bool:
    """Whether so many different labels are there that it is the table, and not words of prose or of a menu."""
    roles = [token.roles[number] for token in tokens]
    has_stub = any(part.stub is not None for _, part in table.parts())
    if has_stub and not any(role & STUB and not role & ~STUB for role in roles):
        return False
    asked = sum(
        len(tree.leaves)
        for _, part in table.parts()
        for tree in (part.boxhead, part.stub)
        if tree is not None
    )
    return 2 * len({token.text for token in tokens if token.roles[number]}) >= min(asked, 10)


@lru_cache(maxsize=64)
def _prefixes(table: Table) -> frozenset[str]:
    """Every beginning of a label, with and without its enumerator."""
    found: set[str] = set()
    for _, part in table.parts():
        words = {name for name in (part.spanner, part.stubhead) if name is not None}
        for tree in (part.boxhead, part.stub):
            if tree is not None:
                words |= {name for _, heading in tree.walk() for name in (heading.label, *heading.aliases)}
                words |= set(index_of(tree).cores)
        for name in words:
            folded = fold(name)
            for text in (folded, label(name).core, folded.replace("、", "", 1)):
                found.update(text[:end] for end in range(1, len(text) + 1))
    return frozenset(found)


def _is_value(text: str) -> bool:
    """Whether a text can stand in a cell: a number, a dash, digits run together, or what is not the whole number; no
    date, no beginning of a line.
    """
    if any(parse_value(text, kind).state in _VALUES for kind in (change(), amount())):
        return True
    return _DIGITS.fullmatch(text.strip(_RAISED)) is not None


def _rows(table: Table, number: int, tokens: Sequence[_Token]) -> list[list[_Token]]:
    """Tokens to rows: the headings that follow each other are one row, each label of the stub begins one."""
    stubbed = any(part.stub is not None for _, part in table.parts())
    rows: list[list[_Token]] = []
    kind = ""
    for token in tokens:
        roles = token.roles[number]
        if roles & SPANNER and table.bands:
            rows.append([token])
            kind = "title"
        elif roles & STUB and not (
            roles & (BOXHEAD | SPANNER | STUBHEAD) and kind == "head" and label(token.text).enumerator is None
        ):
            if kind == "label" and _is_under(table, rows[-1][-1].text, token.text):
                rows[-1].append(token)  # （一）予以公开 after 三、本年度办理结果
            else:
                rows.append([token])
            kind = "label"
        elif roles:
            if kind != "head":
                rows.append([])
            rows[-1].append(token)
            kind = "head"
        else:
            if kind == "head" and not stubbed:
                rows.append([])
            if not rows:
                rows.append([])
            rows[-1].append(token)
            kind = "value" if kind in ("label", "value") or not stubbed else kind
    return [row for row in rows if row]


def _is_under(table: Table, outer: str, inner: str) -> bool:
    """Whether one label can be a heading over the other."""
    for _, part in table.parts():
        if part.stub is None:
            continue
        tree = index_of(part.stub)
        over = {hit.node for hit in tree.hits(wording(outer))}
        if any(over & set(tree.nodes[hit.node].above) for hit in tree.hits(wording(inner))):
            return True
    return False
