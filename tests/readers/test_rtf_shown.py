r"""What a person sees in a cell of an RTF file: struck, hidden, raised, deleted text, fields, pictures, drawings."""

from __future__ import annotations

import pytest

from govdisclose.document import Document
from rtf_writer import read

HEAD = (
    r"{\fonttbl{\f0\froman\fcharset134 SimSun;}{\f3\froman\fcharset2 Symbol;}{\f4\fnil\fcharset2 Wingdings;}"
    r"{\f5\fnil\fcharset0 Wingdings 2;}}"
    r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red255\green255\blue0;\red240\green240\blue245;}"
    r"{\stylesheet{\s0 Normal;}{\s1\v a;}{\s2\strike b;}{\s3\fs2 c;}{\s4\b d;}{\s5\cf2 e;}"
    r"{\*\cs11\super f;}{\*\cs12\v g;}{\*\cs13\i h;}{\*\cs14\f4 i;}}"
)
UNREAD = "\ufffc"


def cell(shown: str, declared: str = "") -> Document:
    body = rf"\trowd{declared}\cellx1000\cellx2000\pard\intbl {shown}\cell\pard\intbl 7\cell\row"
    return read(body, HEAD)


def said(document: Document) -> tuple[str, tuple[str, ...]]:
    """The text of the first cell, and what is told of the table."""
    first, second = document.grids[0].cells
    assert second.text == "7"
    return first.text, tuple(finding.kind for finding in document.findings)


NOTHING: tuple[str, ...] = ()
LOOKS = {
    # struck
    r"{\strike 9} 12": (" 12", ("text-struck-out",)),
    r"{\striked1 9} 12": (" 12", ("text-struck-out",)),
    r"{\strike\strike0 12}": ("12", NOTHING),
    r"{\strike 12}": (UNREAD, ("cell-struck-out",)),
    r"1{\strike 9}2": (f"1{UNREAD}2", ("text-struck-out", "number-divided")),
    # changed
    r"{\deleted 9}{\revised 12}": ("12", NOTHING),
    r"{\mvf 9}{\mvt 12}": ("12", NOTHING),
    r"{\deleted 12}": ("", ("cell-unseen",)),
    # unseen
    r"12{\v 9}": ("12", ("text-unseen",)),
    r"12{\v\v0 9}": ("129", NOTHING),
    r"12{\cf2 9}": ("12", ("text-unseen",)),
    r"12{\cf4 9}": ("12", ("text-unseen",)),
    r"12{\fs2 9}": ("12", ("text-unseen",)),
    r"12{\charscalex1 9}": ("12", ("text-unseen",)),
    r"12{\cf3\highlight3 9}": ("12", ("text-unseen",)),
    r"12{\cf3\chcbpat3 9}": ("12", ("text-unseen",)),
    r"\cbpat3 12{\cf3 9}": ("12", ("text-unseen",)),
    r"{\cf2\chcbpat1 12}": ("12", NOTHING),
    r"{\cf2\highlight1 12}": ("12", NOTHING),
    r"{\cf2\chcfpat1\chshdng10000 12}": ("12", NOTHING),
    r"{\cf2\cb1 12}": (UNREAD, ("cell-not-read",)),  # some programs paint this ground, others do not
    r"{\cf1\cb2 12}": ("12", NOTHING),
    r"\sl-20 12": (UNREAD, ("cell-not-read",)),
    r"\sl-240 12": ("12", NOTHING),
    r"{\expndtw-300 12}": (UNREAD, ("cell-not-read",)),
    r"{\v 12}": ("", ("cell-unseen",)),
    # raised, lowered, small
    r"12{\super 9}": ("12", ("mark-left-out",)),
    r"12{\super0 3}": ("123", NOTHING),
    r"12{\super\nosupersub 3}": ("123", NOTHING),
    r"12{\sub 9}": ("12", ("mark-left-out",)),
    r"12{\up8\fs12 9}": ("12", ("mark-left-out",)),
    r"12{\dn8\fs12 9}": ("12", ("mark-left-out",)),
    r"12{\up0 3}": ("123", NOTHING),
    r"12{\fs10 9}": ("12", ("mark-left-out",)),
    r"1{\fs22 2}": ("12", NOTHING),
    r"12{\super\chftn}{\footnote 9}": ("12", NOTHING),
    r"12{\chftn}{\footnote 9}": (f"12{UNREAD}", ("cell-not-read",)),
    # by a style, of which the text itself says nothing
    r"12{\cs11 9}": (f"12{UNREAD}", ("cell-not-read",)),
    r"12{\cs11\super 9}": ("12", ("mark-left-out",)),
    r"12{\cs11\super0 3}": ("123", NOTHING),
    r"12{\cs12 9}": (f"12{UNREAD}", ("cell-not-read",)),
    r"12{\cs12\v0 3}": ("123", NOTHING),
    r"12{\cs13 3}": ("123", NOTHING),
    r"12{\cs14 3}": (f"12{UNREAD}", ("cell-not-read",)),
    r"\s1 12": (UNREAD, ("cell-not-read",)),
    r"\s2\strike0 12": ("12", NOTHING),
    r"\s3\fs20 12": ("12", NOTHING),
    r"\s3 12": (UNREAD, ("cell-not-read",)),
    r"\s4 12": ("12", NOTHING),
    r"\s5 12": (UNREAD, ("cell-not-read",)),
    # symbols
    r"1{\f3 2}": ("12", NOTHING),
    r"1{\f3\u-4046?}": ("12", NOTHING),
    r"1{\f3\'b7}": (f"1{UNREAD}", ("cell-not-read",)),
    r"1{\f4 2}": (f"1{UNREAD}", ("cell-not-read",)),
    r"1{\f4\u50?}": (f"1{UNREAD}", ("cell-not-read",)),
    r"1{\f5 2}": (f"1{UNREAD}", ("cell-not-read",)),
    # harmless
    r"{\ul 1{\b 2}}": ("12", NOTHING),
    r"1{\*\bkmkstart a}2{\*\bkmkend a}": ("12", NOTHING),
    r"{\rtlch\af0\afs20 \ltrch\lang1033\loch\f0\hich\f0 12}": ("12", NOTHING),
    r"{\rtlch 12}": ("12", NOTHING),
    r"{\highlight3 12}": ("12", NOTHING),
    r"{\expndtw6\kerning2 12}": ("12", NOTHING),
    r"{\twoinone0 12}": (UNREAD, ("cell-not-read",)),
    r"{\horzvert0 12}": ("12", NOTHING),
    # lines
    r"1\line 2": ("1\n2", NOTHING),
    r"1\par 2": ("1\n2", NOTHING),
    r"1\tab 2": ("1 2", NOTHING),
    r"1{\deleted\par}2": ("12", NOTHING),
    # numbers that are counted
    r"12\chpgn": (f"12{UNREAD}", ("cell-not-read",)),
    r"{\listtext 3.\tab}12": ("3. 12", NOTHING),
}


