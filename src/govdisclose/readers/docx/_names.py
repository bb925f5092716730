"""The names of WordprocessingML that the reader tells apart: what is seen through, what shows nothing, what is special.

Whatever stands in a cell is one of four: text, a thing that is known to show something that is not text, a name
that is known to show nothing, or unknown; the last is never passed over where it holds anything.
"""

from __future__ import annotations

from lxml import etree

from govdisclose.readers.docx._xml import MC, M, W

CLEAR = frozenset(
    W + name
    for name in (
        "sdt",
        "sdtContent",
        "ins",
        "moveTo",
        "smartTag",
        "hyperlink",
        "fldSimple",
        "customXml",
        "dir",
        "bdo",
        "rubyBase",
    )
)
"""Containers that print their content as if they were not there; w:del and w:moveFrom are not among them."""

ALTERNATE, CHOICE, FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"
FORMULAS = frozenset((M + "oMath", M + "oMathPara"))
MARKS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
SHAPES = frozenset((W + "drawing", W + "pict", W + "object"))
REFERENCES = frozenset((W + "footnoteReference", W + "endnoteReference"))
# Numbers and dates that Word puts in itself when it prints.
COUNTED = frozenset(
    W + name for name in ("pgNum", "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong")
)
THINGS = {
    W + "altChunk": "embedded",
    W + "subDoc": "embedded",
    W + "control": "control",
    W + "contentPart": "drawing",
    "{http://schemas.microsoft.com/office/word/2010/wordml}contentPart": "drawing",
}
"""What shows something that is no text of this file, with the key of its name in ``catalogue.TERMS``."""

_RANGES = ("bookmark", "moveFromRange", "moveToRange", "commentRange", "perm")
_TRACKED_RANGES = ("customXmlInsRange", "customXmlDelRange", "customXmlMoveFromRange", "customXmlMoveToRange")
SILENT = frozenset(
    W + name
    for name in (
        *(f"{name}{end}" for name in (*_RANGES, *_TRACKED_RANGES) for end in ("Start", "End")),
        *("pPr", "rPr", "tcPr", "trPr", "tblPr", "tblPrEx", "tblGrid", "sectPr", "sdtPr", "sdtEndPr"),
        *("smartTagPr", "customXmlPr", "rubyPr", "rt", "proofErr", "lastRenderedPageBreak", "softHyphen"),
        *("instrText", "delText", "delInstrText", "commentReference", "annotationRef", "del", "moveFrom"),
    )
)
"""What shows nothing where it stands: properties, places, what was deleted, codes, the number of a comment."""

# What the general reading treats in a way of its own, below a table, wherever it stands and whatever it says.
# A table within is not among them: its rows are not where rows of a plain table are.
SPECIAL = (
    *sorted(CLEAR),
    *sorted(FORMULAS),
    *sorted(MARKS),
    *sorted(SHAPES),
    *sorted(COUNTED),
    *sorted(REFERENCES),
    *sorted(THINGS),
    ALTERNATE,
    *(
        W + name
        for name in (
            *("del", "moveFrom", "fldChar", "gridBefore", "hidden", "hMerge", "ruby", "sym", "txbxContent"),
            *("cellDel", "cellIns", "cellMerge", "showingPlcHdr"),
        )
    ),
)

_WORD = "http://schemas.microsoft.com/office/word/"
_DRAWN = "http://schemas.microsoft.com/office/drawing/"
_OPEN = "http://schemas.openxmlformats.org/"
UNDERSTOOD = frozenset(
    (
        *(
            _OPEN + name
            for name in (
                "wordprocessingml/2006/main",
                "markup-compatibility/2006",
                "officeDocument/2006/math",
                "officeDocument/2006/relationships",
                "drawingml/2006/main",
                "drawingml/2006/picture",
                "drawingml/2006/chart",
                "drawingml/2006/diagram",
                "drawingml/2006/compatibility",
                "drawingml/2006/lockedCanvas",
                "drawingml/2006/wordprocessingDrawing",
                "schemaLibrary/2006/main",
            )
        ),
        *(
            _WORD + name
            for name in (
                "2006/wordml",
                "2010/wordml",
                "2010/wordprocessingCanvas",
                "2010/wordprocessingDrawing",
                "2010/wordprocessingGroup",
                "2010/wordprocessingInk",
                "2010/wordprocessingShape",
                "2012/wordml",
                "2015/wordml/symex",
                "2016/wordml/cid",
                "2018/wordml",
                "2018/wordml/cex",
                "2020/wordml/sdtdatahash",
                "2023/wordml/word16du",
                "2024/wordml/sdtformatlock",
            )
        ),
        *(
            _DRAWN + name
            for name in (
                "2010/main",
                "2012/chart",
                "2014/chartex",
                "2014/main",
                "2016/ink",
                "2016/SVG/main",
                "2017/model3d",
            )
        ),
        *(f"{_DRAWN}{year}/chartex" for year in ("2015/9/8", "2015/10/21", "2016/5/9", "2016/5/10")),
        *(f"{_DRAWN}2016/5/{day}/chartex" for day in (11, 12, 13, 14)),
        "urn:schemas-microsoft-com:vml",
        "urn:schemas-microsoft-com:office:office",
        "urn:schemas-microsoft-com:office:word",
        "urn:schemas-microsoft-com:mac:vml",
        "http://schemas.microsoft.com/office/mac/office/2008/main",
        "http://www.w3.org/XML/1998/namespace",
        "http://www.w3.org/2001/XMLSchema-instance",
    )
)
"""The namespaces that the programs know with which these files are written and printed."""


def choose(alternate: etree._Element) -> etree._Element | None:
    """The one branch of an ``mc:AlternateContent`` that is printed: the first whose namespaces are understood."""
    for branch in alternate:
        if branch.tag == CHOICE:
            wanted = branch.get("Requires", "").split()
            if all(branch.nsmap.get(prefix) in UNDERSTOOD for prefix in wanted):
                return branch
        elif branch.tag == FALLBACK:
            return branch
    return None


def is_ignorable(
    element: etree._Element, known: dict[tuple[etree._Element, str], bool | None]
) -> bool | None:
    """Whether an element of a namespace that is not understood may be passed over; None: its content may not.

    ``known`` keeps what was found, for its neighbours.
    """
    parent = element.getparent()
    key = (element if parent is None else parent, str(element.tag))
    if key not in known:
        known[key] = _ignorable(element)
    return known[key]


def _ignorable(element: etree._Element) -> bool | None:
    namespace, _, name = str(element.tag)[1:].partition("}")
    processed = False
    for at in element.iterancestors():
        for qualified in at.get(MC + "ProcessContent", "").split():
            prefix, _, wanted = qualified.partition(":")
            if at.nsmap.get(prefix) == namespace and wanted in (name, "*"):
                processed = True
        if any(at.nsmap.get(prefix) == namespace for prefix in at.get(MC + "Ignorable", "").split()):
            return None if processed else True
    return False
