"""Bracket is not closed.

An opening bracket without a closing one, or the other way round, reads as a slip.
"""

import re
from collections.abc import Iterator

from composer.document import Block
from composer.lint.context import Context
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid

_BRACKET = re.compile(r"[()\[\]（）【】「」『』]")

rule = Rule(
    __name__,
    severity=Severity.ADVICE,
    clause="S-SPELL",
    message="“{shown}” has no other half",
    hint=_BRACKET.search,
    examples=(
        Invalid("<p>The parcel (sent on Monday is late.</p>", flags=("(",)),
        Invalid("<p>Das Paket vom Montag) ist da.</p>", language="de", flags=(")",)),
        Invalid("<p>ご注文（A1をお送りします。</p>", language="ja", flags=("（",)),
        Valid("<p>The parcel (sent on Monday) is late. a) yes b) no 1) maybe</p>"),
        Valid("<p>Thanks :-) ;) and (see [1]).</p>"),
    ),
)

_PAIRS = {")": "(", "]": "[", "）": "（", "】": "【", "」": "「", "』": "『"}
_OPENING = frozenset(_PAIRS.values())


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    text = block.text
    held: list[int] = []
    for position, char in enumerate(text):
        if char in _OPENING and not _is_face(text, position):
            held.append(position)
        elif char in _PAIRS:
            if held and text[held[-1]] == _PAIRS[char]:
                held.pop()
            elif not _is_mark(text, position):
                yield rule.finding(position, position + 1, shown=char)
    for position in held:
        yield rule.finding(position, position + 1, shown=text[position])


def _is_mark(text: str, position: int) -> bool:
    """Whether the bracket follows a list's letter or number, or is an emoticon's mouth."""
    if _is_face(text, position):
        return True
    word = text[:position].split()[-1:] or [""]
    return len(word[0]) <= 3 and word[0].isalnum()


def _is_face(text: str, position: int) -> bool:
    return text[max(0, position - 2) : position].rstrip("-o'^").endswith((":", ";", "="))
