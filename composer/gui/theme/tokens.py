"""Colours by what they are for, read from `resources/look/*.toml`."""

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

_HEX = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Colours:
    """One look's colours, each ``#rrggbb``.

    ``*_soft`` is a tinted surface and ``*_text`` the text on it. `background`, `panel`, `sidebar`
    and `stage` are surfaces; `text`, `muted` and `faint` are text on any of them. `disabled` is
    the icon and the edge of what is switched off.
    """

    background: str
    panel: str
    sidebar: str
    stage: str
    line: str
    line_soft: str
    control: str
    control_hover: str
    disabled: str
    indicator: str
    text: str
    muted: str
    faint: str
    selection: str
    hover: str
    accent: str
    accent_soft: str
    accent_text: str
    primary: str
    primary_hover: str
    on_primary: str
    must_fix: str
    must_fix_soft: str
    must_fix_text: str
    review: str
    review_soft: str
    review_text: str
    advice: str
    approved: str
    approved_soft: str
    approved_text: str
    draft: str
    draft_soft: str
    draft_text: str
    hit: str
    hit_current: str
    shadow: str


@dataclass(frozen=True, slots=True)
class Look:
    """A named set of colours; `icons` is the folder of its drawn control parts."""

    name: str
    dark: bool
    icons: str
    colours: Colours


def load_look(path: Path) -> Look:
    """Read one look; its name is the file's.

    Raises:
        ValueError: a colour is missing, unknown or not ``#rrggbb``.
    """
    with path.open("rb") as file:
        data = tomllib.load(file)
    colours: dict[str, str] = data["colours"]
    names = {field.name for field in fields(Colours)}
    if wrong := sorted(names ^ colours.keys()):
        raise ValueError(f"{path.name}: missing or unknown colours: {', '.join(wrong)}")
    for name, value in colours.items():
        if not _HEX.fullmatch(value):
            raise ValueError(f"{path.name}: {name} is not #rrggbb: {value}")
    return Look(path.stem, bool(data["dark"]), str(data["icons"]), Colours(**colours))
