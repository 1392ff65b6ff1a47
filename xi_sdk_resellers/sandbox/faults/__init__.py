"""What can go wrong on purpose."""

from xi_sdk_resellers.sandbox.faults.plan import KINDS, QUICK_KINDS, Fault, FaultPlan

__all__ = ["KINDS", "QUICK_KINDS", "Fault", "FaultPlan"]
