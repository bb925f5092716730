from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs
import pytest
from render_samples import ORGAN, PROSE, cell_after, result

from govdisclose.grammar.entry import Entry, State
from govdisclose.grammar.heading import H, tree
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.table import Table
from govdisclose.grammar.values import words
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.parsing import parse, parse_document
from govdisclose.records import Money, Period, Report, Requests, Results, SectionText
from govdisclose.render import FormError, Misfit, Reason, blank, misfits, render
from govdisclose.writers.docx import WRITER as DOCX

PARTIAL = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
FEES = "disclosure:fees/administrative_fees:amount"


def test_a_blank_stays_blank_and_a_slash_a_slash() -> None:
    read = result(
        {
            "requests:received:natural_person": "",
            "requests:results/granted:natural_person": "/",
            "requests:results/partially_granted:natural_person": "1,234",
        }
    )
    drawn = render(read.report, CN_2021, entries=read.entries)
    assert cell_after(drawn, 1, "一、本年新收政府信息公开申请数量") == ""
    assert cell_after(drawn, 1, "（一）予以公开") == "/"
    assert cell_after(drawn, 1, PARTIAL) == "1,234"


def test_without_entries_the_record_alone_is_printed() -> None:
    read = result({"requests:results/granted:natural_person": "/", FEES: "3.27"})
    drawn = render(read.report, CN_2021)
    assert cell_after(drawn, 1, "（一）予以公开") == ""
    assert cell_after(drawn, 0, "行政事业性收费") == "3.27"
    assert misfits(read.report, CN_2021) == ()


def test_title_prose_and_headings_are_those_of_the_form() -> None:
    drawn = render(result().report, CN_2021)
    assert drawn.paragraphs[0].text == f"{ORGAN}2024年政府信息公开工作年度报告"
    report = parse_document(drawn).report
    assert {section.key: section.text.split("\n") for section in report.sections if section.text} == PROSE


def test_the_period_is_printed_where_the_prose_does_not_give_it() -> None:
    period = Period(date(2024, 1, 1), date(2024, 12, 31))
    report = attrs.evolve(result().report, period=period)
    drawn = render(report, CN_2021)
    assert drawn.paragraphs[1].text == "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。"
    assert parse_document(drawn).report.period == period
    prose = SectionText("overview", "一、总体情况", "统计期限自2024年1月1日起至2024年12月31日止。")
    again = render(attrs.evolve(report, sections=(prose,)), CN_2021)
    assert again.paragraphs[1].text == "一、总体情况"


def test_an_amount_in_another_unit_keeps_it() -> None:
    read = result({FEES: "225940元"})
    drawn = render(read.report, CN_2021, entries=read.entries)
    assert cell_after(drawn, 0, "行政事业性收费") == "225940元"
    assert parse_document(drawn).report.disclosure == read.report.disclosure
    (left,) = misfits(read.report, CN_2021, entries=read.entries)
    assert (left.path, left.reason, left.found, left.asked) == (FEES, Reason.UNIT, "225940元", "万元")


def test_an_amount_of_unknown_unit_is_not_put_under_a_unit() -> None:
    report = attrs.evolve(
        result().report,
        disclosure=attrs.evolve(
            result().report.disclosure,
            fees=attrs.evolve(
                result().report.disclosure.fees,
                administrative_fees=attrs.evolve(
                    result().report.disclosure.fees.administrative_fees, amount=Money(Decimal("7390.1"), None)
                ),
            ),
        ),
    )
    drawn = render(report, CN_2021)
    assert "本年收费金额" in [cell.text for cell in drawn.grids[0].cells]
    assert parse_document(drawn).report.disclosure == report.disclosure
    with pytest.raises(FormError, match=r"disclosure:fees/administrative_fees:amount \(unit\)"):
        render(report, CN_2021, strict=True)


def test_a_unit_that_the_form_does_not_give_is_printed_in_the_cell() -> None:
    path = "disclosure:procurement/central_procurement:amount"
    read = result({path: "3.27万元"}, layout=CN_2019)
    bare = [attrs.evolve(entry, raw="3.27") if entry.path == path else entry for entry in read.entries]
    drawn = render(read.report, CN_2019, entries=bare, strict=True)
    assert cell_after(drawn, 0, "政府集中采购", 2) == "3.27万元"


