"""What all models of the floor share."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer
from pydantic.alias_generators import to_camel

Money = Annotated[Decimal, PlainSerializer(float, return_type=float, when_used="json-unless-none")]


class Base(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, defer_build=True)


class Attribute(Base):
    attribute_name: str | None = None
    attribute_value: str | None = None


class Link(Base):
    topic: str | None = None
    href: str | None = None
    type: str | None = None


class Address(Base):
    contact: str | None = None
    company_name: str | None = None
    address_line1: str | None = None
    address_line2: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    country_code: str | None = None
    phone_number: str | None = None
    email: str | None = None
