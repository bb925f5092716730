"""The built-in layouts and readers pass the same kit as those of others, through the same door."""

from __future__ import annotations

from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.readers.docx import READER as DOCX
from govdisclose.readers.html import READER as HTML
from govdisclose.readers.odt import READER as ODT
from govdisclose.readers.text import READER as TEXT
from govdisclose.testing.conformance import layout_tests, reader_tests
from govdisclose.writers.docx import WRITER as DOCX_WRITER
from govdisclose.writers.html import WRITER as HTML_WRITER
from govdisclose.writers.odt import WRITER as ODT_WRITER
from govdisclose.writers.odt import write_flat
from govdisclose.writers.text import WRITER as TEXT_WRITER

test_the_form_of_2019 = layout_tests(CN_2019)
test_the_form_of_2021 = layout_tests(
    CN_2021,
    base=CN_2019,
    edits=[
        "dropped disclosure:procurement: 第二十条第（九）项",
        "relabelled disclosure:documents: 规章和规范性文件 -> 规章和行政规范性文件",
        "dropped disclosure:documents:newly_made: 本年新制作数量",
        "dropped disclosure:documents:newly_disclosed: 本年新公开数量",
        "dropped disclosure:documents:total_disclosed: 对外公开总数量",
        "added disclosure:documents:issued: 本年制发件数",
        "added disclosure:documents:repealed: 本年废止件数",
        "added disclosure:documents:in_force: 现行有效件数",
        "relabelled disclosure:documents/normative_documents: 规范性文件 -> 行政规范性文件",
        "alias-added disclosure:documents/normative_documents: 规范性文件",
        "relabelled disclosure:licensing: 行政许可和其他对外管理服务 -> 行政许可",
        "dropped disclosure:licensing:previous_items: 上一年项目数量",
        "dropped disclosure:licensing:change: 本年增/减",
        "relabelled disclosure:licensing:decisions: 处理决定数量 -> 本年处理决定数量",
        "dropped disclosure:licensing/other_services: 其他对外管理服务事项",
        "dropped disclosure:enforcement:previous_items: 上一年项目数量",
        "dropped disclosure:enforcement:change: 本年增/减",
        "relabelled disclosure:enforcement:decisions: 处理决定数量 -> 本年处理决定数量",
        "dropped disclosure:fees:previous_items: 上一年项目数量",
        "dropped disclosure:fees:change: 本年增/减",
        "added disclosure:fees:amount: 本年收费金额（单位：万元）",
        "added requests:results/other/overdue_correction: "
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "added requests:results/other/overdue_fee: "
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "added requests:results/other/other: 3.其他",
    ],
)

test_the_reader_of_docx = reader_tests(DOCX, DOCX_WRITER.write)
test_the_reader_of_odt = reader_tests(ODT, ODT_WRITER.write)
test_the_reader_of_flat_odt = reader_tests(ODT, write_flat)
test_the_reader_of_html = reader_tests(HTML, HTML_WRITER.write)
test_the_reader_of_text = reader_tests(TEXT, TEXT_WRITER.write, spans=False)
