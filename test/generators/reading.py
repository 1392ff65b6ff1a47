"""Read every answer of the contract and of the samples with two generated clients. Run in their environment.

It imports nothing of the project: the package ``client`` and the module ``models`` are what was generated.
"""

import json
import sys
from pathlib import Path

import client.models
import models

CONTRACT = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
CALLS = {
    call["operationId"]: call for item in CONTRACT["paths"].values() for call in item.values() if "operationId" in call
}


def answers():
    """Yield the name, the schema and the value of every answer."""
    for path in sorted(Path(sys.argv[2]).glob("*.json")):
        payload = json.loads(path.read_text(encoding="utf-8"))
        if payload["kind"] == "response":
            yield path.stem, CALLS[payload["operation"]]["responses"][payload["status"]], payload["value"]
    for name, call in CALLS.items():
        for status, response in call["responses"].items():
            for key, example in content(response).get("examples", {}).items():
                yield f"{name} {status} {key}", response, example["value"]


def content(response):
    """Return what a response holds as JSON."""
    while "$ref" in response:
        response = CONTRACT["components"]["responses"][response["$ref"].rpartition("/")[2]]
    return response.get("content", {}).get("application/json", {})


def read(schema, value):
    """Read a value with both clients."""
    held = schema.get("items") or schema.get("anyOf", [schema])[0]
    for one in value if isinstance(value, list) else [value]:
        name = held["$ref"].rpartition("/")[2]
        found(client.models, name).from_dict(one).to_dict()
        found(models, name).model_validate(one)


def found(module, name):
    """Find the class of a component: generators change letter case, and add to the name of one that may be null."""
    known = {each.lower(): each for each in dir(module)}
    return getattr(module, known.get(name.lower()) or known[f"{name.lower()}type0"])


def main():
    count, wrong = 0, 0
    for name, response, value in answers():
        if value is None:
            continue
        count += 1
        try:
            read(content(response)["schema"], value)
        except Exception as error:
            wrong += 1
            print(f"{name}: {type(error).__name__}: {error}")
    print(f"{count} answers, {wrong} that a generated client cannot read")
    return 1 if wrong else 0


sys.exit(main())
