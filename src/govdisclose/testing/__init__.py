"""Tools for tests of parsers, layouts and readers: forms filled at random, noise that must not matter, and faults.

Nothing here is imported by the rest of the library; Hypothesis is needed to use it.
"""
