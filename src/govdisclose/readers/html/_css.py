"""Style sheets and style attributes to declarations, by the rules of CSS for comments, strings, brackets and errors.

Own code and no library: what is needed is small (which declarations stand under which selector), and a page of a word
processor has hundreds of style attributes, which this reads in a tenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from govdisclose.errors import LimitError
from govdisclose.readers.html._media import Truth, media, supports

__all__ = ["Declaration", "RawRule", "declarations", "rules", "split_commas", "unescape"]

_WORD = re.compile(
    r"/\*(?:[^*]++|\*(?!/))*+(?:\*/|\Z)"
    r"|\"(?:[^\"\\\n]++|\\[\s\S]|\\\Z)*+(?:\"|(?=\n)|\Z)"
    r"|'(?:[^'\\\n]++|\\[\s\S]|\\\Z)*+(?:'|(?=\n)|\Z)"
    r"|url\(\s*+(?![\s\"'])(?:[^)\\]++|\\[\s\S])*+(?:\)|\Z)"
    r"|\\[\s\S]?"
    r"|<!--|-->"
    r"|[][(){};\"']"
    r"|(?:[^][(){};\"'\\/<u-]++|[/<u-](?!\*|!--|rl\(|->))++"
    r"|[\s\S]",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[^\"'\\/(){}\[\]!]*+\Z")
_IMPORTANT = re.compile(r"!\s*important\s*\Z", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|\n|([\s\S]))")
_NAME = re.compile(r"[\w\\\x80-\U0010ffff-]+\Z")
_AT = re.compile(r"@([\w-]*)\s*")
_OPEN = {"(": ")", "[": "]", "{": "}"}
_DEEPEST = 24
_LONGEST_NESTED = 4000


class Declaration(NamedTuple):
    """One declaration, in lower case."""

    name: str
    value: str
    important: bool = False


class RawRule(NamedTuple):
    """The declarations under one list of selectors.

    ``sure`` False: the rule is for print alone, or under a condition that is not known. ``layer`` counts the
    cascade layers from 0; None stands for no layer, which comes after all of them.
    """

    selectors: str
    declared: tuple[Declaration, ...]
    sure: bool
    layer: int | None


def unescape(text: str) -> str:
    r"""The characters that escapes stand for: ``\31`` is 1."""
    if "\\" not in text:
        return text

    def plain(match: re.Match[str]) -> str:
        code = match[1]
        if not code:
            return match[2] or ""
        number = int(code, 16)
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"

    return _ESCAPE.sub(plain, text)


@lru_cache(maxsize=4096)
def declarations(text: str) -> tuple[Declaration, ...]:
    """The declarations of a style attribute in order; those that are none are left out."""
    if _PLAIN.match(text):
        return tuple(found for part in text.split(";") if (found := _declaration(part)))
    words = _words(text)
    return tuple(item for item in _Parser(words).body(0, len(words)) if isinstance(item, Declaration))


def rules(text: str, most: int) -> tuple[list[RawRule], int]:
    """The rules of a style sheet in order, and how many words it has; ``LimitError`` for more than ``most``."""
    words = _words(text)
    if len(words) > most:
        raise LimitError("styles", most, len(words), "a style sheet")
    parser = _Parser(words)
    parser.sheet(0, len(words), True, None, 0)
    return parser.rules, len(words)


def split_commas(text: str) -> list[str]:
    """The parts of a list between commas, none of them in brackets or strings."""
    if "," not in text:
        return [text]
    parts: list[list[str]] = [[]]
    closers: list[str] = []
    for word in _words(text):
        if word in _OPEN:
            closers.append(_OPEN[word])
        elif closers and word == closers[-1]:
            closers.pop()
        elif not closers and "," in word and word[0] not in "\"'":
            first, *others = word.split(",")
            parts[-1].append(first)
            parts += [[other] for other in others]
            continue
        parts[-1].append(word)
    return ["".join(part) for part in parts]


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not word.startswith("/*")]


def _declaration(text: str) -> Declaration | None:
    name, colon, value = text.partition(":")
    name = name.strip()
    if not colon or not _NAME.match(name):
        return None
    name = unescape(name)
    value = value.strip()
    important = False
    if "!" in value:
        value, count = _IMPORTANT.subn("", value)
        if "!" in value and not name.startswith("--"):
            return None
        value, important = value.strip(), bool(count)
    if name.startswith("--"):
        return Declaration(name.lower(), value.lower(), important)
    if value.endswith("\\9"):
        return None  # for a browser of long ago; to others it is no value
    value = " ".join(unescape(value).lower().split())
    return Declaration(name.lower(), value, important) if value else None


class _Parser:
    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.rules: list[RawRule] = []
        self._layers: dict[str, int] = {}
        self._ends = self._match(words)

    @staticmethod
    def _match(words: list[str]) -> dict[int, int]:
        """Where each bracket closes; one that nothing closes reaches to the end."""
        ends: dict[int, int] = {}
        stack: list[int] = []
        for at, word in enumerate(words):
            if word in _OPEN:
                stack.append(at)
            elif stack and word == _OPEN[words[stack[-1]]]:
                ends[stack.pop()] = at
        ends.update(dict.fromkeys(stack, len(words)))
        return ends

    def _text(self, start: int, end: int) -> str:
        return "".join(self.words[start:end])

    def body(self, start: int, end: int) -> Iterator[Declaration | tuple[str, int, int]]:
        """Declarations, and nested blocks as the words before them and their place."""
        at = begun = start
        while at < end:
            word = self.words[at]
            if word == ";":
                if found := _declaration(self._text(begun, at)):
                    yield found
                begun = at + 1
            elif word == "{" and not self._text(begun, at).lstrip().startswith("--"):
                close = min(self._ends[at], end)
                yield self._text(begun, at).strip(), at + 1, close
                at, begun = close, close + 1
            elif word in _OPEN:
                at = self._ends[at]
            at += 1
        if begun < end and (found := _declaration(self._text(begun, end))):
            yield found

    def sheet(self, start: int, end: int, sure: bool, layer: int | None, depth: int) -> None:
        """Gather the rules between two places."""
        at = begun = start
        while at < end:
            word = self.words[at]
            if word in ("<!--", "-->"):
                if at <= begun + 1 and not self._text(begun, at).strip():
                    begun = at + 1
            elif word == ";":
                if self._lead(begun).startswith("@"):
                    prelude = self._text(begun, at).strip()
                    if prelude[1:6].lower() == "layer":
                        for name in prelude[6:].split(","):
                            self._layer(name)
                    begun = at + 1
            elif word == "{":
                close = min(self._ends[at], end)
                self._block(self._text(begun, at).strip(), at + 1, close, sure, layer, depth + 1)
                at, begun = close, close + 1
            elif word in _OPEN:
                at = self._ends[at]
            at += 1

    def _lead(self, begun: int) -> str:
        """The first word that is more than white space, which always is one word."""
        return self.words[begun].lstrip() or self.words[begun + 1]

    def _layer(self, name: str) -> int:
        name = name.strip() or f"({len(self._layers)})"
        return self._layers.setdefault(name, len(self._layers))

    def _block(
        self, words: str, start: int, end: int, sure: bool, layer: int | None, depth: int, around: str = ""
    ) -> None:
        if depth > _DEEPEST:
            raise LimitError("depth", _DEEPEST, depth, "a style sheet")
        if not words.startswith("@"):
            self._style(words, start, end, sure, layer, depth)
            return
        name = _AT.match(words)
        rest = words[name.end() :] if name else ""
        match name[1].lower() if name else "":
            case "media":
                truth = media(rest)
            case "supports":
                truth = supports(rest)
            case "layer":
                truth, layer = Truth.YES, self._layer(rest)
            case "container" | "scope" | "document" | "-moz-document":
                truth = Truth.UNKNOWN
            case _:
                # Fonts, pages, lists of a word processor, key frames: no rules for elements.
                return
        if truth is Truth.NO:
            return
        sure = sure and truth is Truth.YES
        if around:
            self._style(around, start, end, sure, layer, depth)
        else:
            self.sheet(start, end, sure, layer, depth)

    def _style(self, selectors: str, start: int, end: int, sure: bool, layer: int | None, depth: int) -> None:
        declared: list[Declaration] = []
        nested: list[tuple[str, int, int]] = []
        for item in self.body(start, end):
            if isinstance(item, Declaration):
                declared.append(item)
            else:
                nested.append(item)
        if declared:
            self.rules.append(RawRule(selectors, tuple(declared), sure, layer))
        for words, inner, close in nested:
            if words.startswith("@"):
                self._block(words, inner, close, sure, layer, depth + 1, selectors)
                continue
            joined = ",".join(_nested(selectors, part) for part in split_commas(words))
            if len(joined) > _LONGEST_NESTED:
                raise LimitError("characters", _LONGEST_NESTED, len(joined), "a selector")
            self._block(joined, inner, close, sure, layer, depth + 1)


def _nested(outer: str, inner: str) -> str:
    around = f":is({outer})"
    return inner.replace("&", around) if "&" in inner else f"{around} {inner.strip()}"
