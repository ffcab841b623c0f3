"""Words on screen come from one table."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

import composer.gui
from composer.gui.words.text import CONTEXT, english, tr_

_CALL = re.compile(r"""tr_\(\s*(f?)"([^"]+)\"""")


def test_every_text_asked_for_exists() -> None:
    """Each id in the code is in the English table; one with a variable part has such ids."""
    ids = set(english()) | {key.rpartition(".")[0] for key in english()}
    folder = Path(composer.gui.__file__).parent
    for file in folder.rglob("*.py"):
        for dynamic, key in _CALL.findall(file.read_text(encoding="utf-8")):
            pattern = re.sub(r"\\\{[^}]*\\\}", r"[\\w-]+", re.escape(key)) if dynamic else key
            found = any(re.fullmatch(pattern, known) for known in ids) if dynamic else key in ids
            assert found, f"{file.name}: {key}"


def test_a_plural_takes_the_form_of_its_count() -> None:
    """One finding and many have their own sentences."""
    assert tr_("findings.hidden", count=1).startswith("1 finding is")
    assert tr_("findings.hidden", count=3).startswith("3 findings are")


def test_values_are_filled_in() -> None:
    """Names in braces take the values passed."""
    assert "“Kitchen”" in tr_("export.title", name="Kitchen")


def test_an_unknown_text_is_an_error() -> None:
    """A wrong id fails at once rather than showing itself."""
    with pytest.raises(KeyError):
        tr_("no.such.text")


def test_a_translation_replaces_the_english(qapp) -> None:
    """An installed Qt translation is asked first, by the same id."""

    class German(QTranslator):
        def translate(self, context, source, _disambiguation=None, _n=-1) -> str:
            known = context == CONTEXT and source == "header.approve"
            return "Freigeben" if known else ""

        def isEmpty(self) -> bool:
            return False

    german = German()
    QCoreApplication.installTranslator(german)
    try:
        assert tr_("header.approve") == "Freigeben"
        assert tr_("header.export") == "Export"
    finally:
        QCoreApplication.removeTranslator(german)
