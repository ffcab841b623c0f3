"""Template files: ordinary HTML that any browser opens, with what we add as ``<meta>``.

``<title>`` is the subject, ``<html lang>`` the language. Every meta is named ``permitted:…``:
``version id group name reason channel marketplace`` once, ``attachment``, ``set-aside`` and
``approval`` as JSON values, the first two repeated.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, asdict, dataclass, fields
from typing import TypeVar

from composer.document import NO_MARKS, Block, Document, Inline, Placeholder, PlaceholderTable, Text
from composer.document.errors import DocumentError
from composer.document.html.reader import HtmlReading, read_html
from composer.document.html.writer import write_html
from composer.document.inline import inline_text
from composer.phrase import Phrase
from composer.policy import Policy
from composer.template import Approval, Attachment, SetAside, Template

VERSION = 1
PREFIX = "permitted:"
_PLAIN = ("id", "group", "name", "reason", "channel", "marketplace")

Meta = tuple[str, str]
Stored = TypeVar("Stored", Attachment, SetAside, Approval)


@dataclass(frozen=True, slots=True)
class TemplateReading:
    """A template with the reading of its file; `named` are the facts the file states itself."""

    template: Template
    html: HtmlReading
    named: frozenset[str]


def read_template(text: str, policy: Policy) -> Template:
    """Read a template file; any other HTML is a template of which little is known yet.

    Raises:
        DocumentError: for HTML over the reader's bounds, or a file of a newer Permitted.
    """
    return read_template_source(text, policy).template


def read_template_source(text: str, policy: Policy) -> TemplateReading:
    """Read a template file and keep where each character stands in it.

    Raises:
        DocumentError: for HTML over the reader's bounds, or a file of a newer Permitted.
    """
    table = policy.placeholder_table()
    html = read_html(text, table)
    metas = [
        (name.lower().removeprefix(PREFIX), value)
        for name, value in html.metas
        if name.lower().startswith(PREFIX)
    ]
    single = {name: value for name, value in metas if name in _PLAIN or name == "version"}
    _check_version(single.pop("version", str(VERSION)))
    if html.lang:
        single["language"] = html.lang
    template = Template(
        subject=read_subject(html.title or "", table),
        body=html.document,
        attachments=tuple(_values(Attachment, metas, "attachment")),
        set_aside=tuple(_values(SetAside, metas, "set-aside")),
        approval=next(_values(Approval, metas, "approval"), None),
        **{name: value for name, value in single.items() if value},
    )
    return TemplateReading(template, html, frozenset(single))


def write_template(template: Template, *, direction: str | None = None) -> str:
    """Return `template` as a template file; reading it gives an equal template.

    `direction` is ``rtl`` for languages that run so.
    """
    return write_html(
        template.body,
        lang=template.language,
        dir=direction,
        title=write_subject(template.subject),
        metas=tuple(_metas(template)),
    )


def read_subject(text: str, placeholders: PlaceholderTable) -> Document:
    """Return a subject line, plain text with placeholders, as a document of one block."""
    inlines: list[Inline] = []
    position = 0
    for match in placeholders.find(text):
        inlines.append(Text(text[position : match.start]))
        inlines.append(Placeholder(match.name, match.source, NO_MARKS))
        position = match.end
    inlines.append(Text(text[position:]))
    kept = tuple(it for it in inlines if not isinstance(it, Text) or it.text)
    return Document((Block(inlines=kept),))


def write_subject(subject: Document) -> str:
    """Return a subject line as plain text, placeholders as they are spelled."""
    return "".join(
        inline.spelling if isinstance(inline, Placeholder) else inline_text(inline)
        for _, _, inline in subject.runs()
    )


def _metas(template: Template) -> Iterator[Meta]:
    yield f"{PREFIX}version", str(VERSION)
    for name in _PLAIN:
        value: str = getattr(template, name)
        if value:
            yield PREFIX + name, value
    for attachment in template.attachments:
        yield f"{PREFIX}attachment", _json(asdict(attachment))
    for entry in template.set_aside:
        texts = asdict(entry)
        if not entry.date:
            del texts["date"]
        yield f"{PREFIX}set-aside", _json(texts)
    if template.approval is not None:
        yield f"{PREFIX}approval", _json(asdict(template.approval))


def _json(value: Mapping[str, str]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _check_version(version: str) -> None:
    if not version.strip().isdecimal():
        raise DocumentError(
            Phrase("not a version of template files: {version}", version=repr(version))
        )
    if int(version) > VERSION:
        raise DocumentError(Phrase("this template was made by a newer Permitted"))


def _values(kind: type[Stored], metas: list[Meta], name: str) -> Iterator[Stored]:
    """Yield the JSON values of the metas called `name`; damaged ones count for nothing."""
    known = fields(kind)
    needed = {field.name for field in known if field.default is MISSING}
    for key, content in metas:
        if key != name:
            continue
        try:
            value = json.loads(content)
        except ValueError:
            continue
        if isinstance(value, dict) and needed <= set(value):
            texts = {field.name: value[field.name] for field in known if field.name in value}
            if all(isinstance(text, str) for text in texts.values()):
                yield kind(**texts)
