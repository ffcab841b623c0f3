"""A QPalette made of a look's colours."""

from PySide6.QtGui import QColor, QPalette

from composer.gui.theme.tokens import Colours


def palette(colours: Colours) -> QPalette:
    """Return the palette for `colours`, with disabled text in the faint one."""
    role = QPalette.ColorRole
    result = QPalette()
    for key, value in (
        (role.Window, colours.background),
        (role.WindowText, colours.text),
        (role.Base, colours.panel),
        (role.AlternateBase, colours.sidebar),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.faint),
        (role.Button, colours.panel),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.must_fix),
        (role.Highlight, colours.primary),
        (role.HighlightedText, colours.on_primary),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.ToolTipBase, colours.panel),
        (role.ToolTipText, colours.text),
        (role.Light, colours.line_soft),
        (role.Midlight, colours.line_soft),
        (role.Mid, colours.line),
        (role.Dark, colours.control),
        (role.Shadow, colours.shadow),
    ):
        result.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, key, QColor(colours.faint))
    return result
