"""A whole report with one cell of a Word file changed: its entry is what the page shows, and no other changes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

import govdisclose
from form_samples import filled
from govdisclose.result import Result
from govdisclose.writers import docx

TOUCHED = "disclosure:documents/regulations:newly_disclosed"
ROW = [
    f"disclosure:documents/regulations:{key}" for key in ("newly_made", "newly_disclosed", "total_disclosed")
]
FILLED = {
    "documents/regulations:newly_made": "31",
    "documents/regulations:newly_disclosed": "4711",
    "documents/regulations:total_disclosed": "58",
    "documents/normative_documents:newly_made": "6",
}
SPACES = ' xmlns:x="urn:example:extension"'
STYLES = (
    '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="GoneToo"><w:basedOn w:val="Gone"/></w:style>'
)
CELL = '<w:r><w:t xml:space="preserve">4711</w:t></w:r>'
MARK = '<w:fldChar w:fldCharType="{}"/>'


def report(content: str, *, found: str = CELL) -> Result:
    """The report with the run of one cell, or something else in its file, in other markup."""

    def change(text: str) -> str:
        assert text.count(found) == 1
        return text.replace(found, content)

    return changed_report(change)


def changed_report(change: Callable[[str], str]) -> Result:
    source, target = BytesIO(docx.WRITER.write(filled(disclosure=FILLED))), BytesIO()
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/document.xml":
                body = change(text.decode())
                text = body.replace("<w:document ", f"<w:document{SPACES} ", 1).encode()
            elif name == "word/styles.xml":
                text = text.replace(b"</w:styles>", STYLES.encode() + b"</w:styles>")
            new.writestr(name, text)
    return govdisclose.parse(target.getvalue())


def entries(result: Result) -> dict[str, tuple[object, str]]:
    return {entry.path: (entry.value, entry.state.value) for entry in result.entries}


AS_PRINTED = entries(report(CELL))


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
INLINE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="90000" cy="120000"/>'
    f'<a:graphic xmlns:a="{DRAWN}"><a:graphicData uri="x/picture"><a:blip/></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
ART = (
    '<w:r><w:pict><v:shape style="width:40pt;height:15pt"><v:textpath string="73"/></v:shape></w:pict></w:r>'
)


@pytest.mark.parametrize(
    ("content", "value", "kinds"),
    [
        (run("73", "<w:u w:val='single'/>"), 73, []),
        (run("8", "<w:strike/>") + run("73"), 73, ["text-struck-out"]),
        (run("73") + run("8", '<w:vertAlign w:val="superscript"/>'), 73, ["mark-left-out"]),
        (run("73") + run("8", '<w:rStyle w:val="GoneToo"/>'), 73, ["text-unseen"]),
        (run("73") + run("8", '<w:color w:val="FFFFFF"/>'), 73, ["text-unseen"]),
        (run("7") + '<w:r><w:sym w:font="Symbol" w:char="F033"/></w:r>', 73, []),
        (
            f"<w:r>{MARK.format('begin')}</w:r><w:r><w:instrText> IF </w:instrText></w:r></w:p><w:p>{run('8')}"
            f"<w:r>{MARK.format('separate')}</w:r>{run('73')}<w:r>{MARK.format('end')}</w:r>",
            73,
            [],
        ),
        (
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f'<mc:Choice Requires="x">{run("8")}</mc:Choice><mc:Fallback>{run("73")}</mc:Fallback>'
            "</mc:AlternateContent>",
            73,
            [],
        ),
    ],
)
def test_an_entry_is_what_its_cell_shows(content: str, value: int, kinds: list[str]) -> None:
    result = report(content)
    assert entries(result) == AS_PRINTED | {TOUCHED: (value, "number")}
    assert [(note.kind, note.path, note.severity.value) for note in result.findings] == [
        (kind, TOUCHED, "info") for kind in kinds
    ]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (run("73", "<w:dstrike/>"), "cell-struck-out"),
        (run("8", '<w:vertAlign w:val="superscript"/>') + run("73"), "mark-uncertain"),
        (run("7") + run("8", "<w:strike/>") + run("3"), "number-divided"),
        (run("7") + INLINE, "cell-not-read"),
        (INLINE, "cell-is-picture"),
        (ART, "cell-not-read"),
        (run("7") + '<w:r><w:sym w:font="Wingdings" w:char="F033"/></w:r>', "cell-not-read"),
        (run("7") + '<w:fldSimple w:instr="= 1 + 2"/>', "cell-not-read"),
        (f'<w:bdo w:val="rtl">{run("73")}</w:bdo>', "cell-not-read"),
    ],
)
def test_an_entry_whose_cell_is_not_read_has_no_value_and_is_named(content: str, kind: str) -> None:
    result = report(content)
    assert entries(result) == AS_PRINTED | {TOUCHED: (None, "unreadable")}
    assert (kind, TOUCHED, "warning") in [
        (note.kind, note.path, note.severity.value) for note in result.findings
    ]
    assert {note.path for note in result.findings} == {TOUCHED}


def test_an_entry_that_is_hidden_is_blank_and_is_named() -> None:
    result = report(run("73", '<w:rStyle w:val="Gone"/>'))
    assert entries(result) == AS_PRINTED | {TOUCHED: (None, "blank")}
    assert [(note.kind, note.path) for note in result.findings] == [("cell-unseen", TOUCHED)]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def test_a_deleted_cell_moves_no_number() -> None:
    more = f"{CELL}</w:p></w:tc>{cell('8', '<w:cellDel/>')}"
    result = report(more, found=f"{CELL}</w:p></w:tc>")
    assert entries(result) == AS_PRINTED
    assert result.findings == ()


def test_a_row_that_a_deleted_cell_leaves_too_short_has_no_numbers() -> None:
    def change(text: str) -> str:
        properties, rest = text[: text.index(CELL)].rpartition("</w:tcPr>")[::2]
        return f"{properties}<w:cellDel/></w:tcPr>{rest}{text[text.index(CELL) :]}"

    result = changed_report(change)
    assert entries(result) == AS_PRINTED | dict.fromkeys(ROW, (None, "unreadable"))
    assert [(note.kind, note.path) for note in result.findings] == [
        ("cell-not-read", "disclosure:documents/regulations"),
        ("row-too-short", "disclosure:documents/regulations"),
    ]


@pytest.mark.parametrize(
    "mark", ["<w:vertAlign w:val='superscript'/>", "<w:position w:val='8'/><w:sz w:val='12'/>"]
)
def test_a_raised_mark_on_a_label_costs_no_row(mark: str) -> None:
    label = '<w:r><w:t xml:space="preserve">规章</w:t></w:r>'
    result = report(run("规章") + run("1", mark), found=label)
    assert entries(result) == AS_PRINTED
    assert [(note.kind, note.severity.value) for note in result.findings] == [("mark-left-out", "info")]
    assert [note.path for note in result.findings] == ["disclosure:documents/regulations"]


def test_a_struck_label_is_no_label() -> None:
    label = '<w:r><w:t xml:space="preserve">规章</w:t></w:r>'
    result = report(run("规章", "<w:strike/>"), found=label)
    assert {path: entries(result)[path][0] for path in ROW} == dict.fromkeys(ROW)
    assert {path: found for path, found in entries(result).items() if path not in ROW} == {
        path: found for path, found in AS_PRINTED.items() if path not in ROW
    }
    assert "error" in {note.severity.value for note in result.findings}
