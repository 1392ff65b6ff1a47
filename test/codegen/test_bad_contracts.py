"""What the generator cannot print ends in one line that names the place, and nothing is written."""

import copy
import json
from pathlib import Path

import pytest

from codegen import twins
from codegen.__main__ import main
from codegen.contract import ContractError
from codegen.everything import generate
from codegen.reader import read

FOREIGN = json.loads((Path(__file__).parent / "foreign.json").read_text(encoding="utf-8"))
GET, POST, LOGIN = "GET /things/{thing-id}", "POST /things", "POST /login"
STRING = {"type": "string"}


def put(path, value, *, into=None):
    """Make a change of a contract: set a value at a path of keys, or add it to the object or list there."""

    def change(document):
        *way, last = path
        node = document
        for key in way:
            node = node[key]
        if into is None:
            node[last] = value
        elif isinstance(node[last], list):
            node[last].append(value)
        else:
            node[last].update(value)

    return change


def drop(*path):
    def change(document):
        *way, last = path
        for key in way:
            document = document[key]
        del document[last]

    return change


def both(*changes):
    def change(document):
        for one in changes:
            one(document)

    return change


def in_get(value, key):
    return put(["paths", "/things/{thing-id}", "get", key], value)


def in_post(value, key):
    return put(["paths", "/things", "post", key], value)


def parameter(**values):
    spec = {"in": "query", "schema": STRING, **values}
    return put(["paths", "/things/{thing-id}", "get", "parameters"], spec, into=True)


def schema(name, **properties):
    return put(["components", "schemas", name], {"type": "object", "properties": properties})


def field(name="x", owner="Part", **spec):
    return put(["components", "schemas", owner, "properties", name], spec)


def call(path, **values):
    """Make a change that adds a GET on another path."""
    operation = {"tags": ["Things"], "responses": {"204": {"description": "Done."}}, **values}
    return put(["paths", path], {"get": operation})


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def enum(*values, **more):
    return {"type": "string", "x-enum-name": "Taste", "x-known-values": list(values), **more}


