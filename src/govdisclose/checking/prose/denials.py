"""Zero said in words: 未收到政府信息公开申请, 无行政复议、行政诉讼."""

from __future__ import annotations

from govdisclose.checking.prose import reading
from govdisclose.checking.prose.claim import Claim
from govdisclose.checking.prose.meaning import Expr, Meaning
from govdisclose.checking.prose.state import State
from govdisclose.checking.prose.tokens import Stream, Token
from govdisclose.checking.prose.vocabulary import Vocabulary

__all__ = ["denial"]

_LONGEST = 80
_GAP = 1
"""Characters that no word explains, between the words of a denial."""


def denial(
    stream: Stream, vocabulary: Vocabulary, none: Token, end: int, state: State, section: str
) -> Claim | None:
    """What is denied from a word of denial on; None where that is nothing of the tables."""
    stop = min(stream.stop_after(none.end), none.end + _LONGEST)
    if end < stop and end < len(stream.text):
        return None
    subjects: list[int] = []
    cues: list[Meaning] = []
    last = at = none.end
    for token in stream.between(none.end, stop):
        if reading.residue(stream.text, at, token.start, ()) > _GAP:
            break
        kinds = token.word.kinds
        if (
            (kinds & {"aside", "channel", "change", "none"})
            and not token.word.subjects
            and not token.word.cues
        ):
            break
        if token.word.subjects:
            subjects += token.word.subjects
            last = token.end
        if token.word.cues:
            cues += token.word.cues
            if any(cue.rank >= 7 or cue.kind for cue in token.word.cues):
                last = token.end
        at = token.end
    found = reading.found(stream.between(none.end, at), vocabulary)
    cues = [cue.meaning for cue in found.cues]
    if state.other or (last == none.end and not any(cue.rank in (8, 9) for cue in cues)):
        return None
    if not _closed(stream.text[last:stop], stream, last, stop):
        return None
    exprs = _denied(vocabulary, subjects, cues)
    if exprs is None:
        return None
    last = max([last] + [cue.end for cue in found.cues if cue.meaning.rank in (8, 9)])
    start = none.start
    return Claim(
        start,
        last,
        None,
        (exprs,),
        not state.doubt,
        (subjects[0] if subjects else cues[0].subject, "none"),
        state.sentence,
        state.paragraph,
        (stream.stop_before(start), stream.stop_after(last)),
        False,
        state.outside,
    )


def _closed(text: str, stream: Stream, start: int, stop: int) -> bool:
    """Whether nothing follows that makes it a denial of something else."""
    tokens = stream.between(start, stop)
    if text[:1] in {"、", "和", "及", "或", "与"}:
        return True
    if reading.has(tokens, "aside", "channel", "change"):
        return False
    return reading.residue(stream.text, start, stop, tokens) <= 1


def _denied(vocabulary: Vocabulary, subjects: list[int], cues: list[Meaning]) -> Expr | None:
    topics = vocabulary.topics
    hard = [cue for cue in cues if cue.rank in (8, 9) or cue.kind in {"row", "group"}]
    if hard:
        highest = max(cue.rank for cue in hard)
        return _sum([cue.exprs[:1] for cue in dict.fromkeys(hard) if cue.rank == highest])
    parts: list[tuple[Expr, ...]] = []
    for subject in dict.fromkeys(subjects):
        declared = topics[subject].declared
        own = [cue for cue in dict.fromkeys(cues) if cue.subject == subject]
        if declared.default and any(
            cue.rank == 3 and cue.exprs and cue.exprs[0].words == "办结" for cue in own
        ):
            return None
        if declared.family == "documents":
            own = [cue for cue in own if cue.pinned]
            if not own:
                return None
            parts += [cue.exprs[:1] for cue in own]
        elif declared.family == "reviews":
            special = [cue for cue in own if cue.rank >= 3]
            if special:
                return None
            parts.append(topics[subject].alone[:1])
        else:
            if any(not cue.pinned for cue in own):
                return None
            parts.append(topics[subject].alone[:1])
    return _sum(parts)


def _sum(parts: list[tuple[Expr, ...]]) -> Expr | None:
    made: Expr | None = None
    for part in parts:
        for expr in part:
            made = expr if made is None else made + expr
    return made
