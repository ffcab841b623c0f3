"""Where links lead: the targets of a block, and what kind of place each is (C-LINK)."""

import ipaddress
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from operator import itemgetter
from urllib.parse import SplitResult, urlsplit

from composer.document import OBJECT, Attributes, Block, Image, Link, Placeholder, Text
from composer.document.used import fact
from composer.language.links import find_links
from composer.lint.context import Context
from composer.policy.hosts import AmazonPath, HostKind

_VARIABLE = re.compile(r"\{\{|\{%|\{[$\w]|\[\[|\$\{|%%?\w+%%?|<<|#\w+#|\[[A-Za-z]|" + OBJECT)
_AMAZON_LIKE = re.compile(r"arnazon|amaz[o0]n|amazn|arnaz[o0]n|anazon|amazom|amzaon|amozon")
_NOWHERE = frozenset({"example.com", "example.org", "example.net", "localhost", "test", "invalid"})


class Place(Enum):
    """What a link target is."""

    AMAZON = "amazon"
    AMAZON_PRODUCT = "product"
    AMAZON_STORE = "store"
    AMAZON_REVIEW = "review"
    CARRIER = "carrier"
    LOOKALIKE = "lookalike"
    SHORTENER = "shortener"
    EXTERNAL = "external"
    UNKNOWN = "unknown"
    UNUSABLE = "unusable"
    CONTACT = "contact"
    HERE = "here"


_PAGES = {
    AmazonPath.REVIEW: Place.AMAZON_REVIEW,
    AmazonPath.PRODUCT: Place.AMAZON_PRODUCT,
    AmazonPath.STOREFRONT: Place.AMAZON_STORE,
}
_NAMED = {
    "order_link": Place.AMAZON,
    "contact_link": Place.AMAZON,
    "return_link": Place.AMAZON,
    "invoice_link": Place.AMAZON,
    "review_link": Place.AMAZON_REVIEW,
    "feedback_link": Place.AMAZON_REVIEW,
    "product_link": Place.AMAZON_PRODUCT,
    "tracking_link": Place.CARRIER,
}


@dataclass(frozen=True, slots=True)
class Target:
    """One link: its range, where it is written (``href`` or ``text``), its address and words.

    `scheme` is "" for an address without one; `attributes` are the other ones of the link.
    """

    start: int
    end: int
    field: str
    url: str
    words: str
    scheme: str
    attributes: Attributes = ()

    @property
    def host(self) -> str:
        """The host in lower case, IDNA-encoded, without a trailing dot; "" if there is none."""
        return host_of(self.url)


@fact
def targets(block: Block) -> tuple[Target, ...]:
    """Return every link of `block`: anchors first to last, and addresses written as text."""
    linked = anchors(block)
    return (*linked, *_written(block, linked))


@fact
def anchors(block: Block) -> tuple[Target, ...]:
    """Return the links of `block` that are no addresses written as text."""
    for _, _, inline in block.runs():
        if inline.marks.link is not None:
            return tuple(_anchors(block))
    return ()


def _anchors(block: Block) -> Iterator[Target]:
    open_link: Link | None = None
    start = end = 0
    for first, last, inline in block.runs():
        if inline.marks.link != open_link:
            if open_link is not None:
                yield _anchor(block, start, end, open_link)
            open_link, start = inline.marks.link, first
        end = last
    if open_link is not None:
        yield _anchor(block, start, end, open_link)


def _anchor(block: Block, start: int, end: int, link: Link) -> Target:
    url = link.href.strip()
    scheme, colon, _ = url.partition(":")
    known = bool(colon) and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", scheme)
    words = block.text[start:end]
    return Target(start, end, "href", url, words, scheme.lower() if known else "", link.attributes)


def _written(block: Block, linked: tuple[Target, ...]) -> Iterator[Target]:
    taken = [(anchor.start, anchor.end) for anchor in linked]
    for link in find_links(block.text):
        if not overlaps(taken, link.start, link.end):
            words = block.text[link.start : link.end]
            yield Target(link.start, link.end, "text", link.url, words, link.scheme)


