"""The form is told by the labels of its tables, whatever the title and the text say of the year."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from strategies import LAYOUTS, examples

from govdisclose import parse_document
from govdisclose.grammar.layout import Layout
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
