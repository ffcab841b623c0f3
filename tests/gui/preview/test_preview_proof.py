"""`permitted preview` and `permitted proof`, with the engine."""

import os
import re
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfDocument

from composer import resources
from composer.cli.main import main
from composer.gui.preview.shell import page

DARK = (
    "<style>@media (prefers-color-scheme: dark) { body { background: #102030 } }"
    "@media (max-width: 400px) { body { border-left: 20px solid #00ff00 } }</style>"
    '<body style="margin: 0"><p>Hello {{buyer_name}}</p><img src="red.png" alt="A red square">'
)
# A message that does all it can to change the page it is printed on.
BOLD = (
    '<html lang="en"><head><title>Order {{order_id}}</title><style>h1, .verdict, th, figcaption '
    "{ display: none !important } * { color: #ff0000 } :host, :root, main { display: none }"
    "</style></head><body><p>Order {{order_id}} is late. See http://www.amazon.com for more.</p>"
)


def square(color: str) -> bytes:
    """A PNG of one colour, 40 px wide."""
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.fixture
def draw(tmp_path: Path, qapp: object) -> Callable[..., QImage]:
    """Draw a message with options, and give the picture."""
    assert qapp is not None

    def draw_it(message: Path, *options: str) -> QImage:
        out = tmp_path / "out.png"
        assert main(["preview", str(message), "--png", str(out), *options]) == 0
        return QImage(str(out))

    return draw_it


@pytest.fixture
def dark(tmp_path: Path) -> Path:
    """A message with dark styles, styles for phones, and an image beside it."""
    (tmp_path / "red.png").write_bytes(square("#ff0000"))
    path = tmp_path / "dark.html"
    path.write_text(DARK, "utf-8")
    return path


def colors(picture: QImage) -> set[str]:
    """The colours of the picture, those that cover little left out."""
    points = [(x, y) for x in range(0, picture.width(), 5) for y in range(0, picture.height(), 5)]
    counts = Counter(picture.pixelColor(*point).name() for point in points)
    return {name for name, count in counts.items() if count > 5}


def test_a_message_is_drawn_at_its_width(draw, dark: Path) -> None:
    """As media queries see it, images beside the file shown."""
    wide, phone = draw(dark), draw(dark, "--width", "375")
    assert (wide.width(), phone.width()) == (600, 375)
    assert colors(wide) == {"#ffffff", "#ff0000"}
    assert colors(phone) == {"#ffffff", "#ff0000", "#00ff00"}


def test_conditions(draw, dark: Path) -> None:
    """Dark by its own styles or by force, without images, with larger letters."""
    assert colors(draw(dark, "--dark")) == {"#102030", "#ff0000"}
    forced = colors(draw(dark, "--dark-forced"))
    assert "#ff0000" in forced
    assert not {"#ffffff", "#102030"} & forced
    assert "#ff0000" not in colors(draw(dark, "--images-off"))
    assert draw(dark, "--large-text").height() > draw(dark).height()


def test_placeholders_are_filled_unless_they_are_to_be_kept(draw, tmp_path: Path) -> None:
    """A long name takes more room than the sample."""
    path = tmp_path / "a.html"
    path.write_text("<p>" + "{{order_id}} " * 8 + "</p>", "utf-8")
    assert draw(path) != draw(path, "--placeholders", "keep")


def test_an_order_fills_placeholders_in(draw, tmp_path: Path) -> None:
    """One that ships, or one of the seller's own beside the file."""
    path = tmp_path / "a.html"
    path.write_text("<p>{{product_name}}</p>", "utf-8")
    own = '[[orders]]\nname = "Mine"\n[orders.values]\nproduct_name = "Tea"\n'
    (tmp_path / "permitted.toml").write_text(own, "utf-8")

    assert draw(path) == draw(path, "--order", "typical")
    assert draw(path, "--order", "worst-case").height() > draw(path).height()
    assert draw(path, "--order", "mine") == draw(path, "--order", "short")


