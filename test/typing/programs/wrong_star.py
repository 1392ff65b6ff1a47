# ruff: noqa: F403, F405 - the star import is what is checked here
"""What a star import does not give at run time, checkers do not see either."""

from xi_sdk_resellers import *  # pyright: ignore[reportWildcardImportFromLibrary]

line = OrderCreateRequestLine(quantity="several")  # wrong
print(models)  # wrong
print(webhooks)  # wrong
print(import_module)  # wrong
