"""What a finding quotes of a cell that is no number."""

from __future__ import annotations

import pytest

from form_samples import SMALL, grid, match_small
from govdisclose.grammar import H, tree


@pytest.mark.parametrize(
    ("printed", "quoted"),
    [
        ("详" * 59, "详" * 59),
        ("详" * 60, "详" * 60),
        ("详" * 61, "详" * 59 + "…"),
        ("详见 \n 附表", "详见 附表"),
    ],
    ids=["59", "60", "61", "white space"],
)
def test_a_text_of_up_to_sixty_characters_is_quoted_whole(printed: str, quoted: str) -> None:
    found = grid(
        ["项目", "甲", "乙组", "<", "总计"],
        ["^", "^", "乙一", "乙二", "^"],
        ["一、新收", printed, "2", "3", "6"],
    )
    matched = match_small(found, table=SMALL.derive(stub=tree(H("first", "一、新收"))))
    assert [(item.kind, item.path, item.facts["text"]) for item in matched.findings] == [
        ("cell-not-a-count", "small:first:a", quoted)
    ]
    assert matched.entries[0].raw == printed
