"""Whether what an entry point names can be used: its type, its version, and what would fail later otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from attrs import frozen

from govdisclose.document import Reader
from govdisclose.grammar.layout import GRAMMAR_VERSION, Layout
from govdisclose.grammar.values import amount, change, count, words
from govdisclose.plugins._record import record_mismatch
from govdisclose.plugins._values import ID, Identified

__all__ = ["Brought", "examine", "examine_layouts", "examine_reader", "words_of"]


_Kind = TypeVar("_Kind", bound=Identified)


@frozen
class Brought:
    """What one entry point brings: the ids that could be told, the values that are sound, what is wrong."""

    ids: tuple[str, ...] = ()
    values: tuple[Identified, ...] = ()
    complaints: tuple[str, ...] = ()


def examine_layouts(value: object) -> Brought:
    """A layout, or a tuple of them. Each is judged by itself."""
    return examine(value, Layout, "expected a Layout or a tuple of them", _layout_complaint)


def examine_reader(value: object) -> Brought:
    """A reader."""
    return _examine((value,), Reader, "expected a Reader", _reader_complaint)


def examine(
    value: object, kind: type[_Kind], expected: str, complain: Callable[[_Kind], str | None]
) -> Brought:
    """A value of a kind, or a tuple of them. ``complain`` says what is wrong with one; each is judged by itself."""
    items: Sequence[object] = value if isinstance(value, tuple) else (value,)
    if not items:
        return Brought(complaints=(f"is an empty tuple, {expected}",))
    return _examine(items, kind, expected, complain)


def words_of(error: BaseException) -> str:
    """The type and the message of an error; an error whose message cannot be made has none."""
    try:
        message = " ".join(str(error).split())
    except Exception:
        message = ""
    return f"{type(error).__name__}: {message}" if message else type(error).__name__


def _examine(
    items: Sequence[object], kind: type[_Kind], expected: str, complain: Callable[[_Kind], str | None]
) -> Brought:
    ids: list[str] = []
    sound: list[Identified] = []
    complaints: list[str] = []
    for item in items:
        if not isinstance(item, kind):
            what = (
                f"the class {item.__name__}" if isinstance(item, type) else f"of type {type(item).__name__}"
            )
            complaints.append(f"is {what}, {expected}")
            continue
        try:
            complaint = _id_complaint(item) or complain(item)
        except Exception as error:  # whatever a value with fields of other types does
            complaint = f"checking it raised {words_of(error)}"
        ids.append(str(item.id))
        if complaint is None:
            sound.append(item)
        else:
            complaints.append(complaint if len(items) == 1 else f"{item.id}: {complaint}")
    return Brought(tuple(ids), tuple(sound), tuple(complaints))


def _id_complaint(item: Identified) -> str | None:
    identifier: object = item.id
    if isinstance(identifier, str) and ID.fullmatch(identifier):
        return None
    return f"the id {identifier!r} is not made of a-z, 0-9 and single hyphens"


def _layout_complaint(layout: Layout) -> str | None:
    if layout.grammar_version != GRAMMAR_VERSION:
        return (
            f"is made for version {layout.grammar_version} of the grammar, and this govdisclose has version "
            f"{GRAMMAR_VERSION}; install a release of the plugin that is made for it"
        )
    try:
        hash(layout)
    except TypeError as error:
        return f"holds a value that can change ({error}); declare tuples, not lists"
    known = {count(), change(), amount(), words()}
    for table in layout.tables:
        for row, column in table.cells():
            kind_of_number = table.kind_of(row, column)
            if kind_of_number not in known:
                return f"{table.key}:{row}:{column} asks for {kind_of_number.name!r}, no kind of number of the grammar"
        mismatch = record_mismatch(table)
        if mismatch is not None:
            return mismatch
    return None


def _reader_complaint(reader: Reader) -> str | None:
    for name in ("media_types", "suffixes"):
        values = getattr(reader, name)
        if not isinstance(values, tuple) or not all(isinstance(value, str) for value in values):
            return f"{name} is not a tuple of str"
    for suffix in reader.suffixes:
        if not suffix.startswith("."):
            return f"the suffix {suffix!r} does not begin with a dot"
    if not all(callable(getattr(reader, name)) for name in ("sniff", "read")):
        return "sniff and read are not both functions"
    return None
