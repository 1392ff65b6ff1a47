"""Check the user programs with mypy and pyright and compare the errors with what the programs announce.

A line that ends in `# wrong` must be reported by both checkers; every other line must be reported by neither.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

PROGRAMS = Path(__file__).parent / "programs"
Place = tuple[str, int]


def announced() -> set[Place]:
    """Places (file name, line) of the lines marked as wrong."""
    return {
        (path.name, number)
        for path in sorted(PROGRAMS.glob("*.py"))
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if line.endswith("# wrong")
    }


def reported_by_mypy() -> dict[Place, str]:
    """Places that mypy --strict reports, with the message."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--config-file=", str(PROGRAMS)]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = re.finditer(r"^(?P<file>[^:\n]+):(?P<line>\d+): error: (?P<message>.*)$", output, re.MULTILINE)
    return {(Path(match["file"]).name, int(match["line"])): match["message"] for match in found}


def reported_by_pyright() -> dict[Place, str]:
    """Places that pyright in strict mode reports, with the message."""
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    command += ["--project", str(PROGRAMS / "pyrightconfig.json")]
    output = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    return {
        (Path(item["file"]).name, item["range"]["start"]["line"] + 1): item["message"]
        for item in output["generalDiagnostics"]
        if item["severity"] == "error"
    }


def main() -> int:
    """Print every difference between what is announced and what is reported; 0 when there is none."""
    expected = announced()
    wrong = 0
    for checker, reported in (("mypy", reported_by_mypy()), ("pyright", reported_by_pyright())):
        for file, line in sorted(expected - set(reported)):
            print(f"{file}:{line}: {checker} accepts a line that is marked as wrong")
            wrong += 1
        for (file, line), message in sorted(reported.items()):
            if (file, line) not in expected:
                print(f"{file}:{line}: {checker} reports: {message}")
                wrong += 1
    print(f"{len(expected)} wrong lines announced, {wrong} differences")
    return 1 if wrong or not expected else 0


if __name__ == "__main__":
    sys.exit(main())
