"""How often and how patiently a call is tried again."""

from __future__ import annotations

from dataclasses import dataclass

from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError


@dataclass(frozen=True)
class Retries:
    """How often and how patiently a call is tried again.

    Args:
        max_attempts: most tries of a call, the first one included; 1 for never again.
        backoff: upper bound of the first wait, in seconds; it doubles with each attempt.
        max_backoff: most seconds of one wait that the client chooses by itself.
        budget: seconds from the start of the call within which a new attempt may begin, when they are fewer than the
            Configuration's ``total_timeout``; None for no other limit.

    Raises:
        ApiTypeError: an argument has the wrong type.
        ApiValueError: an argument is negative, or there is not one attempt.
    """

    max_attempts: int = 4
    backoff: float = 0.5
    max_backoff: float = 20.0
    budget: float | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.max_attempts, int) or isinstance(self.max_attempts, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ApiTypeError(f"max_attempts must be a whole number ({self.max_attempts!r})")
        if self.max_attempts < 1:
            raise ApiValueError(f"max_attempts must be at least 1, not {self.max_attempts}")
        for name in ("backoff", "max_backoff", "budget"):
            value = getattr(self, name)
            if value is None and name == "budget":
                continue
            if not isinstance(value, (int, float)) or isinstance(value, bool):
                raise ApiTypeError(f"{name} must be a number of seconds ({value!r})")
            if not 0 <= value < 1e9:
                raise ApiValueError(f"{name} must be a number of seconds from 0 on, not {value!r}")

    @classmethod
    def of(cls, value: Retries | int | bool | None) -> Retries:
        """Read the short forms.

        Args:
            value: a Retries as it is; a number of retries after the first attempt; True or None
                for the default; False for never.

        Returns:
            The Retries that is meant.

        Raises:
            ApiTypeError: another type.
            ApiValueError: a negative number.
        """
        if isinstance(value, Retries):
            return value
        if value is None or value is True:
            return DEFAULT
        if value is False:
            return NEVER
        if not isinstance(value, int):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ApiTypeError(f"retries must be a number, a bool or a Retries, not {type(value).__name__}")
        if value < 0:
            raise ApiValueError(f"retries must be 0 or more, not {value}")
        return cls(max_attempts=value + 1)


DEFAULT = Retries()


NEVER = Retries(max_attempts=1)


Retries.__module__ = "xi_sdk_resellers"
