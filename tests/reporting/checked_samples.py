"""Checked reports for the tests of outputs: one with something of each outcome."""

from __future__ import annotations

from govdisclose.checking import Assessment, Basis, Checked, Example, Outcome, Severity, Waived, Waiver, check
from govdisclose.checking.example import result_of
from govdisclose.reporting import Item
from govdisclose.result import Result

__all__ = ["BROKEN", "CLAUSE", "MIXED", "example", "item", "result"]

CLAUSE = "本机关共收到政府信息公开申请26件"
RECEIVED, CARRIED = "requests:received:total", "requests:carried_in:total"
BROKEN = Assessment(
    "identities",
    Outcome.BROKEN,
    Severity.WARNING,
    "overview",
    "26",
    14,
    26,
    (RECEIVED, CARRIED),
    (Basis("新收", (RECEIVED,), 24), Basis("新收+上年结转", (RECEIVED, CARRIED), 25)),
    None,
    CLAUSE,
)


def example() -> Example:
    entries = {
        "requests:received:natural_person": "24",
        RECEIVED: "24",
        "requests:carried_in:natural_person": "1",
        CARRIED: "1",
        "requests:results/granted:natural_person": "25",
        "requests:results/granted:total": "25",
        "requests:results/total:natural_person": "25",
        "requests:results/total:total": "25",
        "reviews::reconsideration/upheld": "2",
        "reviews::litigation/direct/total": "",
    }
    return Example(
        prose={
            "overview": f"{CLAUSE}，均已答复。",
            "problems": "公开不够及时。",
            "others": "××局无其他事项。",
        },
        entries=entries,
    )


def result() -> Result:
    return result_of(example())


def item(source: str = "甲.docx") -> Item:
    """A real report, checked, with its result."""
    read = result()
    return Item(source, check(read), read)


MIXED = Checked(
    "示例市示例局",
    2023,
    "cn-2021",
    ("identities", "left-over-template", "old-form"),
    (
        BROKEN,
        Assessment("left-over-template", Outcome.HOLDS),
        Assessment("old-form", Outcome.NOT_ASSESSABLE, paths=(RECEIVED,), reason="blank"),
        Assessment("old-form", Outcome.NOT_ASKED),
    ),
    (
        Waived(
            Assessment("old-form", Outcome.BROKEN, Severity.WARNING, value=3, paths=(CARRIED,)),
            Waiver("示例市示例局", 2023, "old-form", CARRIED, "3", "", "核实无误", "张某"),
        ),
    ),
)
