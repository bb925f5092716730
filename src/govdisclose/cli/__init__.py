"""The command line. What it prints is made of values from ``explain``; terminals are known here alone."""

from __future__ import annotations

from govdisclose.cli.app import main

__all__ = ["main"]
