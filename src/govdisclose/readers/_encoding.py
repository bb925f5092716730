"""Bytes to text. What a file declares is only a hint: many pages declare gb2312 and hold GB18030."""

from __future__ import annotations

import re

from attrs import frozen

from govdisclose.findings import Finding, finding

__all__ = ["Decoded", "decode"]

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

# Declared names of one family decode alike, so that one for another is no mismatch. They are listed rather
# than looked up: the codec registry imports modules by the name that it is given.
_FAMILIES = {
    name: family
    for family, names in {
        "utf-8": "utf-8 utf8 unicode-1-1-utf-8 utf-8-sig",
        "gb18030": "gb18030 gbk gb2312 gb_2312 gb_2312-80 gb2312-80 csgb2312 x-gbk cp936 chinese",
        "big5": "big5 big5-hkscs big5hkscs cn-big5 csbig5 x-x-big5 cp950 windows-950",
        "utf-16-le": "utf-16-le utf-16le",
        "utf-16-be": "utf-16-be utf-16be",
        "utf-16": "utf-16 utf16 unicode ucs-2",
    }.items()
    for name in names.split()
}
_CODECS = {"big5": "big5hkscs"}

_SAMPLE = 4096
_LIKELY = re.compile(r"[\t\n\r\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_BEYOND_TWO_BYTES = re.compile(r"[\u0800-\U0010ffff]")
_DAMAGE = 10
"""Damaged UTF-8 has at least this many sound characters beyond ASCII for each broken one."""


@frozen
class Decoded:
    """The text without its byte order mark, the encoding used, and what was noticed.

    ``encoding`` is ``utf-8`` (also for ASCII), ``gb18030``, ``big5``, ``utf-16-le`` or ``utf-16-be``.
    """

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(source: bytes, declared: str | None = None) -> Decoded:
    """Decode by byte order mark, then by what the bytes can be; never raises.

    ``declared`` is the name that the file or its transport gives. It decides only between encodings that the
    bytes allow (Big5, and the few short GBK texts that are UTF-8 as well); otherwise it is compared with the
    encoding used. Bytes that are no character in any encoding stand as U+FFFD, with a finding.
    """
    family = _FAMILIES.get(declared.strip().lower(), "unknown") if declared else ""
    text, encoding, lost = _decode(source, family)
    findings: list[Finding] = []
    matches = encoding == family or (family == "utf-16" and encoding.startswith("utf-16"))
    if declared and not matches and not source.isascii():
        findings.append(finding("encoding-mismatch", declared=declared.strip()[:40], used=encoding))
    if lost:
        findings.append(finding("characters-undecodable", count=lost, used=encoding))
    return Decoded(text, encoding, tuple(findings))


def _decode(source: bytes, family: str) -> tuple[str, str, int]:
    """The text, the encoding and the number of undecodable byte sequences."""
    for bom, encoding in _BOMS:
        if source.startswith(bom):
            return _replaced(source[len(bom) :], encoding)
    if b"\0" in source[:_SAMPLE]:
        wide = _utf16(source[:_SAMPLE])
        if wide is not None:
            return _replaced(source, wide)
    text = _strict(source, "utf-8")
    if text is not None:
        # 联通 in GBK is two Arabic-looking letters in UTF-8: where only such stand, the declaration decides.
        if family == "gb18030" and not source.isascii() and not _BEYOND_TWO_BYTES.search(text):
            other = _strict(source, family)
            if other is not None:
                return other, family, 0
        return text, "utf-8", 0
    if family == "big5":
        traditional = _strict(source, family)
        if traditional is not None:
            return traditional, family, 0
    # UTF-8 cut off or damaged in a few places may be valid GB18030, of quite other characters.
    utf8, _, lost = _replaced(source, "utf-8")
    sound = len(utf8) - len(utf8.encode("ascii", "ignore")) - utf8.count("\ufffd")
    if sound >= _DAMAGE * lost:
        return utf8, "utf-8", lost
    national = _replaced(source, "gb18030")
    return (utf8, "utf-8", lost) if lost < national[2] else national


def _strict(source: bytes, encoding: str) -> str | None:
    try:
        return source.decode(_CODECS.get(encoding, encoding))
    except UnicodeDecodeError:
        return None


def _replaced(source: bytes, encoding: str) -> tuple[str, str, int]:
    text = _strict(source, encoding)
    if text is not None:
        return text, encoding, 0
    text = source.decode(encoding, "replace")
    # A U+FFFD that the source itself holds was lost before us.
    printed = source.count("\ufffd".encode(encoding)) if encoding in ("utf-8", "gb18030") else 0
    return text, encoding, max(1, text.count("\ufffd") - printed)


def _utf16(sample: bytes) -> str | None:
    """Which UTF-16 a text without byte order mark is in, if any: the order that makes likely characters."""
    even = sample[: len(sample) // 2 * 2]
    best, encoding = 0, None
    for candidate in ("utf-16-le", "utf-16-be"):
        text = even.decode(candidate, "replace")
        likely = len(_LIKELY.findall(text))
        # ASCII weighs more: its letters, the wrong way round, are Chinese characters.
        score = likely + len(text.encode("ascii", "ignore"))
        if score > best and "\0" not in text and likely >= 0.7 * len(text):
            best, encoding = score, candidate
    return encoding