@pytest.mark.parametrize("shown", LOOKS)
def test_text_is_read_as_it_looks(shown: str) -> None:
    assert said(cell(shown)) == LOOKS[shown]


FIELDS = {
    r"{\field{\*\fldinst QUOTE 9}{\fldrslt 12}}": ("12", NOTHING),
    r"{\field\fldedit{\fldinst QUOTE 9}{\fldrslt 12}}": ("12", NOTHING),
    r'{\field{\*\fldinst HYPERLINK "9"}{\fldrslt {\ul 12}}}': ("12", NOTHING),
    r"{\field{\*\fldinst QUOTE {\field{\*\fldinst PAGE}{\fldrslt 9}}}{\fldrslt 12}}": ("12", NOTHING),
    r"{\field{\*\fldinst QUOTE {\field{\*\fldinst PAGE}{\fldrslt 9}} 8}{\fldrslt 12}}": ("12", NOTHING),
    r"1{\field{\*\fldinst SYMBOL 50 \\f Symbol}{\fldrslt}}": ("12", NOTHING),
    r"1{\field{\*\fldinst SYMBOL 50 \\f Wingdings}{\fldrslt 2}}": (f"12{UNREAD}", ("cell-not-read",)),
    r"{\field{\*\fldinst EQ \\o(12)}{\fldrslt }}": (UNREAD, ("cell-not-read",)),
    r"1{\field{\*\fldinst PAGE}}": (f"1{UNREAD}", ("cell-not-read",)),
    r"12{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffdefres1}}}{\fldrslt}}": (
        f"12{UNREAD}",
        ("cell-not-read",),
    ),
    r"{\field{\*\fldinst FORMTEXT {\*\formfield{\fftype0{\*\ffdeftext 9}}}}{\fldrslt 12}}": ("12", NOTHING),
    r"{\field{\*\fldinst FORMDROPDOWN {\*\formfield{\fftype2\ffres1{\*\ffl 9}{\*\ffl 12}}}}{\fldrslt}}": (
        "12",
        NOTHING,
    ),
    r"{\field{\*\fldinst FORMDROPDOWN {\*\formfield{\fftype2\ffres25\ffdefres0{\*\ffl \uc0{\u49}2}{\*\ffl 9}}}}}": (
        "12",
        NOTHING,
    ),
    r"{\field{\*\fldinst QUOTE 9\par 8}{\fldrslt 12}}": ("\n12", NOTHING),
}