def overlaps(ranges: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of `ranges`, in order and apart, has a character in [start, end)."""
    index = bisect_right(ranges, start, key=itemgetter(1))
    return index < len(ranges) and ranges[index][0] < end


def place(target: Target, context: Context) -> Place:
    """Return what kind of place `target` leads to; placeholders are judged by their name."""
    url = target.url
    if not url or url.startswith("#"):
        return Place.HERE
    if target.scheme in {"mailto", "tel", "sms", "callto", "skype", "whatsapp"}:
        return Place.CONTACT
    variable = _VARIABLE.search(url)
    if variable and variable.start() <= len(target.scheme) + 3:
        return _named_place(url, context)
    if target.scheme not in {"", "http", "https", "ftp", "hxxp", "hxxps"}:
        return Place.UNUSABLE
    return _host_place(context, url)


def _named_place(url: str, context: Context) -> Place:
    """Judge an address that starts with a placeholder: some names are Amazon's own pages."""
    for match in context.policy.placeholder_table().find(url):
        return _NAMED.get(match.name, Place.UNKNOWN)
    return Place.UNKNOWN


@fact
def _host_place(context: Context, url: str) -> Place:  # noqa: PLR0911 - one answer each
    hosts = context.policy.hosts
    parts = split(url)
    host = host_of(url)
    if parts is None or not host or "." not in host or " " in url.strip():
        return Place.UNUSABLE
    if _is_address(host) or within(host, _NOWHERE):
        return Place.UNUSABLE
    if parts.username is not None:
        return Place.LOOKALIKE if "amazon" in parts.netloc.lower() else Place.UNUSABLE
    if hosts.store(host):
        where = f"{parts.path}?{parts.query}" if parts.query else parts.path
        page = hosts.amazon_path(where)
        return _PAGES.get(page, Place.AMAZON) if page else Place.AMAZON
    if hosts.has(host, HostKind.SHORTENER) or hosts.has(host, HostKind.AMAZON_SHORTENER):
        return Place.SHORTENER
    if hosts.carrier(host) or within(host, context.settings.hosts):
        return Place.CARRIER
    if hosts.has(host, HostKind.NOT_STORE) or not _looks_like_amazon(host):
        return Place.EXTERNAL
    return Place.LOOKALIKE


def _looks_like_amazon(host: str) -> bool:
    plain = _without_accents(host)
    if _AMAZON_LIKE.search(plain) or ("xn--" in host and "amazon" in _unmixed(host)):
        return True
    labels = plain.split(".")
    return any(_distance_one(label, "amazon") for label in labels)


def _distance_one(label: str, word: str) -> bool:
    """Whether one letter added, left out or changed makes `label` into `word`."""
    if abs(len(label) - len(word)) > 1 or label == word:
        return False
    short, long = sorted((label, word), key=len)
    for index in range(len(long)):
        if long[:index] + long[index + 1 :] == short:
            return True
        if len(short) == len(long) and short[:index] + long[index] + short[index + 1 :] == long:
            return True
    return False


# Letters of other scripts that look like those in "amazon".
_LOOKALIKES = str.maketrans("аɑαоοоᴏмᴍnոzᴢ", "aaaoooommnnzz")


def _unmixed(host: str) -> str:
    try:
        shown = host.encode("ascii").decode("idna")
    except UnicodeError:
        return host
    return _without_accents(shown.translate(_LOOKALIKES))


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(char for char in parts if not unicodedata.combining(char))


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return host.replace(".", "").isdigit()
    return True


@lru_cache(maxsize=4096)
def split(url: str) -> SplitResult | None:
    """Return the parts of `url`, or None where it cannot be parsed; ``//`` counts as a scheme."""
    address = url if re.match(r"[A-Za-z][\w+.-]*:", url) or url.startswith("//") else f"//{url}"
    try:
        parts = urlsplit(address)
        _ = parts.hostname, parts.port
    except ValueError:
        return None
    return parts


@lru_cache(maxsize=4096)
def host_of(url: str) -> str:
    """Return the host of `url` in lower case and IDNA form, or ""."""
    parts = split(url)
    host = (parts.hostname or "").rstrip(".") if parts else ""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def within(host: str, domains: frozenset[str]) -> bool:
    """Whether `host` is one of `domains` or lies below one."""
    labels = host.split(".")
    return any(".".join(labels[index:]) in domains for index in range(len(labels)))


@fact
def images(block: Block) -> tuple[tuple[int, Image], ...]:
    """Return (position, image) for the pictures in `block`."""
    if OBJECT not in block.text:
        return ()
    return tuple((start, it) for start, _, it in block.runs() if isinstance(it, Image))


def visible_words(block: Block, start: int, end: int) -> str:
    """Return the words between two positions: text, alternative texts, placeholders' names."""
    words = []
    runs = block.runs()
    for first, last, inline in runs[bisect_right(runs, start, key=itemgetter(1)) :]:
        if first >= end:
            break
        low, high = max(first, start), min(last, end)
        if isinstance(inline, Text):
            words.append(inline.text[low - first : high - first])
        elif isinstance(inline, Image):
            words.append(inline.alt or "")
        elif isinstance(inline, Placeholder):
            words.append(inline.spelling)
    return "".join(words).replace("\N{NO-BREAK SPACE}", " ").strip()
