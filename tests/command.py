"""A command as a person meets it, without a start of Python for each call."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from typer import Typer
from typer.testing import CliRunner

from data_sources.settings import settings


@dataclass(frozen=True)
class Answer:
    """How a command ended, and what it wrote: each by itself, and both as a person reads them."""

    returncode: int
    stdout: str
    stderr: str
    output: str


def run(main: Callable[..., None], arguments: tuple[str, ...], environment: Mapping[str, str]) -> Answer:
    """Run a command in this process, with these settings alone.

    Args:
        main: the command, as `typer.run` takes it.
        arguments: of its line.
        environment: what its environment holds besides that of this process.
    """
    application = Typer()
    application.command()(main)
    settings.cache_clear()
    try:
        made = CliRunner().invoke(application, list(arguments), env=environment)
    finally:
        settings.cache_clear()
    if made.exception is not None and not isinstance(made.exception, SystemExit):
        raise made.exception
    return Answer(made.exit_code, made.stdout, made.stderr, made.output)
