"""The short ways of the readers read what the general ways read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govdisclose.document import DEFAULT_LIMITS, Document, Limits, Reader
from govdisclose.errors import LimitError, UnreadableDocumentError
from govdisclose.readers.docx import READER as DOCX
from govdisclose.readers.docx import _body, _rows, _text
from govdisclose.readers.html import READER as HTML
from govdisclose.readers.html import _flow, _table, _tree


@contextmanager
def general() -> Iterator[None]:
    """All short ways are closed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_rows, "_PLAIN", False)
        patch.setattr(_body, "is_odd", lambda *_, **__: True)
        patch.setattr(_text, "_short", lambda *_: False)
        patch.setattr(_flow, "_PLAIN_CELLS", False)
        patch.setattr(_table, "_PLAIN_ROWS", False)
        patch.setattr(_table, "_all_in_place", lambda root: False)
        patch.setattr(_tree, "_FEW_VALUES", 0)
        patch.setattr(_tree, "_has_controls", lambda text: True)
        yield


def outcome(reader: Reader, source: bytes, limits: Limits) -> Document | str:
    try:
        return reader.read(source, limits)
    except (LimitError, UnreadableDocumentError) as error:
        return f"{type(error).__name__}: {error}"


def check(reader: Reader, source: bytes, limits: Limits = DEFAULT_LIMITS) -> None:
    short = outcome(reader, source, limits)
    with general():
        assert short == outcome(reader, source, limits)


# --- Word: what stands where it belongs, and now and then what does not

TEXTS = st.sampled_from(["", "0", "12", "本年新收", " 规章 ", "a\tb", "\u3000", "\u200b", "一、&lt;"])
SPACES = 'xmlns:x="urn:example:unknown" mc:Ignorable="y" xmlns:y="urn:example:extension" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'  # fmt: skip # noqa: E501


def tag(name: str, inside: str = "", attributes: str = "") -> str:
    return f"<w:{name}{attributes}>{inside}</w:{name}>"


def joined(parts: st.SearchStrategy[str], least: int, most: int) -> st.SearchStrategy[str]:
    return st.lists(parts, min_size=least, max_size=most).map("".join)


def wrapped(inside: st.SearchStrategy[str], *others: str) -> st.SearchStrategy[str]:
    """Nearly always bare; else in a container that is seen through, one that is left out, or an unknown one."""
    names = st.sampled_from(["ins", "del", "sdt", "smartTag", "unknown", *others])
    return st.tuples(st.integers(0, 39), names, inside).map(
        lambda drawn: tag(drawn[1], drawn[2]) if drawn[0] == 39 else drawn[2]
    )


def rarely(usual: st.SearchStrategy[str], *rare: str) -> st.SearchStrategy[str]:
    return st.tuples(st.integers(0, 29), usual, st.sampled_from(rare or ("",))).map(
        lambda drawn: drawn[2] if drawn[0] == 29 else drawn[1]
    )


