"""Damaged copies of files, by number: the same number of the same file is the same copy."""

from __future__ import annotations

import re
import warnings
import zlib
from collections.abc import Sequence
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from govdisclose.containers import OLE, ZIP

__all__ = ["damaged", "mutant"]

_SHARE_INSIDE, _SHARE_MARKUP = 0.7, 0.7
_NUMBERS = (b"0", b"-1", b"255", b"65536", b"2147483648", b"99999999999999999999")
_LENGTHS = (1, 1, 1, 2, 4, 7, 40, 300)
_TAG = re.compile(rb"<(/?)([A-Za-z][\w:.-]*)([^<>]*?)(/?)>")
_VALUE = re.compile(rb"=\"([^\"<>]*)\"")
_TEXT = re.compile(rb">([^<>]{1,200})<")
_WINDOW = 100_000


def mutant(bases: Sequence[bytes], name: str, number: int) -> bytes:
    """A damaged copy of one of the files; of a container mostly the content of a member is damaged."""
    random = Random(f"mutant {name} {number}")  # noqa: S311
    base = bases[number % len(bases)]
    if random.random() < _SHARE_INSIDE:
        if base.startswith(ZIP):
            return _inside_zip(base, random)
        if base.startswith(OLE):
            return _inside_ole(base, random)
    return damaged(base, random)


def damaged(source: bytes, random: Random) -> bytes:
    """A damaged copy of bytes. Markup is mostly damaged so that it stays markup: else no reader looks farther."""
    if source.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<") and random.random() < _SHARE_MARKUP:
        for _ in range(random.choice((1, 1, 2, 4, 16))):
            source = _in_markup(source, random)
        return source
    return _in_bytes(source, random)


def _in_markup(source: bytes, random: Random) -> bytes:
    """Another value of an attribute or text, an element doubled, cut out or moved, or names of elements exchanged."""
    start = random.randrange(len(source) + 1)
    match random.randrange(5):
        case 0:
            pattern, count = _VALUE, 1
        case 1:
            pattern, count = _TEXT, 1
        case 2:
            names = sorted({match[2] for match in _TAG.finditer(source, start, start + _WINDOW)})
            if len(names) < 2:
                return source
            one, other = random.sample(names, 2)
            return re.sub(rb"(</?)" + re.escape(one) + rb"(?=[\s/>])", rb"\1" + other, source)
        case _:
            found = _element(source, start)
            if found is None:
                return source
            element = source[found[0] : found[1]]
            rest = source[: found[0]] + source[found[1] :]
            to = _element(rest, random.randrange(len(rest) + 1))
            kind = random.randrange(4)
            if kind == 0 or to is None:
                return rest
            if kind == 1:
                return source[: found[1]] + element * random.choice((1, 2, 40)) + source[found[1] :]
            return rest[: to[0]] + element + rest[to[0] :]
    here = pattern.search(source, start)
    there = pattern.search(source, random.randrange(len(source) + 1))
    if here is None:
        return source
    new = random.choice((*_NUMBERS, b"", b"on", there[count] if there is not None else b"x"))
    return source[: here.start(count)] + new + source[here.end(count) :]


def _element(source: bytes, start: int) -> tuple[int, int] | None:
    """The first element that begins after a place and ends within the next 100,000 bytes."""
    begun: int | None = None
    depth = 0
    for tag in _TAG.finditer(source, start, start + _WINDOW):
        if begun is None:
            if tag[1]:
                continue
            begun = tag.start()
        if not tag[4]:
            depth += -1 if tag[1] else 1
        if depth <= 0:
            return begun, tag.end()
    return None


def _in_bytes(source: bytes, random: Random) -> bytes:
    """Bytes flipped, cut out, doubled, swapped, put in the place of a number; now and then the end is missing."""
    data = bytearray(source)
    if random.random() < 0.1:
        del data[random.randrange(len(data) + 1) :]
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        start = random.randrange(len(data) + 1)
        end = min(start + random.choice(_LENGTHS), len(data))
        other = random.randrange(len(data) + 1)
        match random.randrange(7):
            case 0:
                for at in range(start, end):
                    data[at] ^= 1 << random.randrange(8)
            case 1:
                data[start:end] = random.randbytes(end - start)
            case 2:
                del data[start:end]
            case 3:
                data[start:start] = data[start:end] * random.choice((1, 2, 50))
            case 4:
                data[start:end] = data[other : other + end - start]
            case 5:
                data[start:end], data[other : other + end - start] = (
                    data[other : other + end - start],
                    data[start:end],
                )
            case _:
                _renumber(data, start, random)
    return bytes(data)


def _renumber(data: bytearray, start: int, random: Random) -> None:
    """Put another number in the place of the first one after a place."""
    window = data[start : start + 2_000]
    at = next((at for at, byte in enumerate(window) if 0x30 <= byte <= 0x39), None)
    if at is None:
        return
    end = next((end for end in range(at, len(window)) if not 0x30 <= window[end] <= 0x39), len(window))
    data[start + at : start + end] = random.choice(_NUMBERS)


def _inside_zip(source: bytes, random: Random) -> bytes:
    """The archive with the content of one member damaged, or a member left out or written twice."""
    out = BytesIO()
    try:
        with ZipFile(BytesIO(source)) as archive, ZipFile(out, "w", ZIP_DEFLATED) as copy:
            members = archive.infolist()
            weights = [min(member.file_size, 50_000) + 1 for member in members]
            chosen = random.choices(members, weights)[0]
            kind = random.randrange(12)
            for member in members:
                data = archive.read(member)
                if member is chosen and kind == 0:
                    continue
                if member is chosen and kind != 1:
                    data = damaged(data, random)
                copy.writestr(member.filename, data, random.choice((ZIP_STORED, ZIP_DEFLATED)))
                if member is chosen and kind == 1:
                    with warnings.catch_warnings():
                        warnings.simplefilter("ignore")  # a name that stands twice is what is wanted
                        copy.writestr(member.filename + random.choice(("", "2")), damaged(data, random))
    except (BadZipFile, zlib.error, ValueError):
        return damaged(source, random)
    return out.getvalue()


def _inside_ole(source: bytes, random: Random) -> bytes:
    """The file with the content of one stream damaged; its size stays, and with it the directory."""
    from olefile import OleFileIO

    out = BytesIO(source)
    try:
        with OleFileIO(out, write_mode=True) as file:
            names = file.listdir()
            name = random.choices(names, [min(file.get_size(name), 50_000) + 1 for name in names])[0]
            data = file.openstream(name).read()
            changed = damaged(data, random)[: len(data)].ljust(len(data), b"\0")
            file.write_stream(name, changed)
    except (OSError, ValueError, IndexError):
        return damaged(source, random)
    return out.getvalue()
