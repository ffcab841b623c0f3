"""Taking a telephone number, an email or a web address out of its sentence, or the sentence."""

import re
from dataclasses import replace

from composer.document import OBJECT, Block, Document
from composer.document.edits import Remove, ReplaceText, SetLink
from composer.language.phrases import Lexicon
from composer.language.phrases.lexicon import lexicon_of
from composer.language.reading import read, spoken
from composer.lint.context import Context
from composer.lint.finding import Fix
from composer.phrase import Phrase
from composer.rules._fixes import removal
from composer.rules._review_reasons import is_review_request
from composer.rules._sentences import without_sentences
from composer.rules._targets import Target
from composer.rules._wording import cut

_SPACES = " \N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"
_BREAK = "\N{LINE SEPARATOR}"
_PAIRS = {"(": ")", "[": "]", "<": ">", "（": "）", "【": "】", "“": "”", "„": "“", "«": "»"}
_INTRODUCED = re.compile(rf"[{_SPACES}]*[:：→][{_SPACES}]*\Z")
_REACH = 60
_ASIDE, _ASIDE_LETTERS = 30, 16  # characters beside a contact in brackets, letters among them
_SHORT, _FEW = 24, 3  # characters and words of a question that only leads to the next sentence
_ENDS = ".!?:：。！？"  # of what stands before: a stop after it would end nothing
_PARTS = f"{_ENDS},;、，()（–—|/•-"
_ADDING = (*",;，、（(–—|/•",)
_STOPS = re.compile(r"[.,;:!、，。]+")
_LETTER = re.compile(r"[^\W\d_]")
_CONTACT = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")  # another one in the same sentence
_LITTLE, _LITTLE_UNPARTED = 34, 13  # letters of a sentence that is there for the contact alone
_ALONE, _ALONE_UNPARTED = 30, 12  # letters of one in which nothing else can be lost
_SHOWN = 30
_LABEL = 5  # letters of an unparted sentence that is more than a label: 電話
_TOPIC = "telephone_number"  # of the sentences that ask for a reply instead
_SHORT_SENTENCE = 200  # characters; longer ones are not looked at


def without_contact(block: Block, start: int, end: int, context: Context) -> Remove:
    """Return the edit that takes out [start, end) of a block, with what only led there."""
    return Remove(*contact_removal(block.text, start, end, _lexicon(block, context)))


def with_sentence(
    alone: Fix, block: Block, start: int, end: int, context: Context, *, replies: bool = True
) -> tuple[Fix, ...]:
    """Return the fix that takes a contact out, and those for its sentence where that says more.

    The sentence goes first where it only leads to the contact: "Call." would be left of it. One
    that does no more than that can ask for a reply instead, where `replies` says so.
    """
    lexicon = _lexicon(block, context)
    around = [it for it in _sentences(block, lexicon) if it[0] < end and start < it[1]]
    if not around:
        return (alone,)
    first, last = around[0][0], around[-1][1]
    low, high = contact_removal(block.text, start, end, lexicon)
    before, after = block.text[first:low], block.text[high:last]
    if not _LETTER.search(before) and not _LETTER.search(after):
        return (alone,)
    asked = [it for it in _sentences(block, lexicon) if it[1] <= first]
    gone = [it for it in asked if _only_asks(block.text, it, first)]
    whole = without_sentences(Document((block,)), [*gone, (first, last)])
    if gone:
        lead = block.text[slice(*gone[0])].strip()
        title = Phrase("Remove “{lead}” and this sentence", lead=lead)
        whole = replace(whole, title=title, short=Phrase("Remove both sentences"))
    added = block.text[low : low + 1] in _ADDING  # "Ann, tel. 030 1234567"
    if added or context.part == "subject":
        return (alone, whole)
    if _says_much(before + after, lexicon):
        return (alone, whole)
    if not replies or is_review_request(context):  # beside a request it would be V-DIVERT
        return (whole, alone)
    begin = gone[0][0] if gone else first
    return (whole, *_replies(block, (begin, last), f"{before} {after}", lexicon), alone)


def _replies(
    block: Block, place: tuple[int, int], rest: str, lexicon: Lexicon | None
) -> tuple[Fix, ...]:
    """The fix that asks for a reply in `place`; none where `rest` is the label of a number."""
    spaced = lexicon and lexicon.script.spaced
    letters = len(_LETTER.findall(_CONTACT.sub("", rest)))
    most = _ALONE if spaced else _ALONE_UNPARTED
    says = len(rest.split()) > 1 if spaced else letters >= _LABEL
    if lexicon is None or not says or letters > most:
        return ()
    return tuple(
        Fix(
            Phrase("Say “{text}”", text=it.text),
            (ReplaceText(*place, it.text),),
            short=Phrase("Say instead “{start}”", start=cut(it.text, _SHOWN)),
        )
        for it in lexicon.rewrites
        if _TOPIC in it.topics and it.text not in block.text
    )


