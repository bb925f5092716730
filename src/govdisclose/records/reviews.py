"""Table 4: reconsiderations and lawsuits (四、政府信息公开行政复议、行政诉讼情况).

Source: 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号, annex, part 四; the same in both.
"""

from __future__ import annotations

from attrs import Factory, frozen

from govdisclose.records.absent import NOT_ASKED, Count

__all__ = ["Cases", "Litigation", "Reviews"]


@frozen
class Cases:
    """Cases by outcome: 结果维持, 结果纠正, 其他结果, 尚未审结, 总计."""

    upheld: Count = NOT_ASKED
    corrected: Count = NOT_ASKED
    other: Count = NOT_ASKED
    pending: Count = NOT_ASKED
    total: Count = NOT_ASKED


@frozen
class Litigation:
    """行政诉讼: brought directly (未经复议直接起诉) or after reconsideration (复议后起诉)."""

    direct: Cases = Factory(Cases)
    after_reconsideration: Cases = Factory(Cases)


@frozen
class Reviews:
    """Table 4: 15 entries."""

    reconsideration: Cases = Factory(Cases)
    litigation: Litigation = Factory(Litigation)
