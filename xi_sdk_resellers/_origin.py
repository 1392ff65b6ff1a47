"""Take base URLs apart, and decide which proxy to use and where tokens may go. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

INSECURE = (
    "host must begin with https:// because credentials are sent: {} would get them over plain http, "
    "where everybody on the way can read them (allow_insecure_http=True permits it)"
)
"""The error for :func:`may_carry_token`, to be completed with the host."""


class Origin(NamedTuple):
    """A base URL in parts."""

    scheme: str
    host: str
    """Host name or address, without brackets."""
    port: int
    base_path: str
    """What comes before the path of an operation; empty, or begins with a slash and does not end with one."""

    @property
    def netloc(self) -> str:
        """Host and port as they stand in a URL."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def loopback(self) -> bool:
        """Whether the host is this machine."""
        return is_loopback(self.host)


def parse_origin(url: object, name: str = "host") -> Origin:
    """Take a base URL apart.

    Args:
        url: ``http://…`` or ``https://…``.
        name: the argument, for the error.

    Returns:
        Its parts; the port is the scheme's when the URL has none.

    Raises:
        ApiTypeError: not a text.
        ApiValueError: not a URL that can be a base.
    """
    if not isinstance(url, str):
        raise ApiTypeError(f"{name} must be text, not {type(url).__name__}")
    from urllib.parse import urlsplit

    shown = repr(without_password(url))
    if not url.isprintable() or " " in url:
        raise ApiValueError(f"{name} must not hold spaces or control characters ({shown})")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ApiValueError(f"{name} is not a URL: {error} ({shown})") from None
    if parts.scheme not in ("http", "https") or not host:
        raise ApiValueError(f"{name} must begin with https:// or http:// and a host name ({shown})")
    if parts.username is not None or parts.password is not None:
        raise ApiValueError(f"{name} must not hold a user name or password ({shown})")
    if parts.query or parts.fragment:
        raise ApiValueError(f"{name} must not hold a query or fragment ({shown})")
    return Origin(parts.scheme, host, port or (443 if parts.scheme == "https" else 80), parts.path.rstrip("/"))


def without_password(url: str | None, mask: str = "***@") -> str | None:
    """Replace the user name and password in a URL.

    Args:
        url: a URL, with or without its scheme.
        mask: what takes their place; empty to leave them out.

    Returns:
        The URL without them.
    """
    if url is None or "@" not in url:
        return url
    scheme, separator, rest = url.partition("://") if "://" in url else ("", "", url)
    authority, slash, path = rest.partition("/")
    _, login, host = authority.rpartition("@")
    return f"{scheme}{separator}{mask if login else ''}{host}{slash}{path}"


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address is this machine."""
    lower = host.lower().rstrip(".")
    if lower == "localhost" or lower.endswith(".localhost") or lower == "::1":
        return True
    parts = lower.split(".")
    return len(parts) == 4 and parts[0] == "127" and all(part.isdigit() and int(part) < 256 for part in parts)


def may_carry_token(origin: Origin, proxy: str | None, *, allow_insecure: bool) -> bool:
    """Decide whether a token may be sent to a base URL.

    Over https always. Over plain http only when the whole way stays on this machine, or when the
    caller has allowed it.

    Args:
        origin: where the call goes.
        proxy: URL of the proxy on the way, or None.
        allow_insecure: the Configuration's ``allow_insecure_http``.

    Returns:
        Whether the token may be sent.
    """
    if origin.scheme == "https" or allow_insecure:
        return True
    return origin.loopback and (proxy is None or parse_proxy(proxy).loopback)


def parse_proxy(url: str) -> Origin:
    """Take a proxy's URL apart; a user name and password in it are allowed and left out.

    Raises:
        ApiValueError: not the URL of an http or https proxy.
    """
    scheme, separator, rest = url.partition("://")
    if not separator:
        scheme, rest = "http", url
    authority = rest.partition("/")[0].rpartition("@")[2]
    return parse_origin(f"{scheme}://{authority}", "proxy")


def choose_proxy(origin: Origin, configured: str | None, environ: Mapping[str, str]) -> str | None:
    """Choose the proxy for a base URL.

    A configured proxy wins. Otherwise ``https_proxy`` or ``http_proxy`` (small letters before
    capitals), then ``all_proxy`` count, unless ``no_proxy`` names the host. This machine is not
    reached through another machine that the environment names: it could not get back here, and a
    token would leave in clear.

    Args:
        origin: where the call goes.
        configured: the Configuration's ``proxy``.
        environ: the environment variables.

    Returns:
        URL of the proxy, or None.
    """
    if configured:
        return configured
    if _is_exempt(origin, _variable(environ, "no_proxy") or ""):
        return None
    # A CGI server sets HTTP_PROXY from a request's "Proxy" header: it must not be believed there.
    name = "http_proxy" if origin.scheme == "http" else "https_proxy"
    found = environ.get(name) or (
        None if name == "http_proxy" and "REQUEST_METHOD" in environ else environ.get(name.upper())
    )
    found = found or _variable(environ, "all_proxy")
    return None if found and origin.loopback and not _is_here(found) else found


def _is_here(proxy: str) -> bool:
    try:
        return parse_proxy(proxy).loopback
    except ApiValueError:
        return False


def _variable(environ: Mapping[str, str], name: str) -> str | None:
    return environ.get(name) or environ.get(name.upper()) or None


def _is_exempt(origin: Origin, no_proxy: str) -> bool:
    """Match a host against the usual forms of NO_PROXY: names, suffixes, ports, networks, ``*``."""
    host = origin.host.lower()
    for entry in no_proxy.lower().replace(",", " ").split():
        if entry == "*":
            return True
        name, colon, port = entry.rpartition(":")
        if colon and port.isdigit() and (name.startswith("[") or ":" not in name):
            if int(port) != origin.port:
                continue
            entry = name
        entry = entry.strip("[]")
        if "/" in entry and _in_network(host, entry):
            return True
        suffix = entry.lstrip("*").lstrip(".")
        if suffix and (host == suffix or host.endswith("." + suffix)):
            return True
    return False


def _in_network(host: str, network: str) -> bool:
    import ipaddress

    try:
        return ipaddress.ip_address(host) in ipaddress.ip_network(network, strict=False)
    except ValueError:
        return False
