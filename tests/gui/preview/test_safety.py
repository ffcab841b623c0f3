import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from pytestqt.qtbot import QtBot

from composer.gui.preview import address
from composer.gui.preview.message import Mode, PreviewMessage
from composer.gui.preview.offscreen import OffscreenEngine

SENTINEL = "<img id=sentinel src='mail.files/good.png' alt=''>"

HOSTILE = {
    "image": "<img src='{u}/a.png'>",
    "image set": "<img srcset='{u}/a.png 1x, {u}/b.png 2x' src='{u}/c.png'>",
    "picture": "<picture><source srcset='{u}/a.png'><img src='{u}/b.png'></picture>",
    "input image": "<input type=image src='{u}/a.png'>",
    "old background": "<table background='{u}/a.png'><tr><td background='{u}/b.png'>a</td></tr></table>",
    "inline style": "<p style='background: url({u}/a.png); list-style-image: url({u}/b.png)'>a</p>",
    "style sheet": "<style>p {{ background: url({u}/a.png) }} p::before {{ content: url({u}/b.png) }}</style><p>a</p>",
    "import": "<style>@import '{u}/a.css'; @import url({u}/b.css);</style><p>a</p>",
    "font": "<style>@font-face {{ font-family: f; src: url({u}/a.woff2) }} p {{ font-family: f }}</style><p>a</p>",
    "cursor and mask": "<p style='cursor: url({u}/a.cur), auto; mask-image: url({u}/a.svg#m); filter: url({u}/f.svg#f)'>a</p>",
    "stylesheet link": "<link rel=stylesheet href='{u}/a.css'>",
    "preconnect": "<link rel=preconnect href='{u}'><link rel=dns-prefetch href='{u}'>",
    "prefetch": "<link rel=prefetch href='{u}/a'><link rel=prerender href='{u}/b'>",
    "preload": "<link rel=preload as=image href='{u}/a.png'><link rel=modulepreload href='{u}/b.js'>",
    "icon and manifest": "<link rel=icon href='{u}/a.ico'><link rel=manifest href='{u}/m.json'>",
    "frame": "<iframe src='{u}/a.html'></iframe><iframe srcdoc=\"<img src='{u}/b.png'>\"></iframe>",
    "frame set": "<frameset><frame src='{u}/a.html'></frameset>",
    "refresh": "<meta http-equiv=refresh content='0;url={u}/a.html'>",
    "form": "<form id=f action='{u}/a' method=post><input name=a><button autofocus>b</button></form>",
    "script": "<script src='{u}/a.js'></script><script>fetch('{u}/b'); new WebSocket('{w}/c')</script>",
    "handler": "<img src=x onerror=\"new Image().src='{u}/a'\"><body onload=\"location='{u}/b'\">",
    "script link": "<a href=\"javascript:fetch('{u}/a')\" ping='{u}/b' autofocus>a</a>",
    "object": "<object data='{u}/a.swf'><embed src='{u}/b.swf'></object>",
    "svg": "<svg xmlns='http://www.w3.org/2000/svg'><image href='{u}/a.png'/><use href='{u}/b.svg#x'/><foreignObject><img src='{u}/c.png'></foreignObject></svg>",
    "math": "<math><mtext><style><img src='{u}/a.png'></style></mtext></math>",
    "media": "<video src='{u}/a.mp4' poster='{u}/a.png' autoplay></video><audio src='{u}/b.mp3' autoplay></audio><track src='{u}/c.vtt'>",
    "base": "<base href='{u}/'><img src='a.png'><p style='background: url(b.png)'>a</p>",
    "local file": "<img src='file:///etc/hostname'><iframe src='file:///etc/hostname'></iframe>",
    "data document": "<iframe src=\"data:text/html,<img src='{u}/a.png'>\"></iframe><object data=\"data:text/html,<img src='{u}/b.png'>\"></object>",
    "data svg": "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='{u}/a.png'/></svg>\">",
    "template": "<template shadowrootmode=open><img src='{u}/a.png'></template>",
    "other addresses": "<img src='//{h}/a.png'><img src='\\\\{h}\\b.png'><body background='{u}/c.png'><img lowsrc='{u}/d.png' longdesc='{u}/e'>",
    "attribution": "<img src=x attributionsrc='{u}/a'><a href='{u}/b' attributionsrc='{u}/c' ping='{u}/d'>a</a>",
    "style sheets in the text": "<div><style>@import url('{u}/a.css') layer(x) screen; @import '{u}/b.css' supports(display: grid);</style></div>",
    "more styles": "<p style=\"border-image: url('{u}/a.png') 1; background: image-set('{u}/b.png' 1x); shape-outside: url('{u}/c.png'); float: left; content: url('{u}/d.png')\">a</p>",
    "fonts": "<link rel=preload as=font href='{u}/a.woff2' crossorigin><style>@font-face {{ font-family: g; src: local(none), url('{u}/b.ttf') format('truetype') }} body {{ font: 16px g }}</style><p>a</p>",
    "speculation": "<script type=speculationrules>{{\"prefetch\": [{{\"urls\": [\"{u}/a\"], \"eagerness\": \"immediate\"}}]}}</script><a href='{u}/b'>a</a>",
    "form sent by itself": "<form id=g action='{u}/a' target=_blank><input type=image src='{u}/b.png'><input type=submit formaction='{u}/c' autofocus></form><script>g.submit()</script><isindex action='{u}/d'>",
    "refresh in the text": "<p>a<meta http-equiv=refresh content='0; URL={u}/a'><meta http-equiv=Link content='<{u}/b>; rel=preconnect'></p>",
    "svg style and script": "<svg onload=\"fetch('{u}/a')\"><style>@import '{u}/b.css';</style><script href='{u}/c.js'/><a xlink:href='{u}/d'><text>a</text></a><set attributeName=href to='{u}/e'/><feImage href='{u}/f.png'/></svg>",
    "frames of other kinds": "<fencedframe src='{u}/a'></fencedframe><portal src='{u}/b'></portal><applet code='{u}/c.class'></applet><iframe src='javascript:fetch(\"{u}/d\")'></iframe>",
    "broken markup": "<img src='{u}/a.png'<p title=\"</style><img src='{u}/b.png'>\"><style></style><img src='{u}/c.png'>",
}  # fmt: skip