def test_an_email_shows_the_image_in_it(draw, tmp_path: Path) -> None:
    """Its HTML is drawn, not its plain text."""
    mail = EmailMessage()
    mail["Subject"] = "Late"
    mail.set_content("Late")
    mail.add_alternative('<p>Late</p><img src="cid:a@b" alt="">', subtype="html")
    related = mail.get_payload()[1]
    assert isinstance(related, EmailMessage)
    related.add_related(square("#0000ff"), "image", "png", cid="<a@b>")
    path = tmp_path / "late.eml"
    path.write_bytes(mail.as_bytes())
    assert "#0000ff" in colors(draw(path))


def test_a_plain_channel_is_drawn_as_plain_text(draw, tmp_path: Path) -> None:
    """What a page says is drawn as the text that is sent, its markup gone."""
    styled, plain = tmp_path / "late.html", tmp_path / "late.txt"
    styled.write_text('<p style="color: red">Hello</p><p><b>you</b></p>', "utf-8")
    plain.write_text("Hello\n\nyou\n", "utf-8")
    assert draw(styled, "--channel", "contact-form") == draw(plain)
    assert draw(styled) != draw(plain)


def words_of(path: Path) -> str:
    """All text of a PDF, on one line."""
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    pages = (document.getAllText(number).text() for number in range(document.pageCount()))
    return " ".join(" ".join(pages).split())


def test_a_proof_is_the_message_and_what_is_known_of_it(tmp_path: Path, qapp: object) -> None:
    """Open findings are listed; what the message styles stays with the message."""
    assert qapp is not None
    path, out = tmp_path / "bold.html", tmp_path / "bold.pdf"
    path.write_text(BOLD, "utf-8")
    assert main(["proof", str(path), "--pdf", str(out), "--reason", "order-problem"]) == 0
    words = words_of(out)
    for expected in (
        "Proof: bold.html",
        "Order 112-3456789-0123456",
        "Reason Order problem",
        "Sent by Email",
        "Link is not secure: http://www.amazon.com",
        "C-LINK (6 November 2020)",
        "Desktop, 600 px",
        "Phone, 375 px",
        "Amazon does not review templates and approves none.",
    ):
        assert expected in words
    assert words.count("is late. See http://www.amazon.com for more.") == 2
    assert re.search(r"must fix.* under the guidelines of 6 November 2020", words)
    assert re.search(r"Page 1 of \d", words)


def test_a_proof_shows_the_images(tmp_path: Path, qapp: object) -> None:
    """The page that is printed is on no screen, where images are never decoded ahead."""
    assert qapp is not None
    (tmp_path / "red.png").write_bytes(square("#ff0000"))
    path, out = tmp_path / "one.html", tmp_path / "one.pdf"
    path.write_text(
        "<p>Order {{order_id}}</p><p><img src='red.png' alt='A' width='50%'></p>", "utf-8"
    )
    assert main(["proof", str(path), "--pdf", str(out)]) == 0
    document = QPdfDocument()
    document.load(str(out))
    pages = [document.render(number, QSize(900, 640)) for number in range(document.pageCount())]
    assert any("#ff0000" in colors(each) for each in pages)


def test_a_proof_shows_the_order_it_was_checked_with(tmp_path: Path, qapp: object) -> None:
    """What its values bring is listed with the other findings."""
    assert qapp is not None
    path, out = tmp_path / "a.html", tmp_path / "a.pdf"
    path.write_text("<p>Order {{order_id}} of {{product_name}} is late.</p>", "utf-8")
    assert main(["proof", str(path), "--pdf", str(out), "--order", "very-long-product-name"]) == 0
    words = words_of(out)
    assert "With the sample order “Very long product name”" in words
    assert "PREMIUM STAINLESS STEEL TEA STRAINER – Extra Fine Mesh Infuser™" in words


@pytest.mark.parametrize(
    ("name", "words"),
    [("ja", "お約束した日に"), ("ar", "نعتذر"), ("zh", "您")],
)  # fmt: skip
def test_other_scripts_print_as_text(tmp_path: Path, qapp: object, name: str, words: str) -> None:
    """What is read from right to left, and what has no spaces."""
    assert qapp is not None
    path, out = resources.path(f"starters/{name}/delivery-delayed.html"), tmp_path / "out.pdf"
    assert main(["proof", str(path), "--pdf", str(out)]) == 0
    found = words_of(out)
    assert words in found or words[::-1] in found


