"""Hashes of content: the same for what means the same, another for everything else."""

from __future__ import annotations

import pytest

from xi_sdk_resellers._workflows.orders.content import content_of, parts_of
from xi_sdk_resellers.models import AsyncOrderCreateDTO, OrderCreateRequest, OrderDetailB2B

LINE = {"customerLineNumber": "1", "ingramPartNumber": "A", "quantity": 2, "unitPrice": 10.50}
BODY = {"customerOrderNumber": "PO-1", "lines": [LINE], "shipToInfo": {"city": "Bern"}}
SAME = {
    "itself": {},
    "nothing more": {"notes": None, "additionalAttributes": []},
    "blanks": {"customerOrderNumber": " PO-1 "},
    "a price as text": {"lines": [{**LINE, "unitPrice": "10.5"}]},
    "a price with more digits": {"lines": [{**LINE, "unitPrice": 10.500}]},
}
OTHER = {
    "another quantity": {"lines": [{**LINE, "quantity": 3}]},
    "another part": {"lines": [{**LINE, "ingramPartNumber": "B"}]},
    "another price": {"lines": [{**LINE, "unitPrice": 10.51}]},
    "one line more": {"lines": [LINE, LINE]},
    "another address": {"shipToInfo": {"city": "Berne"}},
    "notes": {"notes": "x"},
    "ten times as many": {"lines": [{**LINE, "quantity": 20}]},
    "a flag": {"flag": True},
    "a flag that is not set": {"flag": False},
    "a number": {"number": 0},
}


def digest(change: dict[str, object]) -> str:
    return content_of(OrderCreateRequest.from_dict({**BODY, **change})).digest


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_the_same_content_has_the_same_hash(change: dict[str, object]) -> None:
    assert digest(change) == digest({})


@pytest.mark.parametrize("change", OTHER.values(), ids=OTHER)
def test_other_content_has_another_hash(change: dict[str, object]) -> None:
    assert digest(change) != digest({})


ALIKE: list[tuple[object, object]] = [(True, "true"), (False, "false"), (100, "100"), (100.0, 100), (0, "0"), ("1 ", 1)]
UNLIKE: list[tuple[object, object]] = [(True, False), (True, 1), (100, 10), (10, 1), (0, ""), (1.01, 1.1), ("a", "A")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_a_value_is_the_same_as_a_number_and_as_text(one: object, other: object) -> None:
    assert digest({"more": one}) == digest({"more": other})


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_other_values_are_others(one: object, other: object) -> None:
    assert digest({"more": one}) != digest({"more": other})


def test_an_order_for_v6_and_for_v7_are_the_same() -> None:
    queued = AsyncOrderCreateDTO.from_dict({**BODY, "lines": [{**LINE, "quantity": "2"}]})
    assert content_of(queued) == content_of(OrderCreateRequest.from_dict(BODY))


def test_lines_and_pieces_are_counted() -> None:
    content = content_of(OrderCreateRequest.from_dict({**BODY, "lines": [LINE, {**LINE, "quantity": 5}]}))
    assert (content.lines, content.pieces) == (2, 7)


def test_an_order_is_recognized_by_its_parts() -> None:
    asked = content_of(OrderCreateRequest.from_dict({**BODY, "lines": [LINE, {**LINE, "quantity": 5}]})).parts

    def there(*lines: tuple[object, object]) -> str:
        listed = [{"ingramPartNumber": part, "quantityOrdered": quantity} for part, quantity in lines]
        return parts_of([OrderDetailB2B.from_dict({"lines": listed})])

    assert asked == there(("a", 7)) == there(("A", 3), (" A ", 4), (None, None))
    assert asked not in (there(("A", 6)), there(("A", 7), ("B", 1)), there(), there(("A", "?")))


@pytest.mark.parametrize(
    "change", [{"lines": [{"customerPartNumber": "mine", "quantity": 1}]}, {"lines": []}], ids=["my part", "no lines"]
)
def test_what_names_no_part_is_not_recognized(change: dict[str, object]) -> None:
    assert content_of(OrderCreateRequest.from_dict({**BODY, **change})).parts == ""


def test_a_quote_is_not_recognized() -> None:
    assert content_of(AsyncOrderCreateDTO.from_dict({**BODY, "quoteNumber": "QUO-1"})).parts == ""
