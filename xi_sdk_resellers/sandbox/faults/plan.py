"""Which requests go wrong, and how: single faults, and plans that break requests at random.

| kind | what the client meets | takes effect |
| --- | --- | --- |
| `refuse` | reset before anything of the request is read | never |
| `reset` | TCP reset instead of an answer; with `at_byte` and no `effect` after so many bytes of the request, with both after so many bytes of the answer | with `effect` |
| `cut_request` | reading stops after `at_byte` bytes of the request (head and body; by default the head), then the connection is closed | never |
| `cut_answer` | the connection is closed after `at_byte` bytes of the answer (by default half of it) | always |
| `lost_answer` | the connection is closed instead of an answer | always |
| `hang_up` | a good answer, then the connection is closed without a word | always |
| `stall` | silence until the client gives up or the sandbox stops | with `effect` |
| `delay` | a good answer after `delay` seconds | always |
| `drip` | a good answer, `at_byte` bytes (1) every `delay` seconds (0.01) | always |
| `garbage` | bytes that are no HTTP (`body`), then the end | with `effect` |
| `wrong_length` | a good answer that declares `at_byte` bytes (by default ten too many) | always |
| `bad_chunk` | a chunked answer that breaks in its second chunk | always |
| `html` | a gateway's page with `status` (502) | with `effect` |
| `empty` | the end without an answer, or with a `status` an answer without a body | with `effect` |
| `status` | an error answer with `status` (503) in the vendor's shape | with `effect` |
| `informational` | a 1xx (`status`, 103) before a good answer | always |
| `stray_bytes` | a good answer with more bytes behind it (`body`; by default a whole false answer) | always |
| `redirect` | `status` (307) to the `Location` in `headers` (by default the same URL) | with `effect` |
| `gzip_bomb` | 200 with `at_byte` bytes (128 MiB) of JSON, compressed to a thousandth | with `effect` |
| `deep_json` | 200 with JSON nested `at_byte` deep (100,000) | with `effect` |
| `huge` | 200 with `at_byte` bytes (80 MiB) of JSON in chunks | with `effect` |
"""  # noqa: E501 - a table's rows cannot be wrapped

from __future__ import annotations

import random
import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Literal, get_args

from xi_sdk_resellers.sandbox import contract
from xi_sdk_resellers.sandbox.wire import Request

FaultKind = Literal[
    "refuse", "reset", "cut_request", "cut_answer", "lost_answer", "hang_up", "stall", "delay", "drip", "garbage",
    "wrong_length", "bad_chunk", "html", "empty", "status", "informational", "stray_bytes", "redirect",
    "gzip_bomb", "deep_json", "huge",
]  # fmt: skip
"""The ways in which a request can go wrong."""
KINDS: tuple[FaultKind, ...] = get_args(FaultKind)
QUICK_KINDS: tuple[FaultKind, ...] = (
    "refuse", "reset", "cut_request", "cut_answer", "lost_answer", "hang_up", "garbage", "wrong_length", "bad_chunk",
    "html", "empty", "status", "stray_bytes",
)  # fmt: skip
"""The kinds that cost a client no time: it notices them at once."""

