"""Commands by name, each built when it is asked for, so that only the module of the command typed is imported.

Never does a command's work: a line names a module whose `run`, or whose typer group `app`, is the command.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

import typer

Line = tuple[str, str, str]  # the command's name, its module, the panel of `--help` in which it stands


class Built(Mapping[str, Any]):
    """The commands of these lines; their modules lie in `package`."""

    def __init__(self, package: str, lines: Sequence[Line]) -> None:
        self._package, self._lines = package, lines

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _, _ in self._lines)

    def __getitem__(self, name: str) -> Any:
        for known, file, panel in self._lines:
            if known == name:
                command = _command(name, import_module(f"{self._package}.{file}"))
                command.name, command.rich_help_panel = name, panel or None
                return command
        raise KeyError(name)


def _command(name: str, module: Any) -> Any:
    if hasattr(module, "app"):
        return typer.main.get_group(module.app)
    one = typer.Typer(add_completion=False)
    one.command(name)(module.run)
    return typer.main.get_command(one)