def test_what_was_unreadable_never_becomes_a_number() -> None:
    path = "requests:received:natural_person"
    read = result({path: "\ufffd"})
    entries = [attrs.evolve(entry, raw="5") if entry.path == path else entry for entry in read.entries]
    assert {entry.state for entry in entries if entry.path == path} == {State.UNREADABLE}
    drawn = render(read.report, CN_2021, entries=entries)
    assert cell_after(drawn, 1, "一、本年新收政府信息公开申请数量") == ""


def test_a_character_that_a_format_drops_does_not_join_two_digits() -> None:
    read = result({"requests:received:natural_person": "1\x0b2"})
    assert read.report.requests.received.natural_person is None
    written = DOCX.write(render(read.report, CN_2021, entries=read.entries))
    assert parse(written).report.requests.received.natural_person is None


def test_the_record_has_the_word_where_an_entry_says_otherwise() -> None:
    read = result()
    received = attrs.evolve(read.report.requests.received, natural_person=7)
    report = attrs.evolve(read.report, requests=attrs.evolve(read.report.requests, received=received))
    drawn = render(report, CN_2021, entries=read.entries)
    assert cell_after(drawn, 1, "一、本年新收政府信息公开申请数量") == "7"
    (left,) = misfits(report, CN_2021, entries=read.entries)
    assert str(left) == "requests:received:natural_person: the record holds 7 and the entry 0"
    assert left.label == "一、本年新收政府信息公开申请数量，自然人"
    assert (left.message("zh"), left.outcome("zh")) == ("记录中为7，条目中为0", "以记录为准")


def test_another_form_gets_what_it_has_a_place_for() -> None:
    read = result({"requests:results/other:total": "4", "requests:received:total": "9"}, layout=CN_2019)
    drawn = render(read.report, CN_2021, entries=read.entries)
    report = parse_document(drawn).report
    assert (report.requests.received.total, report.requests.results.other.other.total) == (9, None)
    left = {item.path: item for item in misfits(read.report, CN_2021, entries=read.entries)}
    assert left["requests:results/other:total"] == Misfit(
        "requests:results/other:total", Reason.NO_PLACE, "4"
    )
    assert {item.reason for item in left.values()} == {Reason.NO_PLACE}
    # 7 of the row 其他处理; of table 2 all but 处理决定数量, which both forms have for three rows.
    assert len(left) == 7 + 22 - 3


def test_an_amount_without_a_place_is_said_with_its_unit() -> None:
    path = "disclosure:procurement/central_procurement:amount"
    read = result({path: "3.27万元"}, layout=CN_2019)
    entries = [attrs.evolve(entry, raw="3.27") if entry.path == path else entry for entry in read.entries]
    for given in (entries, read.entries):
        left = misfits(read.report, CN_2021, entries=given)
        assert [item.found for item in left if item.path == path] == ["3.27万元"]
    bare = [item for item in misfits(read.report, CN_2021) if item.path.startswith("disclosure:procurement")]
    assert [(item.path, item.found) for item in bare] == [
        ("disclosure:procurement/central_procurement/items", "0"),
        ("disclosure:procurement/central_procurement/amount", "3.27万元"),
    ]


def test_a_strict_form_refuses_and_names_every_path() -> None:
    read = result(
        {"requests:received:natural_person": "详见附表", "requests:carried_in:natural_person": "\ufffd"}
    )
    missing = "requests:carried_out:total"
    entries = [
        attrs.evolve(entry, value=None, state=State.MISSING, raw="", at=None)
        if entry.path == missing
        else entry
        for entry in read.entries
    ]
    carried_out = attrs.evolve(read.report.requests.carried_out, total=None)
    report = attrs.evolve(read.report, requests=attrs.evolve(read.report.requests, carried_out=carried_out))
    with pytest.raises(FormError) as caught:
        render(report, CN_2021, entries=entries, strict=True)
    assert [(item.path, item.reason) for item in caught.value.misfits] == [
        ("requests:received:natural_person", Reason.TEXT),
        ("requests:carried_in:natural_person", Reason.UNREADABLE),
        ("requests:carried_out:total", Reason.MISSING),
    ]
    assert caught.value.layout == "cn-2021"
    assert str(caught.value).startswith(
        "the form cn-2021 cannot hold: requests:received:natural_person (text), "
    )


