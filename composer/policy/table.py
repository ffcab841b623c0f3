"""Typed reading of the policy's TOML files, with errors that name file, table and key."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


class PolicyError(ValueError):
    """The policy's data is missing something, or has something that cannot be."""


@dataclass(frozen=True, slots=True)
class Table:
    """One TOML table; `place` says where it stands, for error messages."""

    values: Mapping[str, object]
    place: str
    _read: set[str] = field(default_factory=set, init=False, repr=False, compare=False)

    @classmethod
    def load(cls, path: Path) -> "Table":
        """Read a TOML file; raises PolicyError where it is not valid TOML."""
        return cls.parse(path.read_bytes(), path.name)

    @classmethod
    def parse(cls, content: bytes, name: str) -> "Table":
        """Read the content of a TOML file; raises PolicyError where it is not valid TOML."""
        try:
            return cls(tomllib.loads(content.decode()), name)
        except tomllib.TOMLDecodeError as error:
            raise PolicyError(f"{name}: {error}") from error

    def text(self, key: str) -> str:
        """Return a text that must be there and not be empty."""
        value = self.optional_text(key)
        if not value:
            raise PolicyError(f"{self.place}: {key} is missing")
        return value

    def optional_text(self, key: str) -> str | None:
        """Return a text, or None where the key is left out."""
        value = self._get(key)
        if value is None or isinstance(value, str):
            return value
        raise self._wrong(key, "a text")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where the key is left out."""
        value = self._get(key)
        items = [] if value is None else value
        if not isinstance(items, list):
            raise self._wrong(key, "a list of texts")
        texts = tuple(item for item in items if isinstance(item, str))
        if len(texts) != len(items):
            raise self._wrong(key, "a list of texts")
        return texts

    def whole(self, key: str) -> int:
        """Return a whole number that must be there."""
        value = self.optional_whole(key)
        if value is None:
            raise PolicyError(f"{self.place}: {key} is missing")
        return value

    def optional_whole(self, key: str) -> int | None:
        """Return a whole number, or None where the key is left out."""
        value = self._get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise self._wrong(key, "a whole number")

    def fraction(self, key: str) -> float:
        """Return a number from 0 to 1 that must be there."""
        value = self._get(key)
        if isinstance(value, float) and 0 <= value <= 1:
            return value
        raise self._wrong(key, "a number from 0 to 1, such as 0.20")

    def flag(self, key: str) -> bool:
        """Return a truth value that must be there."""
        value = self.optional_flag(key)
        if value is None:
            raise PolicyError(f"{self.place}: {key} is missing")
        return value

    def optional_flag(self, key: str) -> bool | None:
        """Return a truth value, or None where the key is left out."""
        value = self._get(key)
        if value is None or isinstance(value, bool):
            return value
        raise self._wrong(key, "true or false")

    def day(self, key: str) -> date:
        """Return a date that must be there."""
        value = self.optional_day(key)
        if value is None:
            raise PolicyError(f"{self.place}: {key} is missing")
        return value

    def optional_day(self, key: str) -> date | None:
        """Return a date, or None where the key is left out."""
        value = self._get(key)
        if value is None or type(value) is date:
            return value
        raise self._wrong(key, "a date")

    def table(self, key: str) -> "Table":
        """Return a table inside this one, empty where the key is left out."""
        value = self._get(key)
        if value is None or isinstance(value, dict):
            return Table(value or {}, f"{self.place}, {key}")
        raise self._wrong(key, "a table")

    def tables(self, key: str) -> Iterator["Table"]:
        """Yield the tables of an array, each named by its `id` or number in errors."""
        value = self._get(key)
        if not isinstance(value, list):
            raise self._wrong(key, "an array of tables")
        for number, item in enumerate(value, start=1):
            if not isinstance(item, dict):
                raise self._wrong(key, "an array of tables")
            yield Table(item, f"{self.place}, {key} {item.get('id', number)}")

    def done(self) -> None:
        """Raise PolicyError where the table has a key nobody asked for: a slip of the pen."""
        unknown = sorted(set(self.values) - self._read)
        if unknown:
            raise PolicyError(f"{self.place}: unknown {', '.join(unknown)}")

    def _get(self, key: str) -> object:
        self._read.add(key)
        return self.values.get(key)

    def _wrong(self, key: str, wanted: str) -> PolicyError:
        return PolicyError(f"{self.place}: {key} must be {wanted}")
