import pytest

from composer.language.detection import detect

TOLD = [
    ("Your parcel will arrive on Friday between nine and noon.", "en"),
    ("Ihr Paket kommt am Freitag zwischen neun und zwölf Uhr an.", "de"),
    ("Votre colis arrivera vendredi entre neuf heures et midi.", "fr"),
    ("Su paquete llegará el viernes entre las nueve y las doce.", "es"),
    ("Il suo pacco arriverà venerdì tra le nove e mezzogiorno.", "it"),
    ("Uw pakket wordt vrijdag tussen negen en twaalf uur bezorgd.", "nl"),
    ("Ditt paket kommer på fredag mellan klockan nio och tolv.", "sv"),
    ("Państwa paczka dotrze w piątek między dziewiątą a dwunastą.", "pl"),
    ("A sua encomenda chega na sexta-feira entre as nove e as doze.", "pt"),
    ("Paketiniz cuma günü saat dokuz ile on iki arasında gelecek.", "tr"),
    ("お荷物は金曜日の午前中に届きます。", "ja"),
    ("您的包裹将于星期五上午送达。", "zh"),
    ("ستصل شحنتكم يوم الجمعة صباحا.", "ar"),
    ("आपका पार्सल शुक्रवार को सुबह पहुँचेगा।", "hi"),
]


@pytest.mark.parametrize(("text", "language"), TOLD)
@pytest.mark.parametrize("expected", ["en", "de", ""])
def test_languages_are_told_apart(text: str, language: str, expected: str) -> None:
    """Whatever the template says, a sentence is in the language it is in."""
    assert detect(text, expected) == language


@pytest.mark.parametrize(
    "text",
    [
        "Hello",
        "DHL 1Z999AA10123456784",
        "KitchenPro Deluxe Edelstahl Pfanne Grande Rossa Classic",
        "https://www.amazon.de/gp/css/order-history",
        "{if $PositionArr|count > 0}{foreach name=pos}",
    ],
)
def test_too_little_says_nothing(text: str) -> None:
    """Names, codes, addresses and short lines are in no language."""
    assert detect(text, "en") in {None, "en"}


def test_kanji_alone_may_be_japanese() -> None:
    """A heading without kana in a Japanese message is Japanese; Chinese letters tell."""
    assert detect("商品発送完了", "ja") == "ja"
    assert detect("商品発送完了", "zh") == "zh"
    assert detect("您的订单已发货", "ja") == "zh"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have packed the order and it will be with you on Friday.", "en"),
        ("Wir haben die Bestellung gepackt und sie ist am Freitag bei Ihnen.", "de"),
    ],
)
def test_common_words_settle_what_nobody_named(text: str, expected: str) -> None:
    """A text in which the small words of one language abound is in that language."""
    assert detect(text) == expected


def test_a_number_changes_no_language() -> None:
    """Messages that differ by the number of an order are in the same language."""
    texts = [f"Order B0{number}X: Lampe, Nr. {number}, Farbe rot, Menge 1" for number in range(9)]

    assert len({detect(text, "en") for text in texts}) == 1
