"""The sidebar: find, choose, rename and move templates."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QToolTip

from composer.gui.library.model import ROW_ROLE, TemplateRow
from composer.gui.library.sidebar import Sidebar
from composer.gui.library.view import TemplatesView
from composer.gui.theme.marks import Mark

ROWS = (
    TemplateRow("k", "Review request, kitchen", "Review", "en", Mark.MUST_FIX, Path("/t/k.html")),
    TemplateRow("d", "Demande d’avis", "Review", "fr", Mark.REVIEW, Path("/t/d.html")),
    TemplateRow("i", "Invoice attached", "Invoice", "en", Mark.APPROVED),
)


@pytest.fixture
def sidebar(qtbot, theme) -> Sidebar:
    """The sidebar, shown, with three templates."""
    sidebar = Sidebar(theme)
    qtbot.addWidget(sidebar)
    sidebar.resize(236, 500)
    sidebar.set_rows(ROWS)
    sidebar.show()
    qtbot.waitExposed(sidebar)
    return sidebar


def tree(sidebar) -> TemplatesView:
    """Return the tree of templates."""
    found: TemplatesView = sidebar.findChild(TemplatesView)
    return found


def index_of(sidebar, key) -> QModelIndex:
    """Return where the template `key` is shown."""
    model = tree(sidebar).model()
    for number in range(model.rowCount()):
        group = model.index(number, 0)
        for child in range(model.rowCount(group)):
            index = model.index(child, 0, group)
            if index.data(ROW_ROLE).key == key:
                return index
    raise AssertionError(key)


def shown(sidebar) -> list[str]:
    """Return headings and names from top to bottom, as the tree shows them."""
    view, model, found = tree(sidebar), tree(sidebar).model(), []
    for number in range(model.rowCount()):
        group = model.index(number, 0)
        found.append(group.data())
        found += [
            model.index(child, 0, group).data()
            for child in range(model.rowCount(group))
            if not view.visualRect(model.index(child, 0, group)).isEmpty()
        ]
    return found


def click(qtbot, sidebar, key) -> None:
    """Click on the template `key`."""
    point = tree(sidebar).visualRect(index_of(sidebar, key)).center()
    qtbot.mouseClick(tree(sidebar).viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_templates_stand_under_their_reason(sidebar) -> None:
    """Reasons are headings, in the order of their first template."""
    assert shown(sidebar) == [
        "Review",
        "Review request, kitchen",
        "Demande d’avis",
        "Invoice",
        "Invoice attached",
    ]


def test_a_click_chooses_a_template(qtbot, sidebar) -> None:
    """The key of the template clicked is sent once."""
    chosen: list[str] = []
    sidebar.selected.connect(chosen.append)
    click(qtbot, sidebar, "d")

    assert chosen == ["d"]


def test_the_pointer_is_told_what_the_mark_says(qtbot, sidebar) -> None:
    """Resting on a template shows its whole name and its state in words."""
    view = tree(sidebar)
    at = view.visualRect(index_of(sidebar, "d")).center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)

    qtbot.waitUntil(lambda: QToolTip.text() == "Demande d’avis\nTo check: open it to see what")
    QToolTip.hideText()


def test_headings_cannot_be_chosen_and_arrows_skip_them(qtbot, sidebar) -> None:
    """Down from the last template of a reason goes to the first of the next."""
    click(qtbot, sidebar, "d")
    with qtbot.waitSignal(sidebar.selected) as chosen:
        qtbot.keyClick(tree(sidebar), Qt.Key.Key_Down)

    assert chosen.args == ["i"]


def test_the_search_finds_names_and_reasons(qtbot, sidebar) -> None:
    """All words must match, in any case; headings without templates go."""
    field = sidebar.findChild(QLineEdit)
    qtbot.keyClicks(field, "KITCHEN request")
    assert shown(sidebar) == ["Review", "Review request, kitchen"]

    field.clear()
    qtbot.keyClicks(field, "invoice")
    assert shown(sidebar) == ["Invoice", "Invoice attached"]

    qtbot.keyClicks(field, "zzz")
    texts = [found.text() for found in sidebar.findChildren(QLabel) if found.isVisible()]
    assert "No template matches “invoicezzz”." in texts

    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert len(shown(sidebar)) == 5


def test_f2_renames_in_place(qtbot, sidebar) -> None:
    """The new name is asked for; the row keeps the old one until the library says so."""
    click(qtbot, sidebar, "i")
    qtbot.keyClick(tree(sidebar), Qt.Key.Key_F2)
    editor = tree(sidebar).viewport().findChildren(QLineEdit)[0]
    assert editor.text() == "Invoice attached"

    editor.selectAll()
    qtbot.keyClicks(editor, "Invoice 2026")
    with qtbot.waitSignal(sidebar.renamed) as renamed:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == ["i", "Invoice 2026"]
    assert index_of(sidebar, "i").data() == "Invoice attached"


def test_an_unchanged_name_is_no_rename(qtbot, sidebar) -> None:
    """Return without a change, or Escape after one, renames nothing."""
    click(qtbot, sidebar, "i")
    with qtbot.assertNotEmitted(sidebar.renamed, wait=20):
        qtbot.keyClick(tree(sidebar), Qt.Key.Key_F2)
        qtbot.keyClick(tree(sidebar).viewport().findChild(QLineEdit), Qt.Key.Key_Return)


def test_the_menu_names_the_template(qtbot, sidebar) -> None:
    """Duplicate, delete and show in folder carry the key of the template clicked."""
    menu = sidebar.menu("d")
    for name in ("duplicate", "delete", "reveal"):
        signal = getattr(sidebar, f"{name}_requested")
        entry = next(action for action in menu.actions() if action.objectName() == name)
        with qtbot.waitSignal(signal) as asked:
            entry.trigger()
        assert asked.args == ["d"]


def test_files_dropped_from_outside_are_handed_on(qtbot, sidebar) -> None:
    """Dropping two files gives their paths."""
    files = (Path("/drop/a.html"), Path("/drop/b.eml"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(sidebar.files_dropped) as dropped:
        tree(sidebar).dropEvent(event)

    assert dropped.args == [files]
    assert event.isAccepted()


def test_a_template_is_dragged_out_as_its_file(sidebar) -> None:
    """The dragged data is the file's address; a template never saved has none."""
    model = tree(sidebar).model()

    saved = model.mimeData([index_of(sidebar, "k")])
    assert [url.toLocalFile() for url in saved.urls()] == ["/t/k.html"]
    assert not model.mimeData([index_of(sidebar, "i")]).hasUrls()


