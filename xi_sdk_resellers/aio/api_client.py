"""The asyncio client: it runs a call from its arguments to its answer."""

from __future__ import annotations

import asyncio
import copy
import warnings
from collections.abc import Awaitable, Callable, Mapping
from inspect import isawaitable
from time import time as wall_clock
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload
from weakref import ref

from xi_sdk_resellers._auth.credentials import Credentials
from xi_sdk_resellers._auth.request import read_token, token_failure, token_operation
from xi_sdk_resellers._auth.source_aio import TokenSource
from xi_sdk_resellers._calls.client_base import ClientBase, all_arguments, hidden_options
from xi_sdk_resellers._calls.decode import response_of
from xi_sdk_resellers._calls.exchange import exchange
from xi_sdk_resellers._calls.log import end_call, log_bodies
from xi_sdk_resellers._calls.marking import mark
from xi_sdk_resellers._calls.messages import Answer, Failure, Request
from xi_sdk_resellers._calls.prepare import prepare
from xi_sdk_resellers._calls.raw_request import described, described_url, json_response
from xi_sdk_resellers._calls.ready import make_ready
from xi_sdk_resellers._calls.vendor_client import form_body
from xi_sdk_resellers._process.aside_aio import aside
from xi_sdk_resellers._settings.headers import HeaderDict
from xi_sdk_resellers._transport.aio.client import RESTClientObject, RESTResponse, Route
from xi_sdk_resellers._values.hidden import hidden
from xi_sdk_resellers._values.missing import MISSING
from xi_sdk_resellers.exceptions import ApiException, ClientClosedError, OpenApiException

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Unpack

    from xi_sdk_resellers._calls.options import CallOptions
    from xi_sdk_resellers._settings.token import Token
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.configuration import Configuration
    from xi_sdk_resellers.operation import Effect, Operation

R = TypeVar("R")

