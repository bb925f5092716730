"""What a person sees in a cell of a ruled table, from its runs and the things in it: pieces for ``shown.compose``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from govdisclose.locate import Box
from govdisclose.readers.pdf._lines import GAP, LEVEL, OVER
from govdisclose.readers.pdf._marks import MOST, are_uneven, with_marks, without_copies
from govdisclose.readers.pdf._page import UNKNOWN, Page, Run
from govdisclose.readers.pdf._rules import Lattice
from govdisclose.readers.pdf._sights import usual_size
from govdisclose.shown import Composed, Piece, Sight, compose

__all__ = ["SHOWS", "Special", "legible", "look", "sort_pale", "under_pictures"]

SHOWS = frozenset((Sight.PLAIN, Sight.STRUCK, Sight.RAISED, Sight.LOWERED, Sight.NOT_READ))
"""How something is seen that shows on the page."""

_MARKS = (Sight.RAISED, Sight.LOWERED)
_UNSEEN = (Sight.UNSEEN, Sight.COVERED)
_LARGE = 1.8  # times the usual size: letters of a watermark
_OTHER_SIZE = 0.15
_FEW = 0.25  # of the pale characters: where fewer are dark, the table is printed in grey
_OUT = 1.0  # points: what reaches further over the edge of a cell belongs to no cell
_HEIGHT, _DEPTH = 0.75, 0.05  # of the size: what a digit takes over and under its baseline
_MOST_PICTURES = 20  # of a page are as large as a table
_VALUE = re.compile(rf"[\s0-9０-９,，.．/／\-—–－无〇零{UNKNOWN}]+")


@frozen
class Special:
    """A cell in which not all is plain text: its plain runs, and its pieces in the order in which they stand."""

    plain: list[Run]
    pieces: tuple[Piece, ...]

    @property
    def shows(self) -> bool:
        """Whether anything is seen in it."""
        return any(piece.sight in SHOWS and (piece.text.strip() or piece.what) for piece in self.pieces)

    def composed(self, things: Sequence[str]) -> Composed:
        """The text of the cell with these things in it."""
        told = {piece.what for piece in self.pieces if piece.sight is Sight.NOT_READ}
        more = [Piece("", Sight.NOT_READ, what) for what in things if what not in told]
        whole = compose([*self.pieces, *more])
        lines = [line.strip() for line in whole.text.split("\n")]
        return Composed("\n".join(line for line in lines if line), whole.notes)


def look(runs: Sequence[Run]) -> Special | None:
    """What is special about the runs of a cell; ``None`` if all of them are plain text of one number or label."""
    if all(run.sight is Sight.PLAIN for run in runs) and not (len(runs) > 1 and are_uneven(runs)):
        return None
    shown = with_marks(without_copies(runs)) if len(runs) <= MOST else [*runs]
    kept = [run for run in shown if run.sight is Sight.PLAIN]
    if all(run.sight is Sight.PLAIN or run.sight in _UNSEEN for run in shown):
        if len(kept) == len(runs):
            return None
        if kept and _bare(kept) == _bare([run for run in shown if run.sight in _UNSEEN]):
            shown = kept  # written once more, so that it can be found or copied
    return Special(kept, tuple(_pieces(shown)))


def _bare(runs: Sequence[Run]) -> str:
    """All text without white space, from left to right."""
    return "".join("".join("".join(run.chars).split()) for run in sorted(runs, key=lambda run: run.edges[0]))


def _pieces(runs: Sequence[Run]) -> Iterator[Piece]:
    """The pieces of a cell in reading order."""
    first = True
    for group in _levels(runs):
        group.sort(key=lambda run: run.bare.edges[0])
        if any(run.sight in SHOWS for run in group):
            if not first:
                yield Piece("\n")
            first = False
        yield from _line(group)
    for run in runs:
        if run.sight is Sight.WATERMARK:
            yield Piece("".join(run.chars), Sight.WATERMARK, room=False)


def _levels(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs in lines from the top, marks with the text that they stand at."""
    groups: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.base):
        if run.sight in _MARKS or run.sight is Sight.WATERMARK:
            continue
        last = groups[-1][0] if groups else None
        if last is not None and run.base - last.base <= LEVEL * min(run.size, last.size):
            groups[-1].append(run)
        else:
            groups.append([run])
    for run in runs:
        if run.sight in _MARKS and groups:
            raised = run.sight is Sight.RAISED
            at = [group for group in groups if (group[0].base >= run.base) is raised] or groups
            min(at, key=lambda group: abs(group[0].base - run.base)).append(run)
    return groups


