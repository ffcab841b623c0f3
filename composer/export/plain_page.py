"""Plain text as a page, the way a message form shows it."""

from html import escape

_PAGE = (
    '<!DOCTYPE html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8"></head>'
    '<body><div style="white-space: pre-wrap; overflow-wrap: anywhere">{text}</div></body></html>'
)


def plain_page(text: str, language: str, direction: str) -> str:
    """Return `text` as an HTML document that keeps its lines and shows nothing else."""
    lines = escape(text, quote=False).replace("\n", "<br>")
    return _PAGE.format(language=escape(language), direction=escape(direction), text=lines)
