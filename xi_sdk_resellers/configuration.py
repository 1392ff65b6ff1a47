"""Where to call, as whom, and how patiently: everything a client can be told."""

from __future__ import annotations

import copy
import os
import sys
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xi_sdk_resellers._process.loading import load
from xi_sdk_resellers._settings.checks import CHECKS, COPIES, own_copy, tidied
from xi_sdk_resellers._settings.groups import (
    DEFAULT_MAX_RESPONSE_BYTES,
    DEFAULT_MAX_RESPONSE_HEADERS,
    DEFAULT_MAX_RESPONSE_OBJECTS,
    Identity,
    Limits,
    Network,
    Observers,
    Patience,
)
from xi_sdk_resellers._settings.headers import VARIABLES
from xi_sdk_resellers._settings.log import LogSettings
from xi_sdk_resellers._settings.origin import parse_origin, without_password
from xi_sdk_resellers._settings.vendor import PRODUCTION, VENDOR_SANDBOX, HostSetting, VendorSettings
from xi_sdk_resellers._values.hidden import hidden, hidden_login
from xi_sdk_resellers._version import __version__
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from typing_extensions import Never

    from xi_sdk_resellers._settings.hooks import Hook
    from xi_sdk_resellers._settings.rate_budget import RateBudget
    from xi_sdk_resellers._settings.retries import Retries
    from xi_sdk_resellers._settings.token import TokenCache


__all__ = ["DEFAULT_MAX_RESPONSE_BYTES", "PRODUCTION", "VENDOR_SANDBOX", "Configuration", "HostSetting"]

C = TypeVar("C", bound="Configuration")


# Attributes that a pickle leaves out, because they are or may hold secrets.
_SECRETS = ("access_token", "client_secret", "api_key", "password", "proxy_headers", "key_password")
# Attributes that may hold a login.
_URLS = ("host", "proxy")
# Attributes that belong to the process, not to the settings.
_LOCAL = (
    "wait",
    "token_cache",
    "rate_budget",
    "hooks",
    "refresh_api_key_hook",
    "socket_options",
    "logger_stream_handler",
    "logger_file_handler",
)
# Arguments of the constructor that are more than an attribute of the same name.
_NOT_PLAIN = frozenset(
    {"self", "__class__", "unknown", "host", "server_index", "debug", "logger_file", "logger_format"}
)
_ENVIRONMENT = {
    "XI_HOST": "host",
    "XI_ACCESS_TOKEN": "access_token",
    "XI_CLIENT_ID": "client_id",
    "XI_CLIENT_SECRET": "client_secret",
    **{variable: name for name, variable in VARIABLES.items()},
    "XI_TOKEN_PATH": "token_path",
}


def _without_show(name: str, value: Any) -> Any:
    """Hide a setting that is a secret, or holds one."""
    if name in _SECRETS:
        return hidden(value)
    return hidden_login(value) if name in _URLS else value


def _no_such_setting(given: list[str], known: list[str]) -> ApiTypeError:
    meant = load("xi_sdk_resellers._process.misspelt").meant
    advice = [f"{name!r}: did you mean {found}?" if (found := meant(name, known)) else f"{name!r}" for name in given]
    return ApiTypeError(f"Configuration has no setting {', '.join(advice)}")


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    """Read the settings that the environment gives. A line end behind a value does not count."""
    values = {name: environ.get(variable, "").rstrip("\r\n") for variable, name in _ENVIRONMENT.items()}
    return {name: _without_show(name, value) for name, value in values.items() if value}


