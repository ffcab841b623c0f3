"""What the rules on images share."""

from composer.document import Image

_NONE = frozenset({"", "auto", "initial", "unset", "revert"})


def has_width(image: Image) -> bool:
    """Whether somebody gave `image` a width; a greatest width alone does not make it one."""
    styles = (image.style.get(name) or "" for name in ("width", "min-width"))
    return any(value.strip().lower() not in _NONE for value in (image.width or "", *styles))
