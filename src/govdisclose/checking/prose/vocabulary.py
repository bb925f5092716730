"""A form's lexicon made ready: every word with what it may mean, labels of rows and columns among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from attrs import define, field, frozen

from govdisclose.checking.prose import words as general
from govdisclose.checking.prose.labels import labels
from govdisclose.checking.prose.meaning import Expr, Meaning
from govdisclose.checking.prose.squeeze import NEXT as NEXT_SIGN
from govdisclose.checking.prose.squeeze import ORGAN, OTHER, THIS, TITLE
from govdisclose.checking.prose.squeeze import PAST as PAST_SIGN
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.lexicon import NEXT, PAST, Lexicon, Subject

__all__ = ["Topic", "Vocabulary", "Word", "vocabulary"]

_TERM = re.compile(r"([+−]?)([^+−]+)")


@frozen(eq=False)
class Topic:
    """A subject made ready."""

    declared: Subject
    alone: tuple[Expr, ...]
    wholes: tuple[Expr, ...]
    asked: bool


@define(eq=False)
class Word:
    """What a word may be."""

    subjects: list[int] = field(factory=list)
    cues: list[Meaning] = field(factory=list)
    kinds: set[str] = field(factory=set)


@frozen(eq=False)
class Vocabulary:
    """Words of a form by their text, the pattern that finds them, and cues of several parts."""

    words: dict[str, Word]
    pattern: re.Pattern[str]
    topics: tuple[Topic, ...]
    parted: dict[str, list[tuple[str, Meaning]]]
    shares: dict[str, tuple[Expr, ...]]
    by_index: dict[tuple[int, int], tuple[Expr, ...]]

    def cue(self, subject: int, index: int) -> tuple[Expr, ...]:
        """The bases of a declared cue of a subject."""
        return self.by_index.get((subject, index), ())


@lru_cache(maxsize=32)
def vocabulary(layout: Layout) -> Vocabulary | None:
    """The words of a layout; None where it declares none."""
    return _Maker(layout, layout.lexicon).made() if layout.lexicon is not None else None


class _Maker:
    def __init__(self, layout: Layout, lexicon: Lexicon) -> None:
        self.layout, self.lexicon = layout, lexicon
        self.asked = {
            f"{table.key}:{row}:{column}" for table in layout.tables for row, column in table.cells()
        }
        self.names = {name.words: name.paths for name in lexicon.names}
        self.words: dict[str, Word] = {}
        self.parted: dict[str, list[tuple[str, Meaning]]] = {}

    def made(self) -> Vocabulary:
        topics = tuple(
            Topic(
                subject,
                self.exprs(subject.alone),
                self.exprs(subject.wholes),
                bool(self.exprs(subject.alone)) or any(self.exprs(cue.bases) for cue in subject.cues),
            )
            for subject in self.lexicon.subjects
        )
        for at, subject in enumerate(self.lexicon.subjects):
            for word in subject.words:
                self.word(word).subjects.append(at)
            for index, cue in enumerate(subject.cues):
                meaning = Meaning(at, index, self.exprs(cue.bases), cue.pinned, cue.rank)
                for word in cue.words:
                    self.cue(word.replace(PAST, PAST_SIGN).replace(NEXT, NEXT_SIGN), meaning)
        keys = [subject.key for subject in self.lexicon.subjects]
        for rows in self.lexicon.rows:
            if rows.table in {table.key for table in self.layout.tables}:
                for label, meaning in labels(self.layout.table(rows.table), rows, keys.index(rows.subject)):
                    self.cue(label, meaning)
        shares: dict[str, tuple[Expr, ...]] = {}
        for share in self.lexicon.shares:
            for word in share.words:
                self.word(word).kinds.add("share")
                shares[word] = self.exprs(share.bases)
        self.general()
        by_index = {
            (at, index): self.exprs(cue.bases)
            for at, subject in enumerate(self.lexicon.subjects)
            for index, cue in enumerate(subject.cues)
        }
        return Vocabulary(self.words, _pattern(self.words), topics, self.parted, shares, by_index)

    def general(self) -> None:
        for kind, texts in (
            ("wide", general.WIDE),
            ("wide", general.PART),
            ("part", general.PART),
            ("own", general.OWN),
            ("local", general.LOCAL),
            ("channel", general.CHANNEL),
            ("aside", general.ASIDE),
            ("change", general.CHANGE),
            ("filler", general.FILLER),
            ("join", general.JOIN),
            ("none", general.NONE),
            ("own", (ORGAN,)),
            ("period", (THIS, PAST_SIGN, NEXT_SIGN, OTHER, TITLE)),
        ):
            for text in texts:
                self.word(text).kinds.add(kind)

    def word(self, text: str) -> Word:
        return self.words.setdefault(text, Word())

    def cue(self, text: str, meaning: Meaning) -> None:
        parts = tuple(text.split("…"))
        if len(parts) == 1:
            self.word(text).cues.append(meaning)
            return
        self.parted.setdefault(parts[0], []).append((parts[-1], meaning))
        for part in parts:
            self.word(part)

    def exprs(self, bases: Iterable[str]) -> tuple[Expr, ...]:
        found = (self.expr(base) for base in bases)
        return tuple(expr for expr in found if expr is not None)

    def expr(self, base: str) -> Expr | None:
        above, _, below = base.partition("/")
        plus: list[str] = []
        minus: list[str] = []
        for sign, name in _TERM.findall(above):
            (minus if sign == "−" else plus).extend(self.names[name])
        under = [path for _, name in _TERM.findall(below) for path in self.names[name]]
        if not self.asked.issuperset((*plus, *minus, *under)):
            return None
        return Expr(base, tuple(plus), tuple(minus), tuple(under))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(word[1:])
    return re.compile("|".join(_branch(first, rest) for first, rest in sorted(by_first.items())))


def _branch(first: str, rest: list[str]) -> str:
    longest = sorted(rest, key=len, reverse=True)
    return f"{re.escape(first)}(?:{'|'.join(map(re.escape, longest))})"
