"""Tables without rules, or with only some: lines of text to cells by where their words stand.

Headings, then rows until the next headings. Nothing is taken for a table whose headings do not stand over values;
what is not certain in one keeps its text and gets U+FFFD.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import define, field, frozen

from govdisclose.locate import Box
from govdisclose.readers.pdf._columns import MODES, Columns, at_mode, find_columns, tolerance
from govdisclose.readers.pdf._heads import find_heads
from govdisclose.readers.pdf._lines import Line
from govdisclose.readers.pdf._page import Rule
from govdisclose.readers.pdf._rows import Row, begins_numbered, find_rows
from govdisclose.readers.pdf._words import Word, box_of, is_value, is_whole, join, to_rows, to_words

__all__ = ["Aligned", "Placed", "find_aligned"]

_MOST_LINES = 400  # of one page; no table has so many
_MOST_WORDS, _MOST_BESIDE = 5_000, 256  # of one page, of one line
_MOST_RULES = 4_000
_FAR = 3.5  # of the size: lines of headings are no further apart
_NEXT = 1.75  # of the size: lines of the last label are no further apart
_BESIDE = 1.2  # of the size: words of one line of text are no further apart
_NEAR = 0.45  # of the size: values nearer to each other may be one number with a gap
_CUT = 0.6  # of the size: what is cut off ends so near the edge
_ROWS = 12  # that show where the first column is
_LEAST_COLUMNS = 3  # of a table whose rows have no labels


@frozen
class Placed:
    """A cell with its place; ``sure`` is False where its text may be another's or not all of it."""

    text: str
    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box
    sure: bool


@frozen
class Aligned:
    """A table found by alignment. ``columns`` are for the part of it on the next page, ``lines`` what it is made of."""

    box: Box
    rows: int
    width: int
    cells: tuple[Placed, ...]
    columns: Columns
    lines: tuple[Line, ...]


@define(eq=False)
class _Text:
    """A line with its words: ``first`` is the number of the first value among them."""

    line: Line
    words: list[Word]
    first: int

    @property
    def base(self) -> float:
        return self.line.base

    @property
    def size(self) -> float:
        return self.line.size

    @property
    def has_values(self) -> bool:
        return self.first < len(self.words)


@define(eq=False)
class _Group:
    """Headings, the rows under them, and lines without values among and around the rows."""

    left: float
    heading: list[_Text] = field(factory=list)
    body: list[_Text] = field(factory=list)


def find_aligned(
    lines: Sequence[Line],
    rules: Sequence[Rule],
    carried: Columns | None,
    *,
    framed: bool,
    ends_page: bool = False,
    seen: tuple[float, float] | None = None,
    end: float = float("inf"),
) -> list[Aligned]:
    """The tables that stand in lines of one page, from the top.

    ``rules`` are the horizontal ones. ``carried`` are the columns of a table that may go on here. ``framed``: the
    lines are those inside a frame, and no prose is among them. ``ends_page``: nothing stands below them. ``seen``:
    how far text reaches on a page that some of its text is cut off from. ``end``: how far anything on the page does.
    """
    if len(lines) > _MOST_LINES:
        return []
    texts = [_read(line) for line in lines]
    counts = [len(text.words) for text in texts]
    if sum(counts) > _MOST_WORDS or max(counts, default=0) > _MOST_BESIDE:
        return []
    ordered = sorted(rules) if len(rules) <= _MOST_RULES else []
    found: list[Aligned] = []
    groups = _groups(texts, framed=framed, ends_page=ends_page)
    for number, group in enumerate(groups):
        columns = None
        if number == 0 and carried is not None and not group.heading and group.body[0] is texts[0]:
            columns = carried
        goes_on = ends_page and number == len(groups) - 1
        table = _table(group, ordered, columns, seen, end, goes_on=goes_on)
        if table is not None:
            found.append(table)
    return found


def _read(line: Line) -> _Text:
    words = to_words(line)
    first = next((at for at, word in enumerate(words) if is_value(word)), len(words))
    values = sum(is_value(word) for word in words[first:])
    if values <= len(words) - first - values:
        first = len(words)  # a number in running text
    return _Text(line, words, first)


# --- lines to headings and rows


def _groups(texts: Sequence[_Text], *, framed: bool, ends_page: bool) -> list[_Group]:
    found: list[_Group] = []
    group: _Group | None = None
    between: list[_Text] = []
    for at, text in enumerate(texts):
        if not text.has_values:
            between.append(text)
            continue
        left, right = _reach(texts, at)
        if group is not None and all(_is_left(item, min(group.left, left)) for item in between):
            group.body += between
            group.body.append(text)
            group.left = min(group.left, left)
            between = []
            continue
        upper, heading, lower = _shared(between, left, right, group, framed=framed)
        if group is not None:
            group.body += upper
        group = _Group(left, heading, [*lower, text])
        found.append(group)
        between = []
    if group is not None:
        may_go_on = framed or (ends_page and _are_labels(between, group))
        group.body += between if may_go_on else _after(between, group)
    return found


