"""Stores and their languages."""

import pytest

from composer.policy import Direction, Policy

DOMAINS = [
    "com",
    "ca",
    "com.mx",
    "com.br",
    "co.uk",
    "ie",
    "de",
    "fr",
    "it",
    "es",
    "nl",
    "se",
    "pl",
    "com.be",
    "com.tr",
    "ae",
    "sa",
    "eg",
    "in",
    "co.jp",
    "com.au",
    "sg",
    "co.za",
]
CHECKED = [
    "en",
    "de",
    "fr",
    "es",
    "it",
    "nl",
    "sv",
    "pl",
    "pt-BR",
    "pt-PT",
    "tr",
    "ja",
    "zh",
    "ar",
    "hi",
]


def test_all_stores_are_there(policy: Policy) -> None:
    """The 23 stores, by domain."""
    assert set(policy.marketplaces) == {f"amazon.{ending}" for ending in DOMAINS}
    assert len(policy.marketplaces) == 23


@pytest.mark.parametrize("ending", DOMAINS)
def test_a_store_s_languages_are_known(policy: Policy, ending: str) -> None:
    """Each language a buyer can choose has a name, a direction and a region."""
    store = policy.marketplaces[f"amazon.{ending}"]

    for tag in store.languages:
        assert policy.languages.find(tag) is not None
        assert "(" in policy.languages.title(tag)
    assert store.default_language == store.languages[0]
    assert len(set(store.languages)) == len(store.languages)
    assert len(store.phone_region) == 2


@pytest.mark.parametrize(
    ("domain", "languages"),
    [
        ("amazon.de", "de-DE en-GB cs-CZ nl-NL pl-PL tr-TR da-DK"),
        ("amazon.com.be", "fr-BE nl-BE en-GB"),
        ("amazon.sa", "ar-AE en-AE"),
        ("amazon.co.jp", "ja-JP en-US zh-CN"),
        ("amazon.es", "es-ES pt-PT en-GB"),
    ],
)
def test_a_store_offers_its_languages_default_first(
    policy: Policy, domain: str, languages: str
) -> None:
    """The order says which language is the store's own."""
    assert policy.marketplaces[domain].languages == tuple(languages.split())


def test_disputed_languages_say_so(policy: Policy) -> None:
    """Where sources differ about a store, its entry tells how."""
    disputed = {name for name, store in policy.marketplaces.items() if store.disputed}

    assert disputed == {
        "amazon.com",
        "amazon.de",
        "amazon.com.be",
        "amazon.ae",
        "amazon.eg",
    }


def test_britain_s_code_is_amazon_s_and_its_phones_are_iso(policy: Policy) -> None:
    """Amazon writes UK, telephone numbers need GB."""
    store = policy.marketplaces["amazon.co.uk"]

    assert (store.code, store.phone_region) == ("UK", "GB")


def test_the_checked_languages(policy: Policy) -> None:
    """Fourteen languages, Portuguese in its two kinds, are read word by word."""
    checked = [tag for tag, language in policy.languages.by_tag.items() if language.checked]

    assert checked == CHECKED


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("en-GB", "en"),
        ("EN_us", "en"),
        ("pt-PT", "pt-PT"),
        ("pt-BR", "pt-BR"),
        ("pt", "pt-BR"),
        ("zh-Hant-TW", "zh"),
        ("ar", "ar"),
        ("tlh", None),
        ("", None),
    ],
)
def test_a_tag_finds_its_language(policy: Policy, tag: str, found: str | None) -> None:
    """Regions and scripts fall back to the language; unknown tags find nothing."""
    language = policy.languages.find(tag)

    assert (language.tag if language else None) == found


def test_only_arabic_and_hebrew_run_from_the_right(policy: Policy) -> None:
    """Direction decides what counts as the default alignment."""
    rtl = [t for t, it in policy.languages.by_tag.items() if it.direction is Direction.RTL]

    assert sorted(rtl) == ["ar", "he"]


@pytest.mark.parametrize(
    ("tag", "title"),
    [
        ("en-GB", "English (UK)"),
        ("de", "German"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("tlh", "tlh"),
    ],
)
def test_a_tag_has_a_title(policy: Policy, tag: str, title: str) -> None:
    """Lists show the language with its region."""
    assert policy.languages.title(tag) == title
