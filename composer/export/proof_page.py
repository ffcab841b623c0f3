"""The page a proof is printed from: everything escaped, the messages drawn in later."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from string import Template as Text

from composer import resources


@dataclass(frozen=True, slots=True)
class ProofFact:
    """One line of the table: what it is, and its value; `code` for what nobody reads as words."""

    name: str
    value: str
    code: bool = False


@dataclass(frozen=True, slots=True)
class ProofEntry:
    """One finding in words; `kind` is its severity, `mark` the word for it."""

    kind: str
    mark: str
    title: str
    quote: str = ""
    place: str = ""
    clause: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class ProofSection:
    """Findings under a heading."""

    heading: str
    entries: tuple[ProofEntry, ...]


@dataclass(frozen=True, slots=True)
class ProofSheet:
    """All words of a proof, in one language.

    `verdict` is the one sentence on findings, `views` the captions over the message at its widths,
    in their order. `page` numbers the pages, with ``{page}`` and ``{pages}`` in it.
    """

    language: str
    title: str
    subject: str
    verdict: str
    clean: bool
    disclaimer: str
    facts: tuple[ProofFact, ...]
    sections: tuple[ProofSection, ...]
    message_heading: str
    message_note: str
    views: tuple[str, ...]
    foot: str
    page: str


def proof_page(sheet: ProofSheet) -> str:
    """Return the HTML document; each ``data-message`` in it waits for the message."""
    folder = resources.path("proof")
    style = Text((folder / "proof.css").read_text(encoding="utf-8")).substitute(
        foot=_css_text(sheet.foot), page=_css_page(sheet.page)
    )
    return Text((folder / "proof.html").read_text(encoding="utf-8")).substitute(
        language=escape(sheet.language),
        style=style,
        title=escape(sheet.title),
        subject=escape(sheet.subject),
        verdict=escape(sheet.verdict),
        state="clean" if sheet.clean else "open",
        disclaimer=escape(sheet.disclaimer),
        facts="".join(map(_table, _halves(sheet.facts))),
        sections="".join(map(_section, sheet.sections)),
        message_heading=escape(sheet.message_heading),
        message_note=escape(sheet.message_note),
        views="".join(map(_view, sheet.views)),
    )


def _halves(facts: tuple[ProofFact, ...]) -> tuple[tuple[ProofFact, ...], tuple[ProofFact, ...]]:
    """Return what stands at the left, and at the right, where there is more room."""
    half = len(facts) // 2
    return facts[:half], facts[half:]


def _table(facts: tuple[ProofFact, ...]) -> str:
    return f"<table>{''.join(map(_fact, facts))}</table>"


def _fact(fact: ProofFact) -> str:
    value = f"<code>{escape(fact.value)}</code>" if fact.code else escape(fact.value)
    return f'<tr><th scope="row">{escape(fact.name)}</th><td dir="auto">{value}</td></tr>'


def _section(section: ProofSection) -> str:
    entries = "".join(
        f'<li class="{entry.kind}">{"".join(_lines(entry))}</li>' for entry in section.entries
    )
    return f"<section><h2>{escape(section.heading)}</h2><ul>{entries}</ul></section>"


def _lines(entry: ProofEntry) -> Iterator[str]:
    mark = f'<span class="mark">{escape(entry.mark)}</span>'
    yield f'<p class="what">{mark} {escape(entry.title)}</p>'
    quote = f'<q dir="auto">{escape(entry.quote)}</q>' if entry.quote else ""
    where = ": ".join(filter(None, (escape(entry.place), quote)))
    for text in (where, escape(entry.decision), escape(entry.clause)):
        if text:
            yield f"<p>{text}</p>"


def _view(caption: str) -> str:
    return f"<figure><figcaption>{escape(caption)}</figcaption><div data-message></div></figure>"


def _css_page(template: str) -> str:
    """Return the text with the counters of CSS in place of ``{page}`` and ``{pages}``."""
    counters = {"page": "counter(page)", "pages": "counter(pages)"}
    parts = template.replace("{pages}", "{page").replace("{page}", "\0page\0")
    pieces = parts.replace("{page", "\0pages\0").split("\0")
    return " ".join(counters.get(piece, _css_text(piece)) for piece in pieces if piece)


def _css_text(text: str) -> str:
    """Return `text` as a string of CSS: what could end it, or the style element, as a number."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'
