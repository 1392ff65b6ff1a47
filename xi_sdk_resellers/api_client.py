"""The blocking client: it runs a call from its arguments to its answer."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from time import sleep
from time import time as wall_clock
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload
from weakref import ref

from xi_sdk_resellers._calls.client_base import ClientBase, all_arguments, hidden_options
from xi_sdk_resellers._process.loading import LateModule, load, loading
from xi_sdk_resellers._settings.headers import HeaderDict
from xi_sdk_resellers._values.hidden import hidden
from xi_sdk_resellers._values.missing import MISSING
from xi_sdk_resellers.exceptions import ApiException, ApiTypeError, ClientClosedError, OpenApiException

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Unpack

    from xi_sdk_resellers._auth.credentials import Credentials
    from xi_sdk_resellers._auth.source import TokenSource
    from xi_sdk_resellers._calls import decode, exchange, log, marking, prepare, vendor_client
    from xi_sdk_resellers._calls.messages import Answer, Failure, Request
    from xi_sdk_resellers._calls.options import CallOptions
    from xi_sdk_resellers._settings.token import Token
    from xi_sdk_resellers._transport.blocking.client import RESTClientObject, RESTResponse, Route
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.configuration import Configuration
    from xi_sdk_resellers.operation import Effect, Operation
else:
    vendor_client = LateModule("xi_sdk_resellers._calls.vendor_client")

R = TypeVar("R")

_PARTS = ("xi_sdk_resellers._transport.blocking.client", "xi_sdk_resellers._calls.ready")
"""What calls need and a client's construction does not load."""
_TOKEN_PARTS = (
    "xi_sdk_resellers._auth.credentials",
    "xi_sdk_resellers._auth.request",
    "xi_sdk_resellers._auth.source",
)
"""What the client's own tokens need in addition."""
_PAUSE = "xi_sdk_resellers._process.pause"
_MOST_READY = 1000
_ready: set[str] = set()
"""The operations for which everything is loaded that a call and its answer need."""


