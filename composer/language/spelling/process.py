"""A speller in a process of its own.

Reading a dictionary keeps Python busy for up to a second, and suggestions for half of one: in the
process that somebody types in, every key would wait.
"""

import multiprocessing
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from threading import Lock

from composer.language.spelling.dictionary import find
from composer.language.spelling.orphaned import end_with_parent
from composer.language.spelling.speller import LocalSpeller, Speller

_Answer = frozenset[str] | tuple[str, ...]


class ProcessSpeller:
    """Answers at once with what it knows; what it does not know yet is asked in the background.

    Those who `listen` are called, from another thread, when it has learned that words are wrong.
    """

    def __init__(self) -> None:
        self._listeners: list[Callable[[], None]] = []
        self._known: dict[str, dict[str, bool]] = {}
        self._slips: dict[str, frozenset[str]] = {}
        self._waiting: dict[str, set[str]] = {}
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="speller")
        self._server: _Server | None = None

    def unknown(self, words: Iterable[str], tag: str) -> frozenset[str]:
        """Return those of `words` known to be wrong; the others count as right until it is known.

        Empty where there is no dictionary for the language.
        """
        wanted = frozenset(words)
        if not wanted or find(tag) is None:
            return frozenset()
        with self._lock:
            known = self._known.setdefault(tag, {})
            fresh = wanted - known.keys()
            waiting = self._waiting.setdefault(tag, set())
            new = fresh - waiting
            waiting |= new
            found = frozenset(word for word in wanted if known.get(word) is False)
        if new:
            self._worker.submit(self._learn, tag)
        return found

    def slips(self, words: Iterable[str], tag: str) -> frozenset[str]:
        """Return those of the words known to be wrong that are no likely names by their letters."""
        return self.unknown(words, tag) & self._slips.get(tag, frozenset())

    def listen(self, heard: Callable[[], None]) -> None:
        """Call `heard` whenever answers may have changed."""
        self._listeners.append(heard)

    def forget(self, heard: Callable[[], None]) -> None:
        """Call `heard` no more."""
        self._listeners.remove(heard)

    @property
    def waiting(self) -> bool:
        """Whether it is still to be known of some words whether they are right."""
        with self._lock:
            return any(self._waiting.values())

    @property
    def patient(self) -> Speller:
        """The same speller for those who can wait: every answer is complete."""
        return _Patient(self)

    def settle(self, words: frozenset[str], tag: str) -> None:
        """Wait until it is known of all `words` whether they are right."""
        self.unknown(words, tag)
        if find(tag) is not None and words - self._known.get(tag, {}).keys():
            self._worker.submit(self._learn, tag).result()

    def suggest(self, word: str, tag: str) -> tuple[str, ...]:
        """Return what may be meant by `word`; waits for the answer."""
        return self.suggestions(word, tag).result()

    def suggestions(self, word: str, tag: str) -> "Future[tuple[str, ...]]":
        """Ask what may be meant by `word`, without waiting."""
        return self._worker.submit(lambda: tuple(self._ask("suggest", word, tag)))

    def close(self) -> None:
        """End the process; no question may follow."""
        self._worker.shutdown(wait=True, cancel_futures=True)
        if self._server is not None:
            self._server.close()

    def _learn(self, tag: str) -> None:
        with self._lock:
            words = frozenset(self._waiting[tag])
        if not words:
            return
        wrong = frozenset(self._ask("unknown", words, tag))
        slips = frozenset(self._ask("slips", wrong, tag)) if wrong else wrong
        with self._lock:
            self._slips[tag] = self._slips.get(tag, frozenset()) | slips
            self._known[tag].update((word, word not in wrong) for word in words)
            self._waiting[tag] -= words
        for heard in tuple(self._listeners) if wrong else ():
            heard()

    def _ask(self, question: str, *arguments: object) -> _Answer:
        """Put a question to the process, starting it anew where it died; nothing found then."""
        try:
            if self._server is None:
                self._server = _Server()
            return self._server.ask(question, *arguments)
        except (EOFError, OSError):
            self._server = None
            return ()


class _Patient:
    def __init__(self, speller: ProcessSpeller) -> None:
        self._speller = speller

    def unknown(self, words: Iterable[str], tag: str) -> frozenset[str]:
        wanted = frozenset(words)
        self._speller.settle(wanted, tag)
        return self._speller.unknown(wanted, tag)

    def slips(self, words: Iterable[str], tag: str) -> frozenset[str]:
        wanted = frozenset(words)
        self._speller.settle(wanted, tag)
        return self._speller.slips(wanted, tag)

    def suggest(self, word: str, tag: str) -> tuple[str, ...]:
        return self._speller.suggest(word, tag)


class _Server:
    """The other process, and the line to it; it ends when the line is cut, or with this one."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, far = context.Pipe()
        self._process = context.Process(target=_serve, args=(far,), daemon=True)
        self._process.start()
        far.close()

    def ask(self, question: str, *arguments: object) -> _Answer:
        self._line.send((question, arguments))
        answer: _Answer = self._line.recv()
        return answer

    def close(self) -> None:
        self._line.close()
        self._process.join(timeout=5)


def _serve(line: Connection) -> None:
    end_with_parent()
    speller = LocalSpeller()
    while True:
        try:
            question, arguments = line.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        line.send(getattr(speller, question)(*arguments))
