"""How the preview was set, from one start of the app to the next."""

from PySide6.QtCore import QSettings

from composer.gui.preview.message import (
    DESKTOP_RANGE,
    PHONE_WIDTHS,
    Mode,
    PreviewState,
    Widths,
)


def read_state(store: QSettings) -> PreviewState:
    """The state that was kept; what cannot be, or was never kept, is as at the first start."""
    mode = str(store.value("preview/mode", Mode.DESKTOP.value))
    usual = Widths()
    desktop, phone = _number(store, "desktop_width"), _number(store, "phone_width")
    least, most = DESKTOP_RANGE
    return PreviewState(
        mode=Mode(mode) if mode in set(Mode) else Mode.DESKTOP,
        guides=bool(store.value("preview/show_guides", False, type=bool)),
        widths=Widths(
            desktop=desktop if least <= desktop <= most else usual.desktop,
            phone=phone if phone in PHONE_WIDTHS else usual.phone,
        ),
    )


def keep_state(store: QSettings, state: PreviewState) -> None:
    """Keep `state` in `store`."""
    store.setValue("preview/mode", state.mode.value)
    store.setValue("preview/show_guides", state.guides)
    store.setValue("preview/desktop_width", state.widths.desktop)
    store.setValue("preview/phone_width", state.widths.phone)


def _number(store: QSettings, key: str) -> int:
    try:
        return int(str(store.value(f"preview/{key}", 0)))
    except ValueError:
        return 0
