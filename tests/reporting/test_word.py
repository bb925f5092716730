"""Comments in the office's own Word file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from checked_samples import example, item

from govdisclose.checking import check
from govdisclose.checking.example import result_of
from govdisclose.document import Document
from govdisclose.parsing import parse
from govdisclose.reporting import OUTPUTS, Item
from govdisclose.reporting.outputs import OutputError
from govdisclose.reporting.word import AnnotationError, annotate
from govdisclose.writers.docx import WRITER

COUNTY = Path(__file__).parents[2] / "examples" / "county" / "2024"
REPORTS = Path(__file__).parents[2] / "examples" / "reports"


def written() -> bytes:
    document: Document = result_of(example()).document
    return WRITER.write(document)


def annotated(content: bytes) -> bytes:
    result = parse(content)
    return annotate(content, Item("甲.docx", check(result), result), "zh")


def commented(content: bytes) -> dict[str, str]:
    """What each comment is put at (the text of its cell or of its runs), by the comment's words up to the colon."""
    document = docx.Document(BytesIO(content))
    body = document.element.body
    names = {comment.comment_id: comment.text for comment in document.comments}
    found: dict[str, str] = {}
    for number, text in names.items():
        (start,) = body.xpath(f".//w:commentRangeStart[@w:id='{number}']")
        paragraph = start.getparent()
        inside, texts = False, []
        for child in paragraph.iter():
            if child is start:
                inside = True
            elif child.tag.endswith("}commentRangeEnd"):
                inside = False
            elif inside and child.tag.endswith("}t"):
                texts.append(child.text or "")
        found[text] = "".join(texts)
    return found


def test_a_comment_stands_at_its_cell_and_at_its_words() -> None:
    found = commented(annotated(written()))
    assert {text.partition("\n")[0]: place for text, place in found.items()} == {
        "表内勾稽": "0",
        "正文与表格": "本机关共收到政府信息公开申请26件，均已答复。",
        "模板残留": "××局无其他事项。",
    }
    (sums,) = [text for text in found if text.startswith("表内勾稽")]
    assert sums == (
        "表内勾稽\n四、政府信息公开行政复议、行政… › 行政复议 › 总计\n"
        "总计=0；比较：结果维持+结果纠正+其他结果+尚未审结=2：相差 -2\n请对照台账核对所列单元格，改正有误的一处。"
    )


@pytest.mark.parametrize(
    "path",
    [
        *sorted(COUNTY.rglob("*.docx")),
        *sorted(REPORTS.glob("*.docx")),
    ],
    ids=lambda path: path.stem,
)
def test_the_file_with_comments_is_read_as_before(path: Path) -> None:
    content = path.read_bytes()
    before, after = parse(content), parse(annotated(content))
    assert before.entries == after.entries
    assert [item.text for item in before.document.paragraphs] == [
        item.text for item in after.document.paragraphs
    ]
    assert before.findings == after.findings


def test_a_mistake_in_a_table_cut_by_a_page_is_commented_at_its_own_cells() -> None:
    found = commented(annotated((REPORTS / "natural-resources-2020.docx").read_bytes()))
    assert sorted(found.values()) == ["22", "87"]


def test_another_format_is_refused_with_advice() -> None:
    with pytest.raises(AnnotationError, match="Word files"):
        annotate(b"", item("甲.html"), "zh")
    with pytest.raises(OutputError, match="one Word file at a time, and there are 2"):
        OUTPUTS["docx"].make([item(), item()], "zh")
