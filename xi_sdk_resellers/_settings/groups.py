"""The settings of a Configuration, group by group: what each is, and which environment variable gives it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from xi_sdk_resellers._process.loading import load

if TYPE_CHECKING:
    from xi_sdk_resellers._settings.hooks import Hook, Hooks
    from xi_sdk_resellers._settings.rate_budget import RateBudget
    from xi_sdk_resellers._settings.retries import Retries
    from xi_sdk_resellers._settings.token import TokenCache

DEFAULT_MAX_RESPONSE_BYTES = 64 * 1024 * 1024

DEFAULT_MAX_RESPONSE_OBJECTS = 1_000_000

DEFAULT_MAX_RESPONSE_HEADERS = 1_000


class Identity:
    """As whom the calls are made."""

    client_id: str | None
    """The application's ID; with ``client_secret`` the client gets tokens by itself. ``XI_CLIENT_ID``."""
    client_secret: str | None
    """The application's secret. ``XI_CLIENT_SECRET``."""
    access_token: str | Callable[[], str | Awaitable[str]] | None
    """A bearer token, or a callable that returns the current one. ``XI_ACCESS_TOKEN``."""
    token_path: str | None
    """Path of the token endpoint below the host; None for the contract's own. ``XI_TOKEN_PATH``."""
    token_cache: TokenCache | None
    """Where tokens are kept, to share them between processes and hosts."""
    im_customer_number: str | None
    """Default of the IM-CustomerNumber header, usually at most 10 characters. ``XI_CUSTOMER_NUMBER``."""
    im_country_code: str | None
    """Default of the IM-CountryCode header, two letters. ``XI_COUNTRY_CODE``."""
    im_sender_id: str | None
    """Default of the IM-SenderID header, at most 32 characters. ``XI_SENDER_ID``."""
    im_application_id: str | None
    """Default of the IM-ApplicationID header, which invoices and deals want, at most 32 characters.
    ``XI_APPLICATION_ID``."""
    im_customer_contact: str | None
    """Default of the IM-CustomerContact header, which quotes and freight want: the e-mail address of the person who is
    logged in, at most 64 characters. ``XI_CUSTOMER_CONTACT``."""
    user_agent: str | None
    """Your product, put in front of the package's own, such as ``MyShop/2.3``."""


class Patience:
    """How long a call may take, and how often it is tried."""

    connect_timeout: float
    """Seconds to make a connection."""
    read_timeout: float
    """Seconds to wait for the next bytes of an answer."""
    total_timeout: float | None
    """Seconds for a whole call with its retries and waits; None for no limit."""
    retries: Retries | int | bool | None
    """How failed calls are repeated: a number of retries, True for the default, False or 0 for never, or a Retries."""
    rate_budget: RateBudget | None
    """What counts the calls to each endpoint, so that all who share it keep to the vendor's limit."""

    wait: Callable[[float], object] | None
    """Called with the seconds of each wait (before a retry, between two looks) instead of waiting. Only for tests."""


class Network:
    """TLS, proxy and connections. They count for clients that have not made a call yet."""

    verify_ssl: bool
    """False accepts any certificate. Only for tests."""
    ssl_ca_cert: str | None
    """Path of a file of trusted certificates (PEM), instead of the system's."""
    ca_cert_data: str | bytes | None
    """Trusted certificates as PEM text or DER bytes."""
    cert_file: str | None
    """Path of a client certificate (PEM)."""
    key_file: str | None
    """Path of its key (PEM)."""
    key_password: str | None
    """The key's password."""
    assert_hostname: str | bool | None
    """The name to find in the server's certificate; False checks no name, True that of the host."""
    tls_server_name: str | None
    """The name to send as SNI and to find in the certificate."""
    proxy: str | None
    """URL of a proxy; without it HTTPS_PROXY, HTTP_PROXY and NO_PROXY count."""
    proxy_headers: dict[str, str] | None
    """Headers for the proxy, such as ``Proxy-Authorization``."""
    connection_pool_maxsize: int
    """Most connections to a host at one time; more calls wait."""
    socket_options: list[tuple[int, int, int | bytes]] | None = None
    """Options of the sockets, as ``socket.setsockopt`` takes them."""
    allow_insecure_http: bool
    """Send tokens over plain http to hosts other than loopback."""


class Observers:
    """Functions that are told of each call. They cannot break one, and must not block."""

    hooks: Hooks | None = None
    """All that are set; None when none is."""

    @property
    def on_request(self) -> Hook | None:
        """Called when a call begins."""
        return self._hook("on_request")

    @on_request.setter
    def on_request(self, value: Hook | None) -> None:
        self._set_hook("on_request", value)

    @property
    def on_response(self) -> Hook | None:
        """Called when a call is over, with its status or what it ended with."""
        return self._hook("on_response")

    @on_response.setter
    def on_response(self, value: Hook | None) -> None:
        self._set_hook("on_response", value)

    @property
    def on_retry(self) -> Hook | None:
        """Called when a call is tried again, before the wait."""
        return self._hook("on_retry")

    @on_retry.setter
    def on_retry(self, value: Hook | None) -> None:
        self._set_hook("on_retry", value)

    @property
    def on_drift(self) -> Hook | None:
        """Called when an answer does not fit the contract."""
        return self._hook("on_drift")

    @on_drift.setter
    def on_drift(self, value: Hook | None) -> None:
        self._set_hook("on_drift", value)

    def _hook(self, name: str) -> Hook | None:
        found: Hook | None = None if self.hooks is None else getattr(self.hooks, name)
        return found

    def _set_hook(self, name: str, value: Hook | None) -> None:
        if value is None and self.hooks is None:
            return
        made: Hooks = (self.hooks or load("xi_sdk_resellers._settings.hooks").Hooks())._replace(**{name: value})
        self.hooks = made if any(made) else None


class Limits:
    """What is checked in requests, and how much of an answer is taken."""

    client_side_validation: bool
    """False leaves lengths, ranges and typos among keys to the vendor."""
    safe_chars_for_path_param: str
    """Characters that stay unquoted in path values."""
    max_response_bytes: int
    """Largest body of an answer, in bytes, after decompression."""
    max_response_objects: int
    """Most objects, lists and values in an answer; small ones take more memory than their bytes tell."""
    max_response_headers: int
    """Most header lines of an answer."""
    pause_gc: bool
    """Pause garbage collection while a large answer is decoded."""
