"""Which parts are meant, each once, and what is refused before anything is sent."""

import pytest

from xi_sdk_resellers import ApiTypeError, ApiValueError, PriceAndAvailabilityRequestProduct, ProductSearchItem
from xi_sdk_resellers._workflows.catalog.parts import Cutter, as_iterable, key_of, wanted
from xi_sdk_resellers._workflows.catalog.price import Price

WITH_QUANTITY = {"upc": "1", "quantityRequested": "5"}


@pytest.mark.parametrize(
    ("item", "by", "kind", "number", "product"),
    [
        ("DF4128", "ingram_part_number", "ingram_part_number", "DF4128", {"ingramPartNumber": "DF4128"}),
        (" df4128 ", "ingram_part_number", "ingram_part_number", "df4128", {"ingramPartNumber": "df4128"}),
        (5348387, "ingram_part_number", "ingram_part_number", "5348387", {"ingramPartNumber": "5348387"}),
        ("E2016HV", "vendor_part_number", "vendor_part_number", "E2016HV", {"vendorPartNumber": "E2016HV"}),
        ("088411", "upc", "upc", "088411", {"upc": "088411"}),
        ("4711", "plan_id", "plan_id", "4711", {"planID": "4711"}),
        (WITH_QUANTITY, "ingram_part_number", "upc", "1", WITH_QUANTITY),
        ({"vendor_part_number": "A"}, "upc", "vendor_part_number", "A", {"vendorPartNumber": "A"}),
        (ProductSearchItem(ingram_part_number="A", upc_code="1"), "upc", "upc", "1", {"upc": "1"}),
        (
            ProductSearchItem(ingram_part_number="A", upc_code=" "),
            "upc",
            "ingram_part_number",
            "A",
            {"ingramPartNumber": "A"},
        ),
        (
            PriceAndAvailabilityRequestProduct(customer_part_number="MY"),
            "ingram_part_number",
            "customer_part_number",
            "MY",
            {"customerPartNumber": "MY"},
        ),
        (Price("1", "upc"), "ingram_part_number", "upc", "1", {"upc": "1"}),
    ],
)  # fmt: skip
def test_what_a_part_may_be(item, by, kind, number, product):
    found = wanted(item, 3, by)
    assert (found.place, found.kind, found.number, dict(found.product)) == (3, kind, number, product)


@pytest.mark.parametrize("item", ["", "  ", {}, {"upc": " "}, {"quantityRequested": "1"}, ProductSearchItem()])
def test_a_part_without_a_number_is_named_by_its_place(item):
    with pytest.raises(ApiValueError, match=r"parts\[2\] has no part number"):
        wanted(item, 2, "ingram_part_number")


@pytest.mark.parametrize("item", [None, 1.5, True, b"DF4128", ["DF4128"], float("nan")])
def test_what_is_no_part_is_named_by_its_place(item):
    with pytest.raises(ApiTypeError, match=r"parts\[0\] must be a part number, not "):
        wanted(item, 0, "ingram_part_number")


def test_parts_of_tables():
    numpy = pytest.importorskip("numpy")
    pandas = pytest.importorskip("pandas")
    column = pandas.Series(["DF4128", "2GZ200"])
    assert as_iterable(column, "ingram_part_number") is column
    assert wanted(numpy.int64(5348387), 0, "ingram_part_number").number == "5348387"
    with pytest.raises(ApiTypeError, match=r"parts\[1\] must be"):
        as_iterable(pandas.Series(["DF4128", None]), "ingram_part_number")


@pytest.mark.parametrize("parts", [[], (), "", [" "], {}])
def test_nothing_to_ask_for_is_refused_at_once(parts):
    with pytest.raises(ApiValueError, match=r"parts is empty|has no part number"):
        as_iterable(parts, "ingram_part_number")


@pytest.mark.parametrize("parts", [None, 5, 1.5])
def test_what_cannot_be_iterated_over_is_refused_at_once(parts):
    with pytest.raises(ApiTypeError, match="parts must be part numbers"):
        as_iterable(parts, "ingram_part_number")


def test_one_part_alone_is_a_list_of_one():
    assert as_iterable("DF4128", "upc") == ["DF4128"]
    assert as_iterable({"upc": "1"}, "upc") == [{"upc": "1"}]


@pytest.mark.parametrize(
    ("kind", "number", "key"),
    [
        ("ingram_part_number", " df4128 ", "DF4128"),
        ("vendor_part_number", "E2016hv", "E2016HV"),
        ("upc", "0884116186519", "884116186519"),
        ("ingram_part_number", "0012", "0012"),
        ("ingram_part_number", 5348387, "5348387"),
        ("ingram_part_number", None, ""),
    ],
)
def test_numbers_are_compared_without_case_blanks_and_zeros_of_a_upc(kind, number, key):
    assert key_of(kind, number) == key


def batches(parts, size, start=0):
    cutter = Cutter("ingram_part_number", size, start)
    found = [*(cutter.cut() for part in parts if cutter.add(part)), cutter.cut()]
    return [[(one.place, one.number) for one in batch] for batch in found if batch]


@pytest.mark.parametrize(
    ("parts", "size", "start", "expected"),
    [
        ("abc", 2, 0, [[(0, "a"), (1, "b")], [(2, "c")]]),
        ("aAbaB", 2, 0, [[(0, "a"), (2, "b")]]),
        ("abab", 2, 2, []),
        ("abcab", 2, 1, [[(1, "b"), (2, "c")]]),
        ("abcd", 4, 0, [[(0, "a"), (1, "b"), (2, "c"), (3, "d")]]),
    ],
)
def test_batches_hold_each_part_once_in_the_order_given(parts, size, start, expected):
    assert batches(parts, size, start) == expected
