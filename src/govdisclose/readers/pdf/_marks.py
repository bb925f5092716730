"""Note marks beside digits, and text that is painted twice.

A mark is smaller than what it stands at, and mostly on another baseline; what differs in one of the two only may be
one, and nobody knows:

    size beside the digit    same baseline          raised or lowered
    to 75 %                  mark                   mark
    to 88 %                  not known              mark
    to 92 %                  one number             mark if by much, else one number
    over that                one number             not known
"""

from __future__ import annotations

from collections.abc import Sequence

from govdisclose.readers.pdf._page import UNKNOWN, Run
from govdisclose.shown import Piece, Sight, compose_line

__all__ = ["MOST", "are_uneven", "legible_marks", "with_marks", "without_copies"]

_SMALL, _SMALLER, _ALIKE = 0.75, 0.88, 0.92  # times the size of the text beside it
_SHIFT, _MUCH = 0.05, 0.15  # of the size: baselines further apart differ, differ much
_HIGHEST, _LOWEST = 0.9, 0.35  # of the size: a mark is raised or lowered by no more
_AFTER, _BEFORE = 0.5, 0.3  # of the size: how far from its text a mark may stand
_OVERLAP = 0.25
_COPY = 0.3  # of the size: the same text so near is painted twice
_LONGEST = 6
MOST = 200
"""Runs: among more, marks are not looked for, which would be the square of them."""
_LEGIBLE = (Sight.PLAIN, Sight.STRUCK)
_SIGNS = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳*＊※†‡#()（）[]［］注,，、")


def are_uneven(runs: Sequence[Run]) -> bool:
    """Whether runs of one cell differ as marks and their text do: a quick look that misses none."""
    first = before = runs[0]
    for run in runs[1:]:
        for other in (first, before):
            if not _ALIKE <= run.size / (other.size or 1.0) <= 1 / _ALIKE:
                return True
            if _SHIFT * other.size < abs(run.base - other.base) <= _HIGHEST * other.size:
                return True
        before = run
    return False


def with_marks(runs: Sequence[Run]) -> list[Run]:
    """The runs, with those that are marks of others said to be raised or lowered, or not known.

    What is struck out is still seen: a mark beside it is one as before, and no number of its own.
    """
    bare = [(at, run.bare) for at, run in enumerate(runs) if run.sight in _LEGIBLE]
    legible = {at: run for at, run in bare if run.chars}
    if len(legible) < 2:
        return [*runs]
    found: list[Run] = []
    for number, run in enumerate(runs):
        sight, why = run.sight, run.why
        if run.sight is Sight.PLAIN and _may_be_mark(run):
            for at, other in legible.items():
                if at != number:
                    own = _beside(legible[number], other)
                    if own is not None:
                        sight, why = own, "style" if own is Sight.NOT_READ else ""
                        break
        found.append(run if sight is run.sight else run._replace(sight=sight, why=why))
    return found


def legible_marks(runs: Sequence[Run]) -> list[Run]:
    """The runs of a line outside ruled tables: marks stand as raised digits, and as U+FFFD what may be one."""
    found: list[Run] = []
    for run in with_marks(runs):
        if run.sight in (Sight.RAISED, Sight.LOWERED):
            chars = [compose_line([Piece(char, run.sight)]) for char in run.chars]
            run = run._replace(chars=chars, sight=Sight.PLAIN)
        elif run.sight is Sight.NOT_READ:
            chars = [UNKNOWN if char.isdigit() else char for char in run.chars]
            run = run._replace(chars=chars, sight=Sight.PLAIN, why="")
        found.append(run)
    return found


def _may_be_mark(run: Run) -> bool:
    text = "".join(run.chars).strip()
    return 0 < len(text) <= _LONGEST and all(char.isdigit() or char in _SIGNS for char in text)


def _beside(run: Run, other: Run) -> Sight | None:
    """What a run is at another one, if it is a mark or may be one."""
    size = other.size or 1.0
    share, raised = run.size / size, (other.base - run.base) / size
    if share > 1 or not -_LOWEST <= raised <= _HIGHEST:
        return None
    gap_after, gap_before = run.edges[0] - other.edges[-1], other.edges[0] - run.edges[-1]
    after = -_OVERLAP * size <= gap_after <= _AFTER * size
    before = -_OVERLAP * size <= gap_before <= _BEFORE * size
    if not after and not before:
        return None
    to_digit = (other.chars[-1] if after else other.chars[0]).isdigit()
    if abs(raised) > _SHIFT:
        if share <= _SMALLER or (share <= _ALIKE and abs(raised) >= _MUCH):
            return Sight.RAISED if raised > 0 else Sight.LOWERED
        return Sight.NOT_READ if to_digit and abs(raised) <= _LOWEST else None
    if to_digit and share <= _SMALL:
        return Sight.RAISED
    return Sight.NOT_READ if to_digit and share <= _SMALLER else None


def without_copies(runs: Sequence[Run], share: float = _COPY) -> list[Run]:
    """The runs, each text that is painted twice in one place once; what is seen is kept.

    ``share``: of the size, how far the copies may be apart.
    """
    found: list[Run] = []
    for run in sorted(runs, key=lambda one: (one.sight is not Sight.PLAIN, -len(one.chars))):
        if not any(_is_copy(run, other, share * run.size) for other in found):
            found.append(run)
    return found


def _is_copy(run: Run, other: Run, near: float) -> bool:
    """Whether a run is another one painted again, or a part of it."""
    if (
        abs(run.base - other.base) > near
        or run.edges[0] < other.edges[0] - near
        or run.edges[-1] > other.edges[-1] + near
    ):
        return False
    text, whole = "".join(run.chars).strip(), "".join(other.chars).strip()
    if abs(run.edges[0] - other.edges[0]) <= near and abs(run.edges[-1] - other.edges[-1]) <= near:
        return text == whole
    count = len(run.chars)
    return any(
        abs(run.edges[0] - other.edges[at]) <= near
        and abs(run.edges[-1] - other.edges[at + count]) <= near
        and list(run.chars) == list(other.chars[at : at + count])
        for at in range(len(other.chars) - count + 1)
    )
