"""How a quote is asked for exactly once: the decisions, without I/O.

The vendor takes the same request twice and makes two quotes of it. So it is sent once. A quote is known by its name:
what carries it before is written down, and what carries it afterwards besides, with articles that were asked for, is
the quote of a request whose answer was lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import xi_sdk_resellers.models as models
from xi_sdk_resellers._operations.quotes import GET_QUOTESSEARCH_V6, GET_RESELLERS_V6_QUOTES, QUOTE_CREATE
from xi_sdk_resellers._values.answers import parts, text
from xi_sdk_resellers._workflows.orders.finding import whole
from xi_sdk_resellers._workflows.plan import Patience, Plan, Wait, delays, do_nothing, unresolved
from xi_sdk_resellers._workflows.story import Deed
from xi_sdk_resellers.exceptions import ApiException, ApiValueError, OpenApiException, Outcome

if TYPE_CHECKING:
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.quote_create_request import QuoteCreateRequest
    from xi_sdk_resellers.models.quote_create_response import QuoteCreateResponse
    from xi_sdk_resellers.models.quote_details_response import QuoteDetailsResponse
    from xi_sdk_resellers.models.quote_search_response import QuoteSearchResponse

MOST_COPIES = 10
"""How many addresses may get a copy of a quote."""
LISTED_WITHIN = 86_400.0
"""Seconds within which the vendor lists a quote that it has made. Its longest night is shorter than a day."""
_BETWEEN = re.compile(r"[,;\s]+")
_NAME = "QuoteCreateRequest"
_EXPIRY = re.compile(r"\d{2}/\d{2}/\d{4}")


def _numbers(answer: Any) -> Iterable[object]:
    return (answer.quote_number,)


REQUEST = Deed(QUOTE_CREATE, "quotes", "quote", "requested", _numbers)
"""What the workflow does, in the words of its log lines and receipts."""


def check_request(request: QuoteCreateRequest) -> None:
    """Refuse what the vendor would refuse, or read in another way.

    Raises:
        ApiValueError: it asks for nothing, an address is none, there are too many, or the last day is not MM/DD/YYYY.
    """
    contact, copies = text(request.customer_contact), copies_of(request)
    for name, address in (("customercontact", contact), *(("sendQuoteCopy", each) for each in copies)):
        if not is_address(address):
            raise ApiValueError(f"{_NAME}: {name} must be an e-mail address, not {address!r}")
    if len(copies) > MOST_COPIES:
        raise ApiValueError(f"{_NAME}: sendQuoteCopy takes at most {MOST_COPIES} addresses, not {len(copies)}")
    if not parts(request.products) and not text(request.deal_id):
        raise ApiValueError(f"{_NAME}: there are neither products nor a dealId, so there is nothing to quote")
    expiry = text(request.quote_expiry_date)
    if expiry and not _is_day(expiry):
        raise ApiValueError(f"{_NAME}: quoteExpiryDate must be a day written MM/DD/YYYY, not {expiry!r}")


def _is_day(value: str) -> bool:
    try:
        return _EXPIRY.fullmatch(value) is not None and bool(date(int(value[6:]), int(value[:2]), int(value[3:5])))
    except ValueError:
        return False


def copies_of(request: QuoteCreateRequest) -> list[str]:
    """Take apart the addresses that get a copy. One letter alone, as the vendor's sample has it, is no address."""
    return [each for each in _BETWEEN.split(text(request.send_quote_copy)) if len(each) > 1]


def is_address(value: str) -> bool:
    """Tell whether a text may be an e-mail address."""
    name, at, host = value.partition("@")
    return bool(name and at and host) and "@" not in host and not re.search(r"\s", value)


