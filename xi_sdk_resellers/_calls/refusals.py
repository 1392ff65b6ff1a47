"""What a 4xx says besides its status: five things that decide how a call goes on. No I/O."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from xi_sdk_resellers._calls.error_body import Said, read_error
from xi_sdk_resellers._values.narrow import is_object

if TYPE_CHECKING:
    from xi_sdk_resellers._calls.messages import Answer
    from xi_sdk_resellers.operation import Operation


Refusal = Literal["limit", "not_approved", "nothing_found", "no_such_path", "tls_wanted"]
"""A rate limit or quota is used up; the application is not approved for the API; a search has found nothing; a gateway
knows no such path; plain http was spoken to a port for https."""


# Patterns are texts here, compiled when an answer needs them first: good answers never do.
_LIMIT = (
    r"(?is)quota\s+limit\s+exceed|quota\s*violation|spike\s*arrest|quota\b.{0,30}\bcalls\b|calls\b.{0,30}\bquota"
    r"|rate\s*limit\w*\b.{0,40}(exceed|violat)|(exceed|violat)\w*\b.{0,40}\brate\s*limit|too many (requests|calls)"
)
_NOT_APPROVED = (
    r"(?i)api\s?product|invalid\s?api\s?key\s?for\s?given\s?resource"
    r"|(api\s?key|app|application|client)\s?(is\s)?not\s?approved"
)
_THINGS = r"(records?|orders?|data|results?|items?|products?|quotes?|invoices?|returns?|deals?|renewals?|details?)"
_NOTHING = (
    rf"(?i)\b{_THINGS}\b[^.;]{{0,40}}\b(not|never)\b[^.;]{{0,20}}\b(found|exist\w*|available)"
    rf"|\bno\b[^.;]{{0,40}}\b({_THINGS}|match|matches|matching)\b|\bnothing\b[^.;]{{0,20}}\b(found|match\w*)"
)
_GATEWAY = (
    r"(?i)application\s?not\s?found|identify proxy|\bno\b[\w\s]{0,20}\broute|route\b[\w\s]{0,20}\bnot found"
    r"|cannot (get|post|put|delete)\b|no message available"
)
_BARE = r"(?i)\W*(404\W*)?(the )?((requested )?(resource|page|url|path) )?(was |is )?not found( on this server)?\W*"
_TLS_WANTED = (
    r"(?i)plain http request was sent to https port|http request to an https server|speaking plain http to an ssl"
)
# Words in a path, such as "orders", say nothing about what was not found.
_PATH = r"\S*/\S*"


def refusal(operation: Operation, answer: Answer, said: Said | None = None) -> Refusal | None:
    """Tell what is behind the status of an answer.

    Args:
        operation: what was called.
        answer: the answer; a body that was not read says nothing.
        said: what its body says, if it was read before.

    Returns:
        What it is, or None when the status says it all.
    """
    status = answer.status
    if not 400 <= status < 500 or status == 408 or answer.fault is not None or answer.stream is not None:
        return None
    said = said or read_error(answer)
    if re.search(_LIMIT, said.text):
        return "limit"
    if status in (401, 403) and re.search(_NOT_APPROVED, said.text):
        return "not_approved"
    if status == 400 and said.form != "json" and re.search(_TLS_WANTED, answer.body[:5000].decode("latin-1")):
        return "tls_wanted"
    if status == 404:
        if _of_gateway(said):
            return "no_such_path"
        if status in operation.nothing_found and _nothing_found(said):
            return "nothing_found"
    return None


def _of_gateway(said: Said) -> bool:
    """Tell whether a 404 comes from something in front of the service, which would name what it did not find."""
    if said.form != "json" or re.search(_GATEWAY, said.text):
        return True
    return said.trace is None and re.fullmatch(_BARE, _without_paths(said)) is not None


def _nothing_found(said: Said) -> bool:
    """Tell whether a 404 to a search is the service's way to say that nothing matches."""
    message = _without_paths(said)
    if re.search(_NOTHING, message) or (said.trace is not None and "not found" in message.lower()):
        return True
    return said.value == [] or _empty_page(said.value)


def _without_paths(said: Said) -> str:
    return " ".join(re.sub(_PATH, " ", said.message or "").split())


def _empty_page(value: object) -> bool:
    """Tell whether a body is a page that lists nothing: the vendor counts under ``recordsFound``."""
    if not is_object(value):
        return False
    counts = [str(count).strip() for name, count in value.items() if name.lower() == "recordsfound"]
    return counts == ["0"]
