"""The lists that a file declares, whose numbers Word counts: only of a file that does not write the numbers down."""

from __future__ import annotations

from govdisclose.readers.rtf._depths import DEEPEST, Depth, List
from govdisclose.readers.rtf._machine import Handler, Machine, Place

__all__ = ["LISTS", "is_counted", "numbering"]

_LONGEST, _MOST = 60, 4_000


def is_counted(source: str) -> bool:
    """Whether a program has to count the numbers of lists, since the file does not write them down."""
    return "\\ls" in source and "\\listtext" not in source and "\\pntext" not in source


def _begin(machine: Machine, _: int | None) -> None:
    machine.state.place = LISTS


def _list(machine: Machine, _: int | None) -> None:
    machine.lists.append(List())
    machine.limits.check("elements", len(machine.lists))


def _level(machine: Machine, _: int | None) -> None:
    if machine.lists and len(machine.lists[-1].depths) < DEEPEST:
        machine.lists[-1].depths.append(Depth())


def _of_level(name: str) -> Handler:
    def of_level(machine: Machine, number: int | None) -> None:
        if machine.lists and machine.lists[-1].depths:
            setattr(machine.lists[-1].depths[-1], name, max(0, min(number or 0, 9_999)))

    return of_level


def _of_list(name: str) -> Handler:
    def of_list(machine: Machine, number: int | None) -> None:
        if machine.lists:
            setattr(machine.lists[-1], name, number or 0)

    return of_list


def _text(name: str) -> Place:
    def add(machine: Machine, text: str) -> None:
        if machine.lists and machine.lists[-1].depths:
            depth = machine.lists[-1].depths[-1]
            held: str = getattr(depth, name)
            setattr(depth, name, (held + text.split(";")[0])[:_LONGEST])

    def write(machine: Machine, raw: str) -> None:
        text = raw.translate(_NEWLINES)
        # the first 32 are lengths and levels, and no code page has them as text
        add(machine, text if text.isascii() else machine.decode(text))

    return Place({"uc": Machine.replaces}, write, lambda machine, code: add(machine, chr(code)))


_NEWLINES = str.maketrans("", "", "\r\n")
_TEXT, _NUMBERS = _text("text"), _text("numbers")


def _to(place: Place) -> Handler:
    def to(machine: Machine, _: int | None) -> None:
        machine.state.place = place

    return to


LISTS = Place(
    {
        "listtable": _begin,
        "listoverridetable": _begin,
        "list": _list,
        "listoverride": _list,
        "listlevel": _level,
        "levelnfc": _of_level("format"),
        "levelnfcn": _of_level("format"),
        "levelstartat": _of_level("start"),
        "levelfollow": _of_level("follow"),
        "leveltext": _to(_TEXT),
        "levelnumbers": _to(_NUMBERS),
        "listid": _of_list("id"),
        "ls": _of_list("number"),
    }
)
"""Within the tables of lists."""


def numbering(machine: Machine) -> list[str]:
    """The content of a ``w:numbering``; empty if the file declares no list."""
    declared = {each.id: each for each in machine.lists if not each.number}
    used = {each.number: each for each in machine.lists if each.number}
    parts: list[str] = []
    for number, each in enumerate(list(declared.values())[:_MOST]):
        levels = "".join(depth.markup(at) for at, depth in enumerate(each.depths))
        machine.count(4 * len(each.depths) + 1)
        parts.append(f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>')
    places = {id_: number for number, id_ in enumerate(declared)}
    for number, each in list(used.items())[:_MOST]:
        if each.id in places:
            machine.count(2)
            parts.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{places[each.id]}"/></w:num>')
    return parts
