"""The organ and the years in what a title has before its phrase, and no word of a menu."""

from __future__ import annotations

import re

from attrs import frozen

from govdisclose.front._dates import YEAR, years_in
from govdisclose.front._organ import NO_NAME, begins_with_place, is_nameless, is_organ, is_place, tidy_organ
from govdisclose.front._words import WIDE, Words
from govdisclose.text import simplify

__all__ = ["Name", "name_of"]

_SPAN = re.compile(rf"({YEAR})(?:年度?)?(?:[-—–~～/至、]+)({YEAR})(?:学?年度?)?")
_ONE = re.compile(rf"[(【\[〔]({YEAR})年?度?[)】\]〕]|({YEAR})年?度?")
_LOST = re.compile(r"\d{3,}年度?|\d{5,}")  # 202020年: no year that can be told
_CONNECTIVE = re.compile(r"^(?:的|关于|關於)+|(?:的|关于|關於|度|年度?|\(\)|【】|\[\])+$")
_SITE = re.compile(r"(?:网|网站|平台|门户|频道|栏目|专栏|首页)$")
_BRACKETS = re.compile(r"【[^【】]*】|\[[^\[\]]*\]|\([^()]*\)")
_SPACED = 1


@frozen
class Name:
    """``organ`` and ``years`` as a title gives them; ``unread`` is what stands there and is no name.

    ``dropped`` counts the folded characters of other words before the name.
    """

    organ: str | None
    years: set[int]
    unread: str = ""
    dropped: int = 0


def name_of(before: Words) -> Name:
    """Read what stands before a phrase. Of two different years neither counts."""
    years = {year for year, _, _ in years_in(before.text)}
    words = before
    for pattern in (_SPAN, _ONE, _LOST):
        at = 0
        while (match := pattern.search(words.text, at)) is not None:
            words = words.without(match.start(), match.end())
            at = match.start()
            if pattern is _LOST:
                years = set()
    pieces = [
        (text, gap)
        for printed, gap in _joined(words.pieces())
        if (text := _CONNECTIVE.sub("", printed.replace("()", "")))
    ]
    if not pieces:
        return Name(None, years)
    organ, kept = _choose(pieces)
    rest = "".join(text for text, _ in pieces)
    if organ is None:
        return Name(None, years, rest if _may_be_name(rest) else "")
    dropped = 0
    if kept < len(pieces):
        other = pieces[-kept - 1][0]
        dropped = max(before.text.rfind(other), 0) + len(other)
    return Name(organ, years, "", dropped)


def _joined(pieces: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Characters that were printed apart (样 例 县) put together."""
    found: list[tuple[str, int]] = []
    single = False
    for text, gap in pieces:
        if found and single and len(text) == _SPACED and gap < WIDE:
            found[-1] = (found[-1][0] + text, found[-1][1])
        else:
            found.append((text, gap))
        single = len(text) == _SPACED
    return found


def _choose(pieces: list[tuple[str, int]]) -> tuple[str | None, int]:
    """The organ, and how many of the last pieces it is made of; None where they cannot be told from other words."""
    whole = tidy_organ("".join(text for text, _ in pieces))
    if len(pieces) == 1:
        return whole, 1
    name, gap = pieces[-1]
    kept = 1
    while kept < len(pieces):
        text, further = pieces[-kept - 1]
        plain = simplify(text).strip("·•|-—_:")
        own = begins_with_place(name)
        if NO_NAME.fullmatch(plain) or _SITE.search(plain) or not plain:
            break
        if gap == WIDE and own and is_organ(name):
            break
        if is_place(text) or is_organ(text):
            if own and simplify(name)[:2] == plain[:2] and (is_organ(name) or is_place(name)):
                break
            if is_organ(text) and gap == WIDE:
                return None, kept
        elif not (begins_with_place(text) and not own and is_organ(text + name) and gap < WIDE):
            return None, kept
        name, gap = text + name, further
        kept += 1
    # one of several words is the name only if it looks like one by itself
    return (tidy_organ(name) if is_organ(name) or is_place(name) else None), kept


def _may_be_name(words: str) -> bool:
    """Whether words that are no name need telling: no menu, no scope, no body that names itself, nothing in brackets."""
    plain = _BRACKETS.sub("", simplify(words))
    if is_nameless(plain):
        return False
    return NO_NAME.fullmatch(plain) is None and re.search(r"[\u4e00-\u9fffA-Za-z]{2}", plain) is not None
