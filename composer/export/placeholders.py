"""Which placeholders an export leaves for somebody to fill in."""

from composer.document import Placeholder
from composer.document.placeholders import PlaceholderTable
from composer.document.text import read_text, write_text
from composer.library.template_file import write_subject
from composer.template import Template


def left_to_fill_in(text: str, table: PlaceholderTable) -> tuple[Placeholder, ...]:
    """Return the placeholders of a plain text, each name once, in the order of the text."""
    found: dict[str, Placeholder] = {}
    for _, _, inline in read_text(text, table).document.runs():
        if isinstance(inline, Placeholder):
            found.setdefault(inline.name, inline)
    return tuple(found.values())


def left_in_message(
    template: Template, table: PlaceholderTable, *, subject: bool = True
) -> tuple[Placeholder, ...]:
    """Return those of a whole message: of its subject, its words, its images and its links."""
    links = (run.marks.link for _, _, run in template.body.runs())
    pieces = (
        write_subject(template.subject) if subject else "",
        write_text(template.body, described=True),
        *(link.href for link in links if link is not None),
    )
    return left_to_fill_in("\n".join(pieces), table)
