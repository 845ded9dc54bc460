"""All commands under one name, each with its help in the language of the screens."""

from __future__ import annotations

import sys
from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from dragoman.show.messages import in_our_words, language, messages, say
from dragoman.version import __version__

# In the order of the walk; each is a function in the module of its name.
COMMANDS = (
    "articles", "read", "watch", "annotate", "brief", "chronology", "actors", "statements", "events",
    "meetings", "positions", "disputes", "expectations", "agreements", "measures", "channels", "deadlocks",
    "explain", "judge", "judgements", "dossier", "export", "serve",
)  # fmt: skip


class Commands(MutableMapping[str, TyperCommand]):
    """The commands by their names; each is loaded when it is asked for, so that the help loads none."""

    def __init__(self) -> None:
        self._loaded: dict[str, TyperCommand] = {}

    def __getitem__(self, name: str) -> TyperCommand:
        if name not in self._loaded:
            if name not in COMMANDS:
                raise KeyError(name)
            alone = _typer()
            alone.command(name)(getattr(import_module(f"dragoman.show.cli.{name}"), name))
            command = get_command(alone)
            assert isinstance(command, TyperCommand)
            _speak(name, command)
            self._loaded[name] = command
        return self._loaded[name]

    def __setitem__(self, name: str, command: TyperCommand) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class InOrder(TyperGroup):
    """Lists the commands in the order of the walk, by what the messages say of them."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def format_commands(self, ctx: object, formatter: Any) -> None:  # noqa: ARG002
        texts = messages(language())["help"]
        with formatter.section(say("show.commands")):
            formatter.write_dl([(name, _short(texts[name])) for name in COMMANDS])


def build() -> TyperGroup:
    """The command line in the language of the screens. Raises UsageError for an unknown language."""
    app = _typer(cls=InOrder, no_args_is_help=True)
    app.callback()(_root)
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    _speak("dragoman", group)
    group.commands = Commands()  # type: ignore[assignment]
    return group


def run(words: list[str]) -> int:
    """Run the command that `words` are, and give its exit code; what is wrong with them is told in our language."""
    wrong: Any = typer.BadParameter.__mro__[1]  # click's UsageError, wherever typer keeps it
    try:
        code = build().main(args=words or ["--help"], prog_name="dragoman", standalone_mode=False)
    except typer.Abort:
        return 1
    except wrong as error:
        told: Any = error
        lines = (
            [told.ctx.get_usage(), say("show.try_help", command=told.ctx.command_path)] if told.ctx else []
        )
        lines.append(say("show.error", message=in_our_words(told.format_message())))
        sys.stderr.write("\n".join(lines) + "\n")
        return 2
    return code if isinstance(code, int) else 0


def _typer(**told: Any) -> typer.Typer:
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, **told)


def _root(
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=lambda v: _tell(v))] = False,
    lang: Annotated[str | None, typer.Option("--lang", metavar="fr|en")] = None,
) -> None:
    """Replaced by the messages."""


def _tell(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"dragoman {__version__}\n")
        raise typer.Exit


def _speak(name: str, command: TyperCommand | TyperGroup) -> None:
    """Put the messages' help in place."""
    told = messages(language())
    text, options = told["help"][name], told["options"]
    command.help = text.replace("\\b\n", "\b\n")  # click's sign for lines that stay as they are
    command.short_help = _short(text)
    asked = command.get_help_option(command.context_class(command, info_name=name))
    for parameter in [*command.params, asked]:
        if parameter is not None and hasattr(parameter, "help"):
            parameter.help = options[parameter.name]


def _short(text: str) -> str:
    return text.split("\n\n")[0].replace("\n", " ").strip()
