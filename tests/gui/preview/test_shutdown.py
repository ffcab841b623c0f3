import subprocess
import sys

PROGRAM = """
from PySide6.QtWidgets import QApplication
from composer.gui.preview.message import PreviewMessage
from composer.gui.preview.pane import PreviewPane
from composer import resources
from composer.gui.theme.theme import LookChoice, Theme
app = QApplication([])
pane = PreviewPane({}.get, Theme(app, resources.root(), LookChoice.LIGHT))
pane.rendered.connect(app.quit)
pane.set_message(PreviewMessage(html="<p>a</p>", text="a"))
pane.show()
raise SystemExit(app.exec())
"""


def test_the_app_ends_cleanly_with_a_preview_open() -> None:
    """Quitting frees the page before its profile: no complaint, no crash, exit status 0."""
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0
    assert "Release of profile" not in ended.stderr
    assert "Traceback" not in ended.stderr
