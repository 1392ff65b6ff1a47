"""Put together what the vendor's answers say about the facts that are demanded. No I/O."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._values.answers import parts, text
from xi_sdk_resellers._workflows.quotes.fields import Place, ValidatedLine, ValidatedQuote, VendorChoice, VendorField

if TYPE_CHECKING:
    from xi_sdk_resellers.models.validate_quote_response import ValidateQuoteResponse
    from xi_sdk_resellers.models.vendor_required_info_response import VendorRequiredInfo, VendorRequiredInfoGroup

_WORDS = re.compile(r"[\w.-]+(,[\w.-]+)+")
_OPTIONAL = frozenset({"false", "no", "n", "0", "optional"})


def validated(number: str, answer: ValidateQuoteResponse, infos: Sequence[VendorRequiredInfo]) -> ValidatedQuote:
    """Put together what both answers say of a quote."""
    asked = [*_asked(infos)]
    by_name = {each.name: each for each in reversed(asked)}
    vendor = text(answer.vendor_name)
    fields = [_merged(fact, by_name, vendor) for fact in parts(answer.vmf_additional_attributes)]
    named = {each.name for each in fields}
    lines = tuple(_line(line, by_name, vendor) for line in parts(answer.lines))
    named |= {each.name for line in lines for each in line.fields}
    fields += [each for each in asked if each.name not in named]
    return ValidatedQuote(
        quote_number=text(answer.quote_number) or number,
        vendor_name=vendor,
        fields=tuple(each for each in fields if each.name),
        lines=lines,
        messages=tuple(text(said.message) for info in infos for said in parts(info.response_messages)),
        answer=answer,
        info=tuple(infos),
    )


def _line(line: Any, by_name: Mapping[str, VendorField], vendor: str) -> ValidatedLine:
    number = text(line.customer_line_number)
    facts = [_merged(fact, by_name, vendor, number) for fact in parts(line.vmf_additional_attributes_lines)]
    quantity: object = line.quantity
    return ValidatedLine(
        number=number,
        part_number=text(line.ingram_part_number),
        quantity=quantity if isinstance(quantity, int) else None,
        fields=tuple(each for each in facts if each.name),
    )


def _merged(fact: Any, by_name: Mapping[str, VendorField], vendor: str, line: str | None = None) -> VendorField:
    """Add to a fact of the validation what is known about its choices."""
    name, value = text(fact.attribute_name), text(fact.attribute_value)
    known = by_name.get(name, VendorField(name))
    words = _words(value) if not known.choices else ()
    return VendorField(
        name=name,
        description=text(fact.attribute_description) or known.description,
        hint=known.hint,
        value="" if words else value or known.value,
        required=known.required,
        choices=known.choices or words,
        place="line" if line is not None else known.place,
        line=line,
        vendor_name=known.vendor_name or vendor,
        product_id=known.product_id,
    )


def _asked(infos: Sequence[VendorRequiredInfo]) -> Iterator[VendorField]:
    for info in infos:
        yield from _grouped(info.vmf_additional_attributes, "order")
        yield from _grouped(info.vri_additional_attributes, "subscription")


def _grouped(groups: Sequence[VendorRequiredInfoGroup] | None, place: Place) -> Iterator[VendorField]:
    for group in parts(groups):
        for fact in parts(group.additional_attributes):
            yield _field(fact, place, text(group.vendor_name), text(group.product_id))


def _field(fact: Any, place: Place, vendor: str, product: str) -> VendorField:
    value = text(fact.attribute_value)
    listed = parts(fact.choices)
    choices = tuple(_choice(each, place, vendor, product) for each in listed if not text(each.attribute_name))
    choices = choices or _words(value)
    return VendorField(
        name=text(fact.attribute_name),
        description=text(fact.attribute_description),
        hint=text(fact.attribute_hint),
        value="" if choices else value,
        required=text(fact.attribute_required).lower() not in _OPTIONAL,
        choices=choices,
        place=place,
        vendor_name=vendor,
        product_id=product,
    )


def _choice(fact: Any, place: Place, vendor: str, product: str) -> VendorChoice:
    below = (_field(each, place, vendor, product) for each in parts(fact.choices) if text(each.attribute_name))
    return VendorChoice(text(fact.attribute_value), text(fact.attribute_description), tuple(below))


def _words(value: str) -> tuple[VendorChoice, ...]:
    """Read the words to choose from out of a text, if it has some."""
    return tuple(VendorChoice(word) for word in value.split(",")) if _WORDS.fullmatch(value) else ()


def infos_of(answer: Iterable[VendorRequiredInfo] | None) -> list[VendorRequiredInfo]:
    """Return the entries of an answer about what is demanded."""
    return parts(answer)
