"""The differences of two layouts are named one by one, each with its path."""

from __future__ import annotations

import attrs
import pytest

from govdisclose.grammar import H, Layout, Section, Table, amount, balance
from govdisclose.grammar.diff import Difference, diff
from govdisclose.grammar.heading import Tree
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.layouts.cn_2019 import DISCLOSURE, REQUESTS
from govdisclose.testing.conformance._forms import Site, sites

assert REQUESTS.stub is not None and REQUESTS.boxhead is not None
STUB, BOXHEAD = REQUESTS.stub, REQUESTS.boxhead


def lines(*tables: Table, **changes: object) -> list[str]:
    return [str(item) for item in diff(CN_2019.derive("x", "x", "x", *tables, **changes), CN_2019)]


@pytest.mark.parametrize("layout", [CN_2019, CN_2021])
def test_a_layout_does_not_differ_from_itself(layout: Layout) -> None:
    assert () == diff(layout, layout)
    assert () == diff(layout.derive("other", "another name", "another source"), layout)


@pytest.mark.parametrize(
    ("stub", "expected"),
    [
        (STUB.drop("results/refused"), "dropped requests:results/refused: （三）不予公开"),
        (STUB.insert(H("lost", "丢失"), after="received"), "added requests:lost: 丢失"),
        (STUB.relabel("received", "一、新收"), "relabelled requests:received: 一、本年新收政府信息公开申请数量 -> 一、新收"),
        (STUB.alias("received", "一、新收"), "alias-added requests:received: 一、新收"),
        (STUB.drop("carried_in").append(STUB.at("carried_in")), "moved requests:carried_in"),
        (
            STUB.replace("carried_out", attrs.evolve(STUB.at("carried_out"), entry=amount())),
            "kind requests:carried_out: amount",
        ),
        (
            STUB.replace("results/total", attrs.evolve(STUB.at("results/total"), total=False)),
            "total requests:results/total: a sum",
        ),
    ],
    ids=lambda value: value.split()[0] if isinstance(value, str) else "",
)  # fmt: skip
def test_one_edit_of_a_tree_is_one_difference(stub: Tree, expected: str) -> None:
    assert [expected] == lines(REQUESTS.derive(stub=stub))


def test_columns_have_an_empty_row() -> None:
    assert ["dropped requests::legal_person/research: 科研机构"] == lines(
        REQUESTS.derive(boxhead=BOXHEAD.drop("legal_person/research"))
    )


def test_the_fewest_moves_are_named() -> None:
    first, *rest = STUB.headings
    assert ["moved requests:received"] == lines(REQUESTS.derive(stub=Tree((*rest, first))))


def test_bands_are_named_and_looked_into() -> None:
    fees = next(band for band in DISCLOSURE.bands if band.key == "fees")
    assert fees.boxhead is not None
    assert ["relabelled disclosure:fees:change: 本年增/减 -> 增减"] == lines(
        DISCLOSURE.with_band("fees", boxhead=fees.boxhead.relabel("change", "增减"))
    )
    without = DISCLOSURE.derive(bands=tuple(band for band in DISCLOSURE.bands if band is not fees))
    assert ["dropped disclosure:fees: 第二十条第（八）项"] == lines(without)


def test_everything_else_of_a_table_counts() -> None:
    changed = REQUESTS.derive(
        spanner="申请人",
        stubhead=None,
        record=None,
        identities=(balance("other", ["received"], ["carried_in"]),),
    )
    assert [
        "spanner requests: 申请人情况 -> 申请人",
        f"stubhead requests: {REQUESTS.stubhead}",
        "record requests: Requests",
        "identity requests requests-balance: received + carried_in = results/total + carried_out",
        "identity requests other: received = carried_in",
    ] == lines(changed)


def test_tables_sections_and_titles_are_named() -> None:
    sections = (Section("overview", "一、概述", ("总体情况",)), *CN_2019.sections[1:])
    found = lines(sections=sections, titles=(*CN_2019.titles, "工作年报"), tables=CN_2019.tables[:2])
    assert "dropped reviews: 政府信息公开行政复议、行政诉讼情况" == found[0]
    assert "relabelled section overview: 一、总体情况 -> 一、概述" == found[1]
    assert "alias-added section overview: 总体情况" in found
    assert "added titles: 工作年报" == found[-1]


@pytest.mark.parametrize("site", list(sites(CN_2021)), ids=lambda site: site.name)
def test_every_heading_has_a_path_of_its_own(site: Site) -> None:
    changed = site.relabelled(CN_2021, "未列标题")
    assert changed is not None
    there = [item for item in diff(changed, CN_2021) if item.change not in ("total", "identity")]
    assert [Difference("relabelled", site.name, site.heading.label, "未列标题")] == there
