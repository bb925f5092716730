"""A drawn report as files that readers find: web pages and Word files with other markup in them."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import attrs

from form_samples import fill, filled
from govdisclose import Document
from govdisclose.document import Paragraph
from govdisclose.grammar.draw import draw
from govdisclose.layouts import CN_2019
from govdisclose.writers import docx, html, text


def page(**changes: str) -> bytes:
    """The report as a web page, in which each of some words stands otherwise once."""
    written = html.write(filled()).decode()
    for old, new in changes.items():
        assert old in written, old
        written = written.replace(old, new, 1)
    return written.encode()


def with_html(markup: str) -> bytes:
    return html.write(filled()).replace(b"</body>", markup.encode() + b"</body>")


def in_cell(markup: str) -> bytes:
    """The report as a web page, with other markup in the first cell that holds a number."""
    return page(**{"<td>0</td>": f"<td>{markup}</td>"})


def with_docx(markup: str) -> bytes:
    """The report as a Word file with more markup at its end."""
    source, target = BytesIO(docx.WRITER.write(filled())), BytesIO()
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                assert b"<w:sectPr" in content
                content = content.replace(b"<w:sectPr", markup.encode() + b"<w:sectPr", 1)
            new.writestr(name, content)
    return target.getvalue()


def word_table(*rows: str, widths: tuple[int, ...] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl><w:p/>"


def word_cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"


def as_cells(document: Document) -> bytes:
    return text.write(document, shape="cells")


def without_tables(title: str, *pictures: str) -> bytes:
    """The report as a web page without its tables, a picture under the heading of the second section."""
    document = draw(
        CN_2019, fill(), title=[title], prose={"overview": ("做好各项工作。",), "others": ("无。",)}
    )
    blocks = tuple(block for block in document.blocks if isinstance(block, Paragraph))
    page = html.write(attrs.evolve(document, blocks=blocks)).decode()
    shown = "".join(f'<p><img src="{address}"></p>' for address in pictures)
    heading = "二、主动公开政府信息情况"
    start = page.index("<", page.index(heading))
    end = page.index(">", start) + 1
    return (page[:end] + shown + page[end:]).encode()


def linked(source: bytes, address: str) -> bytes:
    """A web page with a link to a file at its end."""
    return source.replace(b"</body>", f'<p><a href="{address}">附件</a></p></body>'.encode())


def as_template(source: bytes) -> bytes:
    """A web page whose content is kept as a template and not shown."""
    return source.replace(b"<body>", b"<body><template>").replace(b"</body>", b"</template></body>")


def zipped(name: str, content: bytes) -> bytes:
    """A ZIP archive of one file."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()
