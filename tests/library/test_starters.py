from collections.abc import Callable
from pathlib import Path

import pytest

from composer import resources, rules
from composer.document import Placeholder
from composer.language.spelling import LocalSpeller
from composer.library.names import slug
from composer.library.template_file import read_template, write_template
from composer.lint.engine import Linter
from composer.lint.fix import fix
from composer.lint.rendered import Seen
from composer.lint.set_aside import open_findings
from composer.policy import Policy
from composer.policy.vocabulary import Format
from composer.template import Template

FILES = sorted(resources.path("starters").glob("*/*.html"))
DEMO = "try-me.html"
CLEAN = [path for path in FILES if path.name != DEMO]
ENGLISH = [path for path in CLEAN if path.parent.name == "en"]
LANGUAGES = ["ar", "de", "en", "es", "fr", "hi", "it", "ja", "nl", "pl", "pt", "sv", "tr", "zh"]
EVERYWHERE = {
    "address-incomplete",
    "delivery-appointment",
    "delivery-delayed",
    "reply-where-is-my-order",
    "return-question",
    "review-request",
}


def _named(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


every_file = pytest.mark.parametrize("path", FILES, ids=_named)
every_clean_file = pytest.mark.parametrize("path", CLEAN, ids=_named)


@pytest.fixture(scope="module")
def linter() -> Linter:
    """Every rule under the newest edition."""
    return Linter(Policy.load(), rules.load(), speller=LocalSpeller())


@pytest.fixture
def read(policy: Policy) -> Callable[[Path], Template]:
    """Read a starter."""

    def work(path: Path) -> Template:
        return read_template(path.read_text(encoding="utf-8"), policy)

    return work


def test_every_reason_has_a_starter(read, policy: Policy) -> None:
    """A seller finds one message, or more, for each reason, replies included."""
    assert len(ENGLISH) == 12
    assert {read(path).reason for path in ENGLISH} == set(policy.reasons)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_starters(read, policy: Policy, language: str) -> None:
    """The messages most sellers need are there in each language, in that language."""
    own = [path for path in CLEAN if path.parent.name == language]

    assert {path.stem for path in own} >= EVERYWHERE
    assert {read(path).language.partition("-")[0] for path in own} == {language}


@every_clean_file
def test_starters_have_no_findings(read, linter: Linter, path: Path) -> None:
    """A starter is an example: nothing in it is flagged, not even as advice."""
    found = [(it.rule, it.severity.value, it.text) for it in linter.lint(read(path))]

    assert found == []


@every_file
@pytest.mark.parametrize("order", ["typical", "short"])
def test_ordinary_orders_bring_nothing_into_starters(
    read, linter: Linter, path: Path, order: str
) -> None:
    """A seller who looks at a preview is told of nothing that is only a sample."""
    template = read(path)
    chosen = next(it for it in linter.policy.orders if it.id == order)

    assert linter.lint(template, Seen(order=chosen)) == linter.lint(template)


@every_file
def test_extraordinary_orders_bring_what_their_names_are_made_of(
    read, linter: Linter, path: Path
) -> None:
    """Capitals and symbols of the long name, and nothing that other scripts look like."""
    template = read(path)
    known = linter.lint(template)
    for order in linter.policy.orders[2:]:
        found = {it.rule for it in linter.lint(template, Seen(order=order)) if it not in known}
        long = order.id == "very-long-product-name"
        assert found <= ({"capital-letters", "emoji"} if long else set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_demo_has_four_offences_that_can_be_fixed(read, linter: Linter, language: str) -> None:
    """The demo shows one finding of each kind and nothing else; their fixes make it clean."""
    (demo,) = (path for path in FILES if path.name == DEMO and path.parent.name == language)
    template = read(demo)
    assert template.language.partition("-")[0] == language
    assert template.language in _like_the_others(read, language)
    assert (template.marketplace == "amazon.com") == (language in ("en", "zh"))
    found = linter.lint(template)

    assert sorted((it.rule, it.severity.value) for it in found) == [
        ("emoji", "must-fix"),
        ("text-alignment", "must-fix"),
        ("too-many-font-sizes", "must-fix"),
        ("unsecured-link", "must-fix"),
    ]
    assert all(it.fixes for it in found)
    assert open_findings(fix(template, linter).left) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_demo_looks_right_once_it_is_fixed(read, linter: Linter, language: str) -> None:
    """The two small words become normal, and no words stick out of a sentence any more."""
    template = read(resources.path("starters") / language / DEMO)
    fixed = fix(template, linter).template

    before, after = _sizes(template), _sizes(fixed)
    assert [len(it) for it in before] == [1, 1, 1, 1, 1, 2, 1, 1]
    assert [len(it) for it in after] == [1] * 8
    assert before[4] == after[4] == {"20px"}
    assert after[5] < before[5]
    assert set().union(*before) - set().union(*after) == {"13px"}


def _sizes(template: Template) -> list[set[str | None]]:
    """The font sizes that the words of each block name, `None` where they name none."""
    sizes: list[set[str | None]] = [set() for _ in template.body.blocks]
    for start, _, run in template.body.runs():
        sizes[template.body.block_index(start)].add(run.marks.style.get("font-size"))
    return sizes


def _like_the_others(read, language: str) -> set[str]:
    """The tags of a language's other starters."""
    return {read(path).language for path in CLEAN if path.parent.name == language}


@every_file
def test_starters_are_canonical(read, policy: Policy, path: Path) -> None:
    """Opening and saving a starter changes no byte."""
    text = path.read_bytes().decode("utf-8")
    template = read(path)
    direction = policy.languages.html_direction(template.language)

    assert write_template(template, direction=direction) == text


@every_file
def test_starters_can_be_sent_like_this(read, policy: Policy, path: Path) -> None:
    """Amazon offers the pair of reason and channel, and the text fits into it."""
    template = read(path)
    limit = policy.channel_limit(template.reason, template.channel)

    assert limit is not None
    assert limit.offered
    assert limit.characters is None or len(template.body.text) <= limit.characters
    offered = policy.marketplaces[template.marketplace].languages
    assert template.language.partition("-")[0] in {tag.partition("-")[0] for tag in offered}
    plain = policy.channels[template.channel].format is Format.PLAIN
    assert not (plain and any(run.marks.link for _, _, run in template.body.runs()))


@every_file
def test_starters_use_known_variables(read, policy: Policy, path: Path) -> None:
    """Every variable is one we know, in our own spelling."""
    template = read(path)
    runs = [*template.subject.runs(), *template.body.runs()]
    variables = [run for _, _, run in runs if isinstance(run, Placeholder)]

    assert variables
    assert all(it.source is None and it.name in policy.placeholders for it in variables)


@every_file
def test_starters_are_named(read, path: Path) -> None:
    """Each has a name for the list and a file name that any system takes."""
    assert read(path).name
    assert path.stem == slug(path.stem)
