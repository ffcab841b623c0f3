"""Messages for one order: what the seller says in place of the placeholders, as it will leave."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from composer.document import Block, Document, Image, Inline, Marks, Placeholder
from composer.document.filling import fill
from composer.document.placeholders import PlaceholderTable
from composer.document.text import read_text
from composer.template import Template

_UNSAFE = re.compile("[\\0-\\x1f\\x7f\ufdd0\ufdd1\ufffc\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Values:
    """What placeholders stand for in one order, by name; those left empty stay as they are."""

    by_name: Mapping[str, str]
    table: PlaceholderTable

    @classmethod
    def typed(cls, by_name: Mapping[str, str], table: PlaceholderTable) -> "Values":
        """Return values as somebody typed or pasted them: each on one line, none empty."""
        lines = {name: _one_line(value) for name, value in by_name.items()}
        return cls({name: line for name, line in lines.items() if line}, table)

    def without(self, name: str) -> "Values":
        """Return all but the value of `name`."""
        return Values({it: value for it, value in self.by_name.items() if it != name}, self.table)

    def get(self, name: str) -> str | None:
        """Return the value of a placeholder, None where it stays."""
        return self.by_name.get(name)

    def in_text(self, text: str) -> str:
        """Return a plain text with its placeholders filled in."""
        reading = read_text(text, self.table)
        parts, position = [], 0
        for start, end, inline in reading.document.runs():
            value = self.get(inline.name) if isinstance(inline, Placeholder) else None
            if value is not None:
                first, last = reading.source_map.span(start, end)
                parts += [text[position:first], value]
                position = last
        return "".join((*parts, text[position:]))

    def in_address(self, address: str) -> str:
        """Return where a link leads; within an address a value is written as one has to be."""
        parts, position = [], 0
        for match in self.table.find(address):
            value = self.get(match.name)
            if value is not None:
                whole = match.start == 0 and match.end == len(address)
                parts += [address[position : match.start], value if whole else quote(value)]
                position = match.end
        return "".join((*parts, address[position:]))

    def names_in(self, words: str) -> tuple[str, ...]:
        """Return the placeholders of an address or a description that have a value."""
        return tuple(it.name for it in self.table.find(words) if it.name in self.by_name)

    def names_behind(self, inline: Inline) -> tuple[str, ...]:
        """Return those that no reader sees as placeholders: in its link or description."""
        link = inline.marks.link.href if inline.marks.link else ""
        described = (inline.alt or "") if isinstance(inline, Image) else ""
        return (*self.names_in(link), *self.names_in(described))


def _one_line(value: str) -> str:
    return " ".join(_UNSAFE.sub(" ", value).split())


def fill_template(template: Template, values: Values) -> Template:
    """Return `template` with `values` in its subject, its words, its links and its images."""
    subject = fill(template.subject, values.get).document
    return replace(template, subject=subject, body=_filled(template.body, values))


def _filled(body: Document, values: Values) -> Document:
    words = fill(body, values.get).document
    return replace(words, blocks=tuple(_block_filled(block, values) for block in words.blocks))


def _block_filled(block: Block, values: Values) -> Block:
    inlines = tuple(_inline_filled(inline, values) for inline in block.inlines)
    return block if inlines == block.inlines else replace(block, inlines=inlines)


def _inline_filled(inline: Inline, values: Values) -> Inline:
    """Return `inline` with what no reader sees as a placeholder of its own filled in."""
    if isinstance(inline, Image) and inline.alt:
        inline = replace(inline, alt=values.in_text(inline.alt))
    marks = _marks_filled(inline.marks, values)
    return inline if marks is inline.marks else replace(inline, marks=marks)


def _marks_filled(marks: Marks, values: Values) -> Marks:
    if marks.link is None or not values.names_in(marks.link.href):
        return marks
    return replace(marks, link=replace(marks.link, href=values.in_address(marks.link.href)))
