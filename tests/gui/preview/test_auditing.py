"""The audit of a rendered message: what it finds, where, and that no message can bend it."""

import json

import pytest

from composer import resources, rules
from composer.document.filling import fill
from composer.document.html.reader import read_html
from composer.document.html.writer import write_html
from composer.gui.preview.audited import Audit
from composer.gui.preview.auditing import Auditing
from composer.gui.preview.message import PreviewMessage
from composer.lint.engine import Linter
from composer.lint.finding import Finding
from composer.lint.rendered import Rendered, RenderedBlock, Seen
from composer.policy import Policy
from composer.template import Template

POLICY = Policy.load()
LINK = "https://www.amazon.com/returns"
PLACEHOLDERS = {"buyer_name": "Ada 😀 Lovelace", "order_id": "123-1234567-1234567"}


class Auditor:
    """Shows messages, and waits for what the audit says of them."""

    def __init__(self, looker, qtbot) -> None:
        self.looker = looker
        self._qtbot = qtbot
        self.auditing = Auditing(looker.pane, POLICY.accessibility.by_axe, rest=20)
        self._linter = Linter(POLICY, rules.load())

    def audit(self, html: str) -> tuple[Template, Audit]:
        """The template of a body and what is found in it."""
        body = read_html(html, POLICY.placeholder_table()).document
        with self._qtbot.waitSignal(self.auditing.audited, timeout=20_000) as heard:
            self.looker.show(message_of(body))
        return Template(body=body, language="en", channel="email"), heard.args[0]

    def findings(self, html: str) -> list[Finding]:
        """What the rule says of a body."""
        template, audit = self.audit(html)
        assert audit.done
        blocks = {
            block: RenderedBlock(violations=found) for block, found in audit.violations.items()
        }
        seen = Seen(rendered=Rendered(600, blocks))
        return [it for it in self._linter.lint(template, seen) if it.rule == "accessibility-audit"]

    def told(self, html: str) -> list[tuple[str, str]]:
        """The numbers of WCAG and the words of each finding."""
        return [
            (str(it.message).partition("WCAG ")[2].partition(")")[0], it.text)
            for it in self.findings(html)
        ]


def message_of(body) -> PreviewMessage:
    """A document as the preview shows it."""
    filled = fill(body, lambda name: PLACEHOLDERS.get(name, name))
    return PreviewMessage(
        html=write_html(filled.document, lang="en", marked=True), text="", source=filled
    )


@pytest.fixture
def auditor(looker, qtbot) -> Auditor:
    """An audit of the preview."""
    return Auditor(looker, qtbot)


def test_every_rule_of_axe_is_known(auditor: Auditor) -> None:
    """What axe could report has our words, or a reason why it is not asked for."""
    auditor.audit("<p>Hello</p>")
    known = set(auditor.looker.ask("permittedAudit.rules()"))
    assert known == POLICY.accessibility.by_axe.keys() | POLICY.accessibility.off