PIECES = rarely(
    TEXTS.map(lambda text: tag("t", text)),
    "<w:br/>",
    '<w:br w:type="page"/>',
    "<w:tab/>",
    "<w:cr/>",
    "<w:noBreakHyphen/>",
    "<w:delText>9</w:delText>",
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="end"/>',
    "<w:instrText>IF</w:instrText>",
    "<w:ruby><w:rubyBase><w:r><w:t>市</w:t></w:r></w:rubyBase></w:ruby>",
    "<w:drawing><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:drawing>",
    "<w:t>a<w:t>b</w:t></w:t>",
    '<w:sym w:font="Symbol" w:char="F032"/>',
    '<w:sym w:font="Wingdings" w:char="F032"/>',
    "<w:pgNum/>",
    "<w:footnoteReference/>",
    "<w:lastRenderedPageBreak/>",
    "<w:object/>",
    "<x:mark/>",
    "<y:mark/>",
    "<w:novelty/>",
    "<w:novelty><w:t>5</w:t></w:novelty>",
    '<mc:AlternateContent><mc:Choice Requires="x"><w:t>3</w:t></mc:Choice></mc:AlternateContent>',
)
PROPERTIES = st.sampled_from(
    [
        "<w:vanish/>",
        '<w:vanish w:val="0"/>',
        "<w:strike/>",
        '<w:dstrike w:val="0"/>',
        "<w:webHidden/>",
        '<w:vertAlign w:val="superscript"/>',
        '<w:vertAlign w:val="baseline"/>',
        '<w:position w:val="6"/>',
        '<w:color w:val="FFFFFF"/>',
        '<w:color w:val="000000"/>',
        '<w:color w:val="auto" w:themeColor="background1"/>',
        '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>',
        '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>',
        '<w:highlight w:val="yellow"/>',
        '<w:sz w:val="2"/>',
        '<w:sz w:val="12"/>',
        '<w:sz w:val="21"/>',
        '<w:w w:val="1"/>',
        '<w:rStyle w:val="Hidden"/>',
        '<w:rStyle w:val="Small"/>',
        '<w:rFonts w:ascii="Wingdings"/>',
        '<w:spacing w:val="-200"/>',
        "<w:rtl/>",
        '<w:eastAsianLayout w:combine="1"/>',
        "<w14:textFill><w14:noFill/></w14:textFill>",
        '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="tx1"/></w14:solidFill></w14:textFill>',
        '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>',
        "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>",
    ]
)
RUN_PROPERTIES = st.one_of(
    rarely(st.sampled_from(["", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:sz w:val="21"/></w:rPr>'])),
    st.tuples(st.integers(0, 9), st.lists(PROPERTIES, min_size=1, max_size=2)).map(
        lambda drawn: tag("rPr", "".join(drawn[1])) if drawn[0] == 9 else ""
    ),
)
RUNS = rarely(
    wrapped(st.tuples(RUN_PROPERTIES, joined(PIECES, 0, 3)).map(lambda drawn: tag("r", "".join(drawn)))),
    "<w:t>8</w:t>",
    "<w:br/>",
    "<m:oMath><m:r><m:t>7</m:t></m:r></m:oMath>",
    "<mc:AlternateContent><mc:Choice><w:r><w:t>6</w:t></w:r></mc:Choice></mc:AlternateContent>",
)
PARAGRAPH_PROPERTIES = rarely(
    st.sampled_from(["", '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>']),
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
    '<w:pPr><w:pStyle w:val="Struck"/></w:pPr>',
    '<w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr>',
    '<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>',
    "<w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>",
)
PARAGRAPHS = st.tuples(PARAGRAPH_PROPERTIES, joined(RUNS, 0, 3)).map(lambda drawn: tag("p", "".join(drawn)))
CELL_PROPERTIES = st.one_of(
    st.just(""),
    rarely(
        st.sampled_from(['<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"]),
        '<w:hMerge w:val="restart"/>',
        "<w:hMerge/>",
        '<w:gridSpan w:val="9"/>',
        '<w:tcPrChange><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange>',
        "<w:cellDel/>",
        "<w:cellIns/>",
        '<w:shd w:val="clear" w:fill="000000"/>',
        '<w:tcBorders><w:tl2br w:val="single"/></w:tcBorders>',
    ).map(lambda inside: tag("tcPr", inside)),
)
NESTED = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
CELL_CONTENT = rarely(wrapped(PARAGRAPHS), NESTED, "", f"{NESTED}<w:p/>", "<w:tbl/>")
CELLS = wrapped(
    st.tuples(CELL_PROPERTIES, st.one_of(CELL_CONTENT, joined(CELL_CONTENT, 0, 3))).map(
        lambda drawn: tag("tc", "".join(drawn))
    )
)
ROW_PROPERTIES = rarely(
    st.sampled_from(["", "<w:trPr><w:trHeight/></w:trPr>"]),
    "<w:trPr><w:del/></w:trPr>",
    "<w:trPr><w:hidden/></w:trPr>",
    '<w:trPr><w:gridBefore w:val="1"/></w:trPr>',
    '<w:trPr><w:trHeight w:val="20" w:hRule="exact"/></w:trPr>',
)
ROWS = wrapped(st.tuples(ROW_PROPERTIES, joined(CELLS, 0, 4)).map(lambda drawn: tag("tr", "".join(drawn))))
TABLE_PROPERTIES = rarely(
    st.just(""),
    '<w:tblPr><w:tblStyle w:val="Headed"/><w:tblLook w:firstRow="1"/></w:tblPr>',
    '<w:tblPr><w:shd w:val="clear" w:fill="000000"/></w:tblPr>',
)
TABLES = st.tuples(TABLE_PROPERTIES, joined(ROWS, 0, 4)).map(lambda drawn: tag("tbl", "".join(drawn)))
SHEETS = st.sampled_from(
    [
        "",
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>',
        '<w:style w:type="character" w:styleId="Small"><w:rPr><w:sz w:val="12"/></w:rPr></w:style>',
        '<w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="table" w:styleId="Headed"><w:tblStylePr w:type="firstRow">'
        '<w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>'
        "</w:tblStylePr></w:style>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Usual"><w:rPr><w:vanish/></w:rPr></w:style>',
    ]
)
BODIES = joined(st.one_of(TABLES, TABLES, PARAGRAPHS), 1, 4)
SMALL = st.sampled_from(
    [DEFAULT_LIMITS, Limits(columns=3), Limits(characters=12), Limits(rows=2), Limits(depth=9)]
)


def package(body: str, styles: str = "") -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships><Relationship Type="{kind}/numbering" Target="numbering.xml"/>'
            f'<Relationship Type="{kind}/styles" Target="styles.xml"/></Relationships>',
        )
        archive.writestr("word/styles.xml", f"<w:styles {SPACES}>{styles}</w:styles>")
        archive.writestr(
            "word/numbering.xml",
            f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/>'
            "</w:num></w:numbering>",
        )
    return target.getvalue()


@given(BODIES, SMALL, SHEETS)
@example("<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc/></w:tr></w:tbl>", DEFAULT_LIMITS, "")
@example(
    "<w:tbl><w:tr><w:tc/><w:tc><w:p><w:r><w:t>a\tb</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    DEFAULT_LIMITS,
    "",
)
def test_plain_tables_of_word_are_read_as_in_the_general_way(body: str, limits: Limits, sheet: str) -> None:
    check(DOCX, package(body, sheet), limits)


COUNTS = st.sampled_from(
    [
        "",
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
        '<w:pPr><w:pStyle w:val="Counted"/></w:pPr>',
        '<w:pPr><w:pStyle w:val="Usual"/></w:pPr>',
        "<w:pPr><w:pStyle/></w:pPr>",
        '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>',
    ]
)
LISTED = (
    '<w:style w:type="paragraph" w:styleId="Counted"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    '</w:style><w:style w:type="paragraph"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


@given(
    st.lists(st.lists(st.tuples(COUNTS, TEXTS), min_size=1, max_size=3), min_size=1, max_size=6),
    st.sampled_from(["", LISTED]),
    SMALL,
)
def test_paragraphs_that_word_counts_are_counted_in_the_short_way(
    drawn: list[list[tuple[str, str]]], sheet: str, limits: Limits
) -> None:
    cells = "".join(
        tag("tc", "".join(tag("p", counts + tag("r", tag("t", text))) for counts, text in paragraphs))
        for paragraphs in drawn
    )
    last = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>末</w:t></w:r></w:p>'
    check(DOCX, package(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>{last}", sheet), limits)


@given(st.lists(PROPERTIES, max_size=2), st.lists(PROPERTIES, max_size=2), SHEETS, st.integers(0, 60))
def test_properties_of_runs_are_found_by_the_short_way(
    first: list[str], second: list[str], sheet: str, others: int
) -> None:
    usual = '<w:r><w:rPr><w:color w:val="000000"/><w:sz w:val="21"/></w:rPr><w:t>7</w:t></w:r>'
    runs = "".join(
        f"<w:r>{tag('rPr', ''.join(properties))}<w:t>{text}</w:t></w:r>"
        for text, properties in (("12", first), ("3", second))
    )
    cells = f"<w:tc><w:p>{runs}</w:p></w:tc><w:tc><w:p>{usual * others}</w:p></w:tc>"
    check(DOCX, package(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", sheet))


# --- web pages

WORDS = st.sampled_from(
    ["", "0", "12", " ", "\n", "本年新收", " 规章\n制定 ", "\u3000", "&nbsp;", "\x01", "\ufffe"]
)
STYLES = rarely(
    st.sampled_from(["", " style='color:red'", " class=x"]),
    " style='display:none'",
    " style='visibility:hidden'",
    " style='white-space:pre'",
    " style='white-space:normal'",
    " hidden",
    " title='a>b'",
    " style='display:block'",
    " style='font-size:6pt'",
    " style='text-decoration:line-through'",
    " style='background:#000'",
    " class=hid",
)


def element(name: st.SearchStrategy[str], inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(name, STYLES, inside).map(lambda drawn: f"<{drawn[0]}{drawn[1]}>{drawn[2]}</{drawn[0]}>")


FLOW = st.recursive(
    rarely(
        WORDS,
        "<br>",
        "<!-- x -->",
        "<script>1</script>",
        "<input type=hidden>",
        "<input value=7>",
        "<img>",
        "<sup>1</sup>",
        "<small>1</small>",
        "<s>5</s>",
    ),
    lambda inside: st.one_of(
        inside,
        element(
            rarely(st.sampled_from(["p", "span", "b", "o:p", "div"]), "pre", "table", "td", "tr"), inside
        ),
        st.tuples(inside, inside).map("".join),
    ),
    max_leaves=5,
)
SPANS = st.sampled_from([" colspan=2", " rowspan=2", " rowspan=0", " colspan=999", " colspan=x", ""])
HTML_CELLS = rarely(
    st.tuples(st.sampled_from(["td", "td", "th"]), st.one_of(st.just(""), SPANS), STYLES, FLOW).map(
        lambda drawn: f"<{drawn[0]}{drawn[1]}{drawn[2]}>{drawn[3]}</{drawn[0]}>"
    ),
    "<td><div>1<td>2",
    "<form><td>3</td></form>",
    "x",
    "<caption>4</caption>",
)
HTML_ROWS = rarely(
    element(st.just("tr"), joined(HTML_CELLS, 0, 4)), "<td>5</td>", "<colgroup><col width=1></colgroup>"
)
GROUPS = st.one_of(
    joined(HTML_ROWS, 0, 3), element(st.sampled_from(["tbody", "thead", "tfoot"]), joined(HTML_ROWS, 0, 3))
)
SHEETS = rarely(st.just(""), "<style>.hid{display:none}</style>", "<style>.x::before{content:'1'}</style>")
PAGES = joined(st.one_of(element(st.just("table"), joined(GROUPS, 1, 3)), FLOW), 1, 4)
HTML_LIMITS = st.sampled_from(
    [DEFAULT_LIMITS, Limits(columns=3), Limits(elements=20), Limits(attributes=1), Limits(cells=9)]
)


@given(st.tuples(SHEETS, PAGES).map("".join), HTML_LIMITS)
@example("<table><tr><td style='white-space:pre'> <td>1", DEFAULT_LIMITS)
@example(f"<p title='>' {'a ' * 30}>1", Limits(attributes=20))
@example(f"<p {'a=1 ' * 30}>1", Limits(attributes=20))
def test_plain_cells_of_a_page_are_read_as_in_the_general_way(page: str, limits: Limits) -> None:
    check(HTML, page.encode(), limits)
