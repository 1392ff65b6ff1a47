"""Prepare what a proxy needs to know. No I/O."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from urllib.parse import unquote

from xi_sdk_resellers._headers import HeaderDict


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
    headers = dict(HeaderDict({} if configured is None else dict(configured)))
    scheme, separator, rest = proxy.partition("://")
    if not separator:
        scheme, rest = "http", proxy
    authority = rest.partition("/")[0]
    login, _, netloc = authority.rpartition("@")
    if login and not any(name.lower() == "proxy-authorization" for name in headers):
        headers["Proxy-Authorization"] = "Basic " + b64encode(unquote(login).encode()).decode()
    return f"{scheme.lower()}://{netloc}", headers
