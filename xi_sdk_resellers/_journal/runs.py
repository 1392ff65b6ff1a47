"""Which run is at a change, and whether it is still alive."""

from __future__ import annotations

import contextlib
import os
import socket
from functools import lru_cache

_active: set[str] = set()
"""The runs of this process that are under way."""
_identity: tuple[int, str] = (0, "")


def begin_run() -> str:
    """Give a new run of this process a name that tells where it runs."""
    run = f"{_process()}/{os.urandom(8).hex()}"
    _active.add(run)
    return run


def end_run(run: str) -> None:
    """Note that a run of this process is over, however it ended."""
    _active.discard(run)


def alive(run: str) -> bool | None:
    """Tell whether a run is still under way.

    Args:
        run: what :func:`begin_run` returned, perhaps in another process or on another host.

    Returns:
        None when it cannot be told from here, because it runs on another host.
    """
    if run in _active:
        return True
    parts = run.split("/")
    if len(parts) != 5 or not parts[1].isdecimal():
        return None
    host, pid, started = parts[:3]
    if host != _host():
        return None
    if run.startswith(f"{_process()}/") or int(pid) == os.getpid():
        return False  # of this process and not active, or of one that had this number before
    if os.name == "nt":
        return None  # there, asking whether a process is alive would end it
    return _process_alive(int(pid), started)


def where(run: str) -> str:
    """Say where a run is, for people."""
    parts = run.split("/")
    return f"process {parts[1]} on {parts[0].partition('~')[0]}" if len(parts) == 5 else run


def _process() -> str:
    """Name this process; a fork is another one."""
    global _identity
    pid = os.getpid()
    if _identity[0] != pid:
        _identity = (pid, f"{_host()}/{pid}/{_started(pid) or ''}/{os.urandom(8).hex()}")
    return _identity[1]


@lru_cache(maxsize=1)
def _host() -> str:
    """Name this host: its boot and its process numbers as well, which containers of one name do not share."""
    found = [socket.gethostname().replace("/", "_")]
    with contextlib.suppress(OSError), open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
        found.append(file.read(8))
    with contextlib.suppress(OSError):
        found.append(os.readlink("/proc/self/ns/pid").strip("pid:[]"))
    return "~".join(found)


def _process_alive(pid: int, started: str) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    except OSError:
        return False
    found = _started(pid)
    return found is None or found == started or not started


def _started(pid: int) -> str | None:
    """Tell when a process was started, in a form that only equals itself; None when the system does not say.

    A process that has ended and was not yet collected by its parent gives another text than before.
    """
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
            state, *more = file.read().rpartition(")")[2].split()
    except OSError:
        return None
    return "ended" if state in "ZX" else more[18]
