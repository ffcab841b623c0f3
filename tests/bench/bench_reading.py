"""How long reading a message takes: 2 KB and 200 KB of HTML, with both parsers."""

import time
from statistics import median

from composer.document.html.parsers import stdlib_markup, turbohtml_markup
from composer.document.html.reader import read_html
from composer.document.html.writer import write_html

PARAGRAPH = (
    "<p>Hello {{buyer_name}}, your order <b>{{order_id}}</b> left us today. You can "
    "<a href='https://www.amazon.com/orders'>follow it</a> at any time.</p>\n"
)
TABLE = (
    "<table width='100%' cellpadding='0'><tr><td align='center' style='padding: 10px 0'>"
    "<font color='#555' size='2'>Order&nbsp;{{order_id}}</font></td><td>12.50 &euro;</td></tr></table>\n"
)
SIZES = {"2 KB": 2_000, "200 KB": 200_000}


def message(size: int) -> str:
    """Paragraphs and tables of about `size` characters."""
    piece = PARAGRAPH * 3 + TABLE
    return f"<html lang='en'><body>{piece * max(1, round(size / len(piece)))}</body></html>"


def main() -> None:
    """Print the median of several runs for each size and parser."""
    for name, size in SIZES.items():
        source = message(size)
        for parser in (turbohtml_markup, stdlib_markup):
            times = []
            for _ in range(200 if size < 10_000 else 7):
                start = time.perf_counter()
                document = read_html(source, parser=parser).document
                times.append((time.perf_counter() - start) * 1000)
            print(f"read {name} ({parser.__name__}): {median(times):.2f} ms")
        start = time.perf_counter()
        write_html(document, lang="en")
        print(f"write {name}: {(time.perf_counter() - start) * 1000:.2f} ms")


if __name__ == "__main__":
    main()