class Configuration(LogSettings, VendorSettings, Identity, Patience, Network, Observers, Limits):
    """Settings of a client. Every argument is also an attribute that can be set later.

    Changes of credentials, IM-* defaults, retries and limits count from the next call on. TLS,
    proxy and pool settings count for clients that have not made a call yet.

    Args:
        host: base URL, ``https://…``; default the vendor's production system.
        api_key: kept for programs written for the vendor's SDK; not used by this API.
        api_key_prefix: the same.
        username: the same.
        password: the same.
        access_token: a bearer token, or a callable that returns the current one; for the asyncio
            client it may be a coroutine function.
        server_index: 0 for production, 1 for the vendor's test system, when ``host`` is not given.
        server_variables: values for ``{…}`` in the base URL.
        server_operation_index: kept for the vendor's SDK.
        server_operation_variables: kept for the vendor's SDK.
        ignore_operation_servers: kept for the vendor's SDK.
        ssl_ca_cert: path of a file of trusted certificates (PEM), instead of the system's.
        retries: how failed calls are repeated: a number of retries, True for the default, False
            or 0 for never, or a :class:`~xi_sdk_resellers.Retries`.
        ca_cert_data: trusted certificates as PEM text or DER bytes.
        debug: log requests and answers with their bodies, redacted.
        client_id: the application's ID; with ``client_secret`` the client gets tokens by itself.
        client_secret: the application's secret.
        im_customer_number: default of the IM-CustomerNumber header, usually at most 10 characters.
        im_country_code: default of the IM-CountryCode header, two letters.
        im_sender_id: default of the IM-SenderID header, at most 32 characters.
        im_application_id: default of the IM-ApplicationID header, which invoices and deals want, at most 32 characters.
        im_customer_contact: default of the IM-CustomerContact header, which quotes and freight want: the e-mail address
            of the person who is logged in, at most 64 characters.
        connect_timeout: seconds to make a connection.
        read_timeout: seconds to wait for the next bytes of an answer.
        total_timeout: seconds for a whole call with its retries and waits; None for no limit.
        wait: called with the seconds of each wait (before a retry, between two looks for an order) instead of waiting,
            such as ``sandbox.advance``; None waits. Only for tests.
        connection_pool_maxsize: most connections to a host at one time; more calls wait.
        verify_ssl: False accepts any certificate. Only for tests.
        cert_file: path of a client certificate (PEM).
        key_file: path of its key (PEM).
        key_password: the key's password.
        assert_hostname: the name to find in the server's certificate; False checks no name, True that of the host.
        tls_server_name: the name to send as SNI and to find in the certificate.
        proxy: URL of a proxy; without it HTTPS_PROXY, HTTP_PROXY and NO_PROXY count.
        proxy_headers: headers for the proxy, such as ``Proxy-Authorization``.
        client_side_validation: False leaves lengths, ranges and typos among keys to the vendor.
        safe_chars_for_path_param: characters that stay unquoted in path values.
        max_response_bytes: largest body of an answer, in bytes, after decompression.
        max_response_objects: most objects, lists and values in an answer, counted before it is read: many small ones
            take far more memory than their bytes.
        max_response_headers: most header lines of an answer.
        token_cache: where tokens are kept, to share them between processes and hosts.
        rate_budget: what counts the calls to each endpoint, such as a ``RedisRateBudget``, so that all who share it
            keep to the vendor's limit.
        allow_insecure_http: send tokens over plain http to hosts other than loopback.
        pause_gc: pause garbage collection while a large answer is decoded, or the first call loads what it needs.
        user_agent: your product, put in front of the package's own, such as ``MyShop/2.3``.
        token_path: path of the token endpoint below the host, such as ``/oauth/oauth30/token``, when it is not the
            contract's own.
        on_request: called with a :class:`~xi_sdk_resellers.CallEvent` when a call begins; so are the others. They
            cannot break a call, and must not block.
        on_response: called when a call is over.
        on_retry: called when a call is tried again.
        on_drift: called when an answer does not fit the contract.
        logger_file: path of a file that the package's log goes to.
        logger_format: format of its lines.

    Raises:
        ApiTypeError: an argument has the wrong type.
        ApiValueError: an argument breaks a rule.
    """

    _default: ClassVar[Configuration | None] = None

    def __init__(
        self,
        host: str | None = None,
        api_key: dict[str, str] | None = None,
        api_key_prefix: dict[str, str] | None = None,
        username: str | None = None,
        password: str | None = None,
        access_token: str | Callable[[], str | Awaitable[str]] | None = None,
        server_index: int | None = None,
        server_variables: dict[str, str] | None = None,
        server_operation_index: dict[int, int] | None = None,
        server_operation_variables: dict[int, dict[str, str]] | None = None,
        ignore_operation_servers: bool = False,
        ssl_ca_cert: str | None = None,
        retries: Retries | int | bool | None = None,
        ca_cert_data: str | bytes | None = None,
        *,
        debug: bool | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_sender_id: str | None = None,
        im_application_id: str | None = None,
        im_customer_contact: str | None = None,
        connect_timeout: float = 10.0,
        read_timeout: float = 60.0,
        total_timeout: float | None = 120.0,
        wait: Callable[[float], object] | None = None,
        connection_pool_maxsize: int = 20,
        verify_ssl: bool = True,
        cert_file: str | None = None,
        key_file: str | None = None,
        key_password: str | None = None,
        assert_hostname: str | bool | None = None,
        tls_server_name: str | None = None,
        proxy: str | None = None,
        proxy_headers: dict[str, str] | None = None,
        client_side_validation: bool = True,
        safe_chars_for_path_param: str = "",
        max_response_bytes: int = DEFAULT_MAX_RESPONSE_BYTES,
        max_response_objects: int = DEFAULT_MAX_RESPONSE_OBJECTS,
        max_response_headers: int = DEFAULT_MAX_RESPONSE_HEADERS,
        token_cache: TokenCache | None = None,
        rate_budget: RateBudget | None = None,
        allow_insecure_http: bool = False,
        pause_gc: bool = True,
        user_agent: str | None = None,
        token_path: str | None = None,
        on_request: Hook | None = None,
        on_response: Hook | None = None,
        on_retry: Hook | None = None,
        on_drift: Hook | None = None,
        logger_file: str | None = None,
        logger_format: str | None = None,
        **unknown: Never,
    ) -> None:
        # A setting that is refused must not show the others.
        unknown = hidden(unknown)
        host, proxy = hidden_login(host), hidden_login(proxy)
        access_token, client_secret, key_password = hidden(access_token), hidden(client_secret), hidden(key_password)
        api_key, password, proxy_headers = hidden(api_key), hidden(password), hidden(proxy_headers)
        settings = {name: value for name, value in locals().items() if name not in _NOT_PLAIN}
        if unknown:
            raise _no_such_setting([*unknown], [*settings, *_NOT_PLAIN - {"self", "__class__", "unknown"}])
        self.server_index = 0 if server_index is None and host is None else server_index
        self.server_variables: dict[str, str] = {}
        if host is not None:
            self.host = host
        for name, value in settings.items():
            setattr(self, name, COPIES[name](name, value) if name in COPIES else value)
        super().__init__(debug=bool(debug), logger_file=logger_file, logger_format=logger_format)

    def __setattr__(self, name: str, value: Any) -> None:
        value = _without_show(name, tidied(name, _without_show(name, value)))
        check = CHECKS.get(name)
        if check is not None:
            check(name, value)
        object.__setattr__(self, name, value)

    @classmethod
    def from_env(cls: type[C], environ: Mapping[str, str] | None = None, **overrides: Any) -> C:
        """Make a Configuration from environment variables.

        Reads ``XI_HOST``, ``XI_ACCESS_TOKEN``, ``XI_CLIENT_ID``, ``XI_CLIENT_SECRET``,
        ``XI_CUSTOMER_NUMBER``, ``XI_COUNTRY_CODE``, ``XI_SENDER_ID``, ``XI_APPLICATION_ID``,
        ``XI_CUSTOMER_CONTACT`` and ``XI_TOKEN_PATH``. An empty variable counts as unset, and a line end
        behind a value does not count.

        Args:
            environ: where to read; default ``os.environ``.
            overrides: any argument of the constructor; wins over the environment.

        Returns:
            A new Configuration.

        Raises:
            ApiTypeError: an argument has the wrong type.
            ApiValueError: an argument or variable breaks a rule, or none of the variables is set and nothing was given.
        """
        overrides = {name: _without_show(name, value) for name, value in overrides.items()}
        found: dict[str, Any] = _from_environment(os.environ if environ is None else environ)
        environ = None  # nobody needs to see it with an error
        if not found and not overrides:
            raise ApiValueError(f"none of these environment variables is set: {', '.join(_ENVIRONMENT)}")
        return cls(**{**found, **overrides})

    @property
    def host(self) -> str:
        """Base URL of all calls, without a slash at its end."""
        if self._base_path is None:
            return self.get_host_from_settings(self.server_index, self.server_variables)
        return self._base_path

    @host.setter
    def host(self, value: str) -> None:
        parse_origin(value)
        self._base_path = value.rstrip("/")
        self.server_index = None

    # What programs written for the vendor's SDK call on a Configuration.

    @classmethod
    def set_default(cls, default: Configuration | None) -> None:
        """Set the Configuration that clients use when they are given none; None for a fresh one."""
        Configuration._default = None if default is None else copy.copy(default)

    @classmethod
    def get_default(cls) -> Configuration:
        """Return the Configuration that clients use when they are given none."""
        if Configuration._default is None:
            Configuration._default = Configuration()
        return Configuration._default

    @classmethod
    def get_default_copy(cls) -> Configuration:
        """Return a copy of the default that can be changed on its own."""
        return copy.copy(cls.get_default())

    def to_debug_report(self) -> str:
        """Describe the environment for a bug report. Holds no secrets."""
        return (
            "Python SDK Debug Report:\n"
            f"OS: {sys.platform}\n"
            f"Python Version: {sys.version}\n"
            "Version of the API: 1.0.0\n"
            f"SDK Package Version: {__version__}\n"
            f"Configuration: {self!r}"
        )

    # Copies and pickles.

    def __copy__(self: C) -> C:
        made = type(self).__new__(type(self))
        for name, value in vars(self).items():
            object.__setattr__(made, name, own_copy(value))
        return made

    def __deepcopy__(self: C, memo: dict[int, Any]) -> C:
        return self.__copy__()

    def __getstate__(self) -> dict[str, Any]:
        """Leave secrets and what belongs to this process out of pickles.

        The process that loads the pickle takes ``XI_ACCESS_TOKEN`` and ``XI_CLIENT_SECRET`` from
        its own environment, the secret only for the same ``client_id``; or it sets them itself.
        """
        state = {name: value for name, value in vars(self).items() if name not in _SECRETS and name not in _LOCAL}
        state["proxy"] = without_password(self.proxy, mask="")
        # A pickle that was loaded may be pickled again: what it lacks, the next one lacks, too.
        state["_dropped"] = [*filter(lambda name: getattr(self, name), _SECRETS), *self.missing_secrets()]
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        dropped = state.pop("_dropped", [])
        blank = Configuration()
        for name in (*_SECRETS, *_LOCAL, *VARIABLES):  # pickles of 1.0.0 lack some
            object.__setattr__(self, name, getattr(blank, name))
        for name, value in state.items():
            object.__setattr__(self, name, value)
        same = os.environ.get("XI_CLIENT_ID") == self.client_id
        for variable in ("XI_ACCESS_TOKEN", *(["XI_CLIENT_SECRET"] if same else [])):
            if _ENVIRONMENT[variable] in dropped:
                setattr(self, _ENVIRONMENT[variable], os.environ.get(variable) or None)
        missing = [name for name in dropped if not getattr(self, name)]
        object.__setattr__(self, "_missing_secrets", tuple(missing))

    def missing_secrets(self) -> tuple[str, ...]:
        """Name the secrets that a pickle left out and nobody has set since."""
        dropped: tuple[str, ...] = getattr(self, "_missing_secrets", ())
        return tuple(name for name in dropped if not getattr(self, name))

    def __repr__(self) -> str:
        shown = [f"host={without_password(self.host)!r}"]
        names = ("client_id", *VARIABLES)
        # Not everything is there yet when the constructor refuses an argument and a debugger shows its frame.
        found = {name: getattr(self, name, None) for name in (*names, *_SECRETS)}
        shown.extend(f"{name}={found[name]!r}" for name in names if found[name] is not None)
        shown.extend(f"{name}='***'" for name in _SECRETS if found[name])
        return f"{type(self).__name__}({', '.join(shown)})"


# Checks of single settings: they run for constructor arguments and for later assignments alike.
