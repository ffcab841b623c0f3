"""The look can be switched while the window is open."""

import tomllib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QCompleter, QLabel

from composer import resources
from composer.document.used.contrast import contrast
from composer.gui.theme.fonts import type_scale
from composer.gui.theme.system_look import SystemLook
from composer.gui.theme.theme import LookChoice, Theme


def test_choosing_a_look_changes_the_palette_and_says_so(qtbot, qapp, theme) -> None:
    """Dark paints the windows dark at once and tells who paints by hand."""
    light = qapp.palette().color(QPalette.ColorRole.Window)

    with qtbot.waitSignal(theme.changed):
        theme.choose(LookChoice.DARK)

    dark = qapp.palette().color(QPalette.ColorRole.Window)
    assert theme.look.name == "dark"
    assert dark == QColor(theme.colours.background)
    assert dark.lightness() < light.lightness()


def test_the_style_sheet_follows_the_look(qtbot, theme) -> None:
    """A styled label is painted in the look's text colour before and after a switch."""
    label = QLabel("x")
    label.setProperty("tone", "muted")
    qtbot.addWidget(label)
    label.show()
    for choice in (LookChoice.LIGHT, LookChoice.DARK, LookChoice.HIGH_CONTRAST):
        theme.choose(choice)
        label.ensurePolished()

        shown = label.palette().color(QPalette.ColorRole.WindowText)
        assert shown == QColor(theme.colours.muted)


def test_choosing_the_same_look_again_is_silent(qtbot, theme) -> None:
    """Nothing is repainted when nothing changes."""
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(LookChoice.LIGHT)


def test_the_system_choice_uses_the_desktops_scheme(qapp, theme) -> None:
    """Without a dark desktop, following the system is light."""
    theme.choose(LookChoice.DARK)
    theme.choose(LookChoice.SYSTEM)

    dark = qapp.styleHints().colorScheme().name == "Dark"
    assert theme.look.dark is dark


class Desktop(SystemLook):
    """A desktop that asks for whatever look it is told to."""

    asked = "light"

    @property
    def name(self) -> str:
        """What it was told to ask for."""
        return self.asked

    def ask(self, name: str) -> None:
        """Ask for another look."""
        self.asked = name
        self.changed.emit()


@pytest.fixture
def desktop(qapp, theme) -> Desktop:
    """A desktop; the theme of every test is made first, so that it goes last."""
    return Desktop(qapp.styleHints())


@pytest.fixture
def following(qapp, desktop) -> Iterator[Theme]:
    """A theme that follows the desktop."""
    following = Theme(qapp, resources.root(), LookChoice.SYSTEM, desktop)
    yield following
    following.close()


def test_the_desktop_is_followed_live(qtbot, desktop, following) -> None:
    """Dark, then its wish for contrast, then light again, each at once with its icons."""
    inks = [_ink(following.icon("bold")).name()]
    for name in ("dark", "high-contrast"):
        with qtbot.waitSignal(following.changed):
            desktop.ask(name)
        assert following.look.name == name
        inks.append(_ink(following.icon("bold")).name())
    assert len(set(inks)) == 3
    desktop.ask("light")
    assert following.look.name == "light"


def test_a_look_of_ones_own_stays_whatever_the_desktop_asks(qtbot, desktop, following) -> None:
    """What was chosen wins over the desktop, until following it is chosen again."""
    following.choose(LookChoice.DARK)
    with qtbot.assertNotEmitted(following.changed):
        desktop.ask("high-contrast")
    assert following.look.name == "dark"
    following.choose(LookChoice.SYSTEM)
    assert following.look.name == "high-contrast"


def test_the_real_desktop_is_asked(qapp, qtbot) -> None:
    """Its scheme and its wish for contrast are read from Qt, and told of when they change."""
    hints = qapp.styleHints()
    system = SystemLook(hints)
    with qtbot.waitSignals([system.changed, system.changed]):
        hints.colorSchemeChanged.emit(hints.colorScheme())
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert system.name in {"light", "dark"}
    system.close()
    with qtbot.assertNotEmitted(system.changed):
        hints.colorSchemeChanged.emit(hints.colorScheme())


def test_switched_off_icons_are_told_from_others(theme) -> None:
    """In every look an icon that is off is paler than one that is on, and still to be seen."""
    for choice in (LookChoice.LIGHT, LookChoice.DARK, LookChoice.HIGH_CONTRAST):
        theme.choose(choice)
        icon, paper = theme.icon("undo"), theme.colours.panel
        on, off = (
            contrast(_ink(icon, mode).name(), paper)
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
        )
        assert on > 2 * off
        assert off > 1.3


def test_every_icon_exists_and_follows_the_look(theme) -> None:
    """Each action of the icon table has a drawing, lighter in the dark look."""
    with resources.path("icons/actions.toml").open("rb") as file:
        names = tomllib.load(file)
    light = {name: _ink(theme.icon(name)) for name in names}
    theme.choose(LookChoice.DARK)

    for name in names:
        assert light[name].lightness() < _ink(theme.icon(name)).lightness(), name


def test_an_action_without_an_icon_gets_none(theme) -> None:
    """An action missing from the table simply shows its words."""
    assert theme.icon("no such action").isNull()


@pytest.mark.parametrize(("platform", "pixel"), [("linux", 0.75), ("win32", 0.75), ("darwin", 1)])
def test_type_is_thirteen_pixels_on_every_platform(theme, platform, pixel) -> None:
    """Point sizes make 13 px at 96 dpi, and at the 72 dpi of macOS."""
    assert type_scale(platform).base == pytest.approx(13 * pixel)


def test_the_bundled_face_is_used_on_linux(theme) -> None:
    """Inter ships with the program, so every Linux desktop shows the same letters."""
    assert QFontInfo(type_scale("linux").font()).family() == "Inter"


def _ink(icon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
    image: QImage = icon.pixmap(QSize(32, 32), mode).toImage()
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return max((image.pixelColor(x, y) for x, y in points), key=lambda colour: colour.alpha())


def test_a_list_that_hangs_in_no_window_of_ours_can_be_read(qtbot, theme) -> None:
    """As what completes a file name does: there nothing is painted behind it."""
    completer = QCompleter(["order.eml"])
    popup = completer.popup()
    qtbot.addWidget(popup)
    popup.resize(200, 80)
    popup.show()
    for choice in (LookChoice.LIGHT, LookChoice.DARK):
        theme.choose(choice)
        popup.ensurePolished()
        assert popup.grab().toImage().pixelColor(190, 70).name() == theme.colours.panel


def test_an_icon_of_no_size_is_no_trouble(qtbot, theme) -> None:
    """Qt asks for one while a layout comes to rest; a warning of it would fail the test."""
    icon = theme.icon("close")
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)

    icon.paint(painter, QRect(0, 0, 8, 0))
    painter.end()
    assert icon.pixmap(QSize(0, 8)).isNull()
