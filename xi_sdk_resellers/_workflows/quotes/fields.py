"""What manufacturers demand before a quote is ordered, and what is still missing of it. No I/O."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from xi_sdk_resellers._process.loading import load
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from xi_sdk_resellers.models.validate_quote_response import ValidateQuoteResponse
    from xi_sdk_resellers.models.vendor_required_info_response import VendorRequiredInfo

Place = Literal["order", "line", "subscription"]
"""What a fact is about."""


@dataclass(frozen=True, slots=True)
class VendorChoice:
    """A value to choose.

    Attributes:
        value: the value, as the vendor wants it.
        description: what it means, in words.
        fields: what is demanded once it was chosen.
    """

    value: str
    description: str = ""
    fields: tuple[VendorField, ...] = ()


@dataclass(frozen=True, slots=True)
class VendorField:
    """A fact that a manufacturer demands.

    Attributes:
        name: what it is called; the key of ``values``.
        description: what is asked for, in words.
        hint: how the value must look, in words.
        value: what is known already, and is sent unless you give another value; empty for nothing.
        required: whether an order needs it.
        choices: the values to choose from; empty for free text.
        place: whether it is about the order, a line or a subscription.
        line: the number of the line that it is about.
        vendor_name: the manufacturer.
        product_id: the manufacturer's ID of the product, of a subscription.
    """

    name: str
    description: str = ""
    hint: str = ""
    value: str = ""
    required: bool = True
    choices: tuple[VendorChoice, ...] = ()
    place: Place = "order"
    line: str | None = None
    vendor_name: str = ""
    product_id: str = ""

    def __str__(self) -> str:
        where = f"line {self.line}, {self.name}" if self.line else self.name
        words = [choice.value for choice in self.choices]
        said = "; ".join(filter(None, (self.description, self.hint, f"one of {', '.join(words)}" if words else "")))
        return f"{where}: {said}" if said else where


@dataclass(frozen=True, slots=True)
class ValidatedLine:
    """One line of a quote that may be ordered.

    Attributes:
        number: the number of the line.
        part_number: the vendor's part number.
        quantity: how many units the line has; None when it was not told.
        fields: what the manufacturer demands about it.
    """

    number: str
    part_number: str
    quantity: int | None
    fields: tuple[VendorField, ...] = ()


@dataclass(frozen=True, slots=True)
class ValidatedQuote:
    """A quote that may be ordered, with everything that its manufacturers demand for that.

    Attributes:
        quote_number: the number of the quote.
        vendor_name: the manufacturer.
        fields: what is demanded about the order and its subscriptions.
        lines: the lines, each with what is demanded about it.
        messages: what the vendor says about facts that it could not tell.
        answer: the answer to the validation.
        info: the answer to the question what is demanded.
    """

    quote_number: str
    vendor_name: str
    fields: tuple[VendorField, ...]
    lines: tuple[ValidatedLine, ...]
    messages: tuple[str, ...] = ()
    answer: ValidateQuoteResponse | None = field(default=None, repr=False, compare=False)
    info: tuple[VendorRequiredInfo, ...] = field(default=(), repr=False, compare=False)

    def missing(
        self, values: Mapping[str, object] | None = None, line_values: Mapping[str, Mapping[str, object]] | None = None
    ) -> tuple[VendorField, ...]:
        """Tell what an order would still lack.

        Args:
            values: what you give, by the names of the facts; for lines, too.
            line_values: what you give for single lines, by the numbers of the lines.

        Raises:
            ApiTypeError: a value is nothing that can be sent.
            ApiValueError: a value is none of the choices, or a name nearly that of a fact.
        """
        given = Given(self, values, line_values)
        return tuple(given.missing(self.fields)) + tuple(
            lacking for line in self.lines for lacking in given.missing(line.fields)
        )

    def everything(self) -> Iterator[VendorField]:
        """Go through all facts, below choices, too."""
        yield from _deep(self.fields)
        for line in self.lines:
            yield from _deep(line.fields)


def _deep(fields: Iterable[VendorField]) -> Iterator[VendorField]:
    for each in fields:
        yield each
        for choice in each.choices:
            yield from _deep(choice.fields)


class MissingVendorFieldsException(ApiValueError):  # noqa: N818 - named like its siblings
    """An order of a quote lacks facts that its manufacturer demands. Nothing was sent.

    Attributes:
        quote_number: the number of the quote.
        missing: the facts, each with its choices.
    """

    def __init__(self, message: str = "", *, quote_number: str = "", missing: Sequence[VendorField] = ()) -> None:
        super().__init__(message)
        self.quote_number = quote_number
        self.missing: tuple[VendorField, ...] = tuple(missing)


def lacking(quote: ValidatedQuote, missing: Sequence[VendorField]) -> MissingVendorFieldsException:
    """Make the exception for an order that lacks facts."""
    listed = "".join(f"\n  {each}" for each in missing)
    return MissingVendorFieldsException(
        f"an order of quote {quote.quote_number} needs values for:{listed}",
        quote_number=quote.quote_number,
        missing=missing,
    )


class Given:
    """The values that somebody gives for the facts of a quote.

    Raises:
        ApiTypeError: a value is nothing that can be sent.
        ApiValueError: a name is nearly that of a fact, or there is no such line.
    """

    def __init__(
        self,
        quote: ValidatedQuote,
        values: Mapping[str, object] | None,
        line_values: Mapping[str, Mapping[str, object]] | None,
    ) -> None:
        self._of_order = _texts("values", values)
        self._of_lines = {
            str(line).strip().lstrip("0"): _texts(f"line_values[{line!r}]", found)
            for line, found in _mapping("line_values", line_values).items()
        }
        self._check(quote)

    def _check(self, quote: ValidatedQuote) -> None:
        known = {each.name for each in quote.everything()}
        numbers = [line.number for line in quote.lines]
        for number in self._of_lines:
            if number not in {each.lstrip("0") for each in numbers}:
                raise ApiValueError(f"line_values: quote {quote.quote_number} has no line {number!r}, only {numbers}")
        for name in {*self._of_order, *(name for found in self._of_lines.values() for name in found)} - known:
            load("xi_sdk_resellers._modelling.typos")
            # Late: only a name that is not known needs it.
            from xi_sdk_resellers._modelling.typos import nearest

            meant = nearest(name, known)
            if meant is not None:
                raise ApiValueError(f"values: nothing demands {name!r}, did you mean {meant!r}?")

    def value(self, wanted: VendorField) -> str:
        """Return the value for a fact: what is given, else what is known; empty for none.

        Raises:
            ApiValueError: it is none of the choices.
        """
        own = self._of_lines.get((wanted.line or "").lstrip("0"), {}) if wanted.line else {}
        found = own.get(wanted.name) or self._of_order.get(wanted.name) or wanted.value
        if not found or not wanted.choices:
            return found
        chosen = choice_of(wanted, found)
        if chosen is not None:
            return chosen.value
        if any(choice.fields or choice.description for choice in wanted.choices):
            words = ", ".join(choice.value for choice in wanted.choices)
            raise ApiValueError(f"{wanted.name} must be one of {words}, not {found!r}")
        return found  # words that were only read out of a text

    def missing(self, fields: Iterable[VendorField]) -> Iterator[VendorField]:
        """Go through the facts that are missing, below what was chosen, too."""
        for each in fields:
            value = self.value(each)
            if not value:
                if each.required:
                    yield each
                continue
            chosen = choice_of(each, value)
            if chosen is not None:
                yield from self.missing(chosen.fields)


def choice_of(wanted: VendorField, value: str) -> VendorChoice | None:
    """Find the choice that a value names, in any letter case."""
    return next((each for each in wanted.choices if each.value.lower() == value.lower()), None)


def _mapping(name: str, value: object) -> Mapping[Any, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ApiTypeError(f"{name} must be a mapping, not {type(value).__name__}")
    return value  # pyright: ignore[reportUnknownVariableType]


def _texts(name: str, values: object) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in _mapping(name, values).items():
        if value is None:
            continue
        if not isinstance(value, (str, int)):
            raise ApiTypeError(f"{name}[{key!r}] must be text, a whole number or a boolean, not {type(value).__name__}")
        found[str(key)] = str(value).lower() if isinstance(value, bool) else str(value).strip()
    return {key: value for key, value in found.items() if value}


for _name in ("MissingVendorFieldsException", "ValidatedLine", "ValidatedQuote", "VendorChoice", "VendorField"):
    globals()[_name].__module__ = "xi_sdk_resellers.quotes"
