"""Token and lock files: nothing that others could have prepared is used, and a kill leaves nothing behind."""

from __future__ import annotations

import json
import logging
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from test.support.client_twins import ApiClient, OrdersApi
from xi_sdk_resellers import Retries
from xi_sdk_resellers._auth.credentials import Credentials
from xi_sdk_resellers.sandbox import Sandbox
from xi_sdk_resellers.token_cache import FileTokenCache, Token

pytestmark = [
    pytest.mark.usefixtures("twins"),
    pytest.mark.skipif(os.name == "nt", reason="POSIX permissions"),
]


def good() -> Token:
    return Token("planted", time.time(), time.time() + 86400)


def a_pipe(path: Path, _: Path) -> None:
    os.mkfifo(path, 0o600)


def a_link(path: Path, elsewhere: Path) -> None:
    path.symlink_to(elsewhere)


def a_link_to_nothing(path: Path, elsewhere: Path) -> None:
    path.symlink_to(elsewhere.with_name("nothing"))


def a_folder(path: Path, _: Path) -> None:
    path.mkdir()


def readable_by_others(path: Path, elsewhere: Path) -> None:
    path.write_text(elsewhere.read_text())
    path.chmod(0o604)


def readable_by_the_group(path: Path, elsewhere: Path) -> None:
    path.write_text(elsewhere.read_text())
    path.chmod(0o640)


TOKEN_FILES: dict[str, tuple[Callable[[Path, Path], None], str]] = {
    "a pipe": (a_pipe, "is not a plain file"),
    "a link": (a_link, "is a link"),
    "a link to nothing": (a_link_to_nothing, "is a link"),
    "a folder": (a_folder, ""),
    "readable by others": (readable_by_others, "others may read"),
    "readable by the group": (readable_by_the_group, "others may read"),
}
# There is nothing in a lock file that could be read.
PLANTED = [(".json", *each) for each in TOKEN_FILES.values()]
PLANTED += [(".lock", *each) for name, each in TOKEN_FILES.items() if not name.startswith("readable")]


def key_of(client: Any) -> str:
    configuration = client.configuration
    return Credentials.of(configuration, client.rest_client.route(configuration.host).origin).place()[1]


