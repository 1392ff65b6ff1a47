"""What a request for returns asks for: checked, told apart, presented as taken. No I/O."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import xi_sdk_resellers.models as models
from xi_sdk_resellers._values.answers import items_of, parts, text
from xi_sdk_resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from xi_sdk_resellers.models.returns_create_request import ReturnsCreateRequest, ReturnsCreateRequestItem
    from xi_sdk_resellers.models.returns_create_response import ReturnsCreateResponse
    from xi_sdk_resellers.models.returns_details_response import ReturnsDetailsResponse
    from xi_sdk_resellers.models.returns_search_response import ReturnsSearchResponseClaim


class Found(NamedTuple):
    """A case as the search shows it, and in full."""

    row: ReturnsSearchResponseClaim
    detail: ReturnsDetailsResponse


def items(request: ReturnsCreateRequest) -> list[ReturnsCreateRequestItem]:
    """List the returns of a request."""
    return list(request.list or ())


def check_request(request: ReturnsCreateRequest, *, resume: bool) -> None:
    """Refuse what the vendor would refuse, as far as that is known before.

    Args:
        request: the request.
        resume: whether it is to be recognized when it was filed before.

    Raises:
        ApiValueError: there is no return in it; one names no article, no units or no boxes, or has no reference by
            which it could be recognized.
    """
    found = items(request)
    if not found:
        raise ApiValueError("list must have at least one return")
    for index, item in enumerate(found):
        place = f"list[{index}]"
        if not (text(item.ingram_part_number) or text(item.vendor_part_number)):
            raise ApiValueError(f"{place}: ingram_part_number or vendor_part_number is needed")
        for name in ("quantity", "number_of_boxes"):
            value = getattr(item, name)
            if whole(value) < 1:
                raise ApiValueError(f"{place}.{name} must be at least 1, not {value}")
        if resume and not text(item.reference_number):
            raise ApiValueError(f"{place}: to be recognized it needs a reference_number of its own")


def whole(value: object) -> int:
    """Read a whole number that may be text; 0 when it is none."""
    said = text(value)
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 18 else 0


def bare(number: object) -> str:
    """Write a number of an invoice without what its spellings differ in."""
    return text(number).replace("-", "").upper()


def invoices_of(request: ReturnsCreateRequest) -> list[str]:
    """List the invoices that a request is about, each once."""
    return list({bare(item.invoice_number): text(item.invoice_number) for item in items(request)}.values())


def assign(request: ReturnsCreateRequest, found: Sequence[Found]) -> list[Found | None]:
    """Find for each return of a request the case that was opened for it.

    A case belongs to a return when invoice, article and units are the same, and the reference when both have one. Each
    case belongs to one return only.
    """
    left = list(found)
    result: list[Found | None] = []
    for item in items(request):
        match = next((each for each in left if _is_case_of(item, each)), None)
        if match is not None:
            left.remove(match)
        result.append(match)
    return result


def _is_case_of(item: ReturnsCreateRequestItem, found: Found) -> bool:
    references = {text(item.reference_number).upper(), _reference(found).upper()} - {""}
    return len(references) < 2 and any(_same_article(item, product) for product in parts(found.detail.products))


def _reference(found: Found) -> str:
    return text(found.row.reference_number) or text(found.detail.reference_number)


def _same_article(item: ReturnsCreateRequestItem, product: Any) -> bool:
    if bare(product.invoice_number) != bare(item.invoice_number) or _units(product.quantity) != whole(item.quantity):
        return False
    names = ("ingram_part_number", "vendor_part_number")
    given = {name: text(getattr(item, name)).upper() for name in names}
    known = {name: text(getattr(product, name)).upper() for name in names}
    compared = [name for name in names if given[name] and known[name]]
    return bool(compared) and all(given[name] == known[name] for name in compared)


def _units(value: object) -> int:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return whole(value)


def answer_of(found: Sequence[Found]) -> ReturnsCreateResponse:
    """Present cases like the answer to the request that has opened them."""
    made = models.ReturnsCreateResponse.from_dict({"returnsClaims": [_claim(each) for each in found]})
    assert made is not None
    return made


def _claim(found: Found) -> dict[str, Any]:
    row, detail = found
    product: Any = next(iter(parts(detail.products)), None)
    claim = {
        "rmaClaimId": row.return_claim_id or detail.rma_claim_id,
        "caseRequestNumber": row.case_request_number or detail.case_request_number,
        "referenceNumber": _reference(found) or None,
        "createdOn": row.created_on or detail.created_on,
        "type": row.type or detail.type_of_details,
        "returnReason": row.return_reason or detail.return_reason,
        "ingramPartNumber": getattr(product, "ingram_part_number", None),
        "vendorPartNumber": getattr(product, "vendor_part_number", None),
        "quantity": getattr(product, "quantity", None),
        "notes": getattr(product, "request_details", None),
        "estimatedTotalValue": row.estimated_total_value or detail.estimated_total,
        "credit": row.credit,
        "status": detail.status or row.status,
        "links": [link.to_dict() for link in parts(row.links)] or None,
    }
    return {key: value for key, value in claim.items() if value is not None}


def numbers_of(answer: ReturnsCreateResponse) -> tuple[str, ...]:
    """List the numbers of the cases in an answer."""
    return tuple(filter(None, (text(claim.case_request_number) for claim in parts(answer.returns_claims))))


def is_short(answer: Any) -> bool:
    """Tell whether an entry of an answer has no case."""
    return len(numbers_of(answer)) < len(items_of(answer.returns_claims))
