"""Write the JSON Schema made from the classes to standard output, to renew ``schema/report-1.json``."""

from __future__ import annotations

import json
import sys

from govdisclose.export._schema import generate

if __name__ == "__main__":
    sys.stdout.write(json.dumps(generate(), indent=2, ensure_ascii=False) + "\n")
