"""Take base URLs apart. No I/O."""

from functools import lru_cache
from typing import NamedTuple

from xi_sdk_resellers._process.loading import load
from xi_sdk_resellers._values.hidden import hidden_login
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

_SANDBOX_SUFFIX = "/sandbox"


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
    url = hidden_login(url)
    shown = repr(without_password(url))
    if not url.isprintable() or " " in url:
        raise ApiValueError(f"{name} must not hold spaces or control characters ({shown})")
    found = _split(url)
    if isinstance(found, str):
        raise ApiValueError(f"{name} is not a URL: {found} ({shown})")
    scheme, host, port, path, login, more = found
    if scheme not in ("http", "https") or not host:
        raise ApiValueError(f"{name} must begin with https:// or http:// and a host name ({shown})")
    if login:
        raise ApiValueError(f"{name} must not hold a user name or password ({shown})")
    if more:
        raise ApiValueError(f"{name} must not hold a query or fragment ({shown})")
    return Origin(scheme, host, port or (443 if scheme == "https" else 80), path)


def _split(url: str) -> tuple[str, str | None, int | None, str, bool, bool] | str:
    """Take a URL apart, or say why that cannot be done. Nothing is raised that would show a password.

    Returns:
        Scheme, host, port and path, whether there is a user name or password, and whether a query or fragment.
    """
    try:
        parts = load("urllib.parse").urlsplit(url)
        login = parts.username is not None or parts.password is not None
        more = bool(parts.query or parts.fragment)
        return parts.scheme, parts.hostname, parts.port, parts.path.rstrip("/"), login, more
    except ValueError as error:
        return str(error)


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


@lru_cache(maxsize=64)
def is_loopback(host: str) -> bool:
    """Tell whether a host name or address is this machine."""
    lower = host.lower().rstrip(".")
    if lower == "localhost" or lower.endswith(".localhost") or lower == "::1":
        return True
    parts = lower.split(".")
    return len(parts) == 4 and parts[0] == "127" and all(part.isdigit() and int(part) < 256 for part in parts)


def token_base(base_path: str) -> str:
    """Give the base path of the token endpoint: the vendor's test system has none of its own."""
    if base_path == _SANDBOX_SUFFIX or base_path.endswith(_SANDBOX_SUFFIX):
        return base_path[: -len(_SANDBOX_SUFFIX)]
    return base_path
