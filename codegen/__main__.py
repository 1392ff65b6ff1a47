"""``python -m codegen``: write everything that is generated, or with ``--check`` compare it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from codegen.contract import ContractError
from codegen.everything import FOLDERS, generate
from codegen.output import differences, write
from codegen.reader import read

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Returns:
        The exit status: 0 when everything is as generated, 1 when something differs, 2 for a bad contract.
    """
    parser = argparse.ArgumentParser(prog="python -m codegen", description="Generate code and docs from the contract.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file is not as generated")
    parser.add_argument("--contract", type=Path, default=ROOT / "openapi.json", help="the contract (OpenAPI 3.0, JSON)")
    parser.add_argument("--output", type=Path, default=ROOT, help="the folder to write to (the project)")
    options = parser.parse_args(arguments)
    try:
        files = generate(read(options.contract))
    except ContractError as error:
        print(f"{options.contract}: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    if options.check:
        lines = differences(options.output, FOLDERS, files)
        print("\n".join(lines) if lines else f"{len(files)} files are as generated")
        return 1 if lines else 0
    lines = write(options.output, FOLDERS, files)
    print("\n".join(lines) if lines else f"{len(files)} files were up to date")
    return 0


if __name__ == "__main__":
    sys.exit(main())
