"""For every kind of finding that no page of a PDF is needed for: a document that makes it, and what comes with it."""

from __future__ import annotations

from collections.abc import Callable

from document_samples import (
    after,
    as_ragged,
    cut_label,
    cut_row,
    emptied,
    in_requests,
    in_two,
    only_tables,
    run_together,
    swap,
    table,
    titled,
    twice,
    unread_copy,
    without_paragraph,
)
from file_samples import (
    as_cells,
    as_template,
    in_cell,
    linked,
    page,
    with_docx,
    with_html,
    without_tables,
    word_cell,
    word_table,
    zipped,
)
from form_samples import TITLE, edit, fill, filled, only, relabel, replace_grids, retext
from govdisclose import Document
from govdisclose.document import Paragraph
from govdisclose.grammar.draw import draw
from govdisclose.grid import Cell
from govdisclose.layouts import CN_2019
from govdisclose.writers import html, text
from grid_samples import (
    at,
    beyond,
    doubled,
    in_row,
    loose_spanner,
    moved_left,
    shifted,
    straddling,
    traditional,
    two_columns,
    two_under_one,
    unmerged,
    upright,
    with_column,
    with_many,
    with_row,
    without_columns,
    without_row,
)

Made = Document | bytes


DOCUMENTS: dict[str, tuple[Callable[[], Made], set[str]]] = {
    # --- the file
    "encoding-mismatch": (lambda: page(**{'charset="utf-8"': 'charset="gb2312"'}), set()),
    "characters-undecodable": (
        lambda: html.write(filled()).replace("做好".encode(), b"\xff\xfe\xff"),
        set(),
    ),
    "span-clamped": (lambda: with_html("<table><tr><td>甲<td>乙<tr><td colspan=9999>丙</table>"), set()),
    "read-from-member": (lambda: zipped("年报.html", html.write(filled())), set()),
    "read-from-markup": (lambda: as_template(html.write(filled())), set()),
    # --- what is seen of a cell
    "cell-is-picture": (lambda: in_cell('<img src="0.png">'), set()),
    "cell-not-read": (lambda: in_cell('1<img src="0.png">'), set()),
    "cell-struck-out": (lambda: in_cell("<s>0</s>"), set()),
    "cell-unseen": (lambda: in_cell('<b style="visibility: hidden">5</b>'), set()),
    "mark-left-out": (lambda: in_cell("0<sup>1</sup>"), set()),
    "mark-uncertain": (lambda: in_cell("<sup>1</sup>0"), set()),
    "number-divided": (lambda: in_cell("1<s>5</s>0"), {"text-struck-out"}),
    "text-struck-out": (lambda: in_cell("<s>5</s>0"), set()),
    "text-unseen": (lambda: in_cell('0<b style="color: white">5</b>'), set()),
    "cells-overlap": (
        lambda: with_html("<table><tr><td>甲<td rowspan=2>乙<tr><td colspan=2>丙<td>丁</table>"),
        set(),
    ),
    "merge-without-start": (
        lambda: with_docx(
            word_table(word_cell("甲", "<w:vMerge/>") + word_cell("乙"), word_cell("丙") + word_cell("丁"))
        ),
        set(),
    ),
    "edges-snapped": (
        lambda: with_docx(
            word_table(
                word_cell("甲") + word_cell("乙", '<w:gridSpan w:val="2"/>'),
                word_cell("丙", '<w:gridSpan w:val="2"/>') + word_cell("丁"),
                widths=(2000, 1, 2000),
            )
        ),
        set(),
    ),
    "markup-nested-too-deep": (
        lambda: with_html("<font><b>" * 400 + "正文" + "</b></font>" * 400),
        set(),
    ),
    # --- which form
    "layout-undecided": (lambda: only_tables(3), {"table-not-found"}),
    # --- no form at all
    "report-before-forms": (
        lambda: without_tables("示例市数据局2016年政府信息公开工作年度报告"),
        {"table-not-found"},
    ),
    "tables-as-pictures": (
        lambda: without_tables("示例市数据局2019年政府信息公开工作年度报告", "b1.png"),
        {"table-not-found"},
    ),
    "tables-elsewhere": (
        lambda: linked(without_tables("示例市数据局2019年政府信息公开工作年度报告"), "fujian.xls"),
        {"table-not-found"},
    ),
    "no-table-found": (only_tables, {"table-not-found"}),
    "form-not-filled-in": (
        lambda: draw(
            CN_2019,
            fill(text=""),
            title=["2019年政府信息公开工作年度报告"],
            prose={"overview": ("做好工作。",), "others": ("无。",)},
        ),
        {"organ-not-found"},
    ),
    # --- finding tables
    "table-not-found": (lambda: only_tables(1, 2), set()),
    "table-run-together": (lambda: run_together(table(3)), {"table-not-found"}),
    "table-joined": (lambda: in_two(12), set()),
    "table-upright": (lambda: edit(filled(), 3, upright), set()),
    "table-repeated": (lambda: twice(table(2)), set()),
    "table-in-many-places": (
        lambda: replace_grids(
            filled(), 2, [block for _ in range(51) for block in (Paragraph("又"), table(2))]
        ),
        set(),
    ),
    "table-conflict": (lambda: twice(retext(table(2), {(7, 3): "1"})), set()),
    "table-copy-unread": (lambda: replace_grids(filled(), 3, [table(3), *unread_copy()]), set()),
    "table-from-text": (lambda: as_cells(filled()), set()),
    "table-from-lines": (lambda: text.write(filled(), shape="lines"), set()),
    # --- headings
    "label-by-alias": (lambda: in_requests(at(1, 9, "合计")), set()),
    "label-with-note": (lambda: in_requests(at(1, 9, "总计①")), set()),
    "label-traditional": (lambda: edit(filled(), 3, lambda found: traditional(found)), set()),
    "band-title-missing": (lambda: edit(filled(), 1, at(4, 0, "")), set()),
    "label-joined": (cut_label, {"table-joined", "heading-inherited"}),
    "heading-skipped": (lambda: in_requests(at(1, 4, "")), set()),
    "heading-inherited": (lambda: in_requests(unmerged), set()),
    "heading-repeated": (lambda: in_two(12, headings=True), set()),
    "span-repaired": (lambda: in_requests(loose_spanner), set()),
    "headings-displaced": (lambda: in_requests(moved_left), set()),
    "heading-straddles": (lambda: edit(filled(), 3, straddling), set()),
    "edges-differ": (lambda: edit(filled(), 1, shifted), set()),
    "columns-repeat-heading": (lambda: edit(filled(), 1, doubled), set()),
    "boxhead-undecided": (
        lambda: as_ragged(swap),
        {"table-from-text", "column-missing"},
    ),
    "boxhead-missing": (
        lambda: in_requests(lambda found: only(found, range(3, found.rows))),
        {"column-missing"},
    ),
    "row-missing": (lambda: in_requests(without_row(7)), set()),
    "column-missing": (lambda: edit(filled(), 3, without_columns(0, 1)), set()),
    "row-not-matched": (
        lambda: in_requests(
            with_row(
                25, Cell("（八）不存在的行", 25, 1, 1, 2), *(Cell("0", 25, column) for column in range(3, 10))
            )
        ),
        set(),
    ),
    "column-not-matched": (lambda: in_requests(with_column({0: "不存在的列"})), set()),
    "column-without-heading": (lambda: in_requests(with_column({9: "5"})), set()),
    "row-without-heading": (
        lambda: in_requests(
            with_row(26, Cell("", 26, 0, 1, 3), *(Cell("5", 26, column) for column in range(3, 10)))
        ),
        set(),
    ),
    "row-repeated": (
        lambda: in_requests(
            with_row(
                4,
                Cell("一、本年新收政府信息公开申请数量", 4, 0, 1, 3),
                *(Cell("5", 4, column) for column in range(3, 10)),
            )
        ),
        set(),
    ),
    "column-repeated": (lambda: edit(filled(), 3, at(2, 7, "结果维持")), {"column-missing"}),
    "row-with-values-not-asked": (
        lambda: in_requests(
            with_row(
                5, Cell("三、本年度办理结果", 5, 0, 1, 3), *(Cell("5", 5, column) for column in range(3, 10))
            )
        ),
        set(),
    ),
    "text-passed-over": (
        lambda: in_requests(with_row(4, Cell("- 4 -", 4, 0, 1, 10))),
        set(),
    ),
    # --- cells
    "row-cut": (cut_row, {"table-joined", "row-without-heading"}),
    "row-empty": (lambda: text.write(emptied("received"), shape="lines"), {"table-from-lines"}),
    "row-too-short": (
        lambda: in_requests(in_row(7, *(Cell("0", 7, column) for column in range(3, 9)))),
        set(),
    ),
    "row-too-long": (lambda: as_ragged(lambda rows: rows[3].append("5")), {"table-from-text"}),
    "row-displaced": (
        lambda: in_requests(beyond(7)),
        set(),
    ),
    "cell-spans-headings": (
        lambda: in_requests(
            in_row(7, Cell("0", 7, 3, 1, 2), *(Cell("0", 7, column) for column in range(5, 10)))
        ),
        set(),
    ),
    "cells-under-one-heading": (lambda: edit(filled(), 1, two_under_one), set()),
    "columns-under-one-heading": (
        lambda: edit(filled(), 1, two_columns),
        {"row-without-heading"},
    ),
    "number-beside-blank": (
        lambda: in_requests(lambda found: with_column({7: "5"})(at(7, 9, "")(found))),
        {"column-without-heading"},
    ),
    "cell-not-a-count": (lambda: in_requests(at(7, 3, "详见附表")), set()),
    "cell-not-a-change": (lambda: filled(disclosure={"licensing/licences:change": "有所增加"}), set()),
    "cell-not-an-amount": (
        lambda: filled(disclosure={"procurement/central_procurement:amount": "三万元"}),
        set(),
    ),
    "change-in-words": (lambda: filled(disclosure={"licensing/licences:change": "减4"}), set()),
    "unit-unknown": (
        lambda: filled(disclosure={"procurement/central_procurement:amount": "3.27"}),
        set(),
    ),
    "unit-contradicted": (
        lambda: relabel(
            filled(disclosure={"procurement/central_procurement:amount": "225940元"}),
            采购总金额="采购总金额（万元）",
        ),
        set(),
    ),
    # --- what must add up
    "total-broken": (
        lambda: filled(
            reviews={
                ":reconsideration/upheld": "3",
                ":reconsideration/corrected": "4",
                ":reconsideration/total": "9",
            }
        ),
        set(),
    ),
    "balance-broken": (
        lambda: filled(
            requests={
                "received:natural_person": "2",
                "received:total": "2",
                "carried_in:natural_person": "1",
                "carried_in:total": "1",
            }
        ),
        set(),
    ),
    "part-exceeds-whole": (
        lambda: filled(
            requests={
                "received:natural_person": "1",
                "received:total": "1",
                "results/granted:natural_person": "1",
                "results/granted:total": "1",
                "results/total:natural_person": "1",
                "results/total:total": "1",
                "carried_out:natural_person": "3",
                "carried_out:total": "3",
                "carried_in:natural_person": "3",
                "carried_in:total": "3",
            }
        ),
        set(),
    ),
    "one-cell-explains": (
        lambda: filled(
            requests={
                "received:natural_person": "2",
                "received:total": "2",
                "results/granted:natural_person": "7",
                "results/granted:total": "2",
                "results/total:natural_person": "2",
                "results/total:total": "2",
            }
        ),
        {"total-broken"},
    ),
    # --- more than are listed
    "more-errors": (
        lambda: edit(
            filled(), 2, with_many(lambda row: (Cell("（八）不存在的行", row, 1, 1, 2), Cell("0", row, 3)))
        ),
        {"row-not-matched"},
    ),
    "more-warnings": (
        lambda: with_html(f"<table><tr><td>甲<td>乙{'<tr><td colspan=9999>丙' * 201}</table>"),
        {"span-clamped"},
    ),
    "more-infos": (
        lambda: edit(filled(), 2, with_many(lambda row: (Cell(f"- {row} -", row, 0, 1, 10),))),
        {"text-passed-over"},
    ),
    # --- sections, title
    "section-not-found": (lambda: without_paragraph("五、存在的主要问题及改进情况"), set()),
    "section-repeated": (
        lambda: after(
            "六、其他需要报告的事项",
            Paragraph("又。"),
            Paragraph("六、其他需要报告的事项"),
            Paragraph("无。"),
        ),
        set(),
    ),
    "title-not-found": (
        lambda: titled(overview="2019年，本机关按要求做好各项工作。"),
        {"organ-not-found", "year-from-text"},
    ),
    "titles-differ": (
        lambda: titled(
            "示例市数据局2018年政府信息公开工作年度报告",
            "公开年报",
            "示例市数据局2019年政府信息公开工作年度报告",
        ),
        set(),
    ),
    "title-undecided": (
        lambda: titled(*(f"示例市数据局{year}年政府信息公开工作年度报告" for year in (2019, 2020, 2021))),
        {"organ-from-line", "year-not-found"},
    ),
    "organ-unclear": (lambda: titled("机构职能甲乙 丙丁2019年政府信息公开工作年度报告"), set()),
    "organ-not-found": (lambda: titled("2019年政府信息公开工作年度报告"), set()),
    "organ-from-line": (lambda: titled("示例市数据局", "2019年政府信息公开工作年度报告"), set()),
    "organ-undecided": (
        lambda: titled("示例市数据局", "2019年政府信息公开工作年度报告", "示例市教育局"),
        set(),
    ),
    "year-not-found": (lambda: titled("示例市数据局政府信息公开工作年度报告"), set()),
    "year-undecided": (
        lambda: titled(
            "示例市数据局政府信息公开工作年度报告",
            "现将2018年度政府信息公开工作情况报告如下：",
            "统计期限自2019年1月1日起至2019年12月31日止。",
        ),
        set(),
    ),
    "year-from-text": (
        lambda: titled("示例市数据局政府信息公开工作年度报告", overview="2019年，本机关按要求做好各项工作。"),
        set(),
    ),
    "year-contradicted": (
        lambda: titled(*TITLE, "本报告所列数据的统计期限自2020年1月1日起至2020年12月31日止。"),
        set(),
    ),
    "period-unreadable": (
        lambda: titled(*TITLE, "本报告所列数据的统计期限自20191月1日起至12月31日止。"),
        set(),
    ),
}
