"""Make a virtual environment with the vendor's SDK: `python -m test.bench.make_peer DIR`.

The vendor's package installs as `xi.sdk.resellers`. It gets the Python and the versions of pydantic and urllib3 of this
interpreter, because otherwise the benchmark would compare those.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import venv
from importlib.metadata import version
from pathlib import Path

VENDOR = "xi.sdk.resellers==1.3.0"
SHARED = ("pydantic", "urllib3", "typing-extensions")


def make(directory: Path) -> Path:
    """Make the environment and give back its interpreter."""
    venv.create(directory, with_pip=True, clear=True)
    python = directory / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pins = [f"{name}=={version(name)}" for name in SHARED]
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", VENDOR, *pins]
    subprocess.run(command, check=True)
    return python


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m test.bench.make_peer", description=__doc__.splitlines()[0])
    parser.add_argument("directory", type=Path, help="where to make it; what is there is replaced")
    print(make(parser.parse_args().directory))


if __name__ == "__main__":
    main()
