"""Make clients with openapi-python-client and datamodel-code-generator, and read every sample and example with them.

Both stand in an environment of their own; what they make is put into a folder that is thrown away.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONTRACT = HERE.parents[1] / "openapi.json"


def main() -> int:
    """Run the command. It ends with 1 when a generator fails, or an answer cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m test.generators", description=__doc__)
    parser.add_argument("environment", type=Path, help="the virtual environment that has the generators")
    programs = parser.parse_args().environment.resolve() / "bin"
    with tempfile.TemporaryDirectory() as folder:
        source = ["--input", str(CONTRACT), "--input-file-type", "openapi", "--output-model-type"]
        commands = (
            ["openapi-python-client", "generate", "--path", str(CONTRACT), "--output-path", "client", "--meta", "none"],
            ["datamodel-codegen", *source, "pydantic_v2.BaseModel", "--output", "models.py", "--formatters", "builtin"],
            ["python", str(HERE / "reading.py"), str(CONTRACT), str(HERE.parent / "samples" / "payloads")],
        )
        environment = {**os.environ, "PYTHONPATH": folder}
        for program, *arguments in commands:
            done = subprocess.run([programs / program, *arguments], cwd=folder, env=environment, check=False)
            if done.returncode:
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
