"""The style sheet: `resources/look/app.qss`, filled with a look's colours and sizes."""

from dataclasses import asdict
from pathlib import Path
from string import Template

from composer.gui.theme.fonts import TypeScale
from composer.gui.theme.tokens import Look


def style_sheet(look: Look, scale: TypeScale, resources: Path) -> str:
    """Return the style sheet for `look`.

    Raises:
        KeyError: the sheet names a colour or size that does not exist.
    """
    sheet = Template((resources / "look" / "app.qss").read_text(encoding="utf-8"))
    icons = resources / "icons" / look.icons
    return sheet.substitute(
        asdict(look.colours),
        base=f"{scale.base:.2f}pt",
        small=f"{scale.small:.2f}pt",
        tiny=f"{scale.tiny:.2f}pt",
        title=f"{scale.title:.2f}pt",
        chevron=(icons / "chevron-down.svg").as_posix(),
        check=(icons / "check.svg").as_posix(),
    )
