"""The states pictures are taken in, each reached as a person reaches it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from composer.gui.app import make_application
from composer.gui.text import tr_
from composer.gui.translating import install_language
from composer.language.assistants import Assistants
from composer.library.folder import DEMO, copy_starters
from composer.library.settings import remember
from pictures.orders import orders_menu, own_orders, worst_case, worst_preview
from pictures.stage import FillLibrary, Stage
from pictures.variants import Variant

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
_PASTE = (
    '<p style="font-family:Comic Sans MS;color:#c00;text-align:center">Your pan has '
    "<b>shipped</b>.</p><ul><li>One lid<li>One pan</ul>"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A state: the library it starts from and what is done then."""

    fill: FillLibrary
    act: Callable[[Stage], None]


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


review = one("review-after-two-weeks.html", _REVIEW)


def _rest(_stage: Stage) -> None:
    """Nothing is done: the state is there from the start."""


def _understood(stage: Stage) -> None:
    """Close the hint of the first start."""
    QTest.keyClick(stage.desk.widgets.bar, Qt.Key.Key_Escape)
    stage.settle()  # what hangs over the text goes where the text moves


def _write(stage: Stage) -> None:
    stage.desk.widgets.body.setFocus()
    stage.control(Qt.Key.Key_End)


def _card(stage: Stage) -> None:
    _understood(stage)
    stage.key(Qt.Key.Key_F8)
    stage.key(Qt.Key.Key_F8)


def _paste(stage: Stage) -> None:
    _write(stage)
    stage.key(Qt.Key.Key_Return)
    stage.paste(_PASTE)


def _source(stage: Stage) -> None:
    _understood(stage)
    stage.control(Qt.Key.Key_H, shift=True)


def _find(stage: Stage) -> None:
    _understood(stage)
    stage.select("review")
    stage.desk.actions.replace.trigger()


def _find_in_library(stage: Stage) -> None:
    stage.select("order")
    stage.desk.actions.find_in_library.trigger()


def _replace_in_library(stage: Stage) -> None:
    _find_in_library(stage)
    stage.wait_for_dialog()
    stage.desk.library_search.replace("purchase")


def _own_words(stage: Stage) -> None:
    folder = stage.desk.workspace.library.folder
    for key, value in (("words", "Zellora"), ("words", "glutenfrei"), ("pictures", "team.png")):
        remember(folder, key, value)
    stage.desk.actions.own_words.trigger()


def _fix_all(stage: Stage) -> None:
    _understood(stage)
    stage.desk.actions.fix_all.trigger()
    stage.wait_for_dialog()


def _set_aside(stage: Stage) -> None:
    _understood(stage)
    stage.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    stage.settle()  # the dictionary adds to the menu
    stage.control(Qt.Key.Key_Period)
    stage.choose(tr_("set_aside.offer"))
    stage.wait_for_dialog()


def _withdraw(stage: Stage) -> None:
    _set_aside(stage)
    stage.write("It is the name of a pan")
    stage.key(Qt.Key.Key_Return)
    stage.settle()
    stage.desk.window.activateWindow()
    stage.select("thank you")
    stage.desk.widgets.findings.select(stage.desk.judging.keys[-1])


def _find_in_findings(stage: Stage) -> None:
    _understood(stage)
    stage.desk.actions.find_findings.trigger()
    stage.write("REVIEW")


def _why(stage: Stage) -> None:
    _understood(stage)
    stage.key(Qt.Key.Key_F8)
    stage.desk.actions.why.trigger()


def _table(stage: Stage) -> None:
    stage.select("Kettle")


def _versions(stage: Stage) -> None:
    _understood(stage)
    stage.desk.workspace.touch()
    stage.desk.workspace.save()
    stage.select("thank you for")
    stage.write("many thanks for")
    stage.select("If you love your new pan, please leave")
    stage.write("Would you leave")
    stage.select("We recieved many nice")
    stage.key(Qt.Key.Key_Delete)
    stage.desk.actions.compare_version.trigger()
    stage.wait_for_dialog()


def _languages(stage: Stage) -> None:
    stage.desk.actions.compare_template.trigger()
    stage.wait_for_dialog()


def _image(stage: Stage) -> None:
    body = stage.desk.widgets.body
    at = body.document_value().text.index("It arrives") - 2
    body.setFocus()
    body.select(at, at + 1)
    stage.key(Qt.Key.Key_Return)
    stage.wait_for_dialog()


def _sizes(stage: Stage) -> None:
    stage.desk.actions.sizes.trigger()


def _placeholders(stage: Stage) -> None:
    _write(stage)
    stage.control(Qt.Key.Key_Space)


def _reasons(stage: Stage) -> None:
    _understood(stage)
    name = tr_("header.reason")
    boxes = stage.desk.widgets.header.findChildren(QComboBox)
    next(each for each in boxes if each.accessibleName() == name).setFocus()
    stage.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)


def _help(stage: Stage) -> None:
    stage.desk.actions.help.trigger()
    stage.wait_for_dialog()


def _export(stage: Stage) -> None:
    stage.desk.actions.export.trigger()


def _approve(stage: Stage) -> None:
    stage.desk.actions.approve.trigger()


SCENES: Mapping[str, Scene] = {
    "first-start": Scene(starters, _rest),
    "empty": Scene(nothing, _rest),
    "writing": Scene(clean_starter, _write),
    "findings": Scene(review, _understood),
    "card": Scene(review, _card),
    "paste": Scene(clean_starter, _paste),
    "source": Scene(review, _source),
    "find": Scene(review, _find),
    "find-in-library": Scene(starters, _find_in_library),
    "replace-in-library": Scene(starters, _replace_in_library),
    "own-words": Scene(starters, _own_words),
    "fix-all": Scene(starters, _fix_all),
    "set-aside": Scene(review, _set_aside),
    "withdraw": Scene(review, _withdraw),
    "find-in-findings": Scene(review, _find_in_findings),
    "why": Scene(review, _why),
    "table": Scene(one("order-table.html", _MAIL), _table),
    "versions": Scene(review, _versions),
    "languages": Scene(bilingual, _languages),
    "image": Scene(pictured, _image),
    "sizes": Scene(pictured, _sizes),
    "audited": Scene(one("hard-to-read.html", _HARD_TO_READ), _card),
    "placeholders": Scene(clean_starter, _placeholders),
    "reasons": Scene(review, _reasons),
    "help": Scene(clean_starter, _help),
    "orders": Scene(clean_starter, orders_menu),
    "worst-case": Scene(clean_request, worst_case),
    "worst-case-preview": Scene(clean_request, worst_preview),
    "own-orders": Scene(clean_starter, own_orders),
    "approve": Scene(clean_starter, _approve),
    "export": Scene(clean_starter, _export),
}


def take_all(variant: Variant, only: Sequence[str], folder: Path) -> int:
    """Save a picture of every scene, or of those named, and return the exit status."""
    app = make_application()
    app.setCursorFlashTime(0)  # or no two pictures are alike
    install_language(app, variant.language)
    assistants = Assistants()
    failed = 0
    for name in only or SCENES:
        stage = Stage(app, variant, SCENES[name].fill, assistants)
        SCENES[name].act(stage)
        stage.settle()
        path = folder / f"{name}-{variant.name}.png"
        failed |= not stage.picture().save(str(path))
        print(path.name, flush=True)
        stage.close()
    assistants.close()
    return int(failed)
