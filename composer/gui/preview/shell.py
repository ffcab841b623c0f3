"""The page around the message, and the calls into its isolated world."""

import json
from dataclasses import asdict, dataclass

from composer import resources
from composer.gui.preview.arrangement import SHEET_PADDING, Arrangement
from composer.gui.preview.message import PreviewMessage
from composer.gui.preview.sanitizer import CleanMessage
from composer.gui.text import tr_

_SCRIPTS = ("places.js", "measure.js", "survey.js", "audit.js", "shell.js")
# A name may run the other way than the line it stands in.
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class StageColors:
    """Colours around the sheet, as `#rrggbb`."""

    stage: str
    edge: str
    caption: str
    thumb: str


def page() -> bytes:
    """The shell page, its style sheet inside."""
    html = _read("shell.html").replace("/* shell.css */", _read("shell.css"))
    return html.encode()


def script() -> str:
    """What runs in the isolated world once the shell page is there."""
    return "\n".join(map(_read, _SCRIPTS))


def arrange_call(
    arrangement: Arrangement,
    message: PreviewMessage | None,
    *,
    guides: bool,
    colors: StageColors,
) -> str:
    """JavaScript that places the sheets for `message`."""
    captioned = len(arrangement.views) > 1
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
            "padding": SHEET_PADDING,
            "guides": guides,
            "rightToLeft": message is not None and message.direction == "rtl",
            "colors": asdict(colors),
        },
    )


def show_call(message: PreviewMessage, content: CleanMessage) -> str:
    """JavaScript that brings the sheets up to date with `message`, in place."""
    root = dict(content.root)
    root.setdefault("lang", message.language)
    root.setdefault("dir", message.direction)
    sender = message.sender or tr_("preview.frame.unnamed")
    return _call(
        "show",
        {
            "html": content.html,
            "rootAttributes": root,
            "bodyAttributes": dict(content.body),
            "frame": {
                "direction": message.direction,
                "language": message.language,
                "from": tr_("preview.frame.sender", sender=f"{_ISOLATE}{sender}{_END_ISOLATE}"),
                "order-line": message.order_line,
                "product-line": tr_("preview.frame.product"),
                "subject": message.subject,
                "note": tr_("preview.frame.note"),
            },
        },
    )


def _caption(view: str, width: int) -> str:
    return tr_("preview.caption", view=tr_(f"preview.{view}"), width=width)


def _guide_labels(width: float, message: PreviewMessage | None) -> list[str]:
    """What the lines say; the far one is not there where it has nothing to say."""
    form = "limit" if width >= 300 else "short"
    margin, far = tr_(f"preview.margin_{form}"), ""
    if message is not None and message.has_images:
        far = tr_(f"preview.image_{form}")
    elif message is not None and message.right_at_limit:
        far = margin
    return [margin, far]


def _call(name: str, value: object) -> str:
    return f"permittedPreview.{name}({json.dumps(value)})"


def _read(name: str) -> str:
    return resources.path(f"preview/{name}").read_text(encoding="utf-8")
