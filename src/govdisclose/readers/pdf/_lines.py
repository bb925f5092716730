"""Runs of characters to lines of text, in a cell or on a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from govdisclose.locate import Box
from govdisclose.readers.pdf._marks import MOST, are_uneven, legible_marks, without_copies
from govdisclose.readers.pdf._page import Run

__all__ = ["GAP", "LEVEL", "OVER", "Line", "has_gaps", "join_runs", "side_by_side", "to_lines"]

_TOUCH = 0.08  # of the size: runs that stand nearer are one
GAP = 0.25  # of the size: a wider gap is a space
_WIDE = 1.0  # of the size: a wider gap stands between columns
_COLUMNS = 0.6  # of the size: the same between words of prose is less
_FAR = 2.0  # of the size: what stands further apart does not belong together
_LARGER = 1.25  # times: text of another size
_LEAST_APART = 2  # characters of each part
OVER = 0.3  # of the size: what reaches further under another is printed over it
_TWICE = 0.15  # of the size: the same text so near is printed twice to look bold
LEVEL = 0.35  # of the size: baselines nearer are one line


class Line(NamedTuple):
    """One line. ``loose``: there is a gap in it as between columns."""

    text: str
    box: Box
    base: float
    size: float
    loose: bool = False
    runs: tuple[Run, ...] = ()

    @property
    def width(self) -> float:
        """From the first character to the last."""
        return self.box[2] - self.box[0]


def join_runs(runs: Iterable[Run]) -> list[Run]:
    """Runs painted one after another that touch, as one: many producers paint each character by itself."""
    found: list[Run] = []
    chars: list[str] = []
    edges: list[float] = []
    last: Run | None = None
    end = 0.0
    for run in runs:
        size = run.size
        if (
            last is not None
            and abs(run.edges[0] - end) <= _TOUCH * size
            and abs(run.base - last.base) <= 0.05 * size
            and abs(size - last.size) <= 0.1 * size
            and run.sight is last.sight
            and run.why == last.why
        ):
            if not chars:
                chars = list(last.chars)
                edges = list(last.edges)
            chars += run.chars
            edges[-1:] = run.edges
        else:
            if last is not None:
                found.append(last._replace(chars=chars, edges=edges) if chars else last)
            last = run
            if chars:
                chars, edges = [], []
        end = run.edges[-1]
    if last is not None:
        found.append(last._replace(chars=chars, edges=edges) if chars else last)
    return found


def to_lines(runs: list[Run]) -> list[Line]:
    """Lines from top to bottom. What is printed over other text is set apart by a space and never woven into it."""
    if len(runs) == 1:
        return _lines_of(runs)
    runs.sort(key=lambda run: (run.base, run.edges[0]))
    lines: list[Line] = []
    group: list[Run] = []
    for run in runs:
        if group and run.base - group[0].base > LEVEL * min(run.size, group[0].size):
            lines += _lines_of(group)
            group = []
        group.append(run)
    return lines + _lines_of(group)


def _lines_of(runs: list[Run]) -> list[Line]:
    """The line of runs on one level; none if it is blank."""
    if len(runs) == 1:
        (run,) = runs
        text, loose = "".join(run.chars), False
        top, bottom, size = run.top, run.bottom, run.size
    else:
        if len(runs) <= MOST and are_uneven(runs):
            runs = legible_marks(runs)
        if len(runs) <= MOST and _overlap(runs):
            runs = without_copies(runs, _TWICE)  # bold by painting each digit twice
        text, loose = _text(runs)
        top, bottom = min(run.top for run in runs), max(run.bottom for run in runs)
        size = max(run.size for run in runs)
    stripped = text.strip()
    if not stripped:
        return []
    left, right = _ends(runs)
    loose = loose or any(spaces in stripped for spaces in ("    ", "\u3000\u3000", "\u2003\u2003"))
    return [Line(stripped, (left, top, right, bottom), runs[0].base, size, loose, tuple(runs))]


def _overlap(runs: Sequence[Run]) -> bool:
    """Whether a run stands over the one before it."""
    order = sorted(runs, key=lambda run: run.edges[0])
    return any(run.edges[0] - before.edges[-1] < -OVER * run.size for before, run in pairwise(order))


def _text(runs: list[Run]) -> tuple[str, bool]:
    """The text of runs on one level, and whether there is a gap in it as between columns. Puts the runs in order."""
    runs.sort(key=lambda run: run.edges[0])
    text = ""
    loose = False
    before: Run | None = None
    right = runs[0].edges[0]
    for run in runs:
        words = "".join(run.chars)
        if before is not None:
            near = _TWICE * run.size
            if (
                words == "".join(before.chars)
                and abs(run.edges[0] - before.edges[0]) <= near
                and abs(run.edges[-1] - before.edges[-1]) <= near
            ):
                continue
            gap = run.edges[0] - right
            if gap > GAP * run.size or gap < -OVER * run.size:
                text += " "
                loose = loose or gap > _WIDE * run.size
        text += words
        right = max(right, run.edges[-1])
        before = run
    return text, loose


def has_gaps(line: Line) -> bool:
    """Whether words of the line stand further apart than words of prose do: they may be of several columns."""
    right: float | None = None
    for run in line.runs:
        for at, char in enumerate(run.chars):
            if not char.isspace():
                if right is not None and run.edges[at] - right > _COLUMNS * run.size:
                    return True
                right = run.edges[at + 1]
    return False


def side_by_side(line: Line) -> list[Line]:
    """The parts of a line that stand far apart, or are of different sizes: they are of two columns of a page.

    Letters set wide stay together.
    """
    if not line.loose and all(_is_alike(run, line.runs[0]) for run in line.runs):
        return [line]
    groups: list[list[Run]] = [[]]
    right = line.box[0]
    for run in line.runs:
        first, last = _ends([run])  # a space is a gap like any other
        if groups[-1] and first <= last:
            before = groups[-1][-1]
            far = _FAR if _is_alike(run, before) else GAP
            if first - right > far * min(run.size, before.size):
                groups.append([])
        groups[-1].append(run)
        right = max(right, last)
    parts = [part for group in groups for part in to_lines(group)]
    return parts if all(len(part.text) >= _LEAST_APART for part in parts) else [line]


def _is_alike(run: Run, other: Run) -> bool:
    """Whether two runs are of one size, give or take."""
    return max(run.size, other.size) <= _LARGER * min(run.size, other.size)


def _ends(runs: list[Run]) -> tuple[float, float]:
    """Where the first and the last character that is no space stand."""
    left, right = float("inf"), float("-inf")
    for run in runs:
        bare = run.bare
        if bare.chars:
            left = min(left, bare.edges[0])
            right = max(right, bare.edges[-1])
    return left, right
