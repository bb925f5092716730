"""What a page shows, each kind of noise once: sources and prints, held against what a person sees.

The sources are read wherever the tests run; the prints only where LibreOffice and Chromium are installed. ``poe shown``
does the same for hundreds of reports.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import pytest
from pdf_samples import BACKENDS
from shown_figures import BAD, PRODUCERS, Report, every_kind, judge, printed_reports

from govdisclose.testing.cells import Format, Judged, Outcome

KNOWN: set[tuple[str, str]] = set()
"""What is not read as it is seen, and not said; ``poe shown`` counts these too."""


@lru_cache
def reports(kind: Format) -> tuple[Report, ...]:
    return tuple(every_kind(kind))


@pytest.fixture(scope="module")
def prints(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    kind: Format = request.param
    if PRODUCERS[kind] is None:
        pytest.skip(f"what prints {kind} is not installed")
    return printed_reports(kind, reports(kind), tmp_path_factory.mktemp(f"shown-{kind}"))


def bad(kind: Format, verdicts: Iterable[tuple[int, str, Judged]]) -> list[str]:
    return [
        f"{verdict.outcome}: {number} {reading}: {verdict.noise} {verdict.path} {verdict.said}"
        for number, reading, verdict in verdicts
        if verdict.outcome in BAD and (kind, verdict.noise) not in KNOWN
    ]


@pytest.mark.parametrize("kind", PRODUCERS)
def test_a_source_gives_what_is_seen_or_says_why_not(kind: Format) -> None:
    verdicts = [(item.number, *found) for item in reports(kind) for found in judge(item, None)]
    assert bad(kind, verdicts) == []


@pytest.mark.parametrize(("prints", "kind"), [(kind, kind) for kind in PRODUCERS], indirect=["prints"])
def test_a_print_gives_what_is_seen_or_says_why_not(prints: dict[str, bytes], kind: Format) -> None:
    verdicts = [
        (item.number, reading, verdict)
        for item in reports(kind)
        for reading, verdict in judge(item, prints[str(item.number)])
        if reading in BACKENDS
    ]
    assert bad(kind, verdicts) == []
    untouched = [verdict.outcome for _, _, verdict in verdicts if not verdict.noise]
    assert untouched.count(Outcome.EXACT) > 0.95 * len(untouched)
