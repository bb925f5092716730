"""Prose read for numbers that the tables give too: plain text, words, numbers, and what each number claims."""

from __future__ import annotations
