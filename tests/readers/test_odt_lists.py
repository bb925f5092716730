"""Numbers that an OpenDocument text counts: they are printed, and stand in no text of the file.

Each expectation was printed with an office program and looked at.
"""

from __future__ import annotations

import pytest
from odt_markup import UNREAD, p, read, shown, text_style, texts

FORMATS = "一, 二, 三, ..."


def level(
    number: int, num_format: str, prefix: str = "", suffix: str = "", more: str = "", follow: str = "nothing"
) -> str:
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{num_format}"'
        f' style:num-prefix="{prefix}" style:num-suffix="{suffix}" {more}><style:list-level-properties>'
        f'<style:list-level-label-alignment text:label-followed-by="{follow}"/></style:list-level-properties>'
        "</text:list-level-style-number>"
    )


def listed(name: str, *levels: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def item(*inside: str, attributes: str = "") -> str:
    return f"<text:list-item {attributes}>{''.join(inside)}</text:list-item>"


def lst(*items: str, style: str = "A", attributes: str = "") -> str:
    named = f'text:style-name="{style}"' if style else ""
    return f"<text:list {named} {attributes}>{''.join(items)}</text:list>"


A = listed(
    "A",
    level(1, FORMATS, "", "、"),
    level(2, "1", "（", "）"),
    level(3, "1", "", ".", 'text:display-levels="3"'),
)


def lines(body: str, automatic: str = A, styles: str = "") -> list[str]:
    return texts(read(body, automatic, styles))


def test_levels_count_each_for_itself() -> None:
    deepest = lst(item(p("甲")), item(p("乙")), style="")
    second = lst(item(p("甲")), item(p("乙"), deepest), style="")
    body = lst(item(p("总体")), item(p("公开"), second), item(p("申请"), lst(item(p("甲")), style="")))
    assert lines(body) == [
        "一、总体",
        "二、公开",
        "（1）甲",
        "（2）乙",
        "二.2.1.甲",
        "二.2.2.乙",
        "三、申请",
        "（1）甲",
    ]


def test_only_the_first_paragraph_of_an_item_has_a_number() -> None:
    header = f"<text:list-header>{p('序')}</text:list-header>"
    assert lines(lst(header, item(p("甲"), p("乙")), item(p("丙")))) == ["序", "一、甲", "乙", "二、丙"]


def test_an_empty_item_counts() -> None:
    assert lines(lst(item(p("甲")), item(p("")), item(p("丙")))) == ["一、甲", "二、", "三、丙"]


def test_a_list_begins_anew_or_goes_on() -> None:
    goes_on = lst(item(p("乙")), attributes='text:continue-numbering="true"')
    assert lines(lst(item(p("甲"))) + p("—") + goes_on) == ["一、甲", "—", "二、乙"]
    assert lines(lst(item(p("甲"))) + p("—") + lst(item(p("乙")))) == ["一、甲", "—", "一、乙"]
    other = lst(item(p("乙")), style="B")
    assert lines(lst(item(p("甲"))) + other + goes_on)[2] == "一、乙"
    first = lst(item(p("甲")), attributes='xml:id="l1"')
    other = lst(item(p("乙")), attributes='xml:id="l2" text:continue-list="l1"')
    assert lines(first + other + lst(item(p("丙")), attributes='text:continue-list="l2"')) == [
        "一、甲",
        "二、乙",
        "三、丙",
    ]


def test_a_list_that_goes_on_goes_on_at_each_level() -> None:
    first = lst(item(p("甲"), lst(item(p("1")), item(p("2")), style="")), attributes='xml:id="l1"')
    other = lst(item(lst(item(p("3")), style="")), attributes='text:continue-list="l1"')
    assert lines(first + other) == ["一、甲", "（1）1", "（2）2", "（3）3"]


def test_a_level_that_is_passed_over_has_counted_once() -> None:
    assert lines(lst(item(lst(item(p("甲")), style="")), item(p("乙")))) == ["（1）甲", "二、乙"]


def test_a_start_is_kept() -> None:
    body = lst(item(p("甲"), attributes='text:start-value="5"'), item(p("乙")))
    assert lines(body) == ["五、甲", "六、乙"]
    styled = listed("A", level(1, "1", "", ".", 'text:start-value="3"'))
    assert lines(lst(item(p("甲"))), styled) == ["3.甲"]


@pytest.mark.parametrize(
    ("num_format", "expected"),
    [
        ("1", "12"),
        ("a", "l"),
        ("A", "L"),
        ("i", "xii"),
        ("I", "XII"),
        ("01, 02, 03, ...", "12"),
        (FORMATS, "十二"),
        ("一, 二, 三, 四, 五, ...", "十二"),
        ("壹, 贰, 叁, ...", "壹拾贰"),
        ("壹, 貳, 參, ...", "壹拾貳"),
        ("子, 丑, 寅, ...", "亥"),
        ("①, ②, ③, ...", "⑫"),
    ],
)
def test_formats_of_numbers(num_format: str, expected: str) -> None:
    body = lst(item(p("甲"), attributes='text:start-value="12"'))
    assert lines(body, listed("A", level(1, num_format, "(", ")"))) == [f"({expected})甲"]


@pytest.mark.parametrize(
    ("num_format", "start"),
    [("ア, イ, ウ, ...", 1), ("一, 十, 百, ...", 1), ("甲, 乙, 丙, ...", 11), ("①, ②, ③, ...", 21)],
)
def test_a_number_in_a_format_that_is_not_known_costs_the_value_of_a_cell(
    num_format: str, start: int
) -> None:
    body = lst(item(p("12"), attributes=f'text:start-value="{start}"'))
    style = listed("A", level(1, num_format, "(", ")"))
    assert shown(body, style) == (UNREAD + "12", ["cell-not-read"])
    assert lines(body + p("示例市"), style) == [UNREAD + "12", "示例市"]


def test_the_text_around_a_number_may_be_given_as_one() -> None:
    style = listed(
        "A",
        level(1, "1", "a", "b", 'loext:num-list-format="第%1%条"'),
        level(2, "1", more='loext:num-list-format="%1%-%2%"'),
    )
    assert lines(lst(item(p("甲"), lst(item(p("乙")), style=""))), style) == ["第1条甲", "1-1乙"]


def test_a_level_without_numbers_prints_what_stands_around_them() -> None:
    style = listed("A", level(1, "", "附件", "："), level(2, "1", "", ".", 'text:display-levels="2"'))
    assert lines(lst(item(p("甲"), lst(item(p("乙")), style=""))), style) == ["附件：甲", "1.乙"]


def test_a_dot_before_a_line_is_no_text_and_a_digit_is() -> None:
    style = listed("A", '<text:list-level-style-bullet text:level="1" text:bullet-char="{}"/>')
    assert lines(lst(item(p("甲"))), style.format("•")) == ["甲"]
    assert lines(lst(item(p("2"))), style.format("1")) == ["1 2"]


def test_a_picture_before_a_number_costs_the_value_of_a_cell() -> None:
    style = listed("A", '<text:list-level-style-image text:level="1"/>')
    assert shown(lst(item(p("12"))), style) == (UNREAD + "12", ["cell-not-read"])
    assert lines(lst(item(p("12"))), style) == ["12"]


def test_a_list_in_a_cell_prints_its_numbers() -> None:
    assert shown(lst(item(p("2"))), listed("A", level(1, "1", "", ""))) == ("12", [])


def test_numbers_that_are_hidden_or_white_are_not_seen() -> None:
    hidden = text_style("h", 'text:display="none"')
    style = listed("A", level(1, "1", "", "", 'text:style-name="h"'))
    assert shown(lst(item(p("2"))), style + hidden) == ("2", ["text-unseen"])


def test_a_list_without_a_style_has_that_of_its_paragraphs() -> None:
    style = A + '<style:style style:name="P1" style:family="paragraph" style:list-style-name="A"/>'
    assert lines(lst(item(p("甲", "P1")), style=""), style) == ["一、甲"]
    assert lines(p("甲", "P1"), style) == ["甲"]


def test_a_paragraph_of_a_list_may_stand_alone() -> None:
    numbered = '<text:numbered-paragraph text:list-id="n" text:level="1" text:style-name="A">{}</text:numbered-paragraph>'
    assert lines(numbered.format(p("甲")) + p("—") + numbered.format(p("乙"))) == ["一、甲", "—", "二、乙"]


def test_the_number_that_the_file_keeps_is_not_printed_twice() -> None:
    assert lines(lst(item("<text:number>一、</text:number>", p("甲")))) == ["一、甲"]
    assert lines(p("<text:number>一、</text:number>甲")) == ["甲"]


OUTLINE = (
    '<text:outline-style style:name="Outline">'
    f'<text:outline-level-style text:level="1" style:num-format="{FORMATS}" style:num-suffix="、"/>'
    '<text:outline-level-style text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>'
    "</text:outline-style>"
)


def heading(text: str, number: int = 1, more: str = "") -> str:
    return f'<text:h text:outline-level="{number}" {more}>{text}</text:h>'


def test_headings_are_numbered_by_the_outline() -> None:
    body = heading("甲") + heading("乙", 2) + heading("丙", 2) + heading("丁") + heading("戊", 2)
    assert lines(body, "", OUTLINE) == ["一、 甲", "一.1. 乙", "一.2. 丙", "二、 丁", "二.1. 戊"]


def test_headings_may_begin_anew_or_have_no_number() -> None:
    again = heading("丙", 2, 'text:restart-numbering="true" text:start-value="7"')
    without = heading("丁", 1, 'text:is-list-header="true"')
    bare = '<style:style style:name="bare" style:family="paragraph" style:list-style-name=""/>'
    styled = heading("戊", 1, 'text:style-name="bare"')
    assert lines(heading("甲") + again + without + styled + heading("己"), bare, OUTLINE) == [
        "一、 甲",
        "一.7. 丙",
        "丁",
        "戊",
        "二、 己",
    ]
    assert lines(heading("甲"), "", "") == ["甲"]


def test_a_heading_in_a_list_has_the_number_of_the_list() -> None:
    assert lines(lst(item(heading("甲"))) + heading("乙"), A, OUTLINE) == ["一、甲", "一、 乙"]
