"""The words, numbers and stops of a plain text, in order."""

from __future__ import annotations

import re
from bisect import bisect_left

from attrs import frozen

from govdisclose.checking.prose.numbers import Number, numbers
from govdisclose.checking.prose.vocabulary import Vocabulary, Word

__all__ = ["Stream", "Token", "stream"]

_STOPS = re.compile(r"[，。；：！？\n（）【】\[\]|]")
_END = frozenset("，。；、！？\n）")
REACH = 80
"""Characters: no word farther from a number than this tells what it is."""


@frozen(eq=False)
class Token:
    """A word at its place."""

    start: int
    end: int
    text: str
    word: Word


@frozen(eq=False)
class Stream:
    """A plain text in pieces; ``starts`` are those of the tokens, ``stops`` and ``signs`` where it halts and by what."""

    text: str
    tokens: list[Token]
    starts: list[int]
    numbers: list[Number]
    stops: list[int]

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens that lie within."""
        first = bisect_left(self.starts, start)
        found = []
        for at in range(first, len(self.tokens)):
            if self.tokens[at].end > end:
                break
            found.append(self.tokens[at])
        return found

    def stop_before(self, at: int) -> int:
        """Behind the last stop before a place, 0 if none."""
        found = bisect_left(self.stops, at)
        return self.stops[found - 1] + 1 if found else 0

    def stop_after(self, at: int) -> int:
        """The first stop at or behind a place, the end if none."""
        found = bisect_left(self.stops, at)
        return self.stops[found] if found < len(self.stops) else len(self.text)


def stream(text: str, vocabulary: Vocabulary) -> Stream:
    """Cut a plain text into its pieces. A number is a number also where a word covers it; a stop within a word is none."""
    found = [
        Token(match.start(), match.end(), match.group(), vocabulary.words[match.group()])
        for match in vocabulary.pattern.finditer(text)
    ]
    taken: list[Number] = []
    at = 0
    for number in numbers(text):
        while at < len(found) and found[at].end <= number.start:
            at += 1
        if (
            number.chinese
            and at < len(found)
            and found[at].start < number.unit_end
            and _is_word(found[at], number)
        ):
            continue
        if (
            number.chinese
            and not number.unit
            and not number.value
            and text[number.end : number.end + 1] not in _END
        ):
            continue  # 零投诉 is a denial
        taken.append(number)
    covered: set[int] = set()
    for token in found:
        if len(token.text) > 3:
            covered.update(range(token.start, token.end))
    stops = [match.start() for match in _STOPS.finditer(text) if match.start() not in covered]
    return Stream(text, found, [token.start for token in found], taken, stops)


def _is_word(token: Token, number: Number) -> bool:
    """Whether a word takes a Chinese numeral for itself: 三类内部事务信息, 一并."""
    return (
        token.start <= number.start
        and token.end >= number.end
        and len(token.text) > number.end - number.start
    )
