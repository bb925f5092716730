"""What is wrong with a declaration: all of it in one error, with the place, what was given and what was expected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from govdisclose.errors import DeclarationError

__all__ = ["Complaints", "given", "near"]

_LONGEST = 60
_PLACE = re.compile(r"\{([^{}]*)\}")


class Complaints:
    """The complaints about one declaration, gathered so that its author mends them in one go."""

    def __init__(self) -> None:
        self._said: list[str] = []

    def say(self, where: str, words: str) -> None:
        """Add one. ``where`` is the path of the part that it is about."""
        self._said.append(f"{where}: {words}")

    def expect(
        self, where: str, name: str, value: object, kind: type | tuple[type, ...], expected: str
    ) -> bool:
        """Whether a value is of a kind; where it is not, ``expected`` says in words what it should be."""
        if isinstance(value, kind):
            return True
        self.say(where, f"{name} is {given(value)}; expected {expected}")
        return False

    def each(self, where: str, name: str, values: object, kind: type, one: str) -> bool:
        """Whether a value is a tuple of values of a kind; ``one`` says in words what each should be."""
        if isinstance(values, kind) or not isinstance(values, tuple):
            self.say(where, f"{name} is {given(values)}; expected a tuple: ({one}, …)")
            return False
        wrong = [item for item in values if not isinstance(item, kind)]
        for item in wrong:
            hint = "; write * before it to put its members here" if isinstance(item, tuple) else ""
            self.say(where, f"{name} holds {given(item)}; expected {one}{hint}")
        return not wrong

    def wordings(self, where: str, name: str, values: object) -> bool:
        """Whether a value is a tuple of strings, none blank, with no place in braces but ``{year}``."""
        if isinstance(values, str):
            self.say(
                where,
                f"{name} is the string {values!r}, which would be its characters; expected [{values!r}]",
            )
            return False
        if not self.each(where, name, values, str, "a string"):
            return False
        assert isinstance(values, tuple)
        return (
            sum(not self.wording(where, value) for value in values) == 0
        )  # all are asked: each has its complaint

    def wording(self, where: str, value: str) -> bool:
        """Whether a wording has no place in braces but ``{year}``."""
        for found in _PLACE.findall(value):
            if found != "year":
                self.say(
                    where, f"{value!r} has {{{found}}}; the only place that a label may have is {{year}}"
                )
                return False
        return True

    def once(self, where: str, what: str, keys: Iterable[str]) -> None:
        """Complain of each key that stands twice."""
        seen: set[str] = set()
        told: set[str] = set()
        for key in keys:
            if key in seen and key not in told:
                self.say(where, f"the {what} {key!r} stands twice")
                told.add(key)
            seen.add(key)

    def raise_if_any(self) -> None:
        """Raise ``DeclarationError`` with all that was said, if anything was."""
        if len(self._said) == 1:
            raise DeclarationError(self._said[0])
        if self._said:
            raise DeclarationError("\n- ".join([f"{len(self._said)} mistakes:", *self._said]))


def given(value: object) -> str:
    """A value of a wrong kind in words."""
    if isinstance(value, type):
        return f"the class {value.__name__}"
    if callable(value) and hasattr(value, "__name__"):
        return f"the function {value.__name__}"
    shown = repr(value)
    shown = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
    return f"{shown} ({type(value).__name__})"


def near(name: str, known: Sequence[str]) -> str:
    """``; did you mean 'total'?`` where a known name is close to one that is not, else nothing."""
    close = get_close_matches(name, known, 1)
    return f"; did you mean {close[0]!r}?" if close else ""
