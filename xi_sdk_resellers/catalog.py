"""Find products, and ask what they cost and how many there are.

::

    with ApiClient(Configuration.from_env()) as client:
        catalog = Catalog(client)
        for product in catalog.search("monitor", vendor="Samsung"):
            print(product.ingram_part_number, product.description)
        for price in catalog.prices(["DF4128", "2GZ200"]):
            print(price.part, price.price, price.currency, price.quantity)

Every method takes the IM-* values from the Configuration unless they are given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._operations.product_catalog import (
    GET_RESELLER_V6_PRODUCTDETAIL,
    GET_RESELLER_V6_PRODUCTDETAILCMP,
)
from xi_sdk_resellers._workflows.catalog.asking import PRICES, Asking
from xi_sdk_resellers._workflows.catalog.filters import search_arguments
from xi_sdk_resellers._workflows.catalog.parts import PartNumberKind, as_iterable, check_kind, check_size
from xi_sdk_resellers._workflows.catalog.price import Price
from xi_sdk_resellers._workflows.catalog.prices import Parts, Prices
from xi_sdk_resellers._workflows.catalog.product import BODY, look_up, one_number, other_number
from xi_sdk_resellers._workflows.catalog.search import PRODUCT_PAGES, ProductSearch
from xi_sdk_resellers._workflows.face import Face
from xi_sdk_resellers._workflows.pages import Pager
from xi_sdk_resellers._workflows.plan import im_headers
from xi_sdk_resellers.api.product_catalog_api import ProductCatalogApi
from xi_sdk_resellers.rate_budget import MemoryRateBudget

if TYPE_CHECKING:
    from xi_sdk_resellers._settings.rate_budget import RateBudget
    from xi_sdk_resellers.api_client import ApiClient
    from xi_sdk_resellers.models.enums import ProductTypeFilter
    from xi_sdk_resellers.models.product_detail_response import ProductDetailResponse

__all__ = ["Catalog", "PartNumberKind", "Parts", "Price", "Prices", "ProductSearch"]


class Catalog(Face):
    """What a reseller asks of the catalog, on top of :class:`ProductCatalogApi`.

    One instance can be shared by threads, like its client.

    Args:
        api_client: the client to use; None for the default client.
    """

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(api_client)
        self.api: ProductCatalogApi = ProductCatalogApi(self.api_client)
        """The operations themselves, on the same client."""
        configured = self.api_client.configuration.rate_budget
        self._budget: RateBudget | None = MemoryRateBudget() if configured is None else None

    def search(
        self,
        keyword: str | Sequence[str] | None = None,
        *,
        vendor: str | Sequence[str] | None = None,
        vendor_number: str | None = None,
        vendor_part_number: str | Sequence[str] | None = None,
        category: str | None = None,
        type: ProductTypeFilter | str | None = None,
        has_discounts: bool | None = None,
        skip_authorisation: bool | None = None,
        accept_language: str | None = None,
        page_size: int = 100,
        start_page: int = 1,
        start_item: int = 0,
        progress: bool = False,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
    ) -> ProductSearch:
        """Walk through all products that fit, page by page and no faster than the rate limit allows.

        Without a filter it walks through the whole catalog.

        Args:
            keyword: words to find: a part number, a UPC, words of the description; several for any of them.
            vendor: the manufacturer, or several.
            vendor_number: the vendor's number of a manufacturer.
            vendor_part_number: the manufacturer's part number, or several.
            category: the category.
            type: ``IM::physical``, ``IM::digital`` or ``IM::any``.
            has_discounts: only products with discounts.
            skip_authorisation: also products that the account may not buy.
            accept_language: the language of texts, such as ``en``.
            page_size: products per page, 1 to 100.
            start_page: the page to start from, such as ``next_page`` of an earlier search.
            start_item: how many items of that page to pass over, such as ``next_item`` of that search.
            progress: show a progress bar (needs the ``notebook`` extra).
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made for each page when left out.
            im_sender_id: at most 32 characters.

        Returns:
            An iterator over the products; nothing is fetched before it is used.

        Raises:
            ApiTypeError: a filter or a number is nothing of the kind.
            ApiValueError: a number is out of its range.

        Source: GET /resellers/v6/catalog
        """
        given = dict(locals())  # the filters and IM-* values, by the names of the parameters
        for name in ("self", "page_size", "start_page", "start_item", "progress"):
            del given[name]
        pager = Pager(PRODUCT_PAGES, search_arguments(given), page_size, start_page, start_item)
        return ProductSearch(partial(self._call, PRODUCT_PAGES.operation), pager, self._sleep, progress=progress)

    def product(
        self,
        *,
        ingram_part_number: str | None = None,
        vendor_part_number: str | None = None,
        customer_part_number: str | None = None,
        upc: str | None = None,
        plan_id: str | None = None,
        plan_name: str | None = None,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
    ) -> ProductDetailResponse:
        """Read everything about one product but its price and stock.

        Give one number. Your own number and a UPC are looked up first, which takes a second call.

        Args:
            ingram_part_number: the vendor's part number, at most 6 characters.
            vendor_part_number: the manufacturer's part number.
            customer_part_number: your own part number, where the vendor knows it.
            upc: the number of the barcode.
            plan_id: the ID of a cloud plan.
            plan_name: the name of a cloud plan.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made for each call when left out.
            im_sender_id: at most 32 characters.

        Returns:
            The product.

        Raises:
            ApiTypeError: the number is no text.
            ApiValueError: there is no number, more than one, or one that is too long.
            NotFoundException: the vendor does not know the product, or does not sell it to this account.
            ApiException: it could not be read.

        Source: GET /resellers/v6/catalog/details/{ingramPartNumber}, GET /resellers/v6/catalog/details,
        POST /resellers/v6/catalog/priceandavailability
        """
        name, number = one_number(
            {
                "ingram_part_number": ingram_part_number,
                "vendor_part_number": vendor_part_number,
                "customer_part_number": customer_part_number,
                "upc": upc,
                "plan_id": plan_id,
                "plan_name": plan_name,
            }
        )
        headers = im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id)
        argument = {name: number}
        if name in ("customer_part_number", "upc"):
            part, body = look_up(name, number)
            asked = {**BODY, **headers, "price_and_availability_request": body}
            argument = other_number(part, self._call(PRICES, asked))
        direct = "ingram_part_number" in argument
        operation = GET_RESELLER_V6_PRODUCTDETAIL if direct else GET_RESELLER_V6_PRODUCTDETAILCMP
        product: ProductDetailResponse = self._call(operation, {**argument, **headers}).data
        return product

    def prices(
        self,
        parts: Parts,
        *,
        by: PartNumberKind = "ingram_part_number",
        availability: bool = True,
        pricing: bool = True,
        attributes: bool = False,
        discounts: bool = False,
        special_bid_number: str | None = None,
        warehouses: Sequence[str] = (),
        batch_size: int = 50,
        start: int = 0,
        progress: bool = False,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
    ) -> Prices:
        """Ask for price and stock of any number of parts, 50 in a request and no faster than the rate limit allows.

        Each different part is asked for once and comes once, in the order in which it was given; letter case and
        blanks around a number do not matter. Parts that the vendor refuses come with the ``reason``, parts of a
        request that has failed with the ``error``; the others are not lost.

        Args:
            parts: part numbers, or whatever has one: products of :meth:`search`, earlier results, mappings as the
                request has them (``{"vendorPartNumber": …, "quantityRequested": …}``). Anything that can be iterated
                over: it is read as far as it is needed.
            by: which kind of number the texts in ``parts`` are.
            availability: whether the stock is asked for.
            pricing: whether prices are asked for.
            attributes: whether more is told of each product, in ``product`` of a result.
            discounts: whether discounts are told, in ``product`` of a result.
            special_bid_number: the number of a special price.
            warehouses: the IDs of the warehouses whose stock is wanted; all of them when left out.
            batch_size: parts in a request, 1 to 50.
            start: the place in ``parts`` to start from, such as ``next_part`` of an earlier run.
            progress: show a progress bar (needs the ``notebook`` extra).
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made for each request when left out.
            im_sender_id: at most 32 characters.

        Returns:
            An iterator over the prices; it asks when it is used, and for no more than it needs.

        Raises:
            ApiTypeError: ``parts`` has something that is no part.
            ApiValueError: there are no parts, one has no number, or an argument is out of its range.

        Source: POST /resellers/v6/catalog/priceandavailability
        """
        check_kind(by)
        check_size(batch_size, start)
        given = as_iterable(parts, by)
        body: dict[str, Any] = {
            "showAvailableDiscounts": True if discounts else None,
            "specialBidNumber": special_bid_number,
            "availabilityByWarehouse": [{"availabilityByWarehouseId": each} for each in warehouses] or None,
        }
        arguments: Mapping[str, Any] = {
            "include_availability": availability,
            "include_pricing": pricing,
            "include_product_attributes": True if attributes else None,
            **im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id),
        }
        said = {name: value for name, value in body.items() if value is not None}
        asking = Asking(by, said, arguments, batch_size, start, self._budget)
        return Prices(partial(self._call, PRICES), given, asking, self._sleep, progress=progress)
