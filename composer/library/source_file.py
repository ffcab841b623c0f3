"""Files of any kind we read, opened as templates that know where they stand in their source."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePath

from composer.document import Document
from composer.document.errors import DocumentError
from composer.document.html.reader import read_html
from composer.document.placeholders import PlaceholderTable
from composer.document.source_map import Lines, SourceMap, Span
from composer.document.text import read_text
from composer.language.detection import detect
from composer.library.decoding import MAX_BYTES, Decoded, decode, too_large
from composer.library.subject_line import find_subject
from composer.library.template_file import read_subject, read_template_source
from composer.policy import Policy
from composer.template import Attachment, Template

HTML = frozenset({".html", ".htm"})
TEXT = frozenset({".txt", ".md"})
EMAIL = frozenset({".eml"})
SUFFIXES = HTML | TEXT | EMAIL
STANDARD_INPUT = "-"
LONGEST_GLANCE = 2000
_LOOKS_LIKE_HTML = re.compile(
    r"<(?:!doctype|html|head|body|title|meta|p|div|br|hr|h[1-6]|table|tr|td|a|img|span|font|center"
    r"|ul|ol|li|b|i|u|em|strong|style|blockquote)(?:\s[^>]*)?/?>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the caller says about all files; None where each file decides for itself."""

    reason: str | None = None
    channel: str | None = None
    marketplace: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class PartSource:
    """Where one part of a template stands in the source: `map` counts from `offset`."""

    map: SourceMap
    offset: int = 0

    def span(self, start: int, end: int) -> Span:
        """Return the range in the whole source."""
        low, high = self.map.span(start, end)
        return low + self.offset, high + self.offset

    def attribute(self, position: int, name: str, detail: str = "") -> Span | None:
        """Return the range of an attribute's value in the whole source, or None."""
        found = self.map.attribute(position, name, detail)
        return None if found is None else (found[0] + self.offset, found[1] + self.offset)


@dataclass(frozen=True)
class OpenedMessage:
    """One message of a file; `parts` has the parts that stand in `source`.

    `body_name` is ``text-body`` for the plain text of an email that has both.
    """

    template: Template
    source: str
    parts: Mapping[str, PartSource]
    body_name: str = "body"

    @cached_property
    def lines(self) -> Lines:
        """Where the lines of `source` begin."""
        return Lines(self.source)


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file opened: its messages (an email has up to two), and what was noticed on the way.

    `decoded` is None for an email, whose parts are encoded each in its own way.
    """

    kind: str
    messages: tuple[OpenedMessage, ...]
    decoded: Decoded | None = None
    notes: tuple[str, ...] = ()


def open_source(name: str, data: bytes, policy: Policy, scene: Scene) -> OpenedFile:
    """Open the content of the file called `name`, ``-`` for standard input.

    Raises:
        DocumentError: where it is not text, too large, or over a reader's bounds.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in EMAIL:
        return _open_email(data, policy, scene)
    decoded = decode(data, html=suffix not in TEXT)
    if suffix not in SUFFIXES:
        suffix = ".html" if _LOOKS_LIKE_HTML.search(decoded.text) else ".txt"
    opened = open_text(decoded.text, suffix, policy, scene)
    note = (decoded.note,) if decoded.note else ()
    return replace(opened, decoded=decoded, notes=(*note, *opened.notes))


def open_text(text: str, suffix: str, policy: Policy, scene: Scene) -> OpenedFile:
    """Open decoded text as the kind of file that `suffix` names.

    Raises:
        DocumentError: where it is over a reader's bounds.
    """
    if suffix in HTML:
        return _open_html(text, suffix, policy, scene)
    table = policy.placeholder_table()
    subject_line = find_subject(text)
    offset = subject_line.body if subject_line else 0
    document, source_map = _read_plain(text[offset:], suffix, table)
    template = Template(body=document, channel="contact-form")
    parts = {"body": PartSource(source_map, offset)}
    if subject_line:
        subject = read_text(text[subject_line.start : subject_line.end], table)
        template = replace(template, subject=subject.document)
        parts["subject"] = PartSource(subject.source_map, subject_line.start)
    template = _in_scene(template, scene, policy, frozenset())
    return OpenedFile(suffix, (OpenedMessage(template, text, parts),))


