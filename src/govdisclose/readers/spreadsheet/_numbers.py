"""What a number format shows of a number, for the formats of which that is known exactly.

Known are General, digits with or without thousands and decimals, per cent, text around them, sections for positive and
negative numbers, zero and text, colours, and dates of year, month and day. Of all others (fractions, exponents, times,
conditions, Chinese numerals, formats whose look depends on the language of the program) nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

__all__ = ["BUILTIN", "Shown", "Text", "show_number", "show_text"]

BUILTIN: dict[int, str] = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    # A negative number is shown in one way or another, by the language of the program.
    37: "#,##0;[?]",
    38: "#,##0;[?]",
    39: "#,##0.00;[?]",
    40: "#,##0.00;[?]",
    41: '* #,##0;[?];"-"',
    43: '* #,##0.00;[?];"-"??',
    49: "@",
}
"""The formats that a file names by number alone and that look alike everywhere."""

_COLOURS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "white": "FFFFFF",
    "yellow": "FFFF00",
}
_NUMBERED = re.compile(r"colou?r *([0-9]{1,2})", re.IGNORECASE)
_CURRENCY = re.compile(r"\$([^-\]]*)(?:-([0-9A-Fa-f]{1,4}))?")
_OWN_FORMATS = 0xF000
"""Languages from here on stand for what the user chose as the look of dates and times."""
_ITSELF = frozenset(" $-+/():^&'~{}<>=")
_GENERAL = re.compile(r"general|g/通用格式", re.IGNORECASE)
_DATE = re.compile(r"(y+|m+|d+)", re.IGNORECASE)
_WHOLE = re.compile(r"[0#?][0#?,]*")
_MOST_DIGITS, _MOST_DECIMALS, _LONGEST = 11, 9, 250
_LEAST = Decimal("0.0001")
_FIRST_DAY, _LAST_DAY = 61, 2_958_465  # before 1 March 1900 programs count a day that there was not


class Shown(NamedTuple):
    """What is shown of a number, and the colour that the format gives it."""

    text: str
    colour: str = ""


class Text(NamedTuple):
    """What a format puts before and behind a text. ``hides``: nothing is shown at all."""

    before: str = ""
    behind: str = ""
    hides: bool = False


class _Token(NamedTuple):
    kind: str
    """``text``, ``digit``, ``date``, ``general``, ``@`` or ``%``."""
    text: str


class _Section(NamedTuple):
    tokens: tuple[_Token, ...]
    colour: str
    known: bool


def show_number(value: float, code: str, *, from_1904: bool = False) -> Shown | None:
    """What a format shows of a number in a cell that is wide enough; None where it is not known."""
    if not abs(value) < 1e15 or len(code) > _LONGEST:
        return None
    numeric, _ = _sections(code)
    section, value, sign = _choose(numeric, value)
    if not section.known:
        return None
    kinds = {token.kind for token in section.tokens}
    if not kinds - {"text"}:
        return None if sign else Shown("".join(token.text for token in section.tokens), section.colour)
    if "date" in kinds:
        inner = (
            None if kinds - {"date", "text"} or sign else _date(section.tokens, value, from_1904=from_1904)
        )
    elif kinds <= {"general", "text"} or kinds <= {"@", "text"}:
        inner = _around(section.tokens, _general(value)) if len(section.tokens) < 9 else None
    elif kinds <= {"digit", "text", "%"}:
        inner = _digits(section.tokens, value, whole=len(numeric) == 1 and not sign)
    else:
        inner = None
    return None if inner is None else Shown(sign + inner, section.colour)


def show_text(code: str) -> Text | None:
    """What a format makes of a text; None where it is not known."""
    if len(code) > _LONGEST:
        return None
    _, text = _sections(code)
    if text is None:
        return Text()
    if not text.known:
        return None
    at = [index for index, token in enumerate(text.tokens) if token.kind == "@"]
    if any(token.kind not in ("@", "text") for token in text.tokens) or len(at) > 1:
        return None
    if not at:
        words = "".join(token.text for token in text.tokens)
        return Text(hides=True) if not words.strip() else None
    return Text(
        "".join(token.text for token in text.tokens[: at[0]]),
        "".join(token.text for token in text.tokens[at[0] + 1 :]),
    )


def _choose(sections: Sequence[_Section], value: float) -> tuple[_Section, float, str]:
    """The section for a number, what it is given, and the sign that it does not show itself."""
    if len(sections) == 1:
        return sections[0], abs(value), "-" if value < 0 else ""
    if value > 0 or (value == 0 and len(sections) == 2):
        return sections[0], value, ""
    return sections[1 if value < 0 else 2], abs(value), ""


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[tuple[_Section, ...], _Section | None]:
    """The sections for numbers, at least one and at most three, and that for text if there is one."""
    found: list[_Section] = []
    tokens: list[_Token] = []
    colour, known, at = "", True, 0
    while at <= len(code):
        char = code[at : at + 1]
        if char in ("", ";"):
            found.append(_Section(tuple(tokens), colour, known))
            tokens, colour, known = [], "", True
            at += 1
            continue
        step = 1
        if char == '"':
            end = code.find('"', at + 1)
            known = known and end > 0
            end = end if end > 0 else len(code)
            tokens.append(_Token("text", code[at + 1 : end]))
            step = end + 1 - at
        elif char in "\\_*":
            following = code[at + 1 : at + 2]
            known = known and bool(following) and (char != "*" or following == " ")
            tokens.append(_Token("text", following if char == "\\" else " " if char == "_" else ""))
            step = 2
        elif char == "[":
            end = code.find("]", at)
            known = known and end > 0
            end = end if end > 0 else len(code)
            inner = code[at + 1 : end]
            money = _CURRENCY.fullmatch(inner)
            if money is not None and int(money[2] or "0", 16) < _OWN_FORMATS:
                tokens.append(_Token("text", money[1]))
            elif (named := _colour(inner)) is not None:
                colour = named
            else:
                known = False
            step = end + 1 - at
        elif general := _GENERAL.match(code, at):
            tokens.append(_Token("general", ""))
            step = general.end() - at
        elif char in "0#?.,":
            tokens.append(_Token("digit", char))
        elif char in "%@":
            tokens.append(_Token(char, char))
        elif dated := _DATE.match(code, at):
            tokens.append(_Token("date", dated[1].lower()))
            step = dated.end() - at
        elif char in _ITSELF or ord(char) > 0x7F:
            tokens.append(_Token("text", char))
        else:
            known = False
        at = min(at + step, len(code))  # what is not closed ends with the format
    text = None
    if len(found) > 3:
        text = found[3]
        if len(found) > 4:
            text = text._replace(known=False)
    elif any(token.kind == "@" for token in found[-1].tokens):
        text = found[-1]
        if len(found) > 1:
            found.pop()
    return tuple(found[:3]), text


def _colour(name: str) -> str | None:
    if name.lower() in _COLOURS:
        return _COLOURS[name.lower()]
    numbered = _NUMBERED.fullmatch(name)
    if numbered is None or not 1 <= int(numbered[1]) <= 8:
        return None  # the others depend on the palette of the workbook
    return ("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF")[
        int(numbered[1]) - 1
    ]


def _around(tokens: Sequence[_Token], inner: str | None) -> str | None:
    if inner is None or sum(token.kind != "text" for token in tokens) != 1:
        return None
    return "".join(token.text if token.kind == "text" else inner for token in tokens)


def _general(value: float) -> str | None:
    """A number as it stands in a wide cell. One that is rounded there is rounded differently by programs."""
    exact = Decimal(format(value, ".15g"))
    text = format(exact.normalize(), "f")
    if "." in text and (exact < _LEAST or len(text) > _MOST_DIGITS):
        return None
    return text if len(text) <= _MOST_DIGITS else None


def _digits(tokens: Sequence[_Token], value: float, *, whole: bool) -> str | None:
    """A number in digits. ``whole``: one section is for all numbers."""
    places = [at for at, token in enumerate(tokens) if token.kind == "digit"]
    if not places:
        return None
    first, last = places[0], places[-1]
    if last - first + 1 != len(places):
        return None  # text stands amid the digits
    pattern = "".join(token.text for token in tokens[first : last + 1])
    kept = pattern.rstrip(",")
    scale = 3 * (len(pattern) - len(kept))
    integers, point, behind = kept.partition(".")
    if (
        "," in behind
        or "." in behind
        or (integers and not _WHOLE.fullmatch(integers))
        or integers.endswith(",")
    ):
        return None
    thousands = "," in integers
    integers = integers.replace(",", "")
    percent = 2 * sum(token.kind == "%" for token in tokens)
    number = _rounded(value, percent - scale, len(behind))
    if number is None or (not number and value and not whole):
        return None
    left, _, right = format(number, "f").partition(".")
    least = len(integers) - integers.find("0") if "0" in integers else 0
    left = (left if left != "0" or least else "").rjust(least, "0")
    fixed = behind.rfind("0") + 1
    right = right[:fixed] + right[fixed:].rstrip("0")
    if point and not right:
        return None  # one program shows a point with nothing behind it
    if thousands:
        left = _grouped(left)
    shown = left + (point + right)
    sides = [[token.text for token in part] for part in (tokens[:first], tokens[last + 1 :])]
    return "".join(sides[0]) + shown + "".join(sides[1])


def _rounded(value: float, shift: int, decimals: int) -> Decimal | None:
    """A number shifted by decimal places and rounded; None where its last binary digits would decide."""
    if decimals > _MOST_DECIMALS or abs(shift) > _MOST_DECIMALS:
        return None
    unit = Decimal(1).scaleb(-decimals)
    found = {
        Decimal(text).scaleb(shift).quantize(unit, ROUND_HALF_UP)
        for text in (format(value, ".15g"), repr(value))
    }
    return found.pop() if len(found) == 1 else None


def _grouped(digits: str) -> str:
    head = len(digits) % 3
    groups = [digits[at : at + 3] for at in range(head, len(digits), 3)]
    return ",".join([digits[:head], *groups] if head else groups)


def _date(tokens: Sequence[_Token], value: float, *, from_1904: bool) -> str | None:
    day = int(value)
    if value - day > 0.9 or not (0 if from_1904 else _FIRST_DAY) <= day <= _LAST_DAY - 1463:
        return None
    found = (date(1904, 1, 1) if from_1904 else date(1899, 12, 30)) + timedelta(days=day)
    words = {
        "yyyy": f"{found.year:04}",
        "yy": f"{found.year % 100:02}",
        "m": str(found.month),
        "mm": f"{found.month:02}",
        "d": str(found.day),
        "dd": f"{found.day:02}",
    }
    parts = [token.text if token.kind == "text" else words.get(token.text) for token in tokens]
    return None if None in parts else "".join(part for part in parts if part is not None)
