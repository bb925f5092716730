"""What a number may be: the subjects and cues of its clause made to bases."""

from __future__ import annotations

from itertools import pairwise

from attrs import frozen

from govdisclose.checking.prose.meaning import Expr, Meaning
from govdisclose.checking.prose.reading import Cued, Found
from govdisclose.checking.prose.state import State
from govdisclose.checking.prose.vocabulary import Vocabulary
from govdisclose.checking.prose.words import JOIN

__all__ = ["HARD", "Bases"]

HARD = 7
"""From this rank on a cue names its entry alone, whatever the subject before."""


@frozen(eq=False)
class Bases:
    """Subjects and bases, by the words of the clause and by what was said before in the section."""

    vocabulary: Vocabulary
    state: State
    section: str

    def subjects(self, here: Found) -> tuple[list[int], bool]:
        """The subjects meant, several where they are joined, and whether that is a guess."""
        topics = self.vocabulary.topics
        if here.subjects:
            hard = [cue for cue in here.cues if cue.meaning.rank >= HARD]
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
    ) -> tuple[tuple[Expr, ...], bool, list[tuple[Expr, ...]]]:
        """The bases, whether they are sure, and those of the numbers that follow without a word of their own."""
        topics = self.vocabulary.topics
        first = topics[subjects[0]]
        if not chosen:
            inherited = self.state.cues.get(first.declared.family)
            if inherited is not None and not first.declared.pinned and inherited.index >= 0:
                made = [self.of(subject, inherited) for subject in subjects]
                return _summed(made), inherited.pinned, []
            each = [topics[subject].alone for subject in subjects]
            return _summed(each), first.declared.pinned, each if len(each) > 1 else []
        meanings = list(dict.fromkeys(cue.meaning for cue in chosen))
        if len(subjects) > 1:
            return _summed([self.of(subject, meanings[0]) for subject in subjects]), meanings[0].pinned, []
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
            return exprs, pinned, []
        if meanings[-1].kind in {"row", "group", "column"}:
            if _joined(text, chosen):
                each = [meaning.exprs for meaning in meanings]
                return _summed(each), pinned, each
            return chosen[-1].meaning.exprs, pinned and meanings[-1].kind != "column", []
        return (
            tuple({expr.words: expr for meaning in meanings for expr in meaning.exprs}.values()),
            pinned,
            [],
        )

    def of(self, subject: int, meaning: Meaning) -> tuple[Expr, ...]:
        """The bases of the same cue of another subject of the family."""
        if meaning.subject == subject:
            return meaning.exprs
        declared = self.vocabulary.topics[subject].declared
        return self.vocabulary.cue(subject, meaning.index) if 0 <= meaning.index < len(declared.cues) else ()


def _joined(text: str, chosen: list[Cued]) -> bool:
    return all(text[one.end : two.start] in JOIN for one, two in pairwise(chosen))


def _summed(each: list[tuple[Expr, ...]]) -> tuple[Expr, ...]:
    made = each[0]
    for more in each[1:]:
        made = tuple(one + two for one, two in zip(made, more, strict=False)) if more else made
        if not made:
            made = more
    return made
