# Generated from the contract by "python -m codegen". Changes made here are lost.
"""OrderModifyRequest and its parts."""

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from xi_sdk_resellers._modelling.base import IntegerInput, RequestModel, TextOrInteger, UpTo
from xi_sdk_resellers.models.additional_attribute import AdditionalAttribute

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import CountryCode, LineAction
else:
    CountryCode = LineAction = str


class OrderModifyRequestShipToInfo(RequestModel):
    """New delivery address of an order on hold."""

    address_id: str | None = Field(default=None, max_length=10)
    """Short code of one of your registered delivery addresses. Replaces the written address. At most 10 characters."""
    contact: str | None = Field(default=None, max_length=40)
    """Person who receives the goods. At most 40 characters."""
    company_name: str | None = Field(default=None, max_length=40)
    """Company that receives the goods. At most 40 characters."""
    name1: str | None = Field(default=None, max_length=40)
    """First line of the receiver's name, where a country needs more than the company name. At most 40 characters."""
    name2: str | None = Field(default=None, max_length=40)
    """Second line of the receiver's name. At most 40 characters."""
    address_line1: str | None = Field(default=None, max_length=60)
    """Street and house number of the delivery address. At most 60 characters."""
    address_line2: str | None = Field(default=None, max_length=40)
    """Building, floor or apartment of the delivery address. At most 40 characters."""
    address_line3: str | None = Field(default=None, max_length=40)
    """Third line of the delivery address, if it needs one. At most 40 characters."""
    city: str | None = Field(default=None, max_length=25)
    """City of the delivery address. At most 25 characters."""
    state: str | None = Field(default=None, max_length=3)
    """State or province of the delivery address as a short code, such as KS. At most 3 characters."""
    postal_code: str | None = Field(default=None, max_length=10)
    """Postal code of the delivery address. At most 10 characters."""
    country_code: CountryCode | str | None = Field(default=None, max_length=3)
    """Country of the delivery address: two letters (ISO 3166-1 alpha-2). At most 3 characters."""
    phone_number: Annotated[TextOrInteger, UpTo(30)] | None = None
    """Phone number for questions about the delivery. At most 30 characters."""
    email: str | None = Field(default=None, max_length=241)
    """E-mail address for news about the delivery. At most 241 characters."""


class OrderModifyRequestLine(RequestModel):
    """One line to add, change or delete."""

    ingram_part_number: str | None = Field(default=None, max_length=18)
    """Ingram Micro's number for the article. At most 18 characters."""
    ingram_line_number: Annotated[TextOrInteger, UpTo(6)] | None = None
    """Ingram Micro's number of the line to change or delete. Leave it out for a new line. At most 6 characters."""
    customer_line_number: str | None = Field(default=None, max_length=6)
    """Your own number for a new line. May be empty. At most 6 characters."""
    add_update_delete_line: LineAction | str | None = None
    """What to do with the line: ADD a new one, UPDATE its quantity or notes, or DELETE it."""
    quantity: IntegerInput | None = None
    """How many units the line should have after the change."""
    notes: str | None = Field(default=None, max_length=132)
    """New note on the line. At most 132 characters."""


class OrderModifyRequest(RequestModel):
    """What to change in an order on hold. Give only what changes; an empty object goes with a release."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Change request", "")

    notes: str | None = Field(default=None, max_length=132)
    """New note on the whole order. Notes of more than 35 characters need the attribute enableCommentsAsLines = "true"
    and become lines of their own. At most 132 characters.
    """
    ship_to_info: OrderModifyRequestShipToInfo | None = None
    """New delivery address."""
    lines: list[OrderModifyRequestLine] | None = None
    """The lines to add, change or delete. Lines that are not listed stay as they are."""
    additional_attributes: list[AdditionalAttribute] | None = None
    """Settings for the change as pairs of name and value, such as entryMethod or enableCommentsAsLines."""
