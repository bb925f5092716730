"""How wide the digits of a font are, by the distances that a document sets them in.

A digit that stands alone has no next one that tells. Fonts draw all digits as wide as each other, so that those of
other texts do: their most frequent distance, since a line may be stretched and a pair of digits moved together.
"""

from __future__ import annotations

import re
from collections import Counter

from attrs import define, field
from lxml import etree

from govdisclose.readers.ofd._text import width_of
from govdisclose.readers.ofd._values import all_of, deltas, kind_of, number
from govdisclose.readers.pdf._work import Work

__all__ = ["Widths"]

_PAIR = re.compile(r"[0-9]{2}")
_LIKELY = (0.3, 0.8)  # of the size
_ENOUGH = 5_000
_USUAL = 0.5


@define
class Widths:
    """Those of one document, by the number of the font, in em."""

    work: Work
    _seen: dict[str, Counter[float]] = field(factory=dict)
    _known: dict[str, float] = field(factory=dict)

    def scan(self, page: etree._Element) -> None:
        """Look at the texts of a page before it is painted."""
        for item in page.iter():
            if kind_of(item) != "TextObject":
                continue
            seen = self._seen.setdefault(item.get("Font") or "", Counter())
            for code in all_of(item, "TextCode"):
                text = code.text or ""
                if _PAIR.search(text) and "DeltaX" in code.attrib and seen.total() < _ENOUGH:
                    self._note(text, code, item, seen)
        self._known.clear()

    def _note(self, text: str, code: etree._Element, item: etree._Element, seen: Counter[float]) -> None:
        em = number(item.get("Size") or "0", "a Size") * number(item.get("HScale") or "1", "an HScale")
        steps = deltas(code.get("DeltaX"), len(text) - 1, self.work)
        low, most = _LIKELY
        for at, step in enumerate(steps):
            if text[at : at + 2].isdigit() and low * em <= step <= most * em:
                seen[round(step / em, 3)] += 1

    def of(self, font: str, char: str) -> float:
        """About how wide a character of a font is."""
        if not char[-1:].isdigit() or not char.isascii():
            return width_of(char)
        known = self._known.get(font)
        if known is None:
            seen = self._seen.get(font)
            most = max(seen.values()) if seen else 0
            known = (
                max((step for step, times in seen.items() if times == most), default=_USUAL)
                if seen
                else _USUAL
            )
            self._known[font] = known
        return known
