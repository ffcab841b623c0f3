import threading
from collections.abc import Iterator

import pytest

from composer.language.spelling import LocalSpeller, words
from composer.language.spelling.dictionary import find
from composer.language.spelling.process import ProcessSpeller

TAGS = ("en", "en-GB", "de", "de-AT", "fr", "es", "es-MX", "it", "nl", "sv", "pl")
TAGS += ("pt", "pt-PT", "tr", "ar", "hi")


@pytest.fixture
def learned() -> threading.Event:
    """Set when the speller has learned something."""
    return threading.Event()


@pytest.fixture
def speller(learned: threading.Event) -> Iterator[ProcessSpeller]:
    """A speller in a process of its own."""
    speller = ProcessSpeller()
    speller.listen(learned.set)
    yield speller
    speller.close()


@pytest.mark.parametrize("tag", TAGS)
def test_language_has_a_dictionary(tag: str) -> None:
    """Set-up brings a dictionary for every language that has one."""
    assert find(tag) is not None


@pytest.mark.parametrize(
    ("tag", "right", "wrong"),
    [
        ("en", "color", "colour"),
        ("en-GB", "colour", "parcell"),
        ("de", "Bestellung", "Bestelung"),
        ("fr", "l'article", "comande"),
        ("it", "dell'ordine", "ordinne"),
        ("es", "pedido", "pedidio"),
        ("nl", "bestelling", "besteling"),
        ("sv", "beställning", "bestälning"),
        ("pl", "zamówienie", "zamowiennie"),
        ("pt", "endereço", "enderesso"),
        ("tr", "sipariş", "siparşi"),
        ("ar", "الطلب", "الططلبب"),
        ("hi", "आदेश", "आदेेशश"),
    ],
)
def test_words_are_told_apart(tag: str, right: str, wrong: str) -> None:
    """A word of the language is known, a slip is not."""
    assert LocalSpeller().unknown({right, wrong}, tag) == {wrong}


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        *(("es", "indíquenos"), ("es", "respóndanos"), ("es", "enviárselo"), ("es", "compártenos")),
        ("it", "contattateci"),
    ],
)
def test_verbs_carry_their_pronouns(tag: str, word: str) -> None:
    """A verb with its pronouns is one word, and right."""
    assert LocalSpeller().unknown({word, word.capitalize()}, tag) == frozenset()


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("de", {"Sendungsnummer", "Verkäuferbewertung", "Spieleladen", "Erzgebirgshaus", "Yıldız"}),
        ("nl", {"retourlabel", "pakketnummer"}),
        ("sv", {"spårningsnummer", "returfrågor"}),
        ("pl", {"Müller"}),
    ],
)
def test_compounds_and_names_are_right(tag: str, words: set[str]) -> None:
    """Words put together of others, and names with letters the dictionary cannot write."""
    assert LocalSpeller().unknown(words, tag) <= {"Müller"}


@pytest.mark.parametrize("word", ["siparişinizdeki", "kargonuzda", "ustalığımızdan", "floristleri"])
def test_turkish_words_carry_their_suffixes(word: str) -> None:
    """A known stem with suffixes that the dictionary's rules do not add is right."""
    assert LocalSpeller().unknown({word, "siparşinizdeki"}, "tr") == {"siparşinizdeki"}


@pytest.mark.parametrize("word", ["Bestelung", "Addresse", "Lieferrung", "wiedersprechen"])
def test_slips_are_no_names(word: str) -> None:
    """A German noun with a slip is no name, nor two words put together."""
    assert LocalSpeller().unknown({word}, "de") == {word}


@pytest.mark.parametrize(
    "word",
    [
        *("Grxxen", "Bestelungg", "Zustellungkk", "Ihrabc", "Sendungsnumer", "Bestelung", "Kopfff"),
        *("Griechischtry", "wiedersprechen", "Versandkostn"),
    ],
)
def test_slips_are_told_by_their_letters(word: str) -> None:
    """Near to a known word, with letters too many, or unspeakable."""
    assert LocalSpeller().slips({word, "Bestellung"}, "de") == {word}


@pytest.mark.parametrize(
    "name",
    ["Kowalczyk", "Papadopoulos", "Yilmaz", "Nowak", "Zbigniew", "Hrvoje", "Fabulux", "Mcgrath"],
)
def test_names_are_unknown_but_no_slips(name: str) -> None:
    """Names that German has no word near, also such as begin unlike any German word."""
    assert LocalSpeller().unknown({name}, "de") == {name}
    assert LocalSpeller().slips({name}, "de") == frozenset()


