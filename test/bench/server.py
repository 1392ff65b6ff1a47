"""The fixture server: answers canned bytes over keep-alive connections, in a process of its own.

It looks at nothing but the first line and the length of a request, so that it is several times faster than any client
here. `python server.py` prints its port and ends when its standard input is closed.

    GET  .../orders/{number}      order details with as many lines as the number's digits say: `ORDER-50`
    GET  .../orders/search        a page of 100 orders
    POST .../priceandavailability  the price of one product
    GET  .../catalog              a page of 100 products
    GET  .../invoices/{number}    an invoice of 100 lines
    POST .../orders               201 and a short answer
    GET  /connections             how many other connections carried a call since the last time this was asked
"""

from __future__ import annotations

import asyncio
import sys

import payloads
import payloads_wider

_HEAD = (
    b"HTTP/1.1 %s\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: %d\r\n"
    b"Date: Mon, 02 Nov 2026 10:00:00 GMT\r\nIM-CorrelationID: 0123456789abcdef0123456789abcdef\r\n"
    b"X-RateLimit-Limit: 60\r\nX-RateLimit-Remaining: 59\r\nX-RateLimit-Reset: 1793613600\r\n"
    b"Connection: keep-alive\r\n\r\n"
)


def _answer(status: bytes, body: bytes) -> bytes:
    return _HEAD % (status, len(body)) + body


class FixtureProtocol(asyncio.Protocol):
    """One connection. Answers are made when they are first asked for and kept."""

    answers: dict[bytes, bytes] = {}
    counted: set[FixtureProtocol] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.buffer = b""

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            head, total = self.buffer[:end].lower(), end + 4
            start = head.find(b"content-length:")
            if start >= 0:
                total += int(head[start + 15 :].split(b"\r\n", 1)[0])
            if len(self.buffer) < total:
                return
            self.buffer = self.buffer[total:]
            self.transport.write(self.answer(head))

    def answer(self, head: bytes) -> bytes:
        target = head[: head.index(b"\r\n")].rsplit(b" ", 1)[0]
        if target == b"get /connections":
            count = len(self.counted)
            self.counted.clear()
            return _answer(b"200 OK", b"%d" % count)
        self.counted.add(self)
        known = self.answers.get(target)
        if known is None:
            known = self.answers[target] = self.make(target)
        return known

    @staticmethod
    def make(target: bytes) -> bytes:
        path = target.split(b"?", 1)[0]
        if path.endswith(b"/priceandavailability"):
            return _answer(b"200 OK", payloads_wider.prices(1))
        if path.startswith(b"post "):
            return _answer(b"201 Created", payloads.create_answer())
        if path.endswith(b"/catalog"):
            return _answer(b"200 OK", payloads_wider.catalog_page())
        if b"/invoices/" in path:
            return _answer(b"200 OK", payloads_wider.invoice())
        if path.endswith(b"/search"):
            return _answer(b"200 OK", payloads.search_page())
        return _answer(b"200 OK", payloads.detail(int(path.rsplit(b"-", 1)[-1])))


async def main() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(FixtureProtocol, "127.0.0.1", 0, backlog=256)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


def run() -> None:
    """Serve until standard input ends."""
    asyncio.run(main())


if __name__ == "__main__":
    run()
