"""Prepare what a proxy needs to know. No I/O."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from urllib.parse import unquote

from xi_sdk_resellers._settings.headers import HeaderDict
from xi_sdk_resellers._settings.origin import Origin, parse_origin
from xi_sdk_resellers._values.hidden import hidden, hidden_login
from xi_sdk_resellers.exceptions import ApiValueError


def proxy_settings(proxy: str, configured: Mapping[str, str] | None) -> tuple[str, dict[str, str]]:
    """Take the login out of a proxy's URL and put it among the headers for the proxy.

    Args:
        proxy: URL of the proxy, with or without scheme, user name and password.
        configured: the Configuration's ``proxy_headers``; a ``Proxy-Authorization`` there wins.

    Returns:
        The URL without login, and the headers to send to the proxy.

    Raises:
        ApiTypeError: a header is not text.
        ApiValueError: a header cannot be sent.
    """
    headers: dict[str, str] = dict(HeaderDict(hidden(configured or {})))
    scheme, login, netloc = _parts(proxy)
    if login and not any(name.lower() == "proxy-authorization" for name in headers):
        encoded = b64encode(unquote(login).encode("utf-8", "surrogatepass")).decode()
        headers["Proxy-Authorization"] = hidden(f"Basic {encoded}")
        del encoded
    return f"{scheme.lower()}://{netloc}", headers


def _parts(proxy: str) -> tuple[str, str, str]:
    """Take a proxy's URL apart: scheme, login, and host with port. Nothing here can fail."""
    scheme, separator, rest = proxy.partition("://")
    if not separator:
        scheme, rest = "http", proxy
    login, _, netloc = rest.partition("/")[0].rpartition("@")
    return scheme, hidden(login), netloc


INSECURE = (
    "host must begin with https:// because credentials are sent: {} would get them over plain http, "
    "where everybody on the way can read them (allow_insecure_http=True permits it)"
)
"""The error for :func:`may_carry_token`, to be completed with the host."""


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
    url = hidden_login(url)
    scheme, _, netloc = _parts(url)
    return parse_origin(f"{scheme}://{netloc}", "proxy")


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
        return hidden_login(configured)
    if _is_exempt(origin, _variable(environ, "no_proxy") or ""):
        return None
    # A CGI server sets HTTP_PROXY from a request's "Proxy" header: it must not be believed there.
    name = "http_proxy" if origin.scheme == "http" else "https_proxy"
    found = environ.get(name) or (
        None if name == "http_proxy" and "REQUEST_METHOD" in environ else environ.get(name.upper())
    )
    found = found or _variable(environ, "all_proxy")
    return None if found and origin.loopback and not _is_here(found) else hidden_login(found)


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
        if colon and port.isdecimal() and (name.startswith("[") or ":" not in name):
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
