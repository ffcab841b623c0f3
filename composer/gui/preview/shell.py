"""The page around the message, and the calls into its isolated world."""

import json
from dataclasses import asdict, dataclass

from PySide6.QtCore import QLocale, Qt

from composer import resources
from composer.gui.preview.arrangement import SHEET_PADDING, Arrangement
from composer.gui.preview.frame import frame_words
from composer.gui.preview.message import PreviewMessage, Views, WidthLimits
from composer.gui.preview.sanitizer import CleanMessage
from composer.gui.words.text import tr_

_SCRIPTS = (
    "places.js",
    "measure.js",
    "unseen.js",
    "survey.js",
    "audit.js",
    "conditions.js",
    "patch.js",
    "linked.js",
    "caret.js",
    "copy.js",
    "outlines.js",
    "handle.js",
    "shell.js",
)


@dataclass(frozen=True, slots=True)
class StageColors:
    """Colours around the sheet, as `#rrggbb`, and whether they are those of a dark look."""

    stage: str
    edge: str
    caption: str
    thumb: str
    dark: bool = False


_COLORS = ("stage", "edge", "caption", "thumb")


def page() -> bytes:
    """The shell page, its style sheet inside."""
    html = _read("shell.html").replace("/* shell.css */", _read("shell.css"))
    return html.encode()


def script() -> str:
    """What runs in the isolated world once the shell page is there."""
    return "\n".join(map(_read, _SCRIPTS))


def arrange_call(
    arrangement: Arrangement, views: Views, message: PreviewMessage | None, colors: StageColors
) -> str:
    """JavaScript that places the sheets for `message`."""
    captioned = len(arrangement.views) > 1
    limits = message.limits if message is not None else WidthLimits()
    return _call(
        "arrange",
        {
            "views": [
                {
                    "name": name,
                    "width": width,
                    "caption": _caption(name, width) if captioned else "",
                    "guideLabels": _guide_labels(width * arrangement.scale, message),
                }
                for name, width in arrangement.views
            ],
            "scale": arrangement.scale,
            "fixed": arrangement.fixed,
            "stacked": arrangement.stacked,
            "padding": SHEET_PADDING,
            "guides": views.guides,
            "edgeTip": tr_("preview.edge_tip"),
            "limits": asdict(limits),
            "language": _interface_language(),
            "far": limits.image if message is None or message.has_images else 1 - limits.margin,
            "conditions": views.conditions.to_json(),
            "rightToLeft": message is not None and message.direction == "rtl",
            "dark": colors.dark,
            "colors": {name: getattr(colors, name) for name in _COLORS},
        },
    )


def show_call(message: PreviewMessage, content: CleanMessage, serial: int) -> str:
    """JavaScript that brings the sheets up to date with `message`, in place.

    What is copied from it comes with its `serial`, where it is known what it was written from.
    """
    root = dict(content.root)
    root.setdefault("lang", message.language)
    root.setdefault("dir", message.direction)
    words = frame_words(message.language)
    return _call(
        "show",
        {
            "serial": serial,
            "copies": message.source is not None,
            "html": content.html,
            "rootAttributes": root,
            "bodyAttributes": dict(content.body),
            "frame": {
                "direction": message.direction,
                "language": message.language,
                "from": words.sender_line(message.sender),
                "order-line": words.order_line(message.order),
                "product-line": words.product,
                "subject": message.subject,
                "note": tr_("preview.frame.note"),
                "noteLanguage": _interface_language(),
                "noteDirection": _direction(QLocale()),
            },
        },
    )


def reveal_call(block: int, offset: int) -> str:
    """JavaScript that scrolls to a place in the message, if it is out of sight."""
    return _call("reveal", block, offset)


def _caption(view: str, width: int) -> str:
    return tr_("preview.caption", view=tr_(f"preview.{view}"), width=width)


def _guide_labels(width: float, message: PreviewMessage | None) -> list[str]:
    """What the lines say; the far one is not there where it has nothing to say."""
    form = "limit" if width >= 300 else "short"
    limits = message.limits if message is not None else WidthLimits()
    margin, far = tr_(f"preview.margin_{form}", limit=limits.margin), ""
    if message is not None and message.has_images:
        far = tr_(f"preview.image_{form}", limit=limits.image)
    elif message is not None and message.right_at_limit:
        far = margin
    return [margin, far]


def _interface_language() -> str:
    return QLocale().bcp47Name().removesuffix("-POSIX")


def _direction(locale: QLocale) -> str:
    return "rtl" if locale.textDirection() is Qt.LayoutDirection.RightToLeft else "ltr"


def _call(name: str, *values: object) -> str:
    return f"permittedPreview.{name}({', '.join(map(json.dumps, values))})"


def _read(name: str) -> str:
    return resources.path(f"preview/{name}").read_text(encoding="utf-8")
