"""What decides how the text of a Word document is seen costs no more than it weighs."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_archive import MAIN, OFFICE, RELATIONS, W, archive, xml

from bounded import said_of

# --- what decides how text is seen, in a process of its own whose time and memory are measured

_SEEN = "<w:r><w:t>1</w:t></w:r>"
_MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def styled(styles: str, body: str) -> bytes:
    link = f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>'
    return archive(
        (MAIN, xml(f"<w:p>{_SEEN}{body}</w:p>")),
        ("word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONS}">{link}</Relationships>'),
        ("word/styles.xml", f'<w:styles xmlns:w="{W}">{styles}</w:styles>'),
    )


def chain(length: int, last: str) -> str:
    """Styles each of which is based on the next; the last one on ``last``."""
    return "".join(
        f'<w:style w:type="character" w:styleId="s{at}"><w:basedOn w:val="{f"s{at + 1}" if at + 1 < length else last}"/>'
        "<w:rPr><w:strike/></w:rPr></w:style>"
        for at in range(length)
    )


def in_styles(count: int) -> str:
    return "".join(
        f'<w:r><w:rPr><w:rStyle w:val="s{at * 29}"/></w:rPr><w:t>1</w:t></w:r>' for at in range(count)
    )


_HOSTILE = {
    "a chain of 60,000 styles": styled(chain(60_000, "none"), in_styles(2_000)),
    "a circle of 60,000 styles": styled(chain(60_000, "s0"), in_styles(2_000)),
    "a style based on itself": styled(chain(1, "s0"), in_styles(2)),
    "40,000 fields in each other": styled(
        "", "".join(_MARK.format(kind) * 40_000 for kind in ("begin", "separate", "end"))
    ),
    "60,000 fields in 60 containers": styled(
        "", "<w:ins>" * 60 + (_MARK.format("begin") + _MARK.format("end")) * 60_000 + "</w:ins>" * 60
    ),
    "60,000 unknown elements in 60 containers": styled(
        "", "<w:ins>" * 60 + '<u:x xmlns:u="urn:x"/>' * 60_000 + "</w:ins>" * 60
    ),
    "90,000 pieces in one cell": archive(
        (
            MAIN,
            xml(
                "<w:tbl><w:tr><w:tc/><w:tc><w:p>"
                + "<w:r><w:t>1</w:t><w:pgNum/></w:r>" * 90_000
                + "</w:p></w:tc></w:tr></w:tbl>"
            ),
        )
    ),
    "60 tables in each other with 30,000 sizes": archive(
        (
            MAIN,
            xml(
                "<w:tbl><w:tr><w:tc>" * 60
                + "<w:p>"
                + '<w:r><w:rPr><w:sz w:val="8"/></w:rPr><w:t>1</w:t></w:r>' * 30_000
                + "</w:p>"
                + "</w:tc></w:tr></w:tbl>" * 60
            ),
        )
    ),
    "a code of a field that a pattern could be slow on": styled(
        "",
        _MARK.format("begin")
        + f"<w:r><w:instrText>SYMBOL 50 {chr(92)}f {' ' * 100_000}!</w:instrText></w:r>"
        + _MARK.format("end"),
    ),
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_what_decides_how_text_is_seen_is_worked_out_in_time_and_memory(name: str, tmp_path: Path) -> None:
    assert said_of(_HOSTILE[name], tmp_path, "read_docx") == "read"
