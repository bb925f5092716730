"""Pages in which nothing of a report stands say where it may stand; pages that keep it as markup are read."""

from __future__ import annotations

import html as entities
import pickle

import pytest

import govdisclose
from form_samples import filled
from govdisclose import NotAReportError, ReportElsewhereError, Result
from govdisclose.document import Pointer
from govdisclose.locate import Locator
from govdisclose.writers import html

TITLE = "示例市档案局2022年政府信息公开工作年度报告"
HEADINGS = ("一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况")


def page(body: str, title: str = "示例市人民政府", head: str = "") -> bytes:
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title>{head}</head>\n'
        f"<body>\n{body}\n</body></html>"
    ).encode()


def titled(body: str, head: str = "") -> bytes:
    return page(f"<h1>{TITLE}</h1>\n{body}", head=head)


def elsewhere(source: bytes) -> ReportElsewhereError:
    with pytest.raises(ReportElsewhereError) as caught:
        govdisclose.parse(source)
    return caught.value


def told(result: Result) -> list[tuple[str, dict[str, str]]]:
    kinds = ("tables-elsewhere", "read-from-markup", "no-table-found", "tables-as-pictures")
    return [(item.kind, dict(item.facts)) for item in result.findings if item.kind in kinds]


def test_a_page_with_a_title_and_an_attachment_names_the_attachment() -> None:
    error = elsewhere(
        titled('<p><a href="/menu">首页</a></p>\n<p>附件：<a href="./P0202/1.doc">年度报告.doc</a></p>')
    )
    assert error.pointers == (
        Pointer("link", "./P0202/1.doc", "年度报告.doc", None, names_file=True, at=Locator(line=6)),
    )
    assert error.remedy == "link"
    assert str(error) == (
        "the report does not stand in this page, which only leads to it; links: “年度报告.doc”（./P0202/1.doc）; "
        "fetch it and read that file"
    )


def test_an_address_is_given_in_full_where_the_page_says_what_it_is_relative_to() -> None:
    head = '<base href="https://www.shili.gov.cn/xxgk/">'
    error = elsewhere(titled('<a href="a/nb.pdf">全文下载</a>', head))
    assert [(item.address, item.target) for item in error.pointers] == [
        ("a/nb.pdf", "https://www.shili.gov.cn/xxgk/a/nb.pdf")
    ]


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        (
            '<iframe src="/pdfjs/web/viewer.html?file=%2Fupload%2F2022nb.pdf#page=1"></iframe>',
            "/upload/2022nb.pdf",
        ),
        ('<embed src="nb.pdf" type="application/pdf">', "nb.pdf"),
        ('<object data="nb.ofd"></object>', "nb.ofd"),
        ('<iframe src="content_12.html" width="800"></iframe>', "content_12.html"),
    ],
)
def test_a_frame_or_viewer_is_named_with_the_document_that_it_shows(markup: str, address: str) -> None:
    error = elsewhere(titled(markup))
    assert [(item.kind, item.address) for item in error.pointers] == [("frame", address)]


def test_a_frame_that_nobody_sees_leads_nowhere() -> None:
    result = govdisclose.parse(titled('<iframe src="count.html" width="0" height="0"></iframe>'))
    assert [kind for kind, _ in told(result)] == ["no-table-found"]


def test_a_download_without_a_name_counts_only_where_no_file_is_named() -> None:
    button = '<a href="download.jsp?id=7">附件下载</a>'
    assert [item.address for item in elsewhere(titled(button)).pointers] == ["download.jsp?id=7"]
    both = titled(button + '<a href="nb.docx">年度报告</a>')
    assert [item.address for item in elsewhere(both).pointers] == ["nb.docx"]


def test_a_page_of_pictures_alone_names_them() -> None:
    error = elsewhere(page('<img src="W1.png" alt="第一页"><img src="W2.png">'))
    assert [(item.kind, item.address, item.words) for item in error.pointers] == [
        ("picture", "W1.png", "第一页"),
        ("picture", "W2.png", ""),
    ]
    assert error.remedy == "picture"
    assert [item.address for item in elsewhere(titled('<p><img src="W1.png"></p>')).pointers] == ["W1.png"]


def test_a_page_that_a_script_would_fill_names_the_scripts() -> None:
    error = elsewhere(page('<div id="app"></div><script src="/static/app.js"></script>'))
    assert [(item.kind, item.address) for item in error.pointers] == [("script", "/static/app.js")]
    assert "a script would fill it in" in str(error)


