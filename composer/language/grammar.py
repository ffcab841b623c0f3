"""English grammar, by Harper where it is installed; other languages have simple rules only."""

import importlib.util
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from threading import Lock
from typing import Any, NamedTuple, Protocol

REMEMBERED = 2_000
_KINDS = frozenset({"Agreement", "BoundaryError", "Eggcorn", "Grammar", "Malapropism"})
_ARTICLE = "Incorrect indefinite article."  # its kind, Miscellaneous, is too wide to take whole


class Issue(NamedTuple):
    """A range of a text, what is wrong there, and what to write instead where that is known."""

    start: int
    end: int
    message: str
    instead: str | None


class Grammar(Protocol):
    """Knows English grammar; may answer later."""

    def issues(self, text: str) -> tuple[Issue, ...]:
        """Return what is wrong in an English text, as far as known by now."""
        ...


def is_installed() -> bool:
    """Whether Harper is there: an extra, because it takes 145 MB of memory."""
    return importlib.util.find_spec("harper") is not None


class LocalGrammar:
    """Answers at once; the first question takes half a second longer."""

    def issues(self, text: str) -> tuple[Issue, ...]:
        """Return what is wrong in an English text."""
        return _issues(text)


class BackgroundGrammar:
    """Answers with what it knows; the rest is worked out on a thread that lets others go on.

    Those who `listen` are called from that thread when there is more to tell.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[Issue, ...]] = {}
        self._asked: set[str] = set()
        self._listeners: list[Callable[[], None]] = []
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="grammar")

    def listen(self, heard: Callable[[], None]) -> None:
        """Call `heard` whenever answers may have changed."""
        self._listeners.append(heard)

    def forget(self, heard: Callable[[], None]) -> None:
        """Call `heard` no more."""
        self._listeners.remove(heard)

    def issues(self, text: str) -> tuple[Issue, ...]:
        """Return what is known to be wrong in an English text."""
        with self._lock:
            found = self._known.get(text)
            if found is not None:
                return found
            new = text not in self._asked
            self._asked.add(text)
        if new:
            self._worker.submit(self._learn, text)
        return ()

    @property
    def waiting(self) -> bool:
        """Whether some text asked about is still to be worked out."""
        with self._lock:
            return not self._asked <= self._known.keys()

    def close(self) -> None:
        """End the thread; no question may follow."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _learn(self, text: str) -> None:
        found = _issues(text)
        with self._lock:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
                self._asked.clear()
            self._known[text] = found
        for heard in tuple(self._listeners) if found else ():
            heard()


@lru_cache(maxsize=REMEMBERED)
def _issues(text: str) -> tuple[Issue, ...]:
    return tuple(
        Issue(lint.span.start, lint.span.end, lint.message, _instead(lint))
        for lint in _harper().lint(text)
        if lint.lint_kind in _KINDS or lint.message == _ARTICLE
    )


def _instead(lint: Any) -> str | None:
    first = next(iter(lint.suggestions), None)
    return str(first.replacement_text) if first and first.kind.name == "REPLACE" else None


@cache
def _harper() -> Any:
    import harper  # noqa: PLC0415 - optional, and slow to load

    return harper.Linter()
