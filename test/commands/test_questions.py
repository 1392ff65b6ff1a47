"""``xi-resellers find``, ``get``, ``search`` and ``journal``: what they write, and what their exit codes say."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from datetime import date

import pytest

from xi_sdk_resellers import ApiClient, ApiException, Configuration, Orders, SqliteJournal
from xi_sdk_resellers._commands.find import look_for
from xi_sdk_resellers.sandbox import Fault

SECRET = "s3cret-of-the-app"
LINES = [{"customerLineNumber": "1", "ingramPartNumber": "VF4187", "quantity": 2}]
SPLIT = [*LINES, {"customerLineNumber": "2", "ingramPartNumber": "RQ6000", "quantity": 1}]
SEARCH = "get_resellers_v6_ordersearch"


@pytest.fixture
def place(sandbox):
    def place(number, lines=LINES, **options):
        with ApiClient(sandbox.configuration()) as client:
            placed = Orders(client, **options).place({"customerOrderNumber": number, "lines": lines})
        return [order.ingram_order_number for order in placed.orders]

    return place


def rows(text):
    """The rows of a plain table below its head."""
    return [line.split() for line in text.splitlines()[1:]]


def test_a_placed_order_is_found_by_its_number(run, place):
    (number,) = place("PO-1")
    done = run("find", "po-1")
    assert (done.returncode, done.stderr) == (0, "")
    said, table = done.stdout.split("\n\n")
    assert said == "po-1 was placed: 1 order"
    assert rows(table)[0][:2] == [number, "PROCESSING"]


def test_all_orders_that_one_became_are_found_and_no_others(run, place):
    numbers = place("PO-1", SPLIT)
    place("PO-10")
    found = json.loads(run("find", "PO-1", "--json").stdout)
    assert found["placed"] is True
    assert sorted(order["ingramOrderNumber"] for order in found["orders"]) == sorted(numbers)


def test_an_order_that_was_cancelled_is_told_so(run, place, sandbox):
    (number,) = place("PO-1")
    sandbox.void(number)
    assert "PO-1 was placed and cancelled: 1 order" in run("find", "PO-1").stdout


def test_an_order_that_is_not_there_is_a_no(run, place):
    place("PO-10")
    done = run("find", "PO-1")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("PO-1 was not found")
    assert json.loads(run("find", "PO-1", "--json").stdout) == {
        "customerOrderNumber": "PO-1",
        "placed": False,
        "orders": [],
    }


def test_a_new_order_is_looked_for_again(sandbox, place, clock):
    place("PO-1")
    for _ in range(2):
        sandbox.faults.add(Fault("empty", status=204, operation=SEARCH))
    with ApiClient(sandbox.configuration()) as client:
        found = look_for(Orders(client), "PO-1", 12, clock, clock.sleep)
        assert [order.customer_order_number for order in found] == ["PO-1"]
        assert clock.sleeps == [5, 5]
        assert look_for(Orders(client), "PO-2", 12, clock, clock.sleep) == []
        assert clock.sleeps[2:] == [5, 5, 2]


def test_from_a_log_line_to_the_answer(run, sandbox):
    """The line of a failed placement names the number that ``find`` takes."""
    code = """
import logging, sys
from xi_sdk_resellers import *
logging.basicConfig(stream=sys.stdout, level=logging.INFO)
with ApiClient(Configuration.from_env(retries=0)) as client:
    order = {"customerOrderNumber": "PO-77", "lines": [{"ingramPartNumber": "VF4187", "quantity": 1}]}
    try:
        Orders(client).place(order, lookup_wait=0, attempts=1)
    except ApiException as error:
        assert error.outcome is Outcome.UNKNOWN