def test_a_long_message_goes_on_over_pages(tmp_path: Path, qapp: object) -> None:
    """Every paragraph is there, at both widths."""
    assert qapp is not None
    path, out = tmp_path / "long.html", tmp_path / "long.pdf"
    path.write_text("".join(f"<p>Paragraph {n} of many.</p>" for n in range(200)), "utf-8")
    assert main(["proof", str(path), "--pdf", str(out)]) == 0
    words = words_of(out)
    assert all(words.count(f"Paragraph {n} of many.") >= 2 for n in range(200))


def pages_of(path: Path) -> list[str]:
    """The text of each page of a PDF."""
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    texts = (document.getAllText(number).text() for number in range(document.pageCount()))
    return [" ".join(text.split()) for text in texts]


@pytest.mark.parametrize(("paragraphs", "pages"), [(3, [1]), (14, [2]), (60, [1, 2, 3])])
def test_a_message_stays_whole_where_it_fits(
    tmp_path: Path, qapp: object, paragraphs: int, pages: list[int]
) -> None:
    """Under its head where there is room, else on the next page; one too high begins at once."""
    assert qapp is not None
    path, out = tmp_path / "a.html", tmp_path / "a.pdf"
    (tmp_path / "permitted.toml").touch()
    path.write_text("".join(f"<p>Item {n} of many.</p>" for n in range(paragraphs)), "utf-8")
    assert main(["proof", str(path), "--pdf", str(out)]) == 0
    found = [n for n, words in enumerate(pages_of(out), 1) if re.search(r"Item \d+ of many", words)]
    assert found[: len(pages)] == pages
    assert len(pages) > 1 or found == pages


def test_the_foot_names_library_template_and_page(tmp_path: Path, qapp: object) -> None:
    """On every page; the library is the folder whose settings hold."""
    assert qapp is not None
    folder, out = tmp_path / "Tea shop", tmp_path / "a.pdf"
    folder.mkdir()
    (folder / "permitted.toml").touch()
    (folder / "late.html").write_text("<p>We are sorry.</p>" * 60, "utf-8")
    assert main(["proof", str(folder / "late.html"), "--pdf", str(out)]) == 0
    pages = pages_of(out)
    assert len(pages) > 1
    for number, words in enumerate(pages, 1):
        assert re.search(r"Tea shop\W*: \W*late\.html", words)
        assert f"Page {number} of {len(pages)}" in words


def test_a_proof_has_the_policy_of_the_preview() -> None:
    """What the preview forbids a message is forbidden on paper too."""
    proof = resources.path("proof/proof.html").read_text("utf-8")
    policies = [
        [line for line in source.splitlines() if "Content-Security-Policy" in line]
        for source in (proof, page().decode())
    ]
    assert policies[0] == policies[1] != []


def test_both_work_without_a_screen_and_connect_to_nobody(tmp_path: Path) -> None:
    """As a server runs them; hostile markup asks in vain."""
    listener = socket.create_server(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    path = tmp_path / "hostile.html"
    path.write_text(
        f'<link rel="preconnect" href="{address}"><style>@import "{address}/a.css";'
        f"@font-face {{ font-family: x; src: url({address}/f) }} p {{ font-family: x;"
        f'background: url({address}/b) }}</style><p>Hello</p><img src="{address}/i.png">'
        f'<iframe src="{address}"></iframe><script src="{address}/s.js"></script>',
        "utf-8",
    )
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QTWEBENGINE_DISABLE_SANDBOX")
    environment = {key: value for key, value in os.environ.items() if key not in names}
    for command, option, out in (("preview", "--png", "a.png"), ("proof", "--pdf", "a.pdf")):
        done = subprocess.run(
            [sys.executable, "-m", "composer", command, path, option, tmp_path / out],
            cwd=Path(__file__).parents[3],
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        assert "Expect troubles" not in done.stderr
        assert (tmp_path / out).stat().st_size > 100
    listener.setblocking(False)
    with listener, pytest.raises(BlockingIOError):
        listener.accept()
