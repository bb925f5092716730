"""One module a format: bytes to ``Document``. Nothing here knows of reports."""
