"""The listening socket and one thread for every connection."""

from __future__ import annotations

import contextlib
import selectors
import socket
import sys
import threading
import traceback
from collections.abc import Callable

from xi_sdk_resellers.sandbox import errors
from xi_sdk_resellers.sandbox.faults import actions as fault_actions
from xi_sdk_resellers.sandbox.faults.plan import Fault, FaultPlan
from xi_sdk_resellers.sandbox.service import Service
from xi_sdk_resellers.sandbox.wire import Answer, Connection, MalformedRequest, Request, parse_head, render

CONTROL_PATH = "/_sandbox/"
"""Where a sandbox is steered from outside: never broken by faults, and not in the ledger."""
_BACKLOG = 512
_JOIN_TIMEOUT = 5.0


class Server:
    """Accepts connections and serves them until it is stopped.

    Args:
        host: The address to listen on.
        port: The port, or 0 for any free one.
        service: What answers the requests.
        faults: Returns the fault plan in force.
        verbose: Whether to write a line per request to standard error.
        control: Answers requests below `CONTROL_PATH`; None when there is no control from outside.
    """

    def __init__(
        self,
        host: str,
        port: int,
        service: Service,
        faults: Callable[[], FaultPlan],
        *,
        verbose: bool = False,
        control: Callable[[Request], Answer] | None = None,
    ) -> None:
        self.stopping: threading.Event = threading.Event()
        self._service = service
        self._faults = faults
        self._verbose = verbose
        self._control = control
        self._lock = threading.Lock()
        self._connections: dict[Connection, threading.Thread] = {}
        self._connection_count = 0
        self._listener = _listen(host, port)
        self.host: str
        self.port: int
        self.host, self.port = self._listener.getsockname()[:2]
        self._wake_reader, self._wake_writer = socket.socketpair()
        self._acceptor = threading.Thread(target=self._accept, name="xi-sandbox-acceptor", daemon=True)
        self._acceptor.start()

    @property
    def connection_count(self) -> int:
        """How many connections have been accepted so far."""
        with self._lock:
            return self._connection_count

    @property
    def open_connections(self) -> int:
        """How many connections are open now."""
        with self._lock:
            return len(self._connections)

    def stop_listening(self) -> None:
        """Close the listening socket, so that new connections are refused; open ones live on."""
        self._wake_writer.send(b"x")
        self._acceptor.join(_JOIN_TIMEOUT)
        self._listener.close()

    def listen_again(self) -> None:
        """Listen on the same port again after `stop_listening`."""
        self._listener = _listen(self.host, self.port)
        self._acceptor = threading.Thread(target=self._accept, name="xi-sandbox-acceptor", daemon=True)
        self._acceptor.start()

    def drop_idle(self, *, reset: bool = False) -> int:
        """Close every connection that waits for a request, and return how many there were.

        Args:
            reset: End them with a TCP reset instead of an orderly end.
        """
        with self._lock:
            open_now = list(self._connections)
        idle = [connection for connection in open_now if connection.drop(reset=reset)]
        for connection in idle:
            connection.closed.wait(_JOIN_TIMEOUT)
        return len(idle)

    def stop(self) -> None:
        """Close the listening socket and all connections, and wait for their threads."""
        self.stopping.set()
        self.stop_listening()
        self._wake_reader.close()
        self._wake_writer.close()
        with self._lock:
            open_now = list(self._connections.items())
        for connection, _ in open_now:
            connection.wake()
        for _, thread in open_now:
            if thread is not threading.current_thread():
                thread.join(_JOIN_TIMEOUT)

    def _accept(self) -> None:
        listener = self._listener
        with selectors.DefaultSelector() as selector:
            selector.register(listener, selectors.EVENT_READ)
            selector.register(self._wake_reader, selectors.EVENT_READ)
            while True:
                if any(key.fileobj is self._wake_reader for key, _ in selector.select()):
                    self._wake_reader.recv(1)
                    return
                with contextlib.suppress(OSError):
                    sock, _ = listener.accept()
                    sock.setblocking(True)
                    self._welcome(sock)

    def _welcome(self, sock: socket.socket) -> None:
        with self._lock:
            self._connection_count += 1
            try:
                connection = Connection(sock, self._connection_count)
            except OSError:
                sock.close()
                return
            name = f"xi-sandbox-{connection.number}"
            thread = threading.Thread(target=self._serve, args=(connection,), name=name, daemon=True)
            self._connections[connection] = thread
        thread.start()

    def _serve(self, connection: Connection) -> None:
        try:
            while not self.stopping.is_set() and self._exchange(connection):
                pass
        except MalformedRequest as error:
            connection.refuse(Answer(400, f"malformed {error}".encode(), content_type="text/plain"))
        except Exception:
            # A fault of the sandbox itself must not look like one of the network: say so, and answer.
            traceback.print_exc()
            connection.refuse(errors.broken())
        finally:
            connection.close()
            with self._lock:
                self._connections.pop(connection, None)

    def _exchange(self, connection: Connection) -> bool:
        """Read one request and answer it; True when the connection lives on."""
        head = connection.read_head()
        if head is None:
            return False
        request = parse_head(head, connection.number)
        if self._control is not None and request.path.startswith(CONTROL_PATH):
            read = connection.read_body(request)
            return read and connection.finish(render(self._control(request), request)) and request.keep_alive
        self._service.route(request)
        plan = self._faults()
        fault = plan.claim(request)
        if fault is not None and fault_actions.breaks_request(fault):
            return self._break_request(fault, connection, request)
        if not connection.read_body(request):
            self._service.world.ledger.record(request)
            return False
        fault = fault or plan.draw(request)
        if fault is not None and fault_actions.breaks_request(fault):
            return self._break_request(fault, connection, request)
        record = self._service.world.ledger.record(request)
        if fault is None:
            answer = self._service.answer(request)
            record.status = answer.status
            alive = connection.finish(render(answer, request)) and request.keep_alive
        else:
            record.fault = fault.kind
            encounter = fault_actions.Encounter(
                fault,
                connection,
                request,
                lambda: self._service.answer(request),
                lambda: self._service.outage(request),
                self.stopping,
                record,
            )
            alive = fault_actions.act(encounter) and request.keep_alive
        if self._verbose:
            self._print(request, record.status, record.fault)
        return alive

    def _break_request(self, fault: Fault, connection: Connection, request: Request) -> bool:
        fault_actions.read_part(fault, connection, request)
        self._service.world.ledger.record(request).fault = fault.kind
        if self._verbose:
            self._print(request, None, fault.kind)
        fault_actions.break_off(fault, connection)
        return False

    def _print(self, request: Request, status: int | None, fault: str | None) -> None:
        suffix = f" ({fault})" if fault else ""
        # The query may carry a client secret, so only the path is shown.
        sys.stderr.write(f"{request.method} {request.path} -> {status or 'no answer'}{suffix}\n")


def _listen(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
        listener.setblocking(False)
    except OSError:
        listener.close()
        raise
    return listener
