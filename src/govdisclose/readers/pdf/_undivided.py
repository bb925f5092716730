"""Which ruled tables are not divided by their rules: cells that hold what belongs into several.

Their text is handed over as lines of words, since only labels tell what belongs where.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from govdisclose.document import Word
from govdisclose.readers.pdf._lines import has_gaps, to_lines
from govdisclose.readers.pdf._page import UNKNOWN, Run
from govdisclose.readers.pdf._rules import Lattice, Span
from govdisclose.readers.pdf._words import is_value, may_hold_value, to_words

__all__ = ["is_undivided"]

_MOST_POSITIONS = 200_000
_LEAST = 2  # cells that hold values over each other
_LEAST_BESIDE = 2  # values that stand beside others in one cell
_LEAST_AGAIN = 3  # cells of one column that hold several: that is no slip
_SHARE = 0.2  # of the values that stand alone
_BEGINS = frozenset("0123456789０１２３４５６７８９/／+-—–－无〇零 \u00a0\u3000") | {UNKNOWN}
_LEAST_PILED = 3  # values over each other in one cell
_LEAST_HEADED = 3  # cells that hold a heading over its value


def is_undivided(lattice: Lattice, runs: Sequence[Run]) -> bool:
    """Whether cells of the lattice hold what belongs into several: values beside or over each other."""
    xs, ys = lattice.xs, lattice.ys
    if len(xs) * len(ys) > _MOST_POSITIONS:
        return False
    if len(xs) == 2 and any(has_gaps(line) for line in to_lines(list(runs))):
        return True  # level rules divide no columns
    spans, own = lattice.spans, lattice.owners
    inside: dict[int, list[Run]] = {}
    for run in runs:
        y = min(max(bisect_right(ys, run.middle) - 1, 0), len(ys) - 2)
        x = min(max(bisect_right(xs, (run.edges[0] + run.edges[-1]) / 2) - 1, 0), len(xs) - 2)
        inside.setdefault(own[y][x], []).append(run)
    alone = sum(len(found) == 1 and found[0].chars[0] in _BEGINS for found in inside.values())
    beside: list[tuple[Span, int]] = []
    several: list[int] = []
    stacked = headed = paired = 0
    for at, found in inside.items():
        if len(found) == 1 and not any(char.isspace() for char in found[0].chars):
            continue
        several.append(at)
        if not may_hold_value(found):
            continue
        filled = _rows_of_words(found)
        values = [words for words in filled if any(map(is_value, words))]
        beside += [(spans[at], count) for words in values if (count := sum(map(is_value, words))) > 1]
        alone += sum(len(words) == 1 for words in values)
        pile = [words[0] for words in values if len(words) == 1]
        if len(pile) >= _LEAST_PILED and values == filled[-len(pile) :]:
            stacked += _are_apart(pile)
        elif len(pile) > 1 and values == filled[-len(pile) :]:
            paired += _are_apart(pile)
        headed += 0 < len(pile) == len(values) < len(filled) and values == filled[-len(pile) :]
    heads = [spans[at] for at in several if _is_head(inside[at])] if beside else []
    places = Counter(span[1] for span, _ in beside)
    # values beside each other under one heading are a slip, under several they want a rule
    crowded = sum(
        count
        for span, count in beside
        if span[3] > 1 or places[span[1]] >= _LEAST_AGAIN or any(_are_over(head, span) for head in heads)
    )
    return (
        (crowded >= _LEAST_BESIDE and crowded > _SHARE * alone)
        or stacked >= _LEAST
        or headed >= _LEAST_HEADED
        or paired >= _LEAST_HEADED
    )


def _rows_of_words(runs: Sequence[Run]) -> list[list[Word]]:
    return [words for line in to_lines(list(runs)) if (words := to_words(line))]


def _is_head(runs: Sequence[Run]) -> bool:
    """Whether words stand beside each other on a line without a value."""
    return any(len(words) > 1 and not any(map(is_value, words)) for words in _rows_of_words(runs))


def _are_over(head: Span, span: Span) -> bool:
    """Whether two cells share columns."""
    return head[1] < span[1] + span[3] and span[1] < head[1] + head[3]


def _are_apart(pile: Sequence[Word]) -> bool:
    """Whether digits over each other are numbers, and not one that the cell is too narrow for.

    No number goes on after a slash or a 0, and none is broken where the next digit has room.
    """
    widest = max(map(_width, pile))
    return (
        not all(word.text.isdigit() for word in pile)
        or pile[0].text.startswith("0")
        or any(_width(word) + _width(after) / len(after.text) <= widest for word, after in pairwise(pile))
    )


def _width(word: Word) -> float:
    return word.edges[-1] - word.edges[0]