class Lookout:
    """Looks for the quote of one request.

    Args:
        request: the request.
        headers: the IM-* arguments of its creation.
        patience: how long to try.
    """

    def __init__(self, request: QuoteCreateRequest, headers: Mapping[str, Any], patience: Patience) -> None:
        self.name = text(request.quote_name)
        self._headers = {**headers, "im_customer_contact": text(request.customer_contact)}
        self._reading = headers
        self._patience = patience
        self._deal = text(request.deal_id)
        self._asked: Counter[str] = Counter()
        for line in parts(request.products):
            part = text(line.ingram_part_number) or text(line.vendor_part_number)
            self._asked[part.upper()] += whole(line.quantity) or 0

    def known(self) -> Plan[list[str] | None]:
        """List the quotes of this name that are there; None when that cannot be told."""
        if not self.name:
            return None
        arguments = {**self._headers, "quote_name": self.name, "page_size": 25}
        search = self._patience.read(GET_QUOTESSEARCH_V6, arguments)
        if search is None:
            return None
        try:
            page: QuoteSearchResponse = (yield search).data
        except OpenApiException:
            return None
        rows = [row for row in parts(page.quotes) if text(row.quote_name).casefold() == self.name.casefold()]
        return [number for row in rows if (number := text(row.quote_number))]

    def look(self, before: Sequence[str], seconds: float) -> Plan[tuple[str, ...] | None]:
        """Look for quotes of this name and these articles that were not there before.

        Returns:
            The plan; it returns their numbers, and None when nothing could be seen.
        """
        seen = False
        waits = delays(min(seconds, self._patience.left))
        while True:
            now = yield from self.known()
            seen = seen or now is not None
            found: list[str] = []
            for number in now or ():
                if number not in before and (yield from self._is_ours(number)):
                    found.append(number)  # noqa: PERF401 - a comprehension cannot yield
            pause = None if found else next(waits, None)
            if pause is None:
                return tuple(found) if seen else None
            yield Wait(pause)

    def _is_ours(self, number: str) -> Plan[bool]:
        """Read a quote, and tell whether it holds what was asked for, or the part of it that was not refused."""
        read = self._patience.read(GET_RESELLERS_V6_QUOTES, {**self._reading, "quote_number": number})
        if read is None:
            return False
        try:
            quote: QuoteDetailsResponse = (yield read).data
        except OpenApiException:
            return False
        if self._deal:
            return True  # the deal decides about the articles
        lines = parts(quote.products)
        for line in lines:
            names = {text(line.ingram_part_number).upper(), text(line.vendor_part_number).upper()}
            if not any(self._asked[name] >= (whole(line.quantity) or 0) > 0 for name in names & set(self._asked)):
                return False
        return bool(lines)


def create_plan(
    request: QuoteCreateRequest,
    headers: Mapping[str, Any],
    patience: Patience,
    *,
    before: Sequence[str] | None = None,
    about_to_send: Callable[[], Plan[None]] = do_nothing,
) -> Plan[QuoteCreateResponse]:
    """Ask for a quote, once, and find it when the answer is lost.

    Args:
        request: the checked request.
        headers: the IM-* arguments.
        patience: how long to look.
        before: the quotes of this name that were there before; None to ask for them.
        about_to_send: what to do before it is sent.

    Returns:
        The plan; it returns the number of the quote and raises ApiException.
    """
    lookout = Lookout(request, headers, patience)
    if before is None:
        before = yield from lookout.known()
    yield from about_to_send()
    arguments = {**headers, "quote_create_request": request}
    try:
        answer: ApiResponse[QuoteCreateResponse] = yield patience.change(QUOTE_CREATE, arguments)
    except ApiException as error:
        failure = error
    else:
        return answer.data
    if failure.outcome is not Outcome.UNKNOWN:
        raise failure
    found = None if before is None else (yield from lookout.look(before, patience.lookup_wait))
    if found is not None and len(found) == 1:
        return made(found[0])
    raise unresolved(failure, _hint(lookout.name, found))


def made(number: str) -> QuoteCreateResponse:
    """Present a quote that was found like the answer to its request."""
    return models.QuoteCreateResponse(quote_number=number)


def _hint(name: str, found: Sequence[str] | None) -> str:
    if not name:
        return "the quote has no name to look for: wait for its event, and search for it, before you ask again"
    if found:
        return f"{', '.join(found)} are new and have this name: one of them is the quote. Do not ask again"
    looked = "it could not be looked for" if found is None else "no search shows it yet"
    return f"{looked}: wait for its event, or search for quotes named {name!r}, before you ask again"
