"""Turn the contract into models, endpoint classes, the alias package and reference docs.

Run ``python -m codegen`` after every change of ``openapi.json``. The contract is read into the
small dataclasses of :mod:`codegen.contract` first; every other module only prints them.
"""

PACKAGE = "xi_sdk_resellers"
