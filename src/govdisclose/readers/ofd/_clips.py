"""What is seen of the letters of an OFD through their boundary.

Nothing of an object shows outside its boundary. Some writers draw it close around the ink of the letters, which not all
have in the middle of their em: a full stop is at the foot of it, a bracket at one side, a dash is as flat as its line.
"""

from __future__ import annotations

from govdisclose.locate import Box
from govdisclose.readers.ofd._text import Frame, Stretch
from govdisclose.readers.pdf._thing import cut

__all__ = ["letters_clip", "smaller"]

_CLOSE = 0.15  # of the size: how far a boundary that is drawn around one character goes out of its em
_CLOSING, _OPENING = frozenset("，。、．：；！？）》”’】」』〉"), frozenset("（《“‘【「『〈")
_HALF = 0.6  # of the size: what fills the first or the last half of its em leaves no more of it free
_LEVEL = 0.03


def smaller(box: Box, clip: Box | None) -> Box:
    """A box as far as it is in a clip; turned inside out where they share nothing."""
    if clip is None:
        return box
    return (max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3]))


def letters_clip(part: Stretch, frame: Frame, bound: Box | None, clip: Box | None) -> Box | None:
    """What is seen of a stretch. ``bound``: its boundary; ``clip``: what is seen without it."""
    if bound is None:
        return clip
    box = part.box(frame)
    marks = not any(char.isalnum() for char in part.chars)
    if marks or (len(part.chars) == 1 and not part.chars[0].isdigit()):
        slack = _CLOSE * frame.size
        around = (box[0] - slack, box[1] - slack, box[2] + slack, box[3] + slack)
        if (marks or smaller(bound, around) == bound) and cut(bound, box) is not None:
            return clip
    left, top, right, bottom = bound
    if abs(frame.way[1]) <= _LEVEL and frame.way[0] > 0:
        free = _HALF * frame.size
        if part.chars[-1] in _CLOSING and right < box[2] <= right + free:
            right = box[2]
        if part.chars[0] in _OPENING and left - free <= box[0] < left:
            left = box[0]
    return smaller((left, top, right, bottom), clip)
