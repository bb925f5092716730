"""What number formats show of numbers and of text. What programs do not agree on is not known."""

from __future__ import annotations

import pytest

from govdisclose.readers.spreadsheet._numbers import BUILTIN, show_number, show_text


def shown(value: float, code: str) -> str | None:
    found = show_number(value, code)
    return found.text if found is not None else None


@pytest.mark.parametrize(
    ("code", "value", "expected"),
    [
        ("General", 12.0, "12"),
        ("General", 0.1 + 0.2, "0.3"),
        ("General", 7390.3, "7390.3"),
        ("General", -12.5, "-12.5"),
        ("General", 12345678901.0, "12345678901"),
        ("General", 0.0001, "0.0001"),
        ('General"件"', 12.0, "12件"),
        ("G/通用格式", 12.0, "12"),
        ("@", 12.0, "12"),
        ("0", 12.6, "13"),
        ("0", 12.4, "12"),
        ("0", -12.5, "-13"),
        ("0", 0.0, "0"),
        ("0.00", 12.0, "12.00"),
        ("0.00", 2.675, "2.68"),
        ("0.0##", 12.5, "12.5"),
        ("#", 12.0, "12"),
        ("#", 0.0, ""),
        ("000", 12.0, "012"),
        ("#,##0", 1234567.891, "1,234,568"),
        ("#,##0.00", 999.0, "999.00"),
        ("0,", 1500.0, "2"),
        ('0.0,"千"', 1234.0, "1.2千"),
        ("0%", 0.126, "13%"),
        ("0.0%", 0.126, "12.6%"),
        ('0"件"', 12.0, "12件"),
        ('0"万元"', 12.0, "12万元"),
        ("0\\ 件", 12.0, "12 件"),
        ('"约"0', 12.0, "约12"),
        ("0_ ", 12.0, "12 "),
        ("0_ ;[Red]\\-0\\ ", -12.0, "-12 "),
        ('_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', 1234.0, " 1,234 "),
        ('_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', 0.0, " - "),
        ("0;-0;;@", 0.0, ""),
        ("0;-0;;@", 12.0, "12"),
        (";;;", 12.0, ""),
        ("0;(0)", -12.0, "(12)"),
        ('0;-0;"无"', 0.0, "无"),
        ("[$¥-804]#,##0", 1234.0, "¥1,234"),
        ("[$-804]0", 12.0, "12"),
        ("yyyy-mm-dd", 44592.0, "2022-01-31"),
        ('yyyy"年"m"月"d"日"', 44592.0, "2022年1月31日"),
        ("yyyy/m/d;@", 44592.0, "2022/1/31"),
        ("yy-mm-dd", 44592.0, "22-01-31"),
    ],
)
def test_what_is_shown(code: str, value: float, expected: str) -> None:
    assert expected == shown(value, code)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("General", 1 / 3),
        ("General", 123456789012.0),
        ("General", 0.00001),
        ("General", float("nan")),
        ("General", float("inf")),
        ("0", 1e15),
        ("0", -0.4),
        ("0;-0;0", 0.4),
        ("0.00E+00", 12.0),
        ("# ?/?", 12.5),
        ("0-00", 123.0),
        ("#.##", 12.0),
        ("h:mm", 0.5),
        ("[h]:mm", 1.5),
        ("m/d/yyyy h:mm", 44592.5),
        ("mmm-yy", 44592.0),
        ("yyyy-mm-dd", 59.0),
        ("[$-F800]yyyy", 44592.0),
        ("[>100]0;0.0", 12.0),
        ("[DBNum1]0", 12.0),
        ("[Color 40]0", 12.0),
        ('0"件', 12.0),
        ("0*-", 12.0),
        ("0[Red", 12.0),
        ("0\\", 12.0),
        ("0,.0", 12.0),
        ("0x", 12.0),
        ('"件"', -12.0),
        ("0" * 300, 12.0),
        (BUILTIN[37], -12.0),
    ],
)
def test_what_is_not_known(code: str, value: float) -> None:
    assert shown(value, code) is None


def test_a_number_at_the_edge_of_rounding_is_not_guessed() -> None:
    # as decimals of 15 digits it is 2.5, which is rounded up; its binary digits are a little less
    assert shown(2.4999999999999996, "0") is None


def test_a_day_of_workbooks_that_count_from_1904() -> None:
    found = show_number(43130.0, "yyyy-mm-dd", from_1904=True)
    assert found is not None
    assert found.text == "2022-01-31"


@pytest.mark.parametrize(
    ("code", "colour"), [("[Red]0", "FF0000"), ("[White]0", "FFFFFF"), ("[Color2]0", "FFFFFF"), ("0", "")]
)
def test_the_colour_of_a_format(code: str, colour: str) -> None:
    found = show_number(12.0, code)
    assert found is not None
    assert found.colour == colour


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("General", ("", "", False)),
        ("0.00", ("", "", False)),
        ("@", ("", "", False)),
        ('"约"@"件"', ("约", "件", False)),
        ("0;-0;0;", ("", "", True)),
        (";;;", ("", "", True)),
        ("0;-0;0;@", ("", "", False)),
        ('0;-0;0;"无"', None),
        ("@@", None),
    ],
)
def test_what_is_made_of_text(code: str, expected: tuple[str, str, bool] | None) -> None:
    found = show_text(code)
    assert (None if found is None else tuple(found)) == expected
