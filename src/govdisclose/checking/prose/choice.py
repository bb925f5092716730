"""Which subject and which cue a number has, of those that stand around it."""

from __future__ import annotations

from itertools import pairwise

from attrs import define, field

from govdisclose.checking.prose import reading
from govdisclose.checking.prose.meaning import COLUMN, GROUP, Expr, Meaning
from govdisclose.checking.prose.numbers import Number
from govdisclose.checking.prose.reading import Cued, Found
from govdisclose.checking.prose.state import State
from govdisclose.checking.prose.tokens import Stream, Token
from govdisclose.checking.prose.vocabulary import Vocabulary
from govdisclose.checking.prose.words import JOIN

__all__ = ["BARE_UNITS", "HARD", "Chooser"]

HARD = 7
"""From this rank on a cue names its entry alone, whatever the subject before."""
BARE_UNITS = frozenset({"件", "宗", "份", "起", ""})
"""Units of a number by which nothing is named but a verb."""
_ENDS = frozenset("，。；、！\n）和（")


@define(eq=False)
class Chooser:
    """Chooses by what was said before. ``queue`` are the bases of the numbers that follow 分别."""

    stream: Stream
    vocabulary: Vocabulary
    section: str
    area: bool
    state: State = field(init=False)
    queue: list[tuple[Expr, ...]] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.state = State(self.area)

    def plain_cues(self, number: Number, here: Found, right: list[Token]) -> Found:
        """Behind a number, without verbs that are denied there or stand far off, and without the vaguest."""
        denied = min(
            (token.start for token in right if "none" in token.word.kinds), default=len(self.stream.text)
        )
        kept = [
            cue
            for cue in here.cues
            if cue.meaning.rank >= COLUMN
            or (
                cue.start < denied
                and not cue.meaning.kind.startswith("weak")
                and cue.meaning.rank >= (0 if here.subjects else 3)
                and reading.residue(self.stream.text, number.unit_end, cue.start, right) <= 2
            )
        ]
        return Found(kept, here.subjects)

    def without_weak(self, cues: list[Cued], number: Number) -> list[Cued]:
        """Without words that mean a row only beside other rows (公开, 其他), where there are none beside."""
        kind = "weak-column" if self.state.listed == "column" else "weak"
        weak = [cue for cue in cues if cue.meaning.kind == kind]
        strong = [cue for cue in cues if not cue.meaning.kind.startswith("weak")]
        cues = strong + weak
        if not weak:
            return cues
        groups = [cue for cue in strong if cue.meaning.kind == "group"]
        if groups and _joined(self.stream.text, [weak[-1], groups[0]]):
            meaning = weak[-1].meaning
            made = Meaning(meaning.subject, -1, meaning.exprs, True, GROUP, "group", "weak")
            return [Cued(weak[-1].start, weak[-1].end, made), *groups]
        beside = self.state.listed is not None or any(
            cue.kind in {"row", "group"}
            for token in self.stream.between(number.unit_end, self.stream.stop_after(number.unit_end + 1))
            for cue in token.word.cues
        )
        return weak if not any(cue.meaning.rank >= COLUMN for cue in strong) and beside else strong

    def subjects(self, here: Found) -> tuple[list[int], bool]:
        """The subjects meant, several where they are joined, and whether that is a guess."""
        topics = self.vocabulary.topics
        if here.subjects:
            hard = [cue for cue in here.cues if cue.meaning.rank >= HARD]
            reviewed = any(topics[subject].declared.about for _, subject in here.subjects)
            if reviewed and any(cue.meaning.rank in (7, 8, 9) and not cue.meaning.kind for cue in hard):
                return [], False
            highest = max(topics[subject].declared.rank for _, subject in here.subjects)
            best = list(dict.fromkeys(s for _, s in here.subjects if topics[s].declared.rank == highest))
            families = {topics[subject].declared.family for subject in best}
            if len(families) > 1:
                return best[-1:], True
            if topics[best[0]].declared.family in {"decisions", "documents"} and len(best) > 1:
                return best, False
            if hard and not any(cue.meaning.subject in best for cue in hard) and highest < 5:
                return [hard[0].meaning.subject], False
            return best, False
        candidates = [cue.meaning.subject for cue in here.cues]
        if self.state.topic in candidates:
            return [self.state.topic], False
        strong = [cue.meaning.subject for cue in here.cues if cue.meaning.rank >= HARD]
        if strong:
            return strong[:1], False
        default = [subject for subject in candidates if topics[subject].declared.default]
        if self.section == "reviews" and self.state.topic is None:
            both = [subject for subject in dict.fromkeys(candidates) if topics[subject].declared.rank == 5]
            if both:
                return both, True
        if default:
            return default[:1], False
        return [], False

    def exprs(
        self, subjects: list[int], chosen: list[Cued], here: Found, text: str
    ) -> tuple[tuple[Expr, ...], bool]:
        """The bases, and whether they are sure."""
        topics = self.vocabulary.topics
        first = topics[subjects[0]]
        if not chosen:
            inherited = self.state.cues.get(first.declared.family)
            if inherited is not None and not first.declared.pinned and inherited.index >= 0:
                made = [self.of(subject, inherited) for subject in subjects]
                return _summed(made), inherited.pinned
            each = [topics[subject].alone for subject in subjects]
            self.queue = each if len(each) > 1 else []
            return _summed(each), first.declared.pinned
        meanings = list(dict.fromkeys(cue.meaning for cue in chosen))
        if len(subjects) > 1:
            return _summed([self.of(subject, meanings[0]) for subject in subjects]), meanings[0].pinned
        pinned = all(meaning.pinned for meaning in meanings)
        if len(meanings) == 1:
            exprs = meanings[0].exprs
            if meanings[0].kind == "row":
                exprs += tuple(
                    cue.meaning.exprs[0]
                    for cue in here.cues
                    if cue.meaning.kind == "group"
                    and cue.meaning.path.endswith("unavailable")
                    and meanings[0].path.endswith("not_held")
                )
            return exprs, pinned
        if meanings[0].kind in {"row", "group", "column"}:
            if _joined(text, chosen):
                self.queue = [meaning.exprs for meaning in meanings]
                return _summed([meaning.exprs for meaning in meanings]), pinned
            return chosen[-1].meaning.exprs, pinned and meanings[0].kind != "column"
        return tuple({expr.words: expr for meaning in meanings for expr in meaning.exprs}.values()), pinned

    def of(self, subject: int, meaning: Meaning) -> tuple[Expr, ...]:
        """The bases of the same cue of another subject of the family."""
        if meaning.subject == subject:
            return meaning.exprs
        declared = self.vocabulary.topics[subject].declared
        return self.vocabulary.cue(subject, meaning.index) if 0 <= meaning.index < len(declared.cues) else ()

    def counted(
        self,
        number: Number,
        units: tuple[str, ...],
        named: list[Token],
        chosen: list[Cued],
        before: bool,
        high: int,
    ) -> bool:
        """Whether the unit is one in which the subject is counted."""
        text = self.stream.text
        if number.unit not in units:
            return False
        if number.unit == "":
            follows = text[number.unit_end : number.unit_end + 1]
            return follows in "，。；、！\n（）和" and not (number.chinese and text[number.start - 1] != "为")
        if number.unit == "条":
            return before and bool(named) and named[-1].end >= number.start - 2
        if number.unit == "次" and not named:
            return False
        behind = bool(named) and named[-1].end > number.start
        if (number.chinese and number.value == 1) or (number.unit in {"个", "项"} and before and not behind):
            return text[number.unit_end : number.unit_end + 1] in "，。；、！\n）和（"
        return bool(named) or number.unit in BARE_UNITS or (bool(chosen) and number.unit != "条")


def _joined(text: str, chosen: list[Cued]) -> bool:
    return all(text[one.end : two.start] in JOIN for one, two in pairwise(chosen))


def _summed(each: list[tuple[Expr, ...]]) -> tuple[Expr, ...]:
    made = each[0]
    for more in each[1:]:
        made = tuple(one + two for one, two in zip(made, more, strict=False)) if more else made
        if not made:
            made = more
    return made
