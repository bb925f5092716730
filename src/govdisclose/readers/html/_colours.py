"""Colours, and whether letters of one can be seen on another."""

from __future__ import annotations

import colorsys
import math
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from govdisclose.readers.html._lengths import number

__all__ = ["BLACK", "CLEAR", "LINK", "WHITE", "Colour", "apart", "colour", "legacy", "over"]


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255, and how opaque it is, from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0


BLACK, WHITE, LINK, CLEAR = Colour(0, 0, 0), Colour(255, 255, 255), Colour(0, 0, 238), Colour(0, 0, 0, 0)

_NAMES = """
aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4
black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue
5f9ea0 chartreuse 7fff00 chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c
cyan 00ffff darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey
a9a9a9 darkkhaki bdb76b darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred
8b0000 darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f
darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969
dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc
ghostwhite f8f8ff gold ffd700 goldenrod daa520 gray 808080 green 008000 greenyellow adff2f grey 808080
honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa
lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan
e0ffff lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1
lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 lightslategrey 778899
lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6 magenta ff00ff maroon
800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db mediumseagreen
3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585
midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace
fdf5e6 olive 808000 olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa
palegreen 98fb98 paleturquoise afeeee palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f
pink ffc0cb plum dda0dd powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f
royalblue 4169e1 saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna
a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa
springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347 turquoise 40e0d0
violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32 windowtext 000000
window ffffff canvastext 000000 canvas ffffff buttontext 000000 buttonface efefef fieldtext 000000 field
ffffff linktext 0000ee visitedtext 551a8b graytext 808080 infotext 000000 infobackground ffffff menutext
000000 menu ffffff captiontext 000000 threedface ffffff background ffffff highlight b5d5ff highlighttext
000000
"""
_BY_NAME = dict(zip(_NAMES.split()[::2], _NAMES.split()[1::2], strict=True))
_HEX = re.compile(r"#([0-9a-f]{3,8})")
_FUNCTION = re.compile(r"(rgba?|hsla?|hwb|oklab|oklch)\(([^()]*)\)")
_ANGLES = {"deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}
_ANGLE = re.compile(r"([+-]?[\d.]+)(deg|grad|rad|turn)?")


@lru_cache(maxsize=2048)
def colour(text: str, *, bare: bool = False) -> Colour | None:
    """A colour of CSS; None for what is none, or none that is known. ``bare`` takes ``ff0000`` too."""
    text = text.strip().lower()
    if text in _BY_NAME:
        return _hex(_BY_NAME[text])
    if text == "transparent":
        return CLEAR
    if match := _HEX.fullmatch(text):
        return _hex(match[1])
    if bare and re.fullmatch(r"[0-9a-f]{3}|[0-9a-f]{6}", text):
        return _hex(text)
    match = _FUNCTION.fullmatch(text)
    try:
        return _function(match[1], match[2]) if match else None
    except (ValueError, OverflowError):
        return None


def legacy(text: str) -> Colour | None:
    """The colour that an attribute of HTML names, by its own lenient rules."""
    text = text.strip().lower()
    if not text or text == "transparent":
        return None
    if text in _BY_NAME:
        return _hex(_BY_NAME[text])
    if re.fullmatch(r"#[0-9a-f]{3}", text):
        return _hex(text[1:])
    digits = re.sub(r"[^0-9a-f]", "0", text[:128].removeprefix("#"))
    digits += "0" * (-len(digits) % 3)
    size = len(digits) // 3
    parts = [digits[at : at + size][-8:] for at in range(0, len(digits), size or 1)]
    while len(parts[0]) > 2 and all(part.startswith("0") for part in parts):
        parts = [part[1:] for part in parts]
    return _of((int(part[:2], 16) for part in parts), 1.0)


def over(top: Colour, ground: Colour) -> Colour:
    """What is seen of a colour on an opaque ground."""
    share = top.alpha
    return _of((share * top[at] + (1 - share) * ground[at] for at in range(3)), 1.0)


def apart(left: Colour, right: Colour) -> float:
    """How far two opaque colours differ in the channel in which they differ most, from 0 to 255."""
    return max(abs(left[at] - right[at]) for at in range(3))


def _of(channels: Iterable[float], alpha: float) -> Colour:
    red, green, blue = channels
    return Colour(red, green, blue, alpha)


def _hex(digits: str) -> Colour | None:
    if len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) not in (6, 8):
        return None
    red, green, blue, *alpha = (int(digits[at : at + 2], 16) for at in range(0, len(digits), 2))
    return Colour(red, green, blue, alpha[0] / 255 if alpha else 1.0)


def _function(name: str, inside: str) -> Colour | None:
    words = [word for word in re.split(r"[\s,/]+", inside.strip()) if word]
    if len(words) not in (3, 4):
        return None
    alpha = 1.0 if len(words) == 3 else _share(words[3])
    if name.startswith("rgb"):
        channels = [_share(word) * 255 if word.endswith("%") else _plain(word) for word in words[:3]]
        return _of((min(255.0, max(0.0, channel)) for channel in channels), alpha)
    if name in ("oklab", "oklch"):
        return _oklab(name, words, alpha)
    hue = _angle(words[0]) / 360
    second, third = (
        _share(word if word.endswith("%") or word == "none" else word + "%") for word in words[1:3]
    )
    if name == "hwb":
        if second + third >= 1:
            return _of([255 * second / (second + third)] * 3, alpha)
        pure = colorsys.hls_to_rgb(hue, 0.5, 1)
        return _of((255 * (part * (1 - second - third) + second) for part in pure), alpha)
    return _of((255 * part for part in colorsys.hls_to_rgb(hue, third, second)), alpha)


def _plain(word: str) -> float:
    if word == "none":
        return 0.0
    found = number(word)
    if found is None:
        raise ValueError(word)
    return found


def _share(word: str) -> float:
    return min(1.0, max(0.0, _plain(word)))


def _angle(word: str) -> float:
    match = _ANGLE.fullmatch(word)
    return float(match[1]) * _ANGLES[match[2] or "deg"] if match else 0.0


def _oklab(name: str, words: list[str], alpha: float) -> Colour:
    light = _share(words[0])
    if name == "oklch":
        chroma = _plain(words[1]) * (0.4 if words[1].endswith("%") else 1)
        angle = math.radians(_angle(words[2]))
        a, b = chroma * math.cos(angle), chroma * math.sin(angle)
    else:
        a, b = (_plain(word) * (0.4 if word.endswith("%") else 1) for word in words[1:3])
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return _of((255 * _gamma(min(1.0, max(0.0, part))) for part in linear), alpha)


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * float(part ** (1 / 2.4)) - 0.055
