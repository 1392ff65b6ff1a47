"""The commands of ``xi-resellers``, one module each; what they share are ``asking`` and ``printing``."""

COMMANDS = {
    "check": "are settings, host, token, clock and packages right",
    "find": "was it placed: the orders with a number of yours",
    "get": "one order in full, with its shipments",
    "search": "orders by status, days and whatever the search takes, as table, CSV or JSON",
    "journal": "the changes that were begun and not finished, and what became of them",
    "sandbox": "run a local stand-in for the vendor's service; ship, void, fail and more in it",
}
"""What each is for. Its module has ``add_arguments`` and ``run`` and is loaded only when it is called."""
