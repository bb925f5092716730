"""What is declared about mutants still fits the code."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "govdisclose"
DECLARED = tomllib.loads((Path(__file__).parent / "equivalent.toml").read_text("utf-8")).get("equivalent", [])


@pytest.mark.parametrize("item", DECLARED, ids=lambda item: f"{item['file']}: {item['mutated']}")
def test_a_change_that_nobody_can_notice_is_one_of_a_line_that_is_there_and_has_a_reason(
    item: dict[str, str],
) -> None:
    source = " ".join((SOURCE / item["file"]).read_text("utf-8").split())
    assert " ".join(item["original"].split()) in source
    assert item["original"] != item["mutated"]
    assert len(item["reason"]) >= 20
