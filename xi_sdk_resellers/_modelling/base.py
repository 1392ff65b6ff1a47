"""The base classes of all models, and the three ways between models and the wire.

Requests are checked, answers are believed: a :class:`RequestModel` refuses what the vendor would
refuse, with an error of ours; what an answer holds is always kept, and reported when it does not fit.
"""

# Annotations are no texts here: pydantic would evaluate those of these classes for every class below them.
import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeAlias, TypeVar, cast

from pydantic import AfterValidator, BeforeValidator, ConfigDict, ValidationError

from xi_sdk_resellers import _display
from xi_sdk_resellers._display.help import AttributeDocs
from xi_sdk_resellers._modelling.decode import decode, decode_mapping, waiting_collection
from xi_sdk_resellers._modelling.encode import encode, json_text
from xi_sdk_resellers._modelling.keys import check_attribute
from xi_sdk_resellers._modelling.making import assign, make
from xi_sdk_resellers._modelling.names import AS_CAME_FIELD, wire_name
from xi_sdk_resellers._modelling.numbers import Either, UpTo, refuse_truth
from xi_sdk_resellers._modelling.problems import request_error, to_date
from xi_sdk_resellers._modelling.schema import note_unknown
from xi_sdk_resellers._modelling.shape import Shape
from xi_sdk_resellers._modelling.spellings import forget_others, spelled_value
from xi_sdk_resellers._values.narrow import is_list, is_mapping
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    import pandas
    import polars
    from typing_extensions import Self

    from xi_sdk_resellers._display.frames import Money, Rows
    from xi_sdk_resellers._values.receipt import Receipt

    DecimalInput: TypeAlias = Decimal | float
    DateInput: TypeAlias = date | str
    IntegerInput: TypeAlias = int
    FloatInput: TypeAlias = float
    IntegerOrText: TypeAlias = int | str
    DecimalOrText: TypeAlias = Decimal | float | str
    TextOrInteger: TypeAlias = str | int
else:

    def _to_date(value):
        return value if value is None else to_date(value)

    DecimalInput = Decimal
    DateInput = Annotated[date, BeforeValidator(_to_date)]
    IntegerInput = Annotated[int, BeforeValidator(refuse_truth)]
    FloatInput = Annotated[float, BeforeValidator(refuse_truth)]
    IntegerOrText = Annotated[int | str, Either()]
    DecimalOrText = Annotated[Decimal | str, Either()]
    TextOrInteger = Annotated[str | int, Either()]

M = TypeVar("M", bound="Model")

__all__ = [
    "AnswerModel",
    "DateInput",
    "DecimalInput",
    "DecimalOrText",
    "FloatInput",
    "IntegerInput",
    "IntegerOrText",
    "Model",
    "RequestModel",
    "TextOrInteger",
    "UpTo",
    "coerce_body",
    "decode",
    "encode",
]


