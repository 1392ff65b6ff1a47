"""``python -m test.public_api``: what the public API has lost since the last release, if the changelog does not say so.

``--write FILE`` writes the public names down, one a line. Do that when a version is released, and delete the file of
the one before.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from test.public_api.names import public_names, undocumented

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Compare, or write. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m test.public_api", description=__doc__)
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the public names down instead")
    found = public_names(ROOT)
    given = parser.parse_args()
    if given.write is not None:
        given.write.write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")
        return 0
    (released,) = Path(__file__).parent.glob("*.txt")
    known = set(released.read_text(encoding="utf-8").splitlines())
    silent = undocumented(known, found, (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    for line in silent:
        print(f"gone since {released.stem}, and CHANGELOG.md does not say so: {line}")
    kept = len(known & found)
    print(f"{kept} of {len(known)} public names of {released.stem} are as they were, {len(found - known)} are new")
    return 1 if silent else 0


sys.exit(main())
