"""The control words of the text: what is passed over, characters, ends of paragraphs, cells and rows."""

from __future__ import annotations

import re

from govdisclose.readers.rtf._codecs import page_of_number
from govdisclose.readers.rtf._head import colours, fonts, styles
from govdisclose.readers.rtf._lists import LISTS
from govdisclose.readers.rtf._machine import Handler, Machine, Place, characters_say, paragraphs_say
from govdisclose.readers.rtf._marks import CHARACTER, PARAGRAPH
from govdisclose.readers.rtf._rows import Definition
from govdisclose.readers.rtf._things import THINGS

__all__ = ["BODY", "STARRED"]

_SKIPPED = (
    *("info", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
    *("footnote", "annotation", "atnid", "atnauthor", "atnicn", "atnref", "atntime", "atndate", "atnparent"),
    *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "xe", "tc", "tcn", "rxe", "txe"),
    *("bkmkstart", "bkmkend", "atrfstart", "atrfend", "nonshppict", "nonesttables", "filetbl", "revtbl"),
    *("pgdsctbl", "template", "private", "nextfile", "datafield", "pn"),
    *(
        "pnseclvl",
        "pntxta",
        "pntxtb",
        "background",
        "shprslt",
        "generator",
        "comment",
        "userprops",
        "xmlnstbl",
    ),
    *("mmathPict", "mmathPr", "fontemb", "objdata", "objclass", "result", "keycode", "picprop", "rsidtbl"),
)
"""Groups that show nothing of the text."""

_CHARACTERS = {
    "emdash": "\N{EM DASH}",
    "endash": "\N{EN DASH}",
    "emspace": "\N{EM SPACE}",
    "enspace": "\N{EN SPACE}",
    "qmspace": "\N{FOUR-PER-EM SPACE}",
    "bullet": "\N{BULLET}",
    "lquote": "\N{LEFT SINGLE QUOTATION MARK}",
    "rquote": "\N{RIGHT SINGLE QUOTATION MARK}",
    "ldblquote": "\N{LEFT DOUBLE QUOTATION MARK}",
    "rdblquote": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "ltrmark": "\N{LEFT-TO-RIGHT MARK}",
    "rtlmark": "\N{RIGHT-TO-LEFT MARK}",
    "zwj": "\N{ZERO WIDTH JOINER}",
    "zwnj": "\N{ZERO WIDTH NON-JOINER}",
}
_MARKS = {
    "tab": "<w:tab/>",
    "line": "<w:br/>",
    "lbr": "<w:br/>",
    "page": '<w:br w:type="page"/>',
    "column": '<w:br w:type="column"/>',
    "chpgn": "<w:pgNum/>",
    "sectnum": "<w:pgNum/>",
    "chdate": "<w:dayLong/>",
    "chdpl": "<w:dayLong/>",
    "chdpa": "<w:dayShort/>",
    "chtime": "<w:dayLong/>",
    "chftn": '<w:footnoteReference w:id="1"/>',
}
_TAGS = re.compile("<[^>]*>")


def _lists(machine: Machine, _: int | None) -> None:
    """The tables of lists, of which more is asked only where numbers are to be counted."""
    if machine.counted:
        machine.state.place = LISTS
    else:
        machine.skips = True


def _skip(machine: Machine, _: int | None) -> None:
    machine.skips = True


def _character(value: str) -> Handler:
    return lambda machine, _: machine.write(value)


def _thing(markup: str) -> Handler:
    return lambda machine, _: None if machine.state.code else machine.add(markup)


# --- the state


def _plain(machine: Machine, _: int | None) -> None:
    machine.state.character = 0


def _pard(machine: Machine, _: int | None) -> None:
    machine.state.paragraph = 0


def _ansi(machine: Machine, number: int | None) -> None:
    machine.decoder.declared = page_of_number(number or 0)


def _page(name: str) -> Handler:
    def page(machine: Machine, _: int | None) -> None:
        machine.decoder.declared = name

    return page


def _default_font(machine: Machine, number: int | None) -> None:
    machine.sheet.usual_font = number or 0


# --- paragraphs, cells, rows


def _paragraph(machine: Machine, _: int | None) -> None:
    machine.end_paragraph()


def _cell(machine: Machine, _: int | None) -> None:
    _end_cell(machine, 1)


def _inner_cell(machine: Machine, _: int | None) -> None:
    _end_cell(machine, max(machine.level(), 2))


def _end_cell(machine: Machine, level: int) -> None:
    machine.end_paragraph(level)
    machine.count(3)
    machine.story.end_cell(level, hidden=_is("vanish", machine))


def _row(machine: Machine, _: int | None) -> None:
    _end_row(machine, 1)


def _inner_row(machine: Machine, _: int | None) -> None:
    _end_row(machine, max(machine.level(), 2))


def _end_row(machine: Machine, level: int) -> None:
    machine.flush()
    if machine.story.runs:
        machine.end_paragraph(level)
    machine.count(4 + 2 * len(machine.definition.edges))
    machine.story.end_row(
        machine.definition, level, hidden=_is("vanish", machine), deleted=_is("deleted", machine)
    )


def _is(name: str, machine: Machine) -> bool:
    return bool(machine.characters.sets[machine.state.character].get(name))


