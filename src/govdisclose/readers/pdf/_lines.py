"""Runs of characters to lines of text, in a cell or on a page."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from govdisclose.locate import Box
from govdisclose.readers.pdf._page import Run

__all__ = ["Line", "join_runs", "to_lines"]

_TOUCH = 0.08  # of the size: runs that stand nearer are one
_GAP = 0.25  # of the size: a wider gap is a space
_WIDE = 1.0  # of the size: a wider gap stands between columns
_OVER = 0.3  # of the size: what reaches further under another is printed over it
_TWICE = 0.15  # of the size: the same text so near is printed twice to look bold
_LEVEL = 0.35  # of the size: baselines nearer are one line


@frozen
class Line:
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
    for run in runs:
        if (
            last is not None
            and abs(run.base - last.base) <= 0.05 * run.size
            and abs(run.size - last.size) <= 0.1 * run.size
            and abs(run.edges[0] - edges[-1]) <= _TOUCH * run.size
        ):
            if not chars:
                chars = list(last.chars)
                edges = list(last.edges)
            chars += run.chars
            edges[-1:] = run.edges
            continue
        if last is not None:
            found.append(last._replace(chars=chars, edges=edges) if chars else last)
        last, chars, edges = run, [], list(run.edges[-1:])
    if last is not None:
        found.append(last._replace(chars=chars, edges=edges) if chars else last)
    return found


def to_lines(runs: list[Run]) -> list[Line]:
    """Lines from top to bottom. What is printed over other text is set apart by a space and never woven into it."""
    if len(runs) == 1:
        line = _line(runs)
        return [line] if line is not None else []
    runs.sort(key=lambda run: (run.base, run.edges[0]))
    lines: list[Line] = []
    group: list[Run] = []
    for run in runs:
        if group and run.base - group[0].base > _LEVEL * min(run.size, group[0].size):
            line = _line(group)
            if line is not None:
                lines.append(line)
            group = []
        group.append(run)
    line = _line(group) if group else None
    return [*lines, line] if line is not None else lines


def _line(runs: list[Run]) -> Line | None:
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
            if gap > _GAP * run.size or gap < -_OVER * run.size:
                text += " "
                loose = loose or gap > _WIDE * run.size
        text += words
        right = max(right, run.edges[-1])
        before = run
    stripped = text.strip()
    if not stripped:
        return None
    left, end = _ends(runs)
    return Line(
        stripped,
        (left, min(run.top for run in runs), end, max(run.bottom for run in runs)),
        runs[0].base,
        max(run.size for run in runs),
        loose or "    " in stripped or "\u3000\u3000" in stripped,
        tuple(runs),
    )


def _ends(runs: list[Run]) -> tuple[float, float]:
    """Where the first and the last character that is no space stand."""
    left, right = float("inf"), float("-inf")
    for run in runs:
        printed = [at for at, char in enumerate(run.chars) if not char.isspace()]
        if printed:
            left = min(left, run.edges[printed[0]])
            right = max(right, run.edges[printed[-1] + 1])
    return left, right
