# Generated from the contract by "python -m codegen". Changes made here are lost.
"""ErrorResponse and its parts."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from xi_sdk_resellers._modelling.base import AnswerModel


class ErrorField(AnswerModel):
    """One value at fault."""

    var_field: str | None = Field(default=None, validation_alias="field", serialization_alias="field")
    """Header, parameter or key at fault, for example IM-CountryCode."""
    message: str | None = None
    """What is wrong with the value."""
    value: str | None = None
    """What you sent there."""


class Error(AnswerModel):
    """One problem."""

    other_spellings: ClassVar[Mapping[str, str]] = {"1ype": "type", "messaage": "message"}

    one_for_list: ClassVar[frozenset[str]] = frozenset({"fields"})

    id: str | None = None
    """ID of the failed call in the logs of Ingram Micro. Quote it when you ask support."""
    traceid: str | None = None
    """ID of the failed call in the logs of Ingram Micro, as v7 calls it. Quote it when you ask support."""
    type: str | None = None
    """Kind of problem as a path, for example /errors/validation-failed."""
    message: str | None = None
    """The problem in words."""
    fields: list[ErrorField] | None = None
    """The values at fault, one entry for each. Missing when no single value is to blame."""


class ErrorFaultDetail(AnswerModel):
    """More about a fault."""

    errorcode: str | None = None
    """The gateway's code for the problem."""


class ErrorFault(AnswerModel):
    """A problem that the gateway in front of the service found."""

    faultcode: str | None = None
    """Which side is at fault, for example Server."""
    faultstring: str | None = None
    """The problem in words."""
    detail: ErrorFaultDetail | None = None
    """More about the fault."""


class ErrorResponse(AnswerModel):
    """What went wrong, in any of the forms in use: a list of errors, one error without a list, a bare message, or a
    fault of the gateway. Only the keys of one form are there at a time.
    """

    one_for_list: ClassVar[frozenset[str]] = frozenset({"errors", "fields"})

    one_in_list: ClassVar[bool] = True

    errors: list[Error] | None = None
    """The problems, one entry for each."""
    id: str | None = None
    """ID of the failed call, when there is no list of errors."""
    traceid: str | None = None
    """ID of the failed call, when there is no list of errors. Quote it when you ask support."""
    type: str | None = None
    """Kind of problem as a path, when there is no list of errors."""
    message: str | None = None
    """The problem in words, when there is no list of errors."""
    fields: list[ErrorField] | None = None
    """The values at fault, when there is no list of errors."""
    fault: ErrorFault | None = None
    """The problem as the gateway in front of the service tells it."""
    faultcode: str | None = None
    """Which side is at fault, for example Server, when the gateway refused the call."""
    faultstring: str | None = None
    """The problem in words, when the gateway refused the call."""
    detail: ErrorFaultDetail | None = None
    """More about the fault, when the gateway refused the call."""
