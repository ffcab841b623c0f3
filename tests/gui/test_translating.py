"""The interface speaks the language that was chosen, or the system's."""

import errno
import os
import sys
from datetime import date

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from composer.gui.app import start_again
from composer.gui.words.saying import problem, said
from composer.gui.words.text import day_text, tr_
from composer.gui.words.wordbook import LANGUAGES, form_of, language_for, read_words
from composer.library.errors import LibraryError, reason
from composer.phrase import Phrase


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("de_AT", "de"),
        ("de-Latn-DE", "de"),
        ("zh_CN", "zh-CN"),
        ("zh-Hans-SG", "zh-CN"),
        ("zh_TW", "en"),
        ("zh-Hant-HK", "en"),
        ("en_GB", "en"),
        ("fr_FR", "en"),
        ("C", "en"),
    ],
)
def test_the_nearest_language_is_taken(wanted: str, language: str) -> None:
    """A system's language is answered by the one that ships for it, others by English."""
    assert language_for(wanted) == language


def test_german_is_spoken_when_chosen(speak, qtbot) -> None:
    """Own words, Qt's own buttons, plurals, numbers and days are German."""
    assert speak("de") == "de"

    assert tr_("menu.file") == "&Datei"
    assert tr_("findings.hidden", count=1) != tr_("findings.hidden", count=2)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Abbrechen"
    assert day_text(date(2020, 11, 6)) == "6. November 2020"


def test_chinese_is_spoken_when_chosen(speak) -> None:
    """Chinese has one form for every count."""
    assert speak("zh-CN") == "zh-CN"

    assert tr_("menu.file").startswith("文件")
    one, many = tr_("findings.hidden", count=1), tr_("findings.hidden", count=2)
    assert one.replace("1", "2") == many
    assert day_text(date(2020, 11, 6)) == "2020年11月6日"


def test_a_finding_is_said_with_its_values_in_the_same_language(speak) -> None:
    """Shares take the language's way to write them, words within the sentence are translated."""
    sentence = Phrase(
        "Margin of {share:.0%} on the {side}, limit {limit:.0%}",
        "message",
        share=0.3,
        side=Phrase("left"),
        limit=0.2,
    )
    assert said(sentence, "wide-margin") == "Margin of 30% on the left, limit 20%"

    speak("de")
    assert (
        said(sentence, "wide-margin")
        == "Rand von 30\N{NO-BREAK SPACE}% links, Grenze 20\N{NO-BREAK SPACE}%"
    )


def test_a_sentence_nobody_translated_stays_english(speak) -> None:
    """What no table has is shown as it is, braces in it too."""
    speak("de")
    assert said("Written as {{order_id}}", "emoji") == "Written as {{order_id}}"


def test_what_did_not_work_is_said_with_its_reason(speak) -> None:
    """An error of the library is German, and so is why the system refused."""
    speak("de")
    refused = OSError(errno.EACCES, os.strerror(errno.EACCES))
    error = LibraryError(
        Phrase("“{name}” cannot be opened: {reason}.", name="a.html", reason=reason(refused))
    )

    assert problem(error) == "„a.html“ kann nicht geöffnet werden: Zugriff verweigert."
    assert str(error) == "“a.html” cannot be opened: permission denied."


def test_the_editors_have_their_names_and_counts_their_groups(speak, place, qtbot) -> None:
    """What only a screen reader tells is German too, and thousands are parted by a point."""
    speak("de")
    place.put("one.html", f"<p>{'x' * 2003}</p>", channel="api")
    widgets = place.open().desk.widgets

    assert widgets.subject.accessibleName() == "Betreff"
    assert widgets.body.accessibleName() == "Nachricht"
    told = "1 Wort, 2.003 Zeichen, 2.000 erlaubt: 3 zu viel"
    qtbot.waitUntil(lambda: widgets.status.length == told, timeout=3000)


def test_every_language_has_its_forms() -> None:
    """One of anything has a form of its own where the language has one."""
    assert [form_of(tag, 1) for tag in LANGUAGES] == ["one", "one", "other"]


def test_choosing_a_language_takes_effect_at_the_next_start(seller, place) -> None:
    """The menu keeps the choice and says so in it; the words on screen stay."""
    actions, german = seller.desk.actions, read_words("de")
    assert actions.language_system.isChecked()

    actions.language_de.trigger()

    assert place.preferences.interface_language == "de"
    assert seller.message() == german["notice.language_later"]
    assert seller.button(german["notice.restart"]).isEnabled()
    actions.language_en.trigger()
    assert seller.message() == ""
    actions.language_de.trigger()
    seller.close()
    assert place.open().desk.actions.language_de.isChecked()


def test_restarting_now_keeps_everything(place, qtbot: QtBot) -> None:
    """It saves and closes as ever, and the next window shows the same template."""
    for name in ("one.html", "two.html"):
        place.put(name, "<p>Order {{order_id}} is late.</p>")
    seller = place.open()
    two = str(place.library / "two.html")
    seller.desk.shelf.open(two)
    seller.desk.widgets.body.setFocus()
    seller.write("Sorry. ")
    seller.desk.actions.language_de.trigger()
    with qtbot.waitSignal(seller.desk.window.restart_wanted):
        seller.click_button(read_words("de")["notice.restart"])
    assert not seller.desk.window.isVisible()

    again = place.open()
    assert again.desk.workspace.key == two
    assert again.desk.widgets.body.document_value().text.startswith("Sorry. ")


def test_the_app_starts_again_as_it_was_started(monkeypatch) -> None:
    """From its sources or as a program of its own, and without the files of the last start."""
    started: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(
        QProcess, "startDetached", lambda program, arguments: started.append((program, arguments))
    )
    start_again()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    start_again()
    assert started == [(sys.executable, ["-m", "composer"]), (sys.executable, [])]
