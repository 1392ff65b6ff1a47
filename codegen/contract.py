"""The contract as small dataclasses: what :mod:`codegen.reader` makes and all printers take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

TypeName = Literal["text", "integer", "number", "decimal", "boolean", "date", "object", "any", "list", "model"]
Direction = Literal["request", "answer", "both"]
Effect = Literal["read", "change"]
Kind = Literal["text", "email", "integer", "number", "boolean", "date", "text_list", "date_range"]
"""What a parameter takes, and how it is written on the wire."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the contract says about a value besides its type."""

    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    min_items: int | None = None
    max_items: int | None = None


@dataclass(frozen=True, slots=True)
class ValueType:
    """The type of a value: a plain one, a model, or a list of either."""

    name: TypeName
    item: ValueType | None = None
    model: str | None = None
    enum: str | None = None
    closed: tuple[str, ...] = ()
    """The only values that are allowed; empty when any value may come."""
    limits: Limits = Limits()
    also: ValueType | None = None
    """What else the wire takes: text for a number, or a number for text. It is sent as the type that was given."""


@dataclass(frozen=True, slots=True)
class Field:
    """One property of a schema."""

    name: str
    wire: str
    type: ValueType
    required: bool
    description: str
    example: Any = None
    other_spellings: tuple[str, ...] = ()
    one_for_list: bool = False
    """Whether one object was seen where the contract says list."""
    deprecated: bool = False
    several: str = ""
    """The name of the property that takes the text apart, when it may hold several values."""
    boolean_as_text: bool = False
    """Whether a request may have true or false for this text."""
    read_as: tuple[str, str] | None = None
    """The name of the property that reads the text as a word of a vocabulary, and the vocabulary."""

    @property
    def properties(self) -> tuple[str, ...]:
        """The names of the properties that read the field in another way."""
        return tuple(filter(None, (self.several, self.read_as and self.read_as[0])))


@dataclass(frozen=True, slots=True)
class Schema:
    """One object of the contract: a model class."""

    name: str
    family: str
    direction: Direction
    description: str
    fields: tuple[Field, ...]
    wire: str = ""
    """Its name in the contract."""
    vendor_names: tuple[str, ...] = ()
    table: bool = False
    """Whether it holds orders, and so can be turned into a table."""
    shown_as: tuple[str, ...] = ()
    """What people call it, and the field that tells one from another."""
    sent: bool = False
    """Whether an operation takes it, although it is written like an answer: an event that is sent for a test."""
    one_in_list: bool = False
    """Whether it may also come as the one item of a list."""
    mixins: tuple[str, ...] = ()
    """Classes of ours whose methods it has."""

    @property
    def reference(self) -> str:
        """How operations name the model: module and class."""
        return f"{self.family}:{self.name}"


@dataclass(frozen=True, slots=True)
class Enumeration:
    """The values that are known for a text."""

    name: str
    values: tuple[str, ...]
    where: str
    """The place in the contract that lists the values."""

    @property
    def used_by(self) -> str:
        """What holds such values: a field, or a parameter by its name alone."""
        return self.where.rpartition(", parameter ")[2]


