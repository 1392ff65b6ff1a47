"""The blocking client: it runs a call from its arguments to its answer."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from time import monotonic, sleep
from time import time as wall_clock
from typing import TYPE_CHECKING, Any, ClassVar

from xi_sdk_resellers._client import ClientBase
from xi_sdk_resellers._headers import HeaderDict
from xi_sdk_resellers._missing import MISSING
from xi_sdk_resellers._origin import INSECURE
from xi_sdk_resellers.exceptions import ApiException, ApiTypeError, ApiValueError, ClientClosedError

if TYPE_CHECKING:
    from types import TracebackType

    from xi_sdk_resellers._auth import Token
    from xi_sdk_resellers._client import Credentials
    from xi_sdk_resellers._exchange import Answer, Failure
    from xi_sdk_resellers._operation import Operation
    from xi_sdk_resellers._request import Request
    from xi_sdk_resellers._retry import Retries
    from xi_sdk_resellers._tokens import TokenSource
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.configuration import Configuration
    from xi_sdk_resellers.rest import RESTClientObject, RESTResponse, Route


class ApiClient(ClientBase):
    """Calls the vendor's API: connections, tokens, retries and decoding for the endpoint classes.

    One client serves many threads, and survives a fork. Close it, or use it in a ``with``
    statement, to give its connections back.

    Args:
        configuration: settings; default :meth:`Configuration.get_default`. The client keeps a
            reference, so later changes of credentials and defaults count from the next call on.
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
        super().__init__(configuration, header_name, header_value, cookie)
        self._transport: RESTClientObject | None = None
        self._made: dict[str, RESTClientObject] = {}
        self._sources: dict[Credentials, TokenSource] = {}

    # Life.

    def __enter__(self) -> ApiClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections. Calls under way in other threads still get their answers."""
        self._closed = True
        if self._transport is not None:
            self._transport.close()

    # Calls.

    def call(
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
        """
        from xi_sdk_resellers._request import prepare

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
        answer = self._run(request, host_index, began)
        from xi_sdk_resellers._decode import response_of

        return response_of(request, answer, pause_gc=self.configuration.pause_gc, elapsed=monotonic() - began)

    def open(
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
        from xi_sdk_resellers._request import prepare

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
        answer = self._run(request, host_index, began, stream=True)
        from xi_sdk_resellers.rest import RESTResponse

        return RESTResponse(answer.stream, limit=self.configuration.max_response_bytes, operation=operation.name)

    def _run(self, request: Request, host_index: int, began: float, *, stream: bool = False) -> Answer:
        """Drive an exchange: give it tokens, attempts and pauses until it has its answer."""
        transport = self.rest_client
        base_url, secret = self._destination(request, host_index)
        route = transport.route(base_url)
        request.origin = route.origin
        if secret and not transport.may_carry_token(route):
            raise ApiValueError(INSECURE.format(route.origin.host))
        return self._drive(request, transport, route, began, stream=stream)

    def _drive(
        self, request: Request, transport: RESTClientObject, route: Route, began: float, *, stream: bool = False
    ) -> Answer:
        """Drive an exchange: give it tokens, attempts and pauses until it has its answer."""
        from xi_sdk_resellers._exchange import exchange, log_bodies, log_call

        deadline = None if request.total_timeout is None else began + request.total_timeout
        steps = exchange(request, began, stream=stream)
        result: Answer | Failure | None = None
        status: object = "failed"
        try:
            step = next(steps)
            while True:
                if step.action == "send":
                    _discard(result)
                    result = transport.send(request, route, deadline, stream=stream)
                    if self.configuration.debug:
                        log_bodies(request, result)
                    step = steps.send(result)
                elif step.action == "token":
                    step = steps.send(self._token(request, route, step.value, deadline))
                else:
                    sleep(step.value)
                    step = steps.send(None)
        except StopIteration as end:
            answer: Answer = end.value
            status = answer.status
            return answer
        except ApiException as error:
            _discard(result)
            status = error.status or error.reason
            raise
        finally:
            log_call(request, status, monotonic() - began)

    @property
    def rest_client(self) -> RESTClientObject:
        """The transport, made with the first call."""
        if self._closed:
            raise ClientClosedError("the client was closed: make a new ApiClient")
        transport = self._transport
        if transport is None:
            from xi_sdk_resellers.rest import RESTClientObject

            # No lock, which a fork could leave locked: the first one to set it wins.
            made: dict[str, RESTClientObject] = self._made
            transport = self._transport = made.setdefault("transport", RESTClientObject(self.configuration))
        return transport

    # Tokens.

    def _token(self, request: Request, route: Route, refused: str | None, deadline: float | None) -> str:
        """Give a token for a call that lets the client manage it."""
        given = self.configuration.access_token
        if callable(given):
            token = given()
            if not isinstance(token, str):
                raise ApiTypeError(f"access_token must return text here, not {type(token).__name__}")
            return token
        try:
            return self._token_source(route).token(refused, deadline)
        except ApiException as error:
            from xi_sdk_resellers._auth import token_failure
            from xi_sdk_resellers._decode import about

            raise token_failure(error, about(request)) from error.__cause__

    def _token_source(self, route: Route) -> TokenSource:
        """Find the token source of the credentials in use."""
        credentials = self._credentials(route.origin)
        found = self._sources.get(credentials)
        if found is None:
            from xi_sdk_resellers._tokens import TokenSource

            base_url, key = credentials.place()

            def fetch(left: float | None) -> Token:
                return self._fetch_token(base_url, credentials, left)

            if len(self._sources) > 8:
                self._sources.clear()
            made = TokenSource(fetch, self.configuration.token_cache, key)
            found = self._sources.setdefault(credentials, made)
        return found

    def _fetch_token(self, base_url: str, credentials: Credentials, left: float | None) -> Token:
        """Ask the vendor for a new token."""
        from xi_sdk_resellers._auth import read_token, unusable_token

        began, requested_at = monotonic(), wall_clock()
        request = self._token_request(credentials, left)
        transport = self.rest_client
        route = transport.route(base_url)
        answer = self._drive(request, transport, route, began)
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
    stream = getattr(result, "stream", None)
    if stream is not None:
        from xi_sdk_resellers._pool import release

        stream.close()
        release(stream)
