# Generated from the contract by "python -m codegen". Changes made here are lost.
"""RenewalsSearchRequest and its parts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from xi_sdk_resellers._modelling.base import RequestModel

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import RenewalState, RenewalSubStatus
else:
    RenewalState = RenewalSubStatus = str


class RenewalsSearchRequestOpportunityStatus(RequestModel):
    """State of a renewal, with its detailed state."""

    value: RenewalState | str | None = None
    """Whether it is still to be decided."""
    sub_status: RenewalSubStatus | str | None = None
    """The detailed state. The first five belong to Open, the others to Closed."""


class RenewalsSearchRequestStatus(RequestModel):
    """Where a renewal stands."""

    other_spellings: ClassVar[Mapping[str, str]] = {"OpportunityStatus": "opporutiny_status"}

    opporutiny_status: RenewalsSearchRequestOpportunityStatus | None = Field(
        default=None, validation_alias="OpporutinyStatus", serialization_alias="OpporutinyStatus"
    )
    """State and detailed state. The key is really spelled like this."""


class RenewalsSearchRequestDateRange(RequestModel):
    """A range of days, both ends included, each written month/day/year."""

    custom_start_date: str | None = None
    """First day, as MM/DD/YYYY."""
    custom_end_date: str | None = None
    """Last day, as MM/DD/YYYY."""


class RenewalsSearchRequestDateType(RequestModel):
    """Ranges of days that renewals must fall into."""

    start_date: RenewalsSearchRequestDateRange | None = None
    """The day a renewal starts."""
    end_date: RenewalsSearchRequestDateRange | None = None
    """The day a renewal ends."""
    invoice_date: RenewalsSearchRequestDateRange | None = None
    """The day of the invoice."""
    expiration_date: RenewalsSearchRequestDateRange | None = None
    """The day the running contract expires."""


class RenewalsSearchRequest(RequestModel):
    """What renewals to look for. Everything may be left out; all that is given must match."""

    one_in_list: ClassVar[bool] = True

    shown_as: ClassVar[tuple[str, str] | None] = ("Renewals search", "")

    status: RenewalsSearchRequestStatus | None = None
    """Where the renewal stands."""
    date_type: RenewalsSearchRequestDateType | None = None
    """Ranges of days, one for each kind of day."""
    vendor: str | None = None
    """Name of the manufacturer."""
    end_user: str | None = None
    """Name of the end customer's company."""
