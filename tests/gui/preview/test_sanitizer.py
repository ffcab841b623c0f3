import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.gui.preview.address import MISSING_IMAGE
from composer.gui.preview.sanitizer import clean


def content(html: str) -> str:
    """What is left of `html` when the seller placed one image, good.png."""
    return clean(html, {"m.files/good one.png": "own:1"}.get).html


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<iframe src=x>frame</iframe>",
        "<form action=x><input name=a><button>go</button></form>",
        "<link rel=stylesheet href=x>",
        "<meta http-equiv=refresh content='0;url=x'>",
        "<base href=x>",
        "<object data=x>object</object>",
        "<embed src=x>",
        "<svg><image href=x /><use href=x /></svg>",
        "<video src=x poster=x>video</video>",
        "<math><maction actiontype=statusline>m</maction></math>",
        "<template><img src=x></template>",
        "<title>Subject</title>",
        "<!-- comment -->",
    ],
)
def test_active_and_foreign_elements_are_dropped(html: str) -> None:
    """Nothing remains of an element that runs, embeds, sends or redirects."""
    assert content(f"<p>a</p>{html}<p>b</p>") == "<p>a</p><p>b</p>"


@pytest.mark.parametrize(
    "attribute",
    ["onclick=x", "onerror=x", "srcset='x 2x'", "ping=x", "formaction=x", "href=javascript:x"],
)
def test_active_attributes_are_dropped(attribute: str) -> None:
    """An attribute that runs or fetches is dropped from a link."""
    assert content(f"<a {attribute}>a</a>") == "<a>a</a>"


def test_style_stays() -> None:
    """Inline style, style sheets with media queries and old attributes are what is judged."""
    html = (
        "<style>p > a { color: red } @media (max-width: 400px) { p { color: blue } }</style>"
        '<p style="font-size: 20px" align="center"><font size="5" face="Georgia">a</font></p>'
    )
    cleaned = content(html)
    assert cleaned.startswith("<style>p > a { color: red } @media (max-width: 400px)")
    assert 'style="font-size: 20px"' in cleaned
    assert 'align="center"' in cleaned
    assert 'face="Georgia"' in cleaned


def test_an_image_the_seller_placed_is_served_from_memory() -> None:
    """A relative path, percent-encoded or not, becomes the address it resolves to."""
    assert 'src="own:1"' in content('<img src="m.files/good%20one.png" alt="A">')


@pytest.mark.parametrize(
    "source",
    [
        "http://example.com/a.png", "https://example.com/a.png", "//example.com/a.png", "/etc/hosts",
        "file:///etc/hosts", "cid:1", "other.png", "data:text/html,x", "data:image/svg+xml,x", "",
        "http://[", "permitted-preview://message/", "../good one.png", "m.files/../m.files/good%20one.png",
        "m.files%2F..%2Fgood%20one.png",
    ],
)  # fmt: skip
def test_any_other_image_keeps_only_its_size_and_text(source: str) -> None:
    """Images that are not the seller's are never asked for."""
    cleaned = content(f'<img src="{source}" alt="Logo" width="300">')
    assert f'src="{MISSING_IMAGE}"' in cleaned or "src=" not in cleaned
    assert 'alt="Logo"' in cleaned
    assert 'width="300"' in cleaned


def test_an_image_inside_the_message_stays() -> None:
    """A picture given as data needs no request."""
    assert 'src="data:image/png;base64,AAAA"' in content('<img src="data:image/png;base64,AAAA">')


def test_what_body_and_root_set_is_kept_apart() -> None:
    """Attributes of html and body that affect rendering survive, scripts on them do not."""
    message = clean(
        '<html lang="de" onload="x"><body bgcolor="#eee" style="margin:0" onload="x">a</body>',
        {}.get,
    )
    assert message.root == {"lang": "de"}
    assert message.body == {"bgcolor": "#eee", "style": "margin:0"}


PIECES = st.sampled_from(
    ["<p", ">", "</", "<![foo[", "<![if !mso]>", "<!--", "-->", "<style>", "</style", "<body ", "=",
     '"', "'", "&#0;", "&", "<svg>", "<math>", "\x00", "\ud800", "<script>", "style", "{{order_id}}",
     "<img src=", "http://[", "<table>", "<td>", "</p>"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_broken_markup_never_stops_the_preview(html: str) -> None:
    """Whatever is typed or imported, cleaning gives a message and leaves no script."""
    assert "<script" not in re.sub("<style.*?</style>", "", content(html), flags=re.DOTALL)
