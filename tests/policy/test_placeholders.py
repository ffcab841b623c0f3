"""Placeholders of every tool are recognised as what they are, and prose is left alone."""

from collections import Counter

import pytest

from composer.document.placeholders import PlaceholderSyntax, normalise_name
from composer.policy import PlaceholderKind, Policy, PolicyError
from composer.policy.placeholder import read_placeholders
from composer.policy.table import Table

WANTED = {
    "order_id",
    "buyer_name",
    "buyer_first_name",
    "product_name",
    "product_link",
    "order_date",
    "ship_date",
    "delivery_date",
    "tracking_number",
    "tracking_link",
    "carrier",
    "quantity",
    "sku",
    "asin",
    "store_name",
    "seller_name",
    "refund_amount",
    "return_link",
    "review_link",
    "feedback_link",
    "order_link",
    "contact_link",
    "invoice_number",
}


def test_the_canonical_names(policy: Policy) -> None:
    """Everything a permitted message needs has one name."""
    assert set(policy.placeholders) >= WANTED
    assert all(name == item.name for name, item in policy.placeholders.items())
    assert all(name.replace("_", "").isalpha() for name in policy.placeholders)


def test_a_placeholder_tells_what_it_is(policy: Policy) -> None:
    """Title, meaning and a sample no longer than the longest value."""
    for item in policy.placeholders.values():
        assert item.title
        assert item.meaning.endswith(".")
        assert item.samples
        assert max(map(len, item.samples)) <= item.longest


def test_links_are_links(policy: Policy) -> None:
    """A placeholder that stands for an address has a secure one as sample, and no other has."""
    for item in policy.placeholders.values():
        is_address = item.samples[0].startswith("https://")
        assert is_address == (item.kind is PlaceholderKind.LINK)
        assert is_address == item.name.endswith("_link")


def test_sample_links_lead_where_they_say(policy: Policy) -> None:
    """The sample values of links to Amazon are of the kind their names say."""
    for name, kind in {
        "order_link": "order",
        "return_link": "order",
        "review_link": "review",
        "feedback_link": "review",
        "contact_link": "contact",
        "product_link": "product",
        "store_link": "storefront",
    }.items():
        host, _, path = policy.placeholders[name].samples[0].removeprefix("https://").partition("/")
        assert policy.hosts.store(host) == "amazon.com"
        assert policy.hosts.amazon_path(f"/{path}") == kind


def test_the_sample_order_id_has_amazon_s_format(policy: Policy) -> None:
    """Three, seven and seven digits with hyphens: 17 digits."""
    order_id = policy.placeholders["order_id"]

    assert [len(part) for part in order_id.samples[0].split("-")] == [3, 7, 7]
    assert order_id.samples[0].replace("-", "").isdigit()
    assert order_id.longest == 19


def test_no_spelling_is_repeated_or_shared(policy: Policy) -> None:
    """A spelling means one thing, and stands in the data once."""
    spellings = Counter(
        normalise_name(spelling)
        for item in policy.placeholders.values()
        for spelling in (item.name, *item.synonyms)
    )
    spellings.update(policy.vague_names.keys())

    assert [spelling for spelling, times in spellings.items() if times > 1] == []
    assert "" not in spellings


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("order_id", "order_id"),
        ("Amazon Order ID", "order_id"),
        ("amazon-order-id", "order_id"),
        ("ORDERID", "order_id"),
        ("order-no", "order_id"),
        ("Bestellnummer", "order_id"),
        ("numéro de commande", "order_id"),
        ("注文番号", "order_id"),
        ("رقم الطلب", "order_id"),
        ("customer.first_name", "buyer_first_name"),
        ("buyer", "buyer_name"),
        ("ContactUs", "contact_link"),
        ("product-review-link", "review_link"),
        ("Your Name", "seller_name"),
        ("Name", "buyer_name"),
        ("date", None),
        ("size L", None),
        ("", None),
    ],
)
def test_a_spelling_finds_its_name(policy: Policy, raw: str, name: str | None) -> None:
    """Case, hyphens, dots, underscores and spaces do not matter."""
    assert policy.canonical_name(raw) == name


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("{{order_id}}", "order_id", None),
        ("{{ order.id }}", "order_id", None),
        ("{{ first_name|default:'there' }}", "buyer_first_name", None),
        ("{{ $orderNumber }}", "order_id", None),
        ("[[buyer-name]]", "buyer_name", None),
        ("[[contact-link:let us know]]", "contact_link", "let us know"),
        ("[[ContactUs]]", "contact_link", None),
        ("[Order Number]", "order_id", None),
        ("[your name]", "seller_name", None),
        ("[order_id]", "order_id", None),
        ("[订单号]", "order_id", None),
        ("#order_id#", "order_id", None),
        ("#?OrderId?#", "order_id", None),
        ("%%buyer_first_name%%", "buyer_first_name", None),
        ("${order.order_id}", "order_id", None),
        ("{amazon_order_id}", "order_id", None),
        ("{id_order}", "order_id", None),
        ("{$ShopURL}", "store_link", None),
        ("<<Order ID>>", "order_id", None),
        ("%ORDERID%", "order_id", None),
        ("%firstname%", "buyer_first_name", None),
        ("*|FNAME|*", "buyer_first_name", None),
        ("{{unheard_of}}", "unheard_of", None),
        ("[[unheard-of]]", "unheard-of", None),
        ("{unheard_of}", "unheard_of", None),
        ("{% if order %}", "if order", None),
        ("[Date]", "date", None),
    ],
)
def test_every_syntax_is_found_whole(
    policy: Policy, text: str, name: str, words: str | None
) -> None:
    """A placeholder inside a sentence is found with its ends, its name and its words."""
    sentence = f"Your order ({text}), please."

    found = list(policy.placeholder_table().find(sentence))

    assert [sentence[match.start : match.end] for match in found] == [text]
    assert (found[0].name, found[0].text) == (name, words)


