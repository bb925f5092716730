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

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral

from govdisclose.errors import DamagedDocumentError, GovdiscloseError, LimitError
from govdisclose.limits import Limits
from govdisclose.readers.pdf._fonts import is_sure
from govdisclose.readers.pdf._layers import Layers
from govdisclose.readers.pdf._miner import BYTES_PER_ELEMENT, DEEPEST_FORM, FORM, open_document, walk_pages

__all__ = ["screen"]

_CHUNK = 1 << 20
_DO = re.compile(rb"/([^\s/<>\[\]()%]+)\s+Do\b")
_USES_FORM = re.compile(rb"\bDo\b")
# One pass: a search for each name by itself would go through the file once more for each.
_TELLING = re.compile(
    rb"/(?:"
    rb"(?P<unusual>Encrypt|ObjStm|LZW|ASCII|RunLength|A85|AHx|RL[ \]/>]|OCProperties"
    rb"|Filter\s*\[\s*/[^\]/]+/|[A-Za-z]*#[4-7][0-9A-Fa-f])"
    rb"|Type\s*/Font\b(?!Descriptor))"
)
_FONT_FILES = ("FontFile", "FontFile2", "FontFile3")


def screen(source: bytes, limits: Limits) -> frozenset[str] | None:
    """The names of fonts whose codes stand for nothing sure; ``None`` where PDFium cannot tell what is seen.

    Raises ``LimitError`` for what costs too much.
    """
    if _is_plain(source, limits):
        return frozenset()
    try:
        document = open_document(source, limits)
        if Layers(document.catalog):
            return None  # PDFium shows the layers that are hidden with all others
        return _Walk(limits).run(document)
    except GovdiscloseError:
        raise
    except RecursionError:
        raise LimitError("depth", limits.depth, "more than the stack holds", fixed=True) from None
    except Exception as error:
        # PDFium may mend what pdfminer cannot follow, but nothing would bound it.
        raise DamagedDocumentError(f"the PDF breaks off or contradicts itself: {error!r:.120}") from error


def _is_plain(source: bytes, limits: Limits) -> bool:
    """Whether nothing in the bytes needs a closer look."""
    if not _names_are_plain(source):
        return False
    room = limits.elements * BYTES_PER_ELEMENT
    for start, end in _streams(source):
        if source[start] != 0x78:  # no zlib header: as it is, and within the size of the file
            room -= end - start
            if room < 0 or _uses_form(source[start:end]):
                return False
            continue
        head = source[max(source.rfind(b"obj", 0, start), start - 400, 0) : start]
        if b"/Image" in head:
            continue
        font = b"/Length1" in head or b"/FontFile" in head
        engine = zlib.decompressobj()
        try:
            found = engine.decompress(source[start:end], _CHUNK)
            room -= 0 if font else len(found)
            if not engine.eof and (not font or _is_larger(engine, limits.inflated)):
                return False
        except zlib.error:
            return False
        if not font and (room < 0 or found[:1] == b"x" or _uses_form(found)):
            return False
    return True


def _streams(source: bytes) -> Iterator[tuple[int, int]]:
    """Where the data of each stream begins and ends."""
    size = len(source)
    at = source.find(b"stream")
    while at >= 0:
        start = at + 6
        if source[start : start + 2] == b"\r\n":
            start += 1
        if source[start : start + 1] == b"\n" and source[at - 3 : at] != b"end" and start + 1 < size:
            end = source.find(b"endstream", start + 1)
            yield start + 1, end if end >= 0 else size
        at = source.find(b"stream", start)


def _uses_form(content: bytes) -> bool:
    return b"Do" in content and _USES_FORM.search(content) is not None


def _is_larger(engine: Any, most: int) -> bool:
    """Whether the rest of a stream comes to more bytes than ``most``."""
    count = 0
    while not engine.eof:
        part = engine.decompress(engine.unconsumed_tail, _CHUNK)
        count += len(part)
        if not part or count > most:
            return True
    return False