def _line(group: Sequence[Run]) -> Iterator[Piece]:
    """The pieces of one line."""
    plain = [run for run in group if run.sight is Sight.PLAIN]
    right: float | None = None
    for run in group:
        text = "".join(run.chars)
        if run.sight in _UNSEEN:
            room = not any(
                run.edges[0] < other.edges[-1] - _OUT and other.edges[0] + _OUT < run.edges[-1]
                for other in plain
            )
            yield Piece(text, run.sight, run.why, room)
            if right is not None and room:
                right = max(right, run.edges[-1])
            if run.sight is Sight.COVERED and run.why:
                yield Piece("", Sight.NOT_READ, run.why)
            continue
        if right is not None and run.sight not in _MARKS:
            gap = run.edges[0] - right
            if gap > GAP * run.size or gap < -OVER * run.size:
                yield Piece(" ")
        right = max(right or 0.0, run.edges[-1])
        if run.sight is Sight.NOT_READ:
            yield Piece(text)
            yield Piece("", Sight.NOT_READ, run.why)
        else:
            yield Piece(text, run.sight, run.why)


# --- watermarks


def sort_pale(runs: Sequence[Run], lattice: Lattice, repeated: frozenset[str]) -> list[Run]:
    """The runs of a table, with what is known about its pale text.

    It is a watermark's if it is much larger than the text of the table, or goes over the edge of its cell, or stands
    on several pages in another size than that of the table. Else pale digits are not known to be the cell's, and other
    pale text is left as it is: grey headings are no watermark. So is all of it in a table that is pale as a whole.
    """
    pale = sum(len(run.chars) for run in runs if run.sight is Sight.WATERMARK)
    if not pale:
        return [*runs]
    dark = [run for run in runs if run.sight is not Sight.WATERMARK]
    if sum(len(run.chars) for run in dark if run.sight is Sight.PLAIN) < _FEW * pale:
        return [run._replace(sight=Sight.PLAIN) if run.sight is Sight.WATERMARK else run for run in runs]
    usual = usual_size(dark)
    found: list[Run] = []
    for run in runs:
        if run.sight is Sight.WATERMARK and not _is_watermark(run, lattice, usual, repeated):
            text = "".join(run.chars)
            if _VALUE.fullmatch(text) and text.strip():
                run = run._replace(sight=Sight.NOT_READ, why="pale")
            else:
                run = run._replace(sight=Sight.PLAIN)
        found.append(run)
    return found


def _is_watermark(run: Run, lattice: Lattice, usual: float, repeated: frozenset[str]) -> bool:
    if run.size > _LARGE * usual:
        return True
    if abs(run.size - usual) > _OTHER_SIZE * usual and "".join(run.chars).strip() in repeated:
        return True
    left, top, right, bottom = lattice.cell((run.edges[0] + run.edges[-1]) / 2, run.middle)
    return (
        run.edges[0] < left - _OUT
        or run.edges[-1] > right + _OUT
        or run.base - _HEIGHT * run.size < top - _OUT
        or run.base + _DEPTH * run.size > bottom + _OUT
    )


# --- outside ruled tables


def legible(runs: Sequence[Run], *, scan: bool) -> tuple[list[Run], int]:
    """The runs outside ruled tables, and how many of their characters cannot be seen.

    What is not seen is left out. A digit that is struck out or covered, or that may be a watermark's, stands as
    U+FFFD, so that no number is read without it. ``scan``: the page shows nothing but pictures.
    """
    if all(run.sight is Sight.PLAIN for run in runs):
        return [*runs], 0
    found: list[Run] = []
    hidden = 0
    for run in runs:
        text = "".join(run.chars)
        if run.sight is Sight.PLAIN or (run.sight is Sight.WATERMARK and not _VALUE.fullmatch(text)):
            found.append(run if run.sight is Sight.PLAIN else run._replace(sight=Sight.PLAIN))
            continue
        if run.sight in _UNSEEN:
            hidden += len(run.chars)
        if run.sight is not Sight.UNSEEN and not scan and any(char.isdigit() for char in text):
            chars = [UNKNOWN if char.isdigit() else " " for char in run.chars]
            found.append(run._replace(chars=chars, sight=Sight.PLAIN, why=""))
    return found, hidden


# --- scans


def under_pictures(runs: Sequence[Run], boxes: Sequence[Box], filled: Sequence[bool], page: Page) -> set[int]:
    """The cells of a table that show a part of a large picture, and no text that is seen.

    That is so where text that nobody sees stands in the picture: it was recognized in it.
    """
    recognized = [run for run in runs if run.sight in _UNSEEN and "".join(run.chars).strip()]
    if not recognized or not page.pictures:
        return set()
    found: set[int] = set()
    large = sorted(set(page.pictures), key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    for x0, y0, x1, y1 in large[-_MOST_PICTURES:]:
        if any(y0 <= run.middle <= y1 and x0 <= run.edges[0] <= x1 for run in recognized[:MOST]):
            for at, (left, top, right, bottom) in enumerate(boxes):
                if not filled[at] and x0 <= left and y0 <= top and right <= x1 and bottom <= y1:
                    found.add(at)
    return found
