"""``xi-resellers``, also ``python -m xi_sdk_resellers``: questions from the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from xi_sdk_resellers._commands import check


def build_parser() -> argparse.ArgumentParser:
    """Return the command line's parser."""
    parser = argparse.ArgumentParser(
        prog="xi-resellers",
        description="Questions to the vendor's API. Settings come from the XI_… environment variables.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    parser_of_check = commands.add_parser("check", help="settings, host, token, clock, and who owns the alias")
    parser_of_check.add_argument("--json", action="store_true", help="write the report as JSON")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    options = build_parser().parse_args(arguments)
    return check.run(options)


if __name__ == "__main__":
    sys.exit(main())
