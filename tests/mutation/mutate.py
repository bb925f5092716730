"""How many broken engines the tests notice.

Run with ``poe mutate`` (``--all`` for every mutant, ``--seed`` for another sample). The modules that match tables and
read values are broken in one place at a time, in a copy of the project, and the quick tests are run on each. The
changes, the files put back and the bounded run of the tests are cosmic-ray's; what is here chooses a sample, keeps
two copies busy and counts. cosmic-ray's own session has neither a sample nor a table by module, and a process at a
time. (mutmut tests in forks of a process that has run the tests before: the caches of the engine are warm there, and
most mutants are never asked. mutatest does not know the grammar of Python 3.11.)
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from cosmic_ray.mutating import use_mutation
from cosmic_ray.testing import run_tests
from cosmic_ray.work_item import TestOutcome
from mutants import PACKAGE, REPOSITORY, Mutant, equivalents, files, find_mutants, sample, shares
from operators import make_operators

_TESTS = (
    *("tests/grammar", "tests/test_catalogue.py", "tests/test_text.py"),
    *("tests/test_parse.py", "tests/examples/test_example_reports.py"),
)
_NAMED_OTHERWISE = {
    "bands": ("bands", "find"),
    "check": ("identity_check",),
    "kinds": ("stub", "columns"),
    "match": ("match", "cells", "stub"),
    "totals": ("identity_check",),
}
_COPIED = ("src", "tests", "examples", "pyproject.toml")
_MOST_MEMORY = 3 << 30
_AT_LEAST = 200

_timeout = 0.0


def _command(tests: Iterable[str]) -> str:
    pytest = (sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-p", "no:cacheprovider")
    return " ".join((*pytest, *tests))


def _own_tests(file: str) -> list[str]:
    """The tests of a module by their names: most of its mutants need no others to be killed."""
    names = _NAMED_OTHERWISE.get(Path(file).stem, (Path(file).stem,))
    return sorted(
        str(path)
        for name in names
        for path in (*Path("tests/grammar").glob(f"test_{name}*.py"), *Path("tests").glob(f"test_{name}.py"))
    )


def _start(folder: str) -> None:
    """Make this process's copy of the project, and go there."""
    copy = Path(folder) / str(os.getpid()) / "project"
    copy.mkdir(parents=True)
    for name in _COPIED:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("mutation"))
        else:
            shutil.copy2(source, copy / name)
    os.chdir(copy)
    os.environ["PYTHONPATH"] = str(copy / "src")
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    start = time.perf_counter()
    outcome, output = run_tests(_command(_TESTS), 600)
    if outcome is not TestOutcome.SURVIVED:
        raise RuntimeError(f"the tests fail before anything is broken:\n{output[-2000:]}")
    global _timeout
    _timeout = 3 * (time.perf_counter() - start) + 10


def _try(mutant: Mutant) -> str:
    """``killed``, ``timed out`` or ``survived``."""
    operator = make_operators()[mutant.operator]
    with use_mutation(Path(PACKAGE / mutant.file), operator, mutant.occurrence):
        for tests in (_own_tests(mutant.file), _TESTS):
            outcome, output = run_tests(_command(tests), _timeout) if tests else (TestOutcome.SURVIVED, "")
            if outcome is not TestOutcome.SURVIVED:
                return "timed out" if output == "timeout" else "killed"
    return "survived"


def _mutants(file: str) -> list[Mutant]:
    return find_mutants(file, make_operators())


def _choose(count: int, seed: str, only: Sequence[str], processes: int) -> tuple[list[Mutant], Counter[str]]:
    """The mutants to try, and how many of each module are declared equivalent. ``count`` 0: all."""
    wanted = [file for file in files() if not only or Path(file).stem in only]
    with ProcessPoolExecutor(processes) as pool:
        mutants = dict(zip(wanted, pool.map(_mutants, wanted), strict=True))
    declared = equivalents()
    chosen: list[Mutant] = []
    left_out: Counter[str] = Counter()
    covered: set[int] = set()
    share = shares(count)
    for file, every in mutants.items():
        real: list[Mutant] = []
        for mutant in every:
            covering = [number for number, item in enumerate(declared) if item.covers(mutant)]
            covered.update(covering)
            if covering:
                left_out[file] += 1
            else:
                real.append(mutant)
        chosen += sample(real, share[file] if count else len(real), seed)
    for number, item in enumerate(declared):
        if number not in covered and (not only or Path(item.file).stem in only):
            print(f"declared equivalent, but no mutant: {item.file}: {item.original}")
    return chosen, left_out


def _table(outcomes: Iterable[tuple[Mutant, str]], left_out: Counter[str]) -> None:
    counts: dict[str, Counter[str]] = {}
    for mutant, outcome in outcomes:
        counts.setdefault(mutant.file, Counter())[outcome] += 1
    head = ("mutants", "killed", "timed out", "survived", "per cent", "equivalent")
    print(f"\n{'':24}" + "".join(f"{word:>12}" for word in head))
    whole: Counter[str] = Counter()
    engine: Counter[str] = Counter()
    for file, own in counts.items():
        _line(file, own, left_out[file])
        whole += own
        if file != "text.py":
            engine += own
    values = counts.get("grammar/values.py", Counter())
    _line("value parsing", values, left_out["grammar/values.py"])
    _line("grammar", engine, left_out.total() - left_out["text.py"])
    _line("all", whole, left_out.total())


def _line(name: str, own: Counter[str], equivalent: int) -> None:
    total = own.total()
    caught = total - own["survived"]
    share = f"{100 * caught / total:.1f}" if total else "-"
    print(
        f"{name:24}{total:12}{own['killed']:12}{own['timed out']:12}{own['survived']:12}{share:>12}{equivalent:12}"
    )


def main() -> None:
    """Choose, try and print."""
    parser = argparse.ArgumentParser(
        prog="poe mutate", description="Break the engine, and count what the tests notice."
    )
    parser.add_argument("modules", nargs="*", help="only these, such as: values columns")
    parser.add_argument("--all", action="store_true", help="every mutant (hours)")
    parser.add_argument(
        "--count", type=int, default=_AT_LEAST, help=f"size of the sample, at least {_AT_LEAST}"
    )
    parser.add_argument("--seed", default="", help="any word, for another sample")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--list", action="store_true", help="only print the mutants")
    options = parser.parse_args()
    start = time.perf_counter()
    chosen, left_out = _choose(
        0 if options.all else max(options.count, _AT_LEAST),
        options.seed,
        options.modules,
        options.processes,
    )
    if options.list:
        for mutant in chosen:
            print(
                f"{mutant.file}:{mutant.line}: {mutant.function}\n    - {mutant.original}\n    + {mutant.mutated}"
            )
        print(len(chosen))
        return
    outcomes: list[tuple[Mutant, str]] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(options.processes, initializer=_start, initargs=(folder,)) as pool,
    ):
        for mutant, outcome in zip(chosen, pool.map(_try, chosen), strict=True):
            outcomes.append((mutant, outcome))
            if outcome == "survived":
                where = f"{PACKAGE / mutant.file}:{mutant.line}"
                print(
                    f"survived: {where} {mutant.function}\n    - {mutant.original}\n    + {mutant.mutated}",
                    flush=True,
                )
    _table(outcomes, left_out)
    print(
        f"\n{len(outcomes)} mutants in {(time.perf_counter() - start) / 60:.0f} minutes, {options.processes} processes"
    )


if __name__ == "__main__":
    main()
