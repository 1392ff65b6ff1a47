"""What the commands that ask the vendor have in common: whom they ask as, and how a failure is told."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import Any

from xi_sdk_resellers.api_client import ApiClient
from xi_sdk_resellers.configuration import Configuration
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError, OpenApiException
from xi_sdk_resellers.orders import Orders

NO = 1
WRONG = 2
NOT_ASKED = 3


def add_account(parser: ArgumentParser) -> None:
    """Add the options that say as whom to ask."""
    parser.add_argument("--customer-number", metavar="NUMBER", help="another account than XI_CUSTOMER_NUMBER")
    parser.add_argument("--country", metavar="CC", help="another country than XI_COUNTRY_CODE")


def ask(options: Namespace, question: Callable[[Orders], int]) -> int:
    """Ask the vendor something, with a client of the environment's settings.

    Args:
        options: what :func:`add_account` has added.
        question: gets the workflows, writes what it finds, and returns the exit code.

    Returns:
        The exit code. What went wrong is written to standard error, without secrets.
    """
    given: dict[str, Any] = {
        name: value
        for name, value in (("im_customer_number", options.customer_number), ("im_country_code", options.country))
        if value
    }
    try:
        Configuration.from_env()
        with ApiClient(Configuration.from_env(**given)) as client:
            return question(Orders(client))
    except (ApiValueError, ApiTypeError) as error:
        return fail(str(error), WRONG)
    except OpenApiException as error:
        return fail(str(error), NOT_ASKED)


def fail(said: str, code: int) -> int:
    """Tell why a command has no answer, and return its exit code."""
    sys.stderr.write(f"xi-resellers: {said.rstrip()}\n")
    return code
