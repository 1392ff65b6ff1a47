"""The keys of a model in all their spellings: the wire's, the fields' names, others that were seen, any letter case."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast, get_args, get_origin

from pydantic_core import SchemaValidator

from xi_sdk_resellers._modelling.names import AS_CAME, AS_CAME_FIELD, wire_name
from xi_sdk_resellers._modelling.schema import field_validator, model_in
from xi_sdk_resellers._modelling.typos import folded
from xi_sdk_resellers._values.answers import is_model
from xi_sdk_resellers._values.narrow import is_list, is_object
from xi_sdk_resellers._values.tables import plain_parts

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.shape import Shape

Found = dict[type["Shape"], dict[str, str]]
"""How keys came, by the keys of the wire, for every class of objects."""
_MOST_FORMS = 200
"""How many different sequences of keys, and unknown keys, are remembered of a class."""


class _Form(NamedTuple):
    """What becomes of objects with certain keys in a certain order."""

    keys: tuple[str, ...]
    came: dict[str, str]
    """The keys that were changed, as they came, by the keys of the wire."""
    parts: tuple[tuple[str, Spellings, bool], ...]
    same: bool
    """Whether such objects stay as they are."""


class Spellings:
    """The keys of one model class, and of its parts."""

    def __init__(self, model_class: type[Shape]) -> None:
        self.model_class = model_class
        self.wires: dict[str, str] = {}
        """The field of each key of the wire."""
        self.parts: dict[str, tuple[Spellings, bool]] = {}
        """The spellings of the part below a key, and whether there is a list of such parts."""
        self._forms: dict[tuple[bool, tuple[str, ...]], _Form] = {}
        self._folded: dict[str, str] = {}
        self.unknown: set[str] = set()
        """Keys that are known to stand for nothing."""
        for name, info in model_class.model_fields.items():
            key = info.validation_alias if isinstance(info.validation_alias, str) else wire_name(name)
            self.wires[key] = name
            part = cast("type[Shape] | None", model_in(info.annotation))
            if part is not None:
                found = self if part is model_class else spellings_of(part)
                self.parts[key] = found, _holds_list(info.annotation)
        self.names = {name: key for key, name in self.wires.items()}
        self.others = {other: self.names[name] for other, name in model_class.other_spellings.items()}
        for other, key in [*zip(self.wires, self.wires, strict=True), *self.names.items(), *self.others.items()]:
            self._folded.setdefault(folded(other), key)

    def key_of(self, came: str) -> str | None:
        """Return the key of the wire that a key stands for; None for an unknown one."""
        if came in self.wires:
            return came
        if came in self.unknown:
            return None
        key = self.others.get(came) or self._folded.get(folded(came))
        if key is None and len(self.unknown) < _MOST_FORMS:
            self.unknown.add(came)
        return key

    def field_of(self, came: str) -> str | None:
        """Return the field that a key stands for; None for an unknown one."""
        key = self.key_of(came)
        return None if key is None else self.wires[key]

    def form(self, came: tuple[str, ...], *, named: bool) -> _Form:
        """Tell what becomes of objects with these keys; the names of fields count as keys when they are ``named``."""
        form = self._forms.get((named, came))
        if form is None:
            if len(self._forms) >= _MOST_FORMS:
                self._forms.clear()
            form = self._forms[named, came] = self._new_form(came, named=named)
        return form

    def _new_form(self, came: tuple[str, ...], *, named: bool) -> _Form:
        if not all(isinstance(one, str) for one in came):  # pyright: ignore[reportUnnecessaryIsInstance]
            return _Form(came, {}, (), same=True)
        keys: list[str] = []
        changed: dict[str, str] = {}
        taken = {key for key in came if key in self.wires}
        for one in came:
            is_name = named and one in self.names
            key = self.names[one] if is_name else self.key_of(one)
            if key is None or one == key or key in taken:  # the contract's own spelling wins, then the first one
                keys.append(one)
                continue
            taken.add(key)
            keys.append(key)
            if not is_name:
                changed[key] = one
        parts = tuple((key, *self.parts[key]) for key in keys if key in self.parts)
        return _Form(tuple(keys), changed, parts, same=tuple(keys) == came and not parts)


@cache
def spellings_of(model_class: type[Shape]) -> Spellings:
    """Return the spellings of the keys of a model."""
    return Spellings(model_class)


def respell(value: dict[str, Any], spellings: Spellings, found: Found, *, named: bool = False) -> dict[str, Any]:
    """Write the keys of an object and its parts as the contract spells them.

    Args:
        value: the object; it is not changed.
        spellings: those of its model.
        found: gets the keys that were changed, for every class of objects. Each such object gets them, too, under
            :data:`AS_CAME`.
        named: whether the names of fields count as keys, too, as they do in constructors.

    Returns:
        The object itself when there is nothing to change, else another one. A list of one object is that object where
        the model has no list.
    """
    form = spellings.form(tuple(value), named=named)
    if form.same:
        return value
    made = dict(zip(form.keys, value.values(), strict=True))
    for key, part, many in form.parts:
        item = made[key]
        if is_list(item) and not many and len(item) == 1:
            item = item[0]
        if is_object(item):
            made[key] = respell(item, part, found, named=named)
        elif is_list(item) and many:
            made[key] = [respell(each, part, found, named=named) if is_object(each) else each for each in item]
    if form.came:
        made[AS_CAME] = form.came
        found.setdefault(spellings.model_class, {}).update(form.came)
    return made


def given_back(value: dict[str, Any], model: Shape) -> dict[str, Any]:
    """Write the keys of a model's JSON as they came.

    Args:
        value: what became of the model in JSON.
        model: the model.
    """
    values, spellings = vars(model), spellings_of(type(model))
    came: dict[str, str] = values.get(AS_CAME_FIELD) or {}
    made: dict[str, Any] = {}
    for key, item in value.items():
        held = values.get(spellings.wires[key]) if key in spellings.parts else None
        if is_object(item) and is_model(held):
            item = given_back(item, cast("Shape", held))
        elif is_list(item) and is_list(held):
            pairs = zip(item, held, strict=True)
            item = [given_back(each, of) if is_object(each) and is_model(of) else each for each, of in pairs]
        made[came.get(key, key)] = item
    return made


def adopt(model: Shape) -> None:
    """Let the fields of a request, and of its parts, be read whose keys came in another spelling.

    The key stays where it came, among the extra keys, and the field does not count as set, so that nothing is sent
    under a name that was not given. Values of extra keys become Python's own.
    """
    spellings = spellings_of(type(model))
    extra = model.__pydantic_extra__ or {}
    for came in extra:
        with suppress(RecursionError):  # it holds itself, which writing will refuse
            extra[came] = plain_parts(extra[came])
        name = spellings.field_of(came)
        if name is not None and name not in model.__pydantic_fields_set__:
            vars(model)[name] = _validator(type(model), name).validate_python(extra[came])
    for key in spellings.parts:
        value: Any = vars(model).get(spellings.wires[key])
        for part in value if is_list(value) else (value,):
            if hasattr(part, "__pydantic_extra__"):
                adopt(part)


def forget_others(model: Shape, name: str) -> None:
    """Drop the other spellings of a field that got a new value."""
    extra = model.__pydantic_extra__ or {}
    field_of = spellings_of(type(model)).field_of
    for came in [came for came in extra if field_of(came) == name]:
        del extra[came]


def spelled_value(model: Shape, name: str) -> Any:
    """Return the value of a field that came under another spelling.

    Raises:
        KeyError: it came under none.
    """
    field_of = spellings_of(type(model)).field_of
    for came, value in (model.__pydantic_extra__ or {}).items():
        if field_of(came) == name:
            return _validator(type(model), name).validate_python(value)
    raise KeyError(name)


@cache
def _validator(model_class: type[Shape], name: str) -> SchemaValidator:
    return field_validator(model_class, name)


def _holds_list(annotation: Any) -> bool:
    return get_origin(annotation) is list or any(map(_holds_list, get_args(annotation)))
