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


# In English and in Chinese: what does not fit, and what is printed where that is no reason to refuse.
_MESSAGES = {
    Reason.TEXT: ("the report has the text {found!r} and no number", "报告中为文字“{found}”，不是数字"),
    Reason.UNREADABLE: (
        "what the report has there could not be read ({found!r})",
        "报告中此处无法读取（“{found}”）",
    ),
    Reason.MISSING: ("the report has no such row or column", "报告中没有此行或此列"),
    Reason.NO_PLACE: ("the form has no place for {found!r}", "本格式没有“{found}”的位置"),
    Reason.UNIT: (
        "the amount is {found} and the form asks for {asked}",
        "金额为{found}，本格式要求以{asked}为单位",
    ),
    Reason.NOT_PRINTABLE: ("{found} is not {asked}", "{found}不是{asked}"),
    Reason.CONTRADICTION: (
        "the record holds {found} and the entry {asked}",
        "记录中为{found}，条目中为{asked}",
    ),
}
_OUTCOMES = {
    Reason.TEXT: ("printed as it was", "按原文印出"),
    Reason.UNREADABLE: ("no number is printed", "不印出任何数字"),
    Reason.MISSING: ("left empty", "留空"),
    Reason.NO_PLACE: ("left out", "未印出"),
    Reason.UNIT: ("printed in its own unit", "按原单位印出"),
    Reason.NOT_PRINTABLE: ("printed, but it reads as text", "已印出，但读取时为文字"),
    Reason.CONTRADICTION: ("the record is printed", "以记录为准"),
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
        """What does not fit, without the path. ``language`` is ``en`` or ``zh``."""
        found = self.found if len(self.found) <= _LONGEST else self.found[: _LONGEST - 1] + "…"
        zh = language == "zh"
        asked = self.asked_zh or self.asked if zh else self.asked
        return _MESSAGES[self.reason][zh].format(found=found, asked=asked)

    def outcome(self, language: str = "en") -> str:
        """What ``render`` prints then, if it is not strict."""
        return _OUTCOMES[self.reason][language == "zh"]

    def __str__(self) -> str:
        return f"{self.path}: {self.message()}"


class FormError(GovdiscloseError):
    """A report that a form cannot hold whole. ``misfits`` has all that does not fit."""

    def __init__(self, layout: str, misfits: Sequence[Misfit]) -> None:
        self.layout = layout
        self.misfits = tuple(misfits)
        paths = ", ".join(f"{item.path} ({item.reason})" for item in self.misfits)
        super().__init__(f"the form {layout} cannot hold: {paths}")
