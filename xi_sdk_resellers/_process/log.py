"""The package's log."""

from __future__ import annotations

import logging

log = logging.getLogger("xi_sdk_resellers")
"""DEBUG: one line a call. WARNING: repeated calls, and answers that do not fit the contract."""
log.addHandler(logging.NullHandler())  # a program without logging gets nothing on standard error
debug_log = logging.getLogger("xi_sdk_resellers.debug")
"""What calls of a Configuration with ``debug`` write, so that the level of nobody else's log has to change."""
debug_log.setLevel(logging.DEBUG)


def is_written_somewhere() -> bool:
    """Tell whether the program has set up a handler that the package's lines reach."""
    logger: logging.Logger | None = debug_log
    while logger is not None:
        if any(not isinstance(handler, logging.NullHandler) for handler in logger.handlers):
            return True
        logger = logger.parent if logger.propagate else None
    return False
