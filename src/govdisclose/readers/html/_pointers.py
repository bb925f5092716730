"""Where a page leads: links to files and to pages that call themselves a report, frames, viewers, scripts.

Nothing is fetched. Which of them matter is decided where it is known whether the report stands in the page itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from lxml import etree

from govdisclose.locate import Locator
from govdisclose.pointer import Pointer, PointerKind
from govdisclose.readers.html._look import is_away
from govdisclose.readers.html._looks import Looks
from govdisclose.readers.html._pictures import cut, is_small
from govdisclose.readers.html._style import source_line

__all__ = ["find_pointers", "find_scripts"]

_MOST = 200
_FILE = re.compile(r"\.(?:docx?|wps|pdf|ofd|xlsx?|et|rtf|odt|mht|mhtml|zip|rar|7z)\Z", re.IGNORECASE)
_REPORT = re.compile(r"年度报告|工作年报|公开年报|年\s*报\s*[（(]?(?:全文|下载|正文)")
_ATTACHED = re.compile(r"附\s*件|下载|全文|点击(?:这里|此处)?(?:查看|阅读|打开)")
_FRAMES = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
_NOWHERE = ("javascript:", "mailto:", "tel:", "data:", "about:")


def find_pointers(root: etree._Element, looks: Looks) -> tuple[Pointer, ...]:
    """The links and frames that may lead to a report, in the order of the page; each address once, at most 200."""
    base = next((element.get("href") or "" for element in root.iter("base")), "")
    found: dict[tuple[PointerKind, str], Pointer] = {}
    for pointer in islice(_all(root, looks, base), _MOST):
        found.setdefault((pointer.kind, pointer.address), pointer)
    return tuple(found.values())


def find_scripts(root: etree._Element) -> tuple[Pointer, ...]:
    """The scripts of a page that have an address, at most 20: what would fill a page that shows nothing itself."""
    scripts = (element for element in root.iter("script") if (element.get("src") or "").strip())
    return tuple(
        Pointer("script", cut(element.get("src") or ""), at=Locator(line=source_line(element)))
        for element in islice(scripts, 20)
    )


def _all(root: etree._Element, looks: Looks, base: str) -> Iterator[Pointer]:
    for element in root.iter("a", *_FRAMES):
        tag = str(element.tag)
        address = (element.get(_FRAMES.get(tag, "href")) or "").strip()
        if not address or address.startswith("#") or address.lower().startswith(_NOWHERE):
            continue
        if looks.any and looks.is_exact(element) and is_away(looks.look(element)):
            continue
        at = Locator(line=source_line(element))
        if tag == "a":
            words = cut("".join(map(str, element.itertext()))) or cut(element.get("title") or "")
            names_file = _names_file(address)
            if names_file or _REPORT.search(words) or _ATTACHED.search(words):
                yield Pointer("link", cut(address), words, _target(address, base), names_file, at)
        elif not is_small(element):
            shown = _shown_by(address)
            words = cut(element.get("title") or element.get("name") or "")
            yield Pointer("frame", cut(shown), words, _target(shown, base), _names_file(shown), at)


def _names_file(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return _FILE.search(unquote(parts.path)) is not None or any(
        _FILE.search(value) for _, value in _queried(parts.query)
    )


def _shown_by(address: str) -> str:
    """The document that a viewer is asked to show; the address itself where it asks for none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if _FILE.search(unquote(parts.path)):
        return address
    for query in (parts.query, parts.fragment):
        for _, value in _queried(query):
            if _FILE.search(value.partition("?")[0].partition("#")[0]):
                return value
    return address


def _queried(query: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query[:4_000], max_num_fields=50)
    except ValueError:
        return []


def _target(address: str, base: str) -> str | None:
    """The address in full; None where the page does not say what it is relative to."""
    try:
        full = urljoin(base, address) if base else address
        return cut(full) if urlsplit(full).scheme in ("http", "https") else None
    except ValueError:
        return None
