"""Finding words in every template of a library, and what they become with others in their place."""

from collections.abc import Iterable
from dataclasses import dataclass

from composer.document.search import Hit, Query, find
from composer.library.files import StoredTemplate
from composer.lint.rule import PARTS
from composer.template import Template

AROUND = 40  # characters shown on each side of a hit


@dataclass(frozen=True, slots=True)
class Place:
    """One hit in a part of a template; `before` and `after` are the words around it."""

    part: str
    hit: Hit
    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Found:
    """A template with the places of what was looked for, in order."""

    stored: StoredTemplate
    places: tuple[Place, ...]

    def replaced(self, query: Query, text: str) -> Template:
        """Return the template with `text` in every place.

        Raises:
            QueryError: where `text` names a group that the pattern has not.
        """
        template = self.stored.template
        for part in PARTS:
            edits = [it.hit.replaced(query, text) for it in self.places if it.part == part]
            template = template.edited(part, tuple(edits))
        return template


def search(stored: Iterable[StoredTemplate], query: Query) -> tuple[Found, ...]:
    """Return the templates in which `query` stands, subject first.

    Raises:
        QueryError: where the pattern is not a regular expression, or takes too long.
    """
    found = (Found(each, tuple(_places(each.template, query))) for each in stored)
    return tuple(each for each in found if each.places)


def _places(template: Template, query: Query) -> Iterable[Place]:
    for part in PARTS:
        text = template.part(part).text
        for hit in find(template.part(part), query):
            before = text[: hit.start].rpartition("\n")[2]
            after = text[hit.end :].partition("\n")[0]
            words = text[hit.start : hit.end]
            yield Place(part, hit, words, _last(before), _last(after[::-1])[::-1])


def _last(text: str) -> str:
    """The last whole words of `text` that find room, after a sign that there are more."""
    if len(text) <= AROUND:
        return text
    return "…" + text[-AROUND:].partition(" ")[2]
