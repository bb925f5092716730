"""One module a format: ``Document`` to bytes, the inverse of the readers."""
