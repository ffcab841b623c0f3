"""A message as a whole page, for the browser engine to load."""

from collections.abc import Mapping
from html import escape
from string import Template

from composer import resources
from composer.gui.preview.sanitizer import CleanMessage


def page_source(message: CleanMessage, language: str, direction: str) -> bytes:
    """The page of `message`, under the content security policy that holds in the preview.

    `language` and `direction` apply where the message does not say them.
    """
    root = {"lang": language, "dir": direction, **message.root}
    text = resources.path("preview/message.html").read_text(encoding="utf-8")
    page = Template(text).substitute(
        root=_attributes(root), body=_attributes(message.body), html=message.html
    )
    return page.encode()


def _attributes(attributes: Mapping[str, str]) -> str:
    return " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
