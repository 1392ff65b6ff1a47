"""Asking for quotes with both clients: once, whatever becomes of the answer; with a journal across runs, too."""

import asyncio
import json
import queue

import pytest

from test.support.journaled import Broken, Crash, Dying
from xi_sdk_resellers import (
    ApiClient,
    ApiException,
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    Outcome,
    Quotes,
    aio,
    webhooks,
)
from xi_sdk_resellers.journal import JournalConflictException, JournalException, JournalState, RunUnresolvedException
from xi_sdk_resellers.quotes import QuotePendingException
from xi_sdk_resellers.sandbox import Fault
from xi_sdk_resellers.sandbox.world import assortment

CREATE, SEARCH, DETAILS = "quote_create", "get_quotessearch_v6", "get_resellers_v6_quotes"
ASKED = {
    "quoteName": "Spring",
    "customercontact": "jo.field@example.com",
    "products": [{"ingramPartNumber": "2GZ200", "quantity": "2"}, {"ingramPartNumber": "XXX1", "quantity": 1}],
}
PRODUCT = next(entry.product for entry in assortment.listed() if entry.product.part_number == "2GZ200")
LOST = ("lost_answer", "cut_answer", "html", "status")


def sent(sandbox, *operations):
    return [record for record in sandbox.ledger.requests if record.operation in (operations or (CREATE,))]


def made(sandbox):
    """The numbers of the quotes that the sandbox has made."""
    sandbox.drain()
    return [delivery.event["resource"]["quoteNumber"] for delivery in sandbox.deliveries]


def events_of(sandbox):
    sandbox.drain()
    secret = sandbox.settings.webhook_secret
    return [webhooks.parse(each.body, each.headers, secret=secret, seen=None) for each in sandbox.deliveries]


def lost(kind):
    return Fault(kind, operation=CREATE, effect=kind in ("html", "status"))


def set_journal(quotes, journal):
    getattr(quotes, "_orders", quotes).journal = journal


def test_a_quote_is_asked_for_and_comes_by_event(quotes, sandbox):
    receipt = quotes.create(ASKED)
    assert receipt.receipt.numbers == (receipt.quote_number,)
    assert (receipt.receipt.attempts, receipt.receipt.found) == (1, False)
    event = quotes.wait_for_quote(receipt, events_of(sandbox))
    assert (event.quote_number, event.rejected_skus) == (receipt.quote_number, ["XXX1"])
    (found,) = quotes.search(quote_name="Spring", im_customer_contact="jo.field@example.com")
    assert found.quote_number == receipt.quote_number
    confirmation = quotes.order(receipt, customer_order_number="PO-1")
    assert quotes.wait_for_order(confirmation, events_of(sandbox)).order_numbers


def test_a_quote_of_the_manufacturers_numbers_is_found(quotes, sandbox):
    asked = {**ASKED, "products": [{"vendorPartNumber": PRODUCT.vendor_part_number.lower(), "quantity": 2}]}
    sandbox.faults.add(lost("lost_answer"))
    receipt = quotes.create(asked, lookup_wait=60)
    assert made(sandbox) == [receipt.quote_number]


@pytest.mark.parametrize("kind", LOST)
def test_a_quote_whose_answer_is_lost_is_found(quotes, sandbox, kind):
    quotes.create(ASKED)  # another quote of the same name and articles, made before
    sandbox.drain()
    sandbox.faults.add(lost(kind))
    receipt = quotes.create(ASKED, lookup_wait=60)
    assert made(sandbox)[1:] == [receipt.quote_number]
    assert (receipt.receipt.found, receipt.receipt.numbers) == (True, (receipt.quote_number,))
    assert len(sent(sandbox)) == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"quoteName": None}, "the quote has no name to look for"),
        ({"products": [{"ingramPartNumber": "XXX1", "quantity": 1}]}, "no search shows it yet"),
    ],
)
def test_a_quote_that_cannot_be_found_is_not_asked_for_again(quotes, sandbox, change, said):
    sandbox.faults.add(lost("lost_answer"))
    with pytest.raises(ApiException, match=said) as caught:
        quotes.create({**ASKED, **change})
    assert caught.value.outcome is Outcome.UNKNOWN
    assert len(sent(sandbox)) == 1


def test_two_new_quotes_of_one_name_are_told_and_not_guessed(quotes, sandbox):
    for _ in range(2):
        quotes.create(ASKED)
    sandbox.drain()
    nothing = Fault("status", operation=SEARCH, status=200, body='{"recordsFound": 0, "quotes": []}')
    sandbox.faults.add(nothing, Fault("html", operation=CREATE))
    with pytest.raises(ApiException, match="are new and have this name") as caught:
        quotes.create(ASKED, lookup_wait=60)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert len(made(sandbox)) == 2


def test_nothing_is_looked_for_when_what_was_there_before_is_not_known(quotes, sandbox):
    sandbox.faults.add(Fault("html", operation=SEARCH, times=None), lost("lost_answer"))
    with pytest.raises(ApiException, match="it could not be looked for"):
        quotes.create(ASKED)
    assert len(made(sandbox)) == 1


