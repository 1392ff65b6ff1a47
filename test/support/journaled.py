"""Changes with a journal: how each is made, how often the ledger shows it, and processes that die at a write."""

from __future__ import annotations

PLACE, QUEUE, CHANGE = "post_createorder_v6", "post_createorder_v7", "put_ordermodify"
SEARCH, DETAILS = "get_resellers_v6_ordersearch", "get_orderdetails_v6_1"
HOLD = {"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}
ADDRESS = {
    "companyName": "Planted Company",
    "addressLine1": "Planted Street 1",
    "city": "Bern",
    "email": "p@planted.example",
}
ORDER = {
    "customerOrderNumber": "PO-1",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "8RB884", "quantity": 2}],
}
ADD = {
    "lines": [{"customerLineNumber": "2", "ingramPartNumber": "DF4128", "addUpdateDeleteLine": "ADD", "quantity": 3}]
}
NOTE = {"notes": "Ring twice"}
UPDATE = {"lines": [{"ingramLineNumber": "001", "addUpdateDeleteLine": "UPDATE", "quantity": 5}]}


class Crash(BaseException):
    """The end of a process, as far as a test in the same process can have one."""


class Dying:
    """A journal whose process dies at one of its writes.

    Args:
        journal: the journal.
        at: which write it is, from 1 on.
        written: whether the write is made before that.
    """

    def __init__(self, journal, at, written):
        self.journal, self.left, self.written = journal, at, written

    def __getattr__(self, name):
        return getattr(self.journal, name)

    def write(self, entry, revision):
        self.left -= 1
        if self.left:
            return self.journal.write(entry, revision)
        if self.written:
            self.journal.write(entry, revision)
        raise Crash


class Broken:
    """A journal that fails at some of its calls."""

    def __init__(self, journal, *broken):
        self.journal, self.broken = journal, broken

    def __getattr__(self, name):
        if name in self.broken:
            raise OSError(28, "No space left on device")
        return getattr(self.journal, name)


def request(number="PO-1", *, hold=False, **more):
    return {**ORDER, "customerOrderNumber": number, **({"additionalAttributes": [HOLD]} if hold else {}), **more}


def sent(sandbox, *operations):
    changes = operations or (PLACE, QUEUE, CHANGE, "delete_ordercancel")
    return [record.operation for record in sandbox.ledger.requests if record.operation in changes]


def numbers(answer):
    return [order.ingram_order_number for order in answer.orders]


def held(orders, sandbox):
    """An order on hold, that no journal knows."""
    plain = getattr(orders, "_orders", orders)
    plain.journal, kept = None, plain.journal
    number = numbers(orders.place(request("PO-0", hold=True)))[0]
    plain.journal = kept
    return number


# Each operation: how it is done, how often the ledger shows it, and how many writes it takes.


def place(orders, _):
    return numbers(orders.place(request()))


def place_async(orders, _):
    # In the sandbox an order is listed as soon as it is placed.
    return orders.place_async(request(), listed_within=0).customer_order_number


def add(orders, number):
    return [line.ingram_part_number for line in orders.modify(number, ADD).lines][-1]


def note(orders, number):
    return orders.modify(number, NOTE).ingram_order_number


def cancel(orders, number):
    return orders.cancel(number).numbers


def release(orders, number):
    return orders.release(number).numbers


DONE = {
    "place": (place, lambda sandbox, number: len(sandbox.ledger.placed("PO-1"))),
    "place_async": (place_async, lambda sandbox, number: len(sandbox.ledger.placed("PO-1"))),
    "modify, a new line": (
        add,
        lambda sandbox, number: sum(line.part_number == "DF4128" for line in sandbox.ledger.find(number).lines),
    ),
    "modify, notes": (note, lambda sandbox, number: sum(line.is_comment for line in sandbox.ledger.find(number).lines)),
    "cancel": (cancel, lambda sandbox, number: sandbox.ledger.find(number).cancelled),
    "release": (release, lambda sandbox, number: not sandbox.ledger.find(number).on_hold),
}
