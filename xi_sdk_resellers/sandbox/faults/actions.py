"""How each kind of fault is done on the wire; `faults` says what they are."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from xi_sdk_resellers.sandbox import errors
from xi_sdk_resellers.sandbox.faults.plan import Fault
from xi_sdk_resellers.sandbox.wire import Answer, Connection, Request, render, render_head
from xi_sdk_resellers.sandbox.world.records import RecordedRequest

GARBAGE = b"\x16\x03\x01\x02\x00\xff\xfe no HTTP spoken here \x00\r\n\r\n"
GATEWAY_PAGE = (
    "<!DOCTYPE html><html><head><title>{status} gateway error</title></head>"
    "<body><h1>{status}</h1><p>The gateway got no answer from the service behind it.</p></body></html>"
)
FALSE_ANSWER = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 17\r\n\r\n{"stray":"bytes"}'
_MIB = 1024 * 1024
_PIECE = 256 * 1024


@dataclass(slots=True)
class Encounter:
    """A fault that has met its request.

    Args:
        fault: The fault.
        connection: Where the request came from.
        request: The request.
        carry_out: Lets the request take effect and returns the answer that it should get.
        outage: Returns what the operation answers when the service behind it is down.
        stopping: Set when the sandbox stops.
        record: The request's entry in the ledger, for the status that goes out.
    """

    fault: Fault
    connection: Connection
    request: Request
    carry_out: Callable[[], Answer]
    outage: Callable[[], Answer]
    stopping: threading.Event
    record: RecordedRequest

    def good_answer(self) -> bytes:
        """Carry the request out and return its whole answer."""
        answer = self.carry_out()
        self.record.status = answer.status
        return render(answer, self.request)

    def made_up(self, answer: Answer) -> Answer:
        """Carry the request out if the fault says so, and return the answer that goes out instead."""
        if self.fault.effect:
            self.carry_out()
        self.record.status = answer.status
        answer.headers.extend((self.fault.headers or {}).items())
        return answer


Action = Callable[[Encounter], bool]


def breaks_request(fault: Fault) -> bool:
    """Say whether a fault strikes before the whole request has been read."""
    early_reset = fault.kind == "reset" and fault.at_byte is not None and not fault.effect
    return early_reset or fault.kind in ("refuse", "cut_request")


def read_part(fault: Fault, connection: Connection, request: Request) -> None:
    """Read as much of the request as the fault allows."""
    at_byte = 0 if fault.kind == "refuse" else fault.at_byte
    if at_byte is not None and at_byte > len(request.head):
        connection.read_body(request, at_byte - len(request.head))


def break_off(fault: Fault, connection: Connection) -> None:
    """End the connection of a request that is not answered."""
    if fault.kind == "cut_request":
        connection.close()
    else:
        connection.reset()


def act(encounter: Encounter) -> bool:
    """Do what the fault says to a request that was read; True when the connection lives on."""
    fault = encounter.fault
    if fault.delay and fault.kind != "drip":
        encounter.stopping.wait(fault.delay)
    return _ACTIONS[fault.kind](encounter)


def _reset(encounter: Encounter) -> bool:
    if encounter.fault.effect:
        answer = encounter.good_answer()
        encounter.connection.send(answer[: encounter.fault.at_byte or 0])
    encounter.connection.reset()
    return False


def _cut_answer(encounter: Encounter) -> bool:
    answer = encounter.good_answer()
    at_byte = encounter.fault.at_byte
    # The last byte never leaves, or nothing would be cut.
    size = len(answer) // 2 if at_byte is None else min(at_byte, len(answer) - 1)
    encounter.connection.send(answer[:size])
    return False


def _lost_answer(encounter: Encounter) -> bool:
    encounter.carry_out()
    return False


def _hang_up(encounter: Encounter) -> bool:
    encounter.connection.send(encounter.good_answer())
    return False


def _stall(encounter: Encounter) -> bool:
    if encounter.fault.effect:
        encounter.carry_out()
    encounter.connection.wait_for_peer()
    return False


def _delay(encounter: Encounter) -> bool:
    return encounter.connection.finish(encounter.good_answer())


def _drip(encounter: Encounter) -> bool:
    answer = encounter.good_answer()
    step = encounter.fault.at_byte or 1
    pause = 0.01 if encounter.fault.delay is None else encounter.fault.delay
    for start in range(0, len(answer), step):
        if not encounter.connection.send(answer[start : start + step]) or encounter.stopping.wait(pause):
            return False
    return encounter.connection.finish(b"")


def _garbage(encounter: Encounter) -> bool:
    if encounter.fault.effect:
        encounter.carry_out()
    encounter.connection.send(encounter.fault.payload or GARBAGE)
    return False


def _wrong_length(encounter: Encounter) -> bool:
    answer = encounter.carry_out()
    encounter.record.status = answer.status
    at_byte = encounter.fault.at_byte
    declared = len(answer.body) + 10 if at_byte is None else at_byte
    sent = encounter.connection.finish(render_head(answer, [("Content-Length", str(declared))]) + answer.body)
    # What is declared too short leaves bytes on a connection that both sides believe to be good.
    return sent and declared <= len(answer.body)


def _bad_chunk(encounter: Encounter) -> bool:
    answer = encounter.carry_out()
    encounter.record.status = answer.status
    first = answer.body[: max(1, len(answer.body) // 2)] or b" "
    head = render_head(answer, [("Transfer-Encoding", "chunked")])
    encounter.connection.send(head + b"%x\r\n%b\r\n" % (len(first), first) + b"not-a-size\r\n")
    return False


def _html(encounter: Encounter) -> bool:
    status = encounter.fault.status or 502
    body = encounter.fault.payload or GATEWAY_PAGE.format(status=status).encode()
    return _send_made_up(encounter, Answer(status, body, content_type="text/html; charset=utf-8"))


def _empty(encounter: Encounter) -> bool:
    if encounter.fault.status is not None:
        return _send_made_up(encounter, Answer(encounter.fault.status))
    if encounter.fault.effect:
        encounter.carry_out()
    return False


def _status(encounter: Encounter) -> bool:
    status = encounter.fault.status or 503
    body = encounter.fault.payload
    if body is not None:
        answer = Answer(status, body)
    elif status == 401:
        answer = errors.fault(401, "Invalid Access Token", "keymanagement.service.invalid_access_token")
    elif status == 429:
        answer = errors.fault(429, "Rate limit exceeded", "policies.ratelimit.QuotaViolation")
        if not encounter.fault.headers:
            answer.headers.append(("Retry-After", "0"))
    elif status >= 500:
        answer = encounter.outage()
        answer.status = status
    else:
        answer = errors.refused(status, "This answer was asked for by a fault plan.")
    return _send_made_up(encounter, answer)


def _informational(encounter: Encounter) -> bool:
    answer = encounter.good_answer()
    status = encounter.fault.status or 103
    hint = b"" if status == 100 else b"Link: </style.css>; rel=preload\r\n"
    return encounter.connection.finish(b"HTTP/1.1 %d Interim\r\n%b\r\n" % (status, hint) + answer)


def _stray_bytes(encounter: Encounter) -> bool:
    return encounter.connection.finish(encounter.good_answer() + (encounter.fault.payload or FALSE_ANSWER))


def _redirect(encounter: Encounter) -> bool:
    answer = Answer(encounter.fault.status or 307)
    if "location" not in {name.lower() for name in encounter.fault.headers or {}}:
        answer.headers.append(("Location", encounter.request.target))
    return _send_made_up(encounter, answer)


def _gzip_bomb(encounter: Encounter) -> bool:
    body = _compressed_spaces(encounter.fault.at_byte or 128 * _MIB)
    return _send_made_up(encounter, Answer(200, body, [("Content-Encoding", "gzip")]))


def _deep_json(encounter: Encounter) -> bool:
    depth = encounter.fault.at_byte or 100_000
    return _send_made_up(encounter, Answer(200, b'{"lines":' * depth + b"[]" + b"}" * depth))


def _huge(encounter: Encounter) -> bool:
    answer = encounter.made_up(Answer(200, b"{"))
    left = encounter.fault.at_byte or 80 * _MIB
    if not encounter.connection.send(render_head(answer, [("Transfer-Encoding", "chunked")])):
        return False
    for piece in _padded_object(left):
        if not encounter.connection.send(b"%x\r\n%b\r\n" % (len(piece), piece)):
            return False
    return encounter.connection.finish(b"0\r\n\r\n")


def _padded_object(size: int) -> Iterator[bytes]:
    yield b'{"notes":"'
    for start in range(0, size - 12, _PIECE):
        yield b"x" * min(_PIECE, size - 12 - start)
    yield b'"}'


def _send_made_up(encounter: Encounter, answer: Answer) -> bool:
    answer = encounter.made_up(answer)
    sent = encounter.connection.finish(render(answer, encounter.request))
    return sent and encounter.request.keep_alive


@lru_cache(maxsize=4)
def _compressed_spaces(size: int) -> bytes:
    """Return gzip of `{}` and spaces up to this size."""
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    parts = [packer.compress(b"{}")]
    spaces = b" " * _MIB
    parts.extend(packer.compress(spaces[: size - 2 - start]) for start in range(0, size - 2, _MIB))
    parts.append(packer.flush())
    return b"".join(parts)


_ACTIONS: dict[str, Action] = {
    "reset": _reset,
    "cut_answer": _cut_answer,
    "lost_answer": _lost_answer,
    "hang_up": _hang_up,
    "stall": _stall,
    "delay": _delay,
    "drip": _drip,
    "garbage": _garbage,
    "wrong_length": _wrong_length,
    "bad_chunk": _bad_chunk,
    "html": _html,
    "empty": _empty,
    "status": _status,
    "informational": _informational,
    "stray_bytes": _stray_bytes,
    "redirect": _redirect,
    "gzip_bomb": _gzip_bomb,
    "deep_json": _deep_json,
    "huge": _huge,
}
