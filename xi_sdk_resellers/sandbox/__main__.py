"""`python -m xi_sdk_resellers.sandbox`: a sandbox to play with until Ctrl-C."""

from __future__ import annotations

import argparse
import re
import shlex
import signal
import sys
import threading
from collections.abc import Sequence
from typing import NoReturn
from urllib.parse import urlsplit

from xi_sdk_resellers.sandbox.sandbox import Sandbox


class _Parser(argparse.ArgumentParser):
    """Ends with one line when something is wrong, without the usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


def build_parser() -> argparse.ArgumentParser:
    """Return the command line's parser."""
    parser = _Parser(
        prog="python -m xi_sdk_resellers.sandbox",
        description="Run a local stand-in for the vendor's order service until Ctrl-C.",
    )
    add_options(parser)
    return parser


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of a sandbox that runs by hand."""
    add = parser.add_argument
    add("--port", type=_port, default=8080, help="port to listen on, 0 for any free one (8080)")
    add("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    add("--webhook-url", type=_web_address, help="URL that webhook events are delivered to")
    add("--webhook-secret", default="sandbox-webhook-secret", help="secret that signs the events")
    add("--rate-limit", type=_positive, help="calls per minute and endpoint (no limit)")
    add("--client-id", default="sandbox-client", help="client ID that the token endpoint takes (sandbox-client)")
    add("--client-secret", default="sandbox-secret", help="client secret that it takes (sandbox-secret)")
    add("--customer-number", type=_account, default="20-222222", help="customer number of the account (20-222222)")
    add("--country", type=_country, default="US", help="country code of the account (US)")
    add("--token-lifetime", type=_seconds, default=86400, help="seconds that a token is good (86400)")
    add("--index-delay", type=_count, default=0, help="searches before a new order is found (0)")
    add("--seed-orders", type=_count, default=0, metavar="COUNT", help="orders of the past to start with")
    add(
        "--account",
        dest="accounts",
        type=_more,
        action="append",
        default=[],
        metavar="NUMBER:CC",
        help="one account more",
    )
    add("--quiet", action="store_true", help="do not print a line per request")


def _whole_number(text: str, least: int, most: int | None = None) -> int:
    limits = f"{least} to {most}" if most is not None else f"{least} or more"
    if not re.fullmatch(r"[0-9]{1,18}", text) or int(text) < least or (most is not None and int(text) > most):
        raise argparse.ArgumentTypeError(f"must be a whole number, {limits}, not {text!r}")
    return int(text)


def _port(text: str) -> int:
    return _whole_number(text, 0, 65535)


def _positive(text: str) -> int:
    return _whole_number(text, 1)


def _count(text: str) -> int:
    return _whole_number(text, 0)


def _seconds(text: str) -> float:
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,9})?", text):
        raise argparse.ArgumentTypeError(f"must be a number of seconds, not {text!r}")
    return float(text)


def _account(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9]{2}-[A-Za-z0-9]{6}", text):
        raise argparse.ArgumentTypeError(f"must be written XX-XXXXXX, not {text!r}")
    return text.upper()


def _more(text: str) -> tuple[str, str]:
    number, _, country = text.partition(":")
    return _account(number), _country(country)


def _country(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2}", text):
        raise argparse.ArgumentTypeError(f"must be a country code of two letters, such as US, not {text!r}")
    return text.upper()


def _web_address(text: str) -> str:
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise argparse.ArgumentTypeError(f"must be a URL that starts with http:// or https://, not {text!r}")
    return text


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a sandbox until it is interrupted or terminated, and return the exit code."""
    return run(build_parser().parse_args(arguments))


def run(options: argparse.Namespace) -> int:
    """Run a sandbox with these options until it is interrupted or terminated, and return the exit code."""
    try:
        sandbox = Sandbox(
            options.port,
            host=options.host,
            client_id=options.client_id,
            client_secret=options.client_secret,
            customer_number=options.customer_number,
            country_code=options.country,
            accounts=dict(options.accounts),
            token_lifetime=options.token_lifetime,
            rate_limit=options.rate_limit,
            webhook_url=options.webhook_url,
            webhook_secret=options.webhook_secret,
            index_delay=options.index_delay,
            verbose=not options.quiet,
            control=True,
        )
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        sys.stderr.write(f"cannot listen on {options.host}:{options.port}: {reason}\n")
        return 1
    with sandbox:
        if options.seed_orders:
            sandbox.seed_orders(options.seed_orders)
        sys.stdout.write(f"The sandbox listens on {sandbox.url}\n\n")
        for name, value in sandbox.environment().items():
            sys.stdout.write(f"export {name}={shlex.quote(value)}\n")
        sys.stdout.write(
            "\nCtrl-C stops it. From another terminal: xi-resellers sandbox orders, ship, void, fail, --help\n"
        )
        sys.stdout.flush()
        interrupted = threading.Event()

        def stop(number: int, frame: object) -> None:
            interrupted.set()

        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, stop)
        interrupted.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
