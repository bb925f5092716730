"""What a form cannot hold, as facts."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen

from govdisclose.errors import GovdiscloseError

__all__ = ["FormError", "Misfit", "Reason"]

_LONGEST = 40


class Reason(StrEnum):
    """Why something of a report does not fit into a form.

    ``text``, ``unreadable``, ``missing``: no number was read where the form asks for one, and it was not blank or
    ``/`` either. ``no_place``: the form does not ask for it. ``unit``: the form's heading gives another unit, or
    gives one where the report gave none. ``not_printable``: a number that the form has no way to print, such as a
    count below zero. ``contradiction``: the record and the entry hold different numbers.
    """

    TEXT = "text"
    UNREADABLE = "unreadable"
    MISSING = "missing"
    NO_PLACE = "no_place"
    UNIT = "unit"
    NOT_PRINTABLE = "not_printable"
    CONTRADICTION = "contradiction"


# In English and in Chinese: the refusal, and what is printed instead where nothing is refused.
_MESSAGES = {
    Reason.TEXT: (
        "the report has the text {found!r} and no number; it is printed as it was",
        "报告中为文字“{found}”而非数字；按原文印出",
    ),
    Reason.UNREADABLE: (
        "what the report has there could not be read ({found!r}); nothing that reads as a number is printed",
        "报告中此处无法读取（“{found}”）；不印出任何数字",
    ),
    Reason.MISSING: (
        "the report has no such row or column; the cell is left empty",
        "报告中没有此行或此列；单元格留空",
    ),
    Reason.NO_PLACE: ("the form does not ask for it; {found!r} is left out", "本格式无此项；“{found}”未印出"),
    Reason.UNIT: (
        "the amount is {found}, and the form asks for {asked}; it is printed in its own unit",
        "金额为{found}，本格式要求{asked}；按原单位印出",
    ),
    Reason.NOT_PRINTABLE: (
        "{found} is no {asked}; it is printed, and reads as text",
        "{found}不是{asked}；已印出，读取时为文字",
    ),
    Reason.CONTRADICTION: (
        "the record holds {found} and the entry {asked}; the record is printed",
        "记录中为{found}，条目中为{asked}；印出记录中的值",
    ),
}


@frozen
class Misfit:
    """One thing that does not fit.

    ``path`` is that of the entry (``requests:received:total``), of the field of the record where no entry is known
    (``requests:results/other/total``), or of the section (``section:overview``). ``found`` is what the report
    has, ``asked`` what the form would, where that can be said (``asked_zh`` in Chinese); ``label`` the official
    labels along the path, if the form has it.
    """

    path: str
    reason: Reason
    found: str = ""
    asked: str = ""
    asked_zh: str = ""
    label: str = ""

    def message(self, language: str = "en") -> str:
        """What does not fit and what is done about it, without the path. ``language`` is ``en`` or ``zh``."""
        found = self.found if len(self.found) <= _LONGEST else self.found[: _LONGEST - 1] + "…"
        zh = language == "zh"
        asked = self.asked_zh or self.asked if zh else self.asked
        return _MESSAGES[self.reason][zh].format(found=found, asked=asked)

    def __str__(self) -> str:
        return f"{self.path}: {self.message()}"


class FormError(GovdiscloseError):
    """A report that a form cannot hold whole. ``misfits`` has all that does not fit."""

    def __init__(self, layout: str, misfits: Sequence[Misfit]) -> None:
        self.layout = layout
        self.misfits = tuple(misfits)
        paths = ", ".join(f"{item.path} ({item.reason})" for item in self.misfits)
        super().__init__(f"the form {layout} cannot hold: {paths}")
