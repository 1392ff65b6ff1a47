"""The asyncio client: it runs a call from its arguments to its answer."""

from __future__ import annotations

import asyncio
import copy
import warnings
from collections.abc import Mapping
from inspect import isawaitable
from logging import DEBUG
from time import monotonic
from time import time as wall_clock
from typing import TYPE_CHECKING, Any, ClassVar

from xi_sdk_resellers._client import ClientBase
from xi_sdk_resellers._decode import about, response_of
from xi_sdk_resellers._exchange import Answer, Failure, exchange, log_bodies, log_call
from xi_sdk_resellers._headers import HeaderDict
from xi_sdk_resellers._logging import log
from xi_sdk_resellers._operation import MISSING, Operation
from xi_sdk_resellers._origin import INSECURE
from xi_sdk_resellers._request import Request, prepare
from xi_sdk_resellers.aio._cancellation import mark
from xi_sdk_resellers.aio.rest import RESTClientObject, RESTResponse, Route
from xi_sdk_resellers.exceptions import ApiException, ApiValueError, ClientClosedError, Outcome

if TYPE_CHECKING:
    from types import TracebackType

    from xi_sdk_resellers._auth import Token
    from xi_sdk_resellers._client import Credentials
    from xi_sdk_resellers._retry import Retries
    from xi_sdk_resellers.aio._tokens import TokenSource
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.configuration import Configuration

_LARGE_ANSWER = 1024 * 1024
"""Bytes of a read's answer from which on a thread decodes it.

That takes longer in all, but stops the event loop for a fifth of the time or less. Answers of
mutations are decoded at once: their tasks could be cancelled in between, and the answer be lost.
"""


