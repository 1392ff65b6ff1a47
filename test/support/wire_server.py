"""A server whose every byte is written in the test: for answers that no HTTP library would send."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Received:
    """One request as it arrived."""

    connection: int
    line: str
    headers: dict[str, str]
    body: bytes

    @property
    def correlation_id(self) -> str:
        return self.headers["im-correlationid"]


Script = bytes | Callable[[socket.socket, Received], Any]


def answer(body: object = None, status: str = "200 OK", **headers: str) -> bytes:
    """Write a well-formed answer; underscores in header names stand for dashes."""
    content = body if isinstance(body, bytes) else json.dumps({} if body is None else body).encode()
    lines = [f"HTTP/1.1 {status}"]
    given = {name.replace("_", "-").lower(): value for name, value in headers.items()}
    lines += [f"{name}: {value}" for name, value in {"content-type": "application/json", **given}.items()]
    if not {"content-length", "transfer-encoding"} & set(given):
        lines.append(f"content-length: {len(content)}")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + content


def hang_up(connection: socket.socket, received: Received) -> None:
    """Close without an answer."""
    connection.shutdown(socket.SHUT_RDWR)


@dataclass
class WireServer:
    """Answers request after request from a list; the last entry serves all that follow.

    A script of bytes is sent as it is; a function does as it likes with the socket, and what it
    returns other than bytes ends the connection.
    """

    scripts: list[Script] = field(default_factory=list)
    tls: ssl.SSLContext | None = None
    keep_alive: bool = True

    def __enter__(self) -> WireServer:
        self.received: list[Received] = []
        self.handshake_errors: list[str] = []
        self.ended = threading.Semaphore(0)
        """Counts the connections that this side has closed."""
        self.connections = 0
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            sockets, self._sockets = self._sockets, []
        for opened in sockets:
            with suppress(OSError):
                opened.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)

    @property
    def url(self) -> str:
        return f"{'http' if self.tls is None else 'https'}://127.0.0.1:{self.port}"

    def _accept(self) -> None:
        while True:
            try:
                opened, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
                self._sockets.append(opened)
                thread = threading.Thread(target=self._serve, args=(opened, self.connections), daemon=True)
                self._threads.append(thread)
            thread.start()

    def _serve(self, opened: socket.socket, number: int) -> None:
        opened.settimeout(10)
        try:
            if self.tls is not None:
                opened = self.tls.wrap_socket(opened, server_side=True)
                with self._lock:
                    self._sockets.append(opened)
            with opened:
                while (received := _read_request(opened, number)) is not None and self._answer(opened, received):
                    pass
        except ssl.SSLError as error:
            self.handshake_errors.append(str(error))
        except OSError:
            pass
        finally:
            opened.close()
            self.ended.release()

    def _answer(self, opened: socket.socket, received: Received) -> bool:
        with self._lock:
            self.received.append(received)
            script = self.scripts[0] if len(self.scripts) == 1 else self.scripts.pop(0)
        made = script if isinstance(script, bytes) else script(opened, received)
        if not isinstance(made, bytes):
            return False
        opened.sendall(made)
        return self.keep_alive and b"connection: close" not in made.lower()


def _read_request(opened: socket.socket, number: int) -> Received | None:
    data = b""
    while b"\r\n\r\n" not in data:
        more = opened.recv(65536)
        if not more:
            return None
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    line, *rest = head.decode("latin-1").split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (entry.partition(":") for entry in rest)}
    while len(body) < int(headers.get("content-length", 0)):
        body += opened.recv(65536)
    return Received(number, line, headers, body)


class Proxy(WireServer):
    """A forward proxy: tunnels CONNECT, and passes whole URLs on, to 127.0.0.1 whatever the name."""

    def __init__(self, target: WireServer) -> None:
        super().__init__([self._forward])
        self._target = target

    def _forward(self, opened: socket.socket, received: Received) -> bytes | None:
        with socket.create_connection(("127.0.0.1", self._target.port)) as onward:
            if not received.line.startswith("CONNECT"):
                onward.sendall(b"GET /passed-on HTTP/1.1\r\nHost: x\r\n\r\n")
                return onward.recv(65536)
            opened.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=_pump, args=(onward, opened), daemon=True)
            back.start()
            _pump(opened, onward)
            back.join(5)
        return None


def _pump(source: socket.socket, sink: socket.socket) -> None:
    try:
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass
