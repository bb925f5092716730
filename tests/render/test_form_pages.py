"""The blank form on paper, as LibreOffice sets it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from govdisclose.grammar.layout import Layout
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.records import Report, SectionText
from govdisclose.render import blank, render
from govdisclose.writers.docx import WRITER
from govdisclose.writers.html import write as write_html

_OFFICE = shutil.which("soffice")
_PDF_TEXT, _PDF_INFO = shutil.which("pdftotext"), shutil.which("pdfinfo")
_NEEDED = pytest.mark.skipif(
    not (_OFFICE and _PDF_TEXT and _PDF_INFO), reason="LibreOffice and poppler are not installed"
)


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=180)  # noqa: S603
    return done.stdout


def _pdf(folder: Path, layout: Layout, *, prose: int = 0) -> Path:
    """The form as a PDF, with so many lines of prose before its first table."""
    document = blank(layout, organ="示例市财政局", year=2026)
    if prose:
        text = "\n".join(["本局照章办理政府信息公开各项工作。"] * prose)
        document = render(
            Report(
                organ="示例市财政局", year=2026, sections=(SectionText("overview", "一、总体情况", text),)
            ),
            layout,
        )
    path = folder / "form.docx"
    path.write_bytes(WRITER.write(document))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run(_OFFICE or "", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path))
    return folder / "form.pdf"


def _pages(pdf: Path) -> list[str]:
    """The text of each page, without white space."""
    text = _run(_PDF_TEXT or "", "-layout", str(pdf), "-")
    return ["".join(page.split()) for page in text.split("\f")[:-1]]


@_NEEDED
@pytest.mark.parametrize("layout", [CN_2019, CN_2021], ids=lambda layout: str(layout.id))
def test_the_blank_form_prints_on_three_pages_of_a4(tmp_path: Path, layout: Layout) -> None:
    pdf = _pdf(tmp_path, layout)
    assert "(A4)" in _run(_PDF_INFO or "", str(pdf))
    pages = _pages(pdf)
    assert len(pages) == 3
    assert "示例市财政局2026年政府信息公开工作年度报告" in pages[0]


@_NEEDED
@pytest.mark.parametrize("prose", [0, 8, 14, 30])
def test_the_table_of_requests_stands_whole_on_one_page_with_its_heading(tmp_path: Path, prose: int) -> None:
    (page,) = (page for page in _pages(_pdf(tmp_path, CN_2021, prose=prose)) if "申请人情况" in page)
    assert "三、收到和处理政府信息公开申请情况" in page
    for words in ("一、本年新收", "属于国家秘密", "（七）总计", "四、结转下年度继续办理"):
        assert words in page


@_NEEDED
def test_no_table_is_cut_whatever_stands_before_it(tmp_path: Path) -> None:
    pages = _pages(_pdf(tmp_path, CN_2019, prose=12))
    for first, last in (("第二十条第（一）项", "政府集中采购"), ("行政复议行政诉讼", "尚未")):
        (page,) = (page for page in pages if first in page)
        assert last in page


def test_the_web_page_prints_on_a4_with_its_tables_whole() -> None:
    page = write_html(blank(CN_2021)).decode()
    assert "@page { size: A4;" in page
    assert "break-inside: avoid" in page
    assert '<col style="width: 32.00%">' in page
