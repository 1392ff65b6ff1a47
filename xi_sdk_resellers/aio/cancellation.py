"""What is known about a call whose task was cancelled."""

from xi_sdk_resellers._calls.interrupted import InterruptedCall as CancelledCall
from xi_sdk_resellers._calls.interrupted import interrupted_call as cancelled_call

__all__ = ["CancelledCall", "cancelled_call"]
