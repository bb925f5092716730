"""What is no text: pictures, objects, drawings, text boxes, formulas, and fields."""

from __future__ import annotations

from govdisclose.readers._wordml import escape
from govdisclose.readers.rtf._codecs import joined
from govdisclose.readers.rtf._machine import Field, Handler, Machine, Place, Shape
from govdisclose.readers.rtf._story import Story

__all__ = ["THINGS"]

_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_LINES = ("20", "32")
_PICTURE = "75"
_LONGEST = 100
_AS_BEGUN = "25"
"""The number of no entry of a list: it shows the one that it began with."""


def _shape(style: str, inner: str, name: str = "shape") -> str:
    return f'<w:pict><v:{name} {_V} style="{style}">{inner}</v:{name}></w:pict>'


def _sized(width: float, height: float) -> str:
    return f"width:{width / 20:.1f}pt;height:{height / 20:.1f}pt" if width > 0 and height > 0 else ""


# --- pictures


def _picture(machine: Machine, _: int | None) -> None:
    machine.state.place = _PICTURES
    shape = machine.state.shape = Shape()
    shape.said.update(x="100", y="100")
    machine.state.close = _end_picture


def _goal(name: str) -> Handler:
    def goal(machine: Machine, number: int | None) -> None:
        if machine.state.shape is not None and number is not None:
            machine.state.shape.said[name] = str(number)

    return goal


def _end_picture(machine: Machine) -> None:
    shape = machine.state.shape
    if shape is None:
        return
    machine.pictures += 1
    said = {name: float(value) for name, value in shape.said.items()}
    size = _sized(said.get("wide", 0) * said["x"] / 100, said.get("high", 0) * said["y"] / 100)
    machine.add(_shape(size, "<v:imagedata/>"))


def _object(machine: Machine, _: int | None) -> None:
    machine.add("<w:object/>")
    machine.skips = True


def _formula(machine: Machine, _: int | None) -> None:
    machine.put(f"<m:oMath {_M}><m:f/></m:oMath>")
    machine.skips = True


# --- drawings


def _drawing(machine: Machine, _: int | None) -> None:
    machine.state.place = _SHAPES
    machine.state.shape = Shape()
    machine.state.close = _end_drawing


def _side(name: str) -> Handler:
    def side(machine: Machine, number: int | None) -> None:
        if machine.state.shape is not None:
            setattr(machine.state.shape, name, number or 0)

    return side


def _width(machine: Machine, number: int | None) -> None:
    if machine.state.shape is not None:
        machine.state.shape.right = machine.state.shape.left + (number or 0)


def _height(machine: Machine, number: int | None) -> None:
    if machine.state.shape is not None:
        machine.state.shape.bottom = machine.state.shape.top + (number or 0)


def _name(machine: Machine, _: int | None) -> None:
    machine.state.place = _NAMES
    if machine.state.shape is not None:
        machine.state.shape.named = ""


def _named(machine: Machine, raw: str) -> None:
    shape = machine.state.shape
    if shape is not None and len(shape.named) < _LONGEST:
        shape.named += raw.strip()[:_LONGEST]


def _value(machine: Machine, _: int | None) -> None:
    machine.state.place = _VALUES


def _valued(machine: Machine, raw: str) -> None:
    shape = machine.state.shape
    if shape is not None and shape.named in ("shapeType", "fHidden"):
        shape.said[shape.named] = raw.strip()[:_LONGEST]


def _picture_of_shape(machine: Machine, _: int | None) -> None:
    shape = machine.state.shape
    if shape is not None and shape.named == "pib":
        shape.picture = True
    machine.skips = True


def _of_kind(kind: str) -> Handler:
    def of_kind(machine: Machine, _: int | None) -> None:
        if machine.state.shape is not None:
            machine.state.shape.said["shapeType"] = kind

    return of_kind


