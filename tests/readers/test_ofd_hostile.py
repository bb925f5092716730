"""An OFD costs no more than it weighs, however often its parts name each other; each is read in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ofd_samples import TABLE, layer, ofd, packed, parts_of, path, rectangle, root, tag, text

from bounded import said_of

_LIST = "Doc_0/Document.xml"


def pages_of(count: int, content: str, **more: object) -> bytes:
    """So many pages that are all the same part."""
    parts = parts_of(layer(TABLE), **more)  # type: ignore[arg-type]
    one = tag("Page", ID=1, BaseLoc="Pages/Page_1/Content.xml")
    parts[_LIST] = str(parts[_LIST]).replace(one, one * count)
    parts["Doc_0/Pages/Page_1/Content.xml"] = content
    return packed(parts)


def templates(content: str, pages: int = 500) -> bytes:
    """A template under each of many pages."""
    return pages_of(
        pages,
        root("Page", tag("Template", TemplateID=2) + tag("Content", layer(text("1")))),
        common=tag("TemplatePage", ID=2, BaseLoc="T.xml"),
        extra={"Doc_0/T.xml": root("Page", content)},
    )


def composites(depth: int, width: int) -> bytes:
    """Drawings each of which is made of so many of the next one."""
    units = "".join(
        tag(
            "CompositeGraphicUnit",
            tag("Content", tag("CompositeObject", ResourceID=at + 1, Boundary="0 0 9 9") * width),
            ID=at,
        )
        for at in range(depth)
    )
    last = tag("CompositeGraphicUnit", tag("Content", text("1")), ID=depth)
    return ofd(
        layer(tag("CompositeObject", ResourceID=0, Boundary="0 0 99 99")),
        resources=tag("CompositeGraphicUnits", units + last),
    )


def annotated(content: str, pages: str = "1") -> bytes:
    return ofd(
        layer(TABLE),
        document=tag("Annotations", "A.xml"),
        extra={
            "Doc_0/A.xml": root("Annotations", tag("Page", tag("FileLoc", "B.xml"), PageID=1) * int(pages)),
            "Doc_0/B.xml": root("PageAnnot", content),
        },
    )


def signatures(count: int) -> bytes:
    one = root(
        "Signature",
        tag("SignedInfo", tag("StampAnnot", PageRef=1, Boundary="0 0 9 9")) + tag("SignedValue", "/V.dat"),
    )
    return ofd(
        layer(TABLE),
        body=tag("Signatures", "/S.xml"),
        extra={
            "S.xml": root("Signatures", tag("Signature", BaseLoc="/O.xml") * count),
            "O.xml": one,
            "V.dat": bytes(3_000_000),
        },
    )


_WHITE = path(rectangle(50, 25, 25, 10), fill="255 255 255")
_AREA = tag("Clips", tag("Clip", tag("Area", tag("Path", tag("AbbreviatedData", "L 1 1 " * 3_000)))))
_PARAMS = "".join(tag("DrawParam", tag("Actions") * 50, ID=at, Relative=at + 1) for at in range(5_000))

_HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a page of 80 MB": (
        lambda: pages_of(1, root("Page", " " * 80_000_000)),
        "inflated",
    ),
    "500 pages of 1 MB of space": (lambda: pages_of(500, root("Page", " " * 1_000_000)), "inflated"),
    "500 pages of 20,000 texts": (
        lambda: pages_of(500, root("Page", tag("Content", layer(text("1") * 20_000)))),
        "elements",
    ),
    "a template of 20,000 texts under 500 pages": (
        lambda: templates(tag("Content", layer(text("1") * 20_000))),
        "elements",
    ),
    "a template of 300,000 elements that draw nothing": (
        lambda: templates(tag("Content", layer(tag("Actions") * 300_000))),
        "elements",
    ),
    "a template of 300,000 layers": (lambda: templates(tag("Content", layer("") * 300_000)), "elements"),
    "a template with 300,000 elements beside its content": (
        lambda: templates(tag("Actions") * 300_000 + tag("Content", layer(text("1")))),
        "elements",
    ),
    "a template with 100,000 areas in one clip": (
        lambda: templates(
            tag("Content", layer(text("1", inner=tag("Clips", tag("Clip", tag("Area") * 100_000)))))
        ),
        "",
    ),
    "100,000 texts": (lambda: ofd(layer(text("1") * 100_000)), "elements"),
    "40,000 texts of 20 characters": (lambda: ofd(layer(text("12345678901234567890") * 40_000)), ""),
    "a text of 5,000,000 characters": (
        lambda: ofd(layer(text("1" * 5_000_000, code='DeltaX="g 9 1"'))),
        "elements",
    ),
    "a distance that is repeated without end": (
        lambda: ofd(layer(text("1" * 20_000, code='DeltaX="g 999999 0.001"'))),
        "read",
    ),
    "1,000,000 distances": (
        lambda: ofd(layer(text("1" * 100_000, code=f'DeltaX="{"1 " * 1_000_000}"'))),
        "",
    ),
    "10,000 codes and 10,000 transforms of one text": (
        lambda: ofd(
            layer(
                tag(
                    "TextObject",
                    tag("CGTransform", tag("Glyphs", "5")) * 10_000 + tag("TextCode", "1", X=1, Y=1) * 10_000,
                    Size=3,
                )
            )
        ),
        "elements",
    ),
    "drawings within drawings, twice each": (lambda: composites(25, 2), "elements"),
    "a drawing in a drawing in a drawing": (lambda: composites(100, 1), "depth"),
    "a drawing within itself": (
        lambda: ofd(
            layer(tag("CompositeObject", ResourceID=1, Boundary="0 0 9 9")),
            resources=tag(
                "CompositeGraphicUnits",
                tag(
                    "CompositeGraphicUnit",
                    tag("Content", tag("CompositeObject", ResourceID=1, Boundary="0 0 9 9")),
                    ID=1,
                ),
            ),
        ),
        "depth",
    ),
    "230 blocks in each other": (
        lambda: ofd(layer("<ofd:PageBlock>" * 230 + text("1") + "</ofd:PageBlock>" * 230)),
        "depth",
    ),
    "a path of 1,000,000 corners": (lambda: ofd(layer(path("M 0 0 " + "L 50 50 " * 1_000_000))), "elements"),
    "80,000 arcs": (lambda: ofd(layer(path("M 0 0 " + "A 5 5 0 1 1 9 9 A 5 5 0 1 1 0 0 " * 40_000))), ""),
    "clips of 3,000 corners around 3,000 texts": (
        lambda: ofd(layer(text("1", inner=_AREA) * 3_000)),
        "elements",
    ),
    "40,000 fillings over a number": (lambda: ofd(layer(TABLE + text("12") + _WHITE * 40_000)), ""),
    "20,000 fillings and 20,000 numbers": (lambda: ofd(layer(TABLE + (text("12") + _WHITE) * 20_000)), ""),
    "20,000 parameters that build on each other": (
        lambda: ofd(layer(text("1", DrawParam=0) * 30_000), resources=tag("DrawParams", _PARAMS)),
        "elements",
    ),
    "20,000 rules": (
        lambda: ofd(layer(TABLE + "".join(path(f"M 0 {at / 200} L 140 {at / 200}") for at in range(20_000)))),
        "",
    ),
    "15,000 annotations": (
        lambda: annotated(
            tag("Annot", tag("Appearance", _WHITE, Boundary="0 0 140 100"), Type="Path") * 15_000
        ),
        "",
    ),
    "1,000 times the same annotations": (
        lambda: annotated(tag("Annot", tag("Appearance", _WHITE), Type="Path") * 300, "1000"),
        "elements",
    ),
    "30,000 signatures with 3 MB each": (lambda: signatures(30_000), "elements"),
    "100,000 pictures": (
        lambda: ofd(layer(tag("ImageObject", Boundary="0 0 9 9", CTM="9 0 0 9 0 0") * 100_000)),
        "",
    ),
    "400,000 attributes of one element": (
        lambda: ofd(layer("<ofd:TextObject " + " ".join(f'a{at}="1"' for at in range(400_000)) + "/>")),
        "",
    ),
    "a number of a million digits": (
        lambda: ofd(layer(text("1", Alpha="1" * 1_000_000))),
        "DamagedDocumentError",
    ),
    "a million documents": (
        lambda: packed({"OFD.xml": root("OFD", tag("DocBody") * 300_000)}),
        "DamagedDocumentError",
    ),
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_a_hostile_file_is_read_or_refused_in_time_and_memory(name: str, tmp_path: Path) -> None:
    make, expected = _HOSTILE[name]
    said = said_of(make(), tmp_path, "read_ofd", suffix="ofd")
    assert expected in said
    assert said == "read" or "Error" in said
