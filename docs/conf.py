"""The documentation, built by Sphinx: ``poe docs``."""

from __future__ import annotations

import sys
from pathlib import Path

_HERE = Path(__file__).parent
sys.path.insert(0, str(_HERE))

import generate  # noqa: E402 - it stands beside this file

import govdisclose  # noqa: E402

# The reference pages include what is written here.
generate.write(_HERE / "_build" / "generated")

project = "govdisclose"
author = "the govdisclose maintainers"
copyright = "the govdisclose maintainers, Apache License 2.0"
release = version = govdisclose.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"

html_theme = "furo"
html_title = f"govdisclose {version}"
html_show_sphinx = False
html_copy_source = False
