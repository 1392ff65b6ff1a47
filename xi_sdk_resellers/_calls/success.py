"""Whether a 2xx answer to a change says that the change was done. No I/O.

A status alone says little: login pages and firewalls answer 200, and so do older backends that refuse. The contract
names for each change how its answer shows that it was done:

- With that sign (an order number, a confirmation, an answer without content where that is what is documented) it is
  done, whatever else is odd.
- With a refusal instead (every line rejected, ``FAILED``, ``errors``, a fault) nothing was done: REJECTED.
- With neither (a page, a text, a number, nothing at all, half an answer) nobody knows: UNKNOWN.

Words such as "unavailable" are no refusal. They speak of the service, not of the request, and say as little as a 503.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qs

from xi_sdk_resellers._calls.error_body import Said, read_error
from xi_sdk_resellers._calls.errors import about, error_of_answer
from xi_sdk_resellers._calls.log import call_facts
from xi_sdk_resellers._calls.messages import body_text
from xi_sdk_resellers._calls.redact import without_echo
from xi_sdk_resellers._process.log import log
from xi_sdk_resellers._values.answers import extra_of, items_of, text, value_of
from xi_sdk_resellers._values.narrow import is_list, is_object
from xi_sdk_resellers.exceptions import ApiException, FieldProblem, Outcome, RejectedException

if TYPE_CHECKING:
    from xi_sdk_resellers._calls.messages import Answer, Request
    from xi_sdk_resellers.operation import Operation

_OF_THE_SERVICE = (
    r"(?i)unavailable|maintenance|time[d -]?out|internal (server )?error|bad gateway|overload|temporar|try again"
)
_ERRORS = ("errors", "error", "fault", "faultstring", "faultcode", "errorcode", "errormessage")


class Refusal(NamedTuple):
    """What an answer says against a request."""

    message: str | None
    fields: tuple[FieldProblem, ...] = ()


def check_change(request: Request, answer: Answer, model: object) -> None:
    """Let the answer to a change pass when it shows that the change was done.

    Args:
        request: what was asked.
        answer: the answer; its status is 2xx.
        model: what was read of its body, or None.

    Raises:
        RejectedException: the answer holds a refusal.
        ApiResponseException: it shows neither.
    """
    operation = request.operation
    if any(_shows(model, path) for path in operation.success):
        refused = rejected_parts(operation, model)
        if refused:
            said = ", ".join(f"{problem.field}: {problem.message}" for problem in refused[:5])
            more = f" and {len(refused) - 5} more" if len(refused) > 5 else ""
            log.warning(
                "%s: done in part, rejected %s%s (%s) [%s]",
                operation.name, said, more, request.host, request.correlation_id,
                extra=call_facts(request, "rejected_in_part", status=answer.status, rejected=len(refused)),
            )  # fmt: skip
        return
    if not operation.success and operation.empty_success is None:
        return  # nothing is known about its answers
    if answer.fault is None and _is_empty(answer.body) and _may_be_empty(request):
        return
    raise _error(request, answer, model)


def check_refusal(request: Request, answer: Answer, value: object) -> None:
    """Let any 2xx answer pass that is no error in one of the shapes in which the vendor's systems write them.

    Args:
        request: what was asked.
        answer: the answer.
        value: its JSON.

    Raises:
        RejectedException: the answer to a change holds a refusal.
        ApiResponseException: the answer to a read holds an error, or one to a change speaks of the service's own.
    """
    if not refuses(value):
        return
    said = read_error(answer)
    if request.operation.changes and not re.search(_OF_THE_SERVICE, said.message or ""):
        raise refused(request, answer, Refusal(said.message, said.fields))
    error = error_of_answer(request, answer, unreadable="the answer is an error")
    error.message = said.message
    raise error


def _shows(model: object, path: str) -> bool:
    """Tell whether a text or a number stands at a path."""
    found: list[object] = items_of(model) or [model]
    for name, many in _steps(path):
        inner = [_field(item, name) for item in found]
        found = [item for value in inner for item in (items_of(value) or [value])] if many else inner
    return any(text(value) for value in found)


@lru_cache(maxsize=256)
def _steps(path: str) -> tuple[tuple[str, bool], ...]:
    return tuple((part.removesuffix("[]"), part.endswith("[]")) for part in path.split("."))


def _field(value: object, name: str) -> Any:
    """Return a field by its name, also from what was kept as it came."""
    found = value_of(value, name)
    if found is not None:
        return found
    wanted = name.replace("_", "")
    kept = value if is_object(value) else extra_of(value)
    return next((item for key, item in kept.items() if key.replace("_", "").lower() == wanted), None)


def _is_empty(body: bytes) -> bool:
    return body.strip() in (b"", b"null")


def _may_be_empty(request: Request) -> bool:
    """Tell whether an answer without content is what the contract promises for this request."""
    wanted = request.operation.empty_success
    if wanted is None:
        return False
    given = parse_qs(request.target.partition("?")[2])
    return all(value.lower() in map(str.lower, given.get(name, ())) for name, value in wanted.items())


def rejected_parts(operation: Operation, model: object) -> tuple[FieldProblem, ...]:
    """List the parts of a request that an answer refuses, with the reasons.

    Args:
        operation: what was called; it knows where they are.
        model: the answer.
    """
    found: list[object] = []
    for path in operation.rejected:
        parts: list[object] = items_of(model) or [model]
        for name, _ in _steps(path):
            parts = [item for part in parts for item in _listed(_field(part, name))]
        found += parts
    return tuple(_problem(part) for part in found)


def _listed(value: object) -> list[object]:
    return items_of(value) or ([] if value is None or is_list(value) else [value])


def _problem(part: object) -> FieldProblem:
    """Say which line was refused and why."""

    def said(*names: str) -> str:
        return next((found for name in names if (found := text(_field(part, name)))), "")

    line = said("customer_line_number", "customer_linenumber", "ingram_line_number")
    reason = f"{said('reject_code')} {said('reject_reason')}".strip()
    item = said("ingram_part_number", "vendor_part_number")
    return FieldProblem(f"line {line}" if line else "line", " ".join(reason.split()) or "rejected", item or None)


def _error(request: Request, answer: Answer, model: object) -> ApiException:
    """Make the exception for an answer that does not show that the change was done."""
    if answer.fault is not None:
        return error_of_answer(request, answer)  # half an answer refuses nothing
    said = read_error(answer)
    refusal = _refusal(request.operation, said, model)
    if refusal is not None and not re.search(_OF_THE_SERVICE, refusal.message or ""):
        return refused(request, answer, refusal)
    if not answer.body.strip():
        why = "the answer is empty"
    elif said.form == "json" or _parsed(model):
        why = f"nothing in the answer shows that {request.operation.done}"
    else:
        why = why_unreadable(answer)
    error = error_of_answer(request, answer, unreadable=why)
    error.message = said.message
    return error


def refused(request: Request, answer: Answer, refusal: Refusal) -> RejectedException:
    """Make the exception for a 2xx answer that holds a refusal."""
    answer = without_echo(request, answer)
    return RejectedException(
        answer.status,
        answer.reason,
        body=body_text(answer.body, answer.headers),
        headers=answer.headers,
        raw_body=answer.body,
        message=refusal.message,
        fields=refusal.fields,
        outcome=Outcome.REJECTED,
        **about(request),
    )


def _parsed(model: object) -> bool:
    """Tell whether a model was read from more than nothing."""
    return bool(extra_of(model)) or any(value is not None for value in vars(model).values()) if model else False


def _refusal(operation: Operation, said: Said, model: object) -> Refusal | None:
    refused_parts = rejected_parts(operation, model)
    if refused_parts:
        return every_line_rejected(refused_parts)
    return Refusal(said.message, said.fields) if refuses(said.value) else None


def every_line_rejected(parts: tuple[FieldProblem, ...]) -> Refusal:
    """Say that nothing is left of a request."""
    reasons = "; ".join(dict.fromkeys(problem.message or "" for problem in parts))
    return Refusal(f"every line was rejected: {reasons}", parts)


def refuses(found: object) -> bool:
    """Tell whether a parsed answer is an error in one of the shapes in which the vendor's systems write them."""
    if is_list(found):
        return any(refuses(item) for item in found[:20])
    if not is_object(found):
        return False
    entry = _lowered(found)
    if any(entry.get(name) not in (None, False, "", "0", 0, [], {}) for name in _ERRORS):
        return True
    if _preamble(entry).get("responsestatus", "") in ("FAILED", "failed", "Failed"):
        return True
    return "message" in entry and ("traceid" in entry or "fields" in entry)


def _lowered(found: dict[str, Any]) -> dict[str, Any]:
    return {key.lower(): value for key, value in found.items()}


def _preamble(entry: dict[str, Any]) -> dict[str, Any]:
    """Return what the older platform says about the whole of an answer."""
    response = entry.get("serviceresponse")
    found = _lowered(response).get("responsepreamble") if is_object(response) else None
    return _lowered(found) if is_object(found) else {}


def why_unreadable(answer: Answer) -> str:
    """Say what a body is that is no JSON."""
    kind = (answer.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    start = answer.body[:200].lstrip().lower()
    if kind == "text/html" or start.startswith((b"<!doctype", b"<html")):
        return "the answer is HTML instead of JSON"
    return "the answer is not valid JSON"
