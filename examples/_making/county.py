"""A county and its departments in two years, for checks: figures that add up, and faults that are named here.

Sown in 2024: the health commission carries in 6 where it carried out 4; the prose of the transport bureau says 11
received, its table 8; the agriculture bureau reports on the form of 2019 and left （单位名称） in its text; the civil
affairs bureau has no report; the county received too few by 9 from natural persons.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from govdisclose.grammar import Layout
from govdisclose.grammar.draw import draw
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.testing.numbers import completed
from govdisclose.writers.docx import WRITER

__all__ = ["COUNTY"]

NAMES = MappingProxyType(
    {
        "office": "示例县人民政府办公室",
        "education": "示例县教育局",
        "finance": "示例县财政局",
        "health": "示例县卫生健康局",
        "transport": "示例县交通运输局",
        "agriculture": "示例县农业农村局",
        "civil-affairs": "示例县民政局",
    }
)
_PERSON, _FIRM = "natural_person", "legal_person/commercial"


@frozen
class _Year:
    """Requests of natural persons and of firms: received, carried in, refused or not held, carried out."""

    received: tuple[int, int]
    carried_in: tuple[int, int] = (0, 0)
    not_held: tuple[int, int] = (0, 0)
    internal: tuple[int, int] = (0, 0)
    carried_out: tuple[int, int] = (0, 0)
    issued: int = 0
    in_force: int = 0
    licences: int = 0

    @property
    def granted(self) -> tuple[int, int]:
        """What is left of received and carried in."""
        return (self._granted(0), self._granted(1))

    def _granted(self, at: int) -> int:
        return (
            self.received[at]
            + self.carried_in[at]
            - self.not_held[at]
            - self.internal[at]
            - self.carried_out[at]
        )

    @property
    def done(self) -> int:
        """All that was answered."""
        return sum(self.received) + sum(self.carried_in) - sum(self.carried_out)


_YEARS: Mapping[int, Mapping[str, _Year]] = {
    2023: {
        "office": _Year((10, 2), (1, 0), (3, 0), carried_out=(1, 0), issued=4, in_force=21),
        "education": _Year((12, 3), (1, 0), (3, 1), carried_out=(2, 0), issued=2, in_force=8, licences=31),
        "finance": _Year((6, 4), not_held=(2, 1), issued=3, in_force=12, licences=5),
        "health": _Year((20, 1), (2, 0), (3, 0), carried_out=(4, 0), issued=1, in_force=6, licences=420),
        "transport": _Year((5, 2), carried_out=(1, 0), issued=1, in_force=5, licences=118),
        "agriculture": _Year((2, 0), issued=1, in_force=4, licences=64),
        "civil-affairs": _Year((4, 0), issued=1, in_force=3, licences=17),
    },
    2024: {
        "office": _Year((13, 3), (1, 0), (4, 0), carried_out=(1, 0), issued=3, in_force=24),
        "education": _Year((15, 2), (2, 0), (4, 0), (2, 1), (1, 0), issued=1, in_force=9, licences=28),
        "finance": _Year((9, 5), not_held=(2, 0), internal=(1, 1), issued=2, in_force=14, licences=4),
        "health": _Year((18, 2), (6, 0), (4, 0), carried_out=(3, 0), issued=2, in_force=8, licences=398),
        "transport": _Year((7, 1), (1, 0), (2, 0), carried_out=(1, 0), issued=1, in_force=6, licences=125),
        "agriculture": _Year((3, 1), not_held=(1, 0), issued=1, in_force=5, licences=70),
        "civil-affairs": _Year((4, 0), issued=1, in_force=4, licences=15),
    },
}


def _sum(years: Mapping[str, _Year], received_less: int = 0, carried_in: int | None = None) -> _Year:
    def both(name: str) -> tuple[int, int]:
        pairs = [getattr(year, name) for year in years.values()]
        return (sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs))

    received, carried = both("received"), both("carried_in")
    return _Year(
        (received[0] - received_less, received[1]),
        carried if carried_in is None else (carried_in, carried[1]),
        both("not_held"),
        both("internal"),
        both("carried_out"),
        *(sum(getattr(year, name) for year in years.values()) for name in ("issued", "in_force", "licences")),
    )


def _report(
    organ: str, year: int, it: _Year, layout: Layout, said: int | None = None, left: str = ""
) -> bytes:
    numbers = {
        (row, column): value
        for row, pair in {
            "received": it.received,
            "carried_in": it.carried_in,
            "results/granted": it.granted,
            "results/unavailable/not_held": it.not_held,
            "results/refused/internal_affairs": it.internal,
            "carried_out": it.carried_out,
        }.items()
        for column, value in zip((_PERSON, _FIRM), pair, strict=True)
    }
    documents = "documents/normative_documents"
    first = (
        {
            (documents, "issued"): it.issued,
            (documents, "in_force"): it.in_force,
            ("licensing/licences", "decisions"): it.licences,
        }
        if layout is CN_2021
        else {
            (documents, "newly_made"): it.issued,
            (documents, "newly_disclosed"): it.issued,
            (documents, "total_disclosed"): it.in_force,
            ("licensing/licences", "decisions"): it.licences,
        }
    )
    given = {"disclosure": first, "requests": numbers, "reviews": {}}
    texts = {
        table.key: {cell: str(number) for cell, number in completed(table, given[table.key]).items()}
        for table in layout.tables
    }
    received = sum(it.received) if said is None else said
    subject = "全县" if organ.endswith("县人民政府") else "本机关"
    carried = f"，上年结转{sum(it.carried_in)}件" if sum(it.carried_in) else ""
    prose = {
        "overview": [
            f"{left}本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
            f"{year}年，{subject}共收到政府信息公开申请{received}件{carried}，办结{it.done}件，"
            f"结转下年度继续办理{sum(it.carried_out)}件。",
            f"全年制发行政规范性文件{it.issued}件。未发生行政复议、行政诉讼。",
        ],
        "problems": [f"{year}年主要问题是部分信息更新不够及时。下一步将按月检查栏目，及时补充。"],
        "others": ["未收取信息处理费，无其他需要报告的事项。"],
    }
    title = f"{organ}{year}年政府信息公开工作年度报告"
    return WRITER.write(draw(layout, texts, title=[title], prose=prose))


def _all() -> dict[str, bytes]:
    files: dict[str, bytes] = {"departments.txt": "".join(f"{name}\n" for name in NAMES.values()).encode()}
    for year, years in _YEARS.items():
        for name, it in years.items():
            if (name, year) == ("civil-affairs", 2024):
                continue
            old = (name, year) == ("agriculture", 2024)
            files[f"{year}/departments/{name}.docx"] = _report(
                NAMES[name],
                year,
                it,
                CN_2019 if old else CN_2021,
                said=11 if (name, year) == ("transport", 2024) else None,
                left="（单位名称）" if old else "",
            )
    files["2023/county.docx"] = _report("示例县人民政府", 2023, _sum(_YEARS[2023]), CN_2021)
    files["2024/county.docx"] = _report("示例县人民政府", 2024, _sum(_YEARS[2024], 9, 8), CN_2021)
    return files


COUNTY: Mapping[str, bytes] = MappingProxyType(_all())
"""By the path in the folder ``county``."""