_RANDOM_STATUSES = (401, 408, 429, 500, 502, 503, 504)
_PURCHASE_ORDER = re.compile(rb'"customerOrderNumber"\s*:\s*"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Fault:
    """One way in which a request goes wrong; the module's table says what each kind does.

    Args:
        kind: One of `KINDS`.
        operation: The method name of the operation to break (`post_createorder_v6`, …), or None
            for any operation but the token endpoint.
        at_byte: Where on the wire, or how much; see the table.
        status: The HTTP status to answer with.
        headers: Headers to add to an answer that the fault makes up.
        body: The bytes to send instead of the usual ones.
        effect: Whether the request is carried out before the fault.
        delay: Seconds to wait before the fault, or between two drips.
        times: How many requests to break; None for every one.
        nth: The first matching request to break, counted from when the fault was added (1 = the next).

    Raises:
        ValueError: The kind or operation is unknown, or a number is out of range.
    """

    kind: FaultKind
    _: KW_ONLY
    operation: str | None = None
    at_byte: int | None = None
    status: int | None = None
    headers: Mapping[str, str] | None = None
    body: bytes | str | None = None
    effect: bool = False
    delay: float | None = None
    times: int | None = 1
    nth: int = 1

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown fault {self.kind!r}; there are {', '.join(KINDS)}")
        if self.operation is not None and self.operation not in contract.operations():
            raise ValueError(f"unknown operation {self.operation!r}; there are {', '.join(contract.operations())}")
        if self.at_byte is not None and self.at_byte < 0:
            raise ValueError(f"at_byte must not be negative, it is {self.at_byte}")
        if self.nth < 1 or (self.times is not None and self.times < 1):
            raise ValueError("nth and times count from 1")

    @property
    def payload(self) -> bytes | None:
        """The body as bytes."""
        return self.body.encode() if isinstance(self.body, str) else self.body

    def matches(self, request: Request, *, include_tokens: bool) -> bool:
        """Say whether a request is one to break."""
        if self.operation is not None:
            return request.operation_name == self.operation
        return include_tokens or not _gives_tokens(request.operation)


class _Planned:
    """A fault that waits for its requests."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.seen = 0
        self.used = 0


class FaultPlan:
    """The faults that wait for their requests; safe to change and to use from any thread.

    Args:
        faults: Faults to begin with; each request meets the first one that matches it.
        include_tokens: Whether faults without an operation break token requests too.
    """

    def __init__(self, faults: Iterable[Fault] = (), *, include_tokens: bool = False) -> None:
        self.include_tokens = include_tokens
        self._lock = threading.Lock()
        self._planned: list[_Planned] = []
        self._chance: _Chance | None = None
        self._injected: list[Fault] = []
        self.add(*faults)

    @classmethod
    def random(
        cls,
        seed: int,
        rate: float,
        *,
        kinds: Sequence[FaultKind] = QUICK_KINDS,
        max_consecutive: int = 3,
        operations: Iterable[str] | None = None,
        include_tokens: bool = False,
    ) -> FaultPlan:
        """Return a plan that breaks requests at random, always in the same way for the same seed.

        Requests are told apart by what they are about (customer order number, else the values in
        the path, else correlation ID), and the n-th request about a thing always meets the same fate: the
        plan stays the same when several threads mix their requests.

        Args:
            seed: Any number.
            rate: The share of requests to break, 0 to 1.
            kinds: The kinds of fault to choose from.
            max_consecutive: After this many broken requests about one thing the next one passes.
            operations: The operations to break; None for all but the token endpoint.
            include_tokens: Whether token requests are broken too.

        Raises:
            ValueError: The rate is not within 0 to 1, or a kind is unknown.
        """
        plan = cls(include_tokens=include_tokens)
        chosen = None if operations is None else frozenset(operations)
        plan._chance = _Chance(seed, rate, tuple(kinds), max_consecutive, chosen)
        return plan

    def add(self, *faults: Fault) -> None:
        """Add faults behind those that wait already."""
        with self._lock:
            self._planned.extend(_Planned(fault) for fault in faults)

    def clear(self) -> None:
        """Forget all faults, random ones too: requests are answered as they should be."""
        with self._lock:
            self._planned.clear()
            self._chance = None

    @property
    def waiting(self) -> list[Fault]:
        """The faults that have not met all their requests yet."""
        with self._lock:
            return [planned.fault for planned in self._planned]

    @property
    def injected(self) -> list[Fault]:
        """The faults that requests have met, oldest first."""
        with self._lock:
            return list(self._injected)

    def claim(self, request: Request) -> Fault | None:
        """Take the planned fault for a request whose head has arrived."""
        if not self._planned:
            return None
        with self._lock:
            chosen: _Planned | None = None
            for planned in self._planned:
                if planned.fault.matches(request, include_tokens=self.include_tokens):
                    planned.seen += 1
                    if chosen is None and planned.seen >= planned.fault.nth:
                        chosen = planned
            if chosen is None:
                return None
            chosen.used += 1
            if chosen.used == chosen.fault.times:
                self._planned.remove(chosen)
            self._injected.append(chosen.fault)
            return chosen.fault

    def draw(self, request: Request) -> Fault | None:
        """Take a random fault, or none, for a request that has arrived as a whole."""
        with self._lock:
            if self._chance is None or (_gives_tokens(request.operation) and not self.include_tokens):
                return None
            fault = self._chance.draw(request)
            if fault is not None:
                self._injected.append(fault)
            return fault


class _Chance:
    """The dice of a random plan."""

    def __init__(
        self,
        seed: int,
        rate: float,
        kinds: tuple[FaultKind, ...],
        max_consecutive: int,
        operations: frozenset[str] | None,
    ) -> None:
        if not 0 <= rate <= 1:
            raise ValueError(f"rate must be within 0 to 1, it is {rate}")
        for kind in kinds:
            Fault(kind)
        self._seed = seed
        self._rate = rate
        self._kinds = kinds
        self._max_consecutive = max_consecutive
        self._operations = operations
        self._met: dict[str, tuple[int, int]] = {}

    def draw(self, request: Request) -> Fault | None:
        if self._operations is not None and request.operation_name not in self._operations:
            return None
        subject = subject_of(request)
        count, consecutive = self._met.get(subject, (0, 0))
        dice = random.Random(f"{self._seed}/{subject}/{count}")  # noqa: S311 - repeatable on purpose
        broken = consecutive < self._max_consecutive and dice.random() < self._rate
        self._met[subject] = (count + 1, consecutive + 1 if broken else 0)
        return _throw(dice, dice.choice(self._kinds), request) if broken else None


def subject_of(request: Request) -> str:
    """Return what a request is about: a customer order number, the values in its path, or itself."""
    named = request.query.get("customerOrderNumber")
    if named:
        return named[0].upper()
    found = _PURCHASE_ORDER.search(request.body)
    if found:
        return found[1].decode("utf-8", "replace").upper()
    return "/".join(request.path_values.values()).upper() or request.correlation_id or ""


def _gives_tokens(operation: contract.Operation | None) -> bool:
    """Say whether this is the token endpoint: the one that takes calls without a token."""
    return operation is not None and not operation.needs_token


def _throw(dice: random.Random, kind: FaultKind, request: Request) -> Fault:
    """Choose the details of a fault of this kind."""
    effect = dice.random() < 0.5
    if kind == "cut_request":
        return Fault(kind, at_byte=dice.randrange(len(request.head) + len(request.body)))
    if kind == "cut_answer":
        return Fault(kind, at_byte=dice.randrange(600))
    if kind == "reset":
        return Fault(kind, effect=effect, at_byte=dice.choice((None, dice.randrange(400))))
    if kind == "wrong_length":
        return Fault(kind, at_byte=dice.choice((None, dice.randrange(40))))
    if kind == "status":
        status = dice.choice(_RANDOM_STATUSES)
        return Fault(kind, status=status, effect=effect and status >= 500)
    if kind == "empty":
        # An empty 200 says nothing of the order, so only the end of the connection is drawn here.
        return Fault(kind, effect=effect)
    if kind in ("drip", "delay"):
        return Fault(kind, at_byte=256, delay=0.001)
    return Fault(kind, effect=effect)
