"""How long the document's own work takes: used styles, writing, plain text and Markdown."""

import time
from collections.abc import Callable
from functools import partial
from statistics import median

from composer.document import Document
from composer.document.edits import ReplaceText, apply
from composer.document.html.reader import read_html
from composer.document.html.writer import write_block, write_html
from composer.document.markdown import read_markdown
from composer.document.text import read_text, write_text
from composer.document.used import block, boxes, image, sizes, text, used_block, used_text

PIECE = (
    "<p>Hello {{buyer_name}}, your order <b>{{order_id}}</b> number %d left us <i>today</i>.</p>"
    "<table width='100%%' cellpadding='0'><tr><td style='padding: 10px 0; color: #555'>"
    "<span style='font-size: 0.9em'>Sent</span></td><td>12.50 &euro;</td></tr></table>\n"
)
PARAGRAPH = "Hello {{buyer_name}},\nyour *order* {{order_id}} number %d left us today.\n\n"
SIZES = {"2 KB": 2_000, "200 KB": 200_000}


def main() -> None:
    """Print medians; "cold" is with all caches empty, as when a message is opened."""
    for name, size in SIZES.items():
        document = read_html(_repeated(PIECE, size)).document
        plain = _repeated(PARAGRAPH, size)
        rounds = 50 if size < 10_000 else 5
        _print(f"used styles {name}, cold", rounds, partial(_used, document), before=_clear)
        _print(f"used styles {name}, warm", rounds, partial(_used, document))
        _print(f"write HTML {name}, cold", rounds, partial(_write, document), before=_clear)
        _print(f"write HTML {name}, after an edit", rounds, partial(_write_edited, document))
        _print(f"write text {name}", rounds, partial(write_text, document))
        _print(f"read text {name}", rounds, partial(read_text, plain))
        _print(f"read Markdown {name}", rounds, partial(read_markdown, plain))


def _repeated(piece: str, size: int) -> str:
    return "".join(piece % number for number in range(max(1, round(size / len(piece)))))


def _used(document: Document) -> None:
    for found in document.blocks:
        used_block(found, "en")
        for inline in found.inlines:
            used_text(found, inline)


def _write(document: Document) -> None:
    write_html(document, lang="en")


def _write_edited(document: Document) -> None:
    _write(apply(document, [ReplaceText(3, 3, "x")]))


def _clear() -> None:
    for module in (block, boxes, image, sizes, text):
        for member in vars(module).values():
            if hasattr(member, "cache_clear"):
                member.cache_clear()
    write_block.cache_clear()


def _print(
    name: str, rounds: int, work: Callable[[], object], before: Callable[[], None] | None = None
) -> None:
    times = []
    for _ in range(rounds):
        if before is not None:
            before()
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    print(f"{name}: {median(times):.2f} ms")


if __name__ == "__main__":
    main()
