# Generated from the contract by "python -m codegen". Changes made here are lost.
"""ContractEndUser."""

from xi_sdk_resellers._modelling.base import AnswerModel


class ContractEndUser(AnswerModel):
    """The customer who uses what a deal or a renewal is about."""

    contact: str | None = None
    """Who to ask for at the end customer."""
    name1: str | None = None
    """First line of the name."""
    name2: str | None = None
    """Second line of the name."""
    company_name: str | None = None
    """The company."""
    address_line1: str | None = None
    """First line of the address."""
    address_line2: str | None = None
    """Second line of the address."""
    address_line3: str | None = None
    """Third line of the address."""
    address_line4: str | None = None
    """Fourth line of the address."""
    city: str | None = None
    """The city."""
    state: str | None = None
    """State or province, usually as a code."""
    postal_code: str | None = None
    """Postal code."""
    country_code: str | None = None
    """Two-letter code of the country; often empty."""
    phone_number: str | None = None
    """Telephone number."""
    email: str | None = None
    """E-mail address."""
