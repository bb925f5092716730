"""Pages of nothing but beginnings of labels, labels or numbers: each in a process of its own, within what is promised."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

SECONDS, MEGABYTES = 10, 512

CHILD = """
import json, sys, time
from pathlib import Path
from govdisclose import NotAReportError, parse_document
from govdisclose.document import Document, Paragraph, Word

def line(number, texts, gap):
    words, left, top = [], 0.0, 14.0 * number
    for text in texts:
        edges = tuple(left + 9.0 * at for at in range(len(text) + 1))
        box = (left, top, edges[-1], top + 9.0)
        words.append(Word(text, box, edges, box))
        left = edges[-1] + gap
    return Paragraph(" ".join(texts), number, page=1, words=tuple(words))

lines, text, times, gap = json.loads(sys.argv[1])
document = Document(tuple(line(n + 1, [text] * times, gap) for n in range(lines)), "pdf", ordered=False)
begun = time.process_time()  # a busy machine does not decide
try:
    parse_document(document)
except NotAReportError:
    pass
spent = time.process_time() - begun
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(json.dumps([spent, int(peak.split()[1]) / 1024]))
"""


@pytest.mark.parametrize(
    "page",
    [
        pytest.param((2, "其" * 19_000, 1, 0), id="beginnings of labels on two long lines"),
        pytest.param((190, "其" * 200, 1, 0), id="beginnings of labels on many lines"),
        pytest.param((190, "总计", 100, 9), id="labels"),
        pytest.param((2, "总计", 9_000, 9), id="labels on two long lines"),
        pytest.param((300, "1.信访", 30, 9), id="labels that never end"),
        pytest.param((200, "12", 90, 9), id="numbers"),
    ],
)
def test_pages_of_labels_and_numbers_end_in_time(page: tuple[int, str, int, int]) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", CHILD, json.dumps(page)],
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    spent, megabytes = json.loads(done.stdout)
    assert spent < SECONDS
    assert megabytes < MEGABYTES
