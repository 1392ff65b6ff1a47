"""A plain HTTP client of the sandbox, and exchanges of bytes that no HTTP client would send."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from xi_sdk_resellers.sandbox import Sandbox

HOLD = {"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}
DUPLICATE = {"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}


@dataclass
class Reply:
    """What came back for one request."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def fields(self) -> set[str]:
        """The fields that a 400 names, in whichever shape it comes."""
        error = self.json
        error = error["errors"][0] if "errors" in error else error
        return {field["field"] for field in error.get("fields", ())}


class Caller:
    """A plain HTTP client with the headers that the service wants, on one keep-alive connection."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.connection = http.client.HTTPConnection("127.0.0.1", sandbox.port, timeout=10)
        self.headers = {
            "IM-CustomerNumber": "20-222222",
            "IM-CountryCode": "US",
            "IM-CorrelationID": "c" * 32,
            "IM-SenderID": "tests",
            "Authorization": f"Bearer {sandbox.issue_token()}",
        }

    def __call__(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
    ) -> Reply:
        sent = {**self.headers, **(headers or {})}
        if body is not None and "Content-Type" not in sent:
            sent["Content-Type"] = "application/json"
        data = body if isinstance(body, (bytes, str)) or body is None else json.dumps(body)
        target = f"{path}?{urlencode(query, doseq=True)}" if query else path
        self.connection.request(method, target, data, {k: v for k, v in sent.items() if v is not None})
        response = self.connection.getresponse()
        content = response.read()
        return Reply(response.status, {k.lower(): v for k, v in response.getheaders()}, content)

    def create(self, number: str = "PO-1", *parts: str, hold: bool = False, **more: Any) -> Reply:
        lines = [{"customerLineNumber": f"{n}", "ingramPartNumber": p, "quantity": 2} for n, p in enumerate(parts, 1)]
        body = {"customerOrderNumber": number, "lines": lines, **more}
        if hold:
            body["additionalAttributes"] = [*body.get("additionalAttributes", ()), HOLD]
        return self("POST", "/resellers/v6/orders", body)

    def place(self, number: str = "PO-1", *parts: str, hold: bool = False, **more: Any) -> str:
        """Create an order and return its Ingram order number."""
        reply = self.create(number, *(parts or ("8RB884",)), hold=hold, **more)
        assert reply.status in (201, 207), reply.body
        return str(reply.json["orders"][0]["ingramOrderNumber"])

    def search(self, **query: Any) -> Reply:
        return self("GET", "/resellers/v6/orders/search", query=query)

    def found(self, **query: Any) -> list[str]:
        """Return the customer order numbers that a search finds."""
        reply = self.search(**query)
        return [] if reply.status == 204 else [order["customerOrderNumber"] for order in reply.json["orders"]]

    def details(self, number: str, **query: Any) -> Reply:
        return self("GET", f"/resellers/v6.1/orders/{number}", query=query)

    def modify(self, number: str, body: object) -> Reply:
        return self("PUT", f"/resellers/v6/orders/{number}", body)

    def release(self, number: str) -> Reply:
        return self("PUT", f"/resellers/v6/orders/{number}", {}, query={"actionCode": "release"})

    def cancel(self, number: str) -> Reply:
        return self("DELETE", f"/resellers/v6/orders/{number}")


def raw_exchange(sandbox: Sandbox, data: bytes) -> bytes:
    """Send bytes on a connection of their own and return all that comes until its end.

    Raises:
        ConnectionResetError: The sandbox ended the connection with a reset.
    """
    with socket.create_connection(("127.0.0.1", sandbox.port), timeout=10) as sock:
        sock.sendall(data)
        received = b""
        while piece := sock.recv(65536):
            received += piece
        return received


def raw_request(
    sandbox: Sandbox, method: str = "GET", path: str = "/resellers/v6/orders/search", body: bytes = b""
) -> bytes:
    """Return a whole request that asks for the connection to be closed after the answer."""
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n"
        f"IM-CustomerNumber: 20-222222\r\nIM-CountryCode: US\r\nIM-CorrelationID: raw\r\n"
        f"Authorization: Bearer {sandbox.issue_token()}\r\n"
    )
    if body:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return head.encode() + b"\r\n" + body
