"""Characters that show nothing, or turn what stands beside them: made visible."""

from __future__ import annotations

import re

__all__ = ["escape_unseen", "replace_surrogates"]

# Controls but for tab, line feed and carriage return; the soft hyphen; what Unicode calls default ignorable (zero
# width, bidi marks, variation selectors, fillers, tags); line and paragraph separators; surrogates.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160"
    "\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\U000110bd\U000110cd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def escape_unseen(text: str) -> str:
    r"""Write each such character as ``\uXXXX`` (two of them beyond U+FFFF), the way JSON has it."""
    return _UNSEEN.sub(_escape, text)


def replace_surrogates(text: str) -> str:
    """U+FFFD for what no encoding of Unicode holds."""
    return _SURROGATE.sub("\ufffd", text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
