"""Run the comparison: `python -m test.comparison --peer PYTHON` prints a Markdown table.

PYTHON is the interpreter of a virtual environment with the vendor's `xi.sdk.resellers` installed
(`python -m test.bench.make_peer FOLDER` makes one). Each row starts a sandbox of its own, breaks it as the row says,
runs one program of `programs.py` under each interpreter, and tells what it printed and what the ledger holds.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

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
    refusing: bool = False


def placed(sandbox: Sandbox) -> str:
    """Say how many orders there are."""
    count = len(sandbox.ledger.orders)
    return f"{count} order{'s' if count != 1 else ''} placed"


ROWS = [
    Row("Placing an order that the vendor accepts", "place", judge=placed),
    Row("The vendor's sample answers to a creation", "creation_samples"),
    Row("Fetching a token twice", "fetch_token", judge=secret_in_url),
    Row("A search that finds nothing", "search_nothing"),
    Row("A country code of three letters", "bad_argument"),
    Row("Nothing listens", "cancel", refusing=True),
    Row("An answer that never comes", "read", Fault("stall", times=None)),
    Row("Connection lost after a POST", "place", Fault("lost_answer", times=None), count("POST")),
    Row("Connection lost after a DELETE", "cancel", Fault("lost_answer", times=None), count("DELETE")),
    Row("Gateway page with status 502 after a POST", "place", Fault("html", times=None), count("POST")),
    Row("Redirected creation", "place", Fault("redirect", times=1), count("POST")),
    Row("Debug mode", "debug_log"),
    Row("Four forked children share a client, 200 reads", "fork", Fault("delay", delay=0.005, times=None), orders=4),
]


def outcome(row: Row, python: str) -> str:
    """Run one row's program with one interpreter."""
    with Sandbox() as sandbox:
        orders = sandbox.seed_orders(row.orders, start=date(2026, 10, 1), end=date(2026, 10, 31), seed=1)
        environment = {**os.environ, "ORDERS": " ".join(order.ingram_order_number for order in orders)}
        command = [python, "-W", "ignore", str(PROGRAMS), row.program, sandbox.url, sandbox.issue_token()]
        if row.fault is not None:
            sandbox.faults.add(row.fault)
        with sandbox.refusing() if row.refusing else contextlib.nullcontext():
            said = printed(command, environment)
        return "; ".join(filter(None, (said, row.judge(sandbox))))


def printed(command: list[str], environment: dict[str, str]) -> str:
    """What a program prints, or how it ends when it does not end well."""
    try:
        done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return f"hangs (stopped after {PATIENCE:.0f} s)"
    return done.stdout.strip() if done.returncode == 0 else done.stderr.strip().splitlines()[-1]


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
