"""For models whose lines tell of shipments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers import _display

if TYPE_CHECKING:
    from xi_sdk_resellers._display.parcels import Shipment


class HasShipments:
    """What has lines with shipments can list these, each once."""

    __slots__ = ()

    def shipments(self) -> list[Shipment]:
        """List what has left or will leave: carrier, tracking numbers, days, serial numbers and lines of each.

        Lines that share a tracking number are in one shipment. A shipment without tracking numbers holds one line.

        Returns:
            The shipments in the order of the lines; empty when there are none.
        """
        return _display.shipments_of(self)
