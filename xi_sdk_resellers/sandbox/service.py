"""The service behind the socket: which request is which operation, and what it answers.

Where the vendor's service has quirks, this one has them too, always in the same places:

- Errors come in the shape of the endpoint's sample, misspelt keys included (`errors`).
- v6 creation answers `shipmentDetails` as one object and the customer order number in capitals.
- Search answers counts and totals as text and `links` as one object.
- A release is answered with no body and with `null`, by turns; `expires_in` is text and a number,
  v7 confirmation numbers are a number and text, events come in both spellings, all by turns.

Where the vendor leaves something open, this is what was chosen:

- Cancelling or releasing an order a second time is 405, and the order stays visible as cancelled.
- Cancelled and voided orders still count when duplicate customer order numbers are looked for.
- A wrong customer number is 400 in the gateway's shape; a wrong token is 401.
- HEAD is not offered anywhere: 405, or 404 for an unknown path.
- Times and dates are UTC. The rate limit counts every endpoint but the token's, POST too.
"""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Callable
from typing import Any, cast

from xi_sdk_resellers.sandbox import errors
from xi_sdk_resellers.sandbox.contract import Contract
from xi_sdk_resellers.sandbox.desks.changes import ChangeDesk
from xi_sdk_resellers.sandbox.desks.details import DetailsDesk
from xi_sdk_resellers.sandbox.desks.orders import OrderDesk
from xi_sdk_resellers.sandbox.desks.queued import QueueDesk
from xi_sdk_resellers.sandbox.desks.search import SearchDesk
from xi_sdk_resellers.sandbox.desks.tokens import TokenDesk
from xi_sdk_resellers.sandbox.errors import FieldError
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.deliveries import Courier
from xi_sdk_resellers.sandbox.world.events import VOIDED
from xi_sdk_resellers.sandbox.world.ledger import Ledger
from xi_sdk_resellers.sandbox.world.limits import RateLimiter
from xi_sdk_resellers.sandbox.world.settings import Settings

_FIXED_PATHS = {
    "/oauth/oauth20/token": {"GET": errors.TOKEN, "POST": errors.TOKEN},
    "/resellers/v6/orders": {"POST": errors.CREATE_V6},
    "/resellers/v7/orders": {"POST": errors.CREATE_V7},
    "/resellers/v6/orders/search": {"GET": errors.SEARCH},
}
_ORDER_PATHS = (
    ("/resellers/v6/orders/", {"PUT": errors.MODIFY, "DELETE": errors.CANCEL}),
    ("/resellers/v6.1/orders/", {"GET": errors.DETAILS}),
)
_TEMPLATES = {
    errors.CREATE_V6: "/resellers/v6/orders",
    errors.CREATE_V7: "/resellers/v7/orders",
    errors.SEARCH: "/resellers/v6/orders/search",
    errors.MODIFY: "/resellers/v6/orders/{}",
    errors.CANCEL: "/resellers/v6/orders/{}",
    errors.DETAILS: "/resellers/v6.1/orders/{}",
}
_WITH_BODY = (errors.CREATE_V6, errors.CREATE_V7, errors.MODIFY)
_CUSTOMER_NUMBER = re.compile(r"[A-Za-z0-9]{2}-[A-Za-z0-9]{6}\Z")
_COUNTRY_CODE = re.compile(r"[A-Za-z]{2}\Z")
_TEXT_LIMIT = 32


def route(request: Request) -> tuple[str, ...]:
    """Set the request's operation and order number; return the methods that its path offers, none when it is unknown.

    The vendor's own test service has the same paths below `/sandbox`, so that prefix is taken too.
    """
    path = request.path
    if path.startswith("/sandbox/"):
        path = path[len("/sandbox") :]
    methods = _FIXED_PATHS.get(path)
    if methods is None:
        for prefix, candidates in _ORDER_PATHS:
            if path.startswith(prefix) and "/" not in path[len(prefix) :] and path[len(prefix) :]:
                methods = candidates
                request.order_number = path[len(prefix) :]
    if methods is None:
        return ()
    request.operation = methods.get(request.method)
    return tuple(methods)


