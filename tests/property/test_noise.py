"""What real reports do to the form and what must not matter changes no entry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import distinct_forms, examples, forms

from govdisclose import parse_document
from govdisclose.layouts import CN_2019
from govdisclose.testing.documents import Filled
from govdisclose.testing.documents import filled as fill
from govdisclose.testing.formats import FORMATS, LOSSY, MERGED
from govdisclose.testing.laws import differences
from govdisclose.testing.noise import NOISES, Applied, noises
from govdisclose.testing.numbers import completed
from govdisclose.testing.values import printed

SEEDS = st.integers(0, 2**16)
# With a ghost column beside them a piece without headings has more cells than columns: its rows give no value.
CUT_LABELS = ("cut-inside-row", "cut-inside-group-label")


@pytest.mark.parametrize("name", NOISES)
@given(filled=forms(), seed=SEEDS)
@examples(12)
def test_one_kind_of_noise_changes_no_entry(name: str, filled: Filled, seed: int) -> None:
    noise = NOISES[name]
    result = parse_document(noise(filled.document, filled.layout, seed))
    assert result.layout is filled.layout
    before = parse_document(filled.document)
    assert differences(before, result, units=noise.keeps_units) == []


@given(forms(), noises())
@examples(150)
def test_several_kinds_of_noise_at_once_change_no_entry(filled: Filled, noise: Applied) -> None:
    result = parse_document(noise(filled.document, filled.layout))
    assert result.layout is filled.layout
    assert differences(parse_document(filled.document), result, units=noise.keeps_units) == []


@given(
    distinct_forms(),
    noises([name for name in NOISES if name not in CUT_LABELS], most=3),
    st.sampled_from(sorted(MERGED)),
)
@examples(60)
def test_noise_matters_no_more_after_a_format_that_keeps_merges(
    filled: Filled, noise: Applied, name: str
) -> None:
    result = parse_document(FORMATS[name](noise(filled.document, filled.layout)))
    assert result.layout is filled.layout
    assert differences(parse_document(filled.document), result, units=noise.keeps_units) == []


@given(distinct_forms(), noises(most=3), st.sampled_from(sorted(set(FORMATS) - MERGED - LOSSY)))
@examples(60)
def test_noise_in_plain_text_may_lose_an_entry_and_never_gives_a_wrong_one(
    filled: Filled, noise: Applied, name: str
) -> None:
    result = parse_document(FORMATS[name](noise(filled.document, filled.layout)))
    known = {
        (entry.table, entry.row, entry.column): entry.value
        for entry in parse_document(filled.document).entries
    }
    for entry in result.entries:
        if entry.value is not None:
            assert entry.value == known[entry.table, entry.row, entry.column]


@pytest.mark.parametrize("name", ["docx", "html"])
def test_a_label_cut_by_a_page_is_joined_after_a_format_too(name: str) -> None:
    texts = {table.key: printed(table, completed(table, {})) for table in CN_2019.tables}
    form = fill(CN_2019, texts)
    before = parse_document(form.document)
    for seed in range(40):
        cut = NOISES["cut-inside-row"](form.document, CN_2019, seed)
        assert differences(before, parse_document(FORMATS[name](cut))) == []
