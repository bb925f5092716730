"""The reader of OFD keeps the laws of readers; the files are laid out straight from documents."""

from __future__ import annotations

from ofd_layout import write
from ofd_samples import TABLE, layer, ofd

from govdisclose.readers.ofd import READER
from govdisclose.testing.conformance import reader_tests

test_the_reader_of_ofd = reader_tests(READER, write, samples=[ofd(layer(TABLE))])
