"""Which properties decide what is seen: shorthands taken apart, values that a browser would drop left out.

A declaration is ``heavy`` where it can change how text is seen whatever stands around it. Colours and sizes are
mostly light: whether they matter, their neighbours decide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from govdisclose.readers.html._colours import Colour, colour
from govdisclose.readers.html._css import Declaration, split_commas
from govdisclose.readers.html._lengths import font_size, length, number
from govdisclose.readers.html._weight import ALIGNED, GLOBAL, SIDES, far, heavy_name, is_heavy

__all__ = ["Declared", "colours_of", "declared_of", "images", "words"]

_DISPLAY = """
none inline block inline-block flex inline-flex grid inline-grid table inline-table list-item contents
flow-root table-row table-cell table-row-group table-header-group table-footer-group table-column
table-column-group table-caption run-in ruby ruby-base ruby-text -webkit-box -webkit-inline-box -webkit-flex
-ms-flexbox
"""
_DISPLAYS = frozenset(_DISPLAY.split())
_LINES = frozenset(
    ("underline", "overline", "line-through", "blink", "none", "spelling-error", "grammar-error")
)
_DECORATIONS = frozenset(("solid", "double", "dotted", "dashed", "wavy", "auto", "from-font"))
_COLOUR_FUNCTIONS = re.compile(r"(?:color|color-mix|lab|lch|light-dark|device-cmyk)\(.*\)", re.DOTALL)
_FONT = re.compile(
    r"(?:^|.*?\s)((?:xx?-|xxx-)?(?:small|large)|medium|smaller|larger|[\d.]+(?:[a-z]+|%)|0(?=[\s/])|(?:calc|clamp|min|max)\(.*?\))"
    r"\s*(?:/\s*\S+)?\s+\S",
    re.DOTALL,
)
_IMAGE = re.compile(
    r"(?:url|(?:repeating-)?(?:linear|radial|conic)-gradient|image-set|-webkit-\S*gradient|image|element|cross-fade)\("
)
_APART = 5.0


def words(value: str) -> list[str]:
    """The words of a value; what stands in brackets is no end of a word."""
    if "(" not in value:
        return value.split()
    found: list[str] = []
    begun = depth = 0
    for at, char in enumerate(value):
        if char.isspace() and not depth:
            found.append(value[begun:at])
            begun = at + 1
        depth += (char == "(") - (char == ")")
    return [word for word in (*found, value[begun:]) if word]


def images(value: str) -> bool:
    """Whether a background holds a picture or a gradient."""
    return _IMAGE.search(value) is not None


def colours_of(value: str) -> list[Colour]:
    """The colours that a gradient names."""
    found: list[Colour] = []
    for part in re.split(r"[,\s]+(?![^()]*\))", value[value.find("(") + 1 : value.rfind(")")]):
        made = colour(part)
        if made is not None:
            found.append(made)
    return found


def _is_colour(value: str, quirks: bool) -> bool:
    known = value in ("currentcolor", "-webkit-text") or colour(value, bare=quirks) is not None
    return known or _COLOUR_FUNCTIONS.fullmatch(value) is not None


def _is_length(value: str, quirks: bool) -> bool:
    if value in ("auto", "none", "min-content", "max-content", "fit-content"):
        return True
    return length(value, 16, 100, bare=quirks) is not None or "(" in value


def _one_of(*known: str) -> Callable[[str, bool], bool]:
    return lambda value, _: value in known


def _any(value: str, quirks: bool) -> bool:
    return True


_VALID: dict[str, Callable[[str, bool], bool]] = {
    "all": _any,
    "background-clip": _any,
    "background-color": _is_colour,
    "background-image": lambda value, _: value == "none" or images(value),
    "border": _any,
    "border-bottom": _any,
    "border-top": _any,
    "clip": _any,
    "clip-path": _any,
    "color": _is_colour,
    "content": _any,
    "content-visibility": _one_of("visible", "auto", "hidden"),
    "direction": _one_of("ltr", "rtl"),
    "display": lambda value, _: value in _DISPLAYS or value.split()[0] in ("block", "inline"),
    "filter": lambda value, _: (
        value == "none" or ("(" in value and "alpha(" not in value and "progid" not in value)
    ),
    "flex-direction": _any,
    "float": _one_of("left", "right", "none", "inline-start", "inline-end"),
    "font-family": _any,
    "font-size": lambda value, quirks: font_size(value, 16, bare=quirks) is not None or "(" in value,
    "height": _is_length,
    "font-variant-position": _any,
    "line-height": lambda value, quirks: (
        value == "normal" or number(value) is not None or _is_length(value, quirks)
    ),
    "letter-spacing": lambda value, quirks: value == "normal" or _is_length(value, quirks),
    "list-style-type": _any,
    "mask": _any,
    "max-height": _is_length,
    "max-width": _is_length,
    "margin-top": _is_length,
    "mix-blend-mode": _any,
    "mso-hide": _any,
    "mso-text-raise": _is_length,
    "opacity": lambda value, _: number(value) is not None or "(" in value,
    "order": lambda value, _: number(value) is not None,
    "overflow-x": _one_of("visible", "hidden", "clip", "auto", "scroll", "overlay"),
    "overflow-y": _one_of("visible", "hidden", "clip", "auto", "scroll", "overlay"),
    "position": _one_of("static", "relative", "absolute", "fixed", "sticky", "-webkit-sticky"),
    "rotate": _any,
    "scale": _any,
    "text-decoration-color": _is_colour,
    "text-decoration-line": lambda value, _: bool(value) and _LINES.issuperset(value.split()),
    "text-indent": lambda value, quirks: _is_length(value.split()[0], quirks),
    "text-security": _any,
    "text-shadow": _any,
    "text-stroke": _any,
    "text-fill-color": _is_colour,
    "transform": _any,
    "translate": _any,
    "unicode-bidi": _one_of(
        "normal", "embed", "isolate", "bidi-override", "isolate-override", "plaintext", "-webkit-isolate"
    ),
    "vertical-align": lambda value, quirks: value in ALIGNED or _is_length(value, quirks),
    "visibility": _one_of("visible", "hidden", "collapse"),
    "white-space": _any,
    "width": _is_length,
    "zoom": _any,
    **dict.fromkeys(
        (*SIDES, *(f"{edge}-{side}" for edge in ("margin", "padding") for side in ("left", "right"))),
        _is_length,
    ),
}
_OTHER_NAMES = {
    "-webkit-background-clip": "background-clip",
    "-webkit-clip-path": "clip-path",
    "-webkit-filter": "filter",
    "-webkit-mask": "mask",
    "-webkit-mask-image": "mask",
    "-webkit-text-fill-color": "text-fill-color",
    "-webkit-text-security": "text-security",
    "-webkit-text-stroke": "text-stroke",
    "-webkit-text-stroke-width": "text-stroke",
    "-webkit-transform": "transform",
    "font-variant": "font-variant-position",
    "-webkit-opacity": "opacity",
    "-webkit-text-decoration-line": "text-decoration-line",
    "mask-image": "mask",
    "inline-size": "width",
    "block-size": "height",
    "max-inline-size": "max-width",
    "max-block-size": "max-height",
    "white-space-collapse": "white-space",
}
_SHORT = frozenset(
    (
        "background",
        "font",
        "inset",
        "list-style",
        "margin",
        "overflow",
        "padding",
        "text-decoration",
        "-webkit-text-decoration",
    )
)


_LONGEST = 400
_BOUNDED = frozenset((*_VALID, *_OTHER_NAMES, *_SHORT)) - {
    "background",
    "background-image",
    "content",
    "font-family",
}


class Declared(NamedTuple):
    """The declarations of one place that may matter, as longhands, and what they hold."""

    normal: tuple[tuple[str, str], ...]
    important: tuple[tuple[str, str], ...]
    heavy: frozenset[str]
    """The properties that can change how text is seen, wherever it stands; ``none`` for ``display:none``, ``off``
    for a margin that leads off the page, ``picture`` for one behind the text."""
    inline: bool
    """Whether one of them tells pieces of one line apart: sizes of letters, space beside them."""
    colours: tuple[Colour, ...]
    grounds: tuple[Colour, ...]
    keeps: bool
    """Whether it says anything of white space."""


NOTHING = Declared((), (), frozenset(), False, (), (), False)


def declared_of(found: Iterable[Declaration], *, quirks: bool) -> Declared:
    """What declarations come to that may matter."""
    normal: list[tuple[str, str]] = []
    important: list[tuple[str, str]] = []
    for one in found:
        long = len(one.value) > _LONGEST and one.name in _BOUNDED
        for name, value in [("all", "unknown")] if long else _longhands(one.name, one.value):
            if name.startswith("--") or value in GLOBAL or "var(" in value or _VALID[name](value, quirks):
                (important if one.important else normal).append((name, value))
    if not normal and not important:
        return NOTHING
    every = normal + important
    return Declared(
        tuple(normal),
        tuple(important),
        frozenset(heavy_name(name, value) for name, value in every if is_heavy(name, value, quirks)),
        any(
            name == "font-size"
            or (
                name.startswith(("margin-", "padding-"))
                and not name.endswith("top")
                and far(value, _APART, quirks)
            )
            for name, value in every
        ),
        tuple(_named(every, ("color", "text-fill-color"), quirks)),
        tuple(_named(every, ("background-color",), quirks)),
        any(name == "white-space" for name, _ in every),
    )


def _named(every: list[tuple[str, str]], names: tuple[str, ...], quirks: bool) -> list[Colour]:
    return [
        made for name, value in every if name in names and (made := colour(value, bare=quirks)) is not None
    ]


def _longhands(name: str, value: str) -> list[tuple[str, str]]:
    if name in _VALID:
        return [(name, value)]
    if name.startswith("--"):
        return [(name, value)]
    if name in _OTHER_NAMES:
        return [(_OTHER_NAMES[name], value)]
    if name not in _SHORT:
        return []
    if "var(" in value and name != "background":
        return (
            [(name.replace("text-decoration", "text-decoration-line"), value)] if "decoration" in name else []
        )
    match name:
        case "background":
            return _background(value)
        case "font":
            if value in GLOBAL:
                return [("font-size", value)]
            match = _FONT.match(value)
            return [("font-size", match[1])] if match else []
        case "list-style":
            kinds = [word for word in words(value) if word not in ("inside", "outside")]
            return [("list-style-type", kinds[0])] if kinds else []
        case "overflow":
            both = value.split()
            return [("overflow-x", both[0]), ("overflow-y", both[-1])]
        case "inset" | "margin" | "padding":
            return _around(name, words(value))
        case _:
            return _decoration(value)


def _around(name: str, given: list[str]) -> list[tuple[str, str]]:
    if not 1 <= len(given) <= 4:
        return []
    top, right = given[0], given[min(1, len(given) - 1)]
    left = given[3] if len(given) == 4 else right
    if name != "inset":
        top_too = [("margin-top", top)] if name == "margin" else []
        return [(f"{name}-left", left), (f"{name}-right", right), *top_too]
    bottom = given[2] if len(given) > 2 else top
    return [("top", top), ("right", right), ("bottom", bottom), ("left", left)]


def _background(value: str) -> list[tuple[str, str]]:
    if value in GLOBAL:
        return [("background-color", value), ("background-image", value)]
    last = split_commas(value)[-1]
    colours = [
        word
        for word in words(last.replace("/", " / ") if "(" not in last else last)
        if colour(word) is not None
        or word == "currentcolor"
        or _COLOUR_FUNCTIONS.fullmatch(word)
        or word.startswith("var(")
    ]
    found = [("background-color", colours[0] if colours else "transparent")]
    found.append(("background-image", value if images(value) else "none"))
    if "text" in words(value):
        found.append(("background-clip", "text"))
    return found


def _decoration(value: str) -> list[tuple[str, str]]:
    if value in GLOBAL:
        return [("text-decoration-line", value), ("text-decoration-color", value)]
    given = words(value)
    lines = [word for word in given if word in _LINES]
    colours = [word for word in given if word not in _LINES and _is_colour(word, False)]
    rest = [word for word in given if word not in lines and word not in colours and word not in _DECORATIONS]
    if any(length(word, 16, 16) is None for word in rest):
        return []
    return [
        ("text-decoration-line", " ".join(lines) or "none"),
        ("text-decoration-color", colours[0] if colours else "currentcolor"),
    ]
