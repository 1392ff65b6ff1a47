"""Prices of any number of parts: batches, order, refusals, failures, resumption. Both twins, real sockets."""

import itertools
import json
from decimal import Decimal

import pytest

from xi_sdk_resellers import (
    ApiTypeError,
    ApiValueError,
    ClientClosedError,
    MemoryRateBudget,
    ServiceException,
    TokenException,
    UnauthorizedException,
    aio,
)
from xi_sdk_resellers.sandbox import Fault

PRICES = "post_priceandavailability"
MANY = [f"{letter}{number:02d}{end}7" for letter in "ABCD" for number in range(40) for end in "KLP"]


def numbers(request):
    return [product["ingramPartNumber"] for product in json.loads(request.body)["products"]]


def drain(prices, into):
    for price in prices:
        into.append(price)


def test_prices_come_in_the_order_asked_with_the_refused_ones_among_them(catalog):
    found = list(catalog.prices(["2GZ200", "XXX1", "DF4128", "1050ZD", "RQ6000"]))
    assert [price.part for price in found] == ["2GZ200", "XXX1", "DF4128", "1050ZD", "RQ6000"]
    assert [price.refused for price in found] == [False, True, False, True, False]
    assert found[1].reason == "Product not found for IngramPartNumber:  XXX1"
    assert found[3].reason == "Product 1050ZD is discontinued"
    assert found[2].price == Decimal("61.22")
    assert (found[2].available, found[2].quantity, found[0].quantity) == (False, 0, 250)
    assert sum(found[0].by_warehouse.values()) == 250
    assert found[2].eta is not None
    assert found[0].currency == "USD"


def test_each_part_is_asked_for_once_in_batches_of_fifty(catalog, asked):
    parts = [*MANY, *(f" {part.lower()} " for part in MANY)]
    prices = catalog.prices(parts)
    assert [price.part for price in prices] == MANY
    assert [len(numbers(request)) for request in asked()] == [50] * 9 + [30]
    assert list(itertools.chain.from_iterable(sorted(map(numbers, asked())))) == sorted(MANY)
    assert (prices.calls, prices.refused, prices.failed, prices.next_part) == (10, 0, 0, None)


