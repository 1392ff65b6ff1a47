"""What ``help()`` and the ``?`` of notebooks say about model classes: the constructor, and every field with its docs.

The interpreter throws the docstrings of attributes away. They are read from the source when somebody asks, so that
they neither stand in the source twice nor cost anything before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from inspect import Signature


class AttributeDocs:
    """The ``__doc__`` of a class: its own text and what the docstrings of its attributes say.

    Args:
        text: the text of the class itself, without attributes.
    """

    def __init__(self, text: str | None) -> None:
        self.text = text
        self._full: str | None = None

    def __get__(self, instance: object, owner: type) -> str | None:
        if self._full is None:
            entries = [entry for base in reversed(owner.__mro__) for entry in _entries(base)]
            parts = [self.text or owner.__name__, *(["\n".join(["Attributes:", *entries])] if entries else [])]
            self._full = "\n\n".join(parts)
        return self._full


def _entries(model_class: type) -> list[str]:
    """Write the documented attributes of one class, one line each; none when there is no source."""
    if not isinstance(vars(model_class).get("__doc__"), AttributeDocs):
        return []
    import ast
    import inspect
    import textwrap

    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(model_class)))
    except (OSError, TypeError, SyntaxError):
        return []
    definition = tree.body[0]
    found: list[str] = []
    if isinstance(definition, ast.ClassDef):
        for node, after in zip(definition.body, definition.body[1:], strict=False):
            match node, after:
                case (
                    ast.AnnAssign(target=ast.Name(id=name), annotation=kind),
                    ast.Expr(value=ast.Constant(value=str(text))),
                ):
                    found.append(f"    {name} ({ast.unparse(kind)}): {' '.join(text.split())}")
                case _:
                    pass
    return found


def constructor(model_class: Any) -> Signature:
    """Return the signature of a model's constructor, with the fields' names instead of the keys of the wire."""
    from inspect import Parameter, Signature
    from types import SimpleNamespace
    from typing import get_type_hints

    fields = {name: field.annotation for name, field in model_class.model_fields.items()}
    plain = get_type_hints(SimpleNamespace(__annotations__=fields))  # without what pydantic is told besides
    parameters = [
        Parameter(
            name,
            Parameter.KEYWORD_ONLY,
            default=Parameter.empty if field.is_required() else field.default,
            annotation=plain[name],
        )
        for name, field in model_class.model_fields.items()
    ]
    return Signature([*parameters, Parameter("data", Parameter.VAR_KEYWORD, annotation=Any)])
