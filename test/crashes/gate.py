"""What stands between a worker and the sandbox: it sees every byte, and kills the worker at the chosen one."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import threading
import time
from dataclasses import dataclass

SEARCH = b"/resellers/v6/orders/search"
NOTHING_FOUND = b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"
CHANGES = (b"POST ", b"PUT ", b"DELETE ")


@dataclass(frozen=True)
class Listing:
    """When the search shows an order that the vendor has: after so many searches, and not before so many seconds."""

    searches: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class Kill:
    """When the worker dies: its stage, and at which connection or which request that changes something."""

    stage: str
    at: int = 1


class Gate:
    """A server that hands each request on to the sandbox, one a connection."""

    def __init__(self, vendor_port: int, *, late: float) -> None:
        self._vendor_port = vendor_port
        self._late = late
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._lock = threading.Lock()
        self._open: set[threading.Thread] = set()
        self.begin_job(Listing())
        self.begin_run(None, 0)
        self._acceptor = threading.Thread(target=self._accept, daemon=True)
        self._acceptor.start()

    def begin_job(self, listing: Listing) -> None:
        self._listing = listing
        self._searches = 0
        self._arrived: float | None = None

    def begin_run(self, kill: Kill | None, pid: int) -> None:
        """Watch the requests of one process."""
        self._kill_at, self._pid = kill, pid
        self._connections = self._changes = 0

    def wait(self) -> None:
        """Wait until all that has come in is dealt with."""
        for thread in list(self._open):
            thread.join()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._acceptor.join()
        self.wait()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._open.add(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            with connection, contextlib.suppress(ConnectionError, BrokenPipeError):
                self._exchange(connection)
        finally:
            self._open.discard(threading.current_thread())

    def _exchange(self, connection: socket.socket) -> None:
        with self._lock:
            self._connections += 1
            kill, number = self._kill_at, self._connections
        if kill is not None and kill.stage == "connected" and number == kill.at:
            self._kill()
            return
        request = _read_message(connection)
        stage = self._stage(request, kill)
        if stage == "half a request":
            self._kill()
            self._forward(request[: len(request) // 2], whole=False)
            return
        if stage in ("whole request", "arrives late"):
            self._kill()
            if stage == "arrives late":
                time.sleep(self._late)
            self._forward(request)
            return
        answer = self._hidden(request) or self._forward(request)
        if stage == "written":
            self._kill()
        elif stage == "half an answer":
            connection.sendall(answer[: len(answer) // 2])
            self._kill()
        else:
            connection.sendall(answer)

    def _stage(self, request: bytes, kill: Kill | None) -> str | None:
        """Say what is to happen to a request."""
        if not request.startswith(CHANGES):
            return None
        with self._lock:
            self._changes += 1
            return kill.stage if kill is not None and self._changes == kill.at else None

    def _hidden(self, request: bytes) -> bytes | None:
        """Answer a search that does not know yet what has arrived."""
        if SEARCH not in request.partition(b"\r\n")[0] or self._arrived is None:
            return None
        self._searches += 1
        late = time.monotonic() < self._arrived + self._listing.seconds
        return NOTHING_FOUND if late or self._searches <= self._listing.searches else None

    def _forward(self, request: bytes, *, whole: bool = True) -> bytes:
        with socket.create_connection(("127.0.0.1", self._vendor_port)) as vendor:
            vendor.sendall(request)
            if not whole:
                return b""
            answer = _read_message(vendor)
        if request.startswith(CHANGES) and self._arrived is None:
            self._arrived = time.monotonic()
        head, blank, body = answer.partition(b"\r\n\r\n")
        return head + b"\r\nConnection: close" + blank + body

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)


def _read_message(sock: socket.socket) -> bytes:
    """Read a whole request or answer; half of one when its sender is gone."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = sock.recv(65536)
        if not piece:
            return data
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        piece = sock.recv(65536)
        if not piece:
            break
        body += piece
    return head + b"\r\n\r\n" + body
