"""The package's log."""

from __future__ import annotations

import logging

log = logging.getLogger("xi_sdk_resellers")
"""DEBUG: one line a call. WARNING: repeated calls, and answers that do not fit the contract."""