EFFECTS = [
    (drop("paths", "/things", "post", "x-effect"), f"{POST}: x-effect is missing"),
    (in_post("write", "x-effect"), f"{POST}: x-effect must not be 'write'"),
    (in_post(True, "x-effect"), f"{POST}: x-effect must be text"),
    (drop("paths", "/things", "post", "x-done"), f"{POST}: x-done must say what was done"),
    (in_post("the thing", "x-done"), f"{POST}: x-done must say what was done"),
    (drop("paths", "/things", "post", "x-success"), f"{POST}: x-success or x-empty-success must say how"),
    (in_post("str", "x-success"), f"{POST}: x-success must be a list"),
    (in_post({"a": 1}, "x-empty-success"), f"{POST}: a must be text"),
    (drop("paths", "/things", "post", "x-in-doubt"), f"{POST}: x-in-doubt must say what to do"),
]
OPERATIONS = [
    (call("/more", operationId="getThing"), f"GET /more: the operationId getThing is taken by {GET}"),
    (call("/more", operationId="get_thing"), "GET /more: the method get_thing is taken by 'getThing'"),
    (
        call("/more", operationId="getThingWithHttpInfo"),
        "GET /more: the method get_thing_with_http_info is taken by 'getThing'",
    ),
    (call("/more", operationId="date"), "GET /more: the method date is taken by the package itself"),
    (call("/more", operationId="api-client"), "GET /more: the method api_client is taken by the package itself"),
    (call("/more", operationId="missing"), "GET /more: the constant MISSING is taken by the package itself"),
    (in_get("get thing", "x-python-name"), f"{GET}: 'get thing' is no method name in Python"),
    (put(["paths", "/things", "head"], {}), "HEAD /things: only get, post, put, patch, delete can be called"),
    (in_get(["404"], "x-nothing-found"), f"{GET}: x-nothing-found must be a list of whole numbers"),
    (in_get([], "responses"), f"{GET}: responses must be an object"),
    (in_get(["class", "gone"], "x-earlier-order"), f"{GET}: x-earlier-order must name each of its parameters once"),
    (in_get(["class"], "x-earlier-order"), f"{GET}: nothing tells x-earlier-order from the order of today"),
    (in_get({"2XX": {"description": "Good."}}, "responses"), f"{GET}, answer 2XX: a status must be three digits"),
    (
        in_get({"200": {"content": {"application/json": {"schema": STRING}}}}, "responses"),
        f"{GET}, answer 200: what it holds must be a named component",
    ),
    (
        in_get(
            {"200": {"content": {"application/json": {"schema": {"type": "array", "items": STRING}}}}},
            "responses",
        ),
        f"{GET}, answer 200: what it holds must be a named component, an object, or a list of such",
    ),
    (
        in_get(
            {"400": {"content": {"application/json": {"schema": {"type": "array", "items": ref("Thing")}}}}},
            "responses",
        ),
        f"{GET}, answer 400: only a success can be a list",
    ),
    (
        in_get(
            {"200": {"content": {"application/json": {"schema": {"anyOf": [ref("Thing"), {"type": "array"}]}}}}},
            "responses",
        ),
        f"{GET}, answer 200: of an object and a list, the object must come first and be what the list holds",
    ),
]
TAGS = [
    (in_get(["1st things!"], "tags"), f"{GET}, tag '1st things!': '1stThingsApi' is no class name in Python"),
    (in_get([""], "tags"), f"{GET}, tag '': '' is no module name in Python"),
    (in_get(["!"], "tags"), f"{GET}, tag '!': '_' is no module name in Python"),
    (in_get(["things"], "tags"), f"{POST}, tag 'Things': the class ThingsApi is taken by the tag 'things'"),
    (in_get(["parameters"], "tags"), f"{GET}, tag 'parameters': the module parameters is taken by the package itself"),
    (in_get(["class"], "tags"), f"{GET}, tag 'class': 'class' is no module name in Python"),
    (in_get(["SESSION"], "tags"), f"{LOGIN}, tag 'Session': the module session is taken by the tag 'SESSION'"),
    (in_get("Things", "tags"), f"{GET}: tags must be a list"),
]
ARGUMENTS = [
    (parameter(name="Class"), f"{GET}, parameter Class: the argument class_ is taken by the parameter class"),
    (
        parameter(name="thing id"),
        f"{GET}, parameter thing id: the argument thing_id is taken by the parameter thing-id",
    ),
    (parameter(name="limit"), f"{GET}: a parameter of one name is twice in one place"),
    (parameter(name="locals"), f"{GET}, parameter locals: the argument locals is taken by the package itself"),
    (parameter(name="x", **{"x-python-name": "self"}), f"{GET}, parameter x: the argument self is taken"),
    (parameter(name="x", **{"x-python-name": "_headers"}), f"{GET}, parameter x: the argument _headers is taken"),
    (parameter(name="x", **{"x-python-name": "an x"}), f"{GET}, parameter x: 'an x' is no argument name in Python"),
    (
        parameter(name="x", **{"in": "cookie"}),
        f"{GET}, parameter x: its place must be one of path, query, header, not cookie",
    ),
    (parameter(), f"{GET}: a parameter has no name"),
    (
        parameter(name="x", schema={"type": "object"}),
        f"{GET}, parameter x: object is not a type that a parameter can have",
    ),
    (parameter(name="x", schema=ref("Part")), f"{GET}, parameter x: model is not a type that a parameter can have"),
    (
        parameter(name="x", style="spaceDelimited", schema={"type": "array", "items": STRING}),
        f"{GET}, parameter x: a list of style spaceDelimited cannot be written, only form and simple",
    ),
    (
        parameter(name="x", schema={"type": "array", "items": {"type": "integer"}}),
        f"{GET}, parameter x: a list of integer is not a type that a parameter can have",
    ),
    (
        parameter(name="x", **{"in": "path", "required": True}),
        f"{GET}: the path names ['thing-id'], and the parameters",
    ),
    (drop("paths", "/things/{thing-id}", "parameters"), f"{GET}: the path names ['thing-id'], and the parameters"),
    (
        put(["paths", "/things/{thing-id}", "parameters", 0, "required"], False),
        f"{GET}, parameter thing-id: a part of the path must be required",
    ),
    (
        both(
            put(
                ["components", "parameters"],
                {n: {"name": n, "in": "query", "schema": STRING} for n in ("a b", "a-b")},
                into=True,
            ),
            put(["paths", "/things", "post", "parameters"], [{"$ref": "#/components/parameters/a b"}]),
            parameter(**{"$ref": "#/components/parameters/a-b"}),
        ),
        f"{POST}, parameter a b: A_B is another shared parameter, too",
    ),
]
BODIES = [
    (
        put(["paths", "/things", "post", "requestBody", "x-argument"], "_headers"),
        f"{POST}, request body: the argument _headers is taken by the package itself",
    ),
    (
        put(["paths", "/things", "post", "parameters"], [{"name": "new_thing", "in": "query", "schema": STRING}]),
        f"{POST}, request body: the argument new_thing is taken by the parameter new_thing",
    ),
    (
        both(
            put(["paths", "/things", "post", "parameters"], [{"name": "it", "in": "query", "schema": STRING}]),
            put(["paths", "/things", "post", "requestBody", "x-vendor-argument"], "it"),
        ),
        f"{POST}, request body: the argument it is taken by the parameter it",
    ),
    (
        put(
            ["paths", "/things", "post", "requestBody", "content"],
            {"multipart/form-data": {"schema": ref("new-thing")}},
        ),
        f"{POST}, request body: it must be JSON or a form, not multipart/form-data",
    ),
    (
        put(["paths", "/things", "post", "requestBody", "content", "application/json", "schema"], STRING),
        f"{POST}, request body: it must be a named component",
    ),
    (
        put(["paths", "/things", "post", "requestBody", "content", "application/json", "schema"], ref("Login")),
        f"{POST}, request body: Login is a form, so it cannot be part of JSON, too",
    ),
    (
        field("also", "Login", type="object"),
        f"{LOGIN}, request body, also: object is not a type that a parameter can have",
    ),
]
NAMES = [
    (schema("NewThing"), "NewThing: the class NewThing is taken by new-thing"),
    (schema("new-thing-dict"), "new-thing: the class NewThingDict is taken by new-thing-dict"),
    (schema("things-api"), "things-api: the class ThingsApi is taken by the tag 'Things'"),
    (schema("Configuration"), "Configuration: the class Configuration is taken by the package itself"),
    (schema("Field"), "Field: the class Field is taken by the package itself"),
    (schema("2nd"), "2nd: '2nd' is no class name in Python"),
    (schema("none"), "none: the class None is taken by the package itself"),
    (schema("Import"), "Import: 'import' is no module name in Python"),
    (
        put(["components", "schemas", "Part", "x-family"], "enums"),
        "Part: the module enums is taken by the package itself",
    ),
    (put(["components", "schemas", "Part", "x-family"], "a part"), "Part: 'a part' is no module name in Python"),
    (field(**enum("dark red", "DARK-RED")), "Part.x, Taste 'DARK-RED': the member DARK_RED is taken by 'dark red'"),
    (field(**(enum("a") | {"x-enum-name": "Thing"})), "Part.x: the class Thing is taken by Thing"),
    (field(**(enum("a") | {"x-enum-name": "a taste"})), "Part.x: 'a taste' is no class name in Python"),
    (field(type="string", **{"x-python-name": "1st"}), "Part.x: '1st' is no field name in Python"),
    (field(type="string", **{"x-python-name": "to_dict"}), "Part.x: the field to_dict is taken by the package itself"),
    (
        both(
            put(["components", "schemas", "Part", "x-vendor-name"], ["TheirPart"]),
            put(["components", "schemas", "Thing", "x-vendor-name"], ["TheirPart"]),
        ),
        "Thing: the vendor class TheirPart is taken by Part",
    ),
    (
        both(
            put(["components", "schemas", "Part", "x-vendor-name"], ["TheirPart"]),
            put(["components", "schemas", "Thing", "x-vendor-name"], ["Their_Part"]),
        ),
        "Thing: the vendor module their_part is taken by Part",
    ),
    (
        put(["components", "schemas", "Part", "x-vendor-name"], ["Thing"]),
        "Part: the vendor class Thing is another class here",
    ),
]
TYPES = [
    (
        both(field("whole", **ref("Part")), put(["components", "schemas", "Part", "required"], ["whole"])),
        "Part.whole: Part contains itself",
    ),
    (field("owner", anyOf=[ref("Thing")]), "Part.owner: Part contains itself, through Thing.parts"),
    (
        both(schema("Box", things={"type": "array", "items": ref("Thing")}), field("box", allOf=[ref("Box")])),
        "Part.box: Part contains itself, through Box.things, Thing.parts",
    ),
    (
        both(
            put(["components", "schemas", "Problem", "x-family"], "part"),
            schema("Cause", of=ref("Problem")),
            field(**ref("Cause")),
        ),
        "Part.x: the modules cause and part need each other",
    ),
    (field(**ref("Nothing")), "Part.x: #/components/schemas/Nothing leads nowhere"),
    (field(**{"$ref": "other.json#/Part"}), "Part.x: other.json#/Part is not in this document"),
    (field(**{"$ref": "#/info/title"}), "Part.x, #/info/title: must be an object"),
    (
        both(put(["components", "schemas", "Loop"], ref("Loop")), field(**ref("Loop"))),
        "Part.x: #/components/schemas/Loop refers to itself",
    ),
    (
        in_get({"200": {"$ref": "#/components/responses/Gone"}}, "responses"),
        f"{GET}, answer 200: #/components/responses/Gone leads nowhere",
    ),
    (parameter(**{"$ref": "#/components/parameters/Gone"}), f"{GET}: #/components/parameters/Gone leads nowhere"),
    (field(type="object", properties={"a": {}}), "Part.x: object must be a named component"),
    (field(properties={"a": {}}), "Part.x: what has properties must be a named component"),
    (field(type="file"), "Part.x: file must be a named component"),
    (field(type=["string"]), "Part.x: type must be text"),
    (field(type="string", maxLength="5"), "Part.x: maxLength must be a whole number"),
    (field(type="string", maxLength=True), "Part.x: maxLength must be a whole number"),
    (field(type="string", enum=[1, 2]), "Part.x: enum must be a list of texts"),
    (field(**(enum("another") | {"x-enum-name": "Shade"})), "Shade has other values at Part.x"),
    (field(type="string", **{"x-enum-name": "Nobodys"}), "Part.x: Nobodys has no values anywhere"),
    (put(["components", "schemas", "Part", "properties", "x"], 1), "Part.x: must be an object"),
    (
        put(["components", "schemas", "Part", "x-direction"], "up"),
        "Part: x-direction must be one of request, answer, both",
    ),
    (put(["components", "schemas", "Part", "x-mixins"], ["HasWings"]), "Part: x-mixins: there is no xi_sdk_resellers."),
    (field(**{"x-read-as": {"y": "None"}, **STRING}), "Part.x: x-read-as must name one property and its vocabulary"),
    (
        field(**{"x-read-as": {"size": "Finish"}, **STRING}),
        "Part.x: the field size is taken by Part.size",
    ),
    (put(["x-vocabularies", "Finish", "words"], {}), "x-vocabularies, Finish: it has no words"),
    (
        put(["x-vocabularies", "Finish", "words", "GLOSSY", "aliases"], ["NOT_DONE"]),
        "x-vocabularies, Finish.NOT_DONE: the member NOT_DONE is taken by GLOSSY",
    ),
    (put(["x-vocabularies", "Color"], {"words": {"RED": {}}}), "x-vocabularies, Color: the class Color is taken by"),
    (put(["components", "schemas", "Part", "x-shown-as"], ["Part"]), "Part: x-shown-as must be what people call it"),
]
DOCUMENTS = [
    (drop("openapi"), "is no OpenAPI 3.0 document"),
    (put(["openapi"], "3.1.0"), "is no OpenAPI 3.0 document"),
    (put(["paths"], {}), "it has no paths"),
    (put(["paths"], []), "it has no paths"),
    (put(["paths", "/more"], []), "/more: must be an object"),
]


