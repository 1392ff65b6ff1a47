"""Send what fits the contract to a sandbox, with Schemathesis: single calls, and chains of calls along the links.

It ends with 1 when an answer is outside the contract, a fault of the sandbox, or a refusal that nothing explains.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from xi_sdk_resellers.sandbox import Sandbox

HERE = Path(__file__).resolve().parent
CONTRACT = HERE.parents[1] / "openapi.json"
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,"
    "refused_for_a_reason"
)


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m test.fuzzing", description=__doc__)
    parser.add_argument("--schemathesis", default="schemathesis", help="the command, in whatever environment it is")
    parser.add_argument("--examples", type=int, default=15, help="how many requests for each operation, and chains")
    parser.add_argument("--seed", type=int, default=1, help="what the requests are made from")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Sandbox() as sandbox:
        sandbox.seed_orders(60, seed=1)
        headers = {
            "Authorization": f"Bearer {sandbox.issue_token()}",
            "IM-CustomerNumber": sandbox.settings.customer_number,
            "IM-CountryCode": sandbox.settings.country_code,
        }
        command = [options.schemathesis, "run", str(CONTRACT), "--url", sandbox.url, "--no-color", "--mode", "positive"]
        command += ["--phases", "examples,fuzzing,stateful", "--continue-on-failure", "--generation-database", "none"]
        command += ["--max-examples", str(options.examples), "--seed", str(options.seed), "--warnings", "off"]
        command += ["--checks", CHECKS, "--suppress-health-check", "all"]
        command += [text for name, value in headers.items() for text in ("-H", f"{name}: {value}")]
        environment = {**os.environ, "SCHEMATHESIS_HOOKS": str(HERE / "explained.py")}
        return subprocess.run(command, cwd=folder, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
