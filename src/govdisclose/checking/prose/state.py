"""What was said before: whose numbers, of which period, about which thing."""

from __future__ import annotations

from attrs import define, field

from govdisclose.checking.prose.claim import Claim
from govdisclose.checking.prose.meaning import Meaning
from govdisclose.checking.prose.squeeze import NEXT, OTHER, PAST, THIS
from govdisclose.checking.prose.tokens import Token

__all__ = ["ASIDE", "State"]

ASIDE = -1
"""The topic of what is in no table."""


@define(eq=False)
class State:
    """Carried along a section, reset where a sentence or a paragraph ends.

    ``topic`` is the subject last named, ``topic_family`` its family. ``outside`` is the reason for which the numbers
    are not those of the tables, ``doubt`` tells that this was so a sentence before.
    """

    area: bool
    topic: int | None = None
    topic_family: str = ""
    scope: str = ""
    other: bool = False
    strayed_scope: bool = False
    strayed_period: bool = False
    this: bool = False
    whole: int = -2
    about: bool = False
    listed: str | None = None
    named: set[str] = field(factory=set)
    sentence: int = 0
    paragraph: int = 0
    cues: dict[str, Meaning] = field(factory=dict)
    last: Claim | None = None

    @property
    def outside(self) -> str | None:
        """Why the numbers here are not those of the tables."""
        if self.scope == "wide" and not self.area:
            return "wider-scope"
        return "narrower-scope" if self.scope == "local" and self.area else None

    @property
    def doubt(self) -> bool:
        """Whether a sentence before was of another scope or period, and this one names none."""
        if self.scope == "part":
            return True
        return (self.strayed_scope and not self.scope) or (self.strayed_period and not self.this)

    def hear(self, token: Token) -> None:
        """A word between two numbers."""
        kinds = token.word.kinds
        if "part" in kinds and self.area and token.start > self.whole + 1:
            self.scope = "part"
        elif "wide" in kinds:
            self.scope, self.whole = "wide", token.end
        elif "local" in kinds:
            self.scope = "local"
        elif "own" in kinds:
            self.scope = "own"
        if token.text == OTHER:
            self.other = True
        elif token.text == THIS:
            self.other, self.this = False, True
        if token.word.subjects:
            self.topic = token.word.subjects[0]
            self.topic_family = ""
        if "信息公开" in token.text or "依申请" in token.text or token.text == "申请":
            self.about = True

    def period_of(self, left: list[Token], carried: bool) -> None:
        """The period that the words before a number name."""
        texts = [token.text for token in left]
        if OTHER in texts:
            self.other = THIS not in texts[len(texts) - texts[::-1].index(OTHER) :]
        elif not carried and (PAST in texts or NEXT in texts):
            self.other = THIS not in texts
        elif THIS in texts:
            self.other = False
        self.this = self.this or THIS in texts

    def stop(self, sign: str) -> None:
        """A sentence ends, or half of one, or a paragraph."""
        self.strayed_scope = self.strayed_scope or self.outside is not None
        self.strayed_period = self.strayed_period or self.other
        self.this = False
        if sign == "；":
            self.other = False
            return
        self.scope, self.other = "", False
        self.sentence += 1
        self.listed = None
        self.named.clear()
        self.last = None
        self.cues.clear()
        if sign == "\n":
            self.paragraph += 1
            self.topic, self.topic_family, self.about = None, "", False
            self.strayed_scope = self.strayed_period = False
