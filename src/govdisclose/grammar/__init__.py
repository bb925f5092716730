"""The declarations of a form and what reads by them: heading trees, tables, layouts; find, match, check, draw.

For authors of layouts: ``H`` and ``tree`` declare a boxhead or a stub, ``Table`` and ``stack`` a table, ``Layout`` a
form, ``Section`` its sections, ``Lexicon`` the words by which prose names its entries; ``count``, ``change``, ``amount``
and ``words`` are the kinds of entry, ``balance`` and ``within`` are identities.
"""

from __future__ import annotations

from govdisclose.grammar.entry import Entry
from govdisclose.grammar.heading import H, Heading, Tree, tree
from govdisclose.grammar.identity import Balance, Outcome, Relation, balance, within
from govdisclose.grammar.layout import GRAMMAR_VERSION, Layout
from govdisclose.grammar.lexicon import Lexicon
from govdisclose.grammar.section import Section
from govdisclose.grammar.table import Table, stack
from govdisclose.grammar.values import EntryKind, State, amount, change, count, words

__all__ = [
    "GRAMMAR_VERSION",
    "Balance",
    "Entry",
    "EntryKind",
    "H",
    "Heading",
    "Layout",
    "Lexicon",
    "Outcome",
    "Relation",
    "Section",
    "State",
    "Table",
    "Tree",
    "amount",
    "balance",
    "change",
    "count",
    "stack",
    "tree",
    "within",
    "words",
]
