"""The receivers of the documentation, over real HTTP, with what the sandbox delivers."""

import contextlib
import http.client
import importlib.util
import json
import queue
import socket
import socketserver
import sys
import threading
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
import uvicorn
import werkzeug.serving

from xi_sdk_resellers import webhooks

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SECRET = "sandbox-webhook-secret"
OLD_SECRET = "the-secret-before"
FRAMEWORKS = ["fastapi", "flask", "django"]


class ThreadingWSGIServer(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True


class QuietHandler(WSGIRequestHandler):
    def log_message(self, format, *args):
        """Say nothing."""


class UvicornServer:
    """uvicorn with the methods that the other servers have, on a socket that is open from the start."""

    def __init__(self, app):
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.server_port = self._socket.getsockname()[1]
        # Versions before 0.36 make uvloop, where it is installed, the event loop of everything after them.
        config = uvicorn.Config(app, log_level="critical", lifespan="off", ws="none", loop="asyncio")
        self._server = uvicorn.Server(config)

    def serve_forever(self):
        self._server.run(sockets=[self._socket])

    def shutdown(self):
        self._server.should_exit = True

    def server_close(self):
        self._socket.close()


def server_of(framework, module):
    if framework == "fastapi":
        return UvicornServer(module.app)
    if framework == "flask":
        return werkzeug.serving.make_server("127.0.0.1", 0, module.app, threaded=True)
    return make_server("127.0.0.1", 0, module.application, ThreadingWSGIServer, QuietHandler)


@pytest.fixture(scope="module")
def receivers():
    """All receivers, each on a server of its own: module and URL by framework."""
    running, found = [], {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XI_WEBHOOK_SECRET", f"{OLD_SECRET} {SECRET}")
        for framework in FRAMEWORKS:
            name = f"{framework}_receiver"
            spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
            module = sys.modules[name] = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            server = server_of(framework, module)
            thread = threading.Thread(target=server.serve_forever)
            thread.start()
            running.append((server, thread))
            found[framework] = (module, server.server_port)
    yield found
    for server, thread in running:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(params=FRAMEWORKS)
def receiver(request, receivers, monkeypatch):
    """One receiver with an empty queue, and its port."""
    module, port = receivers[request.param]
    monkeypatch.setattr(module, "events", queue.Queue())
    return module, port


def post(port, body, headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("POST", "/webhooks/orders", body, {"Content-Type": "application/json", **headers})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


def signed(event_id, secret=SECRET, **more):
    event = {"topic": "resellers/orders", "event": "im::updated", "eventId": event_id, "resource": [], **more}
    return json.dumps(event), {"X-Hub-Signature": webhooks.sign(event_id, secret)}


def test_what_the_sandbox_delivers_is_received(receiver, start, orders_on, clock):
    module, port = receiver
    sandbox = start(webhook_url=f"http://127.0.0.1:{port}/webhooks/orders")
    orders = orders_on(sandbox, clock)
    lines = [{"ingramPartNumber": "8RB884", "quantity": 2}]
    placed = orders.place({"customerOrderNumber": "PO-1", "lines": lines}).orders[0].ingram_order_number
    sandbox.ship(placed)
    confirmations = [orders.place_async({"customerOrderNumber": f"PO-{n}", "lines": lines}) for n in (2, 3)]
    sandbox.drain()
    assert [delivery.status for delivery in sandbox.deliveries] == [200] * 4
    for event_type in ("im::order_shipped", "im::order_invoiced"):
        event = module.events.get_nowait()
        assert isinstance(event, webhooks.OrderStatusEvent)
        assert (event.order_number, event.event_type) == (placed, event_type)
        assert event.orders[0].lines[0].shipped_quantity == 2
    for confirmation in confirmations:
        event = orders.wait_for_order(confirmation, module.events, timeout=0)
        (order,) = sandbox.ledger.placed(confirmation.customer_order_number)
        assert event.order_numbers == [order.ingram_order_number]


def test_what_must_not_be_acted_on_is_answered_so(receiver):
    module, port = receiver
    body, headers = signed(f"refused-{port}")
    assert post(port, body, {}) == 401
    assert post(port, body, {"X-Hub-Signature": "x"}) == 401
    assert post(port, "{", headers) == 400
    assert module.events.empty()


def test_an_oversized_body_is_refused(receiver):
    module, port = receiver
    with contextlib.suppress(ConnectionError):  # some servers hang up on the rest of the body
        assert post(port, b" " * (webhooks.DEFAULT_MAX_BYTES + 1), {"X-Hub-Signature": "x"}) in (400, 413)
    assert module.events.empty()


def test_a_replayed_event_is_acknowledged_and_not_handled_again(receiver):
    module, port = receiver
    body, headers = signed(f"replayed-{port}", OLD_SECRET)
    assert [post(port, body, headers) for _ in range(3)] == [200, 200, 200]
    assert module.events.qsize() == 1


def test_an_event_that_could_not_be_handled_is_welcome_again(receiver, monkeypatch):
    module, port = receiver
    body, headers = signed(f"again-{port}")
    full = queue.Queue(maxsize=1)
    full.put("something else")
    monkeypatch.setattr(module, "events", full)
    assert post(port, body, headers) >= 500
    full.get()
    assert post(port, body, headers) == 200
    assert full.get_nowait().event_id == f"again-{port}"


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_receiver_is_short(framework):
    assert len((EXAMPLES / f"{framework}_receiver.py").read_text("utf-8").splitlines()) < 40