"""
    sandbox.faults.add(Fault("lost_answer", operation="post_createorder_v6"))
    sandbox.faults.add(Fault("status", status=400, operation=SEARCH, times=None))
    kept = {**os.environ, **sandbox.environment()}
    log = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=kept, check=True).stdout
    sandbox.faults.clear()
    assert "PO-77" in log
    assert run("find", "PO-77").returncode == 0


def test_one_order_in_full_with_its_shipments(run, place, sandbox):
    (number,) = place("PO-1")
    record = sandbox.ship(number)
    done = run("get", number)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Order {number}  [Shipped]" in done.stdout
    assert record.products[0].shipments[0].tracking_number in done.stdout.splitlines()[-1]
    assert json.loads(run("get", number, "--json").stdout)["ingramOrderNumber"] == number


def test_an_order_that_is_not_there_cannot_be_got(run):
    done = run("get", "20-ZZZZ")
    assert (done.returncode, done.stdout) == (1, "")
    assert "404 Not Found" in done.stderr


@pytest.fixture
def history(sandbox):
    return sandbox.seed_orders(60, start=date(2026, 4, 1), end=date(2026, 6, 30), seed=3)[::-1]


def test_a_search_is_a_table(run, history):
    done = run("search", "--status", "shipped", "--status", "Canceled", "--limit", "5")
    wanted = [order for order in history if order.status in ("SHIPPED", "CANCELLED")][:5]
    assert done.stdout.splitlines()[0].split() == ["Order", "Your", "number", "Date", "Status", "Total", "End", "user"]
    assert [row[:4] for row in rows(done.stdout)] == [
        [order.ingram_order_number, order.customer_order_number, order.placed_on.isoformat(), order.status]
        for order in wanted
    ]


def test_a_search_is_csv_for_spreadsheets(run, history):
    done = run("search", "--date", "2026-05-01..2026-05-31", "--csv")
    found = list(csv.DictReader(io.StringIO(done.stdout)))
    wanted = [order for order in history if order.placed_on.month == 5]
    assert [row["ingram_order_number"] for row in found] == [order.ingram_order_number for order in wanted]
    assert [row["order_total"] for row in found] == [f"{order.total:f}" for order in wanted]


def test_a_search_is_json_for_programs(run, history):
    done = run("search", "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["ingramOrderNumber"] for each in found] == [order.ingram_order_number for order in history]


def test_a_search_without_a_hit_is_a_no(run, history):
    done = run("search", "--vendor-name", "Nobody")
    assert (done.returncode, done.stdout) == (1, "no order fits\n")


def test_a_reader_that_has_seen_enough_is_no_error(sandbox, history):
    command = f"{sys.executable} -m xi_sdk_resellers search --json | head -1"
    kept = {**os.environ, **sandbox.environment()}
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=kept, check=False)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")


def test_a_journal_tells_what_is_open_and_settles_it(run, sandbox, place, tmp_path):
    path = tmp_path / "orders.journal"
    with SqliteJournal(path) as journal:
        place("PO-1", journal=journal)
        assert run("journal", str(path)).stdout == "nothing is open\n"
        sandbox.faults.add(Fault("lost_answer", operation="post_createorder_v6"))
        for _ in range(2):
            sandbox.faults.add(Fault("status", status=400, operation=SEARCH))
        with ApiClient(sandbox.configuration(retries=0)) as client, pytest.raises(ApiException):
            Orders(client, journal=journal).place(
                {"customerOrderNumber": "PO-2", "lines": LINES}, lookup_wait=0, attempts=1
            )
        sandbox.faults.clear()
    done = run("journal", str(path))
    assert done.returncode == 1
    ((begun, _, *row),) = rows(done.stdout)
    assert begun.startswith("20")
    assert row[:5] == ["place", "PO-2", "20-222222", "US", "open"]
    assert json.loads(run("journal", str(path), "--json").stdout)[0]["number"] == "PO-2"
    assert run("journal", str(path), "--number", "PO-1").returncode == 0
    settled = run("journal", str(path), "--resolve")
    assert (settled.returncode, rows(settled.stdout)[0][6]) == (0, "done")
    assert run("journal", str(path)).stdout == "nothing is open\n"


@pytest.mark.parametrize("journal", ["/nowhere/at.all", "other://user:hush-hush@nowhere/x", "sqlite://///"])
def test_a_journal_that_cannot_be_read(run, journal):
    done = run("journal", journal)
    assert done.returncode in (2, 3)
    assert done.stdout == ""
    assert "hush-hush" not in done.stderr


QUESTIONS = [("find", "PO-1"), ("get", "20-1"), ("search",), ("check",)]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_what_goes_wrong_is_told_without_secrets(run, question):
    refused = run(*question, XI_CLIENT_SECRET=SECRET)
    away = run(*question, XI_HOST="http://127.0.0.1:1", XI_CLIENT_SECRET=SECRET)
    for done in (refused, away):
        assert done.returncode == (1 if question == ("check",) else 3)
        assert SECRET not in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("question", QUESTIONS[:-1], ids=lambda question: question[0])
def test_without_settings_they_are_named(question):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XI_")}
    command = [sys.executable, "-m", "xi_sdk_resellers", *question]
    done = subprocess.run(command, capture_output=True, text=True, env=kept, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "XI_HOST" in done.stderr


def test_another_account_can_be_asked_for(run):
    done = run("search", "--customer-number", "20-333333")
    assert done.returncode == 3
    assert "20-333333" in done.stderr


@pytest.mark.parametrize(
    "wrong", [(), ("fnd",), ("find",), ("search", "--csv", "--json"), ("search", "--page-size", "5"), ("get", "1", "2")]
)
def test_wrong_usage(run, wrong):
    done = run(*wrong)
    assert (done.returncode, done.stdout) == (2, "")


def loaded(*arguments: str, **environment: str) -> set[str]:
    """The modules that a command loads."""
    code = "import sys; from xi_sdk_resellers.__main__ import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass\n"
    code += "sys.stderr.write(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=True,
    )
    return {name.partition(".")[0] for name in done.stderr.split()} | set(done.stderr.split())


def test_help_and_version_load_nothing_of_a_call():
    for arguments in (("--version",), ("--help",)):
        assert loaded(*arguments).isdisjoint({"pydantic", "urllib3", "json", "ssl", "xi_sdk_resellers.api_client"})


def test_a_question_loads_no_extra_and_no_other_command(sandbox):
    environment = sandbox.environment()
    for arguments in (("find", "PO-1"), ("search",)):
        modules = loaded(*arguments, **environment)
        assert modules.isdisjoint({"pandas", "rich", "aiohttp", "xi_sdk_resellers.sandbox", "sqlalchemy"})
        assert "xi_sdk_resellers._commands.journal" not in modules


def test_the_settings_of_the_environment_are_those_of_the_package(sandbox):
    assert Configuration.from_env(sandbox.environment()).host == sandbox.url