@pytest.mark.parametrize("size", [1, 7, 50])
def test_the_size_of_a_batch(catalog, asked, size):
    assert len(list(catalog.prices(MANY[:50], batch_size=size))) == 50
    assert len(asked()) == -(-50 // size)


def test_nothing_is_asked_for_before_it_is_used_and_no_more_than_needed(catalog, asked):
    read = []

    def given():
        for part in MANY:
            read.append(part)
            yield part

    prices = catalog.prices(given())
    getattr(prices, "_search", prices).in_flight = 1
    assert (asked(), read, prices.next_part) == ([], [], 0)
    assert next(prices).part == MANY[0]
    assert (len(asked()), len(read), prices.next_part) == (1, 50, 1)
    assert len(list(itertools.islice(prices, 49))) == 49
    assert (len(asked()), len(read), prices.next_part) == (1, 50, 50)
    assert next(prices).part == MANY[50]
    assert (len(asked()), len(read)) == (2, 100)


def test_a_walk_through_a_search_can_be_priced(catalog, twin):
    search = catalog.search("dock", vendor="Jabra")
    parts = search if twin == "blocking" else search._search
    found = list(catalog.prices(parts))
    assert len(found) > 10
    assert all(price.product.vendor_name == "JABRA" for price in found if not price.refused)


@pytest.mark.parametrize(
    ("by", "of"),
    [
        ("vendor_part_number", lambda item: item.vendor_part_number),
        ("upc", lambda item: item.upc_code.lstrip("0")),
        ("ingram_part_number", lambda item: item.ingram_part_number.lower()),
    ],
)
def test_other_kinds_of_numbers(catalog, by, of):
    items = list(itertools.islice(catalog.search("monitor"), 60))
    found = list(catalog.prices([of(item) for item in items], by=by))
    assert [price.product.ingram_part_number for price in found] == [item.ingram_part_number for item in items]
    assert {price.part_kind for price in found} == {by}


def test_kinds_may_be_mixed_and_cloud_plans_among_them(catalog):
    plan, own, unknown = catalog.prices(["471405", {"customerPartNumber": "MY-A00K7"}, {"upc": "1"}], by="plan_id")
    assert plan.product.subscription_price[0].plan_name == "Office Online Kiosk"
    assert own.product.ingram_part_number == "A00K7"
    assert (unknown.refused, unknown.part) == (True, "1")


def test_options_are_sent(catalog, asked):
    found = list(
        catalog.prices(
            ["2GZ200"],
            availability=True,
            pricing=False,
            attributes=True,
            discounts=True,
            special_bid_number="BID1",
            warehouses=["20", "40"],
            im_correlation_id="c1",
        )
    )
    (request,) = asked()
    assert json.loads(request.body) == {
        "showAvailableDiscounts": True,
        "specialBidNumber": "BID1",
        "availabilityByWarehouse": [{"availabilityByWarehouseId": "20"}, {"availabilityByWarehouseId": "40"}],
        "products": [{"ingramPartNumber": "2GZ200"}],
    }
    assert request.query == {
        "includeAvailability": ["true"], "includePricing": ["false"], "includeProductAttributes": ["true"],
    }  # fmt: skip
    assert request.headers["im-correlationid"] == "c1"
    assert found[0].price is None
    assert set(found[0].by_warehouse) <= {"20", "40"}
    assert found[0].product.product_class


def test_a_bid_of_the_product_lowers_its_price(catalog):
    special = next(p for p in catalog.prices(MANY, discounts=True) if p.product.discounts[0].special_pricing)
    bid = special.product.discounts[0].special_pricing[0]
    (lower,) = catalog.prices([special.part], special_bid_number=bid.special_bid_number)
    assert lower.price == special.price - bid.special_pricing_discount


def test_a_batch_that_fails_does_not_lose_the_others(catalog, sandbox, asked):
    sandbox.faults.add(Fault("status", status=400, nth=2, operation=PRICES, body=b'{"message": "no"}'))
    prices = catalog.prices(MANY[:120])
    getattr(prices, "_search", prices).in_flight = 1
    found = list(prices)
    assert [price.part for price in found] == MANY[:120]
    assert [price.failed for price in found] == [False] * 50 + [True] * 50 + [False] * 20
    assert found[60].error.status == 400
    assert (prices.failed, prices.refused) == (50, 0)
    again = list(catalog.prices(price for price in found if price.failed))
    assert [price.part for price in again] == MANY[50:100]
    assert not any(price.failed for price in again)


@pytest.mark.parametrize("kind", ["lost_answer", "html", "garbage", "reset", "cut_answer"])
def test_a_fault_on_the_way_is_survived(catalog, sandbox, kind):
    sandbox.faults.add(Fault(kind, operation=PRICES, times=1))
    found = list(catalog.prices(MANY[:60]))
    assert [price.part for price in found] == MANY[:60]
    assert sum(price.failed for price in found) in (0, 50 if kind == "html" else 0)


def test_500_twice_is_repeated_because_it_only_reads(catalog, sandbox, asked):
    sandbox.faults.add(Fault("status", status=500, times=2, operation=PRICES))
    assert not any(price.failed for price in catalog.prices(["DF4128"]))
    assert len(asked()) == 3


@pytest.mark.parametrize("body", [b"null", b"[]", b"{}", b'[{"productStatusCode": "E"}]', b"[null]"])
def test_an_answer_that_holds_nothing_of_use_is_told_for_each_part(catalog, sandbox, body):
    headers = {"Content-Type": "application/json"}
    sandbox.faults.add(Fault("status", status=200, operation=PRICES, body=body, headers=headers))
    found = list(catalog.prices(["DF4128", "2GZ200"]))
    assert [(price.part, price.refused or price.failed) for price in found] == [("DF4128", True), ("2GZ200", True)]


def test_what_no_batch_would_be_spared_is_raised_and_the_loop_can_go_on(catalog, sandbox, asked):
    sandbox.faults.add(Fault("status", status=401, times=2, operation=PRICES))
    prices = catalog.prices(MANY[:60])
    getattr(prices, "_search", prices).in_flight = 1
    with pytest.raises((UnauthorizedException, TokenException)):
        next(prices)
    assert prices.next_part == 0
    assert [price.part for price in prices] == MANY[:60]


def test_the_third_outage_in_a_row_is_raised_and_says_where_to_go_on(catalog_on, sandbox, asked):
    catalog = catalog_on(sandbox, retries=False)
    sandbox.faults.add(Fault("status", status=503, nth=2, times=3, operation=PRICES))
    prices = catalog.prices(MANY)
    getattr(prices, "_search", prices).in_flight = 1
    found = []
    with pytest.raises(ServiceException):
        drain(prices, found)
    assert [price.failed for price in found] == [False] * 50 + [True] * 100
    assert prices.next_part == 150
    rest = list(catalog.prices(MANY, start=prices.next_part))
    assert [price.part for price in (*found, *rest)] == MANY


@pytest.mark.parametrize("taken", [0, 1, 49, 50, 51, 99, 100, 101])
def test_another_run_goes_on_where_this_one_was(catalog, taken):
    parts = [*MANY[:60], *MANY[:60], *MANY[60:110]]
    first = catalog.prices(parts)
    begun = list(itertools.islice(first, taken))
    rest = list(catalog.prices(parts, start=first.next_part))
    assert [price.part for price in (*begun, *rest)] == MANY[:110]


def test_parts_are_read_lazily_and_little_is_held(catalog):
    prices = catalog.prices(MANY)
    inner = getattr(prices, "_search", prices)
    inner.in_flight = 1
    assert max(len(inner._pending) + sum(map(len, inner._batches)) for _ in prices) <= 100


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"parts": []}, ApiValueError, "parts is empty"),
        ({"parts": ["DF4128", " "]}, ApiValueError, r"parts\[1\] has no part number"),
        ({"parts": ["DF4128", None]}, ApiTypeError, r"parts\[1\] must be a part number, not NoneType"),
        ({"parts": 5}, ApiTypeError, "parts must be part numbers, not int"),
        ({"by": "sku"}, ApiValueError, "by must be one of ingram_part_number, .*, not 'sku'"),
        ({"batch_size": 51}, ApiValueError, "batch_size must be from 1 to 50, not 51"),
        ({"batch_size": 0}, ApiValueError, "batch_size must be from 1 to 50, not 0"),
        ({"batch_size": True}, ApiTypeError, "batch_size must be a whole number, not bool"),
        ({"start": -1}, ApiValueError, "start must be from 0"),
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(sandbox, catalog, twin, options, error, words):
    with pytest.raises(error, match=words):
        catalog.prices(**{"parts": ["DF4128"], **options})
    assert sandbox.ledger.requests == []