def _make_ready(operation: Operation, *, pause_gc: bool) -> None:
    """Load what a call needs. The modules that every call uses become names of this one, as at its top."""
    with loading, load(_PAUSE).pausing(pause_gc):
        ready = load(*_PARTS)
        globals().update(ready.MODULES)
        ready.make_ready(operation, pause_gc=pause_gc)
    if len(_ready) < _MOST_READY:
        _ready.add(operation.name)


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
        header_value, cookie = hidden(header_value), hidden(cookie)
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
        """Close all connections. Calls under way in other threads still get their answers.

        A client made by :meth:`with_options` leaves the connections to the other one.
        """
        self._closed = True
        if self._transport is not None and self._shared is None:
            self._transport.close()

    # Calls.

    def call(
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
        """
        given = all_arguments(operation, arguments, body, options)
        del arguments, options  # they may show secrets
        return self.perform(operation, given)

    def open(
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
        return self.perform(operation, given, self._hand_out, stream=True)

    def _hand_out(self, request: Request, answer: Answer) -> RESTResponse:
        """Make the raw response of what came back."""
        # Late: loads urllib3, which the call does anyway.
        from xi_sdk_resellers._transport.blocking.client import RESTResponse

        limit = self.configuration.max_response_bytes
        return RESTResponse(answer.stream, limit=limit, operation=request.operation.name, host=request.host)

    def request(
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
        load("xi_sdk_resellers._calls.raw_request")
        # Late: few programs need it.
        from xi_sdk_resellers._calls.raw_request import described, json_response

        given = hidden_options({"_headers": headers, **options})
        del headers, options  # they may show secrets
        operation, arguments = described(method, path, query, json, effect)
        return self.perform(operation, {**arguments, **given}, json_response)

    def call_api(
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
        load("xi_sdk_resellers._calls.raw_request")
        # Late: only programs written for the vendor's SDK need it.
        from xi_sdk_resellers._calls.raw_request import described_url

        header_params, post_params = hidden(header_params), hidden(post_params)
        body, headers = vendor_client.form_body(body, post_params, header_params)
        host, operation, arguments = described_url(method, url, self.configuration, body, headers)
        given = {**arguments, "_request_timeout": _request_timeout}
        return self.perform(operation, given, self._hand_out, stream=True, host=host)

    def read(self, request: Request, answer: Answer) -> ApiResponse[Any]:
        """Decode an answer."""
        return decode.response_of(request, answer, pause_gc=self.configuration.pause_gc)

    @overload
    def perform(
        self, operation: Operation, arguments: Mapping[str, Any], *, within: float | None = None
    ) -> ApiResponse[Any]: ...
    @overload
    def perform(
        self,
        operation: Operation,
        arguments: Mapping[str, Any],
        finish: Callable[[Request, Answer], R],
        *,
        stream: bool = False,
        host: str | None = None,
        within: float | None = None,
    ) -> R: ...
    def perform(
        self,
        operation: Operation,
        arguments: Mapping[str, Any],
        finish: Callable[[Request, Answer], Any] | None = None,
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
            BaseException: it was cut off by something from outside, such as Ctrl-C; it has an ``outcome`` as well.
        """
        if operation.name not in _ready:
            _make_ready(operation, pause_gc=self.configuration.pause_gc)
        request = prepare.prepare(
            operation, arguments, configuration=self.configuration, default_headers=self.default_headers, within=within
        )
        transport = self.rest_client
        route = transport.route(*self._destination(request, arguments.get("_host_index", 0), host))
        request.origin = route.origin
        result: Answer | Failure | None = None
        under_way = False
        try:
            steps = exchange.exchange(request, stream=stream)
            try:
                step = next(steps)
                while True:
                    if step.action == "send":
                        transport.discard(result)
                        under_way = True
                        result = transport.send(request, route, stream=stream)
                        under_way = False
                        if self.configuration.debug:
                            log.log_bodies(request, result)
                        step = steps.send(result)
                    elif step.action == "token":
                        step = steps.send(self._token(request, route, step.value))
                    elif step.action == "ask":
                        step = steps.send(step.value())
                    else:
                        if not self.waiting.passed_over(self.configuration.wait, step.value):
                            sleep(step.value)
                        step = steps.send(None)
            except StopIteration as end:
                answer: Answer = end.value
            made = (finish or self.read)(request, answer)
            log.end_call(request, answer)
            return made
        except OpenApiException as error:
            transport.discard(result)
            log.end_call(request, error)
            raise
        except BaseException as error:
            transport.discard(result)
            marking.mark(error, request, result, under_way=under_way)
            log.end_call(request, error)
            raise

    @property
    def rest_client(self) -> RESTClientObject:
        """The transport, made with the first call."""
        self._check_open()
        transport = self._transport
        if transport is None and self._shared is not None:
            transport = self._transport = self._shared.rest_client
        if transport is None:
            # Late: loads urllib3.
            from xi_sdk_resellers._transport.blocking.client import RESTClientObject

            # No lock, which a fork could leave locked: the first one to set it wins.
            made: dict[str, RESTClientObject] = self._made
            transport = self._transport = made.setdefault("transport", RESTClientObject(self.configuration))
        return transport

    # Tokens.

    def _token(self, request: Request, route: Route, refused: str | None) -> str:
        """Give a token for a call that lets the client manage it."""
        given = self.configuration.access_token
        if callable(given):
            token = hidden(given())
            if not isinstance(token, str):
                raise ApiTypeError(f"access_token must return text here, not {type(token).__name__}")
            return token
        try:
            return self._token_source(route).token(refused, request.deadline)
        except ApiException as error:
            # Late: only failures need it.
            from xi_sdk_resellers._auth.request import token_failure

            raise token_failure(error, request) from error.__cause__

    def _token_source(self, route: Route) -> TokenSource:
        """Find the token source of the credentials in use."""
        if not self._sources:
            load(*_TOKEN_PARTS)
        # Late: only managed tokens need these.
        from xi_sdk_resellers._auth import credentials, source

        own = credentials.Credentials.of(self.configuration, route.origin)
        found = self._sources.get(own)
        if found is None:
            token_host, key = own.place()
            # Not the client itself: it would hold itself, and its connections, until the next collection of garbage.
            owner = ref(self._shared or self)

            def fetch(left: float | None) -> Token:
                client = owner()
                if client is None:
                    raise ClientClosedError("the client is gone")
                return client._fetch_token(token_host, own, left)

            if len(self._sources) > 8:
                self._sources.clear()
            made = source.TokenSource(fetch, self.configuration.token_cache, key)
            found = self._sources.setdefault(own, made)
        return found

    def _fetch_token(self, token_host: str, credentials: Credentials, left: float | None) -> Token:
        """Ask the vendor for a new token."""
        # Late: only token requests need these.
        from xi_sdk_resellers._auth.request import read_token, token_operation

        requested_at = wall_clock()

        def finish(request: Request, answer: Answer) -> Token:
            return read_token(request, answer, requested_at)

        arguments = credentials.arguments()
        return self.perform(token_operation(), arguments, finish, host=token_host, within=left)

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