def test_the_selection_survives_a_new_state(qtbot, sidebar) -> None:
    """A template whose mark or name changes stays selected, and nothing is sent."""
    click(qtbot, sidebar, "k")
    with qtbot.assertNotEmitted(sidebar.selected):
        sidebar.set_rows((replace(ROWS[0], name="Kitchen", mark=Mark.DRAFT), *ROWS[1:]))
        sidebar.set_rows((*ROWS[:2], replace(ROWS[2], key="new"), ROWS[2]))

    assert sidebar.current_key() == "k"


def test_selecting_from_outside_is_silent(qtbot, sidebar) -> None:
    """Opening a template elsewhere selects its row without opening it again."""
    tree(sidebar).setFocus()
    with qtbot.assertNotEmitted(sidebar.selected):
        sidebar.select("i")

    assert sidebar.current_key() == "i"


def test_an_empty_library_says_what_to_do(qtbot, sidebar) -> None:
    """Three buttons offer the ways to start."""
    sidebar.set_rows(())
    visible = {b.text(): b for b in sidebar.findChildren(QPushButton) if b.isVisible()}
    with qtbot.waitSignal(sidebar.starters_requested):
        qtbot.mouseClick(visible["Add starter templates"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(sidebar.folder_requested):
        qtbot.mouseClick(visible["Open another folder…"], Qt.MouseButton.LeftButton)


def test_a_screen_reader_hears_state_and_language(sidebar) -> None:
    """The accessible text of a row has its name, state and language."""
    text = index_of(sidebar, "k").data(Qt.ItemDataRole.AccessibleTextRole)

    assert text == "Review request, kitchen. Must fix. Language EN"


def entries(menu: QMenu) -> list[str]:
    """The names of what a menu offers."""
    return [each.objectName() for each in menu.actions() if not each.isSeparator()]


def test_the_context_menu_is_that_of_the_template(qtbot, sidebar) -> None:
    """A right click on it offers what can be done with it."""
    tree(sidebar).customContextMenuRequested.emit(
        tree(sidebar).visualRect(index_of(sidebar, "k")).center()
    )
    menu = sidebar.findChild(QMenu)
    assert menu.isVisible()
    assert "delete" in entries(menu)
    menu.close()


def test_the_context_menu_beside_the_templates_is_that_of_the_list(qtbot, sidebar) -> None:
    """It offers a new template, and those that were deleted."""
    tree(sidebar).customContextMenuRequested.emit(QPoint(20, 480))
    menu = sidebar.findChild(QMenu)
    assert entries(menu) == ["new", "deleted"]
    with qtbot.waitSignal(sidebar.deleted_requested):
        menu.actions()[1].trigger()
    menu.close()


SAYING = (
    replace(ROWS[0], text="About your kitchen\nWe ship your Wäschetrockner tomorrow."),
    replace(ROWS[1], text="Votre commande\nLe sèche-linge {\ufffc} arrive demain."),
    ROWS[2],
)


def test_the_search_finds_what_templates_say(qtbot, sidebar) -> None:
    """After those with the words in their name; the place found stands below the name."""
    sidebar.set_rows(SAYING)
    field = sidebar.findChild(QLineEdit)
    qtbot.keyClicks(field, "waschetrockner")
    assert shown(sidebar) == ["In the text", "Review request, kitchen"]
    row = index_of(sidebar, "k").data(ROW_ROLE)
    assert (row.mention.words, row.mention.line) == (
        "Wäschetrockner",
        "…ship your Wäschetrockner tomorrow.",
    )
    assert row.mention.line in index_of(sidebar, "k").data(Qt.ItemDataRole.ToolTipRole)
    lone = tree(sidebar).visualRect(index_of(sidebar, "k")).height()

    field.clear()
    qtbot.keyClicks(field, "de")
    assert shown(sidebar) == ["Review", "Demande d’avis"]
    assert tree(sidebar).visualRect(index_of(sidebar, "d")).height() < lone
    field.clear()
    qtbot.keyClicks(field, "kitchen ship")  # one in the name, one in the text
    assert shown(sidebar) == ["In the text", "Review request, kitchen"]
    field.clear()
    qtbot.keyClicks(field, "your")
    qtbot.keyClicks(field, " order")
    assert tree(sidebar).model().rowCount() == 0


def test_names_come_before_texts(qtbot, sidebar) -> None:
    """Whatever the order of their reasons."""
    sidebar.set_rows((replace(ROWS[0], text="Your invoice is late."), ROWS[1], ROWS[2]))
    qtbot.keyClicks(sidebar.findChild(QLineEdit), "invoice")
    assert shown(sidebar) == [
        "Invoice",
        "Invoice attached",
        "In the text",
        "Review request, kitchen",
    ]


def test_the_selection_is_back_after_a_search_without_it(qtbot, sidebar) -> None:
    """What is open is selected again once it is shown."""
    click(qtbot, sidebar, "d")
    field = sidebar.findChild(QLineEdit)
    qtbot.keyClicks(field, "invoice")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert sidebar.current_key() == "d"


def test_what_is_nowhere_can_be_looked_for_in_the_library(qtbot, sidebar) -> None:
    """The words go along."""
    qtbot.keyClicks(sidebar.findChild(QLineEdit), "zzz")
    visible = {b.text(): b for b in sidebar.findChildren(QPushButton) if b.isVisible()}
    with qtbot.waitSignal(sidebar.find_requested) as asked:
        qtbot.mouseClick(visible["Find in library…"], Qt.MouseButton.LeftButton)
    assert asked.args == ["zzz"]
