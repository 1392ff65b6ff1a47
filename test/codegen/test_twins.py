"""How the asyncio twin of a workflow class is printed out of the blocking one."""

import textwrap

import pytest

from codegen.twins import files, twin

AIO = """
class ApiClient: ...
"""
API = """
class ThingsApi:
    async def get_thing(self, name): ...

    get_thing_with_http_info: Final = awaited_with_http_info(get_thing)
    what = "no method"
"""
FACE = """
class AsyncFace:
    async def _run(self, plan): ...

    def _patience(self): ...
"""
WALK = """
Source: TypeAlias = "AsyncIterable[object]"


class AsyncWalk: ...


async def first_result(events): ...


def pages(): ...
"""
TREE = {
    "things.py": "",
    "api/things_api.py": "",
    "api_client.py": "",
    "aio/api_client.py": AIO,
    "aio/api/things_api.py": API,
    "_workflows/face.py": "",
    "_workflows/face_aio.py": FACE,
    "_workflows/walk.py": "",
    "_workflows/walk_aio.py": WALK,
    "_workflows/plan.py": "",
}
HEAD = '''\
"""Work with things.

::

    with ApiClient(Configuration.from_env()) as client:
        things = Things(client)
        made = things.make("a")
        things.make("b")
        print(things.make("c"))
        for thing in things.all():
            print(thing, things.count)
"""

from functools import partial
from xi_sdk_resellers._workflows.face import Face
from xi_sdk_resellers._workflows.plan import make_plan
from xi_sdk_resellers._workflows.walk import (
    PAGES,
    Source,
    Walk,
    first_result,
    pages,
)
from xi_sdk_resellers.api.things_api import ThingsApi
'''
TWIN_HEAD = '''\
# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The asyncio twin of :mod:`xi_sdk_resellers.things`.

Work with things.

::

    async with ApiClient(Configuration.from_env()) as client:
        things = Things(client)
        made = await things.make("a")
        await things.make("b")
        print(await things.make("c"))
        async for thing in things.all():
            print(thing, things.count)

When a task is cancelled in the middle, :func:`xi_sdk_resellers.aio.cancelled_call` tells whether a change may have
taken effect.
"""

from functools import partial

from xi_sdk_resellers._workflows.face_aio import AsyncFace
from xi_sdk_resellers._workflows.plan import make_plan
from xi_sdk_resellers._workflows.walk import PAGES
from xi_sdk_resellers._workflows.walk_aio import AsyncWalk, Source, first_result, pages
from xi_sdk_resellers.aio.api.things_api import ThingsApi
'''
CLASS = '''

class Things(Face):
    """What can be done with things. One can be shared by threads, like its client."""

    def __init__(self, client):
        self.api: ThingsApi = ThingsApi(client)

    def make(self, name):
        return self._run(make_plan(name))

'''
TWIN_CLASS = '''
class Things(AsyncFace):
    """What can be done with things. One can be shared by the tasks of its client."""

    def __init__(self, client):
        self.api: ThingsApi = ThingsApi(client)

    async def make(self, name):
        return await self._run(make_plan(name))
'''


@pytest.fixture
def root(tmp_path):
    """A package of small modules, some with an asyncio sibling."""
    for name, text in TREE.items():
        path = tmp_path / "xi_sdk_resellers" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


@pytest.fixture
def printed(root):
    """Print the twin of a class with some methods, and give the methods of the twin."""

    def print_it(methods):
        source = HEAD + CLASS + textwrap.indent(textwrap.dedent(methods).strip(), "    ") + "\n"
        found = twin(source, "things", root)
        compile(found, "things.py", "exec")
        beginning = f"{TWIN_HEAD}\n{TWIN_CLASS}\n"
        assert found[: len(beginning)] == beginning
        return textwrap.dedent(found[len(beginning) :]).strip()

    return print_it


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        (
            "def do(self, name): return self._run(make_plan(name))",
            "async def do(self, name):\n    return await self._run(make_plan(name))",
        ),
        (
            "def do(self, name): return self.api.get_thing(name)",
            "async def do(self, name):\n    return await self.api.get_thing(name)",
        ),
        (
            "def do(self, name): return self.api.get_thing_with_http_info(name).data",
            "async def do(self, name):\n    return (await self.api.get_thing_with_http_info(name)).data",
        ),
        (
            "def do(self, name): return self._run(self._run(name))[0]",
            "async def do(self, name):\n    return (await self._run(await self._run(name)))[0]",
        ),
        (
            "def do(self, name):\n    for one in self._run(name):\n        first_result(one)",
            "async def do(self, name):\n    for one in await self._run(name):\n        await first_result(one)",
        ),
        (
            "@decorated\ndef do(self, name):\n    return [self._run(each) for each in name]",
            "@decorated\nasync def do(self, name):\n    return [await self._run(each) for each in name]",
        ),
        (
            'def do(self, name):\n    # self._run(it)\n    return self._run("ä", "self._run(x)")',
            'async def do(self, name):\n    # self._run(it)\n    return await self._run("ä", "self._run(x)")',
        ),
    ],
)
def test_what_has_a_coroutine_function_in_its_sibling_is_awaited(printed, method, expected):
    assert printed(method) == expected


