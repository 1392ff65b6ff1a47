"""A server that answers as a function says, and calls to it with both clients."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import xi_sdk_resellers
from xi_sdk_resellers import Configuration, Retries, aio

TWINS = ("blocking", "asyncio")


@dataclass
class Asked:
    """One request as it arrived."""

    method: str
    path: str
    query: Mapping[str, list[str]]
    authorization: str
    number: int
    """How many requests of its kind, tokens or others, came before."""
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Reply:
    """What is answered: a body of bytes as it is, any other as JSON."""

    status: int = 200
    body: object = None
    headers: Iterable[tuple[str, str]] = ()
    kind: str = "application/json"

    @property
    def content(self) -> bytes:
        if self.body is None:
            return b""
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


def give_token(asked: Asked) -> Reply:
    return Reply(200, {"access_token": f"t{asked.number}", "expires_in": "86400"})


@dataclass
class AnswerServer:
    """Answers calls and token requests each by a function of its own."""

    answer: Callable[[Asked], Reply]
    token: Callable[[Asked], Reply] = give_token
    calls: list[Asked] = field(default_factory=list)
    tokens: list[Asked] = field(default_factory=list)

    def __enter__(self) -> AnswerServer:
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def log_message(self, *_: object) -> None:
                pass

            def reply(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                made = owner.reply(self.command, self.path, dict(self.headers.items()), body)
                self.send_response(made.status)
                for name, value in (("Content-Type", made.kind), *made.headers):
                    self.send_header(name, value)
                if made.status != 204:
                    self.send_header("Content-Length", str(len(made.content)))
                self.end_headers()
                if made.status != 204:
                    self.wfile.write(made.content)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = reply

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:
                """A client that hung up is none of the test's business."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def reply(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Reply:
        parts = urlsplit(path)
        heard, say = (self.tokens, self.token) if "/oauth/" in path else (self.calls, self.answer)
        authorization = headers.get("Authorization", "")
        heard.append(Asked(method, parts.path, parse_qs(parts.query), authorization, len(heard), headers, body))
        return say(heard[-1])


def settings(host: str, **more: Any) -> Configuration:
    """Make a Configuration that gets its tokens by itself and does not wait between attempts."""
    plain: dict[str, Any] = {
        "client_id": "app",
        "client_secret": "s3cret-of-the-app",
        "im_customer_number": "20-222222",
        "im_country_code": "US",
        "retries": Retries(backoff=0),
    }
    return Configuration(host, **{**plain, **more})


def call(twin: str, configuration: Configuration, work: Callable[[Any], Any], *, of: str = "OrdersApi") -> Any:
    """Use an endpoint or workflow class of one twin, and return what comes of it.

    Args:
        twin: which client.
        configuration: its settings.
        work: takes the instance; what it returns is awaited for asyncio.
        of: the name of the class.
    """
    if twin == "blocking":
        with xi_sdk_resellers.ApiClient(configuration) as client:
            return work(getattr(xi_sdk_resellers, of)(client))

    async def run() -> Any:
        async with aio.ApiClient(configuration) as client:
            return await work(getattr(aio, of)(client))

    return asyncio.run(run())


def walk(twin: str, configuration: Configuration, **filters: Any) -> list[Any]:
    """List the orders of a search."""
    if twin == "blocking":
        found: list[Any] = call(twin, configuration, lambda orders: list(orders.search(**filters)), of="Orders")
        return found

    async def all_of(orders: Any) -> list[Any]:
        return [order async for order in orders.search(**filters)]

    listed: list[Any] = call(twin, configuration, all_of, of="Orders")
    return listed
