"""Literals: which words stand in a text wherever a pattern matches.

They are looked for all at once, and in a plain text (:meth:`Script.plain`); a pattern is tried
only where its own stand. A pattern that is nothing but words needs no trying at all.
"""

from collections.abc import Iterable
from typing import NamedTuple

LIMIT = 8
"""How many texts are told apart: with more, a pattern is cut into several runs."""

Texts = tuple[str, ...]
Anchors = tuple[frozenset[str], ...]
"""One text of each set stands in whatever matches; without a set nothing is known of it."""

EMPTY: Texts = ("",)


class Literals(NamedTuple):
    """What is known of the text that a part of a pattern matches.

    `runs` are in order, anything may stand between two of them; each is one of its texts, the one
    that is preferred first. `needed` are texts in places unknown. `exact` says that every one of
    the texts matches, however its words are parted.
    """

    runs: tuple[Texts, ...] = (EMPTY,)
    needed: Anchors = ()
    exact: bool = True

    def anchors(self) -> Anchors:
        """Return what must stand in a text."""
        return (*self.needed, *(frozenset(run) for run in self.runs if _tells(run)))

    def phrases(self) -> Texts:
        """Return the texts that match and no others do; nothing where they are not known."""
        known = self.exact and len(self.runs) == 1 and all(map(str.strip, self.runs[0]))
        return self.runs[0] if known else ()

    def framed(self) -> "Literals":
        """Return the same for a pattern around which no word goes on."""
        runs = list(self.runs)
        runs[0] = tuple([_joined(" ", text) for text in runs[0]])
        runs[-1] = tuple([_joined(text, " ") for text in runs[-1]])
        return self._replace(runs=tuple(runs))


UNKNOWN = Literals((EMPTY, EMPTY), exact=False)
"""Of what may be anything."""


class Row:
    """The literals of parts in a row, from left to right."""

    def __init__(self) -> None:
        self._runs: list[Texts] = [EMPTY]
        self._needed: Anchors = ()
        self._exact = True

    def add(self, part: Literals) -> None:
        """Take `part` as coming next."""
        runs, needed, exact = part
        self.text(*runs[0])
        if not exact or len(runs) > 1:
            self._runs += runs[1:]
            self._needed += needed
            self._exact &= exact

    def text(self, *texts: str) -> None:
        """Take one of `texts` as coming next."""
        run = self._runs[-1]
        if len(run) == len(texts) == 1:
            self._runs[-1] = (_joined(run[0], texts[0]),)
        elif joined := _product(run, texts):
            self._runs[-1] = joined
        else:
            before = " " if self._is_closed() else ""
            self._runs.append(tuple([_joined(before, text) for text in texts]))

    def like(self, *texts: str) -> None:
        """Take what is one of `texts` in a plain text as coming next; anything without any."""
        self._exact = False
        if texts:
            self.text(*texts)
        else:
            self._runs.append(EMPTY)

    def optional(
        self, part: Literals, before: str = "", after: str = "", *, closed: bool = False
    ) -> None:
        """Take `part` as coming next or not; `before` and `after` come and go with it.

        Where it is `closed` no word goes on without it.
        """
        texts = tuple([_joined(_joined(before, text), after) for text in part.runs[0]])
        known = len(part.runs) == 1
        joined = _product(self._runs[-1], (*texts, "")) if known else ()
        if joined:
            self._runs[-1] = joined
            self._exact &= part.exact
            return
        parted = self._is_closed()
        if before and closed:
            self.text(" ")
        self.like()
        if after and parted:
            self.text(" ")

    def literals(self) -> Literals:
        """Return what is known of all parts together."""
        return Literals(tuple(self._runs), self._needed, self._exact)

    def _is_closed(self) -> bool:
        return all(text.endswith(" ") for text in self._runs[-1])


def either(choices: Iterable[Literals]) -> Literals:
    """Return what is known where one of `choices` matches, the first being preferred."""
    choices = tuple(choices)
    if all(len(choice.runs) == 1 for choice in choices):
        texts = tuple(dict.fromkeys(text for choice in choices for text in choice.runs[0]))
        if len(texts) <= LIMIT:
            return Literals((texts,), exact=all(choice.exact for choice in choices))
    known = [best(anchors) for choice in choices if (anchors := choice.anchors())]
    needed = (frozenset[str]().union(*known),) if len(known) == len(choices) else ()
    return UNKNOWN._replace(needed=needed)


def best(anchors: Anchors) -> frozenset[str]:
    """Return the set that says most: the one whose shortest text is longest, then the smallest."""
    return max(anchors, key=lambda each: (min(map(len, each)), -len(each)))


def _tells(run: Texts) -> bool:
    """Whether a run is worth looking for: no letter of a word; a sign of Chinese says enough."""
    return all(len(text) > 2 or len(text.strip()) == 2 or text > "\u2e80" for text in run)


def _product(left: Texts, right: Texts) -> Texts:
    """Each of `left` with each of `right`; nothing where those are too many."""
    if len(left) * len(right) > LIMIT:
        return ()
    return tuple(dict.fromkeys([_joined(one, other) for one in left for other in right]))


def _joined(left: str, right: str) -> str:
    return left + right[1:] if right[:1] == " " == left[-1:] else left + right
