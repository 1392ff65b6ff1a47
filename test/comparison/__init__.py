"""One set of programs, written for the vendor's SDK, run with it and with this package."""
