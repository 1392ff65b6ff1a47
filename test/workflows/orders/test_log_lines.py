"""Every line of a workflow ties it to its calls, and the journal's lines say what they are about."""

from __future__ import annotations

import logging

import pytest

from test.support.journaled import request
from test.support.log_lines import check, lines
from xi_sdk_resellers import ApiException
from xi_sdk_resellers.journal import SqliteJournal
from xi_sdk_resellers.sandbox import Fault


def test_every_line_of_a_workflow_ties_it_to_its_calls(orders, sandbox, caplog, tmp_path):
    caplog.set_level(logging.DEBUG, "xi_sdk_resellers")
    sandbox.faults.add(Fault("status", operation="post_createorder_v6", status=503))
    plain = getattr(orders, "_orders", orders)
    with SqliteJournal(tmp_path / "journal") as journal:
        plain.journal = journal
        receipt = orders.place(request()).receipt
    mine = [record for record in lines(caplog) if getattr(record, "xi_operation", "") != "get_accesstoken"]
    assert {record.xi_correlation_id for record in mine} == {receipt.correlation_id}
    for record in mine:
        check(record, sandbox.url)
    assert {"call", "sent_again", "placed"} <= {record.xi_event for record in mine}


def test_a_journal_that_does_not_take_a_result_is_an_error_in_the_log(orders, sandbox, caplog, tmp_path):
    plain = getattr(orders, "_orders", orders)
    with SqliteJournal(tmp_path / "journal") as journal:
        plain.journal = journal
        writes = iter([journal.write])

        class Full:
            def __getattr__(self, name):
                return getattr(journal, name)

            def write(self, entry, revision):
                for write in writes:
                    return write(entry, revision)
                raise OSError(28, "No space left on device")

        plain.journal = Full()
        placed = orders.place(request())
    assert placed.orders
    (line,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert (line.xi_event, line.xi_operation) == ("journal", "post_createorder_v6")
    check(line, sandbox.url)
    assert line.xi_correlation_id == placed.receipt.correlation_id


def test_a_later_run_that_sends_again_warns(orders, sandbox, caplog, tmp_path):
    plain = getattr(orders, "_orders", orders)
    with SqliteJournal(tmp_path / "journal") as journal:
        plain.journal = journal
        sandbox.faults.add(Fault("status", operation="post_createorder_v6", status=503))
        with pytest.raises(ApiException):
            orders.place(request(), attempts=1, lookup_wait=0)
        caplog.clear()
        orders.place(request())
    (line,) = [record for record in lines(caplog) if record.levelno == logging.WARNING]
    assert (line.xi_event, line.xi_operation) == ("sent_again", "post_createorder_v6")
    check(line, sandbox.url)