@pytest.mark.parametrize(
    "method",
    [
        "def do(self, name):\n    return make_plan(name)",
        "def do(self, name):\n    return self._patience()",
        "def do(self, name):\n    return pages(name)",
        "def do(self, name):\n    return self.api.what",
        "def do(self, name):\n    return other._run(name)",
        "def do(self, name):\n    return partial(self._run, name)",
        "def do(self, name):\n    return partial(first_result, Source, PAGES)",
    ],
)
def test_everything_else_stays_as_it_is(printed, method):
    assert printed(f"{method}\n\ndef other(self):\n    return self.do(1)").startswith(f"{method}\n\ndef other(self):")


def test_a_method_that_calls_a_coroutine_method_becomes_one(printed):
    found = printed(
        """
        def twice(self, name):
            return self.once(name), self.once(name)

        def once(self, name):
            return self.make(name)
        """
    )
    assert "async def twice(self, name):\n    return await self.once(name), await self.once(name)" in found
    assert "async def once(self, name):\n    return await self.make(name)" in found


def test_names_and_docs_follow_the_sibling(printed):
    found = printed(
        '''
        def all(self) -> Walk:
            """Walk through things, as a :class:`Walk`.

            Returns:
                An iterator over the things.
            """
            return Walk(partial(self.api.get_thing, PAGES))
        '''
    )
    assert found.startswith(
        'def all(self) -> AsyncWalk:\n    """Walk through things, as a :class:`AsyncWalk`.\n\n'
        "    Returns:\n        An asynchronous iterator over the things.\n"
    )
    assert found.endswith("return AsyncWalk(partial(self.api.get_thing, PAGES))")


@pytest.mark.parametrize("body", ["lambda: self._run(1)", "list(self._run(x) for x in ())"])
def test_what_cannot_be_awaited_is_refused_with_its_line(printed, body):
    with pytest.raises(ValueError, match=r"^line 37: self\._run\(.\) cannot be awaited"):
        printed(f"def do(self, name):\n    return {body}")


def test_modules_of_the_root_that_define_a_workflow_class_have_a_twin(root):
    (root / "xi_sdk_resellers/things.py").write_text(HEAD + CLASS)
    assert list(files(root)) == ["xi_sdk_resellers/aio/things.py"]


READING = """
from xi_sdk_resellers._workflows.face import Face


class ReadingFace(Face):
    def get(self, name):
        return self._run(name).data
"""


def test_a_part_of_a_class_has_its_twin_beside_it(root):
    """And what its base has is awaited in the class that is made of it."""
    folder = root / "xi_sdk_resellers" / "_workflows" / "things"
    folder.mkdir()
    (folder / "reading.py").write_text(READING)
    (folder / "plain.py").write_text("class Plain: ...\n")
    assert list(files(root)) == ["xi_sdk_resellers/_workflows/things/reading_aio.py"]
    printed = files(root)["xi_sdk_resellers/_workflows/things/reading_aio.py"]
    assert "return (await self._run(name)).data" in printed
    (folder / "reading_aio.py").write_text(printed)
    whole = """from xi_sdk_resellers._workflows.things.reading import ReadingFace

class Things(ReadingFace):
    def both(self):
        return self.get(1), self._run(2), self._patience()
"""
    (root / "xi_sdk_resellers" / "things.py").write_text(whole)
    twins = files(root)
    assert list(twins) == ["xi_sdk_resellers/_workflows/things/reading_aio.py", "xi_sdk_resellers/aio/things.py"]
    assert "return await self.get(1), await self._run(2), self._patience()" in twins["xi_sdk_resellers/aio/things.py"]
