"""What the blocking and the asyncio client have in common. No I/O."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from xi_sdk_resellers._process.loading import LateModule, load
from xi_sdk_resellers._process.waiting import Waiting
from xi_sdk_resellers._settings.headers import COUNTRY_CODE, CUSTOMER_NUMBER, SENDER_ID, HeaderDict, merge
from xi_sdk_resellers._settings.origin import token_base
from xi_sdk_resellers._values.hidden import hidden
from xi_sdk_resellers._values.missing import MISSING
from xi_sdk_resellers._values.narrow import is_mapping
from xi_sdk_resellers._version import __version__
from xi_sdk_resellers.configuration import Configuration
from xi_sdk_resellers.exceptions import ApiTypeError, ClientClosedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import Self, Unpack

    from xi_sdk_resellers._calls import vendor_client
    from xi_sdk_resellers._calls.client_options import ClientOptions
    from xi_sdk_resellers._calls.messages import Request
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.operation import Operation
else:
    vendor_client = LateModule("xi_sdk_resellers._calls.vendor_client")

_ACCOUNT_HEADERS = {
    "im_customer_number": CUSTOMER_NUMBER,
    "im_country_code": COUNTRY_CODE,
    "im_sender_id": SENDER_ID,
}
"""The settings of an account, and the headers that carry them."""


class ClientBase:
    """Settings and default headers of a client, and what programs written for the vendor's SDK call on it."""

    asynchronous: ClassVar[bool] = False
    """Whether its calls are awaited."""

    def __init__(
        self,
        configuration: Configuration | None = None,
        header_name: str | None = None,
        header_value: str | None = None,
        cookie: str | None = None,
    ) -> None:
        header_value, cookie = hidden(header_value), hidden(cookie)
        if configuration is not None and not isinstance(configuration, Configuration):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ApiTypeError(f"configuration must be a Configuration, not {type(configuration).__name__}")
        self.configuration: Configuration = Configuration.get_default() if configuration is None else configuration
        self.default_headers = {"Accept": "application/json", "Accept-Encoding": "gzip"}
        self.user_agent = _user_agent(self.configuration)
        if header_name is not None:
            self.default_headers[header_name] = header_value or ""
        self.cookie = cookie
        if cookie is not None:
            self.default_headers["Cookie"] = cookie
        self.waiting: Waiting = Waiting()
        """The waits of the client."""
        self._closed = False
        self._shared: Self | None = None

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """Make a client that differs in some options and shares connections, tokens and everything else with this one.

        It costs next to nothing, may be kept or dropped, and needs no ``close()``: closing it leaves the connections
        to this client, and closing this client closes it, too. What is not changed stays this client's, also when
        that changes later.

        Args:
            options: ``connect_timeout``, ``read_timeout``, ``total_timeout``, ``retries``, ``headers``,
                ``im_customer_number``, ``im_country_code``, ``im_sender_id``; as in :class:`Configuration`.

        Returns:
            The other client.

        Raises:
            ApiTypeError: there is no such option, or it has the wrong type.
            ApiValueError: an option breaks a rule.
        """
        headers = hidden(options.pop("headers", None))
        varied = load("xi_sdk_resellers._calls.varied")
        varied.check_options(options)
        made = object.__new__(type(self))
        vars(made).update(vars(self))
        made.configuration = varied.VariedConfiguration(self.configuration, options)
        made.default_headers = self.default_headers.copy()
        for name, header in _ACCOUNT_HEADERS.items():
            if name in options:
                made.default_headers.pop(header, None)
        if headers is not None:
            merge(made.default_headers, headers, "headers")
        made._shared = self._shared or self
        return made

    def for_account(self, customer_number: str, country_code: str | None = None) -> Self:
        """Make a client for another account of yours, which shares everything else with this one.

        Args:
            customer_number: the customer number of the account.
            country_code: its country, two letters; None for this client's.

        Returns:
            The other client, see :meth:`with_options`.

        Raises:
            ApiTypeError: they are no text.
        """
        if not isinstance(customer_number, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ApiTypeError(f"customer_number must be text, not {type(customer_number).__name__}")
        if country_code is None:
            return self.with_options(im_customer_number=customer_number)
        return self.with_options(im_customer_number=customer_number, im_country_code=country_code)

    def _check_open(self) -> None:
        if self._closed or (self._shared is not None and self._shared._closed):
            raise ClientClosedError("the client was closed: make a new ApiClient")

    def __repr__(self) -> str:
        # A client that refuses its arguments is shown as well, by whoever shows the frames of the error.
        configuration, closed = getattr(self, "configuration", None), getattr(self, "_closed", False)
        return f"{type(self).__name__}({configuration!r}{', closed' if closed else ''})"

    def __getstate__(self) -> NoReturn:
        raise ApiTypeError(
            "a client holds connections and cannot be pickled or copied: "
            "pass on its configuration, and make another client from it"
        )

    def _destination(self, request: Request, host_index: int, host: str | None) -> tuple[str, bool]:
        """Give the base URL of a call, and whether it carries a secret there."""
        configuration = self.configuration
        if host is not None:
            return host, request.operation.secret or request.managed_token or "Authorization" in request.headers
        base_url = configuration.host if host_index == 0 else configuration.get_host_from_settings(host_index)
        if request.operation.secret:
            return token_base(base_url), True
        return base_url, request.managed_token or "Authorization" in request.headers

    # What programs written for the vendor's SDK call.

    @property
    def default_headers(self) -> HeaderDict:
        """Headers of every call; what is given with a call wins over them. Each is checked when it is set."""
        return self._default_headers

    @default_headers.setter
    def default_headers(self, value: Mapping[str, str]) -> None:
        value = value if isinstance(value, HeaderDict) else hidden(value)
        if not is_mapping(value):
            raise ApiTypeError(f"default_headers must be a mapping, not {type(value).__name__}")
        self._default_headers = value if isinstance(value, HeaderDict) else HeaderDict(value)

    @property
    def user_agent(self) -> str:
        """The User-Agent header."""
        return self.default_headers.get("User-Agent", "")

    @user_agent.setter
    def user_agent(self, value: str) -> None:
        self.default_headers["User-Agent"] = value

    @property
    def client_side_validation(self) -> bool:
        """Whether lengths, enums and ranges are checked before anything is sent."""
        return self.configuration.client_side_validation

    @client_side_validation.setter
    def client_side_validation(self, value: bool) -> None:
        self.configuration.client_side_validation = value

    def set_default_header(self, header_name: str, header_value: str) -> None:
        """Send a header with each call. What is given with a call wins over it.

        Args:
            header_name: its name.
            header_value: its value.

        Raises:
            ApiTypeError: not texts.
            ApiValueError: they cannot be sent.
        """
        header_value = hidden(header_value)
        self.default_headers[header_name] = header_value

    def select_header_accept(self, accepts: list[str]) -> str | None:
        """Choose the Accept header from what an operation offers: JSON when it is there."""
        return next((kind for kind in accepts if "json" in kind.lower()), accepts[0] if accepts else None)

    def select_header_content_type(self, content_types: list[str]) -> str | None:
        """Choose the Content-Type header from what an operation takes: JSON when it is there."""
        return self.select_header_accept(content_types)

    def sanitize_for_serialization(self, obj: Any) -> Any:
        """Turn models, dates and Decimals into what :mod:`json` can write."""
        return vendor_client.sanitized(obj)

    def param_serialize(
        self,
        method: str,
        resource_path: str,
        path_params: Any = None,
        query_params: Any = None,
        header_params: Any = None,
        body: Any = None,
        post_params: Any = None,
        files: Any = None,
        auth_settings: list[str] | None = None,
        collection_formats: Mapping[str, str] | None = None,
        _host: str | None = None,
        _request_auth: Any = None,
    ) -> tuple[str, str, dict[str, str], Any, list[tuple[str, Any]]]:
        """Build what :meth:`call_api` takes: method, URL, headers, body and form fields.

        Args:
            method: HTTP method.
            resource_path: path below the host, with ``{name}`` for each of the path parameters.
            path_params: mapping or pairs.
            query_params: mapping or pairs.
            header_params: mapping or pairs.
            body: a model or any JSON value.
            post_params: fields of a form.
            files: files of a form, see :meth:`files_parameters`.
            auth_settings: names of :meth:`Configuration.auth_settings`.
            collection_formats: for each list its format: ``csv``, ``ssv``, ``tsv``, ``pipes`` or ``multi``.
            _host: base URL; default that of the configuration.
            _request_auth: authentication of this call alone.

        Raises:
            ApiTypeError: a value cannot be written.
            ApiValueError: a file cannot be read.
        """
        header_params, post_params, _request_auth = hidden(header_params), hidden(post_params), hidden(_request_auth)
        given = {name: value for name, value in locals().items() if name not in ("self", "method", "resource_path")}
        return vendor_client.serialized(
            self.configuration, self.default_headers, method=method, path=resource_path, given=given
        )

    def parameters_to_tuples(self, params: Any, collection_formats: Mapping[str, str] | None) -> list[tuple[str, Any]]:
        """List parameters as pairs; lists are joined, or repeated for the format ``multi``."""
        return vendor_client.as_tuples(params, collection_formats)

    def parameters_to_url_query(self, params: Any, collection_formats: Mapping[str, str] | None) -> str:
        """Write parameters as the query of a URL."""
        return vendor_client.as_query(params, collection_formats)

    def files_parameters(self, files: Mapping[str, Any]) -> list[tuple[str, tuple[str, bytes, str]]]:
        """List the files of a form: for each field a path, bytes, a pair of name and bytes, or a list of those.

        Raises:
            ApiValueError: something else, or a file that cannot be read.
        """
        return vendor_client.as_files(files)

    def update_params_for_auth(
        self,
        headers: dict[str, str],
        queries: Any,
        auth_settings: list[str] | None,
        resource_path: str,
        method: str,
        body: Any,
        request_auth: Any = None,
    ) -> None:
        """Put the authentication of a call into its headers.

        Raises:
            ApiValueError: it would go into the query: secrets do not belong in URLs.
        """
        request_auth = hidden(request_auth)
        vendor_client.authorize(headers, auth_settings, self.configuration, request_auth)

    def deserialize(self, response_text: str, response_type: str, content_type: str | None = None) -> Any:
        """Read the text of an answer as a type such as ``OrderDetailB2B`` or ``List[str]``.

        Raises:
            ApiException: it is neither JSON nor text.
            ApiValueError: it is no JSON, or there is no such type.
        """
        return vendor_client.deserialized(response_text, response_type, content_type)

    def response_deserialize(
        self, response_data: Any, response_types_map: Mapping[str, str] | None = None
    ) -> ApiResponse[Any]:
        """Turn what :meth:`call_api` returned, read, into an ApiResponse.

        Args:
            response_data: the raw answer.
            response_types_map: the type for each status: ``{"200": "OrderDetailB2B", "4XX": "ErrorResponse"}``.

        Raises:
            ApiValueError: the answer was not read.
            ApiException: its status is no success.
        """
        return vendor_client.response_of_raw(response_data, response_types_map)


def checked_client(owner: object, client: Any, *, asynchronous: bool) -> Any:
    """Refuse what is no client, or that of the other twin, for a class that makes calls with it.

    Args:
        owner: what needs a client.
        client: what it was given.
        asynchronous: whether it awaits its calls.

    Returns:
        The client.

    Raises:
        ApiTypeError: it is none.
    """
    name, own = type(owner).__name__, "aio.ApiClient" if asynchronous else "ApiClient"
    needed = f"{'aio.' if asynchronous else ''}{name} takes an {own}"
    if isinstance(client, ClientBase):
        if client.asynchronous is not asynchronous:
            other = f"xi_sdk_resellers.{'' if asynchronous else 'aio.'}{name}"
            raise ApiTypeError(f"{needed}; for this client there is {other}")
    elif isinstance(client, Configuration):
        raise ApiTypeError(f"{needed}, not its Configuration: write {name}({own}(configuration))")
    elif not callable(getattr(client, "perform", None)):
        raise ApiTypeError(f"{needed}, not {type(client).__name__}")
    return client


def all_arguments(
    operation: Operation, arguments: Mapping[str, Any], body: Any, options: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Put the arguments, the body and the options of a call into one mapping, which does not show secrets."""
    given = {**arguments, **hidden_options(options)}
    if body is not MISSING:
        given[operation.body_argument or "body"] = body
    for parameter in operation.parameters if operation.secret else ():
        if parameter.secret and parameter.name in given:
            given[parameter.name] = hidden(given[parameter.name])
    return given


def hidden_options(options: Mapping[str, Any]) -> dict[str, Any]:
    """Hide what is or may be a secret in the options of a call."""
    return {name: hidden(value) if name in ("_request_auth", "_headers") else value for name, value in options.items()}


def _user_agent(configuration: Configuration) -> str:
    own = f"xi-resellers/{__version__} Python/{sys.version.partition(' ')[0]}"
    return f"{configuration.user_agent} {own}" if configuration.user_agent else own