@pytest.mark.parametrize(
    ("html", "told"),
    [
        pytest.param(
            "<style>@media (min-width: 1px) { .box { background-color: #555 } }</style>"
            '<p>Before</p><div class="box"><p>Dark on dark</p></div><p>After</p>',
            [("1.4.3", "Dark on dark")],
            id="background from a style sheet",
        ),
        pytest.param(
            '<div style="background-image: linear-gradient(#fff, #000)"><p>Over a picture</p></div>',
            [("1.4.3", "Over a picture")],
            id="picture behind words",
        ),
        pytest.param(
            "<style>@media (min-width: 1px) { a { text-decoration: none; color: #222 } }</style>"
            f'<p>Please read <a href="{LINK}">how to return it</a> before.</p>',
            [("1.4.1", "how to return it")],
            id="link told by its colour",
        ),
        pytest.param(
            '<ul><li role="presentation">One</li><li role="presentation">Two</li></ul>',
            [("1.3.1", "One")],
            id="list that is none",
        ),
        pytest.param(
            '<h2><img src="mail.files/good.png" alt=""></h2><p>Hello</p>',
            [("2.4.6", "\ufffc")],
            id="empty heading",
        ),
        pytest.param(
            '<p>Hello</p><p lang="qq-invalid">Hello again</p>',
            [("3.1.2", "Hello again")],
            id="language that is none",
        ),
        pytest.param(
            '<table><tr><th>Item</th><th scope="line">Day</th></tr>'
            "<tr><td>Pan</td><td>Monday</td></tr></table>",
            [("1.3.1", "Day")],
            id="scope that is none",
        ),
        pytest.param(
            f'<p>Read <a href="{LINK}" aria-hidden="true">this page</a></p>',
            [("4.1.2", "this page")],
            id="link hidden from screen readers",
        ),
        pytest.param(
            "<style>@media (min-width: 1px) { p { color: #aaa } }</style>"
            "<p>Dear {{buyer_name}}, <b>hello</b> 😀</p>",
            [("1.4.3", "Dear \ufffc, hello 😀"), ("1.4.3", "hello")],
            id="placeholder with an emoji in it",
        ),
        pytest.param("<h1>Your order</h1><p>It is on its way.</p><ul><li>One</li></ul>", [], id="good"),
    ],
)  # fmt: skip
def test_findings_stand_at_the_words(auditor: Auditor, html: str, told: list[object]) -> None:
    """Each has its number of WCAG and exactly the words it is about."""
    assert auditor.told(html) == told


def test_what_a_rule_sees_in_the_source_is_not_told_twice(auditor: Auditor) -> None:
    """Contrast, headings, missing descriptions: the findings from typing stay as they are."""
    html = (
        '<h1>A</h1><h3>B</h3><p style="color: #999">Pale</p><p><img src="mail.files/good.png"></p>'
        f'<p><a href="{LINK}"><img src="mail.files/good.png" alt=""></a></p>'
    )
    assert auditor.told(html) == []
    _, audit = auditor.audit(html)
    assert {it.check for found in audit.violations.values() for it in found} >= {
        "heading-order",
        "color-contrast",
        "image-alt",
        "link-name",
    }


def test_what_ships_is_accessible(auditor: Auditor) -> None:
    """The audit finds nothing in the starters in English."""
    starters = sorted(resources.path("starters").glob("en/*.html"))
    assert starters
    for starter in starters:
        assert auditor.told(starter.read_text(encoding="utf-8")) == [], starter.name


@pytest.mark.parametrize("mode", ["desktop", "phone", "both", "text"])
def test_views_make_no_difference(auditor: Auditor, mode: str) -> None:
    """What is on screen, and how wide, has no part in it."""
    auditor.looker.pane.set_mode(mode)
    html = "<style>@media (min-width: 600px) { p { color: #aaa } }</style><p>Pale</p>"
    assert auditor.told(html) == [("1.4.3", "Pale")]


