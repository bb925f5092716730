"""What must hold of every reader, for both kinds of workbook; and what is printed in the samples."""

from __future__ import annotations

from pathlib import Path

from govdisclose.testing.conformance import reader_tests, sample_tests

from govdisclose_spreadsheet import READER
from workbooks import xls, xlsx

# A workbook of one sheet is one block: the limit on blocks cannot be broken by it.
LIMITS = ("bytes", "characters", "columns", "rows", "cells")

test_xlsx = reader_tests(READER, xlsx, samples=[], limits=LIMITS)
test_xls = reader_tests(READER, xls, limits=LIMITS, seeds=5)
test_the_samples = sample_tests(Path(__file__).parents[1] / "samples")