def test_every_unknown_word_is_a_slip_where_a_capital_tells_names() -> None:
    """Rules ask the capital there."""
    assert LocalSpeller().slips({"Kowalczyk", "parcell", "parcel"}, "en") == {
        "Kowalczyk",
        "parcell",
    }
    assert LocalSpeller().slips({"Kowalczyk"}, "ja") == frozenset()


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Grüen", "Grüßen"),
        ("Bestelungg", "Bestellung"),
        ("Zustellungkk", "Zustellung"),
        ("Sendungsnumer", "Sendungsnummer"),
        ("Paekt", "Paket"),
    ],
)
def test_what_is_meant_is_among_the_first(word: str, meant: str) -> None:
    """Two are seen without asking for more."""
    assert meant in LocalSpeller().suggest(word, "de")[:2]


@pytest.mark.parametrize("tag", ["ja", "zh", "xx"])
def test_nothing_is_wrong_without_a_dictionary(tag: str) -> None:
    """Languages without a dictionary are left alone."""
    assert LocalSpeller().unknown({"Bestelung"}, tag) == frozenset()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://a.com/helo or www.a.com, mail a@helo.com", ["See", "or", "mail"]),
        ("XR-200, USB-C, iPhone, 3rd A4 helo_x, PCs, kWh, IJsland, KundInnen", []),
        ("Well-known, the seller’s box", ["Well", "known", "the", "seller's", "box"]),
        ("{name} [[helo]] \ufffc ok", ["helo", "ok"]),
        ("आपका ऑर्डर।", ["आपका", "ऑर्डर"]),
        ("ご注文の商品", []),
        ("ℹ️ open", ["open"]),
    ],
)
def test_only_words_are_looked_up(text: str, found: list[str]) -> None:
    """Addresses, codes and names of products are no words."""
    assert [word.text for word in words(text)] == found


def test_capital_within_a_sentence_may_be_a_name() -> None:
    """A capital at the beginning says nothing, within a sentence it may be a name."""
    told = {word.text: word.is_name for word in words("Dear Lukas. Your box by Acme: Open it")}

    assert told == {"Dear": False, "Lukas": True, "Your": False, "box": False} | {
        "by": False,
        "Acme": True,
        "Open": False,
        "it": False,
    }


@pytest.mark.parametrize(
    ("text", "called"),
    [("Team Brixo", True), ("Brixo", True), ("Adress.", False), ("My adress", False)],
)
def test_a_signature_holds_names(text: str, *, called: bool) -> None:
    """Two or three words with capitals that are a line of their own are a name."""
    assert words(text)[-1].is_called is called


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Mit freundlichen Grüßen Marek Zellora", True),
        ("Wir danken Zellora", False),
        ("Grüße. Zellora", False),
    ],
)
def test_a_sign_off_is_followed_by_a_name(text: str, *, called: bool) -> None:
    """In the same sentence."""
    (name,) = (word for word in words(f"{text} sehr") if word.text == "Zellora")
    assert name.is_called is called


def test_a_word_knows_the_one_before_it() -> None:
    """None across the end of a sentence."""
    before = {word.text: word.before for word in words("Ihr USB Kabel. Danke, Ihre")}
    assert before == {"Ihr": "", "Kabel": "usb", "Danke": "", "Ihre": "danke"}


def test_process_learns_without_waiting(speller: ProcessSpeller, learned: threading.Event) -> None:
    """The first answer comes at once, the right one when it is known."""
    assert not speller.waiting
    assert speller.unknown({"parcel", "parcell"}, "en") == frozenset()
    assert speller.waiting

    assert learned.wait(30)
    assert not speller.waiting
    assert speller.unknown({"parcel", "parcell"}, "en") == {"parcell"}
    assert "parcel" in speller.suggest("parcell", "en")


def test_who_can_wait_gets_the_whole_answer(speller: ProcessSpeller) -> None:
    """The gate must not let pass what is not looked up yet."""
    assert speller.patient.unknown({"parcel", "parcell"}, "en") == {"parcell"}
    assert speller.patient.unknown({"Bestelung"}, "ja") == frozenset()
    assert speller.patient.slips({"Bestelung", "Kowalczyk", "Paket"}, "de") == {"Bestelung"}


def test_process_knows_names_as_soon_as_it_knows_them_wrong(
    speller: ProcessSpeller, learned: threading.Event
) -> None:
    """No word is a slip for a moment and a name the next."""
    assert speller.slips({"Bestelung", "Kowalczyk"}, "de") == frozenset()

    assert learned.wait(30)
    assert speller.unknown({"Bestelung", "Kowalczyk"}, "de") == {"Bestelung", "Kowalczyk"}
    assert speller.slips({"Bestelung", "Kowalczyk"}, "de") == {"Bestelung"}


def test_process_that_dies_is_started_anew(speller: ProcessSpeller) -> None:
    """A crash of the process loses an answer, nothing else."""
    assert "parcel" in speller.suggest("parcell", "en")
    speller._server._process.kill()
    speller._server._process.join()

    assert speller.suggest("parcell", "en") == ()
    assert "parcel" in speller.suggest("parcell", "en")
