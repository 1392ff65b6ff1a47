"""The sandbox in a process of its own, asked by lines of JSON."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from typing import Any

from xi_sdk_resellers.sandbox import Sandbox


class Vendor:
    """Starts the process and asks it; safe to share between threads."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "test.crashes.vendor"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._lock = threading.Lock()
        self.port: int = self.ask("port")
        self.token: str = self.ask("token")

    def ask(self, question: str, about: str = "") -> Any:
        with self._lock:
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            self._process.stdin.write(json.dumps([question, about]) + "\n")
            self._process.stdin.flush()
            return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


def answer(sandbox: Sandbox, question: str, about: str) -> Any:
    if question == "port":
        return sandbox.port
    if question == "token":
        return sandbox.issue_token()
    if question == "placed":
        sandbox.drain()
        return [order.ingram_order_number for order in sandbox.ledger.placed(about)]
    order = sandbox.ledger.find(about)
    assert order is not None
    if question == "cancelled":
        return order.cancelled
    if question == "on hold":
        return order.on_hold
    assert question == "parts"
    return [line.part_number for line in order.lines]


def main() -> None:
    with Sandbox() as sandbox:
        for line in sys.stdin:
            sys.stdout.write(json.dumps(answer(sandbox, *json.loads(line))) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
