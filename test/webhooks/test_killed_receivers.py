"""Receivers that are killed while they handle an event: the vendor's next delivery is handled."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import pytest

from test.support.event_stores import Kept, end_leases, kept_in
from xi_sdk_resellers import webhooks

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a kill that nothing can catch is POSIX's")

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SECRET = "s3cr3t-of-the-hook"
BODY = json.dumps({"topic": "resellers/orders", "event": "im::updated", "eventId": "e-1", "resource": []}).encode()
HEADERS = {"X-Hub-Signature": webhooks.sign("e-1", SECRET)}

RECEIVER = """
import asyncio, os, sys
from xi_sdk_resellers import webhooks

twin, stage, kind, url = sys.argv[1:]

def here(name):
    if name == stage:
        print(name, flush=True)
        sys.stdin.read()  # until the kill

class Store(webhooks.RedisEventStore if kind == "redis" else webhooks.SqlEventStore):
    def begin(self, *given):
        claim = super().begin(*given)
        here("begun")
        return claim

    def done(self, *given):
        here("handled")
        marked = super().done(*given)
        here("marked")
        return marked

options = dict(secret=os.environ["XI_WEBHOOK_SECRET"], store=Store(url), lease=60)
receiving = webhooks.receive(os.environ["BODY"], {"x-hub-signature": os.environ["SIGNATURE"]}, **options)

def handle():
    here("handling")

async def receive():
    async with receiving:
        handle()

if twin == "asyncio":
    asyncio.run(receive())
else:
    with receiving:
        handle()
"""


@contextmanager
def running(code: str, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program that tells on its output how far it is, until it is killed."""
    command = [sys.executable, "-c", code, *arguments]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def line_of(process: subprocess.Popen[str]) -> str:
    """The next line that a program prints, when it prints it."""
    output: IO[str] | None = process.stdout
    assert output is not None
    return output.readline().strip()


def deliver(store: Any) -> str:
    """Deliver the event once more; tells what became of it."""
    try:
        with webhooks.receive(BODY, HEADERS, secret=SECRET, store=store) as event:
            return f"handled {event.event_id}"
    except webhooks.WebhookError as error:
        return f"{error.http_status} {type(error).__name__}"


@pytest.fixture(params=["redis", "sqlite", "postgres"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def shared(kind: str, store_url: Callable[[str], str]) -> Iterator[Kept]:
    """An empty store that other processes can share."""
    with kept_in(kind, store_url(kind)) as made:
        yield made


@pytest.mark.parametrize("twin", ["blocking", "asyncio"])
@pytest.mark.parametrize("stage", ["begun", "handling", "handled", "marked"])
def test_an_event_whose_receiver_was_killed_is_handled_by_the_next(
    kind: str, shared: Kept, store_url: Callable[[str], str], twin: str, stage: str
) -> None:
    environment = {"XI_WEBHOOK_SECRET": SECRET, "BODY": BODY.decode(), "SIGNATURE": HEADERS["X-Hub-Signature"]}
    with running(RECEIVER, twin, stage, kind, store_url(kind), **environment) as receiver:
        assert line_of(receiver) == stage
        if stage != "marked":
            assert deliver(shared.store) == "503 EventInProgress"
        receiver.kill()
        receiver.wait()
    if stage == "marked":
        assert deliver(shared.store) == "200 ReplayedEvent"
        return
    assert deliver(shared.store) == "503 EventInProgress"
    shared.let_leases_end()
    assert [deliver(shared.store), deliver(shared.store)] == ["handled e-1", "200 ReplayedEvent"]


# The receivers of the documentation, each on a server of its framework.

SERVER = """
import importlib.util, queue, socketserver, sys, threading
from wsgiref.simple_server import WSGIServer, make_server

framework, example, does = sys.argv[1:]
spec = importlib.util.spec_from_file_location("receiver", example)
module = sys.modules["receiver"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)

class Events:
    def put_nowait(self, event):
        print(does, event.event_id, flush=True)
        if does == "handling":
            threading.Event().wait()  # until the kill

class Threads(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True

module.events = Events()
if framework == "fastapi":
    import socket, uvicorn
    listening = socket.create_server(("127.0.0.1", 0))
    print(listening.getsockname()[1], flush=True)
    config = uvicorn.Config(module.app, log_level="critical", lifespan="off", ws="none", loop="asyncio")
    uvicorn.Server(config).run(sockets=[listening])
else:
    application = module.app if framework == "flask" else module.application
    server = make_server("127.0.0.1", 0, application, Threads)
    print(server.server_port, flush=True)
    server.serve_forever()
"""


def post(port: int) -> tuple[int, str | None]:
    """Deliver the event over HTTP; tells the status and Retry-After of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    with ExitStack() as end:
        end.callback(connection.close)
        connection.request("POST", "/webhooks/orders", BODY, {"Content-Type": "application/json", **HEADERS})
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.headers["Retry-After"]


@pytest.mark.parametrize("framework", ["fastapi", "flask", "django"])
def test_the_receivers_of_the_documentation_lose_nothing_when_they_are_killed(
    framework: str, server_url: Callable[[str], str]
) -> None:
    import redis

    url = server_url("redis")
    example = str(EXAMPLES / f"{framework}_receiver.py")
    environment = {"XI_WEBHOOK_SECRET": SECRET, "XI_REDIS_URL": url, "PYTHONWARNINGS": "ignore"}
    with redis.Redis.from_url(url, decode_responses=True) as client, ExitStack() as stack:
        client.flushdb()
        first = stack.enter_context(running(SERVER, framework, example, "handling", **environment))
        second = stack.enter_context(running(SERVER, framework, example, "handled", **environment))
        first_port, second_port = int(line_of(first)), int(line_of(second))
        with ThreadPoolExecutor(1) as vendor:
            delivery = vendor.submit(post, first_port)
            assert line_of(first) == "handling e-1"
            status, wait = post(second_port)
            assert status == 503
            assert 1 <= int(wait or 0) <= 60
            first.kill()
            with suppress(OSError, http.client.HTTPException):
                pytest.fail(f"the killed receiver answered {delivery.result()}")
        assert post(second_port)[0] == 503
        end_leases(client)
        assert post(second_port) == (200, None)
        assert line_of(second) == "handled e-1"
        assert post(second_port) == (200, None)
        second.kill()
        assert second.communicate()[0] == ""
