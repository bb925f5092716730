"""The markup of runs and paragraphs: properties of RTF as those of WordprocessingML."""

from __future__ import annotations

from attrs import field, frozen

from govdisclose.readers._wordml import escape
from govdisclose.readers.rtf._marks import Marks, Properties
from govdisclose.readers.rtf._sheet import Sheet

__all__ = ["USUAL_SIZE", "Looks", "shading"]

USUAL_SIZE = 24
"""Half-points: the size of text of which nothing is said."""

_ON = (
    ("strike", "<w:strike/>"),
    ("dstrike", "<w:dstrike/>"),
    ("vanish", "<w:vanish/>"),
    ("spv", "<w:specVanish/>"),
    ("web", "<w:webHidden/>"),
    ("combined", '<w:eastAsianLayout w:combine="1"/>'),
    ("rtl", "<w:rtl/>"),
)
_UNSURE = "<w:specVanish/>"  # a run that programs show differently is not read
_NEAR = 24


@frozen
class Looks:
    """The markup of each set of properties, made once."""

    sheet: Sheet
    characters: Marks
    paragraphs: Marks
    counted: bool = False
    """Whether the numbers of lists are to be counted."""
    _runs: dict[tuple[int, int | None], str] = field(factory=dict)
    _lines: dict[int, str] = field(factory=dict)

    def run(self, number: int, paragraph: int) -> str:
        """The ``w:rPr`` of a set of properties of characters, in a paragraph with those; empty if it says nothing."""
        style = self.paragraphs.sets[paragraph].get("style", 0) if self.sheet.paragraphs else None
        found = self._runs.get((number, style))
        if found is None:
            own = self.characters.sets[number]
            found = self._runs[number, style] = _run(own, self.sheet, self._doubts(own, style))
        return found

    def _doubts(self, own: Properties, style: int | None) -> bool:
        sheet = self.sheet
        return sheet.doubts(own.get("style"), sheet.characters, own) or sheet.doubts(
            style, sheet.paragraphs, own
        )

    def line(self, number: int) -> str:
        """The content of a ``w:pPr``, of what decides what is seen."""
        found = self._lines.get(number)
        if found is None:
            said = self.paragraphs.sets[number]
            found = shading(self.sheet, said.get("shade"), said.get("ink"), said.get("share"))
            if said.get("line", 0) < 0:
                found += f'<w:spacing w:line="{-said["line"]}" w:lineRule="exact"/>'
            if self.counted and said.get("list", 0) > 0:
                deep = max(0, min(said.get("deep", 0), 8))
                found += f'<w:numPr><w:ilvl w:val="{deep}"/><w:numId w:val="{said["list"]}"/></w:numPr>'
            self._lines[number] = found
        return found


def _run(own: Properties, sheet: Sheet, doubts: bool) -> str:
    parts = [markup for name, markup in _ON if own.get(name)]
    if doubts or _may_be_on_its_ground(own, sheet):
        parts.append(_UNSURE)
    level = own.get("level", 0)
    if level:
        parts.append(f'<w:vertAlign w:val="{"superscript" if level > 0 else "subscript"}"/>')
    if own.get("position"):
        parts.append(f'<w:position w:val="{own["position"]}"/>')
    if own.get("size", USUAL_SIZE) != USUAL_SIZE:
        parts.append(f'<w:sz w:val="{max(own["size"], 0)}"/>')
    if own.get("scale", 100) != 100:
        parts.append(f'<w:w w:val="{max(own["scale"], 0)}"/>')
    if own.get("spacing", 0) < 0:
        parts.append(f'<w:spacing w:val="{own["spacing"]}"/>')
    colour = sheet.colour(own.get("colour"))
    if colour:
        parts.append(f'<w:color w:val="{colour}"/>')
    if own.get("highlight"):
        parts.append(shading(sheet, own["highlight"], None, None))
    else:
        parts.append(shading(sheet, own.get("shade"), own.get("ink"), own.get("share")))
    font = sheet.font(own)
    if font.has_pictures and not font.is_symbols:
        name = escape(font.name[:64])
        parts.append(f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>')
    inner = "".join(parts)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def shading(sheet: Sheet, ground: int | None, ink: int | None, share: int | None) -> str:
    """The ``w:shd`` of a ground and of a pattern on it, of which ``share`` ten thousandths are ink; or nothing."""
    if ground is None and not share:
        return ""
    fill = sheet.colour(ground) or "auto"
    if not share or share <= 0:
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill != "auto" else ""
    pattern = "solid" if share >= 10_000 else f"pct{share // 100}"
    return f'<w:shd w:val="{pattern}" w:color="{sheet.colour(ink) or "auto"}" w:fill="{fill}"/>'


def _may_be_on_its_ground(own: Properties, sheet: Sheet) -> bool:
    r"""Whether letters have a ground by ``\cb``, which some programs paint and others do not, and it matters."""
    back = sheet.colour(own.get("back"))
    letters = sheet.colour(own.get("colour"))
    if not back or not letters or own.get("highlight") or own.get("shade") is not None:
        return False
    return _is_near(letters, back) or _is_near(letters, "FFFFFF")


def _is_near(one: str, other: str) -> bool:
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= _NEAR for at in (0, 2, 4))