def _names_are_plain(source: bytes) -> bool:
    """Whether no name is of what is looked at more closely.

    Each font dictionary has to have a ToUnicode map, or to be the inner one of a composite font.
    """
    for match in _TELLING.finditer(source):
        if match["unusual"] is not None:
            return False
        start = source.rfind(b"obj", 0, match.start())
        end = source.find(b"endobj", match.end())
        data = source.find(b"stream", match.end(), end if end >= 0 else len(source))
        end = data if data >= 0 else end if end >= 0 else len(source)
        whole = source[start:end]
        if b"/CIDFontType" not in whole and b"/ToUnicode" not in whole:
            return False
        if whole.count(b"/Type") > 4:
            return False  # fonts within other objects
    return True


class _Walk:
    """Adds up what the pages would have PDFium do, and looks at their fonts."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.costs: dict[int, int] = {}
        self.seen: set[int] = set()
        self.unsure: set[str] = set()
        self.spent = 0

    def run(self, document: PDFDocument) -> frozenset[str]:
        for page in walk_pages(document, self.limits):
            self._page(page)
        return frozenset(self.unsure)

    def _page(self, page: PDFPage) -> None:
        resources = dict_value(page.resources)
        data = b" ".join(_data(item) for item in page.contents)
        self.spent += self._content(data, resources, 0)
        self._check(self.spent)

    def _check(self, cost: int) -> None:
        self.limits.check("elements", cost, "the content of the pages")

    def _content(self, data: bytes, resources: dict[Any, Any], depth: int) -> int:
        if depth > DEEPEST_FORM:
            raise LimitError("depth", DEEPEST_FORM, depth, "forms within forms", fixed=True)
        self._fonts(dict_value(resources.get("Font", {})))
        cost = len(data) // BYTES_PER_ELEMENT
        self._check(cost)
        forms = dict_value(resources.get("XObject", {}))
        for name, times in Counter(match[1] for match in _DO.finditer(data)).items():
            form = resolve1(forms.get(name.decode("latin-1")))
            cost += times * (FORM + self._form(form, resources, depth))
            self._check(cost)
        return cost

    def _form(self, form: object, outer: dict[Any, Any], depth: int) -> int:
        if not isinstance(form, PDFStream):
            return 0
        subtype = resolve1(form.get("Subtype"))
        if not isinstance(subtype, PSLiteral) or subtype.name != "Form":
            return 0
        key = id(form)
        if key not in self.costs:
            # A form within itself is drawn once more at most; its cost is counted as that of the largest.
            self.costs[key] = 0
            inner = dict_value(form.get("Resources")) if form.get("Resources") is not None else outer
            self.costs[key] = self._content(_data(form), inner, depth + 1)
            if _DO.search(_data(form)) and self._holds(form, inner, set()):
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

    def _fonts(self, fonts: dict[Any, Any]) -> None:
        for item in fonts.values():
            spec = dict_value(item)
            if id(spec) in self.seen:
                continue
            self.seen.add(id(spec))
            if not is_sure(spec):
                name = resolve1(spec.get("BaseFont"))
                self.unsure.add(_base_name(spec, name))
            inner = [dict_value(part) for part in list_value(spec.get("DescendantFonts", []))]
            for part in (spec, *inner):
                descriptor = dict_value(part.get("FontDescriptor", {}))
                for key in _FONT_FILES:
                    file = resolve1(descriptor.get(key))
                    if isinstance(file, PDFStream) and file.data is None:
                        _data(file)  # counted against the budget, and not kept
                        file.data = b""


def _base_name(spec: dict[Any, Any], name: object) -> str:
    inner = [dict_value(part) for part in list_value(spec.get("DescendantFonts", []))]
    for value in (name, *(resolve1(part.get("BaseFont")) for part in inner)):
        if isinstance(value, PSLiteral):
            return value.name if isinstance(value.name, str) else value.name.decode("latin-1")
    return ""


def _data(item: object) -> bytes:
    stream = resolve1(item)
    return stream.get_data() if isinstance(stream, PDFStream) else b""