def test_the_blocking_walk_takes_no_asynchronous_parts(catalog, twin):
    async def given():
        yield "DF4128"

    if twin == "blocking":
        with pytest.raises(ApiTypeError, match="parts must be something to iterate over, not async_generator"):
            catalog.prices(given())
    else:
        assert [price.part for price in catalog.prices(given())] == ["DF4128"]


def test_no_parts_in_an_iterator_are_noticed_when_it_is_read(catalog, asked):
    with pytest.raises(ApiValueError, match="parts is empty"):
        list(catalog.prices(iter([])))
    assert asked() == []


def test_fifty_one_parts_in_one_plain_call_are_refused_before_anything_is_sent(sandbox, catalog, twin):
    def call(body):
        if twin == "blocking":
            return catalog.api.post_priceandavailability(True, True, price_and_availability_request=body)
        return catalog._loop(
            catalog.inner.api.post_priceandavailability(True, True, price_and_availability_request=body)
        )

    with pytest.raises(ApiValueError, match="at most 50"):
        call({"products": [{"ingramPartNumber": part} for part in MANY[:51]]})
    with pytest.raises(ApiValueError, match="at least 1"):
        call({"products": []})
    assert sandbox.ledger.requests == []


@pytest.mark.parametrize(("earlier", "end"), [(False, 300), (True, 360)])
def test_no_limit_is_met(start, catalog_on, clock, monkeypatch, earlier, end):
    monkeypatch.setattr("xi_sdk_resellers.rate_budget.monotonic", clock)
    sandbox = start(rate_limit=4, rate_window=60, clock=lambda: 1_800_000_000 + clock.now)
    catalog = catalog_on(sandbox, retries=False)
    if earlier:  # somebody else has begun the first window, and ends it
        list(catalog_on(sandbox).prices(["DF4128"]))
        clock.now = 40.0
    prices = catalog.prices(MANY, batch_size=20)
    getattr(prices, "_search", prices).in_flight = 1  # the clock moves only when somebody sleeps
    found = list(prices)
    assert [price.part for price in found] == MANY
    assert not any(price.failed for price in found)
    statuses = [r.status for r in sandbox.ledger.requests if r.operation == "post_priceandavailability"]
    assert statuses == [200] * (24 + earlier)
    assert end <= clock.now <= end + 10  # windows of four calls, the last of which need not be waited for


@pytest.mark.parametrize("settings", [{}, {"rate_budget": MemoryRateBudget()}], ids=["its own budget", "the client's"])
async def test_batches_under_way_together_keep_to_one_limit(start, settings):
    sandbox = start(rate_limit=8, rate_window=0.25)
    async with aio.ApiClient(sandbox.configuration(retries=0, **settings)) as client:
        prices = aio.Catalog(client).prices(MANY, batch_size=20)
        prices.in_flight = 6
        found = [price.part async for price in prices]
    assert found == MANY
    assert [r.status for r in sandbox.ledger.requests if r.operation == PRICES] == [200] * 24
    assert sandbox.connection_count > 2  # they were under way together


def test_a_limit_that_others_have_used_up_is_waited_for(catalog_on, sandbox, clock, asked):
    catalog = catalog_on(sandbox, retries=0)
    sandbox.faults.add(Fault("status", status=429, times=3, operation=PRICES, headers={"Retry-After": "7"}))
    (price,) = catalog.prices(["DF4128"])
    assert (price.failed, price.price) == (False, Decimal("61.22"))
    assert [request.status for request in asked()] == [429, 429, 429, 200]
    assert [round(pause) for pause in clock.sleeps] == [7, 7, 7]


