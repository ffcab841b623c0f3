"""Patterns: how a lexicon writes words, and what they become to be searched for.

::

    leave a review          these words in a row, whatever stands between them but letters
    review*  *bewertung     any ending, any beginning
    (leave|write) a         one of these
    please [kindly] leave   a word that may be missing
    bewert(e|en|ung)        glued: parts of one word
    leave ... review        up to six words between (fifteen characters where words are not parted);
                            at the end it says nothing
    @review                 any pattern of the cue of that name
    @  @*                   the sign itself, alone or before a name
    #  #%                   a number, a number of per cent
    e-mail                  a hyphen may be missing, or be a space
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from composer.language.phrases.literals import UNKNOWN, Anchors, Literals, Row, Texts, either
from composer.language.phrases.script import Script

_TOKEN = re.compile(r"\.\.\.|@\w+|[()\[\]|]|\s+|(?:(?!\.\.\.)[^\s()\[\]|@])+|.")
_END = "\n"
_CLOSING = frozenset({"|", ")", "]", _END})
_SIGNS = _CLOSING | {"(", "[", " ", "..."}
_MARKS = frozenset("?!:@…。？！؟")
_ONE_CUE = re.compile(r"@\w+")
_WORD_BEGINS, _LETTER_BEGINS, _WORD_ENDS = r"(?<!\w(?=\w))", r"(?<!\w)", r"(?!(?<=\w)\w)"


class PatternError(ValueError):
    """A pattern that is not written as patterns are; the text says what is wrong."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern as a regular expression, and words of which one must be there.

    `phrases` is not empty where it is nothing but words: then what matches is one of these in a
    plain text (:meth:`Script.plain`), the first of them where several begin at the same place.
    """

    source: str
    anchors: Anchors
    phrases: Texts = ()


class _Part(NamedTuple):
    """Part of a pattern; `begins` says that whatever matches begins with a letter or digit."""

    source: str
    literals: Literals
    begins: bool = True


class Patterns:
    """The patterns of one language; `cues` has those that others call by name (`@name`).

    Each cue, pattern and word is read once, however often it comes.
    """

    def __init__(self, script: Script, cues: Mapping[str, tuple[str, ...]]) -> None:
        self.script = script
        self._cues = cues
        self._parsed: dict[str, _Part] = {}
        self._inside: dict[str, _Part] = {}
        self._alone: dict[str, tuple[Compiled, ...]] = {}
        self._words: dict[str, _Part] = {}
        self._open: list[str] = []

    def compiled(self, text: str) -> tuple[Compiled, ...]:
        """Return the regular expressions of a pattern, one for each choice that it is as a whole.

        Each is tried only where its own words stand. A choice that is nothing but a cue is all of
        its patterns.

        Raises:
            PatternError: for unbalanced brackets, an unknown cue or one that holds itself.
        """
        found: list[Compiled] = []
        for choice in _choices(text):
            if _ONE_CUE.fullmatch(choice) and choice[1:] in self._cues:
                found += self._choices_of(choice[1:])
            else:
                found.append(self._framed(choice))
        return tuple(found)

    def inside(self, name: str, text: str) -> _Part:
        """Return what stands for `@name` within the pattern `text`; raises PatternError."""
        if name not in self._inside:
            if name not in self._cues:
                raise PatternError(f"“{text}” names no cue @{name}")
            with self._opened(name):
                choices = [choice for each in self._cues[name] for choice in _choices(each)]
                part = _either([self._parse(choice) for choice in choices])
            self._inside[name] = part._replace(source=f"(?:{part.source})")
        return self._inside[name]

    def word(self, token: str) -> _Part:
        """Return what stands for a word of a pattern."""
        found = self._words.get(token)
        if found is None:
            found = self._words[token] = _word(token, self.script)
        return found

    def _choices_of(self, name: str) -> tuple[Compiled, ...]:
        if name not in self._alone:
            with self._opened(name):
                each = tuple(it for text in self._cues[name] for it in self.compiled(text))
            self._alone[name] = each
        return self._alone[name]

    @contextmanager
    def _opened(self, name: str) -> Iterator[None]:
        if name in self._open:
            raise PatternError(f"the cue @{name} names itself")
        self._open.append(name)
        try:
            yield
        finally:
            self._open.pop()

    def _parse(self, text: str) -> _Part:
        found = self._parsed.get(text)
        if found is None:
            found = self._parsed[text] = _Parser(text, self).whole()
        return found

    def _framed(self, text: str) -> Compiled:
        part = self._parse(text)
        if not part.source:
            raise PatternError(f"“{text}” has no words")
        if not self.script.spaced:
            return Compiled(part.source, part.literals.anchors())
        literals = part.literals.framed()
        start = _LETTER_BEGINS if part.begins else _WORD_BEGINS
        return Compiled(
            f"{start}(?:{part.source}){_WORD_ENDS}", literals.anchors(), literals.phrases()
        )


def _choices(text: str) -> list[str]:
    """The alternatives of a pattern that is nothing but alternatives."""
    if "|" not in text and not text.startswith("("):
        return [text]
    pieces = _TOKEN.findall(text.strip())
    parts, depth = [""], 0
    for piece in pieces:
        depth += (piece in {"(", "["}) - (piece in {")", "]"})
        if piece == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    if len(parts) > 1:
        return [choice for part in parts for choice in _choices(part)]
    return _choices(text.strip()[1:-1]) if _is_one_group(pieces) else [text]


def _is_one_group(pieces: list[str]) -> bool:
    depth = 0
    for number, piece in enumerate(pieces):
        depth += (piece == "(") - (piece == ")")
        if depth == 0 and number < len(pieces) - 1:
            return False
    return bool(pieces) and pieces[0] == "(" and pieces[-1] == ")"


class _Parser:
    """Reads one pattern, token by token.

    Only the ends of a whole pattern need to look whether a word begins or ends there: what stands
    between two words is never a letter.
    """

    def __init__(self, text: str, patterns: Patterns) -> None:
        self._text = text
        self._patterns = patterns
        self._script = patterns.script
        self._between, self._gap = self._script.between, self._script.gap
        self._tokens = [*_TOKEN.findall(" ".join(text.split())), _END]
        self._next = 0

    def whole(self) -> _Part:
        """Read all of the pattern; raises PatternError."""
        part = self._alternatives()
        if self._tokens[self._next] != _END:
            raise PatternError(f"“{self._text}” has a bracket too many")
        return part

    def _alternatives(self) -> _Part:
        choices = [self._choice()]
        while self._tokens[self._next] == "|":
            self._next += 1
            choices.append(self._choice())
        return _either(choices)

    def _choice(self) -> _Part:
        piece = self._tokens[self._next]
        if piece not in _SIGNS and self._tokens[self._next + 1] in _CLOSING:  # one word, as most
            self._next += 1
            return self._item(piece)
        return self._sequence()

    def _sequence(self) -> _Part:
        """Items in a row; an optional one takes the space beside it along."""
        source, between, begun, begins = "", "", False, True
        row = Row()
        while (piece := self._tokens[self._next]) not in _CLOSING:
            self._next += 1
            if piece == "...":
                between = self._gap
            elif piece == " ":
                between = between or self._between
            elif piece == "[":
                inner = self._inside("]")
                begins &= begun or (inner.begins and not between)
                if self._tokens[self._next] == " " and (not begun or between == self._gap):
                    self._next += 1
                    source += f"{between}(?:(?:{inner.source}){self._between})?"
                    self._space(row, between)
                    row.optional(inner.literals, after=self._script.joint)
                else:
                    source += f"(?:{between}(?:{inner.source}))?"
                    self._optional(row, between, inner)
                between = ""
            else:
                item = self._item(piece)
                self._space(row, between)
                row.add(item.literals)
                if piece[0] in _MARKS and not _ONE_CUE.match(piece):
                    between = self._script.before_mark(between)
                begins &= begun or (item.begins and (not between or bool(source)))
                source, between, begun = source + between + item.source, "", True
        return _Part(source, row.literals(), begun and begins)

    def _space(self, row: Row, between: str) -> None:
        """What a `between` or `gap` leaves in a plain text."""
        if not between:
            return
        row.text(self._script.joint)
        if between == self._gap:
            row.like()
            row.text(self._script.joint)

    def _optional(self, row: Row, between: str, inner: _Part) -> None:
        if between == self._gap:
            row.optional(UNKNOWN)
        else:
            before = self._script.joint if between else ""
            row.optional(inner.literals, before, closed=self._tokens[self._next] in {" ", "..."})

    def _item(self, piece: str) -> _Part:
        if piece == "(":
            inner = self._inside(")")
            return inner._replace(source=f"(?:{inner.source})")
        if _ONE_CUE.match(piece):
            return self._patterns.inside(piece[1:], self._text)
        return self._patterns.word(piece)

    def _inside(self, bracket: str) -> _Part:
        inner = self._alternatives()
        if self._tokens[self._next] != bracket:
            raise PatternError(f"“{self._text}” has a bracket too few")
        self._next += 1
        return inner


def _word(token: str, script: Script) -> _Part:
    if token.isalpha() and script.spellings.keys().isdisjoint(token.lower()):
        letters = script.fold(token)
        return _Part(letters, Literals(((letters,),)))
    source, row = "", Row()
    for char in token:
        letter = script.fold(char)
        other = script.spellings.get(char.lower())
        sign = script.sign(char)
        if other is not None:
            source += f"(?:{re.escape(letter)}|{re.escape(other)})"
            row.text(letter, other)
        elif sign is not None:
            source += sign
            row.like(*script.plain_sign(char))
        else:
            source += re.escape(letter)
            plain = script.plain_letter(letter)
            row.text(plain) if plain == letter else row.like(plain)
    begins = token.lstrip("*")[:1].isalnum() or token.startswith("#")
    return _Part(source, row.literals(), begins)


def _either(choices: list[_Part]) -> _Part:
    if len(choices) == 1:
        return choices[0]
    return _Part(
        "|".join(choice.source for choice in choices),
        either(choice.literals for choice in choices),
        all(choice.begins for choice in choices),
    )
