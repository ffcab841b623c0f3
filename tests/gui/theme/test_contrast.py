"""Every colour can be told from what it stands on."""

import pytest

from composer import resources
from composer.document.used.contrast import contrast
from composer.gui.theme.tokens import load_look

LOOKS = ("light", "dark", "high-contrast")
SURFACES = ("background", "panel", "sidebar", "stage")
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
    ("text", "hit"),
    ("text", "hit_current"),
]
MARKS = [
    (mark, surface)
    for mark in ("must_fix", "review", "advice", "draft", "approved", "accent", "indicator")
    for surface in ("panel", "sidebar", "background", "selection", "hover", "accent_soft")
]


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
