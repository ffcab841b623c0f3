"""A field for a few words, named by what stands in it while it is empty."""

from PySide6.QtWidgets import QLineEdit

WIDTH = 240


class TextField(QLineEdit):
    """As wide as a few words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setFixedWidth(WIDTH)