def _says_much(rest: str, lexicon: Lexicon | None) -> bool:
    """Whether what is left of a sentence without its contact is worth keeping."""
    if len(rest) > _SHORT_SENTENCE or OBJECT in rest:
        return True
    little = _LITTLE if lexicon and lexicon.script.spaced else _LITTLE_UNPARTED
    return len(_LETTER.findall(_CONTACT.sub("", rest))) > little


def _sentences(block: Block, lexicon: Lexicon | None) -> tuple[tuple[int, int], ...]:
    return read(block, lexicon).sentences if lexicon else ()


def _only_asks(text: str, sentence: tuple[int, int], following: int) -> bool:
    """Whether a sentence leads to the one `following` and says nothing else: "Questions?"."""
    words = text[slice(*sentence)].strip()
    alone = not text[sentence[1] : following].strip(_SPACES + _BREAK)
    short = len(words) <= _SHORT and len(words.split()) <= _FEW
    return alone and short and words.endswith(("?", "\uff1f"))


def unlinked(block: Block, target: Target, context: Context) -> tuple[Fix, ...]:
    """Return the fixes that take a link away: its words stay, a bare address goes."""
    start, end = target.start, target.end
    if target.field == "href":
        return (Fix("Remove link, keep words", (SetLink(start, end, None),)),)
    alone = Fix("Remove web address", (without_contact(block, start, end, context),))
    return with_sentence(alone, block, start, end, context, replies=False)


def contact_removal(
    text: str, start: int, end: int, lexicon: Lexicon | None = None
) -> tuple[int, int]:
    """Return the range to remove for an address or number, with brackets and what leads to it.

    "Hotline: 123." becomes "Hotline.", "us (a@b.c) or" becomes "us or", "us at 123." becomes "us.".
    """
    start, end = _bracketed(text, start, end)
    while start and end < len(text) and _PAIRS.get(text[start - 1]) == text[end]:
        start, end = start - 1, end + 1
    floor = max(0, start - _REACH)
    if lexicon is not None:
        start = floor + _led_from(_lowered(text[floor:start]), lexicon)
    introduced = _INTRODUCED.search(text, floor, start)
    low, high = (introduced.start(), end) if introduced else removal(text, start, end)
    return _closed(text, low, high)


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a range to the brackets around it that say little else: "(see www.shop.com/oak)"."""
    before = text[max(0, start - _ASIDE) : start]
    at = max(before.rfind(sign) for sign in _PAIRS)
    if at < 0:
        return start, end
    low, closing = start - len(before) + at, _PAIRS[before[at]]
    high = text.find(closing, end, end + _ASIDE)
    beside = text[low + 1 : start] + text[end : max(high, end)]
    if high < 0 or closing in beside or len(_LETTER.findall(beside)) > _ASIDE_LETTERS:
        return start, end
    return low + 1, high


def _lexicon(block: Block, context: Context) -> Lexicon | None:
    return lexicon_of(spoken(block, context.language) or context.language)


def _led_from(before: str, lexicon: Lexicon) -> int:
    """Where the words at the end of `before` begin that lead to what follows them."""
    kept = len(before)
    place = kept
    while True:
        lead = _last(before[:place].rstrip(_SPACES), lexicon.leads, lexicon)
        if lead is not None:
            kept = place = lead
            continue
        label = _last(_uncoloned(before[:place]), lexicon.labels, lexicon)
        if label is None:
            return kept
        ahead = before[:label].rstrip(_SPACES)
        place = label
        dotted = _uncoloned(before[label:kept]).endswith(".")
        if dotted or not ahead or ahead[-1] in _PARTS or ahead[-1] == _BREAK:
            kept = label
        elif _last(ahead, lexicon.leads, lexicon) is None:
            return kept


def _lowered(text: str) -> str:
    """Return `text` in small letters, as long as it was."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


def _uncoloned(before: str) -> str:
    return before.rstrip(_SPACES).rstrip(":：").rstrip(_SPACES)


def _last(before: str, words: tuple[str, ...], lexicon: Lexicon) -> int | None:
    """Where the one of `words` begins that `before` ends with, None where it does with none."""
    for word in words:
        at = len(before) - len(word)
        parted = at == 0 or not lexicon.script.spaced or not before[at - 1 : at].isalnum()
        if at >= 0 and before.endswith(word) and parted:
            return at
    return None


def _closed(text: str, low: int, high: int) -> tuple[int, int]:
    """Return a range with the sign behind it, or before it, that would be left without a word."""
    before = text[:low].rstrip(_SPACES)
    stops = _STOPS.match(text, high)
    if (not before or before[-1] in _ENDS or before[-1] == _BREAK) and stops:
        high = stops.end()
        while (not before or before[-1] == _BREAK) and text[high : high + 1] in (*_SPACES,):
            high += 1
    elif before.endswith((",", ";", "、", "，")) and (
        stops or text[high : high + 1] in ("", _BREAK)
    ):
        low = len(before) - 1
    return low, high
