"""Numbers that Word counts."""

from __future__ import annotations

import pytest
from docx_samples import SPACES, item, p, read, tbl, tc, texts, tr

# --- automatic numbering


def numbering(*levels: tuple[str, str], override: str = "") -> str:
    written = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for index, (style, text) in enumerate(levels)
    )
    return (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{override}</w:num></w:numbering>'
    )


def test_numbers_that_word_counts_are_part_of_the_text() -> None:
    lists = numbering(("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))
    body = item("甲") + item("子", 1) + item("丑", 1) + item("寅", 2) + item("乙") + item("卯", 1)
    assert texts(read(body, numbering=lists)) == [
        "一、甲",
        "（一）子",
        "（二）丑",
        "1.寅",
        "二、乙",
        "（一）卯",
    ]


def test_numbers_over_ten_are_written_as_word_writes_them() -> None:
    lists = numbering(("japaneseCounting", "%1、"))
    counted = texts(read("".join(item("") for _ in range(21)), numbering=lists))
    assert [counted[index] for index in (8, 9, 10, 18, 19, 20)] == [
        "九、",
        "十、",
        "十一、",
        "十九、",
        "二十、",
        "二十一、",
    ]


def test_a_list_goes_on_in_another_that_shares_it_unless_that_starts_anew() -> None:
    levels = ("decimal", "%1.")
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = item("a") + item("b", list_id=2) + item("c", list_id=2)
    assert texts(read(body, numbering=numbering(levels))) == ["1.a", "2.b", "3.c"]
    assert texts(read(body, numbering=numbering(levels, override=anew))) == ["1.a", "1.b", "2.c"]


def test_a_number_can_come_from_the_style_and_be_switched_off() -> None:
    lists = numbering(("chineseCounting", "%1、"))
    styles = (
        f'<w:styles {SPACES}><w:style w:styleId="h"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:styleId="k"><w:basedOn w:val="h"/></w:style></w:styles>'
    )

    def styled(text: str, style: str, more: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'

    body = styled("a", "h") + styled("b", "k") + styled("c", "h", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert texts(read(body, numbering=lists, styles=styles)) == ["一、a", "二、b", "c"]


@pytest.mark.parametrize("style", ["bullet", "upperRoman", "none"])
def test_a_number_in_a_format_not_known_is_left_out(style: str) -> None:
    assert texts(read(item("甲"), numbering=numbering((style, "%1、")))) == ["甲"]


def test_cells_are_counted_in_the_order_of_the_file_and_the_others_stay_as_they_are() -> None:
    lists = numbering(("chineseCounting", "%1、"))
    rows = [
        tr(f"<w:tc>{item(label)}</w:tc>", tc(number))
        for label, number in (("规章", "1"), ("", "2"), ("许可", "3"))
    ]
    plain = '<w:p><w:pPr><w:pStyle w:val="Usual"/></w:pPr><w:r><w:t>收费</w:t></w:r></w:p>'
    rows.append(tr(f"<w:tc>{plain}</w:tc>", tc("4")))
    document = read(tbl(*rows) + item("末") + p("完"), numbering=lists)
    assert texts(document) == ["一、规章|1|二、|2|三、许可|3|收费|4", "四、末", "完"]
