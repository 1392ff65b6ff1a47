"""Handlers that never let a failure to log reach the call that logs."""

from __future__ import annotations

import os
from contextlib import suppress
from logging import FileHandler, Formatter, Handler, LogRecord, StreamHandler
from typing import TYPE_CHECKING, TextIO, TypeAlias

from xi_sdk_resellers._process.log import debug_log, is_written_somewhere
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    _Stream: TypeAlias = StreamHandler[TextIO]
else:
    _Stream = StreamHandler  # generic from Python 3.11 on


class _Harmless(Handler):
    def handleError(self, record: LogRecord) -> None:  # noqa: N802 - logging's name
        """Tell on standard error what went wrong, unless that is what is broken."""
        with suppress(Exception):
            super().handleError(record)


class Console(_Harmless, _Stream):
    """Writes lines to standard error."""


_consoles: list[Console] = []


def console(formatter: Formatter) -> Console | None:
    """Let the lines of debugging go to standard error; None when the program has a log of its own.

    There is one for the process. It stays, since only configurations with ``debug`` write to it.
    """
    if not _consoles:
        if is_written_somewhere():
            return None
        _consoles.append(Console())
    if _consoles[0] not in debug_log.handlers:
        debug_log.addHandler(_consoles[0])
    _consoles[0].setFormatter(formatter)
    return _consoles[0]


class File(_Harmless, FileHandler):
    """Appends lines to a file."""

    def emit(self, record: LogRecord) -> None:
        """Write a line; a file that has been closed in the meantime is opened again."""
        try:
            super().emit(record)
        except Exception:
            self.handleError(record)


def open_file(path: str) -> File:
    """Open the file now, so that a wrong path shows when it is set and not when an order has been placed.

    Raises:
        ApiTypeError: the path is no path.
        ApiValueError: the file cannot be opened for writing.
    """
    try:
        return File(os.path.expanduser(path))
    except TypeError:
        raise ApiTypeError(f"logger_file must be a path, not {type(path).__name__} ({path!r})") from None
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else None
        raise ApiValueError(f"logger_file {path!r} cannot be written: {said or error}") from None