def test_a_closed_client_ends_the_walk(catalog_on, sandbox, twin):
    catalog = catalog_on(sandbox)
    if twin == "blocking":
        catalog.api_client.close()
    else:
        catalog._loop(catalog.inner.api_client.close())
    with pytest.raises(ClientClosedError):
        list(catalog.prices(["DF4128"]))


def test_prices_are_compared_and_shown_by_what_they_say(catalog, sandbox):
    first, again, other = (next(catalog.prices([part])) for part in ("DF4128", "DF4128", "2GZ200"))
    sandbox.faults.add(Fault("status", status=400, times=2, operation=PRICES))
    failed, twice = (next(catalog.prices(["DF4128"])) for _ in range(2))
    assert (first, failed) == (again, twice)
    assert failed.error is not twice.error
    assert len({repr(price) for price in (first, again, other, failed)}) == 3
    assert not [price for price in (first, failed) if "product=" in repr(price) or "error=" in repr(price)]


def test_a_limit_that_never_ends_fails_the_batch_in_the_end(catalog_on, sandbox, clock, asked):
    catalog = catalog_on(sandbox, retries=0)
    sandbox.faults.add(Fault("status", status=429, times=None, operation=PRICES))
    (price,) = catalog.prices(["DF4128"])
    assert (price.failed, price.error.status, len(asked())) == (True, 429, 11)
    assert max(clock.sleeps) <= 60


def test_a_budget_of_the_configuration_is_asked_by_the_client_alone(sandbox, catalog_on):
    taken = []

    class Budget(MemoryRateBudget):
        def take(self, endpoint):
            taken.append(endpoint)
            return super().take(endpoint)

    list(catalog_on(sandbox, rate_budget=Budget()).prices(MANY[:100]))
    assert taken.count("post_priceandavailability") == 2


def test_a_table_of_prices(catalog):
    pandas = pytest.importorskip("pandas")
    frame = catalog.prices(["DF4128", "XXX1"]).to_dataframe()
    assert list(frame.columns) == [
        "part", "ingram_part_number", "vendor_part_number", "upc", "vendor_name", "description", "price", "list_price",
        "currency", "available", "quantity", "eta", "refused", "reason",
    ]  # fmt: skip
    assert list(map(str, frame.dtypes)) == [
        "string", "string", "string", "string", "string", "string", "object", "object", "string", "boolean", "Int64",
        "datetime64[us]", "boolean", "string",
    ]  # fmt: skip
    assert frame.loc[0, "price"] == Decimal("61.22")
    product = next(catalog.prices(["DF4128"])).product
    for name in ("ingram_part_number", "vendor_part_number", "upc", "vendor_name", "description"):
        assert frame.loc[0, name] == getattr(product, name)
    assert list(frame["refused"]) == [False, True]
    assert frame["quantity"].isna().tolist() == [False, True]
    assert str(catalog.prices(["DF4128"]).to_dataframe(money="float")["price"].dtype) == "float64"
    with pytest.raises(ApiValueError, match="money must be one of"):
        catalog.prices(["DF4128"]).to_dataframe(money="cents")
    assert pandas.concat([frame, frame]).shape == (4, 14)


def test_a_table_in_polars(catalog):
    polars = pytest.importorskip("polars")
    frame = catalog.prices(["DF4128", "XXX1"]).to_polars()
    assert isinstance(frame, polars.DataFrame)
    assert frame["price"].to_list() == [Decimal("61.22"), None]
    assert frame["refused"].to_list() == [False, True]
    assert catalog.search("monitor", vendor="Samsung").to_polars()["vendor_name"].unique().to_list() == ["Samsung"]


@pytest.mark.parametrize("make", ["to_dataframe", "to_polars"])
def test_no_table_is_made_of_what_was_handed_out(catalog, make):
    prices, search = catalog.prices(["DF4128"]), catalog.search("1C6094")
    assert (len(list(prices)), len(list(search))) == (1, 1)
    for used, words in ((prices, "these prices are used up, 1 were handed out"), (search, "this search is used up")):
        with pytest.raises(ApiValueError, match=words):
            getattr(used, make)()


def test_how_it_is_shown(catalog):
    prices = catalog.prices(["DF4128", "XXX1"])
    inner = getattr(prices, "_search", prices)
    list(prices)
    assert repr(inner) == f"{type(inner).__name__}(next_part=None, refused=1, failed=0)"


def test_progress(catalog, capsys):
    pytest.importorskip("tqdm")
    list(catalog.prices(MANY[:60], progress=True))
    assert "60/60" in capsys.readouterr().err
