"""From positions in a message to places in its file."""

from composer.library.source_file import OpenedMessage
from composer.lint.finding import Finding, Location
from composer.lint.report import Located, Place, Related
from composer.lint.rule import PARTS

WHOLE = Place(0, 0, 1, 1, 1, 1)


def located(message: OpenedMessage, finding: Finding) -> Located:
    """Return `finding` with its place in the source of `message`."""
    place = _place(message, finding.location)
    related = tuple(
        Related(each.part, each.field, _place(message, each), _words(message, each))
        for each in finding.related
    )
    part = finding.location.part
    return Located(
        finding=finding,
        part=message.body_name if part == "body" else part,
        place=place,
        related=related,
        source=message.source,
        line_start=place.start - place.column + 1,
    )


def _place(message: OpenedMessage, where: Location) -> Place:
    source = message.parts.get(where.part)
    if source is None or where.start == where.end == 0:
        return WHOLE
    span = None
    if where.field != "text":
        span = source.attribute(where.start, where.field, where.name)
    start, end = span or source.span(where.start, where.end)
    return Place(start, end, *message.lines.line_column(start), *message.lines.line_column(end))


def _words(message: OpenedMessage, where: Location) -> str:
    if where.part not in PARTS:
        return ""
    return message.template.part(where.part).text[where.start : where.end]
