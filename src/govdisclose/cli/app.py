"""The command ``govdisclose``."""

from __future__ import annotations

import click

from govdisclose import __version__
from govdisclose.cli.check import check_command
from govdisclose.cli.explain import explain_command
from govdisclose.cli.forms import blank_command, render_command
from govdisclose.cli.lists import findings_command, layouts_command, readers_command
from govdisclose.cli.new import new_command
from govdisclose.cli.parse import parse_command
from govdisclose.cli.plugins import plugins_command
from govdisclose.cli.rollup import rollup_command
from govdisclose.cli.rules import rules_command

__all__ = ["main"]


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 no errors; 1 findings of severity error; 2 wrong usage; 3 some file unreadable.\n\n"
    "退出状态：0 全部正常；1 有错误级发现；2 用法错误；3 有文件无法读取。",
)
@click.version_option(__version__, prog_name="govdisclose")
def main() -> None:
    """Annual disclosure reports of Chinese public bodies as data in which every number can be trusted.

    读取政府信息公开工作年度报告，转换为可核对的数据。
    """


for command in (
    parse_command,
    check_command,
    rollup_command,
    explain_command,
    blank_command,
    render_command,
    layouts_command,
    readers_command,
    findings_command,
    plugins_command,
    rules_command,
    new_command,
):
    main.add_command(command)