@pytest.mark.parametrize(
    ("change", "said"), [*EFFECTS, *OPERATIONS, *TAGS, *ARGUMENTS, *BODIES, *NAMES, *TYPES, *DOCUMENTS]
)
def test_what_cannot_be_printed_is_refused_with_its_place(tmp_path, capsys, change, said):
    document = copy.deepcopy(FOREIGN)
    change(document)
    refused(tmp_path, capsys, json.dumps(document), said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not JSON: line 1, column 1: Expecting value"),
        ('{"openapi":\n  yes}', "is not JSON: line 2, column 3: Expecting value"),
        ("[]", "is no OpenAPI 3.0 document"),
        ('"3.0.3"', "is no OpenAPI 3.0 document"),
        ('{"openapi": "3.0.3", "paths": {"/a": {}, "/a": {}}}', "/a stands twice among /a"),
        (b"\xff", "is not UTF-8: byte 0"),
        (None, "cannot be read: No such file or directory"),
    ],
)
def test_what_is_no_contract_at_all_is_refused(tmp_path, capsys, text, said):
    refused(tmp_path, capsys, text, said)


def refused(folder, capsys, text, said):
    path, output = folder / "contract.json", folder / "output"
    output.mkdir()
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert main(["--contract", str(path), "--output", str(output)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"{path}: ")
    assert printed.err.count("\n") == 1
    assert said in printed.err
    assert list(output.iterdir()) == []


def test_the_contract_that_the_others_are_made_of_can_be_printed(tmp_path):
    path = tmp_path / "contract.json"
    path.write_text(json.dumps(FOREIGN))
    assert main(["--contract", str(path), "--output", str(tmp_path / "output")]) == 0


def places(node, way=()):
    """List the ways to every value of a document."""
    below = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in below:
        yield (*way, key)
        yield from places(value, (*way, key))


@pytest.mark.parametrize("value", [None, 1, "a\nb'\"\\"], ids=["missing", "number", "odd text"])
def test_whatever_stands_at_a_place_is_printed_as_python_or_refused(tmp_path, monkeypatch, value):
    monkeypatch.setattr(twins, "files", dict)  # they do not depend on the contract
    path = tmp_path / "contract.json"
    for *way, last in places(FOREIGN):
        document = copy.deepcopy(FOREIGN)
        put([*way, last], value)(document)
        path.write_text(json.dumps(document))
        try:
            files = generate(read(path))
        except ContractError:
            continue
        for name, text in files.items():
            if name.endswith((".py", ".pyi")):
                compile(text, name, "exec")
