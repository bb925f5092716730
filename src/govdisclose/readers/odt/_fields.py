"""Fields: what they show, and the marks of those that were made by Word."""

from __future__ import annotations

from lxml import etree

from govdisclose.readers._wordml import escape
from govdisclose.readers.odt._lengths import integer
from govdisclose.readers.odt._names import FIELD, TEXT

__all__ = [
    "chosen",
    "close_field",
    "find_fields",
    "open_field",
    "separate_field",
    "shown_condition",
    "shown_label",
]

_START, _SEPARATOR, _END = (FIELD + f"fieldmark-{name}" for name in ("start", "separator", "end"))
_CODE = "vnd.oasis.opendocument.field.code"
_LONGEST = 2_000


def find_fields(root: etree._Element) -> tuple[frozenset[etree._Element], frozenset[etree._Element]]:
    """The beginnings of fields whose result begins at a mark of its own, and those of fields that end."""
    separated: set[etree._Element] = set()
    closed: set[etree._Element] = set()
    stack: list[etree._Element] = []
    for mark in root.iter(_START, _SEPARATOR, _END):
        if mark.tag == _START:
            stack.append(mark)
        elif stack and mark.tag == _SEPARATOR:
            separated.add(stack[-1])
        elif stack:
            closed.add(stack.pop())
    return frozenset(separated), frozenset(closed)


def open_field(start: etree._Element, *, separated: bool) -> list[str]:
    """The marks with which a field begins, and its result where that has no mark of its own."""
    code = next(
        (item.get(FIELD + "value", "") for item in start if item.get(FIELD + "name") == _CODE),
        start.get(FIELD + "type", "").rpartition(".")[2],
    )
    begin = '<w:fldChar w:fldCharType="begin"/>'
    marks = [begin, f"<w:instrText>{escape(code[:_LONGEST])}</w:instrText>"]
    return marks if separated else [*marks, separate_field()]


def separate_field() -> str:
    """The mark between the code of a field and its result."""
    return '<w:fldChar w:fldCharType="separate"/>'


def close_field() -> str:
    """The mark at the end of a field."""
    return '<w:fldChar w:fldCharType="end"/>'


def chosen(mark: etree._Element) -> str | None:
    """The entry that a list in a form shows; None for another control, or where none can be told."""
    if not mark.get(FIELD + "type", "").endswith(".FORMDROPDOWN"):
        return None
    entries: list[str] = []
    selected: str | None = None
    for item in mark.iterchildren(FIELD + "param"):
        name, value = item.get(FIELD + "name", ""), item.get(FIELD + "value", "")
        if name.endswith("ListEntry"):
            entries.append(value)
        elif name in ("Dropdown_Selected", "Dropdown_SelectedField", "Result"):
            selected = value
    at = integer(selected, len(entries))
    return entries[at] if at < len(entries) else None


def shown_label(field: etree._Element) -> str | None:
    """What a list of words shows: the word that is selected; None where the file says two things."""
    labels = list(field.iterchildren(TEXT + "label"))
    kept = "".join([field.text or "", *(child.tail or "" for child in field)]).strip()
    marked = [item for item in labels if item.get(TEXT + "current-selected") == "true"]
    if len(marked) != 1:
        return None
    value = marked[0].get(TEXT + "value", "")
    return value if value.strip() == kept else None


def shown_condition(field: etree._Element) -> str | None:
    """What a field with a condition shows: the text that the file keeps; None where it keeps none and has some."""
    kept = "".join(map(str, field.itertext()))
    others = [field.get(TEXT + name, "") for name in ("string-value-if-true", "string-value-if-false")]
    if not kept.strip():
        return None if any(other.strip() for other in others) else ""
    return kept
