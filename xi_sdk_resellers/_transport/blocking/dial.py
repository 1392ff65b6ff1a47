"""Connect to a host within the time that there is: the name lookup counts, and so do all of its addresses together."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable
from typing import Any

from xi_sdk_resellers._process.aside import within

_Option = tuple[int, int, "int | bytes"]


def dial(host: str, port: int, left: Callable[[], float], options: Iterable[_Option] | None) -> socket.socket:
    """Connect to the first address of a host that answers.

    Args:
        host: name or address, without brackets.
        port: the port.
        left: gives the seconds that there still are; raises TimeoutError when there are none.
        options: options of the socket, as ``setsockopt`` takes them.

    Returns:
        The connection, with a timeout of what is left.

    Raises:
        TimeoutError: there was not enough time.
        OSError: the name is not known, or no address answers.
    """
    addresses = _look_up(host, port, left)
    failure: OSError | None = None
    for index, (family, kind, protocol, _, address) in enumerate(addresses):
        made = socket.socket(family, kind, protocol)
        try:
            for option in options or ():
                made.setsockopt(*option)
            # One that does not answer must not take the time of the next.
            made.settimeout(left() / (len(addresses) - index))
            made.connect(address)
            made.settimeout(left())
        except OSError as error:
            made.close()
            failure = error
        except BaseException:
            made.close()
            raise
        else:
            return made
    raise failure or OSError("the name has no address")


def _look_up(host: str, port: int, left: Callable[[], float]) -> list[tuple[Any, ...]]:
    """Find the addresses of a name; nothing limits how long the system takes for that."""
    host = host.strip("[]")
    kind = socket.SOCK_STREAM
    try:
        return socket.getaddrinfo(host, port, 0, kind, 0, socket.AI_NUMERICHOST)
    except (socket.gaierror, UnicodeError):
        pass
    try:
        found: list[tuple[Any, ...]] = within(left(), "the name lookup", socket.getaddrinfo, host, port, 0, kind)
    except UnicodeError as error:
        raise socket.gaierror(socket.EAI_NONAME, f"not the name of a host: {error}") from None
    return found
