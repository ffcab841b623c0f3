"""Wording that offers to stop messages."""

import pytest

from composer.language.optout import find_opt_outs


@pytest.mark.parametrize(
    "text",
    [
        "Unsubscribe here",
        "You can opt out at any time",
        "to stop receiving these emails",
        "Reply STOP",
        "manage your preferences",
        "Newsletter abmelden",
        "Hier können Sie den Newsletter abbestellen",
        "pour vous désinscrire",
        "si ya no desea darse de baja",
        "per annullare l'iscrizione",
        "uitschrijven",
        "avregistrera dig",
        "wypisz się z listy",
        "cancelar a inscrição",
        "abonelikten çıkmak için",
        "配信停止はこちら",
        "退订",
        "إلغاء الاشتراك",
        "सदस्यता रद्द करें",
    ],
)
def test_offer_is_found(text: str) -> None:
    """An offer to opt out is found in every language."""
    assert find_opt_outs(text)


@pytest.mark.parametrize(
    "text",
    [
        "You may opt for another colour",
        "stop the machine",
        "Bitte melden Sie sich",
        "We prefer the blue one",
        "Sie können die Lieferung abbestellt lassen? Nein.",
        "cancelar el pedido",
    ],
)
def test_other_wording_is_none(text: str) -> None:
    """Choices, machines and orders are no offer to opt out."""
    assert find_opt_outs(text) == ()
