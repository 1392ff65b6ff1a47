# Generated from the contract by "python -m codegen". Changes made here are lost.
"""RenewalsSearchRequest and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing import TYPE_CHECKING

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import RenewalState, RenewalSubStatus
    from xi_sdk_resellers.models.renewals_search_request import (
        RenewalsSearchRequestDateRange,
        RenewalsSearchRequestDateType,
        RenewalsSearchRequestOpportunityStatus,
        RenewalsSearchRequestStatus,
    )


class RenewalsSearchRequestOpportunityStatusDict(TypedDict, total=False):
    """State of a renewal, with its detailed state."""

    value: "RenewalState | str | None"
    """Whether it is still to be decided."""
    subStatus: "RenewalSubStatus | str | None"
    """The detailed state. The first five belong to Open, the others to Closed."""


class RenewalsSearchRequestStatusDict(TypedDict, total=False):
    """Where a renewal stands."""

    OpporutinyStatus: "RenewalsSearchRequestOpportunityStatus | RenewalsSearchRequestOpportunityStatusDict | None"
    """State and detailed state. The key is really spelled like this."""


class RenewalsSearchRequestDateRangeDict(TypedDict, total=False):
    """A range of days, both ends included, each written month/day/year."""

    customStartDate: str | None
    """First day, as MM/DD/YYYY."""
    customEndDate: str | None
    """Last day, as MM/DD/YYYY."""


class RenewalsSearchRequestDateTypeDict(TypedDict, total=False):
    """Ranges of days that renewals must fall into."""

    startDate: "RenewalsSearchRequestDateRange | RenewalsSearchRequestDateRangeDict | None"
    """The day a renewal starts."""
    endDate: "RenewalsSearchRequestDateRange | RenewalsSearchRequestDateRangeDict | None"
    """The day a renewal ends."""
    invoiceDate: "RenewalsSearchRequestDateRange | RenewalsSearchRequestDateRangeDict | None"
    """The day of the invoice."""
    expirationDate: "RenewalsSearchRequestDateRange | RenewalsSearchRequestDateRangeDict | None"
    """The day the running contract expires."""


class RenewalsSearchRequestDict(TypedDict, total=False):
    """What renewals to look for. Everything may be left out; all that is given must match."""

    status: "RenewalsSearchRequestStatus | RenewalsSearchRequestStatusDict | None"
    """Where the renewal stands."""
    dateType: "RenewalsSearchRequestDateType | RenewalsSearchRequestDateTypeDict | None"
    """Ranges of days, one for each kind of day."""
    vendor: str | None
    """Name of the manufacturer."""
    endUser: str | None
    """Name of the end customer's company."""
