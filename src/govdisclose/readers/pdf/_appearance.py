"""What an annotation of a PDF is drawn with and where: its appearance and its rectangle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1

from govdisclose.locate import Box
from govdisclose.readers.pdf._page import Matrix
from govdisclose.readers.pdf._values import array, dictionary, name, numbers

__all__ = ["appearance", "caption", "fitted", "is_on", "placed", "quads"]


def appearance(spec: Mapping[str, Any]) -> PDFStream | None:
    """The form that is drawn, by the state that the annotation is in."""
    normal = resolve1(dictionary(spec.get("AP")).get("N"))
    if isinstance(normal, PDFStream):
        return normal
    if isinstance(normal, dict):
        state = (
            name(spec.get("AS"))
            or name(spec.get("V"))
            or name(dictionary(spec.get("Parent")).get("V"))
            or "Off"
        )
        form = resolve1(normal.get(state))
        return form if isinstance(form, PDFStream) else None
    return None


def is_on(spec: Mapping[str, Any]) -> bool:
    """Whether a check box without a form for its state is checked."""
    state = name(spec.get("AS"))
    return state not in ("", "Off") and not isinstance(resolve1(dictionary(spec.get("AP")).get("N")), dict)


def caption(spec: Mapping[str, Any]) -> object:
    """The words of a button."""
    return dictionary(spec.get("MK")).get("CA")


def fitted(bbox: tuple[float, ...] | None, own: Matrix, rect: tuple[float, ...] | None) -> Matrix | None:
    """What puts the box of a form into the rectangle of its annotation. ``None`` if one of them has no size."""
    if bbox is None or rect is None:
        raise ValueError("no box")
    left, top, right, bottom = _bounds(bbox, own)
    x0, x1 = sorted((rect[0], rect[2]))
    y0, y1 = sorted((rect[1], rect[3]))
    if right - left <= 0 or bottom - top <= 0:
        return None
    across, down = (x1 - x0) / (right - left), (y1 - y0) / (bottom - top)
    return (across, 0, 0, down, x0 - across * left, y0 - down * top)


def _bounds(box: Sequence[float], matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    corners = [(box[x], box[y]) for x in (0, 2) for y in (1, 3)]
    xs, ys = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def placed(rect: object, matrix: Matrix) -> Box | None:
    """A rectangle of the file on the page as shown."""
    found = numbers(rect, 4)
    return _bounds(found, matrix) if found else None


def quads(spec: Mapping[str, Any], matrix: Matrix) -> list[Box]:
    """The boxes of the text that a mark is made on."""
    values = [
        value for item in array(spec.get("QuadPoints")) if isinstance(value := resolve1(item), int | float)
    ]
    found: list[Box] = []
    for at in range(0, len(values) - 7, 8):
        xs, ys = values[at : at + 8 : 2], values[at + 1 : at + 8 : 2]
        found.append(_bounds((min(xs), min(ys), max(xs), max(ys)), matrix))
    return found
