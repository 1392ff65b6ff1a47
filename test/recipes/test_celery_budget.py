"""The recipe for prices by many Celery workers: real Redis, real workers, one limit; nobody is refused with 429."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from celery import Celery, group

from test.support.celery_worker import TIME, CeleryWorker
from test.support.pages import program
from test.support.servers import redis_server
from xi_sdk_resellers.sandbox import Fault, Sandbox

pytestmark = pytest.mark.skipif(os.name != "posix", reason="prefork is POSIX's")

LIMIT, WINDOW = 8, 0.5
PRICES = "post_priceandavailability"
PARTS = [f"{letter}{number:02d}{end}7" for letter in "AB" for number in range(20) for end in "KLP"]


@pytest.fixture(scope="module")
def redis_url() -> Iterator[str]:
    with redis_server() as server:
        yield server.url


@pytest.fixture
def sandbox(redis_url: str, tmp_path: Path) -> Iterator[Sandbox]:
    """A sandbox under a limit, and two workers with two children each that run the recipe."""
    with ExitStack() as ends:
        sandbox = ends.enter_context(Sandbox(rate_limit=LIMIT, rate_window=WINDOW))
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("XI_", "CELERY_"))},
            **sandbox.environment(),
            "REDIS_URL": redis_url,
            "PYTHONWARNINGS": "ignore",
        }
        for number in range(2):
            tasks = f"{program('scale.md', 'tasks.py')}\nprice.default_retry_delay = 0"
            worker = CeleryWorker(tmp_path / str(number), environment, tasks, f"p{number}@test", concurrency=2)
            ends.callback(worker.kill)
        yield sandbox


@pytest.fixture
def app(redis_url: str) -> Iterator[Any]:
    """The program that asks: it has not loaded the task."""
    with Celery("asking", broker=redis_url, backend=redis_url, set_as_current=False) as app:
        yield app


def priced(app: Any, size: int) -> list[list[Any]]:
    batches = [PARTS[at : at + size] for at in range(0, len(PARTS), size)]
    asked = group((app.signature("tasks.price", [batch]) for batch in batches), app=app).apply_async()
    return [price for batch in asked.get(timeout=TIME) for price in batch]


def test_all_workers_together_keep_to_one_limit(sandbox: Sandbox, app: Any) -> None:
    found = priced(app, 4)
    assert [part for part, _, _ in found] == PARTS
    assert sum(price is not None for _, price, _ in found) > len(PARTS) / 2
    requests = [request for request in sandbox.ledger.requests if request.operation == PRICES]
    assert [request.status for request in requests] == [200] * 30  # nearly four windows' worth
    # Two workers with two children each, and one token for all of them.
    assert len({request.connection_id for request in requests}) > 1
    assert [request.operation for request in sandbox.ledger.requests].count("get_accesstoken") == 1


def test_a_batch_that_fails_is_asked_for_again(sandbox: Sandbox, app: Any) -> None:
    sandbox.faults.add(Fault("status", status=400, times=1, operation=PRICES))
    assert [part for part, _, _ in priced(app, 50)] == PARTS
