"""Jobs: what each is, how it is run until it ends, and what became of it."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from test.crashes.gate import Gate, Kill, Listing
from test.crashes.vendor import Vendor
from test.crashes.worker import Workers
from xi_sdk_resellers import ApiClient, Configuration, OrdersApi

NAMES = ("place", "place_async", "modify", "cancel", "release")
TWINS = ("blocking", "asyncio")
STAGES = (
    "before connect",
    "connected",
    "half a request",
    "whole request",
    "arrives late",
    "written",
    "half an answer",
    "before recording",
)
ONCE, TOLD, UNRESOLVED, REJECTED, DOUBLED, LOST = (
    "once, and known",
    "once, and told of",
    "unresolved",
    "told rejected, though made",
    "doubled",
    "lost",
)
MOST_RUNS = 12


@dataclass(frozen=True)
class Pace:
    """How fast time passes for a run of jobs."""

    lookup_wait: float
    listed_within: float
    late: float
    """Seconds that a request is under way after its worker has died."""


@dataclass(frozen=True)
class Job:
    """One change, and when its workers are killed."""

    name: str
    twin: str
    memory: str
    """What tells a run of the earlier ones: a ``journal``, ``resume``, or ``nothing``."""
    listing: Listing
    kills: tuple[Kill, ...]


def jobs(count: int, memories: tuple[str, ...], listings: tuple[Listing, ...], seed: int) -> Iterator[Job]:
    """Draw jobs: every combination as often as the others, in a random order, every other one killed twice."""
    dice = random.Random(seed)
    combinations = list(product(NAMES, TWINS, memories, STAGES))
    for index in range(count):
        if index % len(combinations) == 0:
            dice.shuffle(combinations)
        name, twin, memory, stage = combinations[index % len(combinations)]
        kills = [Kill(stage, _at(stage, dice))]
        if dice.random() < 0.5:
            second = dice.choice(STAGES)
            kills.append(Kill(second, _at(second, dice)))
        yield Job(name, twin, memory, dice.choice(listings), tuple(kills))


def _at(stage: str, dice: random.Random) -> int:
    """Choose a connection: the first may be that of a look."""
    return dice.choice((1, 2)) if stage in ("before connect", "connected") else 1


class Lane:
    """Runs jobs one after the other.

    Args:
        vendor: the sandbox.
        folder: where the journal is.
        pace: how fast time passes.
    """

    def __init__(self, vendor: Vendor, folder: Path, pace: Pace) -> None:
        self._vendor = vendor
        self._journal = str(folder / "journal")
        self._pace = pace
        self._gate = Gate(vendor.port, late=pace.late)
        self._workers = Workers()
        self.killed = 0

    def close(self) -> None:
        self._workers.close()
        self._gate.close()

    def run(self, job: Job, number: str) -> str:
        """Run a job to its end and say what became of it."""
        subject = number if job.name in ("place", "place_async") else self._held(number)
        self._gate.begin_job(job.listing)
        said: dict[str, Any] = {}
        kills = list(job.kills)
        for _ in range(MOST_RUNS):
            said = self._run_once(job, subject, kills.pop(0) if kills else None)
            if said["told"] == "killed":
                self.killed += 1
                continue
            if said["told"] != "unknown" or job.memory == "nothing":
                break
            time.sleep(max(0.1, (said["retry_at"] or 0.0) - time.time()))
        self._gate.wait()
        return self._verdict(job, subject, said)

    def _run_once(self, job: Job, subject: str, kill: Kill | None) -> dict[str, Any]:
        options = {"lookup_wait": self._pace.lookup_wait, "timeout": 60}
        if job.name == "place_async" and job.memory == "journal":
            options["listed_within"] = self._pace.listed_within
        task = {
            "name": job.name, "number": subject, "twin": job.twin, "memory": job.memory, "options": options,
            "journal": self._journal, "url": self._gate.url, "token": self._vendor.token,
            "kill": kill.stage if kill else None, "at": kill.at if kill else 0,
        }  # fmt: skip
        return self._workers.run(task, lambda pid: self._gate.begin_run(kill, pid))

    def _held(self, number: str) -> str:
        """Place an order on hold that the job is to change."""
        settings = Configuration(
            f"http://127.0.0.1:{self._vendor.port}", access_token=self._vendor.token, im_customer_number="20-222222",
            im_country_code="US",
        )  # fmt: skip
        hold = {"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}
        line = {"customerLineNumber": "1", "ingramPartNumber": "8RB884", "quantity": 2}
        body: Any = {"customerOrderNumber": number, "lines": [line], "additionalAttributes": [hold]}
        with ApiClient(settings) as client:
            made = OrdersApi(client).post_createorder_v6(order_create_request=body)
        (order,) = made.orders or ()
        return str(order.ingram_order_number)

    def _verdict(self, job: Job, subject: str, said: dict[str, Any]) -> str:
        made, numbers = self._truth(job, subject)
        if made > 1:
            return DOUBLED
        if said["told"] == "done":
            right = not numbers or not said["numbers"] or said["numbers"] == numbers
            return ONCE if made == 1 and right else LOST
        if said["told"] == "unknown":
            return TOLD if made == 1 and numbers and said["numbers"] == numbers else UNRESOLVED
        return REJECTED if made else UNRESOLVED

    def _truth(self, job: Job, subject: str) -> tuple[int, list[str]]:
        """Ask the ledger how often the change was made, and for the numbers of what was placed."""
        if job.name in ("place", "place_async"):
            placed = self._vendor.ask("placed", subject)
            return len(placed), placed
        if job.name == "modify":
            return self._vendor.ask("parts", subject).count("DF4128"), []
        cancelled, held = self._vendor.ask("cancelled", subject), self._vendor.ask("on hold", subject)
        return int(cancelled if job.name == "cancel" else not held and not cancelled), []
