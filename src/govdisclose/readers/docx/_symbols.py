"""Characters that a file names by font and number. Only digits of fonts that are known are read."""

from __future__ import annotations

from govdisclose.readers.docx._properties import SYMBOL_FONTS

__all__ = ["symbol"]

# Fonts that hold digits where every font of letters does. Whatever is called Wingdings or the like does not.
_LETTERS = (
    *(
        "symbol",
        "arial",
        "times",
        "calibri",
        "cambria",
        "courier",
        "verdana",
        "tahoma",
        "georgia",
        "segoe ui",
    ),
    *("simsun", "nsimsun", "simhei", "simkai", "simfang", "kaiti", "fangsong", "microsoft yahei", "dengxian"),
    *("宋体", "新宋体", "黑体", "楷体", "仿宋", "微软雅黑", "等线", "方正", "华文"),
)
_NOT_LETTERS = ("segoe ui symbol", "segoe ui emoji", *SYMBOL_FONTS)
_CIRCLED = range(0x81, 0x8B)


def symbol(font: str, code: int) -> str | None:
    """The character that a font shows for a number, as ``w:sym`` and a SYMBOL field give it; None: not known.

    Fonts of symbols keep their characters from U+F000; the number may be given with or without that.
    """
    name = font.strip().lower()
    if 0xF000 <= code <= 0xF0FF:
        if not (name == "symbol" or name.startswith(SYMBOL_FONTS)):
            return None
        code -= 0xF000
    if name == "wingdings" and code in _CIRCLED:
        return chr(0x2460 + code - 0x81)
    letters = name.startswith(_LETTERS) and not name.startswith(_NOT_LETTERS)
    return chr(code) if letters and 0x30 <= code <= 0x39 else None