class Model(Shape):
    """An object of the contract. Keys that the contract does not know are kept."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        alias_generator=wire_name,
        coerce_numbers_to_str=True,
        defer_build=True,
        extra="allow",
        populate_by_name=True,
        protected_namespaces=(),
        ser_json_inf_nan="constants",
    )

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.__doc__ = cast("str", AttributeDocs(cls.__doc__))

    if not TYPE_CHECKING:

        @property
        def model_fields_set(self):
            """The names of the fields that were set, or that came."""
            return self.__pydantic_fields_set__ - {AS_CAME_FIELD}

        # Reading an answer makes no dictionary for unknown keys where there are none.
        @property
        def model_extra(self):
            """Unknown keys that came, and what was set under names that are no fields."""
            if self.__pydantic_extra__ is None:
                object.__setattr__(self, "__pydantic_extra__", {})
            return self.__pydantic_extra__

        def __eq__(self, other):
            for each in (self, other):
                if isinstance(each, Model) and each.__pydantic_extra__ is None:
                    object.__setattr__(each, "__pydantic_extra__", {})
            return super().__eq__(other)

        def __getattr__(self, name):
            if name in type(self).model_fields:  # taken out because it came under another spelling
                try:
                    return spelled_value(self, name)
                except KeyError:
                    return None
            if name == "receipt" and isinstance(self, AnswerModel) and name not in self.model_extra:
                raise AttributeError(
                    f"this {type(self).__name__} has no receipt: what workflows such as Orders.place return has one; "
                    "of a plain call, the ApiResponse of ..._with_http_info tells the same"
                )
            return super().__getattr__(name)

    def to_dict(self) -> dict[str, Any]:
        """Return what was set, or what came, under the keys of the wire.

        Returns:
            Values that ``json.dumps`` takes: numbers for money, text for dates. Keys that came
            with ``null`` are in it; fields that were never set are not.
        """
        text = self.to_json()
        try:
            return cast("dict[str, Any]", json.loads(text))
        except ValueError:  # a number of thousands of digits, which Python reads only when it is told to
            return cast("dict[str, Any]", json.loads(text, parse_int=_whole_number))

    def to_json(self) -> str:
        """Return the JSON text of :meth:`to_dict`, with every digit that an amount of money has."""
        return json_text(self)

    def to_str(self) -> str:
        """Return :meth:`to_dict` as indented JSON, for reading."""
        return json.dumps(self.to_dict(), indent=2, ensure_ascii=False)

    def __repr__(self) -> str:
        return _display.model_repr(self)

    def __str__(self) -> str:
        return _display.model_text(self)

    def __repr_args__(self) -> Iterator[tuple[str, object]]:
        return _display.repr_arguments(self)

    def __rich_repr__(self) -> Iterator[tuple[str, object]]:
        return self.__repr_args__()

    def _repr_html_(self) -> str:
        return _display.model_html(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        # A notebook's terminal shows an order as a card, and an order inside something else on one line.
        printer.text(repr(self) if cycle or len(printer.stack) > 1 else str(self))

    def __dir__(self) -> list[str]:
        return _display.directory(self, [*super().__dir__()])

    @classmethod
    def from_dict(cls, obj: Mapping[str, Any]) -> "Self":
        """Make the model of a mapping whose keys are those of the wire or the fields' names.

        Args:
            obj: the mapping.

        Raises:
            ApiTypeError: it is no mapping.
            ApiValueError: a value breaks a rule; only for requests.
        """
        raise NotImplementedError

    @classmethod
    def from_json(cls, json_str: str | bytes, *, pause_gc: bool = True) -> "Self":
        """Make the model of JSON text. See :meth:`from_dict`."""
        raise NotImplementedError


class AnswerModel(Model):
    """An object that the vendor sends. Whatever comes is taken: what does not fit a field is kept as it came."""

    if TYPE_CHECKING:

        @property
        def receipt(self) -> Receipt:
            """How the workflow that returned this came to it, such as ``Orders.place``; an AttributeError on others."""
            ...

    else:  # the constructor's signature is made from the fields
        # Not among the values: pickles, copies, comparisons and to_dict() are without it.
        __slots__ = ("receipt",)

        def __init__(self, /, **data):
            """Make the model of values for its fields. What does not fit, and unknown keys, are kept."""
            decode_mapping(type(self), data, into=self)

        # pydantic would call an overridden constructor for every nested object, too
        __init__.__pydantic_base_init__ = True

    @classmethod
    def from_dict(cls, obj: Mapping[str, Any] | None) -> "Self":
        """Make the model of a mapping with the keys of the wire. Values that do not fit are kept.

        Args:
            obj: the mapping, as ``json.loads`` gives it; None, which some answers are, for an empty model.

        Raises:
            ApiTypeError: it is no mapping.
        """
        if isinstance(obj, cls):
            return obj
        if obj is None:
            return decode(cls, b"null", pause_gc=False)[0]
        return decode_mapping(cls, _mapping(cls, obj))

    @classmethod
    def from_json(cls, json_str: str | bytes, *, pause_gc: bool = True) -> "Self":
        """Make the model of JSON text. Values that do not fit are kept.

        Args:
            json_str: the text, or its bytes in UTF-8.
            pause_gc: whether garbage collection waits while a large text is read, as with the answer to a call.

        Raises:
            ApiValueError: it is no JSON.
        """
        try:
            with waiting_collection(json_str, pause_gc):
                return decode(cls, json_str, pause_gc=False)[0]
        except ValueError as error:
            raise _no_json(cls, error) from None

    def __getstate__(self) -> dict[Any, Any]:
        for name in _secret_fields(type(self)):
            if getattr(self, name):
                raise ApiTypeError(
                    f"{type(self).__name__}: {name} is a secret, so this cannot be pickled: "
                    "share tokens by a token_cache, or pass on the value itself"
                )
        return super().__getstate__()

    if not TYPE_CHECKING:

        def __setattr__(self, name, value):
            if self.__pydantic_extra__ is None and name not in type(self).model_fields:
                object.__setattr__(self, "__pydantic_extra__", {})
            super().__setattr__(name, value)
            if self.__pydantic_extra__ and name in type(self).model_fields:
                forget_others(self, name)


class TableModel(AnswerModel):
    """An answer that holds orders, and so can be turned into a table."""

    def to_dataframe(self, *, money: "Money" = "decimal", rows: "Rows | None" = None) -> "pandas.DataFrame":
        """Make a pandas table: one row a line of the order, or one row an order for search results.

        Needs the extra: ``pip install "xi-resellers[pandas]"``. See
        :func:`xi_sdk_resellers.dataframes.to_dataframe`, which also takes several of these at once.

        Args:
            money: ``"decimal"`` for exact amounts, ``"float"`` for float64.
            rows: ``"orders"`` or ``"lines"``; None takes lines where there are any.

        Returns:
            A new table with a fixed set of columns.

        Raises:
            ApiValueError: lines are asked for of a search result, which has none.
            ImportError: pandas is not installed.
        """
        return _display.frame(self, money=money, rows=rows)

    def to_polars(self, *, money: "Money" = "decimal", rows: "Rows | None" = None) -> "polars.DataFrame":
        """Make a polars table with the same columns as :meth:`to_dataframe`.

        Needs the extra: ``pip install "xi-resellers[polars]"``.

        Args:
            money: ``"decimal"`` for exact amounts, ``"float"`` for Float64.
            rows: ``"orders"`` or ``"lines"``; None takes lines where there are any.

        Returns:
            A new table with a fixed set of columns.

        Raises:
            ApiValueError: lines are asked for of a search result, which has none.
            ImportError: polars is not installed.
        """
        return _display.polars_frame(self, money=money, rows=rows)


class RequestModel(Model):
    """An object that the vendor is sent. It is checked when it is made and when a field is assigned."""

    # A number for text would be written with Python's repr; what has one meaning is taken by hand.
    model_config: ClassVar[ConfigDict] = ConfigDict(coerce_numbers_to_str=False, validate_assignment=True)

    if not TYPE_CHECKING:
        __pydantic_extra__: dict[str, Annotated[Any, AfterValidator(note_unknown)]]

        def __init__(self, /, **data):
            """Make the model of values for its fields. Typos are refused, other unknown keys are sent."""
            __tracebackhide__ = True
            make(type(self), data, into=self)

        __init__.__pydantic_base_init__ = True

        def __setattr__(self, name, value):
            __tracebackhide__ = True
            if name in self.__dict__ or name in type(self).model_fields:
                assign(self, name, value)
                if self.__pydantic_extra__:
                    forget_others(self, name)
                return
            if name not in (self.__pydantic_extra__ or ()) and not hasattr(type(self), name):
                check_attribute(type(self), name)
            try:
                super().__setattr__(name, value)
            except ValidationError as error:
                raise request_error(type(self).__name__, error) from None

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> "Self":
        """Copy the model, and check what is changed; pydantic's own does not.

        Args:
            update: new values for fields, by their names.
            deep: whether the parts are copied, too.

        Raises:
            ApiTypeError: a value has the wrong type.
            ApiValueError: a value breaks a rule.
        """
        made = super().model_copy(deep=deep)
        for name, value in (update or {}).items():
            setattr(made, name, value)
        return made

    @classmethod
    def from_dict(cls, obj: Mapping[str, Any]) -> "Self":
        """Make the model of a mapping, and check it.

        Args:
            obj: the mapping; keys are those of the wire or the fields' names.

        Raises:
            ApiTypeError: it is no mapping, or only types are wrong or fields missing.
            ApiValueError: a value breaks a rule.
        """
        return coerce_body(cls, obj, limits=True)

    @classmethod
    def from_json(cls, json_str: str | bytes, *, pause_gc: bool = True) -> "Self":
        """Make the model of JSON text, and check it. See :meth:`from_dict`.

        Args:
            json_str: the text, or its bytes in UTF-8.
            pause_gc: whether garbage collection waits while a large text is read.

        Raises:
            ApiValueError: it is no JSON, or a value breaks a rule.
        """
        with waiting_collection(json_str, pause_gc):
            try:
                parsed = json.loads(json_str)
            except (ValueError, RecursionError) as error:
                raise _no_json(cls, error) from None
            return cls.from_dict(parsed)


@cache
def _secret_fields(model_class: type[Model]) -> tuple[str, ...]:
    return tuple(filter(_display.is_secret, model_class.model_fields))


def coerce_body(model_class: type[M], value: M | Mapping[str, Any], *, limits: bool) -> M:
    """Make the model of a body that was given as the model or as a mapping.

    Args:
        model_class: the body's class.
        value: an instance of it, which is returned as it is, or a mapping.
        limits: whether lengths are checked, and typos among the keys refused, too.

    Raises:
        ApiTypeError: another type, or only types are wrong or fields missing.
        ApiValueError: a value breaks a rule.
    """
    if isinstance(value, model_class):
        return value
    if model_class.one_in_list:
        value = _of_list(value)
    mapping = _mapping(model_class, value)
    return model_class(**mapping) if limits else make(model_class, mapping, limits=False)


def _of_list(value: Any) -> Any:
    return value[0] if is_list(value) and len(value) == 1 else value


def _whole_number(digits: str) -> int | str:
    try:
        return int(digits)
    except ValueError:
        return digits


def _mapping(model_class: type[Model], value: object) -> dict[str, Any]:
    if not is_mapping(value):
        raise ApiTypeError(f"{model_class.__name__}: a mapping is needed, not {type(value).__name__}")
    mapping = dict(value)
    for key in mapping:
        if not isinstance(key, str):
            raise ApiTypeError(f"{model_class.__name__}: keys must be text, not {key!r}")
    return mapping


def _no_json(model_class: type[Model], error: Exception) -> Exception:
    return ApiValueError(f"{model_class.__name__}: this is no JSON ({error})")
