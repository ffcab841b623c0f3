"""The paragraphs that a finding is about, taken out of their message."""

from dataclasses import dataclass

from composer.document import OBJECT, Document
from composer.lint.finding import Finding
from composer.lint.rule import PARTS
from composer.template import Template


@dataclass(frozen=True, slots=True)
class Extract:
    """Paragraphs, and the range of the finding's own words in their text."""

    document: Document
    start: int
    end: int


def extract_of(template: Template, finding: Finding) -> Extract | None:
    """Return the paragraphs that `finding` and what it points at as well stand in, in order.

    None where they have no words.
    """
    places = [it for it in (finding.location, *finding.related) if it.start < it.end]
    if not places or places[0].part not in PARTS:
        return None
    own = places[0]
    wanted = sorted(
        {
            (PARTS.index(it.part), index)
            for it in places
            if it.part in PARTS
            for index in _blocks(template.part(it.part), it.start, it.end)
        }
    )
    document = Document(tuple(template.part(PARTS[part]).blocks[at] for part, at in wanted))
    if not document.text.replace(OBJECT, "").strip():
        return None
    source = template.part(own.part)
    first = source.block_index(own.start)
    shift = document.starts[wanted.index((PARTS.index(own.part), first))] - source.starts[first]
    return Extract(document, own.start + shift, own.end + shift)


def _blocks(document: Document, start: int, end: int) -> range:
    return range(document.block_index(start), document.block_index(end - 1) + 1)
