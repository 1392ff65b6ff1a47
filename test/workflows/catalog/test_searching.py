"""Walks through the catalog: short pages, wavering totals, 404 at the end, filters. Both twins, real sockets."""

import json
from collections import Counter

import pytest

from xi_sdk_resellers import ApiTypeError, ApiValueError
from xi_sdk_resellers.sandbox import Fault
from xi_sdk_resellers.sandbox.world import assortment


def expected(matches=lambda entry: True):
    return [
        entry.product.part_number for entry in assortment.listed() if entry.authorized and matches(entry)
    ]  # what the account may not buy does not come


def has(entry, word):
    return word in entry.product.description.lower()


def found(search):
    return [item.ingram_part_number for item in search]


def test_the_whole_catalog_comes_once_in_spite_of_short_pages_and_wavering_totals(catalog, asked):
    search = catalog.search()
    assert found(search) == expected()
    assert search.total == len(expected())
    assert search.next_page is None
    pages = [request for request in asked("get_reseller_v6_productsearch") if request.status == 200]
    assert len(pages) == -(-len(assortment.listed()) // 100)
    assert asked("get_reseller_v6_productsearch")[-1].status == 404


@pytest.mark.parametrize("size", [25, 40, 100])
def test_every_page_size_brings_the_same(catalog, size):
    assert Counter(found(catalog.search("monitor", page_size=size))) == Counter(
        expected(lambda entry: "monitor" in entry.product.description.lower())
    )


@pytest.mark.parametrize(
    ("options", "matches"),
    [
        ({"vendor": "cisco"}, lambda e: e.product.vendor_name == "Cisco"),
        ({"vendor": ["HP", "Dell"]}, lambda e: e.product.vendor_name in ("HP", "Dell")),
        ({"keyword": ["dock", "headset"]}, lambda e: has(e, "dock") or has(e, "headset")),
        ({"keyword": "samsung dock"}, lambda e: has(e, "samsung") and has(e, "dock")),
        ({"category": "Displays"}, lambda e: e.traits.category == "Displays"),
        ({"type": "IM::digital"}, lambda e: not e.product.weight),
        ({"type": "IM::physical", "vendor": "APC"}, lambda e: e.product.weight and e.product.vendor_name == "APC"),
        ({"has_discounts": True}, lambda e: e.traits.has_discounts),
    ],
)  # fmt: skip
def test_filters(catalog, options, matches):
    assert found(catalog.search(**options)) == expected(matches)


def test_numbers_are_keywords_too(catalog):
    entry = assortment.listed()[500]
    for number in (entry.product.part_number, entry.product.vendor_part_number.lower(), entry.traits.upc):
        assert found(catalog.search(number)) == [entry.product.part_number]
    assert found(catalog.search(vendor_part_number=entry.product.vendor_part_number)) == [entry.product.part_number]
    assert len(found(catalog.search(vendor_number=entry.traits.vendor_number, category="Displays"))) > 5


def test_what_the_account_may_not_buy_comes_when_it_is_asked_for(catalog):
    every = [entry.product.part_number for entry in assortment.listed()]
    search = list(catalog.search(skip_authorisation=True))
    assert [item.ingram_part_number for item in search] == every
    assert sum(str(item.authorized_to_purchase).lower() == "false" for item in search) == len(every) - len(expected())


@pytest.mark.parametrize("keyword", ["no such thing", "ZZZZZZZZ"])
def test_nothing_found_is_an_empty_result(catalog, keyword):
    search = catalog.search(keyword)
    assert (found(search), search.total, len(search)) == ([], 0, 0)


def test_a_product_that_comes_again_on_another_page_is_handed_out_once(catalog, sandbox):
    operation, headers = "get_reseller_v6_productsearch", {"Content-Type": "application/json"}
    for names in (["A1", "A2"], ["A2", "A3"], ["A3", "A2"]):
        entries = [{"ingramPartNumber": name, "vendorPartNumber": "same", "description": "same"} for name in names]
        body = json.dumps({"recordsFound": 9, "pageSize": 2, "catalog": entries}).encode()
        sandbox.faults.add(Fault("status", status=200, operation=operation, body=body, headers=headers))
    assert found(catalog.search("any", page_size=2)) == ["A1", "A2", "A3"]


def test_a_walk_can_be_resumed_by_its_page(catalog):
    search = catalog.search(page_size=100)
    begun = [next(search).ingram_part_number for _ in range(250)]
    rest = found(catalog.search(page_size=100, start_page=search.next_page))
    assert [*begun[: (search.next_page - 1) * 100], *rest][-len(rest) :] == rest
    assert {*begun, *rest} == {*expected()}


def test_faults_on_the_way_are_survived(catalog, sandbox):
    operation = "get_reseller_v6_productsearch"
    sandbox.faults.add(Fault("status", status=500, times=2, nth=2, operation=operation))
    sandbox.faults.add(Fault("lost_answer", nth=5, operation=operation))
    assert found(catalog.search("monitor", page_size=25)) == expected(
        lambda entry: "monitor" in entry.product.description.lower()
    )


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"page_size": 101}, ApiValueError, "page_size must be from 1 to 100, not 101"),
        ({"page_size": 0}, ApiValueError, "page_size must be from 1 to 100, not 0"),
        ({"start_page": 0}, ApiValueError, "start_page must be from 1"),
        ({"page_size": "25"}, ApiTypeError, "page_size must be a whole number, not str"),
        ({"has_discounts": "yes"}, ApiTypeError, "has_discounts must be true or false, not str"),
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(sandbox, catalog, options, error, words):
    with pytest.raises(error, match=words):
        catalog.search("monitor", **options)
    assert sandbox.ledger.requests == []


def test_how_filters_are_sent(catalog, asked):
    found(
        catalog.search(
            ["a", "b"],
            vendor=["HP"],
            type="IM::physical",
            has_discounts=False,
            skip_authorisation=True,
            accept_language="de",
            page_size=7,
        )
    )
    request = asked("get_reseller_v6_productsearch")[0]
    assert request.query == {
        "keyword": ["a", "b"], "vendor": ["HP"], "type": ["IM::physical"], "hasDiscounts": ["false"],
        "skipAuthorisation": ["true"], "pageSize": ["7"], "pageNumber": ["1"],
    }  # fmt: skip
    assert request.headers["accept-language"] == "de"


def test_a_table_of_products(catalog):
    pytest.importorskip("pandas")
    frame = catalog.search("monitor", vendor="Samsung").to_dataframe()
    assert list(frame["ingram_part_number"]) == expected(
        lambda e: e.product.vendor_name == "Samsung" and "monitor" in e.product.description.lower()
    )
    texts = ["ingram_part_number", "vendor_part_number", "upc", "vendor_name", "description", "category",
             "sub_category", "product_type", "type"]  # fmt: skip
    flags = ["authorized_to_purchase", "has_discounts", "discontinued", "new_product", "direct_ship",
             "end_user_required"]  # fmt: skip
    kinds = {**dict.fromkeys(texts, "string"), **dict.fromkeys(flags, "boolean"), "replacement_sku": "string"}
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == kinds
    assert list(frame.columns) == list(kinds)
    item = next(catalog.search("monitor", vendor="Samsung"))
    for name, shown in frame.iloc[0].items():
        said = getattr(item, {"upc": "upc_code"}.get(name, name))
        assert str(shown) == ("<NA>" if said in (None, "") else str(said) if name in texts else str(said).capitalize())
    assert list(catalog.search("no such thing").to_dataframe().columns) == list(frame.columns)
