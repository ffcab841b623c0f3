"""What rules and policy say, in the language of the interface; English where nobody translated."""

import re

from composer.gui.words.text import filled, tr_, translation
from composer.lint.finding import Fix
from composer.lint.rule import Rule
from composer.phrase import Phrase, sentence_of
from composer.policy import Clause, Edition, Languages

_SENTENCE_END = re.compile(r"(?<=[.?!])\s|(?<=[。？！])")
_LONGEST_MADE = 48  # characters of a title that is said again once it is made


def said(sentence: str, rule: str = "") -> str:
    """Return a sentence of the rule with the id `rule`, its values in the same language."""
    return _said(sentence, (f"rule.{rule}.", "rule.all."))


def problem(error: Exception) -> str:
    """Return what could not be done and why, as an error of library, document or export says it."""
    return _said(sentence_of(error), ("problem.",))


def note(sentence: str) -> str:
    """Return a sentence of the library that is no error."""
    return _said(sentence, ("problem.",))


def _said(sentence: str, areas: tuple[str, ...]) -> str:
    if not isinstance(sentence, Phrase):
        sentence = Phrase(sentence)
    whole = "." in sentence.key
    ids = (sentence.key,) if whole else tuple(f"{area}{sentence.key}" for area in areas)
    found = map(translation, ids)
    template = next((it for it in found if it is not None), None)
    if not sentence.values:
        return str(sentence) if template is None else template
    values = {
        name: _said(value, areas) if isinstance(value, Phrase) else value
        for name, value in sentence.values.items()
    }
    return filled(sentence.template if template is None else template, values)


def fix_made(fix: Fix, rule: str) -> str:
    """Return what a fix of `rule` did, in its own words where they are short."""
    title = said(fix.short or fix.title, rule)
    short = len(title) <= _LONGEST_MADE
    return tr_("notice.fixed_one", fix=title) if short else tr_("notice.fixed", count=1)


def rule_title(rule: Rule) -> str:
    """Return what a rule looks for."""
    return _or_english(f"rule.{rule.id}.title", rule.title)


def rule_explanation(rule: Rule) -> str:
    """Return the help of a rule."""
    return _or_english(f"rule.{rule.id}.explanation", rule.explanation)


def lead_and_rest(paragraph: str) -> tuple[str, str]:
    """Return the first sentence of a paragraph, and what follows it."""
    lead, *rest = _SENTENCE_END.split(" ".join(paragraph.split()), maxsplit=1)
    return lead, "".join(rest)


def named(kind: str, name: str, english: str, what: str = "title") -> str:
    """Return `what` is said of one entry of the policy: ``named("reason", "invoice", "Invoice")``.

    Kinds are ``reason``, ``channel``, ``placeholder`` and the like, as in the tables of words.
    """
    return _or_english(f"policy.{kind}.{name}.{what}", english)


def clause_text(clause: Clause) -> str:
    """Return a clause in our words."""
    return _of_clause(clause, "text", clause.text)


def clause_statement(clause: Clause, reason: str = "") -> str:
    """Return what whoever approves a message with `reason` confirms of a clause."""
    what = f"statement_for.{reason}" if reason in clause.statements else "statement"
    return _of_clause(clause, what, clause.statement_for(reason) or "")


def clause_note(clause: Clause) -> str:
    """Return how we read a clause where sources differ, or nothing."""
    return _of_clause(clause, "note", clause.note or "")


def clause_heading(clause: Clause) -> str:
    """Return the heading of the guidelines that a clause stands under."""
    return _or_english(f"policy.group.{clause.group}.heading", clause.heading)


def edition_sentence(edition: Edition) -> str:
    """Return the name of an edition within a sentence."""
    return _or_english(f"policy.edition.{edition.id}.sentence", edition.sentence)


def edition_changes(edition: Edition) -> str:
    """Return what an edition brought."""
    return _or_english(f"policy.edition.{edition.id}.changes", edition.changes)


def language_title(languages: Languages, tag: str) -> str:
    """Return the name of a language for a list: "English (UK)"."""
    language, region = languages.split(tag)
    if language is None:
        return tag
    name = named("language", language.tag, language.name, "name")
    if region is None:
        return name
    place = _or_english(f"policy.region.{region}", languages.regions[region])
    return tr_("app_state.language_of", language=name, region=place)


def _of_clause(clause: Clause, what: str, english: str) -> str:
    """A wording that a later edition brought has an id with its date."""
    if not english:
        return ""
    dated = translation(f"policy.clause.{clause.id}-{clause.since}.{what}")
    return dated or _or_english(f"policy.clause.{clause.id}.{what}", english)


def _or_english(key: str, english: str) -> str:
    text = translation(key)
    return english if text is None else text
