"""Samples: what is expected of a file is generated and checked by one road, and never overwritten unasked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from govdisclose.layouts import CN_2021
from govdisclose.testing.conformance import sample_laws
from govdisclose.testing.samples import SUFFIX, check, expectation, generate, main, samples

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
NEW, OLD = "market-regulation-2022.html", "town-2022-old-form.docx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (NEW, OLD):
        shutil.copy(REPORTS / name, tmp_path / name)
    (tmp_path / "README.md").write_text("Where the files are from.\n", encoding="utf-8")
    (tmp_path / ".hidden").write_bytes(b"")
    return tmp_path


def test_generate_then_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", str(folder)]) == 0
    assert (
        "README.md: no report of these layouts\n"
        f"{NEW}: written: {NEW}{SUFFIX}\n"
        f"{OLD}: written: {OLD}{SUFFIX}\n"
    ) == capsys.readouterr().out
    assert main(["check", str(folder)]) == 0
    assert (
        f"README.md: no report, as expected\n{NEW}: read as expected\n{OLD}: read as expected\n"
    ) == capsys.readouterr().out


def test_an_expectation_says_how_each_entry_is_printed(folder: Path) -> None:
    text = expectation(folder / NEW)
    assert text is not None
    data = json.loads(text)
    assert ("cn-2021", "示例市市场监督管理局", 2022) == (data["layout"], data["organ"], data["year"])
    assert CN_2021.asked == len(data["entries"])
    assert ["number", "0", "0", None] == data["entries"]["disclosure:documents/regulations:issued"]


def test_generate_keeps_what_is_there_unless_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["generate", str(folder)])
    path = folder / f"{NEW}{SUFFIX}"
    written = path.read_text(encoding="utf-8")
    path.write_text(written.replace("2022", "2021"), encoding="utf-8")
    capsys.readouterr()
    assert main(["generate", str(folder)]) == 1
    assert f"{NEW}: differs from {NEW}{SUFFIX}, which is kept\n" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") != written
    assert main(["check", str(folder)]) == 1
    assert f'{NEW}: differs\n  expected "year": 2021,\n  found    "year": 2022,\n' in capsys.readouterr().out
    assert main(["generate", "--overwrite", str(folder)]) == 0
    assert f"{NEW}: overwritten: {NEW}{SUFFIX}\n{OLD}: as expected\n" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == written


def test_a_report_without_an_expectation_is_a_problem(folder: Path) -> None:
    readme, new, old = samples(folder)
    generate(old)
    assert () == check(readme)
    assert (f"it is read as a report, and there is no {NEW}{SUFFIX}: generate it, and read it",) == check(new)


def test_an_expectation_that_nothing_matches_is_a_problem(folder: Path) -> None:
    main(["generate", str(folder)])
    _, new, old = samples(folder)
    assert () == check(new, among=["cn-2021"])
    assert ("it has an expectation, and is not read as a report of these layouts",) == check(
        old, among=["cn-2021"]
    )
    assert ("it has an expectation, and is not read as a report of these layouts",) == check(new, readers=[])


def test_a_report_of_another_form_needs_no_expectation(folder: Path) -> None:
    assert main(["generate", "--layout", "cn-2021", str(folder)]) == 0
    assert [f"{NEW}{SUFFIX}"] == [path.name for path in folder.glob(f"*{SUFFIX}")]
    assert main(["check", "--layout", "cn-2021", str(folder)]) == 0
    laws = sample_laws(folder, among=["cn-2021"])
    assert ["README.md is read as expected", f"{NEW} is read as expected", f"{OLD} is read as expected"] == [
        law.sentence for law in laws
    ]
    assert [()] * 3 == [tuple(law.problems()) for law in laws]


def test_a_folder_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as error:
        main(["check", "nowhere"])
    assert error.value.code == 2
    assert "nowhere is no folder" in capsys.readouterr().err