class Service:
    """Everything that one sandbox can answer."""

    def __init__(self, settings: Settings) -> None:
        self.maintenance = False
        self.ledger: Ledger = Ledger(settings)
        self.courier: Courier = Courier(settings)
        self.tokens: TokenDesk = TokenDesk(settings, self.ledger)
        self._settings = settings
        self._contract = Contract()
        self._limiter = RateLimiter(settings)
        self._search = SearchDesk(self.ledger)
        self._details = DetailsDesk(self.ledger)
        self._orders = OrderDesk(settings, self.ledger)
        self._changes = ChangeDesk(settings, self.ledger, self.courier.notify)
        self._queue = QueueDesk(self.ledger, self._orders, self.courier)
        self._endpoints: dict[str, Callable[[Request, Any], Answer]] = {
            errors.CREATE_V6: self._orders.create,
            errors.CREATE_V7: self._queue.answer,
            errors.MODIFY: self._changes.modify,
            errors.CANCEL: lambda request, _: self._changes.cancel(request),
            errors.DETAILS: lambda request, _: self._details.answer(request),
            errors.SEARCH: lambda request, _: self._search.answer(request),
        }

    def answer(self, request: Request) -> Answer:
        """Answer a routed request, and let it take effect."""
        try:
            answer = self._checked(request)
        except Exception:
            # A fault of the sandbox itself must not look like one of the client: say so, and answer.
            traceback.print_exc()
            answer = errors.broken(request.operation)
        for name in ("IM-CorrelationID", "IM-SenderID"):
            value = request.headers.get(name)
            if value:
                answer.headers.append((name, str(value)))
        for order in self.ledger.take_voided():
            self.courier.notify(order, VOIDED)
        return answer

    def _checked(self, request: Request) -> Answer:
        operation = request.operation
        if operation is None:
            return self._not_offered(request)
        if operation == errors.TOKEN:
            return self.tokens.answer(request)
        allowance = self._limiter.count(operation)
        if allowance.exceeded:
            answer = errors.fault(429, "Rate limit exceeded", "policies.ratelimit.QuotaViolation")
        else:
            answer = self.tokens.refuse(request) or self._endpoint(request, operation)
        answer.headers.extend(allowance.headers())
        return answer

    def _not_offered(self, request: Request) -> Answer:
        offered = route(request)
        if offered:
            answer = errors.refused(405, f"{request.method} is not offered at this path.")
            answer.headers.append(("Allow", ", ".join(offered)))
            return answer
        code = "messaging.adaptors.http.flow.ApplicationNotFound"
        return errors.fault(404, f"Nothing is offered at {request.path}", code)

    def _endpoint(self, request: Request, operation: str) -> Answer:
        wrong = wrong_headers(request)
        if wrong:
            return errors.invalid(operation, wrong)
        customer = str(request.headers["im-customernumber"])
        if customer.upper() != self._settings.customer_number.upper():
            return errors.wrong_customer(customer)
        if self.maintenance and operation == errors.CREATE_V6:
            return errors.broken(operation)
        body: object = {}
        if operation in _WITH_BODY:
            body = _parse(request)
            if isinstance(body, FieldError):
                return errors.invalid(operation, [body])
        checked_body = body if operation in _WITH_BODY else None
        wrong = self._contract.check(request, _TEMPLATES[operation], checked_body)
        if wrong:
            return errors.invalid(operation, wrong)
        with self.ledger.lock:
            return self._endpoints[operation](request, body)


def wrong_headers(request: Request) -> list[FieldError]:
    """Return what is wrong with the `IM-*` headers."""
    wrong: list[FieldError] = []
    headers = request.headers
    for name in ("IM-CustomerNumber", "IM-CountryCode", "IM-CorrelationID"):
        if name not in headers:
            wrong.append(FieldError(name, "Required field is missing"))
        elif not headers[name]:
            wrong.append(FieldError(name, f"{name} cannot be blank", ""))
    customer, country = headers.get("im-customernumber"), headers.get("im-countrycode")
    if customer and not _CUSTOMER_NUMBER.match(customer):
        wrong.append(FieldError("IM-CustomerNumber", "IM-CustomerNumber must be written XX-XXXXXX", customer))
    if country and not _COUNTRY_CODE.match(country):
        wrong.append(FieldError("IM-CountryCode", "IM-CountryCode must be two letters", country))
    for name in ("IM-CorrelationID", "IM-SenderID"):
        value = headers.get(name)
        if value and len(value) > _TEXT_LIMIT:
            wrong.append(FieldError(name, f"{name} must have at most {_TEXT_LIMIT} characters", value))
    return wrong


def _parse(request: Request) -> dict[str, Any] | FieldError:
    """Read the JSON body; a release may come without one."""
    if not request.body and "actionCode" in request.query:
        return {}
    media_type = str(request.headers.get("content-type", "")).partition(";")[0].strip().lower()
    if media_type != "application/json":
        return FieldError("Content-Type", "must be application/json", media_type)
    try:
        value = json.loads(request.body, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return FieldError("body", "must be JSON")
    if not isinstance(value, dict):
        return FieldError("body", "must be a JSON object")
    return cast("dict[str, Any]", value)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
