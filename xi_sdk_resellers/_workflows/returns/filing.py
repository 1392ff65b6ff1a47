"""File returns once: what is there before is noted, and after doubt what has come is looked for. Without I/O."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._operations.returns import GET_RESELLERS_V6_RETURNSDETAILS, POST_RETURNSCREATE
from xi_sdk_resellers._values.answers import text
from xi_sdk_resellers._workflows.pages import Pager
from xi_sdk_resellers._workflows.plan import Patience, Plan, Wait, delays, do_nothing, in_doubt, unresolved
from xi_sdk_resellers._workflows.returns.requests import Found, answer_of, assign, invoices_of
from xi_sdk_resellers._workflows.returns.search import RETURN_PAGES
from xi_sdk_resellers._workflows.story import Deed
from xi_sdk_resellers.exceptions import ApiException, OpenApiException, Outcome

if TYPE_CHECKING:
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.returns_create_request import ReturnsCreateRequest
    from xi_sdk_resellers.models.returns_create_response import ReturnsCreateResponse
    from xi_sdk_resellers.models.returns_details_response import ReturnsDetailsResponse
    from xi_sdk_resellers.models.returns_search_response import ReturnsSearchResponseClaim

logger = logging.getLogger("xi_sdk_resellers.returns")
_PAGE = 100


class Lookout:
    """Looks for the cases of one request.

    Args:
        request: the request.
        headers: the IM-* arguments.
        patience: how long to try.
    """

    def __init__(self, request: ReturnsCreateRequest, headers: Mapping[str, Any], patience: Patience) -> None:
        self.request = request
        self._headers = headers
        self._patience = patience
        self._details: dict[str, ReturnsDetailsResponse] = {}

    def known(self) -> Plan[list[str]]:
        """List the cases that the request's invoices have.

        Raises:
            ApiException: they cannot be read, so that nothing is sent.
        """
        try:
            rows = yield from self._rows()
        except ApiException as error:
            error.outcome = Outcome.NOT_SENT
            error.hint = "The returns were not sent, because the cases of their invoices cannot be read."
            raise
        return [text(row.case_request_number) for row in rows]

    def look(self, known: Collection[str], seconds: float) -> Plan[list[Found | None]]:
        """Search until every return of the request has its case, or the time is up.

        Args:
            known: cases that were there before, and are not of this request.
            seconds: how long to go on looking; one look is made in any case.

        Returns:
            The plan; it returns the case of each return, None where there is none.
        """
        best: list[Found | None] = assign(self.request, [])
        pauses = delays(seconds)
        while True:
            try:
                best = assign(self.request, (yield from self._cases(known)))
            except OpenApiException as error:
                logger.debug("returns could not be looked for: %s", type(error).__name__)
            pause = next(pauses, None)
            if None not in best or pause is None or not self._patience.left:
                return best
            yield Wait(min(pause, self._patience.left))

    def _cases(self, known: Collection[str]) -> Plan[list[Found]]:
        rows = [row for row in (yield from self._rows()) if text(row.case_request_number) not in known]
        found: list[Found] = []
        for row in reversed(rows):  # of several that fit, the one that was opened first
            detail = yield from self.details(text(row.case_request_number))
            if detail is not None:
                found.append(Found(row, detail))
        return found

    def details(self, number: str) -> Plan[ReturnsDetailsResponse | None]:
        """Read a case in full; None when that fails."""
        if number not in self._details:
            call = self._patience.read(
                GET_RESELLERS_V6_RETURNSDETAILS, {**self._headers, "case_request_number": number}
            )
            if call is None:
                return None
            try:
                self._details[number] = (yield call).data
            except OpenApiException:
                return None
        return self._details[number]

    def _rows(self) -> Plan[list[ReturnsSearchResponseClaim]]:
        """Search for the returns of the request's invoices."""
        found: dict[str, ReturnsSearchResponseClaim] = {}
        for invoice in invoices_of(self.request):
            pager = Pager(RETURN_PAGES, {**self._headers, "invoice_number": invoice}, _PAGE, 1)
            while not pager.over:
                call = self._patience.read(RETURN_PAGES.operation, pager.request())
                if call is None:
                    return list(found.values())
                pager.take((yield call), time.time())
            found.update({text(row.case_request_number): row for row in pager.pending})
        return list(found.values())


def file_plan(
    request: ReturnsCreateRequest,
    headers: Mapping[str, Any],
    patience: Patience,
    *,
    known: Collection[str] | None = None,
    resume: bool = False,
    about_to_send: Callable[[], Plan[None]] = do_nothing,
) -> Plan[ReturnsCreateResponse]:
    """File returns, once.

    Args:
        request: the returns.
        headers: the IM-* arguments.
        patience: how long to try.
        known: cases that the invoices had before; None to look for them.
        resume: whether to be content with cases that were opened before.
        about_to_send: what to do just before it is sent.
    """
    lookout = Lookout(request, headers, patience)
    if resume:
        found = yield from lookout.look((), 0.0)
        if None not in found:
            return answer_of([each for each in found if each is not None])
    if known is None:
        known = yield from lookout.known()
    yield from about_to_send()
    try:
        created: ApiResponse[ReturnsCreateResponse] = yield patience.change(
            POST_RETURNSCREATE, {**headers, "returns_create_request": request}
        )
    except ApiException as error:
        if not in_doubt(error):
            raise
        return (yield from _after_doubt(lookout, known, error, patience))
    return created.data


def _after_doubt(
    lookout: Lookout, known: Collection[str], error: ApiException, patience: Patience
) -> Plan[ReturnsCreateResponse]:
    """Look what has become of a request that may have been taken. It is never sent again."""
    rejected = error.outcome is Outcome.REJECTED
    found = yield from lookout.look(known, 0.0 if rejected else patience.lookup_wait)
    cases = [each for each in found if each is not None]
    if len(cases) == len(found):
        logger.warning("%d returns were found after an uncertain answer to their filing", len(cases))
        return answer_of(cases)
    if rejected and not cases:
        raise error
    there = ", ".join(text(case.row.case_request_number) for case in cases)
    tried = f"only {there} was found for {len(found)} returns" if cases else "no search shows a new case"
    raise unresolved(
        error,
        f"looked for returns of invoice {', '.join(invoices_of(lookout.request))}: {tried}. It was not sent again, "
        "because the vendor would take it twice: look again later, or call again with resume=True and a reference for "
        "each return",
    )


def _numbers(answer: Any) -> list[object]:
    claims: list[Any] = answer.returns_claims or []
    return [getattr(claim, "case_request_number", None) for claim in claims]


FILE = Deed(POST_RETURNSCREATE, "returns", "return", "filed", _numbers)