def test_a_refusal_says_what_the_vendor_says(quotes, sandbox):
    with pytest.raises(BadRequestException, match="must not be over") as caught:
        quotes.create({**ASKED, "quoteExpiryDate": "01/31/2020"})
    assert caught.value.outcome is Outcome.REJECTED
    assert made(sandbox) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"customercontact": "Jo Field"}, "^QuoteCreateRequest: customercontact must be an e-mail .*, not 'Jo Field'"),
        ({"customercontact": "a@b@example.com"}, "customercontact must be an e-mail address, not 'a@b@example.com'"),
        ({"customercontact": None}, "customercontact"),
        ({"customercontact": "a@" + "b" * 63}, "customercontact"),
        ({"sendQuoteCopy": ", ".join(f"a{n}@example.com" for n in range(11))}, "at most 10 addresses, not 11"),
        ({"sendQuoteCopy": "a@example.com;Jo"}, "sendQuoteCopy must be an e-mail address, not 'Jo'"),
        ({"products": []}, "neither products nor a dealId"),
        ({"quoteExpiryDate": "2026-01-31"}, "quoteExpiryDate must be a day written MM/DD/YYYY, not '2026-01-31'"),
        ({"quoteExpiryDate": "13/01/2026"}, "quoteExpiryDate"),
        ({"quoteExpiryDate": "02/30/2026"}, "quoteExpiryDate"),
        ({"quotename": "x"}, "did you mean 'quoteName'"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused_before_anything_is_sent(quotes, sandbox, change, said):
    with pytest.raises(ApiValueError, match=said):
        quotes.create({**ASKED, **change})
    assert sandbox.ledger.requests == []


@pytest.mark.parametrize("copies", ["", "y", "a@example.com", ";".join(f"a{n}@example.com" for n in range(10))])
def test_up_to_ten_addresses_get_a_copy(quotes, sandbox, copies):
    assert quotes.create({**ASKED, "sendQuoteCopy": copies}).quote_number
    assert json.loads(sent(sandbox)[0].body)["sendQuoteCopy"] == copies


def test_a_deal_needs_no_articles(quotes, sandbox):
    receipt = quotes.create({"customercontact": "a@example.com", "quoteName": "Deal", "dealId": "7499800"})
    assert quotes.wait_for_quote(receipt.quote_number.lower(), events_of(sandbox)).quote.products_count == 2


def test_an_event_that_does_not_come_is_an_exception(quotes, sandbox):
    others = []
    with pytest.raises(QuotePendingException, match="the event of quote QUO-1 has not come") as caught:
        quotes.wait_for_quote("QUO-1", iter(["another event"]), timeout=0, others=others.append)
    assert (caught.value.quote_number, others) == ("QUO-1", ["another event"])
    for wrong in (7, "", None):
        with pytest.raises(ApiTypeError, match="quote is what create returned"):
            quotes.wait_for_quote(wrong, [])
    with pytest.raises(ApiTypeError, match="events is a queue of events or an iterable, not int"):
        quotes.wait_for_quote("QUO-1", 7)


def test_an_event_that_does_not_come_in_time_is_an_exception(sandbox):
    with ApiClient(sandbox.configuration()) as client:
        for events in (queue.Queue(), queue.SimpleQueue()):
            with pytest.raises(QuotePendingException, match="the event of quote QUO-1 has not come"):
                Quotes(client).wait_for_quote("QUO-1", events, timeout=0.01)


def test_a_queue_is_asked_for_no_longer_than_is_left(sandbox):
    class Asked:
        def __init__(self):
            self.timeouts = []

        def get(self, block=True, timeout=None):
            self.timeouts.append(timeout)
            raise queue.Empty

    with ApiClient(sandbox.configuration()) as client:
        for timeout, wanted in ((0, [0.0]), (None, [None])):
            events = Asked()
            with pytest.raises(QuotePendingException):
                Quotes(client).wait_for_quote("QUO-1", events, timeout=timeout)
            assert events.timeouts == wanted


async def test_nor_does_one_in_an_event_loop(sandbox):
    async with aio.ApiClient(sandbox.configuration()) as client:
        with pytest.raises(QuotePendingException, match="the event of quote QUO-1 has not come"):
            await aio.Quotes(client).wait_for_quote("QUO-1", asyncio.Queue(), timeout=0.01)


# With a journal.


def test_a_quote_that_an_earlier_run_has_asked_for_is_known(recorded, sandbox, journal):
    first = recorded.create(ASKED)
    assert recorded.create(ASKED).quote_number == first.quote_number
    assert len(sent(sandbox)) == 1
    assert journal.unresolved() == []


@pytest.mark.parametrize("written", [False, True])
@pytest.mark.parametrize("at", [1, 2])
def test_a_run_that_dies_at_a_write_leaves_what_the_next_one_needs(recorded, sandbox, journal, at, written):
    set_journal(recorded, Dying(journal, at, written))
    with pytest.raises(Crash):
        recorded.create(ASKED)
    sandbox.drain()
    set_journal(recorded, journal)
    for _ in range(2):
        assert recorded.create(ASKED, listed_within=0).quote_number == made(sandbox)[0]
    assert len(made(sandbox)) == 1
    assert journal.unresolved() == []


def test_a_quote_that_is_not_listed_yet_is_not_asked_for_again(recorded, sandbox, journal):
    sandbox.maintenance = True  # it is taken, and made later
    set_journal(recorded, Dying(journal, 2, False))
    with pytest.raises(Crash):
        recorded.create(ASKED)
    set_journal(recorded, journal)
    with pytest.raises(RunUnresolvedException, match="wait for its event") as caught:
        recorded.create(ASKED)
    assert caught.value.retry_at is not None
    sandbox.maintenance = False
    sandbox.drain()
    assert recorded.create(ASKED).quote_number == made(sandbox)[0]
    assert len(sent(sandbox)) == 1


def test_other_content_under_a_name_is_refused(recorded, sandbox):
    recorded.create(ASKED)
    with pytest.raises(JournalConflictException, match="other content was begun"):
        recorded.create({**ASKED, "products": [{"ingramPartNumber": "2GZ200", "quantity": 3}]})
    assert len(sent(sandbox)) == 1


def test_a_journal_needs_a_name(recorded, sandbox):
    for name in (None, " "):
        with pytest.raises(ApiValueError, match="with a journal a quote needs a quoteName"):
            recorded.create({**ASKED, "quoteName": name})
    assert sandbox.ledger.requests == []


def test_an_older_quote_is_not_taken_for_the_one_that_was_asked_for(recorded, sandbox, journal):
    set_journal(recorded, None)
    recorded.create(ASKED)
    sandbox.drain()
    set_journal(recorded, journal)
    # At first it cannot be told what is there.
    sandbox.faults.add(Fault("html", operation=SEARCH, times=4), lost("lost_answer"))
    receipt = recorded.create(ASKED, lookup_wait=60)
    assert [receipt.quote_number] == made(sandbox)[1:]


def test_nothing_is_asked_for_without_a_journal_that_takes_it(recorded, sandbox, journal):
    set_journal(recorded, Broken(journal, "write"))
    with pytest.raises(JournalException, match="No space left"):
        recorded.create(ASKED)
    assert sent(sandbox) == []


def test_a_refused_quote_can_be_asked_for_otherwise(recorded, journal):
    with pytest.raises(BadRequestException):
        recorded.create({**ASKED, "quoteExpiryDate": "01/31/2020"})
    assert journal.unresolved() == []
    assert recorded.create(ASKED).quote_number


def crashed(recorded, journal, at=2, written=False):
    """Ask for a quote in a run that dies before it has written down what has become of it."""
    set_journal(recorded, Dying(journal, at, written))
    with pytest.raises(Crash):
        recorded.create(ASKED)
    set_journal(recorded, journal)


def test_what_became_of_a_quote_is_found_out_without_asking_again(recorded, sandbox, journal):
    crashed(recorded, journal)
    sandbox.drain()
    (entry,) = recorded.resolve()
    assert (entry.state, entry.confirmation) == (JournalState.DONE, made(sandbox)[0])
    assert (entry.owner, entry.lease) == ("", 0.0)
    assert journal.unresolved() == []
    assert recorded.create(ASKED).quote_number == entry.confirmation
    assert len(sent(sandbox)) == 1


def test_a_quote_that_is_not_listed_stays_open(recorded, sandbox, journal):
    sandbox.maintenance = True
    crashed(recorded, journal)
    (entry,) = recorded.resolve()
    assert entry.state is JournalState.OPEN
    assert [each.key for each in journal.unresolved()] == [entry.key]
    sandbox.faults.add(Fault("html", operation=SEARCH, times=None))
    assert [each.state for each in recorded.resolve()] == [JournalState.OPEN]
    sandbox.maintenance = False


def test_a_quote_that_no_search_shows_after_a_day_is_absent(recorded, sandbox, journal, monkeypatch):
    crashed(recorded, journal, at=1, written=True)
    monkeypatch.setattr("xi_sdk_resellers._workflows.quotes.resolving.LISTED_WITHIN", 0.0)
    assert [each.state for each in recorded.resolve()] == [JournalState.ABSENT]
    assert journal.unresolved() == []
    assert recorded.create(ASKED).quote_number == made(sandbox)[0]


def test_entries_of_others_are_left_to_them(recorded, sandbox, journal):
    crashed(recorded, journal)
    assert recorded.resolve(im_customer_number="20-999999") == []
    assert recorded.resolve(im_country_code="DE") == []
    set_journal(recorded, None)
    with pytest.raises(ApiValueError, match="there is no journal"):
        recorded.resolve()
