"""The service behind the socket: which request is which operation, and what it answers.

Where the vendor's service has quirks, this one has them too, always in the same places:

- Errors come in the shape of the operation's sample, misspelt keys included (its desk says which).
- v6 creation answers `shipmentDetails` as one object and the customer order number in capitals.
- Search answers counts and totals as text and `links` as one object.
- A release is answered with no body and with `null`, by turns; `expires_in` is text and a number,
  v7 confirmation numbers are a number and text, events come in both spellings, all by turns.

Where the vendor leaves something open, this is what was chosen:

- Cancelling or releasing an order a second time is 405, and the order stays visible as cancelled.
- Cancelled and voided orders still count when duplicate customer order numbers are looked for.
- A wrong customer number is 400 in the gateway's shape; a wrong token is 401.
- HEAD is not offered anywhere: 405, or 404 for an unknown path.
- An operation of the contract that no desk answers is 501.
- Stock falls when an order is placed and rises when it is cancelled or voided, or lines of it go. Events tell of it
  when `Sandbox.report_stock` is called, not every quarter of an hour.
- Times and dates are UTC. The rate limit counts every endpoint but the token's, POST too.
"""

from __future__ import annotations

import re
import traceback
from email.utils import formatdate
from functools import cached_property

from xi_sdk_resellers.sandbox import bodies, checks, contract, errors
from xi_sdk_resellers.sandbox.contract import Operation
from xi_sdk_resellers.sandbox.desks import register
from xi_sdk_resellers.sandbox.desks.desk import NO_QUIRKS, Handler, Quirks
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.routing import Router
from xi_sdk_resellers.sandbox.wire import Answer, Request, without_controls
from xi_sdk_resellers.sandbox.world.limits import RateLimiter
from xi_sdk_resellers.sandbox.world.settings import Settings
from xi_sdk_resellers.sandbox.world.world import World

_ACCOUNT = "IM-CustomerNumber"
_ACCOUNT_NUMBER = re.compile(r"[A-Za-z0-9]{2}-[A-Za-z0-9]{6}")
_ECHOED = ("IM-CorrelationID", "IM-SenderID")


class Service:
    """Everything that one sandbox can answer."""

    def __init__(self, settings: Settings) -> None:
        self.world: World = World(settings)
        self._limiter = RateLimiter(settings)
        self._clock = settings.clock
        self._handlers = register.handlers(self.world)

    @cached_property
    def _router(self) -> Router:
        # The contract is read when the first request arrives, so that a sandbox starts at once.
        also_by = {name: handler.quirks.also_by for name, handler in self._handlers.items()}
        return Router(contract.operations().values(), contract.path_prefixes(), also_by)

    def route(self, request: Request) -> None:
        """Set the request's operation and the values in its path; both stay empty for what is not offered."""
        route = self._router.find(request.path, request.method)
        request.operation = route.offered.get(request.method)
        request.path_values = route.path_values

    def answer(self, request: Request) -> Answer:
        """Answer a routed request, and let it take effect."""
        try:
            answer = self._checked(request)
        except Exception:
            # A fault of the sandbox itself must not look like one of the client: say so, and answer.
            traceback.print_exc()
            answer = self.outage(request)
        for name in _ECHOED:
            value = without_controls(request.headers.get(name, ""))
            if value:
                answer.headers.append((name, value))
        answer.headers.append(("Date", formatdate(self._clock(), usegmt=True)))
        self.world.tell_voided()
        return answer

    def outage(self, request: Request) -> Answer:
        """Return what a request is answered when the system behind the gateway is down."""
        return errors.broken(self._quirks(request.operation).errors)

    def _quirks(self, operation: Operation | None) -> Quirks:
        handler = None if operation is None else self._handlers.get(operation.name)
        return NO_QUIRKS if handler is None else handler.quirks

    def _checked(self, request: Request) -> Answer:
        operation = request.operation
        if operation is None:
            return self._not_offered(request)
        handler = self._handlers.get(operation.name)
        if handler is None:
            return errors.fault(501, f"The sandbox has no desk for {operation.name}", "sandbox.NoDesk")
        if not operation.needs_token:
            return self._carry_out(request, operation, handler)
        allowance = self._limiter.count(operation.name)
        if allowance.exceeded:
            answer = errors.fault(429, "Rate limit exceeded", "policies.ratelimit.QuotaViolation")
        else:
            answer = self._refuse_token(request) or self._carry_out(request, operation, handler)
        answer.headers.extend(allowance.headers())
        return answer

    def _not_offered(self, request: Request) -> Answer:
        offered = self._router.find(request.path).offered
        if offered:
            answer = errors.refused(405, f"{request.method} is not offered at this path.")
            answer.headers.append(("Allow", ", ".join(offered)))
            return answer
        code = "messaging.adaptors.http.flow.ApplicationNotFound"
        return errors.fault(404, f"Nothing is offered at {request.path}", code)

    def _refuse_token(self, request: Request) -> Answer | None:
        """Return the 401 that a request without a good token gets, or None when its token is good."""
        tokens = self.world.tokens
        scheme, _, token = str(request.headers.get("authorization", "")).partition(" ")
        if scheme.lower() != "bearer" or not tokens.is_known(token):
            return errors.fault(401, "Invalid Access Token", "keymanagement.service.invalid_access_token")
        if tokens.is_expired(token):
            return errors.fault(401, "Access Token expired", "keymanagement.service.access_token_expired")
        return None

    def _carry_out(self, request: Request, operation: Operation, handler: Handler) -> Answer:
        try:
            return (
                self._refuse_headers(request, operation)
                or self._refuse_in_maintenance(handler)
                or self._let_in(request, operation, handler)
            )
        except InvalidRequest as refusal:
            return errors.invalid(refusal.fields, refusal.message, handler.quirks.errors)

    def _refuse_headers(self, request: Request, operation: Operation) -> Answer | None:
        number = request.headers.get(_ACCOUNT) if operation.takes_header(_ACCOUNT) else None
        wrong = list(checks.check_headers(request, operation))
        if number and not _ACCOUNT_NUMBER.fullmatch(number) and _ACCOUNT not in (error.field for error in wrong):
            wrong.append(FieldError(_ACCOUNT, f"{_ACCOUNT} must be written XX-XXXXXX", number))
        if wrong:
            raise InvalidRequest(*wrong)
        if number and self.world.settings.account(number) is None:
            return errors.wrong_customer(number)
        return None

    def _refuse_in_maintenance(self, handler: Handler) -> Answer | None:
        down = self.world.maintenance and handler.quirks.fails_in_maintenance
        return errors.broken(handler.quirks.errors) if down else None

    def _let_in(self, request: Request, operation: Operation, handler: Handler) -> Answer:
        schema = operation.bodies.get(bodies.MEDIA_TYPE)
        wrong = list(checks.check_values(request, operation))
        may_lack_body = handler.quirks.may_lack_body
        required = operation.body_required and not (may_lack_body is not None and may_lack_body(request))
        if schema is not None and (request.body or required):
            request.content = bodies.read_object(request, schema)
            wrong.extend(checks.check_body(request.content, schema))
        if wrong:
            raise InvalidRequest(*wrong)
        settings = self.world.settings
        account = settings.account(request.headers.get(_ACCOUNT, "")) if settings.accounts else None
        with self.world.ledger.serving(account):
            return handler.answer(request)
