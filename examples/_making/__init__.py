"""How the example reports are made from ``_sources``: shapes of tables, and one module a format."""
