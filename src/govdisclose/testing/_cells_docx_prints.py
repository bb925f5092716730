"""Two kinds of noise in one cell of a Word document that LibreOffice prints in another way than the format means.

Each of these was looked at on the printed page: what stands there is read, and is not what the two kinds say.
"""

from __future__ import annotations

import re

__all__ = ["PRINTED_OTHERWISE"]

_TRACKED = "(?:ok-inserted|ok-moved-here|changed-deleted-inserted)"

PRINTED_OTHERWISE = tuple(
    re.compile(pair)
    for pair in (
        # text that was inserted has the colour of its author: what its own colour hides is seen
        rf"{_TRACKED}\+unseen-(?:white|theme-white|colour).*",
        # of one change in another only one is kept: the text is printed twice, or neither deleted nor moved away
        rf"{_TRACKED}\+(?:changed-.*|ok-inserted|ok-moved-here)",
        # a field or a link in text that was inserted is lost, and so is all in it; only runs may stand there
        rf"{_TRACKED}\+ok-(?:field|link)",
        # of the text under a gloss only runs are printed
        r"gloss\+(?:ok-link|ok-field|ok-smart-tag|ok-content-control|control-choice)",
        # the text of a control has one look: marks, lines through and what is hidden are as its other text, the codes
        # of fields are printed, and all lines are one
        r"ok-content-control\+(?:raised|lowered|small|gloss|struck|changed|unseen|shown|lines|field|ok-.*field|ok-link).*",
        # what is written from right to left has a size of its own
        r"(?:raised|lowered|small|unseen-tiny).*\+order-character",
        # a box to tick is as large as the text before it, and hidden with it
        r"control-box\+unseen-(?:tiny|vanish).*",
        # the line goes through the first line only
        r"line-drawn\+lines-.*",
        # what is chosen from a list looks as the text before it
        r"raised-before\+control-list",
        # the row is no higher for text that is turned: it is printed over its edge, in another cell, or is lost
        r"turned-cell\+.*|.*\+turned-cell",
        # the field begins in a paragraph that is not printed, and its number with it
        r"field-over-paragraphs\+counted-item",
    )
)
"""The names of the two kinds, the outer one first."""