def _definition(machine: Machine, _: int | None) -> None:
    """A row is declared. Text that stands before it and in no table ends there, and is none of its cells."""
    machine.flush()
    story = machine.story
    if story.runs and not machine.level() and not story.has_cells:
        # Some programs show it within the first cell: there no digit may be joined to it.
        joins = _TAGS.sub("", "".join(story.runs)).rstrip()[-1:].isdigit()
        machine.end_paragraph()
        story.doubted = joins
    if machine.level() < 2:
        story.declare()
    machine.definition = Definition()


def _inner_definition(machine: Machine, _: int | None) -> None:
    outer = machine.definition

    def end(machine: Machine) -> None:
        machine.definition = outer

    machine.definition = Definition()
    machine.state.close = end


def _of_row(name: str) -> Handler:
    def of_row(machine: Machine, number: int | None) -> None:
        setattr(machine.definition, name, number or 0)

    return of_row


def _of_cell(name: str) -> Handler:
    def of_cell(machine: Machine, number: int | None) -> None:
        setattr(machine.definition.edge, name, number or 0)

    return of_cell


def _says(name: str, value: str) -> Handler:
    return lambda machine, _: setattr(machine.definition.edge, name, value)


def _crosses(name: str) -> Handler:
    def crosses(machine: Machine, _: int | None) -> None:
        machine.definition.edge.crossed.add(name)
        machine.definition.edge.border = name

    return crosses


def _other_border(machine: Machine, _: int | None) -> None:
    machine.definition.edge.border = ""


def _no_border(machine: Machine, _: int | None) -> None:
    edge = machine.definition.edge
    edge.crossed.discard(edge.border)


def _edge(machine: Machine, number: int | None) -> None:
    machine.definition.end_cell(number or 0)
    machine.limits.check("columns", len(machine.definition.edges))


# --- groups


def _number_of_list(machine: Machine, _: int | None) -> None:
    """The number of an item of a list, as it is printed. A bullet says nothing."""
    if machine.state.within:
        return
    machine.flush()
    machine.state.within = True
    story = machine.story
    begun = len(story.runs)

    def end(machine: Machine) -> None:
        machine.flush()
        if machine.story is story and len(story.runs) > begun:
            shown = _TAGS.sub("", "".join(story.runs[begun:]))
            if not any(map(str.isalnum, shown)):
                del story.runs[begun:]

    machine.state.close = end


def _either(machine: Machine, _: int | None) -> None:
    machine.state.place = _EITHER


def _unicode(machine: Machine, _: int | None) -> None:
    machine.state.place = machine.state.outer


_EITHER = Place({"ud": _unicode})
BODY = Place(
    {
        **dict.fromkeys(_SKIPPED, _skip),
        **dict.fromkeys(CHARACTER, characters_say),
        **dict.fromkeys(PARAGRAPH, paragraphs_say),
        **{word: _character(value) for word, value in _CHARACTERS.items()},
        **{word: _thing(markup) for word, markup in _MARKS.items()},
        **THINGS,
        "fonttbl": fonts,
        "colortbl": colours,
        "stylesheet": styles,
        "listtable": _lists,
        "listoverridetable": _lists,
        "ansicpg": _ansi,
        "mac": _page("mac-roman"),
        "pc": _page("cp437"),
        "pca": _page("cp850"),
        "deff": _default_font,
        "plain": _plain,
        "pard": _pard,
        "uc": Machine.replaces,
        "par": _paragraph,
        "sect": _paragraph,
        "cell": _cell,
        "nestcell": _inner_cell,
        "row": _row,
        "nestrow": _inner_row,
        "trowd": _definition,
        "nesttableprops": _inner_definition,
        "trleft": _of_row("left"),
        "trrh": _of_row("height"),
        "trcbpat": _of_row("shade"),
        "trcfpat": _of_row("ink"),
        "trshdng": _of_row("share"),
        "clcbpat": _of_cell("shade"),
        "clcfpat": _of_cell("ink"),
        "clshdng": _of_cell("share"),
        "clmgf": _says("across", "restart"),
        "clmrg": _says("across", "continue"),
        "clvmgf": _says("down", "restart"),
        "clvmrg": _says("down", "continue"),
        "cldel": _says("change", "cellDel"),
        "clins": _says("change", "cellIns"),
        "clmrgd": _says("change", "cellMerge"),
        "clmrgdr": _says("change", "cellMerge"),
        "clsplit": _says("change", "cellMerge"),
        "cldglu": _crosses("tl2br"),
        "cldgll": _crosses("tr2bl"),
        **{f"clbrdr{side}": _other_border for side in "tlbr"},
        "brdrnone": _no_border,
        "brdrnil": _no_border,
        "cellx": _edge,
        "listtext": _number_of_list,
        "pntext": _number_of_list,
        "upr": _either,
    },
    Machine.write_raw,
    Machine.write_character,
)
"""The text of the file."""

STARRED = frozenset(
    (
        *(
            "cs",
            "shppict",
            "shpinst",
            "shpgrp",
            "shptxt",
            "fldinst",
            "formfield",
            "ffl",
            "nesttableprops",
            "ud",
        ),
        *("do", "dptxbxtext", "moMath", "moMathPara", "listtext", "pntext"),
    )
)
"""Groups that a program which does not know them passes over, and that are read here."""
