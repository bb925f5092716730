"""Text of a page to a tree, with what libxml2 loses in silence noticed or prevented."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from attrs import frozen
from lxml import etree

from govdisclose.errors import DamagedDocumentError, EmptyDocumentError, LimitError
from govdisclose.findings import Finding, finding
from govdisclose.limits import Limits
from govdisclose.readers.html._style import text_of

_LIBXML_DEPTH = 255
_LIBXML_TEXT = 2_400_000  # characters of four bytes in the 10 MB that libxml2 allows a run of text
_END = "govdisclose-end-of-page"

# libxml2 up to 2.13 ends the page at a NUL; the others are no characters of a printed page.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_CONTROL_BYTES = bytes((*range(9), 0x0B, *range(0x0E, 0x20), 0x7F))
_CONTROL_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[14-9]|2\d|3[01]|127)(?!\d)|[xX]0*(?:[0-8beBE]|1[\da-fA-F]|7[fF])(?![\da-fA-F]));?"
)
# libxml2 drops all that stands after </html>; browsers show it, and pages joined from parts have it.
_PAGE_ENDS = re.compile(r"</(?:body|html)\b[^<>]*>", re.IGNORECASE)

# A comment, the text of a script, or (group 1) a start tag. Possessive, and without the closing bracket, so
# that no start is tried twice: the scan is linear whatever the input.
_TAGS = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(?:script|style)\b.*?(?:</(?:script|style)|\Z)"
    r"|(<[a-z](?:[^>=]++|=[ \t\r\n\f]*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)*+)",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTES_PER_ELEMENT = 2  # an attribute takes up to half the memory of an element
_FEW_VALUES = 500  # with more of them, the search for a quoted end is no faster than the full one
_QUOTED_END = re.compile(r"=[ \t\r\n\f]*+(?:\"[^\">]*+>|'[^'>]*+>)")
_ATTRIBUTE = re.compile(r"[^\s/=]+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)?+")
_FORMATTING = re.compile(r"</?(?:font|b|i|u|em|strong|big|small|span|center)\b[^<>]*>", re.IGNORECASE)
_COUNTED = re.compile(r"[\u4e00-\u9fff\d]")
_MEANING = re.compile(r"none|hidden|mso-hide|white-space", re.IGNORECASE)


@frozen
class Page:
    """A parsed page: the root, the text that libxml2 was given, and what was noticed."""

    root: etree._Element
    text: str
    findings: tuple[Finding, ...]


def parse_page(text: str, limits: Limits) -> Page:
    """Parse a decoded page. Lines of the tree are lines of ``text``.

    Raises ``LimitError`` (attributes, elements, depth) and ``DamagedDocumentError`` when text would be lost.
    """
    text = _clean(text)
    _check_tags(text, limits)
    try:
        return Page(_parse(text, limits), text, ())
    except LimitError as error:
        if error.limit != "depth":
            raise
        flat = _FORMATTING.sub(_unless_meaning, text)
        if flat == text or any(_MEANING.search(tag) for tag in _FORMATTING.findall(flat)):
            raise
        try:
            root = _parse(flat, limits)
        except LimitError:
            raise error from None
        return Page(root, flat, (finding("markup-nested-too-deep", depth=error.found),))


def _unless_meaning(match: re.Match[str]) -> str:
    """Take the tag away, unless it hides text or keeps white space. Line breaks within the tag stay."""
    tag = match[0]
    return tag if _MEANING.search(tag) else "\n" * tag.count("\n")


def _clean(text: str) -> str:
    if _has_controls(text):
        text = _CONTROLS.sub("", text)
    if "&#" in text:
        text = _CONTROL_REFERENCE.sub("", text)
    return _PAGE_ENDS.sub(lambda match: "\n" * match[0].count("\n"), text)


def _has_controls(text: str) -> bool:
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return True
    # Faster than a search for any of a set of characters.
    return len(data.translate(None, _CONTROL_BYTES)) < len(data) or "\ufffe" in text or "\uffff" in text


def _check_tags(text: str, limits: Limits) -> None:
    """Attributes and elements, counted before libxml2 spends quadratic time on them, and memory on all of them."""
    # An attribute takes two characters at least, so that shorter tags need no count.
    room = 2 * _ATTRIBUTES_PER_ELEMENT * limits.elements
    # A tag holds no ">" but in quotes: where none is quoted and the next is always near, all tags are short.
    if (
        text.count("=") < _FEW_VALUES
        and text.count("<") <= limits.elements
        and len(text) <= room
        and not _QUOTED_END.search(text)
        and max(map(len, text.split(">"))) <= 2 * limits.attributes
    ):
        return
    tags = _TAGS.findall(text)
    limits.check("elements", len(tags))
    for tag in tags:
        if len(tag) > 2 * limits.attributes:
            limits.check("attributes", len(_ATTRIBUTE.findall(tag)) - 1, "a tag")
    if sum(map(len, tags)) > room:
        attributes = 0
        for tag in tags:
            attributes += max(len(_ATTRIBUTE.findall(tag)) - 1, 0)
            if attributes > _ATTRIBUTES_PER_ELEMENT * limits.elements:
                found = f"more than {attributes - 1} attributes"
                raise LimitError("elements", limits.elements, found, "the tags of the page")


def _parse(text: str, limits: Limits) -> etree._Element:
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        huge_tree=limits.depth > _LIBXML_DEPTH or _has_long_run(text),
    )
    try:
        # The mark at the end is found again only if libxml2 got there.
        root = etree.fromstring(f"{text}<{_END}></{_END}>".encode(), parser)
    except etree.XMLSyntaxError as error:
        _raise_for_limit(parser, limits)
        raise DamagedDocumentError(f"the markup cannot be read: {error}") from None
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise DamagedDocumentError(f"the markup cannot be read: {error}") from None
    if root is None:
        raise EmptyDocumentError("the page holds no element and no text")
    _raise_for_limit(parser, limits)
    if _deeper_than(limits.depth)(root):
        raise LimitError("depth", limits.depth, limits.depth + 1)
    _check_conserved(root, text)
    return root


def _has_long_run(text: str) -> bool:
    return len(text) > _LIBXML_TEXT and max(map(len, text.split("<"))) > _LIBXML_TEXT


def _raise_for_limit(parser: etree.HTMLParser, limits: Limits) -> None:
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            if "depth" in entry.message:
                found = int("".join(filter(str.isdigit, entry.message)) or limits.depth + 1)
                raise LimitError("depth", min(limits.depth, found - 1), found, f"line {entry.line}")
            raise LimitError("characters", limits.characters, entry.message)
        if entry.type_name == "ERR_INVALID_ENCODING":
            raise DamagedDocumentError(f"line {entry.line}: {entry.message}")


@lru_cache(maxsize=8)
def _deeper_than(depth: int) -> etree.XPath:
    # One step a level: each element is visited once, in C. libxml2 itself goes no deeper than 2048.
    return etree.XPath(f"boolean({'/*' * (min(depth, 2100) + 2)})")


def _check_conserved(root: etree._Element, text: str) -> None:
    """Raise if text of the page is not in the tree. A page may well end inside a comment or a script."""
    if next(root.iter(_END), None) is not None:
        return
    wanted = _count(unescape(_TAGS.sub("<", text)))
    scripts = sum(_count(text_of(element)) for element in root.iter("script", "style"))
    found = _count(text_of(root)) - scripts
    if found < wanted:
        raise DamagedDocumentError(
            f"the markup breaks off: {wanted - found} characters of text would be lost"
        )


def _count(text: str) -> int:
    return len(_COUNTED.findall(text))
