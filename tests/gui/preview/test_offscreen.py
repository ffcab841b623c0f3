"""The engine without a window: what it measures and draws, and that it ends cleanly."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from composer.gui.preview import chromium_flags, offscreen
from composer.gui.preview.errors import EngineError
from composer.gui.preview.offscreen import OffscreenEngine
from composer.gui.preview.page_source import page_source
from composer.gui.preview.sanitizer import clean
from composer.gui.preview.shell import page

BAND = '<div style="height: {height}px; background: {color}"></div>'


@pytest.fixture
def engine(images: dict[str, bytes]) -> Iterator[OffscreenEngine]:
    """An engine that knows the images."""
    with OffscreenEngine(images.get) as engine:
        yield engine


def test_a_message_is_laid_out_at_the_width_asked_for(engine: OffscreenEngine) -> None:
    """The window is as wide as asked, media queries see it, and no scroll bar takes room."""
    html = "<style>@media (max-width: 400px) { p { color: red } }</style><p>a</p>" + "<p>b</p>" * 99
    color = "getComputedStyle(document.querySelector('p')).color"
    for width, expected in ((600, "rgb(0, 0, 0)"), (375, "rgb(255, 0, 0)")):
        engine.load(html, width)
        assert engine.evaluate("document.documentElement.clientWidth") == width
        assert engine.evaluate(color) == expected


def test_the_language_and_direction_are_the_message_s_own(engine: OffscreenEngine) -> None:
    """What the message says itself wins over what the caller says."""
    asked = "[document.documentElement.lang, document.documentElement.dir]"
    engine.load("<p>a</p>", 600, language="ar", direction="rtl")
    assert engine.evaluate(asked) == ["ar", "rtl"]
    engine.load('<html lang="de" dir="ltr"><p>a</p>', 600, language="ar", direction="rtl")
    assert engine.evaluate(asked) == ["de", "ltr"]


def test_images_are_there_when_a_message_is_loaded(engine: OffscreenEngine) -> None:
    """The seller's images and inline ones are decoded; any other is not there."""
    inline = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
    sources = ("mail.files/good.png", inline, "https://example.com/a.png")
    engine.load("".join(f"<img src='{source}'>" for source in sources), 600)
    widths = engine.evaluate("[...document.images].map((image) => image.naturalWidth)")
    assert widths == [1, 1, 0]


def test_a_picture_shows_the_whole_message(engine: OffscreenEngine) -> None:
    """However long it is, drawn in parts that fit without a gap."""
    bands = (("#ff0000", 3990), ("#00ff00", 30), ("#0000ff", 5000), ("#ffff00", 7))
    html = "".join(BAND.format(color=color, height=height) for color, height in bands)
    for _ in range(2):
        engine.load(f"<body style='margin: 0'>{html}", 320)
        picture = engine.picture()
        assert (picture.width(), picture.height()) == (320, sum(height for _, height in bands))
        top = 0
        for color, height in bands:
            assert picture.pixelColor(0, top) == QColor(color)
            assert picture.pixelColor(319, top + height - 1) == QColor(color)
            top += height
    assert engine.evaluate("document.documentElement.children.length") == 2


def test_a_short_message_gives_a_short_picture(engine: OffscreenEngine) -> None:
    """The picture ends where the message does."""
    engine.load("<body style='margin: 0'>" + BAND.format(color="red", height=40), 600)
    assert engine.picture().height() == 40


def test_a_message_prints_as_pdf(engine: OffscreenEngine) -> None:
    """It is a PDF, and longer messages take more pages."""
    engine.load("<p>a</p>", 600)
    short = engine.pdf()
    engine.load("<p>a</p>" * 300, 600)
    assert short.startswith(b"%PDF-")
    assert engine.pdf().count(b"/Type /Page\n") > short.count(b"/Type /Page\n") == 1


def test_scripts_of_a_message_do_not_run(engine: OffscreenEngine) -> None:
    """Neither an element nor a handler."""
    engine.load("<script>document.title='ran'</script><img src=x onerror='document.title=1'>", 600)
    assert engine.evaluate("document.title") == ""


def test_nothing_late_is_waited_for_without_end(
    engine: OffscreenEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An engine that does not answer is an error in one sentence."""
    engine.load("<p>a</p>", 600)
    monkeypatch.setattr(offscreen, "_PATIENCE", 50)
    with pytest.raises(EngineError, match=r"^The message took too long to render\.$"):
        engine.evaluate("(() => { const end = Date.now() + 500; while (Date.now() < end); })()")


def test_an_engine_that_would_end_the_process_is_not_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It says why instead."""
    monkeypatch.setattr(chromium_flags, "would_end_the_app", lambda: True)
    with pytest.raises(EngineError, match="does not run as root"):
        OffscreenEngine()


def test_both_pages_have_the_same_policy() -> None:
    """What the preview forbids a message is forbidden without a window too."""
    alone = page_source(clean("<p>a</p>", lambda _: None), "en", "ltr")
    policies = [
        [line for line in source.decode().splitlines() if "Content-Security-Policy" in line]
        for source in (alone, page())
    ]
    assert policies[0] == policies[1] != []


ALONE = """
import sys
from composer.gui.preview.offscreen import OffscreenEngine
with OffscreenEngine() as engine:
    engine.load("<body style='margin: 0'><p>a</p>", 600)
    assert engine.picture().width() == 600
    engine.evaluate("(() => { const link = document.head.appendChild(document.createElement('link'));"
        f" link.rel = 'preconnect'; link.href = 'http://127.0.0.1:{sys.argv[1]}/'; return 1 }})()")
    engine.load("<p>a</p>", 600)
    print(engine.evaluate("document.body.textContent"))
"""


def test_it_needs_no_application_and_ends_cleanly() -> None:
    """A process of its own starts one without a screen, connects to nobody, and ends in peace."""
    listener = socket.create_server(("127.0.0.1", 0))
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-c", ALONE, str(listener.getsockname()[1])],
        cwd=Path(__file__).parents[3],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "a"), done.stderr
    assert "Expect troubles" not in done.stderr
    listener.setblocking(False)
    with listener, pytest.raises(BlockingIOError):
        listener.accept()
