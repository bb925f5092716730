"""The reader of Word 97 documents passes the kit for readers, with files made byte by byte."""

from __future__ import annotations

from doc_writer import written

from govdisclose.readers.doc import READER
from govdisclose.testing.conformance import reader_tests

test_the_reader_of_doc = reader_tests(READER, written)
