import pytest

from composer.policy import Policy
from composer.policy.home import home_store


@pytest.mark.parametrize(
    ("locales", "store", "language"),
    [
        (("de_DE",), "amazon.de", "de-DE"),
        (("de_AT",), "amazon.de", "de-DE"),
        (("en_GB",), "amazon.co.uk", "en-GB"),
        (("en_DE",), "amazon.de", "de-DE"),
        (("fr_CA",), "amazon.ca", "fr-CA"),
        (("nl_BE",), "amazon.com.be", "nl-BE"),
        (("pt_BR",), "amazon.com.br", "pt-BR"),
        (("pt_PT",), "amazon.es", "pt-PT"),
        (("zh_CN",), "amazon.com", "zh-CN"),
        (("zh-Hans-CN",), "amazon.com", "zh-CN"),
        (("ar_SA",), "amazon.sa", "ar-AE"),
        (("ja_JP",), "amazon.co.jp", "ja-JP"),
        (("de", "en_US"), "amazon.de", "de-DE"),
        (("zh", "de_DE"), "amazon.de", "de-DE"),
        (("C",), "amazon.com", "en-US"),
        ((), "amazon.com", "en-US"),
    ],
)
def test_a_seller_sells_at_home(
    policy: Policy, locales: tuple[str, ...], store: str, language: str
) -> None:
    """The country decides, else the language; the first locale that says anything is taken."""
    assert home_store(policy.marketplaces, locales) == (store, language)


def test_every_store_is_at_home_in_its_country(policy: Policy) -> None:
    """A system in a store's language and country leads to just that store."""
    for domain, store in policy.marketplaces.items():
        language = store.default_language
        locale = f"{language.partition('-')[0]}_{store.phone_region}"
        assert home_store(policy.marketplaces, (locale,)) == (domain, language)