@pytest.mark.parametrize("shown", FIELDS)
def test_a_field_shows_its_result(shown: str) -> None:
    assert said(cell(shown)) == FIELDS[shown]


PICTURE = r"{\pict\pngblip\picwgoal120\pichgoal180 89504e47}"
LINE = r"{\shp{\*\shpinst\shpleft0\shptop0\shpright400\shpbottom0{\sp{\sn shapeType}{\sv 20}}}}"
BOX = r"{\shp{\*\shpinst\shpleft0\shptop0\shpright900\shpbottom900{\sp{\sn shapeType}{\sv 202}}{\shptxt\pard 9\par}}}"
SEAL = r"{\shp{\*\shpinst\shpleft0\shptop0\shpright2400\shpbottom2400{\sp{\sn shapeType}{\sv 3}}}}"
SMALL = SEAL.replace("2400", "240")
HIDDEN = SMALL.replace(r"{\sn shapeType}{\sv 3}", r"{\sn fHidden}{\sv 1}")
THINGS = {
    f"12{PICTURE}": (f"12{UNREAD}", ("cell-not-read",)),
    PICTURE: (UNREAD, ("cell-is-picture",)),
    rf"12{{\*\shppict{PICTURE}}}{{\nonshppict{PICTURE}}}": (f"12{UNREAD}", ("cell-not-read",)),
    rf"12{{\v{PICTURE}}}": ("12", NOTHING),
    r"12{\object\objemb{\*\objclass Package}{\*\objdata 0105}{\result 9}}": (
        f"12{UNREAD}",
        ("cell-not-read",),
    ),
    r"12{\mmath{\*\moMath{\mr 3}}{\mmathPict{\pict 00}}}": (f"12{UNREAD}", ("cell-not-read",)),
    f"12{LINE}": (f"12{UNREAD}", ("cell-not-read",)),
    r"12{\*\do\dobxcolumn\dpline\dpx0\dpy0\dpxsize400\dpysize0}": (f"12{UNREAD}", ("cell-not-read",)),
    f"12{BOX}": (f"12\n9\n{UNREAD}", ("cell-not-read",)),
    r"12{\*\do\dptxbx{\dptxbxtext 9}\dpx0\dpy0\dpxsize900\dpysize900}": (
        f"12\n9\n{UNREAD}",
        ("cell-not-read",),
    ),
    f"12{SEAL}": ("12", NOTHING),
    f"12{SMALL}": (f"12{UNREAD}", ("cell-not-read",)),
    f"12{HIDDEN}": ("12", NOTHING),
    rf"12{{\field{{\*\fldinst SHAPE }}{{\fldrslt {SEAL}}}}}": (f"12{UNREAD}", ("cell-not-read",)),
}


@pytest.mark.parametrize("shown", THINGS)
def test_what_is_no_text_leaves_the_cell_unread(shown: str) -> None:
    assert said(cell(shown)) == THINGS[shown]


def test_a_box_holds_a_text_of_its_own() -> None:
    box = (
        r"{\shp{\*\shpinst\shpleft0\shptop0\shpright9000\shpbottom9000{\shptxt\pard a\par"
        r"\trowd\cellx1000\cellx2000\pard\intbl 1\cell 2\cell\row\pard b\par}}}"
    )
    document = read(rf"vor{box}\par nach\par")
    assert [paragraph.text for paragraph in document.paragraphs] == ["vor", "a", "b", "nach"]
    assert [cell.text for cell in document.grids[0].cells] == ["1", "2"]


def test_pictures_of_the_file_are_told() -> None:
    assert [picture.address for picture in read(rf"a{PICTURE}\par b{PICTURE}").pictures] == [
        "word/media/picture001",
        "word/media/picture002",
    ]
