"""The sandbox finds its operations in the contract, and a desk for each of them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from xi_sdk_resellers.sandbox import Fault, FaultPlan, Sandbox
from xi_sdk_resellers.sandbox import contract as sandbox_contract
from xi_sdk_resellers.sandbox.contract import Operation, Parameter, operations, path_prefixes, read_document
from xi_sdk_resellers.sandbox.desks import register
from xi_sdk_resellers.sandbox.desks.desk import Desk, handlers_of, quirks
from xi_sdk_resellers.sandbox.desks.tokens import TokenDesk
from xi_sdk_resellers.sandbox.errors import ErrorShape, FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.routing import Router
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.settings import Settings
from xi_sdk_resellers.sandbox.world.world import World

ROOT = Path(__file__).resolve().parents[2]
WITHOUT_A_DESK: set[str] = set()
"""Operations of the contract that the sandbox answers with 501 as yet."""


def filled(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "20-NONE0", path)


def test_which_operations_have_no_desk() -> None:
    world = World(Settings())
    answered = Counter(name for desk in register.DESKS for name in handlers_of(desk(world)))
    assert operations().keys() - answered.keys() == WITHOUT_A_DESK
    assert answered.keys() <= operations().keys()
    assert {name for name, count in answered.items() if count > 1} == set()


def test_operations_are_those_of_the_contract() -> None:
    named = {
        operation["x-python-name"]: (method.upper(), path)
        for path, methods in read_document()["paths"].items()
        for method, operation in methods.items()
        if "x-python-name" in operation
    }
    assert {name: (operation.method, operation.path) for name, operation in operations().items()} == named
    assert [name for name, operation in operations().items() if not operation.needs_token] == ["get_accesstoken"]


@pytest.mark.parametrize("name", operations())
@pytest.mark.parametrize("prefix", ["", *path_prefixes()])
def test_every_operation_is_found_by_its_path(caller: Any, sandbox: Sandbox, name: str, prefix: str) -> None:
    operation = operations()[name]
    assert (
        caller(operation.method, prefix + filled(operation.path)).status not in (404, 405, 501) or "{" in operation.path
    )
    assert sandbox.ledger.requests[-1].operation == name


@pytest.mark.parametrize("name", operations().keys() - {"get_accesstoken"})
def test_an_operation_without_a_desk_is_not_implemented(
    start: Callable[..., Sandbox], caller_for: Callable[[Sandbox], Any], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(register, "DESKS", (TokenDesk,))
    caller = caller_for(start())
    operation = operations()[name]
    reply = caller(operation.method, filled(operation.path), {} if operation.bodies else None)
    assert reply.status == 501
    assert name in reply.json["fault"]["faultstring"]


def test_the_contract_is_not_read_before_the_first_request() -> None:
    program = (
        "from xi_sdk_resellers.sandbox import Fault, Sandbox\n"
        "from xi_sdk_resellers.sandbox.contract import read_document\n"
        "with Sandbox() as sandbox:\n"
        "    sandbox.faults.add(Fault('reset'))\n"
        "    sandbox.seed_orders(1)\n"
        "print(read_document.cache_info().currsize)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "0\n"


def test_faults_take_the_names_of_operations() -> None:
    faults = [Fault("reset", operation=name) for name in operations()]
    assert FaultPlan(faults).waiting == faults


def operation(name: str, method: str, path: str, *parameters: Parameter, **more: Any) -> Operation:
    settings: dict[str, Any] = {"bodies": {}, "body_required": False, "needs_token": True}
    return Operation(name, method, path, parameters, **(settings | more))


@pytest.mark.parametrize(
    ("path", "names", "values"),
    [
        ("/things", {"GET": "list", "PATCH": "list", "POST": "make"}, {}),
        ("/things/details", {"GET": "search"}, {}),
        ("/things/20-1", {"GET": "show"}, {"thingNumber": "20-1"}),
        ("/things/TEST DISC", {"GET": "show"}, {"thingNumber": "TEST DISC"}),
        ("/things/20-1/parts/7", {"GET": "part"}, {"thingNumber": "20-1", "part": "7"}),
        ("/things/20-1/parts/all", {"GET": "parts"}, {"thingNumber": "20-1"}),
        ("/v6.1/things", {"GET": "newer"}, {}),
        ("/before/things/details", {"GET": "search"}, {}),
        ("/v6x1/things", {}, {}),
        ("/things/", {}, {}),
        ("/things/20-1/", {}, {}),
        ("/beforethings", {}, {}),
        ("/before/before/things", {}, {}),
    ],
)
def test_paths_and_their_values(path: str, names: dict[str, str], values: dict[str, str]) -> None:
    router = Router(
        [
            operation("list", "GET", "/things"),
            operation("part", "GET", "/things/{thingNumber}/parts/{part}"),
            operation("parts", "GET", "/things/{thingNumber}/parts/all"),
            operation("show", "GET", "/things/{thingNumber}"),
            operation("search", "GET", "/things/details"),
            operation("make", "POST", "/things"),
            operation("newer", "GET", "/v6.1/things"),
        ],
        ["/before"],
        {"list": ["PATCH"]},
    )
    route = router.find(path)
    assert {method: found.name for method, found in route.offered.items()} == names
    assert route.path_values == values


class ParcelDesk(Desk):
    """An area that is not in the contract."""

    @quirks(errors=ErrorShape(type_key="kind", listed=False), also_by=("PATCH",))
    def put_parcel(self, request: Request) -> Answer:
        if request.content.get("weight") == 0:
            raise InvalidRequest(FieldError("weight", "must not be nothing", 0), message="An empty parcel")
        return Answer.of(200, {"in the path": request.path_values, "in the body": request.content})


@pytest.fixture
def parcels(start: Callable[..., Sandbox], monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """A sandbox whose contract has one more operation and whose register has a desk for it."""
    put_parcel = operation(
        "put_parcel",
        "PUT",
        "/parcels/{parcelNumber}",
        Parameter("parcelNumber", "path", True, {"type": "string", "maxLength": 4}),
        Parameter("X-Contact", "header", True, {"type": "string", "maxLength": 8}),
        Parameter("express", "query", True, {"type": "boolean"}),
        bodies={"application/json": {"type": "object", "properties": {"weight": {"type": "integer"}}}},
    )
    known = operations()
    monkeypatch.setattr(sandbox_contract, "operations", lambda: {**known, "put_parcel": put_parcel})
    monkeypatch.setattr(register, "DESKS", (*register.DESKS, ParcelDesk))
    return start()


@pytest.mark.parametrize(
    ("change", "status", "fields"),
    [
        ({}, 200, set[str]()),
        ({"method": "PATCH"}, 200, set[str]()),
        ({"body": None}, 200, set[str]()),
        ({"body": {"weight": "1"}}, 400, {"weight"}),
        ({"body": {"weight": 0}}, 400, {"weight"}),
        ({"path": "/parcels/12345"}, 400, {"parcelNumber"}),
        ({"query": {"express": "maybe"}}, 400, {"express"}),
        ({"query": None}, 400, {"express"}),
        ({"headers": {"X-Contact": None}}, 400, {"X-Contact"}),
        ({"headers": {"X-Contact": "123456789"}}, 400, {"X-Contact"}),
        # Only the headers of the operation itself are asked for.
        ({"headers": {"X-Contact": "me", "IM-CustomerNumber": "x", "IM-CorrelationID": None}}, 200, set[str]()),
        ({"headers": {"X-Contact": "me", "Authorization": None}}, 401, set[str]()),
        ({"method": "POST"}, 405, set[str]()),
    ],
)
def test_a_new_area_is_an_entry_of_the_contract_and_a_desk(
    parcels: Sandbox, caller_for: Callable[[Sandbox], Any], change: dict[str, Any], status: int, fields: set[str]
) -> None:
    usual: dict[str, Any] = {
        "method": "PUT",
        "path": "/parcels/1234",
        "body": {"weight": 3, "more": "of it"},
        "query": {"express": "true"},
        "headers": {"X-Contact": "me"},
    }
    sent = usual | change
    reply = caller_for(parcels)(**sent)
    assert reply.status == status, reply.body
    if status == 200:
        assert reply.json == {"in the path": {"parcelNumber": "1234"}, "in the body": sent["body"] or {}}
    elif status == 400:
        assert reply.fields == fields
        assert reply.json["kind"] == "/errors/validation-failed"
    elif status == 405:
        assert reply.headers["allow"] == "PATCH, PUT"
