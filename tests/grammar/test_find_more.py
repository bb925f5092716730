"""How far a page may part a table."""

from __future__ import annotations

import pytest

from form_samples import filled, only, replace_grids
from govdisclose import parse_document
from govdisclose.document import Paragraph

UPHELD = {":reconsideration/upheld": "3", ":reconsideration/total": "3"}


@pytest.mark.parametrize(("count", "value"), [(0, 3), (2, 3), (3, 3), (4, None)])
def test_numbers_alone_go_on_with_a_table_over_at_most_three_paragraphs(
    count: int, value: int | None
) -> None:
    document = filled(reviews=UPHELD)
    whole = document.grids[2]
    head, body = only(whole, range(whole.rows - 1)), only(whole, [whole.rows - 1], number=4)
    between = [Paragraph(f"— {number} —") for number in range(1, count + 1)]
    result = parse_document(replace_grids(document, 3, [head, *between, body]))
    assert result.entry("reviews", "", "reconsideration/upheld").value == value
