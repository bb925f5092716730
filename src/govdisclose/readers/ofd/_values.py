"""Values of OFD as they stand in attributes: numbers, boxes, matrices. One that is none damages the file."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from lxml import etree

from govdisclose.errors import DamagedDocumentError
from govdisclose.locate import Box
from govdisclose.readers.pdf._page import Matrix, multiply
from govdisclose.readers.pdf._work import Work

__all__ = [
    "POINTS",
    "all_of",
    "box_of",
    "child_of",
    "deltas",
    "flag",
    "kind_of",
    "matrix_of",
    "moved",
    "number",
    "numbers",
    "share_of",
    "shown",
    "whole",
]

POINTS = 72 / 25.4
"""In a millimetre, which all lengths of OFD are measured in."""

_LARGEST = 1e6
_FARTHEST = 1e9  # of what matrices make together
_LONGEST = 40


def kind_of(element: etree._Element) -> str:
    """The name of an element without its namespace: versions of the format differ in that alone."""
    return element.tag.rpartition("}")[2]


def child_of(element: etree._Element, name: str) -> etree._Element | None:
    """The first child of a name."""
    return next(all_of(element, name), None)


def all_of(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of a name."""
    return (item for item in element if kind_of(item) == name)


def number(text: str, what: str) -> float:
    """Raises ``DamagedDocumentError`` for what is no number or has no bounds."""
    try:
        value = float(text) if len(text) <= _LONGEST and "_" not in text else float("nan")
    except ValueError:
        value = float("nan")
    if not isfinite(value) or abs(value) > _LARGEST:
        raise DamagedDocumentError(f"{what} of the OFD is {text[:40]!r}, which is no number or too large")
    return value


def numbers(text: str, what: str) -> list[float]:
    """Numbers parted by white space."""
    return [number(part, what) for part in text.split()]


def whole(text: str, what: str) -> int:
    """A count."""
    value = number(text, what)
    if value != int(value) or value < 0:
        raise DamagedDocumentError(f"{what} of the OFD is {text[:40]!r}, which is no count")
    return int(value)


def flag(element: etree._Element, name: str, *, fallback: bool) -> bool:
    """An attribute that says yes or no."""
    text = element.get(name)
    return fallback if text is None else text.strip().lower() in ("true", "1")


def share_of(element: etree._Element) -> float:
    """How much of it covers, from 0 to 1: ``Alpha`` counts to 255."""
    text = element.get("Alpha")
    return 1.0 if text is None else min(max(number(text, "an Alpha") / 255, 0.0), 1.0)


def box_of(text: str | None, what: str = "a Boundary") -> Box | None:
    """A box given by its corner, its width and its height, which some writers give to the other side."""
    if text is None:
        return None
    found = numbers(text, what)
    if len(found) != 4:
        raise DamagedDocumentError(f"{what} of the OFD has {len(found)} numbers, not four")
    x, y, wide, high = found
    return (x, y, x + wide, y + high)


def matrix_of(text: str | None) -> Matrix | None:
    """A ``CTM``."""
    if text is None:
        return None
    found = numbers(text, "a CTM")
    if len(found) != 6:
        raise DamagedDocumentError(f"a CTM of the OFD has {len(found)} numbers, not six")
    a, b, c, d, e, f = found
    return (a, b, c, d, e, f)


def moved(own: Matrix | None, boundary: Box | None, outer: Matrix) -> Matrix:
    """From the space of an object, by its matrix and the corner of its boundary, to that outside."""
    x, y = (boundary[0], boundary[1]) if boundary is not None else (0.0, 0.0)
    within = multiply((1, 0, 0, 1, x, y), outer)
    found = within if own is None else multiply(own, within)
    if not all(abs(value) <= _FARTHEST for value in found):
        raise DamagedDocumentError("an object of the OFD is moved or stretched beyond any page")
    return found


def shown(box: Box, matrix: Matrix) -> Box:
    """The box around a box that is moved."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [b * x + d * y + f for x in (box[0], box[2]) for y in (box[1], box[3])]
    return (min(xs), min(ys), max(xs), max(ys))


def deltas(text: str | None, needed: int, work: Work) -> list[float]:
    """The distances, of which ``g 3 2.5`` are three; no more than are needed."""
    found: list[float] = []
    parts = (text or "").split()
    work.spend(len(parts) // 4)
    at = 0
    while at < len(parts) and len(found) < needed:
        if parts[at] == "g":
            if at + 2 >= len(parts):
                raise DamagedDocumentError(
                    "a distance between characters of the OFD is repeated and not given"
                )
            count = whole(parts[at + 1], "a DeltaX or DeltaY")
            found += [number(parts[at + 2], "a DeltaX or DeltaY")] * min(count, needed - len(found))
            at += 3
        else:
            found.append(number(parts[at], "a DeltaX or DeltaY"))
            at += 1
    return found
