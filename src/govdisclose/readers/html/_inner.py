"""Markup of tables that a page keeps where it does not show it as a page: in a template, a script, a text area.

Some sites fill the page from there when it is opened. What is kept as markup can be read as a page of its own; what a
script makes of strings cannot, and is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from govdisclose.locate import Locator
from govdisclose.pointer import Pointer
from govdisclose.readers.html._style import source_line, text_of

__all__ = ["find_markup", "scripted_tables"]

_MOST = 5
_TEMPLATES = (
    "text/html",
    "text/template",
    "text/x-template",
    "text/ng-template",
    "text/x-handlebars-template",
)
_TABLES = ("<table", "\\u003ctable", "\\x3ctable", "%3ctable", "&lt;table")


def find_markup(root: etree._Element) -> list[tuple[str, str]]:
    """What keeps markup with a table in it (a key of ``catalogue.TERMS``), and the markup; at most five."""
    return list(islice(_markup(root), _MOST))


def scripted_tables(root: etree._Element) -> tuple[Pointer, ...]:
    """The scripts that hold the markup of a table in a string; at most five."""
    found = (
        element
        for element in root.iter("script")
        if not _is_template(element) and any(name in (element.text or "").lower() for name in _TABLES)
    )
    return tuple(
        Pointer("script", "", "<table", at=Locator(line=source_line(element)))
        for element in islice(found, _MOST)
    )


def _markup(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in root.iter("textarea", "script", "template", "noscript", "xmp", "iframe"):
        tag = str(element.tag)
        if tag == "script" and not _is_template(element):
            continue
        if tag == "iframe":
            text = element.get("srcdoc") or ""
        elif len(element):  # libxml2 has read it as a part of the page
            text = str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
            text = text.partition(">")[2].rpartition("</")[0]
        else:
            text = text_of(element)
        if "<table" in text.lower():
            yield "scripted" if tag == "script" else tag, text


def _is_template(element: etree._Element) -> bool:
    return (element.get("type") or "").strip().lower() in _TEMPLATES
