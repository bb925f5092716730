"""The linked style sheets of a page whose file holds them: each stands where its link stands, as a sheet of the page.

Nothing is fetched: of a page alone no sheet is at hand, and its links stay links.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from attrs import define
from lxml import etree

from govdisclose.limits import Limits

__all__ = ["LinkedSheet", "Lookup", "link_sheets"]


class LinkedSheet(NamedTuple):
    """A style sheet and its own address, to which the addresses in it are relative."""

    text: str
    address: str


Lookup = Callable[[str, str], LinkedSheet | None]
"""The sheet of an address, and of the address that it is relative to (empty: that of the page)."""

_DEEPEST = 5
_LOOK = 500
"""Characters that count for a look at an address: ten thousand links cost as much as a large page."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_IMPORT = re.compile(
    r"(\s*+(?:/\*(?:[^*]++|\*(?!/))*+\*/\s*+|<!--\s*+|@charset[^;{}]{0,80};\s*+)*+)"
    r"@import\s+(?:url\(\s*)?(?:\"([^\"\n]{1,2000})\"|'([^'\n]{1,2000})'|([^\"'\s();]{1,2000}))\s*\)?([^;{}\"']{0,500});",
    re.IGNORECASE,
)
_MEDIA_ALONE = re.compile(r"(?!.*\b(?:layer|supports)\b)[\w\s(),:.<>=/-]*\Z", re.IGNORECASE | re.DOTALL)


@define
class _Sheets:
    lookup: Lookup
    limits: Limits
    characters: int = 0

    def text(self, href: str, base: str, depth: int = 1) -> str | None:
        """A sheet with those that it imports; None where the file has none at this address."""
        found = self.lookup(href, base) if depth <= _DEEPEST else None
        self.characters += _LOOK if found is None else _LOOK + len(found.text)
        self.limits.check("characters", self.characters, "the style sheets of the page")
        if found is None:
            return None
        return self.with_imports(_CONTROLS.sub("", found.text), found.address, depth)

    def with_imports(self, text: str, base: str, depth: int) -> str:
        """A sheet with those that it imports before its own rules. One that is not at hand is left out, as a link is."""
        parts: list[str] = []
        at = 0
        while (match := _IMPORT.match(text, at)) is not None:
            at = match.end()
            condition = match[5].strip()
            if not _MEDIA_ALONE.match(condition):
                continue
            imported = self.text(match[2] or match[3] or match[4], base, depth + 1)
            if imported is not None:
                parts.append(f"@media {condition} {{{imported}\n}}\n" if condition else f"{imported}\n")
        return "".join(parts) + text[at:] if at else text


def link_sheets(root: etree._Element, lookup: Lookup, limits: Limits) -> None:
    """Put the sheets that ``lookup`` has in the place of the links to them. Raises ``LimitError`` (characters)."""
    sheets = _Sheets(lookup, limits)
    for element in list(root.iter("link", "style")):
        if element.tag == "style":
            text = element.text or ""
            if "@import" in text.lower():
                element.text = sheets.with_imports(text, "", 1)
            continue
        rel = (element.get("rel") or "").lower().split()
        kind = (element.get("type") or "text/css").partition(";")[0].strip().lower()
        if "stylesheet" not in rel or "alternate" in rel or kind != "text/css":
            continue
        if element.get("disabled") is not None:
            continue
        found = sheets.text((element.get("href") or "").strip(), "")
        if found is None:
            continue
        media = element.get("media")
        element.attrib.clear()
        if media is not None:
            element.set("media", media)
        element.tag = "style"
        element.text = found
