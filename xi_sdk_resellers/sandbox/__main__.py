"""`python -m xi_sdk_resellers.sandbox`: a sandbox to play with until Ctrl-C."""

from __future__ import annotations

import argparse
import shlex
import signal
import sys
import threading
from collections.abc import Sequence

from xi_sdk_resellers.sandbox.sandbox import Sandbox


def build_parser() -> argparse.ArgumentParser:
    """Return the command line's parser."""
    parser = argparse.ArgumentParser(
        prog="python -m xi_sdk_resellers.sandbox",
        description="Run a local stand-in for the vendor's order service until Ctrl-C.",
    )
    parser.add_argument("--port", type=int, default=8080, help="port to listen on, 0 for any free one (8080)")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--webhook-url", help="URL that webhook events are delivered to")
    parser.add_argument("--webhook-secret", default="sandbox-webhook-secret", help="secret that signs the events")
    parser.add_argument("--rate-limit", type=int, help="calls per minute and endpoint (no limit)")
    parser.add_argument("--country", default="US", help="country code of the account (US)")
    parser.add_argument("--token-lifetime", type=float, default=86400, help="seconds that a token is good (86400)")
    parser.add_argument("--index-delay", type=int, default=0, help="searches before a new order is found (0)")
    parser.add_argument("--seed-orders", type=int, default=0, metavar="COUNT", help="orders of the past to start with")
    parser.add_argument("--quiet", action="store_true", help="do not print a line per request")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a sandbox until it is interrupted or terminated, and return the exit code."""
    options = build_parser().parse_args(arguments)
    try:
        sandbox = Sandbox(
            options.port,
            host=options.host,
            country_code=options.country,
            token_lifetime=options.token_lifetime,
            rate_limit=options.rate_limit,
            webhook_url=options.webhook_url,
            webhook_secret=options.webhook_secret,
            index_delay=options.index_delay,
            verbose=not options.quiet,
        )
    except OSError as error:
        sys.stderr.write(f"cannot listen on {options.host}:{options.port}: {error.strerror}\n")
        return 1
    with sandbox:
        if options.seed_orders:
            sandbox.seed_orders(options.seed_orders)
        sys.stdout.write(f"The sandbox listens on {sandbox.url}\n\n")
        for name, value in sandbox.environment().items():
            sys.stdout.write(f"export {name}={shlex.quote(value)}\n")
        sys.stdout.write("\nCtrl-C stops it.\n")
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
