"""A preview on screen, and a way to look into its isolated world."""

import json
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from composer.gui.preview.message import PreviewMessage
from composer.gui.preview.pane import PreviewPane
from composer.gui.theme.theme import Theme

IMAGE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060"
    "f80f0001040100"
    "5fe5c34b0000000049454e44ae426082"
)


class Looker:
    """Asks the shell page of a preview."""

    def __init__(self, pane: PreviewPane, qtbot: QtBot) -> None:
        self.pane = pane
        self._qtbot = qtbot

    def ask(self, expression: str) -> object:
        """The value of a JavaScript expression; `page('desktop')` is a message's document."""
        assert self.pane.rendering is not None
        helpers = (
            "const view = (n) => document.querySelector(`[data-view=${n}]`);"
            "const frame = (n) => view(n).querySelector('iframe');"
            "const page = (n) => frame(n).contentDocument;"
        )
        with self._qtbot.waitCallback(timeout=10_000) as answer:
            self.pane.rendering.evaluate(
                f"(() => {{ {helpers} return JSON.stringify({expression}); }})()", answer
            )
        value = answer.args[0]
        return json.loads(value) if isinstance(value, str) and value else None

    def show(self, message: PreviewMessage | str) -> None:
        """Show a message, or a body without anything around it, and wait until it is there."""
        if isinstance(message, str):
            message = PreviewMessage(html=document(message), text="")
        with self._qtbot.waitSignal(self.pane.rendered, timeout=10_000):
            self.pane.set_message(message)


def document(body: str, head: str = "") -> str:
    """A whole HTML document around `body`."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


@pytest.fixture
def images() -> dict[str, bytes]:
    """The images the seller placed, by path."""
    return {"mail.files/good.png": IMAGE}


@pytest.fixture
def looker(qtbot: QtBot, theme: Theme, images: dict[str, bytes]) -> Iterator[Looker]:
    """A preview of 430 x 700 px, started, with an empty message."""
    pane = PreviewPane(images.get, theme)
    pane.resize(430, 700)
    with qtbot.waitSignal(pane.rendered, timeout=20_000):
        pane.set_message(PreviewMessage(html="<p>Start</p>", text="Start"))
        pane.show()
    yield Looker(pane, qtbot)
    rendering = pane.rendering
    assert rendering is not None
    pane.close_engine()
    pane.deleteLater()
    qtbot.waitUntil(lambda: not isValid(rendering), timeout=10_000)


@pytest.fixture
def make_document() -> Callable[..., str]:
    """Builds a whole HTML document."""
    return document
