"""What is said of a document in which the form's tables are not there, or not filled in.

Where no table of any form stands, no form fits, and it would be false that several fit equally well. Three kinds are
told apart, since a reader does something else for each: a report of a year before the forms is no fault of anybody's,
pictures can be read by eye or by text recognition, and for the rest the document is to be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from govdisclose.document import Document, Picture
from govdisclose.elsewhere import elsewhere, named
from govdisclose.findings import Finding, finding
from govdisclose.front import FoundSections, Front
from govdisclose.grammar.entry import State
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.match import Matched
from govdisclose.grammar.select import Fit
from govdisclose.pointer import Pointer
from govdisclose.text import is_blank

__all__ = ["is_not_filled_in", "raise_if_elsewhere", "tell_absence"]

FIRST_YEAR = 2019
"""The first year on which organs reported in the national forms (国办公开办函〔2019〕60号)."""

_SHOWN = 5
_PROSE = 60  # characters of a paragraph that is no line of a menu, a date or an address
_REPORT = re.compile(
    r"(?:信息公开|政务公开).{0,12}(?:年度报告|年报)|20[0-3]\d年?(?:度)?(?:工作)?(?:年度报告|年报)"
)
_SAYS_PICTURES = re.compile(r"图片版|圖片版|扫描版|扫描件|图片形式")
# Names by which pages call what belongs to every page of a site.
_SIGN = re.compile(
    r"logo|icon|banner|qr_?code|erweima|ewm|beian|gongan|jiucuo|weixin|wechat|weibo|share|print|\.(?:gif|svg|ico)(?:\?|$)",
    re.IGNORECASE,
)


def tell_absence(
    document: Document, tried: Sequence[Layout], front: Front, sections: FoundSections
) -> Finding:
    """The finding on a report in which no table of the layouts stands.

    The year says only why there is none; it never chooses a form.
    """
    layouts = " and ".join(sorted(layout.id for layout in tried))
    if front.year is not None and front.year < FIRST_YEAR:
        return finding("report-before-forms", year=front.year, first=FIRST_YEAR, layouts=layouts)
    pictures = _instead(document.pictures, tried[0], sections)
    if pictures:
        names = [item.address or item.alt or "?" for item in pictures]
        more = [f"… ({len(names)})"] if len(names) > _SHOWN else []
        return finding("tables-as-pictures", pictures[0].at, pictures="、".join([*names[:_SHOWN], *more]))
    if front.title is not None and (words := _SAYS_PICTURES.search(front.title)) is not None:
        return finding("tables-as-pictures", pictures=words[0])
    if pointers := [item for item in document.pointers if item.names_file or item.kind == "script"]:
        return finding("tables-elsewhere", pointers[0].at, pointers=named(pointers))
    return finding(
        "no-table-found", layouts=layouts, grids=len(document.grids), paragraphs=len(document.paragraphs)
    )


def raise_if_elsewhere(document: Document, layout: Layout, front: Front) -> None:
    """Raise ``ReportElsewhereError`` for a page without tables and sections that leads to its report.

    A page that names no report itself leads to one where a link to a file does, or where the page's own title does. One
    that holds prose of a report is read, whatever headings it has.
    """
    if front.title is not None and any(_is_prose(item.text) for item in document.paragraphs):
        return
    titled = front.title is not None or _names_report(document.title or "", layout)
    pointers = [
        item
        for item in document.pointers
        if titled or (item.names_file and _names_report(f"{item.words} {unquote(item.address)}", layout))
    ]
    if titled:
        pictures = [item for item in document.pictures if item.address and not _SIGN.search(item.address)]
        pointers += [Pointer("picture", item.address, item.alt, at=item.at) for item in pictures]
    if files := [item for item in pointers if item.names_file]:
        pointers = files  # what else the page has links to does not matter beside them
    if pointers:
        raise elsewhere("the report does not stand in this page, which only leads to it", pointers)


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE and "。" in text


def _names_report(text: str, layout: Layout) -> bool:
    words = re.sub(r"\s+", "", text)
    return _REPORT.search(words) is not None or any(title in words for title in layout.titles)


def _instead(pictures: Sequence[Picture], layout: Layout, sections: FoundSections) -> tuple[Picture, ...]:
    """The pictures where the tables belong: under the headings of their sections, as far as places are known.

    Without those headings the pictures may hold them too; then all count but the signs of the site.
    """
    tables = {table.key for table in layout.tables}
    keys = [item.key for item in sections.found]
    own = [place for place, key in enumerate(keys) if key in tables]
    content = tuple(item for item in pictures if not _SIGN.search(item.address))
    if not own:
        return content if not keys else ()
    begin = sections.found[own[0]].at.line
    after = sections.found[own[-1] + 1].at.line if own[-1] + 1 < len(keys) else None
    return tuple(
        item
        for item in content
        if (line := item.at.line) is None
        or begin is None
        or (line >= begin and (after is None or line <= after))
    )


def is_not_filled_in(best: Fit, matched: Sequence[Matched], front: Front) -> bool:
    """Whether a form stands in the document in which nothing is filled in, under no title that names an organ.

    So stands the form in the notice that prescribes it, in a guide or as a template. An organ's own blank report has
    its title, and its cells are blank.
    """
    if front.title is not None and front.organ is not None:
        return False
    entries = [entry for item in matched for entry in item.entries]
    states = {entry.state for entry in entries}
    if states & {State.NUMBER, State.TEXT, State.NOT_APPLICABLE} or any(
        not is_blank(entry.raw or "") for entry in entries
    ):
        return False
    runs = [run for copies in best.found.copies.values() for copy in copies for run in copy]
    return bool(runs) and not any(
        _is_figure(cell.text) for run in runs for row in run.rows for cell in run.grid.row(row)
    )


def _is_figure(text: str) -> bool:
    """Whether a cell holds a number that could not be placed."""
    stripped = text.strip()
    return (
        len(stripped) <= 20
        and any(char.isdigit() for char in stripped)
        and not re.search(r"[\u4e00-\u9fff]", stripped)
    )
