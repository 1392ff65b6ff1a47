"""The Celery recipe of the documentation: real Redis, real workers, real kills; the truth is the sandbox's ledger."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from celery import Celery
from celery.exceptions import WorkerLostError

from test.support.celery_worker import TIME, CeleryWorker, until
from test.support.pages import program
from test.support.servers import redis_server
from xi_sdk_resellers import ApiException, BadRequestException, Outcome, ServiceException, TooManyRequestsException
from xi_sdk_resellers.sandbox import Fault, Sandbox
from xi_sdk_resellers.sandbox.world.records import RecordedRequest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="prefork and SIGKILL are POSIX's")

ORDER = {
    "customerOrderNumber": "PO-1",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "2GZ200", "quantity": 1}],
}
CREATION = "post_createorder_v6"
# What a worker of a test does otherwise than the recipe.
VARIANTS = {
    "recipe": "",
    "acks_late alone": "app.conf.task_reject_on_worker_lost = False",
    # Redis gives back at once what a dead worker had.
    "impatient": 'app.conf.broker_transport_options = {"visibility_timeout": 0.05}',
    "at once": """
place_order.max_retries = 0
place = orders.place
orders.place = lambda order, **more: place(order, attempts=1, lookup_wait=0, **more)
""",
}
VARIANTS["at once, pickled"] = f"{VARIANTS['at once']}app.conf.result_serializer = 'pickle'"


class Shop:
    """A sandbox, a broker, workers, and the program that asks them."""

    def __init__(self, folder: Path, redis_url: str, ends: ExitStack) -> None:
        self.folder, self.ends = folder, ends
        self.sandbox = ends.enter_context(Sandbox())
        # The caller's own: a client of the same broker that has not loaded the task.
        self.app: Any = Celery("asking", broker=redis_url, backend=redis_url, set_as_current=False)
        ends.callback(self.app.close)
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("XI_", "CELERY_"))},
            **self.sandbox.environment(),
            "CELERY_BROKER_URL": redis_url,
            "CELERY_RESULT_BACKEND": redis_url,
            "PYTHONWARNINGS": "ignore",
        }
        self.started = 0

    def worker(self, variant: str = "recipe") -> CeleryWorker:
        self.started += 1
        tasks = f"{program('production.md', 'tasks.py')}\n{VARIANTS[variant]}\n"
        worker = CeleryWorker(self.folder, self.environment, tasks, f"w{self.started}@test")
        self.ends.callback(lambda: worker.process.poll() is None and worker.kill())
        return worker

    def place(self, order: dict[str, Any] = ORDER) -> Any:
        return self.app.send_task("tasks.place_order", [order])

    @property
    def placed(self) -> list[str]:
        return [order.ingram_order_number for order in self.sandbox.ledger.placed("PO-1")]

    @property
    def creation(self) -> RecordedRequest:
        """The last request to create an order."""
        return [seen for seen in self.sandbox.ledger.requests if seen.method == "POST" and "orders" in seen.path][-1]


@pytest.fixture(scope="module")
def redis_url() -> Iterator[str]:
    with redis_server() as server:
        yield server.url


@pytest.fixture
def shop(redis_url: str, tmp_path: Path) -> Iterator[Shop]:
    import redis

    with redis.Redis.from_url(redis_url) as client:
        client.flushdb()
    with ExitStack() as ends:
        yield Shop(tmp_path, redis_url, ends)


STAGES = pytest.mark.parametrize("written", [False, True], ids=["before the vendor has it", "after"])


def send_without_answer(shop: Shop, *, written: bool) -> Any:
    """Send an order whose first creation is never answered, and come back when it has arrived."""
    shop.sandbox.faults.add(Fault("stall", operation=CREATION, effect=written))
    result = shop.place()
    until(lambda: shop.placed if written else shop.sandbox.faults.injected)
    return result


def test_an_order_is_placed_and_its_numbers_come_back(shop: Shop) -> None:
    shop.worker()
    assert shop.place().get(timeout=TIME) == shop.placed
    assert len(shop.placed) == 1


# Kills. A task that runs again looks for what it has placed before; to leave that to the workflow, change
# `placed_before(order) or …` in the recipe to a call with `resume=True`, or give `Orders` a journal.


@STAGES
def test_a_task_whose_child_is_killed_places_its_order_once_and_knows_it(shop: Shop, written: bool) -> None:
    worker = shop.worker()
    child = worker.child
    result = send_without_answer(shop, written=written)
    os.kill(child, signal.SIGKILL)
    assert result.get(timeout=TIME) == shop.placed
    assert len(shop.placed) == 1


@STAGES
def test_a_task_whose_worker_is_killed_places_its_order_once_and_knows_it(shop: Shop, written: bool) -> None:
    result = send_without_answer_and_lose_the_worker(shop, written=written)
    assert len(shop.placed) == written
    shop.worker("impatient")
    assert result.get(timeout=TIME) == shop.placed
    assert len(shop.placed) == 1


def send_without_answer_and_lose_the_worker(shop: Shop, *, written: bool) -> Any:
    worker = shop.worker()
    result = send_without_answer(shop, written=written)
    worker.kill()
    return result


@STAGES
def test_acks_late_alone_loses_the_order_of_a_killed_child(shop: Shop, written: bool) -> None:
    worker = shop.worker("acks_late alone")
    child = worker.child
    result = send_without_answer(shop, written=written)
    os.kill(child, signal.SIGKILL)
    with pytest.raises(WorkerLostError):
        result.get(timeout=TIME)
    assert len(shop.placed) == written
    # The task is gone: the next one runs, and the first does not come again.
    assert shop.place().get(timeout=TIME) == shop.placed
    assert len(shop.placed) == 1


# Exceptions.


@pytest.mark.parametrize("variant", ["at once", "at once, pickled"])
@pytest.mark.parametrize(
    ("fault", "kind", "outcome"),
    [
        (Fault("status", operation=CREATION, status=400), BadRequestException, Outcome.REJECTED),
        (Fault("status", operation=CREATION, status=503), ServiceException, Outcome.UNKNOWN),
        (
            Fault("status", operation=CREATION, status=429, headers={"Retry-After": "7200"}),
            TooManyRequestsException,
            Outcome.REJECTED,
        ),
    ],
    ids=["refused", "in doubt", "rate limit"],
)
def test_who_asks_gets_the_exception_with_all_that_it_knows(
    shop: Shop, variant: str, fault: Fault, kind: type[ApiException], outcome: Outcome
) -> None:
    if "pickled" in variant:
        shop.app.conf.update(result_serializer="pickle", result_accept_content=["pickle"])
    shop.worker(variant)
    shop.sandbox.faults.add(fault)
    with pytest.raises(kind) as caught:
        shop.place().get(timeout=TIME)
    error = caught.value
    assert type(error) is kind
    assert (error.status, error.outcome, error.customer_order_number) == (fault.status, outcome, "PO-1")
    assert error.correlation_id == shop.creation.headers["IM-CorrelationID"]
    assert error.operation == CREATION
    assert "PO-1" in str(error)
    if kind is TooManyRequestsException:
        assert error.retry_at is not None
        assert 7000 < (error.retry_at - datetime.now(timezone.utc)).total_seconds() <= 7200


def test_a_task_that_waits_says_until_when(shop: Shop) -> None:
    shop.worker()
    shop.sandbox.faults.add(Fault("status", operation=CREATION, status=429, headers={"Retry-After": "7200"}))
    result = shop.place()
    until(lambda: result.state == "RETRY")
    assert isinstance(result.result, TooManyRequestsException)
    assert result.result.retry_at is not None
    assert result.result.outcome is Outcome.REJECTED
