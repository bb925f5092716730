"""Prose of reports drawn from the values of their tables, true or with one entry altered, and what each number means.

A sentence is made from a template in words of its own (``TEMPLATES``; ``HELD_OUT`` are kept apart, to measure with).
``report`` fills a form at random, says some of it in sentences beside others about other things, and gives the truth
of each number; ``altered`` is the same report with one entry of the tables changed, so that prose and table disagree.
"""

from __future__ import annotations

from govdisclose.testing.sentences._draw import Said, Telling, altered, report
from govdisclose.testing.sentences._templates import HELD_OUT, TEMPLATES

__all__ = ["HELD_OUT", "TEMPLATES", "Said", "Telling", "altered", "report"]
