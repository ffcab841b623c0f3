"""Every colour can be told from what it stands on."""

import re
from collections.abc import Iterator

import pytest

from composer import resources
from composer.document.used.contrast import contrast
from composer.gui.theme.tokens import load_look

LOOKS = ("light", "dark", "high-contrast")
SURFACES = ("background", "panel", "sidebar", "stage")
# Where words stand in the editors: the paper, the finding at the caret, what a search found.
UNDER_WORDS = ("panel", "must_fix_soft", "review_soft", "accent_soft", "hit", "hit_current")
TEXT = [
    *((text, surface) for text in ("text", "muted", "faint") for surface in SURFACES),
    *(("text", surface) for surface in ("selection", "hover", "control_hover", "accent_soft")),
    *(("muted", surface) for surface in ("selection", "hover", "control_hover", "accent_soft")),
    *(("accent", surface) for surface in ("panel", "accent_soft", "control_hover")),
    ("accent_text", "accent_soft"),
    ("accent_text", "panel"),
    ("accent", "must_fix_soft"),
    ("accent", "review_soft"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("must_fix_text", "must_fix_soft"),
    ("review_text", "review_soft"),
    ("approved_text", "approved_soft"),
    ("draft_text", "draft_soft"),
    *(("text", surface) for surface in UNDER_WORDS),
    # The source's tags, attributes, values, comments and placeholders.
    *(
        (text, surface)
        for text in ("accent_text", "muted", "approved_text", "faint", "review_text")
        for surface in UNDER_WORDS[:4]
    ),
    # A selected chip is the selection turned round.
    ("primary", "on_primary"),
]
MARKS = [
    (mark, surface)
    for mark in ("must_fix", "review", "advice", "draft", "approved", "accent", "indicator")
    for surface in ("panel", "sidebar", "background", "selection", "hover", "accent_soft")
]
MARKS += [
    # Under words, and in the margin; what is selected has the line in its text's colour.
    *((mark, surface) for mark in ("must_fix", "review", "advice") for surface in UNDER_WORDS),
    ("on_primary", "primary"),
    # The edge of what has the focus; the primary button's is seen against what is around it.
    *(("accent", surface) for surface in (*SURFACES, "accent_soft", "must_fix_soft")),
    # A pressed or checked control's edge.
    ("accent", "control_hover"),
]
RULE = re.compile(r"([^{}]+)\{([^}]*)\}")
TEXT_OF = re.compile(r"(?:^|[\s;])(?:selection-)?color:\s*\$(\w+)")
GROUND_OF = re.compile(r"(?:^|[\s;])(?:selection-)?background(?:-color)?:\s*\$(\w+)")


def rules() -> Iterator[tuple[str, str]]:
    """The sheet's selectors, each with what is set for it."""
    sheet = resources.path("look/app.qss").read_text(encoding="utf-8")
    for selectors, body in RULE.findall(re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)):
        for selector in selectors.split(","):
            yield selector.strip(), body


def inherited(selector: str, known: dict[str, str]) -> str | None:
    """What `selector` has of itself, or from those it narrows down: without state, or kind."""
    for wider in (selector, re.sub(r":[a-z-]+$", "", selector), re.sub(r"[\[:].*$", "", selector)):
        if wider in known:
            return known[wider]
    return None


def sheet_pairs() -> set[tuple[str, str]]:
    """Every pair of text and ground that the style sheet makes."""
    texts = {name: found[0] for name, body in rules() if (found := TEXT_OF.findall(body))}
    grounds = {name: found[0] for name, body in rules() if (found := GROUND_OF.findall(body))}
    pairs = set()
    for name, body in rules():
        if ":disabled" in name or not (TEXT_OF.search(body) or GROUND_OF.search(body)):
            continue
        text, ground = inherited(name, texts), inherited(name, grounds)
        if text is not None:
            pairs |= {(text, each) for each in ([ground] if ground else SURFACES[:3])}
    return pairs


def test_contrast_of_known_pairs() -> None:
    """Black on white is 21, equal colours 1, and the order makes no difference."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#1f5fbf", "#1f5fbf") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#ffffff", "#767676") == contrast("#767676", "#ffffff")


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize(("text", "surface"), TEXT)
def test_text_is_readable(name, text, surface) -> None:
    """Text reaches 4.5:1 on every surface it is used on (WCAG 1.4.3), 7:1 in high contrast."""
    colours = load_look(resources.path(f"look/{name}.toml")).colours
    wanted = 7.0 if name == "high-contrast" else 4.5

    assert contrast(getattr(colours, text), getattr(colours, surface)) >= wanted


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize(("mark", "surface"), MARKS)
def test_marks_stand_out(name, mark, surface) -> None:
    """Marks, focus rings and indicators reach 3:1 on every surface (WCAG 1.4.11)."""
    colours = load_look(resources.path(f"look/{name}.toml")).colours

    assert contrast(getattr(colours, mark), getattr(colours, surface)) >= 3.0


def test_the_sheet_is_understood() -> None:
    """The pairs found in it are those that one sees: plain, by kind, by state, selected."""
    assert {
        ("text", "panel"),
        ("on_primary", "primary"),
        ("on_primary", "primary_hover"),
        ("text", "control_hover"),
        ("must_fix_text", "must_fix_soft"),
        ("accent_text", "accent_soft"),
        ("text", "selection"),
    } <= sheet_pairs()


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize(("text", "ground"), sorted(sheet_pairs()))
def test_what_the_sheet_pairs_is_readable(name, text, ground) -> None:
    """Whatever the style sheet puts on a ground of its own can be read there."""
    colours = load_look(resources.path(f"look/{name}.toml")).colours
    wanted = 7.0 if name == "high-contrast" else 4.5

    assert contrast(getattr(colours, text), getattr(colours, ground)) >= wanted


@pytest.mark.parametrize(
    ("line", "other"),
    [('text = "#1f2530"\n', ""), ('text = "#1f2530"', 'text = "grey"'), ("text =", "txt =")],
)
def test_a_wrong_look_is_refused(tmp_path, line, other) -> None:
    """A look with a missing, unknown or unreadable colour names it in the error."""
    source = resources.path("look/light.toml").read_text(encoding="utf-8")
    file = tmp_path / "wrong.toml"
    file.write_text(source.replace(line, other, 1), encoding="utf-8")

    with pytest.raises(ValueError, match="text"):
        load_look(file)
