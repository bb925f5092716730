"""Makes the samples of tests importable from every directory of tests; chooses the Hypothesis profile.

The environment variable HYPOTHESIS_PROFILE names it: ``default`` is quick and the same every time, ``thorough`` tries
50 times as many examples (``strategies.examples``), others each time.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

sys.path.append(str(Path(__file__).parent / "readers"))

settings.register_profile(
    "default",
    deadline=None,
    print_blob=True,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("thorough", settings.get_profile("default"), derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