class Listener:
    """Counts the connections that reach a port of this machine."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self.connections = 0
        self._thread = threading.Thread(target=self._count, daemon=True)
        self._thread.start()

    def _count(self) -> None:
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            self.connections += 1
            connection.close()

    def heard_after_knocking(self) -> int:
        """Connections so far, with one of our own to prove that the listener counts."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=5) as knock:
            knock.recv(1)
        return self.connections

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join(5)


@pytest.fixture
def listener() -> Iterator[Listener]:
    """A listener on the loopback interface."""
    listening = Listener()
    yield listening
    listening.close()


def hostile_bodies(listener: Listener) -> list[str]:
    """Every hostile mail, aimed at the listener by address and by name."""
    places = [f"http://127.0.0.1:{listener.port}", f"http://localhost:{listener.port}"]
    return [
        mail.format(u=place, w=place.replace("http", "ws"), h=place.removeprefix("http://"))
        for mail in HOSTILE.values()
        for place in places
    ]


def wait_for_sentinel(looker, qtbot, view: str) -> None:
    """Wait for an image that comes after the hostile parts, so that they had their chance."""
    qtbot.waitUntil(
        lambda: (
            looker.ask(f"(page('{view}').getElementById('sentinel') ?? {{}}).naturalWidth") == 1
        ),
        timeout=5000,
    )


@pytest.mark.parametrize("mode", Mode)
def test_no_hostile_mail_reaches_the_network(looker, qtbot, listener: Listener, mode: Mode) -> None:
    """Whatever a mail asks for, no connection is opened in any mode."""
    looker.pane.set_mode(mode)
    view = "phone" if mode is Mode.PHONE else "desktop"
    for body in hostile_bodies(listener):
        looker.show(PreviewMessage(html=f"<html><head>{body}</head>{body}{SENTINEL}", text=body))
        if mode is not Mode.TEXT:
            wait_for_sentinel(looker, qtbot, view)
    assert listener.heard_after_knocking() == 1


def test_even_uncleaned_mail_reaches_nothing(looker, qtbot, listener: Listener) -> None:
    """Policy, interceptor and resolver rule hold when the cleaning is left out."""
    looker.show("<p>a</p>")
    good = "data:image/png;base64,iVBORw0KGgo="
    for body in hostile_bodies(listener):
        looker.ask(
            f"(page('desktop').open(), page('desktop').write({('<!doctype html>' + body)!r}),"
            " page('desktop').close())"
        )
        looker.ask(f"page('desktop').body && (page('desktop').body.innerHTML = {body!r})")
        with qtbot.waitCallback() as answer:
            looker.pane.rendering.evaluate(f"new Image().src = {good!r}; 1", answer)
    qtbot.wait(300)  # absence cannot be signalled: refreshes and timers get their time
    assert listener.heard_after_knocking() == 1


def test_no_hostile_mail_reaches_the_network_without_a_window(
    images: dict[str, bytes], listener: Listener
) -> None:
    """Nor does one where it is rendered for the command line: cleaned, uncleaned, drawn, printed."""
    with OffscreenEngine(images.get) as engine:
        for body in hostile_bodies(listener):
            engine.load(f"<html><head>{body}</head>{body}{SENTINEL}", 600)
            assert engine.evaluate("document.getElementById('sentinel')?.naturalWidth") == 1, body
            engine.evaluate(f"(document.head.innerHTML += {body!r})")
            engine.evaluate(f"(document.body.innerHTML = {body!r})")
            engine.evaluate(f"(document.write({body!r}), document.close())")
        engine.load("".join(hostile_bodies(listener)) + SENTINEL, 375)
        assert engine.picture().width() == 375
        assert engine.pdf()
    assert listener.heard_after_knocking() == 1


