"""How each run of a page is seen, by what is painted below it and over it.

The order of painting decides, whatever the file says beside it:

    below   letters in the colour of their ground are not seen; those near to it are a watermark's, if anything
    over    an opaque filling or picture over the middle of a character covers it; what lets shine through does not
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from govdisclose.locate import Box
from govdisclose.readers.pdf._ink import PALE, PAPER, SAME, Colour, Ink, apart, over
from govdisclose.readers.pdf._page import DESCENT, Point, Run
from govdisclose.readers.pdf._surface import Places, Surface, ground
from govdisclose.readers.pdf._work import Work
from govdisclose.shown import Sight

__all__ = ["Seen", "Sights", "split", "usual_size"]

_CENTRE = 0.36  # of the size: the middle of a character is so high over its baseline
_SMALL = 2.0  # points
_SMALL_SHARE = 0.2  # of the usual size
_SQUEEZED = 0.1  # of the size: no digit is so narrow
_HAIR = 0.6  # points: what is narrower is not seen
_CORNERS = ((0.25, 0.14), (0.75, 0.14), (0.25, 0.58), (0.75, 0.58))
"""Points in the body of a digit, in shares of its width and of its size over the baseline."""
_MOSTLY = 2  # corners: of what is covered in its middle, at least so many are covered too
_HEAVY = 2  # comparisons: what one surface and one character cost
_MOST_COLOURS = 64
_DARK = 0.5  # a ground that differs more from paper is no shading of a cell
_BAR = 1.6  # of the size: as high is what is laid behind letters
_MASK = 2.2  # of the size: as high is what is painted through letters

Sights = list[tuple[Sight, str]]
_PLAIN = (Sight.PLAIN, "")
_ALIKE = (Sight.UNSEEN, "colour")


def usual_size(runs: Iterable[Run]) -> float:
    """The size that half of the characters do not exceed, 0 if there are none."""
    sizes = sorted((run.size, len(run.chars)) for run in runs if run.sight is Sight.PLAIN)
    half = sum(count for _, count in sizes) / 2
    for size, count in sizes:
        half -= count
        if half <= 0:
            return size
    return 0.0


class Seen:
    """What the surfaces of one page do to its text. Boxes of runs are those on the page as shown."""

    def __init__(self, surfaces: Sequence[Surface], work: Work) -> None:
        self.surfaces = surfaces
        self.work = work
        self.places = Places((surface.box for surface in surfaces), work)
        self.last = max((at for at, surface in enumerate(surfaces) if surface.ink.solid), default=-1)
        self.through = any(not surface.ink.solid for surface in surfaces)
        self.colours = {PAPER, *(ink.colour for ink in {surface.ink for surface in surfaces} if ink.colour)}
        self._doubtful: dict[Ink, bool] = {}

    def parts(self, run: Run, box: Box, usual: float) -> Iterator[Run]:
        """The run, in parts that are seen alike."""
        if run.size < _SMALL and run.size < _SMALL_SHARE * usual:
            yield run._replace(sight=Sight.UNSEEN, why="small")
            return
        if _is_squeezed(run):
            thin = (run.edges[-1] - run.edges[0]) / len(run.chars) < _HAIR
            yield run._replace(
                sight=Sight.UNSEEN if thin else Sight.NOT_READ, why="small" if thin else "style"
            )
            return
        if run.ink.mixed and any(char.isdigit() for char in run.chars):
            yield run._replace(sight=Sight.NOT_READ, why="style")
            return
        doubtful = self._is_doubtful(run.ink)
        if not doubtful and self.last < run.painted:
            yield run
            return
        near = self.places.near(box) if self.surfaces else []
        below = near[: bisect_left(near, run.painted)]
        above = [at for at in near[len(below) :] if self.surfaces[at].ink.solid]
        if not above and not (doubtful and self._is_doubtful_on(run.ink, below)):
            yield run
            return
        self.work.step(_HEAVY * len(run.chars) * len(near))
        found: Sights = []
        for at, char in enumerate(run.chars):
            if char.isspace() and found:
                found.append(found[-1])
                continue
            x, y = _place(run, at, box)
            over_it = self._over(above, x, y)
            part = self._covered_corners(run, at, box, above) if above and char.isdigit() else 0
            if part and (over_it is None or part < _MOSTLY):
                found.append((Sight.NOT_READ, "drawing"))  # what is left of it may look like another digit
            elif over_it is not None:
                found.append((Sight.COVERED, self._looks(over_it)))
            elif doubtful:
                sight = _against(run.ink, ground(self.surfaces, below, x, y))
                if sight == _ALIKE and self._is_bar(below, x, y, run.size):
                    sight = (Sight.COVERED, "drawing")  # blacked out
                found.append(sight)
            else:
                found.append(_PLAIN)
        yield from split(run, found)

    def _over(self, above: Sequence[int], x: float, y: float) -> int | None:
        """The last of these surfaces that is painted at a point."""
        return next((number for number in reversed(above) if self.surfaces[number].holds(x, y)), None)

    def _covered_corners(self, run: Run, at: int, box: Box, above: Sequence[int]) -> int:
        """How many of the corners of a digit something is painted over."""
        self.work.step(len(_CORNERS) * len(above))
        return sum(
            self._over(above, *_place(run, at, box, across, high)) is not None for across, high in _CORNERS
        )

    def _is_bar(self, below: Sequence[int], x: float, y: float, size: float) -> bool:
        """Whether the ground is dark, and no higher than what is laid behind letters."""
        for number in reversed(below):
            surface = self.surfaces[number]
            if surface.holds(x, y):
                colour = surface.ink.colour
                dark = colour is not None and apart(colour, PAPER) > _DARK
                return dark and surface.box[3] - surface.box[1] <= _BAR * size
        return False

    def through_mask(self, run: Run, box: Box) -> Run:
        """Text that is not painted itself, but may be what something is painted through: then it is seen as that."""
        if run.why not in ("transparent", "hidden") or not self.through:
            return run
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for number in self.places.near((x, y, x, y)):
            surface = self.surfaces[number]
            if surface.ink.mixed and surface.box[3] - surface.box[1] <= _MASK * run.size:
                return run._replace(sight=Sight.NOT_READ, why="outline")
        return run

    def _looks(self, number: int) -> str:
        """What is seen where something is covered: nothing, if that is as white as paper."""
        surface = self.surfaces[number]
        if surface.picture:
            return "picture"
        colour = surface.ink.colour
        return "" if colour is not None and apart(colour, PAPER) <= SAME else "drawing"

    def _is_doubtful(self, ink: Ink) -> bool:
        """Whether there is a ground on the page on which the ink may not be seen well."""
        known = self._doubtful.get(ink)
        if known is None:
            if ink.mixed:
                known = False
            elif ink.colour is None:
                known = not ink.solid
            else:
                known = (
                    not ink.solid
                    or self.through
                    or len(self.colours) > _MOST_COLOURS
                    or any(apart(ink.colour, colour) <= PALE for colour in self.colours)
                )
            self._doubtful[ink] = known
        return known

    def _is_doubtful_on(self, ink: Ink, below: Sequence[int]) -> bool:
        """The same for these surfaces alone."""
        if not ink.solid or ink.colour is None:
            return True
        colours = [PAPER, *(self.surfaces[at].ink.colour for at in below)]
        return not all(self.surfaces[at].ink.solid for at in below) or any(
            colour is not None and apart(ink.colour, colour) <= PALE for colour in colours
        )

    def is_seen(self, ink: Ink, painted: int, x: float, y: float) -> bool:
        """Whether a line can be seen at a point: in another colour than its ground, and with nothing over it."""
        if ink.solid and ink.colour is not None and apart(ink.colour, PAPER) > SAME and self.last < painted:
            return True
        near = self.places.near((x, y, x, y)) if self.surfaces else []
        first = bisect_left(near, painted)
        if any(self.surfaces[at].ink.solid and self.surfaces[at].holds(x, y) for at in near[first:]):
            return False
        sight, _ = _against(ink, ground(self.surfaces, near[:first], x, y))
        return sight is not Sight.UNSEEN


def _against(ink: Ink, below: Colour | None) -> tuple[Sight, str]:
    """How letters are seen on a ground."""
    if ink.alpha <= SAME and not ink.mixed:
        return Sight.UNSEEN, "transparent"
    seen = over(ink, below)
    if seen is None or below is None:
        return _PLAIN
    difference = apart(seen, below)
    if difference <= SAME:
        return Sight.UNSEEN, "colour" if ink.solid else "transparent"
    return (Sight.WATERMARK, "") if difference <= PALE else _PLAIN


def split(run: Run, found: Sights) -> Iterator[Run]:
    """The run in stretches of one sight."""
    first = 0
    for (sight, why), group in groupby(found):
        end = first + len([*group])
        if (sight, why) == _PLAIN and first == 0 and end == len(found):
            yield run
        else:
            yield run._replace(
                chars=run.chars[first:end], edges=run.edges[first : end + 1], sight=sight, why=why
            )
        first = end


def _is_squeezed(run: Run) -> bool:
    """Whether digits are written so narrow that nobody can read them."""
    width = (run.edges[-1] - run.edges[0]) / (len(run.chars) or 1)
    return 0 < width < _SQUEEZED * run.size and any(char.isdigit() for char in run.chars)


def _place(run: Run, at: int, box: Box, across: float = 0.5, high: float = _CENTRE) -> Point:
    """A point of a character on the page as shown, by default its middle.

    ``across`` is a share of its width, ``high`` a share of the size over the baseline.
    """
    start, end = run.edges[0], run.edges[-1]
    own = run.edges[at] + across * (run.edges[at + 1] - run.edges[at])
    share = (own - start) / ((end - start) or 1.0)
    over = (high + DESCENT) * run.size
    left, top, right, bottom = box
    if run.turn == 0:
        return (left + share * (right - left), bottom - over)
    if run.turn == 2:
        return (right - share * (right - left), top + over)
    if run.turn == 1:
        return (left + over, top + share * (bottom - top))
    return (right - over, bottom - share * (bottom - top))