def test_a_list_of_reports_names_them_and_a_page_of_other_files_is_no_report() -> None:
    listed = page('<p>通知公告</p><a href="a.pdf">示例市档案局2022年年报</a><a href="b.pdf">采购公告</a>')
    assert [item.address for item in elsewhere(listed).pointers] == ["a.pdf"]
    with pytest.raises(NotAReportError):
        govdisclose.parse(page('<p>通知公告</p><a href="b.pdf">采购公告</a>'))


def test_a_report_with_its_prose_is_read_and_told_where_its_tables_may_stand() -> None:
    prose = "\n".join(f"<p>{heading}</p>\n<p>本局依法办理。</p>" for heading in HEADINGS)
    result = govdisclose.parse(titled(f'{prose}\n<p><a href="t.xls">附件：统计表</a></p>'))
    assert told(result) == [("tables-elsewhere", {"pointers": "“附件：统计表”（t.xls）"})]
    assert (result.report.organ, result.read) == ("示例市档案局", 0)


@pytest.mark.parametrize(
    ("title", "told_kind"),
    [(TITLE, "tables-elsewhere"), (TITLE.replace("2022", "2012"), "report-before-forms")],
)
def test_prose_of_a_report_is_read_though_it_has_no_known_heading(title: str, told_kind: str) -> None:
    prose = "本局认真贯彻有关要求，加强组织领导，完善工作制度，全年通过门户网站主动公开各类信息一百二十条，"
    prose += "受理申请三件，均在规定期限内答复，没有发生行政复议。"
    source = page(f'<h1>{title}</h1>\n<p>{prose}</p>\n<a href="nb.doc">附件：统计表</a>')
    result = govdisclose.parse(source)
    assert told_kind in [item.kind for item in result.findings]
    assert result.report.organ == "示例市档案局"


def test_links_change_nothing_of_a_report_that_stands_in_the_page() -> None:
    source = html.write(filled())
    linked = source.replace(b"</body>", '<a href="nb.doc">年度报告下载</a></body>'.encode())
    plain, read = govdisclose.parse(source), govdisclose.parse(linked)
    assert linked != source
    assert (read.entries, [item.kind for item in read.findings]) == (
        plain.entries,
        [item.kind for item in plain.findings],
    )


def _body() -> str:
    text = html.write(filled()).decode()
    return text[text.index("<body") :].partition(">")[2].partition("</body>")[0]


@pytest.mark.parametrize(
    ("before", "after", "holder", "escaped"),
    [
        ('<textarea style="display:none">', "</textarea>", "textarea", True),
        ("<textarea>", "</textarea>", "textarea", False),
        ('<script type="text/html" id="t">', "</script>", "scripted", False),
        ("<template>", "</template>", "template", False),
        ('<iframe srcdoc="', '"></iframe>', "iframe", True),
    ],
)
def test_a_report_that_is_kept_as_markup_is_read_and_told(
    before: str, after: str, holder: str, escaped: bool
) -> None:
    body = _body()
    source = page(before + (entities.escape(body) if escaped else body) + after)
    plain, read = govdisclose.parse(html.write(filled())), govdisclose.parse(source)
    assert [(item.path, item.value, item.state) for item in read.entries] == [
        (item.path, item.value, item.state) for item in plain.entries
    ]
    assert told(read) == [("read-from-markup", {"holder": holder})]
    assert (read.report.organ, read.report.year) == (plain.report.organ, plain.report.year)


def test_two_reports_that_are_kept_as_markup_are_not_chosen_between() -> None:
    other = _body().replace("</table>", "</table><table><tr><td>另一张</td><td>表</td></tr></table>", 1)
    source = page(f"<template>{_body()}</template><template>{other}</template><p>{TITLE}</p>")
    assert [kind for kind, _ in told(govdisclose.parse(source))] == ["no-table-found"]


def test_tables_in_the_strings_of_a_script_are_named() -> None:
    error = elsewhere(
        titled('<div id="c"></div><script>c.innerHTML = "<table><tr><td>规章</td></tr></table>";</script>')
    )
    assert [(item.kind, item.words) for item in error.pointers] == [("script", "<table")]


def test_the_error_goes_between_processes() -> None:
    error = elsewhere(titled('<a href="nb.doc">年度报告</a>'))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (str(again), again.pointers, again.remedy) == (str(error), error.pointers, "link")
