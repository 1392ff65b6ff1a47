"""``xi-resellers check``: are the settings right, is the vendor there, is a token given, do the clocks agree."""

from __future__ import annotations

import json
import os
import sys
import time
from argparse import ArgumentParser, Namespace
from dataclasses import asdict, dataclass

from xi_sdk_resellers._commands.packages import problem
from xi_sdk_resellers._values.dates import http_date
from xi_sdk_resellers.api.orders_api import OrdersApi
from xi_sdk_resellers.api_client import ApiClient
from xi_sdk_resellers.configuration import Configuration
from xi_sdk_resellers.exceptions import ApiException, OpenApiException

LARGEST_SKEW = 60.0
"""Seconds that the clocks may differ: tokens and rate limits are reckoned by them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    what: str
    good: bool
    said: str


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--json", action="store_true", help="write the report as JSON")


def run(options: Namespace) -> int:
    """Check the environment, write the report, and return the exit code: 0 when all is well."""
    findings = [*_packages(), *_settings_and_calls()]
    if options.json:
        sys.stdout.write(json.dumps([asdict(finding) for finding in findings], indent=2) + "\n")
    else:
        for finding in findings:
            sys.stdout.write(f"{'ok  ' if finding.good else 'FAIL'}  {finding.what:<10} {finding.said}\n")
    return 0 if all(finding.good for finding in findings) else 1


def _packages() -> list[Finding]:
    wrong = problem()
    return [Finding("packages", wrong is None, wrong or "xi.sdk.resellers is this package")]


def _settings_and_calls() -> list[Finding]:
    try:
        configuration = Configuration.from_env()
        configuration.retries = 0
    except OpenApiException as error:
        return [Finding("settings", False, str(error))]
    missing = [
        variable
        for variable, value in (
            ("XI_CUSTOMER_NUMBER", configuration.im_customer_number),
            ("XI_COUNTRY_CODE", configuration.im_country_code),
            ("XI_CLIENT_ID and XI_CLIENT_SECRET", configuration.client_id and configuration.client_secret),
        )
        if not value and not (variable.startswith("XI_CLIENT") and configuration.access_token)
    ]
    if missing:
        return [Finding("settings", False, f"not set: {', '.join(missing)}")]
    said = f"{configuration.host}, account {configuration.im_customer_number} {configuration.im_country_code}"
    return [Finding("settings", True, said), *_calls(configuration)]


def _calls(configuration: Configuration) -> list[Finding]:
    """Ask for one order, which takes a connection, a token and the account."""
    with ApiClient(configuration) as client:
        began = time.time()
        try:
            answer = OrdersApi(client).get_resellers_v6_ordersearch_with_http_info(page_size=1)
        except ApiException as error:
            return _failed(error)
        except OpenApiException as error:
            return [Finding("call", False, str(error))]
        between = (began + time.time()) / 2
    found = [Finding("host", True, "reached"), Finding("token", True, "given and taken")]
    found.append(Finding("call", True, f"a search of one order took {answer.elapsed:.2f} s"))
    sent = http_date(answer.headers.get("Date") or "")
    if sent is not None:
        skew = between - sent
        said = f"this clock is {abs(skew):.0f} s {'ahead' if skew > 0 else 'behind'}" if abs(skew) > 1 else "agrees"
        found.append(Finding("clock", abs(skew) <= LARGEST_SKEW, said))
    return found


def _failed(error: ApiException) -> list[Finding]:
    said = str(error).replace(os.linesep, "\n").splitlines()
    text = "; ".join(line.strip() for line in said)
    if error.status is None:
        return [Finding("host", False, text)]
    what = "token" if error.stage is not None or error.status == 401 else "call"
    return [Finding("host", True, "reached"), Finding(what, False, text)]
