"""The search in the catalog, page by page.

- Pages are cut from everything that matches. What the account may not buy (`…ZN`) is then taken off, so that pages come
  short of their size; but a page that would be empty keeps it. `skipAuthorisation=true` keeps it everywhere.
- `recordsFound` counts it, and wavers: one too low on the first page and every third after it, right on the second, two
  too high on the third.
- Nothing found, and a page behind the last one, are 404. `type` is matched in any letter case and answered as
  `IM::Physical`; flags are text, `True` and `true` by turns.
- With `type=IM::digital` and `showGroupInfo`, or with `groupName` or `planID`, cloud groups are found instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from xi_sdk_resellers.sandbox.desks import pages
from xi_sdk_resellers.sandbox.desks.catalog.plans import Plan, plans
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world import assortment, catalogue
from xi_sdk_resellers.sandbox.world.assortment import Listed
from xi_sdk_resellers.sandbox.world.world import World

NOTHING_FOUND = "No Records Found"
_Matches = Callable[[Listed], bool]
_WAVER = (2, -1, 0)


def find(world: World, request: Request) -> Answer:
    """Find products: 200 with one page, 404 when there is none."""
    page = pages.wanted(request)
    if _first(request, "groupName") or _first(request, "planID") or _first(request, "showGroupInfo") == "true":
        groups = _groups(request)
        return _answer(request, page, "subscriptionCatalog", len(groups), page.of(groups))
    filters = list(_filters(request))
    found = [entry for entry in assortment.listed() if all(matches(entry) for matches in filters)]
    cut = page.of(found)
    shown = [entry for entry in cut if entry.authorized or _first(request, "skipAuthorisation").lower() == "true"]
    return _answer(request, page, "catalog", len(found), [_render(entry) for entry in shown or cut])


def nothing_found() -> Answer:
    """Answer 404 as the catalog does."""
    return Answer.of(404, {"errors": [{"id": 123, "type": "Validation error", "message": NOTHING_FOUND}]})


def _answer(request: Request, page: pages.Page, key: str, count: int, shown: Iterable[dict[str, Any]]) -> Answer:
    entries = list(shown)
    if not entries:
        return nothing_found()
    answer: dict[str, Any] = {
        "recordsFound": max(count + _WAVER[page.number % 3], 0),
        "pageSize": page.size,
        "pageNumber": page.number,
        key: entries,
    }
    if page.number * page.size < count:
        answer["nextPage"] = page.link(request, page.number + 1)
    if page.number > 1:
        answer["previousPage"] = page.link(request, page.number - 1)
    return Answer.of(200, answer)


def _first(request: Request, name: str) -> str:
    return request.query.get(name, [""])[0].strip()


def _filters(request: Request) -> Iterable[_Matches]:
    keywords = [word.lower().split() for word in request.query.get("keyword", ()) if word.strip()]
    if keywords:
        yield lambda entry: any(_has_words(entry, words) for words in keywords)
    vendors = {name.strip().lower() for name in request.query.get("vendor", ()) if name.strip()}
    if vendors:
        yield lambda entry: entry.product.vendor_name.lower() in vendors
    numbers = {number.strip().upper() for number in request.query.get("vendorPartNumber", ()) if number.strip()}
    if numbers:
        yield lambda entry: entry.product.vendor_part_number in numbers
    if vendor_number := _first(request, "vendorNumber"):
        yield lambda entry: entry.traits.vendor_number == vendor_number
    if category := _first(request, "category").lower():
        yield lambda entry: category in (entry.traits.category.lower(), entry.traits.subcategory.lower())
    if _first(request, "hasDiscounts").lower() == "true":
        yield lambda entry: entry.traits.has_discounts
    kind = _first(request, "type").lower().removeprefix("im::")
    if kind in ("physical", "digital"):
        yield lambda entry: bool(entry.product.weight) == (kind == "physical")


def _has_words(entry: Listed, words: list[str]) -> bool:
    """Say whether a product has all words somewhere: in its numbers as a whole, else in its texts."""
    product, traits = entry.product, entry.traits
    numbers = {product.part_number.lower(), product.vendor_part_number.lower(), traits.upc, traits.upc.lstrip("0")}
    texts = f"{product.description} {product.vendor_name} {traits.category} {traits.subcategory}".lower()
    own = (traits.customer_part_number or "").lower()
    return all(word in numbers or word == own or word in texts for word in words)


def _render(entry: Listed) -> dict[str, Any]:
    product, traits = entry.product, entry.traits
    capital = traits.upc[-1] in "13579"

    def flag(value: bool) -> str:
        return str(value) if capital else str(value).lower()

    return {
        "description": product.description.upper(),
        "category": traits.category,
        "subCategory": traits.subcategory,
        "productType": "",
        "ingramPartNumber": product.part_number,
        "vendorPartNumber": product.vendor_part_number,
        "upcCode": traits.upc,
        "vendorName": product.vendor_name,
        "endUserRequired": flag(not product.weight),
        "hasDiscounts": flag(True) if traits.has_discounts else "",
        "type": "IM::Physical" if product.weight else "IM::Digital",
        "discontinued": flag(entry.discontinued),
        "newProduct": flag(traits.is_new),
        "directShip": flag(product.order_type == catalogue.DIRECT_SHIP),
        "hasWarranty": flag(bool(product.weight)),
        "extraDescription": f"{product.description}, {traits.subcategory}",
        "replacementSku": "",
        "authorizedToPurchase": flag(entry.authorized),
        "links": [{"topic": "catalog", "href": f"/catalog/{product.part_number}", "type": "GET"}],
    }


def _groups(request: Request) -> list[dict[str, Any]]:
    wanted, number = _first(request, "groupName").lower(), _first(request, "planID")
    grouped: dict[str, list[Plan]] = {}
    for plan in plans():
        if (not wanted or plan.group.lower() == wanted) and (not number or plan.number == number):
            grouped.setdefault(plan.group, []).append(plan)
    only_groups = _first(request, "showGroupInfo") == "true"
    return [_render_group(members, only_groups) for members in grouped.values()]


def _render_group(members: list[Plan], only_groups: bool) -> dict[str, Any]:
    group = members[0].group
    told: dict[str, Any] = {
        "groupName": group,
        "groupDescription": members[0].group_text,
        "numberOfPlans": str(len(members)),
        "link": f"/resellers/v6/catalog?groupName={group}&showGroupInfo=false",
    }
    if not only_groups:
        told["plans"] = [
            {
                "planId": plan.number,
                "planName": plan.name,
                "planDescription": plan.description,
                "subscriptionPeriodSummary": [{"subscriptionPeriodUnit": "Year(s)", "subscriptionPeriod": "1"}],
                "links": [
                    {"topic": "catalog", "href": f"/resellers/v6/catalog/details?planId={plan.number}", "type": "GET"}
                ],
            }
            for plan in members
        ]
    return told
