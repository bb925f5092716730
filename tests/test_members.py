"""A ZIP archive or an e-mail is read where exactly one report stands in it, and lists what it holds otherwise."""

from __future__ import annotations

import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import attrs
import pytest

import govdisclose
from bounded import said_of
from form_samples import filled
from govdisclose import DamagedDocumentError, LimitError, Limits, ReportElsewhereError
from govdisclose.containers import is_mail
from govdisclose.writers import docx, html

REPORT = docx.WRITER.write(filled())
PAGE = html.write(filled())


def put(folder: Path, name: str, content: bytes) -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def archive(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return file.getvalue()


def letter(*attached: tuple[str, bytes], text: str = "请查收附件。", page: str = "") -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "dangan@shili.example", "bangongshi@shili.example", "年报"
    made.set_content(text)
    if page:
        made.add_alternative(page, subtype="html")
    for name, content in attached:
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def elsewhere(source: bytes) -> ReportElsewhereError:
    with pytest.raises(ReportElsewhereError) as caught:
        govdisclose.parse(source)
    return caught.value


@pytest.mark.parametrize(
    "source",
    [
        archive({"说明.txt": "请查收。".encode(), "a/年报.docx": REPORT, "logo.png": b"\x89PNG\r\n"}),
        archive({"年报.docx": REPORT}, zipfile.ZIP_STORED),
        letter(("年报.docx", REPORT)),
        letter(page=PAGE.decode()),
    ],
)
def test_the_only_report_of_a_container_is_read_and_told(source: bytes) -> None:
    plain, read = govdisclose.parse(REPORT), govdisclose.parse(source)
    assert [(item.path, item.value) for item in read.entries] == [
        (item.path, item.value) for item in plain.entries
    ]
    told = [dict(item.facts) for item in read.findings if item.kind == "read-from-member"]
    assert told in (
        [{"container": "zip", "member": "a/年报.docx"}],
        [{"container": "zip", "member": "年报.docx"}],
        [{"container": "mail", "member": "年报.docx"}],
        [{"container": "mail", "member": "text.html"}],
    )


def test_a_container_of_two_reports_names_them() -> None:
    error = elsewhere(archive({"1.docx": REPORT, "读我.txt": "说明".encode(), "2.html": PAGE}))
    assert [(item.kind, item.address, item.words) for item in error.pointers] == [
        ("member", "1.docx", "a report"),
        ("member", "2.html", "a report"),
    ]
    assert error.remedy == "member"


def test_a_container_without_a_report_names_what_is_in_it() -> None:
    error = elsewhere(archive({"读我.txt": "说明".encode(), "扫描件.png": b"\x89PNG\r\n\x1a\n"}))
    assert [(item.address, item.words) for item in error.pointers] == [
        ("读我.txt", "not a report"),
        ("扫描件.png", "this is a PNG picture; text recognition has to come first"),
    ]
    assert [item.address for item in elsewhere(letter()).pointers] == ["text.txt"]


def test_an_archive_in_an_archive_is_named_and_not_opened() -> None:
    error = elsewhere(archive({"全部.zip": archive({"1.docx": REPORT})}))
    assert [item.address for item in error.pointers] == ["全部.zip"]


def test_more_files_than_are_tried_are_named_and_none_is_chosen() -> None:
    members = {f"{number}.txt": "说明".encode() for number in range(8)}
    assert len(elsewhere(archive({"年报.docx": REPORT, **members})).pointers) == 9
    many = {f"{number:03}.bin": b"\0\1\2" for number in range(101)}
    assert "102 files, too many to try" in str(elsewhere(archive({"年报.docx": REPORT, **many})))


def test_a_path_may_go_on_into_a_container(tmp_path: Path) -> None:
    inside = put(tmp_path, "全部.zip", archive({"a/1.docx": REPORT, "2.html": PAGE}))
    mail = put(tmp_path, "信.eml", letter(("年报.docx", REPORT)))
    assert govdisclose.parse(f"{inside}/a/1.docx").report.year == 2019
    assert govdisclose.parse(Path(inside) / "2.html").document.format == "html"
    assert govdisclose.parse(f"{mail}/年报.docx").document.format == "docx"
    with pytest.raises(FileNotFoundError):
        govdisclose.parse(f"{inside}/a/3.docx")
    plain = put(tmp_path, "1.html", PAGE)
    with pytest.raises(NotADirectoryError):
        govdisclose.parse(f"{plain}/a.docx")


def test_names_in_the_encoding_of_a_chinese_system_are_read(tmp_path: Path) -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("~~~~.docx", REPORT)
    source = file.getvalue().replace(b"~~~~.docx", "年报".encode("gb18030") + b".docx")
    assert [dict(item.facts)["member"] for item in govdisclose.parse(source).findings][:1] == ["年报.docx"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_cannot_be_bounded_are_not_inflated(method: int, tmp_path: Path) -> None:
    path = put(tmp_path, "a.zip", archive({"1.docx": REPORT}, method))
    with pytest.raises(DamagedDocumentError, match="is compressed by method"):
        govdisclose.parse(f"{path}/1.docx")


def test_a_member_that_inflates_without_end_breaks_its_limit(tmp_path: Path) -> None:
    path = put(tmp_path, "a.zip", archive({"1.txt": bytes(3_000_000)}))
    with pytest.raises(LimitError) as caught:
        govdisclose.parse(f"{path}/1.txt", limits=Limits(inflated=1_000_000))
    assert caught.value.limit == "inflated"
    assert "limit inflated" in elsewhere(archive({"1.txt": bytes(100_000_000)})).pointers[0].words


def test_a_hostile_archive_ends_in_time_and_memory(tmp_path: Path) -> None:
    bomb = archive({f"{number}.html": b"<p>" * 8_000_000 for number in range(90)})
    assert said_of(bomb, tmp_path, "parse") == "ReportElsewhereError"


def test_a_letter_is_told_from_a_text_and_from_a_saved_page() -> None:
    assert is_mail(letter())
    assert is_mail(b"Return-Path: <a@shili.example>\r\nReceived: from b\r\n\r\ntext")
    assert not is_mail("标题：年度报告\n时间：2023年\n\n一、总体情况".encode())
    assert not is_mail(b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a\r\nDate: x\r\n\r\n")
    assert not is_mail(b"")


def test_limits_of_a_container_are_shared_by_its_members() -> None:
    source = archive({"1.html": PAGE})
    with pytest.raises(ReportElsewhereError, match="no report could be read"):
        govdisclose.parse(source, limits=attrs.evolve(Limits(), elements=1_000))
    assert govdisclose.parse(PAGE, limits=attrs.evolve(Limits(), elements=1_000)).read == 198
