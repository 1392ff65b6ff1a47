"""Every line about a call or a workflow: where it went, its correlation ID, and the same facts as attributes."""

from __future__ import annotations

import ast
import contextlib
import logging
from pathlib import Path
from typing import Any

import pytest

from test.support.client_twins import ApiClient, OrdersApi
from test.support.journaled import ORDER, request
from test.support.log_lines import EVENTS, check, lines
from xi_sdk_resellers import ApiException, OpenApiException, Outcome, Retries
from xi_sdk_resellers._process.log import facts, is_written_somewhere
from xi_sdk_resellers.sandbox import Fault, Sandbox

SOURCE = Path(__file__).parents[2] / "xi_sdk_resellers"
SEARCH = "get_resellers_v6_ordersearch"
BROKEN = ("lost_answer", "garbage", "html", "reset", "cut_answer", "redirect", "stall", "empty")


@pytest.mark.usefixtures("twins")
@pytest.mark.parametrize("debug", [False, True])
def test_every_line_about_a_call_names_host_and_correlation_id(caplog: pytest.LogCaptureFixture, debug: bool) -> None:
    caplog.set_level(logging.DEBUG, "xi_sdk_resellers")
    options: dict[str, Any] = {"retries": Retries(max_attempts=2, backoff=0), "read_timeout": 0.3, "debug": debug}
    part = {**ORDER, "lines": [*ORDER["lines"], {"ingramPartNumber": "XXXXXX", "quantity": 1}]}
    with Sandbox() as sandbox, ApiClient(sandbox.configuration(**options)) as client:
        api = OrdersApi(client)

        def call(order: Any) -> None:
            with contextlib.suppress(OpenApiException):
                api.post_createorder_v6(order_create_request=order)
            with contextlib.suppress(OpenApiException):
                api.get_resellers_v6_ordersearch()

        call(part)
        for kind in BROKEN:
            for operation in ("post_createorder_v6", SEARCH, "get_accesstoken"):
                sandbox.faults.add(Fault(kind, operation=operation))
            sandbox.revoke_tokens()
            call(request(f"PO-{kind}"))
        sandbox.faults.clear()
        sandbox.revoke_tokens()
        sandbox.faults.add(Fault("status", operation=SEARCH, status=200, body='{"orders": 5}'))
        call(request("PO-odd"))
        url = sandbox.url
    found = lines(caplog)
    for record in found:
        check(record, url)
    events = {"call", "retry", "token_refused", "rejected_in_part", "drift", *(("request", "answer") if debug else ())}
    assert {record.xi_event for record in found} == events  # type: ignore[attr-defined]


def test_every_event_in_the_source_is_documented() -> None:
    named = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
            if name in ("facts", "_facts"):
                named |= {arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant)}
            if name == "call_facts":
                named |= {arg.value for arg in node.args[1:2] if isinstance(arg, ast.Constant)}
    assert named
    assert named <= EVENTS


@pytest.mark.usefixtures("twins")
def test_the_repr_of_an_exception_is_one_line_with_what_is_asked_first() -> None:
    with Sandbox() as sandbox, ApiClient(sandbox.configuration()) as client:
        sandbox.faults.add(Fault("lost_answer", operation="post_createorder_v6"))
        with pytest.raises(ApiException) as caught:
            OrdersApi(client).post_createorder_v6(order_create_request=ORDER)
        error = caught.value
        assert repr(error) == (
            f"ApiConnectionException({error.reason!r}, operation='post_createorder_v6', outcome='unknown', "
            f"customer_order_number='PO-1', correlation_id={error.correlation_id!r}, host={sandbox.url!r})"
        )
    assert repr(ApiException(404, outcome=Outcome.REJECTED)) == "ApiException('404 Not Found', outcome='rejected')"


def test_a_line_has_no_attribute_for_what_is_not_known() -> None:
    assert facts("e", none=None, empty="", nothing=(), zero=0, no=False, word="x") == {
        "xi_event": "e", "xi_zero": 0, "xi_no": False, "xi_word": "x",
    }  # fmt: skip


NULL, REAL = logging.NullHandler(), logging.StreamHandler()
# The handlers of the logger for debugging, of the package's and of the root, and whether the first two pass lines on.
LOGS: dict[str, tuple[list[list[logging.Handler]], tuple[bool, bool], bool]] = {
    "none": ([[], [NULL], []], (True, True), False),
    "that for debugging": ([[REAL], [NULL], []], (True, True), True),
    "the package's": ([[], [NULL, REAL], []], (True, True), True),
    "the root": ([[], [NULL], [REAL]], (True, True), True),
    "the root, which gets nothing of the package": ([[], [NULL], [REAL]], (True, False), False),
    "the package's, which gets nothing of debugging": ([[], [REAL], [REAL]], (False, True), False),
}


@pytest.mark.parametrize(("handlers", "passing", "written"), LOGS.values(), ids=LOGS)
def test_whether_a_program_writes_the_lines_somewhere(
    monkeypatch: pytest.MonkeyPatch, handlers: list[Any], passing: tuple[bool, bool], written: bool
) -> None:
    loggers = [logging.getLogger(name) for name in ("xi_sdk_resellers.debug", "xi_sdk_resellers", None)]
    for logger, own in zip(loggers, handlers, strict=True):
        monkeypatch.setattr(logger, "handlers", own)
    for logger, passes in zip(loggers, passing, strict=False):
        monkeypatch.setattr(logger, "propagate", passes)
    found = is_written_somewhere()
    monkeypatch.undo()
    assert found is written
