"""Under any fault an entry is the number printed under its headings, or has none, or a finding names it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import distinct_forms, examples

from govdisclose import parse_document
from govdisclose.testing.damage import DAMAGES, Struck, damages
from govdisclose.testing.documents import Filled
from govdisclose.testing.formats import FORMATS, MERGED
from govdisclose.testing.laws import silently_wrong
from govdisclose.testing.noise import Applied, noises

SEEDS = st.integers(0, 2**16)
WORDS = ("spaces", "breaks", "invisible", "one-a-line", "half-width", "fuller-width", "radicals", "quotes")


@pytest.mark.parametrize("name", DAMAGES)
@given(filled=distinct_forms(), seed=SEEDS)
@examples(25)
def test_one_fault_gives_no_wrong_number(name: str, filled: Filled, seed: int) -> None:
    damaged = DAMAGES[name](filled, seed)
    assert silently_wrong(filled, parse_document(damaged.document), damaged.printed) == []


@given(distinct_forms(), damages(), st.sampled_from(sorted(MERGED)))
@examples(80)
def test_one_fault_gives_no_wrong_number_in_a_format_that_keeps_merges(
    filled: Filled, fault: Struck, name: str
) -> None:
    damaged = fault(filled)
    result = parse_document(FORMATS[name](damaged.document))
    assert silently_wrong(filled, result, damaged.printed, merges=False) == []


@given(distinct_forms(), damages(), st.sampled_from(sorted(set(FORMATS) - MERGED)))
@examples(150)
def test_one_fault_gives_no_wrong_number_in_plain_text(filled: Filled, fault: Struck, name: str) -> None:
    damaged = fault(filled)
    result = parse_document(FORMATS[name](damaged.document))
    assert silently_wrong(filled, result, damaged.printed, merges=False) == []


@given(distinct_forms(), damages(), noises(WORDS, most=2))
@examples(80)
def test_a_fault_among_noise_gives_no_wrong_number(filled: Filled, fault: Struck, noise: Applied) -> None:
    damaged = fault(filled)
    result = parse_document(noise(damaged.document, filled.layout))
    assert silently_wrong(filled, result, damaged.printed) == []
