"""The package's log."""

from __future__ import annotations

import logging
from typing import Any

log = logging.getLogger("xi_sdk_resellers")
"""DEBUG: one line a call. INFO: one line a workflow. WARNING: repeated calls, answers that do not fit the contract."""
log.addHandler(logging.NullHandler())  # a program without logging gets nothing on standard error
debug_log = logging.getLogger("xi_sdk_resellers.debug")
"""What calls of a Configuration with ``debug`` write, so that the level of nobody else's log has to change."""
debug_log.setLevel(logging.DEBUG)


def facts(event: str, **values: Any) -> dict[str, Any]:
    """Give what a line says for the attributes of its record, which formatters and structlog can read.

    Args:
        event: what has happened, such as ``placed``.
        values: what is known of it; None and what is empty are left out.

    Returns:
        The values for ``extra``, their names with ``xi_`` before them.
    """
    return {"xi_event": event, **{f"xi_{name}": value for name, value in values.items() if value not in (None, "", ())}}


def is_written_somewhere() -> bool:
    """Tell whether the program has set up a handler that the package's lines reach."""
    logger: logging.Logger | None = debug_log
    while logger is not None:
        if any(not isinstance(handler, logging.NullHandler) for handler in logger.handlers):
            return True
        logger = logger.parent if logger.propagate else None
    return False
