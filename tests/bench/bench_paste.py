"""How long the window stands still while a great deal is pasted."""

import os
import sys
import time
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from composer.document import Document
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.undo import UndoLog
from composer.policy import Policy

RUNS = 5
SIZE = 1_000_000
CLIPBOARD = Path(__file__).parents[1] / "data" / "clipboard"


def main() -> int:
    """Print one row for each program: a clipboard over and over until it is 1 MB long."""
    _app = QApplication.instance() or QApplication(sys.argv[:1])
    editor = MessageEditor(UndoLog(), placeholders=Policy.load().placeholder_table())
    editor.resize(700, 620)
    editor.show()
    for kind in ("word", "gmail", "google_docs", "web_page"):
        source = (CLIPBOARD / f"{kind}.html").read_text("utf-8")
        head, _, body = source.rpartition("<body")
        pieces = (body or source) * (SIZE // len(body or source))
        data = QMimeData()
        data.setHtml(f"{head}<body{pieces}" if body and head else pieces)
        times = []
        for _ in range(RUNS):
            editor.set_document(Document())
            start = time.perf_counter()
            editor.insertFromMimeData(data)
            QApplication.processEvents()
            times.append(time.perf_counter() - start)
        count = len(editor.document_value().blocks)
        print(
            f"paste, 1 MB of {kind}, {count} blocks:"
            f" {median(times) * 1000:.0f} ms median, {max(times) * 1000:.0f} ms max"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
