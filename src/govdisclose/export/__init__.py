r"""Results to files and back: JSON with a schema, tidy CSV.

JSON is loss-free: ``from_json(to_json(result))`` gives the same report, entries and findings. CSV has one row an
entry. In both, blank, ``/``, text and zero stay four different things, and an amount is never a float.

How what a report may hide is written:

=================  ============================================  ==============================================
output             characters that show nothing (bidi marks,     text that a spreadsheet would take for a
                   zero width, controls)                         formula, a date or another number
=================  ============================================  ==============================================
JSON, JSON lines   ``\uXXXX``, read back as they were            as it is
CSV                as they are; a lone surrogate, which UTF-8    as it is
                   cannot hold, is U+FFFD
CSV for Excel      the six characters ``\uXXXX``, to be seen     an apostrophe before it
=================  ============================================  ==============================================
"""

from __future__ import annotations

from govdisclose.export._csv import COLUMNS, csv_rows, write_csv
from govdisclose.export._errors import ExportError
from govdisclose.export._exporters import EXPORTERS, Exporter
from govdisclose.export._forms import JSON
from govdisclose.export._json import from_json, to_dict, to_json, write_jsonl
from govdisclose.export._schema import schema, schema_text
from govdisclose.export._shapes import SCHEMA_VERSION, Exported, ExportedIdentity

__all__ = [
    "COLUMNS",
    "EXPORTERS",
    "JSON",
    "SCHEMA_VERSION",
    "ExportError",
    "Exported",
    "ExportedIdentity",
    "Exporter",
    "csv_rows",
    "from_json",
    "schema",
    "schema_text",
    "to_dict",
    "to_json",
    "write_csv",
    "write_jsonl",
]
