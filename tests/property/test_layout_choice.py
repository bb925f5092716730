"""The form is told by the labels of its tables, whatever the title and the text say of the year."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import LAYOUTS, examples

from govdisclose import parse_document
from govdisclose.document import Document, Grid
from govdisclose.grammar.heading import H
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.prefer import prefer
from govdisclose.grammar.screen import Screen
from govdisclose.grammar.select import select
from govdisclose.testing.documents import filled
from govdisclose.testing.noise import NOISES, Applied, noises
from govdisclose.testing.values import values


@given(layout=st.sampled_from(LAYOUTS), year=st.integers(2008, 2030), order=st.booleans(), data=st.data())
@examples(60)
def test_the_year_does_not_choose_the_form(
    layout: Layout, year: int, order: bool, data: st.DataObject
) -> None:
    form = filled(layout, data.draw(values(layout)), year=year)
    layouts = LAYOUTS if order else tuple(reversed(LAYOUTS))
    assert parse_document(form.document, layouts=layouts).layout is layout


@given(layout=st.sampled_from(LAYOUTS), noise=noises(NOISES, most=5), order=st.booleans(), data=st.data())
@examples(60)
def test_noise_does_not_choose_the_form(
    layout: Layout, noise: Applied, order: bool, data: st.DataObject
) -> None:
    form = filled(layout, data.draw(values(layout)))
    layouts = LAYOUTS if order else tuple(reversed(LAYOUTS))
    assert parse_document(noise(form.document, layout), layouts=layouts).layout is layout


def _with_a_row(layout: Layout, label: str) -> Layout:
    table = layout.table("requests")
    assert table.stub is not None
    return layout.derive(
        f"{layout.id}-{label}", label, "项目自拟", table.derive(stub=table.stub.append(H("more", label)))
    )


def misspelt(document: Document, broken: list[int]) -> Document:
    """The document with another last character in some of the texts of each table."""
    blocks = [
        attrs.evolve(
            block,
            cells=tuple(
                attrs.evolve(cell, text=cell.text[:-1] + "某") if at in broken and cell.text else cell
                for at, cell in enumerate(block.cells)
            ),
        )
        if isinstance(block, Grid)
        else block
        for block in document.blocks
    ]
    return attrs.evolve(document, blocks=tuple(blocks))


FURTHER = (
    *(
        _with_a_row(layout, label)
        for layout in LAYOUTS
        for label in ("五、其中网上申请数量", "五、示例补充事项")
    ),
    LAYOUTS[0].derive("same", "同式", "项目自拟"),
)


@given(
    layout=st.sampled_from((*LAYOUTS, *FURTHER)),
    noise=noises(NOISES, most=4),
    broken=st.lists(st.integers(0, 40), max_size=4),
    data=st.data(),
)
@examples(80)
def test_layouts_that_are_passed_over_would_not_have_been_chosen(
    layout: Layout, noise: Applied, broken: list[int], data: st.DataObject
) -> None:
    form = filled(layout, data.draw(values(layout)))
    document = misspelt(noise(form.document, layout), broken)
    first = select(document, LAYOUTS)
    chosen = prefer(document, first, FURTHER)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("govdisclose.grammar.prefer.screen_of", lambda _: Screen("", sure=False))
        tried = prefer(document, first, FURTHER)
    assert chosen.best.layout is tried.best.layout
    assert (chosen.chosen is None) == (tried.chosen is None)
    assert len(chosen.fits) <= len(tried.fits)