PALE = "<style>@media (min-width: 1px) { .pale { color: #bbb } }</style><p class='pale'>Pale</p>"
HOSTILE = {
    "ids of axe": "".join(
        f'<p><a id="{name}" name="{name}" href="{LINK}">{name}</a><img id="{name}" alt="x" src="a.png"></p>'
        for name in (
            "axe", "module", "exports", "define", "permittedAudit", "permittedPlaces", "document",
            "setTimeout", "Promise", "commons", "body", "head", "documentElement", "performance",
        )
    ),
    "exports of a module": '<a id="module"></a><a id="module" name="exports">x</a>',
    "forms": "<form id=document><input name=body><input name=nodeType><input name=attributes></form>",
    "comments": "<!--permitted-block--><p><!--permitted-raw-->a<!--permitted-block--></p>",
    "script": "<script>window.axe = {run() {}}; document.title = 'ran'</script><img src=x onerror=\"document.title='ran'\">",
    "frames": "<iframe srcdoc='<p>a</p>'></iframe><object data='x'></object>",
    "shadow": "<template shadowrootmode=open><p>a</p></template>",
    "hidden": "<style>body > * { visibility: hidden; animation: a 1s infinite } .pale { visibility: visible }</style>",
    "broken": '<p title="</style>"><table><tr><p></table></b></i></a>',
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_no_message_bends_the_audit(auditor: Auditor, name: str) -> None:
    """Names that shadow what axe uses, forged marks, scripts and frames change no finding."""
    for html in (HOSTILE[name] + PALE, PALE + HOSTILE[name]):
        assert ("1.4.3", "Pale") in auditor.told(html)
    looker = auditor.looker
    assert looker.ask("[document.title, page('desktop').title]") == ["Preview", ""]
    assert looker.ask("typeof permittedAudit.start") == "function"


def test_uncleaned_messages_run_nothing(auditor: Auditor, qtbot) -> None:
    """The frame of the audit is as deaf as those on screen."""
    auditor.audit("<p>Hello</p>")
    attack = (
        "<p>a</p><script>parent.document.title='ran'</script>"
        "<img src='data:,' onerror=\"parent.document.title='ran'\">"
    )
    bad = json.dumps({"html": attack, "rootAttributes": {}, "bodyAttributes": {"onload": "x()"}})
    looker = auditor.looker
    assert looker.ask(f"permittedAudit.start({bad}, ['image-alt'])") == "started"
    qtbot.waitUntil(lambda: looker.ask("permittedAudit.take()") is not None, timeout=10_000)
    assert looker.ask("document.title") == "Preview"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>a</p>" * 3000, id="elements"),
        pytest.param(f"<p>{'word ' * 50_000}</p>", id="words"),
        pytest.param('<div style="width: 10000000px; height: 10000000px">a</div>', id="area"),
        pytest.param('<div style="position: absolute; left: -10000000px">a</div>', id="far away"),
        pytest.param("<p>" + '<img src="a.png" alt="" width="3000" height="9000">' * 200, id="cells"),
    ],
)  # fmt: skip
def test_what_would_take_too_long_is_left_alone(auditor: Auditor, html: str) -> None:
    """The audit says that it did not look, and the next message is audited again."""
    _, audit = auditor.audit(html)
    assert audit == Audit(done=False)
    assert auditor.told(PALE) == [("1.4.3", "Pale")]


def test_deep_nesting_ends(auditor: Auditor) -> None:
    """As deep as a message may be."""
    _, audit = auditor.audit("<div>" * 190 + "<p style='color: #bbb'>Pale</p>")
    assert audit.done


def test_new_text_ends_an_audit_under_way(auditor: Auditor, qtbot) -> None:
    """Only the message that is on screen is told about; the next audit starts afresh."""
    heard: list[Audit] = []
    auditor.auditing.audited.connect(heard.append)
    auditor.looker.show(message_of(read_html(PALE).document))
    auditor.auditing.put_off()
    for _ in range(5):
        auditor.looker.ask("permittedAudit.start(permittedPreview.message, ['color-contrast'])")
        auditor.looker.ask("(permittedAudit.cancel(), true)")
    good = "<p>Hello</p>"
    assert auditor.told(good) == []
    assert len(heard) == 1


def test_an_audit_survives_a_new_render_process(auditor: Auditor, qtbot) -> None:
    """After a reload axe is brought in again."""
    assert auditor.told(PALE) == [("1.4.3", "Pale")]
    with qtbot.waitSignal(auditor.looker.pane.rendered, timeout=20_000):
        auditor.looker.pane.reload()
    assert auditor.told(PALE + "<p>Hello</p>") == [("1.4.3", "Pale")]


def test_stopping_is_for_good(auditor: Auditor, qtbot) -> None:
    """Nothing is audited once the app ends."""
    heard: list[Audit] = []
    auditor.auditing.audited.connect(heard.append)
    auditor.auditing.stop()
    auditor.looker.show(message_of(read_html(PALE).document))
    other = Auditing(auditor.looker.pane, ["color-contrast"])
    with qtbot.waitSignal(other.audited, timeout=20_000):
        auditor.looker.show(message_of(read_html(PALE).document))
    assert not heard
