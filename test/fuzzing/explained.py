"""Schemathesis's check for what the sandbox refuses. Loaded by Schemathesis itself, in an environment of its own.

A request that fits the contract may be refused for what no schema can say. All that may be said then stands here.
"""

import json
import re

import schemathesis

EXPLAINED = {
    r"must be given|is required|is needed|must have a part number": "one of several keys must be there",
    r"Required field is missing|must have at least 1 entries": "the client's models can be made empty and filled later",
    r"exists already|Nothing of the quote is left|This account has no quote|There is no such": "what there is decides",
    r"is no part number of the catalog|SKU-NOTFOUND|vmfAdditionalAttributes(Lines)?\.": "what there is decides",
    r"quantity: must be|ERROR-INVALID-QTY": "a quantity may be text, and text may be no number",
    r"must not be over|must not (lie|be) in the|must not start after": "today decides, or another date",
    r"(two dates|a date|a day) written": "a pattern knows days that no month has",
    r"must be (an http or https|a) URL": "a URL is more than its beginning",
}
"""What a refusal may say, as patterns, and why the contract does not say it."""


@schemathesis.check
def refused_for_a_reason(ctx, response, case):
    """Let a 400 to a valid request pass when its words are explained."""
    if response.status_code != 400:
        return
    for said in _said(json.loads(response.content)):
        if not any(re.search(pattern, said) for pattern in EXPLAINED):
            raise AssertionError(f"refused without a reason that the contract could not have told: {said}")


def _said(found):
    """Name what an error complains about, whatever its shape."""
    if isinstance(found, list):
        return [text for item in found for text in _said(item)]
    problems = [f"{field['field']}: {field['message']}" for field in found.get("fields") or []]
    return problems + [text for item in found.get("errors", []) for text in _said(item)]
