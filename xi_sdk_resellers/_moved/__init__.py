"""Modules of 1.0.0 that are elsewhere now, with the names that its pickles ask for.

The package's ``__path__`` leads here after everything else, so that they are found under their old names.
"""
