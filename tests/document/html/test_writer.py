import pytest

from composer.document import (
    Block,
    Container,
    Document,
    Image,
    LineBreak,
    Link,
    Marks,
    Placeholder,
    Raw,
    Style,
    Text,
)
from composer.document.html.reader import read_html
from composer.document.html.writer import write_body, write_html

LINK = Link("https://a.b/?x=1&y={{order_id}}", (("title", '"x"'),))
NESTED = (
    '<a href="u"><span lang="de" style="background-color: blue; color: red">'
    "<b><i><u><s><sub><sup><code>a</code></sup></sub></s></u></i></b></span></a>"
)
WHOLE = """\
<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<title>Order &lt;1&gt;</title>
<meta name="permitted:reason" content="&quot;other&quot;">
<style>@media print { p { color: red } }</style>
</head>
<body style="color: red">
<h1 class="big" style="margin-left: 5px">Hello</h1>
<ul>
  <li>one
    <ol start="2">
      <li>two</li>
    </ol>
  </li>
  <li>
    <p><br></p>
    <p>three</p>
  </li>
</ul>
<table width="100%">
  <tr>
    <td>a</td>
    <td></td>
  </tr>
</table>
<hr>
</body>
</html>
"""


def test_whole_file() -> None:
    """One block on each line, containers indented, bare text on the line of its element."""
    html = write_html(
        read_html(WHOLE).document,
        lang="ar",
        dir="rtl",
        title="Order <1>",
        metas=(("permitted:reason", '"other"'),),
    )
    assert html == WHOLE


def test_fragment_has_a_box_for_the_body() -> None:
    """Style of the body goes on to act where there is no body."""
    path = (Container("body", 0, Style.of({"color": "red"})),)
    document = Document((Block("p", (Text("a"),), path=path),))
    assert write_body(document) == '<div style="color: red">\n<p>a</p>\n</div>\n'


@pytest.mark.parametrize(
    ("inlines", "html"),
    [
        ((Text("<&>\xa0\"'\u20ac\U0001f600"),), "&lt;&amp;&gt;&nbsp;\"'\u20ac\U0001f600"),
        ((), "<br>"),
        ((Text("a"), LineBreak()), "a<br><br>"),
        ((Text("a"), LineBreak(), Text("b")), "a<br>b"),
        ((Placeholder("order_id"), Placeholder("x", "<<x>>")), "{{order_id}}&lt;&lt;x&gt;&gt;"),
        ((Raw('<b data-x="1"'),), '<b data-x="1"'),
        (
            (Text("a", Marks(link=LINK)), Text("b", Marks(bold=True, link=LINK)), Text("c")),
            '<a href="https://a.b/?x=1&amp;y={{order_id}}" title="&quot;x&quot;">a<b>b</b></a>c',
        ),
        (
            (
                Text(
                    "a",
                    Marks(
                        bold=True,
                        italic=True,
                        underline=True,
                        strike=True,
                        subscript=True,
                        superscript=True,
                        code=True,
                        link=Link("u"),
                        style=Style.of({"color": "red", "background-color": "blue"}),
                        attributes=(("lang", "de"),),
                    ),
                ),
            ),
            NESTED,
        ),
        (
            (Text("a", Marks(bold=True)), Text("b", Marks(bold=True, italic=True))),
            "<b>a<i>b</i></b>",
        ),
        (
            (Image("i.png", "", "50%", "9", Style.of({"max-width": "80%"}), (("class", "c"),)),),
            '<img src="i.png" alt="" width="50%" height="9" class="c" style="max-width: 80%">',
        ),
        ((Image("i.png"),), '<img src="i.png">'),
    ],
)
def test_inlines(inlines: tuple[Text, ...], html: str) -> None:
    """Marks nest in one order, neighbours share elements, nothing is escaped without need."""
    assert write_body(Document((Block("p", inlines),))) == f"<p>{html}</p>\n"


@pytest.mark.parametrize("space", ["pre", "pre-wrap", "pre-line", "break-spaces"])
def test_no_line_ends_where_they_would_show(space: str) -> None:
    """In a box that keeps white space, blocks stand on one line."""
    box = Container("div", 0, Style.of({"white-space": space}))
    inner = Container("blockquote", 0, Style.of({"white-space": "normal"}))
    blocks = (
        Block("p", (Text("a"),), path=(box,)),
        Block("p", (Text("b"),), path=(box, inner)),
        Block("p", (Text("c"),)),
    )
    html = write_body(Document(blocks))
    assert html == (
        f'<div style="white-space: {space}"><p>a</p><blockquote style="white-space: normal">\n'
        "    <p>b</p></blockquote></div>\n<p>c</p>\n"
    )
    assert read_html(html).document == Document(blocks)


def test_no_line_ends_beside_a_body_that_keeps_white_space() -> None:
    """Nor do the line ends before and after such a body become content."""
    body = Container("body", 0, Style.of({"white-space": "pre-wrap"}))
    document = Document((Block("p", (Text("a"),), path=(body,)),))
    html = write_html(document, lang="en")
    assert html.endswith('</head><body style="white-space: pre-wrap"><p>a</p></body></html>')
    assert read_html(html).document == document
