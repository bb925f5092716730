"""A file read in a process of its own, whose time and memory are bounded and measured."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

__all__ = ["MEGABYTES", "SECONDS", "Outcome", "run"]

SECONDS, MEGABYTES = 10, 512

# The limits of the process are wider than what is promised: they end what would never end.
_CHILD = """
import json, resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, (40, 40))
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
path, task = sys.argv[1:]
from govdisclose import parse
from govdisclose.document import Document
from govdisclose.explain import explain
from govdisclose.export import from_json, to_json
from govdisclose.picture import draw_pages, drawing

def told(result):
    explain(result)
    return f"read, {len(to_json(result)) // 1_000_000} MB of JSON"

def read(path):
    return told(parse(path))

def decoded(path):
    exported = from_json(Path(path).read_text(encoding="utf-8"))
    return "read " + "; ".join(item.message() for item in exported.findings)[:200]

def drawn(path):
    source = Path(path).read_bytes()
    pictures = draw_pages(source, drawing(Document((), "pdf"), None))
    return " ".join("whole" if picture.whole else "cut" for picture in pictures)

begun = time.process_time()  # a busy machine does not decide
try:
    said = {"read": read, "decode": decoded, "draw": drawn}[task](path)
except Exception as error:
    said = f"{type(error).__name__} {getattr(error, 'limit', '')}".strip()
spent = time.process_time() - begun
others = resource.getrusage(resource.RUSAGE_CHILDREN)
# not ru_maxrss: that of a new process begins with what its parent holds
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(json.dumps([said, spent + others.ru_utime + others.ru_stime, int(peak.split()[1]) / 1024]))
"""


class Outcome(NamedTuple):
    """What came of it: words, seconds of the processor, megabytes at the most."""

    said: str
    seconds: float
    megabytes: float


def run(path: Path, task: str = "read") -> Outcome:
    """``read`` a report, explain and export it; ``decode`` an export; ``draw`` the pages of a PDF."""
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", _CHILD, str(path), task],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    return Outcome(*json.loads(done.stdout))