def _reach(texts: Sequence[_Text], start: int) -> tuple[float, float]:
    """Where the first values begin and where the labels end, in the rows from one on: some cells may be empty."""
    left, right = texts[start].words[texts[start].first].left, 0.0
    for text in texts[start : start + _ROWS]:
        if text.has_values:
            left = min(left, text.words[text.first].left)
            right = max(right, text.words[text.first - 1].right if text.first else 0.0)
        elif not _is_left(text, left):
            break
    return left, right if right else left - texts[start].size


def _is_left(text: _Text, left: float) -> bool:
    """Whether a line ends left of the values."""
    return text.words[-1].right <= left


def _shared(
    between: Sequence[_Text], left: float, right: float, before: _Group | None, *, framed: bool
) -> tuple[list[_Text], list[_Text], list[_Text]]:
    """Lines between two rows: those of the rows above, the headings, those of the rows below."""
    named = [at for at, text in enumerate(between) if not _is_left(text, left)]
    if not named:
        return [], [], list(between)
    first, last = named[0], named[-1]
    if framed or before is not None:
        start = first
    if not framed:
        # from the last heading up as long as it is a line of headings and no line of prose
        start = last
        while start > first and _is_heading(between[start - 1], between[start], left, right):
            start -= 1
        if not _is_heading(between[last], between[last], left, right):
            return [], [], list(between[last + 1 :])
        while start < last and _is_left(between[start], left):
            start += 1
    if framed and before is None:
        start = 0
    elif before is not None and start > 0 and start == first and _is_near(between[start - 1], between[start]):
        start -= 1  # the line over the headings is what the part is called
    upper = list(between[:start]) if before is not None else []
    start = _last_part(between, start, last)
    if before is not None and not framed:
        upper = _after(upper, before)
    return upper, list(between[start : last + 1]), list(between[last + 1 :])


def _last_part(between: Sequence[_Text], start: int, last: int) -> int:
    """Where the last headings begin: those over them, of a part whose rows hold no values, begin with the same word."""
    seen: dict[str, float] = {}
    for at in range(start, last + 1):
        first = between[at].words[0]
        several = len(between[at].words) > 1
        again = several and abs(first.left - seen.get(first.text, float("inf"))) <= first.size
        if again and len(between[at - 1].words) == 1:
            return at - 1
        if several:
            seen[first.text] = first.left
    return start


def _is_near(text: _Text, other: _Text) -> bool:
    return abs(other.base - text.base) <= _FAR * max(text.size, other.size)


def _is_heading(text: _Text, below: _Text, left: float, right: float) -> bool:
    """Whether a line outside of frames is one of headings: several words, or one over values alone."""
    if not _is_near(text, below) or abs(text.size - below.size) > 0.1 * below.size:
        return False
    parts = 1 + sum(after.left - word.right > _BESIDE * text.size for word, after in pairwise(text.words))
    return parts > 1 or text.words[0].left >= right or _is_left(text, left)


def _are_labels(between: Sequence[_Text], group: _Group) -> bool:
    """Whether all lines stand where the labels of the rows do: rows that a page has cut may have no values yet."""
    labels = [word for text in group.body for word in text.words[: text.first]]
    if not labels:
        return False
    left, right = min(word.left for word in labels), max(word.right for word in labels)
    near = all(_is_near(above, below) for above, below in pairwise([group.body[-1], *between]))
    return near and all(
        left - text.size <= text.words[0].left and text.words[-1].right <= right + text.size
        for text in between
    )


def _after(between: Sequence[_Text], group: _Group) -> list[_Text]:
    """The lines under the last row that its label goes on in. What else stands there may be no part of the table."""
    found: list[_Text] = []
    before = group.body[-1]
    last = before.words[: before.first]
    right = max((word.right for text in group.body for word in text.words[: text.first]), default=0.0)
    for text in between:
        if (
            not last
            or text.base - before.base > _NEXT * text.size
            or text.words[-1].right > right + text.size
        ):
            break
        word = text.words[0]
        level = any(
            abs(at_mode(word, mode) - at_mode(own, mode)) <= tolerance(word) for own in last for mode in MODES
        )
        if begins_numbered(word.text) or abs(word.size - last[0].size) > 0.1 * word.size:
            break
        if not level and len(text.words) == 1:
            break
        found.append(text)
        before, last = text, [*last, *text.words]
    return found


# --- headings and rows to cells


