"""Where a seller sells, judged by the locale of their system."""

from collections.abc import Iterable, Mapping

from composer.policy.marketplace import Marketplace


def home_store(marketplaces: Mapping[str, Marketplace], locales: Iterable[str]) -> tuple[str, str]:
    """Return a store and a language of it for the first of `locales` that has one.

    A locale is a BCP 47 tag or a system's name for it (``de_AT``): first its country's store, then
    one that offers just this language, then one whose buyers mostly read it. Where none has any it
    is the first store there is.
    """
    stores = tuple(marketplaces.values())
    for locale in locales:
        for store, language in _candidates(stores, locale):
            return store.domain, language
    return stores[0].domain, stores[0].default_language


def _candidates(stores: tuple[Marketplace, ...], locale: str) -> Iterable[tuple[Marketplace, str]]:
    parts = locale.replace("_", "-").split("-")
    tag, region = f"{parts[0]}-{parts[-1]}", parts[-1]
    for store in stores:
        if store.phone_region == region:
            yield store, tag if tag in store.languages else store.default_language
    yield from ((store, tag) for store in stores if tag in store.languages)
    for store in stores:
        if store.default_language.partition("-")[0] == parts[0]:
            yield store, store.default_language
