"""The message model: a document is read into one immutable value and written from it."""

from composer.document.block import BLOCKS, HEADINGS, Block
from composer.document.container import CELLS, CONTAINERS, LISTS, Container, Path
from composer.document.inline import (
    LINE_SEPARATOR,
    NO_MARKS,
    OBJECT,
    Attributes,
    Image,
    Inline,
    LineBreak,
    Link,
    Marks,
    Placeholder,
    Raw,
    Text,
)
from composer.document.model import Document
from composer.document.placeholders import PlaceholderSyntax, PlaceholderTable
from composer.document.style import PLAIN, Style

__all__ = [
    "BLOCKS",
    "CELLS",
    "CONTAINERS",
    "HEADINGS",
    "LINE_SEPARATOR",
    "LISTS",
    "NO_MARKS",
    "OBJECT",
    "PLAIN",
    "Attributes",
    "Block",
    "Container",
    "Document",
    "Image",
    "Inline",
    "LineBreak",
    "Link",
    "Marks",
    "Path",
    "Placeholder",
    "PlaceholderSyntax",
    "PlaceholderTable",
    "Raw",
    "Style",
    "Text",
]
