"""What stands around one number: which subject and which cue, and whether anything else is said."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from govdisclose.checking.prose.meaning import Meaning
from govdisclose.checking.prose.tokens import Token
from govdisclose.checking.prose.vocabulary import Vocabulary
from govdisclose.checking.prose.words import FUNCTION

__all__ = ["Cued", "Found", "found", "has", "residue"]


@frozen(eq=False)
class Cued:
    """A cue at its place in the clause."""

    start: int
    end: int
    meaning: Meaning


@frozen(eq=False)
class Found:
    """The cues and subjects among some tokens."""

    cues: list[Cued]
    subjects: list[tuple[Token, int]]


def found(tokens: Sequence[Token], vocabulary: Vocabulary) -> Found:
    """All cues, also those of several parts, and all subjects."""
    cues = [Cued(token.start, token.end, meaning) for token in tokens for meaning in token.word.cues]
    subjects = [(token, subject) for token in tokens for subject in token.word.subjects]
    for at, token in enumerate(tokens):
        for end, meaning in vocabulary.parted.get(token.text, ()):
            last = next((later for later in reversed(tokens[at + 1 :]) if later.text == end), None)
            if last is not None:
                cues.append(Cued(token.start, last.end, meaning))
    return Found(cues, subjects)


def has(tokens: Sequence[Token], *kinds: str) -> bool:
    """Whether one of the tokens is of one of the kinds and nothing else by which a number could be told."""
    return any(
        not token.word.kinds.isdisjoint(kinds) and not token.word.cues and not token.word.subjects
        for token in tokens
    )


def residue(text: str, start: int, end: int, tokens: Sequence[Token]) -> int:
    """How many characters of a stretch no word explains."""
    count = 0
    at = start
    for token in tokens:
        if token.end <= at:
            continue
        if token.start >= end:
            break
        count += sum(char not in FUNCTION for char in text[at : max(at, token.start)])
        at = max(at, token.end)
    return count + sum(char not in FUNCTION for char in text[at:end])
