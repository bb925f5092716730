"""The conformance kit: what must hold of every layout, every reader, every rule and every sample, ready to be run by pytest.

A plugin's whole test module can be::

    from govdisclose.layouts import CN_2019
    from govdisclose.testing.conformance import layout_tests, sample_tests

    from govdisclose_example import LAYOUT

    test_the_layout = layout_tests(LAYOUT, base=CN_2019, edits=["alias-added requests:received: 一、本年新收申请数量"])
    test_the_samples = sample_tests("samples", among=[LAYOUT.id])

Each law is a case of its own, named by a sentence (``test_the_layout[every alias is read as the heading that it stands
for]``), and a failure is a list of what is wrong, without a traceback. ``check_layout`` and ``check_reader`` give the same
without pytest. Nothing is drawn by chance: the same layout is tried with the same numbers at every run.

The layouts, readers and rules that the library brings itself pass the same laws.
"""

from __future__ import annotations

from govdisclose.testing.conformance._law import Law
from govdisclose.testing.conformance.layout import check_layout, layout_laws, layout_tests
from govdisclose.testing.conformance.reader import check_reader, reader_laws, reader_tests
from govdisclose.testing.conformance.rule import check_rule, rule_laws, rule_tests
from govdisclose.testing.conformance.sample import sample_laws, sample_tests

__all__ = [
    "Law",
    "check_layout",
    "check_reader",
    "check_rule",
    "layout_laws",
    "layout_tests",
    "reader_laws",
    "reader_tests",
    "rule_laws",
    "rule_tests",
    "sample_laws",
    "sample_tests",
]
