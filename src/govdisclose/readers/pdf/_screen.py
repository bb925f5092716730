"""What has to be known of a PDF before PDFium may open it: its cost, and the fonts that say nothing.

PDFium runs to its end whatever a file asks for, and it shows no dictionaries. A quick look at the bytes tells most
files to be plain: no forms, every font with its map, content of a usual size. Where it does not, the objects are
walked with the parser of pdfminer, which is slow but bounded.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import frozen
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import LIT, PSLiteral

from govdisclose.errors import GovdiscloseError, LimitError
from govdisclose.limits import Limits
from govdisclose.readers.pdf._annotations import appearances, entries
from govdisclose.readers.pdf._device import BYTES_PER_ELEMENT, DEEPEST_FORM, FORM
from govdisclose.readers.pdf._fonts import is_sure
from govdisclose.readers.pdf._layers import Layers
from govdisclose.readers.pdf._look import lets_through
from govdisclose.readers.pdf._miner import damaged, open_document, walk_pages
from govdisclose.readers.pdf._values import dictionary

__all__ = ["Screened", "screen"]

_CHUNK = 1 << 20
# What parts two words of a content stream for PDFium; a word more than it takes for one does no harm here.
_APART = rb"\0\t\n\x0b\f\r \x80\xff()<>\[\]{}/%"
_DRAWS = re.compile(rb"(?<![^" + _APART + rb"])Do(?![^" + _APART + rb"])")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()%]+)\s+Do(?![^" + _APART + rb"])")
_SPEAKS = re.compile(b"/" + b"".join(b"(?:%c|#%02x|#%02X)" % (char, char, char) for char in b"ActualText"))
# One pass: a search for each name by itself would go through the file once more for each.
_TELLING = re.compile(
    rb"/(?:"
    rb"(?P<unusual>Encrypt|ObjStm|LZW|ASCII|RunLength|A85|AHx|RL[ \]/>]|Predictor|OCProperties|Pattern(?![A-Za-z])"
    rb"|AP(?![A-Za-z0-9])|ActualText|NeedsRendering|(?:Widget|FreeText|StrikeOut|Subtype\s*/Text|FileAttachment|Sound|Stamp"
    rb"|Square|Ink|Line|Circle|Polygon|PolyLine|Caret|Movie|Screen|RichMedia|3D)[\s/>]"
    rb"|Filter\s*\[\s*/[^\]/]+/|[A-Za-z]*#[4-7][0-9A-Fa-f])"
    rb"|(?P<refers>Contents|Kids)"
    rb"|Type\s*/Font\b(?!Descriptor))"
)
_REFERENCE = re.compile(rb"\s*(?:\[([\s0-9R]*)\]|([0-9]{1,10}\s+[0-9]{1,5}\s+R)(?![A-Za-z0-9]))")
_HEAD = re.compile(rb"(?<![0-9])([0-9]{1,10}) 0 $")
_LONGEST_HEAD = 14
_FONT_FILES = ("FontFile", "FontFile2", "FontFile3")


@frozen
class Screened:
    """What was found. ``unsure``: the names of fonts whose codes stand for nothing sure. ``document``: the objects of
    the file, if it has annotations that draw something.
    """

    unsure: frozenset[str] = frozenset()
    document: PDFDocument | None = None
    masked: frozenset[tuple[int, int]] = frozenset()
    """The sizes of pictures that have holes, or what shines through them."""


def screen(source: bytes, limits: Limits) -> Screened | None:
    """What has to be known of the file; ``None`` where PDFium cannot tell what is seen.

    Raises ``LimitError`` for what costs too much.
    """
    if _is_plain(source, limits):
        return Screened()
    try:
        document = open_document(source, limits)
        if Layers(document.catalog):
            return None  # PDFium shows the layers that are hidden with all others
        walk = _Walk(limits)
        unsure = walk.run(document)
        if walk.speaks:
            return None  # PDFium tells the text that a program would speak for the one that is drawn
        if walk.patterned:
            return None  # PDFium says of what is filled with a pattern that it is white
        return Screened(unsure, document if walk.annotated else None, frozenset(walk.masked))
    except GovdiscloseError:
        raise
    except RecursionError:
        raise LimitError("depth", limits.depth, "more than the stack holds", fixed=True) from None
    except Exception as error:
        # PDFium may mend what pdfminer cannot follow, but nothing would bound it.
        raise damaged(error) from error


def _is_plain(source: bytes, limits: Limits) -> bool:
    """Whether nothing in the bytes needs a closer look."""
    if not _names_are_plain(source):
        return False
    room = limits.elements * BYTES_PER_ELEMENT
    outside = 0
    for start, end in _streams(source):
        # Whatever its dictionary says of it, a page can name any stream as its content.
        if start < 0 or _draws(source[outside:start]):
            return False
        content = source[start:end]
        if _is_packed(content):
            engine = zlib.decompressobj()
            try:
                content = engine.decompress(content, _CHUNK)
            except zlib.error:
                return False
            if not engine.eof or _is_packed(content):
                return False
        room -= len(content)
        if room < 0 or _draws(content) or _speaks(content):
            return False
        outside = end
    return not _draws(source[outside:])


def _streams(source: bytes) -> Iterator[tuple[int, int]]:
    """Where the data of each stream begins and ends. (-1, -1) if that can be read in more than one way."""
    at = source.find(b"stream")
    while at >= 0:
        start = at + (8 if source[at + 6 : at + 7] == b"\r" else 7)
        end = source.find(b"stream", start) - 3
        if (
            source[start - 1 : start] != b"\n"
            or source[end : end + 3] != b"end"
            or source[at - 3 : at] == b"end"
        ):
            yield -1, -1
            return
        yield start, end
        at = source.find(b"stream", end + 9)


def _is_packed(content: bytes) -> bool:
    """Whether bytes begin as those of Flate do."""
    head = int.from_bytes(content[:2], "big")
    return len(content) > 1 and content[0] & 0x0F == 8 and head % 31 == 0


def _draws(content: bytes) -> bool:
    return b"Do" in content and _DRAWS.search(content) is not None


def _speaks(content: bytes) -> bool:
    """Whether a content may say of what it draws that it stands for other text."""
    return (b"Ac" in content or b"#" in content) and _SPEAKS.search(content) is not None


def _names_are_plain(source: bytes) -> bool:
    """Whether no name is of what is looked at more closely.

    Each font dictionary has to have a ToUnicode map, or to be the inner one of a composite font. No page is named
    twice, and no content is that of two pages or twice that of one.
    """
    named: list[bytes] = []
    alone: list[bytes] = []
    for match in _TELLING.finditer(source):
        if match["unusual"] is not None:
            return False
        if match["refers"] is not None:
            value = _REFERENCE.match(source, match.end())
            if value is None:
                return False
            words = (value[1] or value[2]).split() if value[1] != b"" else []
            if len(words) % 3 or any(word != b"R" for word in words[2::3]):
                return False
            named += words[::3]
            if value[2] is not None:
                alone += words[::3]
            continue
        start = source.rfind(b"obj", 0, match.start())
        end = source.find(b"endobj", match.end())
        data = source.find(b"stream", match.end(), end if end >= 0 else len(source))
        end = data if data >= 0 else end if end >= 0 else len(source)
        whole = source[start:end]
        if b"/CIDFontType" not in whole and b"/ToUnicode" not in whole:
            return False
        if whole.count(b"/Type") > 4:
            return False  # fonts within other objects
    return len(set(map(int, named))) == len(named) and _are_dictionaries(source, alone)


def _are_dictionaries(source: bytes, numbers: list[bytes]) -> bool:
    """Whether each of the objects is no array, and no object begins in a way that could be overlooked."""
    pieces = source.split(b"obj")  # around the heads and the ends of objects, one after the other
    if len(pieces) % 2 == 0 or any(not piece.endswith(b"end") for piece in pieces[1::2]):
        return False
    alone = frozenset(map(int, numbers))
    wanted = set(alone)
    for head, after in zip(pieces[:-1:2], pieces[1::2], strict=True):
        match = _HEAD.search(head, max(len(head) - _LONGEST_HEAD, 0))
        if match is None:
            return False
        number = int(match[1])
        if number in wanted:
            wanted.remove(number)
            if not after.lstrip(b"\r\n\t ").startswith(b"<<"):
                return False
        elif number in alone:
            return False  # a second one of this number
    return not wanted


class _Walk:
    """Adds up what the pages would have PDFium do, and looks at their fonts."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.costs: dict[int, int] = {}
        self.seen: set[int] = set()
        self.unsure: set[str] = set()
        self.spent = 0
        self.speaks = False
        self.annotated = False
        self.patterned = False
        self.masked: set[tuple[int, int]] = set()

    def run(self, document: PDFDocument) -> frozenset[str]:
        for page in walk_pages(document, self.limits):
            self._page(page)
        return frozenset(self.unsure)

    def _page(self, page: PDFPage) -> None:
        resources = dict_value(page.resources)
        parts: list[bytes] = []
        size = 0
        for item in page.contents:  # one stream may stand there many times
            parts.append(_data(item))
            size += len(parts[-1])
            self._check(self.spent + size // BYTES_PER_ELEMENT)
        self.spent += self._content(b" ".join(parts), resources, 0)
        self._check(self.spent)
        for item in entries(page):
            spec = resolve1(item)
            self.spent += 1
            if isinstance(spec, dict):
                self._annotation(spec, resources)
            self._check(self.spent)

    def _annotation(self, spec: dict[Any, Any], resources: dict[Any, Any]) -> None:
        """What it costs to draw an annotation, which is done for pictures of the page."""
        kind = resolve1(spec.get("Subtype"))
        kinds = dictionary(spec.get("AP"))
        self.spent += len(kinds) + sum(len(dictionary(several)) for several in kinds.values())
        self._check(self.spent)
        forms = appearances(spec)
        self.annotated = self.annotated or bool(forms) or kind not in (LIT("Link"), LIT("Popup"))
        for form in forms:
            self.spent += FORM + self._form(form, resources, 0)
            self._check(self.spent)

    def _check(self, cost: int) -> None:
        self.limits.check("elements", cost, "the content of the pages")

    def _content(self, data: bytes, resources: dict[Any, Any], depth: int) -> int:
        if depth > DEEPEST_FORM:
            raise LimitError("depth", DEEPEST_FORM, depth, "forms within forms", fixed=True)
        self.speaks = self.speaks or _speaks(data) or _names_text(resources)
        self.patterned = self.patterned or bool(dict_value(resources.get("Pattern", {})))
        cost = len(data) // BYTES_PER_ELEMENT
        cost += self._fonts(dict_value(resources.get("Font", {})), resources, depth)
        self._check(cost)
        forms = dict_value(resources.get("XObject", {}))
        named = Counter(match[1].decode("latin-1") for match in _DRAWN.finditer(data))
        unnamed = len(_DRAWS.findall(data))
        for name, times in named.items():
            if name in forms:
                unnamed -= times
                cost += times * (FORM + self._form(resolve1(forms[name]), resources, depth))
                self._check(cost)
        if unnamed:
            # by a name in another writing: it may be any of them
            most = max((self._form(resolve1(form), resources, depth) for form in forms.values()), default=0)
            cost += unnamed * (FORM + most)
            self._check(cost)
        return cost

    def _form(self, form: object, outer: dict[Any, Any], depth: int) -> int:
        if not isinstance(form, PDFStream):
            return 0
        subtype = resolve1(form.get("Subtype"))
        if isinstance(subtype, PSLiteral) and subtype.name == "Image":
            wide, high = resolve1(form.get("Width")), resolve1(form.get("Height"))
            if isinstance(wide, int) and isinstance(high, int) and lets_through(form):
                self.masked.add((wide, high))
            return 0
        key = id(form)
        if key not in self.costs:
            # A form within itself is drawn once more at most; its cost is counted as that of the largest.
            self.costs[key] = 0
            inner = dict_value(form.get("Resources")) if form.get("Resources") is not None else outer
            self.costs[key] = self._content(_data(form), inner, depth + 1)
            if _DRAWS.search(_data(form)) and self._holds(form, inner, set()):
                raise LimitError(
                    "depth", DEEPEST_FORM, "a form within itself", "forms within forms", fixed=True
                )
        return self.costs[key]

    def _holds(self, form: PDFStream, resources: dict[Any, Any], seen: set[int]) -> bool:
        """Whether a form is reached from its own resources."""
        for item in dict_value(resources.get("XObject", {})).values():
            other = resolve1(item)
            if other is form:
                return True
            if isinstance(other, PDFStream) and id(other) not in seen and other.get("Resources") is not None:
                seen.add(id(other))
                if self._holds(form, dict_value(other.get("Resources")), seen):
                    return True
        return False

    def _fonts(self, fonts: dict[Any, Any], outer: dict[Any, Any], depth: int) -> int:
        """What it costs to make the fonts not seen before: glyphs may be drawn by content of their own."""
        cost = 0
        found = {id(spec): spec for spec in map(dict_value, fonts.values()) if id(spec) not in self.seen}
        self.seen.update(found)  # all of them first: the glyphs of one may name the others
        for spec in found.values():
            if not is_sure(spec):
                name = resolve1(spec.get("BaseFont"))
                self.unsure.add(_base_name(spec, name))
            own = dict_value(spec.get("Resources")) if spec.get("Resources") is not None else outer
            for glyph in dict_value(spec.get("CharProcs", {})).values():
                cost += self._content(_data(glyph), own, depth + 1)
                self._check(cost)
            inner = [dict_value(part) for part in list_value(spec.get("DescendantFonts", []))]
            for part in (spec, *inner):
                descriptor = dict_value(part.get("FontDescriptor", {}))
                for key in _FONT_FILES:
                    file = resolve1(descriptor.get(key))
                    if isinstance(file, PDFStream) and file.data is None:
                        _data(file)  # counted against the budget, and not kept
                        file.data = b""
        return cost


def _names_text(resources: dict[Any, Any]) -> bool:
    """Whether a property that contents name says what text stands for what they draw."""
    properties = dict_value(resources.get("Properties", {}))
    return any(
        "ActualText" in found for item in properties.values() if isinstance(found := resolve1(item), dict)
    )


def _base_name(spec: dict[Any, Any], name: object) -> str:
    inner = [dict_value(part) for part in list_value(spec.get("DescendantFonts", []))]
    for value in (name, *(resolve1(part.get("BaseFont")) for part in inner)):
        if isinstance(value, PSLiteral):
            return value.name if isinstance(value.name, str) else value.name.decode("latin-1")
    return ""


def _data(item: object) -> bytes:
    stream = resolve1(item)
    return stream.get_data() if isinstance(stream, PDFStream) else b""
