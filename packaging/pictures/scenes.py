"""The states pictures are taken in, each reached as a person reaches it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from composer.gui.app import make_application
from composer.gui.preview.conditions import Conditions, Scheme, Vision
from composer.gui.preview.message import Mode
from composer.gui.words.text import tr_
from composer.gui.words.translating import install_language
from composer.language.assistants import Assistants
from composer.library.settings import remember
from pictures.chips import chip_card, own_values
from pictures.filling import crowded, everything, filled, refused
from pictures.libraries import (
    bilingual,
    clean_request,
    clean_starter,
    hard_to_read,
    in_language,
    nothing,
    pictured,
    review,
    showcase,
    starters,
    table,
)
from pictures.menus import check_menu, file_menu
from pictures.orders import orders_menu, own_orders, worst_case, worst_preview
from pictures.previews import conditions_menu, looked_at, seen_in, with_guides, with_width
from pictures.shelves import deleted, not_found, nothing_deleted, searched
from pictures.stage import FillLibrary, Stage
from pictures.variants import Variant

_PASTE = (
    '<p style="font-family:Comic Sans MS;color:#c00;text-align:center">Your pan has '
    "<b>shipped</b>.</p><ul><li>One lid<li>One pan</ul>"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A state: the library it starts from and what is done then."""

    fill: FillLibrary
    act: Callable[[Stage], None]


def _rest(_stage: Stage) -> None:
    """Nothing is done: the state is there from the start."""


def _understood(stage: Stage) -> None:
    """Close what is said of the reason, and the step to try next."""
    for bar in (stage.desk.widgets.bar, stage.desk.widgets.hint_bar):
        QTest.keyClick(bar, Qt.Key.Key_Escape)
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


def _all_fixed(stage: Stage) -> None:
    stage.desk.actions.fix_all.trigger()
    stage.wait_for_dialog()
    stage.press(tr_("fix_all.confirm", count=4))
    stage.settle()


def _all_approved(stage: Stage) -> None:
    _all_fixed(stage)
    stage.desk.actions.approve.trigger()
    stage.wait_for_dialog()
    stage.press(tr_("approving.confirm"))
    stage.settle()


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
    stage.desk.saving.save()
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


def _export_approved(stage: Stage) -> None:
    stage.desk.actions.approve.trigger()
    stage.wait_for_dialog()
    stage.press(tr_("approving.confirm"))
    stage.desk.actions.export.trigger()
    stage.wait_for_dialog()


def _measured(stage: Stage) -> None:
    stage.desk.actions.measured.trigger()
    stage.wait_for_dialog()


def _approve(stage: Stage) -> None:
    _all_fixed(stage)
    stage.desk.actions.approve.trigger()


SCENES: Mapping[str, Scene] = {
    "first-start": Scene(starters, _rest),
    "empty": Scene(nothing, _rest),
    "template-search": Scene(starters, searched),
    "template-search-nothing": Scene(starters, not_found),
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
    "all-fixed": Scene(starters, _all_fixed),
    "all-approved": Scene(starters, _all_approved),
    "set-aside": Scene(review, _set_aside),
    "withdraw": Scene(review, _withdraw),
    "find-in-findings": Scene(review, _find_in_findings),
    "why": Scene(review, _why),
    "table": Scene(table, _table),
    "versions": Scene(review, _versions),
    "languages": Scene(bilingual, _languages),
    "image": Scene(pictured, _image),
    "sizes": Scene(pictured, _sizes),
    "audited": Scene(hard_to_read, _card),
    "placeholders": Scene(clean_starter, _placeholders),
    "reasons": Scene(review, _reasons),
    "help": Scene(clean_starter, _help),
    "orders": Scene(clean_starter, orders_menu),
    "worst-case": Scene(clean_request, worst_case),
    "worst-case-preview": Scene(clean_request, worst_preview),
    "file-menu": Scene(clean_starter, file_menu),
    "check-menu": Scene(clean_starter, check_menu),
    "own-orders": Scene(clean_starter, own_orders),
    "own-values": Scene(clean_starter, own_values),
    "chip-card": Scene(clean_starter, chip_card),
    "deleted": Scene(clean_starter, deleted),
    "nothing-deleted": Scene(clean_starter, nothing_deleted),
    "approve": Scene(starters, _approve),
    "export": Scene(clean_starter, _export),
    "export-approved": Scene(clean_starter, _export_approved),
    "export-fill": Scene(clean_starter, filled),
    "export-fill-refused": Scene(clean_starter, refused),
    "export-fill-many": Scene(everything, crowded),
    "measured": Scene(showcase, _measured),
    "preview-both": Scene(showcase, seen_in(Mode.BOTH)),
    "preview-guides": Scene(showcase, with_guides),
    "preview-phone": Scene(showcase, with_width(Mode.PHONE, 412)),
    "preview-wide": Scene(showcase, with_width(Mode.DESKTOP, 800)),
    "preview-text": Scene(showcase, seen_in(Mode.TEXT)),
    "preview-conditions": Scene(showcase, conditions_menu),
    "preview-dark": Scene(showcase, looked_at(Conditions(Scheme.DARK))),
    "preview-forced-dark": Scene(showcase, looked_at(Conditions(Scheme.FORCED))),
    "preview-images-off": Scene(showcase, looked_at(Conditions(images=False))),
    "preview-large-text": Scene(showcase, looked_at(Conditions(large_text=True))),
    "preview-all-at-once": Scene(
        showcase,
        looked_at(
            Conditions(Scheme.FORCED, images=False, large_text=True, vision=Vision.PROTANOPIA)
        ),
    ),
    **{
        f"preview-{vision}": Scene(showcase, looked_at(Conditions(vision=vision)))
        for vision in Vision
        if vision is not Vision.FULL
    },
    **{
        f"preview-{language}": Scene(in_language(language), seen_in(Mode.BOTH))
        for language in ("de", "ja", "ar")
    },
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
