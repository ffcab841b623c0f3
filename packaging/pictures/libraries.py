"""The libraries that pictures are taken of."""

from pathlib import Path

from PySide6.QtGui import QColor, QImage

from composer.library.starters import DEMO, copy_starters
from pictures.stage import FillLibrary

_REVIEW = """<!DOCTYPE html><html lang="en"><head><title>About your order {{order_id}}</title>
<meta name="permitted:name" content="Review after two weeks">
<meta name="permitted:reason" content="review-request"></head><body>
<p>Hello {{buyer_name}},</p>
<p>thank you for order {{order_id}}. If you love your new pan, please leave a 5-star review on
Amazon and we will send you a $10 gift card.</p>
<p>If you have any problem, contact us before leaving a negative review. We recieved many nice
comments.</p></body></html>"""
_MAIL = """<!DOCTYPE html><html lang="en"><head><title>Your order {{order_id}}</title>
<meta name="permitted:name" content="Order table"></head><body>
<p>Hello, one part of order {{order_id}} is late:</p>
<table><tr><th>Item</th><th>Arrives</th></tr><tr><td>Kettle, 1.5 litre</td><td>Monday</td></tr>
<tr><td>Tea towels</td><td>Thursday</td></tr></table><p>We are sorry.</p></body></html>"""
_SIZES = """<!DOCTYPE html><html lang="en"><head><title>Your order {{order_id}}</title>
<meta name="permitted:name" content="Order picture"></head><body>
<h2>Your order {{order_id}}</h2><p>Hello {{buyer_name}}, this is what your
<span style="font-size:13.5px">kettle</span> looks like. <small>We are sorry.</small></p>
<p><img src="order-picture.files/kettle.png" width="40%"></p>
<p style="font-size:18px">It arrives on Monday.</p></body></html>"""
_ENGLISH = """<!DOCTYPE html><html lang="en"><head><title>Your order {{order_id}}</title>
<meta name="permitted:name" content="Late"><meta name="permitted:group" content="late">
<meta name="permitted:reason" content="order-problem"></head><body>
<h2>Your order is late</h2><p>Hello {{buyer_name}},</p>
<p>order {{order_id}} is late. <a href="https://www.amazon.com/orders">See your order</a>.</p>
<p>It is <b>{{product_name}}</b> that we wait for.</p><p>We are sorry, {{store_name}}</p>
</body></html>"""
_GERMAN = """<!DOCTYPE html><html lang="de"><head><title>Ihre Bestellung</title>
<meta name="permitted:name" content="Verspätet"><meta name="permitted:group" content="late">
<meta name="permitted:reason" content="order-problem"></head><body>
<h2>Ihre Bestellung verspätet sich</h2><p>Guten Tag,</p>
<p>Bestellung {{order_id}} kommt später. Hier steht Ihre Bestellung.</p>
<p>Das tut uns leid, {{store_name}}</p></body></html>"""
_HARD_TO_READ = """<!DOCTYPE html><html lang="en"><head><title>Your order {{order_id}}</title>
<style>@media (min-width: 1px) { .note { background-color: #555 } }</style>
<meta name="permitted:name" content="Hard to read"></head><body>
<div style="background-image: linear-gradient(#ffffff, #7799bb)"><p>Hello {{buyer_name}}, your order
{{order_id}} is on its way.</p></div><p class="note">It arrives on Monday.</p>
<ul><li role="presentation">One kettle</li><li role="presentation">Two towels</li></ul>
</body></html>"""
_SHOWCASE = """<!DOCTYPE html><html lang="en"><head><title>Your order {{order_id}}</title>
<style>@media (prefers-color-scheme: dark) { p { color: #d7e3d0 } body { background: #1c241b } }
.note { background: #fff4d6; border: 1px solid #d9a400; padding: 8px }</style>
<meta name="permitted:name" content="Showcase"></head><body>
<p>Hello {{buyer_name}},</p>
<p>this is what the kettle of order {{order_id}} looks like. It is
<span style="color:#b00020">red</span>,
<span style="color:#1b7a1b">green</span> and <span style="color:#1a4fb4">blue</span>.</p>
<p><img src="showcase.files/kettle.png" width="92%" alt="A kettle on a table"></p>
<p class="note">A kettle that whistles, in a box of its own.</p>
<p style="padding-left:25%">It arrives on Monday. More about it is
<a href="https://www.amazon.com/gp/help/customer/display.html">on this page</a>.</p>
</body></html>"""


def starters(library: Path) -> str:
    """Fill a library with the starters; the one with offences is open."""
    copy_starters(library)
    return DEMO


def clean_starter(library: Path) -> str:
    """Fill a library with the starters; one without findings is open."""
    copy_starters(library)
    return "delivery-delayed.html"


def clean_request(library: Path) -> str:
    """The same; the one that is open names the product."""
    copy_starters(library)
    return "review-request.html"


def nothing(_library: Path) -> str:
    """Leave the library empty."""
    return ""


def one(name: str, html: str) -> FillLibrary:
    """Fill a library with the starters and one template more, which is open."""

    def fill(library: Path) -> str:
        copy_starters(library)
        (library / name).write_text(html, "utf-8")
        return name

    return fill


def pictured(library: Path) -> str:
    """Fill a library with the starters and a template of many sizes with a picture, open."""
    name = one("order-picture.html", _SIZES)(library)
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#8fb0a0"))
    (library / "order-picture.files").mkdir()
    image.save(str(library / "order-picture.files" / "kettle.png"))
    return name


def bilingual(library: Path) -> str:
    """Fill a library with one template in two languages, which lost something on the way."""
    (library / "spaet.html").write_text(_GERMAN, "utf-8")
    (library / "late.html").write_text(_ENGLISH, "utf-8")
    return "late.html"


def in_language(language: str) -> FillLibrary:
    """Fill a library with the starters of one language; one without findings is open."""

    def fill(library: Path) -> str:
        copy_starters(library, language)
        return "delivery-delayed.html"

    return fill


def showcase(library: Path) -> str:
    """Fill a library with the starters and a template with colours and a wide picture, open."""
    name = one("showcase.html", _SHOWCASE)(library)
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    for x in range(image.width()):
        color = QColor.fromHsv(x * 359 // image.width(), 190, 215)
        for y in range(image.height()):
            image.setPixelColor(x, y, color)
    (library / "showcase.files").mkdir()
    image.save(str(library / "showcase.files" / "kettle.png"))
    return name


review = one("review-after-two-weeks.html", _REVIEW)
hard_to_read = one("hard-to-read.html", _HARD_TO_READ)
table = one("order-table.html", _MAIL)
