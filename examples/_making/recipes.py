"""Which source becomes which file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from _making import reports_html, reports_text, reports_word
from _making.source import Source

__all__ = ["RECIPES", "Recipe"]

Recipe = Callable[[Source], bytes]

RECIPES: Mapping[str, Recipe] = MappingProxyType(
    {
        "county-government-2021.docx": reports_word.county,
        "customs-2025.html": reports_html.customs,
        "education-bureau-2019.html": reports_html.education,
        "emergency-bureau-2024.txt": reports_text.emergency,
        "finance-bureau-2021.html": reports_html.finance,
        "forestry-bureau-2020.html": reports_html.forestry,
        "health-commission-2023.html": reports_html.health,
        "human-resources-2020.txt": reports_text.human_resources,
        "market-regulation-2022.html": reports_html.market,
        "natural-resources-2020.docx": reports_word.natural_resources,
        "statistics-bureau-2022.txt": reports_text.statistics,
        "subdistrict-2023.docx": reports_word.subdistrict,
        "town-2022-old-form.docx": reports_word.town,
        "transport-bureau-2019.txt": reports_text.transport,
    }
)
"""File name and what makes it; the source has the same name."""