@pytest.mark.parametrize(("suffix", "plant", "said"), PLANTED, ids=lambda value: getattr(value, "__name__", str(value)))
def test_what_others_may_have_put_there_is_not_used(
    sandbox: Sandbox, tmp_path: Path, suffix: str, plant: Any, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "tokens"
    folder.mkdir(mode=0o700)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text(good().to_json())
    elsewhere.chmod(0o600)
    before = elsewhere.read_bytes()
    with ApiClient(sandbox.configuration(token_cache=FileTokenCache(folder), retries=Retries(backoff=0))) as client:
        plant(folder / f"{key_of(client)}{suffix}", elsewhere)
        assert OrdersApi(client).get_resellers_v6_ordersearch_with_http_info().status_code == 204
    assert sandbox.ledger.tokens_issued == 1
    assert elsewhere.read_bytes() == before
    assert not elsewhere.with_name("nothing").exists()
    (warning,) = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert warning.startswith("the token cache could not ")
    assert said in warning
    assert "the call goes on without it" in warning


def written_by_all(folder: Path, _: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    folder.chmod(0o777)


def written_by_all_but_sticky(folder: Path, _: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    folder.chmod(0o1777)


def written_by_the_group(folder: Path, _: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    folder.chmod(0o770)


def of_somebody_else(folder: Path, patch: pytest.MonkeyPatch) -> None:
    folder.mkdir(mode=0o700)
    found = os.geteuid()
    patch.setattr(os, "geteuid", lambda: found + 1)


def a_link_of_somebody_else(folder: Path, patch: pytest.MonkeyPatch) -> None:
    real = folder.with_name("real")
    real.mkdir(mode=0o700)
    folder.symlink_to(real)
    look = os.lstat

    def lstat(path: Any, **options: Any) -> os.stat_result:
        found = list(look(path, **options))
        found[4] = os.geteuid() + 1
        return os.stat_result(found)

    patch.setattr(os, "lstat", lstat)


def no_folder(folder: Path, _: pytest.MonkeyPatch) -> None:
    folder.write_text("")


FOLDERS: dict[str, tuple[Callable[[Path, pytest.MonkeyPatch], None], str]] = {
    "written by all": (written_by_all, "others may write to the folder"),
    "written by all but sticky": (written_by_all_but_sticky, "others may write to the folder"),
    "written by the group": (written_by_the_group, "others may write to the folder"),
    "of somebody else": (of_somebody_else, "belongs to somebody else"),
    "a link of somebody else": (a_link_of_somebody_else, "is a link that somebody else has made"),
    "no folder": (no_folder, ""),
}


@pytest.mark.parametrize(("prepare", "said"), FOLDERS.values(), ids=FOLDERS)
def test_a_folder_that_others_may_write_to_is_not_used(
    sandbox: Sandbox,
    tmp_path: Path,
    prepare: Any,
    said: str,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "tokens"
    prepare(folder, monkeypatch)
    with ApiClient(sandbox.configuration(token_cache=FileTokenCache(folder))) as client:
        assert OrdersApi(client).get_resellers_v6_ordersearch_with_http_info().status_code == 204
    monkeypatch.undo()
    if folder.is_dir():
        assert list(folder.iterdir()) == []
    (warning,) = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert said in warning
    assert str(folder) in warning or prepare is no_folder


def test_a_token_file_of_another_owner_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = FileTokenCache(tmp_path / "tokens")
    cache.save("k", good())
    look = os.fstat

    def fstat(descriptor: int) -> os.stat_result:
        found = list(look(descriptor))
        if stat.S_ISREG(found[0]):
            found[4] += 1
        return os.stat_result(found)

    monkeypatch.setattr(os, "fstat", fstat)
    with pytest.raises(PermissionError, match=r"k\.json belongs to somebody else"):
        cache.load("k")
    with pytest.raises(PermissionError, match=r"k\.lock belongs to somebody else"), cache.lock("k", 0):
        pass


def test_a_link_of_ones_own_to_the_folder_is_fine(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    (tmp_path / "tokens").symlink_to(tmp_path / "real")
    cache = FileTokenCache(tmp_path / "tokens")
    cache.save("k", good())
    assert cache.load("k") is not None


@pytest.mark.parametrize("content", ["", "{", '{"access_token": "t"', "[]", "null", '{"access_token": 5}'])
def test_half_a_token_in_a_file_is_none(tmp_path: Path, content: str) -> None:
    cache = FileTokenCache(tmp_path)
    (tmp_path / "k.json").write_text(content)
    (tmp_path / "k.json").chmod(0o600)
    tmp_path.chmod(0o700)
    assert cache.load("k") is None


def test_a_full_disk_leaves_no_half_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = FileTokenCache(tmp_path / "tokens")
    cache.save("k", good())
    monkeypatch.setattr(Token, "to_json", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        cache.save("k", good())
    assert list((tmp_path / "tokens").iterdir()) == []


@pytest.mark.parametrize("twin", ["blocking"])
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork.*:DeprecationWarning")
def test_a_process_that_is_killed_while_it_keeps_a_token_leaves_a_whole_one_or_none(tmp_path: Path) -> None:
    cache = FileTokenCache(tmp_path / "tokens")
    old, new = (Token(value, 0.0, 9e9) for value in ("old", "new"))
    lines, found = 0, []
    while True:
        cache.save("k", old)
        child = os.fork()
        if child == 0:  # pragma: no cover - another process
            killed_at_line(lines, lambda: save_locked(cache, new))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert {path.name for path in (tmp_path / "tokens").iterdir()} <= {"k.json", "k.lock"}
        kept = cache.load("k")
        assert kept in (None, old, new)
        found.append(kept and kept.value)
        with cache.lock("k", 0):
            cache.save("k", new)
        assert cache.load("k") == new
        if os.WIFEXITED(status):
            break
        lines += 1
    assert lines > 20
    assert {"old", None, "new"} == set(found)


def save_locked(cache: FileTokenCache, token: Token) -> None:
    with cache.lock("k", 0):
        cache.save("k", token)


def killed_at_line(line: int, work: Callable[[], object]) -> None:
    """Kill this process before it comes to so many lines of Python."""
    left = line

    def trace(frame: Any, event: str, argument: object) -> Any:
        nonlocal left
        if event == "line":
            left -= 1
            if left < 0:
                os.kill(os.getpid(), 9)
        return trace

    sys.settrace(trace)
    work()
    sys.settrace(None)


def test_what_is_kept_is_json_for_its_owner_only(tmp_path: Path) -> None:
    cache = FileTokenCache(tmp_path / "tokens")
    cache.save("k", Token("t", 1.0, 2.0))
    (path,) = (tmp_path / "tokens").iterdir()
    assert json.loads(path.read_text()) == {"access_token": "t", "issued_at": 1.0, "expires_at": 2.0}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("twin", ["blocking"])
def test_looking_for_a_token_makes_nothing(tmp_path: Path) -> None:
    cache = FileTokenCache(tmp_path / "tokens")
    assert cache.load("k") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("twin", ["blocking"])
@pytest.mark.parametrize(("size", "read"), [(100_000, True), (100_001, False)])
def test_a_file_larger_than_any_token_is_none(tmp_path: Path, size: int, read: bool) -> None:
    cache = FileTokenCache(tmp_path / "tokens")
    cache.save("k", good())
    (path,) = (tmp_path / "tokens").glob("*.json")
    path.write_text(f"{path.read_text()[:-1].ljust(size - 1)}}}")
    assert path.stat().st_size == size
    assert (cache.load("k") is not None) is read
