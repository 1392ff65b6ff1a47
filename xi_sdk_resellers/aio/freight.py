# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The asyncio twin of :mod:`xi_sdk_resellers.freight`.

Ask what it would cost to ship an order, before it is placed.

::

    async with ApiClient(Configuration.from_env()) as client:
        freight = Freight(client)
        quote = await freight.estimate(order)
        print(quote.cheapest, quote.fastest)

Every method takes the IM-* values from the Configuration unless they are given.

When a task is cancelled in the middle, :func:`xi_sdk_resellers.aio.cancelled_call` tells whether a change may have
taken effect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import xi_sdk_resellers.models as models
from xi_sdk_resellers._operations.freight_estimate import POST_FREIGHTESTIMATE
from xi_sdk_resellers._values.narrow import is_mapping
from xi_sdk_resellers._workflows.face_aio import AsyncFace
from xi_sdk_resellers._workflows.freight.asking import freight_body, is_freight_request
from xi_sdk_resellers._workflows.freight.quoting import FreightOption, FreightQuote, quote_of
from xi_sdk_resellers._workflows.plan import im_headers
from xi_sdk_resellers.aio.api.freight_estimate_api import FreightEstimateApi

if TYPE_CHECKING:
    from xi_sdk_resellers.aio.api_client import ApiClient
    from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTO
    from xi_sdk_resellers.models.bodies import FreightRequestDict, OrderCreateRequestDict
    from xi_sdk_resellers.models.freight_request import FreightRequest
    from xi_sdk_resellers.models.order_create_request import OrderCreateRequest

__all__ = ["Freight", "FreightOption", "FreightQuote"]


class Freight(AsyncFace):
    """What a reseller asks about freight, on top of :class:`FreightEstimateApi`.

    One instance can be shared by the tasks of its client.

    Args:
        api_client: the client to use; None for the default client.
    """

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(api_client)
        self.api: FreightEstimateApi = FreightEstimateApi(self.api_client)
        """The operations themselves, on the same client."""

    async def estimate(
        self,
        order: OrderCreateRequest | OrderCreateRequestDict | AsyncOrderCreateDTO | FreightRequest | FreightRequestDict,
        *,
        carrier_code: str | None = None,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_customer_contact: str | None = None,
        im_sender_id: str | None = None,
    ) -> FreightQuote:
        """Ask what it would cost to ship an order. Nothing is ordered.

        The goods may leave from several warehouses. A carrier counts only if it comes to all of them; it then costs
        the sum over them, and is there when its last shipment is.

        Args:
            order: the order as it would be placed, with v6 or v7, or a request for an estimate; a mapping is checked
                like the model. Of an order count the address, the lines and their ``SHIPFROMWAREHOUSEID``.
            carrier_code: the only carrier to ask about; None for all of them. Not for a request for an estimate, whose
                lines say it.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_customer_contact: the e-mail address of the person who asks, at most 64 characters.
            im_sender_id: at most 32 characters.

        Returns:
            The quote, with the carriers that can take everything.

        Raises:
            ApiValueError: the order does not say what goes where, or is not valid; nothing was sent.
            BadRequestException: the vendor cannot ship something of it; ``fields`` says what.
            ApiException: there is no estimate.

        Source: POST /resellers/v6/freightestimate
        """
        headers = im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id)
        request = self._request(order, carrier_code)
        arguments = {"freight_request": request, "im_customer_contact": im_customer_contact, **headers}
        return quote_of((await self._call(POST_FREIGHTESTIMATE, arguments)).data)

    def _request(self, order: Any, carrier_code: str | None) -> FreightRequest:
        """Make the request for an estimate of what was given."""
        if isinstance(order, models.FreightRequest) or (is_mapping(order) and is_freight_request(order)):
            return self._checked(models.FreightRequest, order)
        if not isinstance(order, models.AsyncOrderCreateDTO):
            order = self._checked(models.OrderCreateRequest, order)
        body = freight_body(order.to_dict(), carrier_code)
        present = {name: value for name, value in body.items() if value is not None}
        return self._checked(models.FreightRequest, present)
