"""Check the user programs with mypy and pyright and compare the errors with what the programs announce.

A line that ends in `# wrong` must be reported by both checkers; every other line must be reported by neither. The
examples of the start page and of the README are checked as they are written there.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAMS = Path(__file__).parent / "programs"
ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "docs/index.md")
"""Pages whose examples are programs of their own."""
Place = tuple[str, int]


def announced() -> set[Place]:
    """Places (file name, line) of the lines marked as wrong."""
    return {
        (path.name, number)
        for path in sorted(PROGRAMS.glob("*.py"))
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if line.endswith("# wrong")
    }


def write_examples(folder: Path) -> None:
    """Write each Python block of the pages as a program, named after its page and line."""
    for page in PAGES:
        text = (ROOT / page).read_text(encoding="utf-8")
        for block in re.finditer(r"^```python[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
            line = text.count("\n", 0, block.start()) + 1
            name = f"{Path(page).stem.lower()}_line_{line}.py"
            folder.joinpath(name).write_text(block[1], encoding="utf-8")
    folder.joinpath("pyrightconfig.json").write_text((PROGRAMS / "pyrightconfig.json").read_text(), encoding="utf-8")


def reported_by_mypy(programs: Path) -> dict[Place, str]:
    """Places that mypy --strict reports, with the message."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--config-file=", str(programs)]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = re.finditer(r"^(?P<file>[^:\n]+):(?P<line>\d+): error: (?P<message>.*)$", output, re.MULTILINE)
    return {(Path(match["file"]).name, int(match["line"])): match["message"] for match in found}


def reported_by_pyright(programs: Path) -> dict[Place, str]:
    """Places that pyright in strict mode reports, with the message."""
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    command += ["--project", str(programs / "pyrightconfig.json")]
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
    with tempfile.TemporaryDirectory() as examples:
        write_examples(Path(examples))
        both = (PROGRAMS, Path(examples))
        found = {
            "mypy": {place: said for folder in both for place, said in reported_by_mypy(folder).items()},
            "pyright": {place: said for folder in both for place, said in reported_by_pyright(folder).items()},
        }
    for checker, reported in found.items():
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
