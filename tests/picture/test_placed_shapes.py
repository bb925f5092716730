"""Tables that rules do not divide are drawn as they were read."""

from __future__ import annotations

from collections import Counter

from govdisclose import parse_document
from govdisclose.document import Document, Paragraph, Word
from govdisclose.grammar import H, Layout, Table, tree
from govdisclose.picture._drawing import drawing
from govdisclose.picture.shapes import Kind

FORM = Layout(
    "sample",
    "样表",
    "项目自拟",
    tables=(
        Table(
            "files",
            "文件",
            boxhead=tree(H("before", "上年数量"), H("now", "本年数量")),
            stub=tree(H("rules", "规章"), H("norms", "规范性文件")),
        ),
    ),
    sections=(),
    titles=(),
)


def line(number: int, *words: tuple[str, float]) -> Paragraph:
    made = []
    for text, left in words:
        wide = 5.0 if text.isascii() else 10.0
        edges = tuple(left + wide * at for at in range(len(text) + 1))
        box = (left, 20.0 * number, edges[-1], 20.0 * number + 10)
        made.append(Word(text, box, edges, box))
    whole = (made[0].box[0], made[0].box[1], made[-1].box[2], made[0].box[3])
    return Paragraph(" ".join(text for text, _ in words), number, page=1, box=whole, words=tuple(made))


def test_each_heading_and_entry_has_its_box() -> None:
    document = Document(
        (
            line(1, ("上年数量", 100), ("本年数量", 200)),
            line(2, ("规章", 10), ("12", 115), ("3", 217)),
            line(3, ("规范性文件", 10), ("4", 117), ("5", 217)),
        ),
        "pdf",
        ordered=False,
    )
    result = parse_document(document, layouts=[FORM])
    (page,) = drawing(document, result).pages
    assert Counter(shape.kind for shape in page.shapes) == {
        Kind.LINE: 3,
        Kind.COLUMN_HEADING: 2,
        Kind.ROW_HEADING: 2,
        Kind.VALUE: 4,
    }
    values = {shape.words: shape.box for shape in page.shapes if shape.kind is Kind.VALUE}
    assert values["rules", "before"] == (115.0, 40.0, 125.0, 50.0)
    assert values["norms", "now"] == (217.0, 60.0, 222.0, 70.0)
