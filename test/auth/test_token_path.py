"""The path of the token endpoint is a setting, for the client's own requests and for those of a program."""

from __future__ import annotations

from pathlib import Path

import pytest

from test.support.answers import TWINS, AnswerServer, Reply, call, settings
from xi_sdk_resellers.token_cache import FileTokenCache

PATH = "/oauth/oauth30/token"


@pytest.mark.parametrize("twin", TWINS)
def test_tokens_are_asked_for_at_the_path(twin: str) -> None:
    with AnswerServer(lambda asked: Reply(200, {"orders": []})) as server:
        configuration = settings(server.url, token_path=PATH)
        call(twin, configuration, lambda api: api.get_resellers_v6_ordersearch())
        call(
            twin,
            configuration,
            lambda api: api.get_accesstoken("client_credentials", "app", "s3cret"),
            of="AccesstokenApi",
        )
    assert [asked.path for asked in server.tokens] == [PATH, PATH]


def test_a_cache_may_be_in_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.chdir(work)
    with AnswerServer(lambda asked: Reply(200, {"orders": []})) as server:
        configuration = settings(server.url, token_cache=FileTokenCache("~/.cache/shop"))
        call("blocking", configuration, lambda api: api.get_resellers_v6_ordersearch())
    assert list(work.iterdir()) == []
    assert list((home / ".cache" / "shop").glob("*.json"))
