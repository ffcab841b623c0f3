import pytest

from composer.language.spelling import LocalSpeller, words


def doubted(text: str, tag: str) -> frozenset[str]:
    """Return the words of `text` that are wrong in the language of `tag`."""
    return LocalSpeller().unknown({word.text for word in words(text)}, tag)


@pytest.mark.parametrize(
    ("tag", "slip", "meant"),
    [
        ("de", "SIe", "Sie"),
        ("de", "DAnke", "Danke"),
        ("de", "BEstellung", "Bestellung"),
        ("de", "BEstellnummern", "Bestellnummern"),
        ("de", "DAs", "Das"),
        ("de", "BestelLung", "Bestellung"),
        ("de", "danKe", "danke"),
        ("de", "GrGrüßenüen", "Grüßen"),
        ("de", "BeBestellung", "Bestellung"),
        ("en", "THank", "Thank"),
        ("fr", "VOtre", "Votre"),
        ("nl", "UW", None),
    ],
)
def test_a_capital_too_many_is_a_slip(tag: str, slip: str, meant: str | None) -> None:
    """What is known with its capitals right; words in capitals are left alone."""
    assert doubted(f"ab {slip} ab", tag) == (frozenset([slip]) if meant else frozenset())
    assert meant is None or LocalSpeller().slips({slip}, tag) == {slip}
    assert meant is None or LocalSpeller().suggest(slip, tag)[0] == meant


@pytest.mark.parametrize("tag", ["de", "en", "fr", "es", "it", "nl", "sv", "pl", "pt", "tr"])
@pytest.mark.parametrize(
    "names",
    [
        "iPhone PowerPoint eBay WhatsApp YouTube PayPal LinkedIn TikTok TomTom GoPro MacBook",
        "DeLonghi McDonald LaCie BabyBjörn AliExpress SanDisk LaserJet OnePlus",
        "PCs CDs IDs LEDs URLs kWh mAh MHz GmbH eMail iPad WiFi HiFi",
    ],
)
def test_names_and_codes_are_silent(tag: str, names: str) -> None:
    """Products, abbreviations in the plural and units, in every language."""
    assert doubted(names, tag) == frozenset()


def test_words_put_together_are_a_name() -> None:
    """In German as many brands are, and those who count both genders."""
    assert doubted("KundenService KundInnen MitarbeiterInnen", "de") == frozenset()
    assert doubted("IJsland IJs", "nl") == frozenset()


def test_capitals_inside_count_neither_for_nor_against_a_signature() -> None:
    """A name of a few words stays one beside them."""
    assert [word.text for word in words("VerKäufer Team Brixo") if word.is_called] == [
        "VerKäufer",
        "Team",
        "Brixo",
    ]
    assert not any(word.is_called for word in words("VerKäufer team"))