@dataclass(frozen=True, slots=True)
class Word:
    """One meaning, and the ways to write it."""

    name: str
    """The name of the constant."""
    value: str
    """The spelling that requests take."""
    description: str
    spellings: tuple[str, ...] = ()
    """Other words for it. What differs in letter case, blanks, dashes, underscores or in a code's beginning is none."""
    aliases: tuple[str, ...] = ()
    """Other names of the constant."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that several fields use, each in spellings of its own."""

    name: str
    description: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of an operation that is not its JSON body."""

    name: str
    wire: str
    place: str
    kind: Kind
    type: ValueType
    required: bool
    description: str
    example: Any = None
    configured: bool = False
    """Whether the Configuration can supply it, so that callers may leave it out."""
    shared: str = ""
    """The name of the constant that all operations share, when the contract writes it once for all of them."""
    secret: bool = False
    """Whether its value is never shown."""
    text: bool = False
    """Whether text is taken for a number, or for true and false."""
    joined: bool = False
    """Whether a list is one value with commas, instead of a parameter that is repeated."""
    single: bool = False
    """Whether a list of one is taken for the value."""
    known: tuple[str, ...] = ()
    """Values that were seen; others may come."""


@dataclass(frozen=True, slots=True)
class Body:
    """The JSON body of an operation."""

    argument: str
    schema: str
    description: str
    vendor_argument: str | None = None
    example: Any = None
    required: bool = True
    last: bool = False
    """Whether its argument stands behind all others."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One documented status."""

    status: int
    schema: str | None
    description: str
    hint: str = ""
    """What to do about it."""
    many: bool = False
    """Whether it is a list of such objects."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One method on one path."""

    name: str
    operation_id: str
    tag: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    answers: tuple[Answer, ...]
    body: Body | None = None
    form: bool = False
    authenticated: bool = True
    effect: Effect = "read"
    done: str = ""
    """What a change has done, such as ``the order was placed``."""
    in_doubt: str = ""
    taken: str = ""
    """What to do when the vendor says that the caller's own number is taken."""
    """What to do when it is not known whether a change took effect."""
    success: tuple[str, ...] = ()
    """Where the answer to a change shows that it was done, by the names of the wire."""
    rejected: tuple[str, ...] = ()
    """Where the answer lists the parts of the request that the vendor refused."""
    empty_success: Mapping[str, str] | None = None
    """With which query parameters an answer without content is a success; None for never."""
    nothing_found: tuple[int, ...] = ()
    """Statuses that may mean that a search has found nothing."""
    secret: bool = False
    """Whether it is the token request."""
    example: tuple[str, ...] = ()
    """Lines of Python that use the operation, where `api` is an instance of its class."""
    earlier_order: tuple[str, ...] = ()
    """The arguments in the order of an earlier version, which is taken as well."""

    @property
    def where(self) -> str:
        """Its place in the contract."""
        return f"{self.method} {self.path}"

    @property
    def hints(self) -> Mapping[int, str]:
        """What to do about an answer of some status."""
        return {answer.status: answer.hint for answer in self.answers if answer.hint}

    @property
    def result(self) -> str | None:
        """The model of a successful answer, or of its items; None when there is none."""
        return next((answer.schema for answer in self._successes), None)

    @property
    def returns(self) -> str:
        """What the written form of its method returns, as Python writes it."""
        good = next(iter(self._successes), None)
        if good is None:
            return "None"
        return f"list[{good.schema}]" if good.many else str(good.schema)

    @property
    def _successes(self) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if answer.status < 300 and answer.schema)


@dataclass(frozen=True, slots=True)
class Contract:
    """Everything that the printers need."""

    title: str
    schemas: tuple[Schema, ...]
    enums: tuple[Enumeration, ...]
    operations: tuple[Operation, ...]
    vocabularies: tuple[Vocabulary, ...] = ()

    def schema(self, name: str) -> Schema:
        """Look a schema up by its name."""
        return next(schema for schema in self.schemas if schema.name == name)

    @property
    def families(self) -> dict[str, tuple[Schema, ...]]:
        """The schemas of each module, in the contract's order."""
        found: dict[str, list[Schema]] = {}
        for schema in self.schemas:
            found.setdefault(schema.family, []).append(schema)
        return {family: tuple(schemas) for family, schemas in found.items()}

    @property
    def tags(self) -> dict[str, tuple[Operation, ...]]:
        """The operations of each endpoint class."""
        found: dict[str, list[Operation]] = {}
        for operation in self.operations:
            found.setdefault(operation.tag, []).append(operation)
        return {tag: tuple(operations) for tag, operations in found.items()}

    @property
    def bodies(self) -> tuple[Schema, ...]:
        """The schemas that can be part of a request's JSON body."""
        return tuple(schema for schema in self.schemas if schema.sent or schema.direction != "answer")


class ContractError(ValueError):
    """The contract has something that the generator cannot print."""