class ApiClient(ClientBase):
    """Calls the vendor's API: connections, tokens, retries and decoding for the endpoint classes.

    One client serves all tasks of an event loop. It has connections of its own in each loop that it
    is used in, and survives a fork. Close it, or use it in an ``async with`` statement.

    When a task is cancelled in a call, the connection is cut and the CancelledError says what is
    known of the call in ``outcome``, ``operation``, ``correlation_id`` and ``customer_order_number``;
    :func:`~xi_sdk_resellers.aio.cancelled_call` finds them behind a TimeoutError, too.

    Args:
        configuration: settings; default :meth:`Configuration.get_default`. The client keeps a
            reference, so later changes of credentials and defaults count from the next call on.
            A callable ``access_token`` may be a coroutine function; otherwise it must not block.
        header_name: name of a header to send with each call.
        header_value: its value.
        cookie: value of a Cookie header to send with each call.

    Raises:
        ApiTypeError: an argument has the wrong type.
        ApiValueError: the header cannot be sent.
    """

    _default: ClassVar[ApiClient | None] = None

    def __init__(
        self,
        configuration: Configuration | None = None,
        header_name: str | None = None,
        header_value: str | None = None,
        cookie: str | None = None,
    ) -> None:
        self._transport: RESTClientObject | None = None
        super().__init__(configuration, header_name, header_value, cookie)
        self._made: dict[str, RESTClientObject] = {}
        self._sources: dict[Credentials, TokenSource] = {}

    # Life.

    async def __aenter__(self) -> ApiClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close all connections, once the requests under way have their answers.

        No request is begun any more: a call that waits to be tried again ends with ClientClosedError.
        """
        self._closed = True
        for source in self._sources.values():
            await source.close()
        if self._transport is not None:
            await self._transport.close()

    def __del__(self) -> None:
        transport = self._transport
        if transport is not None and transport.unclosed:
            said = f"unclosed {self!r}: use it in 'async with', or await its close()"
            warnings.warn(said, ResourceWarning, stacklevel=2, source=self)

    # Calls.

    async def call(
        self,
        operation: Operation,
        arguments: Mapping[str, Any],
        *,
        body: Any = MISSING,
        request_timeout: Any = None,
        auth: Any = None,
        content_type: str | None = None,
        headers: Mapping[str, str] | None = None,
        host_index: int = 0,
        retries: Retries | int | bool | None = None,
    ) -> ApiResponse[Any]:
        """Run a call of an operation to its decoded answer.

        Args:
            operation: what to call.
            arguments: values by Python name; None for left out.
            body: the model or a mapping.
            request_timeout: seconds for the whole call, or a pair: to connect, and between bytes.
            auth: a token, for this call only.
            content_type: another Content-Type for the body.
            headers: more headers, for this call only; they win over everything else.
            host_index: 0 for the configured host, or 1 for the vendor's own test system.
            retries: for this call only: a number, False for none, or a Retries.

        Returns:
            The answer, its status from 200 to 299.

        Raises:
            ApiValueError: bad input; nothing was sent.
            ClientClosedError: the client was closed.
            ApiException: the call failed; ``outcome`` says what is known about its effect.
            asyncio.CancelledError: the task was cancelled; it has an ``outcome`` as well.
        """
        began = monotonic()
        request = prepare(
            operation,
            arguments,
            body,
            configuration=self.configuration,
            default_headers=self.default_headers,
            request_timeout=request_timeout,
            auth=auth,
            content_type=content_type,
            headers=headers,
            retries=retries,
        )
        answer = await self._run(request, host_index, began)
        if len(answer.body) > _LARGE_ANSWER and request.repeatable:
            return await asyncio.to_thread(self._decode, request, answer, began)
        return self._decode(request, answer, began)

    def _decode(self, request: Request, answer: Answer, began: float) -> ApiResponse[Any]:
        return response_of(request, answer, pause_gc=self.configuration.pause_gc, elapsed=monotonic() - began)

    async def open(
        self,
        operation: Operation,
        arguments: Mapping[str, Any],
        *,
        body: Any = MISSING,
        request_timeout: Any = None,
        auth: Any = None,
        content_type: str | None = None,
        headers: Mapping[str, str] | None = None,
        host_index: int = 0,
        retries: Retries | int | bool | None = None,
    ) -> RESTResponse:
        """Run a call of an operation up to its headers, and leave the body to the caller.

        The time budget of the call ends with the headers; each read of the body has the read
        timeout. Statuses other than 2xx are handed out, too, unless the call is tried again.

        Args:
            operation: what to call.
            arguments: values by Python name; None for left out.
            body: the model or a mapping.
            request_timeout: see :meth:`call`.
            auth: see :meth:`call`.
            content_type: see :meth:`call`.
            headers: see :meth:`call`.
            host_index: see :meth:`call`.
            retries: see :meth:`call`.

        Returns:
            The raw response. Read it to its end or close it.

        Raises:
            ApiValueError: bad input; nothing was sent.
            ClientClosedError: the client was closed.
            ApiException: no answer came.
        """
        began = monotonic()
        request = prepare(
            operation,
            arguments,
            body,
            configuration=self.configuration,
            default_headers=self.default_headers,
            request_timeout=request_timeout,
            auth=auth,
            content_type=content_type,
            headers=headers,
            retries=retries,
        )
        answer = await self._run(request, host_index, began, stream=True)
        return RESTResponse(answer.stream, limit=self.configuration.max_response_bytes, operation=operation.name)

    async def _run(self, request: Request, host_index: int, began: float, *, stream: bool = False) -> Answer:
        """Aim a call at its base URL and drive it."""
        transport = self.rest_client
        base_url, secret = self._destination(request, host_index)
        route = transport.route(base_url)
        request.origin = route.origin
        if secret and not transport.may_carry_token(route):
            raise ApiValueError(INSECURE.format(route.origin.host))
        return await self._drive(request, transport, route, began, stream=stream)

    async def _drive(
        self, request: Request, transport: RESTClientObject, route: Route, began: float, *, stream: bool = False
    ) -> Answer:
        """Drive an exchange: give it tokens, attempts and pauses until it has its answer."""
        deadline = None if request.total_timeout is None else began + request.total_timeout
        steps = exchange(request, began, stream=stream)
        result: Answer | Failure | None = None
        status: object = "failed"
        try:
            step = next(steps)
            while True:
                if step.action == "send":
                    _discard(result)
                    result = await transport.send(request, route, deadline, stream=stream)
                    if self.configuration.debug:
                        log_bodies(request, result)
                    step = steps.send(result)
                elif step.action == "token":
                    step = steps.send(await self._token(request, route, step.value, deadline))
                else:
                    await asyncio.sleep(step.value)
                    step = steps.send(None)
        except StopIteration as end:
            answer: Answer = end.value
            status = answer.status
            return answer
        except ApiException as error:
            _discard(result)
            status = error.status or error.reason
            raise
        except asyncio.CancelledError as error:
            _discard(result)
            status = "cancelled"
            mark(error, request, getattr(error, "outcome", None) is Outcome.UNKNOWN, result)
            raise
        finally:
            if log.isEnabledFor(DEBUG):
                log_call(request, status, monotonic() - began)

    @property
    def rest_client(self) -> RESTClientObject:
        """The transport, made with the first call."""
        if self._closed:
            raise ClientClosedError("the client was closed: make a new ApiClient")
        transport = self._transport
        if transport is None:
            # No lock, which a fork could leave locked: the first one to set it wins.
            transport = self._transport = self._made.setdefault("transport", RESTClientObject(self.configuration))
        return transport

    # Tokens.

    async def _token(self, request: Request, route: Route, refused: str | None, deadline: float | None) -> str:
        """Give a token for a call that lets the client manage it."""
        given = self.configuration.access_token
        if callable(given):
            token = given()
            return await token if isawaitable(token) else token
        try:
            return await self._token_source(route).token(refused, deadline)
        except ApiException as error:
            from xi_sdk_resellers._auth import token_failure

            raise token_failure(error, about(request)) from error.__cause__

    def _token_source(self, route: Route) -> TokenSource:
        """Find the token source of the credentials in use."""
        credentials = self._credentials(route.origin)
        found = self._sources.get(credentials)
        if found is None:
            from xi_sdk_resellers.aio._tokens import TokenSource

            base_url, key = credentials.place()

            async def fetch() -> Token:
                return await self._fetch_token(base_url, credentials)

            if len(self._sources) > 8:
                self._sources.clear()
            made = TokenSource(fetch, self.configuration.token_cache, key)
            found = self._sources.setdefault(credentials, made)
        return found

    async def _fetch_token(self, base_url: str, credentials: Credentials) -> Token:
        """Ask the vendor for a new token."""
        from xi_sdk_resellers._auth import read_token, unusable_token

        began, requested_at = monotonic(), wall_clock()
        request = self._token_request(credentials, None)
        transport = self.rest_client
        route = transport.route(base_url)
        answer = await self._drive(request, transport, route, began)
        try:
            return read_token(answer.body, requested_at)
        except ValueError as error:
            raise unusable_token(request, answer, str(error)) from None

    # What programs written for the vendor's SDK call.

    @classmethod
    def set_default(cls, default: ApiClient | None) -> None:
        """Set the client that endpoint classes use when they are given none."""
        ApiClient._default = default

    @classmethod
    def get_default(cls) -> ApiClient:
        """Return the client that endpoint classes use when they are given none."""
        if ApiClient._default is None:
            ApiClient._default = ApiClient()
        return ApiClient._default

    @classmethod
    def get_default_copy(cls) -> ApiClient:
        """Return a new client with a copy of the default client's settings."""
        default = cls.get_default()
        made = ApiClient(copy.copy(default.configuration))
        made.default_headers = HeaderDict(default.default_headers)
        made.cookie = default.cookie
        return made


def _discard(result: Answer | Failure | None) -> None:
    """Give back the connection of an answer that nobody will read."""
    if isinstance(result, Answer) and result.stream is not None:
        result.stream.close()
