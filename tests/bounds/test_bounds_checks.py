"""Reports whose prose costs more to check than it weighs: each is checked in time and memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from bounded import said_within_bounds
from govdisclose.checking import Example
from govdisclose.checking.example import result_of
from govdisclose.writers.html import WRITER


# Of a report that says nothing 54 things are assessed; each request, line or place left open is one more.
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("收到" * 200_000, "54 assessments"),
        ("1" * 400_000, "54 assessments"),
        ("收到申请1件" * 15_000, "15,054 assessments"),
        ("未收到" * 100_000, "54 assessments"),
        ("（" * 300_000, "54 assessments"),
        ("、和" * 150_000, "54 assessments"),
        ("公开信息9条，其中" + "网站1条、" * 30_000, "55 assessments"),
        ("全年收到申请1件。\n" * 10_000, "10,054 assessments"),
        ("××局" * 20_000, "20,053 assessments"),
    ],
    ids=["verb", "digits", "requests", "denials", "brackets", "joins", "parts", "lines", "template"],
)
def test_prose_without_end_is_checked_within_bounds(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    path.write_bytes(WRITER.write(result_of(Example(prose={"overview": text})).document))
    assert said_within_bounds("check", str(path)) == said
