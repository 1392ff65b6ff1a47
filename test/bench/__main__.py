"""`python -m test.bench --peer PYTHON`: measure, print the Markdown table, write the chart.

PYTHON is the interpreter of an environment with the vendor's SDK (`python -m test.bench.make_peer DIR` makes one). No
figure of this is a test: the goals stand in the table, and missing one does not change the exit status.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from .measure import Effort, Run
from .report import chart, machine, table, write_pyperf


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m test.bench", description=__doc__.splitlines()[0])
    parser.add_argument("--peer", required=True, help="interpreter of an environment with the vendor's SDK")
    parser.add_argument("--quick", action="store_true", help="less than three minutes, rough figures")
    parser.add_argument("--output", type=Path, help="folder for table.md, ratios.svg and the pyperf files")
    parser.add_argument("--before", type=Path, help="checkout of an earlier version, measured in the same run")
    arguments = parser.parse_args()
    results = Run(arguments.peer, Effort.of(quick=arguments.quick), arguments.before).measure()
    text = f"{table(results)}\n{machine(arguments.peer)}\n"
    print(text, end="")
    if arguments.output is not None:
        arguments.output.mkdir(parents=True, exist_ok=True)
        (arguments.output / "table.md").write_text(text, encoding="utf-8")
        (arguments.output / "ratios.svg").write_text(chart(results), encoding="utf-8")
        write_pyperf(results, arguments.output)


if __name__ == "__main__":
    main()
