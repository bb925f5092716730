"""Small PDF files, byte by byte, and the readers that are tried on them."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable, Sequence

import govdisclose
from govdisclose.document import DEFAULT_LIMITS, Document, Limits
from govdisclose.grammar.entry import State
from govdisclose.grammar.heading import H, tree
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.table import Table
from govdisclose.readers.pdf import _miner, _pdfium
from govdisclose.readers.pdf._document import build
from govdisclose.readers.pdf._page import Page

BACKENDS: dict[str, Callable[[bytes, Limits], list[Page]]] = {
    "pdfminer": _miner.read_pages,
    "pdfium": _pdfium.read_pages,
}
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
WIDTHS = b"/DW 1000/W[32 126 500]"
# A range may not leave the 256 codes that it begins in.
MAP = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
    b"256 beginbfrange\n"
    + b"".join(b"<%02x00> <%02xff> <%02x00>\n" % (high, high, high) for high in range(256))
    + b"endbfrange\nendcmap end"
)


def read(source: bytes, backend: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    return build(BACKENDS[backend](source, limits), limits)


def pdf(objects: Sequence[bytes], trailer: bytes = b"", user: bytes | None = None) -> bytes:
    """Numbered objects, the first of them the catalog. Encrypted if there is a password of the user, even an empty one."""
    if user is not None:
        objects, entries = encrypted(objects, user)
        trailer += entries
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(out)


def stream(data: bytes, entries: bytes = b"", *, packed: bool = False) -> bytes:
    if packed:
        data, entries = zlib.compress(data, 9), entries + b"/Filter/FlateDecode"
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)


PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
IDENTITY = bytes(range(16))


def rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    at = 0
    for step in range(256):
        at = (at + state[step] + key[step % len(key)]) % 256
        state[step], state[at] = state[at], state[step]
    out = bytearray()
    at = 0
    for number, byte in enumerate(data, 1):
        step = number % 256
        at = (at + state[step]) % 256
        state[step], state[at] = state[at], state[step]
        out.append(byte ^ state[(state[step] + state[at]) % 256])
    return bytes(out)


def md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def encrypted(objects: Sequence[bytes], user: bytes) -> tuple[list[bytes], bytes]:
    """Streams and strings by RC4 with 40 bits, and the entries of the trailer."""
    padded = (user + PADDING)[:32]
    owner = rc4(md5(padded)[:5], padded)
    key = md5(padded + owner + b"\xfc\xff\xff\xff" + IDENTITY)[:5]
    found = []
    for number, content in enumerate(objects, 1):
        own = md5(key + number.to_bytes(3, "little") + b"\0\0")[:10]
        head, mark, data = content.partition(b">>stream\n")
        for words in re.findall(rb"\(\w+\)", head):
            head = head.replace(words, b"<%b>" % rc4(own, words[1:-1]).hex().encode())
        found.append(head + mark + rc4(own, data[: -len(b"\nendstream")]) + b"\nendstream" if mark else head)
    entries = b"/ID[<%b><%b>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>" % tuple(
        part.hex().encode() for part in (IDENTITY, IDENTITY, owner, rc4(key, PADDING))
    )
    return found, entries


def composite(
    unicode: bytes | None = MAP, ordering: bytes = b"Identity", widths: bytes = WIDTHS
) -> list[bytes]:
    """The three objects of a font with two bytes a code: the font, the inner one, the map. They are 3, 4 and 5."""
    link = b"/ToUnicode 5 0 R" if unicode is not None else b""
    return [
        b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Song/Encoding/Identity-H/DescendantFonts[4 0 R]%b>>"
        % link,
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Song"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(%b)/Supplement 0>>"
        b"/FontDescriptor<</Type/FontDescriptor/FontName/AAAAAA+Song/Flags 4/FontBBox[0 -140 1000 860]"
        b"/Ascent 860/Descent -140/ItalicAngle 0/CapHeight 700/StemV 80>>%b>>" % (ordering, widths),
        stream(unicode or b""),
    ]


def pages(
    *contents: bytes,
    entries: bytes = b"/MediaBox[0 0 400 300]",
    font: Sequence[bytes] | None = None,
    resources: bytes = b"",
    extra: Sequence[bytes] = (),
    catalog: bytes = CATALOG,
    user: bytes | None = None,
) -> bytes:
    """A file with these contents on a page each; ``/F`` is the font. ``extra`` objects follow those of the font."""
    fonts = list(font) if font is not None else composite()
    first = 3 + len(fonts) + len(extra)
    kids = b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(len(contents)))
    objects = [catalog, b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(contents)), *fonts, *extra]
    for at, content in enumerate(contents):
        objects.append(
            b"<</Type/Page/Parent 2 0 R%b/Contents %d 0 R/Resources<</Font<</F 3 0 R>>%b>>>>"
            % (entries, first + 2 * at + 1, resources)
        )
        objects.append(stream(content))
    return pdf(objects, user=user)


def text(x: float, y: float, words: str, size: float = 10, before: bytes = b"") -> bytes:
    """One line of text, its baseline ``y`` above the foot of the page."""
    return b"BT %b /F %g Tf %g %g Td <%b> Tj ET\n" % (
        before,
        size,
        x,
        y,
        words.encode("utf-16-be").hex().encode(),
    )


def line(x0: float, y0: float, x1: float, y1: float) -> bytes:
    return b"%g %g m %g %g l S\n" % (x0, y0, x1, y1)


def box(x: float, y: float, width: float, height: float) -> bytes:
    return b"%g %g %g %g re f\n" % (x, y, width, height)


def ruled(xs: Sequence[float], ys: Sequence[float]) -> bytes:
    """All rules of a table without merges."""
    return b"".join(line(xs[0], y, xs[-1], y) for y in ys) + b"".join(line(x, ys[0], x, ys[-1]) for x in xs)


def filled(
    xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], size: float = 10
) -> bytes:
    """The texts of a table, ``ys`` from top to bottom, each four points inside its cell."""
    return b"".join(
        text(xs[column] + 4, ys[row + 1] + 6, words, size)
        for row, cells in enumerate(rows)
        for column, words in enumerate(cells)
        if words
    )


# --- tables without rules, by a form that is declared for them


def form(*tables: Table) -> Layout:
    return Layout("sample", "样表", "项目自拟", tables=tables, sections=(), titles=())


FILES = form(
    Table(
        "files",
        "文件",
        stubhead="信息内容",
        boxhead=tree(H("before", "上年数量"), H("now", "本年数量"), H("total", "合计")),
        stub=tree(H("rules", "规章"), H("norms", "规范性文件"), H("others", "其他文件")),
    )
)


def found(document: Document, layout: Layout = FILES) -> list[list[str]]:
    """What was read, row by row: a number or ``/``, nothing for blank, ? for what cannot be told, - for what is missing."""
    result = govdisclose.parse_document(document, layouts=[layout])
    lines: dict[str, list[str]] = {}
    for entry in result.entries:
        shown = {State.BLANK: "", State.UNREADABLE: "?", State.MISSING: "-"}.get(entry.state, entry.raw)
        lines.setdefault(entry.row, []).append(shown)
    return list(lines.values())
