"""Everything about one product but its price and stock.

- Keys of technical data come in lower case; `HasReturnLimits` and `IsBackOrderAllowed` in capitals.
- A cloud plan has null for its traits, for what Cisco's products have, for its size and for warranties.
- Products of Cisco have `ciscoFields` with values, others with nulls.
"""

from __future__ import annotations

from typing import Any

from xi_sdk_resellers.sandbox.desks.catalog.plans import Plan, find_plan, frame_of
from xi_sdk_resellers.sandbox.desks.catalog.search import nothing_found
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world import assortment, catalogue
from xi_sdk_resellers.sandbox.world.assortment import Listed

_CISCO = (
    "productSubGroup", "serviceProgramName", "itemCatalogCategory", "configurationIndicator",
    "internalBusinessEntity", "itemType", "globalListPrice",
)  # fmt: skip


def by_part_number(request: Request) -> Answer:
    """Return a product by the distributor's part number: 200, or 404."""
    part = request.path_values["ingramPartNumber"].strip().upper()
    return nothing_found() if catalogue.is_unknown(part) else Answer.of(200, _render(assortment.find(part)))


def by_other_number(request: Request) -> Answer:
    """Return a product by the manufacturer's number, or a plan by its ID or name: 200, 404, or 400 without either."""
    given = {name: request.query.get(name, [""])[0].strip() for name in ("vendorPartNumber", "planId", "planName")}
    if not any(given.values()):
        raise InvalidRequest(FieldError("vendorPartNumber", "vendorPartNumber, planId or planName is required"))
    if given["vendorPartNumber"]:
        part = assortment.part_for_vendor_number(given["vendorPartNumber"])
        return nothing_found() if part is None else Answer.of(200, _render(assortment.find(part)))
    plan = find_plan(given["planId"], given["planName"])
    return nothing_found() if plan is None else Answer.of(200, _render_plan(plan))


def _render(entry: Listed) -> dict[str, Any]:
    product, traits = entry.product, entry.traits
    return {
        "ingramPartNumber": product.part_number,
        "vendorPartNumber": product.vendor_part_number,
        "customerPartNumber": traits.customer_part_number,
        "productAuthorized": str(entry.authorized),
        "description": product.description.upper(),
        "productDetailDescription": f"{product.description}, {traits.subcategory} by {product.vendor_name}",
        "upc": traits.upc,
        "productCategory": traits.category,
        "productSubcategory": traits.subcategory,
        "vendorName": product.vendor_name,
        "vendorNumber": traits.vendor_number,
        "productStatusCode": None,
        "productClass": "D" if entry.discontinued else traits.product_class,
        "indicators": _indicators(entry),
        "ciscoFields": {
            name: traits.subcategory.upper() if product.vendor_name == "Cisco" and name.endswith("Category") else None
            for name in _CISCO
        },
        "technicalSpecifications": [
            _figure("Brand Name", product.vendor_name),
            _figure("Product Type", traits.subcategory),
            _figure("Weight (Approximate)", f"{product.weight:g} lb"),
        ],
        "warrantyInformation": [],
        "additionalInformation": {
            "productWeight": [{"plantId": "US01", "weight": product.weight, "weightUnit": "LB"}],
            "isBulkFreight": product.weight > 40,
            "height": "8",
            "width": "31",
            "length": "50",
            "netWeight": None,
            "dimensionUnit": "CM",
        },
    }


def _figure(name: str, value: str) -> dict[str, str]:
    shown = f"Basic|{name}|{value}"
    return {"headername": "Basic", "attributename": name, "attributevalue": value, "attributedisplay": shown}


def _indicators(entry: Listed) -> dict[str, Any]:
    product, traits = entry.product, entry.traits
    shipped, direct = bool(product.weight), product.order_type == catalogue.DIRECT_SHIP
    return {
        "hasWarranty": shipped,
        "isNewProduct": traits.is_new,
        "HasReturnLimits": False,
        "IsBackOrderAllowed": not direct,
        "isShippedFromPartner": False,
        "isReplacementProduct": False,
        "replacementType": None,
        "isDirectship": direct,
        "isDownloadable": False,
        "isDigitalType": not shipped,
        "skuType": "M",
        "hasStdSpecialPrice": False,
        "hasAcopSpecialPrice": traits.has_discounts,
        "hasSpecialBid": traits.has_discounts,
        "isDiscontinuedProduct": entry.discontinued,
        "isRefurbished": False,
        "isReturnableProduct": shipped,
        "isIngramShip": not direct,
        "isEnduserRequired": not shipped,
        "isHeavyWeight": product.weight > 40,
        "isLicenseProduct": not shipped,
        "isDirectshipOrderable": direct,
        "isServiceSku": traits.category == "Services",
        "isConfigurable": False,
    }


def _render_plan(plan: Plan) -> dict[str, Any]:
    option = {
        "resourceId": f"R{plan.number}",
        "resourceName": "One user",
        "vendorPartNumber": plan.vendor_part_number,
        "minUnits": "1",
        "maxUnits": "300",
        "dependsOn": None,
    }
    period = {"billingPeriodUnit": "Month(s)", "billingPeriod": "1"}
    return {
        "ingramPartNumber": None,
        "vendorPartNumber": plan.vendor_part_number,
        "productAuthorized": "True",
        "description": plan.description,
        "productCategory": "Software",
        "vendorName": "Cloud",
        "indicators": None,
        "ciscoFields": None,
        "warrantyInformation": None,
        "additionalInformation": None,
        "subscriptionDetails": [{**frame_of(plan), "billingPeriod": period, "options": [option], "links": []}],
    }
