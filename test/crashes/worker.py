"""A process that makes one change, forked for each run from one that has loaded everything."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import Any

from xi_sdk_resellers import ApiClient, Configuration, OpenApiException, Orders, Retries, aio
from xi_sdk_resellers.journal import JournalEntry, JournalState, SqliteJournal
from xi_sdk_resellers.sandbox import Sandbox

NEW_LINE = {"customerLineNumber": "2", "ingramPartNumber": "DF4128", "addUpdateDeleteLine": "ADD", "quantity": 3}


class Workers:
    """Starts workers, one at a time."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "test.crashes.worker"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, task: dict[str, Any], begin: Callable[[int], None]) -> dict[str, Any]:
        """Do a task in a process of its own.

        Args:
            task: what to do.
            begin: called with the number of the process before it does anything.

        Returns:
            What it says; ``{"told": "killed"}`` when it did not get to that.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(task) + "\n")
        self._process.stdin.flush()
        begin(int(self._process.stdout.readline()))
        self._process.stdin.write("go\n")
        self._process.stdin.flush()
        found: dict[str, Any] = json.loads(self._process.stdout.readline())
        return found

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


# In the worker.


class DyingJournal(SqliteJournal):
    """A journal whose process is killed before it has written a result."""

    def write(self, entry: JournalEntry, revision: int | None) -> bool:
        if entry.state is not JournalState.OPEN:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().write(entry, revision)


def die_before_connection(number: int) -> None:
    """Kill this process when it is about to make its n-th connection."""
    made = 0

    def watch(event: str, _: object) -> None:
        nonlocal made
        if event == "socket.connect":
            made += 1
            if made == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def change(orders: Any, task: dict[str, Any]) -> Any:
    """Begin the change of a task; a coroutine of the asyncio twin."""
    name, number, options = task["name"], task["number"], dict(task["options"])
    if task["memory"] == "resume" and name in ("place", "place_async", "modify"):
        options["resume"] = True
    if name in ("place", "place_async"):
        line = {"customerLineNumber": "1", "ingramPartNumber": "8RB884", "quantity": 2}
        return getattr(orders, name)({"customerOrderNumber": number, "lines": [line]}, **options)
    if name == "modify":
        return orders.modify(number, {"lines": [NEW_LINE]}, **options)
    return getattr(orders, name)(number, **options)


def told(answer: Any) -> dict[str, Any]:
    """Say what a change has returned."""
    placed = [order.ingram_order_number for order in getattr(answer, "orders", None) or ()]
    return {"told": "done", "numbers": placed or getattr(answer, "order_numbers", None) or []}


def refused(error: OpenApiException) -> dict[str, Any]:
    """Say how a change has failed."""
    retry_at = getattr(error, "retry_at", None)
    return {
        "told": str(error.outcome),
        "kind": type(error).__name__,
        "numbers": list(getattr(error, "order_numbers", ())),
        "retry_at": retry_at.timestamp() if retry_at else None,
        "hint": getattr(error, "hint", None),
    }


def work(task: dict[str, Any]) -> dict[str, Any]:
    """Do a task in this process."""
    if task["kill"] == "before connect":
        die_before_connection(task["at"])
    journal = None
    if task["memory"] == "journal":
        dies = task["kill"] == "before recording"
        journal = (DyingJournal if dies else SqliteJournal)(task["journal"])
    settings = Configuration(
        task["url"], access_token=task["token"], im_customer_number="20-222222", im_country_code="US",
        retries=Retries(backoff=0),
    )  # fmt: skip
    try:
        if task["twin"] == "blocking":
            with ApiClient(settings) as client:
                said = told(change(Orders(client, journal=journal), task))
        else:
            said = asyncio.run(work_asynchronously(settings, journal, task))
    except OpenApiException as error:
        said = refused(error)
    if task["kill"] == "before recording":
        os.kill(os.getpid(), signal.SIGKILL)
    return said


async def work_asynchronously(settings: Configuration, journal: Any, task: dict[str, Any]) -> dict[str, Any]:
    async with aio.ApiClient(settings) as client:
        return told(await change(aio.Orders(client, journal=journal), task))


def serve() -> None:
    """Fork a worker for each task."""
    for line in sys.stdin:
        task = json.loads(line)
        go_reader, go_writer = os.pipe()
        said_reader, said_writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(go_writer)
            os.close(said_reader)
            try:
                os.read(go_reader, 1)
                os.write(said_writer, json.dumps(work(task)).encode())
            finally:
                os._exit(0)
        os.close(go_reader)
        os.close(said_writer)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        sys.stdin.readline()
        os.write(go_writer, b"g")
        os.close(go_writer)
        with os.fdopen(said_reader) as reader:
            said = reader.read()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        killed = {"told": "killed" if status == -signal.SIGKILL else "broken"}
        sys.stdout.write((said or json.dumps(killed)) + "\n")
        sys.stdout.flush()


def warm_up() -> None:
    """Load what a change loads, so that no worker has to; neither threads nor connections are left."""
    with Sandbox() as sandbox, tempfile.TemporaryDirectory() as folder:
        for twin in ("blocking", "asyncio"):
            for name, number in (("place", "PO-0"), ("modify", sandbox.seed_orders(1)[0].ingram_order_number)):
                options = {"lookup_wait": 0}
                work({"name": name, "number": f"{number}", "twin": twin, "memory": "journal", "options": options,
                      "journal": f"{folder}/journal-{twin}", "url": sandbox.url, "token": sandbox.issue_token(),
                      "kill": None, "at": 0})  # fmt: skip


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    warm_up()
    serve()
