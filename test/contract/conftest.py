"""What the tests of the sandbox take from here."""

from test.support.http_caller import DUPLICATE, raw_exchange, raw_request

__all__ = ["DUPLICATE", "raw_exchange", "raw_request"]
