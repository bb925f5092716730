"""Two kinds of noise in one cell: which may meet there, and what a person then sees; see ``cells``."""

from __future__ import annotations

import re

from govdisclose.testing._cell_noise import CellNoise, Seen
from govdisclose.testing._cells_docx import PLAIN
from govdisclose.testing._cells_docx_prints import PRINTED_OTHERWISE

__all__ = ["paired"]

_PLAIN = {"html": "$n", "docx": PLAIN}
_TEXT_ALONE = re.compile(
    r'="[^"]*\$n|document.write|<(?:option|textarea|text|mn|script)\b[^>]*>\$n'
)  # no tags are read there
# What is seen depends on both: letters on a ground, sizes of sizes, lines through what stands in a line of its own.
_TOGETHER = (
    re.compile("colou?r|shd|highlight|background|opacity|mark"),
    re.compile("font|<sup|<sub|<small|<rt|w:sz|vertAlign|w:position"),
    re.compile("line-through|<s>|<del>|<strike>|inline-block"),
)
_NEITHER = (
    # the run takes back what its paragraph has
    re.compile(r"struck-paragraph-style\+ok-strike-off"),
    # what stands in the box is the only number that is left
    re.compile(r"text-box\+(?:struck-alone|struck-paragraph-style|changed-deleted-alone)"),
)
"""Pairs of kinds that come to something else than both: their names, the outer one first."""


def paired(one: CellNoise, other: CellNoise) -> CellNoise | None:
    """Both kinds in one cell; None where the first does not leave the number whole."""
    plain = _PLAIN[one.format]
    name = f"{one.id}+{other.id}"
    if (one.format, one.on) != (other.format, other.on) or plain not in one.markup or one is other:
        return None
    if _TEXT_ALONE.search(one.markup) or any(pair.fullmatch(name) for pair in _NEITHER):
        return None
    if any(getattr(one, part) and getattr(other, part) for part in ("cell", "paragraph", "styles")):
        return None
    if Seen.BLANK in (one.seen, other.seen, one.printed, other.printed):
        return None  # what the other kind adds to the number is left, and then it is not blank
    if (
        "</w:p>" in other.markup or "Reference " in other.markup
    ):  # these stand in the paragraph of the cell itself
        return None
    both = [f"{each.markup}{each.cell}{each.paragraph}{each.styles}" for each in (one, other)]
    if any(all(of.search(text) for text in both) for of in _TOGETHER):
        return None
    printed = _together(one.printed or one.seen, other.printed or other.seen)
    if one.format == "docx" and any(pair.fullmatch(name) for pair in PRINTED_OTHERWISE):
        printed = Seen.OTHER
    return CellNoise(
        name,
        one.format,
        one.on,
        _together(one.seen, other.seen),
        one.markup.replace(plain, other.markup, 1),
        one.cell + other.cell,
        one.paragraph + other.paragraph,
        one.styles + other.styles,
        printed,
        one.harmless and other.harmless,
    )


def _together(one: Seen, other: Seen) -> Seen:
    for seen in (Seen.OTHER, Seen.NO_NUMBER):
        if seen in (one, other):
            return seen
    return Seen.BLANK if Seen.BLANK in (one, other) else Seen.NUMBER
