"""Run the comparison: `python -m test.comparison --peer PYTHON` prints a Markdown table.

PYTHON is the interpreter of a virtual environment with the vendor's `xi.sdk.resellers` installed
(`python -m test.bench.make_peer FOLDER` makes one). Each row starts a sandbox of its own, breaks it as the row says,
runs one program of `programs.py` under each interpreter, and tells what it printed and what the ledger holds.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from xi_sdk_resellers import AccesstokenApi, ApiClient
from xi_sdk_resellers.sandbox import Fault, Sandbox

PROGRAMS = Path(__file__).with_name("programs.py")
PATIENCE = 150.0
"""Seconds after which a program counts as hanging."""


def nothing_more(sandbox: Sandbox) -> str:
    """Add nothing to what the program printed."""
    return ""


def count(method: str) -> Callable[[Sandbox], str]:
    """Make a judge that counts how often a request came."""

    def judge(sandbox: Sandbox) -> str:
        came = sum(request.method == method for request in sandbox.ledger.requests if "oauth" not in request.path)
        return f"{method} sent {came} time{'s' if came != 1 else ''}"

    return judge


def secret_in_url(sandbox: Sandbox) -> str:
    """Say whether the client secret came in a query."""
    shown = any("sandbox-secret" in f"{request.path}{request.query}" for request in sandbox.ledger.requests)
    return "the secret is in the URL" if shown else "the secret is in the body"


@dataclass(frozen=True)
class Row:
    """One row: what is looked at, the program, how the sandbox is broken, and what its ledger is asked."""

    title: str
    program: str
    fault: Fault | None = None
    judge: Callable[[Sandbox], str] = nothing_more
    orders: int = 0
    printed: bool = field(default=True)


ROWS = [
    Row("An answer that never comes", "read", Fault("stall", times=99)),
    Row("Connection lost after a DELETE was sent", "cancel", Fault("lost_answer", times=99), count("DELETE")),
    Row("Connection lost after a POST was sent", "create", Fault("lost_answer", times=99), count("POST")),
    Row("Creation answered 200 instead of 201", "create_and_look", Fault("status", status=200, effect=True)),
    Row("Nothing listens", "read", Fault("refuse", times=99)),
    Row("HTML from a gateway with status 502", "create", Fault("html", status=502)),
    Row("A country code of three letters", "bad_argument"),
    Row("A search that finds nothing", "search_nothing"),
    Row("Fetching a token", "fetch_token", judge=secret_in_url, printed=False),
    Row("Debug mode", "debug_log"),
    Row("The vendor's sample answers to a creation", "creation_samples"),
    Row("Type of amounts", "money"),
    Row("Four forked children with one client", "fork", orders=4),
]


def outcome(row: Row, python: str) -> str:
    """Run one row's program with one interpreter."""
    with Sandbox() as sandbox:
        with ApiClient(sandbox.configuration()) as client:
            token = AccesstokenApi(client).get_accesstoken("client_credentials", "sandbox-client", "sandbox-secret")
        if row.orders:
            sandbox.seed_orders(row.orders, start=date(2026, 10, 1), end=date(2026, 10, 31), seed=1)
        if row.fault is not None:
            sandbox.faults.add(row.fault)
        command = [python, "-W", "ignore", str(PROGRAMS), row.program, sandbox.url, token.access_token or ""]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return f"hangs (stopped after {PATIENCE:.0f} s)"
        said = done.stdout.strip() if done.returncode == 0 else done.stderr.strip().splitlines()[-1]
        return "; ".join(filter(None, (said if row.printed or done.returncode else "", row.judge(sandbox))))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", required=True, help="interpreter with the vendor's package")
    peer = parser.parse_args().peer
    with ThreadPoolExecutor(max_workers=4) as pool:
        theirs = [pool.submit(outcome, row, peer) for row in ROWS]
        ours = [pool.submit(outcome, row, sys.executable) for row in ROWS]
    print("| what happens | vendor's SDK | here |\n| --- | --- | --- |")
    for row, their, our in zip(ROWS, theirs, ours, strict=True):
        print(f"| {row.title} | {their.result()} | {our.result()} |")


if __name__ == "__main__":
    main()
