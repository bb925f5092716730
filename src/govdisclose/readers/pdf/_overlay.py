"""What is laid over a page when all of it is painted: annotations, stamps, fields. For each what it does to the text.

It is painted on a canvas of its own first, which tells what it shows and where.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from govdisclose.locate import Box
from govdisclose.readers.pdf._canvas import Canvas
from govdisclose.readers.pdf._page import Run
from govdisclose.readers.pdf._thing import Reach, Thing
from govdisclose.readers.pdf._work import Work

__all__ = ["Overlay", "canvas_over", "inked", "lined", "settle", "shown_boxes"]

_LOOK = 2  # what a comparison costs, in elements
_OVER = 0.1  # of the size: text that shares more with other text stands over it
_LAST = 0.25  # of the size


def canvas_over(canvas: Canvas, work: Work) -> Canvas:
    """A canvas for what is laid over the page of another one."""
    drawn = Canvas(canvas.number, canvas.width, canvas.height, canvas.limits, work)
    drawn.largest_shape, drawn.least_corners = float("inf"), 3
    return drawn


def settle(drawn: Canvas) -> None:
    """Leave what is seen of it. Of what lets shine through what lies below only the forms and the pictures count."""
    drawn.surfaces = [surface for surface in drawn.surfaces if surface.ink.solid]
    drawn.settle()


class Overlay:
    """What lies over one page, and the text of that page by its place."""

    def __init__(self, canvas: Canvas, work: Work) -> None:
        self.canvas = canvas
        self.work = work
        self.places: list[tuple[float, int]] = []
        """The middle of each run of the page, and its number, from top to bottom."""
        self.highest = 0.0
        self.told: set[tuple[str, Box]] = set()

    def cover(self, drawn: Canvas, what: str) -> None:
        """What is filled hides the text below it."""
        if drawn.surfaces:
            self.over([surface.box for surface in drawn.surfaces], what)
            self.canvas.surfaces += drawn.surfaces

    def stamp(self, boxes: Sequence[Box]) -> None:
        """Something that is as a picture of the page: over several cells it is none of their text."""
        if boxes:
            self.canvas.things.append(Thing(_union(boxes), "annotation", Reach.WITHIN))

    def over(self, boxes: Sequence[Box], what: str) -> None:
        """A thing for each run of text that has the middle of a character in one of the boxes."""
        for box in boxes:
            for place in self.found(box):
                if (what, place) not in self.told:
                    self.told.add((what, place))
                    self.canvas.things.append(Thing(place, what, Reach.TOUCHING))

    def found(self, box: Box) -> Iterable[Box]:
        """Of each run the characters that have their middle in a box."""
        x0, y0, x1, y1 = box
        for run in self._near(box):
            self.work.spend(len(run.chars))
            found: list[Box] = []
            for at, char in enumerate(run.chars):
                if not char.isspace():
                    own = _body(run, at, self.canvas)
                    if x0 <= (own[0] + own[2]) / 2 <= x1 and y0 <= (own[1] + own[3]) / 2 <= y1:
                        found.append(own)
            if found:
                yield _union(found)

    def stands_over(self, run: Run) -> bool:
        """Whether text of the page stands where a run would."""
        x0, y0, x1, y1 = self.canvas.shown(run)
        for other in self._near((x0, y0, x1, y1)):
            left, top, right, bottom = self.canvas.shown(other)
            if (
                min(x1, right) - max(x0, left) > _OVER * run.size
                and min(y1, bottom) - max(y0, top) > _LAST * run.size
            ):
                return True
        return False

    def _near(self, box: Box) -> list[Run]:
        """The runs that may share something with a box."""
        known = len(self.places)
        for at, run in enumerate(self.canvas.runs[known:], known):
            _, top, _, bottom = self.canvas.shown(run)
            insort(self.places, ((top + bottom) / 2, at))
            self.highest = max(self.highest, (bottom - top) / 2)
        first = bisect_left(self.places, (box[1] - self.highest, 0))
        last = bisect_left(self.places, (box[3] + self.highest, 0))
        self.work.spend(_LOOK * (last - first))
        found: list[Run] = []
        for _, at in self.places[first:last]:
            run = self.canvas.runs[at]
            left, top, right, bottom = self.canvas.shown(run)
            if left <= box[2] and right >= box[0] and top <= box[3] and bottom >= box[1]:
                found.append(run)
        return found


def _body(run: Run, at: int, canvas: Canvas) -> Box:
    """Where a digit of a run stands."""
    left, top, right, bottom = canvas.shown(run._replace(edges=run.edges[at : at + 2]))
    if run.turn % 2:
        return (left, top, right, bottom)
    height = bottom - top
    return (
        (left, bottom - 0.86 * height, right, bottom - 0.14 * height)
        if run.turn == 0
        else (left, top, right, bottom)
    )


def inked(drawn: Canvas) -> Iterable[Box]:
    """What it shows beside lines and grounds."""
    yield from (drawn.shown(run) for run in drawn.runs if "".join(run.chars).strip())
    yield from (thing.box for thing in drawn.things)


def shown_boxes(drawn: Canvas) -> list[Box]:
    """All that it shows."""
    return [*inked(drawn), *(surface.box for surface in drawn.surfaces), *_rules(drawn)]


def lined(drawn: Canvas, what: str) -> list[Thing]:
    """The level and upright lines that it shows."""
    return [Thing(box, what, Reach.LINE) for box in _rules(drawn)]


def _rules(drawn: Canvas) -> list[Box]:
    found = [(rule.start, rule.at, rule.end, rule.at) for rule in drawn.horizontals]
    return found + [(rule.at, rule.start, rule.at, rule.end) for rule in drawn.verticals]


def _union(boxes: Sequence[Box]) -> Box:
    """The box around boxes, which are not none."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
