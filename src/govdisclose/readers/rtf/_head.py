"""The tables in the head of a file: fonts, colours, styles."""

from __future__ import annotations

from govdisclose.readers.rtf._machine import Handler, Machine, Place, characters_say
from govdisclose.readers.rtf._marks import CHARACTER
from govdisclose.readers.rtf._sheet import Font

__all__ = ["colours", "fonts", "styles"]


def fonts(machine: Machine, _: int | None) -> None:
    """The table of fonts begins."""
    machine.state.place = _FONTS


def _font(machine: Machine, number: int | None) -> None:
    machine.state.font = machine.sheet.fonts[number or 0] = Font()


def _charset(machine: Machine, number: int | None) -> None:
    if machine.state.font is not None:
        machine.state.font.of_charset(number or 0)


def _page(machine: Machine, number: int | None) -> None:
    if machine.state.font is not None:
        machine.state.font.of_page(number or 0)


def _name(machine: Machine, raw: str) -> None:
    font = machine.state.font
    if font is not None and len(font.name) < 64:
        font.name += raw.translate(_OUT)[:64]


def colours(machine: Machine, _: int | None) -> None:
    """The table of colours begins."""
    machine.state.place = _COLOURS
    machine.colour.clear()
    machine.sheet.colours.clear()


def _part(name: str) -> Handler:
    def part(machine: Machine, number: int | None) -> None:
        machine.colour[name] = max(0, min(number or 0, 255))

    return part


def _colour(machine: Machine, raw: str) -> None:
    machine.limits.check("elements", len(machine.sheet.colours) + raw.count(";"))
    for _ in range(raw.count(";")):
        said = machine.colour
        parts = [said.get(name, 0) for name in ("red", "green", "blue")]
        machine.sheet.colours.append("".join(f"{part:02X}" for part in parts) if said else "")
        said.clear()


def styles(machine: Machine, _: int | None) -> None:
    """The style sheet begins."""
    machine.state.place = _STYLES


def _style(kind: str) -> Handler:
    def style(machine: Machine, number: int | None) -> None:
        state = machine.state

        def end(machine: Machine) -> None:
            found = machine.characters.sets[machine.state.character]
            sheet = machine.sheet
            (sheet.characters if kind == "cs" else sheet.paragraphs)[number or 0] = found

        state.close = end

    return style


def _plain(machine: Machine, _: int | None) -> None:
    machine.state.character = 0


_OUT = str.maketrans("", "", ";\r\n\0")
_FONTS = Place({"f": _font, "fcharset": _charset, "cpg": _page}, _name)
_COLOURS = Place({name: _part(name) for name in ("red", "green", "blue")}, _colour)
_STYLES = Place(
    {
        **dict.fromkeys(CHARACTER, characters_say),
        "s": _style("s"),
        "cs": _style("cs"),
        "plain": _plain,
    }
)
