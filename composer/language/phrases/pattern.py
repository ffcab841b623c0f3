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
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

GAP_WORDS = 6
GAP_CHARACTERS = 15
_TOKEN = re.compile(r"\.\.\.|@\w+|[()\[\]|]|\s+|(?:(?!\.\.\.)[^\s()\[\]|@])+|.")
_MARKS = frozenset("?!:@…。？！؟")
_ONE_CUE = re.compile(r"@\w+")
_SIGNS = {"*": "", "#": r"\d(?:[\d.,]*\d)?", "%": r"\s?[%٪]", "'": "'?", "-": r"[^\w\n]?"}
_WORD_BEGINS, _LETTER_BEGINS, _WORD_ENDS = r"(?<!\w(?=\w))", r"(?<!\w)", r"(?!(?<=\w)\w)"
Anchors = tuple[frozenset[str], ...]
"""One word of each set stands in whatever matches; without a set nothing is known of it."""


class PatternError(ValueError):
    """A pattern that is not written as patterns are; the text says what is wrong."""


@dataclass(frozen=True, slots=True)
class Script:
    """How a language is written: whether spaces part its words, and how its letters fold.

    `spellings` are other ways to write a letter (`ü` as ``ue``), in folded letters. `vowel_signs`
    says that words hold signs which :mod:`re`, faster than :mod:`regex`, takes for no letters.
    `words` keeps what words became: patterns share most of theirs.
    """

    spaced: bool
    fold: Callable[[str], str]
    spellings: Mapping[str, str] = field(default_factory=dict)
    vowel_signs: bool = False
    words: dict[str, "Compiled"] = field(default_factory=dict, compare=False, repr=False)

    @property
    def between(self) -> str:
        """What may stand between two words of a pattern."""
        return r"[^\w\n]+" if self.spaced else r"[^\S\n]*"

    @property
    def gap(self) -> str:
        """What `...` stands for, the spaces around it included."""
        if self.spaced:
            return rf"[^\w\n]+(?:\w+[^\w\n]+){{0,{GAP_WORDS}}}?"
        return self._wide_gap

    def before_mark(self, between: str) -> str:
        """What stands for a `between` or `gap` where no letter but a mark (`?`) comes next."""
        if not self.spaced or not between:
            return between
        words = rf"(?:[^\w\n]+\w+){{0,{GAP_WORDS}}}?" if between == self.gap else ""
        return rf"{words}[^\w\n]*?"

    @property
    def _wide_gap(self) -> str:
        return rf"[^\n。！？!?]{{0,{GAP_CHARACTERS}}}?"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern as a regular expression, and words of which one must be there.

    `begins` says that whatever matches begins with a letter or digit.
    """

    source: str
    anchors: Anchors
    begins: bool = True


def compile_pattern(
    text: str, script: Script, cues: Mapping[str, tuple[str, ...]]
) -> tuple[Compiled, ...]:
    """Return the regular expressions of a pattern, one for each choice that it is as a whole.

    Each is tried only where its own words stand. `cues` are the patterns of each `@name`; a choice
    that is nothing but a cue is all of its patterns.

    Raises:
        PatternError: for unbalanced brackets, an unknown cue or one that holds itself.
    """
    compiled: list[Compiled] = []
    for choice in _choices(text):
        name = choice[1:] if _ONE_CUE.fullmatch(choice) else ""
        if name in cues:
            others = {key: value for key, value in cues.items() if key != name}
            for each in cues[name]:
                compiled += compile_pattern(each, script, others)
        else:
            compiled.append(_compiled(choice, script, cues))
    return tuple(compiled)


def _choices(text: str) -> list[str]:
    """The alternatives of a pattern that is nothing but alternatives."""
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


def _compiled(text: str, script: Script, cues: Mapping[str, tuple[str, ...]]) -> Compiled:
    compiled = _parse(text, script, cues)
    if not compiled.source:
        raise PatternError(f"“{text}” has no words")
    if not script.spaced:
        return compiled
    start = _LETTER_BEGINS if compiled.begins else _WORD_BEGINS
    return Compiled(f"{start}(?:{compiled.source}){_WORD_ENDS}", compiled.anchors)


def _parse(text: str, script: Script, cues: Mapping[str, tuple[str, ...]]) -> Compiled:
    parser = _Parser(text, script, cues)
    compiled = parser.alternatives()
    if parser.piece is not None:
        raise PatternError(f"“{text}” has a bracket too many")
    return compiled


class _Parser:
    """Reads one pattern, token by token.

    Only the ends of a whole pattern need to look whether a word begins or ends there: what stands
    between two words is never a letter.
    """

    def __init__(self, text: str, script: Script, cues: Mapping[str, tuple[str, ...]]) -> None:
        self._text = text
        self._script = script
        self._cues = cues
        self._tokens = _TOKEN.findall(" ".join(text.split()))
        self._next = 0

    @property
    def piece(self) -> str | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def alternatives(self) -> Compiled:
        choices = [self._sequence()]
        while self.piece == "|":
            self._next += 1
            choices.append(self._sequence())
        return _either(choices)

    def _sequence(self) -> Compiled:
        """Items in a row; an optional one takes the space beside it along."""
        source, between, begun, begins = "", "", False, True
        anchors: Anchors = ()
        while (piece := self.piece) is not None and piece not in {"|", ")", "]"}:
            self._next += 1
            if piece == "...":
                between = self._script.gap
            elif piece == " ":
                between = between or self._script.between
            elif piece == "[":
                inner = self._inside("]")
                begins &= begun or (inner.begins and not between)
                if self.piece == " " and (not begun or between == self._script.gap):
                    self._next += 1
                    source += f"{between}(?:(?:{inner.source}){self._script.between})?"
                else:
                    source += f"(?:{between}(?:{inner.source}))?"
                between = ""
            else:
                item = self._item(piece)
                if piece[0] in _MARKS and not _ONE_CUE.match(piece):
                    between = self._script.before_mark(between)
                begins &= begun or (item.begins and (not between or bool(source)))
                source, between, begun = source + between + item.source, "", True
                anchors += item.anchors
        return Compiled(source, anchors, begun and begins)

    def _item(self, piece: str) -> Compiled:
        if piece == "(":
            inner = self._inside(")")
            return Compiled(f"(?:{inner.source})", inner.anchors, inner.begins)
        return self._cue(piece[1:]) if _ONE_CUE.match(piece) else self._word(piece)

    def _inside(self, bracket: str) -> Compiled:
        inner = self.alternatives()
        if self.piece != bracket:
            raise PatternError(f"“{self._text}” has a bracket too few")
        self._next += 1
        return inner

    def _cue(self, name: str) -> Compiled:
        if name not in self._cues:
            raise PatternError(f"“{self._text}” names no cue @{name}")
        others = {key: value for key, value in self._cues.items() if key != name}
        either = _either([_parse(each, self._script, others) for each in self._cues[name]])
        return Compiled(f"(?:{either.source})", either.anchors, either.begins)

    def _word(self, token: str) -> Compiled:
        found = self._script.words.get(token)
        if found is None:
            found = self._script.words[token] = self._compiled_word(token)
        return found

    def _compiled_word(self, token: str) -> Compiled:
        source, known = "", [""]
        for char in token:
            letter = self._script.fold(char)
            other = self._script.spellings.get(char.lower())
            if other is not None:
                source += f"(?:{re.escape(letter)}|{re.escape(other)})"
            elif char in _SIGNS:
                source += self._sign(char)
            else:
                source += re.escape(letter)
                known[-1] += letter
                continue
            known.append("")
        longest = max(known, key=len)
        enough = len(longest) >= (2 if self._script.spaced else 1)
        begins = token.lstrip("*")[:1].isalnum() or token.startswith("#")
        return Compiled(source, (frozenset({longest}),) if enough else (), begins)

    def _sign(self, char: str) -> str:
        if char == "*":
            return r"\w*" if self._script.spaced else ""
        return _SIGNS[char]


def _either(choices: list[Compiled]) -> Compiled:
    if len(choices) == 1:
        return choices[0]
    known = [best(choice.anchors) for choice in choices if choice.anchors]
    anchors = (frozenset[str]().union(*known),) if len(known) == len(choices) else ()
    begins = all(choice.begins for choice in choices)
    return Compiled("|".join(choice.source for choice in choices), anchors, begins)


def best(anchors: Anchors) -> frozenset[str]:
    """Return the set that says most: the one whose shortest word is longest, then the smallest."""
    return max(anchors, key=lambda each: (min(map(len, each)), -len(each)))
