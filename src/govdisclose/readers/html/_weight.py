"""Which declarations are heavy: they can change how text is seen, whatever stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable

from govdisclose.readers.html._colours import colour
from govdisclose.readers.html._lengths import font_size, length, number

__all__ = ["ALIGNED", "FLAT", "GLOBAL", "SIDES", "far", "heavy_name", "is_heavy", "line_share"]

GLOBAL = frozenset(("inherit", "initial", "unset", "revert", "revert-layer"))
"""The values that every property may have."""
ALIGNED = frozenset(("baseline", "middle", "top", "bottom", "text-top", "text-bottom", "sub", "super"))
FLAT = 0.5
"""Of the size of letters: lines lower than that do not hold them."""
SIDES = ("top", "right", "bottom", "left")
_IDENTITY = re.compile(
    r"none|(?:(?:translate(?:z|3d|x|y)?|rotate(?:z|3d|x|y)?|skew(?:x|y)?)\((?:[-+]?0(?:\.0++)?[a-z]*+[\s,]*+)*+\)"
    r"|scale(?:x|y|z|3d)?\((?:1(?:\.0++)?[\s,]++|1(?:\.0++)?(?=\)))*+\)|perspective\([^)]*+\)|\s)*+"
)
_HARMLESS_FILTERS = re.compile(
    r"(?:(?:grayscale|sepia|saturate|hue-rotate|drop-shadow)\([^()]*(?:\([^()]*\)[^()]*)*\)\s*)*"
)
_MOVED = 3.0


def _any(value: str, quirks: bool) -> bool:
    return True


def heavy_name(name: str, value: str) -> str:
    """The name by which a heavy declaration is noted."""
    if name == "display" and value == "none":
        return "none"
    if name == "background-image" and "gradient" not in value:
        return "picture"
    if name == "display" and value.endswith("grid"):
        return "grid"
    if name == "flex-direction":
        return "reverse" if "reverse" in value else "column"
    if name.startswith("margin") and far(value, 1000, False):
        return "off"
    return name


def far(value: str, least: float, quirks: bool) -> bool:
    """Whether a length is as long as that, or not known."""
    if value in ("auto", "normal", "none"):
        return False
    found = length(value, 16, 1280, bare=quirks)
    return found is None or abs(found) >= least


def is_heavy(name: str, value: str, quirks: bool) -> bool:
    """Whether a declaration can change how text is seen, whatever stands around it."""
    if name.startswith("--"):
        return False
    if "var(" in value:
        # What a variable holds is known once its element is.
        return name not in ("font-family", "content", "list-style-type")
    test = _HEAVY.get(name)
    return test is not None and test(value, quirks)


def _colour_is_heavy(value: str, quirks: bool) -> bool:
    made = colour(value, bare=quirks)
    return (made is None and value not in GLOBAL and value != "currentcolor") or (
        made is not None and made.alpha < 0.95
    )


def _ground_is_heavy(value: str, quirks: bool) -> bool:
    made = colour(value, bare=quirks)
    if made is None:
        return value not in GLOBAL
    return 0 < made.alpha < 0.95


def _narrow(value: str, quirks: bool) -> bool:
    if value in ("auto", "none") or value.endswith(("%", "content")):
        return value in ("0%",)
    found = length(value, 16, bare=quirks)
    return found is not None and found < 24


def _indents(value: str, quirks: bool) -> bool:
    found = length(value.split()[0], 16, 400, bare=quirks)
    return found is None or not -60 < found < 100


def _transforms(value: str, quirks: bool) -> bool:
    return _IDENTITY.fullmatch(value) is None


def line_share(value: str) -> float | None:
    """The height of a line as a share of the size of its letters; None where it is not said in a known way."""
    found = number(value)
    if found is not None:
        return found
    made = length(value, 16.0)
    return None if made is None else made / 16.0


def _is_flat(value: str, quirks: bool) -> bool:
    share = line_share(value)
    return share is not None and share < FLAT


def _tiny(value: str, quirks: bool) -> bool:
    made = font_size(value, 16, bare=quirks)
    return made is not None and made < 4.5


_HEAVY: dict[str, Callable[[str, bool], bool]] = {
    "all": _any,
    "background-clip": lambda value, _: "text" in value,
    "background-color": _ground_is_heavy,
    "background-image": lambda value, _: value not in ("none", *GLOBAL),
    "clip": lambda value, _: value not in ("auto", *GLOBAL),
    "clip-path": lambda value, _: value not in ("none", *GLOBAL),
    "color": _colour_is_heavy,
    "text-fill-color": _colour_is_heavy,
    "content-visibility": lambda value, _: value == "hidden",
    "direction": lambda value, _: value == "rtl",
    "display": lambda value, _: value not in ("inline", "contents", "inherit", "unset", "initial"),
    "filter": lambda value, _: value != "none" and _HARMLESS_FILTERS.fullmatch(value) is None,
    "flex-direction": lambda value, _: "reverse" in value or value.startswith("column"),
    "float": lambda value, _: value not in ("none", *GLOBAL),
    "font-family": lambda value, _: (
        "wingdings" in value or "webdings" in value or value.strip("'\"").startswith("symbol")
    ),
    "font-size": _tiny,
    "height": _narrow,
    "width": _narrow,
    "max-height": _narrow,
    "max-width": _narrow,
    "line-height": _is_flat,
    "letter-spacing": lambda value, quirks: value.startswith("-") and far(value, _MOVED, quirks),
    "margin-left": lambda value, quirks: value.startswith("-") and far(value, _MOVED, quirks),
    "margin-right": lambda value, quirks: value.startswith("-") and far(value, _MOVED, quirks),
    "font-variant-position": lambda value, _: "super" in value or "sub" in value.split(),
    "margin-top": lambda value, quirks: value.startswith("-") and far(value, 1000, quirks),
    "mix-blend-mode": lambda value, _: value not in ("normal", *GLOBAL),
    "mask": lambda value, _: value not in ("none", *GLOBAL),
    "mso-hide": lambda value, _: value == "all",
    "mso-text-raise": lambda value, quirks: far(value, 1, quirks),
    "opacity": lambda value, _: (number(value) if number(value) is not None else 0.0) != 1.0,
    "order": lambda value, _: value != "0",
    "position": lambda value, _: value in ("absolute", "fixed"),
    "rotate": lambda value, _: value not in ("none", "0deg", *GLOBAL),
    "scale": lambda value, _: value not in ("none", "1", *GLOBAL),
    "translate": lambda value, _: value not in ("none", "0", *GLOBAL),
    "text-decoration-line": lambda value, _: "line-through" in value,
    "text-indent": _indents,
    "text-security": lambda value, _: value not in ("none", *GLOBAL),
    "transform": _transforms,
    "unicode-bidi": lambda value, _: value.endswith("override"),
    "vertical-align": lambda value, quirks: (
        value in ("super", "sub")
        or (value not in ALIGNED and value not in GLOBAL and far(value, 0.5, quirks))
    ),
    "visibility": lambda value, _: value in ("hidden", "collapse"),
    "white-space": lambda value, _: value.split()[0] in ("pre", "pre-wrap", "break-spaces", "preserve"),
    "zoom": lambda value, _: (number(value) or 0.0) < 0.5 and value not in ("normal", *GLOBAL),
    **dict.fromkeys(SIDES, lambda value, quirks: far(value, 1, quirks)),
}
