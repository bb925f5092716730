"""All that the prose of a section claims about the tables."""

from __future__ import annotations

from bisect import bisect_left

from attrs import define, field

from govdisclose.checking.prose import reading
from govdisclose.checking.prose.choice import BARE_UNITS, HARD, Chooser
from govdisclose.checking.prose.claim import Claim
from govdisclose.checking.prose.denials import denial
from govdisclose.checking.prose.meaning import COLUMN, Expr
from govdisclose.checking.prose.numbers import Number
from govdisclose.checking.prose.reading import Cued, Found
from govdisclose.checking.prose.state import ASIDE
from govdisclose.checking.prose.tokens import REACH, Stream, Token
from govdisclose.checking.prose.vocabulary import Vocabulary

__all__ = ["claims"]

_SOME = frozenset({"公民", "企业"})
"""Applicants of one kind, or all of them: nobody can tell."""

_ORGANS = frozenset("局委厅院站所司校")


def claims(stream: Stream, vocabulary: Vocabulary, section: str, area: bool) -> list[Claim]:
    """The claims of a section's prose, in its order. ``area`` tells that the report is that of a whole area."""
    return _Section(stream, vocabulary, section, area).all()


@define(eq=False)
class _Section(Chooser):
    found: list[Claim] = field(factory=list)
    used: int = 0

    def all(self) -> list[Claim]:
        stream = self.stream
        done = 0
        for at, number in enumerate(stream.numbers):
            if number.start < done:
                continue
            following = stream.numbers[at + 1].start if at + 1 < len(stream.numbers) else len(stream.text)
            self.pass_over(done, number.start)
            claim = self.read(number, done, following)
            self.state.last = claim
            if claim is not None:
                self.found.append(claim)
            done = number.unit_end
        self.pass_over(done, len(stream.text))
        self.found.sort(key=lambda claim: claim.start)
        return self.found

    def pass_over(self, start: int, end: int) -> None:
        """What is said between two numbers: scope, period, topic, sentence ends, and denials."""
        stream, state = self.stream, self.state
        tokens = stream.between(start, end)
        at = 0
        stops = [stop for stop in _within(stream, start, end) if stream.text[stop] in "。！？\n；"]
        for token in tokens:
            while at < len(stops) and stops[at] < token.start:
                state.stop(stream.text[stops[at]])
                at += 1
            if "none" in token.word.kinds:
                claim = denial(stream, self.vocabulary, token, end, state, self.section)
                if claim is not None:
                    self.found.append(claim)
            state.hear(token)
        for stop in stops[at:]:
            state.stop(stream.text[stop])

    # --- one number

    def read(self, number: Number, done: int, following: int) -> Claim | None:
        stream, state = self.stream, self.state
        low = max(done, self.used, stream.stop_before(number.start), number.start - REACH)
        high = min(stream.stop_after(number.unit_end), following)
        left = stream.between(low, number.start)
        if number.unit in {"年", "月", "日", "号", "时", "分"} or stream.text[
            number.start - 1 : number.start
        ] in {"第", "每", "同"}:
            return None
        if number.percent:
            return self.share(number, left, low)
        if self.queue and reading.residue(stream.text, low, number.start, left) == 0 and not _telling(left):
            return self.claim(number, self.queue.pop(0), True, (-1, "queue"), low)
        self.queue = []
        if (
            not _telling(left)
            and low > done
            and stream.text[low - 1] in "：（"
            and not reading.has(left, "aside", "channel")
        ):
            before = max(done, stream.stop_before(low - 1))
            low = before
            left = stream.between(low, number.start)
        if reading.has(left, "change"):
            return None
        right = stream.between(number.unit_end, high)
        here = reading.found(left, self.vocabulary)
        state.period_of(left, any(cue.meaning.rank in (8, 9) for cue in here.cues))
        if state.other:
            return None
        if not here.cues and not here.subjects:
            return self.from_right(number, low, left, right, high, following)
        return self.from_left(number, low, left, right, here, high)

    def from_right(
        self, number: Number, low: int, left: list[Token], right: list[Token], high: int, following: int
    ) -> Claim | None:
        text = self.stream.text
        if reading.has(left, "aside", "channel"):
            self.dismiss(left)
            return None
        strange = reading.residue(text, low, number.start, left) > 1
        here = reading.found(right, self.vocabulary)
        if not here.cues and not here.subjects:
            end = self.stream.stop_after(high + 1)
            if text[high : high + 1] == "，" and end <= following and number.unit in BARE_UNITS:
                right = self.stream.between(number.unit_end, end)
                here = reading.found(right, self.vocabulary)
                here = Found([cue for cue in here.cues if cue.meaning.rank >= HARD], [])
                high = end
        if not here.cues and not here.subjects:
            self.dismiss([])
            return None
        here = self.plain_cues(number, here, right)
        if not here.cues and not here.subjects:
            return None
        first = min([cue.start for cue in here.cues] + [token.start for token, _ in here.subjects])
        if reading.has(
            [token for token in right if token.start < first], "aside", "channel", "change", "none"
        ):
            self.dismiss(right)
            return None
        strange = strange or reading.residue(text, number.unit_end, first, right) > 4
        strange = strange or (not here.subjects and reading.has(right, "aside"))
        claim = self.settle(number, low, here, strange, right, high)
        if claim is not None:
            self.used = high
        return claim

    def from_left(
        self, number: Number, low: int, left: list[Token], right: list[Token], here: Found, high: int
    ) -> Claim | None:
        text = self.stream.text
        if not here.subjects and max(cue.meaning.rank for cue in here.cues) < COLUMN:
            behind = reading.found(right, self.vocabulary)
            gap = right[0].start if right else high
            if reading.has(right[:2], "aside", "channel"):
                self.dismiss(left + right, heard=True)
                return None
            if behind.subjects:
                here = Found(here.cues, behind.subjects)
            elif right and right[0].start == number.unit_end and reading.has(right[:1], "filler"):
                pass
            elif (
                reading.residue(text, number.unit_end, min(gap, high), right) > 1
                and gap > number.unit_end + 1
            ):
                self.dismiss(left, heard=True)
                return None
        return self.settle(number, low, here, False, left, high)

    def settle(
        self, number: Number, low: int, here: Found, doubt: bool, tokens: list[Token], high: int
    ) -> Claim | None:
        """Which subject, which cue; whether all between them and the number is explained."""
        state, text = self.state, self.stream.text
        subjects, unsure = self.subjects(here)
        if not subjects:
            return None
        topic = self.vocabulary.topics[subjects[0]]
        declared = topic.declared
        cues = [cue for cue in here.cues if cue.meaning.subject == subjects[0]]
        cues = self.without_weak(cues, number)
        named = [token for token, subject in here.subjects if subject in subjects]
        chosen = _top(cues)
        rank = chosen[0].meaning.rank if chosen else 0
        if not chosen and not named:
            return None
        kind = chosen[0].meaning.kind if chosen else ""
        spots = [cue.start for cue in chosen] + ([] if rank >= HARD else [token.start for token in named])
        ends = [cue.end for cue in chosen] + ([] if rank >= HARD else [token.end for token in named])
        before = min(ends) <= number.start
        start, end = (min(spots), number.start) if before else (number.unit_end, max(spots))
        inner = [token for token in tokens if token.start >= start and token.end <= end]
        outer = [token for token in tokens if token.end <= start] if before else []
        if state.topic == ASIDE and not named and rank < COLUMN and kind != "weak":
            return None
        if reading.has(inner, "aside", "channel"):
            self.dismiss(tokens, heard=rank < COLUMN)
            return None
        rest = reading.residue(text, start, end, inner) if before else 0
        quiet = False
        if rest > 1:
            if not named and rank < COLUMN:
                self.dismiss(tokens, heard=True)
                return None
            unsure, quiet = True, True
        if not chosen and reading.has(outer, "aside", "channel"):
            return None
        if reading.has(outer, "aside", "channel"):
            unsure = True
            quiet = quiet or not reading.has(outer, "channel")
        if declared.default and any(token.text in _SOME for token in tokens):
            unsure = True
        if text[max(0, low - 1) : low + 1] in {"日内", "天内"}:
            unsure = True  # 20日内答复
        if before and _stranger(text, low, start, outer):
            unsure = True
        if not self.counted(number, declared.units, named, chosen, before, high):
            self.dismiss(tokens, heard=bool(chosen) and not named)
            return None
        if (
            kind == "group"
            and before
            and reading.residue(text, low, start, outer) > 3
            and _reasoned(text[low:start])
        ):
            unsure = True
        if declared.about and self.section != declared.section and not state.about:
            unsure = True
        exprs, pinned = self.exprs(subjects, chosen, here, text)
        if not exprs and not topic.asked:
            return None
        if "分别" in text[max(low, number.start - 6) : number.start] and len(self.queue) > 1:
            exprs, pinned = self.queue.pop(0), True
        else:
            self.queue = []
            if text[number.start - 1 : number.start] == "各" or (
                len(subjects) > 1
                and text[number.start - 2 : number.start] in {"均为", "各为"}
                and number.value
            ):
                unsure = True
        if (
            state.topic not in (None, -1, *subjects)
            and not named
            and rank < COLUMN
            and declared.default
            and state.topic_family not in ("", declared.family)
        ):
            unsure = True
        state.topic = subjects[0]
        state.topic_family = declared.family
        if chosen:
            state.cues[declared.family] = chosen[0].meaning
            if kind in {"row", "group", "column"}:
                state.listed = kind
                state.named.update(cue.meaning.path for cue in chosen)
            beside = chosen[0].meaning.beside
            if kind == "weak" and state.listed == "group":
                exprs = exprs[::-1]
            unsure = unsure or (bool(beside) and state.named.isdisjoint(beside))
        key = (subjects[0], f"{chosen[0].meaning.index}{chosen[0].meaning.path}" if chosen else "")
        return self.claim(
            number, exprs, pinned and not unsure and not doubt, key, low, quiet, declared.amount
        )

    def share(self, number: Number, left: list[Token], low: int) -> Claim | None:
        """A share: of what the number before it is, or one with a name of its own."""
        text = self.stream.text
        for token in left:
            if "share" in token.word.kinds:
                topic = self.state.topic
                if topic is not None and (topic < 0 or not self.vocabulary.topics[topic].declared.default):
                    return None
                if text[max(0, token.start - 2) : token.start] in {
                    "按时",
                    "按期",
                    "及时",
                    "时限",
                    "限时",
                }:
                    return None
                return self.claim(
                    number,
                    self.vocabulary.shares[token.text],
                    False,
                    (-1, "share"),
                    low,
                    share=True,
                    quiet=self.state.topic is None,
                )
        last = self.state.last
        if (
            last is None
            or last.share
            or last.number is None
            or "占" not in text[low : number.start]
            or last.key[0] < 0
        ):
            return None
        if (
            last.amount
            or last.outside
            or not last.exprs
            or reading.has(left, "aside", "channel", "change", "wide")
        ):
            return None
        here = reading.found(left, self.vocabulary)
        groups = [cue.meaning for cue in here.cues if cue.meaning.kind in {"row", "group", "column"}]
        wholes = groups[0].exprs if groups else self.vocabulary.topics[last.key[0]].wholes
        rest = reading.residue(text, low, number.start, left)
        exprs = tuple(
            part.over(whole) for whole in wholes for part in last.exprs[:3] if part.plus != whole.plus
        )
        return self.claim(
            number,
            exprs,
            last.pinned and not groups and rest <= 3,
            last.key,
            low,
            not last.pinned,
            share=True,
        )

    def claim(
        self,
        number: Number,
        exprs: tuple[Expr, ...],
        pinned: bool,
        key: tuple[int, str],
        low: int,
        quiet: bool = False,
        amount: bool = False,
        share: bool = False,
    ) -> Claim:
        state, stream = self.state, self.stream
        clause = (max(stream.stop_before(number.start), 0), stream.stop_after(number.unit_end))
        return Claim(
            number.start,
            number.end,
            number,
            exprs,
            pinned and not state.doubt,
            key,
            state.sentence,
            state.paragraph,
            (min(low, clause[0]), clause[1]),
            quiet,
            state.outside,
            amount,
            share,
        )

    def dismiss(self, tokens: list[Token], heard: bool = False) -> None:
        """The number is about something else; so is a verb behind it that names nothing."""
        if heard or any(cue.rank <= 4 for token in tokens for cue in token.word.cues):
            self.state.topic = ASIDE


def _stranger(text: str, start: int, end: int, tokens: list[Token]) -> bool:
    """Whether the clause begins with an organ that is not the report's own: 市教育局收到."""
    at, strange = start, ""
    for token in tokens:
        strange += text[at : token.start]
        at = token.end
    strange += text[at:end] if at < end else ""
    return len(strange) > 2 and not _ORGANS.isdisjoint(strange)


def _within(stream: Stream, start: int, end: int) -> list[int]:
    return stream.stops[bisect_left(stream.stops, start) : bisect_left(stream.stops, end)]


def _telling(tokens: list[Token]) -> bool:
    return any(token.word.cues or token.word.subjects for token in tokens)


def _top(cues: list[Cued]) -> list[Cued]:
    highest = max((cue.meaning.rank for cue in cues), default=0)
    return [cue for cue in cues if cue.meaning.rank == highest]


def _reasoned(text: str) -> bool:
    return any(word in text for word in ("因", "由于", "涉及", "属于", "经"))
