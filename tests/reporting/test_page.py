"""The page: everything linked, nothing let through, nothing fetched."""

from __future__ import annotations

import re

import lxml.html
from attrs import evolve
from checked_samples import MIXED, item

from govdisclose.document import Document, Grid, Paragraph
from govdisclose.grid import Cell
from govdisclose.reporting import OUTPUTS, Item


def page(*items: Item, language: str = "zh") -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(OUTPUTS["html"].make(items, language).decode())


def test_every_link_has_its_place() -> None:
    found = page(item(), item("乙.docx"))
    ids = found.xpath("//@id")
    targets = [target.removeprefix("#") for target in found.xpath("//a/@href")]
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)
    assert len(targets) > 4


def test_a_broken_sum_is_marked_at_its_cell_and_linked_both_ways() -> None:
    found = page(item())
    (cell,) = found.xpath("//td[@class='hit']")
    (mark,) = cell.xpath("./a")
    (card,) = found.xpath(f"//*[@id='{mark.get('href')[1:]}']")
    assert mark.text == "✗1"
    assert "结果维持+结果纠正+其他结果+尚未审结=2" in card.text_content()
    assert card.xpath(".//a/@href") == [f"#{cell.get('id')}"]
    assert cell.get("id") == "r1t3r4c5"


def test_the_outcome_is_said_by_sign_and_word() -> None:
    found = page(item())
    heads = [head.text_content() for head in found.xpath("//aside/div/h3")]
    assert heads == ["✗ 表内勾稽 警告", "✗ 正文与表格 警告", "✗ 模板残留 警告"]
    assert [head.text_content()[:5].strip() for head in found.xpath("//summary")] == ["? 无法判", "✓ 相符"]


def test_markup_of_a_report_is_text_on_the_page() -> None:
    evil = "<script>alert(1)</script><img src=x onerror=y>"
    real = item()
    assert real.result is not None
    blocks = (Paragraph(evil), Grid((Cell(evil, 0, 0),), 1, 1))
    result = evolve(real.result, document=Document(blocks, "html"))
    found = page(Item(evil, evolve(MIXED, organ=evil), result))
    assert found.xpath("//img") == []
    assert len(found.xpath("//script")) == 1
    assert found.xpath("//article//p/text()") == [evil]


def test_nothing_is_fetched_and_the_script_is_small() -> None:
    content = OUTPUTS["html"].make([item()], "en").decode()
    (script,) = re.findall(r"<script>(.*?)</script>", content, re.DOTALL)
    assert len(script) < 5_000
    assert not re.search(r"https?://|url\(|@import|<link|<img|<iframe", content)
