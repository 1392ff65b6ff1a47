# Generated from the contract by "python -m codegen". Changes made here are lost.
"""AdditionalAttribute."""

from typing import TYPE_CHECKING, ClassVar

from xi_sdk_resellers._modelling.base import RequestModel

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import OrderAttributeName
else:
    OrderAttributeName = str


class AdditionalAttribute(RequestModel):
    """A setting or a fact as a pair of name and value.

    For orders: allowDuplicateCustomerOrderNumber lets a customer order number be used again; allowOrderOnCustomerHold
    puts the order on hold, where it can be changed; allowPartialOrder places the good lines when others fail;
    enableCommentsAsLines turns long notes into lines. For United States defense priorities: DpasRating, DpasProgramId.
    For Apple enrollment: euDepId (your customer's organization ID, at most 32 characters), depOrderNbr. For government
    and education: govtProgramType (PA government, ED education), govtEndUserType (F federal, S state, E local, K
    school, H higher education), govtSolicitationNumber, govtPublicPrivateCode (P public, R private), govtEndUserData,
    govtEndUserPostalCode. On a line: SHIPFROMWAREHOUSEID picks the warehouse.
    """

    booleans_as_text: ClassVar[frozenset[str]] = frozenset({"attribute_value"})

    attribute_name: OrderAttributeName | str | None = None
    """Name of the setting. Letter case does not seem to matter: euDepId and eudepid were both seen."""
    attribute_value: str | None = None
    """Value of the setting. It is always sent as text: True becomes "true"."""
