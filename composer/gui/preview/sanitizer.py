"""Reduce a message to what a mail program would show, before the browser engine sees it.

Scripts, frames, forms, embedded objects and everything that could start a request are dropped.
Style stays, and what screen readers go by: judging both is what the preview is for.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import nh3

from composer.document.html.writer import BLOCK_MARK, RAW_MARK
from composer.gui.preview.address import MISSING_IMAGE

ImageResolver = Callable[[str], str | None]
"""Turns the relative path of an image into an address served in memory, or None."""


def _words(names: str) -> frozenset[str]:
    return frozenset(names.split())


_TAGS = _words(
    "a abbr address article aside b bdi bdo big blockquote br caption center cite code col "
    "colgroup dd del dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header "
    "hr i img ins kbd li main mark menu nav ol p pre q rp rt ruby s samp section small span strike "
    "strong style sub summary sup table tbody td tfoot th thead time tr tt u ul "
    "unsubscribe var wbr webversion"
)
_DROPPED_WITH_CONTENT = _words(
    "script title noscript template iframe object embed applet audio video svg math canvas "
    "select textarea button frameset noframes"
)
_COMMON = _words(
    "accesskey align bgcolor border class color dir headers height hidden id lang role scope style "
    "tabindex title valign width"
)
_COMMON_PREFIXES = frozenset({"aria-", "data-"})
_BY_TAG: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "name"}),
    "font": frozenset({"face", "size"}),
    "hr": frozenset({"size", "noshade"}),
    "img": frozenset({"src", "alt", "hspace", "vspace"}),
    "li": frozenset({"type", "value"}),
    "ol": frozenset({"start", "type", "reversed"}),
    "style": frozenset({"media"}),
    "table": frozenset({"background", "cellpadding", "cellspacing"}),
    "td": frozenset({"background", "colspan", "rowspan", "nowrap"}),
    "th": frozenset({"background", "colspan", "rowspan", "nowrap"}),
    "ul": frozenset({"type"}),
}
_ROOT_ATTRIBUTES = frozenset({"class", "dir", "id", "lang", "style"})
_BODY_ATTRIBUTES = _ROOT_ATTRIBUTES | {
    "align", "alink", "bgcolor", "leftmargin", "link", "marginheight", "marginwidth", "rightmargin",
    "text", "topmargin", "vlink",
}  # fmt: skip
_COMMENTS = {BLOCK_MARK: "<!--permitted-block-->", RAW_MARK: "<!--permitted-raw-->"}
_INLINE_IMAGES = ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")


@dataclass(frozen=True, slots=True)
class CleanMessage:
    """A message that can be shown: the content of its body, its style sheets in front.

    `root` and `body` are the attributes of the `html` and `body` elements that affect rendering.
    """

    html: str
    root: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, str] = field(default_factory=dict)


def clean(html: str, resolve: ImageResolver) -> CleanMessage:
    """The parts of the document `html` that may be shown.

    Images with a relative address are replaced by what `resolve` returns. Any other image, remote
    ones included, points to `MISSING_IMAGE` and keeps its alternative text and size. The marks of
    a marked document become comments, the only ones left.
    """
    html = html.encode(errors="replace").decode()  # half a surrogate pair is not text
    roots = _Roots()
    # AssertionError is how the standard parser gives up on unknown declarations.
    with suppress(AssertionError, _FoundError):
        roots.feed(html)
    content = _clean_content(html, resolve)
    for mark, comment in _COMMENTS.items():
        content = content.replace(mark, comment)
    return CleanMessage(content, roots.root, roots.body)


def _clean_content(html: str, resolve: ImageResolver) -> str:
    def filtered(tag: str, name: str, value: str) -> str | None:
        if tag == "img" and name == "src":
            return _image_address(value, resolve) or MISSING_IMAGE
        if name == "background":
            return _image_address(value, resolve)
        return value

    return nh3.clean(
        html,
        tags=set(_TAGS),
        clean_content_tags=set(_DROPPED_WITH_CONTENT),
        attributes={"*": set(_COMMON), **{tag: set(names) for tag, names in _BY_TAG.items()}},
        generic_attribute_prefixes=set(_COMMON_PREFIXES),
        attribute_filter=filtered,
        url_schemes={"http", "https", "mailto", "tel", "data"},
        link_rel=None,
    )


def _image_address(address: str, resolve: ImageResolver) -> str | None:
    address = address.strip()
    if address.lower().startswith(_INLINE_IMAGES):
        return address
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    path = unquote(parts.path)
    return None if ".." in path.split("/") else resolve(path)


class _FoundError(Exception):
    """The body begins: what follows is content."""


class _Roots(HTMLParser):
    """Reads the attributes of the first `html` and `body` start tags, as far as the body.

    Raises:
        _FoundError: once the body has begun.
    """

    def __init__(self) -> None:
        super().__init__()
        self.root: dict[str, str] = {}
        self.body: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html" and not self.root:
            self.root = _kept(attrs, _ROOT_ATTRIBUTES)
        elif tag == "body" and not self.body:
            self.body = _kept(attrs, _BODY_ATTRIBUTES)
            raise _FoundError


def _kept(attributes: list[tuple[str, str | None]], names: frozenset[str]) -> dict[str, str]:
    return {name: value or "" for name, value in attributes if name in names}
