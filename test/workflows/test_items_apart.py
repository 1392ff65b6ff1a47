"""What tells the items of a walk apart, and what they are called, in every area that has a search."""

from __future__ import annotations

from typing import Any

import pytest

from test.support.answers import AnswerServer, Asked, Reply, settings
from test.support.area_twins import workflow
from test.support.workflow_twins import TWINS

AREAS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "Orders": ("orders", "orders", ("ingramOrderNumber",)),
    "Catalog": ("products", "catalog", ("ingramPartNumber",)),
    "Quotes": ("quotes", "quotes", ("quoteNumber",)),
    "Invoices": ("invoices", "invoices", ("invoiceNumber",)),
    "Returns": ("returns", "returnsClaims", ("caseRequestNumber",)),
    "Renewals": ("renewals", "renewals", ("renewalId",)),
    "Deals": ("deals", "deals", ("dealId", "version", "vendor")),
}
"""By workflow class: what its items are called, where a page lists them, and what together tells one from others."""


ACCOUNT = {"im_application_id": "app", "im_sender_id": "me", "im_customer_contact": "me@example.com"}


@pytest.fixture(params=AREAS)
def area(request: pytest.FixtureRequest) -> tuple[str, str, str, tuple[str, ...]]:
    return (request.param, *AREAS[request.param])


@pytest.mark.parametrize("twin", TWINS)
def test_an_item_is_new_when_any_part_of_its_identity_is(
    twin: str, area: tuple[str, str, str, tuple[str, ...]]
) -> None:
    name, _, place, identity = area
    first = dict.fromkeys(identity, "1")
    again = {**first, "status": "changed meanwhile"}
    others = [{**first, part: "2"} for part in identity]
    coming: list[list[dict[str, str]]] = [[first], *([again, other] for other in others)]

    def answer(asked: Asked) -> Reply:
        return Reply(200, {place: coming[asked.number] if asked.number < len(coming) else []})

    with AnswerServer(answer) as server, workflow(twin, name, settings(server.url, **ACCOUNT)) as found:
        items = [item.to_dict() for item in found.search(page_size=1)]
    assert [{part: str(item[part]) for part in identity} for item in items] == [first, *others]
    assert len(server.calls) == len(coming) + 1


class Bar:
    """Stands in for the bar of tqdm."""

    made: list[Bar]

    def __init__(self, *, unit: str) -> None:
        self.unit, self.total, self.steps, self.closed = unit, None, 0, False
        self.made.append(self)

    def update(self, steps: int) -> None:
        self.steps += steps

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize("twin", TWINS)
def test_a_bar_shows_how_far_a_walk_is(
    twin: str, area: tuple[str, str, str, tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    tqdm = pytest.importorskip("tqdm.auto")
    name, noun, place, identity = area
    Bar.made = []
    monkeypatch.setattr(tqdm, "tqdm", Bar)

    def answer(asked: Asked) -> Reply:
        return Reply(200, {"recordsFound": 2, place: [dict.fromkeys(identity, "1")] if asked.number == 0 else []})

    with AnswerServer(answer) as server, workflow(twin, name, settings(server.url, **ACCOUNT)) as found:
        assert len(list(found.search())) == 1
        assert Bar.made == []
        server.calls.clear()
        assert len(list(found.search(progress=True))) == 1
    (bar,) = Bar.made
    assert (bar.unit, bar.total, bar.steps, bar.closed) == (f" {noun}", 1, 1, True)


def test_items_are_called_what_they_are(area: tuple[str, str, str, tuple[str, ...]]) -> None:
    name, noun, place, identity = area
    with AnswerServer(lambda asked: Reply(200, {place: [dict.fromkeys(identity, "1")]})) as server:
        with workflow("blocking", name, settings(server.url, **ACCOUNT)) as found:
            search: Any = found.search()
            with pytest.raises(TypeError, match=f"the vendor did not say how many {noun} there are"):
                len(search)
