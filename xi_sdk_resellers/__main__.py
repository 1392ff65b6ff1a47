"""``xi-resellers``, also ``python -m xi_sdk_resellers``: questions from the command line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from xi_sdk_resellers._commands import COMMANDS
from xi_sdk_resellers._version import __version__

_EPILOG = """\
Settings come from the XI_… environment variables. Exit codes: 0 for yes, 1 for no (not found, something is wrong or
open), 2 for wrong usage or settings, 3 when the vendor could not be asked."""


def build_parser(command: str | None = None) -> argparse.ArgumentParser:
    """Return the command line's parser.

    Args:
        command: the command that is called; the others take no arguments, so that their modules are not loaded.
    """
    parser = argparse.ArgumentParser(
        prog="xi-resellers",
        description="Questions to the vendor's API, and a sandbox to try things out.",
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, told in COMMANDS.items():
        of_command = commands.add_parser(name, help=told, description=f"{told[0].upper()}{told[1:]}.", epilog=_EPILOG)
        if name == command:
            _module(name).add_arguments(of_command)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    command = next((each for each in given if not each.startswith("-")), None)
    options = build_parser(command).parse_args(given)
    try:
        code: int = _module(options.command).run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _module(command: str) -> Any:
    return import_module(f"xi_sdk_resellers._commands.{command}")


if __name__ == "__main__":
    sys.exit(main())
