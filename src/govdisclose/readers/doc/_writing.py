"""Paragraphs as markup: runs of text, and the characters that stand for something else."""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol

from attrs import define

from govdisclose.readers._wordml import text as word_text
from govdisclose.readers.doc._drawn import Drawn, Shape
from govdisclose.readers.doc._fields import BEGIN, END, SEPARATOR, Marks
from govdisclose.readers.doc._looks import Look
from govdisclose.readers.doc._story import Part, Stories

__all__ = ["DOUBT", "Writing", "Written"]

DOUBT = "<w:p><w:unknown><w:t>?</w:t></w:unknown></w:p>"
"""Markup that the road of Word documents takes for a thing that it does not know: its cell has no value."""

_VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_CONTROLS = re.compile("[\0-\x1f]")
_MARKS = {
    "\t": "<w:tab/>",
    "\x0b": "<w:br/>",
    "\x0c": '<w:br w:type="page"/>',
    "\x0e": '<w:br w:type="column"/>',
    "\x1e": "<w:noBreakHyphen/>",
    "\x1f": "",
}
_FIELDS = {BEGIN: "begin", SEPARATOR: "separate", END: "end"}
_OBJECTS = {
    "picture": f"<w:pict><v:shape {_VML}><v:imagedata/></v:shape></w:pict>",
    "object": "<w:object/>",
    "drawing": f"<w:pict><v:shape {_VML}/></w:pict>",
}
_NUMBERS = "<w:pgNum/>"
"""A number or date that the program puts in when it prints."""
_HALVES = re.compile("[\ud800-\udfff]")


class Written(NamedTuple):
    """A paragraph; whether anything in it is not hidden; the look of its mark."""

    markup: str
    seen: bool
    last: Look | None


class Surroundings(Protocol):
    """What the writing of one story takes from that of the whole document."""

    @property
    def stories(self) -> Stories:
        """The text and its parts."""

    @property
    def drawn(self) -> Drawn:
        """What is drawn, by its anchor."""

    def properties(self, look: Look) -> str:
        """The markup of the properties of a run."""

    def story(self, start: int, end: int) -> list[str]:
        """The markup of another story: the text of a box."""


@define
class Writing:
    """The writing of one story, with the marks of its fields."""

    flow: Surroundings
    marks: Marks
    in_code: bool = False

    def paragraph(self, part: Part) -> Written:
        """The markup of a paragraph."""
        parts: list[str] = []
        seen = False
        last: Look | None = None
        end, about = part.end, part.about
        for at, to, look in part.runs:
            if to > end:
                last, to = look, end
            if at < to:
                seen = seen or not look.hidden
                parts.append(self._run(at, to, look))
        said = about.markup
        if about.list:
            said += f'<w:numPr><w:ilvl w:val="{about.level}"/><w:numId w:val="{about.list}"/></w:numPr>'
        if last is not None and (about.list or last.deleted):
            gone = "<w:del/>" if last.deleted else ""
            said += f"<w:rPr>{gone}{self.flow.properties(last)}</w:rPr>"
        properties = f"<w:pPr>{said}</w:pPr>" if said else ""
        return Written(f"<w:p>{properties}{''.join(parts)}</w:p>", seen, last)

    def box(self, place: tuple[int, int]) -> str:
        """A text box that floats, whose anchor and size are not known."""
        return self._shape(Shape("drawing", 1000, 1000, [place]))

    def _run(self, start: int, end: int, look: Look) -> str:
        """One run."""
        stories = self.flow.stories
        content = self._content(stories.text[start:end], start, look)
        if start in stories.notes and stories.text[start] != "\x02":
            content = f'<w:footnoteReference w:customMarkFollows="1"/>{content}'
        if not content:
            return ""
        properties = self.flow.properties(look)
        run = f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>" if properties else f"<w:r>{content}</w:r>"
        return f"<w:del>{run}</w:del>" if look.deleted else run

    def _content(self, text: str, start: int, look: Look) -> str:
        if look.symbol:
            return look.symbol * len(text)
        if not _CONTROLS.search(text):
            return self._text(text)
        parts: list[str] = []
        at = 0
        for found in _CONTROLS.finditer(text):
            place = found.start()
            if place > at:
                parts.append(self._text(text[at:place]))
            parts.append(self._mark(found[0], start + place, look))
            at = place + 1
        if at < len(text):
            parts.append(self._text(text[at:]))
        return "".join(parts)

    def _text(self, text: str) -> str:
        if _HALVES.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        markup = word_text(text)
        if self.in_code:
            return markup.replace("<w:t ", "<w:instrText ", 1).removesuffix("</w:t>") + "</w:instrText>"
        return markup

    def _mark(self, mark: str, at: int, look: Look) -> str:
        if mark in _FIELDS:
            if at not in self.marks:
                return ""
            self.in_code = self.marks[at]
            return f'<w:fldChar w:fldCharType="{_FIELDS[mark]}"/>'
        if not look.special:
            return _MARKS.get(mark, "")
        if mark == "\x01":
            return "" if look.data else _OBJECTS[look.thing]
        if mark == "\x02":
            return "<w:footnoteReference/>"
        if mark in "\x03\x04\x05":
            return ""
        if mark == "\x08":
            return self._anchored(at)
        return _MARKS.get(mark, _NUMBERS)

    def _anchored(self, at: int) -> str:
        anchored = self.flow.drawn.anchored
        if at not in anchored:
            return _OBJECTS["drawing"]
        shape = anchored.pop(at)
        return "" if shape is None else self._shape(shape)

    def _shape(self, shape: Shape) -> str:
        style = f'style="position:absolute;width:{shape.width:.1f}pt;height:{shape.height:.1f}pt"'
        if shape.kind == "line":
            return f"<w:pict><v:line {_VML} {style}/></w:pict>"
        inner = "<v:imagedata/>" if shape.kind == "picture" else ""
        for start, end in shape.boxes:
            content = "".join(self.flow.story(start, end))
            inner += f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
        return f"<w:pict><v:shape {_VML} {style}>{inner}</v:shape></w:pict>"