def _read_plain(text: str, suffix: str, table: PlaceholderTable) -> tuple[Document, SourceMap]:
    if suffix != ".md":
        plain = read_text(text, table)
        return plain.document, plain.source_map
    from composer.document.markdown import read_markdown  # noqa: PLC0415 - slow to load, seldom met

    reading = read_markdown(text, table)
    return reading.document, reading.source_map


def _open_html(text: str, suffix: str, policy: Policy, scene: Scene) -> OpenedFile:
    read = read_template_source(text, policy)
    parts = {"body": PartSource(read.html.source_map)}
    if read.html.title_span is not None:
        start, end = read.html.title_span
        title = _TitleMap(text[start:end], read.template.subject, policy)
        parts["subject"] = PartSource(title, start)
    template = _in_scene(read.template, scene, policy, read.named)
    return OpenedFile(suffix, (OpenedMessage(template, text, parts),), notes=read.html.notes)


class _TitleMap:
    """Where the subject stands in a title: read when first asked for, which is seldom."""

    def __init__(self, title: str, subject: Document, policy: Policy) -> None:
        self._title = title
        self._subject = subject
        self._policy = policy

    def span(self, start: int, end: int) -> Span:
        return self._map.span(start, end)

    def attribute(self, _position: int, _field: str, _name: str = "") -> None:
        return None

    def line_column(self, offset: int) -> tuple[int, int]:
        return self._map.line_column(offset)

    @cached_property
    def _map(self) -> SourceMap:
        table = self._policy.placeholder_table()
        reading = read_html(self._title, table)
        if reading.document.text == self._subject.text:
            return reading.source_map
        return read_text(self._title, table).source_map


def _open_email(data: bytes, policy: Policy, scene: Scene) -> OpenedFile:
    from composer.document.eml import read_eml  # noqa: PLC0415 - slow to load, seldom met

    if len(data) > MAX_BYTES:
        raise DocumentError(too_large())
    table = policy.placeholder_table()
    email = read_eml(data, table)
    attachments = tuple(Attachment(it.name, "") for it in email.attachments if not it.inline)
    template = Template(subject=read_subject(email.subject, table), attachments=attachments)
    messages = []
    language = None
    if email.html is not None:
        language = email.html.lang
        body = PartSource(email.html.source_map)
        html = replace(template, body=email.html.document)
        messages.append(OpenedMessage(html, email.html_source, {"body": body}))
    if email.text is not None:
        body = PartSource(email.text.source_map)
        name = "text-body" if messages else "body"
        text = replace(template, body=email.text.document)
        messages.append(OpenedMessage(text, email.text_source, {"body": body}, name))
    return OpenedFile(".eml", tuple(_spoken(each, language, scene, policy) for each in messages))


def _spoken(
    message: OpenedMessage, language: str | None, scene: Scene, policy: Policy
) -> OpenedMessage:
    """Put a part of an email in its scene; the plain text speaks the language of the HTML."""
    template = replace(message.template, language=language or message.template.language)
    named = frozenset({"language"} if language else ())
    return replace(message, template=_in_scene(template, scene, policy, named))


def _in_scene(template: Template, scene: Scene, policy: Policy, named: frozenset[str]) -> Template:
    """Let the caller decide over the file; store and language follow each other.

    Where nobody names either, the message is in the language it is written in.
    """
    given = {
        name: value
        for name in ("reason", "channel", "marketplace", "language")
        if (value := getattr(scene, name)) is not None
    }
    template = replace(template, **given)
    store = policy.marketplaces.get(template.marketplace)
    stated = named | set(given)
    if store is not None and "marketplace" in stated and "language" not in stated:
        template = replace(template, language=store.default_language)
    if not {"language", "marketplace"} & stated:
        spoken = detect(template.body.text[:LONGEST_GLANCE])
        if spoken is not None and policy.languages.find(spoken) is not None:
            template = replace(template, language=spoken)
            stated |= {"language"}
    if "language" in stated and "marketplace" not in stated:
        template = replace(template, marketplace=policy.store_for(template.language))
    return template
