"""How reports print title, organ and year: each shape with what a person reads. Every organ is invented.

``None`` is what cannot be told; then a finding says so."""

from __future__ import annotations

import pytest
from front_shapes import R, front, kinds

Shape = tuple[tuple[str, ...], str | None, int | None]


# --- one line that is a title and nothing else: no finding

PLAIN: tuple[Shape, ...] = (
    # without 政府
    (("示例市体育局2023年信息公开工作年度报告",), "示例市体育局", 2023),
    (("示例市体育局2023年度信息公开年度报告",), "示例市体育局", 2023),
    (("2023年示例市体育局政务公开工作年度报告",), "示例市体育局", 2023),
    (("示例市人民政府2020年政务公开年度报告",), "示例市人民政府", 2020),
    (("示例市政府2020年信息公开工作年度报告",), "示例市政府", 2020),
    (("示例市政府办公室信息公开工作年度报告（2021年）",), "示例市政府办公室", 2021),
    (("示例市审计局2022年政府信息公开年报",), "示例市审计局", 2022),
    (("示例市审计局2022年信息公开年度工作报告",), "示例市审计局", 2022),
    # traditional characters
    (("示例縣財政局2021年政府信息公開工作年度報告",), "示例縣財政局", 2021),
    (("示例省人民政府辦公廳2021年政府信息公開工作年度報告",), "示例省人民政府辦公廳", 2021),
    (("2022年示例鎮人民政府信息公開年度報告",), "示例鎮人民政府", 2022),
    (("示例市教育局2020年政務公開工作年度報告",), "示例市教育局", 2020),
    # marks of markup and lists
    (("# 示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("## 2022年示例市财政局" + R,), "示例市财政局", 2022),
    (("###示例市财政局2022年" + R + " ###",), "示例市财政局", 2022),
    (("**示例市财政局2022年" + R + "**",), "示例市财政局", 2022),
    (("# **示例市财政局2022年" + R + "**",), "示例市财政局", 2022),
    (("__示例市财政局2022年" + R + "__",), "示例市财政局", 2022),
    (("> 示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("【示例市财政局2022年" + R + "】",), "示例市财政局", 2022),
    (("【示例市财政局】2022年" + R,), "示例市财政局", 2022),
    (("【公开年报】示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("示例市财政局〔2022年〕" + R,), "示例市财政局", 2022),
    (("<h1>示例市财政局2022年" + R + "</h1>",), "示例市财政局", 2022),
    (("[示例市财政局2022年" + R + "](/zfxxgk/t1.html)",), "示例市财政局", 2022),
    # suffixes and spaces
    (("示例市财政局2024 年" + R + "（图片版）",), "示例市财政局", 2024),
    (("示例市财政局 2024 年 " + R + "（超链版）",), "示例市财政局", 2024),
    (("示 例 市 财 政 局 2024 年 政府信息公开 工作年度报告",), "示例市财政局", 2024),
    (("示例市财政局　　　　2024年" + R,), "示例市财政局", 2024),
    (("示例市 财政局 2024年" + R,), "示例市财政局", 2024),
    (("示例市示范区人民政府 幸福街道办事处 2024年" + R,), "示例市示范区人民政府幸福街道办事处", 2024),
    (("示例市2024年财政局" + R,), "示例市财政局", 2024),
    # bodies of every kind; names in which 年, 公开 or a number word stands
    (("示例市青年公园管理处2022年" + R,), "示例市青年公园管理处", 2022),
    (("共青团示例市委员会2022年" + R,), "共青团示例市委员会", 2022),
    (("示例市政府信息公开办公室2022年" + R,), "示例市政府信息公开办公室", 2022),
    (("示例县千秋乡人民政府2022年" + R,), "示例县千秋乡人民政府", 2022),
    (("示例县各莫镇人民政府2022年" + R,), "示例县各莫镇人民政府", 2022),
    (("示例经济技术开发区管理委员会2022年" + R,), "示例经济技术开发区管理委员会", 2022),
    (("示例高新区管委会2022年" + R,), "示例高新区管委会", 2022),
    (("示例海关2022年" + R,), "示例海关", 2022),
    (("示例大学2022年信息公开工作年度报告",), "示例大学", 2022),
    (("示例市人民医院2022年信息公开年度报告",), "示例市人民医院", 2022),
    (("国家税务总局示例市税务局2022年" + R,), "国家税务总局示例市税务局", 2022),
    (("示例市委网信办2022年" + R,), "示例市委网信办", 2022),
    (("示例市互联网信息办公室2022年" + R,), "示例市互联网信息办公室", 2022),
    (("中国（示例）自由贸易试验区管理委员会2022年" + R,), "中国（示例）自由贸易试验区管理委员会", 2022),
    (("示例县2022年" + R,), "示例县", 2022),
    # the line goes on
    (("示例市财政局2022年" + R + "_示例市人民政府网",), "示例市财政局", 2022),
    (("示例市财政局2022年" + R + " - 示例市人民政府门户网站",), "示例市财政局", 2022),
    (("示例市财政局2022年" + R + "|公开年报|示例市",), "示例市财政局", 2022),
    (("示例市人民政府网_示例市财政局2022年" + R,), "示例市财政局", 2022),
    (
        ("示例市财政局2022年" + R + "  发布时间：2023-01-20 来源：示例市财政局 浏览次数：12",),
        "示例市财政局",
        2022,
    ),
    (("示例市财政局2022年" + R + " 2023-01-20 09:30",), "示例市财政局", 2022),
    (
        ("示例市财政局2022年" + R + "根据《中华人民共和国政府信息公开条例》，编制本报告。",),
        "示例市财政局",
        2022,
    ),
    (("示例市财政局2022年" + R + " 一、总体情况 " + "本局依法公开。" * 60,), "示例市财政局", 2022),
    (("示例市财政局2022年" + R + " 示例市人民政府",), "示例市财政局", 2022),
    # a date or a number before it
    (("20230120示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("当前位置：首页 公开年报 示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("索引号：00412/2023-00012 示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("2023-01-20 示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("[2023-01-20]示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("2023年1月20日 示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("发布日期：2023-01-20 示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("01-20 示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("3. 示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("（三）示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("附件2：示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("·示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("• 示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("- 示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("■示例市财政局2022年" + R,), "示例市财政局", 2022),
    # words of a menu before it
    (("机构职能\t示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("首页        示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("首页 政府信息公开 公开年报 示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("示例市人民政府网        示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("示例市人民政府 示例市财政局 2022年" + R,), "示例市财政局", 2022),
    (("首页 > 公开年报 > 示例市财政局2022年" + R,), "示例市财政局", 2022),
    (("首页 > 示例市财政局2022年" + R + " > 正文",), "示例市财政局", 2022),
)


@pytest.mark.parametrize(("lines", "organ", "year"), PLAIN, ids=lambda item: str(item)[:40])
def test_a_title_on_one_line_gives_organ_and_year(
    lines: tuple[str, ...], organ: str | None, year: int | None
) -> None:
    read = front(*lines)
    assert (read.organ, read.year, kinds(read)) == (organ, year, [])


def test_what_stands_around_a_title_is_not_kept_in_it() -> None:
    title = "示例市财政局2022年" + R
    for line in (
        f"# {title}",
        f"**{title}**",
        f"·{title}",
        f"3. {title}",
        f"机构职能\t{title}",
        f"{title}_示例市人民政府网",
        f"2023-01-20 {title}",
        f"{title}  发布时间：2023-01-20",
        f"{title}根据有关规定，编制本报告。",
    ):
        assert front(line).title == title


# --- several lines

LINES: tuple[Shape, ...] = (
    (("2023年示例县示范镇人民政府", R), "示例县示范镇人民政府", 2023),
    (("示例县示范镇人民政府2023年", R), "示例县示范镇人民政府", 2023),
    ((R, "2023年示例县示范镇人民政府"), "示例县示范镇人民政府", 2023),
    ((R, "示例县示范镇人民政府", "2023年"), "示例县示范镇人民政府", 2023),
    (("示例县示范镇人民政府", "2023年度", R), "示例县示范镇人民政府", 2023),
    (("2023年度", "示例县示范镇人民政府", R), "示例县示范镇人民政府", 2023),
    (("示例县示范镇人民政府\n2023年" + R,), "示例县示范镇人民政府", 2023),
    (("2023年示例县示范镇人民政府\n" + R,), "示例县示范镇人民政府", 2023),
    ((R + "\n示例县示范镇人民政府\n2023年12月31日",), "示例县示范镇人民政府", 2023),
    (("示例县示范镇人民政府2023年政府信息", "公开工作年度报告"), "示例县示范镇人民政府", 2023),
    (("示例县示范镇人民政府", "2023年政府信息", "公开工作年度", "报告"), "示例县示范镇人民政府", 2023),
    (("# 示例县示范镇人民政府", "## 2023年" + R), "示例县示范镇人民政府", 2023),
    (("**示例县示范镇人民政府**", "**2023年" + R + "**"), "示例县示范镇人民政府", 2023),
    (("示例县示范镇人民政府关于2023年", R), "示例县示范镇人民政府", 2023),
    (("示例县示范镇人民政府", "2023年" + R + " 根据有关规定，编制本报告。"), "示例县示范镇人民政府", 2023),
    (("示例县住房和城乡建", "设局2023年" + R), "示例县住房和城乡建设局", 2023),
    (("示例縣水務局", "2023年政府信息公開工作年度報告"), "示例縣水務局", 2023),
    (("示例大学", "2023年信息公开工作年度报告"), "示例大学", 2023),
    (("2023年示例开发区管委会", "信息公开工作年度报告"), "示例开发区管委会", 2023),
)


@pytest.mark.parametrize(("lines", "organ", "year"), LINES, ids=lambda item: str(item)[:40])
def test_a_title_over_several_lines_gives_organ_and_year(
    lines: tuple[str, ...], organ: str | None, year: int | None
) -> None:
    read = front(*lines)
    assert (read.organ, read.year) == (organ, year)
    assert {item.severity for item in read.findings} <= {"info"}


def test_a_title_printed_twice_is_one_title() -> None:
    title = "示例市财政局2022年" + R
    assert kinds(front(title, title, "发布日期：2023-01-20")) == []
    twice = front("示例市财政局", "2022年" + R, "示例市财政局", "2022年" + R)
    assert (twice.organ, twice.year) == ("示例市财政局", 2022)


# --- what is no name and no year

DOUBTFUL: tuple[Shape, ...] = (
    # words that stand where the organ is expected
    (("机构职能 2022年" + R,), None, 2022),
    (("政务公开2022年" + R,), None, 2022),
    (("历年" + R,), None, None),
    (("各部门2022年" + R,), None, 2022),
    (("关于公布2022年" + R,), None, 2022),
    (("××县××局2022年" + R,), None, 2022),
    (("XX市XX局20XX年" + R,), None, None),
    (("示例市人民政府网示例市财政局2022年" + R,), None, 2022),
    (("本局2022年" + R,), None, 2022),
    (("2022年" + R + " 示例市人民政府",), None, 2022),
    (("示例公司2022年环境信息公开年度报告",), None, 2022),
    (("示例市财政局 最新消息 2022年" + R,), None, 2022),
    (("设局2022年" + R,), None, 2022),
    (("示例市财政局最新动态2022年" + R,), None, 2022),
    (("县情概况 示例市财政局2022年" + R,), None, 2022),
    (("示例市财政局 首页 2022年" + R,), None, 2022),
    # years that are none of the report's, or two
    (("示例大学2021-2022学年信息公开工作年度报告",), "示例大学", None),
    (("示例市财政局202020年" + R,), "示例市财政局", None),
    (("2023-01-20 示例市财政局" + R,), "示例市财政局", None),
    (("示例市财政局" + R + "（2023年1月20日）",), "示例市财政局", None),
    (("示例市财政局" + R, "2023年1月20日"), "示例市财政局", None),
    (("示例市财政局2021、2022年" + R,), "示例市财政局", None),
)


@pytest.mark.parametrize(("lines", "organ", "year"), DOUBTFUL, ids=lambda item: str(item)[:40])
def test_what_cannot_be_told_is_none_and_a_warning_says_so(
    lines: tuple[str, ...], organ: str | None, year: int | None
) -> None:
    read = front(*lines)
    assert (read.organ, read.year) == (organ, year)
    loud = {item.kind.split("-")[0] for item in read.findings if item.severity == "warning"}
    assert ("organ" in loud, "year" in loud) == (organ is None, year is None)


@pytest.mark.parametrize(
    "line",
    [
        "关于做好2022年政府信息公开工作年度报告编制工作的通知",
        "示例市2022年政府信息公开工作年度报告编制说明",
        "2022年政府信息公开工作年度报告（模板）",
        "2022年政府信息公开工作年度报告（格式）",
        "中华人民共和国政府信息公开工作年度报告格式",
        "上一篇：示例市财政局2021年政府信息公开工作年度报告",
        "下一条 示例市财政局2023年政府信息公开工作年度报告",
        "示例市财政局2021年政府信息公开工作年度报告 示例市财政局2022年政府信息公开工作年度报告",
        "示例市财政局2022年政府信息公开工作年度报告已在网站公布",
        "信息公开年度报告",
        "政府信息公开年报",
    ],
)
def test_a_line_that_speaks_of_reports_is_no_title(line: str) -> None:
    assert front(line).title is None


# --- lists of links, menus, other organs

OTHERS = tuple(f"示例市财政局{year}年{R}" for year in (2018, 2019, 2020, 2021))


def test_a_list_of_links_does_not_hide_the_title() -> None:
    title = "示例市财政局2022年" + R
    after = front(title, "发布日期：2023-01-20", "公开年报", *OTHERS)
    before = front(*OTHERS, "公开年报", title)
    assert (after.title, after.year, before.title, before.year) == (title, 2022, title, 2022)
    assert kinds(after) == kinds(before) == []


def test_the_title_that_the_fields_of_the_page_stand_under_is_its_own() -> None:
    title = "示例市财政局2022年" + R
    read = front(*OTHERS, title, "发布时间：2023-01-20 来源：示例市财政局")
    assert (read.title, read.year, kinds(read)) == (title, 2022, [])


def test_links_with_their_dates_are_a_list_too() -> None:
    dated = [line for title in OTHERS for line in (title, "2022-01-20")]
    assert front("示例市财政局2022年" + R, "来源：示例市财政局", "更多公开", *dated).year == 2022


def test_of_a_list_that_holds_the_title_too_the_text_decides() -> None:
    title = "示例市财政局2022年" + R
    read = front(title, *OTHERS, "现将2022年度政府信息公开工作情况报告如下：")
    assert (read.title, read.organ, read.year) == (title, "示例市财政局", 2022)


def test_of_a_list_alone_only_what_all_say_is_taken() -> None:
    read = front(*OTHERS)
    assert (read.title, read.organ, read.year) == (None, "示例市财政局", None)
    assert kinds(read) == ["title-undecided", "organ-from-line", "year-not-found"]


def test_a_list_of_other_organs_gives_no_organ() -> None:
    read = front(*(f"示例市{name}局2022年{R}" for name in ("财政", "审计", "教育", "体育")))
    assert (read.organ, read.year) == (None, 2022)
    assert "title-undecided" in kinds(read)


def test_another_title_beside_the_one_taken_is_told() -> None:
    read = front("示例市财政局2022年" + R, "公开目录", "示例市财政局2021年" + R)
    assert kinds(read) == ["titles-differ"]
    assert dict(read.findings[0].facts)["second"] == "示例市财政局2022年" + R


def test_a_link_under_its_label_is_no_title() -> None:
    read = front("示例市财政局2022年" + R, "上一篇：", "示例市财政局2021年" + R)
    assert (read.year, kinds(read)) == (2022, [])


@pytest.mark.parametrize(
    "menu",
    [
        ("首页", "政务公开", "政府信息公开年报", "信息公开年度报告"),
        ("示例市人民政府", "政府信息公开", "公开指南", "政府信息公开年度报告", "依申请公开"),
        ("您现在的位置：首页 > 政府信息公开年度报告 > 示例市财政局",),
        ("示例市财政局", "示例市审计局", "示例市教育局", "示例市体育局"),
    ],
)
def test_a_menu_before_the_title_changes_nothing(menu: tuple[str, ...]) -> None:
    title = "示例市财政局2022年" + R
    read = front(*menu, title, "2023-01-20")
    assert (read.title, read.organ, read.year, kinds(read)) == (title, "示例市财政局", 2022, [])


def test_another_body_named_as_the_source_leaves_the_organ_open() -> None:
    read = front("示例市人民政府", "2022年" + R, "来源：示例市财政局")
    assert (read.organ, kinds(read)) == (None, ["organ-undecided"])


def test_the_title_of_the_page_alone_gives_organ_and_year() -> None:
    read = front(
        "首页", "政务公开", metadata="2022年示例市财政局信息公开工作年度报告_公开年报_示例市人民政府"
    )
    assert (read.title, read.organ, read.year) == (
        "2022年示例市财政局信息公开工作年度报告",
        "示例市财政局",
        2022,
    )
