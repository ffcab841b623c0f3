"""Which languages a template for a store can be in, each once."""

from collections.abc import Iterable
from dataclasses import dataclass

from composer.policy.language import Languages
from composer.policy.marketplace import Marketplace


@dataclass(frozen=True, slots=True)
class LanguageOption:
    """A language by its tag; `called` is the tag that its name comes from."""

    tag: str
    called: str


@dataclass(frozen=True, slots=True)
class LanguageOptions:
    """What a store offers its buyers, and the other languages that can be checked."""

    of_store: tuple[LanguageOption, ...]
    others: tuple[LanguageOption, ...]


def language_options(
    languages: Languages, store: Marketplace | None, current: str
) -> LanguageOptions:
    """Return the languages for a template in `current`, which is among them.

    A tag without a country means the same as the only one the store has of its language, and a tag
    with one the same as the bare language where the store has none: one of them is enough.
    """
    of_store = list(store.languages if store else ())
    known = {_language(languages, tag) for tag in of_store}
    others = [
        tag for tag, language in languages.by_tag.items() if language.checked and tag not in known
    ]
    called = {tag: tag for tag in (*of_store, *others)}
    if current not in called:
        called[current] = current
        twins = [tag for tag in of_store if _same(languages, tag, current)]
        own = _language(languages, current)
        if len(twins) == 1 and languages.split(current)[1] is None:
            called[current] = twins[0]
            of_store[of_store.index(twins[0])] = current
        elif own in others:
            others[others.index(own)] = current
        else:
            others.insert(0, current)
    return LanguageOptions(_options(of_store, called), _options(others, called))


def _options(tags: Iterable[str], called: dict[str, str]) -> tuple[LanguageOption, ...]:
    return tuple(LanguageOption(tag, called[tag]) for tag in tags)


def _language(languages: Languages, tag: str) -> str:
    language = languages.find(tag)
    return language.tag if language else tag


def _same(languages: Languages, one: str, other: str) -> bool:
    return _language(languages, one) == _language(languages, other)
