"""What a rule may know beside the text: the policy, the scene, the seller's own settings."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from composer.document import OBJECT, Block, Document, Image
from composer.language.grammar import Grammar
from composer.language.phrases import Lexicon, Passage, TextBlock
from composer.language.phrases.lexicon import lexicon_of
from composer.language.reading import read, spoken
from composer.language.spelling import Speller
from composer.policy import Policy
from composer.template import Template


@dataclass(frozen=True, slots=True)
class Settings:
    """What a seller declares once for a library; everything in lower case.

    `hosts` are carriers' beside those we know, `placeholders` names that the seller's own tool
    fills in, `pictures` the addresses of pictures the seller has looked at and answered for.
    """

    words: frozenset[str] = frozenset()
    brands: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    placeholders: frozenset[str] = frozenset()
    pictures: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """The scene a block is checked in; equal contexts give equal findings for equal blocks.

    `memo` holds facts that hang on the scene, such as where an address leads.
    """

    policy: Policy
    part: str = "body"
    language: str = "en"
    reason: str = ""
    channel: str = "email"
    marketplace: str = "amazon.com"
    settings: Settings = Settings()
    speller: Speller | None = field(default=None, compare=False)
    grammar: Grammar | None = field(default=None, compare=False)
    memo: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def html(self) -> bool:
        """Whether the message is sent as HTML, so that styling reaches the buyer."""
        return self.channel == "email"

    @property
    def proactive(self) -> bool:
        """Whether the seller writes first; unknown reasons count as proactive."""
        return self.reason != "reply"


@dataclass(frozen=True)
class Message:
    """The whole template, for rules that cannot judge one block alone; `memo` holds facts."""

    template: Template
    context: Context
    memo: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def subject(self) -> Document:
        """The subject line, a document of one block."""
        return self.template.subject

    @property
    def body(self) -> Document:
        """The body."""
        return self.template.body

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The text by language, ready to be asked for wording; quoted words are left out.

        A paragraph in another language than the template's is looked up in its own.
        """
        texts: dict[str, list[TextBlock]] = {}
        lexicons: dict[str, Lexicon] = {}
        for part, start, block in self._spoken():
            language = spoken(block, self.context.language) or self.context.language
            lexicon = lexicon_of(language) or lexicon_of(self.context.language)
            if lexicon is not None:
                lexicons[lexicon.tag] = lexicon
                texts.setdefault(lexicon.tag, []).append(
                    TextBlock(part, start, block.text, read(block, lexicon))
                )
        return tuple(Passage(lexicons[tag], blocks) for tag, blocks in texts.items())

    @cached_property
    def alternative_texts(self) -> tuple[tuple[int, str, Passage], ...]:
        """What the pictures of the body say instead: position of each, its text, and that read."""
        lexicon = lexicon_of(self.context.language)
        return tuple(
            (base + start, inline.alt, Passage(lexicon, [TextBlock("alt", 0, inline.alt)]))
            for base, block in zip(self.body.starts, self.body.blocks, strict=True)
            for start, _, inline in (block.runs() if OBJECT in block.text else ())
            if isinstance(inline, Image) and inline.alt and lexicon is not None
        )

    def _spoken(self) -> Iterator[tuple[str, int, Block]]:
        """Part, start and block of what the seller says, not what the buyer is quoted with."""
        for part, document in (("subject", self.subject), ("body", self.body)):
            for start, block in zip(document.starts, document.blocks, strict=True):
                text = block.text
                if text and not text.isspace() and not (text[0] == ">" or self._is_quote(block)):
                    yield part, start, block

    def _is_quote(self, block: Block) -> bool:
        if self.context.proactive:
            return False
        return any(container.tag == "blockquote" for container in block.path)