@pytest.mark.parametrize("syntax", [item.id for item in Policy.load().placeholder_table().syntaxes])
def test_every_syntax_is_reached(policy: Policy, syntax: str) -> None:
    """No syntax is hidden behind an earlier one: each finds something the others do not."""
    only = {
        "double-brace": "{{a}}",
        "block-tag": "{% a %}",
        "double-bracket": "[[a]]",
        "dollar-brace": "${a}",
        "double-percent": "%%a%%",
        "question-hash": "#?a?#",
        "merge-tag": "*|A|*",
        "double-angle": "<<Order ID>>",
        "percent-capitals": "%UNHEARD%",
        "percent": "%name%",
        "hash": "#name#",
        "dollar-variable": "{$a}",
        "brace-word": "{unheard}",
        "brace": "{Order ID}",
        "bracket-snake": "[un_heard]",
        "bracket": "[Order ID]",
        "lenticular-bracket": "【注文番号】",
        "full-width-bracket": "［注文番号］",
        "angle": "<Order ID>",
    }
    table = policy.placeholder_table()
    rest = tuple(item for item in table.syntaxes if item.id != syntax)

    assert list(table.find(only[syntax]))
    assert not list(type(table)(rest, table.names).find(only[syntax]))


@pytest.mark.parametrize(
    "text",
    [
        "Do you want [size L] or [size M]?",
        "You wrote [sic] that [important] things were missing [1].",
        "Save 10% or 20% of the weight",
        "see https://example.com/a%20b%C3%A9c",
        "#tea #timber # 5 #",
        "Use {} or { } in code",
        "a < b << c >> d",
        "<< bonjour >> et <<merci>>",
        "[name](https://www.amazon.com/)",
        "* a | b | c *",
        "100%%",
        "Open from 9 [Monday to Friday].",
    ],
)
def test_prose_is_left_alone(policy: Policy, text: str) -> None:
    """Brackets, percent signs and hashes of ordinary writing are no placeholders."""
    assert list(policy.placeholder_table().find(text)) == []


def test_only_the_canonical_spelling_is_our_own(policy: Policy) -> None:
    """What is written in another way keeps its source, so that it can be converted."""
    table = policy.placeholder_table()

    assert next(table.find("{{order_id}}")).source is None
    assert next(table.find("{{Order ID}}")).source == "{{Order ID}}"
    assert next(table.find("[[order-id]]")).source == "[[order-id]]"


def test_syntaxes_tell_their_tools(policy: Policy) -> None:
    """Where a tool is known to write a syntax, its name is there to be shown."""
    assert set(policy.syntax_tools) == {item.id for item in policy.placeholder_table().syntaxes}
    assert "FeedbackFive" in policy.syntax_tools["double-bracket"]
    assert "eDesk" in policy.syntax_tools["hash"]


def test_vague_names_offer_what_they_may_mean(policy: Policy) -> None:
    """`[Date]` is a variable left unfilled, with the dates there are to choose from."""
    assert "delivery_date" in policy.vague_names["date"]
    assert {name for names in policy.vague_names.values() for name in names} <= set(
        policy.placeholders
    )


def test_two_meanings_of_a_spelling_are_refused() -> None:
    """A translator who gives two placeholders the same synonym is told which."""
    item = {"title": "T", "meaning": "M.", "kind": "text", "samples": ["1"], "longest": 3}
    data = {
        "syntax": [],
        "vague": [],
        "placeholder": [
            {"name": "a", "synonyms": ["number"], **item},
            {"name": "b", "synonyms": ["Number"], **item},
        ],
    }

    with pytest.raises(PolicyError, match="number means a and b"):
        read_placeholders(Table(data, "placeholders.toml"))


def test_a_table_without_syntaxes_named_by_opening_still_finds() -> None:
    """Naming the opening only makes searching faster."""
    table = type(Policy.load().placeholder_table())(
        (PlaceholderSyntax("at", "@@(?P<name>[a-z]+)@@"),), {"name": "buyer_name"}
    )

    assert [match.name for match in table.find("Hello @@name@@")] == ["buyer_name"]


@pytest.mark.parametrize("tag", ["code", "link", "time", "address", "data", "b", "title"])
def test_an_html_element_is_no_placeholder(tag: str) -> None:
    """One word in angle brackets stays markup, even where a placeholder has that name."""
    assert not list(Policy.load().placeholder_table().find(f"a <{tag}>b</{tag}>"))


@pytest.mark.parametrize(
    "name",
    [
        *("NUM_PEDIDO", "Pedido Nº", "N.º da encomenda", "ref-compra", "NUMERO_COMMANDE"),
        *("CommandeRef", "Auftrags-ID", "bestel_nr", "n° ordine", "BestallningsNummer"),
        *("NUMER_ZAMOWIENIA", "siparis kodu", "ご注文ID", "订单ID", "رقم طلبكم", "ऑर्डर संख्या"),
    ],
)
def test_order_id_has_a_name_in_every_tool(policy: Policy, name: str) -> None:
    """Sellers write them in their own language, and each tool in a spelling of its own."""
    assert policy.placeholder_table().canonical(name) == "order_id"
