import pytest

from composer.policy import Policy
from composer.policy.choosing import LanguageOption, language_options


def names(policy: Policy, options: tuple[LanguageOption, ...]) -> list[str]:
    """What the options are called in a list."""
    return [policy.languages.title(it.called) for it in options]


@pytest.mark.parametrize("current", ["de", "de-DE", "de-AT", "en", "en-US", "fr-FR", "tlh", "pt"])
def test_no_language_is_offered_twice(policy: Policy, current: str) -> None:
    """In every store the template's own language is there, and no name or language comes twice."""
    for store in (*policy.marketplaces.values(), None):
        options = language_options(policy.languages, store, current)
        both = (*options.of_store, *options.others)
        assert len({it.tag for it in both}) == len({names(policy, (it,))[0] for it in both})
        assert len({it.tag for it in both}) == len(both)
        assert current in {it.tag for it in both}
        if store:
            assert len(options.of_store) == len(store.languages)
            own = {policy.languages.find(tag) for tag in store.languages}
            rest = {policy.languages.find(it.tag) for it in options.others if it.tag != current}
            assert not own & rest


def test_a_bare_language_is_the_stores_only_one_of_it(policy: Policy) -> None:
    """German at Amazon.de is German (Germany); the file keeps its tag."""
    options = language_options(policy.languages, policy.marketplaces["amazon.de"], "de")
    assert names(policy, options.of_store)[0] == "German (Germany)"
    assert options.of_store[0].tag == "de"
    assert "German" not in names(policy, options.others)


def test_a_language_that_differs_there_stays_apart(policy: Policy) -> None:
    """Austrian German beside that of Germany; Chinese where a store has two kinds."""
    german = language_options(policy.languages, policy.marketplaces["amazon.de"], "de-AT")
    assert "German (Germany)" in names(policy, german.of_store)
    assert names(policy, german.others)[0] == "German (Austria)"
    chinese = language_options(policy.languages, policy.marketplaces["amazon.com"], "zh")
    assert names(policy, chinese.others)[0] == "Chinese"


def test_elsewhere_a_language_keeps_its_country(policy: Policy) -> None:
    """German (Germany) in the British store stands in the place of German, not at the end."""
    options = language_options(policy.languages, policy.marketplaces["amazon.co.uk"], "de-DE")
    assert names(policy, options.of_store) == ["English (UK)"]
    assert names(policy, options.others)[0] == "German (Germany)"
    assert "German" not in names(policy, options.others)
