"""What must hold of every reader, for both kinds of workbook."""

from __future__ import annotations

from workbook_samples import xls, xlsx

from govdisclose.readers.spreadsheet import READER
from govdisclose.testing.conformance import reader_tests

# A workbook of one sheet is one block: the limit on blocks cannot be broken by it.
LIMITS = ("bytes", "characters", "columns", "rows", "cells")

test_xlsx = reader_tests(READER, xlsx, limits=LIMITS)
test_xls = reader_tests(READER, xls, limits=LIMITS)
