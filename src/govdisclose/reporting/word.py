"""The Word file that was checked, with a comment at each place that is broken, and nothing else changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from govdisclose.checking import Assessment
from govdisclose.errors import GovdiscloseError
from govdisclose.limits import DEFAULT_LIMITS, Limits
from govdisclose.parsing import parse
from govdisclose.reporting.item import Item
from govdisclose.reporting.messages import message
from govdisclose.result import Result

if TYPE_CHECKING:
    from docx.text.run import Run

    from govdisclose.reporting._docx_places import Places

__all__ = ["AnnotationError", "annotate"]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST = 300
"""Comments in one file; one more says how many are left out."""
_AUTHOR = {"en": ("govdisclose", "gd"), "zh": ("核对", "核")}
_LEFT = {
    "en": "{count} more places do not hold; the page and the workbook have them all",
    "zh": "另有{count}处不符未写批注，网页和问题清单中列出了全部",
}
_CHUNK = 1 << 20
_ODD = (AttributeError, BadZipFile, IndexError, KeyError, OSError, SyntaxError, TypeError, ValueError)
"""What a package that is odd in some way makes the writer raise."""


class AnnotationError(GovdiscloseError):
    """Comments cannot be put into this file. ``why`` says it in both languages; the page (HTML) always works."""

    def __init__(self, en: str, zh: str) -> None:
        self.why: Mapping[str, str] = {"en": en, "zh": zh}
        super().__init__(f"{en}; ask for the page (html) instead")

    def message(self, language: str) -> str:
        """The error in ``"en"`` or ``"zh"``."""
        return f"{self.why['zh']}；请改用网页输出" if language == "zh" else str(self)


def annotate(source: bytes, item: Item, language: str = "zh", *, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The file with its comments. ``source`` is the file that was checked.

    The result reads as the file did: it is read again, and other entries are an ``AnnotationError``, as is a file
    that is no Word document or too odd to be written back. Raises ``LimitError`` for what inflates too far.
    """
    if item.result is None or item.result.document.format != "docx":
        raise AnnotationError("comments are for Word files (.docx) alone", "批注只能写入Word文件（.docx）")
    _check_size(source, limits)
    content = _annotate(item, item.result, source, language)
    if parse(content, limits=limits).entries != item.result.entries:
        raise AnnotationError(
            "the file with comments would read differently", "加上批注后文件的读取结果会改变"
        )
    return content


def _check_size(source: bytes, limits: Limits) -> None:
    """All parts are read to write the file back, not only those that a reader needs: they are counted first."""
    limits.check("bytes", len(source))
    inflated = elements = 0
    try:
        with ZipFile(BytesIO(source)) as archive:
            for entry in archive.infolist():
                with archive.open(entry) as part:
                    is_text = entry.filename.lower().endswith((".xml", ".rels"))
                    while chunk := part.read(_CHUNK):
                        inflated += len(chunk)
                        elements += chunk.count(b"<") if is_text else 0
                        limits.check("inflated", inflated, "the whole package")
                        limits.check("elements", elements // 2, "the whole package")
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise _unwritable(error) from error


def _unwritable(error: Exception) -> AnnotationError:
    return AnnotationError(
        f"the file cannot be written back ({type(error).__name__}: {str(error)[:80]})", "文件无法写回"
    )


def _annotate(item: Item, result: Result, source: bytes, language: str) -> bytes:
    import docx
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError

    from govdisclose.reporting._docx_places import Places

    try:
        package = docx.Document(BytesIO(source))
        places = Places(package.element.body, result.document)
        author, initials = _AUTHOR[language]
        for found in item.checked.broken[:_MOST]:
            runs = _runs(result, found, places)
            if runs:
                package.add_comment(runs, text=_text(item, found, language), author=author, initials=initials)
        left = len(item.checked.broken) - _MOST
        if left > 0 and (runs := places.first()):
            text = _LEFT[language].format(count=left)
            package.add_comment(runs, text=text, author=author, initials=initials)
        target = BytesIO()
        package.save(target)
    except (*_ODD, PythonDocxError, OpcError) as error:
        raise _unwritable(error) from error
    return target.getvalue()


def _runs(result: Result, found: Assessment, places: Places) -> list[Run]:
    """The runs to mark: those of the clause, else those of the cell, else the beginning of the document."""
    if found.section is not None and found.at is not None:
        paragraph = next(
            (item for item in result.document.paragraphs if item.number == found.at.paragraph), None
        )
        runs = places.clause(paragraph, found.said or found.text or "") if paragraph is not None else []
        if runs:
            return runs
    cells = [item.at for item in result.entries if item.at is not None and item.path in found.paths[:1]]
    for at in (found.at, *cells):
        if at is not None:
            runs = places.cell(at) if at.table is not None else places.paragraph(at.paragraph)
            if runs:
                return runs
    return places.first()


def _text(item: Item, found: Assessment, language: str) -> str:
    said = message(found, item.layout, language)
    return _NOT_XML.sub(
        "\ufffd", "\n".join(line for line in (said.title, said.place, said.text, said.remedy) if line)
    )