@pytest.mark.parametrize(
    "target",
    ["data:text/html,<p id=there>b</p>", "file:///etc/hostname", "javascript:document.title='ran'"],
)
def test_links_to_data_and_files_lead_nowhere(
    looker, images: dict[str, bytes], target: str
) -> None:
    """Neither a click nor a script of ours opens what is on this machine or in the address."""
    link = f'<a id=link href="{target}" target=_top>a</a>'
    looker.show(link)
    looker.ask(
        f"(page('desktop').body.innerHTML = {link!r}, page('desktop').getElementById('link').click())"
    )
    looker.show("<p>Still here</p>")
    assert looker.ask("[page('desktop').body.textContent, location.href]") == [
        "Still here",
        address.SHELL,
    ]
    with OffscreenEngine(images.get) as engine:
        engine.load("<p>Still here</p>", 600)
        engine.evaluate(f"(document.body.insertAdjacentHTML('beforeend', {link!r}), 1)")
        engine.evaluate("(document.getElementById('link').click(), 1)")
        engine.settle()
        assert engine.evaluate(
            "[location.href, document.title, document.body.innerText.split(/\\s+/)]"
        ) == [
            address.SHELL,
            "",
            ["Still", "here", "a"],
        ]


def test_a_click_on_a_link_leads_nowhere(looker, qtbot, listener: Listener) -> None:
    """Links look like links and do nothing, nor does the middle button open anything."""
    looker.show(f"<a href='http://127.0.0.1:{listener.port}/' target=_blank>link</a>")
    for button in (0, 1):
        looker.ask(
            "page('desktop').querySelector('a').dispatchEvent(new MouseEvent("
            f"'{'auxclick' if button else 'click'}', {{bubbles: true, cancelable: true, button: {button}}}))"
        )
    looker.ask(
        f"frame('desktop').contentWindow.location.assign('http://127.0.0.1:{listener.port}/')"
    )
    looker.ask(f"location.assign('http://127.0.0.1:{listener.port}/')")
    looker.show("<p>Still here</p>")
    assert looker.ask("page('desktop').body.textContent") == "Still here"
    assert looker.ask("location.href") == address.SHELL
    assert listener.heard_after_knocking() == 1


def test_scripts_of_a_message_never_run(looker) -> None:
    """Neither a script element, nor a handler, nor a script address runs, cleaned or not."""
    attack = (
        "<script>document.title='ran'</script>"
        "<img src='data:,' onerror=\"parent.document.title='ran';document.title='ran'\">"
    )
    looker.show(attack)
    looker.ask(f"(page('desktop').body.innerHTML = {attack!r})")
    looker.ask(
        "(page('desktop').open(), page('desktop').write(\"<script>parent.document.title='ran'<\" + '/script>'),"
        " page('desktop').close())"
    )
    assert looker.ask("[document.title, page('desktop').title]") == ["Preview", ""]


def test_local_files_are_out_of_reach(looker, qtbot, tmp_path: Path, images) -> None:
    """A picture on disk that the seller did not place is not shown."""
    picture = tmp_path / "secret.png"
    picture.write_bytes(images["mail.files/good.png"])
    looker.show(f"<img id=secret src='{picture.as_uri()}'>{SENTINEL}")
    wait_for_sentinel(looker, qtbot, "desktop")
    looker.ask(f"(page('desktop').getElementById('secret').src = {picture.as_uri()!r})")
    looker.show(f"<img id=secret src='{picture.as_uri()}'><p>b</p>{SENTINEL}")
    wait_for_sentinel(looker, qtbot, "desktop")
    assert looker.ask("page('desktop').getElementById('secret').naturalWidth") == 0


def test_a_file_dropped_on_the_preview_is_left_to_the_window(looker) -> None:
    """The preview refuses drops, so that the window can open the file."""
    view = looker.pane.rendering.findChild(QWebEngineView)
    assert not view.acceptDrops()
    data = QMimeData()
    data.setUrls([QUrl("http://example.com/a.html")])
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.accept()
    view.dragEnterEvent(event)
    assert not event.isAccepted()


def test_nothing_is_kept_on_disk(looker) -> None:
    """The engine runs off the record."""
    view = looker.pane.rendering.findChild(QWebEngineView)
    assert view.page().profile().isOffTheRecord()


def test_a_message_cannot_call_the_app(looker, qtbot: QtBot) -> None:
    """The channel of our own scripts is no part of the world a message would run in."""
    looker.show(
        "<p onclick='qt.webChannelTransport.send(1)'>a</p>"
        "<a href='javascript:qt.webChannelTransport.send(1)'>b</a>"
        "<script>qt.webChannelTransport.send(1)</script>"
    )
    assert looker.ask("typeof qt.webChannelTransport.send") == "function"
    page = looker.pane.rendering.findChild(QWebEngineView).page()
    with qtbot.waitCallback(timeout=10_000) as answer:
        page.runJavaScript("typeof qt", QWebEngineScript.ScriptWorldId.MainWorld.value, answer)
    assert answer.args[0] in ("", None, "undefined")
    with qtbot.assertNotEmitted(looker.pane.place_pressed, wait=100):
        looker.ask("page('desktop').querySelector('a').click()")