def _box(machine: Machine, _: int | None) -> None:
    """The text of a box: a text of its own, with tables of its own."""
    state = machine.state
    machine.flush()
    outer, definition = machine.story, machine.definition
    shape = state.shape

    def end(machine: Machine) -> None:
        machine.end_paragraph(0)
        content = machine.story.end()
        machine.story, machine.definition = outer, definition
        if shape is not None and content:
            shape.boxes.append(f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>")

    machine.story = Story(machine.sheet, machine.limits)
    state.place, state.close = state.outer, end
    state.character = state.paragraph = 0
    state.code, state.field = False, None


def _end_drawing(machine: Machine) -> None:
    shape = machine.state.shape
    if shape is None:
        return
    field = machine.state.field
    inline = field is not None and field.code.split()[:1] == ["SHAPE"]
    style = [] if inline else ["position:absolute"]
    if shape.said.get("fHidden") == "1":
        style.append("visibility:hidden")
    width, height = abs(shape.right - shape.left), abs(shape.bottom - shape.top)
    kind = shape.said.get("shapeType", "")
    if kind in _LINES:
        machine.add(_shape(";".join(style), "", "line"))
        return
    style.append(_sized(width, height))
    picture = "<v:imagedata/>" if shape.picture or kind == _PICTURE else ""
    machine.add(_shape(";".join(style), picture + "".join(shape.boxes)))


# --- fields


def _mark(kind: str, look: str, inner: str = "") -> str:
    return f'<w:r>{look}<w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def _field(machine: Machine, _: int | None) -> None:
    state = machine.state
    look = machine.look()
    machine.put(_mark("begin", look))
    runs = machine.story.runs
    state.field = Field(runs, len(runs) - 1, state.code, look)
    state.close = _end_field


def _code(machine: Machine, _: int | None) -> None:
    if machine.state.field is not None:
        machine.state.code = True


def _result(machine: Machine, _: int | None) -> None:
    state = machine.state
    if state.field is not None and not state.field.divided:
        state.field.divided = True
        state.code = state.field.outer
        machine.put(_mark("separate", ""))


def _end_field(machine: Machine) -> None:
    machine.put(_mark("end", ""))


def _form(machine: Machine, _: int | None) -> None:
    state = machine.state
    state.place, state.shape, state.close = _FORMS, Shape(), _end_form


def _entry(machine: Machine, _: int | None) -> None:
    machine.state.place = _ENTRIES
    machine.state.close = _end_entry
    if machine.state.shape is not None:
        machine.state.shape.named = ""


def _entered(machine: Machine, raw: str) -> None:
    shape = machine.state.shape
    if shape is not None and len(shape.named) < _LONGEST:
        shape.named += machine.decode(raw)[:_LONGEST]


def _spelled(machine: Machine, code: int) -> None:
    shape = machine.state.shape
    if shape is not None and len(shape.named) < _LONGEST:
        shape.named += chr(code)


def _end_entry(machine: Machine) -> None:
    shape = machine.state.shape
    if shape is not None:
        shape.boxes.append(f'<w:listEntry w:val="{escape(joined(shape.named))}"/>')


def _end_form(machine: Machine) -> None:
    shape, field = machine.state.shape, machine.state.field
    if shape is None or field is None or machine.story.runs is not field.runs or not shape.boxes:
        return
    if shape.said.get("result") == _AS_BEGUN:
        del shape.said["result"]
    said = "".join(f'<w:{name} w:val="{value}"/>' for name, value in sorted(shape.said.items()))
    inner = f"<w:ffData><w:ddList>{said}{''.join(shape.boxes)}</w:ddList></w:ffData>"
    machine.count(len(shape.boxes) + 4)
    field.runs[field.at] = _mark("begin", field.look, inner)


_PICTURES = Place(
    {"picwgoal": _goal("wide"), "pichgoal": _goal("high"), "picscalex": _goal("x"), "picscaley": _goal("y")}
)
_NAMES = Place({}, _named)
_VALUES = Place({"pict": _picture_of_shape}, _valued)
_FORMS = Place({"ffres": _goal("result"), "ffdefres": _goal("default"), "ffl": _entry})
_ENTRIES = Place({"uc": Machine.replaces}, _entered, _spelled)
_SHAPES = Place(
    {
        "shpleft": _side("left"),
        "shptop": _side("top"),
        "shpright": _side("right"),
        "shpbottom": _side("bottom"),
        "dpxsize": _width,
        "dpysize": _height,
        "dpline": _of_kind("20"),
        "sn": _name,
        "sv": _value,
        "shptxt": _box,
        "dptxbxtext": _box,
        "shp": _drawing,
    }
)

THINGS = {
    "pict": _picture,
    "object": _object,
    "mmath": _formula,
    "moMath": _formula,
    "moMathPara": _formula,
    "shp": _drawing,
    "do": _drawing,
    "field": _field,
    "fldinst": _code,
    "fldrslt": _result,
    "formfield": _form,
}
"""The control words that begin a thing, within text."""
