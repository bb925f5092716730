"""Reports that are workbooks, and what is printed in them."""

from __future__ import annotations

from pathlib import Path

from govdisclose.testing.conformance import sample_tests

test_the_samples = sample_tests(Path(__file__).parent / "workbooks")
