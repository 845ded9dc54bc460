"""All commands under one name, each with its help in the language of the screens."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from typer.core import TyperGroup
from typer.main import get_command

from dragoman.show.cli.actors import actors
from dragoman.show.cli.agreements import agreements
from dragoman.show.cli.annotate import annotate
from dragoman.show.cli.articles import articles
from dragoman.show.cli.brief import brief
from dragoman.show.cli.channels import channels
from dragoman.show.cli.chronology import chronology
from dragoman.show.cli.deadlocks import deadlocks
from dragoman.show.cli.disputes import disputes
from dragoman.show.cli.dossier import dossier
from dragoman.show.cli.events import events
from dragoman.show.cli.expectations import expectations
from dragoman.show.cli.explain import explain
from dragoman.show.cli.export import export
from dragoman.show.cli.judge import judge
from dragoman.show.cli.judgements import judgements
from dragoman.show.cli.measures import measures
from dragoman.show.cli.meetings import meetings
from dragoman.show.cli.positions import positions
from dragoman.show.cli.read import read
from dragoman.show.cli.serve import serve
from dragoman.show.cli.statements import statements
from dragoman.show.cli.watch import watch
from dragoman.show.messages import language, messages
from dragoman.version import __version__

COMMANDS = (
    articles, read, watch, annotate, brief, chronology, actors, statements, events, meetings, positions, disputes,
    expectations, agreements, measures, channels, deadlocks, explain, judge, judgements, dossier, export, serve,
)  # fmt: skip


class InOrder(TyperGroup):
    """Lists the commands in the order of the walk."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002
        return [command.__name__ for command in COMMANDS]


def build() -> TyperGroup:
    """The command line in the language of the screens. Raises UsageError for an unknown language."""
    app = typer.Typer(
        cls=InOrder,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_root)
    for command in COMMANDS:
        app.command(command.__name__)(command)
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    _speak(group)
    return group


def _root(
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=lambda v: _tell(v))] = False,
    lang: Annotated[str | None, typer.Option("--lang", metavar="fr|en")] = None,
) -> None:
    """Replaced by the messages."""


def _tell(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"dragoman {__version__}\n")
        raise typer.Exit


def _speak(group: TyperGroup) -> None:
    """Put the messages' help in place."""
    told = messages(language())
    texts, options = told["help"], told["options"]
    for name, command in [("dragoman", group), *group.commands.items()]:
        command.help = texts[name].replace("\\b\n", "\b\n")  # click's sign for lines that stay as they are
        command.short_help = texts[name].split("\n\n")[0].replace("\n", " ").strip()
        asked = command.get_help_option(command.context_class(command, info_name=name))
        for parameter in [*command.params, asked]:
            if parameter is not None and hasattr(parameter, "help"):
                parameter.help = options[parameter.name]
