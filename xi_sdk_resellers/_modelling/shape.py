"""The bare base of all models: what reading and writing them needs to know."""

# Annotations are no texts here: pydantic would evaluate those of these classes for every class below them.
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import BaseModel, ConfigDict

from xi_sdk_resellers import _display

if TYPE_CHECKING:
    from typing_extensions import Self

    class Shape(BaseModel):
        """A model as its readers and writers see it."""

        other_spellings: ClassVar[Mapping[str, str]]
        """Other spellings of keys that were seen on the wire, and the fields that they stand for."""

        one_for_list: ClassVar[frozenset[str]]
        """Fields that were seen with one object where the contract says list."""

        booleans_as_text: ClassVar[frozenset[str]]
        """Fields of text that a request may have true or false for."""

        shown_as: ClassVar[tuple[str, str] | None]
        """What people call it, and the field that tells one from another."""

        one_in_list: ClassVar[bool]
        """Whether it was seen as the one item of a list, too."""

        @classmethod
        def from_dict(cls, obj: Mapping[str, Any]) -> Self:
            """Make the model of a mapping whose keys are those of the wire or the fields' names."""
            ...

else:

    class _ShapeType(type(BaseModel)):
        @property
        def __signature__(cls):
            return _display.constructor(cls)

        @__signature__.setter
        def __signature__(cls, value):
            """Drop what pydantic makes: it names the keys of the wire, which nobody should have to type."""

    class Shape(BaseModel, metaclass=_ShapeType):
        """A model as its readers and writers see it."""

        # The first class that pydantic finishes makes it look for its plugins in every installed distribution.
        model_config = ConfigDict(defer_build=True)

        other_spellings: ClassVar = {}
        one_for_list: ClassVar = frozenset()
        booleans_as_text: ClassVar = frozenset()
        shown_as: ClassVar = None
        one_in_list: ClassVar = False

    # pydantic knows them now, and would evaluate them once more for every class below.
    Shape.__annotations__ = {}