_LARGE_ANSWER = 1024 * 1024
"""Bytes of a read's answer from which on a thread decodes it.

That takes longer in all, but stops the event loop for a fifth of the time or less. Answers of
changes are decoded at once: their tasks could be cancelled in between, and the answer be lost.
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

    asynchronous = True
    _default: ClassVar[ApiClient | None] = None

    def __init__(
        self,
        configuration: Configuration | None = None,
        header_name: str | None = None,
        header_value: str | None = None,
        cookie: str | None = None,
    ) -> None:
        header_value, cookie = hidden(header_value), hidden(cookie)
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
        A client made by :meth:`with_options` leaves the connections to the other one.
        """
        self._closed = True
        if self._shared is not None:
            return
        for source in self._sources.values():
            await source.close()
        if self._transport is not None:
            await self._transport.close()

    def __del__(self) -> None:
        transport = self._transport
        if transport is not None and transport.unclosed and self._shared is None:
            said = f"unclosed {self!r}: use it in 'async with', or await its close()"
            warnings.warn(said, ResourceWarning, stacklevel=2, source=self)

    # Calls.

    async def call(
        self, operation: Operation, arguments: Mapping[str, Any], *, body: Any = MISSING, **options: Unpack[CallOptions]
    ) -> ApiResponse[Any]:
        """Run a call of an operation to its decoded answer.

        Args:
            operation: what to call.
            arguments: values by Python name; None for left out.
            body: the model or a mapping.
            options: what every method of the endpoint classes takes, too: ``_request_timeout``, ``_retries``, …

        Returns:
            The answer, its status from 200 to 299; 404 when that is how a search says that it found nothing.

        Raises:
            ApiValueError: bad input; nothing was sent.
            ClientClosedError: the client was closed.
            ApiException: the call failed; ``outcome`` says what is known about its effect.
            asyncio.CancelledError: the task was cancelled; it has an ``outcome`` as well.
        """
        given = all_arguments(operation, arguments, body, options)
        del arguments, options  # they may show secrets
        return await self.perform(operation, given)

    async def open(
        self, operation: Operation, arguments: Mapping[str, Any], *, body: Any = MISSING, **options: Unpack[CallOptions]
    ) -> RESTResponse:
        """Run a call of an operation up to its headers, and leave the body to the caller.

        The time budget of the call ends with the headers; each read of the body has the read
        timeout. Statuses other than 2xx are handed out, too, unless the call is tried again.

        Args:
            operation: what to call.
            arguments: values by Python name; None for left out.
            body: see :meth:`call`.
            options: see :meth:`call`.

        Returns:
            The raw response. Read it to its end or close it.

        Raises:
            ApiValueError: bad input; nothing was sent.
            ClientClosedError: the client was closed.
            ApiException: no answer came.
        """

        given = all_arguments(operation, arguments, body, options)
        del arguments, options  # they may show secrets
        return await self.perform(operation, given, self._hand_out, stream=True)

    async def _hand_out(self, request: Request, answer: Answer) -> RESTResponse:
        """Make the raw response of what came back."""
        limit = self.configuration.max_response_bytes
        return RESTResponse(answer.stream, limit=limit, operation=request.operation.name, host=request.host)

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Any = None,
        json: Any = MISSING,
        headers: Mapping[str, str] | None = None,
        effect: Effect | None = None,
        **options: Unpack[CallOptions],
    ) -> ApiResponse[Any]:
        """Call something of the vendor's API that has no method here.

        Token, IM headers, limits of time, retries and outcomes are those of every call.

        Args:
            method: GET, POST, PUT, PATCH or DELETE.
            path: the path below the host, its values quoted already.
            query: a mapping, or pairs, of name and value; a list of values is repeated, None is left out.
            json: what to send: any JSON value, models among it. Bytes go out as they are.
            headers: more headers. They win over defaults.
            effect: ``read`` or ``change``; a change is never sent twice. Needed for everything but a GET.
            options: what every method of the endpoint classes takes, too.

        Returns:
            The answer. ``data`` is its JSON, or None when it has none.

        Raises:
            ApiTypeError: an argument has the wrong type.
            ApiValueError: bad input; nothing was sent.
            ApiException: the call failed; ``outcome`` says what is known about its effect.
        """
        given = hidden_options({"_headers": headers, **options})
        del headers, options  # they may show secrets
        operation, arguments = described(method, path, query, json, effect)
        return await self.perform(operation, {**arguments, **given}, _json_response)

    async def call_api(
        self,
        method: str,
        url: str,
        header_params: Mapping[str, str] | None = None,
        body: Any = None,
        post_params: Any = None,
        _request_timeout: Any = None,
    ) -> RESTResponse:
        """Send what :meth:`param_serialize` built, and return the raw answer, whatever its status.

        Everything but a GET counts as a change, and is never sent twice. :meth:`request` does more.

        Args:
            method: HTTP method.
            url: the whole URL.
            header_params: headers.
            body: any JSON value.
            post_params: fields and files of a form.
            _request_timeout: see the methods of the endpoint classes.

        Raises:
            ApiValueError: bad input; nothing was sent.
            ApiException: no answer came.
        """
        header_params, post_params = hidden(header_params), hidden(post_params)
        body, headers = form_body(body, post_params, header_params)
        host, operation, arguments = described_url(method, url, self.configuration, body, headers)
        given = {**arguments, "_request_timeout": _request_timeout}
        return await self.perform(operation, given, self._hand_out, stream=True, host=host)

    async def read(self, request: Request, answer: Answer) -> ApiResponse[Any]:
        """Decode an answer."""
        pause_gc = self.configuration.pause_gc
        if len(answer.body) > _LARGE_ANSWER and not request.operation.changes:
            return await asyncio.to_thread(response_of, request, answer, pause_gc=pause_gc)
        return response_of(request, answer, pause_gc=pause_gc)

    @overload
    async def perform(
        self, operation: Operation, arguments: Mapping[str, Any], *, within: float | None = None
    ) -> ApiResponse[Any]: ...
    @overload
    async def perform(
        self,
        operation: Operation,
        arguments: Mapping[str, Any],
        finish: Callable[[Request, Answer], Awaitable[R]],
        *,
        stream: bool = False,
        host: str | None = None,
        within: float | None = None,
    ) -> R: ...
    async def perform(
        self,
        operation: Operation,
        arguments: Mapping[str, Any],
        finish: Callable[[Request, Answer], Awaitable[Any]] | None = None,
        *,
        stream: bool = False,
        host: str | None = None,
        within: float | None = None,
    ) -> Any:
        """Run a call from its arguments to its result: check, send, wait, get tokens, try again, read the answer.

        Args:
            operation: what to call.
            arguments: values by Python name, the body and the options of the call among them.
            finish: makes the result of what was sent and what came back; default :meth:`read`.
            stream: whether the body is left unread.
            host: base URL to call, when it is not one of the configuration's.
            within: seconds that the whole call may take at most, besides its own limits.

        Returns:
            What ``finish`` returns.

        Raises:
            ApiValueError: bad input; nothing was sent.
            ClientClosedError: the client was closed.
            ApiException: the call failed; ``outcome`` says what is known about its effect.
            asyncio.CancelledError: the task was cancelled; it has an ``outcome`` as well.
        """
        make_ready(operation, pause_gc=self.configuration.pause_gc)
        request = prepare(
            operation, arguments, configuration=self.configuration, default_headers=self.default_headers, within=within
        )
        transport = self.rest_client
        route = transport.route(*self._destination(request, arguments.get("_host_index", 0), host))
        request.origin = route.origin
        result: Answer | Failure | None = None
        under_way = False
        try:
            steps = exchange(request, stream=stream)
            try:
                step = next(steps)
                while True:
                    if step.action == "send":
                        transport.discard(result)
                        under_way = True
                        result = await transport.send(request, route, stream=stream)
                        under_way = False
                        if self.configuration.debug:
                            log_bodies(request, result)
                        step = steps.send(result)
                    elif step.action == "token":
                        step = steps.send(await self._token(request, route, step.value))
                    elif step.action == "ask":
                        step = steps.send(await aside("rate budget", step.value))
                    else:
                        over = self.waiting.passed_over(self.configuration.wait, step.value)
                        await asyncio.sleep(0 if over else step.value)
                        step = steps.send(None)
            except StopIteration as end:
                answer: Answer = end.value
            made = await (finish or self.read)(request, answer)
            end_call(request, answer)
            return made
        except OpenApiException as error:
            transport.discard(result)
            end_call(request, error)
            raise
        except BaseException as error:
            transport.discard(result)
            mark(error, request, result, under_way=under_way)
            end_call(request, error, "cancelled" if isinstance(error, asyncio.CancelledError) else "interrupted")
            raise

    @property
    def rest_client(self) -> RESTClientObject:
        """The transport, made with the first call."""
        self._check_open()
        transport = self._transport
        if transport is None and self._shared is not None:
            transport = self._transport = self._shared.rest_client
        if transport is None:
            # No lock, which a fork could leave locked: the first one to set it wins.
            transport = self._transport = self._made.setdefault("transport", RESTClientObject(self.configuration))
        return transport

    # Tokens.

    async def _token(self, request: Request, route: Route, refused: str | None) -> str:
        """Give a token for a call that lets the client manage it."""
        given = self.configuration.access_token
        if callable(given):
            token = hidden(given())
            return hidden(await token) if isawaitable(token) else token
        try:
            return await self._token_source(route).token(refused, request.deadline)
        except ApiException as error:
            raise token_failure(error, request) from error.__cause__

    def _token_source(self, route: Route) -> TokenSource:
        """Find the token source of the credentials in use."""
        credentials = Credentials.of(self.configuration, route.origin)
        found = self._sources.get(credentials)
        if found is None:
            token_host, key = credentials.place()
            # Not the client itself: it would hold itself, and one that is forgotten could not say so in time.
            owner = ref(self._shared or self)

            async def fetch(left: float | None) -> Token:
                client = owner()
                if client is None:
                    raise ClientClosedError("the client is gone")
                return await client._fetch_token(token_host, credentials, left)

            if len(self._sources) > 8:
                self._sources.clear()
            made = TokenSource(fetch, self.configuration.token_cache, key)
            found = self._sources.setdefault(credentials, made)
        return found

    async def _fetch_token(self, token_host: str, credentials: Credentials, left: float | None) -> Token:
        """Ask the vendor for a new token."""
        requested_at = wall_clock()

        async def finish(request: Request, answer: Answer) -> Token:
            return read_token(request, answer, requested_at)

        arguments = credentials.arguments()
        return await self.perform(token_operation(), arguments, finish, host=token_host, within=left)

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


async def _json_response(request: Request, answer: Answer) -> ApiResponse[Any]:
    return json_response(request, answer)