def test_a_strict_form_takes_a_whole_report_with_blanks_and_slashes() -> None:
    read = result({"requests:received:natural_person": "", "requests:carried_in:natural_person": "/"})
    assert render(read.report, CN_2021, entries=read.entries, strict=True) == render(
        read.report, CN_2021, entries=read.entries
    )


def test_a_count_below_zero_is_refused() -> None:
    total = attrs.evolve(Requests().results.total, total=-5)
    report = Report(requests=Requests(results=Results(total=total)))
    with pytest.raises(FormError) as caught:
        render(report, CN_2021, strict=True)
    (left,) = caught.value.misfits
    assert (left.path, left.reason, left.found) == (
        "requests:results/total:total",
        Reason.NOT_PRINTABLE,
        "-5",
    )
    assert cell_after(render(report, CN_2021), 1, "（七）总计", 7) == "-5"


def test_a_change_below_zero_is_printed_with_its_sign() -> None:
    read = result({"disclosure:licensing/licences:change": "减4"}, layout=CN_2019)
    assert cell_after(render(read.report, CN_2019, entries=read.entries), 0, "行政许可", 2) == "减4"
    assert cell_after(render(read.report, CN_2019, strict=True), 0, "行政许可", 2) == "-4"


def test_prose_of_a_section_that_the_form_does_not_have_is_said() -> None:
    report = Report(sections=(SectionText("annex", "七、附件", "见附表。"),))
    (left,) = misfits(report, CN_2021)
    assert (left.path, left.reason, left.found, left.label) == (
        "section:annex",
        Reason.NO_PLACE,
        "见附表。",
        "七、附件",
    )


def test_numbers_of_a_table_that_the_form_does_not_have_are_said() -> None:
    extra = attrs.evolve(Requests().received, natural_person=3, total=None)
    report = Report(tables={"extra": extra})
    assert misfits(report, CN_2021) == (Misfit("extra:natural_person", Reason.NO_PLACE, "3"),)


def test_a_report_without_organ_and_year_has_the_bare_title() -> None:
    drawn = render(Report(), CN_2021)
    assert drawn.paragraphs[0].text == "政府信息公开工作年度报告"
    report = parse_document(drawn).report
    assert (report.organ, report.year) == (None, None)


@attrs.frozen
class _Line:
    unit: str | None
    number: int | None


@attrs.frozen
class _Figures:
    files: _Line


_FIGURES = Layout(
    "figures",
    "统计表",
    "示例通知",
    tables=(
        Table(
            "figures",
            "统计表",
            record=_Figures,
            stubhead="指标名称",
            stub=tree(H("files", "主动公开文件数")),
            boxhead=tree(H("unit", "计量单位", entry=words()), H("number", "{year}年度")),
        ),
    ),
)


def test_words_are_printed_and_the_year_stands_in_its_heading() -> None:
    report = Report(organ="示例县", year=2015, tables={"figures": _Figures(_Line("条", 12))})
    drawn = render(report, _FIGURES, strict=True)
    assert [cell.text for cell in drawn.grids[0].cells] == [
        "指标名称",
        "计量单位",
        "2015年度",
        "主动公开文件数",
        "条",
        "12",
    ]
    assert "【年份】年度" in [cell.text for cell in blank(_FIGURES).grids[0].cells]


def test_words_come_from_entries_where_there_is_no_record() -> None:
    entries = [
        Entry("figures", "files", "unit", None, None, State.TEXT, " 条 ", None),
        Entry("figures", "files", "number", 12, None, State.NUMBER, "12", None),
    ]
    drawn = render(Report(year=2015), _FIGURES, entries=entries, strict=True)
    assert [cell.text for cell in drawn.grids[0].cells][-2:] == ["条", "12"]
