# Generated from the contract by "python -m codegen". Changes made here are lost.
"""Words that the vendor writes in many ways, each as one member. Others may come."""

from xi_sdk_resellers._modelling.vocabulary import Vocabulary


class Status(Vocabulary):
    """Where an order, a part or a line of it stands, whatever the spelling."""

    OPEN = "OPEN"
    """The vendor has it and has not begun."""
    PROCESSING = "PROCESSING", "In Progress"
    """The vendor is at it."""
    ON_HOLD = "ON HOLD", "Hold"
    """It waits: for you to release it, or for the vendor to look at it."""
    BACKORDERED = "BACKORDERED", "Backorder"
    """It waits for new stock."""
    PARTIALLY_SHIPPED = "PARTIALLY SHIPPED"
    """Some of it has left."""
    SHIPPED = "SHIPPED"
    """It has left."""
    INVOICED = "INVOICED"
    """The invoice is written."""
    DELIVERED = "DELIVERED"
    """It has arrived."""
    CANCELLED = "CANCELLED", "Canceled", "Voided"
    """Nothing will come: it was cancelled, or voided because nobody released it."""
    CANCELED = CANCELLED
    CLOSED = "CLOSED"
    """It is over."""