def _table(
    group: _Group,
    rules: Sequence[Rule],
    carried: Columns | None,
    seen: tuple[float, float] | None,
    end: float,
    *,
    goes_on: bool,
) -> Aligned | None:
    values = to_rows(word for text in group.body for word in text.words[text.first :])
    labels = to_rows(word for text in group.body for word in text.words[: text.first])
    columns = carried
    if columns is None:
        if not group.heading:
            return None
        printed = [word for line in labels for word in line]
        stub = (min(word.left for word in printed), max(word.right for word in printed)) if printed else None
        bases = [line[0].base for line in values]
        pitch = min((below - above for above, below in pairwise(bases)), default=0.0)
        columns = find_columns(
            stub,
            [word for line in values for word in line if is_whole(word)],
            [text.words for text in group.heading],
            pitch,
        )
        if columns is None:
            return None
        if columns.stub is None and len(columns.columns) < _LEAST_COLUMNS:
            return None
    if (columns.stub is None) != (not labels):
        return None
    if columns.stub is None:
        rows = [Row((), tuple(line), sure=len(values) == 1) for line in values]
    else:
        rows = find_rows(labels, values, rules, begun=carried is not None, goes_on=goes_on)
    cells: list[Placed] = []
    last = 0
    if carried is None:
        heads, last = find_heads(columns)
        for head in heads:
            if head.words:
                text = join(head.words)
                cells.append(
                    Placed(
                        text, head.row, head.column, head.rowspan, head.colspan, box_of(head.words), head.sure
                    )
                )
    size = group.body[0].size
    doubtful = {
        at
        for at, column in enumerate(columns.columns)
        if column.anchor is None
        or (seen is not None and (column.left <= seen[0] + size or column.right >= seen[1] - size))
    }
    certain = 0
    for at, row in enumerate(rows):
        made, sure = _cells(row, last + at, columns, doubtful, end)
        cells += made
        certain += sure
    if not certain:
        return None
    lines = tuple(text.line for text in (*group.heading, *group.body))
    box = (
        min(line.box[0] for line in lines),
        min(line.box[1] for line in lines),
        max(line.box[2] for line in lines),
        max(line.box[3] for line in lines),
    )
    width = len(columns.columns) + (columns.stub is not None)
    return Aligned(box, last + len(rows), width, tuple(_filled(cells, last, width, box)), columns, lines)


def _cells(row: Row, at: int, columns: Columns, never: set[int], end: float) -> tuple[list[Placed], int]:
    """The cells of a row, and how many values stand in their column for sure: in those of ``never`` none does."""
    inside: list[list[Word]] = [[] for _ in columns.columns]
    has_label = columns.stub is not None
    doubtful = set(never)
    if not row.sure:
        doubtful.update(range(len(inside)))
    for word in row.values:
        own, others = columns.column_of(word)
        inside[own].append(word)
        if is_value(word) or len(others) > 1:
            doubtful.update(others)
        under = columns.columns[own]
        if under.mode == "left" and word.right > max(
            end - _CUT * word.size, *(head.right for head in under.heading)
        ):
            doubtful.add(own)  # it may go on where nothing is painted
        if is_value(word) and not is_whole(word):
            # two values that touch, or a part of one
            doubtful.update(range(max(own - 1, 0), min(own + 2, len(inside))))
    for word, after in pairwise(sorted(row.values, key=lambda word: word.left)):
        if after.left - word.right < _NEAR * word.size:  # they may be one number
            doubtful.update(columns.column_of(part)[0] for part in (word, after))
    for word in row.unsure:
        own, others = columns.column_of(word)
        doubtful.update((own, *others))
    for column, words in enumerate(inside):
        if len(words) > 1:
            doubtful.add(column)
    _, top, _, bottom = box_of((*row.label, *row.values))
    cells: list[Placed] = []
    if has_label and columns.stub is not None:
        box = (columns.stub[0], top, columns.edges[0], bottom)
        cells.append(Placed(join(row.label), at, 0, 1, 1, box, sure=True))
    for column, words in enumerate(inside):
        box = (columns.edges[column], top, columns.edges[column + 1], bottom)
        cells.append(Placed(join(words), at, column + has_label, 1, 1, box, sure=column not in doubtful))
    certain = sum(bool(words) for at, words in enumerate(inside) if at not in doubtful)
    return cells, certain


def _filled(cells: Sequence[Placed], last: int, width: int, box: Box) -> list[Placed]:
    """The cells with empty ones where no heading stands, in reading order."""
    taken = {
        (row, column)
        for cell in cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.column + cell.colspan)
    }
    empty = [
        Placed("", row, column, 1, 1, (box[0], box[1], box[2], box[1]), sure=True)
        for row in range(last)
        for column in range(width)
        if (row, column) not in taken
    ]
    return sorted((*cells, *empty), key=lambda cell: (cell.row, cell.column))
