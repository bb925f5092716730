"""Collects what a backend paints on one page, in the order painted, and makes the page of it."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from govdisclose.limits import Limits
from govdisclose.locate import Box
from govdisclose.readers.pdf._drawing import Drawing, bounds
from govdisclose.readers.pdf._ink import Ink
from govdisclose.readers.pdf._page import ASCENT, DESCENT, UNKNOWN, Page, Point, Rule, Run
from govdisclose.readers.pdf._sights import Seen, usual_size
from govdisclose.readers.pdf._strikes import Lines, Mark, Strikes
from govdisclose.readers.pdf._surface import blocks
from govdisclose.readers.pdf._thing import Reach, Thing, cut
from govdisclose.readers.pdf._upright import shown_box, shown_point, turned_box, turned_point, turned_rules
from govdisclose.readers.pdf._work import Work
from govdisclose.shown import Sight

__all__ = ["Canvas"]

_SLANT = 0.03
_VALUES = frozenset("/／—–－-无〇零" + UNKNOWN)
_SEEN = (Sight.PLAIN, Sight.WATERMARK)


def _goes_on(before: Run, run: Run) -> bool:
    """Whether a run is painted on from where another ends."""
    return (
        before.turn == run.turn
        and abs(before.base - run.base) <= 0.05 * run.size
        and abs(before.edges[-1] - run.edges[0]) <= 0.08 * run.size
        and not before.chars[-1].isspace()
        and not run.chars[0].isspace()
    )


class Canvas(Drawing):
    """Collects what a backend finds on one page.

    ``painted``: how many of the surfaces were painted before a text, all of them where it is ``None``.
    """

    def __init__(
        self, number: int, width: float, height: float, limits: Limits, work: Work | None = None
    ) -> None:
        super().__init__(number, width, height, limits, work)
        self.runs: list[Run] = []
        self.unseen: list[Run] = []
        self.hidden = 0
        self.askew = 0
        self.unknown = 0
        self.lost: Run | None = None

    def line(
        self,
        chars: Sequence[str],
        along: Sequence[float],
        origin: Point,
        way: Point,
        size: float,
        clip: Box | None,
        *,
        ink: Ink,
        painted: int | None = None,
        why: str = "",
        mirrored: bool = False,
    ) -> None:
        """A run of text: ``along`` are its edges in steps of ``way`` from the ``origin`` on its baseline.

        ``why`` it is not seen, if the file says so. ``mirrored``: it is written as in a mirror.
        """
        (x, y), (a, b) = origin, way
        if mirrored or (abs(b) > _SLANT * abs(a) and abs(a) > _SLANT * abs(b)):
            if why:
                self.hidden += len(chars)
            else:
                self.askew += len(chars)
                self._turned_text(chars, _slanting(along, origin, way, -size if mirrored else size))
            return
        if abs(b) <= _SLANT * abs(a):
            if a > 0:
                turn, base, edges = 0, y + b * along[0], [x + a * at for at in along]
            else:
                turn, base, edges = 2, self.height - y, [self.width - x - a * at for at in along]
        elif b > 0:
            turn, base, edges = 1, self.width - x, [y + b * at for at in along]
        else:
            turn, base, edges = 3, x, [self.height - y - b * at for at in along]
        self.text(chars, edges, base, size, clip, turn=turn, ink=ink, painted=painted, why=why)

    def text(
        self,
        chars: Sequence[str],
        edges: Sequence[float],
        base: float,
        size: float,
        clip: Box | None,
        *,
        ink: Ink,
        turn: int = 0,
        painted: int | None = None,
        why: str = "",
    ) -> None:
        """A run of text. ``edges`` and ``base`` are on the page turned back by ``turn``."""
        if painted is None:
            painted = len(self.surfaces)
        run = Run(chars, edges, base, size, turn, ink, painted)
        if turn:
            left, top, right, bottom = self.shown(run)
        else:
            left, right = edges[0], edges[-1]
            top, bottom = base - ASCENT * size, base + DESCENT * size
        if left < 0 or right > self.width or top < 0 or bottom > self.height:
            if right <= 0 or left >= self.width or bottom <= 0 or top >= self.height:
                self.hidden += len(chars)
                self._lose(run)
                return
            clip = self.crop(clip)
        if why:
            self._unsee(run, why)
            return
        if clip is not None and (left < clip[0] or right > clip[2] or top < clip[1] or bottom > clip[3]):
            kept = self._clipped(run, clip)
            if kept is None:
                if self._lose(run):
                    self._unsee(run, "clipped")
                else:
                    self.hidden += len(chars)
                return
            run = kept
        if self.lost is not None and _goes_on(self.lost, run):
            run = run._replace(chars=[UNKNOWN, *run.chars], edges=[run.edges[0], *run.edges])
        self.lost = None
        if UNKNOWN in run.chars:
            self.unknown += list(run.chars).count(UNKNOWN)
        self.runs.append(run)

    def take(self, runs: Sequence[Run]) -> None:
        """Runs of another canvas, painted over all that is here."""
        self.runs += [run._replace(painted=len(self.surfaces)) for run in runs]

    def _unsee(self, run: Run, why: str) -> None:
        self.unseen.append(run._replace(sight=Sight.UNSEEN, why=why))

    def _lose(self, run: Run) -> bool:
        """A clipped run: what it goes on from is not whole, where characters are painted one by one.

        Whether it goes on from nothing.
        """
        if not "".join(run.chars).strip():
            return True
        before = self.runs[-1] if self.lost is None and self.runs else None
        alone = before is None or not _goes_on(before, run)
        if before is not None and not alone:
            self.runs[-1] = before._replace(
                chars=[*before.chars, UNKNOWN], edges=[*before.edges, before.edges[-1]]
            )
        self.lost = run
        return alone

    def shown(self, run: Run) -> Box:
        """The box of a run on the page as shown."""
        return shown_box(run, (self.width, self.height))

    def _clipped(self, run: Run, clip: Box) -> Run | None:
        """The characters whose middle is inside the clip, with U+FFFD for those that are cut off beside them."""
        left, top, right, bottom = self.shown(run)
        if not run.turn % 2:
            if not clip[1] <= (top + bottom) / 2 <= clip[3]:
                return None
            low, high = (clip[0], clip[2]) if run.turn != 2 else (self.width - clip[2], self.width - clip[0])
        else:
            if not clip[0] <= (left + right) / 2 <= clip[2]:
                return None
            low, high = (
                (clip[1], clip[3]) if run.turn == 1 else (self.height - clip[3], self.height - clip[1])
            )
        edges = run.edges
        kept = [at for at in range(len(run.chars)) if low <= (edges[at] + edges[at + 1]) / 2 <= high]
        if not kept:
            return None
        self.hidden += len(run.chars) - len(kept)
        first, last = kept[0], kept[-1] + 1
        chars, edges = list(run.chars[first:last]), list(edges[first : last + 1])
        # What is left of a number that is cut is another number.
        if "".join(run.chars[:first]).strip():
            chars.insert(0, UNKNOWN)
            edges.insert(0, edges[0])
        if "".join(run.chars[last:]).strip():
            chars.append(UNKNOWN)
            edges.append(edges[-1])
        return run._replace(chars=chars, edges=edges)

    def _turned_text(self, chars: Sequence[str], box: Box) -> None:
        """Text that is not upright may be the number of the cell that it stands in."""
        if any(char.isdigit() or char in _VALUES for char in chars):
            seen = cut(box, self.crop(None))
            if seen is not None:
                self.things.append(Thing(seen, "turned", Reach.INSIDE))

    # --- the page

    def settle(self) -> None:
        """Leave only the text that is seen; all other is counted as hidden."""
        seen = Seen(self.surfaces, self.work)
        usual = usual_size(self.runs)
        runs = [part for run in self.runs for part in seen.parts(run, self.shown(run), usual)]
        self.hidden += sum(len(run.chars) for run in self.unseen)
        self.hidden += sum(len(run.chars) for run in runs if run.sight not in _SEEN)
        self.runs = [run for run in runs if run.sight in _SEEN]
        self.unseen = []

    def turn(self) -> int:
        """The quarter turns of most of the text."""
        counts = [0, 0, 0, 0]
        for run in self.runs or self.unseen:
            counts[run.turn] += len(run.chars)
        return counts.index(max(counts))

    def page(self) -> Page:
        """The page, turned so that most of its text is upright."""
        turn, size = self.turn(), (self.width, self.height)
        seen, usual = Seen(self.surfaces, self.work), usual_size(self.runs)
        horizontals, verticals = turned_rules(self.horizontals, self.verticals, turn, size)
        level = self.lines[turn % 2]
        dots = [turned_box(box, turn, size) for box, _, _ in self.dots]
        lines = Lines(
            [*horizontals, *(Rule((top + bottom) / 2, left, right) for left, top, right, bottom in dots)],
            [*(painted for painted, _ in level), *(painted for _, painted, _ in self.dots)],
            [*(ink for _, ink in level), *(ink for _, _, ink in self.dots)],
        )
        strikes = Strikes(lines, verticals, [self._turned_mark(mark, turn) for mark in self.marks], self.work)

        def shown(x: float, y: float) -> Point:
            return shown_point(x, y, turn, size)

        runs: list[Run] = []
        askew = 0
        for run in self.runs:
            box = self.shown(run)
            for part in seen.parts(run, box, usual):
                if part.turn != turn:
                    askew += len(part.chars)
                    if part.sight is Sight.PLAIN:
                        self._turned_text(part.chars, self.shown(part))
                elif part.sight is Sight.PLAIN:
                    runs += strikes.parts(part, seen, shown)
                else:
                    runs.append(part)
        runs += [seen.through_mask(run, self.shown(run)) for run in self.unseen if run.turn == turn]
        width, height = (self.height, self.width) if turn % 2 else size
        return Page(
            self.number,
            width,
            height,
            tuple(run._replace(turn=0) for run in runs) if turn else tuple(runs),
            tuple(rule for at, rule in enumerate(horizontals) if at not in strikes.used),
            tuple(verticals),
            tuple(self.pictures),
            self.hidden + sum(len(run.chars) for run in self.unseen if run.turn != turn),
            self.askew + askew,
            self.unknown,
            turn,
            tuple(
                thing._replace(box=turned_box(thing.box, turn, size))
                for thing in (*self.things, *blocks(self.surfaces))
            ),
        )

    def _turned_mark(self, mark: Mark, turn: int) -> Mark:
        if not turn:
            return mark
        size = (self.width, self.height)
        points = [turned_point(point, turn, size) for point in mark.contour.points]
        return mark._replace(
            contour=mark.contour._replace(points=points), box=turned_box(mark.box, turn, size)
        )


def _slanting(along: Sequence[float], origin: Point, way: Point, size: float) -> Box:
    """The box of text in any direction."""
    (x, y), (a, b) = origin, way
    length = hypot(a, b) or 1.0
    up = (b / length * size, -a / length * size)
    ends = [(x + a * at, y + b * at) for at in (along[0], along[-1])]
    return bounds([(x + up[0] * over, y + up[1] * over) for x, y in ends for over in (ASCENT, -DESCENT)])
