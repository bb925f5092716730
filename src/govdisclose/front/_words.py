"""Folded text that still knows where white space stood, so that words of a menu are told from those of a name."""

from __future__ import annotations

import re

from attrs import frozen

from govdisclose.text import fold, simplify

__all__ = ["WIDE", "Words", "words_of"]

NONE, NARROW, WIDE = range(3)
"""White space before a character: none, a space or two, or so much that what stands there is set apart."""

_TOKEN = re.compile(r"(\s*)(\S+)")
_FEW = 4  # columns of white space; an ideographic space takes two


@frozen
class Words:
    """``plain`` is ``text`` in simplified characters, of the same length; ``gaps`` has the white space before each."""

    text: str
    plain: str
    gaps: tuple[int, ...]

    def without(self, start: int, end: int) -> Words:
        """The text with a part taken out, which leaves white space there."""
        rest = self.gaps[end:]
        if rest and start:
            rest = (max(NARROW, rest[0], self.gaps[start]), *rest[1:])
        return Words(
            self.text[:start] + self.text[end:],
            self.plain[:start] + self.plain[end:],
            self.gaps[:start] + rest,
        )

    def part(self, start: int, end: int | None = None) -> Words:
        """The text from one place to another."""
        return Words(self.text[start:end], self.plain[start:end], self.gaps[start:end])

    def pieces(self) -> list[tuple[str, int]]:
        """The words between white space, each with the white space before it."""
        found: list[tuple[str, int]] = []
        begun, before = 0, NONE
        for place, gap in enumerate(self.gaps):
            if gap and place:
                found.append((self.text[begun:place], before))
                begun, before = place, gap
        if self.text:
            found.append((self.text[begun:], before))
        return found


def words_of(printed: str) -> Words:
    """Fold a line word by word."""
    text: list[str] = []
    gaps: list[int] = []
    for match in _TOKEN.finditer(printed):
        folded = fold(match[2])
        if folded:
            text.append(folded)
            gaps += [_width(match[1]), *([NONE] * (len(folded) - 1))]
    whole = "".join(text)
    return Words(whole, simplify(whole), tuple(gaps))


def _width(space: str) -> int:
    if not space:
        return NONE
    columns = sum(2 if char == "\u3000" else 1 for char in space)
    return WIDE if columns >= _FEW or "\t" in space else NARROW
